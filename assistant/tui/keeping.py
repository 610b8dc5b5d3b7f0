"""A conversation whose unanswered questions are kept for `budget-assistant unanswered`, unless the user has switched it off."""

from __future__ import annotations

from assistant.answer.model import Answer, Language
from assistant.tui.protocols import ConversationLike


class Keeping:
    """Passes everything on to a conversation, and keeps the questions that it does not answer."""

    def __init__(self, conversation: ConversationLike) -> None:
        self._conversation = conversation
        self._before: str | None = None

    @property
    def language(self) -> Language | None:
        """The language to answer in; None answers each question in its own."""
        return self._conversation.language

    @language.setter
    def language(self, language: Language | None) -> None:
        self._conversation.language = language

    def ask(self, text: str) -> Answer:
        """Answer a question."""
        answer = self._conversation.ask(text)
        if not answer.answered:
            from assistant import unanswered

            unanswered.keep(answer, self._before)
        self._before = text
        return answer

    def reset(self) -> None:
        """Forget what was said."""
        self._before = None
        self._conversation.reset()
