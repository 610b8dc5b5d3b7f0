"""Names of a register in a question: whole or misspelt as the index of names finds them, and pieces of names.

The index gives candidates; which of them the question means is decided by the explanation, like anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.reading.model import Mention, Sense
from assistant.reading.names import NameHit, Names
from assistant.reading.text import Text, is_kanji
from assistant.text.fold import nfkc_fold

OFFICES = frozenset({"program", "bureau", "division"})
"""Kinds of names that any question may hold."""
SURE = 90.0
"""The score from which on a misspelt name may hold another name that stands there exactly."""
CLOSE = 4.0
"""Two misspelt names this near in score may both be meant."""
SHORTEST_PIECE = 2
LONGEST_PIECE = 40
_RIVALS = 8
"""Programmes that have what was typed, as it was typed, in their names: they may be meant as well as what it is like."""
_PIECES = 8
"""Stretches of a question that are looked up as pieces of names."""
_JOINS = frozenset("のとやをはがにでもへ")


def named_mentions(
    text: Text, find: Names, kinds: frozenset[str], known: Sequence[Mention], homophones: Sequence[str]
) -> list[Mention]:
    """Return the names that stand in a question whole, exactly or misspelt.

    `known` are the words of the lexicon in it, `homophones` groups of kanji that sound alike. A misspelt name ends where a
    word may end: nothing that no word begins with follows it.
    """
    called = {(m.start, m.end) for m in known if m.has("payee")}
    hits = [
        h
        for h in find.hits(text.folded, kinds)
        if h.kind != "payee" or (_paid(text.folded, h) and (h.start, h.end) not in called)
    ]
    exact: dict[tuple[int, int], list[NameHit]] = {}
    for hit in hits:
        if hit.score >= 100:
            exact.setdefault((hit.start, hit.end), []).append(hit)
    found = [_mention(start, end, own, "exact") for (start, end), own in exact.items()]
    inexact = [_whole_word(text, h) for h in hits if h.score < 100 and not any(s <= h.start and h.end <= e for s, e in exact)]
    starts, ends = {m.start for m in known}, {m.end for m in known}
    inexact = [h for h in inexact if not any(_holds_name(h, s, e) for s, e in exact)]
    inexact = [
        h
        for h in inexact
        if _ends_alike(text.folded[h.start : h.end], h.name, homophones)
        and _LATIN.findall(text.folded[h.start : h.end]) == _LATIN.findall(h.name)
        and (h.end in starts or not _goes_on(text, h.end))
        and (h.start in ends or not _goes_on(text, h.start - 1))
    ]
    for group in _groups(inexact):
        mention = _mention(group[0].start, group[0].end, group, "misspelt")
        typed = find.within(text.folded[mention.start : mention.end], "program", _RIVALS)
        also = tuple(Sense("program", target) for target in typed.targets if not mention.has("program", target))
        other = len(mention.surface) < LONG_NAME and _other_kanji(
            text.folded[mention.start : mention.end], mention.surface, homophones
        )
        found.append(replace(mention, senses=(*mention.senses, *also), how="doubtful" if other else "misspelt"))
    return found


def _whole_word(text: Text, hit: NameHit) -> NameHit:
    """Return a misspelt name with the character that was doubled at its beginning or end taken in (テロロ対策)."""
    start, end = hit.start, hit.end
    if _goes_on(text, start - 1) and text.folded[start - 1] == hit.name[0]:
        start -= 1
    if _goes_on(text, end) and text.folded[end] == hit.name[-1]:
        end += 1
    return hit._replace(start=start, end=end)


def _holds_name(hit: NameHit, start: int, end: int) -> bool:
    """Whether a misspelt name holds one that stands there exactly, so that it is no better explanation."""
    within = hit.start <= start and end <= hit.end
    return within and (hit.score < SURE or hit.end - hit.start < 2 * (end - start))


def _goes_on(text: Text, at: int) -> bool:
    """Whether a kanji or katakana stands there."""
    return 0 <= at < len(text.folded) and text.content[at] and not text.folded[at].isascii()


_LATIN = re.compile(r"[a-z]+")
LONG_NAME = 10
"""Names shorter than this are told apart by each of their kanji."""


def _other_kanji(typed: str, name: str, homophones: Sequence[str]) -> bool:
    """Whether a kanji was typed that the name does not have and that does not sound alike (警察犬専用料, 警察電話専用料)."""
    if len(typed) != len(name):
        return any(is_kanji(char) and char not in name for char in typed)
    pairs = [(t, n) for t, n in zip(typed, name, strict=True) if t != n and t not in name and is_kanji(t)]
    return any(not any(t in group and n in group for group in homophones) for t, n in pairs)


def _ends_alike(typed: str, name: str, homophones: Sequence[str]) -> bool:
    """Whether both ends of a misspelt name are the name's; a name whose end is missing is a piece and no misspelling."""

    def alike(at: int, near: slice) -> bool:
        sounds = any(typed[at] in group and name[at] in group for group in homophones)
        return typed[at] in name[near] or name[at] in typed[near] or sounds

    return alike(0, slice(0, 2)) and alike(-1, slice(-2, None))


_NUMBER = re.compile(r"20\d\d-[^\d\s\-]{1,4}-(?:新?\d{1,2}-)?\d{4}(?:-\d{1,3})?(?!\d)")
"""事業番号 as the sheets print it from 2021 on, and as ids are made for those before."""


def number_mentions(text: Text, programme_of: Callable[[str], str | None]) -> list[Mention]:
    """Return the programmes that a question names by the number of a sheet."""
    found: list[Mention] = []
    for match in _NUMBER.finditer(nfkc_fold(text.original)):
        programme = programme_of(match.group())
        inside = [i for i, origin in enumerate(text.origin) if match.start() <= origin < match.end()]
        if programme and inside:
            start, end = inside[0], inside[-1] + 1
            found.append(Mention(start, end, text.folded[start:end], (Sense("program", programme),)))
    return found


_PAYEES_OF = re.compile(r"の(?:主な|上位の?)*(?:支出|支払|委託|契約|交付|受注)")


def _paid(folded: str, hit: NameHit) -> bool:
    """Whether a payee is named as one who is paid: exactly, and not as the one whose payees are asked for (Xの支出先)."""
    return hit.score >= 100 and not _PAYEES_OF.match(folded, hit.end) and not folded[: hit.start].rstrip().endswith("payees of")


def _groups(hits: Sequence[NameHit]) -> Iterator[list[NameHit]]:
    """Yield misspelt names, each with those that overlap it and are as near: which is meant cannot be told."""
    ordered = sorted(hits, key=lambda h: -h.score)
    for index, hit in enumerate(ordered):
        rivals = [
            other
            for other in ordered[:index] + ordered[index + 1 :]
            if 5 * (min(hit.end, other.end) - max(hit.start, other.start))
            > 4 * max(hit.end - hit.start, other.end - other.start)
        ]
        if not any(other.score > hit.score + CLOSE for other in rivals):
            yield [hit, *(other for other in rivals if abs(other.score - hit.score) <= CLOSE)]


def _mention(start: int, end: int, hits: Sequence[NameHit], how: str) -> Mention:
    senses = dict.fromkeys(Sense(hit.kind, target) for hit in hits for target in hit.targets)
    kind = "exact" if how == "exact" else "misspelt"
    return Mention(start, end, hits[0].name, tuple(senses), kind, hits[0].score)  # type: ignore[arg-type]


def piece_mentions(
    text: Text, find: Names, chosen: Sequence[Mention], left: Sequence[tuple[int, int]], asking: frozenset[str]
) -> list[Mention]:
    """Return the pieces of programmes' names, or of their texts, that uncovered stretches are.

    Each is as long as the words around it allow. A stretch that stands in no name and no text as a whole is left, and so is one
    that is only part of a longer word (`asking` are the concepts that end a word: 予算, 事業 …).
    """
    bounds = sorted({(m.start, m.end) for m in chosen} | set(left))
    heavy = {(m.start, m.end) for m in chosen if m.content} | set(left)
    found: list[Mention] = []
    for stretch in left[:_PIECES]:
        start, end = _trimmed(text.folded, *stretch)
        if found and start < found[-1].end:
            continue
        spans = [s for s in _words_around(text, start, end, chosen, asking) if SHORTEST_PIECE <= s[1] - s[0] <= LONGEST_PIECE]
        spans = [s for s in spans if _may_name(text, *s)]
        known = next((s for s in spans if _holds(find, text.folded[slice(*s)])), None)
        known = known or next((s for s in spans if find.mentioned(text.folded[slice(*s)])), None)
        if known is None:
            continue
        low, high = _widened(text.folded, find, *known, bounds, heavy)
        if not _within_word(text, low, high, chosen, asking):
            found.append(Mention(low, high, text.folded[low:high], (Sense("words", text.source(low, high)),)))
    return found


def _may_name(text: Text, low: int, high: int) -> bool:
    """Whether a piece may belong to a Japanese name: Latin letters do as an acronym (AI, NATO), not as a word of a sentence."""
    if not text.folded[low:high].isascii():
        return True
    return sum(char.isupper() or char.isdigit() for char in text.source(low, high)) >= SHORTEST_PIECE


def _words_around(text: Text, start: int, end: int, chosen: Sequence[Mention], asking: frozenset[str]) -> list[tuple[int, int]]:
    """Return what a stretch may be part of: the kanji and katakana around it, these without what asks at the ends, itself."""
    low, high = start, end
    while low and (text.content[low - 1] or text.folded[low - 1] == "ー") and not text.folded[low - 1].isascii():
        low -= 1
    while high < len(text.folded) and text.content[high] and not text.folded[high].isascii():
        high += 1
    inner_low, inner_high = low, high
    for mention in chosen:
        asks = any(s.kind not in ("concept", "function", "unknown") or s.id in asking for s in mention.senses)
        if asks and mention.end <= start and mention.end > inner_low:
            inner_low = mention.end
        if asks and mention.start >= end and mention.start < inner_high:
            inner_high = mention.start
    return list(dict.fromkeys([(low, high), (inner_low, inner_high), (start, end)]))


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the particles around it."""
    while start < end and folded[start] in _JOINS:
        start += 1
    while end - start > SHORTEST_PIECE and folded[end - 1] in _JOINS:
        end -= 1
    return start, end


def _within_word(text: Text, low: int, high: int, chosen: Sequence[Mention], asking: frozenset[str]) -> bool:
    """Whether a piece is only part of a longer word: kanji or katakana right beside it that do not ask or name anything."""

    def beside(at: int, mention: Mention | None) -> bool:
        if not 0 <= at < len(text.folded) or not text.content[at] or text.folded[at].isascii():
            return False
        if mention is None:
            return True
        return not any(s.kind not in ("concept", "function", "unknown") or s.id in asking for s in mention.senses)

    before = next((m for m in chosen if m.end == low), None)
    after = next((m for m in chosen if m.start == high), None)
    return beside(low - 1, before) or beside(high, after)


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
