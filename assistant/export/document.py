"""The document behind the answers, as a source line names it: its title, where it was presented, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer.model import Language

if TYPE_CHECKING:
    from assistant.assistant import Assistant


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its id in citations, and the rest as labelled in one language."""

    id: str
    title: str
    number: str
    meeting: str
    date: str


def document(assistant: Assistant, language: Language) -> Document:
    """Return the document that an assistant answers from."""
    from assistant.answer.facts import figures_date

    source = assistant.database.source
    suffix = "" if language == "ja" else "_en"
    title, number, meeting = (source[f"{name}{suffix}"] for name in ("title", "document_number", "meeting"))
    day = figures_date(source["date"], language).partition("（")[0]
    return Document(source["id"], title, number, meeting, day)
