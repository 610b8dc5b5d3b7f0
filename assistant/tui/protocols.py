"""What the chat needs from the outside: someone to ask. The core's `Conversation` is one; a test's stub is another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from assistant.answer.model import Answer, Language


class ConversationLike(Protocol):
    """Someone who answers questions and remembers what the talk is about."""

    language: Language | None
    """The language to answer in; None answers each question in its own."""

    def ask(self, text: str) -> Answer:
        """Answer a question."""

    def reset(self) -> None:
        """Forget what was said."""


ConversationFactory = Callable[[], ConversationLike]
