"""What can stand beside the conversation, one panel at a time: the source of an answer, the programmes, the directory."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.messages import Closed
from assistant.tui.session import Session
from assistant.tui.words.phrase import Phrase


class Panel(Vertical):
    """A panel. It is given the session to look things up with, and the reply of the answer that is selected.

    A panel that has nothing to do with answers leaves `reply` alone.
    """

    TITLE: ClassVar[Phrase]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    DEFAULT_CSS = """
    Panel {
        height: 1fr;
        padding: 0 1;
        border: round $border-blurred;
        border-title-color: $text-primary;
        border-title-style: bold;
        border-subtitle-color: $text-muted;
        &:focus-within { border: round $border; }
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)
    reply: reactive[Reply | None] = reactive[Reply | None](None, init=False)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self.session = session
        self.set_reactive(Panel.language, language)
        self.border_title = self.TITLE[language]

    def take_keys(self) -> None:
        """Focus what a person who opens the panel wants to use first."""
        self.focus()

    def watch_language(self, language: Language) -> None:
        """Speak the other language."""
        self.border_title = self.TITLE[language]

    def action_close(self) -> None:
        """Give the room back to the conversation."""
        self.post_message(Closed())
