"""How a computed figure came about: its parts and the calculation in a line, shown only where the parts give the figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.model import Answer, Fact, Language
from assistant.answer.scope import name_of
from assistant.browsing.source_model import Input

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

STATED = ("amount", "total", "component_amount")
HOW = {
    "total": ("{count}件の額の合計", "sum of {count} amounts"),
    "average": ("{count}件の額の合計を件数で割った額", "sum of {count} amounts, divided by their number"),
    "median": ("{count}件の額を小さい順に並べた中央の額", "the middle of {count} amounts in ascending order"),
    "difference": ("大きい額から小さい額を引いた差", "the larger amount minus the smaller"),
    "remainder": ("全体の額から内訳の額を引いた残り", "the whole amount minus the stated part"),
    "share": ("部分の額を全体の額で割った割合", "the part's amount divided by the whole"),
    "ratio": ("前の額を後の額で割った倍率", "the first amount divided by the second"),
    "rank": ("条件に合う事業を金額の順に並べたときの順位", "the place among the programmes in order of amount"),
    "count": ("条件に合うものの数", "the number of those that meet the conditions"),
    "other": ("資料にある額からの計算", "computed from figures that the source states"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that may have gone into another: its name, as shown, and in yen."""

    name: str
    label: str
    yen: int

    @property
    def input(self) -> Input:
        """The term as it is shown."""
        return Input(self.name, self.label)


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a figure was made, in words; the line that shows it, and what went in.

    `looked_up` are the programmes whose budgets went in without the answer stating them.
    """

    how: str
    line: str | None = None
    inputs: tuple[Input, ...] = ()
    looked_up: tuple[str, ...] = ()


class Calculator:
    """Explains the computed facts of one answer. `whole` are the programmes' stated budgets in yen, by subject."""

    def __init__(self, answer: Answer, catalogue: Catalogue, whole: Mapping[str, int]) -> None:
        self._facts = answer.facts
        self._language: Language = answer.language
        self._catalogue = catalogue
        self._whole = whole

    def explain(self, fact: Fact) -> Calculation:
        """Return how a fact without a sheet was computed; only as much as its parts prove."""
        match fact.field:
            case "total" | "average" | "median":
                return self._of_many(fact)
            case "difference":
                return self._difference(fact)
            case "share" | "ratio":
                return self._quotient(fact)
            case "count":
                return self._count(fact)
            case "rank":
                own = [self._term(f) for f in self._facts if f.field == "amount" and f.subject == fact.subject]
                return Calculation(self._how("rank"), None, tuple(term.input for term in own))
            case _:
                return Calculation(self._how("other"))

    def name(self, fact: Fact) -> str:
        """Return what the subject of a fact is called: a set is only called all programmes where it surely is."""
        if fact.subject == "all" and not self._covers_all(fact):
            return "対象の事業" if self._language == "ja" else "the programmes asked about"
        return self._short(fact.subject)

    def _covers_all(self, fact: Fact) -> bool:
        """Whether a figure on `all` is about all programmes: by its value, or because the answer states each of them."""
        yen = self._whole.values()
        if not yen:  # of large data nobody has looked at all of them
            return False
        if fact.field == "total":
            return fact.value == sum(yen)
        if fact.field == "difference":
            return fact.value == max(yen) - min(yen)
        return {f.subject for f in self._facts if f.citation.sheet is not None} >= self._whole.keys()

    # Sums and the like

    def _of_many(self, fact: Fact) -> Calculation:
        terms = self._members(fact)
        yen = [term.yen for term in terms]
        if not terms or not self._gives(fact, yen):
            return Calculation(self._how("other"))
        line = self._median(terms, fact) if fact.field == "median" else " + ".join(term.label for term in terms)
        if fact.field == "average":
            line = f"({line}) ÷ {len(terms)}" if len(terms) > 1 else f"{line} ÷ 1"
            line = f"{line} {self._sign(fact, Fraction(sum(yen), len(yen)))} {fact.label}"
        elif fact.field == "total":
            line = f"{line} = {fact.label}"
        stated = {f.subject for f in self._facts if f.citation.sheet is not None}
        looked_up = tuple(s for s in fact.citation.computed_from if s in self._whole and s not in stated)
        return Calculation(self._how(fact.field, len(terms)), line, tuple(term.input for term in terms), looked_up)

    def _gives(self, fact: Fact, yen: Sequence[int]) -> bool:
        match fact.field:
            case "total":
                return sum(yen) == fact.value
            case "average":
                return abs(Fraction(sum(yen), len(yen)) - Fraction(fact.value)) < 1
            case _:
                return abs(_median(yen) - Fraction(fact.value)) < 1

    def _median(self, terms: Sequence[Term], fact: Fact) -> str:
        ordered = sorted(terms, key=lambda term: term.yen)
        half = len(ordered) // 2
        middle = range(half, half + 1) if len(ordered) % 2 else range(half - 1, half + 1)
        row = ", ".join(f"[{term.label}]" if place in middle else term.label for place, term in enumerate(ordered))
        if len(middle) == 1:
            return row
        two = " + ".join(ordered[place].label for place in middle)
        value = Fraction(sum(ordered[place].yen for place in middle), 2)
        return f"{row}: ({two}) ÷ 2 {self._sign(fact, value)} {fact.label}"

    def _members(self, fact: Fact) -> list[Term]:
        """Return the amounts that a figure says it was computed from; none where one of them is not known."""
        known = {f.subject: f for f in reversed(self._facts) if f is not fact and f.field in ("amount", "total")}
        terms = []
        for subject in fact.citation.computed_from:
            if subject in known:
                terms.append(self._term(known[subject]))
            elif subject in self._whole:
                yen = self._whole[subject]
                terms.append(Term(self._short(subject), figures.money(yen, self._language), yen))
            else:
                return []
        return terms

    # Two figures set against each other

    def _sides(self, fact: Fact) -> list[Term]:
        """Return the figures that stand beside a comparison: those of its programme where there are two, else all."""
        stated = [f for f in self._facts if f.field in STATED and isinstance(f.value, int)]
        own = [f for f in stated if f.subject == fact.subject]
        if fact.part is not None:
            own = [f for f in own if f.part in (fact.part, None)]
        return [self._term(f) for f in (own if len(own) > 1 else stated)]

    def _difference(self, fact: Fact) -> Calculation:
        terms = sorted(self._sides(fact), key=lambda term: -term.yen)
        if len(terms) < 2:
            return Calculation(self._how("other"))
        candidates = {"difference": [terms[0], terms[-1]], "remainder": terms}
        if len(terms) == 2 and any(f.field == "component_amount" for f in self._facts) and self._holds_whole(fact):
            candidates = {"remainder": terms}
        for how, sides in candidates.items():
            if sides[0].yen - sum(term.yen for term in sides[1:]) == fact.value:
                line = f"{' − '.join(term.label for term in sides)} = {fact.label}"
                return Calculation(self._how(how), line, tuple(term.input for term in sides))
        return Calculation(self._how("other"))

    def _holds_whole(self, fact: Fact) -> bool:
        return any(f.field == "amount" and f.subject == fact.subject for f in self._facts)

    def _quotient(self, fact: Fact) -> Calculation:
        terms = self._sides(fact)
        scale = 100 if fact.field == "share" else 1
        for first, second in ((a, b) for a in terms for b in terms if a is not b and b.yen):
            value = Fraction(scale * first.yen, second.yen)
            if abs(value - Fraction(fact.value)) <= (Fraction(1, 200) if scale == 100 else Fraction(1, 10**9)):
                times = " × 100" if scale == 100 else ""
                line = f"{first.label} ÷ {second.label}{times} {self._sign(fact, value)} {fact.label}"
                return Calculation(self._how(fact.field), line, (first.input, second.input))
        return Calculation(self._how("other"))

    # Counts

    def _count(self, fact: Fact) -> Calculation:
        """Return what was counted, where the answer or the members name exactly so many."""
        others = [f for f in self._facts if f.citation.sheet is not None]
        if others and len(others) == fact.value:
            names = [self._short(f.subject) if f.unit == "JPY" else f.label for f in others]
        else:
            kind, _, id_ = fact.subject.partition(":")
            held = self._catalogue.members.get((kind, id_), frozenset())
            members = [] if self._catalogue.large else [p for p in self._catalogue.ministry_of if p in held]
            names = [self._short(f"program:{p}") for p in members] if len(members) == fact.value else []
        return Calculation(self._how("count"), None, tuple(Input(name, "") for name in names))

    # Words

    def _term(self, fact: Fact) -> Term:
        name = self._short(f"x:{fact.part}") if fact.part else self.name(fact)
        return Term(name, fact.label, int(fact.value))

    def _short(self, subject: str) -> str:
        return name_of(subject, self._language, self._catalogue, short=True)

    def _how(self, field: str, count: int = 0) -> str:
        return HOW[field][0 if self._language == "ja" else 1].format(count=count)

    def _sign(self, fact: Fact, exact: Fraction) -> str:
        """Return = where the figure is exact or says itself that it is rounded, else the sign for nearly."""
        said = fact.label.startswith(("約", "about "))
        shown = Fraction(str(round(float(fact.value), 2))) == exact
        return "=" if said or shown else ("≒" if self._language == "ja" else "≈")


def _median(yen: Sequence[int]) -> Fraction:
    ordered, half = sorted(yen), len(yen) // 2
    return Fraction(ordered[half]) if len(yen) % 2 else Fraction(ordered[half - 1] + ordered[half], 2)
