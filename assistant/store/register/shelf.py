"""Where sheets wait on the disk until all are read and it is known which belong together."""

from __future__ import annotations

import marshal
from array import array
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from assistant.store.register.model import Responsible, ReviewSheet

_BUFFER = 1 << 20


class Kept(NamedTuple):
    """What of a sheet becomes rows; amounts and payments field after field, in the order of Stated and Payment."""

    name: str
    url: str | None
    contacts: tuple[Responsible, ...]
    accounts: tuple[str, ...]
    policies: tuple[str, ...]
    start_year: int | None
    end_year: int | None
    purpose: str
    overview: str
    amounts: tuple[Any, ...]
    payments: tuple[Any, ...]


class Shelf:
    """A file of sheets, each found again by its number. To be closed; the file is the caller's to delete."""

    def __init__(self, path: Path) -> None:
        self._written = path.open("wb", buffering=_BUFFER)
        self._read: BinaryIO = path.open("rb", buffering=0)
        self._ends = array("Q", [0])

    def put(self, sheet: ReviewSheet) -> int:
        """Keep a sheet; return its number."""
        blob = marshal.dumps(
            (
                sheet.name,
                sheet.url,
                tuple(map(tuple, sheet.contacts)),
                sheet.accounts,
                sheet.policies,
                sheet.start_year,
                sheet.end_year,
                sheet.purpose,
                sheet.overview,
                tuple(chain.from_iterable(sheet.amounts)),
                tuple(chain.from_iterable(sheet.payments)),
            ),
            2,
        )
        self._written.write(blob)
        self._ends.append(self._ends[-1] + len(blob))
        return len(self._ends) - 2

    def full(self) -> None:
        """Say that all is put; sheets can be got from now on."""
        self._written.flush()

    def get(self, number: int) -> Kept:
        """Return a kept sheet; its contacts are plain tuples."""
        start, end = self._ends[number], self._ends[number + 1]
        self._read.seek(start)
        return Kept(*marshal.loads(self._read.read(end - start)))

    def close(self) -> None:
        """Close the file."""
        self._written.close()
        self._read.close()
