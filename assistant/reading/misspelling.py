"""Which surfaces the uncovered stretches of a question may be misspellings of.

English words go to reading.spelling, Japanese ones are compared with the surfaces that share pairs of characters with them
and looked up as wrong conversions (reading.conversion). A figure is never a misspelling of another one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from assistant.reading.conversion import conversion_mentions
from assistant.reading.distance import ends
from assistant.reading.joined import joined_mentions
from assistant.reading.latin import misspelt_romaji
from assistant.reading.lexicon import TURNING, Lexicon
from assistant.reading.model import Mention
from assistant.reading.spelling import english_mentions
from assistant.reading.text import Text, is_japanese, is_kana, is_kanji

_DIGIT = re.compile(r"\d+|[二三四五六七八九十]")
MOST, LONGEST = 24, 60
"""Uncovered stretches, and characters of each, that are looked at; with more than that a question is hardly one of ours."""
NEIGHBOURHOOD = 24
"""Characters on both sides of an uncovered stretch in which a surface is looked for."""
NAME = 8
"""Surfaces at least this long are names in which any kanji may be wrong."""
SHORT_NAME = 5
"""Japanese surfaces no longer than this are told apart by their first character (脳の研究), which must not be the wrong one."""


def misspelt_mentions(text: Text, lexicon: Lexicon, uncovered: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return surfaces that the uncovered stretches may be misspellings of, with the similarity as score (0 to 100)."""
    found: list[Mention] = []
    latin: list[tuple[int, int]] = []
    for start, end in uncovered[:MOST]:
        last = min(end, start + LONGEST)
        if any(is_japanese(char) for char in text.folded[start:last]):
            found += _near(text.folded, lexicon, start, last)
            found += conversion_mentions(text.folded, lexicon, start, last)
            found += _left_out(text, lexicon, start, last)
        else:
            latin.append((start, end))
    if latin:
        found += joined_mentions(text, lexicon, latin)
        spelt = misspelt_romaji(text, lexicon, latin)
        taken = {m.start for m in spelt}
        found += [*spelt, *english_mentions(text, lexicon, [(s, e) for s, e in latin if s not in taken])]
    return found


def _left_out(text: Text, lexicon: Lexicon, start: int, end: int) -> Iterator[Mention]:
    """Yield what a stretch may mean that lacks a character: two kanji of three, or a whole word in katakana.

    What is a word of its own, or begins one with what follows it (文省庁), stays as it is; so does what may be two things, and
    what numbers something (プロジェト1).
    """
    folded = text.folded
    low, high = start, start + 2
    if not (is_kanji(folded[start]) and end <= high):
        while low and text.content[low - 1] and is_kana(folded[low - 1]):
            low -= 1
        high = max(low, start)
        while high < len(folded) and text.content[high] and is_kana(folded[high]):
            high += 1
    typed = folded[low:high]
    surfaces = lexicon.clipped.get(typed, ())
    after = folded[high - 1 : high + 1]
    if (
        typed in lexicon.ordinary
        or folded[high : high + 1].isdigit()
        or (is_kanji(folded[low]) and (after in lexicon.surfaces or after in lexicon.ordinary))
    ):
        return
    if len({lexicon.surfaces[surface] for surface in surfaces}) == 1:
        score = 100.0 * (1 - 0.5 / len(surfaces[0]))
        yield Mention(low, high, surfaces[0], lexicon.surfaces[surfaces[0]], "misspelt", score)


def allowed_errors(length: int) -> int:
    """Return how many wrong characters a Japanese surface of this length may have and still be itself."""
    if length < 4:
        return 0
    if length < 7:
        return 1
    return 2 if length < 11 else length // 5


def _near(folded: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Mention]:
    """Yield long surfaces that share pairs of characters with the neighbourhood of an uncovered stretch, where they lie."""
    low, high = max(0, start - NEIGHBOURHOOD), min(len(folded), end + NEIGHBOURHOOD)
    offsets: dict[str, Counter[int]] = defaultdict(Counter)
    for index in range(low, high - 1):
        for surface, place in lexicon.pairs.get(folded[index : index + 2], ()):
            offsets[surface][index - place] += 1
    for surface, places in offsets.items():
        errors = allowed_errors(len(surface))
        if ("ぁ" <= surface[-1] <= "ん" and len(surface) < 7) or any(s.id in TURNING for s in lexicon.surfaces[surface]):
            continue
        if all(s.kind in ("topic", "equipment") for s in lexicon.surfaces[surface]):
            errors = min(errors, int(len(surface) > 5))
        if not errors or places.total() < max(1, len(surface) - 1 - 2 * errors):
            continue
        aligned = max(sum(places.get(at + shift, 0) for shift in range(-errors, errors + 1)) for at in places)
        if aligned < max(1, len(surface) - 1 - 2 * errors):
            continue
        best = _place(folded[:high], surface, low, errors, places)
        if best is None or not (best[1] < end and best[2] > start):
            continue
        typed = folded[best[1] : best[2]]
        if len(surface) > SHORT_NAME or typed[0] == surface[0]:
            if len(surface) < NAME and _another_kanji(lexicon, surface, typed):
                continue
            score = 100.0 * (1 - best[0] / len(surface))
            yield Mention(best[1], best[2], surface, lexicon.surfaces[surface], "misspelt", score)


def _place(folded: str, surface: str, low: int, errors: int, places: Counter[int]) -> tuple[int, int, int] | None:
    """Return the distance, start and end of what is most like a surface around the places that its pairs point to."""
    best: tuple[int, int, int] | None = None
    starts = {place + shift for place, _ in places.most_common(2) for shift in (-1, 0, 1)}
    for start in sorted(starts):
        if start < low:
            continue
        for length, distance in enumerate(ends(surface, folded[start : start + len(surface) + errors])):
            if distance > errors or length < 3 or not _same_digits(surface, folded[start : start + length]):
                continue
            far = abs(length - len(surface))
            if best is None or (distance, far) < (best[0], abs(best[2] - best[1] - len(surface))):
                best = (distance, start, start + length)
    return best


def _another_kanji(lexicon: Lexicon, surface: str, typed: str) -> bool:
    """Whether a kanji was typed that neither sounds nor looks like the surface's: it is another word (担当者, 担当課)."""
    pairs = zip(typed, surface, strict=False) if len(typed) == len(surface) else ()
    return any(is_kanji(t) and is_kanji(s) and t != s and s not in lexicon.alike.get(t, "") for t, s in pairs)


def _same_digits(first: str, second: str) -> bool:
    """Whether two strings hold the same numbers: a figure is never a misspelling of another."""
    return _DIGIT.findall(first) == _DIGIT.findall(second)
