"""What can be looked through, as labelled in one language. Front ends show it; they know no tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grouping = Literal["ministry", "category"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A programme in the tree: its id, names in the language, and budget as shown; `key` is what is searched (folded)."""

    programme: str
    name: str
    short_name: str
    amount: str
    key: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A ministry or category with its programmes, and their total as shown. `subject` is the contract's: ministry:mext."""

    subject: str
    label: str
    total: str
    leaves: tuple[Leaf, ...]
    key: str = ""
    """What the branch itself is found by; where it matches, all its leaves stay."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a programme's card: its heading, every value as shown, the sheet, and the question that asks it.

    `notes` is what the source says with the values: how a figure is printed, that no extension is.
    """

    field: str
    heading: str
    values: tuple[str, ...]
    sheet: str | None
    question: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """All that the source says of one programme, in the order of a desk: amount, contact, ministry, purpose and so on.

    `silent` are sentences about what callers want and the source does not print.
    """

    programme: str
    name: str
    entries: tuple[Entry, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One line of the directory. `extension` is None where the sheet prints none; `key` is what is searched (folded).

    `programme_name` is the short one, as lists show it.
    """

    programme: str
    programme_name: str
    ministry: str
    bureau: str
    division: str
    extension: str | None
    question: str
    key: str
    sheet: str = ""
