"""An independent reading of the register's files: what the questions' expectations and the totals are worked out from.

Nothing here knows the assistant or its importer. Amounts are whole yen. A history is given only where it is certain.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

STAGES = {
    "total": "予算計", "initial": "当初予算", "supplementary": "補正予算", "carried_in": "前年度から繰越し",
    "carried_out": "翌年度へ繰越し", "reserve": "予備費等", "executed": "執行額", "requested": "要求額",
}  # fmt: skip
"""Our short name of each stage, and its key in the files."""

MINISTRIES = {
    "内閣官房": ("cas", "官房"),
    "内閣府": ("cao", "府"),
    "文部科学省": ("mext", "文科"),
    "厚生労働省": ("mhlw", "厚労"),
    "経済産業省": ("meti", "経産"),
    "総務省": ("mic", "総務"),
    "法務省": ("moj", "法務"),
    "外務省": ("mofa", "外務"),
    "財務省": ("mof", "財務"),
    "農林水産省": ("maff", "農水"),
    "国土交通省": ("mlit", "国交"),
    "環境省": ("moe", "環境"),
    "防衛省": ("mod", "防衛"),
    "復興庁": ("reconstruction", "復興"),
    "デジタル庁": ("digital", "デジ"),
    "警察庁": ("npa", "警察"),
    "金融庁": ("fsa", "金融"),
    "消費者庁": ("caa", "消費"),
    "こども家庭庁": ("cfa", "こども"),
    "公正取引委員会": ("jftc", "公取"),
    "個人情報保護委員会": ("ppc", "個情"),
    "原子力規制委員会": ("nra", "原規"),
    "カジノ管理委員会": ("jcrc", "カジノ"),
}
"""The id of each ministry, and its mark in the numbers of 2021 and later."""

UNIQUE_FROM = 2021
"""The first review year whose printed numbers are unique in the whole register."""


def fold(text: str) -> str:
    """Return a name without what does not tell names apart: width, case, white space and line breaks."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text)).casefold()


def yen(millions: Decimal | int) -> int:
    """Return whole yen of an amount in million yen, halves to even."""
    return int((Decimal(millions) * 1_000_000).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def rate(executed: int, total: int) -> float | None:
    """Return the execution rate in percent, two decimals; None where there was no budget."""
    if total == 0:
        return None
    return float((Decimal(100 * executed) / Decimal(total)).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN))


@dataclass(frozen=True, slots=True)
class Payment:
    """What a sheet says of one payment, in yen."""

    name: str
    number: str | None
    yen: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One review sheet, as far as questions are made of it."""

    id: str
    year: int
    name: str
    ministry: str
    bureaus: tuple[str, ...]
    divisions: tuple[str, ...]
    accounts: tuple[str, ...]
    purpose: str
    overview: str
    amounts: dict[tuple[int, str], int] = field(repr=False)
    payments: tuple[Payment, ...] = field(repr=False)
    lineage: int | None
    related: tuple[str, ...]

    @property
    def folded(self) -> str:
        """Return the name as names are compared."""
        return fold(self.name)

    @property
    def ministry_id(self) -> str:
        """Return the contract's id of the ministry."""
        return MINISTRIES[self.ministry][0]


def read(files: Iterable[Path]) -> Iterator[Sheet]:
    """Yield the sheets of .ndjson and .ndjson.gz files. A damaged line raises: the files are expected to be whole."""
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield sheet_of(json.loads(line, parse_float=Decimal))


def sheet_of(entry: dict[str, Any]) -> Sheet:
    """Return the sheet of one line's object, whose numbers with a point are Decimals."""
    year, ministry = entry["公開年度"], entry["府省庁"]
    amounts = {
        (row["年度"], stage): yen(row[key])
        for row in entry["予算"]
        for stage, key in STAGES.items()
        if row.get(key) is not None
    }
    payments = tuple(
        Payment(unicodedata.normalize("NFKC", row["支出先名"]), row["法人番号"], yen(row["支出額"]))
        for row in entry["支出先"]
        if row["支出先名"] and row["支出額"] is not None
    )
    return Sheet(
        id=sheet_id(year, ministry, entry["事業番号"]),
        year=year,
        name=unicodedata.normalize("NFKC", " ".join(entry["事業名"].split())),
        ministry=ministry,
        bureaus=_lines(entry["担当部局庁"]),
        divisions=_lines(entry["担当課室"]),
        accounts=tuple(unicodedata.normalize("NFKC", name) for name in entry["会計区分"]),
        purpose=entry["事業目的"] or "",
        overview=entry["事業概要"] or "",
        amounts=amounts,
        payments=payments,
        lineage=entry.get("事業ID"),
        related=tuple(_related(row) for row in entry["関連する過去のレビューシート"]),
    )


def sheet_id(year: int, ministry: str, number: str) -> str:
    """Return the id of a sheet: its printed number, or year, mark and number where that is not unique."""
    return number if year >= UNIQUE_FROM else f"{year}-{MINISTRIES[ministry][1]}-{number}"


def _related(row: dict[str, Any]) -> str:
    parts = (row.get(f"事業番号{n}") for n in range(1, 6))
    number = "-".join(part for part in parts if part)
    ministry = row.get("府省庁")
    return sheet_id(row["年度"], ministry, number) if ministry in MINISTRIES and row.get("年度") else ""


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in unicodedata.normalize("NFKC", text or "").splitlines() if line.strip())


class Register:
    """All sheets, with what is looked up in them."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.sheets: Sequence[Sheet] = tuple(sheets)
        self.years = range(min(s.year for s in self.sheets), max(s.year for s in self.sheets) + 1)
        self.newest = self.years[-1]
        self._groups: dict[tuple[str, str], list[Sheet]] = defaultdict(list)
        for sheet in self.sheets:
            self._groups[sheet.ministry, sheet.folded].append(sheet)

    @cached_property
    def _unclear(self) -> set[tuple[str, str]]:
        """Names in a ministry whose history is not certain: twice in a year, or linked with another name."""
        by_id = {sheet.id: sheet for sheet in self.sheets}
        unclear = {key for key, group in self._groups.items() if len({s.year for s in group}) < len(group)}
        lineages: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for sheet in self.sheets:
            key = (sheet.ministry, sheet.folded)
            if sheet.lineage is not None:
                lineages[sheet.lineage].add(key)
            for number in sheet.related:
                other = by_id.get(number)
                if other is not None and (other.ministry, other.folded) != key:
                    unclear |= {key, (other.ministry, other.folded)}
        for keys in lineages.values():
            if len(keys) > 1:
                unclear |= keys
        return unclear

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """The ministries that have a programme of each folded name."""
        found: dict[str, set[str]] = defaultdict(set)
        for ministry, name in self._groups:
            found[name].add(ministry)
        return found

    def history(self, sheet: Sheet) -> dict[int, Sheet] | None:
        """Return the programme's sheets by review year, or None where that is not certain."""
        key = (sheet.ministry, sheet.folded)
        return None if key in self._unclear else {s.year: s for s in self._groups[key]}

    def programme(self, sheet: Sheet) -> str | None:
        """Return the id of a sheet's programme: the id of its newest sheet; None where that is not certain."""
        if sheet.year == self.newest:
            return sheet.id
        history = self.history(sheet)
        return history[max(history)].id if history else None

    def figure(self, sheet: Sheet, year: int, stage: str) -> int | None:
        """Return a programme's figure of a fiscal year in yen, or None where none is stated or it is not certain which."""
        history = self.history(sheet)
        if history is None:
            if sheet.year != self.newest or self.review_year(year, stage) != self.newest:
                return None
            history = {sheet.year: sheet}
        first = history.get(year - 1 if stage == "requested" else year + 1)
        for candidate in (first, *(history[y] for y in sorted(history, reverse=True))):
            if candidate is not None and (year, stage) in candidate.amounts:
                return candidate.amounts[year, stage]
        return None

    def review_year(self, year: int, stage: str) -> int:
        """Return the review year over whose sheets a fiscal year's figures are taken together."""
        return year - 1 if stage == "requested" else min(max(year + 1, self.years[0]), self.newest)

    @cached_property
    def _by_year(self) -> dict[int, tuple[Sheet, ...]]:
        return {year: tuple(s for s in self.sheets if s.year == year) for year in self.years}

    def population(self, year: int, stage: str, ministry: str | None = None) -> tuple[Sheet, ...]:
        """Return the sheets over which a fiscal year's figures are taken, of one ministry or of all."""
        found = self._by_year.get(self.review_year(year, stage), ())
        return tuple(s for s in found if ministry in (None, s.ministry))
