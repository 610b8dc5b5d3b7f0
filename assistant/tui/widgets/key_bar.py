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
from assistant.tui.words.phrase import Phrase


class KeyHint(NamedTuple):
    """A key, what it does in a word, and the action."""

    key: str
    phrase: Phrase
    action: str
    rank: int = 0
    """Where there is no room for all keys, those of the highest rank are left out first."""


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
        text = Content.assemble((hint.key, "bold $text-accent"), " ", hint.phrase[language])
        super().__init__(text, markup=False)
        self.cells = text.cell_length + 2  # with the padding on both sides
        self.rank = hint.rank
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

    language: reactive[Language] = reactive[Language]("ja", init=False)

    def __init__(self, hints: tuple[KeyHint, ...], language: Language) -> None:
        super().__init__()
        self._hints = hints
        self.set_reactive(KeyBar.language, language)

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        for hint in self._hints:
            yield KeyLabel(hint, self.language)

    async def watch_language(self) -> None:
        """Name the keys in the other language."""
        await self.recompose()
        self._fit()

    def on_resize(self) -> None:
        """Show what the width has room for."""
        self._fit()

    def _fit(self) -> None:
        """Leave out the keys that would be cut, those that are missed least first; the help has them all."""
        labels = list(self.query(KeyLabel))
        room = self.content_size.width + 1  # the last one needs no padding behind it
        shown = sorted(labels, key=lambda label: label.rank)
        while shown and sum(label.cells for label in shown) > room:
            shown.pop()
        for label in labels:
            label.display = label in shown
