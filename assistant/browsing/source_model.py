"""What stands behind an answer, as labelled in the answer's language. Front ends show it; they know no tables."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.model import Language


@dataclass(frozen=True, slots=True)
class Document:
    """The document that states it all."""

    title: str
    meeting: str
    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact of a sheet: what of whom, the value as shown, the figure or name as printed and the words printed beside it.

    `printed` is None where the sheet's wording is not kept (our own summaries) or is the value itself; `remarks` say in
    words what 案 and 約 stand for, and more.
    """

    subject: str
    heading: str
    part: str | None
    value: str
    printed: str | None
    wording: str | None
    remarks: tuple[str, ...]
    sheet: str


@dataclass(frozen=True, slots=True)
class Input:
    """What a computed figure was made of: a name, and its figure as shown (empty for what was counted)."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure that the assistant computed: how, from what, and the calculation in a line where it can be shown and holds."""

    subject: str
    heading: str
    part: str | None
    value: str
    how: str
    line: str | None
    inputs: tuple[Input, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question that was matched: its meanings, how it was recognised, and how well (0 to 100)."""

    typed: str
    meanings: tuple[str, ...]
    how: str
    score: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A reading that was weighed: its title, its score, and how far it is behind the first."""

    title: str
    score: str
    margin: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """How the question was read. `first` is the nearest reading, if any, and `taken` whether it was; `outcome` in words."""

    words: tuple[Word, ...]
    fillers: tuple[str, ...]
    unexplained: tuple[str, ...]
    covered: str
    first: Rival | None
    second: Rival | None
    taken: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What the source does state of a programme (or of all together): the names of the fields."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything behind one answer.

    `looked_up` are the stated figures that went into a calculation without the answer naming them; `offers` is for
    answers without facts; `understanding` is None where it is not known.
    """

    language: Language
    document: Document
    stated: tuple[Stated, ...] = ()
    computed: tuple[Computed, ...] = ()
    looked_up: tuple[Stated, ...] = ()
    offers: tuple[Offer, ...] = ()
    understanding: Understanding | None = None
