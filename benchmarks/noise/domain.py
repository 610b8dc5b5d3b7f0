"""The words of the domain and their readings, from the files that people write: `intents/` and `data/`.

A typed error must not make another of these words, and Japanese words are written in kana by the readings given there. Where
a word is added, a few noisy questions may turn out otherwise.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from benchmarks.noise.protect import fold

ROOT = Path(__file__).resolve().parents[2]
LONGEST, PHRASE = 24, 6
"""How many characters of Japanese, and words of English, a known surface has at most."""
_KANA = re.compile(r"[ぁ-ゖー]+")
_LATIN = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_KANJI = re.compile(r"[一-龥々]")


@dataclass(frozen=True, slots=True)
class Domain:
    """What is known: Japanese surfaces, English words and phrases (folded), and readings that mean one thing only."""

    japanese: frozenset[str]
    english: frozenset[str]
    readings: Mapping[str, str]


@cache
def known() -> Domain:
    """Return the words of this checkout."""
    senses: defaultdict[str, set[str]] = defaultdict(set)
    pairs: set[tuple[str, str]] = set()
    english: set[str] = set()
    for sense, language, entry in _entries():
        surface, _, reading = entry.removeprefix("=").rpartition("/")
        if language == "en" or not surface or not _KANA.fullmatch(reading):
            surface, reading = entry.removeprefix("="), ""
        if language == "en":
            english |= {fold(surface), *_LATIN.findall(fold(surface))}
            continue
        senses[surface].add(sense)
        if reading:
            senses[reading].add(sense)
            pairs.add((surface, reading))
    japanese = frozenset(surface for surface in senses if surface)
    readings = {surface: reading for surface, reading in sorted(pairs) if senses[reading] <= senses[surface]}
    return Domain(japanese, frozenset(english), readings)


def _entries() -> Iterator[tuple[str, str, str]]:
    meaningless = ("ordinary.toml", "kanji.toml")
    files = [f for f in sorted((ROOT / "intents").rglob("*.toml")) if f.name not in meaningless]
    files.append(ROOT / "data" / "shiryo5.toml")
    for file in files:
        yield from _lists(tomllib.loads(file.read_text(encoding="utf-8")), file.stem)


def _lists(node: Any, place: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _lists(item, f"{place}/{number}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("ja", "en") and isinstance(value, list):
                yield from ((place, key, entry) for entry in value)
            elif key != "examples":
                yield from _lists(value, f"{place}/{key}")


@lru_cache(maxsize=4096)
def words_in(text: str, language: str) -> frozenset[str]:
    """Return the words of the domain that occur in a text: Japanese of two characters or more, or English words and phrases."""
    if language == "ja":
        joined = "".join(text.split())
        return frozenset(joined[i:j] for i, j in _places(joined, known().japanese) if j - i > 1)
    tokens = _LATIN.findall(fold(text))
    phrases = (" ".join(tokens[i : i + n]) for n in range(1, PHRASE + 1) for i in range(len(tokens) - n + 1))
    return frozenset(phrase for phrase in phrases if phrase in known().english)


def occurrences(text: str, words: Container[str]) -> list[tuple[int, int]]:
    """Return where words occur in a text, without those inside longer ones, in order."""
    found = _places(text, words)
    return [(i, j) for i, j in found if not any(a <= i and j <= b and (a, b) != (i, j) for a, b in found)]


def _places(text: str, words: Container[str]) -> list[tuple[int, int]]:
    ends = ((i, j) for i in range(len(text)) for j in range(i + 1, min(len(text), i + LONGEST) + 1))
    return [(i, j) for i, j in ends if text[i:j] in words]


def has_kanji(text: str) -> bool:
    """Whether a text has a kanji."""
    return bool(_KANJI.search(text))
