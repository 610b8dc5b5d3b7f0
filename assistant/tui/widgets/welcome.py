"""What is seen before the first question: what can be asked, and examples that can be chosen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.reactive import reactive

from assistant.answer.model import Language, Option
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.chat import CHOOSE, EXAMPLES, EXAMPLES_TITLE, GREETING, REGISTER_EXAMPLES, TITLE


def example_options(language: Language, *, large: bool = False) -> list[Option]:
    """Return the example questions, for large data others, as options that ask themselves."""
    examples = REGISTER_EXAMPLES if large else EXAMPLES
    return [Option(label=example[language], question=example[language]) for example in examples]


class Welcome(VerticalGroup):
    """A greeting and a numbered list of examples, in the language of the interface."""

    DEFAULT_CSS = """
    Welcome {
        margin: 1 0 1 0;
        padding: 0 2 0 0;
        & > .welcome--greeting { margin: 0 0 1 0; }
        & > .welcome--hint { color: $text-muted; margin: 1 0 0 2; }
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)

    large = reactive(False, init=False)
    """Whether the examples are for a register of thousands of programmes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.set_reactive(Welcome.language, language)

    async def watch_language(self) -> None:
        """Greet anew."""
        await self._greet()

    async def watch_large(self) -> None:
        """Give other examples."""
        await self._greet()

    async def _greet(self) -> None:
        """Greet anew; the examples keep the keys if they have them, and stay without where there are turns."""
        can_focus = self.query_exactly_one(Options).can_focus
        had_keys = self.query_exactly_one(Options).has_focus
        await self.recompose()
        self.query_exactly_one(Options).can_focus = can_focus
        if had_keys:
            self.query_exactly_one(Options).focus()

    def compose(self) -> ComposeResult:
        """Lay out greeting and examples."""
        language = self.language
        title = (TITLE[language], "bold $text-primary")
        examples = (EXAMPLES_TITLE[language], "$foreground-muted")
        yield Prose(Content.assemble(title, "\n\n", GREETING[language], "\n\n", examples), classes="welcome--greeting")
        yield Options(example_options(self.language, large=self.large))
        yield Prose(CHOOSE[self.language], classes="welcome--hint")
