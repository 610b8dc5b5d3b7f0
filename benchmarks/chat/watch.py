"""Watching a running chat: when it painted last, and the longest single piece of work on the thread of its screen."""

from __future__ import annotations

import asyncio
import gc
import time
from asyncio import events as loop_events
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from assistant.tui.app import ChatApp, open_desk
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import Turn

COLUMNS, ROWS = 120, 36
QUIET = 0.05
"""Seconds without paint after which a screen counts as painted."""


class WatchedChat(ChatApp):
    """The chat with the real core; it renders what it would write to a terminal, and notes when."""

    def __init__(self) -> None:
        super().__init__(open_desk(None), language="ja")
        self.painted = 0.0
        self.shown: float | None = None
        """When the newest answer was first in sight, since this was last made None."""
        self.asking: set[Widget] = set()
        self.earlier: Turn | None = None
        """The newest turn before the question, whose answer is not the one that is waited for."""

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            renderable.render_segments(self.console)  # without a terminal, Textual leaves this out
            self.painted = time.perf_counter()
            self._look_for_the_answer(screen)

    def _look_for_the_answer(self, screen: Screen[object]) -> None:
        """Note the first paint with something of the newest turn that was not there before its answer was."""
        turns = screen.query(Turn)
        if self.shown is not None or not turns:
            return
        turn = turns.last()
        if turn is self.earlier:
            return
        seen = {widget for widget in screen._compositor.visible_widgets if turn in widget.ancestors}
        if turn.outcome is None:
            self.asking = seen
        elif seen - self.asking:
            self.shown = self.painted


@dataclass
class Work:
    """The pieces of work on the thread of the screen that took longest, in ms, and what they were."""

    longest: float = 0.0
    what: str = ""
    above: int = 0
    """How many took longer than 16 ms."""
    pieces: int = field(default=0)


@dataclass
class Watched:
    """A running chat, and the pilot that types into it."""

    app: WatchedChat
    pilot: Pilot[None]

    @property
    def prompt(self) -> Prompt:
        """Where questions are typed."""
        return self.app.screen.query_one(Prompt)

    async def press(self, key: str, character: str | None = None) -> float:
        """Press a key; return the ms until the last paint that it led to."""
        started = time.perf_counter()
        self.app.post_message(events.Key(key, character))
        return 1000 * (await self._painted_after(started) - started)

    async def ask(self, question: str) -> tuple[float, float]:
        """Ask a question with Enter; return the ms until the answer is in sight, and until all is still."""
        self.prompt.value = question
        self.prompt.cursor_position = len(question)
        await self._painted_after(time.perf_counter())
        self.app.earlier = next(iter(reversed(self.app.screen.query(Turn))), None)
        self._asking_begins()
        started = time.perf_counter()
        still = await self.press("enter", "\r")
        return (still if self.app.shown is None else 1000 * (self.app.shown - started)), still

    def _asking_begins(self) -> None:
        self.app.shown, self.app.asking = None, set()

    async def settle(self) -> None:
        """Wait until all is quiet."""
        await self._painted_after(time.perf_counter())

    async def _painted_after(self, started: float) -> float:
        """Wait until the chat is no longer busy and has painted nothing for a while; return when it painted last."""
        while True:
            await asyncio.sleep(QUIET / 10)
            if not self.prompt.busy and time.perf_counter() - max(self.app.painted, started) > QUIET:
                return max(self.app.painted, started)


@asynccontextmanager
async def watched() -> AsyncIterator[Watched]:
    """Run a chat with the real core behind it, its caret not blinking, its data open."""
    gc.disable()  # as run_chat does
    app = WatchedChat()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        chat = Watched(app, pilot)
        chat.prompt.cursor_blink = False
        await app.workers.wait_for_complete()
        await chat.settle()
        yield chat


@contextmanager
def watching_work(limit: float = 16.0) -> Iterator[Work]:
    """Time every piece of work that an event loop runs meanwhile."""
    found = Work()
    run = loop_events.Handle._run

    def timed(handle: Any) -> None:
        started = time.perf_counter()
        run(handle)
        took = 1000 * (time.perf_counter() - started)
        found.pieces += 1
        found.above += took > limit
        if took > found.longest:
            found.longest, found.what = took, _name(handle)

    loop_events.Handle._run = timed  # type: ignore[method-assign,assignment]
    try:
        yield found
    finally:
        loop_events.Handle._run = run  # type: ignore[method-assign]


def _name(handle: Any) -> str:
    """Return what a piece of work is, for whoever looks for the long ones."""
    owner = getattr(handle._callback, "__self__", None)
    name = owner.get_name() if isinstance(owner, asyncio.Task) else repr(handle._callback)
    return str(name)[:80]
