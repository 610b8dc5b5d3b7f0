"""The chat as a Textual app: themes, languages, help and leaving. What happens in the chat is the screen's."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.theme import Theme

from assistant.answer.model import Language
from assistant.tui import preferences
from assistant.tui.choosing import Choosing, OpenData
from assistant.tui.language import language_of_locale, other
from assistant.tui.protocols import Desk, DeskFactory
from assistant.tui.screens.chat_screen import ChatScreen, LayoutName
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.session import Session
from assistant.tui.terminal_input import fitted
from assistant.tui.themes import SUMI, THEMES
from assistant.tui.words.chat import HOW_TO_QUIT, TITLE

if TYPE_CHECKING:
    from textual.command import Provider

Switch = Literal["suggestions", "keep_history"]
STILL_THERE = 3.0
"""Seconds between looks whether the terminal is still there."""


def open_desk(database: Path | None) -> DeskFactory:
    """Return what opens the core's desk, when the chat first needs it."""

    def open_() -> Desk:
        from assistant.tui.desk import AssistantDesk

        return AssistantDesk(database)

    return open_


def _chat_commands() -> type[Provider]:
    """Return what the palette lists, loaded when the palette is first opened."""
    from assistant.tui.commands import ChatCommands

    return ChatCommands


class ChatApp(App[None]):
    """The chat. Without a language the interface follows the locale, and each answer the language of its question.

    `database` is the file that the factory opens, None for the embedded data; `open_data` opens others.
    """

    COMMANDS: ClassVar = {_chat_commands}
    CSS_PATH = Path(__file__).parent / "screens" / "chat_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", show=False),
        Binding("f2", "switch_language", show=False, priority=True),
    ]

    language: reactive[Language] = reactive[Language]("ja", init=False)

    def __init__(
        self,
        desk_factory: DeskFactory,
        language: Language | None = None,
        database: Path | None = None,
        open_data: OpenData = open_desk,
    ) -> None:
        # Without colours the terminal's own foreground and background are used, and signs and weights remain.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.settings, self._mistake = preferences.read()
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = self.settings.theme if self.settings.theme in self.available_themes else SUMI.name
        fixed = language or (None if self.settings.language == "auto" else self.settings.language)
        self.set_reactive(ChatApp.language, fixed or language_of_locale())
        self._answer_language = fixed
        self._session = Session(desk_factory)
        self._choosing = Choosing(self, self._session, open_data, database)

    def on_mount(self) -> None:
        """Name the window."""
        self.title = TITLE[self.language]
        self._theme_at_start = self.theme
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.call_after_refresh(self._tell_mistakes)
        if sys.__stdin__ is not None and sys.__stdin__.isatty():
            self.set_interval(STILL_THERE, self._leave_with_the_terminal)

    def get_driver_class(self) -> type[Driver]:
        """Return the platform's driver, fitted for what input methods send."""
        return fitted(super().get_driver_class())

    def get_default_screen(self) -> ChatScreen:
        """Return the chat itself: composing an empty screen under it would delay the prompt."""
        screen = ChatScreen(self._session, self.language, self._answer_language)
        screen.set_reactive(ChatScreen.layout_name, self.settings.layout)
        screen.suggests = self.settings.suggestions
        return screen

    @property
    def chat(self) -> ChatScreen:
        """The chat itself, whatever is open over it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, ChatScreen))

    def _leave_with_the_terminal(self) -> None:
        """End where the terminal was closed without a signal: Textual would wait for its keys for ever, and busily."""
        if sys.__stdin__ is None or not sys.__stdin__.isatty():
            self.exit(return_code=1)

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
            elif isinstance(screen, SpeakingScreen):
                screen.language = language

    def action_switch_language(self) -> None:
        """Switch interface and answers to the other language; what was said stays."""
        self.language = other(self.language)
        preferences.remember(self, "language", self.language, self.language)

    def action_help(self) -> None:
        """Open the help, which begins with the focused thing; an example chosen there is asked."""
        from assistant.tui.screens.help_screen import HelpScreen, help_on

        if not isinstance(self.screen, HelpScreen):
            data = self.chat.data
            screen = HelpScreen(self.language, help_on(self.focused), large=data is not None and data.large)
            self.push_screen(screen, self._ask_example)

    def action_command_palette(self) -> None:
        """List every action of the chat, in its language."""
        from textual.command import CommandPalette

        from assistant.tui.words.shell import PALETTE_PLACEHOLDER

        if isinstance(self.screen, ChatScreen):
            self.push_screen(CommandPalette(placeholder=PALETTE_PLACEHOLDER[self.language], id="--command-palette"))

    async def action_choose_data(self) -> None:
        """Choose which data to ask."""
        await self._choosing.choose()

    def action_use_theme(self, name: str) -> None:
        """Change the colours."""
        self.theme = name

    def action_use_layout(self, name: LayoutName) -> None:
        """Change the layout."""
        self.chat.layout_name = name
        preferences.remember(self, "layout", name, self.language)

    def action_switch_setting(self, name: Switch) -> None:
        """Switch suggestions or the keeping of questions on or off, now and for the next time, and say which it is."""
        from assistant.tui.announcing import announce
        from assistant.tui.words import shell

        value = not getattr(self.settings, name)
        now = self.settings
        self.settings = replace(now, suggestions=value) if name == "suggestions" else replace(now, keep_history=value)
        said = {"suggestions": (shell.SUGGEST_OFF, shell.SUGGEST_ON), "keep_history": (shell.KEEP_OFF, shell.KEEP_ON)}[name]
        announce(self, said[value][self.language])
        self.chat.suggestion_list.enabled = self.settings.suggestions
        preferences.remember(self, name, value, self.language)

    def _remember_theme(self, theme: Theme) -> None:
        """Start with the theme next time, once another was chosen."""
        if theme.name != self._theme_at_start:
            self._theme_at_start = ""
            preferences.remember(self, "theme", theme.name, self.language)

    def _tell_mistakes(self) -> None:
        """Say what of the settings was not heeded."""
        preferences.tell_mistakes(self, self.settings, self._mistake, self.language)

    async def _ask_example(self, question: str | None) -> None:
        if question is None:
            return
        while isinstance(self.screen, ModalScreen):  # the help was opened over it: it would hide the answer
            self.screen.dismiss(None)
        await self.chat.ask(question)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl+C."""
        self.chat.prompt.notice = HOW_TO_QUIT
