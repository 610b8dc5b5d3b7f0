"""The one thread in which the core is opened, asked and reset: the screen never waits, and nothing races.

A database connection belongs to the thread that opened it; everything therefore runs in the same one, in order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
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
        self._desk: Desk | None = None
        self._factories = [factory]
        self._former: tuple[int, Desk] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="assistant")

    @property
    def opened(self) -> bool:
        """Whether the desk is there: until then, whatever asks it first makes it, which takes a while."""
        return self._desk is not None

    @property
    def data(self) -> int:
        """Which of the data that were opened one after the other is asked now, from 0."""
        return len(self._factories) - 1

    async def open(self) -> None:
        """Open the desk ahead of the first question."""
        await self._in_thread(self._opened)

    async def reply(self, question: str, language: Language | None, without: Collection[str] = ()) -> Reply:
        """Answer the question, in a language if one is given; with `without`, the last one again, borrowing less."""

        def reply() -> Reply:
            desk = self._opened()
            desk.language = language
            return replace(desk.reply(question, without), data=self.data)

        return await self._in_thread(reply)

    async def look(self, what: Callable[[Desk], Result]) -> Result:
        """Return what the desk shows or suggests."""
        return await self._in_thread(lambda: what(self._opened()))

    async def look_behind(self, reply: Reply, what: Callable[[Desk], Result]) -> Result:
        """Return what the desk shows that gave a reply, also where another one has taken its place since."""
        return await self._in_thread(lambda: what(self._desk_of(reply.data)))

    async def reset(self) -> None:
        """Forget what was said, after the question that is being answered."""
        await self._in_thread(lambda: self._desk.reset() if self._desk else None)

    async def switch(self, factory: DeskFactory) -> None:
        """Open another desk in place of the present one.

        Raises CannotOpenError where it does not open; then nothing changes.
        """

        def switch() -> None:
            try:
                desk = factory()
                desk.data()  # what opens but cannot be read is no desk either
            except Exception as error:
                raise CannotOpenError from error
            if self._desk is not None:
                self._former = (self.data, self._desk)
            self._factories.append(factory)
            self._desk = desk

        await self._in_thread(switch)

    def close(self) -> None:
        """Take no more work; what is running ends by itself."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _opened(self) -> Desk:
        if self._desk is None:
            self._desk = self._made(self._factories[-1])
        return self._desk

    def _desk_of(self, data: int) -> Desk:
        """Return the desk of data that were opened before; only the one used last is kept open."""
        if data == self.data:
            return self._opened()
        if self._former is None or self._former[0] != data:
            self._former = (data, self._made(self._factories[data]))
        return self._former[1]

    def _made(self, factory: DeskFactory) -> Desk:
        try:
            return factory()
        except Exception as error:
            raise CannotOpenError from error

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
