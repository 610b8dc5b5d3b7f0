"""The tables are what the queries expect, and they refuse what no document may say."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.store.build import build
from tests.store.places import SMALL

T = "TEXT"
N = "INTEGER"
TABLES = {
    "source": {
        "id": T, "title": T, "title_en": T, "meeting": T, "meeting_en": T, "document_number": T,
        "document_number_en": T, "date": T, "fiscal_year": N,
        "budget": T, "budget_en": T, "budget_stage": T, "budget_stage_en": T, "sheet": T,
        "list_sheet": T,
    },
    "ministry": {
        "id": T, "name": T, "short_name": T, "name_en": T, "short_name_en": T, "mark": T, "position": N,
    },
    "category": {
        "id": T, "name": T, "name_en": T, "long_name": T, "long_name_en": T, "parent": T, "position": N,
    },
    "organisation": {
        "id": T, "name": T, "long_name": T, "long_name_en": T, "long_name_printed": N, "position": N,
    },
    "programme": {
        "id": T, "source": T, "position": N, "name": T, "sheet": T, "name_en": T, "short_name": T, "short_name_en": T,
        "kana": T, "romaji": T, "ministry": T, "category": T, "list_sheet": T, "review_year": N, "start_year": N,
        "end_year": N,
    },
    "amount": {
        "id": N, "programme": T, "position": N, "fiscal_year": N, "stage": T, "yen": N, "printed": T, "label": T,
        "approximate": N, "part": T, "part_en": T, "scope": T, "note": T, "note_en": T, "sheet": T,
        "review_year": N, "counted": N,
    },
    "contact": {
        "id": N, "programme": T, "position": N, "bureau": T, "bureau_en": T, "division": T, "division_en": T,
        "extension": T, "sheet": T,
    },
    "involvement": {"programme": T, "organisation": T, "position": N, "sheet": T},
    "route": {
        "id": N, "programme": T, "position": N, "giver": T, "giver_en": T, "receiver": T, "receiver_en": T, "kind": T,
        "kind_en": T, "sheet": T,
    },
    "detail": {"id": N, "programme": T, "field": T, "position": N, "text": T, "text_en": T, "sheet": T},
    "item": {
        "id": N, "programme": T, "field": T, "position": N, "name": T, "name_en": T, "note": T, "note_en": T,
        "sheet": T,
    },
    "alias": {"surface": T, "kind": T, "target": T, "language": T, "kana": T},
    "review_sheet": {"id": T, "programme": T, "review_year": N, "number": T, "name": T, "url": T},
    "payee": {
        "id": N, "programme": T, "fiscal_year": N, "block": T, "position": N, "name": T, "corporate_number": T, "yen": N,
        "sheet": T,
    },
    "account": {"programme": T, "name": T, "sheet": T},
    "policy": {"programme": T, "name": T, "sheet": T},
}  # fmt: skip


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    build([SMALL], tmp_path / "small.db")
    connection = sqlite3.connect(tmp_path / "small.db")
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_expected_columns_and_types(connection: sqlite3.Connection, table: str) -> None:
    assert {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})")} == TABLES[table]


def test_there_are_no_other_tables_but_the_index(connection: sqlite3.Connection) -> None:
    names = {row[1] for row in connection.execute("PRAGMA table_list") if row[0] == "main"}
    assert {name for name in names if not name.startswith(("search", "sqlite_"))} == set(TABLES)
    assert "search" in names


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    strict = {row[1]: row[5] for row in connection.execute("PRAGMA table_list")}
    assert all(strict[table] for table in TABLES)


AMOUNT = (
    "INSERT INTO amount (programme, position, fiscal_year, stage, yen, printed, label, approximate, part, part_en,"
    " scope, sheet) VALUES"
    " ('{programme}', 9, {year}, '{stage}', {yen}, 'x', 'x', {approximate}, {part}, {part}, '{scope}', 'x')"
)
GOOD_AMOUNT = {
    "programme": "one", "year": 2022, "stage": "supplementary draft", "yen": 1, "approximate": 0, "part": "NULL",
    "scope": "whole",
}  # fmt: skip
REFUSED = {
    "negative yen": AMOUNT.format(**GOOD_AMOUNT | {"yen": -1}),
    "yen with a fraction": AMOUNT.format(**GOOD_AMOUNT | {"yen": 1.5}),
    "yen in words": AMOUNT.format(**GOOD_AMOUNT | {"yen": "'10億円'"}),
    "a year before the fiscal law": AMOUNT.format(**GOOD_AMOUNT | {"year": 1900}),
    "an unknown stage": AMOUNT.format(**GOOD_AMOUNT | {"stage": "guessed"}),
    "half approximate": AMOUNT.format(**GOOD_AMOUNT | {"approximate": 2}),
    "a part that is no part": AMOUNT.format(**GOOD_AMOUNT | {"scope": "part"}),
    "a whole with a part": AMOUNT.format(**GOOD_AMOUNT | {"part": "'JST'"}),
    "an unknown scope": AMOUNT.format(**GOOD_AMOUNT | {"scope": "above"}),
    "an unknown programme": AMOUNT.format(**GOOD_AMOUNT | {"programme": "two"}),
    "an extension with letters": "UPDATE contact SET extension = '12a4'",
    "an empty extension": "UPDATE contact SET extension = ''",
    "an unknown detail": "UPDATE detail SET field = 'porpoise'",
    "an unknown item": "UPDATE item SET field = 'thing'",
    "a note in one language": "UPDATE item SET note = 'x'",
    "an unknown kind of alias": "UPDATE alias SET kind = 'nickname'",
    "an unknown language": "UPDATE alias SET language = 'fr'",
    "an unknown ministry": "UPDATE programme SET ministry = 'maff'",
    "an unknown organisation": "UPDATE involvement SET organisation = 'nedo'",
    "a category that is its own parent's orphan": "UPDATE category SET parent = 'pj'",
    "a date that is none": "UPDATE source SET date = 'yesterday'",
    "the same position twice": "UPDATE amount SET position = 1",
}


def test_the_good_amount_is_taken(connection: sqlite3.Connection) -> None:
    """Or else the refusals below would prove nothing."""
    connection.execute(AMOUNT.format(**GOOD_AMOUNT))


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_row_is_refused(connection: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
