"""What stands behind the selected answer: the facts as printed, the calculation, the reading and the query."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.worker import Worker, WorkerState

from assistant.answer.model import Language
from assistant.browsing.source_model import Sources
from assistant.conversation.reply import Reply
from assistant.tui.faults import described
from assistant.tui.session import Session
from assistant.tui.source_rows import GAP, source_rows
from assistant.tui.widgets.ledger import Ledger, Row
from assistant.tui.widgets.panel import Panel
from assistant.tui.words.chat import CAUSE
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.source import ABOUT_SOURCE, FAILED, NOTHING_SELECTED, SOURCE_HINT, SOURCE_TITLE, WAITING

LOADING = "sources"
MOST_PLACES = 50
"""Answers whose place in the panel is remembered."""


class SourcePanel(Panel, can_focus=True):
    """Follows the selected answer. While it has the keys, the arrows, PgUp, PgDn, Home and End move its text."""

    TITLE = SOURCE_TITLE
    ABOUT: ClassVar[Phrase] = ABOUT_SOURCE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"move('{way}')", show=False)
        for key, way in (
            ("up", "up"),
            ("down", "down"),
            ("pageup", "page_up"),
            ("pagedown", "page_down"),
            ("home", "home"),
            ("end", "end"),
        )
    ]
    DEFAULT_CSS = """
    SourcePanel > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__(session, language)
        self.border_subtitle = SOURCE_HINT[language]
        self._sources: Sources | None = None
        self._loading: Worker[Sources] | None = None
        self._fault: BaseException | None = None
        self._places: list[tuple[Reply, int]] = []

    def compose(self) -> ComposeResult:
        """Lay out one long text to scroll in."""
        with VerticalScroll(can_focus=False):
            yield Ledger(self._rows())

    @property
    def ledger(self) -> Ledger:
        """The text."""
        return self.query_exactly_one(Ledger)

    def take_keys(self) -> None:
        """Take the keys; what failed before is tried again."""
        super().take_keys()
        if self._fault is not None:
            self._begin()

    def watch_language(self, language: Language) -> None:
        """Name everything in the other language; the contents stay in the answer's."""
        super().watch_language(language)
        self.border_subtitle = SOURCE_HINT[language]
        self._show()

    def watch_reply(self, before: Reply | None, _reply: Reply | None) -> None:
        """Look up what stands behind another answer, and remember where the last one was left."""
        if before is not None and self._sources is not None:
            self._places = [(known, y) for known, y in self._places if known is not before][-MOST_PLACES:]
            self._places.append((before, round(self._view.scroll_y)))
        self._begin()

    def action_move(self, way: str) -> None:
        """Scroll the text."""
        getattr(self._view, f"scroll_{way}")(animate=False)

    @property
    def _view(self) -> VerticalScroll:
        return self.query_exactly_one(VerticalScroll)

    def _begin(self) -> None:
        self._sources, self._fault = None, None
        self.workers.cancel_group(self, LOADING)
        self._loading = self._load(self.reply) if self.reply is not None else None
        self._show()
        self._view.scroll_home(animate=False)

    @work(group=LOADING, name=LOADING, exclusive=True, exit_on_error=False)
    async def _load(self, reply: Reply) -> Sources:
        return await self.session.look_behind(reply, lambda desk: desk.sources(reply))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what came back, unless another answer was selected meanwhile."""
        if event.worker is not self._loading:
            return
        if event.state is WorkerState.SUCCESS:
            self._sources = event.worker.result
        elif event.state is WorkerState.ERROR:
            self._fault = event.worker.error
        else:
            return
        self._show()
        place = next((y for known, y in self._places if known is self.reply), 0)
        if place:
            self.call_after_refresh(self._view.scroll_to, y=place, animate=False)

    def _show(self) -> None:
        self.ledger.rows = self._rows()

    def _rows(self) -> tuple[Row, ...]:
        language = self.language
        if self.reply is None:
            return (Row("text", NOTHING_SELECTED[language]),)
        if self._fault is not None:
            cause = Row("pair", described(self._fault, language), CAUSE[language])
            return (Row("name", FAILED[language]), GAP, cause)
        if self._sources is None:
            return (Row("text", WAITING[language]),)
        return source_rows(self.reply, self._sources, language)
