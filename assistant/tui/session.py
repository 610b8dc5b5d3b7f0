"""The one thread in which the core is opened, asked and reset: the screen never waits, and nothing races.

A database connection belongs to the thread that opened it; everything therefore runs in the same one, in order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant.answer.model import Answer, Language
from assistant.tui.protocols import ConversationFactory, ConversationLike

Result = TypeVar("Result")


class CannotOpenError(Exception):
    """The data could not be opened; the cause says why."""


class Session:
    """A conversation that is opened when first needed, and used from a thread of its own."""

    def __init__(self, factory: ConversationFactory) -> None:
        self._factory = factory
        self._conversation: ConversationLike | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="assistant")

    async def open(self) -> None:
        """Open the conversation ahead of the first question."""
        await self._in_thread(self._opened)

    async def ask(self, question: str, language: Language | None) -> Answer:
        """Answer the question, in a language if one is given."""

        def answer() -> Answer:
            conversation = self._opened()
            conversation.language = language
            return conversation.ask(question)

        return await self._in_thread(answer)

    async def reset(self) -> None:
        """Forget what was said, after the question that is being answered."""
        await self._in_thread(lambda: self._conversation.reset() if self._conversation else None)

    def close(self) -> None:
        """Take no more work; what is running ends by itself."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _opened(self) -> ConversationLike:
        if self._conversation is None:
            try:
                self._conversation = self._factory()
            except Exception as error:
                raise CannotOpenError from error
        return self._conversation

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
