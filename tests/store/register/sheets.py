"""Small review sheets as JUDGIT writes them, of programmes that there are not; and what a database of them holds."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from assistant.store.register import judgit
from assistant.store.register.model import Fault
from assistant.store.register.writer import Imported, Watch, write

Entry = dict[str, Any]
Row = tuple[Any, ...]
STATED = ("当初予算", "補正予算", "前年度から繰越し", "翌年度へ繰越し", "予備費等", "予算計")


def year(fiscal_year: int, *figures: float, executed: float | None = None, requested: float | None = None) -> Entry:
    """Return what a sheet states of a fiscal year: figures in the order of STATED, in million yen."""
    entry: Entry = {"年度": fiscal_year, **dict(zip(STATED, figures, strict=False))}
    return entry | ({} if executed is None else {"執行額": executed}) | ({} if requested is None else {"要求額": requested})


def budget(review_year: int, total: float) -> list[Entry]:
    """Return five fiscal years of one figure, as a sheet of a review year states them."""
    past = [year(y, total, 0.0, 0.0, 0.0, 0.0, total, executed=total / 2) for y in range(review_year - 3, review_year)]
    return [*past, year(review_year, total, 0.0, 0.0, 0.0, 0.0, total), year(review_year + 1, requested=total)]


def sheet(review_year: int, number: str, **changes: Any) -> Entry:
    """Return a sheet; `number` is the last part of 事業番号 from 2021 on, and all of it before."""
    printed = f"{review_year}-環境-{review_year % 100 - 1}-{number}" if review_year >= 2021 else number
    return {
        "事業ID": None,
        "url": None,
        "公開年度": review_year,
        "事業名": "湿地の音を聞く事業",
        "開始年度": 2010,
        "終了年度": None,
        "府省庁": "環境省",
        "事業番号": printed,
        "担当部局庁": "自然環境局",
        "担当課室": "静けさ保全室",
        "会計区分": ["一般会計"],
        "事業目的": "湿地の音を記録する。",
        "事業概要": "マイクを置く。",
        "主要施策": ["その他"],
        "予算": budget(review_year, 80.0),
        "支出先": [],
        "関連する過去のレビューシート": [],
    } | changes


def payment(name: str, amount: float, *, position: int = 1, number: str | None = None, fiscal_year: int = 2022) -> Entry:
    """Return a payee of a sheet."""
    return {
        "年度": fiscal_year,
        "グループ": "A",
        "番号": position,
        "支出先名": name,
        "法人番号": number,
        "業務概要": "調査",
        "支出額": amount,
    }


def put(file: Path, *entries: Entry | str) -> Path:
    """Write a line for each entry (a text as it is), gzipped where the name says so; return the file."""
    lines = (entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries)
    data = "".join(f"{line}\n" for line in lines).encode()
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file


class Heard(Watch):
    """Keeps what an import says."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.heard: list[str] = []

    def reading(self, bytes_read: int, sheets: int) -> None:
        self.heard.append(f"read {bytes_read} {sheets}")

    def finished(self, file: Path, sheets: int) -> None:
        self.heard.append(f"finished {file.name} {sheets}")

    def writing(self, done: int, programmes: int) -> None:
        self.heard.append(f"written {done}/{programmes}")

    def indexing(self) -> None:
        self.heard.append("indexing")

    def skipped(self, fault: Fault) -> None:
        self.faults.append(fault)


def load(target: Path, *files: Path, strict: bool = False, watch: Watch | None = None) -> Imported:
    """Import files into a database."""
    return write(files, judgit.read, judgit.ORIGIN, target, strict=strict, watch=watch or Watch())


def made(folder: Path, *entries: Entry | str) -> Path:
    """Return a database of these sheets."""
    load(folder / "register.db", put(folder / "sheets.ndjson", *entries))
    return folder / "register.db"


def rows(database: Path, sql: str, *values: Any) -> list[Row]:
    """Return the rows of a query."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()


def everything(database: Path) -> dict[str, list[Row]]:
    """Return all rows of all tables in the order in which they lie, and the schema."""
    schema = rows(database, "SELECT type, name, sql FROM sqlite_master ORDER BY rowid")
    tables: Iterable[str] = [name for kind, name, _ in schema if kind == "table"]
    return {"schema": schema} | {name: rows(database, f"SELECT * FROM {name}") for name in tables}
