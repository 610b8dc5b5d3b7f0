"""Reads review sheets as JUDGIT! publishes them: one JSON object a line, amounts in million yen (百万円)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from assistant.store.register import lines
from assistant.store.register.contacts import contacts
from assistant.store.register.model import Fault, Former, Origin, Payment, ReviewSheet, Stated, Tells
from assistant.store.register.numbers import Figure, Figures, figure
from assistant.store.register.texts import fold, fold_again

ORIGIN = Origin(
    id="judgit",
    title="行政事業レビューシート",
    title_en="Administrative project review sheets",
    publisher="行政事業レビュー（JUDGIT!）",
    publisher_en="Administrative project review (JUDGIT!)",
)
STAGES = {
    "当初予算": "initial",
    "補正予算": "supplementary",
    "前年度から繰越し": "carried in",
    "翌年度へ繰越し": "carried out",
    "予備費等": "reserve",
    "予算計": "total",
    "執行額": "executed",
    "要求額": "requested",
}
FIRST_YEAR, LAST_YEAR = 1947, 2100  # as the schema has it
_HEISEI = 1988
_NUMBER = ("事業番号1", "事業番号2", "事業番号3", "事業番号4", "事業番号5")
_STAGES = tuple(STAGES.items())
# A tuple made without its class's own __new__ takes half the time, and there are two million of them.
_STATED: Callable[[tuple[int, str, int, str]], Stated] = partial(tuple.__new__, Stated)
_PAYMENT: Callable[[tuple[int, str, int, str, str | None, int]], Payment] = partial(tuple.__new__, Payment)
_ACCOUNTS = {
    "一般予算": "一般会計",
    "財政投融資特定国有財産特別会計整備勘定": "財政投融資特別会計特定国有財産整備勘定",
}
_POLICIES = {"国土強靭化": "国土強靱化施策"}
_NOTHING = {"", "False", "True", "None"}


class DamagedError(Exception):
    """What is wrong with a line, in both languages."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


def read(file: Path, tell: Tells | None = None) -> Iterator[ReviewSheet | Fault]:
    """Yield the sheets of a .ndjson file, gzipped or not; a line that is none is a Fault. DataError as `Reads` says."""
    decode = _decoder()
    for number, line in lines.lines(file, tell):
        try:
            yield sheet(decode(line.decode("utf-8")), number)
        except DamagedError as damage:
            yield Fault(file, number, damage.ja, damage.en)
        except UnicodeDecodeError:
            yield Fault(file, number, "UTF-8ではありません", "it is not UTF-8")
        except (ValueError, RecursionError) as error:
            yield Fault(file, number, f"JSONとして読めません（{error}）", f"it is not JSON ({error})")


def _decoder() -> Callable[[str], Any]:
    figures = Figures()
    return json.JSONDecoder(parse_float=figures.__getitem__, parse_constant=_refuse).decode


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def sheet(entry: Any, line: int) -> ReviewSheet:
    """Return the sheet of a line, decoded, whose decimal numbers are Figures. Raises DamagedError."""
    if not isinstance(entry, dict):
        raise DamagedError("JSONオブジェクトではありません", "it is no JSON object")
    review_year = _year(entry, "公開年度")
    start, end = _year_or_none(entry, "開始年度"), _year_or_none(entry, "終了年度")
    lineage = entry.get("事業ID")
    return ReviewSheet(
        review_year=review_year,
        number=_needed(entry, "事業番号"),
        name=_needed(entry, "事業名"),
        ministry=_needed(entry, "府省庁"),
        contacts=contacts(_text(entry, "担当部局庁"), _text(entry, "担当課室")),
        accounts=_names(entry, "会計区分", _ACCOUNTS),
        policies=_names(entry, "主要施策", _POLICIES),
        start_year=start,
        end_year=end,
        purpose=_text(entry, "事業目的"),
        overview=_text(entry, "事業概要"),
        amounts=tuple(_amounts(_objects(entry, "予算"))),
        payments=tuple(map(_payment, _objects(entry, "支出先"))),
        former=tuple(map(_former, _objects(entry, "関連する過去のレビューシート"))),
        lineage=None if lineage is None else str(lineage),
        url=_text(entry, "url") or None,
        line=line,
    )


def _wrong(key: str, value: Any) -> DamagedError:
    if value is None:
        return DamagedError(f"{key} がありません", f"{key} is missing")
    shown = repr(value)[:40]
    return DamagedError(f"{key} の値が不正です（{shown}）", f"{key} has a wrong value ({shown})")


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or not _writable(value):
        raise _wrong(key, value)
    return value


def _writable(text: str) -> bool:
    """Whether a text is one that a file can hold: half a surrogate pair is none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _needed(entry: dict[str, Any], key: str) -> str:
    text = fold(_text(entry, key))
    if not text:
        raise _wrong(key, None)
    return text


def _year(entry: dict[str, Any], key: str) -> int:
    value = entry.get(key)
    if type(value) is not int or not FIRST_YEAR <= value <= LAST_YEAR:
        raise _wrong(key, value)
    return value


def _year_or_none(entry: dict[str, Any], key: str) -> int | None:
    """Return a year; one out of range (9999 for no end) is none. Raises DamagedError for what is no number."""
    value = entry.get(key)
    if value is None:
        return None
    if type(value) is not int:
        raise _wrong(key, value)
    return value if FIRST_YEAR <= value <= LAST_YEAR else None


def _objects(entry: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise _wrong(key, value)
    for each in value:
        if type(each) is not dict:
            raise _wrong(key, value)
    return value


def _names(entry: dict[str, Any], key: str, usual: dict[str, str]) -> tuple[str, ...]:
    """Return the names of a list, each once, under its usual name; several in one entry stand apart by commas."""
    value = entry.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _wrong(key, value)
    names = (part.strip() for each in value for part in fold_again(each).split(","))
    return tuple(dict.fromkeys(usual.get(name, name) for name in names if name not in _NOTHING))


def _amounts(entries: list[dict[str, Any]]) -> Iterator[Stated]:
    """Yield what the fiscal years state; a figure that a sheet leaves blank is 0.0 here, and is taken as that."""
    for entry in entries:
        year = _year(entry, "年度")
        for key, stage in _STAGES:
            value = entry.get(key)
            if type(value) is Figure:
                yield _STATED((year, stage, *value))
            elif value is not None:
                yield _STATED((year, stage, *_figure(key, value)))


def _figure(key: str, value: Any) -> Figure:
    """Return the amount of a number that is no Figure yet, as one without a decimal point is not."""
    if type(value) is not int:
        raise _wrong(key, value)
    try:
        return figure(str(value))
    except ValueError as error:
        raise _wrong(key, value) from error


def _payment(entry: dict[str, Any]) -> Payment:
    get = entry.get
    year, block, position = get("年度"), get("グループ"), get("番号")
    name, number, amount = get("支出先名"), get("法人番号"), get("支出額")
    if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
        raise _wrong("年度", year)
    if type(position) is not int or not 0 <= position < 1 << 31:
        raise _wrong("番号", position)
    if type(block) is not str:
        raise _wrong("グループ", block)
    if type(name) is not str:
        raise _wrong("支出先名", name)
    if number is not None and type(number) is not str:
        raise _wrong("法人番号", number)
    if type(amount) is not Figure:
        amount = _figure("支出額", amount)
    return _PAYMENT((year, block, position, fold_again(name), number or None, amount[0]))


def _former(entry: dict[str, Any]) -> Former:
    year = entry.get("年度")
    if type(year) is not int:
        raise _wrong("年度", year)
    number = "-".join(fold(str(entry[key])) for key in _NUMBER if entry.get(key))
    return Former(fold_again(_text(entry, "府省庁")), year + _HEISEI if 0 < year < 100 else year, number)
