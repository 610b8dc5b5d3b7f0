"""A follow-up and what it is found to be about: what every rule of a conversation looks at and returns."""

from __future__ import annotations

from typing import NamedTuple

from assistant.conversation.state import State
from assistant.reading.model import Filter, Frame, Operand, Reading
from assistant.store.catalogue import Catalogue
from assistant.store.world import StoreWorld

POINTING = frozenset({"it", "those", "among_them", "others", "former", "latter", "earlier"})
SETS = frozenset({"those", "among_them", "others"})
PAIRS = frozenset({"difference", "ratio"})
EXTREMES = frozenset({"largest", "smallest"})
SIZES = EXTREMES | {"big", "small", "more", "less", "most"}
ATTRIBUTES = frozenset(
    {
        "amount", "how_much", "extension", "division", "bureau", "contact", "who", "ministry", "category", "organisation",
        "recipient", "equipment", "purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition",
        "stage", "field_of_support", "background", "route", "name", "component_amount", "estimated_costs", "pillar",
    }
)  # fmt: skip


class Follow(NamedTuple):
    """A follow-up: its reading, what came before, and the data that names belong to."""

    reading: Reading
    state: State
    world: StoreWorld
    catalogue: Catalogue
    asks: bool
    without: frozenset[str] = frozenset()
    """Ids of what is not to be borrowed (see `chips`)."""

    @property
    def frame(self) -> Frame:
        """What the question itself says."""
        return self.reading.frame

    @property
    def said(self) -> set[str]:
        """The concepts that are said in the question itself."""
        return {c for t in self.reading.terms for c in t.concepts}

    def group_of(self, programme: str, kind: str) -> str:
        """Return the ministry or category of a programme."""
        return (self.catalogue.ministry_of if kind == "ministry" else self.catalogue.category_of)[programme]


class Selection(NamedTuple):
    """What a follow-up is about: its conditions, the sides of a comparison, and which conditions were borrowed."""

    filters: tuple[Filter, ...]
    operands: tuple[Operand, ...] = ()
    borrowed: tuple[Filter, ...] = ()
    spent: frozenset[str] = frozenset()
    """Concepts that only said which of the last programmes is meant: they ask nothing any more."""


def own_selection(frame: Frame) -> bool:
    """Whether a question names programmes itself (a stated part alone does not)."""
    several = bool(frame.ambiguous) and frame.measure is not None  # pieces of names in a register
    return any(f.name != "part" for f in frame.filters) or bool(frame.extensions) or several


def programmes(*ids: str, negated: bool = False) -> Filter:
    """Return the condition that it is one of these programmes (or none of them)."""
    return Filter("program", ids, negated)


def all_borrowed(*filters: Filter) -> Selection:
    """Return a selection that comes from the last turns alone."""
    return Selection(filters, (), filters)


def merged(operands: tuple[Operand, ...]) -> tuple[Filter, ...]:
    """Return the conditions that the operands make together, one a kind."""
    kinds = dict.fromkeys(o.kind for o in operands)
    return tuple(Filter(k, tuple(dict.fromkeys(o.id for o in operands if o.kind == k))) for k in kinds)
