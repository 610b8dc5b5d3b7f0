"""An answer's table for other programs: TSV to paste, CSV as a file. Cells are values that a spreadsheet can compute with.

Money is plain yen, percentages and numbers are plain numbers; the heading names the unit. Where the source says 約 of a figure,
a last column says so, since a number cannot. Text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer.model import Answer, Column, Language, Table, Value
from assistant.export import words
from assistant.text.printable import one_line, printable

BOM = "\ufeff"
_FORMULA = tuple("=+-@＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def tsv(answer: Answer, table: Table | None = None) -> str | None:
    """Return a table as lines of cells with tabs between, None where there is none. `table` may be it in another order."""
    rows = _rows(answer, table or answer.table)
    return None if rows is None else "".join("\t".join(map(one_line, row)) + "\n" for row in rows)


def csv_text(answer: Answer, table: Table | None = None, *, bom: bool = True) -> str | None:
    """Return a table as CSV by RFC 4180, with a byte order mark unless told not to; None where the answer has none."""
    rows = _rows(answer, table or answer.table)
    if rows is None:
        return None
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return BOM * bom + out.getvalue()


def number(value: int | float) -> str:
    """Return a number in digits, without grouping and never as a power of ten."""
    return f"{Decimal(str(value)):f}"


def _rows(answer: Answer, table: Table | None) -> list[list[str]] | None:
    """Return headings and rows as cells, the remarks last where there are any."""
    if table is None or not table.rows:
        return None
    language = answer.language
    remarks = _remarks(answer, table)
    head = [_safe(_heading(column, language)) for column in table.columns]
    body = [[_cell(value) for value in row] for row in table.rows]
    if any(remarks):
        head.append(words.REMARKS[language])
        body = [[*row, _safe(remark)] for row, remark in zip(body, remarks, strict=True)]
    return [head, *body]


def _heading(column: Column, language: Language) -> str:
    form = words.UNIT_HEADINGS.get(column.kind)
    return form[language].format(title=column.title) if form else column.title


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    return _safe(value) if isinstance(value, str) else number(value)


def _safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; a text that is a number stays one."""
    shown = printable(text)
    begins = shown.lstrip().startswith(_FORMULA)
    return f"'{shown}" if begins and not _NUMBER.fullmatch(shown.strip()) else shown


def _remarks(answer: Answer, table: Table) -> list[str]:
    """Return for each row which of its figures the source gives as about."""
    language = answer.language
    approximate = {(fact.value, fact.label) for fact in answer.facts if fact.approximate}
    return [
        words.CELL_SEPARATOR[language].join(
            words.APPROXIMATE[language].format(title=column.title)
            for column, cell in zip(table.columns, _pairs(row, labels), strict=True)
            if cell in approximate and not isinstance(cell[0], str)
        )
        for row, labels in zip(table.rows, table.labels, strict=True)
    ]


def _pairs(row: Sequence[Value | None], labels: Sequence[str]) -> list[tuple[Value | None, str]]:
    return list(zip(row, labels, strict=True))
