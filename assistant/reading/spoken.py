"""Numbers that are not written as numbers: in kana, in romaji, with a misspelt or wrongly converted unit.

A question is written out (`よんじゅうおくえん` becomes `40億円`, `2 bilion` `2 billion`, `2banme` `2番目`) with the way back,
so that the figures are still read exactly. A digit is never changed, and a unit only where it can be no other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.reading.figures import figures
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention, Sense
from assistant.reading.spelling import nearest

_ONES = {
    "いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "し": 4, "ご": 5, "ろっ": 6, "ろく": 6, "なな": 7, "しち": 7,
    "はっ": 8, "はち": 8, "きゅう": 9, "く": 9,
    "ichi": 1, "ip": 1, "is": 1, "ni": 2, "san": 3, "yon": 4, "go": 5, "roku": 6, "rop": 6, "nana": 7, "shichi": 7, "hachi": 8,
    "hap": 8, "has": 8, "kyuu": 9, "kyu": 9,
}  # fmt: skip
_TENS = {
    "せん": 1000, "ぜん": 1000, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "じゅう": 10, "じゅっ": 10,
    "sen": 1000, "zen": 1000, "hyaku": 100, "byaku": 100, "pyaku": 100, "juu": 10, "ju": 10,
}  # fmt: skip
_BIG = {"おく": "億", "ちょう": "兆", "まん": "万", "oku": "億", "chou": "兆", "cho": "兆", "man": "万"}


def _numeral(ones: str, thousands: str, hundreds: str, tens: str, gap: str) -> str:
    """Return a pattern for a whole number below 10,000 that is spoken."""
    places = "".join(f"(?:(?:{ones})?{gap}(?:{unit}){gap})?" for unit in (thousands, hundreds, tens))
    return f"{places}(?:(?:{ones}){gap})?"


_KANA_ONES = "いち|いっ|に|さん|よん|し|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|く"
_LATIN_ONES = "ichi|ip|is|ni|san|yon|go|roku|rop|nana|shichi|hachi|hap|has|kyuu|kyu"
_KANA_NUMBER = _numeral(_KANA_ONES, "せん|ぜん", "ひゃく|びゃく|ぴゃく", "じゅう|じゅっ", "")
_KANA = re.compile(
    rf"(?!(?<=よ)さん)(?P<number>{_KANA_NUMBER})(?P<big>おく|ちょう|まん)(?P<yen>えん|円)?"
    r"(?=(?P<after>いじょう|以上|いか|以下|みまん|未満|を|だい|台|より|から|ちょうど|ぴったり|くらい|ぐらい|ほど|の|$))"
)
_LATIN = re.compile(
    rf"(?<![a-z0-9])(?P<number>{_numeral(_LATIN_ONES, 'sen|zen', 'hyaku|byaku|pyaku', 'juu|ju', ' ?')})"
    r"(?P<big>oku|chou|cho|man) ?(?P<yen>en|yen)(?![a-z])"
)
_PIECE = re.compile("|".join(sorted((*_ONES, *_TENS), key=len, reverse=True)))
_NTH = re.compile(rf"(?P<kana>{_KANA_ONES})ばんめ|(?<![a-z0-9])(?P<latin>{_LATIN_ONES}|\d+) ?banme(?![a-z])")
_UNITS = frozenset(["million", "billion", "trillion", "thousand", "hundred", "percent", "yen"])
_UNIT = re.compile(
    r"(?:\d|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|fifty|hundred|a) ) ?(?P<word>[a-z]{3,9})(?![a-z])"
)
_COUNTED = frozenset(
    [
        "two",
        "six",
        "ten",
        "three",
        "four",
        "five",
        "seven",
        "eight",
        "nine",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
    ]
)
_WORD = re.compile(r"(?<![a-z0-9])[a-z]{3,8}(?![a-z0-9])")
_SOUNDS = re.compile(r"(?<=[\d十百千])[奥臆憶屋](?=円|[援演園延遠縁]|以|[ぁ-ん]|$)|(?<=[億万兆奥臆憶屋])[援演園延遠縁]")
_FOR = re.compile(
    r"(?<!pj )(?<!project )(?<!phase )(?<!top )(?<!no )(?<![a-z0-9.,])4(?= (?:the|this|that|a|an|my|our|all|me|it|each|both) )"
    r"|(?<=it )4(?= (?:the|pls|plz|pl[sz])|$)"
)

SWAPPED_SHORT = 75.0
"""What a number of three letters must be like (two of them swapped)."""
SPOKEN = 99.0
"""The score of figures in a question that had to be written out: its misspelt words may still be part of a longer one."""

Edit = tuple[int, int, str]


def spoken_figures(folded: str, lexicon: Lexicon) -> list[Mention]:
    """Return every number mention of a folded question, also of numbers that had to be written out."""
    edits = sorted(_edits(folded, lexicon))
    if not edits:
        return figures(folded)
    written, origin = _apply(folded, edits)
    found = [
        replace(m, start=origin[m.start], end=origin[m.end], surface=folded[origin[m.start] : origin[m.end]], score=SPOKEN)
        for m in figures(written)
    ]
    return found + [Mention(s, e, "for", (Sense("function", "for"),)) for s, e, new in edits if new == "for"]


def _apply(folded: str, edits: list[Edit]) -> tuple[str, list[int]]:
    """Return the question with the edits made (the first of overlapping ones), and for every place where it was."""
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for start, end, new in edits:
        if start < at:
            continue
        out += [folded[at:start], new]
        origin += [*range(at, start), *[start] * len(new)]
        at = end
    out.append(folded[at:])
    origin += range(at, len(folded) + 1)
    return "".join(out), origin


def _edits(folded: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what has to be written otherwise: start, end, and the usual form."""
    if folded.isascii():
        yield from _english(folded, lexicon)
    else:
        yield from _numbers(_KANA, folded)
        yield from ((m.start(), m.end(), "億" if m.group() in "奥臆憶屋" else "円") for m in _SOUNDS.finditer(folded))
    yield from _numbers(_LATIN, folded)
    for match in _NTH.finditer(folded):
        nth = match["kana"] or match["latin"]
        yield match.start(), match.end(), f"{_ONES.get(nth, nth)}番目"


def _numbers(pattern: re.Pattern[str], folded: str) -> Iterator[Edit]:
    """Yield the amounts that are spoken, in digits."""
    for match in pattern.finditer(folded):
        if match["number"] and (match["yen"] or len(match["number"]) > 3 or match["after"] not in ("の", "を", "")):
            yield match.start(), match.end(), f"{_value(match['number'])}{_BIG[match['big']]}円"


def _value(spoken: str) -> int:
    """Return a whole number below 10,000 that is spoken."""
    total, one = 0, 0
    for piece in _PIECE.findall(spoken):
        if piece in _TENS:
            total, one = total + (one or 1) * _TENS[piece], 0
        else:
            one = _ONES[piece]
    return total + one


def _english(folded: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield misspelt units behind a figure, misspelt number words, and a 4 that says `for`."""

    def known(word: str) -> bool:
        return word in lexicon.words or word in lexicon.ordinary

    for match in _UNIT.finditer(folded):
        word = match["word"]
        meant = nearest(word.removesuffix("s"), _UNITS, frozenset())
        if word not in _UNITS and not known(word) and len(meant) == 1:
            yield match.start("word"), match.end("word"), meant[0][0]
    for match in _WORD.finditer(folded):
        word = match.group()
        if not known(word) and word not in _COUNTED:
            meant = nearest(word, _with_counted(lexicon.words), lexicon.ordinary)
            counted = [w for w, score in meant if w in _COUNTED and (len(word) > 3 or score >= SWAPPED_SHORT)]
            if len(counted) == 1 and (meant[0][0] in _COUNTED or len(word) > 3):
                yield match.start(), match.end(), counted[0]
    yield from ((m.start(), m.end(), "for") for m in _FOR.finditer(folded))


@lru_cache(maxsize=8)
def _with_counted(words: frozenset[str]) -> frozenset[str]:
    """Return the known words with those that count."""
    return words | _COUNTED
