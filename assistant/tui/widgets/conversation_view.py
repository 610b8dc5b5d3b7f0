"""The scrolling conversation: turns in the order asked, the newest in sight, the oldest folded to a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.reactive import reactive
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.exchange import Exchange, Exchanged, Failure
from assistant.tui.messages import Grown, Opened, Selected
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.turn import Turn
from assistant.tui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from assistant.tui.widgets.folded_turns import FoldedTurns


class Said(Prose):
    """What the chat says between the turns."""

    DEFAULT_CSS = """
    Said { margin: 1 2 0 0; padding: 0 0 0 1; border-left: outer $accent; color: $text-accent; }
    """


WHOLE_TURNS = 6
"""Turns that stand whole. Older ones are folded, so that a long conversation stays as quick as a short one."""


class ConversationView(VerticalScroll, can_focus=False):
    """The welcome, until there are turns; then the turns. Only the newest options take the keys."""

    language: reactive[Language] = reactive[Language]("ja", init=False)
    large = reactive(False, init=False)
    """Whether the data are a register of thousands of programmes."""
    selected: reactive[Exchanged | None] = reactive[Exchanged | None](None, init=False)
    """The turn whose answer is copied and whose source is shown: the newest, until another one is selected."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._followed: Turn | None = None
        self._folded: FoldedTurns | None = None
        self._said_after: Turn | None = None
        self.set_reactive(ConversationView.language, language)

    def compose(self) -> ComposeResult:
        """Begin with the welcome."""
        yield Welcome(self.language)

    def watch_language(self, language: Language) -> None:
        """Greet in another language; what was said stays as it was said."""
        self._welcome.language = language

    def watch_large(self, large: bool) -> None:
        """Greet with other examples."""
        self._welcome.large = large

    @property
    def pending(self) -> Options | None:
        """The options that a number typed now would choose from: those of the newest turn, or the examples."""
        place = self._turns[-1] if self._turns else self._welcome
        if self._turns and self._said_after is self._turns[-1]:
            return None
        return next(iter(place.query(Options)), None)

    def history(self) -> list[tuple[str, Reply]]:
        """Return every question that got a reply, with it, in the order asked."""
        every: list[Exchanged] = [*self._exchanges, *self._turns]
        return [(turn.question, turn.outcome) for turn in every if isinstance(turn.outcome, Reply)]

    async def begin(self, question: str, outcome: Reply | Failure | None = None) -> Turn:
        """Add a turn for a question, with its outcome if that is there already, and show it."""
        self._welcome.display = False
        for place in (self._welcome, *self._turns[-1:], self.selected):
            if isinstance(place, Widget):
                _let_go(place)
        turn = Turn(question, self.language, outcome)
        self._follow(turn)
        with self.app.batch_update():  # nothing half mounted is laid out
            await self.mount(turn)
        self.call_after_refresh(self._fold)
        return turn

    async def note(self, text: str) -> None:
        """Say something between the turns; what could be chosen above it, can no longer be."""
        newest = next(iter(self._turns[-1:]), None)
        if newest is None:
            await self.query(Said).remove()  # one note under the welcome is enough
        else:
            _let_go(newest)
            self._said_after = newest
        said = Said(text)
        await self.mount(said)
        self.call_after_refresh(said.scroll_visible, animate=False)

    async def clear(self) -> None:
        """Begin again with the welcome."""
        self.selected = None
        await self.query(Said).remove()
        if self._folded is not None:
            self._folded.clear()
        await self.query(Turn).remove()
        self._welcome.display = True
        for options in self._welcome.query(Options):
            options.can_focus = True
        self.scroll_home(animate=False)

    def on_grown(self, message: Grown) -> None:
        """Bring the newest turn into sight: all of it, or from its question on where it is taller than the view."""
        message.stop()
        if self._turns:
            self._follow(self._turns[-1])

    def _follow(self, turn: Turn) -> None:
        """Bring a turn into sight with the layout that gives it its place."""
        self._followed = turn

    def _followed_enough(self, turn: Turn) -> None:
        if self._followed is turn:
            self._followed = None

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Scroll to the turn that is followed within the layout itself: painted once, and never out of sight first."""
        arranged = super().arrange(size, optimal)
        if self._followed is not None and not optimal:
            bottom = arranged.total_region.bottom
            place = next((p.region for p in arranged.placements if p.widget is self._followed), None)
            if place is not None:
                self.call_after_refresh(self._followed_enough, self._followed)
                top = place.y if place.height > size.height else max(0, bottom - size.height)
                self.set_reactive(Widget.scroll_y, top)
                self.set_reactive(Widget.scroll_target_y, top)
                self.vertical_scrollbar.position = top
        return arranged

    # Selecting

    def watch_selected(self, before: Exchanged | None, now: Exchanged | None) -> None:
        """Mark the selected turn, and say which it is."""
        newest = self._turns[-1:]
        if isinstance(before, Turn):
            before.mark(selected=False)
            _let_sort(before, can=False)
        if isinstance(now, Turn):
            now.mark(selected=now not in newest)
            _let_sort(now, can=True)
        if (folded := self._folded) is not None:
            folded.selected = folded.exchanges.index(now) if isinstance(now, Exchange) and now in folded.exchanges else None
        if now is not None:
            self.post_message(Selected(now))

    def select_newest(self) -> None:
        """Select the newest turn."""
        self.selected = next(iter(self._turns[-1:]), None)

    def on_click(self, event: events.Click) -> None:
        """Select the turn that is clicked."""
        for node in event.widget.ancestors_with_self if event.widget is not None else ():
            if isinstance(node, Turn):
                self.selected = node

    def select(self, steps: int) -> None:
        """Select the turn so many steps below the selected one, as far as there are turns."""
        every: list[Exchanged] = [*self._exchanges, *self._turns]
        if not every:
            return
        place = every.index(self.selected) if self.selected in every else len(every)
        self.selected = every[max(0, min(place + steps, len(every) - 1))]
        if isinstance(self.selected, Turn):
            self.selected.scroll_visible(animate=False)
        elif self._folded is not None and self._folded.selected is not None:
            self.scroll_to(
                y=max(0, self._folded.virtual_region.y + self._folded.selected - self.size.height // 2), animate=False
            )

    def open_selected(self) -> bool:
        """Show the selected turn whole if it is folded; tell whether it was."""
        if isinstance(self.selected, Exchange):
            self.post_message(Opened(self.selected))
        return isinstance(self.selected, Exchange)

    @property
    def _turns(self) -> list[Turn]:
        return list(self.query_children(Turn))

    @property
    def _welcome(self) -> Welcome:
        return self.query_exactly_one(Welcome)

    @property
    def _exchanges(self) -> list[Exchange]:
        return self._folded.exchanges if self._folded is not None else []

    async def _fold(self) -> None:
        """Fold the oldest turns: one with every question, so that none takes long."""
        for turn in self._turns[:-WHOLE_TURNS]:
            if self.selected is turn:
                self.selected = None
            if self._folded is None:
                from assistant.tui.widgets.folded_turns import FoldedTurns  # the start folds nothing

                self._folded = FoldedTurns()
                await self.mount(self._folded, after=self._welcome)
            for said in self.query_children(Said):  # it cannot stand between two lines of one widget
                if self.children.index(said) < self.children.index(turn):
                    await said.remove()
            self._folded.add(turn.exchange)
            await turn.remove()


def _let_go(place: Widget) -> None:
    """Take the keys from what can be chosen or sorted in a turn that is the newest no more."""
    from assistant.tui.widgets.chips import Chips

    _let_sort(place, can=False)
    for options in place.query(Options):
        options.can_focus = False
    for chips in place.query(Chips):
        chips.active = False


def _let_sort(place: Widget, *, can: bool) -> None:
    """Let the tables of a turn take the keys, or not: with those of all turns, Tab would lead through every one."""
    from assistant.tui.widgets.table_view import TableView

    for table in place.query(TableView):
        table.can_focus = can
