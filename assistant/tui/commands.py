"""Every action of the chat, by name: what the command palette lists. The keys are in the footer and in the help."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from assistant.answer.model import Language
from assistant.tui.words import data, shell, taking
from assistant.tui.words.phrase import Phrase


class Command(NamedTuple):
    """An action of the chat screen (as in a binding), its name, what it is for, and its key if it has one."""

    title: Phrase
    help: Phrase
    action: str
    key: str = ""


_FIXED = (
    Command(shell.SOURCE_TITLE, shell.SOURCE_HELP, "screen.side('source')", "F3"),
    Command(shell.BROWSER_TITLE, shell.BROWSER_HELP, "screen.side('browser')", "F4"),
    Command(shell.DIRECTORY_TITLE, shell.DIRECTORY_HELP, "screen.side('directory')", "F5"),
    Command(taking.COPY_ANSWER_TITLE, taking.COPY_ANSWER_HELP, "screen.copy('answer')", "F6"),
    Command(taking.COPY_FIGURE_TITLE, taking.COPY_FIGURE_HELP, "screen.copy('figure')", "F7"),
    Command(taking.COPY_TABLE_TITLE, taking.COPY_TABLE_HELP, "screen.copy('table')", "F8"),
    Command(taking.EXPORT_TITLE, taking.EXPORT_HELP, "screen.export", "F9"),
    Command(shell.OLDER_TITLE, shell.SELECT_HELP, "screen.select(-1)", "Ctrl+↑"),
    Command(shell.NEWER_TITLE, shell.SELECT_HELP, "screen.select(1)", "Ctrl+↓"),
    Command(data.CHOOSE_TITLE, data.CHOOSE_HELP, "app.choose_data"),
    Command(shell.LANGUAGE_TITLE, shell.LANGUAGE_HELP, "app.switch_language", "F2"),
    Command(shell.HELP_TITLE, shell.HELP_HELP, "app.help", "F1"),
    Command(shell.SEARCH_HISTORY_TITLE, shell.SEARCH_HISTORY_HELP, "screen.search_history", "Ctrl+R"),
    Command(shell.SUGGEST_TITLE, shell.SUGGEST_HELP, "app.switch_setting('suggestions')"),
    Command(shell.KEEP_TITLE, shell.KEEP_HELP, "app.switch_setting('keep_history')"),
    Command(shell.FORGET_TITLE, shell.FORGET_HELP, "screen.forget_history"),
    Command(shell.CLEAR_TITLE, shell.CLEAR_HELP, "screen.clear", "Ctrl+L"),
)
_LAST = (Command(shell.QUIT_TITLE, shell.QUIT_HELP, "app.quit", "Ctrl+Q"),)


def commands() -> Iterator[Command]:
    """Yield every command in the order of the palette."""
    yield from _FIXED
    for name, phrase in shell.THEMES.items():
        yield Command(_named(shell.THEME_COMMAND, phrase), shell.THEME_HELP, f"app.use_theme('{name}')")
    for name, phrase in shell.LAYOUTS.items():
        yield Command(_named(shell.LAYOUT_COMMAND, phrase), shell.LAYOUT_HELP, f"app.use_layout('{name}')")
    yield from _LAST


def _named(command: Phrase, name: Phrase) -> Phrase:
    return Phrase(command.ja.format(name=name.ja), command.en.format(name=name.en))


class ChatCommands(Provider):
    """Finds the chat's actions in the language of the interface; a search without a result says so in it too."""

    @property
    def _language(self) -> Language:
        language: Language = getattr(self.app, "language", "ja")
        return language

    async def discover(self) -> Hits:
        """Yield everything, before anything is typed."""
        for command in commands():
            yield DiscoveryHit(self._title(command), partial(self._run, command.action), help=command.help[self._language])

    async def search(self, query: str) -> Hits:
        """Yield what matches in either language."""
        matcher, found = self.matcher(query), False
        for command in commands():
            title = self._title(command)
            score = matcher.match(title)
            other = max(matcher.match(text) for text in (command.title.ja, command.title.en, command.help[self._language]))
            if score or other:
                found = True
                shown = matcher.highlight(title) if score else title
                yield Hit(max(score, other / 2), shown, partial(self._run, command.action), title, command.help[self._language])
        if not found:
            nothing = shell.PALETTE_NOTHING[self._language]
            yield Hit(0.1, nothing, self._nothing, nothing, shell.PALETTE_NOTHING_HELP[self._language])

    def _title(self, command: Command) -> str:
        title = command.title[self._language]
        return f"{title}  {command.key}" if command.key else title

    async def _run(self, action: str) -> None:
        await self.screen.run_action(action)

    def _nothing(self) -> None:
        """Do nothing: what was looked for does not exist."""
