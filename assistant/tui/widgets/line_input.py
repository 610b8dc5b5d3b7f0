"""A single line to type in: the caret stands where input methods compose, and a word is a run of one script."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widgets import Input

from assistant.tui.script_runs import run_end, run_start


class LineInput(Input):
    """An Input whose caret is right after every layout and at the end of the text, and whose words end with their script."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),  # Textual deletes to the right with these
        Binding("ctrl+delete,alt+delete", "delete_right_word", show=False),
    ]

    def on_mount(self) -> None:
        """Follow every layout: answers above and resizes move the line without its knowing."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._after_layout)

    async def _on_key(self, event: events.Key) -> None:
        """Do what a key is bound to here in the order typed.

        Textual runs bindings only once a key has come up to the app: text that a terminal sends in one read with the key
        would be in the line before Enter takes it or Ctrl+W deletes it.
        """
        if not event.is_printable:
            for binding in self._bindings.key_to_bindings.get(event.key, ()):
                if await self.app.run_action(binding.action, self):
                    event.stop()
                    event.prevent_default()
                    return
        await super()._on_key(event)

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

    def action_delete_right_word(self) -> None:
        """Delete the run on the right."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, run_end(self.value, self.cursor_position))
        else:
            self.delete_selection()

    def _go_to(self, position: int, select: bool) -> None:
        start = self.selection.start if select else position
        self.selection = type(self.selection)(start, position)
