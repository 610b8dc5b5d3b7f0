"""A labelled line to search with, at home with Japanese input methods: the terminal's caret stands at the caret drawn."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widgets import Input

from assistant.tui.printable import one_line
from assistant.tui.script_runs import run_end, run_start
from assistant.tui.words.phrase import Phrase

LONGEST = 200


class SearchField(Input):
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

    def on_mount(self) -> None:
        """Follow every layout: resizes and panels move the field without its knowing."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._after_layout)

    def go_on(self, character: str) -> None:
        """Take the keys, and go on with what was typed elsewhere."""
        self.focus()
        self.cursor_position = len(self.value)
        self.insert_text_at_cursor(character)

    # Words: a run of one script, since Japanese has no spaces

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Go to the start of the run on the left."""
        self._go_to(run_start(self.value, self.cursor_position), select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Go past the run on the right."""
        self._go_to(run_end(self.value, self.cursor_position), select)

    def action_delete_left_word(self) -> None:
        """Delete the run on the left."""
        if self.selection.is_empty:
            self.delete(run_start(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def _go_to(self, position: int, select: bool) -> None:
        self.selection = type(self.selection)(self.selection.start if select else position, position)

    # Pasting

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        self.replace(one_line(event.text)[: LONGEST - len(self.value) + (end - start)], start, end)

    # The caret, where input methods show what is being composed

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the drawn caret; Textual's own is one cell too far to the right at the end of the text."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._caret_cell - self.scroll_offset.x, y)

    @property
    def _caret_cell(self) -> int:
        return cell_len(self.value[: self.cursor_position])

    def watch_selection(self) -> None:
        """Keep the caret in sight, which Textual forgets for the first text that is put in."""
        self.scroll_to_region(Region(self._caret_cell, 0, 1, 1), force=True, animate=False)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        """Follow a text that scrolls because it is longer than the line."""
        super().watch_scroll_x(old_value, new_value)
        self._place_cursor()

    def _after_layout(self, _screen: Screen[object]) -> None:
        self._place_cursor()

    def _place_cursor(self) -> None:
        if self.has_focus and self.app.cursor_position != self.cursor_screen_offset:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()  # the terminal's caret moves only when something is painted
