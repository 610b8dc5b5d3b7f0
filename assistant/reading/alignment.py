"""Where in a text a name may stand misspelt. Compares only what it is given; candidates come from an index of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

from assistant.reading.misspelling import allowed_errors
from assistant.reading.text import is_latin

_DIGIT = re.compile(r"\d+|[一二三四五六七八九十]")
_LOWEST = 65.0
"""partial_ratio below which no name of any length is within its tolerance."""
_PART = 1.5
"""Errors that a part left out counts as, however short, and then a quarter for each of its characters."""


class Aligned(NamedTuple):
    """The stretch of a text that is most like a name, and how many characters of it are wrong, missing or swapped."""

    name: str
    start: int
    end: int
    errors: int

    @property
    def score(self) -> float:
        """100 where they are equal, as reading.misspelling counts."""
        return 100.0 * (1 - self.errors / len(self.name))


def whole(text: str, names: Sequence[str]) -> Iterator[Aligned]:
    """Yield the names that stand in a text with no more errors than their length allows, each at its best place."""
    likely = [name for name in dict.fromkeys(names) if len(name) - allowed_errors(len(name)) <= len(text)]
    for name, ratio, _ in process.extract(text, likely, scorer=fuzz.partial_ratio, score_cutoff=_LOWEST, limit=None):
        errors = allowed_errors(len(name))
        if not errors or (len(name) <= len(text) and ratio < 99 - 100 * errors / len(name)):
            continue  # a stretch of the name's length has all but so many of its characters
        hint = fuzz.partial_ratio_alignment(name, text)
        best = _best(name, text, hint.dest_start, hint.dest_end, errors) if hint else None
        if best is not None:
            yield best


def _best(name: str, text: str, start: int, end: int, errors: int) -> Aligned | None:
    """Return the best place around a stretch, or None where every one has too many errors."""
    best: tuple[int, int, int, int] | None = None
    for first in range(max(0, start - errors), min(len(text), start + errors) + 1):
        if not _edge(text, first):
            continue
        for last in range(max(first + 2, end - errors), min(len(text), end + 2 * errors) + 1):
            far = abs(last - first - len(name))
            if far > errors or not _edge(text, last):
                continue
            distance = OSA.distance(name, text[first:last], score_cutoff=errors)
            if distance <= errors and (best is None or (distance, far) < best[:2]):
                best = (distance, far, first, last)
    if best is None or _DIGIT.findall(name) != _DIGIT.findall(text[best[2] : best[3]]):
        return None
    return Aligned(name, best[2], best[3], best[0])


def _edge(text: str, at: int) -> bool:
    """Whether a name may begin or end here: not within a Latin word or a number."""
    return not (0 < at < len(text) and is_latin(text[at - 1]) and is_latin(text[at]))


def nearest(text: str, names: Sequence[str], limit: int) -> list[Aligned]:
    """Return the names most like a text, best first, though parts of them are left out or the text says more.

    For asking back: nothing says that any of them is meant.
    """
    found = sorted((_alike(name, text) for name in names), key=lambda pair: pair[0])
    return [aligned for _, aligned in found[:limit]]


def _alike(name: str, text: str) -> tuple[float, Aligned]:
    """Align a name with a text; return what tells them apart, as a share of both, and the alignment.

    A part of the name that is left out as a whole counts less than as many wrong characters; so does what the text says more.
    """
    codes = [
        (code.tag, code.src_end - code.src_start, code.dest_end - code.dest_start) for code in Levenshtein.opcodes(name, text)
    ]
    before = codes[0][2] if codes and codes[0][0] == "insert" else 0
    after = codes[-1][2] if len(codes) > 1 and codes[-1][0] == "insert" else 0
    cost = 0.0
    for tag, left_out, typed in codes:
        if tag == "delete":
            cost += min(left_out, _PART + left_out / 4)
        elif tag != "equal":
            cost += max(left_out, typed)
    cost -= (before + after) / 2
    start, end = before, len(text) - after
    return cost / (len(name) + len(text)), Aligned(name, start, end, OSA.distance(name, text[start:end]))
