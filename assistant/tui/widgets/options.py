"""A numbered list to choose from: by its number, with arrows and Enter, or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.reactive import reactive

from assistant.answer.model import Option
from assistant.tui.messages import Chosen, Left
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import OPTIONS_HELP

MARKER = ">"


def _prefix(number: int, *, current: bool) -> Content:
    """Return marker and number in a column of their own."""
    return Content.assemble((MARKER if current else " ", "$primary"), " ", (f"{number:<4}", "bold $accent"))


class OptionRow(Prose):
    """One option: a marker when it is the current one, its number, and its label."""

    DEFAULT_CSS = """
    OptionRow {
        pointer: pointer;
        &:hover { background: $panel; }
    }
    """

    current = reactive(False, toggle_class="-current", init=False)

    def __init__(self, number: int, option: Option) -> None:
        super().__init__(option.label, prefix=_prefix(number, current=False))
        self.number = number
        self.option = option

    def watch_current(self, current: bool) -> None:
        """Show which option Enter would choose, by a sign and not by colour alone."""
        self.prefix = _prefix(self.number, current=current)

    def on_click(self, event: events.Click) -> None:
        """Choose the option with the mouse."""
        event.stop()
        self.post_message(Chosen(self.option.question))


class Options(VerticalGroup, can_focus=True):
    """Options in the order given. `Chosen` carries the question of the one chosen."""

    ABOUT: ClassVar[Phrase] = OPTIONS_HELP

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
        Binding("enter", "choose", show=False),
        Binding("escape", "leave", show=False),
        *(Binding(str(digit), f"choose({digit})", show=False) for digit in range(1, 10)),
    ]
    DEFAULT_CSS = """
    Options {
        height: auto;
        &:focus OptionRow.-current { background: $panel; text-style: bold; }
    }
    """

    cursor = reactive(0)

    def __init__(self, options: Sequence[Option], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._options = list(options)

    def compose(self) -> ComposeResult:
        """Lay out the options, numbered from one."""
        for number, option in enumerate(self._options, start=1):
            yield OptionRow(number, option)

    def __len__(self) -> int:
        return len(self._options)

    def question(self, number: int) -> str | None:
        """Return the question that a number chooses, None if there is no such number."""
        return self._options[number - 1].question if 1 <= number <= len(self._options) else None

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the options."""
        return max(0, min(cursor, len(self._options) - 1))

    def watch_cursor(self) -> None:
        """Move the marker and keep the current option in sight."""
        self._mark()
        for row in self.query(OptionRow):
            if row.current:
                row.scroll_visible(animate=False)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the marker only while the list has the keys."""
        super().watch_has_focus(has_focus)
        self._mark()

    def action_move(self, steps: int) -> None:
        """Go up or down."""
        self.cursor += steps

    def action_choose(self, number: int | None = None) -> None:
        """Choose the option of that number, or the current one."""
        question = self.question(self.cursor + 1 if number is None else number)
        if question is not None:
            self.post_message(Chosen(question))

    def action_leave(self) -> None:
        """Go back to where questions are typed."""
        self.post_message(Left())

    def _mark(self) -> None:
        for index, row in enumerate(self.query(OptionRow)):
            row.current = self.has_focus and index == self.cursor
