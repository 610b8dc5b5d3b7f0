"""Holds a store against the text of its document: whether every name and figure that it states is printed there.

Texts in our own words are not looked for, only the figures and dates in them. Nothing is changed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from assistant.errors import StoreError
from assistant.text.fold import nfkc_fold

_REIWA, _HEISEI = 2018, 1988
_SEPARATORS = re.compile(r"[()]")
_DETAIL_FIGURE = re.compile(r"令和\d+年(?:度|\d{1,2}月)|\d+(?:\.\d+)?%|\d+件|\d+(?:百万円|万)")

# What to look for that stands in the store as it is printed: the kind of finding, and a query for the words.
_PRINTED = (
    ("title", "SELECT title FROM source"),
    ("meeting", "SELECT meeting FROM source"),
    ("document number", "SELECT document_number FROM source"),
    ("budget", "SELECT budget FROM source"),
    ("budget stage", "SELECT budget_stage FROM source"),
    ("category", "SELECT long_name FROM category WHERE parent IS NULL ORDER BY position"),
    ("category", "SELECT name FROM category ORDER BY position"),
    ("organisation", "SELECT name FROM organisation ORDER BY position"),
    ("organisation", "SELECT long_name FROM organisation WHERE long_name_printed ORDER BY position"),
    ("name", "SELECT name FROM programme ORDER BY position"),
    ("sheet", "SELECT sheet FROM programme ORDER BY position"),
    (
        "list entry",  # name, category where it is a project, and the ministry's mark, as the list page joins them
        "SELECT p.name || CASE WHEN c.parent IS NULL THEN '' ELSE '(' || c.name || ')' END || '(' || m.mark || ')'"
        " FROM programme p JOIN category c ON c.id = p.category JOIN ministry m ON m.id = p.ministry"
        " ORDER BY p.position",
    ),
    ("figure", "SELECT label || ' ' || printed FROM amount WHERE scope = 'whole' ORDER BY id"),
    ("figure", "SELECT printed FROM amount WHERE scope <> 'whole' ORDER BY id"),
    ("label", "SELECT label FROM amount WHERE scope <> 'whole' ORDER BY id"),
    ("part", "SELECT part FROM amount WHERE part IS NOT NULL ORDER BY id"),
    ("bureau", "SELECT bureau FROM contact ORDER BY id"),
    ("division", "SELECT division FROM contact ORDER BY id"),
    ("extension", "SELECT extension FROM contact WHERE extension IS NOT NULL ORDER BY id"),
    ("recipient", "SELECT name FROM item WHERE field = 'recipient' ORDER BY id"),
    ("equipment", "SELECT name FROM item WHERE field = 'equipment' ORDER BY id"),
    ("pillar", "SELECT name FROM item WHERE field = 'pillar' ORDER BY id"),
)


class Finding(NamedTuple):
    """One thing looked for: its kind, the words wanted, the line (from 1) where they first stand or None if missing."""

    kind: str
    wanted: str
    line: int | None


class _Text:
    """A document's text without white space, line by line and joined (names wrap over lines)."""

    def __init__(self, raw: str) -> None:
        self._lines = [_squeeze(line) for line in raw.split("\n")]
        self._joined = "".join(self._lines)

    def line(self, wanted: str) -> int | None:
        """Return the line (from 1) where `wanted` first stands whole, or else where it begins and wraps, or None.

        A figure at the edge of `wanted` must not be the piece of a longer one: 10億円 is not in 110億円.
        """
        words = _squeeze(wanted)
        if not words:
            return None
        before = r"(?<!\d)(?<!\d\.)(?:(?<!\d,)|(?!\d{3}(?!\d)))" if words[0].isdigit() else ""
        after = r"(?!\d)" if words[-1].isdigit() else ""
        pattern = re.compile(before + re.escape(words) + after)
        for number, line in enumerate(self._lines, 1):
            if pattern.search(line):
                return number
        match = pattern.search(self._joined)
        return self._line_at(match.start()) if match else None

    def _line_at(self, position: int) -> int:
        for number, line in enumerate(self._lines, 1):
            position -= len(line)
            if position < 0:
                return number
        raise ValueError("the position lies behind the text")


def verify(database: Path, text_file: Path) -> list[Finding]:
    """Look for every printed name, figure, bureau, division, extension and the like of `database` in `text_file`.

    Both sides are normalised first (NFKC, radicals, no white space). Each thing is looked for once; the findings come
    kind by kind. Raises StoreError where the database or the text cannot be read.
    """
    try:
        text = _Text(text_file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{text_file} を読めません: {error}", f"cannot read {text_file}: {error}") from error
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            wanted = dict.fromkeys(_wanted(connection))
    except sqlite3.Error as error:
        raise StoreError(f"{database} を読めません: {error}", f"cannot read {database}: {error}") from error
    return [Finding(kind, words, text.line(words)) for kind, words in wanted]


def _squeeze(text: str) -> str:
    return "".join(nfkc_fold(text).split())


def _wanted(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for kind, query in _PRINTED:
        for (words,) in connection.execute(query):
            yield kind, words
    for (date,) in connection.execute("SELECT date FROM source"):
        yield "date", _japanese_date(date)
    for (kinds,) in connection.execute("SELECT kind FROM route ORDER BY id"):
        for kind in filter(None, _SEPARATORS.split(kinds)):
            yield "route kind", kind
    for (text,) in connection.execute("SELECT text FROM detail ORDER BY id"):
        for figure in _DETAIL_FIGURE.findall(text):
            yield "figure in a text", figure


def _japanese_date(iso: str) -> str:
    """2022-11-15 as documents print it: 令和4年11月15日."""
    year, month, day = (int(part) for part in iso.split("-"))
    era, first = ("令和", _REIWA) if year > _REIWA else ("平成", _HEISEI)
    return f"{era}{year - first}年{month}月{day}日"
