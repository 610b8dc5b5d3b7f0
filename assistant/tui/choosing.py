"""Which data the chat asks: shown at the prompt, chosen in a dialog, opened beside the screen, and remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import BudgetError
from assistant.tui import preferences
from assistant.tui.messages import Closed
from assistant.tui.protocols import DeskFactory
from assistant.tui.session import CannotOpenError, Session

if TYPE_CHECKING:
    from assistant.tui.app import ChatApp

OpenData = Callable[[Path | None], DeskFactory]
"""What opens the data of a file, or the embedded data."""


class Choosing:
    """Switches one chat from data to data. `now` is the file that is asked, None the embedded data."""

    def __init__(self, app: ChatApp, session: Session, open_data: OpenData, now: Path | None) -> None:
        self._app = app
        self._session = session
        self._open_data = open_data
        self.now = now

    async def show(self) -> None:
        """Say at the prompt which data is asked. Data that cannot be read say so when they are asked."""
        try:
            self._app.chat.data = await self._session.look(lambda desk: desk.data())
        except (CannotOpenError, BudgetError):
            return

    async def choose(self) -> None:
        """Open the dialog, unless a question is being looked up."""
        from assistant.tui.announcing import announce
        from assistant.tui.screens.data_screen import DataScreen, offers
        from assistant.tui.words.data import BUSY

        if self._app.chat.prompt.busy:
            announce(self._app, BUSY[self._app.language], "warning")
            return
        found = await asyncio.to_thread(offers, self.now)
        self._app.push_screen(DataScreen(found, self.now, self.switch, self._app.language))

    async def switch(self, path: Path | None) -> None:
        """Open other data in place of the present ones, and begin a new context; what was said stays.

        Raises FileNotFoundError where there is no such file, CannotOpenError where it does not open; then nothing changes.
        """
        from assistant import databases
        from assistant.tui.data_label import fitted
        from assistant.tui.words.data import SWITCHED

        if path is not None:
            path = await asyncio.to_thread(path.absolute)
            if not await asyncio.to_thread(path.is_file):
                raise FileNotFoundError(path)
        await self._session.switch(self._open_data(path))
        self.now = path
        await self.show()
        chat, language = self._app.chat, self._app.language
        await chat.side.forget()
        chat.on_closed(Closed())
        if chat.data is not None:
            label = fitted(chat.data, language, 10_000)
            await chat.conversation.note(SWITCHED[language].format(data=label))
        preferences.remember(self._app, "database", str(path) if path is not None else databases.EMBEDDED, language)
        if path is not None:
            await asyncio.to_thread(databases.remember, path)
