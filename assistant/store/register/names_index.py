"""Fills the index of names and the full text of a register that has just been imported (assistant/store/names.sql)."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from itertools import groupby

from assistant.reading.folding import fold_name, fold_text, pairs

KINDS = ("program", "bureau", "division", "account", "policy", "payee")
"""What can be looked up by name. The place is the kind's number in `named.id`; payees are kept apart as part 1."""
STEP = 1 << 27
"""Ids of one kind: more than any register has names, and all kinds fit into 32 bits."""
SHORT = range(4, 11)
"""Lengths of names whose pairs and threes are kept in gram.short: they share few with what is typed and drown in others."""

_BRACKETS = re.compile(r"[(（〔［\[][^()（）〔〕［］\[\]]*[)）〕］\]]")
_LEGAL = re.compile(
    r"\((?:株|有|財|社|独|学|福|医|特|一社|一財|公財|公社|福社|特非|同|合)\)"
    r"|(?:特例)?(?:株式|有限|合同|合資)会社|(?:国立研究開発|独立行政|地方独立行政|国立大学|公立大学|大学共同利用機関|学校|社会福祉|医療|宗教"
    r"|特定非営利活動|一般社団|一般財団|公益社団|公益財団|社団|財団|特殊)法人"
)
_SHORTEST = 3
"""Characters that must be left of a payee without its legal form, so that it is still a name."""

_PROGRAMMES = """
    SELECT p.id, s.name FROM programme p
    JOIN (SELECT programme, name, review_year FROM review_sheet UNION SELECT id, name, 9999 FROM programme
          UNION SELECT target, surface, 0 FROM alias WHERE kind = 'program') s ON s.programme = p.id
    LEFT JOIN (SELECT programme, yen, MAX(fiscal_year) FROM amount WHERE stage = 'total' GROUP BY programme) a
      ON a.programme = p.id
    ORDER BY p.review_year DESC, a.yen DESC, p.id, s.review_year DESC
"""
_OFFICES = """
    SELECT c.name, coalesce(a.surface, c.name) FROM
      (SELECT {column} AS name, count(*) AS often FROM contact WHERE {column} <> '' GROUP BY 1) c
    LEFT JOIN (SELECT target, surface FROM alias WHERE kind = '{column}'
               UNION SELECT DISTINCT {column}, {column} FROM contact) a ON a.target = c.name
    ORDER BY c.often DESC, c.name
"""
_LABELS = """
    SELECT c.name, coalesce(a.surface, c.name) FROM
      (SELECT name, count(*) AS often FROM {table} GROUP BY 1) c
    LEFT JOIN (SELECT target, surface FROM alias WHERE kind = '{table}'
               UNION SELECT DISTINCT name, name FROM {table}) a ON a.target = c.name
    ORDER BY c.often DESC, c.name
"""
_PAYEES = """
    SELECT name, name FROM (SELECT name, sum(yen) AS yen FROM payee GROUP BY fiscal_year, name) AS k
    GROUP BY name ORDER BY sum(yen) DESC, name
"""


def write_names(connection: sqlite3.Connection) -> None:
    """Fill the index of names and the full text from the tables of a register.

    Makes the tables where they are missing and empties them first, so it may run again; within the caller's transaction.
    Raises sqlite3.Error as the connection does.
    """
    _prepare(connection)
    statements = {
        "program": _PROGRAMMES,
        "bureau": _OFFICES.format(column="bureau"),
        "division": _OFFICES.format(column="division"),
        "account": _LABELS.format(table="account"),
        "policy": _LABELS.format(table="policy"),
    }
    grams = _Grams(0)
    for number, kind in enumerate(KINDS[:-1]):
        _write_kind(connection, grams, number * STEP, statements[kind], _bracketless if kind == "program" else None)
    grams.write(connection)
    payees = _Grams(1)
    _write_kind(connection, payees, (len(KINDS) - 1) * STEP, _PAYEES, _formless)
    aliases = "SELECT target, surface FROM alias WHERE kind = 'payee' ORDER BY target"
    _write_kind(connection, payees, (len(KINDS) - 1) * STEP + STEP // 2, aliases, None)
    payees.write(connection)
    _write_topics(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of the index, empty; statement by statement, so that the caller's transaction stays open."""
    for table in ("named", "name", "gram", "topic"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    text = re.sub(r"--[^\n]*", "", resources.files("assistant.store").joinpath("names.sql").read_text(encoding="utf-8"))
    for statement in text.split(";"):
        if statement.strip():
            connection.execute(statement)


class _Grams:
    """Which ids have which pairs and threes of characters in their names; ids must come in ascending order."""

    def __init__(self, part: int) -> None:
        self.part = part
        self._short: dict[str, array[int]] = {}
        self._long: dict[str, array[int]] = {}

    def add(self, id_: int, names: Iterable[str]) -> None:
        """Take the names of one id."""
        short: set[str] = set()
        long: set[str] = set()
        for name in names:
            grams = short if len(name) in SHORT else long
            pairs = list(map(str.__add__, name, name[1:]))
            grams.update(pairs)
            if not self.part:
                grams.update(map(str.__add__, pairs, name[2:]))
        for found, postings in ((short, self._short), (long, self._long)):
            for gram in found:
                ids = postings.get(gram)
                if ids is None:
                    postings[gram] = array("I", (id_,))
                else:
                    ids.append(id_)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write everything, in the order of the table's key."""
        connection.executemany("INSERT INTO gram VALUES (?, ?, ?, ?)", self._rows())

    def _rows(self) -> Iterator[tuple[int, str, bytes | None, bytes | None]]:
        for gram in sorted(self._short.keys() | self._long.keys()):
            short, long = self._short.pop(gram, None), self._long.pop(gram, None)
            yield self.part, gram, short.tobytes() if short else None, long.tobytes() if long else None


def _bracketless(name: str) -> str:
    """Return a programme's name without what stands in brackets, or nothing where that says too little."""
    bare, found = _BRACKETS.subn("", name)
    return folded if found and len(folded := fold_name(bare)) > _SHORTEST else ""


def _formless(name: str) -> str:
    """Return a payee's name without its legal form, or nothing where that says too little."""
    bare, found = _LEGAL.subn("", name)
    return folded if found and len(folded := fold_name(bare)) >= _SHORTEST else ""


def _write_kind(
    connection: sqlite3.Connection, grams: _Grams, first: int, statement: str, shorter: Callable[[str], str] | None
) -> None:
    """Write the names of one kind, (target, name) rows with those of a target together; ids from `first` up."""
    named: list[tuple[int, str, str]] = []
    every: list[tuple[int, str, int]] = []
    for id_, (target, rows) in enumerate(groupby(connection.execute(statement), key=lambda row: row[0]), first):
        names: dict[str, None] = {}
        for printed in dict.fromkeys(row[1] for row in rows):
            names[fold_name(printed)] = None
            if shorter:
                names[shorter(printed)] = None
        names.pop("", None)
        if not names:
            continue
        grams.add(id_, names)
        named.append((id_, target, "\n".join(names)))
        every += [(grams.part, name, id_) for name in names if len(name) > 1]
    every.sort()
    connection.executemany("INSERT INTO named VALUES (?, ?, ?)", named)
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", every)


def _write_topics(connection: sqlite3.Connection) -> None:
    """Write the full text of each programme's newest name, purpose and overview as pairs of characters."""
    rows = connection.execute(
        """
        SELECT n.id, p.name,
          (SELECT group_concat(text, ' ') FROM detail WHERE programme = p.id AND field = 'purpose'),
          (SELECT group_concat(text, ' ') FROM detail WHERE programme = p.id AND field = 'overview')
        FROM named n JOIN programme p ON p.id = n.target WHERE n.id < :end ORDER BY n.id
        """,
        {"end": STEP},
    )
    texts = ((id_, *(pairs(fold_text(text or "")) for text in fields)) for id_, *fields in rows)
    connection.executemany("INSERT INTO topic (rowid, name, purpose, overview) VALUES (?, ?, ?, ?)", texts)
