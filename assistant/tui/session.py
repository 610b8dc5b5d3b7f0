"""The one thread in which the core is opened, asked and reset: the screen never waits, and nothing races.

A database connection belongs to the thread that opened it; everything therefore runs in the same one, in order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.protocols import Desk, DeskFactory

Result = TypeVar("Result")


class CannotOpenError(Exception):
    """The data could not be opened; the cause says why."""


class Session:
    """A desk that is opened when first needed, and used from a thread of its own."""

    def __init__(self, factory: DeskFactory) -> None:
        self._factory = factory
        self._desk: Desk | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="assistant")

    @property
    def opened(self) -> bool:
        """Whether the desk is there: until then, whatever asks it first makes it, which takes a while."""
        return self._desk is not None

    async def open(self) -> None:
        """Open the desk ahead of the first question."""
        await self._in_thread(self._opened)

    async def reply(self, question: str, language: Language | None, without: Collection[str] = ()) -> Reply:
        """Answer the question, in a language if one is given; with `without`, the last one again, borrowing less."""

        def reply() -> Reply:
            desk = self._opened()
            desk.language = language
            return desk.reply(question, without)

        return await self._in_thread(reply)

    async def look(self, what: Callable[[Desk], Result]) -> Result:
        """Return what the desk shows or suggests."""
        return await self._in_thread(lambda: what(self._opened()))

    async def reset(self) -> None:
        """Forget what was said, after the question that is being answered."""
        await self._in_thread(lambda: self._desk.reset() if self._desk else None)

    def close(self) -> None:
        """Take no more work; what is running ends by itself."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _opened(self) -> Desk:
        if self._desk is None:
            try:
                self._desk = self._factory()
            except Exception as error:
                raise CannotOpenError from error
        return self._desk

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
