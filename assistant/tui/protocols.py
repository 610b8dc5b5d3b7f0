"""What the chat needs from the outside: a desk that answers, suggests and shows. The core's is one; a test's stub another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the chat starts without what it may need later
    from assistant.answer.model import Language
    from assistant.browsing.model import Branch, Card, ContactLine, Contacts, Data, Found, Grouping, Leaf
    from assistant.browsing.source_model import Sources
    from assistant.conversation.reply import Reply
    from assistant.export.document import Document
    from assistant.suggesting.model import Suggestion


class Desk(Protocol):
    """Someone who answers questions, remembers what the talk is about, and knows what there is to ask."""

    language: Language | None
    """The language to answer in; None answers each question in its own."""

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Answer a question; with `without`, the last one again, borrowing nothing of these ids."""

    def reset(self) -> None:
        """Forget what was said."""

    def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
        """Return what the person may be about to type, the likeliest first."""

    def data(self) -> Data:
        """Return which data is asked: its name, size and date."""

    def branches(self, grouping: Grouping, language: Language) -> Sequence[Branch]:
        """Return every programme, by ministry or by category; of large data the ministries without their programmes."""

    def leaves(self, subject: str, language: Language) -> Sequence[Leaf]:
        """Return the first programmes of a ministry of large data."""

    def find(self, typed: str, language: Language) -> Found:
        """Return the first programmes of large data whose names have what was typed."""

    def find_contacts(self, typed: str, language: Language) -> Contacts:
        """Return the first contacts of large data whose names have what was typed."""

    def card(self, programme: str, language: Language) -> Card:
        """Return all that the source says of a programme."""

    def contacts(self, language: Language) -> Sequence[ContactLine]:
        """Return the directory of divisions and extensions; of large data nothing, because it is only searched."""

    def sources(self, reply: Reply) -> Sources:
        """Return what stands behind a reply, in the language of its answer."""

    def document(self, language: Language) -> Document:
        """Return the document that every answer comes from, for citations outside of the chat."""


DeskFactory = Callable[[], Desk]
