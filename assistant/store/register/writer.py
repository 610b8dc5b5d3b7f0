"""Makes a store of review sheets: whole or not at all, the same sheets always the same rows in the same order."""

from __future__ import annotations

import contextlib
import gc
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from assistant.errors import DataError, StoreError
from assistant.store.build import schema_statements
from assistant.store.register import place
from assistant.store.register.amounts import LABELS, choose
from assistant.store.register.bodies import Bodies
from assistant.store.register.known import known
from assistant.store.register.lineage import Trace, programmes, trace
from assistant.store.register.model import Fault, Origin, Payment, Reads, ReviewSheet, Stated
from assistant.store.register.names_index import write_names
from assistant.store.register.shelf import Kept, Shelf
from assistant.store.register.texts import fold

_COLUMNS = {
    "programme": "id, source, position, name, sheet, short_name, ministry, list_sheet, review_year, start_year, end_year",
    "review_sheet": "id, programme, review_year, number, name, url",
    "amount": "programme, position, fiscal_year, stage, yen, printed, label, scope, sheet, review_year, counted",
    "contact": "programme, position, bureau, division, extension, sheet",
    "detail": "programme, field, position, text, sheet",
    "payee": "programme, fiscal_year, block, position, name, corporate_number, yen, sheet",
    "account": "programme, name, sheet",
    "policy": "programme, name, sheet",
}
_INDEXES = {
    "amount_of_programme": "amount (programme, fiscal_year, stage, counted, yen)",
    "amount_of_year": "amount (fiscal_year, stage, programme, yen) WHERE counted = 1",
    "contact_of_bureau": "contact (bureau)",
    "contact_of_division": "contact (division)",
    "payee_of_programme": "payee (programme, fiscal_year)",
    "payee_of_name": "payee (fiscal_year, name, programme, yen)",
    "programme_of_ministry": "programme (ministry)",
    "sheet_of_programme": "review_sheet (programme)",
    "account_of_name": "account (name)",
    "policy_of_name": "policy (name)",
}
_UNGUARDED = (
    *("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -16384"),
    "ignore_check_constraints = ON",
)
"""The file is nobody's until it is whole and moved: it needs no journal. The constraints hold by how rows are made, and the
tests say so; to ask each of half a million amounts takes a tenth of the whole time."""
_TOGETHER = 64
"""Programmes whose rows are written together."""
_AT_ONCE = 50
"""Rows of one statement: a third less time than one by one, and few enough values for any SQLite."""
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(slots=True)
class Imported:
    """What became of the files."""

    sheets: int = 0
    programmes: int = 0
    skipped: int = 0
    years: set[int] = field(default_factory=set)
    bodies: Bodies = field(default_factory=Bodies)


class Watch:
    """Hears how an import goes. Does nothing; whoever shows it makes their own."""

    def reading(self, bytes_read: int, sheets: int) -> None:
        """Hear how far the present file is read, and how many sheets have been taken from all of them."""

    def finished(self, file: Path, sheets: int) -> None:
        """Hear that a file is read to its end, and how many sheets were taken from it."""

    def writing(self, done: int, programmes: int) -> None:
        """Hear how many of the programmes are written."""

    def indexing(self) -> None:
        """Hear that all is written but the indexes."""

    def skipped(self, fault: Fault) -> None:
        """Hear of a line that is left out."""


def write(files: Sequence[Path], read: Reads, origin: Origin, target: Path, *, strict: bool, watch: Watch) -> Imported:
    """Make `target` of the sheets in `files`, replacing a former one in one move.

    Raises DataError where a file cannot be read, where no sheet is in them, or, if `strict`, at the first damaged line;
    StoreError where the database cannot be written. The former one is then as it was.
    """
    try:
        place.check(target, files)
        with place.beside(target) as folder, _uncollected():
            shelf = Shelf(folder / "sheets")
            try:
                bodies = Bodies(open_=origin.bodies)
                imported, traces = _take(files, read, shelf, bodies, strict=strict, watch=watch)
                if not traces:
                    raise DataError("読み込めるシートがありません", "there is no sheet in the files")
                shelf.full()
                made = folder / "made.db"
                _fill(made, origin, traces, shelf, imported, watch)
            finally:
                shelf.close()
            place.move(made, target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target} を作れません: {error}", f"cannot make {target}: {error}") from error
    return imported


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circles of objects meanwhile: millions of tuples come and go here, and none is part of one."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _take(
    files: Sequence[Path], read: Reads, shelf: Shelf, bodies: Bodies, *, strict: bool, watch: Watch
) -> tuple[Imported, list[Trace]]:
    """Read the files onto the shelf; return what was read, and a trace of each sheet."""
    imported, traces = Imported(bodies=bodies), list[Trace]()
    seen: set[str] = set()
    for file in files:
        before = len(traces)

        for found in read(file, lambda bytes_read: watch.reading(bytes_read, len(traces))):
            fault = found if isinstance(found, Fault) else _trouble(found, file, bodies, seen)
            if fault is None:
                assert isinstance(found, ReviewSheet)
                body = bodies.of(found.ministry)
                assert body is not None
                identity = sheet_id(found, body.mark)
                seen.add(identity)
                traces.append(trace(found, identity, shelf.put(found)))
                imported.years.add(found.review_year)
                continue
            if strict:
                raise DataError(*(f"{fault.file}:{fault.line}: {text}" for text in (fault.ja, fault.en)))
            imported.skipped += 1
            watch.skipped(fault)
        watch.finished(file, len(traces) - before)
    imported.sheets = len(traces)
    return imported, traces


def sheet_id(sheet: ReviewSheet, mark: str) -> str:
    """Return a sheet's id: its number where that begins with the year, as from 2021 on; else made of year, mark and number."""
    year = f"{sheet.review_year}-"
    return sheet.number if sheet.number.startswith(year) else f"{year}{mark}-{sheet.number}"


def _trouble(sheet: ReviewSheet, file: Path, bodies: Bodies, seen: set[str]) -> Fault | None:
    """Return why a sheet cannot be taken, None where it can."""
    body = bodies.of(sheet.ministry)
    if body is None:
        ministry = sheet.ministry[:40]
        return Fault(file, sheet.line, f"府省庁「{ministry}」を知りません", f"the ministry {ministry} is not known")
    identity = sheet_id(sheet, body.mark)
    if identity in seen:
        return Fault(file, sheet.line, f"{identity} のシートは既にあります", f"there is a sheet {identity} already")
    return None


def _fill(path: Path, origin: Origin, traces: list[Trace], shelf: Shelf, imported: Imported, watch: Watch) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in _UNGUARDED:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for statement in schema_statements():
            connection.execute(statement)
        _write_frame(connection, origin, imported)
        histories = programmes(traces)
        traces.clear()
        imported.programmes = len(histories)
        _write_programmes(connection, origin, histories, shelf, imported, watch)
        watch.indexing()
        for name, columns in _INDEXES.items():
            connection.execute(f"CREATE INDEX {name} ON {columns}")
        write_names(connection)
        connection.execute("PRAGMA analysis_limit = 1000")  # a sample tells the planner as much as all rows do
        connection.execute("ANALYZE")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _write_frame(connection: sqlite3.Connection, origin: Origin, imported: Imported) -> None:
    """Write what does not come from the sheets: the source, the ministries, what people call things."""
    newest = max(imported.years)
    source = (
        *(origin.id, origin.title, origin.title_en, origin.publisher, origin.publisher_en, "", ""),
        *(str(newest), newest, "", "", "", "", origin.title, origin.title),
    )
    connection.execute(f"INSERT INTO source VALUES ({', '.join('?' * len(source))})", source)
    ministries = [(*ministry, position) for position, ministry in enumerate(imported.bodies.ministries(), 1)]
    connection.executemany("INSERT INTO ministry VALUES (?, ?, ?, ?, ?, ?, ?)", ministries)
    connection.executemany("INSERT INTO alias VALUES (?, ?, ?, ?, ?)", [*known().aliases, *imported.bodies.aliases()])


def _write_programmes(
    connection: sqlite3.Connection,
    origin: Origin,
    histories: list[list[Trace]],
    shelf: Shelf,
    imported: Imported,
    watch: Watch,
) -> None:
    """Write the programmes in the order of their ids, so that a programme's rows lie together and indexes grow at the end."""
    ids = {ministry.name: ministry.id for ministry in imported.bodies.ministries()}
    order = {name: place for place, name in enumerate(ids)}
    listed = sorted(range(len(histories)), key=lambda at: (order[histories[at][0].ministry], -histories[at][0].review_year, at))
    positions = {at: position for position, at in enumerate(listed, 1)}
    span = min(imported.years), max(imported.years)
    rows: Rows = {table: [] for table in _COLUMNS}
    for at, history in enumerate(histories):
        kept = [shelf.get(sheet.place) for sheet in history]
        _add_programme(rows, origin.id, positions[at], ids[history[0].ministry], history, kept)
        _add_sheets(rows, history, kept, span)
        if at % _TOGETHER == _TOGETHER - 1:
            _flush(connection, rows)
            watch.writing(at + 1, len(histories))
    _flush(connection, rows)
    watch.writing(len(histories), len(histories))


def _add_programme(rows: Rows, source: str, position: int, ministry: str, history: list[Trace], kept: list[Kept]) -> None:
    """Add what the newest sheet says of a programme, and the policies of the newest one that says any (none of 2023 does)."""
    newest, sheet = history[0], kept[0]
    key = newest.id
    years = newest.review_year, sheet.start_year, sheet.end_year
    rows["programme"].append((key, source, position, sheet.name, key, sheet.name, ministry, key, *years))
    for place_, (bureau, division, extension) in enumerate(sheet.contacts, 1):
        rows["contact"].append((key, place_, bureau, division, extension, key))
    for name, text in (("purpose", sheet.purpose), ("overview", sheet.overview)):
        if folded := fold(text):
            rows["detail"].append((key, name, 1, folded, key))
    rows["account"].extend((key, name, key) for name in sheet.accounts)
    stating = next(((trace_, each) for trace_, each in zip(history, kept, strict=True) if each.policies), None)
    if stating is not None:
        rows["policy"].extend((key, name, stating[0].id) for name in stating[1].policies)


def _add_sheets(rows: Rows, history: list[Trace], kept: list[Kept], span: tuple[int, int]) -> None:
    """Add the sheets of a programme with their payees, and the amounts of its fiscal years."""
    key = history[0].id
    payees = rows["payee"]
    for trace_, sheet in zip(reversed(history), reversed(kept), strict=True):
        rows["review_sheet"].append((trace_.id, key, trace_.review_year, trace_.number, sheet.name, sheet.url))
        payees.extend(zip(repeat(key), *[iter(sheet.payments)] * len(Payment._fields), repeat(trace_.id)))
    stated = [
        (trace_.review_year, zip(*[iter(sheet.amounts)] * len(Stated._fields), strict=True))
        for trace_, sheet in zip(history, kept, strict=True)
    ]
    rows["amount"].extend(
        (key, position, year, stage, yen, printed, LABELS[stage], "whole", history[at].id, history[at].review_year, counted)
        for position, (year, stage, yen, printed, at, counted) in enumerate(choose(stated, *span), 1)
    )


def _flush(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, columns in _COLUMNS.items():
        made = rows[table]
        one = f"({', '.join('?' * (columns.count(',') + 1))})"
        insert = f"INSERT INTO {table} ({columns}) VALUES "
        many = insert + ", ".join([one] * _AT_ONCE)
        rest = len(made) - len(made) % _AT_ONCE
        for start in range(0, rest, _AT_ONCE):
            connection.execute(many, list(chain.from_iterable(made[start : start + _AT_ONCE])))
        connection.executemany(insert + one, made[rest:])
        made.clear()
