"""A quiet line under an answer: a word that says what it is, and the text with a hanging indent."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widgets import Static

from assistant.answer.model import Language
from assistant.tui.strings import Phrase
from assistant.tui.widgets.prose import Prose


class Note(HorizontalGroup):
    """A label in a column as wide as its language needs, so that notes align, and the text beside it."""

    DEFAULT_CSS = """
    Note {
        color: $text-muted;
        & > .note--label { width: 10; }
        &.-ja > .note--label { width: 6; }
    }
    """

    def __init__(self, label: Phrase, text: str, language: Language, *, classes: str = "") -> None:
        super().__init__(classes=f"-{language} {classes}")
        self._label = label[language]
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the label beside the text."""
        yield Static(self._label, classes="note--label", markup=False)
        yield Prose(self._text)
