"""One turn of the conversation: a question, and what came of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.exchange import Exchange, Failure
from assistant.tui.faults import described
from assistant.tui.messages import Grown
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.chat import BUSY, CAUSE, CUT_QUESTION, FAULT
from assistant.tui.wrapping import cells, truncate

LONGEST_ECHO = 360
"""Cells of a question that are shown: a pasted page would push its own answer off the screen."""
_ASKED, _SELECTED = Content.styled("> ", "$foreground-muted"), Content.styled("* ", "bold $text-accent")


class FailureCard(VerticalGroup):
    """A fault in plain words; the cause in one line, for whoever is asked to help."""

    DEFAULT_CSS = """
    FailureCard {
        padding: 0 0 0 1;
        border-left: outer $error;
        & > .card--status { color: $text-error; text-style: bold; width: auto; }
        & > Note { margin: 1 0 0 0; }
    }
    """

    def __init__(self, failure: Failure, language: Language) -> None:
        super().__init__()
        self._failure = failure
        self._language = language

    def compose(self) -> ComposeResult:
        """Lay out the word, the message and the cause."""
        yield Static(FAULT[self._language], classes="card--status", markup=False)
        yield Prose(self._failure.message[self._language])
        if (cause := self._failure.cause) is not None:
            yield Note(CAUSE, described(cause, self._language), self._language)


class Turn(VerticalGroup):
    """A question and, once there is one, its outcome. A card speaks the language of its answer."""

    DEFAULT_CSS = """
    Turn {
        margin: 1 0 0 0;
        padding: 0 2 1 0;
        & > .turn--question { margin: 0 0 1 0; text-style: bold; }
        & > .turn--waiting { padding: 0 0 0 2; color: $text-muted; }
    }
    """

    outcome: reactive[Reply | Failure | None] = reactive(None, init=False)

    def __init__(
        self, question: str, language: Language, outcome: Reply | Failure | None = None, *, whole: bool = False
    ) -> None:
        super().__init__()
        self.question = question
        self._whole = whole
        self._language: Language = language
        self.set_reactive(Turn.outcome, outcome)

    @property
    def exchange(self) -> Exchange:
        """What is kept of the turn when it leaves the screen."""
        outcome = self.outcome.packed() if isinstance(self.outcome, Reply) else self.outcome
        return Exchange(self.question, outcome, self._language)

    def compose(self) -> ComposeResult:
        """Show the question as it was typed, unless it is very long, and that it is being looked up."""
        if self.question:
            yield Prose(self._echo(), prefix=_ASKED, classes="turn--question")
        yield self._body()

    def _echo(self) -> str:
        if self._whole or cells(self.question) <= LONGEST_ECHO:
            return self.question
        return truncate(self.question, LONGEST_ECHO) + CUT_QUESTION.format(count=len(self.question))[self._language]

    def mark(self, *, selected: bool) -> None:
        """Show by a sign before the question whether an earlier turn is the selected one."""
        for prose in self.query_children(".turn--question").results(Prose):
            prose.prefix = _SELECTED if selected else _ASKED

    async def watch_outcome(self) -> None:
        """Put the outcome where the waiting was."""
        async with self.batch():
            await self.query_children(".turn--body").remove()
            await self.mount(self._body())
        self.post_message(Grown())

    def _body(self) -> Widget:
        body: Widget
        match self.outcome:
            case None:
                body = Static(BUSY[self._language], classes="turn--waiting", markup=False)
            case Failure() as failure:
                body = FailureCard(failure, self._language)
            case reply:
                from assistant.tui.widgets.answer_card import AnswerCard  # the start needs no card

                body = AnswerCard(reply)
        return body.add_class("turn--body")
