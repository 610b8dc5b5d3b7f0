"""Which sheet states the amounts of a fiscal year, and over which of them totals are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

LABELS = {
    "initial": "当初予算",
    "supplementary": "補正予算",
    "carried in": "前年度から繰越し",
    "carried out": "翌年度へ繰越し",
    "reserve": "予備費等",
    "total": "予算計",
    "executed": "執行額",
    "requested": "要求額",
}
_ORDER = {stage: place for place, stage in enumerate(LABELS)}
Plain = tuple[int, str, int, str]
"""Fiscal year, stage, yen, printed: as `Stated`."""


class Chosen(NamedTuple):
    """An amount of a programme's history with the sheet that states it."""

    fiscal_year: int
    stage: str
    yen: int
    printed: str
    sheet: int
    """Place of the stating sheet among the programme's."""
    counted: int
    """1 or 0, as the store has it."""


def choose(sheets: Sequence[tuple[int, Iterable[Plain]]], oldest: int, newest: int) -> Iterator[Chosen]:
    """Yield one amount a fiscal year and stage from the sheets (review year, amounts) of a programme, newest first.

    `oldest` and `newest` are the database's review years. Totals of a fiscal year are taken over the sheets of one review
    year, so that no money is counted twice: the one after it, where figures are final, or the nearest that there is. A
    programme's own sheet of that year is taken, and its amounts are counted; else its newest sheet that states them.
    """
    stated: dict[int, tuple[int, str, int, str, int, int]] = {}
    for place, (review_year, amounts) in enumerate(sheets):
        counted: dict[int, int] = {}
        for year, stage, yen, printed in amounts:
            asked = year - 1 if stage == "requested" else year + 1
            if asked not in counted:
                counted[asked] = int(review_year == min(max(asked, oldest), newest))
            key = year * len(_ORDER) + _ORDER[stage]
            if counted[asked] or key not in stated:
                stated[key] = year, stage, yen, printed, place, counted[asked]
    for key in sorted(stated):
        yield Chosen(*stated[key])
