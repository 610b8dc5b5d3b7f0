"""What an importer gives: review sheets, whatever the file they came from looked like. The writer knows nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol


class Stated(NamedTuple):
    """One amount of a sheet: `stage` as in the schema (initial … requested), whole yen, the figure as printed."""

    fiscal_year: int
    stage: str
    yen: int
    printed: str


class Payment(NamedTuple):
    """One payee of a sheet; `block` and `position` as printed, whole yen."""

    fiscal_year: int
    block: str
    position: int
    name: str
    corporate_number: str | None
    yen: int


class Responsible(NamedTuple):
    """One contact: bureau and division as printed (either may be empty), the extension where one is printed."""

    bureau: str
    division: str
    extension: str | None = None


class Former(NamedTuple):
    """A sheet of an earlier year that a sheet names as its own: ministry as printed, review year, number as printed."""

    ministry: str
    review_year: int
    number: str


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """One programme's sheet of one review year. Texts after NFKC, blanks and line breaks of the layout folded to one blank.

    Purpose and overview may be as printed: the writer folds them, for it keeps the newest sheet's alone.
    """

    review_year: int
    number: str
    name: str
    ministry: str
    contacts: tuple[Responsible, ...] = ()
    accounts: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    start_year: int | None = None
    end_year: int | None = None
    purpose: str = ""
    overview: str = ""
    amounts: tuple[Stated, ...] = ()
    payments: tuple[Payment, ...] = ()
    former: tuple[Former, ...] = ()
    lineage: str | None = None
    """What the source itself calls the programme through the years (事業ID), if it does."""
    url: str | None = None
    line: int = 0
    """Where in its file it stands (1 is the first line)."""


class Origin(NamedTuple):
    """What the sheets come from, as the store names it: the row of `source`, but for its dates."""

    id: str
    title: str
    title_en: str
    publisher: str
    publisher_en: str
    bodies: bool = False
    """Whether bodies that are no ministry of the government may stand where a ministry does."""


class Fault(NamedTuple):
    """A line that was skipped: file, line (1 is the first), and what is wrong with it in both languages."""

    file: Path
    line: int
    ja: str
    en: str


Tells = Callable[[int], None]
"""Is told how many bytes of a file, as it lies on the disk, have been read so far."""


class Reads(Protocol):
    """An importer: a file's sheets in order, streamed; a damaged line is given as a Fault in its place.

    Raises DataError where the file as a whole cannot be read (missing, no text, no heading).
    """

    def __call__(self, file: Path, tell: Tells | None = None) -> Iterator[ReviewSheet | Fault]:
        """Yield what each line holds; `tell` hears from time to time how far the file is read."""
        ...
