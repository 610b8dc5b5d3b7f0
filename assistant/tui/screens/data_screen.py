"""Choosing the data: what comes with the program, the register, what was opened lately, or a path that is typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Input

from assistant import databases
from assistant.answer.model import Language
from assistant.errors import StoreError
from assistant.text.printable import one_line
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.widgets.choice import ChoiceRow
from assistant.tui.widgets.key_bar import KeyBar, KeyHint
from assistant.tui.widgets.line_input import LineInput
from assistant.tui.widgets.notice import failed
from assistant.tui.widgets.prose import Prose
from assistant.tui.words import data as words
from assistant.tui.words.phrase import Phrase

KEYS = (
    KeyHint("Enter", words.OPEN_KEY, "screen.open"),
    KeyHint("Esc", words.CANCEL_KEY, "screen.dismiss(None)"),
)
TYPED = "typed"
"""The choice of the path that is typed."""
Switch = Callable[[Path | None], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Offer:
    """Data that can be chosen: the file (None is the embedded one), and what it is called."""

    path: Path | None
    name: Phrase


def offers(now: Path | None) -> list[Offer]:
    """Return what there is to choose from, each once, with what is asked now among it. Looks at files."""
    found = [Offer(None, words.EMBEDDED)]
    register = databases.register()
    if register.is_file():
        found.append(Offer(register, words.REGISTER.format(path=_shown(register))))
    for path in (*databases.recent(), now):
        if path is not None and not any(databases.same(path, offer.path) for offer in found):
            found.append(Offer(path, words.A_FILE.format(path=_shown(path))))
    return found


class DataScreen(SpeakingScreen[bool]):
    """Dismissed with True once other data are open; `switch` opens them, and raises what is in the way."""

    AUTO_FOCUS = "Input"
    ABOUT = words.ABOUT
    CSS_PATH = "data_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("f1", "app.help", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
    ]

    choice = reactive(0, init=False)
    """Which row is chosen; the last is the path that is typed."""
    said: reactive[Phrase | None] = reactive[Phrase | None](None, init=False)

    def __init__(self, found: Sequence[Offer], now: Path | None, switch: Switch, language: Language) -> None:
        super().__init__(language)
        self._offers = list(found)
        self._now = now
        self._switch = switch
        self._opening = False
        at = next((number for number, offer in enumerate(found) if databases.same(offer.path, now)), 0)
        self.set_reactive(DataScreen.choice, at)

    def compose(self) -> ComposeResult:
        """Lay out the rows, the path, what is said of it, and the keys."""
        with VerticalScroll(id="data", can_focus=False):
            yield VerticalGroup(id="offers")
            yield LineInput(select_on_focus=False)
            yield VerticalGroup(id="data-said")
            yield KeyBar(KEYS, self.language)

    async def on_mount(self) -> None:
        """Speak."""
        await self.watch_language(self.language)

    async def watch_language(self, language: Language) -> None:
        """Speak the language in place; what was typed stays."""
        self.query_exactly_one("#data").border_title = words.HEADING[language]
        self.query_exactly_one(KeyBar).language = language
        self.query_exactly_one(Input).placeholder = words.PATH_PLACEHOLDER[language]
        await self.watch_choice()
        await self.watch_said()

    # Choosing

    def action_choose(self, steps: int) -> None:
        """Go to the next row, above or below."""
        self.choice = (self.choice + steps) % (len(self._offers) + 1)

    def on_choice_row_picked(self, message: ChoiceRow.Picked) -> None:
        """Choose with the mouse."""
        self.choice = len(self._offers) if message.choice == TYPED else int(message.choice)

    async def watch_choice(self) -> None:
        """Mark the row."""
        if not self._opening:
            self.said = None
        language, rows = self.language, []
        for number, offer in enumerate(self._offers):
            now = databases.same(offer.path, self._now)
            name = words.NOW[language].format(name=offer.name[language]) if now else offer.name[language]
            rows.append(ChoiceRow(str(number), name, chosen=number == self.choice, closed=False))
        typed = ChoiceRow(TYPED, words.WHERE[language], chosen=self.choice == len(self._offers), closed=False)
        group = self.query_exactly_one("#offers", VerticalGroup)
        async with self.batch():
            await group.remove_children()
            await group.mount(Prose(words.WHICH[language], classes="data--heading"), *rows, typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Choose the path as soon as one is typed."""
        if event.value and not self._opening:
            self.choice, self.said = len(self._offers), None

    async def watch_said(self) -> None:
        """Say what is in the way, or else what the keys do."""
        group = self.query_exactly_one("#data-said", VerticalGroup)
        shown = Prose((self.said or words.HINT)[self.language], classes="data--said").set_class(
            self.said is not None, "-warning"
        )
        async with self.batch():
            await group.remove_children()
            await group.mount(shown)

    # Opening

    def on_input_submitted(self) -> None:
        """Enter opens what is chosen."""
        self.action_open()

    def action_open(self) -> None:
        """Open what is chosen, one at a time."""
        if self._opening:
            return
        typed = self.query_exactly_one(Input).value.strip()
        if self.choice == len(self._offers):
            if not typed:
                self.said = words.NO_PATH
                return
            try:
                path = databases.named(typed, Path.cwd())
            except (StoreError, OSError) as error:
                self.said = failed(words.NOT_OPENED, error)
                return
        else:
            path = self._offers[self.choice].path
        if databases.same(path, self._now):
            self.said = words.SAME
            return
        self._opening, self.said = True, words.OPENING
        self._open(path)

    @work(exclusive=True, exit_on_error=False)
    async def _open(self, path: Path | None) -> None:
        try:
            await self._switch(path)
        except FileNotFoundError:
            self.said = words.MISSING.format(path=one_line(str(path)))
        except Exception as error:  # noqa: BLE001 (told in the dialog, which would say for ever that it is opening)
            self.said = failed(words.NOT_OPENED, error)
        else:
            self.dismiss(True)
        finally:
            self._opening = False


def _shown(path: Path) -> str:
    """Return a path as a person writes it, on one line."""
    home = Path.home()
    return one_line(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
