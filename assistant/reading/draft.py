"""A frame while it is being made: what has been settled so far, and the world that it is checked against."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.reading.model import Filter, Operand
from assistant.reading.terms import Term
from assistant.reading.text import Text
from assistant.reading.world import World

MONEY_CUES = frozenset(
    {"how_much", "amount", "share_of", "share", "total", "component_amount", "difference", "more", "less", "remainder"}
)


SIMPLE_FILTERS = ("ministry", "category", "organisation", "account", "policy", "payee")


@dataclass(frozen=True, slots=True)
class Hints:
    """What an earlier turn brings: what was asked then (for words with several senses), and of which programmes."""

    features: frozenset[str] = frozenset()
    programmes: tuple[str, ...] = ()
    listed: bool = False
    """Whether several programmes or ministries were shown: places of a ranking point into those."""
    among: tuple[str, ...] = ()
    """The programmes of the last list: what the largest or smallest few are taken from."""


@dataclass(slots=True)
class Draft:
    """A frame while it is being made."""

    text: Text
    terms: list[Term]
    language: str
    world: World
    hints: Hints
    features: set[str] = field(default_factory=set)
    filters: list[Filter] = field(default_factory=list)
    operands: list[Operand] = field(default_factory=list)
    premises: list[tuple[str, str | int]] = field(default_factory=list)
    unknowns: list[str] = field(default_factory=list)
    ordinals: tuple[int, ...] = ()
    count: int | None = None
    extensions: list[str] = field(default_factory=list)
    ambiguous: tuple[str, ...] = ()
    programmes: list[str] = field(default_factory=list)
    whole: list[Filter] = field(default_factory=list)
    predicate: Filter | None = None
    stages: list[str] = field(default_factory=list)
    """Stages of an amount that are named, as in the schema."""
    years: list[int] = field(default_factory=list)
    """Fiscal years that are named."""
    span: int | None = None
    """How many years a course of years is asked over."""

    def add(self, name: str, *values: str | int, negated: bool = False) -> None:
        """Add a filter, joining values of one name and polarity."""
        for index, existing in enumerate(self.filters):
            if existing.name == name and existing.negated == negated:
                merged = existing.values + tuple(v for v in values if v not in existing.values)
                self.filters[index] = Filter(name, merged, negated)
                return
        self.filters.append(Filter(name, tuple(values), negated))

    def filters_of(self, name: str) -> tuple[str | int, ...]:
        """Return the values of the conditions of one name."""
        return tuple(v for f in self.filters if f.name == name for v in f.values)

    def cues(self) -> frozenset[str]:
        """Return every concept of the question, with those that a follow-up brings along."""
        return frozenset(c for t in self.terms for c in t.concepts) | self.hints.features
