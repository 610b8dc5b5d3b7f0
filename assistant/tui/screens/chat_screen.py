"""The chat: it takes a question, has it answered beside the screen, and shows what comes back."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from assistant.answer.model import Answer, Language
from assistant.tui.messages import Chosen, Left, Sent
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.strings import (
    ASK_FAILED,
    ASK_FAILED_WHILE_TYPING,
    CLEAR_KEY,
    HELP_KEY,
    LANGUAGE_KEY,
    NO_SUCH_NUMBER,
    OPEN_FAILED,
    QUIT_KEY,
    SOURCES_KEY,
)
from assistant.tui.widgets.conversation_view import ConversationView
from assistant.tui.widgets.key_bar import KeyBar, KeyHint
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import Failure, Turn

KEYS = (
    KeyHint("F1", HELP_KEY, "app.help"),
    KeyHint("F2", LANGUAGE_KEY, "app.switch_language"),
    KeyHint("F3", SOURCES_KEY, "screen.toggle_sources"),
    KeyHint("Ctrl+L", CLEAR_KEY, "screen.clear"),
    KeyHint("Ctrl+Q", QUIT_KEY, "app.quit"),
)
ASKING = "asking"
OPENING = "opening"


class ChatScreen(Screen[None]):
    """Composes the conversation, the prompt and the keys, and carries messages between them."""

    AUTO_FOCUS = "Prompt"
    CSS_PATH = "chat_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "toggle_sources", show=False),
        Binding("ctrl+l", "clear", show=False),
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
        yield ConversationView(self.language)
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

    def on_mount(self) -> None:
        """Open the data after the first paint."""
        self.call_after_refresh(self._open)

    def watch_language(self, language: Language) -> None:
        """Speak the other language everywhere but in what was already said."""
        self.conversation.language = language
        self.prompt.language = language
        self.query_exactly_one(KeyBar).language = language

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

    async def ask(self, question: str) -> None:
        """Begin a turn for a question, unless one is running."""
        prompt = self.prompt
        if prompt.busy:
            await prompt.action_submit()
            return
        prompt.history.add(question)
        prompt.clear()
        prompt.busy = True
        self._turn = await self.conversation.begin(question)
        self._ask(question)

    @work(group=ASKING, name=ASKING, exclusive=True, exit_on_error=False)
    async def _ask(self, question: str) -> Answer:
        return await self._session.ask(question, self.answer_language)

    @work(group=OPENING, name=OPENING, exit_on_error=False)
    async def _open(self) -> None:
        await self._session.open()

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

    def _finish(self, outcome: Answer | Failure | None) -> None:
        self.prompt.busy = False
        if self._turn is not None:
            self._turn.outcome = outcome

    def _fail(self, error: BaseException | None) -> None:
        """Give the question back to the prompt, and say so in plain words."""
        given_back = self._turn is not None and self.prompt.give_back(self._turn.question)
        asking = ASK_FAILED if given_back else ASK_FAILED_WHILE_TYPING
        message = OPEN_FAILED if isinstance(error, CannotOpenError) else asking
        self._finish(Failure(message, _cause(error)))

    # Keys

    def action_toggle_sources(self) -> None:
        """Show every sheet under each answer, or the first few."""
        self.conversation.all_sources = not self.conversation.all_sources

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
