"""Numbers in a question: money, counts, ranks, extensions, years. They are read exactly, never by resemblance."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.model import Mention, Sense
from assistant.text.money import find_money, parse_money
from assistant.text.numbers import find_numbers

_KANJI = "一二三四五六七八九十"
_ERAS = {
    "令和": 2018,
    "れいわ": 2018,
    "reiwa": 2018,
    "r": 2018,
    "平成": 1988,
    "へいせい": 1988,
    "heisei": 1988,
    "昭和": 1925,
    "しょうわ": 1925,
    "showa": 1925,
    "h": 1988,
}
_N = rf"(?:\d+|[{_KANJI}]+)"
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "runner up": 2,
}  # fmt: skip
_KANA_COUNTS = {
    "ひとつ": 1, "ふたつ": 2, "みっつ": 3, "よっつ": 4, "いつつ": 5, "むっつ": 6, "ななつ": 7, "やっつ": 8, "ここのつ": 9,
}  # fmt: skip

_FISCAL = re.compile(
    r"(?P<era>令和|平成|昭和|れいわ|へいせい|しょうわ|(?<![a-z0-9])(?:reiwa|heisei|showa|[rh])) ?"
    rf"(?P<n>\d{{1,2}}|元|[{_KANJI}]{{1,3}})(?P<unit>年度|年|ねんど|ねん)?(?![0-9a-z])"
    r"|(?P<fy>(?<![a-z0-9])(?:fy|fiscal year|fiscal|financial year|jfy) ?)?"
    r"(?P<year>(?:19|20)\d\d)(?P<unit2>年度|年|ねんど)?(?![0-9]|億|万|兆|円|oku)"
)
_RANK = re.compile(
    rf"(?P<from>{_N})(?:位|番目|ばんめ)?(?:から|~|-|〜)(?:第)?(?P<to>{_N})(?:位|番目|ばんめ)"
    rf"|(?P<upto>{_N})(?:位|番目|ばんめ)まで"
    rf"|(?:第|top )?(?P<nth>{_N})(?:位|番目|ばんめ|つ目|つめ|番手)"
    r"|(?<![a-z0-9])(?P<num>\d+)(?:st|nd|rd|th)(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|runner up)(?![a-z])"
    r"|(?<![a-z0-9])(?:ranks? |places? |positions? |nos? |numbers? )(?P<a>\d)(?: (?:to|through|and|-) (?P<b>\d))?(?![0-9])"
)
_SPAN_EN = re.compile(
    r"(?<![a-z0-9])(?P<from>\d|first|second|third|fourth|fifth|sixth|seventh)(?:st|nd|rd|th)? (?:to|through) (?:the )?"
    r"(?P<to>\d|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?:st|nd|rd|th)?(?![a-z0-9])"
)
_COUNT = re.compile(
    rf"全?(?P<n>{_N})(?:つ|件|個|事業|本|課|省庁|府省|省|ぷろぐらむ|者)(?:以上|いじょう)?"
    rf"|(?P<kana>{'|'.join(_KANA_COUNTS)})"
    rf"|(?<![a-z0-9])(?P<en>{'|'.join(_ENGLISH)})(?![a-z])"
    r"|(?<![a-z0-9.])(?P<d>\d{1,2})(?![0-9a-z.]|年|月|日|億|万|兆|円|%|位|番)"
)
_PERCENT = re.compile(r"(?P<n>\d+(?:\.\d+)?) ?(?:%|パーセント|percent|per cent|ぱせんと)")
_TENTHS = re.compile(r"(?<![0-9.])(?P<n>[1-9一二三四五六七八九]) ?割")
_HALVES = re.compile(
    r"半分|半数|過半数?|(?<![a-z])(?:a )?(?P<en>half|majority|quarter|third)(?= (?:of|the|all))"
    r"|(?P<n>[二三四五2345])分の(?P<m>[一二三四1234])"
)
_NAMED_PORTIONS = {"half": 50.0, "majority": 50.0, "quarter": 25.0, "third": 100 / 3}
_DIGITS = re.compile(
    r"(?<![0-9a-z.])(?P<d>\d{3,5})(?:番(?!目|号))?"
    r"(?![0-9.]|億|万|兆|円|年|月|百|千|oku| oku| yen| million| billion| trillion|百万)"
)
BAND = "台"
"""After an amount it means from there to the next step (10億円台 is 1,000 to 1,999 million yen)."""
_SHARED_UNIT = re.compile(
    r"(?<![0-9a-z.])(?P<a>\d+(?:\.\d+)?) ?(?:up to|to|and|through|or|-|~|から|〜|以上) ?(?:¥|jpy ?)?"
    r"(?P<b>\d+(?:\.\d+)?) ?(?P<unit>trillion|billion|million|bn|mn|oku|m|兆|億|百万|千万|万)"
)
_DATE = re.compile(
    r"(?:(?P<era>令和|平成|r) ?(?P<n>\d{1,2}|元)年?|(?P<y>20\d\d)) ?[年./~-] ?"
    r"(?P<m>\d{1,2}) ?(?:月|[./~-])(?: ?(?P<d>\d{1,2})日?)?"
    r"|(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?"
    r"(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (?P<d3>\d{1,2})(?:st|nd|rd|th)?)? (?P<y2>20\d\d)"
)
_DURATION = re.compile(
    rf"(?P<n>(?<![0-9.])\d{{1,2}}|[{_KANJI}]{{1,2}}) ?(?:(?P<ja>年間?(?!度|目|前|月|[0-9])|[かヶケ箇カ]月間?|ねんかん))"
    rf"|(?<![a-z0-9.])(?P<en>\d{{1,2}}|{'|'.join(_ENGLISH)})[ -](?P<unit>year|month)s?(?: long)?(?![a-z])"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DECIMALS = re.compile(
    rf"小数(?:点)?(?:以下)?(?:第?{_N}(?:位|桁))?(?:まで)?"
    rf"|(?:to |with )?(?:{'|'.join(_ENGLISH)}|\d) decimals?(?: places?| points?)?(?![a-z])"
)
"""How exactly a share is wanted: it is always given to two decimals."""
_UNKNOWN_PROJECT = re.compile(r"(?<![a-z0-9])(?:pj|project|第) ?(?P<n>[06-9]|[1-9]\d+)(?![0-9])(?:ぷろじぇくと)?")
_PROJECTS = re.compile(
    r"(?<![a-z0-9])(?:pj|projects?) ?(?P<a>[1-5])(?:~|-|から| to | through | and |と|,| |及び|および)"
    r"(?:pj ?)?(?P<b>[1-5])(?![0-9])"
)


def to_int(text: str) -> int:
    """Return a small whole number written in digits, kanji (十二), or as an English word."""
    if text in _ENGLISH or text in _ORDINALS:
        return _ENGLISH.get(text) or _ORDINALS[text]
    if text == "元":
        return 1
    spans = find_numbers(text)
    return spans[0].value if spans else 0


def figures(folded: str) -> list[Mention]:
    """Return every number mention of a folded question; overlapping ones are left for the explanation to choose from."""
    found: list[Mention] = []

    def add(start: int, end: int, kind: str, value: object) -> None:
        found.append(Mention(start, end, folded[start:end], (Sense(kind, str(value)),), "number", 100.0, value))

    for span in find_money(folded):
        add(span.start, span.end + folded.startswith(BAND, span.end), "money", span.yen)
    for match in _SHARED_UNIT.finditer(folded):
        first = parse_money(match["a"] + match["unit"])
        if first is not None:
            add(match.start("a"), match.end("a"), "money", first.yen)
    for match in _FISCAL.finditer(folded):
        _fiscal(match, add)
    for match in _RANK.finditer(folded):
        _rank(match, add)
    for match in _COUNT.finditer(folded):
        value = _KANA_COUNTS.get(match["kana"] or "") or to_int(match["n"] or match["en"] or match["d"] or "")
        if value:
            end = match.end() - (2 if match.group().endswith("以上") else 4 if match.group().endswith("いじょう") else 0)
            add(match.start(), end, "count", value)
    for kind, pattern, value_of in _PLAIN:
        for match in pattern.finditer(folded):
            add(match.start(), match.end(), kind, value_of(match))
    for match in _PROJECTS.finditer(folded):
        _projects(match, found)
    return found


def _date(match: re.Match[str]) -> str:
    """Return a date as YYYY-MM or YYYY-MM-DD."""
    if match["mon"]:
        year, month, day = int(match["y2"]), _MONTHS.index(match["mon"]) + 1, match["d2"] or match["d3"]
    else:
        year = int(match["y"]) if match["y"] else _ERAS[match["era"]] + to_int(match["n"])
        month, day = int(match["m"]), match["d"]
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _fiscal(match: re.Match[str], add: object) -> None:
    """Add a year mention: a fiscal year (western), with whether it was said to be one."""
    assert callable(add)
    if match["year"]:
        year = int(match["year"])
        said = bool(match["fy"] or match["unit2"])
    else:
        year = _ERAS[match["era"]] + to_int(match["n"])
        short = match["era"] in ("r", "h") and not match.string[match.end() : match.end() + 1].isascii()  # R4の, H30末
        said = bool(match["unit"]) or len(match["era"]) > 1 or short
    if said or match["year"]:
        add(match.start(), match.end(), "year", year)


def _rank(match: re.Match[str], add: object) -> None:
    """Add an ordinal, or a slice of a ranking."""
    assert callable(add)
    if match["from"]:
        add(match.start(), match.end(), "slice", (to_int(match["from"]), to_int(match["to"])))
    elif match["upto"]:
        add(match.start(), match.end(), "slice", (1, to_int(match["upto"])))
    elif match["a"]:
        if match["b"]:
            add(match.start(), match.end(), "slice", (int(match["a"]), int(match["b"])))
        else:
            add(match.start(), match.end(), "ordinal", int(match["a"]))
    else:
        add(match.start(), match.end(), "ordinal", to_int(match["nth"] or match["num"] or match["word"]))


def _projects(match: re.Match[str], found: list[Mention]) -> None:
    """Add PJ1〜5 as all the projects between, or PJ1 and 3 as those two."""
    low, high = sorted((int(match["a"]), int(match["b"])))
    separator = match.group()[len(match.group().split(match["a"])[0]) + 1 :]
    through = any(sign in separator for sign in ("~", "-", "から", "to", "through"))
    numbers = range(low, high + 1) if through else (low, high)
    senses = tuple(Sense("category", f"pj{n}") for n in numbers)
    if low != high:
        found.append(Mention(match.start(), match.end(), match.group(), senses, "number", 100.0, tuple(s.id for s in senses)))


def _months(match: re.Match[str]) -> int:
    """Return a length of time in months."""
    number = to_int(match["n"] or match["en"])
    return number * (1 if (match["unit"] == "month" or "月" in (match["ja"] or "")) else 12)


def _portion(match: re.Match[str]) -> float:
    """Return a portion said in words as a percentage."""
    if match["n"]:
        return 100.0 * to_int(match["m"]) / to_int(match["n"])
    return _NAMED_PORTIONS.get(match["en"] or "half", 50.0)


_PLAIN: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], object]], ...] = (
    ("date", _DATE, _date),
    ("slice", _SPAN_EN, lambda match: (to_int(match["from"]), to_int(match["to"]))),
    ("digits", _DIGITS, lambda match: match["d"]),
    ("percent", _PERCENT, lambda match: float(match["n"])),
    ("percent", _TENTHS, lambda match: 10.0 * to_int(match["n"])),
    ("percent", _HALVES, _portion),
    ("function", _DECIMALS, lambda match: match.group()),
    ("duration", _DURATION, _months),
    ("missing_category", _UNKNOWN_PROJECT, lambda match: f"PJ{match['n']}"),
)
"""Patterns whose value needs nothing but the match, with the kind of number that they find."""
