"""The words of an answer beside its table and its citation: what those two show is not said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.model import Answer, Table
from assistant.tui.citation import computation, sheets
from assistant.tui.contacts import card_contacts
from assistant.tui.words.cards import EXTENSION
from assistant.tui.wrapping import BULLET

_CITATION = re.compile(r"[（(](?:出典[:：]|Source: ).*[）)]", re.DOTALL)


def lead(answer: Answer) -> str:
    """Return the answer's text without the list that its table shows and the closing line that its citation shows."""
    lines = answer.text.split("\n")
    if len(lines) > 1 and (sheets(answer) or computation(answer)):
        lines = [line for line in lines if not _CITATION.fullmatch(line)] or lines
    items = [line for line in lines if line.startswith(BULLET)]
    if items and len(items) < len(lines) and (_on_card(answer, items) or _in_table(answer.table, items)):
        lines = [line for line in lines if not line.startswith(BULLET)]
    return "\n".join(lines)


def _in_table(table: Table | None, items: list[str]) -> bool:
    """Whether the table says everything that the items of a list say, row by row."""
    if table is None:
        return False
    titles = [column.title for column in table.columns]
    return _show([[*row, *titles] for row in table.labels], items)


def _on_card(answer: Answer, items: list[str]) -> bool:
    """Whether the contact card says everything that the items of a list say, contact by contact."""
    word = EXTENSION[answer.language]
    shown = card_contacts(answer)
    return _show([[c.programme, c.bureau, c.division, c.extension, word] for c in shown], items)


def _show(rows: Sequence[Sequence[str]], items: list[str]) -> bool:
    return len(rows) == len(items) and not any(
        char.isalnum() for item, row in zip(items, rows, strict=True) for char in _without(item, row)
    )


def _without(text: str, parts: Sequence[str]) -> str:
    for part in sorted(filter(None, parts), key=len, reverse=True):
        text = text.replace(part, " ", 1)
    return text
