"""One of a few: the chosen row has a mark, as words and signs have it and not colours."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from assistant.tui.widgets.prose import Prose

_MARKS = {True: "(*) ", False: "( ) "}


class ChoiceRow(Prose):
    """A row that can be chosen with the mouse; `Picked` says so."""

    DEFAULT_CSS = """
    ChoiceRow {
        &.-chosen { text-style: bold; }
        &.-closed { color: $text-disabled; }
        pointer: pointer;
        &:hover { background: $panel; }
    }
    """

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, choice: str) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, choice: str, label: str, *, chosen: bool, closed: bool) -> None:
        super().__init__(label, prefix=Content(_MARKS[chosen]))
        self._choice = choice
        self.set_class(chosen, "-chosen")
        self.set_class(closed, "-closed")

    def on_click(self, event: events.Click) -> None:
        """Choose the row."""
        event.stop()
        self.post_message(self.Picked(self._choice))
