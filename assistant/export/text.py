"""An answer to paste into a text: its words with their source, or the bare figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.answer.model import Answer, Table
from assistant.export import words
from assistant.export.document import Document
from assistant.text.printable import one_line, printable

_CITATION = re.compile(r"[（(](?:出典[:：]|Source: )[^\n]*[）)]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare figure: the digits of an extension (one a line where there are several), or a figure as shown."""

    kind: Literal["extension", "figure"]
    text: str


def cited(answer: Answer, document: Document | None = None) -> str:
    """Return the answer's words, the rows that they leave out, and the source with document and sheets."""
    blocks = ["\n".join([*body(answer), *untold_rows(answer)])]
    if source := source_lines(answer, document):
        blocks.append("\n".join(source))
    return "\n\n".join(blocks)


def figure(answer: Answer) -> Figure | None:
    """Return the figure that the answer leads with; for a contact, every extension in the order shown.

    A figure is as shown (49億円, about ¥670 million, 95.01%), which is what goes into a text; the plain number in yen is in
    the table (TSV, CSV). None where the answer has no figure, or a table of several of which none leads.
    """
    leading = next(
        (fact for fact in answer.facts if fact.unit is not None or fact.field in ("extension", "ratio", "rank")), None
    )
    if leading is None:
        return None
    if leading.field != "extension":
        if answer.table is not None and sum(fact.field == leading.field for fact in answer.facts) > 1:
            return None
        return Figure("figure", one_line(leading.label))
    digits = dict.fromkeys(one_line(str(fact.value)) for fact in answer.facts if fact.field == "extension")
    return Figure("extension", "\n".join(digits))


def body(answer: Answer) -> list[str]:
    """Return the lines of the answer's text, without those that only name the source: that is told below in full."""
    lines = printable(answer.text).split("\n")
    return [line for line in lines if not (_named(answer) and _CITATION.fullmatch(line))]


def untold_rows(answer: Answer) -> list[str]:
    """Return the rows of the answer's table as items of a list, unless its text tells them already."""
    table = answer.table
    if table is None or _tells(answer.text, table):
        return []
    separator = words.CELL_SEPARATOR[answer.language]
    return [words.ITEM + separator.join(filter(None, map(one_line, row))) for row in table.labels]


def source_lines(answer: Answer, document: Document | None = None) -> list[str]:
    """Return where the answer comes from: the document, its sheets, and that something was computed; nothing without facts."""
    if not _named(answer):
        return []
    language = answer.language
    sheets = list(dict.fromkeys(fact.citation.sheet for fact in answer.facts if fact.citation.sheet))
    source = answer.facts[0].citation.source
    lines = [document_line(document, answer) if document is not None and document.id == source else source]
    if sheets:
        titles = words.SHEET_SEPARATOR[language].join(words.SHEET[language].format(title=one_line(sheet)) for sheet in sheets)
        lines.append(words.SHEETS[language] + titles)
    if any(fact.citation.sheet is None for fact in answer.facts):
        lines.append(words.COMPUTED[language])
    return [words.SOURCE[language] + lines[0], *lines[1:]]


def document_line(document: Document, answer: Answer) -> str:
    """Return a document in one line."""
    return words.DOCUMENT[answer.language].format(
        title=document.title, number=document.number, meeting=document.meeting, date=document.date
    )


def _named(answer: Answer) -> bool:
    """Whether the answer has facts, and so a source."""
    return bool(answer.facts)


def _tells(text: str, table: Table) -> bool:
    """Whether a text has a list of as many items as the table has rows, or all of its cells but the names they are of."""
    if sum(line.startswith(words.ITEM) for line in text.split("\n")) == len(table.labels):
        return True
    cells = {label for row in table.labels for label in row[1:] if any(map(str.isalnum, label))}
    return all(re.search(rf"(?<![\d,.]){re.escape(cell)}(?![\d,.]*\d)", text) for cell in cells)
