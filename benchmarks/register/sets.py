"""Questions about sets of programmes: totals, counts, rankings, filters, shares, averages, accounts."""

from __future__ import annotations

import math
import re
from collections import Counter
from decimal import Decimal
from random import Random
from typing import Any

from benchmarks.register import words
from benchmarks.register.programmes import FIELDS, Made
from benchmarks.register.sheets import MINISTRIES, Register, Sheet, fold
from benchmarks.register.words import Language

ROUND_BOUNDS = (10, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10000, 20000, 30000, 50000, 100000)
"""In million yen."""
RATES = (10, 20, 30, 40, 50, 60, 70, 80, 90)


class Sets:
    """Makes questions about sets; each method returns None where the dice fell on a set whose answer is not certain."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.last = register.newest
        self.sizes = Counter(s.ministry for s in register.sheets if s.year == self.last)

    def _ministry(self, dice: Random, least: int = 1) -> str:
        fits = sorted(m for m, size in self.sizes.items() if size >= least)
        if not fits:
            raise ValueError(f"no ministry has {least} sheets in {self.last}")
        return dice.choices(fits, [math.sqrt(self.sizes[m]) for m in fits])[0]

    def _time(self, dice: Random) -> tuple[str, int, int | None]:
        """Return a stage, a fiscal year that states it, and the year that is said (none where it goes without saying)."""
        stage = dice.choice(("total", "total", "total", "initial", "supplementary", "executed", "executed", "requested"))
        newest = {"total": self.last, "initial": self.last, "requested": self.last + 1}.get(stage, self.last - 1)
        year = dice.randint(newest - 3, newest)
        silent = year == newest and stage in ("total", "executed") and dice.random() < 0.7
        return stage, year, None if silent else year

    def _set(
        self, dice: Random, language: Language, least: int
    ) -> tuple[str, str, str, int, int | None, list[tuple[Sheet, int]]]:
        """Return a ministry, its word, a stage, the year, the year said, and the sheets with their figures."""
        ministry = self._ministry(dice, least)
        stage, year, said = self._time(dice)
        rows = [
            (s, s.amounts[year, stage]) for s in self.register.population(year, stage, ministry) if (year, stage) in s.amounts
        ]
        return ministry, words.ministry_word(dice, language, ministry), stage, year, said, rows

    def total(self, dice: Random, language: Language) -> Made | None:
        """Ask for a ministry's total of a stage."""
        ministry, name, stage, _, said, rows = self._set(dice, language, 1)
        value = sum(v for _, v in rows)
        question = words.put(dice, "total", language, said, ministry=name, stage=words.stage_word(dice, language, stage))
        return (question, _answered([f"ministry:{MINISTRIES[ministry][0]}", "total", value]), "") if value > 0 else None

    def total_all(self, dice: Random, language: Language) -> Made | None:
        """Ask for the total of all programmes."""
        stage, year, said = self._time(dice)
        value = sum(s.amounts.get((year, stage), 0) for s in self.register.population(year, stage))
        question = words.put(dice, "total_all", language, said, stage=words.stage_word(dice, language, stage))
        return question, _answered(["all", "total", value]), ""

    def count(self, dice: Random, language: Language) -> Made | None:
        """Ask how many programmes a ministry has in the newest year."""
        ministry = self._ministry(dice)
        question = words.put(dice, "count", language, ministry=words.ministry_word(dice, language, ministry))
        return question, _answered([f"ministry:{MINISTRIES[ministry][0]}", "count", self.sizes[ministry]]), ""

    def filter(self, dice: Random, language: Language) -> Made | None:
        """Ask for a ministry's programmes with a bound on a stage's figure."""
        _, name, stage, _, said, rows = self._set(dice, language, 10)
        million, least = dice.choice(ROUND_BOUNDS), stage == "supplementary" or dice.random() < 0.75  # 0 is under any bound
        count = sum((v >= million * 1_000_000) == least for _, v in rows)
        if count == 0 or count == len(rows):
            return None
        word = words.stage_word(dice, language, stage)
        slots = {"stage": word, "a_stage": words.with_article(word), "bound": words.bound(dice, language, least, million)}
        return words.put(dice, "filter", language, said, ministry=name, **slots), _answered(["*", "count", count]), ""

    def rate_filter(self, dice: Random, language: Language) -> Made | None:
        """Ask for a ministry's programmes with a bound on the execution rate."""
        ministry, percent, below = self._ministry(dice, 10), dice.choice(RATES), dice.random() < 0.75
        year = dice.randint(self.last - 4, self.last - 1)
        said = None if year == self.last - 1 and dice.random() < 0.5 else year
        figures = [
            (s.amounts[year, "total"], s.amounts[year, "executed"]) for s in self.register.population(year, "total", ministry)
        ]
        if any(total < 0 for total, _ in figures):
            return None
        rates = [Decimal(100 * executed) / total for total, executed in figures if total]
        if any(0 < abs(value - percent) < Decimal("0.01") for value in rates):
            return None
        count = sum((value < percent) == below for value in rates)
        shown = f"{percent}%未満" if below else f"{percent}%以上"
        if language == "en":
            shown = dice.choice(
                ("below {}%", "under {} percent", "of less than {}%") if below else ("of at least {}%", "of {}% or more")
            )
            shown = shown.format(percent)
        name = words.ministry_word(dice, language, ministry)
        question = words.put(dice, "rate_filter", language, said, ministry=name, bound=shown)
        return (question, _answered(["*", "count", count]), "") if count else None

    def _ranked(self, rows: list[tuple[Sheet, int]], most: int) -> list[tuple[str, int]] | None:
        """Return the first programmes, by id, or None where there are ties, too few, or a history that is not certain."""
        ranked = sorted(rows, key=lambda row: -row[1])[: most + 1]
        values = [value for _, value in ranked]
        ids = [self.register.programme(sheet) for sheet, _ in ranked[:most]]
        if len(values) <= most or len(set(values)) < len(values) or values[most - 1] <= 0:
            return None
        return [(i, v) for i, v in zip(ids, values, strict=False) if i] if all(ids) else None

    def ranking(self, dice: Random, language: Language) -> Made | None:
        """Ask for the first few of a ministry."""
        _, name, stage, _, said, rows = self._set(dice, language, 20)
        most = dice.choice((3, 3, 5, 5, 10))
        if not (ranked := self._ranked(rows, most)):
            return None
        question = words.put(
            dice, "ranking", language, said, ministry=name, n=str(most), stage=words.stage_word(dice, language, stage)
        )
        ids = [i for i, _ in ranked]
        facts = [[f"program:{i}", FIELDS[stage], value] for i, value in ranked]
        return question, {"status": "answered", "facts": facts, "programs": ids, "order": ids}, ""

    def largest(self, dice: Random, language: Language) -> Made | None:
        """Ask for the first of a ministry."""
        return self._one(dice, language, "largest", 1)

    def nth(self, dice: Random, language: Language) -> Made | None:
        """Ask for the n-th of a ministry."""
        return self._one(dice, language, "nth", dice.randint(2, 5))

    def _one(self, dice: Random, language: Language, kind: str, place: int) -> Made | None:
        _, name, stage, _, said, rows = self._set(dice, language, 10)
        if not (ranked := self._ranked(rows, place)):
            return None
        found, value = ranked[-1]
        slots = {"n": str(place), "nth": words.ordinal(place), "stage": words.stage_word(dice, language, stage)}
        question = words.put(dice, kind, language, said, ministry=name, **slots)
        return question, _answered([f"program:{found}", FIELDS[stage], value]) | {"programs": [found]}, ""

    def share(self, dice: Random, language: Language) -> Made | None:
        """Ask for a ministry's share of the whole, in percent."""
        _, name, stage, year, said, rows = self._set(dice, language, 10)
        whole = sum(s.amounts.get((year, stage), 0) for s in self.register.population(year, stage))
        part = sum(v for _, v in rows)
        if part * 1000 < whole:  # what is less than a tenth of a percent is a matter of rounding
            return None
        question = words.put(dice, "share", language, said, ministry=name, stage=words.stage_word(dice, language, stage))
        values = [["*", "share", 100 * part / whole], ["*", "share", round(100 * part / whole, 1)]]
        return question, {"status": "answered", "any_of": [{"facts": [value]} for value in values]}, ""

    def average(self, dice: Random, language: Language) -> Made | None:
        """Ask for the average over a ministry's programmes."""
        _, name, stage, _, said, rows = self._set(dice, language, 5)
        value = sum(v for _, v in rows)
        if value <= 0:
            return None
        question = words.put(dice, "average", language, said, ministry=name, stage=words.stage_word(dice, language, stage))
        rounded = {value // len(rows), -(-value // len(rows))}
        return question, {"status": "answered", "any_of": [{"facts": [["*", "average", v]]} for v in sorted(rounded)]}, ""

    def account(self, dice: Random, language: Language) -> Made | None:
        """Ask how many programmes of the newest year an account pays for."""
        counts = Counter(a for s in self.register.population(self.last, "total") for a in set(s.accounts))
        name = dice.choice(sorted(counts))
        return words.put(dice, "account", language, account=name), _answered(["*", "count", counts[name]]), ""

    def bureau(self, dice: Random, language: Language) -> Made | None:
        """Ask how many programmes of the newest year a bureau has whose name nothing else shares."""
        sheets = self.register.population(self.last, "total")
        printed = sorted({(re.sub(r"\W", "", fold(b)), s.ministry) for s in self.register.sheets for b in s.bureaus})
        joined = "\n".join(sorted({b for b, _ in printed}))
        name = dice.choice(sorted({b for s in sheets for b in s.bureaus}))
        folded = fold(name)
        if joined.count(folded) > 1 or sum(b == folded for b, _ in printed) > 1 or re.search(r"\W", name) or len(name) < 3:
            return None
        count = sum(any(fold(b) == folded for b in s.bureaus) for s in sheets)
        return words.put(dice, "bureau", language, bureau=name), _answered(["*", "count", count]), ""


def _answered(*facts: list[Any]) -> dict[str, Any]:
    return {"status": "answered", "facts": list(facts)}
