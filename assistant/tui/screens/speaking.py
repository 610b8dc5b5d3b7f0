"""A screen over the chat that speaks the language of the interface, also when that is switched while it is open."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen

from assistant.answer.model import Language
from assistant.tui.whole_characters import WholeCharacters

Result = TypeVar("Result")


class SpeakingScreen(ModalScreen[Result], Generic[Result]):
    """A modal screen with a language; subclasses watch it. The app's own keys do not reach a modal screen: F1 is bound anew."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "app.help", show=False)]

    language: reactive[Language] = reactive[Language]("ja", init=False)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._compositor = WholeCharacters()
        self.set_reactive(SpeakingScreen.language, language)
