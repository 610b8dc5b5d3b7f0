"""An earlier turn, opened again over the conversation: the whole card, until it is closed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from assistant.answer.model import Language
from assistant.tui.exchange import Exchange
from assistant.tui.messages import Chosen, Left
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.widgets.chips import Chips
from assistant.tui.widgets.turn import Turn
from assistant.tui.words.chat import CLOSE_KEY, EARLIER_TITLE
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import EARLIER_HELP


class EarlierScreen(SpeakingScreen[str | None]):
    """Dismissed with the question of an option that was chosen in the card, or with nothing."""

    ABOUT: ClassVar[Phrase] = EARLIER_HELP
    AUTO_FOCUS = "#earlier"
    CSS_PATH = "earlier_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss(None)", show=False)]

    def __init__(self, exchange: Exchange, language: Language) -> None:
        super().__init__(language)
        self._exchange = exchange

    def compose(self) -> ComposeResult:
        """Show the card in a panel of its own."""
        with VerticalScroll(id="earlier"):
            yield Turn(self._exchange.question, self._exchange.language, self._exchange.outcome, whole=True)

    def on_mount(self) -> None:
        """Show what was borrowed as words: only the newest question can be asked again without it."""
        for chips in self.query(Chips):
            chips.active = False
        self._speak()

    def watch_language(self) -> None:
        """Name the screen in the other language; the answer keeps its own."""
        self._speak()

    def _speak(self) -> None:
        panel = self.query_exactly_one("#earlier")
        panel.border_title = EARLIER_TITLE[self.language]
        panel.border_subtitle = f"Esc {CLOSE_KEY[self.language]}"

    def on_left(self, _message: Left) -> None:
        """Leave with nothing, from a table or a list that has the keys."""
        self.dismiss(None)

    def on_chosen(self, message: Chosen) -> None:
        """Leave with the question that was chosen."""
        self.dismiss(message.question)
