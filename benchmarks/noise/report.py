"""The figures as a table for people, as an object for programs, and the failing questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size

from benchmarks.noise.measure import Failure, Result

BEGINNING = 100
"""How many columns of an answer are shown."""
_LANGUAGES = {"ja": "Japanese", "en": "English"}


def share(part: int, whole: int) -> float:
    """Return a part in percent of the whole, to a tenth; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def _figures(results: Sequence[Result]) -> dict[str, Any]:
    sums = {name: sum(getattr(result, name) for result in results) for name in ("questions", "correct", "wrong", "missed")}
    return sums | {f"{name}_percent": share(sums[name], sums["questions"]) for name in ("correct", "wrong", "missed")}


def _in(language: str, results: Sequence[Result]) -> list[Result]:
    return [result for result in results if result.kind.language == language]


def as_object(heading: dict[str, Any], results: Sequence[Result], *, show: bool) -> dict[str, Any]:
    """Return what was measured: counts and percentages by kind and in all; the failures where they are to be shown."""
    kinds = []
    for result in results:
        entry = {"kind": result.kind.name, "language": result.kind.language, **_figures([result])}
        if show:
            entry["failures"] = [_entry(failure) for failure in result.failures]
        kinds.append(entry)
    totals = {language: _figures(found) for language in _LANGUAGES if (found := _in(language, results))}
    return heading | {"kinds": kinds, "totals": totals}


def _entry(failure: Failure) -> dict[str, Any]:
    return {
        "id": failure.id,
        "verdict": _verdict(failure),
        "question": failure.question,
        "expected": failure.expected,
        "answer": failure.answer,
    }


def _verdict(failure: Failure) -> str:
    return "wrong" if failure.wrong else "missed"


def table(heading: dict[str, Any], results: Sequence[Result]) -> str:
    """Return the table, under a line that says what was asked."""
    lines: list[tuple[str, ...]] = [("kind", "questions", "correct", "wrong", "missed", "what is done")]
    for language, name in _LANGUAGES.items():
        found = _in(language, results)
        if found:
            lines.append(_row(f"{name}, all kinds", found, ""))
            lines += [_row(f"  {result.kind.name}", [result], result.kind.about) for result in found]
    widths = [max(cell_len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join([_sentence(heading), "", *(_aligned(line, widths) for line in lines)])


def _sentence(heading: dict[str, Any]) -> str:
    return (
        f"Seed {heading['seed']}: {heading['right']} of {heading['clean']} clean questions are answered rightly without noise."
    )


def _row(name: str, results: Sequence[Result], about: str) -> tuple[str, ...]:
    figures = _figures(results)
    return (
        name,
        f"{figures['questions']:,}",
        *(f"{figures[f'{verdict}_percent']:.1f} %" for verdict in ("correct", "wrong", "missed")),
        about,
    )


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers, about = (
        cell if column in (0, len(line) - 1) else cell.rjust(widths[column]) for column, cell in enumerate(line)
    )
    return "  ".join([set_cell_size(name, widths[0]), *numbers, about]).rstrip()


def failures(results: Sequence[Result]) -> str:
    """Return every question that failed: its noise, what was expected, and how the answer begins."""
    out = []
    for result in results:
        for failure in result.failures:
            out += [
                f"{result.kind.language} {result.kind.name}, {failure.id}: {_verdict(failure)}",
                *(f"  asked   {line}" for line in failure.question.splitlines()),
                f"  but     {failure.expected}",
                f"  answer  {beginning(failure.answer)}",
                "",
            ]
    return "\n".join(out)


def beginning(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if cell_len(line) <= BEGINNING else set_cell_size(line, BEGINNING - 1).rstrip() + "…"
