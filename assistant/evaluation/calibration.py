"""What other thresholds would give: the counts of correct, wrong and missed over a grid around the point chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.evaluation.cases import Case
from assistant.evaluation.run import Evaluation
from assistant.reading.thresholds import THRESHOLDS, Thresholds

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.reading.model import Reading

GRID: dict[str, tuple[float, ...]] = {
    "covered": (0.5, 0.6, 0.7, 0.76, 0.82, 0.88, 0.94),
    "sure": (0.85, 0.9, 0.94, 0.97, 0.99),
    "left_over": (0, 1, 2, 3),
    "margin": (0.0, 0.05, 0.3, 0.7, 1.1),
    "weakest": (-3.0, -2.0, -1.0, 0.0, 1.0),
    "weakest_alone": (0.0, 0.5, 1.0, 1.5, 2.0),
}
"""The values that are tried, one threshold at a time; each row holds the one chosen."""


@dataclass(frozen=True, slots=True)
class Point:
    """One threshold at one value, the others as chosen, and what it gives."""

    threshold: str
    value: float
    chosen: bool
    correct: int
    wrong: int
    missed: int

    @property
    def rank(self) -> tuple[int, int]:
        """The order of preference: fewest wrong first, then most correct."""
        return (self.wrong, -self.correct)


def calibrate(assistant: Assistant, cases: Iterable[Case], advance: Callable[[], None] = lambda: None) -> list[Point]:
    """Return the points of the grid for single questions; `advance` is called after each of `steps()` points.

    A question is read once and only decided and answered again. Conversations are left out: each turn depends on the last.
    """
    singles = [case for case in cases if len(case.turns) == 1]
    readings = [assistant.read(case.turns[0].question) for case in singles]
    points: list[Point] = []
    for name, values in GRID.items():
        for value in values:
            limits = replace(THRESHOLDS, **{name: value})  # type: ignore[arg-type]
            counts = _tried(assistant, singles, readings, limits).counts
            chosen = value == getattr(THRESHOLDS, name)
            points.append(Point(name, value, chosen, counts["correct"], counts["wrong"], counts["missed"]))
            advance()
    return points


def steps() -> int:
    """Return how many points the grid has."""
    return sum(map(len, GRID.values()))


def better(points: Sequence[Point]) -> list[Point]:
    """Return the points that are preferred to the one chosen of their threshold, the best one of each."""
    found = []
    for name in GRID:
        row = [point for point in points if point.threshold == name]
        best = min(row, key=lambda point: (*point.rank, not point.chosen))
        if not best.chosen:
            found.append(best)
    return found


def _tried(assistant: Assistant, cases: Sequence[Case], readings: Sequence[Reading], limits: Thresholds) -> Evaluation:
    """Return the verdicts under other thresholds."""
    found, before = Evaluation(), assistant.thresholds
    assistant.thresholds = limits
    try:
        for case, reading in zip(cases, readings, strict=True):
            reply: dict[str, Any] = assistant.respond(reading).model_dump(mode="json")
            found.add(case, 1, case.turns[0], reply)
    finally:
        assistant.thresholds = before
    return found
