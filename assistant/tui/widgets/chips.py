"""What a follow-up took from the turns before, as chips that can be taken off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.conversation.reply import Borrowed
from assistant.text.printable import one_line
from assistant.tui.messages import Left, Unborrowed
from assistant.tui.words.cards import BORROWED, BORROWED_KEYS, BORROWED_SEPARATOR, CHIPS_HELP
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import cells, truncate, wrap

REMOVE = "x"
CURRENT = ">"


class Place(NamedTuple):
    """Where a chip stands: its line, its first cell, and its text."""

    line: int
    start: int
    text: str


class Chips(Widget, can_focus=True):
    """Chips behind a word that says what they are. Only the newest answer's are active: `Unborrowed` carries an id."""

    ABOUT: ClassVar[Phrase] = CHIPS_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", show=False),
        Binding("right,down", "move(1)", show=False),
        Binding("delete,backspace,x,enter", "remove", show=False),
        Binding("escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    Chips { width: 1fr; height: auto; text-wrap: nowrap; color: $text-muted; }
    """

    cursor = reactive(0)
    active = reactive(True, layout=True)

    def __init__(self, borrowed: Sequence[Borrowed], language: Language) -> None:
        super().__init__(markup=False)
        self._borrowed = list(borrowed)
        self._labels = [one_line(item.label) for item in borrowed]
        self._language: Language = language

    def render(self) -> Content:
        """Return the chips in lines, the current one marked by a sign; plain words where they are active no more."""
        width = self.content_size.width
        if not self.active:
            return Content("\n".join(self._plain(width)))
        places = self._places(width)
        lines = [Content(BORROWED[self._language])] + [Content("")] * places[-1].line
        for index, place in enumerate(places):
            current = self.has_focus and index == self.cursor
            sign = CURRENT if current else " "
            space = " " * (place.start - 1 - lines[place.line].cell_length)
            lines[place.line] += Content(space) + Content.styled(
                sign + place.text, "bold $accent" if current else "$foreground"
            )
        hint = [Content(line) for line in self._hint(width)]
        return Content("\n").join([*lines, *hint])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the chips take in a width."""
        return self._places(width)[-1].line + 1 + len(self._hint(width)) if self.active else len(self._plain(width))

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the chips."""
        return max(0, min(cursor, len(self._labels) - 1))

    def watch_active(self, active: bool) -> None:
        """Take the keys only while a chip can be removed."""
        self.can_focus = active

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the current chip and the keys only while the chips have the keys."""
        super().watch_has_focus(has_focus)
        self.refresh(layout=True)

    def action_move(self, steps: int) -> None:
        """Go to another chip."""
        self.cursor += steps

    def action_remove(self) -> None:
        """Take the current chip off: the question is asked again without it."""
        if self.active:
            self.post_message(Left())
            self.post_message(Unborrowed(self._borrowed[self.cursor].id))

    def action_leave(self) -> None:
        """Go back to where questions are typed."""
        self.post_message(Left())

    def on_click(self, event: events.Click) -> None:
        """Take off the chip that was clicked."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is None or not self.active:
            return
        for index, place in enumerate(self._places(self.content_size.width)):
            if place.line == offset.y and place.start <= offset.x < place.start + cells(place.text):
                self.cursor = index
                self.action_remove()

    def _places(self, width: int) -> list[Place]:
        """Return where the chips stand, in lines of a width; before each is a cell for the sign of the current one."""
        places: list[Place] = []
        line, x = 0, cells(BORROWED[self._language])
        for label in self._labels:
            text = f"[{truncate(label, max(2, width - 5 - len(REMOVE)))} {REMOVE}]"
            if x + 1 + cells(text) > width:
                line, x = line + 1, 0
            places.append(Place(line, x + 1, text))
            x += 1 + cells(text)
        return places

    def _plain(self, width: int) -> list[str]:
        return wrap(f"{BORROWED[self._language]} {BORROWED_SEPARATOR[self._language].join(self._labels)}", width)

    def _hint(self, width: int) -> list[str]:
        return wrap(BORROWED_KEYS[self._language], width) if self.has_focus and self.active else []
