"""An answer for a person: the text, the choices, what was understood, and the sheets that the text does not name."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.model import Answer
from assistant.cli import texts
from assistant.tui.citation import computation, sheets


def page(answer: Answer) -> str:
    """Return an answer for a person."""
    lines = [answer.text]
    lines += [f"{number}. {option.question}" for number, option in enumerate(answer.options, 1)]
    notes = list(_notes(answer))
    return "\n".join([*lines, "", *notes] if notes else lines)


def _notes(answer: Answer) -> Iterator[str]:
    language = answer.language
    if answer.understood:
        yield texts.UNDERSTOOD[language].format(understood=answer.understood)
    computed = computation(answer)
    if computed:
        yield texts.COMPUTED[language].format(computed=computed)
    for sheet in sheets(answer):
        if not _cited(sheet, answer.text):
            yield texts.SHEET[language].format(sheet=sheet)


def _cited(sheet: str, text: str) -> bool:
    """Whether a text names a sheet as its source (a programme's name alone is not a citation)."""
    return any(form in text for form in (f"「{sheet}」", f"“{sheet}”", f"{sheet}のシート"))
