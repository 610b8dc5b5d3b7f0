"""Opening a store for reading: read-only, time-limited, and the few lookups that reading needs. The only SQLite at run time."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from assistant.errors import SlowError, StoreError
from assistant.reading.world import StatedAmount
from assistant.store.catalogue import Catalogue, Contact, Names, register_catalogue

SECONDS = 2.0
"""How long one statement may run before it is stopped."""
QUESTION_SECONDS = 5.0
"""How long all statements of one question may take together."""
_STEPS = 20_000
Row = tuple[str | int | float | None, ...]
_FEW = """
SELECT name, 'ministry', id, NULL FROM ministry
UNION ALL SELECT name_en, 'ministry', id, NULL FROM ministry
UNION ALL SELECT short_name, 'ministry', id, NULL FROM ministry
UNION SELECT name, 'account', name, NULL FROM account
UNION SELECT name, 'policy', name, NULL FROM policy
UNION ALL SELECT surface, kind, target, kana FROM alias WHERE kind <> 'payee'
"""
"""What people call the things of a register that are few."""


class Database:
    """A read-only store. StoreError where the file is missing or is no store, SlowError where something takes too long."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise StoreError(
                f"データベース {path} がありません。"
                "budget-assistant build で作成するか、--db で別のファイルを指定してください。",
                f"There is no database at {path}. Build one with `budget-assistant build`, or name another with --db.",
            )
        self._local = threading.local()
        try:
            self.register = bool(self.rows("SELECT 1 FROM review_sheet LIMIT 1"))
            self.catalogue = register_catalogue(self) if self.register else self._filled()
        except SlowError:
            raise
        except StoreError as error:
            cause = error.__cause__ or error
            raise StoreError(
                f"{path} はこのアシスタントのデータベースではありません（{cause}）。",
                f"{path} is not a database of this assistant ({cause}).",
            ) from error

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = self.path.resolve().as_uri() + "?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("PRAGMA query_only = 1")
            self._local.connection = connection
        return connection

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Bound what is done within, in this thread: SlowError as soon as it has taken `QUESTION_SECONDS`.

        Within another bound, that one holds.
        """
        if getattr(self._local, "end", None) is not None:
            yield
            return
        self._local.end = time.monotonic() + QUESTION_SECONDS
        try:
            yield
        finally:
            self._local.end = None

    def rows(self, sql: str, parameters: Mapping[str, str | int] | None = None) -> list[Row]:
        """Return the rows of a statement with bound values.

        Raises SlowError after `SECONDS` or where the question has had its time (see `bounded`), StoreError where the
        statement fails.
        """
        connection = self._connection()
        now = time.monotonic()
        deadline = min(now + SECONDS, getattr(self._local, "end", None) or now + SECONDS)
        if now >= deadline:
            raise SlowError
        connection.set_progress_handler(lambda: int(time.monotonic() > deadline), _STEPS)
        try:
            return connection.execute(sql, dict(parameters or {})).fetchall()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise SlowError from error
            raise StoreError(
                f"データベースの照会に失敗しました（{error}）。", f"The database could not be queried ({error})."
            ) from error
        finally:
            connection.set_progress_handler(None, 0)

    def prepare(self, sql: str, parameters: Iterable[str]) -> str | None:
        """Return what is wrong with a statement, or None where it prepares against the schema."""
        try:
            self._connection().execute("EXPLAIN " + sql, dict.fromkeys(parameters, 1))
        except sqlite3.Error as error:
            return str(error)
        return None

    def entries(self) -> list[tuple[str, str, str, str | None]]:
        """Return what people call things: (surface, kind, target, reading) of every name and alias.

        Of a register only the few that everybody uses: its many names are looked up, not loaded.
        """
        named = (
            self.rows(_FEW)
            if self.register
            else self.rows(
                """
            SELECT name, 'program', id, kana FROM programme
            UNION ALL SELECT sheet, 'program', id, kana FROM programme
            UNION ALL SELECT name_en, 'program', id, NULL FROM programme
            UNION ALL SELECT short_name, 'program', id, NULL FROM programme
            UNION ALL SELECT short_name_en, 'program', id, NULL FROM programme
            UNION ALL SELECT name, 'ministry', id, NULL FROM ministry
            UNION ALL SELECT name_en, 'ministry', id, NULL FROM ministry
            UNION ALL SELECT name, 'category', id, NULL FROM category
            UNION ALL SELECT long_name, 'category', id, NULL FROM category
            UNION ALL SELECT name, 'organisation', id, NULL FROM organisation
            UNION ALL SELECT bureau, 'bureau', bureau, NULL FROM contact
            UNION ALL SELECT division, 'division', division, NULL FROM contact
            UNION ALL SELECT bureau_en, 'bureau', bureau, NULL FROM contact
            UNION ALL SELECT division_en, 'division', division, NULL FROM contact
            UNION ALL SELECT name, 'equipment', programme, NULL FROM item WHERE field = 'equipment'
            UNION ALL SELECT surface, kind, target, kana FROM alias
            """
            )
        )
        return [(str(s), str(k), str(t), str(r) if r else None) for s, k, t, r in named]

    @cached_property
    def programmes(self) -> int:
        """How many programmes there are."""
        return int(self.rows("SELECT COUNT(*) FROM programme")[0][0] or 0)

    @property
    def large(self) -> bool:
        """Whether it is a register: its programmes are looked up by name or by the page, and never all gone through."""
        return self.register

    @property
    def fiscal_year(self) -> int:
        """The fiscal year of the source."""
        return int(self.rows("SELECT MAX(fiscal_year) FROM source")[0][0] or 0)

    @property
    def source(self) -> dict[str, str]:
        """The row of the source: id, title, meeting and so on, in both languages."""
        columns = ("id", "title", "title_en", "meeting", "meeting_en", "document_number", "document_number_en", "date",
                   "fiscal_year", "budget", "budget_en", "budget_stage", "budget_stage_en", "sheet")  # fmt: skip
        row = self.rows(f"SELECT {', '.join(columns)} FROM source ORDER BY id LIMIT 1")[0]
        return {name: str(value) for name, value in zip(columns, row, strict=True)}

    def _filled(self) -> Catalogue:
        """Return the catalogue of a small store, read at once."""
        names: dict[str, Names] = {}
        printed_en: dict[str, str] = {}
        ministry_of: dict[str, str] = {}
        category_of: dict[str, str] = {}
        parents: dict[str, str] = {}
        for table, kind in (("ministry", "ministry"),):
            for i, n, e, s, t in self.rows(f"SELECT id, name, name_en, short_name, short_name_en FROM {table}"):
                names[f"{kind}:{i}"] = Names(str(n), str(e), str(s), str(t))
        for i, n, e, long, long_en, parent in self.rows(
            "SELECT id, name, name_en, long_name, long_name_en, parent FROM category"
        ):
            names[f"category:{i}"] = Names(str(long), str(long_en), str(n), str(e))
            if parent:
                parents[str(i)] = str(parent)
        for i, n, long, e in self.rows("SELECT id, name, long_name, long_name_en FROM organisation"):
            names[f"organisation:{i}"] = Names(str(long), str(e), str(n), str(n))
        for i, n, e, s, t, ministry, category in self.rows(
            "SELECT id, name, name_en, short_name, short_name_en, ministry, category FROM programme ORDER BY position"
        ):
            names[f"program:{i}"] = Names(str(n), str(e), str(s), str(t))
            ministry_of[str(i)], category_of[str(i)] = str(ministry), str(category)
        for b, be, d, de in self.rows("SELECT bureau, bureau_en, division, division_en FROM contact"):
            printed_en[str(b)], printed_en[str(d)] = str(be), str(de)
        for part, part_en in self.rows("SELECT DISTINCT part, part_en FROM amount WHERE part IS NOT NULL"):
            printed_en[str(part)] = str(part_en)
        c = Catalogue(names, printed_en, ministry_of, category_of, parents, size=len(ministry_of))
        c.members, c.amounts, c.contacts = self._members(c), self._amounts(), self._contacts()
        c.contacts_of = {p: tuple(k for k in c.contacts if k[0] == p) for p in ministry_of}
        return c

    def _members(self, c: Catalogue) -> dict[tuple[str, str], frozenset[str]]:
        """Return which programmes belong to what."""
        found: dict[tuple[str, str], set[str]] = {}
        for kind, target, programme in self.rows(
            """
            SELECT 'organisation', organisation, programme FROM involvement
            UNION SELECT 'bureau', bureau, programme FROM contact
            UNION SELECT 'division', division, programme FROM contact
            UNION SELECT kind, target, target FROM alias WHERE kind IN ('topic', 'equipment', 'program')
            UNION SELECT 'part', '*', programme FROM amount WHERE scope = 'part'
            UNION SELECT 'part', part, programme FROM amount WHERE scope = 'part'
            UNION SELECT 'extension', extension, programme FROM contact WHERE extension IS NOT NULL
            """
        ):
            found.setdefault((str(kind), str(target)), set()).add(str(programme))
        for programme, ministry in c.ministry_of.items():
            category = c.category_of[programme]
            for key in (
                ("ministry", ministry),
                ("category", category),
                ("category", c.parents.get(category, category)),
            ):
                found.setdefault(key, set()).add(programme)
        found["all", "*"] = set(c.ministry_of)
        return {key: frozenset(value) for key, value in found.items()}

    def _amounts(self) -> dict[str, tuple[StatedAmount, ...]]:
        """Return the stated amounts of each programme, the whole first."""
        amounts: dict[str, list[StatedAmount]] = {}
        for programme, scope, part, yen in self.rows(
            "SELECT programme, scope, part, yen FROM amount ORDER BY programme, position"
        ):
            amounts.setdefault(str(programme), []).append(
                StatedAmount(str(programme), str(scope), str(part) if part else None, int(yen or 0))
            )
        return {key: tuple(sorted(value, key=lambda a: a.scope != "whole")) for key, value in amounts.items()}

    def _contacts(self) -> tuple[Contact, ...]:
        """Return all contacts in printed order."""
        return tuple(
            (str(p), str(b), str(d), str(e) if e else None)
            for p, b, d, e in self.rows(
                "SELECT k.programme, k.bureau, k.division, k.extension FROM contact k "
                "JOIN programme p ON p.id = k.programme ORDER BY p.position, k.position"
            )
        )
