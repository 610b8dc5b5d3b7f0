"""The scrolling conversation: turns in the order asked, the newest in sight."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.tui.messages import Grown, Selected
from assistant.tui.widgets.chips import Chips
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.table_view import TableView
from assistant.tui.widgets.turn import Turn
from assistant.tui.widgets.welcome import Welcome


class ConversationView(VerticalScroll, can_focus=False):
    """The welcome, until there are turns; then the turns. Only the newest options take the keys."""

    language: reactive[Language] = reactive[Language]("ja", init=False)
    selected: reactive[Turn | None] = reactive[Turn | None](None, init=False)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.set_reactive(ConversationView.language, language)

    def compose(self) -> ComposeResult:
        """Begin with the welcome."""
        yield Welcome(self.language)

    def watch_language(self, language: Language) -> None:
        """Greet in another language; what was said stays as it was said."""
        self._welcome.language = language

    @property
    def pending(self) -> Options | None:
        """The options that a number typed now would choose from: those of the newest turn, or the examples."""
        place = self._turns[-1] if self._turns else self._welcome
        return next(iter(place.query(Options)), None)

    async def begin(self, question: str) -> Turn:
        """Add a turn for a question and show it."""
        self._welcome.display = False
        for place in (self._welcome, *self._turns[-1:], self.selected):
            _let_go(place)
        turn = Turn(question, self.language)
        await self.mount(turn)
        self.call_after_refresh(self._reveal, turn)
        return turn

    def watch_selected(self, before: Turn | None, turn: Turn | None) -> None:
        """Mark the selected turn, and say which it is."""
        if before is not None:
            before.remove_class("-selected")
            _let_sort(before, can=False)
        if turn is not None:
            turn.add_class("-selected")
            _let_sort(turn, can=True)
            self.post_message(Selected(turn))

    def select(self, steps: int) -> None:
        """Select the turn so many steps below the selected one, as far as there are turns."""
        if turns := self._turns:
            place = turns.index(self.selected) if self.selected in turns else len(turns)
            self.selected = turns[max(0, min(place + steps, len(turns) - 1))]
            self.selected.scroll_visible(animate=False)

    async def clear(self) -> None:
        """Begin again with the welcome."""
        self.selected = None
        await self.query(Turn).remove()
        self._welcome.display = True
        for options in self._welcome.query(Options):
            options.can_focus = True
        self.scroll_home(animate=False)

    def on_grown(self, message: Grown) -> None:
        """Bring the newest turn into sight: all of it, or from its question on where it is taller than the view."""
        message.stop()
        if self._turns:
            self.call_after_refresh(self._reveal, self._turns[-1])

    @property
    def _turns(self) -> list[Turn]:
        return list(self.query_children(Turn))

    @property
    def _welcome(self) -> Welcome:
        return self.query_exactly_one(Welcome)

    def _reveal(self, turn: Turn) -> None:
        if not turn.is_attached:
            return
        if turn.outer_size.height > self.size.height:
            self.scroll_to(y=turn.virtual_region.y, animate=False)
        else:
            self.scroll_end(animate=False)


def _let_go(place: Widget | None) -> None:
    """Take the keys from what can be chosen or sorted in a turn that is the newest no more."""
    if place is not None:
        _let_sort(place, can=False)
        for options in place.query(Options):
            options.can_focus = False
        for chips in place.query(Chips):
            chips.active = False


def _let_sort(place: Widget, *, can: bool) -> None:
    """Let the tables of a turn take the keys, or not: with those of all turns, Tab would lead through a thousand."""
    for table in place.query(TableView):
        table.can_focus = can
