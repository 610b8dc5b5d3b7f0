"""The scrolling conversation: turns in the order asked, the newest in sight, the oldest folded to a line each."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.exchange import Exchange, Exchanged
from assistant.tui.messages import Grown, Opened, Selected
from assistant.tui.widgets.folded_turns import FoldedTurns
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.turn import Turn
from assistant.tui.widgets.welcome import Welcome

WHOLE_TURNS = 30
"""Turns that stand whole. Older ones are folded, so that a long conversation stays as quick as a short one."""


class ConversationView(VerticalScroll, can_focus=False):
    """The welcome, until there are turns; then the turns. Only the newest options take the keys."""

    language: reactive[Language] = reactive[Language]("ja", init=False)
    selected: reactive[Exchanged | None] = reactive[Exchanged | None](None, init=False)
    """The turn whose answer is copied and whose source is shown: the newest, until another one is selected."""
    all_sources = reactive(False, toggle_class="-all-sources")

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.set_reactive(ConversationView.language, language)

    def compose(self) -> ComposeResult:
        """Begin with the welcome."""
        yield Welcome(self.language)
        yield FoldedTurns()

    def watch_language(self, language: Language) -> None:
        """Greet in another language; what was said stays as it was said."""
        self._welcome.language = language

    @property
    def pending(self) -> Options | None:
        """The options that a number typed now would choose from: those of the newest turn, or the examples."""
        place = self._turns[-1] if self._turns else self._welcome
        return next(iter(place.query(Options)), None)

    def history(self) -> list[tuple[str, Reply]]:
        """Return every question that got a reply, with it, in the order asked."""
        every: list[Exchanged] = [*self._folded.exchanges, *self._turns]
        return [(turn.question, turn.outcome) for turn in every if isinstance(turn.outcome, Reply)]

    async def begin(self, question: str) -> Turn:
        """Add a turn for a question and show it."""
        self._welcome.display = False
        for options in self.query(Options):
            options.can_focus = False
        turn = Turn(question, self.language)
        await self.mount(turn)
        await self._fold()
        self.call_after_refresh(self._reveal, turn)
        return turn

    async def clear(self) -> None:
        """Begin again with the welcome."""
        self.selected = None
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
            self.call_after_refresh(self._reveal, self._turns[-1])

    # Selecting

    def watch_selected(self, before: Exchanged | None, now: Exchanged | None) -> None:
        """Mark the selected turn, and say which it is."""
        if isinstance(before, Turn):
            before.remove_class("-selected")
        if isinstance(now, Turn):
            now.add_class("-selected")
        folded = self._folded
        folded.selected = folded.exchanges.index(now) if isinstance(now, Exchange) and now in folded.exchanges else None
        if now is not None:
            self.post_message(Selected(now))

    def select(self, steps: int) -> None:
        """Select the turn so many steps below the selected one, as far as there are turns."""
        every: list[Exchanged] = [*self._folded.exchanges, *self._turns]
        if not every:
            return
        place = every.index(self.selected) if self.selected in every else len(every)
        self.selected = every[max(0, min(place + steps, len(every) - 1))]
        if isinstance(self.selected, Turn):
            self.selected.scroll_visible(animate=False)
        elif self._folded.selected is not None:
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
    def _folded(self) -> FoldedTurns:
        return self.query_exactly_one(FoldedTurns)

    async def _fold(self) -> None:
        """Fold the oldest turns: one with every question, so that none takes long."""
        for turn in self._turns[:-WHOLE_TURNS]:
            if self.selected is turn:
                self.selected = None
            self._folded.add(turn.exchange)
            await turn.remove()

    def _reveal(self, turn: Turn) -> None:
        if not turn.is_attached:
            return
        if turn.outer_size.height > self.size.height:
            self.scroll_to(y=turn.virtual_region.y, animate=False)
        else:
            self.scroll_end(animate=False)
