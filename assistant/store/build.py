"""Builds a store from document files: whole, in a temporary file beside the target, moved into place when complete.

The same documents always give the same rows in the same order. A failure leaves the former file as it was.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import sqlite_utils

from assistant.errors import DataError, StoreError
from assistant.store.document import Aliases, Document, Programme, load

Row = dict[str, Any]
_COMMENT = re.compile(r"--[^\n]*")


def schema_statements() -> list[str]:
    """Return the CREATE TABLE statements of schema.sql, each made STRICT, in the order of the file."""
    text = _COMMENT.sub("", _resource("schema.sql"))
    return [f"{statement.strip()} STRICT" for statement in text.split(";") if statement.strip()]


def build(documents: list[Path], target: Path) -> None:
    """Build the database `target` from `documents`, replacing it in one move.

    Raises DataError for mistakes in the documents, alone or together (an id used twice, a rule of the schema broken),
    and StoreError where the file cannot be written. In either case a former `target` is untouched.
    """
    loaded = [load(path) for path in documents]
    if not loaded:
        raise DataError("資料のファイルが指定されていません", "no document file was given")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise StoreError(f"{target} に書き込めません: {error}", f"cannot write {target}: {error}") from error
    temporary = Path(name)
    try:
        _fill(temporary, loaded)
        temporary.chmod(0o644)
        temporary.replace(target)
    except sqlite3.IntegrityError as error:
        files = ", ".join(str(path) for path in documents)
        raise DataError(f"{files} の内容が矛盾しています: {error}", f"{files} contradict the schema: {error}") from error
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target} を作れません: {error}", f"cannot build {target}: {error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def _resource(name: str) -> str:
    return resources.files("assistant.store").joinpath(name).read_text(encoding="utf-8")


def _fill(path: Path, documents: list[Document]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in schema_statements():
            connection.execute(statement)
        connection.executescript(_resource("search.sql"))
        connection.commit()
        database = sqlite_utils.Database(connection)
        rows = _rows(documents)
        with connection:
            for table, entries in rows.items():
                _insert(database, table, entries)
            _insert(database, "search", _search(rows))
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _insert(database: sqlite_utils.Database, table: str, rows: Iterable[Row]) -> None:
    database.table(table).insert_all(rows)


def _rows(documents: list[Document]) -> dict[str, list[Row]]:
    """Return the rows of every table, by table, in an order that satisfies the foreign keys."""
    tables: dict[str, list[Row]] = {
        name: []
        for name in (
            "source", "ministry", "category", "organisation", "programme", "amount", "contact", "involvement", "route",
            "detail", "item", "alias",
        )
    }  # fmt: skip
    for document in documents:
        tables["source"].append(document.source.model_dump())
        for table in ("ministry", "category", "organisation"):
            for entry in getattr(document, table):
                row = entry.model_dump(exclude={"aliases"})
                if all(row["id"] != former["id"] for former in tables[table]):
                    tables[table].append(row | {"position": len(tables[table]) + 1})
        for programme in document.programme:
            _add_programme(tables, document, programme)
        tables["alias"].extend(_aliases(document))
    tables["alias"] = _once(tables["alias"])
    return tables


def _add_programme(tables: dict[str, list[Row]], document: Document, programme: Programme) -> None:
    entries = {
        "aliases",
        "topics",
        "equipment",
        "related",
        "involvement",
        "amount",
        "contact",
        "route",
        "detail",
        "item",
    }
    tables["programme"].append(
        programme.model_dump(exclude=entries)
        | {
            "source": document.source.id,
            "position": len(tables["programme"]) + 1,
            "list_sheet": programme.list_sheet or document.source.list_sheet,
        }
    )
    english = {entry.name: entry.name_en for entry in (*document.bureau, *document.division)}
    parts = {entry.name: entry.name_en for entry in document.part}

    def add(table: str, entry: Row, position: int) -> None:
        common = {"programme": programme.id, "position": position, "sheet": entry.get("sheet") or programme.sheet}
        tables[table].append(entry | common)

    for position, amount in enumerate(programme.amount, 1):
        year = amount.fiscal_year or document.source.fiscal_year
        part_en = parts[amount.part] if amount.part else None
        add("amount", amount.model_dump() | {"fiscal_year": year, "part_en": part_en}, position)
    for position, contact in enumerate(programme.contact, 1):
        names = {"bureau_en": english[contact.bureau], "division_en": english[contact.division]}
        add("contact", contact.model_dump() | names, position)
    for position, organisation in enumerate(programme.involvement, 1):
        add("involvement", {"organisation": organisation}, position)
    for position, step in enumerate(programme.route, 1):
        add("route", step.model_dump(), position)
    for table in ("detail", "item"):
        positions: dict[str, int] = {}
        for entry in getattr(programme, table):
            positions[entry.field] = positions.get(entry.field, 0) + 1
            add(table, entry.model_dump(), positions[entry.field])


def _aliases(document: Document) -> Iterator[Row]:
    for kind in ("ministry", "category", "organisation"):
        for entry in getattr(document, kind):
            yield from _surfaces(entry.aliases, kind, entry.id)
    for kind in ("bureau", "division", "part"):
        for entry in getattr(document, kind):
            yield from _surfaces(entry.aliases, kind, entry.name)
    for programme in document.programme:
        yield from _surfaces(programme.aliases, "program", programme.id)
        yield from _surfaces(programme.related, "related", programme.id)
        yield from _surfaces(programme.topics, "topic", programme.id)
        yield from _surfaces(programme.equipment, "equipment", programme.id)


def _surfaces(aliases: Aliases, kind: str, target: str) -> Iterator[Row]:
    for language, surfaces in (("ja", aliases.ja), ("en", aliases.en)):
        for surface in surfaces:
            yield {
                "surface": surface.text, "kind": kind, "target": target, "language": language, "kana": surface.kana,
            }  # fmt: skip


def _once(aliases: list[Row]) -> list[Row]:
    """Drop the repetitions among aliases, as where two documents define the same ministry."""
    seen: dict[tuple[str, str, str], Row] = {}
    for row in aliases:
        seen.setdefault((row["surface"], row["kind"], row["target"]), row)
    return list(seen.values())


_NAMES = {
    "programme": ("program", ("name", "sheet", "name_en", "short_name", "short_name_en", "kana", "romaji")),
    "ministry": ("ministry", ("name", "short_name", "name_en", "short_name_en")),
    "category": ("category", ("name", "name_en", "long_name", "long_name_en")),
    "organisation": ("organisation", ("name", "long_name", "long_name_en")),
}


def _search(rows: dict[str, list[Row]]) -> list[Row]:
    """Return what the index finds: names, aliases and readings, details, items; each once a kind and target."""
    entries: dict[tuple[str, str, str], None] = {}

    def add(text: str | None, kind: str, target: str) -> None:
        if text:
            entries.setdefault((text, kind, target))

    for table, (kind, columns) in _NAMES.items():
        for row in rows[table]:
            for column in columns:
                add(row[column], kind, row["id"])
    for row in rows["contact"]:
        for kind in ("bureau", "division"):
            add(row[kind], kind, row[kind])
            add(row[f"{kind}_en"], kind, row[kind])
    for row in rows["alias"]:
        add(row["surface"], row["kind"], row["target"])
        add(row["kana"], row["kind"], row["target"])
    for table, columns in (("detail", ("text", "text_en")), ("item", ("name", "name_en"))):
        for row in rows[table]:
            for column in columns:
                add(row[column], row["field"], row["programme"])
    return [{"text": text, "kind": kind, "target": target} for text, kind, target in entries]
