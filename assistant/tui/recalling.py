"""Earlier questions for one chat screen: kept and called back beside the screen, searched, and forgotten."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from assistant.tui import preferences

if TYPE_CHECKING:
    from assistant.tui.screens.chat_screen import ChatScreen

KEEPING = "keeping"


class Recalling:
    """Keeps what is asked on this machine, unless the person has switched that off. Nothing of it ever fails a question."""

    def __init__(self, screen: ChatScreen) -> None:
        self._screen = screen

    def recall(self) -> None:
        """Bring the questions of earlier runs to the prompt."""
        self._screen.run_worker(self._load(), group=KEEPING, exit_on_error=False)

    def keep(self, question: str) -> None:
        """Remember a question, here and on this machine."""
        from assistant import history

        self._screen.prompt.history.add(question)
        if preferences.of(self._screen.app).keep_history:  # the file may not say so yet, or could not be written
            self._screen.run_worker(asyncio.to_thread(history.keep, question), group=KEEPING, exit_on_error=False)

    def search(self) -> None:
        """Search earlier questions; the one chosen goes to the prompt."""
        from assistant.tui.screens.history_screen import HistoryScreen

        prompt = self._screen.prompt
        screen = HistoryScreen(prompt.history, self._screen.language, self._forget)
        self._screen.app.push_screen(screen, lambda question: prompt.fill(question) if question else None)

    async def forget_all(self) -> None:
        """Forget every question, here and on this machine, and say how many that were."""
        from assistant import history
        from assistant.tui.announcing import announce
        from assistant.tui.words.history import FORGOTTEN

        self._screen.prompt.history.clear()
        try:
            count = await asyncio.to_thread(history.clear)
        except OSError as error:
            self._tell_kept(error)
        else:
            announce(self._screen.app, FORGOTTEN.format(count=count)[self._screen.language])

    async def _load(self) -> None:
        from assistant import history

        if await asyncio.to_thread(history.keeping):
            self._screen.prompt.history.load(await asyncio.to_thread(history.read))

    def _forget(self, question: str) -> None:
        self._screen.prompt.history.forget(question)
        self._screen.run_worker(self._forget_kept(question), group=KEEPING, exit_on_error=False)

    async def _forget_kept(self, question: str) -> None:
        from assistant import history

        try:
            await asyncio.to_thread(history.forget, question)
        except OSError as error:
            self._tell_kept(error)

    def _tell_kept(self, error: OSError) -> None:
        """Say that what was to be forgotten is still on this machine."""
        from assistant import history
        from assistant.tui.announcing import announce
        from assistant.tui.words.history import NOT_FORGOTTEN

        said = NOT_FORGOTTEN.format(path=history.path(), cause=error)
        announce(self._screen.app, said[self._screen.language], "warning")
