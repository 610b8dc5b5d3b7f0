"""English misspellings: an unknown word is taken for the known one that a slip of the finger away makes of it.

A slip is a letter left out, added, swapped with its neighbour or hit beside its key, or a blank left out. Words of three or
four letters are too close to each other for most of them, and a word that is English as it stands is never a slip, except
inside a long name (`hole genome`). The corrected question is looked up again, so that neighbours decide between two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from assistant.reading import romaji
from assistant.reading.distance import distance
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention
from assistant.reading.text import Text

TOKEN = re.compile(r"[a-z0-9&]+")
LONGEST_PHRASE = 8
MOST_TOUCHED = 4
"""Words of one phrase that may be misspelt."""
SHORT = 4
"""Words no longer than this are corrected only where letters are swapped, doubled or one is missing."""
LONGEST_WORD = 32
"""Words longer than this are nobody's slip of the finger."""
LONG = 8
"""Words from this length on may have two wrong letters."""
MOST_CHOICES = 6
ACRONYM = 5
DOUBLED, SWAPPED, SLIP, FAR = 0.6, 0.7, 1.0, 1.2
"""What a letter struck twice, two swapped letters, another slip of the finger, and any other wrong letter cost."""
MARGIN = 0.25
"""A short word that may as well turn a condition round, within this cost, is left alone."""
USUAL = 0.1
"""What the commonest words are cheaper by: they decide between two words that are as near."""
COMMON = frozenset([
    "the", "what", "which", "who", "how", "for", "and", "much", "many", "does", "have", "has", "with", "from", "that",
    "this", "total", "list", "fund", "funds", "most", "than", "is", "are", "of", "to", "in", "it", "all", "get",
    "gets", "got", "give", "was", "were", "why", "when", "did", "they", "them", "you", "one", "ones", "top", "add",
    "sum", "aim", "max", "size", "both", "true", "part", "rank", "date", "year", "time", "line", "plan", "base",
    "item", "money", "into", "ext", "yen", "our", "can", "not", "its", "name", "show", "tell", "need", "want",
    "two", "six", "ten",
])  # fmt: skip
"""Short words that carry English questions: they are recognised though a neighbouring key was hit."""
NEGATING = frozenset(["neither", "either", "not", "nor", "or", "none", "one", "non", "never", "ever", "without", "within"])
"""Words of which one slip makes the opposite."""
FILLED = 6
"""Words no longer than this are not taken for one that says nothing unless a slip of the finger makes it."""
COMPARED = frozenset(
    ["more", "less", "fewer", "larger", "smaller", "bigger", "higher", "lower", "greater", "cheaper", "rather"]
)
"""What stands before `than`: there it may be misspelt, for none is like another."""
NEGATED = frozenset([
    "isnt", "arent", "wasnt", "werent", "doesnt", "dont", "didnt", "hasnt", "havent", "hadnt", "cant", "couldnt", "wont",
    "wouldnt", "shouldnt", "mustnt", "neednt", "aint",
])  # fmt: skip
"""Contracted negations."""
BOUNDS = frozenset([
    "no", "not", "non", "nor", "none", "never", "over", "under", "above", "below", "up", "more", "less", "least",
    "most", "than",
])  # fmt: skip
"""Words that turn a condition round: one of three letters is such a word only where letters are swapped or doubled."""
_TWO = {
    "al": "all", "fo": "of", "si": "is", "ti": "it", "th": "the", "nd": "and", "fr": "for", "ar": "are", "hw": "how",
    "ow": "how", "wh": "who", "wt": "what", "gt": "get", "te": "the", "ts": "its", "tp": "top", "ye": "yen",
}  # fmt: skip
"""Words of two letters that are slips of another one."""
_NAMES = frozenset({"program", "ministry", "category", "organisation", "bureau", "division"})
_KEYS = {
    "q": "wa", "w": "qeas", "e": "wrsd", "r": "etdf", "t": "ryfg", "y": "tugh", "u": "yihj", "i": "uojk", "o": "ipkl",
    "p": "ol", "a": "qwsz", "s": "weadzx", "d": "ersfxc", "f": "rtdgcv", "g": "tyfhvb", "h": "yugjbn", "j": "uihknm",
    "k": "iojlm",
    "l": "opk", "z": "asx", "x": "sdzc", "c": "dfxv", "v": "fgcb", "b": "ghvn", "n": "hjbm", "m": "jkn",
}  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DETERMINERS = frozenset([
    "a", "an", "the", "this", "that", "each", "per", "which", "what", "one", "of", "single", "every",
])  # fmt: skip

Choices = tuple[tuple[str, float], ...]


class Correction(NamedTuple):
    """What one word may have been meant to be."""

    choices: Choices
    names: frozenset[str] = frozenset()
    """Those of the choices that are only believed inside a name of several words."""
    alone: bool = True
    """Whether a corrected word is believed without others."""


def english_mentions(text: Text, lexicon: Lexicon, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the surfaces that the question holds once the unknown words of these stretches are corrected."""
    tokens = list(TOKEN.finditer(text.folded))
    corrected: dict[int, Correction] = {}
    for index, token in enumerate(tokens):
        word = token.group()
        known = word in lexicon.words or word in lexicon.ordinary
        inside = any(start <= token.start() < end for start, end in stretches)
        if word.isalpha() and (inside or not (known or romaji.syllabic(word))):
            correction = _correction(text, lexicon, tokens, index)
            if correction.choices:
                corrected[index] = correction
    found: list[Mention] = []
    for first in range(len(tokens)):
        for last in range(first, min(first + LONGEST_PHRASE, len(tokens))):
            touched = [i for i in corrected if first <= i <= last]
            if not touched or len(touched) > MOST_TOUCHED or (first == last and not corrected[first].alone):
                continue
            found += _phrases(tokens[first : last + 1], [corrected.get(i) for i in range(first, last + 1)], lexicon)
    return found


def _correction(text: Text, lexicon: Lexicon, tokens: Sequence[re.Match[str]], index: int) -> Correction:
    """Return what the word at `index` may have been meant to be; an ordinary one stays as it is but for names."""
    token = tokens[index]
    word = token.group()
    mistaken = _mistaken(word, lexicon.words)
    names = frozenset(w for w, _ in mistaken)
    if word in lexicon.words or word in lexicon.ordinary:
        if word == "dose" and not (index and tokens[index - 1].group() in _DETERMINERS):
            return Correction((("does", 75.0),))
        return Correction(((word, 100.0), *mistaken) if mistaken else (), names)
    if denied(text, token.start(), token.end()):
        return Correction(_among(word, NEGATED))
    if index + 1 < len(tokens) and tokens[index + 1].group() == "than" and (compared := _among(word, COMPARED)):
        return Correction(compared)
    if _acronym(text, token):
        return Correction(mistaken, names)
    choices = nearest(word, lexicon.words, lexicon.ordinary, lexicon.fillers)
    if choices or len(word) != SHORT:
        return Correction((*choices, *(c for c in mistaken if c not in choices)), names - {w for w, _ in choices})
    return Correction((*_beside(word, lexicon.words), *mistaken), names, alone=False)


def meant_words(word: str, lexicon: Lexicon) -> list[str]:
    """Return the ordinary words that an unknown one may be a misspelling of (`acadmic`)."""
    return [w for w, _ in nearest(word, lexicon.ordinary, frozenset())] if len(word) > SHORT and word.isalpha() else []


def _acronym(text: Text, token: re.Match[str]) -> bool:
    """Whether a word was typed in capitals among other words: it is a name that is not ours."""
    typed = text.source(token.start(), token.end())
    return len(typed) <= ACRONYM and typed.isupper() and any(char.islower() for char in text.original)


def _mistaken(word: str, words: frozenset[str]) -> Choices:
    """Return what an English word may have been typed for: another one with the same ending (`hole` for `whole`)."""
    if not SHORT <= len(word) <= LONGEST_WORD:
        return ()
    slips = {w for w in _slips(word) if w in words and w[-2:] == word[-2:] and w[0] != word[0]}
    return tuple((w, 100.0 * (1 - SLIP / len(word))) for w in sorted(slips))[:MOST_CHOICES]


def denied(text: Text, start: int, end: int) -> bool:
    """Whether a word was typed as a contracted negation (`isn't`): misspelt or not, it must not become anything else."""
    if text.folded[end - 1] != "t" or start >= end - 1:
        return False
    last, before = text.origin[end - 1], text.origin[end - 2]
    return last - before == 2 and text.original[last - 1] in "'’‘´`"


def _among(word: str, members: frozenset[str]) -> Choices:
    """Return the members of a small set that one slip of the finger makes of a word."""
    near = {w for w, cost in _one_off(word[:LONGEST_WORD]) if w in members and cost < FAR}
    return tuple((w, 100.0 * (1 - SLIP / len(word))) for w in sorted(near))


def _beside(word: str, words: frozenset[str]) -> Choices:
    """Return the short words a neighbouring key away: too many for a word alone, but few in a phrase (`lufe science`)."""
    near = {head + char + tail for head, tail, keys in _split(word) for char in keys}
    return tuple((w, 100.0 * (1 - FAR / len(word))) for w in sorted(near & words))[:MOST_CHOICES]


def _split(word: str) -> Iterator[tuple[str, str, str]]:
    """Yield, for every letter but the first, what stands before and behind it, and the keys beside it."""
    for i in range(1, len(word)):
        yield word[:i], word[i + 1 :], _KEYS.get(word[i], "")


def _phrases(tokens: Sequence[re.Match[str]], corrections: Sequence[Correction | None], lexicon: Lexicon) -> list[Mention]:
    """Return the surfaces that a run of tokens spells once its unknown words are corrected, in every way they may be."""
    choices = [c.choices if c else ((t.group(), 100.0),) for c, t in zip(corrections, tokens, strict=True)]
    found: list[Mention] = []
    for words in product(*choices):
        phrase = " ".join(word for word, _ in words)
        senses = lexicon.surfaces.get(phrase) or lexicon.surfaces.get(phrase.removesuffix("s"))
        wrong = sum(len(word) * (1 - score / 100) for word, score in words)
        if not senses or not wrong:
            continue
        named = any(c and word in c.names for c, (word, _) in zip(corrections, words, strict=True))
        if not named or (len(tokens) > 1 and all(s.kind in _NAMES for s in senses)):
            score = 100.0 * (1 - wrong / max(len(phrase), 1))
            found.append(Mention(tokens[0].start(), tokens[-1].end(), phrase, senses, "misspelt", score))
    best = max((m.score for m in found), default=0.0)
    winners = [m for m in found if m.score == best]
    return winners if len({m.senses for m in winners}) == 1 else []


@lru_cache(maxsize=4_096)
def nearest(word: str, words: frozenset[str], ordinary: frozenset[str], fillers: frozenset[str] = frozenset()) -> Choices:
    """Return the known words that an unknown one is closest to, with the similarity; none where it is like no word.

    Where an ordinary word that is not ours is closer, the unknown word is a misspelling of that one. A short word that may
    as well be one that turns a condition round (`ovr`, `mor`) or says something (`lice`) is left alone.
    """
    if len(word) < 3 or len(word) > LONGEST_WORD:
        return ((_TWO[word], 60.0),) if word in _TWO else ()
    near = dict(_one_off(word))
    costs = {w: cost - USUAL * (w in COMMON) for w, cost in near.items() if _near_enough(word, w, cost)}
    ours = {w: cost for w, cost in costs.items() if w in words and (cost < SLIP or len(word) >= SHORT or w not in BOUNDS)}
    theirs = [cost for w, cost in costs.items() if w in ordinary and w not in words]
    if ours:
        least = min(ours.values())
        chosen = {w: cost for w, cost in ours.items() if cost <= least + MARGIN}
        rivals = {w for w, cost in near.items() if cost <= least + MARGIN and w in words} - chosen.keys()
        filler = fillers >= chosen.keys() and not COMMON & chosen.keys()
        if rivals & BOUNDS or NEGATING & {*chosen, *rivals} - {min(ours, key=ours.__getitem__)}:
            return ()
        if (filler and len(word) <= FILLED and (least > SLIP or rivals - fillers)) or (theirs and min(theirs) < least):
            return ()
        ranked = sorted(chosen.items(), key=lambda item: (item[1], item[0]))
        return tuple((w, 100.0 * (1 - cost / len(word))) for w, cost in ranked[:MOST_CHOICES])
    parts = _parted(word, words)
    if parts or theirs or len(word) < LONG:
        return parts
    far = sorted(w for w in _by_initial(words).get(word[0], ()) if _alike(word, w) and distance(word, w, 2) <= 2)
    if len(far) != 1 and any(distance(word, w, 2) <= 2 for w in _by_initial(ordinary).get(word[0], ()) if _alike(word, w)):
        return ()
    return tuple((w, 100.0 * (1 - 2 / len(word))) for w in far[:MOST_CHOICES])


@lru_cache(maxsize=1_024)
def may_turn(word: str) -> bool:
    """Whether a slip of the finger may have made an unknown word of one that turns a condition round (`meither`)."""
    if not (word.isascii() and word.isalpha() and 3 <= len(word) <= LONG):
        return False
    return any(cost < FAR and known in BOUNDS | NEGATING for known, cost in _one_off(word))


def _one_off(word: str) -> Iterator[tuple[str, float]]:
    """Yield every word one wrong letter away, with its cost; the cheapest way to a word comes last."""
    for i in range(len(word)):
        for char in _LETTERS:
            if char != word[i] and char not in _KEYS.get(word[i], ""):
                yield word[:i] + char + word[i + 1 :], FAR
    for slip in _slips(word):
        yield slip, SLIP
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :], SWAPPED
        if word[i] == word[i + 1]:
            yield word[:i] + word[i + 1 :], DOUBLED


def _slips(word: str) -> Iterator[str]:
    """Yield every word that a letter left out, added or hit beside its key turns into this one."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        yield from (head + char + tail for char in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + char + tail[1:] for char in _KEYS.get(tail[0], ""))


def _near_enough(word: str, known: str, cost: float) -> bool:
    """Whether a known word of one letter's difference may be meant: short words and first letters are easily others."""
    if known in COMMON and len(known) >= 3:
        return cost < FAR or len(word) >= SHORT
    if len(known) < 3 or len(word) < SHORT:
        return False
    if sorted(known) == sorted(word):
        return True
    if word[0] != known[0] and len(word) <= SHORT:
        return False
    if len(word) > SHORT or len(known) > len(word):
        return True
    return len(known) < len(word) and any(word[i] == word[i + 1] for i in range(len(word) - 1))


def _parted(word: str, words: frozenset[str]) -> Choices:
    """Return the two known words that a missing blank joined (`thebudget`), if there is only one way."""
    ways = [
        (word[:i], word[i:])
        for i in range(2, len(word) - 1)
        if word[:i] in words and word[i:] in words and max(i, len(word) - i) >= SHORT
    ]
    return ((" ".join(ways[0]), 100.0 * (1 - 0.5 / len(word))),) if len(ways) == 1 else ()


def _alike(word: str, known: str) -> bool:
    """Whether two words may be two letters apart, quickly."""
    return abs(len(word) - len(known)) <= 2 and len(known) >= LONG - 2 and len(set(word) ^ set(known)) <= 4


@lru_cache(maxsize=8)
def _by_initial(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return the words by their first letter."""
    initials: dict[str, list[str]] = {}
    for word in words:
        if word.isascii():
            initials.setdefault(word[0], []).append(word)
    return {initial: tuple(members) for initial, members in initials.items()}
