"""Full text over the programmes of a register: which of them speak of something, ranked, with where and in what words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.folding import FIELDS, fold_name, matching
from assistant.store.database import Database

_AROUND = 12
"""Characters shown before and after the first occurrence."""
_RANKED = 600
"""Programmes found up to which rarity counts; among more the newest and largest come first."""


@dataclass(frozen=True, slots=True)
class Found:
    """A programme that speaks of all terms, and why it was found."""

    programme: str
    field: str
    """name, purpose or overview: where the terms stand; the first where some of them stand."""
    snippet: str
    """About 30 characters as printed around the first occurrence, with … where something is left out."""
    current: bool
    """Whether it has a sheet of the newest review year."""


@dataclass(frozen=True, slots=True)
class Topics:
    """How many programmes speak of all terms, and the first of them."""

    count: int
    found: tuple[Found, ...]


def topics(database: Database, terms: Sequence[str], limit: int = 10) -> Topics:
    """Return the programmes whose newest sheet has every term in its name, purpose or overview.

    Programmes of the newest review year come first, then those with the terms in the name, then in name or purpose; then the
    rarer use (bm25), the larger amount. StoreError where a statement fails or takes too long.
    """
    wanted = matching(terms)
    if not wanted:
        return Topics(0, ())
    count = int(database.rows("SELECT count(*) FROM topic WHERE topic MATCH :all", {"all": wanted})[0][0] or 0)
    ids = _ranked(database, terms, limit) if count <= _RANKED else _first(database, terms, limit)
    rows = database.rows(
        "SELECT n.id, p.id, p.name, p.review_year = (SELECT max(review_year) FROM programme) "
        "FROM named n JOIN programme p ON p.id = n.target WHERE n.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(ids)},
    )
    rows.sort(key=lambda row: ids.index(int(row[0] or 0)))
    patterns = [_pattern(folded) for term in terms if (folded := fold_name(term))]
    found = [_found(database, str(id_), str(name), patterns, bool(current)) for _, id_, name, current in rows]
    return Topics(count, tuple(found))


def _ranked(database: Database, terms: Sequence[str], limit: int) -> list[int]:
    """Return the first ids of what has the terms, by year, field, rarity and amount."""
    rows = database.rows(
        """
        WITH named_so (id) AS MATERIALIZED (SELECT rowid FROM topic WHERE topic MATCH :name),
        meant_so (id) AS MATERIALIZED (SELECT rowid FROM topic WHERE topic MATCH :purpose),
        hit (id, rarity) AS MATERIALIZED
          (SELECT rowid, round(bm25(topic, 8.0, 3.0, 1.0)) FROM topic WHERE topic MATCH :all)
        SELECT hit.id FROM hit JOIN named n ON n.id = hit.id JOIN programme p ON p.id = n.target
        ORDER BY p.review_year = (SELECT max(review_year) FROM programme) DESC,
          CASE WHEN hit.id IN named_so THEN 0 WHEN hit.id IN meant_so THEN 1 ELSE 2 END, hit.rarity, hit.id
        LIMIT :limit
        """,
        {
            "name": matching(terms, FIELDS[:1]),
            "purpose": matching(terms, FIELDS[:2]),
            "all": matching(terms),
            "limit": limit,
        },
    )
    return [int(row[0] or 0) for row in rows]


def _first(database: Database, terms: Sequence[str], limit: int) -> list[int]:
    """Return the first ids of very many, by field, year and amount (ids are in the order of year and amount)."""
    found: dict[int, None] = {}
    for last in range(1, len(FIELDS) + 1):
        rows = database.rows(
            "SELECT rowid FROM topic WHERE topic MATCH :some ORDER BY rowid LIMIT :limit",
            {"some": matching(terms, FIELDS[:last]), "limit": limit},
        )
        found.update(dict.fromkeys(int(row[0] or 0) for row in rows))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _found(database: Database, programme: str, name: str, patterns: Sequence[re.Pattern[str]], current: bool) -> Found:
    """Return a hit with the first field in which most of the terms stand, and the words around the first of them."""
    texts = [("name", name)]
    rows = database.rows(
        "SELECT field, text FROM detail WHERE programme = :id AND field IN ('purpose', 'overview') "
        "ORDER BY field DESC, position",
        {"id": programme},
    )
    texts += [(str(field), str(text)) for field, text in rows]
    best: tuple[int, str, str] = (0, "name", name)
    for field, text in texts:
        places = [match.span() for match in (pattern.search(text) for pattern in patterns) if match]
        if len(places) > best[0]:
            best = (len(places), field, text if field == "name" else _snippet(text, *min(places)))
    return Found(programme, best[1], best[2], current)


def _pattern(term: str) -> re.Pattern[str]:
    """Return what finds a folded term in a printed text: either kana, with the marks that folding drops."""
    signs = (f"[{char}{chr(ord(char) + 0x60)}]" if "ぁ" <= char <= "ゖ" else re.escape(char) for char in term)
    edge = "(?<![0-9A-Za-z])" if term[0].isascii() else ""
    last = "(?![0-9A-Za-z])" if term[-1].isascii() else ""
    return re.compile(edge + "[ー・ ]*".join(signs) + last, re.IGNORECASE)


def _snippet(text: str, start: int, end: int) -> str:
    """Return the words around a stretch of a text."""
    low, high = max(0, start - _AROUND), min(len(text), max(end, start + 1) + _AROUND)
    return ("…" if low else "") + text[low:high].strip() + ("…" if high < len(text) else "")
