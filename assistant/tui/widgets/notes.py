"""The quiet lines under an answer in one widget: a conversation of a thousand answers has a thousand of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.text.printable import printable
from assistant.tui.table_layout import pad
from assistant.tui.widgets.note import LABEL_WIDTH
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import wrap


class Notes(Widget):
    """Labels in a column as wide as the language needs, and their texts beside them."""

    DEFAULT_CSS = """
    Notes { width: 1fr; height: auto; text-wrap: nowrap; color: $text-muted; }
    """

    def __init__(self, notes: Sequence[tuple[Phrase, str]], language: Language, *, classes: str | None = None) -> None:
        super().__init__(classes=classes, markup=False)
        self._margin = LABEL_WIDTH[language]
        self._notes = [(label[language], printable(text)) for label, text in notes]
        self._wrapped: tuple[int, list[str]] = (0, [])

    def lines(self, width: int) -> list[str]:
        """Return the notes as lines, kept for the width last asked for: every layout asks again."""
        if self._wrapped[0] != width:
            lines = []
            for label, text in self._notes:
                for number, piece in enumerate(wrap(text, width - self._margin)):
                    lines.append(pad("" if number else label, self._margin) + piece)
            self._wrapped = (width, lines)
        return self._wrapped[1]

    def render(self) -> Content:
        """Return the lines for the present width."""
        return Content("\n".join(self.lines(self.content_size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the notes take in a width."""
        return len(self.lines(width))
