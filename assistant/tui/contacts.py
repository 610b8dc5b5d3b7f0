"""The contacts that an answer states: bureau, division and extension, each named as the answer names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.contacts import CONTACT, contact_rows
from assistant.answer.model import Answer, Fact, Language
from assistant.tui.wrapping import BULLET

MOST = 4
"""More contacts than this are a table."""

_ENDS = re.compile(r"（内線.*|\s*\(ext\. .*")
_ONE = re.compile(r"内線\d+です。(?P<ja>[^（]+)（|Extension \d+: (?P<en>[^(]+) \(")


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call. A programme is named where the answer is about several; `unprinted` is an extension that is not there."""

    programme: str
    bureau: str
    division: str
    extension: str
    unprinted: bool = False


def contacts(answer: Answer) -> list[Contact]:
    """Return the contacts of an answer that states nothing else; none for any other answer."""
    if not answer.answered or any(fact.field not in CONTACT for fact in answer.facts):
        return []
    rows = contact_rows(answer.facts)
    several = len({row[0] for row in rows}) > 1
    labels = answer.table.labels if answer.table is not None and len(answer.table.labels) == len(rows) else [()] * len(rows)
    says_none = answer.intent == "contact" or any(row[3] for row in rows)
    found = []
    for index, (_subject, bureau, division, extension) in enumerate(rows):
        programme = labels[index][0] if several and labels[index] else ""
        names = (bureau.label if bureau else "", division.label if division else "")
        if extension is not None and division is None:
            said = _said(answer.text, index, len(rows), extension.label).removeprefix(programme).lstrip("：: ")
            names = _names(said, _division(labels[index], programme, extension), answer.language)
        number = extension.label if extension else ""
        found.append(Contact(programme, *names, number, unprinted=says_none and not number))
    return found


def card_contacts(answer: Answer) -> list[Contact]:
    """Return the contacts that stand on a card of their own: all of them where they are few, else none."""
    found = contacts(answer)
    return found if len(found) <= MOST else []


def _division(labels: Sequence[str], programme: str, extension: Fact) -> str:
    """Return whose extension it is, as the cell before it in the table says, else as printed."""
    before = labels[labels.index(extension.label) - 1] if extension.label in labels[1:] else ""
    return before if before and before != programme else extension.part or ""


def _names(said: str, division: str, language: Language) -> tuple[str, str]:
    """Return bureau and division out of the words that name both: the bureau first in Japanese, last in English."""
    if division and division in said:
        return said.replace(division, "", 1).strip(" ,"), division
    if not said or language == "ja":
        return "", division
    first, _, bureau = said.rpartition(", ")
    return (bureau, first) if first else ("", bureau)


def _said(text: str, index: int, count: int, extension: str) -> str:
    """Return the words that name a contact in the text, none where it is worded otherwise."""
    items = [line.removeprefix(BULLET) for line in text.split("\n") if line.startswith(BULLET)]
    if len(items) == count and extension in items[index]:
        return _ENDS.sub("", items[index])
    found = _ONE.search(text) if count == 1 else None
    return (found["ja"] or found["en"]) if found else ""
