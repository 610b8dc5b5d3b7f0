"""The core as the chat's desk. What is not answered is kept for `budget-assistant unanswered`, unless that is switched off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, ContactLine, Grouping
from assistant.conversation.reply import Reply
from assistant.suggesting.model import Suggestion

if TYPE_CHECKING:
    from assistant.suggesting.suggester import Suggester


class AssistantDesk:
    """An assistant on a database (the embedded one without a path), and one conversation with it."""

    def __init__(self, database: Path | None = None) -> None:
        from assistant import Assistant

        self._assistant = Assistant.open(database)
        self._conversation = self._assistant.conversation()
        self._before: str | None = None
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
        reply = self._conversation.reply(text, without)
        if not reply.answer.answered:
            from assistant import unanswered

            unanswered.keep(reply.answer, self._before)
        self._before = text
        return reply

    def reset(self) -> None:
        """Forget what was said."""
        self._before = None
        self._conversation.reset()

    def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
        """Return what the person may be about to type, the likeliest first; the first time makes what is searched."""
        if self._suggester is None:
            from assistant.suggesting.suggester import Suggester

            self._suggester = Suggester(self._assistant)
        return self._suggester.suggest(text, language)

    def branches(self, grouping: Grouping, language: Language) -> Sequence[Branch]:  # noqa: ARG002
        """Return every programme, by ministry or by category."""
        return ()

    def card(self, programme: str, language: Language) -> Card:  # noqa: ARG002
        """Return all that the source says of a programme."""
        return Card(programme, programme, ())

    def contacts(self, language: Language) -> Sequence[ContactLine]:  # noqa: ARG002
        """Return the directory of divisions and extensions."""
        return ()
