"""The one figure that an answer is about, and how it is drawn: its digits three rows tall, its words beside them."""

from __future__ import annotations

import re

from rich.segment import Segment
from rich.style import Style
from textual.renderables.digits import Digits

from assistant.answer.model import Answer, Fact, Language
from assistant.text.printable import one_line
from assistant.tui.words.cards import APPROXIMATELY, DRAFT
from assistant.tui.wrapping import cells

UNITS = frozenset({"JPY", "percent", "count"})
ROWS = 3
LONGEST = 40
"""Cells of the longest label that is a figure and not a sentence."""

_DIGITS = re.compile(r"([0-9]+)")
_BOLD = Style(bold=True)
_DRAFT = {
    "ja": re.compile(r"(?:[（(]|いずれも|予算)案|案の額"),
    "en": re.compile(r"\bdrafts?\b"),
}


def leading(answer: Answer) -> Fact | None:
    """Return the figure that an answer leads with; None where it has none, or several alike."""
    if not answer.answered or not answer.facts:
        return None
    first, *others = answer.facts
    is_figure = (first.unit in UNITS or first.field == "ratio") and _DIGITS.search(first.label)
    alone = all(fact.field != first.field for fact in others)
    return first if is_figure and alone and cells(first.label) <= LONGEST else None


def figure_text(fact: Fact, language: Language) -> str:
    """Return a figure as shown, with the word that says that it is approximate."""
    label = one_line(fact.label)
    word = APPROXIMATELY[language]
    return label if not fact.approximate or label.startswith(word) else f"{word} {label}" if language == "en" else word + label


def draft(answer: Answer, fact: Fact) -> str:
    """Return the word that says that an amount is a draft, where the answer's text says so."""
    says = fact.unit == "JPY" and _DRAFT[answer.language].search(answer.text)
    return DRAFT[answer.language] if says and DRAFT[answer.language] not in fact.label else ""


def tall(text: str) -> list[str]:
    """Return a text as three rows of equal width: digits tall, all else on the bottom row beside them."""
    rows = ["", "", ""]
    for index, piece in enumerate(_DIGITS.split(text)):
        for row, drawn in enumerate(_drawn(piece) if index % 2 else _beside(piece)):
            rows[row] += drawn
    return rows


def _drawn(digits: str) -> list[str]:
    rows = "".join(piece.text for piece in Digits(digits).render(_BOLD) if isinstance(piece, Segment)).split("\n")
    return rows[:ROWS]


def _beside(text: str) -> list[str]:
    return [" " * cells(text)] * (ROWS - 1) + [text]
