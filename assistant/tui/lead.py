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
_GROUPS = ("ministry:", "category:")


def lead(answer: Answer) -> str:
    """Return the answer's text without the list that its table shows and the closing line that its citation shows."""
    lines = answer.text.split("\n")
    if len(lines) > 1 and (sheets(answer) or computation(answer)):
        lines = [line for line in lines if not _CITATION.fullmatch(line)] or lines
    items = [line for line in lines if line.startswith(BULLET)]
    shown = _on_card(answer, items) or _in_table(answer.table, items) or _in_groups(answer, items)
    if items and len(items) < len(lines) and shown:
        lines = [line for line in lines if not line.startswith(BULLET)]
    return "\n".join(lines)


def _in_table(table: Table | None, items: list[str]) -> bool:
    """Whether the table says everything that the items of a list say, row by row."""
    if table is None:
        return False
    titles = [column.title for column in table.columns]
    return _show([[*row, *titles] for row in table.labels], items)


def _in_groups(answer: Answer, items: list[str]) -> bool:
    """Whether the table has the groups that the items of a list name, in a shorter form: 厚労省 for 厚生労働省.

    In English the list stays: it says what METI stands for.
    """
    table = answer.table
    if (
        answer.language != "ja"
        or table is None
        or len(table.labels) != len(items)
        or not all(f.subject.startswith(_GROUPS) for f in answer.facts)
    ):
        return False
    for item, row in zip(items, table.labels, strict=True):
        short, *figures = row
        name = _without(item, figures)
        letters = iter(name)
        if any(char.isdecimal() for char in name) or not all(char in letters for char in short):
            return False
    return True


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
