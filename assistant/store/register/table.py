"""Reads anybody's own table of budget programmes (CSV as Excel writes it): a row an amount, or a row a programme.

A table is as large as a person's spreadsheet: it is held in memory, for the rows of one programme may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from assistant.errors import DataError
from assistant.store.register.model import Fault, Origin, ReviewSheet, Stated, Tells
from assistant.store.register.table_columns import Columns, Layout, layout, recognised
from assistant.store.register.table_figures import (
    CellError,
    Unit,
    carries_unit,
    folded,
    is_blank,
    shown,
    stage_of,
    unit_of,
    year_of,
    yen_of,
)
from assistant.store.register.table_joined import Programme, Row, together, two_amounts
from assistant.store.register.table_rows import accounts_in, contacts_in, is_total, lines_in, ministry_of
from assistant.store.register.table_text import SEPARATORS, Record, decode, records

T = TypeVar("T")
_HEADING_WITHIN = 10
_EVERY = 500
_LOST = "\N{REPLACEMENT CHARACTER}"
_TEXTS = ("purpose", "overview", "url")


class Told(NamedTuple):
    """How a file was taken, for the person to check: encoding, separator and columns, in both languages."""

    ja: str
    en: str


class _Table:
    """One file, its headings understood."""

    def __init__(self, file: Path, columns: Columns) -> None:
        decoded = decode(file)
        self.file, self.columns, self.encoding, self.size = file, columns, decoded.encoding, decoded.size
        self.separator, heading, above = _heading(decoded.lines, columns)
        self.layout: Layout = layout(file, heading.cells or [], columns, above)
        self.heading_line = heading.line
        width = len(self.layout.headings)
        below = islice(records(decoded.lines, self.separator, heading.line - 1, width), 1, None)
        self.records = [record for record in below if record.cells is None or any(folded(cell) for cell in record.cells)]
        self._check_rows()

    def told(self) -> Told:
        """Return how the file was taken."""
        name_ja, name_en = SEPARATORS[self.separator]
        used = len(self.layout.headings) - len(self.layout.unread)
        unread_ja = f"。読まない列：{'、'.join(map(shown, self.layout.unread))}" if self.layout.unread else ""
        unread_en = f"; not read: {', '.join(map(shown, self.layout.unread))}" if self.layout.unread else ""
        return Told(
            f"{self.file}：文字コード {self.encoding}、{name_ja}区切り、見出しは{self.heading_line}行目、"
            f"{used}列を読みます{unread_ja}",
            f"{self.file}: {self.encoding}, separated by {name_en}, headings on line {self.heading_line}, "
            f"{used} columns read{unread_en}",
        )

    def row(self, record: Record) -> Row:
        """Return what a record states. Raises CellError with everything that is wrong with it."""
        cells = self._cells(record)
        wrong: list[CellError] = []
        get = {name: cells[index] for name, index in self.layout.texts.items()}.get
        number, name = folded(get("id", "")), folded(get("name", ""))
        if not number and is_total(name):
            raise CellError(
                f"「{shown(name)}」は合計の行とみて、二重に数えないよう除きました",
                f'"{shown(name)}" looks like a row of totals, which would be counted twice',
            )
        ministry, _mark = ministry_of(folded(get("ministry", "")) or folded(self.columns.ministry or ""))
        if not ministry:
            wrong.append(CellError("府省庁（団体）の名前がありません", "the ministry is missing"))
        once: dict[str, str | int] = {text: folded(get(text, "")) for text in _TEXTS if folded(get(text, ""))}
        for name_of_year in ("start_year", "end_year"):
            year = _or_wrong(wrong, partial(year_of, get(name_of_year, ""), fiscal=False))
            if year is not None:
                once[name_of_year] = year
        contacts = _or_wrong(wrong, partial(contacts_in, *(get(name, "") for name in ("bureau", "division", "extension"))))
        row = Row(
            record.line, number, name, ministry, _or_wrong(wrong, partial(self._review_year, get("review_year"))), once,
            contacts or (), accounts_in(get("account", "")), lines_in(get("policy", "")), self._amounts(cells, wrong),
        )  # fmt: skip
        if wrong:
            raise together(wrong)
        return row

    def _cells(self, record: Record) -> list[str]:
        """Return as many cells as there are headings. Raises CellError for more or fewer, and for damaged characters."""
        width = len(self.layout.headings)
        if record.cells is None:
            raise CellError('引用符（"）の対応が取れません', 'the quotation marks (") do not match')
        cells = list(record.cells)
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        if len(cells) != width:
            raise CellError(
                f"{len(cells)}列あります（見出しは{width}列）。桁区切りのコンマなどを引用符で囲んでいない可能性があります",
                f"there are {len(cells)} cells under {width} headings (a comma in a figure without quotation marks?)",
            )
        if any(_LOST in cell for cell in cells):
            raise CellError(f"{self.encoding} として読めない文字があります", f"some characters are not {self.encoding}")
        return cells

    def _amounts(self, cells: Sequence[str], wrong: list[CellError]) -> list[Stated]:
        """Return the amounts of a row; what is wrong with any of them is added to `wrong`."""
        texts, columns = self.layout.texts, self.columns
        figures = [amount for amount in self.layout.amounts if not is_blank(folded(cells[amount.column]))]
        if not figures:
            return []
        before = len(wrong)
        in_row = _or_wrong(wrong, partial(_unit_cell, cells[texts["unit"]])) if "unit" in texts else None
        year_in_row = _or_wrong(wrong, partial(year_of, cells[texts["fiscal_year"]])) if "fiscal_year" in texts else None
        stage_in_row = _or_wrong(wrong, partial(_stage_cell, cells[texts["stage"]])) if "stage" in texts else None
        if len(wrong) > before:
            return []
        found: list[Stated] = []
        for amount in figures:
            unit = in_row or amount.unit or (unit_of(columns.unit) if columns.unit else None)
            year = amount.fiscal_year or year_in_row or columns.fiscal_year
            stage = amount.stage or stage_in_row or columns.stage
            figure = _or_wrong(wrong, partial(yen_of, cells[amount.column], unit))
            if year is None:
                wrong.append(CellError("金額の年度がありません", "the fiscal year of the amount is missing"))
            elif stage is None:
                wrong.append(CellError("金額の段階がありません", "the stage of the amount is missing"))
            elif figure is not None:
                twin = next((one for one in found if (one.fiscal_year, one.stage) == (year, stage)), None)
                if twin is not None and twin.yen != figure[0]:
                    wrong.append(
                        two_amounts(year, stage, (f"{twin.printed} と {figure[1]}", f"{twin.printed} and {figure[1]}"))
                    )
                found.append(Stated(year, stage, *figure))
        return found

    def _review_year(self, cell: str | None) -> int | None:
        """Return the review year of a row; None where the table has no column of them and the mapping names none."""
        year = self.columns.review_year if cell is None else year_of(cell) or self.columns.review_year
        if year is None and cell is not None:
            raise CellError("公開年度（レビュー年度）がありません", "the review year is missing")
        return year

    def _check_rows(self) -> None:
        """Raise DataError where there is no row, or where nothing says what unit the figures are in."""
        if not self.records:
            raise DataError(f"{self.file} には見出しの下に行がありません。", f"{self.file} has no row below its headings.")
        if self.columns.unit or "unit" in self.layout.texts:
            return
        for amount in self.layout.amounts:
            if amount.unit:
                continue
            cells = [r.cells[amount.column] for r in self.records if r.cells and len(r.cells) > amount.column]
            figures = [cell for cell in cells if not is_blank(folded(cell))]
            if figures and not any(carries_unit(cell) for cell in figures):
                raise DataError(
                    f"{self.file} の「{shown(amount.heading)}」の単位がわかりません。"
                    f"見出しを「{shown(amount.heading)}（千円）」の"
                    'ようにするか、単位の列を加えるか、対応表（--columns）に unit = "円" のように書いてください。',
                    f"The unit of “{shown(amount.heading)}” in {self.file} is not known. Write the heading as "
                    f'“{shown(amount.heading)} (千円)”, add a column of units, or put unit = "円" (or thousand yen …) '
                    "in the mapping (--columns).",
                )


def reads(
    file: Path, tell: Tells | None = None, *, columns: Columns | None = None, announce: Callable[[Told], None] | None = None
) -> Iterator[ReviewSheet | Fault]:
    """Yield the programmes of a table, each joined from its rows, and a Fault for each row that was skipped, by line.

    `announce` is given once, before the first sheet, how the file was taken. No two sheets have the same review year, ministry
    and number. Raises DataError where the file cannot be read, its headings do not say which column is which, the unit of its
    figures is nowhere, or it has no row.
    """
    table = _Table(file, columns or Columns())
    if announce is not None:
        announce(table.told())
    programmes: dict[tuple[int | None, str, str, str], Programme] = {}
    found: list[tuple[int, Fault | Programme]] = []
    for done, record in enumerate(table.records):
        if tell is not None and done % _EVERY == 0:
            tell(table.size * done // len(table.records))
        try:
            row = table.row(record)
            # Without a number, ministry and name are all that tells one programme from another.
            identity = (row.review_year, row.ministry, row.number, "" if row.number else row.name)
            programme = programmes.get(identity)
            if programme is None:
                if not row.name:
                    raise CellError("事業名がありません", "the name of the programme is missing")
                programme = Programme(row)
                found.append((row.line, programme))
                programmes[identity] = programme
            elif contradictions := list(programme.contradictions(row)):
                raise together(contradictions)
            programme.join(row)
        except CellError as error:
            found.append((record.line, Fault(file, record.line, error.ja, error.en)))
    if tell is not None:
        tell(table.size)
    default = _review_year(table.columns, programmes.values())
    for _line, one in sorted(found, key=lambda entry: entry[0]):
        yield one.sheet(default) if isinstance(one, Programme) else one


def origin(files: Sequence[Path]) -> Origin:
    """Return what the store says that the programmes of tables come from: the names of the files."""
    names = "、".join(file.name for file in files), ", ".join(file.name for file in files)
    return Origin("table", *names, "", "", bodies=True)


def _heading(lines: Sequence[str], columns: Columns) -> tuple[str, Record, list[str]]:
    """Return the separator, the record of the headings and the lines above them: what gives the most known headings.

    Where nothing is known, what gives the most columns, for the message to show.
    """
    best: tuple[tuple[int, int], str, Record, list[str]] | None = None
    for separator in SEPARATORS:
        above: list[str] = []
        for record in islice(records(lines, separator), _HEADING_WITHIN):
            cells = record.cells or []
            known = recognised(cells, columns)
            rank = (known, 0 if known else len(cells))
            if best is None or rank > best[0]:
                best = (rank, separator, record, list(above))
            above.append(" ".join(cells))
    if best is None:
        raise AssertionError("a decoded file has a line")
    return best[1:]


def _review_year(columns: Columns, programmes: Iterable[Programme]) -> int:
    """Return the review year of the rows that state none: the newest fiscal year with money that is not only asked for.

    One year for all of a table, so that totals of any fiscal year are taken over all of its programmes.
    """
    if columns.review_year is not None:
        return columns.review_year
    stated = [year_stage for programme in programmes for year_stage in programme.amounts]
    settled = [year for year, stage in stated if stage != "requested"]
    asked = [year - 1 for year, _stage in stated]
    named = [programme.first.review_year for programme in programmes if programme.first.review_year]
    return max(settled or asked or named or [columns.fiscal_year or date.today().year])


def _or_wrong(wrong: list[CellError], read: Callable[[], T]) -> T | None:
    """Return what `read` gives, or None with the mistake added to `wrong`."""
    try:
        return read()
    except CellError as error:
        wrong.append(error)
        return None


def _unit_cell(cell: str) -> Unit | None:
    unit = unit_of(cell)
    if unit is None and not is_blank(folded(cell)):
        raise CellError(f"「{shown(cell)}」は金額の単位ではありません", f'"{shown(cell)}" is no unit of money')
    return unit


def _stage_cell(cell: str) -> str | None:
    stage = stage_of(cell)
    if stage is None and not is_blank(folded(cell)):
        raise CellError(
            f"「{shown(cell)}」は予算の段階として読めません（当初予算・補正予算・予算計・執行額・要求額など）",
            f'"{shown(cell)}" is no stage of a budget (initial, supplementary, total, executed, requested …)',
        )
    return stage
