"""What can be looked through, as labelled in one language. Front ends show it; they know no tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answer.model import Language

Grouping = Literal["ministry", "category"]
_FULL = {"ja": "{title}（{count:,}事業・{date}）", "en": "{title} ({count:,} programmes, {date})"}
_SHORT = {"ja": "{title}（{count:,}・{date}）", "en": "{title} ({count:,}, {date})"}
_REVIEW_YEAR = {"ja": "レビュー年度{year}", "en": "review year {year}"}


@dataclass(frozen=True, slots=True)
class Data:
    """A database as a person knows it: what it is called, how many programmes it has, and the date of its source.

    `date` is a day (2022-11-15), or the newest review year (2023). `large` says whether lists of it come in pieces, and
    `fiscal_year` is the newest year with a total.
    """

    title: dict[Language, str]
    count: int
    date: str
    large: bool
    fiscal_year: int

    def label(self, language: Language, *, short: bool = False) -> str:
        """Return what is asked, with its size and date, in one line; `short` leaves out the units."""
        year = len(self.date) == 4
        date = _REVIEW_YEAR[language].format(year=self.date) if year and not short else self.date
        return (_SHORT if short else _FULL)[language].format(title=self.title[language], count=self.count, date=date)


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
    """A ministry or category with its programmes, and their total as shown. `subject` is the contract's: ministry:mext.

    `count` is how many programmes there are in all, where `leaves` holds only some of them, or none yet.
    """

    subject: str
    label: str
    total: str
    leaves: tuple[Leaf, ...]
    key: str = ""
    """What the branch itself is found by; where it matches, all its leaves stay."""
    count: int | None = None

    @property
    def programmes(self) -> int:
        """How many programmes there are in all."""
        return len(self.leaves) if self.count is None else self.count


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in large data: the branches with the first of what was found in each, and how many there are in all."""

    branches: tuple[Branch, ...]
    count: int

    @property
    def shown(self) -> int:
        """How many programmes are given."""
        return sum(len(branch.leaves) for branch in self.branches)


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


@dataclass(frozen=True, slots=True)
class Contacts:
    """The first contacts that were found in large data, and how many there are in all."""

    lines: tuple[ContactLine, ...]
    count: int
