"""Every surface that the assistant knows, indexed so that a question is looked up and not scanned.

A lexicon is made from three sources, all of them data: the closed classes and known unknowns of intents/words, the cues of
the intents, and the names and aliases of the store. It is a plain dictionary underneath, so that it can be cached.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.reading import romaji
from assistant.reading.model import Sense
from assistant.reading.text import fold_surface, is_japanese, is_kanji, kana_only

SHORTEST_READING = 3
"""Hiragana readings shorter than this would be found inside any word, and are left out."""
SHORTEST_ROMAJI = 2
"""Keys shorter than this are particles, which stand beside words only."""
NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
"""Kanji that make figures; none is ever taken for another kanji, nor another one for it."""
KINDS = frozenset("省局課室額")
"""Kanji that end names, and mean what kind of thing is named."""
SHORTEST_CLIPPED = 5
"""Kana of a katakana word that is recognised without one of them."""
ASKING = frozenset({"how_much", "how_many"})
"""Concepts whose words carry a question: without them it would be about something else."""
TURNING = frozenset({"not", "except", "ge", "gt", "le", "lt", "not_printed", "regardless"})
"""Concepts that turn a condition round or set one: nothing is taken for a misspelling of those (届いていま, 届いていない)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A surface as written in the data (`全ゲノム/ぜんげのむ`, `=より`), with what it means."""

    surface: str
    sense: Sense
    kana: str | None = None


@dataclass(slots=True)
class Lexicon:
    """The indexes: surfaces, readings, romaji keys, English words, and pairs of characters for misspellings."""

    surfaces: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    readings: frozenset[str] = frozenset()
    """Surfaces that are hiragana readings of another one (a weaker sign than the surface itself)."""
    romaji: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    latin: dict[str, str] = field(default_factory=dict)
    """For a romaji key, the surface that it spells."""
    romaji_words: frozenset[str] = frozenset()
    """The romaji keys of words with a meaning (not of particles and endings)."""
    words: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    """English words that say nothing by themselves."""
    ordinary: frozenset[str] = frozenset()
    """Words that are not of the lexicon and are no misspellings of its words."""
    pairs: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    exact_only: frozenset[str] = frozenset()
    katakana: frozenset[str] = frozenset()
    """Surfaces that are written in katakana: they are words, however short."""
    sounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The readings of a kanji."""
    alike: dict[str, str] = field(default_factory=dict)
    """For a kanji, those of the surfaces that share a reading with it or look like it."""
    written: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a reading in hiragana, the surfaces with kanji that are read so."""
    spoken: tuple[str, ...] = ()
    """The keys of `written` in order, to look beginnings up."""
    ordered: tuple[str, ...] = ()
    """The surfaces in order, to look beginnings up."""
    morae: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For the morae of a romaji key, the keys that have them, in order."""
    heard: tuple[str, ...] = ()
    """The keys of `morae` in order, to look beginnings up."""
    clipped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a name or katakana word without one of its characters, what it may be."""
    slipped: dict[str, str] = field(default_factory=dict)
    """For a slip in a hiragana word that asks how much or how many, the word."""
    homophones: tuple[str, ...] = ()
    """Groups of kanji that share a reading or a shape."""

    def dump(self) -> dict[str, Any]:
        """Return the lexicon as built-in values only, to be cached."""
        return {
            "surfaces": {k: [(s.kind, s.id) for s in v] for k, v in self.surfaces.items()},
            "lengths": self.lengths,
            "readings": sorted(self.readings),
            "romaji": {k: [(s.kind, s.id) for s in v] for k, v in self.romaji.items()},
            "latin": self.latin,
            "romaji_words": sorted(self.romaji_words),
            "words": sorted(self.words),
            "fillers": sorted(self.fillers),
            "ordinary": sorted(self.ordinary),
            "pairs": self.pairs,
            "exact_only": sorted(self.exact_only),
            "katakana": sorted(self.katakana),
            "sounds": self.sounds,
            "alike": self.alike,
            "written": self.written,
            "morae": self.morae,
            "clipped": self.clipped,
            "slipped": self.slipped,
            "homophones": self.homophones,
        }

    @classmethod
    def load(cls, dumped: dict[str, Any]) -> Lexicon:
        """Return the lexicon that `dump` described."""
        shared: dict[tuple[str, str], Sense] = {}

        def senses(pairs: list[tuple[str, str]]) -> tuple[Sense, ...]:
            return tuple(shared.setdefault((k, i), Sense(k, i)) for k, i in pairs)

        return cls(
            {k: senses(v) for k, v in dumped["surfaces"].items()},
            dumped["lengths"],
            frozenset(dumped["readings"]),
            {k: senses(v) for k, v in dumped["romaji"].items()},
            dumped["latin"],
            frozenset(dumped["romaji_words"]),
            frozenset(dumped["words"]),
            frozenset(dumped["fillers"]),
            frozenset(dumped["ordinary"]),
            dumped["pairs"],
            frozenset(dumped["exact_only"]),
            frozenset(dumped["katakana"]),
            dumped["sounds"],
            dumped["alike"],
            dumped["written"],
            tuple(dumped["written"]),
            tuple(dumped["surfaces"]),
            dumped["morae"],
            tuple(dumped["morae"]),
            dumped["clipped"],
            dumped["slipped"],
            dumped["homophones"],
        )


def parse_surface(written: str) -> tuple[str, str | None, bool]:
    """Split `=surface/reading` into the folded surface, the folded reading or None, and whether it is exact only."""
    exact = written.startswith("=") and len(written) > 1
    body = written[1:] if exact else written
    surface, slash, reading = body.partition("/")
    return fold_surface(surface), (fold_surface(reading) if slash else None), exact


@dataclass(frozen=True, slots=True)
class Kanji:
    """What is known of single kanji: `reading and its kanji` lines, and groups of the same shape."""

    same_reading: Sequence[str] = ()
    same_shape: Sequence[str] = ()


def build_lexicon(entries: Iterable[Entry], ordinary: Iterable[str] = (), kanji: Kanji | None = None) -> Lexicon:
    """Return the lexicon of these entries; the order does not matter. `ordinary` words are never misspellings."""
    surfaces: dict[str, dict[Sense, None]] = defaultdict(dict)
    readings: dict[str, dict[Sense, None]] = defaultdict(dict)
    keys: dict[str, dict[Sense, None]] = defaultdict(dict)
    latin: dict[str, str] = {}
    exact_only: set[str] = set()
    katakana, hiragana = defaultdict[str, set[Sense]](set), defaultdict[str, set[Sense]](set)
    written: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        surface, reading, exact = parse_surface(entry.surface)
        reading = fold_surface(entry.kana) if entry.kana else reading
        if not surface:
            continue
        surfaces[surface][entry.sense] = None
        if " and " in surface:
            surfaces[surface.replace(" and ", " ")][entry.sense] = None
        if any("ァ" <= char <= "ヺ" for char in entry.surface.partition("/")[0]):
            katakana[surface].add(entry.sense)
        else:
            hiragana[surface].add(entry.sense)
        if exact or entry.sense.kind == "function":
            exact_only.add(surface)
        spoken = reading or (surface if kana_only(surface) else None)
        if not spoken:
            continue
        if reading and len(reading) >= SHORTEST_READING and kana_only(reading):
            readings[reading][entry.sense] = None
            if entry.sense.kind != "function" and not exact and any(map(is_kanji, surface)):
                written[reading].add(surface)
        key = romaji.from_kana(spoken)
        if len(key) >= SHORTEST_ROMAJI and not spoken.isascii():
            keys[key][entry.sense] = None
            latin.setdefault(key, surface)
    only_readings = {reading for reading in readings if reading not in surfaces}
    for reading, senses in readings.items():
        surfaces[reading].update(senses)
    sounds, alike = _kanji(kanji or Kanji(), set("".join(surface for own in written.values() for surface in own)))
    return Lexicon(
        {k: tuple(v) for k, v in sorted(surfaces.items())},
        _lengths(surfaces),
        frozenset(only_readings),
        {k: tuple(v) for k, v in keys.items()},
        latin,
        frozenset(key for key, own in keys.items() if any(s.kind != "function" for s in own)),
        frozenset(w for s in surfaces for w in s.split() if w.isascii() and w.isalpha()),
        frozenset(s for s, v in surfaces.items() if s.isascii() and s.isalpha() and all(x.kind == "function" for x in v)),
        frozenset(word if word.isascii() else fold_surface(word) for word in ordinary),
        _pairs(s for s in surfaces if s not in exact_only and s not in only_readings),
        frozenset(exact_only),
        frozenset(surface for surface, senses in katakana.items() if not senses & hiragana.get(surface, set())),
        sounds,
        alike,
        {reading: tuple(sorted(own)) for reading, own in sorted(written.items())},
        tuple(sorted(written)),
        tuple(sorted(surfaces)),
        *_heard(keys),
        *(_clipped(surfaces, katakana, exact_only | only_readings), _slipped(surfaces, katakana, exact_only | only_readings)),
        _homophones(kanji),
    )


def _homophones(kanji: Kanji | None) -> tuple[str, ...]:
    """Return the groups of kanji that share a reading or a shape."""
    return (*(line.partition(" ")[2] for line in kanji.same_reading), *kanji.same_shape) if kanji else ()


def _heard(keys: Iterable[str]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return the romaji keys by their morae, and these in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        found[romaji.morae(key)].append(key)
    return {morae: tuple(own) for morae, own in sorted(found.items())}, tuple(sorted(found))


def _clipped(
    surfaces: Mapping[str, Iterable[Sense]], katakana: Container[str], exact_only: Container[str]
) -> dict[str, tuple[str, ...]]:
    """Return the surfaces that a word may be which lacks one character, by that word.

    Of three kanji the second may be missing where the last says what kind of thing it is (経省, 担課, 予額); of a katakana
    word, any but the first. Nothing that sets a condition is found so, and no numeral is left out.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for surface, senses in surfaces.items():
        content = any(sense.kind != "function" for sense in senses)
        if not content or surface in exact_only or any(sense.id in TURNING for sense in senses):
            continue
        if len(surface) == 3 and all(map(is_kanji, surface)) and surface[-1] in KINDS and not NUMERALS & set(surface):
            found[surface[0] + surface[2]].add(surface)
        elif surface in katakana and kana_only(surface) and len(surface) >= SHORTEST_CLIPPED:
            for index in range(1, len(surface)):
                found[surface[:index] + surface[index + 1 :]].add(surface)
    return {typed: tuple(sorted(meant)) for typed, meant in found.items() if typed not in surfaces}


def _slipped(surfaces: Mapping[str, Iterable[Sense]], katakana: Container[str], exact_only: Container[str]) -> dict[str, str]:
    """Return the hiragana words that ask how much or how many, by what they are with one slip that makes no other word.

    A character is twice there, swapped with its neighbour, or missing between the others (いくくら, くいら, いら).
    """
    found: dict[str, set[str]] = defaultdict(set)
    for word, senses in surfaces.items():
        hiragana = kana_only(word) and word not in katakana and word not in exact_only
        if len(word) < SHORTEST_READING or not hiragana or not any(s.id in ASKING for s in senses):
            continue
        for at, char in enumerate(word):
            found[word[:at] + char + word[at:]].add(word)
            found[word[:at] + word[at + 1 : at + 2] + char + word[at + 2 :]].add(word)
            if 0 < at < len(word) - 1:
                found[word[:at] + word[at + 1 :]].add(word)
    return {typed: next(iter(meant)) for typed, meant in sorted(found.items()) if len(meant) == 1 and typed not in surfaces}


def _kanji(kanji: Kanji, used: set[str]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return the readings of every kanji, and the `used` kanji that each may be confused with."""
    sounds: dict[str, list[str]] = defaultdict(list)
    alike: dict[str, set[str]] = defaultdict(set)
    groups = list(kanji.same_shape)
    for line in kanji.same_reading:
        reading, _, members = line.partition(" ")
        for char in members:
            sounds[char].append(reading)
        groups.append(members)
    for group in groups:
        for char in group:
            if char not in NUMERALS:
                alike[char] |= (set(group) & used) - NUMERALS - {char}
    return {k: tuple(v) for k, v in sounds.items()}, {k: "".join(sorted(v)) for k, v in alike.items()}


def _lengths(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return, for a first character, the lengths of the surfaces that begin with it, longest first."""
    by_first: dict[str, set[int]] = defaultdict(set)
    for surface in surfaces:
        by_first[surface[0]].add(len(surface))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in by_first.items()}


def _pairs(surfaces: Iterable[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return, for two neighbouring characters, the Japanese surfaces long enough to be misspelt that have them, and where."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for surface in surfaces:
        if len(surface) >= 4 and any(is_japanese(char) for char in surface):
            for index in range(len(surface) - 1):
                found[surface[index : index + 2]].add((surface, index))
    return {pair: tuple(sorted(members)) for pair, members in found.items()}
