"""Finding texts by some of their characters in order, whatever their width, case and kind of kana."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.text.fold import nfkc_fold

_CLUSTER = re.compile(r".[\u3099\u309a\uff9e\uff9f]?", re.DOTALL)
"""A character with the voicing mark that half-width kana write behind it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that was found, and the positions of the characters that were looked for."""

    text: str
    positions: tuple[int, ...]


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in nfkc_fold(char).casefold() if not c.isspace())


@lru_cache(maxsize=2048)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text, and for each of its characters where it comes from."""
    pairs = [(folded, found.start()) for found in _CLUSTER.finditer(text) for folded in _fold(found.group())]
    return "".join(char for char, _ in pairs), tuple(position for _, position in pairs)


def match(query: str, text: str) -> tuple[int, Match] | None:
    """Return how well a text fits (0 where it holds the query in one piece, else how far that is spread), or None."""
    wanted, (folded, origin) = _folded(query)[0], _folded(text)
    if (at := folded.find(wanted)) >= 0:
        found: Sequence[int] = range(at, at + len(wanted))
        return 0, Match(text, tuple(dict.fromkeys(origin[place] for place in found)))
    best: list[int] | None = None
    start = folded.find(wanted[0])
    while start >= 0:
        places = [start]
        for char in wanted[1:]:
            place = folded.find(char, places[-1] + 1)
            if place < 0:
                break
            places.append(place)
        if len(places) < len(wanted):
            break  # nor does it fit any further on
        if best is None or places[-1] - places[0] < best[-1] - best[0]:
            best = places
        start = folded.find(wanted[0], start + 1)
    if best is None:
        return None
    return best[-1] - best[0], Match(text, tuple(dict.fromkeys(origin[place] for place in best)))


def search(query: str, texts: Sequence[str]) -> list[Match]:
    """Return the texts that hold the query's characters in order: in one piece first, then the closest; else as given."""
    if not _folded(query)[0]:
        return [Match(text, ()) for text in texts]
    found = [(fit[0], order, fit[1]) for order, text in enumerate(texts) if (fit := match(query, text)) is not None]
    return [matched for _, _, matched in sorted(found, key=lambda item: item[:2])]
