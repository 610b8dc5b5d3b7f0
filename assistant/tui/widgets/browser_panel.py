"""The programmes to look through: a filter, a tree by ministry or category, and the whole card of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, Vertical
from textual.reactive import reactive
from textual.widgets import Input, Label, Tree
from textual.worker import Worker, WorkerState

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, Data, Grouping, Leaf
from assistant.browsing.search import find, matches
from assistant.text.printable import one_line
from assistant.tui.messages import Left
from assistant.tui.protocols import Desk
from assistant.tui.widgets.card_view import CardView
from assistant.tui.widgets.link import Link
from assistant.tui.widgets.notice import Notice, failed
from assistant.tui.widgets.panel import Panel
from assistant.tui.widgets.programme_tree import More, ProgrammeTree, Row
from assistant.tui.widgets.search_field import SearchField
from assistant.tui.words import browser as words
from assistant.tui.words.phrase import Phrase

GROUPINGS: tuple[Grouping, Grouping] = ("ministry", "category")


class ProgrammeFilter(SearchField):
    """What filters the tree."""

    ABOUT = words.FILTER_HELP


class BrowserPanel(Panel):
    """A filter above a tree; a card in the tree's place once a programme is chosen."""

    TITLE = words.BROWSER_TITLE
    ABOUT: ClassVar[Phrase] = words.BROWSER_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "switch_grouping", show=False),
        Binding("down", "into_tree", show=False),
    ]
    DEFAULT_CSS = """
    BrowserPanel {
        & #browser-filter { height: 1; margin-bottom: 0; }
        & #browser-filter Label { width: auto; padding: 0 1 0 0; color: $text-muted; }
        & #browser-list, & #browser-card { height: 1fr; }
        & #browser-hint { color: $text-muted; }
    }
    """

    groups: reactive[dict[Grouping, Sequence[Branch]] | None] = reactive[dict[Grouping, Sequence[Branch]] | None](
        None, init=False, always_update=True
    )
    grouping: reactive[Grouping] = reactive[Grouping]("ministry", init=False)
    typed = reactive("", init=False)
    card: reactive[Card | None] = reactive[Card | None](None, init=False)
    notice: reactive[Phrase | None] = reactive[Phrase | None](words.LOADING, init=False)

    data: reactive[Data | None] = reactive[Data | None](None, init=False)
    """What is looked through; of large data the tree holds the first of each group, and the rest is searched."""

    _stale = True
    """Whether what is shown is not, or not yet, that of the present language."""

    def compose(self) -> ComposeResult:
        """Lay out filter, grouping and tree, and the card that takes their place."""
        with Vertical(id="browser-list"):
            with HorizontalGroup(id="browser-filter"):
                yield Label(words.FILTER[self.language], markup=False)
                yield ProgrammeFilter()
            yield Link("switch_grouping", id="browser-grouping")
            yield Notice(id="browser-notice")
            yield ProgrammeTree(self.language)
        with Vertical(id="browser-card"):
            yield Link("back", id="browser-back")
            yield CardView()
            yield Link("ask", id="browser-hint")

    def on_mount(self) -> None:
        """Begin with the tree."""
        self.query_one("#browser-card").display = False
        self._speak()

    @property
    def field(self) -> ProgrammeFilter:
        """What filters."""
        return self.query_exactly_one(ProgrammeFilter)

    @property
    def tree_view(self) -> ProgrammeTree:
        """The tree."""
        return self.query_exactly_one(ProgrammeTree)

    @property
    def card_view(self) -> CardView:
        """The card."""
        return self.query_exactly_one(CardView)

    def take_keys(self) -> None:
        """Go on where the person was: in the card, or in the filter."""
        (self.field if self.card is None else self.card_view).focus()
        if self._stale:
            self._load()

    # Looking things up, beside the screen

    @work(group="tree", name="tree", exclusive=True, exit_on_error=False)
    async def _load(self) -> None:
        language, self._stale = self.language, True

        def look(desk: Desk) -> tuple[Data, dict[Grouping, Sequence[Branch]]]:
            return desk.data(), {grouping: desk.branches(grouping, language) for grouping in GROUPINGS}

        self.data, self.groups = await self.session.look(look)
        self._stale = False

    @work(group="find", name="find", exclusive=True, exit_on_error=False)
    async def _find(self, typed: str) -> None:
        language = self.language
        found = await self.session.look(lambda desk: desk.find(typed, language))
        if typed == self.typed and language == self.language:
            shown = [(branch, branch.leaves) for branch in found.branches]
            self.tree_view.show(shown, found=True, more=found.count - found.shown)
            self.notice = None if shown else words.NOTHING_FOUND.format(typed=one_line(typed))

    @work(name="leaves", exit_on_error=False)
    async def _fill(self, subject: str) -> None:
        language = self.language
        leaves = await self.session.look(lambda desk: desk.leaves(subject, language))
        if language == self.language:
            self.tree_view.fill(subject, leaves)

    @work(group="card", name="card", exclusive=True, exit_on_error=False)
    async def _open(self, programme: str) -> None:
        language = self.language
        card = await self.session.look(lambda desk: desk.card(programme, language))
        again = self.card is not None and self.card.programme == programme
        await self.card_view.show(card, language, self.card_view.cursor if again else 0)
        self.notice = None
        self.card = card
        if not again:
            self.card_view.focus()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that something could not be looked up."""
        if event.state is WorkerState.ERROR:
            self.card = None
            self.notice = failed(words.LOOK_FAILED, event.worker.error)

    # What is shown

    def watch_groups(self) -> None:
        """Show what came."""
        self._show_tree()

    def watch_data(self) -> None:
        """Say what the amounts are."""
        self._speak()

    def watch_grouping(self) -> None:
        """Group anew."""
        self._speak()
        self._show_tree()

    def watch_typed(self) -> None:
        """Filter anew."""
        self._show_tree()

    def watch_notice(self) -> None:
        """Say it."""
        self._speak()

    def watch_card(self, card: Card | None) -> None:
        """Put the card in the tree's place, or the tree back as it was."""
        self.query_one("#browser-list").display = card is None
        self.query_one("#browser-card").display = card is not None

    def watch_language(self, language: Language) -> None:
        """Speak the other language in place; the card and the cursors stay where they are."""
        super().watch_language(language)
        self.tree_view.language = language
        self._speak()
        self._load()
        if self.card is not None:
            self._open(self.card.programme)

    def _speak(self) -> None:
        language = self.language
        now, other = (words.GROUPING[grouping] for grouping in (self.grouping, _other(self.grouping)))
        large = self.data is not None and self.data.large
        year = self.data.fiscal_year if self.data is not None else 0
        self.border_subtitle = (words.NEWEST_TOTALS.format(year=year) if large else words.ALL_DRAFTS)[language]
        self.query_one("#browser-grouping").display = not large
        self.query_exactly_one(Label).update(words.FILTER[language])
        self.field.placeholder = (words.NAMES_PLACEHOLDER if large else words.FILTER_PLACEHOLDER)[language]
        switch = words.SWITCH_GROUPING[language].format(now=now[language], other=other[language])
        self.query_one("#browser-grouping", Link).text = switch
        self.query_one("#browser-back", Link).text = words.BACK[language]
        self.query_one("#browser-hint", Link).text = words.CARD_KEYS[language]
        self.query_one("#browser-notice", Notice).say(self.notice[language] if self.notice is not None else "")

    def _show_tree(self) -> None:
        if self.groups is None:
            return
        if self.data is not None and self.data.large:
            self._show_large(self.groups["ministry"], self.typed.strip())
            return
        shown = filtered(self.groups[self.grouping], self.typed)
        self.tree_view.show(shown, found=bool(self.typed.strip()))
        self.notice = None if shown else words.NOTHING_FOUND.format(typed=one_line(self.typed))

    def _show_large(self, branches: Sequence[Branch], typed: str) -> None:
        """Show the groups, each to be unfolded, or look for what was typed."""
        if len(typed) > 1:
            self._find(self.typed)
            return
        self.workers.cancel_group(self, "find")
        self.tree_view.show([(branch, ()) for branch in branches], found=False)
        self.notice = words.TOO_SHORT if typed else None

    # What a person does

    @on(Tree.NodeExpanded)
    def _unfold(self, event: Tree.NodeExpanded[Row]) -> None:
        event.stop()
        row = event.node.data
        if isinstance(row, Branch) and not event.node.children:
            self._fill(row.subject)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.typed = event.value

    @on(Input.Submitted)
    def _open_current(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.tree_view.current)

    @on(Tree.NodeSelected)
    def _select(self, event: Tree.NodeSelected[Row]) -> None:
        event.stop()
        self._choose(event.node.data)

    def _choose(self, row: Row | None) -> None:
        if isinstance(row, Leaf):
            self._open(row.programme)
        elif isinstance(row, More):
            self.field.focus()

    def on_left(self, event: Left) -> None:
        """Go from the first line of the tree to the filter."""
        event.stop()
        self.field.focus()

    @on(CardView.Back)
    def action_back(self) -> None:
        """Go back to the tree, which is as it was left."""
        self.card = None
        self.tree_view.focus()

    def action_ask(self) -> None:
        """Ask the current entry of the card."""
        self.card_view.action_ask()

    def action_into_tree(self) -> None:
        """Go from the filter into the tree."""
        tree = self.tree_view
        if self.card is None and tree.root.children:
            tree.focus()

    def action_switch_grouping(self) -> None:
        """Group by ministry instead of by category, or the other way round."""
        if self.card is None and not (self.data is not None and self.data.large):
            self.grouping = _other(self.grouping)

    def on_key(self, event: events.Key) -> None:
        """Let typing in the tree or in a card go on in the filter."""
        if self.field.has_focus or event.key == "space":
            return
        if event.key == "backspace" and self.card is None:
            event.stop()
            self.field.focus()
            self.field.action_delete_left()
        elif event.is_printable and event.character is not None:
            event.stop()
            event.prevent_default()
            self.card = None
            if event.character in "/／":
                self.field.focus()
            else:
                self.field.go_on(event.character)


def filtered(branches: Sequence[Branch], typed: str) -> list[tuple[Branch, tuple[Leaf, ...]]]:
    """Return the branches with those of their programmes that are found; one that is found itself keeps them all."""
    hits = iter(find([leaf.key for branch in branches for leaf in branch.leaves], typed))
    left = []
    for branch in branches:
        found = tuple(leaf for leaf in branch.leaves if next(hits))
        leaves = branch.leaves if matches(branch.key, typed) else found
        if leaves:
            left.append((branch, leaves))
    return left


def _other(grouping: Grouping) -> Grouping:
    return "category" if grouping == "ministry" else "ministry"
