"""The core as the chat's desk."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, ContactLine, Grouping
from assistant.browsing.source_model import Sources
from assistant.conversation.reply import Reply
from assistant.suggesting.model import Suggestion

if TYPE_CHECKING:
    from assistant.export.document import Document
    from assistant.suggesting.suggester import Suggester


class AssistantDesk:
    """An assistant on a database (the embedded one without a path), and one conversation with it."""

    def __init__(self, database: Path | None = None) -> None:
        from assistant import Assistant
        from assistant.conversation.kept import KeptConversation

        self._assistant = Assistant.open(database)
        self._conversation = KeptConversation(self._assistant)
        self._suggester: Suggester | None = None

    @property
    def language(self) -> Language | None:
        """The language to answer in; None answers each question in its own."""
        return self._conversation.language

    @language.setter
    def language(self, language: Language | None) -> None:
        self._conversation.language = language

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Answer a question; with `without`, the last one again, borrowing nothing of these ids."""
        return self._conversation.reply(text, without)

    def reset(self) -> None:
        """Forget what was said."""
        self._conversation.reset()

    def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
        """Return what the person may be about to type, the likeliest first; the first time makes what is searched."""
        if self._suggester is None:
            from assistant.suggesting.suggester import Suggester

            self._suggester = Suggester(self._assistant)
        return self._suggester.suggest(text, language)

    def branches(self, grouping: Grouping, language: Language) -> Sequence[Branch]:
        """Return every programme, by ministry or by category."""
        from assistant.browsing.tree import branches

        return branches(self._assistant, grouping, language)

    def card(self, programme: str, language: Language) -> Card:
        """Return all that the source says of a programme."""
        from assistant.browsing.cards import card

        return card(self._assistant, programme, language)

    def contacts(self, language: Language) -> Sequence[ContactLine]:
        """Return the directory of divisions and extensions."""
        from assistant.browsing.directory import contacts

        return contacts(self._assistant, language)

    def sources(self, reply: Reply) -> Sources:
        """Return what stands behind a reply, in the language of its answer."""
        from assistant.browsing.sources import sources

        return sources(self._assistant, reply)

    def document(self, language: Language) -> Document:
        """Return the document that every answer comes from, for citations outside of the chat."""
        from assistant.export.document import document

        return document(self._assistant, language)
