"""A quiet line under an answer: a word that says what it is, and the text with a hanging indent."""

from __future__ import annotations

from textual.content import Content

from assistant.answer.model import Language
from assistant.tui.table_layout import pad
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.phrase import Phrase

LABEL_WIDTH = {"ja": 6, "en": 10}


class Note(Prose):
    """A label in a column as wide as its language needs, so that notes align, and the text beside it."""

    DEFAULT_CSS = """
    Note { color: $text-muted; }
    """

    def __init__(self, label: Phrase, text: str, language: Language, *, classes: str | None = None) -> None:
        super().__init__(text, prefix=Content(pad(label[language], LABEL_WIDTH[language])), classes=classes)
