"""A programme's whole card: every entry can be asked, with the keyboard or the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.browsing.model import Card, Entry
from assistant.text.printable import printable
from assistant.tui.messages import Chosen
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.browser import CARD_HELP, SHEET, SOURCES
from assistant.tui.words.phrase import Phrase

MARKER = ">"
BULLET = "・"


def _prefix(*, current: bool) -> Content:
    return Content.assemble((MARKER if current else " ", "bold $primary"), " ")


def _content(entry: Entry, reference: str) -> Content:
    """Return heading, values and notes, one below the other."""
    bullet = BULLET if len(entry.values) > 1 else ""
    lines = [Content.assemble((printable(entry.heading), "bold $text-accent"), (reference, "$text-muted"))]
    lines += [Content(f"{bullet}{printable(value)}") for value in entry.values]
    lines += [Content.styled(printable(note), "$text-muted") for note in entry.notes]
    return Content("\n").join(lines)


class EntryRow(Prose):
    """One entry; a click asks it."""

    DEFAULT_CSS = """
    EntryRow {
        margin: 0 0 1 0;
        pointer: pointer;
        &:hover { background: $panel; }
    }
    """

    current = reactive(False, toggle_class="-current", init=False)

    def __init__(self, entry: Entry, reference: str) -> None:
        super().__init__(_content(entry, reference), prefix=_prefix(current=False))
        self.entry = entry

    def watch_current(self, current: bool) -> None:
        """Show which entry Enter would ask, by a sign and not by colour alone."""
        self.prefix = _prefix(current=current)

    def on_click(self, event: events.Click) -> None:
        """Ask the entry with the mouse."""
        event.stop()
        self.post_message(Chosen(self.entry.question))


class CardView(VerticalScroll, can_focus=True):
    """Shows a card. `Chosen` carries the question of the entry that is asked."""

    class Back(Message):
        """The list is wanted again."""

    ABOUT: ClassVar[Phrase] = CARD_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-99)", show=False),
        Binding("end", "move(99)", show=False),
        Binding("space", "page_down", show=False),
        Binding("enter", "ask", show=False),
        Binding("escape,backspace,left", "back", show=False),
    ]
    DEFAULT_CSS = """
    CardView {
        scrollbar-size-vertical: 1;
        & > .card--title { text-style: bold; }
        & > .card--sources { color: $text-muted; margin-bottom: 1; }
        & > .card--silent { color: $text-warning; }
        &:focus EntryRow.-current { background: $panel; }
    }
    """

    cursor = reactive(0, init=False)

    async def show(self, card: Card, language: Language, cursor: int = 0) -> None:
        """Show a card from its first entry, or from another one."""
        sheets = list(dict.fromkeys(entry.sheet for entry in card.entries if entry.sheet))
        numbers = {sheet: f" [{number}]" for number, sheet in enumerate(sheets, start=1)}
        named = (f"{SOURCES[language]}{number} {SHEET[language].format(sheet=sheet)}" for sheet, number in numbers.items())
        with self.app.batch_update():
            await self.remove_children()
            await self.mount(
                Prose(card.name, classes="card--title"),
                *(Prose(sentence, classes="card--silent") for sentence in card.silent),
                Prose("\n".join(named), classes="card--sources"),
                *(EntryRow(entry, numbers.get(entry.sheet or "", "")) for entry in card.entries),
            )
        self.set_reactive(CardView.cursor, cursor)
        self._mark()
        if cursor:
            self.call_after_refresh(self._keep_in_sight)
        else:
            self.scroll_home(animate=False)

    @property
    def rows(self) -> list[EntryRow]:
        """The entries, from above."""
        return list(self.query(EntryRow))

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the entries."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        """Move the marker and keep the current entry in sight."""
        self._mark()
        self._keep_in_sight()

    def action_move(self, steps: int) -> None:
        """Go up or down, from the first entry further up to the name."""
        if self.cursor + steps < 0:
            self.scroll_home(animate=False)
        self.cursor += steps

    def action_ask(self) -> None:
        """Ask the current entry."""
        if rows := self.rows:
            self.post_message(Chosen(rows[self.cursor].entry.question))

    def action_back(self) -> None:
        """Go back to the list."""
        self.post_message(self.Back())

    def _mark(self) -> None:
        for index, row in enumerate(self.rows):
            row.current = index == self.cursor

    def _keep_in_sight(self) -> None:
        rows = self.rows
        if not rows or not self.cursor:
            self.scroll_home(animate=False)
        else:
            row = rows[self.cursor]
            self.scroll_to_widget(row, animate=False, top=row.outer_size.height > self.size.height)
