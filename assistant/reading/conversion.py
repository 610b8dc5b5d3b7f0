"""Words that were typed by their sound but written otherwise: wrong conversions, half in kana, doubled, swapped.

An input method offers every kanji of one reading, so 予算 becomes 余算 and 対策課 becomes 対策化; people in a hurry stop
converting (予算がく, こくど交通しょう) or press a key twice (担当当). Each is looked up as what it was meant to be, only around
what no surface explains, never across a numeral, and never where what was typed is an ordinary word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import product

from assistant.reading.lexicon import NUMERALS, Lexicon
from assistant.reading.model import Mention
from assistant.reading.text import Text, is_japanese, is_kana, is_kanji

LONGEST = 30
"""Characters of a surface before one that was changed."""
SHORTEST_KANA = 4
"""Words in kana shorter than this are too like each other to be found by a swapped or doubled character."""
SHORTEST_SLIP = 3
"""Kana of a slip that must be a word of its own, between particles and what ends a question (おいら may be another word)."""
_HIRAGANA = frozenset(map(chr, range(ord("ぁ"), ord("ん") + 1)))
_PARTICLES = frozenset("はがをのでにと")
_BEHIND = re.compile(r"$|[^ぁ-ん]|です|でし|でしょ|だっけ|になり|になる|か$")
LONGEST_SPOKEN = 24
"""Characters typed for one surface that is looked for by its sound."""
_VOICED = dict(zip("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ", strict=True))
_SEMIVOICED = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))


def conversion_mentions(folded: str, lexicon: Lexicon, start: int, end: int) -> list[Mention]:
    """Return the surfaces that a stretch (`start` to `end`) and its neighbourhood may have been meant to be."""
    return [*_mended(folded, lexicon, start, end), *_spoken(folded, lexicon, start, end)]


def slipped_mentions(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the words that ask how much or how many and were typed with a slip of the finger (いくくら, くいら, いら).

    In short hiragana a slip leaves nothing weighty over, so these are looked for everywhere, not only where words are missing.
    """
    folded = text.folded
    lengths = sorted({len(typed) for typed in lexicon.slipped}) if max(folded, default="") >= "ぁ" else []
    for start in range(len(folded)):
        for length in lengths:
            meant = lexicon.slipped.get(folded[start : start + length])
            if not meant or any(text.content[start : start + length]):
                continue
            apart = not start or text.origin[start] - text.origin[start - 1] > 1 or folded[start - 1] not in _HIRAGANA
            alone = (apart or folded[start - 1] in _PARTICLES) and _BEHIND.match(folded, start + length)
            if alone or length > SHORTEST_SLIP:
                score = 100.0 * (1 - 0.5 / len(meant))
                yield Mention(start, start + length, meant, lexicon.surfaces[meant], "misspelt", score)


def _mended(folded: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Mention]:
    """Yield the surfaces that appear once one character is another of its sound or shape, left out, or swapped."""
    for index in range(max(0, start - 1), min(len(folded), end + 1)):
        edits = list(_edits(folded, lexicon, index))
        firsts = [i for i in range(max(0, index - LONGEST), index + 1) if i == index or begins(lexicon, folded[i:index])]
        for (span, meant), first in product(edits, firsts):
            head = folded[first:index] + meant
            for length in lexicon.lengths.get(head[0], ()) if begins(lexicon, head) else ():
                last = first + length + span - len(meant)
                surface = head + folded[index + span : last]
                if not (index + span <= last <= len(folded) and _means(lexicon, surface)):
                    continue
                if len(surface) < SHORTEST_KANA and all(map(is_kana, surface)):
                    continue
                if not _own_word(folded, lexicon, first, last, index):
                    score = 100.0 * (1 - 0.5 / len(surface))
                    yield Mention(first, last, surface, lexicon.surfaces[surface], "misspelt", score)


def begins(lexicon: Lexicon, head: str) -> bool:
    """Whether a surface begins so."""
    place = bisect_left(lexicon.ordered, head)
    return place < len(lexicon.ordered) and lexicon.ordered[place].startswith(head)


def _edits(folded: str, lexicon: Lexicon, index: int) -> Iterator[tuple[int, str]]:
    """Yield what the characters from `index` may have been: how many of them, and what was meant."""
    char, after = folded[index], folded[index + 1 : index + 2]
    for meant in lexicon.alike.get(char, ""):
        yield 1, meant
    if after and is_japanese(char) and is_japanese(after) and not NUMERALS & {char, after}:
        yield 2, char if char == after else after + char


def _means(lexicon: Lexicon, surface: str) -> bool:
    """Whether a surface is a word with a meaning (not a particle, not one that must be written exactly)."""
    senses = lexicon.surfaces.get(surface)
    if senses is None or len(surface) < 2 or surface in lexicon.readings or surface in lexicon.exact_only:
        return False
    return any(s.kind != "function" for s in senses)


def _own_word(folded: str, lexicon: Lexicon, first: int, last: int, index: int) -> bool:
    """Whether what was typed at `index` is an ordinary word: all of it, or one that goes on outside (`first` to `last`).

    Inside a longer surface it is a wrong conversion (内戦番号, 文化省).
    """
    for start in range(max(0, index - 3), index + 1):
        for end in range(max(index + 1, start + 2), min(len(folded), start + 5) + 1):
            inside = first <= start and end <= last and end - start < last - first
            if not inside and folded[start:end] in lexicon.ordinary:
                return True
    return False


def _spoken(folded: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Mention]:
    """Yield the surfaces that sound like what was typed, with no more kanji changed than a surface of that size bears."""
    for first in range(max(0, start - LONGEST_SPOKEN // 2), end):
        if not is_japanese(folded[first]):
            continue
        for last, sound in _sounds(folded, lexicon, first):
            typed = folded[first:last]
            if last <= start or not any(map(is_kanji, typed)):
                continue
            for surface in lexicon.written[sound]:
                changed = _changed(typed, surface)
                if changed is None or typed == surface:
                    continue
                if changed and any(_own_word(folded, lexicon, first, last, i) for i in range(first, last)):
                    continue
                score = 100.0 * (1 - (0.5 * changed + 0.2) / len(surface))
                yield Mention(first, last, surface, lexicon.surfaces[surface], "misspelt", score)


def _changed(typed: str, surface: str) -> int | None:
    """Return how many kanji of what was typed are not the surface's, or None where they are too many or make figures."""
    own = [char for char in surface if is_kanji(char)]
    size, foreign, shared = len(own), 0, 0
    for char in typed:
        if not is_kanji(char):
            continue
        if char in own:
            own.remove(char)
            shared += 1
        elif char in NUMERALS:
            return None
        else:
            foreign += 1
    allowed = 0 if size < 2 else 1 if size < 4 else 2
    if foreign > allowed or (foreign and not shared) or NUMERALS & set(own):
        return None
    return foreign


def _sounds(folded: str, lexicon: Lexicon, first: int) -> Iterator[tuple[int, str]]:
    """Yield where a surface that begins at `first` may end, with its sound, following every way to read the kanji."""
    spoken = lexicon.spoken
    paths = [(first, "")]
    while paths:
        at, said = paths.pop()
        if at > first and said in lexicon.written:
            yield at, said
        if at >= len(folded) or at - first >= LONGEST_SPOKEN:
            continue
        for sound in _readings(folded[at], lexicon, initial=at == first):
            longer = said + sound
            place = bisect_left(spoken, longer)
            if place < len(spoken) and spoken[place].startswith(longer):
                paths.append((at + 1, longer))


def _readings(char: str, lexicon: Lexicon, *, initial: bool) -> Iterator[str]:
    """Yield how a character may sound: kana as it is; kanji by the table, inside a word also voiced or clipped."""
    if is_kana(char):
        yield char
        return
    for sound in lexicon.sounds.get(char, ()):
        clipped = sound[:-1] + "っ" if len(sound) > 1 and sound[-1] in "つくきち" else ""
        heads = [sound[0]] if initial else [sound[0], _VOICED.get(sound[0], ""), _SEMIVOICED.get(sound[0], "")]
        for head in filter(None, heads):
            yield head + sound[1:]
            if clipped:
                yield head + clipped[1:]
