"""Romaji that is written together (`zengenomunoyosanwaikura`), taken apart mora by mora.

Any row of syllables can be cut into very short words. So a word of less than four letters counts beside particles only, a
particle only where one may stand, and all of the letters must be words: an unknown one among them leaves the run unread.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.reading.explanation import COST, FUNCTION, SURENESS
from assistant.reading.lexicon import TURNING, Lexicon
from assistant.reading.model import Sense
from assistant.reading.romaji import steps

PARTICLES = frozenset(["no", "wa", "ha", "ga", "o", "wo", "ni", "de", "to", "mo"])
"""Particles that stand behind nouns."""
LAST = frozenset(["ka", "ne", "yo"])
"""Particles that end a question."""
SHORT = 3
"""Letters of a word that needs a particle on both sides; shorter ones do not count."""
LONGEST = 120
"""Letters written together that are taken apart."""
_DOUBLE = frozenset(
    [(first, second) for first in ("de", "ni", "to") for second in ("wa", "ha", "mo", "no")]
    + [("no", second) for second in ("wa", "ha", "ga", "o", "wo")]
)
"""Two particles of which one may stand behind the other."""
_POINTING = frozenset(["kono", "sono", "ano", "dono"])
_NOUN, _SHORT, _OTHER, _DOUBLED, _OPENING, _INSIDE = "noun", "short", "other", "doubled", "opening", "inside"
_BRAIN, _BRAIN_OF = "brain", "brain of"
"""脳, which is spelt as の is: any particle must follow, or の must."""


class Word(NamedTuple):
    """A word inside a run of letters: where it is, the letters, what it spells and means."""

    start: int
    end: int
    typed: str
    surface: str
    senses: tuple[Sense, ...]

    @property
    def content(self) -> bool:
        """Whether it says more than a particle does."""
        return any(sense.kind != "function" for sense in self.senses)

    @property
    def worth(self) -> float:
        """What choosing it brings, as the explanation of a question counts it."""
        return (self.end - self.start) * SURENESS["romaji"] * (1.0 if self.content else FUNCTION) - COST


def words(letters: str, lexicon: Lexicon, *, opening: bool) -> list[Word]:
    """Return the words that a run of letters is wholly made of, those that explain it best; none where it is not.

    `opening` tells whether the question begins with it: no particle does.
    """
    if len(letters) > LONGEST:
        return []
    best: list[dict[str, tuple[float, tuple[Word, ...]]]] = [{} for _ in range(len(letters) + 1)]
    best[0][_OPENING if opening else _INSIDE] = 0.0, ()
    for start, reached in enumerate(best[:-1]):
        for word in _words_at(letters, start, lexicon) if reached else ():
            for before, (worth, chosen) in reached.items():
                kind = _joined(before, word, last=word.end == len(letters))
                total = worth + word.worth
                if kind and total > best[word.end].get(kind, (float("-inf"),))[0] + 1e-9:
                    best[word.end][kind] = total, (*chosen, word)
    ways = [way for kind, way in best[-1].items() if kind not in (_BRAIN, _BRAIN_OF)]
    found = list(max(ways, key=lambda way: way[0])[1]) if ways else []
    return found if any(word.content and len(word.typed) > SHORT for word in found) else []


def content(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Return the senses that say something."""
    return tuple(sense for sense in senses if sense.kind != "function")


def _words_at(letters: str, start: int, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words that begin at a place of a run of letters: particles as they are spelt, others by their morae."""
    for size in (1, 2):
        typed = letters[start : start + size]
        if len(typed) == size and typed in PARTICLES | LAST:
            yield Word(start, start + size, typed, typed, (Sense("function", typed),))
            if typed == "no":
                yield Word(start, start + size, typed, typed, content(lexicon.romaji.get("no", ())))
    paths = [(start, "")]
    while paths:
        at, said = paths.pop()
        whole = letters[at - 1] in "aiueon-" or letters[at - 1 : at + 1] == "mm"
        if at - start >= SHORT and whole:
            for key in lexicon.morae.get(said, ()):
                senses = lexicon.romaji[key]
                senses = senses if _as_spelt(letters[start:at], key, lexicon.latin[key]) else content(senses)
                if senses and (at - start > SHORT or not any(s.id in TURNING for s in senses)):
                    yield Word(start, at, letters[start:at], lexicon.latin[key], senses)
        if at < len(letters):
            for end, mora in steps(letters, at, first=at == start):
                place = bisect_left(lexicon.heard, said + mora)
                if place < len(lexicon.heard) and lexicon.heard[place].startswith(said + mora):
                    paths.append((end, said + mora))


def _as_spelt(typed: str, key: str, surface: str) -> bool:
    """Whether letters spell a particle or ending as it is written: not longer (`nou`), nor without its small っ."""
    clipped = surface[0] == "っ" and not typed.startswith("tt")
    longer = typed[-1] in "aiueo" and typed[-2] in "aiueo" and surface[-1] not in "あいうえお"
    return not (clipped or longer or key in PARTICLES)


def _joined(before: str, word: Word, *, last: bool) -> str:
    """Return what a word is behind what stands before it, or nothing where it cannot stand there."""
    typed = word.typed
    if typed in PARTICLES and not word.content:
        return _particle(before, typed)
    if before in (_BRAIN, _BRAIN_OF):
        return ""
    if typed == "no":
        return _BRAIN_OF if before == _NOUN else _BRAIN if before in PARTICLES | {_OPENING} and before != "no" else ""
    return _short(before, word, last=last) if len(typed) <= SHORT else _long(before, word, last=last)


def _short(before: str, word: Word, *, last: bool) -> str:
    """Return what a word of three letters or less is behind what stands before it, or nothing."""
    if word.typed in LAST:
        return _OTHER if last and before in (_NOUN, _OTHER) else ""
    if word.typed == "tte":
        return _OTHER
    beside = before in PARTICLES or before in (_OPENING, _INSIDE)
    return _SHORT if beside and (word.content or before != "no") else ""


def _long(before: str, word: Word, *, last: bool) -> str:
    """Return what a word of four letters or more is behind what stands before it, or nothing."""
    typed = word.typed
    if typed in ("tono", "deno"):
        return _particle(before, typed[:2]) and _DOUBLED
    behind_noun = before in (_NOUN, _SHORT) and not last
    if typed.startswith("no") and (behind_noun or (before == _OPENING and not word.content)):
        return ""
    astray = (before == _SHORT and word.content) or (before == "no" and typed in _POINTING)
    astray |= before in PARTICLES | {_DOUBLED} and typed == "nano"
    return "" if astray else _NOUN if word.content else _OTHER


def _particle(before: str, typed: str) -> str:
    """Return what a particle is behind what stands before it, or nothing."""
    if before in PARTICLES:
        return _DOUBLED if (before, typed) in _DOUBLE else ""
    if before in (_OPENING, _DOUBLED) or (before == _BRAIN_OF and typed != "no"):
        return ""
    return typed
