"""A whole conversation: as Markdown for people, as JSON lines for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.answer.model import Answer, Language, Table
from assistant.export import words
from assistant.export.document import Document
from assistant.export.text import body, source_lines
from assistant.text.printable import one_line

Exchange = tuple[str, Answer]
"""A question as it was asked, and what came back."""
Documents = Mapping[Language, Document]

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_BLOCK = re.compile(r"^(\d*)([-+=.)])(?=[-=\s]|$)")


def json_lines(answers: Sequence[Answer]) -> str:
    """Return one answer object of the contract a line; a lone surrogate, which no file can hold, becomes its escape."""
    lines = (json.dumps(answer.model_dump(mode="json"), ensure_ascii=False) for answer in answers)
    return "".join(f"{line}\n".encode("utf-8", "backslashreplace").decode() for line in lines)


def markdown(
    conversation: Sequence[Exchange], language: Language, documents: Documents | None = None, moment: datetime | None = None
) -> str:
    """Return a conversation with its questions as headings; a refusal says that it is one.

    `language` is that of the title. What stands below a question is in the language of its answer.
    """
    documents = documents or {}
    head = []
    if moment is not None:
        head.append(words.WRITTEN[language].format(moment=f"{moment:%Y-%m-%d %H:%M}"))
    if language in documents:
        head.append(words.BASIS[language] + _document(documents[language], language))
    blocks = [f"# {words.CONVERSATION[language]}", "  \n".join(head)]
    for question, answer in conversation:
        blocks += [f"## {escaped(question)}", *_answer(answer, documents.get(answer.language))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def markdown_table(table: Table) -> str:
    """Return a table as shown, its figures to the right, with nothing in its cells that would end one."""
    rules = ("---" if column.kind == "text" else "---:" for column in table.columns)
    rows = [[escaped(column.title) for column in table.columns], list(rules), *(map(escaped, row) for row in table.labels)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def escaped(text: str) -> str:
    """Return a text on one line in which nothing is taken for Markdown."""
    return _BLOCK.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", one_line(text)))


def _answer(answer: Answer, document: Document | None) -> list[str]:
    """Return the blocks of one answer."""
    status = words.STATUS.get(answer.status)
    blocks = [f"**{status[answer.language]}**"] if status else []
    blocks.append(_text(answer))
    if answer.table is not None and answer.table.rows:
        blocks.append(markdown_table(answer.table))
    blocks.append("\n".join(f"{number}. {escaped(option.question)}" for number, option in enumerate(answer.options, 1)))
    notes = [escaped(line) for line in source_lines(answer, document)]
    if answer.understood:
        notes.insert(0, words.UNDERSTOOD[answer.language] + escaped(answer.understood))
    blocks.append("  \n".join(f"> {note}" for note in notes))
    return blocks


def _text(answer: Answer) -> str:
    """Return the answer's text: its lists as lists, unless the table below tells them, its other lines one below the other."""
    lines = body(answer)
    items = [line for line in lines if line.startswith(words.ITEM)]
    if answer.table is not None and len(items) < len(lines) and _tells(answer.table, items):
        lines = [line for line in lines if not line.startswith(words.ITEM)]
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        is_item, was_item = line.startswith(words.ITEM), before.startswith(words.ITEM)
        between = "" if not text else "\n\n" if is_item != was_item else "\n" if is_item else "  \n"
        text += between + (f"- {escaped(line.removeprefix(words.ITEM))}" if is_item else escaped(line))
    return text


def _tells(table: Table, items: Sequence[str]) -> bool:
    """Whether a table tells all that the items of a list do, row by row."""
    if len(items) != len(table.labels):
        return False
    titles = [column.title for column in table.columns]
    rests = (_without(item, [*row, *titles]) for item, row in zip(items, table.labels, strict=True))
    return not any(char.isalnum() for rest in rests for char in rest)


def _without(text: str, parts: Sequence[str]) -> str:
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, " ", 1)
    return text


def _document(document: Document, language: Language) -> str:
    return escaped(
        words.DOCUMENT[language].format(
            title=document.title, number=document.number, meeting=document.meeting, date=document.date
        )
    )
