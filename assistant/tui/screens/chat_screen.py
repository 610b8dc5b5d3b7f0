"""The chat: it takes a question, has it answered beside the screen, and shows what comes back."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import ClassVar, Literal

from textual import events, work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from assistant.answer.model import Language
from assistant.browsing.model import Data
from assistant.conversation.reply import Reply
from assistant.tui.exchange import Failure
from assistant.tui.faults import cause_of
from assistant.tui.keys import KEYS
from assistant.tui.messages import Chosen, Closed, Completed, Left, Opened, Prefilled, Selected, Sent, Unborrowed
from assistant.tui.recalling import Recalling
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.taking import Taking, What
from assistant.tui.tidying import EVERY, Tidying
from assistant.tui.typed_number import as_number
from assistant.tui.whole_characters import WholeCharacters
from assistant.tui.widgets.conversation_view import ConversationView
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.side import PanelName, Side
from assistant.tui.widgets.suggestion_list import SuggestionList
from assistant.tui.widgets.turn import Turn
from assistant.tui.words.chat import ASK_FAILED, ASK_FAILED_WHILE_TYPING, NO_SUCH_NUMBER, OPEN_FAILED, STILL_BUSY
from assistant.tui.words.phrase import Phrase

LayoutName = Literal["auto", "compact", "wide"]
NARROW, LOW = 70, 24
"""Columns and rows below which an automatic layout is compact."""
BESIDE = 100
"""Columns from which a panel stands beside the conversation; in fewer, it stands in its place."""
PATIENCE = 0.1
"""Seconds in which an answer comes without a word about waiting for it: nothing is painted twice."""
ASKING = "asking"
OPENING = "opening"
TAKING = "taking"


class ChatScreen(Screen[None]):
    """Composes the conversation, the prompt and the keys, and carries messages between them."""

    AUTO_FOCUS = "Prompt"
    OPENING_AFTER = 0.15
    """Seconds after the first paint until the data are opened: a thread at work would delay the first keys."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "side('source')", show=False),
        Binding("f4", "side('browser')", show=False),
        Binding("f5", "side('directory')", show=False),
        Binding("f6", "copy('answer')", show=False),
        Binding("f7", "copy('figure')", show=False),
        Binding("f8", "copy('table')", show=False),
        Binding("f9", "export", show=False),
        Binding("ctrl+up", "select(-1)", show=False),
        Binding("ctrl+down", "select(1)", show=False),
        Binding("ctrl+l", "clear", show=False),
        Binding("ctrl+r", "search_history", show=False),
        Binding("escape", "close", show=False),
    ]

    language: reactive[Language] = reactive[Language]("ja", init=False)
    layout_name: reactive[LayoutName] = reactive[LayoutName]("auto", init=False)
    answer_language: reactive[Language | None] = reactive[Language | None](None, init=False)
    data: reactive[Data | None] = reactive[Data | None](None, init=False)

    def __init__(self, session: Session, language: Language, answer_language: Language | None) -> None:
        super().__init__()
        self._compositor = WholeCharacters()
        self._session = session
        self._taking = Taking(self, session)
        self.recalling = Recalling(self)
        self._tidying = Tidying()
        self._turn: Turn | None = None
        self._asked = ""
        self.suggests = True
        """Whether suggestions are shown from the start."""
        self._without: tuple[str, ...] = ()
        self.set_reactive(ChatScreen.language, language)
        self.set_reactive(ChatScreen.answer_language, answer_language)

    def compose(self) -> ComposeResult:
        """Lay out the conversation above the prompt."""
        with Horizontal(id="body"):
            yield ConversationView(self.language)
            yield Side(self._session, self.language)
        with Vertical(id="foot"):
            yield SuggestionList(self._session, self.language)
            yield Prompt(self.language)
            yield KeyBar(KEYS, self.language)

    @property
    def conversation(self) -> ConversationView:
        """Where questions and answers stand."""
        return self.query_exactly_one(ConversationView)

    @property
    def prompt(self) -> Prompt:
        """Where questions are typed."""
        return self.query_exactly_one(Prompt)

    @property
    def suggestion_list(self) -> SuggestionList:
        """What is suggested while typing."""
        return self.query_exactly_one(SuggestionList)

    @property
    def side(self) -> Side:
        """What stands beside the conversation."""
        return self.query_exactly_one(Side)

    def on_mount(self) -> None:
        """Leave what can wait until the prompt takes keys."""
        self.prompt.menu = self.suggestion_list
        self.suggestion_list.enabled = self.suggests
        self.call_after_refresh(self._open)
        self.set_interval(EVERY, self._tidying.tidy)

    def watch_language(self, language: Language) -> None:
        """Speak the other language everywhere but in what was already said."""
        self.conversation.language = language
        self.prompt.language = language
        self.side.language = language
        self.suggestion_list.language = language
        self.query_exactly_one(KeyBar).language = language

    def watch_data(self, data: Data | None) -> None:
        """Say which data is asked, and greet with questions about them."""
        self.prompt.data = data
        self.conversation.large = data is not None and data.large

    def on_input_changed(self, event: Input.Changed) -> None:
        """Suggest what the text in the prompt may become."""
        if event.input is self.prompt:
            self._tidying.busy()
            self.suggestion_list.text = event.value

    # Asking

    async def on_sent(self, message: Sent) -> None:
        """Ask what was typed, or choose the option whose number was typed."""
        pending = self.conversation.pending
        number = as_number(message.text)
        if self.prompt.busy:
            self._return_to_prompt(message.text, STILL_BUSY)
        elif pending is None or number is None:
            await self.ask(message.text)
        elif (question := pending.question(number)) is not None:
            await self.ask(question)
        elif number <= 9:
            self._return_to_prompt(message.text, NO_SUCH_NUMBER.format(count=len(pending)))
        else:
            await self.ask(message.text)

    def action_open_selected(self) -> None:
        """Show the selected turn whole, if it is folded."""
        self.conversation.open_selected()

    def _return_to_prompt(self, text: str, why: Phrase) -> None:
        if not self.prompt.give_back(text):
            self.prompt.history.add(text)
        self.prompt.notice = why

    async def on_chosen(self, message: Chosen) -> None:
        """Ask the question of the option that was chosen."""
        self.prompt.focus()
        await self.ask(message.question)

    async def on_completed(self, message: Completed) -> None:
        """Ask the whole question that was chosen in place of what was typed."""
        self.prompt.clear()
        await self.ask(message.question)

    async def ask(self, question: str, without: tuple[str, ...] = ()) -> None:
        """Begin a turn for a question, unless one is running; with `without`, for the newest once more, borrowing less.

        A panel in the conversation's place makes way for the answer.
        """
        prompt = self.prompt
        if prompt.busy:
            await prompt.action_submit()
            return
        if not self.conversation.display:
            self.side.shown = None
            self._make_room()
        self.recalling.keep(question)
        prompt.busy = True
        self._turn, self._asked, self._without = None, question, without
        self._ask(question, without)

    @work(group=ASKING, name=ASKING, exclusive=True, exit_on_error=False)
    async def _ask(self, question: str, without: tuple[str, ...]) -> None:
        reply = asyncio.ensure_future(self._session.reply(question, self.answer_language, without))
        if not (await asyncio.wait((reply,), timeout=PATIENCE))[0]:
            self.prompt.waiting = True
            self._turn = await self.conversation.begin(question)
        try:
            outcome: Reply | Failure = await reply
        except Exception as error:  # noqa: BLE001 (told in the conversation; the question is given back)
            outcome = self._failure(error)
        await self._finish(outcome)

    @work(group=OPENING, name=OPENING, exit_on_error=False)
    async def _open(self) -> None:
        await asyncio.sleep(self.OPENING_AFTER)
        self.recalling.recall()
        import_module("assistant.tui.widgets.answer_card")  # before the first answer needs it
        try:
            await self._show_data()
            await self._session.look(lambda desk: desk.suggest("", self.language))  # made ready before the first key
        finally:
            self._tidying.start()

    async def _show_data(self) -> None:
        self.data = await self._session.look(lambda desk: desk.data())

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that the data could not be opened, if nobody has asked yet: then the question's own failure says so."""
        worker = event.worker
        if worker.name == OPENING and event.state is WorkerState.ERROR and not self._asked:
            await self.conversation.begin("", Failure(OPEN_FAILED, cause_of(worker.error)))

    async def _finish(self, outcome: Reply | Failure) -> None:
        self.prompt.busy = self.prompt.waiting = False
        self._tidying.busy()
        if self._turn is None:
            self._turn = await self.conversation.begin(self._asked, outcome)
        else:
            self._turn.outcome = outcome
        self.call_after_refresh(self.conversation.select_newest)
        self.call_after_refresh(self._tidying.answered)
        if self.data is None and isinstance(outcome, Reply):  # what did not open at the start
            self.run_worker(self._show_data(), exit_on_error=False)

    def _failure(self, error: Exception) -> Failure:
        """Give the question back to the prompt, and say so in plain words."""
        given_back = self.prompt.give_back(self._asked)
        asking = ASK_FAILED if given_back else ASK_FAILED_WHILE_TYPING
        message = OPEN_FAILED if isinstance(error, CannotOpenError) else asking
        return Failure(message, cause_of(error))

    # Beside the conversation

    async def action_side(self, name: PanelName) -> None:
        """Open a panel, or close it."""
        await self.side.toggle(name)
        self._make_room()
        self._give_keys_back()

    def action_close(self) -> None:
        """Close the panel; without one, what is announced."""
        if self.side.shown is None:
            self.app.clear_notifications()
            self.prompt.focus()
        else:
            self.on_closed(Closed())

    def on_closed(self, _message: Closed) -> None:
        """Give the room and the keys back."""
        self.side.shown = None
        self._make_room()
        self._give_keys_back()

    def on_resize(self) -> None:
        """Let the panel stand beside the conversation where there is room, else in its place."""
        self._make_room()

    def watch_layout_name(self) -> None:
        """Lay out anew."""
        self._make_room()

    def _make_room(self) -> None:
        size, chosen = self.size, self.layout_name
        small = size.height < LOW or size.width < NARROW
        self.set_class(chosen == "compact" or (chosen == "auto" and small), "-compact")
        room = size.width >= (NARROW if chosen == "wide" else BESIDE) and chosen != "compact"
        self.conversation.display = self.side.shown is None or room

    def _give_keys_back(self) -> None:
        if self.side.shown is None:
            self.prompt.focus()

    def on_selected(self, message: Selected) -> None:
        """Let the panel follow the selected answer."""
        self.side.reply = message.turn.outcome if isinstance(message.turn.outcome, Reply) else None

    def on_opened(self, message: Opened) -> None:
        """Show an earlier turn whole; what is chosen there is asked."""
        from assistant.tui.screens.earlier_screen import EarlierScreen

        self.app.push_screen(EarlierScreen(message.exchange, self.language), self._ask_if_chosen)

    async def _ask_if_chosen(self, question: str | None) -> None:
        if question is not None:
            await self.ask(question)

    def on_prefilled(self, message: Prefilled) -> None:
        """Put a text into the prompt to go on typing."""
        self.prompt.value = message.text
        self.prompt.cursor_position = len(message.text)
        self.prompt.focus()

    async def on_unborrowed(self, message: Unborrowed) -> None:
        """Ask the newest question again without what a chip stood for, and without what was taken from it before."""
        if not self.prompt.busy:
            await self.ask(self._asked, without=(*self._without, message.id))

    # Taking along

    def action_copy(self, what: What) -> None:
        """Copy the selected answer, its figure or its table."""
        self.run_worker(self._taking.copy(what), group=TAKING, exclusive=True)

    def action_copy_text(self) -> None:
        """Copy what was selected with the mouse."""
        if not (text := self.get_selected_text()):
            raise SkipAction
        self.run_worker(self._taking.copy_selection(text), group=TAKING, exclusive=True)

    def action_export(self) -> None:
        """Ask what to write to which file."""
        self.run_worker(self._taking.export(), group=TAKING, exclusive=True)

    # Keys

    def action_search_history(self) -> None:
        """Search earlier questions."""
        self.recalling.search()

    async def action_forget_history(self) -> None:
        """Forget earlier questions."""
        await self.recalling.forget_all()

    def action_select(self, steps: int) -> None:
        """Select another answer: what is copied, and what the source panel shows."""
        self.conversation.select(steps)

    async def action_clear(self) -> None:
        """Forget the conversation, on screen and behind it; an answer on its way is not waited for."""
        self.workers.cancel_group(self, ASKING)
        self._turn = None
        self.side.reply = None
        await self.conversation.clear()
        self.prompt.busy = self.prompt.waiting = False
        self.prompt.focus()
        self.run_worker(self._session.reset(), group="resetting", exit_on_error=False)

    def action_scroll_conversation(self, pages: int) -> None:
        """Scroll by pages while the prompt keeps the keys."""
        if pages < 0:
            self.conversation.scroll_page_up(animate=False)
        else:
            self.conversation.scroll_page_down(animate=False)

    def on_left(self, _message: Left) -> None:
        """Go back to typing."""
        self.prompt.focus()

    def on_key(self, event: events.Key) -> None:
        """Let typing begin wherever the focus is."""
        prompt = self.prompt
        if prompt.has_focus or event.key in self.active_bindings:
            return
        if event.is_printable and event.character is not None:
            event.stop()
            prompt.focus()
            prompt.insert_text_at_cursor(event.character)
