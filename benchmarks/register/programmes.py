"""Questions about single programmes: figures, contacts, purposes, payees, and names that fit none or several."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from random import Random
from typing import Any

from benchmarks.register import words
from benchmarks.register.naming import Naming
from benchmarks.register.sheets import Payment, Register, Sheet, fold, rate
from benchmarks.register.words import Language

Expect = dict[str, Any]
Made = tuple[str, Expect, str]
"""A question, what is expected, and how the programme is named (a tag), or the empty text."""

REFUSED = ["not_in_source", "out_of_scope", "clarify"]
FIELDS = {
    "total": "amount",
    "initial": "initial_amount",
    "supplementary": "supplementary_amount",
    "executed": "executed_amount",
    "requested": "requested_amount",
}
HEADS = [
    "月面温泉",
    "恐竜復活",
    "忍者養成",
    "宇宙人歓迎",
    "瞬間移動装置",
    "寿司自動握り機",
    "河童生態",
    "雪男捜索",
    "海底宮殿",
    "空飛ぶ絨毯",
    "時間旅行者保護",
    "魔法学校",
    "妖怪観光",
    "巨大ロボット決闘",
    "埋蔵金発掘",
    "竜宮城再建",
    "火星サッカー場",
    "納豆輸送管",
    "座敷童子保護",
    "回転寿司衛星",
    "猫語翻訳",
    "温泉卵備蓄",
    "砂糖細工橋梁",
    "金魚すくい国際大会",
]
TAILS = ("推進事業", "支援事業", "整備費補助金", "に必要な経費", "対策事業費", "高度化事業", "調査研究事業", "強化プログラム")
STRANGE_YEARS = (1985, 1999, 2005, 2031, 2035, 2040, 2050)


class Programmes:
    """Makes questions about programmes; each method returns None where the dice fell on one that is not certain."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.naming = Naming(register)
        newest = [s for s in register.sheets if s.year == register.newest]
        self.sheets = [s for s in newest if self.naming.certain(s)]
        self.last = register.newest

    def _named(self, dice: Random) -> tuple[Sheet, str, str] | None:
        sheet = dice.choice(self.sheets)
        way = dice.choices(("full", "part", "misspelt"), (50, 25, 25))[0]
        if way == "part":
            name = self.naming.piece(dice, sheet)
        elif way == "misspelt":
            name = self.naming.misspelt(dice, sheet)
        else:
            name = sheet.name if self.naming.apart(sheet) else None
        return (sheet, name, way) if name else None

    def about(self, dice: Random, language: Language) -> Made | None:
        """Ask what a programme is."""
        if not (named := self._named(dice)):
            return None
        sheet, name, way = named
        if way == "part" and self._texts.count(fold(name)) > self._told(sheet).count(fold(name)):
            return None  # a piece alone may be asked as a topic, and other programmes' texts have it
        return words.put(dice, "about", language, name=name), {"status": "answered", "programs": [sheet.id]}, way

    @cached_property
    def _texts(self) -> str:
        return "\n".join(map(self._told, self.register.population(self.last, "total")))

    @staticmethod
    def _told(sheet: Sheet) -> str:
        return fold(f"{sheet.name}\n{sheet.purpose}\n{sheet.overview}")

    def _figure(self, dice: Random, language: Language, stage: str, year: int, said: int | None) -> Made | None:
        if not (named := self._named(dice)):
            return None
        sheet, name, way = named
        value = self.register.figure(sheet, year, stage)
        if not value or value < 0:
            return None
        subject = f"program:{sheet.id}"
        facts = [[subject, FIELDS[stage], value], [subject, "fiscal_year", year]]
        question = words.put(dice, "amount", language, said, name=name, stage=words.stage_word(dice, language, stage))
        return question, {"status": "answered", "facts": facts, "programs": [sheet.id]}, way

    def amount(self, dice: Random, language: Language) -> Made | None:
        """Ask for the budget, without a year: the newest fiscal year that has a total."""
        return self._figure(dice, language, "total", self.last, None)

    def amount_year(self, dice: Random, language: Language) -> Made | None:
        """Ask for the budget of a year."""
        year = dice.randint(self.last - 3, self.last)
        return self._figure(dice, language, "total", year, year)

    def stage(self, dice: Random, language: Language) -> Made | None:
        """Ask for the figure of another stage, of a year; executed amounts also without."""
        stage = dice.choice(("initial", "supplementary", "executed", "executed", "requested"))
        newest = {"initial": self.last, "requested": self.last + 1}.get(stage, self.last - 1)
        year = dice.randint(newest - 2, newest)
        silent = year == newest and stage in ("initial", "executed") and dice.random() < 0.4
        return self._figure(dice, language, stage, year, None if silent else year)

    def rate(self, dice: Random, language: Language) -> Made | None:
        """Ask for the execution rate."""
        if not (named := self._named(dice)):
            return None
        sheet, name, way = named
        year = dice.randint(self.last - 3, self.last - 1)
        total, executed = (self.register.figure(sheet, year, stage) for stage in ("total", "executed"))
        if not total or total < 0 or executed is None or not (value := rate(executed, total)):
            return None
        said = None if year == self.last - 1 and dice.random() < 0.4 else year
        facts = [[f"program:{sheet.id}", "execution_rate", value], [f"program:{sheet.id}", "fiscal_year", year]]
        return (
            words.put(dice, "rate", language, said, name=name),
            {"status": "answered", "facts": facts, "programs": [sheet.id]},
            way,
        )

    def contact(self, dice: Random, language: Language) -> Made | None:
        """Ask for bureau and division."""
        if not (named := self._named(dice)) or not named[0].bureaus or not named[0].divisions:
            return None
        sheet, name, way = named
        subject = f"program:{sheet.id}"
        asked = dice.choices(("contact", "bureau_of", "division_of"), (70, 10, 20))[0]
        facts = [[subject, "bureau", text] for text in sheet.bureaus if asked != "division_of"]
        facts += [[subject, "division", text] for text in sheet.divisions if asked != "bureau_of"]
        return words.put(dice, asked, language, name=name), {"status": "answered", "facts": facts, "programs": [sheet.id]}, way

    def ministry(self, dice: Random, language: Language) -> Made | None:
        """Ask whose programme it is."""
        if not (named := self._named(dice)):
            return None
        sheet, name, way = named
        facts = [[f"program:{sheet.id}", "ministry", sheet.ministry]]
        return (
            words.put(dice, "ministry", language, name=name),
            {"status": "answered", "facts": facts, "programs": [sheet.id]},
            way,
        )

    def purpose(self, dice: Random, language: Language) -> Made | None:
        """Ask what it is for."""
        if not (named := self._named(dice)) or not named[0].purpose:
            return None
        sheet, name, way = named
        facts = [[f"program:{sheet.id}", "purpose", None]]
        return (
            words.put(dice, "purpose", language, name=name),
            {"status": "answered", "facts": facts, "programs": [sheet.id]},
            way,
        )

    def trend(self, dice: Random, language: Language) -> Made | None:
        """Ask for the years, of which the last four are stated for every programme."""
        if not (named := self._named(dice)):
            return None
        sheet, name, way = named
        values = [self.register.figure(sheet, year, "total") for year in range(self.last - 3, self.last + 1)]
        if not all(value and value > 0 for value in values):
            return None
        facts = [[f"program:{sheet.id}", "amount", values[0]], [f"program:{sheet.id}", "amount", values[-1]]]
        return (
            words.put(dice, "trend", language, name=name),
            {"status": "answered", "facts": facts, "programs": [sheet.id]},
            way,
        )

    def payees(self, dice: Random, language: Language) -> Made | None:
        """Ask to whom a programme pays: the one that gets the most, in sum and in its largest payment."""
        if not (named := self._named(dice)) or not (top := top_payee(named[0].payments)):
            return None
        sheet, name, way = named
        return (
            words.put(dice, "payees", language, name=name),
            {"status": "answered", "programs": [sheet.id], "text": [top]},
            way,
        )

    @cached_property
    def _payers(self) -> dict[str, set[str]]:
        payers: dict[str, set[str]] = defaultdict(set)
        for sheet in self.register.population(self.last - 1, "executed"):
            for payment in sheet.payments:
                payers[" ".join(payment.name.split())].add(sheet.id)
        return payers

    @cached_property
    def _payee_names(self) -> list[str]:
        """Payees' names of two to nine payers that are in no other's name."""
        alone = sorted(n for n, ids in self._payers.items() if 2 <= len(ids) <= 9 and len(n) >= 7)
        joined = "\n".join(sorted({fold(p.name) for s in self.register.sheets for p in s.payments}))
        return [name for name in alone if joined.count(fold(name)) == 1 and ("法人" in name or "株式会社" in name)]

    def payer(self, dice: Random, language: Language) -> Made | None:
        """Ask which programmes pay an organisation in the newest year of payments."""
        name = dice.choice(self._payee_names)
        ids = sorted(self._payers[name])
        choices = [{"programs": ids}, {"facts": [["*", "count", len(ids)]]}]
        question = words.put(dice, "payer", language, self.last - 1, payee=name)
        return question, {"status": "answered", "any_of": choices}, ""

    def compare(self, dice: Random, language: Language) -> Made | None:
        """Compare two programmes' budgets, both named in full."""
        pair = dice.sample(self.sheets, 2)
        values = [self.register.figure(sheet, self.last, "total") for sheet in pair]
        if not all(value and value > 0 for value in values) or values[0] == values[1] or not all(map(self.naming.apart, pair)):
            return None
        facts = [[f"program:{s.id}", "amount", v] for s, v in zip(pair, values, strict=True)]
        question = words.put(dice, "compare", language, name=pair[0].name, other=pair[1].name)
        return question, {"status": "answered", "facts": facts, "programs": [s.id for s in pair]}, ""

    def ended(self, dice: Random, language: Language) -> Made | None:
        """Ask about a programme that the newest year no longer has; of the last year that its newest sheet states in full."""
        sheet = dice.choice([s for s in self._ended if s.year < self.last])
        value = self.register.figure(sheet, sheet.year - 1, "total")
        if not value or value < 0 or not self.naming.apart(sheet):
            return None
        subject = f"program:{sheet.id}"
        question = words.put(
            dice, "amount", language, sheet.year - 1, name=sheet.name, stage=words.stage_word(dice, language, "total")
        )
        facts = [[subject, "amount", value], [subject, "fiscal_year", sheet.year - 1]]
        return question, {"status": "answered", "facts": facts, "programs": [sheet.id]}, "full"

    @cached_property
    def _ended(self) -> list[Sheet]:
        certain = (s for s in self.register.sheets if s.year < self.last and self.naming.certain(s))
        return [s for s in certain if s.year == max(self.register.history(s) or (0,))]

    def ambiguous(self, dice: Random, language: Language) -> Made | None:
        """Ask by the name of several programmes of the newest year."""
        sheet = dice.choice([s for s in self.register.population(self.last, "total") if self._same[s.folded] > 1])
        twins = [s for s in self.register.population(self.last, "total") if s.folded == sheet.folded]
        facts = [[f"program:{s.id}", "amount", s.amounts[self.last, "total"]] for s in twins]
        question = words.put(dice, "amount", language, None, name=sheet.name, stage=words.stage_word(dice, language, "total"))
        return question, {"any_of": [{"status": "clarify"}, {"status": "answered", "facts": facts}]}, "full"

    @cached_property
    def _same(self) -> Counter[str]:
        return Counter(s.folded for s in self.register.population(self.last, "total"))

    def unknown(self, dice: Random, language: Language) -> Made | None:
        """Ask by a name that is no programme's and like none."""
        head = dice.choice(HEADS)
        name = head + dice.choice(TAILS)
        if fold(head) in self.naming.joined or self.naming.nearest(name) > 75:
            return None
        kind = dice.choice(("amount", "contact", "purpose", "ministry", "rate", "payees"))
        year = dice.choice((None, self.last - 1)) if kind in ("amount", "rate") else None
        question = words.put(dice, kind, language, year, name=name, stage=words.stage_word(dice, language, "total"))
        return question, {"status": REFUSED}, ""

    def unstated_year(self, dice: Random, language: Language) -> Made | None:
        """Ask for a fiscal year that no sheet states."""
        if not (named := self._named(dice)):
            return None
        stage, year = dice.choice(("total", "executed", "initial")), dice.choice(STRANGE_YEARS)
        stage_word = words.stage_word(dice, language, stage)
        refused = "not_in_source" if named[2] == "full" else ["not_in_source", "clarify"]
        if dice.random() < 0.4:
            ministry = words.ministry_word(dice, language, named[0].ministry)
            return (
                words.put(dice, "total", language, year, ministry=ministry, stage=stage_word),
                {"status": "not_in_source"},
                "",
            )
        return words.put(dice, "amount", language, year, name=named[1], stage=stage_word), {"status": refused}, named[2]


def top_payee(payments: tuple[Payment, ...]) -> str | None:
    """Return the payee that gets the most by a clear margin, counted by sum and by largest payment, or None."""
    sums: Counter[str] = Counter()
    for payment in payments:
        sums[payment.name] += payment.yen
    best = sums.most_common(2)
    if not best or best[0][1] <= 0 or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    largest = max(payment.yen for payment in payments)
    return best[0][0] if {p.name for p in payments if p.yen == largest} == {best[0][0]} else None
