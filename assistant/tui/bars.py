"""Bars of terminal cells, to an eighth of a cell. A label always stands beside, so that nothing hangs on the colour."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.model import ColumnKind, Table

EIGHTHS = " ▏▎▍▌▋▊▉"
FULL = "█"
REST = "░"
PREFERRED: tuple[ColumnKind, ...] = ("money", "percent", "number")


def bar(share: float, width: int) -> str:
    """Return a share from 0 to 1 as a bar in so many cells; what is more than nothing is always seen."""
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    full, rest = divmod(min(eighths, width * 8), 8)
    return FULL * full + EIGHTHS[rest].strip()


def proportion(percent: float, width: int) -> str:
    """Return a percentage as the filled part of a frame of so many cells."""
    return f"[{bar(percent / 100, width - 2).ljust(width - 2, REST)}]"


def shares(table: Table) -> list[float] | None:
    """Return for every row how long its bar is, from 0 to 1; None where bars would show nothing.

    Money comes before percentages, and those before other numbers. A percentage is measured against the whole.
    """
    for kind in PREFERRED:
        for index, column in enumerate(table.columns):
            if column.kind == kind and (found := _measured([row[index] for row in table.rows], kind)):
                return found
    return None


def _measured(values: Sequence[object], kind: ColumnKind) -> list[float] | None:
    numbers = [value if isinstance(value, int | float) else None for value in values]
    known = [number for number in numbers if number is not None]
    if len(known) < 2 or min(known) < 0 or not max(known):
        return None
    whole = 100 if kind == "percent" and max(known) <= 100 else max(known)
    return [(number or 0) / whole for number in numbers]
