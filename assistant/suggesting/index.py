"""Looking up what a few typed characters may become: names and words by their spelling, reading or romaji."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.reading.distance import ends
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Sense
from assistant.reading.romaji import loose
from assistant.reading.text import is_kana, is_kanji

PREFIX, WORD, INSIDE, SLIP = range(4)
"""How a key was met, the best first: it begins so, a word in it does, it holds it, or it begins so but for one slip."""
SHORTEST_SLIP = 5
SHORTEST_INSIDE = {True: 2, False: 3}
"""Characters that are looked for inside names: kanji say more than letters and kana."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sense that was met, how, by which key, and whether that is romaji or a reading of a Japanese word."""

    rank: int
    key: str
    sense: Sense
    spoken: bool
    exact: bool


class Index:
    """The keys of the lexicon that mean something of these kinds."""

    def __init__(self, lexicon: Lexicon, kinds: Collection[str], ids: Collection[str] | None = None) -> None:
        self._readings = lexicon.readings
        self._surfaces = _wanted(lexicon.surfaces, kinds, ids)
        self._romaji = _wanted(lexicon.romaji, kinds, ids)
        self._ordered = sorted(self._surfaces)
        self._spelt = sorted(self._romaji)

    def exactly(self, token: str) -> Iterator[Hit]:
        """Yield what a folded text is, whole."""
        for sense in self._surfaces.get(token, ()):
            yield Hit(PREFIX, token, sense, token in self._readings, True)
        key = loose(token) if token.isascii() else ""
        for sense in self._romaji.get(key, ()) if len(key) > 1 else ():
            yield Hit(PREFIX, key, sense, True, True)

    def begins(self, token: str) -> Iterator[Hit]:
        """Yield what begins with a folded text."""
        key = loose(token) if token.isascii() else ""
        for keys, table, start, spoken in (
            (self._ordered, self._surfaces, token, False),
            (self._spelt, self._romaji, key if len(key) > 1 else "", True),
        ):
            at = bisect_left(keys, start) if start else len(keys)
            while at < len(keys) and keys[at].startswith(start):
                for sense in table[keys[at]]:
                    yield Hit(PREFIX, keys[at], sense, spoken or keys[at] in self._readings, keys[at] == start)
                at += 1

    def holds(self, token: str) -> Iterator[Hit]:
        """Yield what has a folded text further within."""
        if len(token) < SHORTEST_INSIDE[any(map(is_kanji, token))]:
            return
        for key, senses in self._surfaces.items():
            at = key.find(token, 1)
            if at > 0:
                rank = WORD if _begins_word(key, at) else INSIDE
                for sense in senses:
                    yield Hit(rank, key, sense, key in self._readings, False)

    def slips(self, token: str) -> Iterator[Hit]:
        """Yield what begins with a folded text but for one slip."""
        key = loose(token) if token.isascii() else ""
        for typed, table, spoken in ((token, self._surfaces, False), (key, self._romaji, True)):
            if len(typed) < SHORTEST_SLIP or any(map(str.isdigit, typed)) or (spoken and " " in token):
                continue
            half = len(typed) // 2
            first, second = typed[:half], typed[half:]
            for known, senses in table.items():
                if not known.startswith(first) and not 0 <= known.find(second, half - 1) <= half + 1:
                    continue
                beginning = known[: len(typed) + 1]
                row = ends(typed, beginning)
                if min(row) == 1 and any(d == 1 and beginning[n - 1] == typed[-1] for n, d in enumerate(row) if n):
                    for sense in senses:
                        yield Hit(SLIP, known, sense, spoken or known in self._readings, False)


def _wanted(
    table: Mapping[str, tuple[Sense, ...]], kinds: Collection[str], ids: Collection[str] | None
) -> dict[str, tuple[Sense, ...]]:
    """Return the keys with the senses that are of these kinds."""
    found: dict[str, tuple[Sense, ...]] = {}
    for key, senses in table.items():
        for sense in senses:
            if sense.kind in kinds and (ids is None or sense.id in ids):
                found[key] = (*found.get(key, ()), sense)
    return found


def _begins_word(key: str, at: int) -> bool:
    """Whether a word begins at a place: after a blank or hyphen, or where kana turn to kanji."""
    before, char = key[at - 1], key[at]
    return before in " -" or (is_kana(before) and is_kanji(char))
