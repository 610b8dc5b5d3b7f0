"""Looking names up in the index of a register. Candidates come from pairs and threes of characters; only they are compared.

Nothing is loaded: a look-up reads the postings of the rarest grams of what was typed, up to a fixed number of ids, and the
names of the few candidates that share most with it.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import cast

from assistant.reading.alignment import Aligned, nearest, whole
from assistant.reading.folding import matching
from assistant.reading.names import NameHit, Within
from assistant.reading.text import is_latin
from assistant.store.database import Database
from assistant.store.register.names_index import KINDS, STEP

_COLUMNS = ("short", "long")
LONGEST = 160
"""Characters of a text in which names are looked for; more is hardly a question."""
_READ = 1_500
"""Ids that one look-up reads from postings, of short names and of the others each."""
_COMPARED = 24
"""Candidates of short names, and of the others, that are compared with the text."""
_VERIFIED = 4_000
"""Names that are read to make sure that a piece stands in them."""
_SUREST = 12
"""Misspelt names given back at most."""


class StoreNames:
    """The `Names` of a register's database. StoreError where a statement fails or takes too long."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hits(self, folded: str, kinds: frozenset[str]) -> list[NameHit]:
        """Return the names that stand in a folded text, exactly or misspelt, the longest and best first.

        What lies within a longer name that stands there exactly is left out. Of misspelt names those given are at most 12.
        """
        text = folded[:LONGEST]
        exact: list[Aligned] = []
        fuzzy: list[Aligned] = []
        for part in _parts(kinds):
            exact += self._exact(text, part)
            fuzzy += whole(text, self._candidates(text, part, kinds))
        found = _outermost(exact)
        inexact = [f for f in dict.fromkeys(fuzzy) if f.errors and not any(_adds_nothing(f, e) for e in found)]
        inexact.sort(key=_weight)
        best = sorted(dict.fromkeys([*found, *inexact[:_SUREST]]), key=_weight)
        return self._named(best, kinds)

    def likely(self, folded: str, kinds: frozenset[str], limit: int = 5) -> list[NameHit]:
        """Return the names most like a text though it may leave parts of them out; scores may be low. For asking back."""
        text = folded[:LONGEST]
        names = list(dict.fromkeys(name for part in _parts(kinds) for name in self._candidates(text, part, kinds)))
        return self._named(nearest(text, names, limit), kinds)[:limit]

    def within(self, piece: str, kind: str, limit: int = 10) -> Within:
        """Return how many of a kind have a folded piece (two characters or more) in a name, and the first of them.

        The newest and largest come first. A piece whose every pair (or three) of characters more than 4,000 names share is
        not compared with each of them: the count is then of those that share all of these.
        """
        part = _part(kind)
        size = 2 if part else 3
        grams = sorted({piece[i : i + size] for i in range(max(1, len(piece) - size + 1))})
        if len(piece) < 2:
            return Within(0, ())
        ids: set[int] | None = None
        for short, long in sorted(self._both(part, grams), key=lambda p: len(p[0]) + len(p[1])):
            both = _of_kinds(short, (kind,)) + _of_kinds(long, (kind,))
            ids = set(both) if ids is None else ids.intersection(both)
        found = sorted(ids or ())
        if (size < len(piece) or piece.isascii()) and len(found) <= _VERIFIED:
            found = [id_ for id_, _, names in self._rows(found) if _holds(names, piece)]
        rows = {id_: target for id_, target, _ in self._rows(found[: 2 * limit])}
        return Within(len(found), tuple(dict.fromkeys(rows[id_] for id_ in found if id_ in rows))[:limit])

    def mentioned(self, piece: str) -> bool:
        """Return whether any programme's name, purpose or overview has a piece."""
        wanted = matching([piece])
        return bool(wanted) and bool(self._database.rows("SELECT 1 FROM topic WHERE topic MATCH :all LIMIT 1", {"all": wanted}))

    def _exact(self, text: str, part: int) -> list[Aligned]:
        """Return, for each place in a text, the longest name that begins there.

        A name that a text begins with is the last one not after the text in the order of the index, or a beginning of it.
        """
        found: list[Aligned] = []
        rests = {start: text[start:] for start in range(len(text) - 1) if _edge(text, start)}
        while rests:
            rows = self._database.rows(
                "SELECT j.key, (SELECT folded FROM name WHERE part = :part AND folded <= j.value ORDER BY folded DESC LIMIT 1) "
                "FROM json_each(:rests) j",
                {"part": part, "rests": _json(rests)},
            )
            for key, folded in rows:
                start, name = int(key or 0), str(folded or "")
                rest = rests.pop(start)
                shared = _shared(name, rest)
                if shared == len(name) > 1 and _edge(text, start + shared):
                    found.append(Aligned(name, start, start + shared, 0))
                elif (shorter := min(shared, len(rest) - 1)) > 1:
                    rests[start] = rest[:shorter]
        return found

    def _candidates(self, text: str, part: int, kinds: frozenset[str]) -> list[str]:
        """Return the names that share most pairs and threes of characters with a text, short names apart from the others."""
        grams = {text[i : i + size] for size in (2, 3) for i in range(len(text) - size + 1)}
        found: list[int] = []
        wanted = [kind for kind in kinds if _part(kind) == part]
        counted = self._sizes(part, grams)
        for column in (0, 1):
            sizes = [
                (lengths[column], gram)
                for gram, lengths in counted.items()
                if lengths[column] and (part or len(gram) == 2 + column)
            ]
            chosen = list(_rarest(sizes))
            shared = array("I")
            for postings in self._postings(part, column, chosen):
                shared += _of_kinds(postings, wanted)
            found += _most(Counter(shared), _COMPARED)
        return [name for _, _, names in self._rows(found) for name in names.split("\n")]

    def _sizes(self, part: int, grams: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Return how many ids of short and of long names have each gram."""
        rows = self._database.rows(
            "SELECT gram, coalesce(length(short), 0), coalesce(length(long), 0) FROM gram "
            "WHERE part = :part AND gram IN (SELECT value FROM json_each(:grams))",
            {"part": part, "grams": _json(list(grams))},
        )
        return {str(gram): (int(short or 0) // 4, int(long or 0) // 4) for gram, short, long in rows}

    def _both(self, part: int, grams: list[str]) -> list[tuple[array[int], array[int]]]:
        """Return the postings of grams of short and of long names; empty ones where no name has a gram."""
        rows = self._database.rows(
            "SELECT g.short, g.long FROM json_each(:grams) j LEFT JOIN gram g ON g.part = :part AND g.gram = j.value",
            {"part": part, "grams": _json(grams)},
        )
        return [(_unpacked(short), _unpacked(long)) for short, long in rows]

    def _postings(self, part: int, column: int, grams: Iterable[str]) -> list[array[int]]:
        rows = self._database.rows(
            f"SELECT {_COLUMNS[column]} FROM gram WHERE part = :part AND gram IN (SELECT value FROM json_each(:grams))",
            {"part": part, "grams": _json(list(grams))},
        )
        return [_unpacked(blob) for (blob,) in rows]

    def _rows(self, ids: list[int]) -> list[tuple[int, str, str]]:
        rows = self._database.rows(
            "SELECT id, target, names FROM named WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id",
            {"ids": _json(ids)},
        )
        return [(int(id_ or 0), str(target), str(names)) for id_, target, names in rows]

    def _named(self, found: list[Aligned], kinds: frozenset[str]) -> list[NameHit]:
        """Return what names stand for, in their order, one hit a kind."""
        targets: dict[str, dict[str, list[str]]] = {}
        for part in _parts(kinds) if found else ():
            for name, id_, target in self._database.rows(
                "SELECT n.folded, n.id, d.target FROM json_each(:names) j JOIN name n ON n.part = :part AND n.folded = j.value "
                "JOIN named d ON d.id = n.id ORDER BY n.id",
                {"part": part, "names": _json([aligned.name for aligned in found])},
            ):
                kind = KINDS[int(id_ or 0) // STEP]
                if kind in kinds:
                    targets.setdefault(str(name), {}).setdefault(kind, []).append(str(target))
        return [
            NameHit(a.start, a.end, a.name, kind, tuple(dict.fromkeys(own)), a.score)
            for a in found
            for kind, own in targets.get(a.name, {}).items()
        ]


def _part(kind: str) -> int:
    return int(kind == KINDS[-1])


def _parts(kinds: Iterable[str]) -> list[int]:
    return sorted({_part(kind) for kind in kinds if kind in KINDS})


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def _unpacked(blob: object) -> array[int]:
    ids = array("I")
    if blob:
        ids.frombytes(cast(bytes, blob))
    return ids


def _of_kinds(ids: array[int], kinds: Iterable[str]) -> array[int]:
    """Return the ids of some kinds; they lie together."""
    found = array("I")
    for kind in kinds:
        first = KINDS.index(kind) * STEP
        low = bisect_left(ids, first) if first else 0
        found += ids[low : bisect_left(ids, first + STEP, low)]
    return found


def _rarest(sizes: list[tuple[int, str]]) -> Iterator[str]:
    """Yield the rarest grams, at least one, up to so many ids that counting them stays short."""
    read = 0
    for size, gram in sorted(sizes):
        if read and read + size > _READ:
            break
        read += size
        yield gram


def _most(counts: Counter[int], limit: int) -> list[int]:
    """Return the ids that were counted most often; among equals the first, that is the newest and largest."""
    if len(counts) <= limit:
        return list(counts)
    kept = least = 0
    for level, ids in sorted(Counter(counts.values()).items(), reverse=True):
        least, kept = level, kept + ids
        if kept >= limit:
            break
    more = [id_ for id_, count in counts.items() if count > least]
    return more + nsmallest(limit - len(more), [id_ for id_, count in counts.items() if count == least])


def _weight(aligned: Aligned) -> tuple[int, int, int]:
    """Return what puts the longest and best first: an error weighs as much as two characters."""
    return 2 * aligned.errors - len(aligned.name), aligned.errors, aligned.start


def _outermost(exact: list[Aligned]) -> list[Aligned]:
    """Return the exact names that lie in no longer one."""
    return [
        a for a in exact if not any(b.start <= a.start and a.end <= b.end and b.end - b.start > a.end - a.start for b in exact)
    ]


def _holds(names: str, piece: str) -> bool:
    """Whether a piece stands in one of the names, and in Latin letters not within a word."""
    at = names.find(piece)
    while at >= 0:
        if _edge(names, at) and _edge(names, at + len(piece)):
            return True
        at = names.find(piece, at + 1)
    return False


def _adds_nothing(inexact: Aligned, exact: Aligned) -> bool:
    """Whether all that a misspelt name has beside an exact one is its errors."""
    shared = min(inexact.end, exact.end) - max(inexact.start, exact.start)
    return shared > 0 and inexact.end - inexact.start - shared <= inexact.errors


def _shared(first: str, second: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    for at, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return at
    return min(len(first), len(second))


def _edge(text: str, at: int) -> bool:
    """Whether a name may begin or end here: not within a Latin word or a number."""
    return not (0 < at < len(text) and is_latin(text[at - 1]) and is_latin(text[at]))
