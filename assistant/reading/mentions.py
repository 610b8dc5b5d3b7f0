"""Where entries of the lexicon occur in a question: exactly, as a reading, in romaji, or misspelt.

Japanese has no blanks, so its surfaces may begin anywhere; Latin ones begin and end at a boundary of their own, which a
kanji beside them is (`AMEDの予算`). Misspellings are looked for only where exact surfaces leave something uncovered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from assistant.reading import romaji
from assistant.reading.figures import figures
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import How, Mention, Sense
from assistant.reading.text import Text, is_japanese, is_kana, is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[a-z0-9&]+")
_DIGIT = re.compile(r"\d+|[二三四五六七八九十]")
_COUNTS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
_PARTICLES = frozenset(
    [
        "no",
        "wa",
        "ga",
        "o",
        "wo",
        "ni",
        "de",
        "to",
        "mo",
        "ha",
        "e",
        "he",
        "ka",
        "ne",
        "yo",
        "desu",
        "desuka",
        "kudasai",
        "oshiete",
    ]
)
LONGEST_ROMAJI = 6
"""Latin tokens that are joined, at most, to make one Japanese reading."""
SHORTEST_TYPO = 3
"""English words shorter than this are never corrected."""
SHORT = 4
"""Words no longer than this are corrected only where letters are swapped or one is missing."""
LONGEST_PHRASE = 8
SHORT_NAME = 5
"""Japanese surfaces no longer than this are told apart by their first character (脳の研究), which must not be the wrong one."""


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
            end = _boundary(text, start, end)
            if end and length <= SHORT and _other_script(text, lexicon, surface, start, end, senses):
                continue
            if end:
                how: How = "kana" if surface in lexicon.readings else "exact"
                found.append(Mention(start, end, surface, senses, how))
    return found


def _other_script(text: Text, lexicon: Lexicon, surface: str, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether a short kana surface meets kana of the other script by folding only (ルート in `すると`, な and の in ナノ)."""
    if not is_kana(text.folded[start]):
        return False
    katakana = [text.content[i] for i in range(start, end)]
    if surface in lexicon.katakana:
        return not any(katakana) and "ー" not in text.source(start, end)
    return any(katakana) and len(surface) <= 3 and all(s.kind == "function" for s in senses)


def _boundary(text: Text, start: int, end: int) -> int:
    """Return where the surface ends (an s is taken in), or 0 where it stands inside a longer Latin word."""
    folded = text.folded
    if is_latin(folded[start]) and start and is_latin(folded[start - 1]):
        return 0
    if is_latin(folded[end - 1]) and end < len(folded) and is_latin(folded[end]):
        plural = folded[end] == "s" and folded[end - 1].isalpha() and (end + 1 == len(folded) or not is_latin(folded[end + 1]))
        counted = folded[start:end].rsplit(maxsplit=1)[-1] in _COUNTS or folded.startswith(("the ", "this ", "that "), start)
        possessive = plural and text.origin[end] - text.origin[end - 1] == 2
        return end + 1 if plural and end - start > 2 and (possessive or not counted) else 0
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
            english = all(t.group() in lexicon.words for t in tokens[first : last + 1])
            if senses and joined not in lexicon.surfaces and not english:
                found.append(Mention(token.start(), tokens[last].end(), joined, senses, "romaji", 95.0))
    if any(m.content and m.end - m.start >= 5 for m in found):
        found += [
            Mention(t.start(), t.end(), t.group(), (Sense("function", t.group()),), "particle")
            for t in tokens
            if t.group() in _PARTICLES
        ]
    return found


def allowed_errors(length: int) -> int:
    """Return how many wrong characters a surface of this length may have and still be itself."""
    if length < 4:
        return 0
    if length < 7:
        return 1
    return 2 if length < 11 else length // 5


def misspelt_mentions(text: Text, lexicon: Lexicon, uncovered: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return surfaces that the uncovered stretches may be misspellings of, with the similarity as score (0 to 100)."""
    found: list[Mention] = []
    latin: list[tuple[int, int]] = []
    for start, end in uncovered:
        if any(is_japanese(char) for char in text.folded[start:end]):
            found += _japanese(text.folded, lexicon, start, end) + _confused(text.folded, lexicon, start, end)
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
        if "ぁ" <= surface[-1] <= "ん" and len(surface) < 7:
            continue
        if all(s.kind in ("topic", "equipment") for s in lexicon.surfaces[surface]):
            errors = min(errors, int(len(surface) > 5))
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
                closer = best is None or (distance, abs(last - first - len(surface))) < (
                    best[0],
                    abs(best[2] - best[1] - len(surface)),
                )
                if distance <= errors and closer:
                    best = (distance, low + first, low + last)
        if best and len(surface) <= SHORT_NAME and folded[best[1]] != surface[0]:
            continue
        if best and best[1] < end and best[2] > start and _same_digits(surface, folded[best[1] : best[2]]):
            score = 100.0 * (1 - best[0] / len(surface))
            found.append(Mention(best[1], best[2], surface, lexicon.surfaces[surface], "misspelt", score))
    return found


_CONFUSED = {
    typed: meant
    for meant, typed_for in (
        ("予", "余豫預"), ("算", "産参酸"), ("管", "菅官"), ("療", "寮僚"), ("額", "学顎"), ("線", "戦腺専先"), ("担", "但単"),
        ("当", "等"), ("課", "科過"), ("総", "綜惣"), ("計", "形"), ("基", "期"), ("究", "救"), ("研", "検"), ("遺", "遣"),
        ("援", "緩"), ("策", "索"), ("局", "曲"), ("室", "質"), ("症", "病"),
    )
    for typed in typed_for
}  # fmt: skip
"""Kanji that keyboards and eyes confuse: of the same reading or nearly the same shape."""
LONGEST_CONFUSED = 12


def _confused(folded: str, lexicon: Lexicon, start: int, end: int) -> list[Mention]:
    """Return the surfaces that a stretch spells with one confused kanji (余算額, 所菅)."""
    found: list[Mention] = []
    for index in range(start, end):
        meant = _CONFUSED.get(folded[index])
        if meant is None:
            continue
        mended = folded[:index] + meant + folded[index + 1 :]
        for first in range(max(0, index - LONGEST_CONFUSED), index + 1):
            for last in range(max(index + 1, first + 2), min(len(folded), first + LONGEST_CONFUSED) + 1):
                senses = lexicon.surfaces.get(mended[first:last])
                if senses and any(s.kind != "function" for s in senses):
                    score = 100.0 * (1 - 0.5 / (last - first))
                    found.append(Mention(first, last, mended[first:last], senses, "misspelt", score))
    return found


def _same_digits(first: str, second: str) -> bool:
    """Whether two strings hold the same numbers: a figure is never a misspelling of another."""
    return _DIGIT.findall(first) == _DIGIT.findall(second)


def _english(folded: str, lexicon: Lexicon, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Correct unknown words to known ones and look the corrected question up again."""
    corrected: dict[int, tuple[tuple[str, float], ...]] = {}
    tokens = list(_TOKEN.finditer(folded))
    for index, token in enumerate(tokens):
        word = token.group()
        inside = any(start <= token.start() < end for start, end in stretches)
        known = word in lexicon.words or word in lexicon.ordinary
        if inside and len(word) >= SHORTEST_TYPO and word.isalpha() and not known:
            near = _nearest(word, lexicon.words)
            if near:
                corrected[index] = near
    found: list[Mention] = []
    for first in range(len(tokens)):
        for last in range(first, min(first + LONGEST_PHRASE, len(tokens))):
            touched = [i for i in corrected if first <= i <= last]
            if touched and len(touched) <= 3:
                found += _phrases(tokens[first : last + 1], first, corrected, lexicon)
    return found


def _phrases(
    tokens: Sequence[re.Match[str]], first: int, corrected: dict[int, tuple[tuple[str, float], ...]], lexicon: Lexicon
) -> list[Mention]:
    """Return the surfaces that a run of tokens spells once its unknown words are corrected, in every way they may be."""
    choices = [corrected.get(first + i, ((t.group(), 100.0),)) for i, t in enumerate(tokens)]
    found: list[Mention] = []
    for words in product(*choices):
        phrase = " ".join(word for word, _ in words)
        senses = lexicon.surfaces.get(phrase) or lexicon.surfaces.get(phrase.removesuffix("s"))
        if senses:
            wrong = sum(len(word) * (1 - score / 100) for word, score in words)
            score = 100.0 * (1 - wrong / max(len(phrase), 1))
            found.append(Mention(tokens[0].start(), tokens[-1].end(), phrase, senses, "misspelt", score))
    best = max((m.score for m in found), default=0.0)
    winners = [m for m in found if m.score == best]
    return winners if len({m.senses for m in winners}) == 1 else []


@lru_cache(maxsize=4_096)
def _nearest(word: str, words: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """Return the known English words that this is closest to, with the similarity; none where it is like no word."""
    from rapidfuzz.distance import OSA

    errors = 1 if len(word) < 8 else 2
    best: list[tuple[int, str]] = []
    for known in words:
        if abs(len(known) - len(word)) > errors or known[0] != word[0] or len(known) < 3:
            continue
        if len(word) <= SHORT and len(known) <= len(word) and sorted(known) != sorted(word):
            continue
        distance = OSA.distance(word, known, score_cutoff=errors)
        if distance <= errors:
            best.append((distance, known))
    best.sort()
    return tuple((known, 100.0 * (1 - d / len(word))) for d, known in best[:4] if d == best[0][0])
