"""The words of an answer beside its table and its citation: what those two show is not said twice."""

from __future__ import annotations

import re

from assistant.answer.model import Answer, Table
from assistant.tui.citation import computation, sheets
from assistant.tui.wrapping import BULLET

_CITATION = re.compile(r"[（(](?:出典[:：]|Source: ).*[）)]", re.DOTALL)


def lead(answer: Answer) -> str:
    """Return the answer's text without the list that its table shows and the closing line that its citation shows."""
    lines = answer.text.split("\n")
    if len(lines) > 1 and _CITATION.fullmatch(lines[-1]) and (sheets(answer) or computation(answer)):
        lines.pop()
    items = [line for line in lines if line.startswith(BULLET)]
    if answer.table is not None and len(items) < len(lines) and _shows(answer.table, items):
        lines = [line for line in lines if not line.startswith(BULLET)]
    return "\n".join(lines)


def _shows(table: Table, items: list[str]) -> bool:
    """Whether the table says everything that the items of a list say, row by row."""
    if len(items) != len(table.labels):
        return False
    titles = [column.title for column in table.columns]
    return not any(
        char.isalnum() for item, row in zip(items, table.labels, strict=True) for char in _without(item, [*row, *titles])
    )


def _without(text: str, parts: list[str]) -> str:
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, " ", 1)
    return text
