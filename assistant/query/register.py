"""What the placeholders of a register's statements stand for: courses of years, payees, the field of a figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from assistant.reading.model import Frame, Measure

SHOWN = 10
"""How many of a long list are shown where no number is said."""


class Binder(Protocol):
    """Binds values to a statement; returns the placeholder."""

    def __call__(self, value: str | int) -> str:
        """Bind one value."""
        ...

    def many(self, values: Sequence[str | int]) -> str:
        """Bind values, their placeholders joined by commas."""
        ...


def register_places(frame: Frame, bind: Binder, subject: str, most: int | None) -> Mapping[str, Callable[[], str]]:
    """Return the placeholders that only a register's intents use; `subject` is that of the selection, `most` a number said."""
    measure = frame.measure
    one = subject.startswith("program:")
    return {
        "course": lambda: course(measure, bind),
        "subject_of": lambda: bind(subject),
        "payer": lambda: bind(subject),
        "amount_field": lambda: bind(measure.field if measure and one else "total"),
        "most": lambda: bind(most or SHOWN),
        "payees": lambda: payees(frame, bind),
        "since": lambda: bind((measure.since or measure.fiscal_year) if measure else 0),
        "year": lambda: bind(measure.fiscal_year if measure else 0),
    }


def course(measure: Measure | None, bind: Binder) -> str:
    """Return the condition that an amount `x` belongs to the course of years meant."""
    if measure is None:
        return "1 = 1"
    stage = "total" if measure.stage == "rate" else measure.stage
    years = f"x.fiscal_year BETWEEN {bind(measure.since or measure.fiscal_year)} AND {bind(measure.fiscal_year)}"
    return f"{years} AND x.stage = {bind(stage)}" + " AND x.counted = 1" * measure.counted


def payees(frame: Frame, bind: Binder) -> str:
    """Return the condition that a payment `k` went to the payees named."""
    names = [v for f in frame.filters if f.name == "payee" and not f.negated for v in f.values]
    return f"k.name IN ({bind.many(names)})" if names else "1 = 1"
