"""A question and what came of it, without a widget: what is kept of a turn that has left the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.words.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that could not be answered: what to tell the person, and what went wrong underneath."""

    message: Phrase
    cause: BaseException | None = None


class Exchanged(Protocol):
    """A turn on the screen, or one that was folded away: both have a question and its outcome."""

    @property
    def question(self) -> str:
        """What was asked, as typed."""

    @property
    def outcome(self) -> Reply | Failure | None:
        """What came of it; None while it is being looked up."""


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """A turn that was folded away. `language` is the interface's when it was asked."""

    question: str
    outcome: Reply | Failure | None
    language: Language
