"""Finding by what people type: kanji, kana, romaji, English, either width and case, and extensions by their first digits.

A key is the folded names of one thing, one a line: names in Japanese and English as they are folded for reading, readings
behind `~` as one loose spelling of romaji, extensions behind `#`. Behind a form feed stand the names of what it has to do
with: who types 難病 wants the division of that name, not every division of a programme about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.reading.romaji import from_kana, loose
from assistant.reading.text import fold_surface, is_japanese, kana_only
from assistant.text.fold import nfkc_fold

ROMAJI = "~"
EXTENSION = "#"
BEHIND = "\f"
INSIDE = 4
"""Letters of romaji from which they may stand inside a reading; fewer must begin one, or `ai` would find half of all."""
KANA_INSIDE = 3
"""Hiragana from which they may stand inside a name; fewer must begin one."""


def make_key(names: Iterable[str], readings: Iterable[str] = (), extensions: Iterable[str] = (), behind: str = "") -> str:
    """Return the key of something with these names, readings in kana, and extensions; behind them another key."""
    folded = list(map(_folded, names))
    kana = [*map(_folded, readings), *filter(kana_only, folded)]
    lines = [*folded, *kana, *(ROMAJI + _romaji(reading) for reading in kana), *(EXTENSION + digits for digits in extensions)]
    own = "\n".join(dict.fromkeys(line for line in lines if line.strip(ROMAJI + EXTENSION)))
    return f"{own}\n{BEHIND}\n{behind}" if behind else own


def matches(key: str, typed: str) -> bool:
    """Tell whether what was typed finds the thing: each of its words must, in any order. Nothing typed finds everything."""
    return all(_found(key, romaji, word) for word, romaji in _words(typed))


def find(keys: Sequence[str], typed: str) -> list[bool]:
    """Tell of each key whether it is found: by its own names, or where nothing is, by what stands behind them."""
    own = [matches(key.partition(BEHIND)[0], typed) for key in keys]
    return own if any(own) else [matches(key, typed) for key in keys]


def digits_of(typed: str) -> str:
    """Return the digits that were typed, in half width; nothing where anything else was typed."""
    digits = nfkc_fold(typed).strip()
    return digits if digits.isascii() and digits.isdigit() else ""


@lru_cache(maxsize=8192)
def _folded(name: str) -> str:
    return fold_surface(name)


@lru_cache(maxsize=8192)
def _romaji(reading: str) -> str:
    return from_kana(reading)


@lru_cache(maxsize=64)
def _words(typed: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text, folded, each with its loose romaji (empty where it is none)."""
    words = [fold_surface(word) for word in nfkc_fold(typed).split()]
    return tuple((word, loose(word) if word.isascii() and word.isalpha() else "") for word in words if word)


def _found(key: str, romaji: str, word: str) -> bool:
    if word.isascii() and word.isdigit():
        return f"\n{EXTENSION}{word}" in f"\n{key}" or (len(word) >= INSIDE and word in key)
    if any(map(is_japanese, word)):
        inside = len(word) >= KANA_INSIDE or not kana_only(word)
        return word in key if inside else f"\n{word}" in f"\n{key}"
    if romaji and any(
        line.startswith(romaji, 1) or (len(romaji) >= INSIDE and romaji in line)
        for line in key.split("\n")
        if line.startswith(ROMAJI)
    ):
        return True
    return re.search(rf"(?<![a-z0-9{ROMAJI}]){re.escape(word)}", key) is not None
