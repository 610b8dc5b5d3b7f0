"""Which sheets of different years are one programme's: sheets are joined, never two of one review year.

In this order, each step only where it contradicts none before it: what the source itself calls the programme (事業ID); the
same ministry and name, unique in the ministry in both years, or made unique by bureau and division; a sheet that is named as
the former one (関連する過去のレビューシート), if the names are alike. That comes last, and with a condition, as the
numbers given there are often another programme's: of 450 that lead from 2018 to 2015 and 2016 against 事業ID, four lead to a
name at all like their own.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.store.register.model import Former, ReviewSheet

_ALIKE = 0.3
_FIRST = 1947


class Trace(NamedTuple):
    """What is remembered of a sheet until all are read: enough to find its programme, and where the rest is kept."""

    id: str
    review_year: int
    ministry: str
    number: str
    name: str
    office: int
    lineage: str | None
    former: tuple[Former, ...]
    place: int


def trace(sheet: ReviewSheet, identity: str, place: int) -> Trace:
    """Return the trace of a sheet with its id; `place` says where the rest of it is kept."""
    name = "".join(sheet.name.casefold().split())
    known = (
        identity,
        sheet.review_year,
        sys.intern(sheet.ministry),
        sheet.number,
        name,
        hash(sheet.contacts),
        sheet.lineage,
        sheet.former,
    )
    return Trace(*known, place)


def programmes(traces: Sequence[Trace]) -> list[list[Trace]]:
    """Return the sheets of each programme, the newest first, in the order of their ids, whatever the order given."""
    ordered = sorted(traces, key=lambda sheet: (sheet.review_year, sheet.id))
    joined = _Joined([sheet.review_year for sheet in ordered])
    for one, other in (*_by_lineage(ordered), *_by_name(ordered), *_by_former(ordered)):
        joined.join(one, other)
    groups: dict[int, list[Trace]] = defaultdict(list)
    for index in range(len(ordered) - 1, -1, -1):
        groups[joined.root(index)].append(ordered[index])
    return sorted(groups.values(), key=lambda sheets: sheets[0].id)


class _Joined:
    """Disjoint sets of sheets, each with the years that it has, as bits."""

    def __init__(self, years: list[int]) -> None:
        self._parents = list(range(len(years)))
        self._years = [1 << (year - _FIRST) for year in years]

    def root(self, index: int) -> int:
        """Return what stands for the set of a sheet."""
        parents = self._parents
        while parents[index] != index:
            parents[index] = index = parents[parents[index]]
        return index

    def join(self, one: int, other: int) -> None:
        """Make one set of two, unless they have a year in common."""
        one, other = self.root(one), self.root(other)
        if one != other and not self._years[one] & self._years[other]:
            self._parents[other] = one
            self._years[one] |= self._years[other]


def _by_lineage(sheets: list[Trace]) -> Iterator[tuple[int, int]]:
    return _chains((sheet.lineage, sheet.review_year) if sheet.lineage is not None else None for sheet in sheets)


def _by_name(sheets: list[Trace]) -> Iterator[tuple[int, int]]:
    yield from _chains(((sheet.ministry, sheet.name), sheet.review_year) for sheet in sheets)
    yield from _chains(((sheet.ministry, sheet.name, sheet.office), sheet.review_year) for sheet in sheets)


def _chains(keys: Iterable[tuple[Hashable, int] | None]) -> Iterator[tuple[int, int]]:
    """Yield neighbours in time of the sheets with one key, of the years in which one sheet alone has it."""
    found: dict[Hashable, dict[int, int | None]] = defaultdict(dict)
    for index, key in enumerate(keys):
        if key is not None:
            years = found[key[0]]
            years[key[1]] = None if key[1] in years else index
    for years in found.values():
        chain = [index for index in years.values() if index is not None]
        yield from itertools.pairwise(chain)


def _by_former(sheets: list[Trace]) -> Iterator[tuple[int, int]]:
    """Yield sheets with the former ones that they name, the most alike first."""
    places = {(sheet.ministry, sheet.review_year, sheet.number): index for index, sheet in enumerate(sheets)}
    found = []
    for index, sheet in enumerate(sheets):
        for former in sheet.former:
            other = places.get(former)
            if other is not None and former.review_year < sheet.review_year:
                likeness = _likeness(sheet.name, sheets[other].name)
                if likeness >= _ALIKE:
                    found.append((-likeness, other, index))
    return ((other, index) for _, other, index in sorted(found))


def _likeness(one: str, other: str) -> float:
    """Return the share of the two texts' pairs of characters that both have, 0 to 1."""
    left, right = ({text[i : i + 2] for i in range(max(1, len(text) - 1))} for text in (one, other))
    return len(left & right) / len(left | right)
