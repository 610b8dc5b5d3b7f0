"""The help: examples that can be asked, the kinds of answer, the keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from assistant.answer.model import Language
from assistant.tui.messages import Chosen, Left
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.welcome import example_options
from assistant.tui.words.chat import (
    CLOSE_KEY,
    HELP_ANSWER_KINDS,
    HELP_ANSWERS,
    HELP_EXAMPLES,
    HELP_KEY_TABLE,
    HELP_KEYS,
    HELP_TITLE,
)
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import HELP_HERE


def help_on(focused: Widget | None) -> Phrase | None:
    """Return what the focused thing says of itself in its `ABOUT`, or else what it stands in says."""
    for node in focused.ancestors_with_self if focused is not None else ():
        if isinstance(help_text := getattr(node, "ABOUT", None), Phrase):
            return help_text
    return None


class HelpRow(HorizontalGroup):
    """A term and what it means."""

    DEFAULT_CSS = """
    HelpRow {
        & > Static { width: 19; text-style: bold; }
        &.-keys > Static { width: 15; }
    }
    """

    def __init__(self, term: str, meaning: str, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._term = term
        self._meaning = meaning

    def compose(self) -> ComposeResult:
        """Lay the term beside its meaning."""
        yield Static(self._term, markup=False)
        yield Prose(self._meaning)


class HelpScreen(SpeakingScreen[str | None]):
    """Dismissed with the example that was chosen, or with nothing."""

    AUTO_FOCUS = ""
    CSS_PATH = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "dismiss(None)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(1)", show=False),
    ]

    def __init__(self, language: Language, here: Phrase | None = None, *, large: bool = False) -> None:
        super().__init__(language)
        self._large = large
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay out examples, kinds of answer and keys in one column."""
        language = self.language
        with VerticalScroll(id="help", can_focus=False) as panel:
            panel.border_title = HELP_TITLE[language]
            panel.border_subtitle = f"Esc {CLOSE_KEY[language]}"
            if self._here is not None:
                yield Prose(HELP_HERE[language], classes="help--heading help--first")
                yield Prose(self._here[language])
            yield Prose(HELP_EXAMPLES[language], classes="help--heading")
            yield Options(example_options(language, large=self._large))
            yield Prose(HELP_KEYS[language], classes="help--heading")
            for key, meaning in HELP_KEY_TABLE:
                yield HelpRow(key if isinstance(key, str) else key[language], meaning[language], classes="-keys")
            yield Prose(HELP_ANSWERS[language], classes="help--heading")
            for kind, meaning in HELP_ANSWER_KINDS:
                yield HelpRow(kind[language], meaning[language])

    def on_mount(self) -> None:
        """Give the examples the keys, without scrolling their heading away."""
        self._give_examples_keys()

    async def watch_language(self) -> None:
        """Explain in the other language."""
        await self.recompose()
        self._give_examples_keys()

    def on_chosen(self, message: Chosen) -> None:
        """Leave with the example."""
        self.dismiss(message.question)

    def on_left(self, _message: Left) -> None:
        """Leave with nothing."""
        self.dismiss(None)

    def _give_examples_keys(self) -> None:
        self.query_exactly_one(Options).focus(scroll_visible=False)

    def action_scroll(self, pages: int) -> None:
        """Scroll the help by pages."""
        panel = self.query_exactly_one("#help", VerticalScroll)
        if pages < 0:
            panel.scroll_page_up(animate=False)
        else:
            panel.scroll_page_down(animate=False)
