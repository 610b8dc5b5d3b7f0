"""The chat as a Textual app: themes, languages, help and leaving. What happens in the chat is the screen's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.tui.language import language_of_locale, other
from assistant.tui.protocols import Desk, DeskFactory
from assistant.tui.screens.chat_screen import ChatScreen
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.history_screen import HistoryScreen
from assistant.tui.session import Session
from assistant.tui.themes import SUMI, THEMES
from assistant.tui.words.chat import HOW_TO_QUIT, TITLE


def open_desk(database: Path | None) -> DeskFactory:
    """Return what opens the core's desk, when the chat first needs it."""

    def open_() -> Desk:
        from assistant.tui.desk import AssistantDesk

        return AssistantDesk(database)

    return open_


class ChatApp(App[None]):
    """The chat. Without a language the interface follows the locale, and each answer the language of its question."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        Binding("f2", "switch_language", show=False, priority=True),
    ]

    language: reactive[Language] = reactive[Language]("ja", init=False)

    def __init__(self, desk_factory: DeskFactory, language: Language | None = None) -> None:
        # Without colours the terminal's own foreground and background are used, and signs and weights remain.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for theme in THEMES:
            self.register_theme(theme)
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = SUMI.name
        self.set_reactive(ChatApp.language, language or language_of_locale())
        self._answer_language = language
        self._session = Session(desk_factory)

    def on_mount(self) -> None:
        """Show the chat."""
        self.title = TITLE[self.language]
        # Not as the default screen, whose style sheet Textual does not read.
        self.push_screen(ChatScreen(self._session, self.language, self._answer_language))

    def on_unmount(self) -> None:
        """Let the thread of the core end."""
        self._session.close()

    def watch_language(self, language: Language) -> None:
        """Speak the language on every screen, and answer in it from now on."""
        self.title = TITLE[language]
        for screen in self.screen_stack:
            if isinstance(screen, ChatScreen):
                screen.language = language
                screen.answer_language = language
            elif isinstance(screen, HelpScreen | HistoryScreen):
                screen.language = language

    def action_switch_language(self) -> None:
        """Switch interface and answers to the other language; what was said stays."""
        self.language = other(self.language)

    def action_help(self) -> None:
        """Open the help; an example chosen there is asked."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.language), self._ask_example)

    async def _ask_example(self, question: str | None) -> None:
        if question is not None:
            for screen in self.screen_stack:
                if isinstance(screen, ChatScreen):
                    await screen.ask(question)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        for screen in self.screen_stack:
            if isinstance(screen, ChatScreen):
                screen.prompt.notice = HOW_TO_QUIT
