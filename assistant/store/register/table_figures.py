"""What stands in a cell of somebody's table: figures of money with their units, fiscal years, stages. Pure functions."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

from assistant.text.fold import nfkc_fold
from assistant.text.money import LARGEST_YEN, parse_money

OLDEST_YEAR, NEWEST_YEAR = 1947, 2100
"""The fiscal years that the store takes."""

_UNITS = {
    "円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "千万円": 10**7, "億円": 10**8, "十億円": 10**9, "兆円": 10**12,
    "yen": 1, "jpy": 1, "thousand yen": 10**3, "million yen": 10**6, "100 million yen": 10**8, "billion yen": 10**9,
    "trillion yen": 10**12,
}  # fmt: skip
_YEN_OF = {name.replace(" ", ""): yen for name, yen in _UNITS.items()}
UNIT = "|".join(re.escape(unit).replace(r"\ ", "[ _]?") for unit in sorted(_UNITS, key=len, reverse=True))
"""A pattern of every unit, the longest first, for text that is folded and in small letters."""

STAGES = {
    "initial": ("当初予算", "当初予算額", "当初", "initial", "initial budget", "initial amount"),
    "supplementary": ("補正予算", "補正予算額", "補正", "supplementary", "supplementary budget", "supplementary amount"),
    "carried in": ("前年度から繰越し", "前年度からの繰越し", "前年度から繰越", "前年度からの繰越", "前年度繰越", "前年度繰越額",
                   "carried in", "carried in amount"),
    "carried out": ("翌年度へ繰越し", "翌年度への繰越し", "翌年度へ繰越", "翌年度への繰越", "翌年度繰越", "翌年度繰越額",
                    "carried out", "carried out amount"),
    "reserve": ("予備費等", "予備費", "reserve", "reserve amount"),
    "total": ("予算計", "予算額", "予算",
              "予算額計", "予算合計", "予算現額", "計", "total", "total budget", "total amount", "budget"),
    "executed": ("執行額", "執行", "executed", "executed amount"),
    "requested": ("要求額", "概算要求額", "概算要求", "要求", "requested", "requested amount", "request", "budget request"),
}  # fmt: skip
"""Each stage of a budget as the schema names it, with the words that headings and cells say for it."""

_YEAR = re.compile(
    r"(?:fy|fiscal year|西暦)? ?(?<![\d.,])(?P<year>(?:18|19|20|21)\d\d)(?:\.0)?(?![\d.,]) ?(?:会計年度|年度|年|fy)?"
    r"|(?P<era>令和|平成|昭和|大正|(?<![a-z])[rhs])\.? ?(?P<of_era>\d{1,2}|元)(?!\d) ?(?:年度|年)?"
)
_BEFORE_ERA = {"令": 2018, "平": 1988, "昭": 1925, "大": 1911, "r": 2018, "h": 1988, "s": 1925}
_BLANK = frozenset({"", "-", "--", "−", "–", "—", "―", "ー", "─", "…", "...", "n/a", "なし", "該当なし", "未定"})
_UNPRINTED_YEAR = _BLANK | {"不明", "終了予定なし", "予定なし", "未確定", "none", "open"}
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
_FIGURE = re.compile(rf"(?P<sign>[△▲\-−–+]?) ?[¥\\]? ?{_NUMBER} ?(?P<unit>{UNIT})?")
_IN_BRACKETS = re.compile(r"\((?P<inner>[^△▲\-−–+()]+)\)(?P<unit>[^\d()]*)")
_EXACT = Context(prec=60)


class CellError(Exception):
    """A cell does not hold what its column should; what is wrong, in both languages, without the line."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


class Unit(NamedTuple):
    """A unit of money: as it is written, and how many yen it is."""

    written: str
    yen: int


def folded(text: str) -> str:
    """Return `text` after NFKC, with blanks and line breaks of any kind as one blank and none at the ends."""
    return " ".join(nfkc_fold(text).split())


def key(text: str) -> str:
    """Return what two spellings of a heading share: folded, in small letters, nothing but letters and digits."""
    return re.sub(r"[\W_]+", "", nfkc_fold(text).casefold())


def is_blank(text: str) -> bool:
    """Whether a folded cell says that there is no figure: nothing, a dash, 未定, n/a."""
    return text.casefold() in _BLANK


def unit_of(text: str) -> Unit | None:
    """Return the unit of money that the whole of `text` names (千円, (単位:百万円), million yen), or None."""
    words = re.sub(r"^(?:単位|unit|in) ?:? ?", "", folded(text).casefold().strip("()[]【】 "))
    yen = _YEN_OF.get(re.sub("[ _]", "", words))
    return None if yen is None else Unit(words.replace("_", " ").strip(), yen)


def stage_of(text: str) -> str | None:
    """Return the stage that `text` names, as the schema writes it, or None."""
    return _STAGE_OF.get(key(text))


_STAGE_OF = {key(word): stage for stage, words in STAGES.items() for word in words}


def split_years(text: str) -> tuple[set[int], str]:
    """Return the years that `text` names (2023年度, FY2023, 令和5年度, R5), and the rest, folded and in small letters."""
    years = set()

    def take(match: re.Match[str]) -> str:
        if match["year"]:
            years.add(int(match["year"]))
        else:
            years.add(_BEFORE_ERA[match["era"][0]] + (1 if match["of_era"] == "元" else int(match["of_era"])))
        return " "

    return years, _YEAR.sub(take, folded(text).casefold())


def year_of(text: str, *, fiscal: bool = True) -> int | None:
    """Return the year that a cell states, None for an empty one or 未定.

    `fiscal` asks for one that the store takes (1947 to 2100). Raises CellError for anything else.
    """
    if folded(text).casefold() in _UNPRINTED_YEAR:
        return None
    years, rest = split_years(text)
    if len(years) != 1 or key(rest):
        raise CellError(
            f"「{shown(text)}」は年度として読めません（例：2023、2023年度、令和5年度）",
            f'"{shown(text)}" is no fiscal year (such as 2023, FY2023 or 令和5年度)',
        )
    (year,) = years
    if fiscal and not OLDEST_YEAR <= year <= NEWEST_YEAR:
        raise CellError(
            f"年度 {year} は {OLDEST_YEAR}〜{NEWEST_YEAR} の外です",
            f"the year {year} is not within {OLDEST_YEAR} to {NEWEST_YEAR}",
        )
    return year


def carries_unit(text: str) -> bool:
    """Whether a figure names its unit itself (12.5億円)."""
    cell = folded(text).casefold()
    return re.search(UNIT, cell) is not None or parse_money(cell) is not None


def yen_of(text: str, unit: Unit | None) -> tuple[int, str] | None:
    """Return whole yen of a cell and the figure as printed with its unit; None for an empty cell.

    A unit in the cell goes before `unit`. Raises CellError where it is no figure, has no unit, or is no whole yen.
    """
    cell = folded(text).casefold()
    if cell in _BLANK:
        return None
    negative, figure = False, cell
    if bracketed := _IN_BRACKETS.fullmatch(cell):
        negative, figure = True, bracketed["inner"].strip() + bracketed["unit"]
    match = _FIGURE.fullmatch(figure)
    if match is None:
        return _compound(text, figure, negative)
    own = unit_of(match["unit"]) if match["unit"] else None
    number = Decimal(match["number"].replace(",", ""))
    if own is None and unit is None and number:
        raise CellError(f"「{shown(text)}」の単位がわかりません", f'"{shown(text)}" has no unit')
    taken = own or unit or Unit("円", 1)
    yen = _whole(text, _EXACT.multiply(number, Decimal(taken.yen)))
    sign = -1 if negative or match["sign"] in tuple("△▲-−–") else 1
    blank = " " if taken.written.isascii() else ""
    return sign * yen, folded(text) if own else f"{folded(text)}{blank}{taken.written}"


def shown(text: str) -> str:
    """Return a cell as a message quotes it: on one line, at most 40 characters."""
    line = "".join(char if char.isprintable() else "�" for char in folded(text))
    return line if len(line) <= 40 else f"{line[:39]}…"


def _compound(text: str, figure: str, negative: bool) -> tuple[int, str]:
    """Read 1億2,000万円, which is more than one number and unit."""
    sign = figure[:1] if figure[:1] in tuple("△▲-−–") else ""
    money = parse_money(figure[len(sign) :])
    if money is None or money.approximate or not re.search(r"\d", figure):
        raise CellError(f"「{shown(text)}」は金額として読めません", f'"{shown(text)}" is no amount of money')
    return (-money.yen if negative or sign else money.yen), folded(text)


def _whole(text: str, yen: Decimal) -> int:
    if yen != yen.to_integral_value():
        raise CellError(f"「{shown(text)}」は1円未満の端数になります", f'"{shown(text)}" is no whole number of yen')
    if yen > LARGEST_YEN:
        raise CellError(f"「{shown(text)}」は大きすぎます", f'"{shown(text)}" is too large')
    return int(yen)
