"""Names of a register in a question: whole or misspelt as the index of names finds them, and pieces of names.

The index gives candidates; which of them the question means is decided by the explanation, like anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.reading.model import Mention, Sense
from assistant.reading.names import NameHit, Names
from assistant.reading.text import Text, is_kanji

OFFICES = frozenset({"program", "bureau", "division"})
"""Kinds of names that any question may hold."""
CLOSE = 4.0
"""Two misspelt names this near in score may both be meant."""
SHORTEST_PIECE = 2
LONGEST_PIECE = 40
_PIECES = 8
"""Stretches of a question that are looked up as pieces of names."""
_JOINS = frozenset("のとやをはがにでもへ")


def named_mentions(text: Text, find: Names, kinds: frozenset[str]) -> list[Mention]:
    """Return the names that stand in a question whole, exactly or misspelt."""
    hits = find.hits(text.folded, kinds)
    exact: dict[tuple[int, int], list[NameHit]] = {}
    for hit in hits:
        if hit.score >= 100:
            exact.setdefault((hit.start, hit.end), []).append(hit)
    found = [_mention(start, end, own, "exact") for (start, end), own in exact.items()]
    inexact = [h for h in hits if h.score < 100 and not any(s <= h.start and h.end <= e for s, e in exact)]
    return found + [_mention(group[0].start, group[0].end, group, "misspelt") for group in _groups(inexact)]


def _groups(hits: Sequence[NameHit]) -> Iterator[list[NameHit]]:
    """Yield misspelt names, each with those that overlap it and are as near: which is meant cannot be told."""
    ordered = sorted(hits, key=lambda h: -h.score)
    for index, hit in enumerate(ordered):
        rivals = [
            other
            for other in ordered[:index] + ordered[index + 1 :]
            if min(hit.end, other.end) - max(hit.start, other.start) > (hit.end - hit.start) // 2
        ]
        if not any(other.score > hit.score + CLOSE for other in rivals):
            yield [hit, *(other for other in rivals if abs(other.score - hit.score) <= CLOSE)]


def _mention(start: int, end: int, hits: Sequence[NameHit], how: str) -> Mention:
    senses = dict.fromkeys(Sense(hit.kind, target) for hit in hits for target in hit.targets)
    kind = "exact" if how == "exact" else "misspelt"
    return Mention(start, end, hits[0].name, tuple(senses), kind, hits[0].score)  # type: ignore[arg-type]


def piece_mentions(text: Text, find: Names, chosen: Sequence[Mention], left: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the pieces of programmes' names that uncovered stretches are, each as long as the words around it allow."""
    bounds = sorted({(m.start, m.end) for m in chosen} | set(left))
    heavy = {(m.start, m.end) for m in chosen if m.content} | set(left)
    found: list[Mention] = []
    for start, end in left[:_PIECES]:
        if found and start < found[-1].end:
            continue
        for low, high in _pieces(text.folded, find, start, end):
            low, high = _widened(text.folded, find, low, high, bounds, heavy)
            piece = text.folded[low:high]
            found.append(Mention(low, high, piece, (Sense("words", piece),)))
    return found


def _pieces(folded: str, find: Names, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the longest pieces of names that a stretch is made of, from its beginning."""
    while start < end and folded[start] in _JOINS:
        start += 1
    while end - start >= SHORTEST_PIECE:
        stop = min(end, start + LONGEST_PIECE)
        while stop - start >= SHORTEST_PIECE and not _holds(find, folded[start:stop]):
            stop -= 1
        if stop - start < SHORTEST_PIECE:
            return
        yield start, stop
        start = stop
        while start < end and folded[start] in _JOINS:
            start += 1


def _holds(find: Names, piece: str) -> bool:
    return find.within(piece, "program", 1).total > 0


def _widened(
    folded: str,
    find: Names,
    low: int,
    high: int,
    bounds: Sequence[tuple[int, int]],
    heavy: set[tuple[int, int]],
) -> tuple[int, int]:
    """Return a piece with the words right beside it that stand there in a name too."""
    best = (low, high)
    at = high
    for start, end in bounds:
        if start == at and end - low <= LONGEST_PIECE:
            at = end
            if not _holds(find, folded[low:end]):
                break
            if (start, end) in heavy:
                best = (low, end)
    low, high = best
    at = low
    for start, end in reversed(bounds):
        if end == at and high - start <= LONGEST_PIECE:
            at = start
            if not _holds(find, folded[start:high]):
                break
            if (start, end) in heavy:
                best = (start, high)
    return best


def names_kanji(piece: str) -> bool:
    """Whether a piece says something: it holds a kanji, or three characters."""
    return len(piece) >= 3 or any(map(is_kanji, piece))
