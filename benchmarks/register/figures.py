"""Figures of the register's benchmarks beside what is asked of them, as a table for people."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `met` is None where nothing is asked of it."""

    part: str
    name: str
    asked: str
    seen: str
    met: bool | None = None


def most(part: str, name: str, limit: float, seen: float, unit: str) -> Figure:
    """Return a figure that must not be greater than a limit; of no unit it is a ratio."""
    shown = f"{seen:.2f}" if not unit else f"{seen:.1f} {unit}"
    return Figure(part, name, f"≤ {limit:g} {unit}".strip(), shown, seen <= limit)


def median_and_p99(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile of at least two times."""
    return statistics.median(times), statistics.quantiles(times, n=100)[98]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures with their columns aligned, and last how many miss what is asked."""
    words = {True: "met", False: "MISSED", None: ""}
    lines = [("part", "figure", "asked", "seen", "")]
    lines += [(f.part, f.name, f.asked, f.seen, words[f.met]) for f in figures]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(5)]
    missed = sum(f.met is False for f in figures)
    end = f"{sum(f.met is True for f in figures)} met, {missed} missed"
    return "\n".join([*("  ".join(map(set_cell_size, line, widths)).rstrip() for line in lines), "", end])
