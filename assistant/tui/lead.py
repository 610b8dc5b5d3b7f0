"""The words of an answer beside its table and its citation: what those two show is not said twice."""

from __future__ import annotations

import re

from assistant.answer.model import Answer
from assistant.tui.citation import computation, sheets
from assistant.tui.wrapping import BULLET

_CITATION = re.compile(r"[（(](?:出典[:：]|Source: ).*[）)]", re.DOTALL)


def lead(answer: Answer) -> str:
    """Return the answer's text without the list that its table shows and the closing line that its citation shows."""
    lines = answer.text.split("\n")
    if len(lines) > 1 and _CITATION.fullmatch(lines[-1]) and (sheets(answer) or computation(answer)):
        lines.pop()
    items = sum(line.startswith(BULLET) for line in lines)
    if answer.table is not None and items == len(answer.table.labels) and items < len(lines):
        lines = [line for line in lines if not line.startswith(BULLET)]
    return "\n".join(lines)
