"""Where entries of the lexicon occur in a question: exactly, as a reading, in romaji, or misspelt.

Japanese has no blanks, so its surfaces may begin anywhere; Latin ones begin and end at a boundary of their own, which a
kanji beside them is (`AMEDの予算`). Misspellings are looked for only where exact surfaces leave something uncovered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.reading import romaji
from assistant.reading.figures import figures
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention, Sense
from assistant.reading.text import Text, is_japanese, is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[a-z0-9&]+")
_DIGIT = re.compile(r"\d+")
_PARTICLES = frozenset("no wa ga o wo ni de to mo ha e he ka ne yo desu desuka kudasai oshiete".split())
LONGEST_ROMAJI = 6
"""Latin tokens that are joined, at most, to make one Japanese reading."""
SHORTEST_TYPO = 5
"""English words shorter than this are never corrected (4041 and 4014, mext and next are not each other)."""


def exact_mentions(text: Text, lexicon: Lexicon) -> list[Mention]:
    """Return every exact occurrence of a surface or reading, and every number."""
    folded = text.folded
    found = figures(folded)
    for start, first in enumerate(folded):
        for length in lexicon.lengths.get(first, ()):
            end = start + length
            surface = folded[start:end]
            senses = lexicon.surfaces.get(surface)
            if senses is None or len(surface) != length:
                continue
            end = _boundary(folded, start, end)
            if end:
                how = "kana" if surface in lexicon.readings else "exact"
                found.append(Mention(start, end, surface, senses, how))
    return found


def _boundary(folded: str, start: int, end: int) -> int:
    """Return where the surface ends (a plural s is taken in), or 0 where it stands inside a longer Latin word."""
    if is_latin(folded[start]) and start and is_latin(folded[start - 1]):
        return 0
    if is_latin(folded[end - 1]) and end < len(folded) and is_latin(folded[end]):
        plural = folded[end] == "s" and folded[end - 1].isalpha() and (end + 1 == len(folded) or not is_latin(folded[end + 1]))
        return end + 1 if plural and end - start > 2 else 0
    return end


def romaji_mentions(text: Text, lexicon: Lexicon) -> list[Mention]:
    """Return the Japanese readings that runs of Latin words spell; beside one, `no` and `wa` are particles."""
    tokens = [m for m in _TOKEN.finditer(text.folded) if m.group().isalpha()]
    found: list[Mention] = []
    for first, token in enumerate(tokens):
        joined = ""
        for last in range(first, min(first + LONGEST_ROMAJI, len(tokens))):
            if last > first and tokens[last].start() - tokens[last - 1].end() > 1:
                break
            joined += tokens[last].group()
            senses = lexicon.romaji.get(romaji.loose(joined))
            if senses and joined not in lexicon.surfaces:
                found.append(Mention(token.start(), tokens[last].end(), joined, senses, "romaji", 95.0))
    if any(m.content and m.end - m.start >= SHORTEST_TYPO for m in found):
        found += [
            Mention(t.start(), t.end(), t.group(), (Sense("function", t.group()),), "number")
            for t in tokens
            if t.group() in _PARTICLES
        ]
    return found


def allowed_errors(length: int) -> int:
    """Return how many wrong characters a surface of this length may have and still be itself."""
    if length < 4:
        return 0
    if length < 6:
        return 1
    return 2 if length < 10 else length // 5


def misspelt_mentions(text: Text, lexicon: Lexicon, uncovered: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return surfaces that the uncovered stretches may be misspellings of, with the similarity as score (0 to 100)."""
    found: list[Mention] = []
    latin: list[tuple[int, int]] = []
    for start, end in uncovered:
        if any(is_japanese(char) for char in text.folded[start:end]):
            found += _japanese(text.folded, lexicon, start, end)
        else:
            latin.append((start, end))
    return found + (_english(text.folded, lexicon, latin) if latin else [])


def _japanese(folded: str, lexicon: Lexicon, start: int, end: int) -> list[Mention]:
    """Align long surfaces that share pairs of characters with the neighbourhood of an uncovered stretch."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.fuzz import partial_ratio_alignment

    low, high = max(0, start - 24), min(len(folded), end + 24)
    window = folded[low:high]
    counts: dict[str, int] = {}
    for index in range(len(window) - 1):
        for surface in lexicon.pairs.get(window[index : index + 2], ()):
            counts[surface] = counts.get(surface, 0) + 1
    found: list[Mention] = []
    for surface, shared in counts.items():
        errors = allowed_errors(len(surface))
        if not errors or shared < max(1, len(surface) - 1 - 2 * errors):
            continue
        alignment = partial_ratio_alignment(surface, window, score_cutoff=60)
        if alignment is None:
            continue
        best: tuple[int, int, int] | None = None
        for shift_start in (-1, 0, 1):
            for shift_end in (-1, 0, 1):
                first, last = alignment.dest_start + shift_start, alignment.dest_end + shift_end
                if first < 0 or last > len(window) or last - first < 3:
                    continue
                distance = OSA.distance(surface, window[first:last], score_cutoff=errors)
                if distance <= errors and (best is None or distance < best[0]):
                    best = (distance, low + first, low + last)
        if best and best[1] < end and best[2] > start and _same_digits(surface, folded[best[1] : best[2]]):
            score = 100.0 * (1 - best[0] / len(surface))
            found.append(Mention(best[1], best[2], surface, lexicon.surfaces[surface], "misspelt", score))
    return found


def _same_digits(first: str, second: str) -> bool:
    """Whether two strings hold the same numbers: a figure is never a misspelling of another."""
    return _DIGIT.findall(first) == _DIGIT.findall(second)


def _english(folded: str, lexicon: Lexicon, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Correct unknown words to known ones and look the corrected question up again."""
    corrected: dict[int, tuple[str, float]] = {}
    tokens = list(_TOKEN.finditer(folded))
    for index, token in enumerate(tokens):
        word = token.group()
        inside = any(start <= token.start() < end for start, end in stretches)
        if not inside or len(word) < SHORTEST_TYPO or not word.isalpha() or word in lexicon.words:
            continue
        best = nearest_word(word, lexicon)
        if best:
            corrected[index] = best
    if not corrected:
        return []
    found: list[Mention] = []
    for first in range(len(tokens)):
        for last in range(first, min(first + 8, len(tokens))):
            touched = [i for i in corrected if first <= i <= last]
            if not touched:
                continue
            words = [corrected[i][0] if i in corrected else tokens[i].group() for i in range(first, last + 1)]
            phrase = " ".join(words)
            senses = lexicon.surfaces.get(phrase) or lexicon.surfaces.get(phrase.removesuffix("s"))
            if senses:
                score = min(corrected[i][1] for i in touched)
                found.append(Mention(tokens[first].start(), tokens[last].end(), phrase, senses, "misspelt", score))
    return found


def nearest_word(word: str, lexicon: Lexicon) -> tuple[str, float] | None:
    """Return the one English word that this is a misspelling of, with the similarity; None if there is none or several."""
    return _nearest(word, lexicon.words)


@lru_cache(maxsize=4_096)
def _nearest(word: str, words: frozenset[str]) -> tuple[str, float] | None:
    from rapidfuzz.distance import OSA

    errors = 1 if len(word) < 8 else 2
    best: list[tuple[int, str]] = []
    for known in words:
        if abs(len(known) - len(word)) > errors or known[0] != word[0] or len(known) < SHORTEST_TYPO - 1:
            continue
        distance = OSA.distance(word, known, score_cutoff=errors)
        if distance <= errors:
            best.append((distance, known))
    if not best:
        return None
    best.sort()
    if len(best) > 1 and best[0][0] == best[1][0] and best[0][1].rstrip("s") != best[1][1].rstrip("s"):
        return None
    return best[0][1], 100.0 * (1 - best[0][0] / len(word))
