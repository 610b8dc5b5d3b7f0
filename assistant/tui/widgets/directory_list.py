"""The lines of the directory: the extension first, then the division, its bureau, ministry and programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.browsing.model import ContactLine
from assistant.text.printable import printable
from assistant.tui.table_layout import pad
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.directory import BELONGS, DIRECTORY_HELP, NO_EXTENSION, NONE_SHORT
from assistant.tui.words.phrase import Phrase

MARKER = ">"
DIGITS = 6
"""Cells of the column of extensions."""


class ContactRow(Prose):
    """One contact; a click shows it large."""

    class Pressed(Message):
        """It was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    DEFAULT_CSS = """
    ContactRow {
        pointer: pointer;
        &:hover { background: $panel; }
        &.-current { background: $panel; }
    }
    """

    current = reactive(False, toggle_class="-current", init=False)

    def __init__(self, index: int, contact: ContactLine, language: Language) -> None:
        belongs = BELONGS[language].format(ministry=contact.ministry, programme=contact.programme_name)
        lines = [
            Content.assemble((printable(contact.division), "bold"), "  ", printable(contact.bureau)),
            Content.styled(printable(belongs), "$text-muted"),
        ]
        if contact.extension is None:
            lines.append(Content.styled(NO_EXTENSION[language], "$text-muted"))
        self.index = index
        self._shown = printable(contact.extension or NONE_SHORT[language])
        self._style = "bold $text-accent" if contact.extension else "$text-muted"
        super().__init__(Content("\n").join(lines), prefix=self._prefix_for(current=False))

    def _prefix_for(self, *, current: bool) -> Content:
        mark = (MARKER if current else " ", "bold $primary")
        return Content.assemble(mark, " ", (pad(self._shown, DIGITS), self._style))

    def watch_current(self, current: bool) -> None:
        """Show which contact Enter would show, by a sign and not by colour alone."""
        self.prefix = self._prefix_for(current=current)

    def on_click(self, event: events.Click) -> None:
        """Show it large."""
        event.stop()
        self.post_message(self.Pressed(self.index))


class DirectoryList(VerticalScroll, can_focus=False):
    """Shows contacts, and of them those that are found. The search field keeps the keys."""

    ABOUT: ClassVar[Phrase] = DIRECTORY_HELP
    DEFAULT_CSS = """
    DirectoryList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .directory--silent { color: $text-muted; margin-top: 1; }
    }
    """

    async def fill(self, contacts: Sequence[ContactLine], silent: str, language: Language) -> None:
        """Show these contacts, and below them a sentence on the ministries that have none."""
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(ContactRow(index, contact, language) for index, contact in enumerate(contacts))
            if silent:
                await self.mount(Prose(silent, classes="directory--silent"))

    @property
    def rows(self) -> list[ContactRow]:
        """All contacts, found or not."""
        return list(self.query(ContactRow))

    def show(self, found: Sequence[int], current: int | None) -> None:
        """Show the contacts of these places, and mark one of them."""
        kept = set(found)
        for row in self.rows:
            row.display = row.index in kept
            row.current = row.index == current
            if row.current:
                self.call_after_refresh(self._keep_in_sight, row, first=row.index == found[0])

    def _keep_in_sight(self, row: ContactRow, *, first: bool) -> None:
        if first:
            self.scroll_home(animate=False)
        else:
            self.scroll_to_widget(row, animate=False)
