"""Errors between the words: blanks, punctuation, case, quote marks, a particle left out, another order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.noise import domain
from benchmarks.noise.protect import fold, guarded, spans

_PARTICLE = re.compile(r"(?<![ぁ-ん\s])[はのをが](?=[^ぁ-ん\s])|(?<![ぁ-ん\s])[はのをがに](?!\s)")
_BOUNDARY = re.compile(r"(?<=[一-龥々ァ-ヴーA-Za-z])(?=[はがをにので])|(?<=[はがをので])(?=[一-龥々ァ-ヴA-Za-z])")
_ASKS = re.compile(
    r"いくら|いくつ|なんぼ|どこ|どれ|どの|どう|いつ|[何誰]|だれ|なに|教え|ください|下さい|お願い|知りたい"
    r"|^\W*(?:what|which|who|whose|whom|where|when|why|how|is|are|was|were|do|does|did|has|have|can|could|would|will)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[はがをにのでとへもや、。，,:：=/／→]|^[-–]$")
_ORDERED = re.compile(r"倍|比|割合|率|占め|差|引|vs|対")
_PHRASE_WORDS = """
of for in by to the a an with is are was what which who whose where when why how does do did and or vs versus from on s about
ratio share times percent percentage minus per difference compared against between
"""
_ORDERED_WORDS = frozenset(_PHRASE_WORDS.split())
_LETTER = re.compile(r"[A-Za-z]{2,}")


def missing_particle(text: str, rng: Random) -> Iterator[str]:
    """Yield the text without one particle (は, の, を, が, に), neither beside a figure nor part of a longer word."""
    japanese = domain.known().japanese
    places = [match.start() for match in _PARTICLE.finditer(text)]
    rng.shuffle(places)
    for at in places:
        longer = any(text[i:j] in japanese for i in range(max(at - 3, 0), at + 1) for j in range(at + 1, at + 5) if j - i > 1)
        beside_guard = any(a <= at + 1 and at <= b for a, b in spans(text))
        sides = text[at - 1 : at] + text[at + 1 : at + 2]
        if at and not longer and not beside_guard and not (sides.isascii() and len(sides) == 2):
            yield text[:at] + text[at + 1 :]


def keyword_order_ja(text: str, rng: Random) -> Iterator[str]:
    """Yield keywords set apart by blanks in another order."""
    end = text[len(text.rstrip("？?")) :]
    words = text.removesuffix(end).split()
    if len(words) < 2 or _ORDERED.search(text) or any(_JOINS.search(word[-1:]) or _JOINS.search(word[:1]) for word in words):
        return
    if not guarded(text, "ja") and not _ORDERED_WORDS & set(map(fold, words)):
        yield from (noisy + end for noisy in _orders(words, rng))


def keyword_order_en(text: str, rng: Random) -> Iterator[str]:
    """Yield English keywords in another order, names kept whole; nothing where a word such as `of` makes a phrase of them."""
    words = fold(text.rstrip("?")).split()
    if len(words) > 8 or _ORDERED_WORDS & set(words) or guarded(text, "en"):
        return
    chunks: list[str] = []
    while words:
        known = [n for n in range(len(words), 0, -1) if " ".join(words[:n]) in domain.known().english]
        if not known:
            return
        chunks.append(" ".join(words[: known[0]]))
        words = words[known[0] :]
    yield from _orders(chunks, rng)


def _orders(words: list[str], rng: Random) -> Iterator[str]:
    rest = words[:]
    for _ in range(8 if len(words) > 1 else 0):
        rng.shuffle(rest)
        if rest != words:
            yield " ".join(rest)


def changed_case(text: str, rng: Random) -> Iterator[str]:
    """Yield the text in small or capital letters or a word of it so, or with the case of a caps lock."""
    words = [match.span() for match in _LETTER.finditer(text)]
    changes = [str.lower, str.upper, str.title, str.swapcase] if len(words) > 1 else [str.lower, str.upper, str.capitalize]
    variants = [_LETTER.sub(lambda match, change=change: change(match[0]), text) for change in changes]  # type: ignore[misc]
    variants += [text[:i] + change(text[i:j]) + text[j:] for i, j in words for change in (str.lower, str.upper)]
    rng.shuffle(variants)
    yield from variants


def doubled_punctuation(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a punctuation mark two or three times, or with marks of feeling at the end."""
    places = [match.span() for match in re.finditer(r"[？?！!。、]|,(?=\s)|\.(?=\s|$)|[・:：]", text)]
    rng.shuffle(places)
    for i, j in places:
        yield text[:j] + text[i:j] * rng.choice([1, 1, 2]) + text[j:]
    yield text + rng.choice(["！！", "…", "。。", "??"] if domain.has_kanji(text) else ["!!", "...", "??", " !"])


def missing_punctuation(text: str, rng: Random) -> Iterator[str]:
    """Yield the text without its mark at the end, or an apostrophe; a question without a question word keeps its mark."""
    variants = [text[:i] + text[i + 1 :] for i, char in enumerate(text) if char in "'’" and text[i - 1 : i].lower() != "n"]
    if _ASKS.search(text) or not text.endswith(("?", "？")):
        variants.append(text.rstrip("？?。.!！"))
    rng.shuffle(variants)
    yield from variants


def blank_around_ja(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a blank beside a particle, or before or after everything."""
    blank = rng.choice([" ", "　", " ", "  "])
    places = [match.start() for match in _BOUNDARY.finditer(text)] or [0, len(text)]
    places += [0, len(text)] if rng.random() < 0.3 else []
    rng.shuffle(places)
    yield from (text[:at] + blank + text[at:] for at in places)


def blank_around_en(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with another blank between two words, before a mark, or before or after everything."""
    places = [match.end() for match in re.finditer(r" |\w(?=[?,.])", text)] + [0, len(text)]
    rng.shuffle(places)
    yield from (text[:at] + rng.choice([" ", "  ", "\t"]) + text[at:] for at in places)


def quoted(text: str, _: Random) -> Iterator[str]:
    """Yield the text with `> ` before every line; it is broken into lines at the ends of sentences."""
    lines = re.sub(r"(?<=[。？！])(?=.)|(?<=[.?!])\s+(?=\S)", "\n", text).splitlines()
    yield "\n".join(f"> {line}" for line in lines)
