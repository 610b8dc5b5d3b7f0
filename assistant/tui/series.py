"""Amounts through time as a chart of bars: a line a year, the oldest first, with the figure beside its bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.model import Table
from assistant.text.printable import one_line
from assistant.tui.bars import bar
from assistant.tui.table_layout import GAP, NARROWEST_BAR, pad
from assistant.tui.wrapping import cells, truncate

MOST_YEARS = 10
"""Years that are drawn: the newest; the table below has them all."""
WIDEST = 48
"""Cells of the longest bar: a longer one says no more."""
AXIS = "│"
BELOW = "-"
"""In place of a bar where a figure is negative: bars have no other side."""


@dataclass(frozen=True, slots=True)
class Point:
    """One year as shown, its figure as shown, and its value; None where the source states none."""

    year: str
    figure: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn: the heading of the column, its years in order, and whether there are earlier ones that are left out."""

    title: str
    points: tuple[Point, ...]
    cut: bool


def series(table: Table) -> Series | None:
    """Return the first column of amounts through the years; None where a table has no years, or a year twice, or no course."""
    years = next((index for index, column in enumerate(table.columns) if column.kind == "year"), None)
    if years is None:
        return None
    order = sorted(
        (row for row in zip(table.rows, table.labels, strict=True) if isinstance(row[0][years], int)),
        key=lambda row: _number(row[0][years]) or 0,
    )
    if len({row[years] for row, _ in order}) < max(2, len(order)):
        return None
    for kind in ("money", "percent", "number"):
        for index, column in enumerate(table.columns):
            values = [_number(row[index]) for row, _ in order]
            if column.kind == kind and any(value is not None and value > 0 for value in values):
                points = tuple(
                    Point(one_line(labels[years]), one_line(labels[index]), value)
                    for (_, labels), value in zip(order, values, strict=True)
                )
                return Series(one_line(column.title), points[-MOST_YEARS:], len(points) > MOST_YEARS)
    return None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line: what stands before the bar, the bar, and the figure behind it."""

    head: str
    bar: str
    figure: str


def draw(points: Sequence[Point], width: int) -> Iterator[Drawn]:
    """Yield a line a year in so many cells: the figures in a column; without room for bars, years and figures alone."""
    year = max(cells(point.year) for point in points)
    figure = max(cells(point.figure) for point in points)
    most = max((point.value or 0 for point in points), default=0)
    room = min(WIDEST, width - year - figure - GAP - len(AXIS) - 1)
    for point in points:
        if room < NARROWEST_BAR // 2:
            yield Drawn(truncate(f"{pad(point.year, year)} {AXIS} {point.figure}", width), "", "")
            continue
        value = point.value
        drawn = "" if value is None or not most else bar(max(value, 0) / most, room) if value >= 0 else BELOW
        yield Drawn(
            f"{pad(point.year, year)} {AXIS}", pad(drawn, room), " " * (GAP - 1) + pad(point.figure, figure, right=True)
        )


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) else None
