"""Where questions are typed. It knows typing, earlier questions and sending, and nothing of what is asked."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Input

from assistant.answer.model import Language
from assistant.browsing.model import Data
from assistant.text.printable import one_line
from assistant.tui.data_label import fitted
from assistant.tui.history import History
from assistant.tui.messages import Sent
from assistant.tui.widgets.line_input import LineInput
from assistant.tui.words.chat import BUSY, PROMPT_PLACEHOLDER, PROMPT_TITLE, STILL_BUSY, TOO_LONG
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import PROMPT_HELP

LONGEST = 2_000
FRAME = 6
"""Cells of a line of the frame that its own signs take."""


class Menu(Protocol):
    """A list beside the prompt that takes some of its keys while it is shown."""

    @property
    def shown(self) -> bool:
        """Whether there are rows to go into."""

    def move(self, steps: int) -> bool:
        """Go down into the rows, or up and out of them; tell whether there was anywhere to go."""

    def take(self) -> bool:
        """Take the row that is chosen; tell whether there was one."""

    def close(self) -> bool:
        """Hide the rows until another word is typed; tell whether there were any."""

    def silence(self) -> None:
        """Hide the rows: the text was sent, or came from elsewhere."""


class Prompt(LineInput):
    """A single line that works with Japanese input methods: the terminal's caret always stands at the caret drawn."""

    ABOUT: ClassVar[Phrase] = PROMPT_HELP

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", show=False),
        Binding("down", "newer", show=False),
        Binding("tab", "into_menu", show=False),
        Binding("escape", "close_menu", show=False),
        Binding("pageup", "screen.scroll_conversation(-1)", show=False),
        Binding("pagedown", "screen.scroll_conversation(1)", show=False),
    ]
    DEFAULT_CSS = """
    Prompt {
        height: 3;
        padding: 0 2;
        background: $background;
        border: round $border-blurred;
        border-title-color: $text-muted;
        border-subtitle-color: $text-muted;
        &:focus { border: round $border; background-tint: $background 0%; }
        &.-busy, &.-notice { border-title-color: $text-warning; border-title-style: bold; }
        &:nocolor > .input--cursor { text-style: reverse; }
        &:nocolor > .input--selection { text-style: reverse; }
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)
    waiting = reactive(False, init=False, toggle_class="-busy")
    """Whether a question takes so long that the prompt says so."""
    notice: reactive[Phrase | None] = reactive[Phrase | None](None, init=False)

    data: reactive[Data | None] = reactive[Data | None](None, init=False)
    """Which data is asked, once that is known."""

    def __init__(self, language: Language) -> None:
        super().__init__(select_on_focus=False)
        self.history = History()
        self.busy = False
        """Whether a question is being looked up: another one has to wait."""
        self.menu: Menu | None = None
        self.set_reactive(Prompt.language, language)
        self._speak()

    def watch_language(self) -> None:
        """Speak the other language."""
        self._speak()

    def watch_data(self) -> None:
        """Say which data is asked, at all times."""
        self._speak()

    def on_resize(self) -> None:
        """Say it as the width has room for it."""
        self._speak()

    def watch_waiting(self) -> None:
        """Say that a question is being looked up, or no longer."""
        self.notice = None
        self._speak()

    def watch_notice(self) -> None:
        """Say something about what was just typed."""
        self._speak()

    def watch_value(self) -> None:
        """Whatever was said about the text is over once it changes."""
        self.notice = None

    def give_back(self, question: str) -> bool:
        """Return a question to be sent again, unless something else is being typed; tell whether it was."""
        if self.value:
            return False
        self.value = question
        self.cursor_position = len(question)
        return True

    # Sending

    async def action_submit(self) -> None:
        """Take what is chosen in the menu, else send what was typed, one question at a time."""
        if self.menu is not None and self.menu.take():
            return
        if self.busy:
            self.notice = STILL_BUSY
        elif question := one_line(self.value):
            if self.menu is not None:
                self.menu.silence()
            self.clear()  # at once: what is typed behind the Enter, or a second Enter, must not meet the same text again
            self.post_message(Sent(question))
        else:
            await self.run_action("screen.open_selected")

    # The menu, while it is shown, and earlier questions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave Tab and Esc alone while no menu is shown."""
        if action in ("into_menu", "close_menu"):
            return self.menu is not None and self.menu.shown
        return True

    def action_into_menu(self) -> None:
        """Go to the next row of the menu."""
        if self.menu is not None:
            self.menu.move(1)

    def action_close_menu(self) -> None:
        """Hide the menu."""
        if self.menu is not None:
            self.menu.close()

    def action_older(self) -> None:
        """Go up in the menu, or show the question before."""
        if self.menu is None or not self.menu.move(-1):
            self._show_from_history(self.history.older(self.value))

    def action_newer(self) -> None:
        """Go down in the menu, or show the question after, at last what was being typed."""
        if self.menu is None or not self.menu.move(1):
            self._show_from_history(self.history.newer())

    def _show_from_history(self, question: str | None) -> None:
        if question is not None:
            self.fill(question)

    def fill(self, question: str) -> None:
        """Put a whole question here, to be sent or changed."""
        if self.menu is not None:
            self.menu.silence()
        with self.prevent(Input.Changed):  # what was asked before needs no suggestions
            self.value = question
        self.cursor_position = len(question)

    # Pasting

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._insert_pasted(event.text)

    def action_paste(self) -> None:
        """Paste what the chat itself copied."""
        self._insert_pasted(self.app.clipboard)

    def _insert_pasted(self, text: str) -> None:
        joined = one_line(text)
        start, end = sorted(self.selection)
        room = LONGEST - len(self.value) + (end - start)
        self.replace(joined[:room], start, end)
        if len(joined) > room:
            self.notice = TOO_LONG.format(limit=LONGEST)

    def _speak(self) -> None:
        title = self.notice or (BUSY if self.waiting else PROMPT_TITLE)
        self.set_class(self.notice is not None, "-notice")
        self.border_title = title[self.language]
        self.placeholder = PROMPT_PLACEHOLDER[self.language]
        self.border_subtitle = fitted(self.data, self.language, self.outer_size.width - FRAME) if self.data is not None else ""
