"""The line that a panel is searched with."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from assistant.text.printable import one_line
from assistant.tui.widgets.line_input import LineInput
from assistant.tui.words.phrase import Phrase

LONGEST = 200


class SearchField(LineInput):
    """A compact line. What is typed is its `value`; `Input.Changed` and `Input.Submitted` tell of it."""

    ABOUT: ClassVar[Phrase]
    DEFAULT_CSS = """
    SearchField {
        width: 1fr;
        background: $boost;
        &:focus { background-tint: $foreground 5%; }
        &:nocolor > .input--cursor { text-style: reverse; }
        &:nocolor > .input--selection { text-style: reverse; }
    }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, max_length=LONGEST)

    def go_on(self, character: str) -> None:
        """Take the keys, and go on with what was typed elsewhere."""
        self.focus()
        self.cursor_position = len(self.value)
        self.insert_text_at_cursor(character)

    # Pasting

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        self.replace(one_line(event.text)[: LONGEST - len(self.value) + (end - start)], start, end)
