"""Where entries of the lexicon occur in a question: exactly, or as a reading.

Japanese has no blanks, so its surfaces may begin anywhere; Latin ones begin and end at a boundary of their own, which a
kanji beside them is (`AMEDの予算`). Romaji is found by reading.latin; what is left by reading.misspelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.reading.lexicon import Lexicon
from assistant.reading.model import How, Mention, Sense
from assistant.reading.spelling import NEGATED, denied
from assistant.reading.spoken import spoken_figures
from assistant.reading.text import Text, is_kana, is_kanji, is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNTS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
STEPS = frozenset("一二三四五六七八九十百千万億兆々")
"""Kanji that are never typed twice by mistake: they count, or repeat."""
STUTTERED = 95.0
LONGEST = 30
"""Characters of a surface in which one was typed twice."""
SHORT = 4
"""Kana surfaces no longer than this must be in the script that they are written in."""
WHOLE = 3
"""Kana of an ending or the like that is found in katakana, where nothing else is."""


def exact_mentions(text: Text, lexicon: Lexicon) -> list[Mention]:
    """Return every exact occurrence of a surface or reading, and every number."""
    folded = text.folded
    found = spoken_figures(folded, lexicon)
    script: list[Mention] = []
    for start, first in enumerate(folded):
        for length in lexicon.lengths.get(first, ()):
            end = start + length
            surface = folded[start:end]
            senses = lexicon.surfaces.get(surface)
            if senses is None or len(surface) != length:
                continue
            end = _boundary(text, start, end)
            if not end or (surface not in NEGATED and denied(text, start, end)):
                continue
            how: How = "kana" if surface in lexicon.readings else "exact"
            mention = Mention(start, end, surface, senses, how)
            other = length <= SHORT and _other_script(text, lexicon, surface, start, end, senses)
            (script if other else found).append(mention)
    found += _stuttered(folded, lexicon)
    return [*found, *_in_katakana(text, found, script)]


def _in_katakana(text: Text, found: Sequence[Mention], script: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the particles that were typed in katakana between or behind words (`總額ハ`, `ゼンゲノムノヨサン`).

    A whole word in katakana may be an ending or the like of three kana or more (`トコロ`, `言われマシタ`).
    """
    content = [m for m in found if m.content and m.end - m.start >= 2]
    ends, starts = {m.end for m in content}, {m.start for m in content}
    for mention in script:
        start, end = mention.start, mention.end
        if mention.content or not start or not all(text.content[start:end]):
            continue
        alone = end == len(text.folded) or not text.content[end] or not is_kana(text.folded[end])
        begins = not text.content[start - 1] or not is_kana(text.folded[start - 1])
        if end - start >= WHOLE and alone and begins and "ー" not in text.source(start, end):
            yield replace(mention, how="kana")
        if (start in ends and (alone or end in starts)) or (alone and is_kanji(text.folded[start - 1])):
            yield replace(mention, how="particle")


def _stuttered(folded: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the surfaces in which one kanji was typed twice (`担当当`, `教教えて`, `文科科省`), with the one too many."""
    for index in range(1, len(folded)):
        if folded[index] != folded[index - 1] or not is_kanji(folded[index]) or folded[index] in STEPS:
            continue
        if folded[index] in folded[max(0, index - 2) : index - 1]:
            continue
        once = folded[:index] + folded[index + 1 :]
        for start in range(max(0, index - LONGEST), index):
            for length in lexicon.lengths.get(once[start], ()):
                senses = lexicon.surfaces.get(once[start : start + length])
                if senses and length >= 2 and start + length >= index and start + length <= len(once):
                    yield Mention(start, start + length + 1, once[start : start + length], senses, "exact", STUTTERED)


def _other_script(text: Text, lexicon: Lexicon, surface: str, start: int, end: int, senses: Sequence[Sense]) -> bool:
    """Whether a short kana surface meets kana of the other script by folding only (ルート in `すると`, な and の in ナノ)."""
    if not is_kana(text.folded[start]):
        return False
    katakana = [text.content[i] for i in range(start, end)]
    if surface in lexicon.katakana:
        return not any(katakana) and "ー" not in text.source(start, end) and not _word_alone(text.folded, start, end)
    return any(katakana) and len(surface) <= 3 and all(s.kind == "function" for s in senses)


def _word_alone(folded: str, start: int, end: int) -> bool:
    """Whether a stretch of hiragana is a word of its own: nothing but a particle may stand beside it (`とっぷ3`)."""
    if end - start < 3 or (start and is_kana(folded[start - 1])):
        return False
    return end == len(folded) or not is_kana(folded[end]) or folded[end] in "をはがのもでに"


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
