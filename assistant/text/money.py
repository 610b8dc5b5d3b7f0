"""Amounts of yen as people write them, read exactly with `Decimal`: 42.3億円, ３千億, 五十八億円, ¥4.9bn, 49 oku en.

A number with neither a magnitude (万 or more, million …) nor a currency is no money; nor are other currencies, counts
(17億人), vague amounts (数十億円), misplaced separators (3,00億円) and what is no whole number of yen. What cannot be
read whole is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from assistant.text.numbers import KANJI_DIGITS, SMALL_UNITS, align

LARGEST_YEN = 2**63 - 1
"""What a database column holds; a larger amount is not read."""

_EXACT = Context(prec=100)
_BIG = {
    "万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12, "まん": 10**4, "マン": 10**4, "おく": 10**8, "オク": 10**8,
    "ちょう": 10**12, "チョウ": 10**12, "man": 10**4, "oku": 10**8, "cho": 10**12, "chou": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "mil": 10**6, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
_ONLY_WITH_CURRENCY = frozenset(("まん", "マン", "man", "mil", "k", "m", "b", "t"))
_MONEY_MAGNITUDE = 10**4
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)} | {"a": 1}


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:\.\d{1,20})?(?!\d|[.,]\d)"
_DIGIT = f"[{''.join(KANJI_DIGITS)}]"
_SMALL = f"[{''.join(SMALL_UNITS)}]"
_WORD = rf"(?:(?:{_any(_TENS)})(?:[ -](?:{_any(_ONES[1:10])}))?|{_any(_ONES)}|a)"
_BEFORE_MAGNITUDE = r"(?=[ -](?:hundred|thousand|million|billion|trillion|oku))"
_LATIN_BIG = _any(name for name in _BIG if name.isascii())
_TOKEN = re.compile(
    rf"(?P<gap>[ -]?)(?:(?P<arabic>{_ARABIC})|(?P<kanji>{_DIGIT}{{1,20}}(?:・{_DIGIT}{{1,20}})?)"
    rf"|(?P<small>{_SMALL}|hundred(?![a-z]))"
    rf"|(?P<big>万|萬|億|兆|おく|オク|まん|マン|(?:ちょう|チョウ)(?![めメどド])|(?:{_LATIN_BIG})s?(?=(?:en|yen)?(?![a-z])))"
    rf"|(?P<word>{_WORD}){_BEFORE_MAGNITUDE})"
)
_START = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<currency>(?:jp)?¥ ?|(?<![a-z])(?:jpy|yen) ?)?"
    rf"(?:(?=\d)|(?<!{_DIGIT})(?<!{_SMALL})(?<![万億兆])(?={_DIGIT}|{_SMALL})|(?<![a-z0-9-])(?={_WORD}{_BEFORE_MAGNITUDE}))"
)
_AFTER = re.compile(r"[ -]?(?:円|圓|えん|エン|(?:yen|jpy)(?![a-z]))")
_ROMAJI_AFTER = re.compile(r" ?en(?![a-z])")
_NOT_YEN_AFTER = re.compile(
    r" ?(?:us ?)?(?:[$€£₩]|米?ドル|どる|ユーロ|ゆーろ|ポンド|ぽんど|ウォン|うぉん|人民元|元"
    r"|(?:dollars?|usd|euros?|eur|pounds?|gbp|yuan|rmb|cny|won|krw)(?![a-z]))"
)
_NOT_YEN_BEFORE = re.compile(r"(?:[$€£₩]|(?<![a-z])(?:usd|eur|gbp|cny|krw|half)) ?\Z")
_COUNTED_AFTER = re.compile(
    r"(?:人|件|個|年|倍|回|台|社|歳|株|冊|本|枚|匹|頭|種|票|km|トン|%)"
    r"|[ -](?:people|persons?|patients?|users?|times|years?|units?|copies|cells|compounds?|km|tons?|tonnes?|miles?)"
    r"(?![a-z])"
)
_VAGUE_BEFORE = re.compile(rf"(?:[数何幾](?={_SMALL})|{_DIGIT}[、,](?={_DIGIT}))")
_ABOUT_BEFORE = re.compile(
    r"(?:約|およそ|おおよそ|だいたい|大体|ほぼ|~"
    r"|(?<![a-z])(?:about|around|roughly|approximately|approx\.?|some|nearly|almost)) ?\Z"
)
_ABOUT_AFTER = re.compile(r" ?(?:程度|前後|くらい|ぐらい|ほど|[弱強](?!化)|or so)")
_LOWER_END = re.compile(rf"(?<![a-z\d.,])(?P<number>{_ARABIC}) ?(?P<sign>~|〜|-|–|—|から|to|and) ?\Z")
_BETWEEN = re.compile(r"(?<![a-z])between \Z")


class Money(NamedTuple):
    """An amount: whole yen, the magnitude it was written in (億 is 100,000,000; 1 for none), and whether it said about.

    Where `yen` equals `unit` no figure was written: 百万円 may be a million yen or the name of a unit.
    """

    yen: int
    unit: int
    approximate: bool


class MoneySpan(NamedTuple):
    """An amount found in a text, from `start` to `end` (characters of that text, without 約 or 程度); as in Money."""

    start: int
    end: int
    yen: int
    unit: int
    approximate: bool


class _Token(NamedTuple):
    kind: str  # number, small, big
    value: Decimal
    name: str
    end: int
    gap: bool  # a blank or hyphen stands before it


class _Sum:
    """What a run of tokens says: 2億5千万 is 2 × 億 + 5 × 千 × 万, each unit below the one before."""

    _NONE = Decimal(10**16)

    def __init__(self, tokens: Iterable[_Token] = ()) -> None:
        self._total = self._section = Decimal(0)
        self._number: Decimal | None = None
        self._last_small = self._last_big = self._NONE
        self._tokens: list[_Token] = []
        for token in tokens:
            self.take(token)

    def take(self, token: _Token) -> bool:
        """Add the token; False, and nothing added, where it cannot follow."""
        if token.kind == "number":
            if self._number is not None:
                return False
            self._number = token.value
        elif token.kind == "small":
            if token.value >= self._last_small:
                return False
            factor = Decimal(1) if self._number is None else self._number
            self._section = _EXACT.add(self._section, _EXACT.multiply(factor, token.value))
            self._number, self._last_small = None, token.value
        else:
            empty = self._number is None and self._last_small == self._NONE
            if empty or token.value >= self._last_big:
                return False
            section = _EXACT.add(self._section, self._number or Decimal(0))
            self._total = _EXACT.add(self._total, _EXACT.multiply(section, token.value))
            self._section, self._number = Decimal(0), None
            self._last_small, self._last_big = self._NONE, token.value
        self._tokens.append(token)
        return True

    def yen(self, currency: bool) -> int | None:
        """Return the whole yen, or None where it is no money: no currency and no magnitude, or no whole yen."""
        bigs = [token for token in self._tokens if token.kind == "big"]
        if not currency:
            if not bigs or bigs[0].value < _MONEY_MAGNITUDE or self._tokens[-1].kind != "big":
                return None
            if any(token.name in _ONLY_WITH_CURRENCY for token in bigs):
                return None
        yen = _EXACT.add(self._total, _EXACT.add(self._section, self._number or Decimal(0)))
        if not self._tokens or yen != yen.to_integral_value() or yen > LARGEST_YEN:
            return None
        return int(yen)


def parse_money(text: str) -> Money | None:
    """Return the amount that the whole of `text` states, or None. 約, about and the like may stand beside it."""
    stripped = align(text).strip()
    spans = find_money(stripped)
    if len(spans) != 1:
        return None
    span = spans[0]
    before = _ABOUT_BEFORE.sub("", stripped[: span.start])
    after = _ABOUT_AFTER.sub("", stripped[span.end :], count=1)
    return None if before or after else Money(span.yen, span.unit, span.approximate)


def find_money(text: str) -> list[MoneySpan]:
    """Return the amounts of yen in `text`, from left to right, without overlaps.

    In a range the lower end takes the unit of the upper: 10〜50億円, between 1.4 and 4 billion yen.
    """
    folded = align(text)
    spans: list[MoneySpan] = []
    position = 0
    while start := _START.search(folded, position):
        tokens, run_end = _run(folded, start.end())
        span = _read(folded, start, tokens)
        if span is None:
            position = max(run_end, start.end() + 1)
            continue
        if (lower := _lower_end(folded, span)) and (not spans or spans[-1].end <= lower.start):
            spans.append(lower)
        spans.append(span)
        position = span.end
    return spans


def _run(text: str, position: int) -> tuple[list[_Token], int]:
    """Return the tokens from `position` that may make one amount, and where the run of characters ends.

    A token that cannot follow ends the run where a gap stands before it. Without a gap nothing from the last gap on can
    be read: 2億3兆 is neither 2億 nor 3兆.
    """
    tokens: list[_Token] = []
    total = _Sum()
    while match := _TOKEN.match(text, position):
        token = _token(match)
        if token.gap and not tokens:
            break
        if not total.take(token):
            if not token.gap:
                while (match := _TOKEN.match(text, position)) and not match["gap"]:
                    position = match.end()
                while tokens and not tokens.pop().gap:
                    pass
            break
        tokens.append(token)
        position = token.end
    return tokens, position


def _token(match: re.Match[str]) -> _Token:
    kind = match.lastgroup or ""
    piece = match[kind]
    gap = bool(match["gap"])
    if kind == "arabic":
        return _Token("number", Decimal(piece.replace(",", "")), piece, match.end(), gap)
    if kind == "kanji":
        digits = "".join("." if char == "・" else str(KANJI_DIGITS[char]) for char in piece)
        return _Token("number", Decimal(digits), piece, match.end(), gap)
    if kind == "word":
        value = sum(_WORDS[word] for word in re.split("[ -]", piece))
        return _Token("number", Decimal(value), piece, match.end(), gap)
    if kind == "small":
        return _Token("small", Decimal(SMALL_UNITS.get(piece, 100)), piece, match.end(), gap)
    name = piece if piece in _BIG else piece.removesuffix("s")
    return _Token("big", Decimal(_BIG[name]), name, match.end(), gap)


def _read(text: str, start: re.Match[str], tokens: list[_Token]) -> MoneySpan | None:
    """Return the amount that begins at `start`: all tokens of its run, or those up to a gap, that can be read whole."""
    if _NOT_YEN_BEFORE.search(text[max(0, start.start() - 8) : start.start()]):
        return None
    if _VAGUE_BEFORE.search(text, max(0, start.end() - 2), start.end() + 1):
        return None
    while tokens:
        end = tokens[-1].end
        suffix = _AFTER.match(text, end)
        if suffix is None and tokens[-1].name in ("oku", "man", "cho", "chou", "おく"):
            suffix = _ROMAJI_AFTER.match(text, end)
        currency = bool(start["currency"] or suffix)
        yen = _Sum(tokens).yen(currency)
        if yen is not None:
            if _NOT_YEN_AFTER.match(text, end) or (not currency and _COUNTED_AFTER.match(text, end)):
                return None
            end = suffix.end() if suffix else end
            about = bool(_ABOUT_BEFORE.search(text[max(0, start.start() - 14) : start.start()]))
            about = about or bool(_ABOUT_AFTER.match(text, end))
            return MoneySpan(start.start(), end, yen, _unit(tokens), about)
        while tokens and not tokens.pop().gap:
            pass
    return None


def _unit(tokens: list[_Token]) -> int:
    """Return the magnitude written last: 10**8 for 億, 10**6 for the 百万 of 100百万円 or of 百万円, 1 for none."""
    if tokens[-1].kind != "big":
        return 1
    unit = int(tokens[-1].value)
    if [token.kind for token in tokens[-3:]] in (["number", "small", "big"], ["small", "big"]) and len(tokens) <= 3:
        unit *= int(tokens[-2].value)
    return unit


def _lower_end(text: str, span: MoneySpan) -> MoneySpan | None:
    """Return the bare number of a range that ends in `span`, in the unit of `span`."""
    match = _LOWER_END.search(text[max(0, span.start - 60) : span.start])
    if match is None or span.unit == 1:
        return None
    start = max(0, span.start - 60) + match.start()
    if match["sign"] == "and" and not _BETWEEN.search(text[max(0, start - 9) : start]):
        return None
    yen = _EXACT.multiply(Decimal(match["number"].replace(",", "")), Decimal(span.unit))
    if yen != yen.to_integral_value() or yen >= span.yen:
        return None
    return MoneySpan(start, start + len(match["number"]), int(yen), span.unit, span.approximate)
