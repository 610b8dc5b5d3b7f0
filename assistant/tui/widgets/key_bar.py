"""The keys at the foot of the screen, which can also be clicked."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from assistant.answer.model import Language
from assistant.tui.strings import Phrase


class KeyHint(NamedTuple):
    """A key, what it does in a word, and the action."""

    key: str
    phrase: Phrase
    action: str


class KeyLabel(Static):
    """One key and its word."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLabel {
        width: auto;
        padding: 0 1;
        pointer: pointer;
        color: $text-muted;
        &:hover { background: $panel; }
    }
    """

    def __init__(self, hint: KeyHint, language: Language) -> None:
        super().__init__(Content.assemble((hint.key, "bold $text-accent"), " ", hint.phrase[language]), markup=False)
        self._action = hint.action

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        await self.run_action(self._action)


class KeyBar(HorizontalGroup):
    """A line of keys, the most needed first."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $footer-background; }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False, recompose=True)

    def __init__(self, hints: tuple[KeyHint, ...], language: Language) -> None:
        super().__init__()
        self._hints = hints
        self.set_reactive(KeyBar.language, language)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        for hint in self._hints:
            yield KeyLabel(hint, self.language)
