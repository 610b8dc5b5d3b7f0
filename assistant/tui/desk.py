"""The core as the chat's desk."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, ContactLine, Contacts, Data, Found, Grouping, Leaf
from assistant.browsing.source_model import Sources
from assistant.conversation.reply import Reply
from assistant.suggesting.model import Suggestion

if TYPE_CHECKING:
    from assistant.browsing.register import Register
    from assistant.export.document import Document
    from assistant.suggesting.register import RegisterSuggester
    from assistant.suggesting.suggester import Suggester


class AssistantDesk:
    """An assistant on a database (the embedded one without a path), and one conversation with it."""

    def __init__(self, database: Path | None = None) -> None:
        from assistant import Assistant
        from assistant.conversation.kept import KeptConversation

        self._assistant = Assistant.open(database)
        self._conversation = KeptConversation(self._assistant)
        self._suggester: Suggester | RegisterSuggester | None = None

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
            self._suggester = self._make_suggester()
        return self._suggester.suggest(text, language)

    def _make_suggester(self) -> Suggester | RegisterSuggester:
        if self._assistant.database.large:
            from assistant.suggesting.register import RegisterSuggester

            return RegisterSuggester(self._assistant.database)
        from assistant.suggesting.suggester import Suggester

        return Suggester(self._assistant)

    def data(self) -> Data:
        """Return which data is asked: its name, size and date."""
        from assistant.browsing.data import data

        return data(self._assistant.database)

    @cached_property
    def _register(self) -> Register:
        from assistant.browsing.register import Register

        return Register(self._assistant.database)

    def leaves(self, subject: str, language: Language) -> Sequence[Leaf]:
        """Return the first programmes of a ministry of large data."""
        return self._register.leaves(subject, language)

    def find(self, typed: str, language: Language) -> Found:
        """Return the first programmes of large data whose names have what was typed."""
        return self._register.find(typed, language)

    def find_contacts(self, typed: str, language: Language) -> Contacts:
        """Return the first contacts of large data whose names have what was typed."""
        return self._register.contacts(typed, language)

    def branches(self, grouping: Grouping, language: Language) -> Sequence[Branch]:
        """Return every programme, by ministry or by category; of large data the ministries without their programmes."""
        if self._assistant.database.large:
            return self._register.branches(language) if grouping == "ministry" else ()
        from assistant.browsing.tree import branches

        return branches(self._assistant, grouping, language)

    def card(self, programme: str, language: Language) -> Card:
        """Return all that the source says of a programme."""
        from assistant.browsing.cards import card

        return card(self._assistant, programme, language)

    def contacts(self, language: Language) -> Sequence[ContactLine]:
        """Return the directory of divisions and extensions; of large data nothing, because it is only searched."""
        if self._assistant.database.large:
            return ()
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
