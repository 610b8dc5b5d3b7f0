"""A build is whole or nothing, and always gives the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.errors import DataError, StoreError
from assistant.store import build as build_module
from assistant.store.build import build
from tests.store.places import BAD, DATABASE, DOCUMENT, SMALL

TABLES = (
    "source", "ministry", "category", "organisation", "programme", "amount", "contact", "involvement", "route",
    "detail", "item", "alias", "search",
)  # fmt: skip


def rows(database: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("rebuilt") / "budget.db"
    build([DOCUMENT], target)
    return target


@pytest.mark.parametrize("table", TABLES)
def test_the_committed_database_equals_a_rebuild_row_for_row(rebuilt: Path, table: str) -> None:
    assert rows(DATABASE, table) == rows(rebuilt, table)
    assert rows(rebuilt, table)


def test_the_committed_database_has_the_schema_of_a_rebuild(rebuilt: Path) -> None:
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(DATABASE)) as committed, closing(sqlite3.connect(rebuilt)) as fresh:
        assert committed.execute(query).fetchall() == fresh.execute(query).fetchall()


def test_two_builds_are_the_same_bytes(tmp_path: Path, rebuilt: Path) -> None:
    build([DOCUMENT], tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == rebuilt.read_bytes()


def test_the_database_is_sound(rebuilt: Path) -> None:
    with closing(sqlite3.connect(rebuilt)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_build_replaces_the_former_database(tmp_path: Path) -> None:
    target = tmp_path / "budget.db"
    target.write_bytes(b"former")
    build([SMALL], target)
    assert rows(target, "programme")
    assert [path.name for path in tmp_path.iterdir()] == ["budget.db"]


FAILURES = {
    "a document with a mistake": ([BAD / "unknown_ministry.toml"], DataError),
    "two documents with the same id": ([SMALL, SMALL], DataError),
    "no document": ([], DataError),
}


@pytest.mark.parametrize(("documents", "error"), FAILURES.values(), ids=FAILURES.keys())
def test_a_failed_build_leaves_the_former_database_as_it_was(
    tmp_path: Path, documents: list[Path], error: type[Exception]
) -> None:
    target = tmp_path / "budget.db"
    target.write_bytes(b"former")
    with pytest.raises(error):
        build(documents, target)
    assert target.read_bytes() == b"former"
    assert [path.name for path in tmp_path.iterdir()] == ["budget.db"]


@pytest.mark.parametrize(
    ("raised", "expected"),
    [(sqlite3.OperationalError("disk full"), StoreError), (RuntimeError("a bug"), RuntimeError)],
    ids=["database fault", "bug"],
)
def test_a_build_that_breaks_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: Exception, expected: type[Exception]
) -> None:
    def broken(_rows: object) -> None:
        raise raised

    monkeypatch.setattr(build_module, "_search", broken)
    target = tmp_path / "budget.db"
    target.write_bytes(b"former")
    with pytest.raises(expected):
        build([SMALL], target)
    assert target.read_bytes() == b"former"
    assert [path.name for path in tmp_path.iterdir()] == ["budget.db"]


def test_a_place_that_does_not_exist_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write"):
        build([SMALL], tmp_path / "nowhere" / "budget.db")


def test_two_documents_may_share_ministries(tmp_path: Path) -> None:
    second = tmp_path / "second.toml"
    text = SMALL.read_text(encoding="utf-8")
    for old, new in (
        ('"small"', '"second"'),
        ('"one"', '"two"'),
        ("一番目", "二番目"),
        ("いちばんめ", "にばんめ"),
        ("First", "Second"),
    ):
        text = text.replace(old, new)
    second.write_text(text, encoding="utf-8")
    build([SMALL, second], tmp_path / "both.db")
    assert [row[1] for row in rows(tmp_path / "both.db", "programme")] == ["one", "two"]
    assert len(rows(tmp_path / "both.db", "ministry")) == 1


SEARCHES = {
    "a name": ("脳高次", "program", "brain-innovation"),
    "a piece of a name": ("実行計画", "program", "whole-genome"),
    "an alias in any case": ("TISSUECYTE", "equipment", "brain-innovation"),
    "a reading": ("ぜんげのむ", "program", "whole-genome"),
    "a division": ("疾病対策", "division", "がん・疾病対策課"),
    "an English name": ("tuberculosis", "division", "結核感染症課"),
    "a text": ("頭脳循環", "purpose", "intl-joint-research"),
    "an item": ("イナートHPLC", "equipment", "life-science-infra"),
}


@pytest.mark.parametrize(("words", "kind", "target"), SEARCHES.values(), ids=SEARCHES.keys())
def test_the_index_finds(words: str, kind: str, target: str) -> None:
    with closing(sqlite3.connect(DATABASE)) as connection:
        found = connection.execute("SELECT kind, target FROM search WHERE search MATCH ?", (f'"{words}"',)).fetchall()
    assert (kind, target) in found
