"""The chat: it takes a question, has it answered beside the screen, and shows what comes back."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from assistant import history
from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.messages import Chosen, Closed, Left, Prefilled, Selected, Sent, Unborrowed
from assistant.tui.screens.history_screen import HistoryScreen
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.widgets.conversation_view import ConversationView
from assistant.tui.widgets.key_bar import KeyBar, KeyHint
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.side import PanelName, Side
from assistant.tui.widgets.suggestion_list import SuggestionList
from assistant.tui.widgets.turn import Failure, Turn
from assistant.tui.words.chat import (
    ASK_FAILED,
    ASK_FAILED_WHILE_TYPING,
    BROWSER_KEY,
    CLEAR_KEY,
    DIRECTORY_KEY,
    HELP_KEY,
    LANGUAGE_KEY,
    NO_SUCH_NUMBER,
    OPEN_FAILED,
    QUIT_KEY,
    SOURCES_KEY,
)

KEYS = (
    KeyHint("F1", HELP_KEY, "app.help"),
    KeyHint("F2", LANGUAGE_KEY, "app.switch_language"),
    KeyHint("F3", SOURCES_KEY, "screen.side('source')"),
    KeyHint("F4", BROWSER_KEY, "screen.side('browser')"),
    KeyHint("F5", DIRECTORY_KEY, "screen.side('directory')"),
    KeyHint("Ctrl+L", CLEAR_KEY, "screen.clear"),
    KeyHint("Ctrl+Q", QUIT_KEY, "app.quit"),
)
BESIDE = 100
"""Columns from which a panel stands beside the conversation; in fewer, it stands in its place."""
ASKING = "asking"
OPENING = "opening"
KEEPING = "keeping"


class ChatScreen(Screen[None]):
    """Composes the conversation, the prompt and the keys, and carries messages between them."""

    AUTO_FOCUS = "Prompt"
    CSS_PATH = "chat_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "side('source')", show=False),
        Binding("f4", "side('browser')", show=False),
        Binding("f5", "side('directory')", show=False),
        Binding("ctrl+up", "select(-1)", show=False),
        Binding("ctrl+down", "select(1)", show=False),
        Binding("ctrl+l", "clear", show=False),
        Binding("ctrl+r", "search_history", show=False),
    ]

    language: reactive[Language] = reactive[Language]("ja", init=False)
    answer_language: reactive[Language | None] = reactive[Language | None](None, init=False)

    def __init__(self, session: Session, language: Language, answer_language: Language | None) -> None:
        super().__init__()
        self._session = session
        self._turn: Turn | None = None
        self.set_reactive(ChatScreen.language, language)
        self.set_reactive(ChatScreen.answer_language, answer_language)

    def compose(self) -> ComposeResult:
        """Lay out the conversation above the prompt."""
        with Horizontal(id="body"):
            yield ConversationView(self.language)
            yield Side(self._session, self.language)
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
        """Open the data after the first paint."""
        self.prompt.menu = self.suggestion_list
        self.call_after_refresh(self._open)
        self.call_after_refresh(self._recall)

    def watch_language(self, language: Language) -> None:
        """Speak the other language everywhere but in what was already said."""
        self.conversation.language = language
        self.prompt.language = language
        self.side.language = language
        self.suggestion_list.language = language
        self.query_exactly_one(KeyBar).language = language

    def on_input_changed(self, event: Input.Changed) -> None:
        """Suggest what the text in the prompt may become."""
        if event.input is self.prompt:
            self.suggestion_list.text = event.value

    # Asking

    async def on_sent(self, message: Sent) -> None:
        """Ask what was typed, or choose the option whose number was typed."""
        pending = self.conversation.pending
        number = _as_number(message.text)
        if pending is None or number is None:
            await self.ask(message.text)
        elif (question := pending.question(number)) is not None:
            await self.ask(question)
        elif number <= 9:
            self.prompt.notice = NO_SUCH_NUMBER.format(count=len(pending))
        else:
            await self.ask(message.text)

    async def on_chosen(self, message: Chosen) -> None:
        """Ask the question of the option that was chosen."""
        self.prompt.focus()
        await self.ask(message.question)

    async def ask(self, question: str, without: tuple[str, ...] = ()) -> None:
        """Begin a turn for a question, unless one is running; with `without`, for the newest once more, borrowing less."""
        prompt = self.prompt
        if prompt.busy:
            await prompt.action_submit()
            return
        prompt.history.add(question)
        self._in_background(history.keep, question)
        prompt.clear()
        prompt.busy = True
        self._turn = await self.conversation.begin(question)
        self._ask(question, without)

    @work(group=ASKING, name=ASKING, exclusive=True, exit_on_error=False)
    async def _ask(self, question: str, without: tuple[str, ...]) -> Reply:
        return await self._session.reply(question, self.answer_language, without)

    @work(group=OPENING, name=OPENING, exit_on_error=False)
    async def _open(self) -> None:
        await self._session.open()
        await self._session.look(lambda desk: desk.suggest("", self.language))  # made ready before the first key

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what came back."""
        worker = event.worker
        if worker.name == ASKING and event.state is WorkerState.SUCCESS:
            self._finish(worker.result)
        elif worker.name == ASKING and event.state is WorkerState.ERROR:
            self._fail(worker.error)
        elif worker.name == OPENING and event.state is WorkerState.ERROR and self._turn is None:
            turn = await self.conversation.begin("")
            turn.outcome = Failure(OPEN_FAILED, _cause(worker.error))

    def _finish(self, outcome: Reply | Failure | None) -> None:
        self.prompt.busy = False
        if self._turn is not None:
            self._turn.outcome = outcome
            self.conversation.selected = self._turn

    def _fail(self, error: BaseException | None) -> None:
        """Give the question back to the prompt, and say so in plain words."""
        given_back = self._turn is not None and self.prompt.give_back(self._turn.question)
        asking = ASK_FAILED if given_back else ASK_FAILED_WHILE_TYPING
        message = OPEN_FAILED if isinstance(error, CannotOpenError) else asking
        self._finish(Failure(message, _cause(error)))

    # Earlier questions

    @work(group=KEEPING, exit_on_error=False)
    async def _recall(self) -> None:
        if await asyncio.to_thread(history.keeping):
            self.prompt.history.load(await asyncio.to_thread(history.read))

    def action_search_history(self) -> None:
        """Search earlier questions; the one chosen goes to the prompt."""
        screen = HistoryScreen(self.prompt.history, self.language, self._forget)
        self.app.push_screen(screen, lambda question: self.prompt.fill(question) if question else None)

    def _forget(self, question: str) -> None:
        self.prompt.history.forget(question)
        self._in_background(history.forget, question)

    def _in_background(self, work: Callable[[str], None], question: str) -> None:
        """Change what is kept on this machine beside the screen; it never fails."""
        self.run_worker(asyncio.to_thread(work, question), group=KEEPING, exit_on_error=False)

    # Beside the conversation

    async def action_side(self, name: PanelName) -> None:
        """Open a panel, or close it."""
        await self.side.toggle(name)
        self._make_room()

    def on_closed(self, _message: Closed) -> None:
        """Give the room and the keys back."""
        self.side.shown = None
        self._make_room()

    def on_resize(self) -> None:
        """Let the panel stand beside the conversation where there is room, else in its place."""
        self._make_room()

    def _make_room(self) -> None:
        shown = self.side.shown is not None
        self.conversation.display = not shown or self.size.width >= BESIDE
        if not shown:
            self.prompt.focus()

    def on_selected(self, message: Selected) -> None:
        """Let the panel follow the selected answer."""
        self.side.reply = message.turn.outcome if isinstance(message.turn.outcome, Reply) else None

    def on_prefilled(self, message: Prefilled) -> None:
        """Put a text into the prompt to go on typing."""
        self.prompt.value = message.text
        self.prompt.cursor_position = len(message.text)
        self.prompt.focus()

    async def on_unborrowed(self, message: Unborrowed) -> None:
        """Ask the newest question again without what a chip stood for."""
        if self._turn is not None and not self.prompt.busy:
            await self.ask(self._turn.question, without=(message.id,))

    # Keys

    def action_select(self, steps: int) -> None:
        """Select another answer: what is copied, and what the source panel shows."""
        self.conversation.select(steps)

    async def action_clear(self) -> None:
        """Forget the conversation, on screen and behind it; an answer on its way is not waited for."""
        self.workers.cancel_group(self, ASKING)
        self._turn = None
        await self.conversation.clear()
        self.prompt.busy = False
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


def _as_number(text: str) -> int | None:
    """Return the number that a text is, in digits of either width."""
    digits = unicodedata.normalize("NFKC", text)
    return int(digits) if digits.isdecimal() and len(digits) <= 2 else None


def _cause(error: BaseException | None) -> BaseException | None:
    """Return what went wrong underneath: for a database that does not open, the reason why."""
    return error.__cause__ if isinstance(error, CannotOpenError) else error
