"""Which column of somebody's table holds what: the mapping file, and the headings that are understood without one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from assistant.errors import DataError
from assistant.store.register.table_figures import (
    NEWEST_YEAR,
    OLDEST_YEAR,
    STAGES,
    UNIT,
    Unit,
    folded,
    key,
    shown,
    split_years,
    stage_of,
    unit_of,
)

FIELDS = {
    "id": ("事業番号", "事業ID", "予算事業ID", "事業コード", "id", "programme id", "program id", "project id", "number",
           "programme number", "program number", "project number", "code"),
    "name": ("事業名", "事業名称", "事業の名称", "事務事業名", "予算事業名", "name", "programme", "program", "project",
             "programme name", "program name", "project name"),
    "ministry": ("府省庁", "府省", "府省名", "府省庁名", "省庁", "省庁名", "所管", "所管府省", "所管府省庁",
                 "自治体", "自治体名", "都道府県",
                 "団体", "団体名", "会社", "会社名", "ministry", "agency", "organisation", "organization", "company"),
    "bureau": ("局", "局名", "部局", "部局名", "部局庁", "担当局", "担当部局", "担当部局庁", "bureau", "department"),
    "division": ("課", "課名", "課室", "課・室", "課室名", "担当課", "担当課室", "division", "section"),
    "extension": ("内線", "内線番号", "extension", "ext"),
    "account": ("会計", "会計区分", "会計名", "account"),
    "policy": ("政策", "政策名", "施策", "施策名", "主要施策", "policy"),
    "start_year": ("開始年度", "事業開始年度", "start year", "start", "first year"),
    "end_year": ("終了年度", "事業終了年度", "終了予定年度", "事業終了予定年度",
                 "事業終了（予定）年度", "end year", "end", "last year"),
    "purpose": ("目的", "事業目的", "事業の目的", "purpose", "objective"),
    "overview": ("概要", "事業概要", "事業の概要", "overview", "summary", "description"),
    "fiscal_year": ("年度", "会計年度", "予算年度", "fiscal year", "fy", "year", "budget year"),
    "review_year": ("公開年度", "レビュー年度", "レビュー実施年度", "review year"),
    "stage": ("段階", "予算段階", "予算区分", "stage", "budget stage"),
    "unit": ("単位", "金額単位", "unit"),
    "url": ("url", "リンク", "link"),
}  # fmt: skip
"""What a column may hold beside money, as the mapping file calls it, with the headings that are understood."""

AMOUNT = ("金額", "amount")
"""Headings of a column of money whose stage stands in a column of its own, or in the mapping file."""

_FIELD_OF = {key(word): name for name, words in FIELDS.items() for word in words}
_STAGE_KEYS = {stage.replace(" ", "_"): stage for stage in STAGES}
_AMOUNT = {key(word) for word in AMOUNT}
_BRACKETED_UNIT = re.compile(rf"[(\[【](?:(?:単位|unit|in) ?:? ?)?(?P<unit>{UNIT})[)\]】]")
_LAST_UNIT = re.compile(rf"(?:[ _:/,・]+(?:in )?|(?<=[額算計]))(?P<unit>{UNIT})$")
_UNIT_ABOVE = re.compile(rf"(?:単位|unit|in) ?:? ?(?P<unit>{UNIT})")


class Amount(NamedTuple):
    """A column of money; what is None stands in the row, or in the mapping file."""

    column: int
    heading: str
    stage: str | None
    fiscal_year: int | None
    unit: Unit | None


class MappedAmount(NamedTuple):
    """A column of money that the mapping file names."""

    heading: str
    stage: str
    fiscal_year: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """What a mapping file says; nothing where there is none. docs/import-csv.md explains every key."""

    unit: str | None = None
    """Of the figures whose heading, row and cell name none."""
    ministry: str | None = None
    fiscal_year: int | None = None
    review_year: int | None = None
    stage: str | None = None
    ignore: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field or stage (`carried_in`), and the heading of its column."""
    amounts: tuple[MappedAmount, ...] = ()

    @classmethod
    def load(cls, file: Path) -> Columns:
        """Read a mapping file. Raises DataError with every mistake in it."""
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise DataError(f"対応表 {file} を読めません：{reason}", f"Cannot read the mapping {file}: {reason}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise DataError(
                f"対応表 {file} は TOML として読めません：{error}", f"The mapping {file} is not TOML: {error}"
            ) from error
        wrong = list(_mistakes(said))
        if wrong:
            raise DataError(
                "\n  ".join([f"対応表 {file} に誤りがあります。次の箇所を直してください。", *(ja for ja, _en in wrong)]),
                "\n  ".join([f"The mapping {file} has mistakes:", *(en for _ja, en in wrong)]),
            )
        amounts = tuple(
            MappedAmount(a["heading"], _STAGE_KEYS[a["stage"]], a.get("fiscal_year"), a.get("unit"))
            for a in said.pop("amounts", ())
        )
        if "stage" in said:
            said["stage"] = _STAGE_KEYS[said["stage"]]
        return cls(amounts=amounts, ignore=tuple(said.pop("ignore", ())), **said)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in one table."""

    headings: tuple[str, ...]
    texts: Mapping[str, int]
    amounts: tuple[Amount, ...]
    unread: tuple[str, ...]
    """Headings that are not understood and not read."""


def recognised(headings: Sequence[str], columns: Columns) -> int:
    """Return how many of these cells are headings that are understood: what tells the separator and the heading line."""
    found = sum(1 for heading in headings if heading and _understood(heading, 0) is not None)
    return found + len({folded(name) for name in _mapped(columns)} & {folded(heading) for heading in headings})


def layout(file: Path, headings: Sequence[str], columns: Columns, above: Sequence[str] = ()) -> Layout:
    """Return where everything stands. `above` are the lines before the headings, which may name the unit.

    Raises DataError, with the headings that were found and what is needed, where a heading of the mapping is not there, two
    columns hold the same, or there is no name, no ministry, no amount, or an amount without stage or fiscal year.
    """
    named = [folded(heading) for heading in headings]
    absent = [name for name in _mapped(columns) if folded(name) not in named]
    if absent:
        raise _without(
            file,
            headings,
            [(f"対応表にある見出し「{shown(name)}」", f"the heading “{shown(name)}” of the mapping") for name in absent],
        )
    texts, amounts = _by_mapping(named, columns)
    taken = {*texts.values(), *(amount.column for amount in amounts)}
    ignored = {folded(name) for name in columns.ignore}
    stated = {(amount.stage, amount.fiscal_year) for amount in amounts}
    unread: list[str] = []
    for index, heading in enumerate(named):
        if index in taken or heading in ignored or not heading:
            continue
        found = _understood(heading, index)
        if isinstance(found, Amount) and (found.stage, found.fiscal_year) not in stated:
            amounts.append(found)
        elif isinstance(found, str) and found not in columns.columns:
            if found in texts:
                raise _twice(file, named[texts[found]], heading)
            texts[found] = index
        else:
            unread.append(heading)
    default = next((unit_of(m["unit"]) for line in above if (m := _UNIT_ABOVE.search(folded(line).casefold()))), None)
    amounts = [amount if amount.unit else amount._replace(unit=default) for amount in amounts]
    if "stage" not in texts and not columns.stage and any(amount.stage for amount in amounts):
        unread += [amount.heading for amount in amounts if not amount.stage]
        amounts = [amount for amount in amounts if amount.stage]
    _needed(file, headings, columns, texts, amounts)
    for index, amount in enumerate(amounts):
        twin = next((a for a in amounts[:index] if (a.stage, a.fiscal_year) == (amount.stage, amount.fiscal_year)), None)
        if twin:
            raise _twice(file, twin.heading, amount.heading)
    return Layout(tuple(named), texts, tuple(amounts), tuple(unread))


def _by_mapping(named: Sequence[str], columns: Columns) -> tuple[dict[str, int], list[Amount]]:
    """Return the columns that the mapping file names; the unit may stand in the heading all the same."""
    texts: dict[str, int] = {}
    amounts: list[Amount] = []
    for mapped in columns.amounts:
        index = named.index(folded(mapped.heading))
        unit = unit_of(mapped.unit) if mapped.unit else _unit_in(named[index])[0]
        amounts.append(Amount(index, named[index], mapped.stage, mapped.fiscal_year, unit))
    for name, heading in columns.columns.items():
        index = named.index(folded(heading))
        if name in FIELDS:
            texts[name] = index
        else:
            unit, rest = _unit_in(named[index])
            years, _rest = split_years(rest)
            year = next(iter(years)) if len(years) == 1 else None
            amounts.append(Amount(index, named[index], _STAGE_KEYS.get(name), year, unit))
    return texts, amounts


def _understood(heading: str, index: int) -> str | Amount | None:
    """Return the field, or the column of money, that a heading names by itself; None where it is not understood."""
    if (whole := key(heading)) in _FIELD_OF:
        return _FIELD_OF[whole]
    unit, rest = _unit_in(heading)
    years, words = split_years(rest)
    stage = stage_of(words)
    if len(years) > 1 or any(not OLDEST_YEAR <= year <= NEWEST_YEAR for year in years):
        return None
    if stage is None and key(words) not in _AMOUNT and not (years and not key(words)):
        return None
    return Amount(index, folded(heading), stage, next(iter(years), None), unit)


def _unit_in(heading: str) -> tuple[Unit | None, str]:
    """Return the unit that a heading names and the heading without it, folded, in small letters."""
    small = folded(heading).casefold()
    match = _BRACKETED_UNIT.search(small) or _LAST_UNIT.search(small)
    if match is None:
        return None, small
    return unit_of(match["unit"]), small[: match.start()] + small[match.end() :]


def _needed(file: Path, headings: Sequence[str], columns: Columns, texts: Mapping[str, int], amounts: Sequence[Amount]) -> None:
    """Raise DataError with everything that a table must state and this does not."""
    lacking: list[tuple[str, str]] = []
    if "name" not in texts:
        lacking.append(("事業名の列（「事業名」「name」など）", "a column of names (事業名, name …)"))
    if "ministry" not in texts and not columns.ministry:
        lacking.append(
            ("府省庁の列（「府省庁」「ministry」など）、または対応表の ministry",
             "a column of ministries (府省庁, ministry …), or `ministry` in the mapping")
        )  # fmt: skip
    if not amounts:
        lacking.append(
            ("金額の列（「当初予算」「予算額（千円）」「2023年度執行額」など、または「段階」と「金額」）",
             "a column of amounts (当初予算, total, 2023年度執行額 …, or stage and amount)")
        )  # fmt: skip
    if any(amount.stage is None for amount in amounts) and "stage" not in texts and not columns.stage:
        lacking.append(
            (
                "金額の段階（「段階」の列、または対応表の stage）",
                "the stage of the amounts (a column 段階/stage, or `stage` in the mapping)",
            )
        )
    if any(a.fiscal_year is None for a in amounts) and "fiscal_year" not in texts and columns.fiscal_year is None:
        lacking.append(
            ("金額の年度（「年度」の列、「2023年度当初予算」のような見出し、または対応表の fiscal_year）",
             "the fiscal year of the amounts (a column 年度/fiscal year, a heading such as 2023 initial, or `fiscal_year` "
             "in the mapping)")
        )  # fmt: skip
    if lacking:
        raise _without(file, headings, lacking)


def _without(file: Path, headings: Sequence[str], lacking: Sequence[tuple[str, str]]) -> DataError:
    found = [shown(heading) for heading in headings if folded(heading)]
    return DataError(
        "\n  ".join([
            f"{file} の見出しから列を読み取れません。",
            f"見つかった見出し：{'、'.join(found)}",
            *(f"足りないもの：{ja}" for ja, _en in lacking),
            "見出しを直すか、対応表（--columns）で列を指定してください。",
        ]),
        "\n  ".join([
            f"The headings of {file} do not tell which column is which.",
            f"Found: {', '.join(found)}",
            *(f"Needed: {en}" for _ja, en in lacking),
            "Change the headings, or name the columns in a mapping (--columns).",
        ]),
    )  # fmt: skip


def _twice(file: Path, first: str, second: str) -> DataError:
    return DataError(
        f"{file} の見出し「{shown(first)}」と「{shown(second)}」は同じ内容を指しています。"
        "読まない方を対応表（--columns）の ignore に書いてください。",
        f"The headings “{shown(first)}” and “{shown(second)}” of {file} mean the same. "
        "Name the one not to be read under `ignore` in the mapping (--columns).",
    )


def _mapped(columns: Columns) -> list[str]:
    return [*columns.columns.values(), *(amount.heading for amount in columns.amounts)]


def _mistakes(said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every mistake of a mapping file, in both languages."""
    allowed = ("unit", "ministry", "fiscal_year", "review_year", "stage", "ignore", "columns", "amounts")
    yield from _unknown(said, allowed, "")
    yield from _values(said, "")
    ignore, named, amounts = said.get("ignore", []), said.get("columns", {}), said.get("amounts", [])
    if not isinstance(ignore, list) or not all(isinstance(name, str) for name in ignore):
        yield 'ignore：見出しの並び（["備考"] など）を書いてください', 'ignore: must be a list of headings, such as ["Remarks"]'
    if isinstance(named, dict):
        yield from _unknown(named, (*FIELDS, *_STAGE_KEYS, "amount"), "columns.")
        for name, heading in named.items():
            if not isinstance(heading, str) or not heading.strip():
                yield (
                    f"columns.{name}：見出しを引用符で囲んで書いてください",
                    f"columns.{name}: must be a heading in quotation marks",
                )
    else:
        yield "columns：表 [columns] にしてください", "columns: must be a table, [columns]"
    if not isinstance(amounts, list) or not all(isinstance(amount, dict) for amount in amounts):
        yield "amounts：[[amounts]] の並びにしてください", "amounts: must be tables, [[amounts]]"
        return
    for number, amount in enumerate(amounts, 1):
        place = f"amounts[{number}]."
        yield from _unknown(amount, MappedAmount._fields, place)
        yield from _values(amount, place)
        if not isinstance(amount.get("heading"), str):
            yield f"{place}heading：列の見出しが必要です", f"{place}heading: the heading of the column is needed"
        if "stage" not in amount:
            yield f"{place}stage：段階が必要です", f"{place}stage: the stage is needed"


def _unknown(said: Mapping[str, Any], allowed: Sequence[str], place: str) -> Iterator[tuple[str, str]]:
    for name in said:
        if name not in allowed:
            words = ", ".join(allowed)
            yield f"{place}{name}：知らないキーです（使えるもの：{words}）", f"{place}{name}: unknown key (allowed: {words})"


def _values(said: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with unit, ministry, years and stage."""
    if "unit" in said and not (isinstance(said["unit"], str) and unit_of(said["unit"])):
        yield (
            f'{place}unit："円"、"千円"、"百万円"、"億円" などの単位を書いてください',
            f'{place}unit: must be a unit such as "円", "千円", "million yen"',
        )
    if "ministry" in said and not (isinstance(said["ministry"], str) and said["ministry"].strip()):
        yield f"{place}ministry：府省庁や団体の名前を書いてください", f"{place}ministry: must be a name"
    for name in ("fiscal_year", "review_year"):
        year = said.get(name, OLDEST_YEAR)
        if isinstance(year, bool) or not isinstance(year, int) or not OLDEST_YEAR <= year <= NEWEST_YEAR:
            yield (
                f"{place}{name}：{OLDEST_YEAR}〜{NEWEST_YEAR} の西暦（2023 など）を書いてください",
                f"{place}{name}: must be a year, {OLDEST_YEAR} to {NEWEST_YEAR}",
            )
    if "stage" in said and said["stage"] not in tuple(_STAGE_KEYS):
        words = "・".join(_STAGE_KEYS), ", ".join(_STAGE_KEYS)
        yield f"{place}stage：{words[0]} のいずれかを書いてください", f"{place}stage: must be one of {words[1]}"
