"""Driving the chat in tests: type, send, wait until all is quiet, and read the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerFailed

from assistant.answer.model import Language
from assistant.tui.app import ChatApp
from assistant.tui.choosing import OpenData
from assistant.tui.protocols import DeskFactory
from assistant.tui.screens.chat_screen import ChatScreen
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import Turn
from tests.tui.stub import StubDesk


async def settle(pilot: Pilot[None]) -> None:
    """Wait until every worker is done and every message handled."""
    await pilot.pause()
    with suppress(WorkerFailed):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def send(pilot: Pilot[None], text: str) -> None:
    """Put a text into the prompt and press Enter."""
    prompt = pilot.app.screen.query_one(Prompt)
    prompt.value = text
    prompt.cursor_position = len(text)
    await pilot.press("enter")
    await pilot.pause()


@dataclass
class Chat:
    """A running chat, the pilot at its keys, and whom it asks."""

    app: ChatApp
    pilot: Pilot[None]
    stub: StubDesk

    @property
    def screen(self) -> ChatScreen:
        """The chat screen, also while another lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ChatScreen))

    @property
    def prompt(self) -> Prompt:
        """Where questions are typed."""
        return self.screen.query_one(Prompt)

    @property
    def turns(self) -> list[Turn]:
        """The turns so far."""
        return list(self.screen.query(Turn))

    @property
    def asked(self) -> list[str]:
        """The questions that reached the one who answers."""
        return [question for question, _language in self.stub.asked]

    async def ask(self, text: str) -> None:
        """Ask and wait for the answer."""
        await send(self.pilot, text)
        await settle(self.pilot)

    async def settle(self) -> None:
        """Wait until all is quiet."""
        await settle(self.pilot)

    def lines(self) -> list[str]:
        """Return the screen as lines of text."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """Return the screen as one text."""
        return "\n".join(self.lines())


@asynccontextmanager
async def chatting(
    language: Language | None = "ja",
    *,
    size: tuple[int, int] = (80, 24),
    factory: DeskFactory | None = None,
    database: Path | None = None,
    open_data: OpenData | None = None,
) -> AsyncIterator[Chat]:
    """Run the chat with a stub behind it, also where other data are chosen."""
    stub = StubDesk()
    ChatScreen.OPENING_AFTER = 0
    app = ChatApp(factory or (lambda: stub), language, database, open_data or (lambda _path: lambda: stub))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield Chat(app, pilot, stub)
