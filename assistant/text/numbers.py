"""Whole numbers as people write them: 12, 1,200, 十二, 二〇, 三千五百; and small counts: 3つ, ふたつ, third, 2番目.

Exact or nothing. Decimals are no whole numbers and are passed over; money is read by `money`, which builds on this.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.text.fold import nfkc_fold

KANJI_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "壱": 1, "弐": 2, "参": 3}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_MYRIAD = {"万": 10_000, "萬": 10_000, "億": 10**8, "兆": 10**12}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?!\d|[.,]\d)"
"""A whole number in digits, with thousands separators in the right places or none."""

_KANJI = "".join([*KANJI_DIGITS, *SMALL_UNITS, *_MYRIAD])
_WHOLE = re.compile(rf"(?<!\d)(?<!\d[.,])(?:{ARABIC}|[{_KANJI}]{{1,40}})")

_WORDS = {
    word: value
    for value, words in enumerate(
        ("", "one first ひとつ", "two second ふたつ", "three third みっつ", "four fourth よっつ", "five fifth いつつ",
         "six sixth むっつ", "seven seventh ななつ", "eight eighth やっつ", "nine ninth ここのつ", "ten tenth")
    )
    for word in words.split()
}  # fmt: skip
_COUNTED = re.compile(
    rf"(?:第|no\.? ?)?(?P<number>{ARABIC}|[{_KANJI}]+) ?"
    r"(?:つ目|つめ|つ|番目|ばんめ|番|位|件|個|本|課|事業|st|nd|rd|th)?"
)


class NumberSpan(NamedTuple):
    """A whole number found in a text, from `start` to `end` (characters of that text)."""

    start: int
    end: int
    value: int


def align(text: str) -> str:
    """Return `text` folded and in lower case, character for character, so that positions stay those of `text`."""
    if text.isascii():
        return text.lower()
    folded = (nfkc_fold(char).casefold() for char in text)
    return "".join(new if len(new) == 1 else char for char, new in zip(text, folded, strict=True))


def kanji_value(text: str) -> int | None:
    """Return the value of kanji numerals, by place (二〇) or with units (三千五百, 一億二千万), or None."""
    if all(char in KANJI_DIGITS for char in text):
        return int("".join(str(KANJI_DIGITS[char]) for char in text)) if text else None
    total = section = 0
    digit: int | None = None
    last_small = last_big = 10**16
    for char in text:
        if char in KANJI_DIGITS:
            if digit is not None:
                return None
            digit = KANJI_DIGITS[char]
        elif char in SMALL_UNITS:
            unit = SMALL_UNITS[char]
            if unit >= last_small or digit == 0:
                return None
            section, digit, last_small = section + (1 if digit is None else digit) * unit, None, unit
        else:
            unit = _MYRIAD[char]
            section += digit or 0
            if unit >= last_big or not section:
                return None
            total, section, digit, last_small, last_big = total + section * unit, 0, None, 10**16, unit
    return total + section + (digit or 0)


def find_numbers(text: str) -> list[NumberSpan]:
    """Return the whole numbers in `text`, in Arabic digits or kanji, from left to right.

    Every run of kanji numerals counts, also the 一 of 一覧: what surrounds a number is for the caller to judge.
    """
    spans = []
    for match in _WHOLE.finditer(align(text)):
        piece = match.group()
        value = int(piece.replace(",", "")) if piece[0] not in _KANJI else kanji_value(piece)
        if value is not None:
            spans.append(NumberSpan(match.start(), match.end(), value))
    return spans


def parse_count(text: str) -> int | None:
    """Return the small number that the whole of `text` says (3, 三, 二つ, ふたつ, three, third, 2番目), or None."""
    folded = align(text).strip()
    if folded in _WORDS:
        return _WORDS[folded]
    if not (match := _COUNTED.fullmatch(folded)):
        return None
    spans = find_numbers(match["number"])
    return spans[0].value if len(spans) == 1 else None
