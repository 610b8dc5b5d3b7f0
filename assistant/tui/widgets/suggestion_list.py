"""What the person may be about to type, directly above the prompt.

It takes its rows from the end of the conversation, which stays where it is scrolled to: nothing jumps. (Textual blanks wide
characters of what floats over other widgets, wherever an edge of those falls within one.)

textual-autocomplete was considered: its Enter replaces what was typed by the first row; here none is chosen unasked.
"""

from __future__ import annotations

import asyncio

from textual import events, work
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.errors import BudgetError
from assistant.suggesting.model import Suggestion
from assistant.text.printable import one_line
from assistant.tui.messages import Completed, Prefilled
from assistant.tui.script_runs import run_start
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.words.suggestions import SUGGESTIONS_TITLE
from assistant.tui.wrapping import cells, truncate

MOST_ROWS = 6
MARKER = ">"
LOOKING = "suggesting"
UNOPENED = 0.05
"""Seconds that the first look-up leaves to the screen: opening the data would hold up the first key that is typed."""
_MARGIN = 4
"""Cells of the marker with its blanks, and of the blank at the end."""
_SHORTEST_HINT = 6
_BELOW = 6
"""Rows of the prompt and all that is below it."""


class SuggestionList(Widget):
    """Shows what there is to suggest for a text. `Completed` carries a whole question, `Prefilled` a name to go on from."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SuggestionList {
        height: auto;
        display: none;
        border: round $border;
        border-bottom: none;
        border-title-color: $text-muted;
        pointer: pointer;
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)
    enabled = reactive(True, init=False)
    text = reactive("", init=False)
    suggestions: reactive[tuple[Suggestion, ...]] = reactive[tuple[Suggestion, ...]]((), init=False)
    row: reactive[int | None] = reactive[int | None](None, init=False)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session = session
        self._unwanted: str | None = None
        self.set_reactive(SuggestionList.language, language)
        self.border_title = SUGGESTIONS_TITLE[language]

    # What is shown

    @property
    def shown(self) -> bool:
        """Whether there are rows to go into."""
        return bool(self.suggestions)

    def watch_language(self, language: Language) -> None:
        """Speak the other language; what is shown is looked up again."""
        self.border_title = SUGGESTIONS_TITLE[language]
        if self.shown:
            self._look_up(self.text)

    def watch_enabled(self) -> None:
        """Show nothing while switched off."""
        self._follow()

    def watch_text(self) -> None:
        """Look up what a text may become; the newest text wins."""
        self._follow()

    def watch_suggestions(self) -> None:
        """Show or hide the rows, with none chosen."""
        self.row = None
        self.display = self.shown
        if self.shown and self._rows != self.content_size.height:
            self.refresh(layout=True)  # only then: a layout costs the more, the longer the conversation is

    def close(self) -> bool:
        """Hide the rows until another word is typed; tell whether there were any."""
        if not self.shown:
            return False
        self._unwanted = _before_word(self.text)
        self._hide()
        return True

    def silence(self) -> None:
        """Hide the rows: the text was sent, or came from elsewhere."""
        self.set_reactive(SuggestionList.text, "")
        self._unwanted = None
        self._hide()

    def _follow(self) -> None:
        if self._unwanted is not None and (not self.text or _before_word(self.text) != self._unwanted):
            self._unwanted = None
        if self.enabled and self.text.strip() and self._unwanted is None:
            self._look_up(self.text)
        else:
            self._hide()

    def _hide(self) -> None:
        self.workers.cancel_group(self, LOOKING)
        self.suggestions = ()

    @work(group=LOOKING, exclusive=True, exit_on_error=False)
    async def _look_up(self, text: str) -> None:
        language = self.language
        if not self._session.opened:
            await asyncio.sleep(UNOPENED)
        try:
            found = await self._session.look(lambda desk: desk.suggest(text, language))
        except (CannotOpenError, BudgetError):
            found = ()  # what is the matter is said when a question is asked; rows for another text must not stay
        if text == self.text:
            self.suggestions = tuple(found)

    # Choosing

    def move(self, steps: int) -> bool:
        """Go down into the rows, or up and out of them; tell whether there was anywhere to go."""
        if not self.shown or (self.row is None and steps < 0):
            return False
        row = steps - 1 if self.row is None else self.row + steps
        self.row = None if row < 0 else min(row, self._rows - 1)
        return True

    def take(self) -> bool:
        """Take the row that is chosen; tell whether there was one."""
        if not self.shown or self.row is None:
            return False
        suggestion = self.suggestions[self.row]
        self.silence()
        text = one_line(suggestion.text)
        self.post_message(Completed(text) if suggestion.complete else Prefilled(text))
        return True

    def on_click(self, event: events.Click) -> None:
        """Take the row that is clicked."""
        event.stop()
        row = event.get_content_offset(self)
        if row is not None and row.y < self._rows:
            self.row = row.y
            self.take()

    # Drawing

    @property
    def _rows(self) -> int:
        """How many rows there are: fewer on a low screen, so that the conversation stays in sight."""
        return min(len(self.suggestions), MOST_ROWS, max(1, (self.screen.size.height - _BELOW) // 2 - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return one line for each row."""
        return self._rows

    def render(self) -> Content:
        """Draw the rows: a marker at the chosen one, what would be typed, and at the right what it is."""
        width = self.content_size.width
        return Content("\n").join(self._line(number, width) for number in range(self._rows))

    def _line(self, number: int, width: int) -> Content:
        suggestion, chosen = self.suggestions[number], number == self.row
        room = width - _MARGIN
        label = truncate(one_line(suggestion.label), room)
        left = room - cells(label) - 2
        hint = truncate(one_line(suggestion.hint), left) if left >= _SHORTEST_HINT else ""
        gap = " " * (room - cells(label) - cells(hint))
        marker = (f" {MARKER if chosen else ' '} ", "bold $text-accent")
        line = Content.assemble(marker, (label, "bold" if chosen else ""), gap, (hint, "$text-muted"), " ")
        return line.stylize_before("on $panel-lighten-1") if chosen else line


def _before_word(text: str) -> str:
    """Return what stands before the last word of a text."""
    return text[: run_start(text, len(text))]
