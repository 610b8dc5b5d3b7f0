"""The search over earlier questions: type a few characters, and the question goes back to the prompt."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from assistant.answer.model import Language
from assistant.text.printable import one_line
from assistant.tui.fuzzy import Match, search
from assistant.tui.history import History
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.widgets.line_input import LineInput
from assistant.tui.words.history import (
    HISTORY_HELP,
    HISTORY_KEYS,
    HISTORY_PLACEHOLDER,
    HISTORY_TITLE,
    NO_HISTORY,
    NOTHING_FOUND,
)
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import truncate

MARKER = ">"


class HistoryRows(Widget):
    """The questions that were found, one a line; only those in sight are drawn."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    HistoryRows { height: 1fr; pointer: pointer; }
    """

    matches: reactive[tuple[Match, ...]] = reactive[tuple[Match, ...]]((), init=False)
    cursor = reactive(0, init=False)
    nothing = reactive("", init=False)

    def __init__(self, choose: Callable[[], None]) -> None:
        super().__init__()
        self._choose = choose
        self._top = 0

    @property
    def current(self) -> str | None:
        """The question that is chosen, None where there is none."""
        return self.matches[self.cursor].text if self.matches else None

    def validate_cursor(self, cursor: int) -> int:
        """Stay within what was found."""
        return max(0, min(cursor, len(self.matches) - 1))

    def render(self) -> Content:
        """Draw what is in sight, the chosen question with a marker, or what to do where there is nothing."""
        if not self.matches:
            return Content.styled(self.nothing, "$text-muted")
        height = max(1, self.size.height)
        self._top = max(self.cursor - height + 1, min(self._top, self.cursor))
        shown = range(self._top, min(len(self.matches), self._top + height))
        return Content("\n").join(self._line(number) for number in shown)

    def on_click(self, event: events.Click) -> None:
        """Choose the question that is clicked."""
        event.stop()
        number = self._top + event.y
        if number < len(self.matches):
            self.cursor = number
            self._choose()

    def _line(self, number: int) -> Content:
        found, chosen = self.matches[number], number == self.cursor
        label = truncate(found.text, max(2, self.size.width - 3))
        text = Content(label)
        kept = len(label) if label == found.text else len(label) - 1
        for position in found.positions:
            if position < kept:
                text = text.stylize("bold underline", position, position + 1)
        line = Content.assemble((f"{MARKER if chosen else ' '} ", "bold $text-accent"), text)
        return line.stylize_before("on $panel-lighten-1") if chosen else line


class HistoryScreen(SpeakingScreen[str | None]):
    """Dismissed with the question that was chosen, or with nothing. `forget` is told of each question to be forgotten."""

    ABOUT: ClassVar[Phrase] = HISTORY_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+r", "dismiss(None)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("delete,ctrl+d", "forget", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    HistoryScreen { align: center middle; background: $background 70%; }
    HistoryScreen > Vertical {
        width: 92%;
        max-width: 92;
        height: 70%;
        min-height: 8;
        padding: 0 1;
        background: $surface;
        border: round $border;
        border-title-color: $text-primary;
        border-title-style: bold;
        border-subtitle-color: $text-muted;
    }
    HistoryScreen LineInput {
        padding: 0 1;
        background: $surface;
        border: none;
        border-bottom: solid $border-blurred;
        height: 2;
        &:focus { border: none; border-bottom: solid $border-blurred; background-tint: $surface 0%; }
        &:nocolor > .input--cursor { text-style: reverse; }
    }
    """

    def __init__(self, history: History, language: Language, forget: Callable[[str], None]) -> None:
        super().__init__(language)
        self._history = history
        self._forget = forget

    def compose(self) -> ComposeResult:
        """Lay the line to type in above what is found."""
        with Vertical():
            yield LineInput(select_on_focus=False)
            yield HistoryRows(self._choose)

    def on_mount(self) -> None:
        """Begin with every question, the newest first."""
        self._speak()
        self._search()

    def watch_language(self) -> None:
        """Speak the other language."""
        self._speak()
        self._search()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Search as the person types."""
        self._search()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Leave with the question that is chosen."""
        self._choose()

    def action_move(self, steps: int) -> None:
        """Go up or down."""
        self._rows.cursor += steps

    def action_forget(self) -> None:
        """Forget the question that is chosen."""
        question = self._rows.current
        if question is not None:
            cursor = self._rows.cursor
            self._forget(question)
            self._search()
            self._rows.cursor = cursor

    @property
    def _rows(self) -> HistoryRows:
        return self.query_exactly_one(HistoryRows)

    def _choose(self) -> None:
        if self._rows.current is not None:
            self.dismiss(one_line(self._rows.current))

    def _search(self) -> None:
        rows, questions = self._rows, self._history.questions[::-1]
        query = self.query_exactly_one(LineInput).value
        rows.nothing = (NOTHING_FOUND if questions else NO_HISTORY)[self.language]
        rows.matches = tuple(search(query, questions))
        rows.cursor = 0
        rows.refresh()

    def _speak(self) -> None:
        box = self.query_exactly_one(Vertical)
        box.border_title = HISTORY_TITLE[self.language]
        box.border_subtitle = HISTORY_KEYS[self.language]
        self.query_exactly_one(LineInput).placeholder = HISTORY_PLACEHOLDER[self.language]
