"""The figures as a table for people: what was measured, ours, the peer's, and the target."""

from __future__ import annotations

from typing import Any

RATIO, MEDIAN, P99 = 1.4, 2.0, 10.0
"""Targets: the ratio of process times, and ms of a warm question."""


def rows(figures: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return the lines of the table: measurement, ours, peer, target and whether it is met."""
    process, first, warm, memory = (figures[name] for name in ("process", "first_call", "warm", "memory"))
    low, high = process["ratio_quartiles"]
    return [
        ("measurement", "budget-assistant", "sqlite-utils", "target"),
        ("whole process, median", f"{process['ours_ms']} ms", f"{process['peer_ms']} ms", ""),
        ("  ratio (quartiles)", f"{process['ratio']} ({low}–{high})", "1", _target(process["ratio"], RATIO)),
        ("  an empty Python", f"{process['bare_python_ms']} ms", "", ""),
        ("first call, lexicon not cached", f"{first['ours_ms']} ms", "", ""),
        (
            f"warm ask, {warm['asked']} questions: median",
            f"{warm['median_ms']} ms",
            "",
            _target(warm["median_ms"], MEDIAN),
        ),
        ("  p99", f"{warm['p99_ms']} ms", "", _target(warm["p99_ms"], P99)),
        ("  slowest", f"{warm['slowest_ms']} ms", "", ""),
        ("peak memory, whole process", f"{memory['ours_mib']} MiB", f"{memory['peer_mib']} MiB", ""),
        ("  warm, after the questions", f"{memory['warm_mib']} MiB", "", ""),
        ("  an empty Python", f"{memory['bare_python_mib']} MiB", "", ""),
    ]


def table(figures: dict[str, Any]) -> str:
    """Return the table, its columns aligned, under a line that says where it was measured."""
    lines = rows(figures)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    machine, process = figures["machine"], figures["process"]
    head = f"Python {machine['python']}, {machine['system']} {machine['processor']}, {process['rounds']} rounds in turns"
    return "\n".join([head, "", *("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)])


def _target(value: float, most: float) -> str:
    return f"≤ {most:g} {'met' if value <= most else 'MISSED'}"
