"""A table as lines of text, aligned by terminal cells: figures to the right, names wrapped, nothing cut without a sign.

Where a table cannot stand side by side in the width, its rows stand one below the other, each value behind its heading.
Bars stand in a last column where there is room for one, else on a line below each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from assistant.answer.model import ColumnKind
from assistant.tui.bars import bar
from assistant.tui.wrapping import cells, truncate, wrap

GAP = 3
NARROWEST_TEXT = 10
NARROWEST_BESIDE_BAR = 16
MOST_LINES = 3

NARROWEST_BAR = 10
WIDEST_BAR = 30

Role = Literal["head", "rule", "row"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a laid-out table, what it is, and from which character on it is a bar."""

    text: str
    role: Role
    bar: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a table, and between which cells each column stands; no columns where the rows are stacked."""

    lines: list[Line]
    columns: list[tuple[int, int]]

    def column_at(self, x: int) -> int | None:
        """Return the column at a cell."""
        return next((index for index, (start, end) in enumerate(self.columns) if start <= x < end), None)


def lay_out(
    titles: Sequence[str],
    kinds: Sequence[ColumnKind],
    rows: Sequence[Sequence[str]],
    width: int,
    bars: Sequence[float] | None = None,
) -> Layout:
    """Lay out a table in lines of at most `width` cells, with a bar for each row where `bars` says how long."""
    beside = width - GAP - NARROWEST_BAR
    room = _column_widths(titles, kinds, rows, beside, NARROWEST_BESIDE_BAR) if bars is not None else None
    room = room or _column_widths(titles, kinds, rows, width, NARROWEST_TEXT)
    if room is None:
        return Layout(_stacked(titles, rows, width, bars), [])
    wrapped = [[_few_lines(cell, most) for cell, most in zip(row, room, strict=True)] for row in (titles, *rows)]
    # A wide character may leave a cell of its column unused; the column then takes no more than its lines.
    widths = [max(cells(line) for cell in column for line in cell) for column in zip(*wrapped, strict=True)]
    total = sum(widths) + GAP * (len(widths) - 1)
    head, *body = wrapped
    lines = [Line(text, "head") for text in _row(head, kinds, widths)]
    lines.append(Line("─" * total, "rule"))
    for index, row in enumerate(body):
        pieces = [Line(text, "row") for text in _row(row, kinds, widths)]
        lines.extend(pieces if bars is None else _with_bar(pieces, bars[index], total, width))
    return Layout(lines, _spans(widths))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled up to `width` cells with spaces behind it, or before it."""
    space = " " * max(0, width - cells(text))
    return space + text if right else text + space


def _column_widths(
    titles: Sequence[str], kinds: Sequence[ColumnKind], rows: Sequence[Sequence[str]], width: int, narrowest: int
) -> list[int] | None:
    """Return a width for each column: text gives way, the widest first, down to `narrowest`; None where that is too wide."""
    widths = [max(map(cells, column)) for column in zip(titles, *rows, strict=True)]
    room = width - GAP * (len(titles) - 1)
    text_columns = [index for index, kind in enumerate(kinds) if kind == "text"]
    while sum(widths) > room:
        widest = max(text_columns, key=widths.__getitem__, default=None)
        if widest is None or widths[widest] <= narrowest:
            return None
        widths[widest] -= 1
    return widths


def _row(wrapped: Sequence[Sequence[str]], kinds: Sequence[ColumnKind], widths: Sequence[int]) -> list[str]:
    """Return the lines of one row; a cell's further lines stand below its first."""
    return [
        (" " * GAP)
        .join(pad(text, width, right=kind != "text") for text, kind, width in zip(pieces, kinds, widths, strict=True))
        .rstrip()
        for pieces in zip_longest(*wrapped, fillvalue="")
    ]


def _spans(widths: Sequence[int]) -> list[tuple[int, int]]:
    starts = [sum(widths[:index]) + GAP * index for index in range(len(widths))]
    return [(start, start + width) for start, width in zip(starts, widths, strict=True)]


def _with_bar(lines: list[Line], share: float, total: int, width: int) -> list[Line]:
    """Return the lines of a row with its bar behind the first, or below the last where there is too little room."""
    room = min(WIDEST_BAR, width - total - GAP)
    if room < NARROWEST_BAR:
        return [*lines, *_bar_below(share, total)]
    drawn = bar(share, room)
    start = pad(lines[0].text, total + GAP) if drawn else lines[0].text
    return [Line(start + drawn, "row", len(start)), *lines[1:]]


def _bar_below(share: float, width: int) -> list[Line]:
    return [Line(drawn, "row", 0)] if (drawn := bar(share, min(WIDEST_BAR, width))) else []


def _few_lines(text: str, width: int) -> list[str]:
    lines = wrap(text, width)
    if len(lines) > MOST_LINES:
        rest = "".join(lines[MOST_LINES - 1 :])
        lines = [*lines[: MOST_LINES - 1], truncate(rest, width)]
    return lines


def _stacked(
    titles: Sequence[str], rows: Sequence[Sequence[str]], width: int, bars: Sequence[float] | None = None
) -> list[Line]:
    heading = min(max(map(cells, titles)), width // 2)
    lines: list[Line] = []
    for number, row in enumerate(rows):
        if number:
            lines.append(Line("", "row"))
        for title, value in zip(titles, row, strict=True):
            for index, piece in enumerate(wrap(value, width - heading - 2)):
                name = truncate(title, heading) if index == 0 else ""
                lines.append(Line(f"{pad(name, heading)}  {piece}".rstrip(), "row"))
        lines.extend([] if bars is None else _bar_below(bars[number], width))
    return lines
