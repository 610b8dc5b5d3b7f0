"""Slips of the fingers in words long enough to be recognised still: letters dropped, doubled, swapped, or a key beside.

A word is a Latin word of five letters or more, a run of kanji or of katakana of three characters or more, or a hiragana word
of the domain of three or more. Nothing protected belongs to a word, and a kanji that is a word by itself (課, 額) is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from benchmarks.noise import domain
from benchmarks.noise.protect import fold, protects, spans

SHORTEST_LATIN, SHORTEST_JAPANESE = 5, 3
_LATIN = re.compile(r"(?<![A-Za-z0-9'’])[A-Za-z]{5,}(?![A-Za-z0-9'’])")
_RUN = re.compile(r"[一-龥々]{3,}|[ァ-ヴー]{3,}")
_HIRAGANA = re.compile(r"[ぁ-ん]{3,}")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
Change = Callable[[str, int, Random], Iterator[str]]
"""What yields a word with an error at a place of it."""


def _beside() -> dict[str, str]:
    """Return the keys left and right of each, and those above and below, which are half a key off."""
    found: dict[str, str] = {}
    for row, keys in enumerate(_KEYS):
        for at, key in enumerate(keys):
            near = keys[max(at - 1, 0) : at] + keys[at + 1 : at + 2]
            if row:
                near += _KEYS[row - 1][at : at + 2]
            if row + 1 < len(_KEYS):
                near += _KEYS[row + 1][max(at - 1, 0) : at + 1]
            found[key] = near
    return found


BESIDE = _beside()


def words(text: str) -> list[tuple[int, int]]:
    """Return where the words are that may have an error."""
    latin = [match.span() for match in _LATIN.finditer(text) if not protects(fold(match[0]))]
    guards = spans(text)
    japanese = [piece for match in _RUN.finditer(text) for piece in _without(match.span(), guards)]
    hiragana = [
        span for span in domain.occurrences(text, _hiragana_words()) if not any(a < span[1] and span[0] < b for a, b in guards)
    ]
    return sorted(latin + [(i, j) for i, j in japanese + hiragana if j - i >= SHORTEST_JAPANESE])


@cache
def _hiragana_words() -> frozenset[str]:
    return frozenset(word for word in domain.known().japanese if _HIRAGANA.fullmatch(word))


def _without(span: tuple[int, int], guards: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = span
    for a, b in guards:
        if a < end and start < b:
            yield start, max(start, a)
            start = b
    yield start, max(start, end)


def slips(text: str, rng: Random, change: Change) -> Iterator[str]:
    """Yield the text with one error, at every place of every word, shuffled; no word becomes another one by it."""
    places = [(i, j, at) for i, j in words(text) for at in range(j - i)]
    rng.shuffle(places)
    japanese = domain.known().japanese
    around = domain.occurrences(text, japanese)
    for i, j, at in places:
        word = text[i:j]
        longest = [(a, b) for a, b in around if a <= i + at < b]
        for noisy in change(word, at, rng):
            changed = text[:i] + noisy + text[j:]
            pieces = [changed[a : b + len(changed) - len(text)] for a, b in longest]
            if noisy != word and not any(piece in japanese for piece in (noisy, *pieces)):
                yield changed


def _unclear(word: str, at: int) -> bool:
    """Whether a hiragana word without a character could as well be another word (いく is いくら or いくつ)."""
    return word[:at] + word[at + 1 :] in _clipped()


@cache
def _clipped() -> frozenset[str]:
    clipped = Counter(clip for word in _hiragana_words() for clip in {word[:at] + word[at + 1 :] for at in range(len(word))})
    return frozenset(clip for clip, count in clipped.items() if count > 1)


def dropped(text: str, rng: Random) -> Iterator[str]:
    """Yield the text without one character; the first of a word is hardly ever missed."""

    def drop(word: str, at: int, _: Random) -> Iterator[str]:
        if at and not _whole(word[at]) and not _unclear(word, at):
            yield word[:at] + word[at + 1 :]

    return slips(text, rng, drop)


def doubled(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one character twice."""
    return slips(text, rng, lambda word, at, _: iter([] if _whole(word[at]) else [word[: at + 1] + word[at:]]))


def swapped(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with two neighbouring characters of a word swapped."""

    def swap(word: str, at: int, _: Random) -> Iterator[str]:
        pair = word[at : at + 2]
        if len(pair) == 2 and not any(map(_whole, pair)):
            yield word[:at] + pair[::-1] + word[at + 2 :]

    return slips(text, rng, swap)


def neighbour_key(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a letter of a Latin word replaced by that of a key beside it, in the same case."""

    def slip(word: str, at: int, rng: Random) -> Iterator[str]:
        if near := BESIDE.get(word[at].lower()):
            key = rng.choice(near)
            yield word[:at] + (key.upper() if word[at].isupper() else key) + word[at + 1 :]

    return slips(text, rng, slip)


def blank_inside(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a blank inside a word; neither part of an English word is a protected one."""

    def split(word: str, at: int, rng: Random) -> Iterator[str]:
        parts = word[:at], word[at:]
        if all(parts) and not (word.isascii() and (min(map(len, parts)) < 2 or any(protects(fold(part)) for part in parts))):
            yield parts[0] + ("　" if not word.isascii() and rng.random() < 0.3 else " ") + parts[1]

    return slips(text, rng, split)


def _whole(char: str) -> bool:
    return domain.has_kanji(char) and char in domain.known().japanese
