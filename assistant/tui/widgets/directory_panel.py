"""The directory of divisions and extensions, searched while the caller waits: type, read, and ask if more is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup
from textual.reactive import reactive
from textual.widgets import Input, Label
from textual.worker import Worker, WorkerState

from assistant.answer.model import Language
from assistant.browsing.model import Branch, ContactLine
from assistant.browsing.search import digits_of, find
from assistant.text.printable import one_line
from assistant.tui.messages import Chosen
from assistant.tui.protocols import Desk
from assistant.tui.session import Session
from assistant.tui.widgets.contact_view import ContactView
from assistant.tui.widgets.directory_list import ContactRow, DirectoryList
from assistant.tui.widgets.notice import Notice, failed
from assistant.tui.widgets.panel import Panel
from assistant.tui.widgets.search_field import SearchField
from assistant.tui.words import directory as words
from assistant.tui.words.browser import LOADING
from assistant.tui.words.phrase import Phrase


class DirectorySearch(SearchField):
    """What searches the directory."""

    ABOUT = words.SEARCH_HELP


class DirectoryPanel(Panel):
    """A search field, which keeps the keys, above the list; a contact shown large takes the list's place."""

    TITLE = words.DIRECTORY_TITLE
    ABOUT: ClassVar[Phrase] = words.DIRECTORY_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-5)", show=False),
        Binding("pagedown", "move(5)", show=False),
    ]
    DEFAULT_CSS = """
    DirectoryPanel {
        & #directory-search { height: 1; margin-bottom: 1; }
        & #directory-search Label { width: auto; padding: 0 1 0 0; color: $text-muted; }
    }
    .-compact DirectoryPanel #directory-search { margin-bottom: 0; }
    """

    contacts: reactive[tuple[ContactLine, ...]] = reactive[tuple[ContactLine, ...]]((), init=False)
    typed = reactive("", init=False)
    place = reactive(0, init=False)
    """Which of those found is the current one."""
    opened = reactive(False, init=False)
    """Whether the current one is shown large."""
    notice: reactive[Phrase | None] = reactive[Phrase | None](LOADING, init=False)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(session, language)
        self._silent: tuple[Branch, ...] = ()
        self._found: list[int] = []
        self._stale = True
        self._large = False
        self._every = 0
        """How many there are in all, or of large data, how many were found."""

    def compose(self) -> ComposeResult:
        """Lay out the search above the list and what takes its place."""
        with HorizontalGroup(id="directory-search"):
            yield Label(words.SEARCH[self.language], markup=False)
            yield DirectorySearch()
        yield Notice(id="directory-notice")
        yield DirectoryList()
        yield ContactView(self.language)

    def on_mount(self) -> None:
        """Speak the language."""
        self._speak()

    @property
    def field(self) -> DirectorySearch:
        """What searches."""
        return self.query_exactly_one(DirectorySearch)

    @property
    def found(self) -> list[ContactLine]:
        """The contacts that are found, in order."""
        return [self.contacts[index] for index in self._found]

    @property
    def current(self) -> ContactLine | None:
        """The contact that is marked, or shown large."""
        return self.contacts[self._found[self.place]] if self._found else None

    def current_extension(self) -> str | None:
        """Return the extension that is marked or shown large, None where there is none."""
        return self.current.extension if self.current is not None else None

    def take_keys(self) -> None:
        """Search; what was searched before goes with the first letter."""
        self.opened = False
        self.field.focus()
        self.field.action_select_all()
        if self._stale:
            self._load()

    # Looking things up, beside the screen

    @work(group="directory", name="directory", exclusive=True, exit_on_error=False)
    async def _load(self) -> None:
        language, self._stale = self.language, True

        def look(desk: Desk) -> tuple[Sequence[ContactLine], Sequence[Branch]]:
            self._large = desk.data().large
            return ((), ()) if self._large else (desk.contacts(language), desk.branches("ministry", language))

        contacts, ministries = await self.session.look(look)
        self._speak()
        named = {contact.ministry for contact in contacts}
        self._silent = tuple(branch for branch in ministries if branch.label not in named)
        self._found = []
        await self.query_exactly_one(DirectoryList).fill(contacts, self._silence(), language)
        self.set_reactive(DirectoryPanel.contacts, tuple(contacts))
        self._every = len(contacts)
        self._search(keep_place=True)
        self._stale = False

    @work(group="find", name="find", exclusive=True, exit_on_error=False)
    async def _find(self, typed: str) -> None:
        language = self.language
        found = await self.session.look(lambda desk: desk.find_contacts(typed, language))
        if typed == self.typed and language == self.language:
            await self._fill(found.lines, found.count)

    async def _fill(self, lines: Sequence[ContactLine], count: int) -> None:
        """Show what was found in large data: the first of them, all of which fit."""
        self._found = []
        await self.query_exactly_one(DirectoryList).fill(lines, "", self.language)
        self.set_reactive(DirectoryPanel.contacts, tuple(lines))
        self._found, self._every = list(range(len(lines))), count
        self.set_reactive(DirectoryPanel.place, 0)
        typed = one_line(self.typed)
        self.notice = None if lines else words.NO_OFFICE_FOUND.format(typed=typed) if len(typed) > 1 else words.TYPE_TO_SEARCH
        self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that the directory could not be looked up."""
        if event.state is WorkerState.ERROR:
            self.notice = failed(words.LOOK_FAILED, event.worker.error)

    # What is shown

    def watch_typed(self) -> None:
        """Search anew; whoever types looks for another."""
        self.opened = False
        self._search()

    def watch_place(self) -> None:
        """Mark another one."""
        self._show()

    def watch_opened(self) -> None:
        """Show the current one large, or the list again."""
        self._show()

    def watch_notice(self) -> None:
        """Say it."""
        self.query_one("#directory-notice", Notice).say(self.notice[self.language] if self.notice is not None else "")

    def watch_language(self, language: Language) -> None:
        """Speak the other language in place; what was searched and shown stays."""
        super().watch_language(language)
        self._speak()
        self._load()

    def validate_place(self, place: int) -> int:
        """Stay within what is found."""
        return max(0, min(place, len(self._found) - 1))

    def _search(self, *, keep_place: bool = False) -> None:
        if self._large:
            self._find(self.typed)
            return
        hits = find([contact.key for contact in self.contacts], self.typed)
        self._found = [index for index, hit in enumerate(hits) if hit]
        self.set_reactive(DirectoryPanel.place, self.validate_place(self.place) if keep_place else 0)
        self.notice = None if self._found else self._nothing()
        self._show()

    def _show(self) -> None:
        contact = self.current
        large = self.opened and contact is not None
        listing, view = self.query_exactly_one(DirectoryList), self.query_exactly_one(ContactView)
        listing.display = not large
        view.set_reactive(ContactView.language, self.language)
        view.contact = contact if large else None
        listing.show(self._found, self._found[self.place] if self._found else None)
        every, found = self._every, len(self._found)
        counted = words.ALL if every == found else words.FOUND
        self.border_subtitle = counted[self.language].format(count=every, found=found) if every else ""

    def _nothing(self) -> Phrase | None:
        """Return what to say where nothing is found: that the source prints none, or what else to try."""
        typed = one_line(self.typed)
        if not self.contacts or not typed:
            return None
        leaves = [(leaf, branch) for branch in self._silent for leaf in branch.leaves]
        hits = find([leaf.key for leaf, _ in leaves], typed)
        if leaves and any(hits):
            leaf, branch = next(pair for pair, hit in zip(leaves, hits, strict=True) if hit)
            return words.SILENT_PROGRAMME.format(programme=leaf.short_name, ministry=branch.label)
        if digits := digits_of(typed):
            return words.NO_SUCH_EXTENSION.format(typed=digits)
        return words.NOTHING_FOUND.format(typed=typed)

    def _silence(self) -> str:
        """Return the sentence on the ministries of which the source prints no contact."""
        labels = words.SILENT_SEPARATOR[self.language].join(branch.label for branch in self._silent)
        return words.SILENT[self.language].format(ministries=labels) if labels else ""

    def _speak(self) -> None:
        self.query_exactly_one(Label).update(words.SEARCH[self.language])
        placeholder = words.OFFICES_PLACEHOLDER if self._large else words.SEARCH_PLACEHOLDER
        self.field.placeholder = placeholder[self.language]
        self.watch_notice()

    # What a person does

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = event.value

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        if self.opened:
            self.action_ask()
        else:
            self.opened = self.current is not None

    @on(ContactRow.Pressed)
    def _press(self, event: ContactRow.Pressed) -> None:
        event.stop()
        if event.index in self._found:  # typing may have hidden it since
            self.place = self._found.index(event.index)
            self.opened = True
        self.field.focus()

    def action_move(self, steps: int) -> None:
        """Go up or down, in the list or from one number shown large to the next."""
        self.place += steps

    def action_ask(self) -> None:
        """Ask for the current contact in the chat."""
        if self.current is not None:
            self.post_message(Chosen(self.current.question))

    def action_back(self) -> None:
        """Show the list again."""
        self.opened = False
        self.field.focus()

    def action_close(self) -> None:
        """Go back to the list; from there, close the panel."""
        if self.opened:
            self.action_back()
        else:
            super().action_close()
