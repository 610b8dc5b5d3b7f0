"""The best explanation of a whole question: the mentions that, without overlapping, cover most of it.

A dynamic programme over positions, as a Japanese segmenter does it: every mention brings the characters that it covers,
weighted by how sure it is, and costs a little, so that one long surface beats several short ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.reading.model import Mention
from assistant.reading.text import Text, is_japanese, is_kanji

COST = 0.45
"""What a mention costs, in characters."""
SURENESS = {"exact": 1.0, "number": 1.02, "kana": 0.93, "romaji": 0.9, "misspelt": 1.0, "particle": 1.5, "doubtful": 0.9}
MISSPELT = 0.5
"""What a misspelling costs besides its wrong characters: the same for a word alone and in a phrase, so that it is split as
the right spelling is (`not eblow` as `not below`)."""
PHRASE = 0.45
"""The same for a phrase, which its neighbours make a little surer."""
FUNCTION = 0.82
"""A particle covers less than a word with a meaning of its own would."""
MISSED = (0.2, 0.8)
"""What leaving a character uncovered costs: hiragana, and what carries meaning."""
OURS, NAMED = 1, 2
_WORD = re.compile(r"[a-z0-9&%¥@.]+")


def worth(mention: Mention) -> float:
    """Return what choosing a mention brings to an explanation."""
    size = (mention.end - mention.start) * SURENESS[mention.how]
    if mention.how == "misspelt":
        size = size * mention.score / 100 - (PHRASE if " " in mention.surface else MISSPELT)
    elif mention.how == "number" and mention.score < 100:
        size -= MISSPELT
    if not mention.content:
        size *= FUNCTION
    return size - COST


def explain(text: Text, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the non-overlapping mentions with the greatest worth, in order."""
    by_end: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_end[mention.end].append(mention)
    size = len(text.folded)
    best = [0.0] * (size + 1)
    chosen: list[Mention | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1] - (0.0 if text.folded[end - 1] == " " else MISSED[text.content[end - 1]])
        for mention in by_end.get(end, ()):
            total = best[mention.start] + worth(mention)
            if total > best[end] + 1e-9:
                best[end], chosen[end] = total, mention
    out: list[Mention] = []
    position = size
    while position > 0:
        last = chosen[position]
        if last is None:
            position -= 1
        else:
            out.append(last)
            position = last.start
    return tuple(reversed(out))


def uncovered(text: Text, chosen: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the stretches that no mention covers and that are not blanks: Latin ones whole words, Japanese ones runs."""
    covered = bytearray(len(text.folded))
    for mention in chosen:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    stretches: list[tuple[int, int]] = []
    start: int | None = None
    for index, char in enumerate(text.folded + " "):
        free = char != " " and index < len(covered) and not covered[index]
        if free and start is not None and is_japanese(char) != is_japanese(text.folded[index - 1]):
            stretches.append((start, index))
            start = index
        elif free and start is None:
            start = index
        elif not free and start is not None:
            stretches.append((start, index))
            start = None
    return stretches


_VERBAL = re.compile(r"[しすさせでいおご願頂下]")
_PARTICLES = frozenset("はがをにでとのもへかやよだ")


def weight(text: Text, start: int, end: int, *, verbs: int = NAMED) -> float:
    """Return how much an uncovered stretch says: kanji, katakana and letters count, hiragana hardly, one letter not.

    `verbs` tells how sure it is that the question is about the data: where it is (OURS, or NAMED with something of the
    data by name), a verb says little (`集める`, `試算して`, `swallowed by`), while a noun would restrict the question.
    """
    piece = text.folded[start:end]
    if _WORD.fullmatch(piece):
        if len(piece) == 1 and piece.isalpha():
            return 0.0
        passed = (verbs and _is_english_verb(text.folded, start, end)) or (verbs == NAMED and piece in ("my", "our"))
        return VERB if passed else float(len(piece))
    meaning = sum(text.content[start:end])
    rest = (end - start) - meaning
    said = meaning + (0.4 * rest if rest > 2 else 0.15 * rest)
    return min(said, VERB) if verbs and _is_verb(text, start, end) else said


_AUXILIARY = frozenset(
    [
        "to",
        "will",
        "would",
        "can",
        "could",
        "should",
        "must",
        "may",
        "might",
        "shall",
        "do",
        "does",
        "did",
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "it",
        "who",
        "that",
        "which",
        "not",
        "cannot",
        "wont",
        "dont",
        "doesnt",
        "didnt",
    ]
)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "gets", "get", "got"])
_AFTER_VERB = frozenset(
    [
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "by",
        "from",
        "of",
        "under",
        "within",
        "as",
        "into",
        "through",
        "about",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "our",
        "it",
        "them",
        "me",
        "us",
        "him",
        "her",
    ]
)
_TELLING = frozenset(
    ["originally", "initially", "previously", "formerly", "annually", "monthly", "weekly", "daily", "quarterly",
     "mostly", "partially", "jointly", "separately", "family", "supply", "apply", "nationally", "internationally", "early",
     "recently", "currently", "elderly", "assembly", "personally", "yearly", "nearly", "hardly", "barely"]
)  # fmt: skip
"""Words in -ly that restrict or turn what is asked."""
_HELPED = re.compile(r"(?<![a-z])(?:do|does|did|must|will|can|could|should|would|may)(?![a-z])")


def _is_english_verb(folded: str, start: int, end: int) -> bool:
    """Whether an unknown English word stands where a verb or adverb does: it says what is done, and restricts nothing."""
    word = folded[start:end]
    before = folded[:start].split()
    after = folded[end:].split()
    previous, following = before[-1] if before else "", after[0] if after else ""
    if word.endswith("ly") and len(word) > 4 and word not in _TELLING:
        return True
    if following == "than" or previous in ("many", "which"):
        return False
    inflected = word.endswith(("ed", "ing", "en"))
    if previous in _BE and inflected:
        return True
    if previous in _AUXILIARY and (previous != "that" or word.endswith(("s", "ed"))):
        return not following or following in _AFTER_VERB or previous in ("to", "i", "we", "they", "he", "she")
    ends = not following or following in _AFTER_VERB
    helped = bool(_HELPED.search(folded[:start])) and len(before) > 2 and previous not in _AFTER_VERB
    return (
        ends
        and previous not in _AFTER_VERB
        and ((word.endswith(("s", "ed")) and bool(following) and len(before) > 1) or helped)
    )


VERB = 0.4
"""What an uncovered verb weighs."""


def _is_verb(text: Text, start: int, end: int) -> bool:
    """Whether a stretch is the stem of an inflected word: a kanji with okurigana, or two with する."""
    stem = 0
    while start + stem < end and is_kanji(text.folded[start + stem]):
        stem += 1
    if not 1 <= stem <= 2:
        return False
    before = text.folded[start - 1] if start else ""
    tail = text.folded[start + stem : start + stem + 2]
    if is_kanji(before) or not tail or not "ぁ" <= tail[0] <= "ん" or text.content[start + stem]:
        return False
    if stem == 1:
        return tail[0] not in _PARTICLES or tail in ("もる", "のる", "やす", "やし")
    return bool(_VERBAL.match(tail)) and tail not in ("でき", "での", "では", "でも", "しか", "いく", "いず")


def coverage(text: Text, missing: float) -> float:
    """Return the share of the question's meaning that is covered, 0 to 1, where so much of it is missing."""
    size = sum(1.0 if c else 0.35 for c, char in zip(text.content, text.folded, strict=True) if char != " ")
    return max(0.0, 1.0 - missing / max(size, 1.0))
