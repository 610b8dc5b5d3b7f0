"""The conversation of a chat: what it does not answer is kept for `budget-assistant unanswered`, unless that is off."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from assistant import unanswered
from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.conversation.talk import Conversation

if TYPE_CHECKING:
    from assistant.assistant import Assistant


class KeptConversation(Conversation):
    """A conversation that keeps what it did not answer, with the question before it."""

    def __init__(self, assistant: Assistant, language: Language | None = None) -> None:
        super().__init__(assistant, language)
        self._before: str | None = None

    def reset(self) -> None:
        """Forget the earlier turns; what was kept stays."""
        self._before = None
        super().reset()

    def reply(self, question: str, without: Collection[str] = ()) -> Reply:
        """Answer a question; a turn that is asked again with less borrowed was kept, or answered, the first time."""
        reply = super().reply(question, without)
        if without:
            return reply
        unanswered.keep(reply.answer, self._before)
        self._before = question
        return reply
