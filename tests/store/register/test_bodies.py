"""A table of somebody's own may name any body; a register only the government's ministries."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from assistant.errors import DataError
from assistant.store.register.bodies import Bodies
from assistant.store.register.known import known
from assistant.store.register.table import origin, reads
from assistant.store.register.table_columns import Columns
from assistant.store.register.writer import Watch, write

TEXT = (
    "id,name,ministry,2023 total (yen)\n"
    "A-1,森の道,みどり県,5\nA-2,海の道,Green Power,6\nA-3,空の道,みどり県,7\nA-4,川の道,文部科学省,8\n"
)


def test_only_ministries_where_bodies_are_not_open() -> None:
    bodies = Bodies()
    ministry = bodies.of("文部科学省")
    assert ministry is not None
    assert ministry.id == "mext"
    assert bodies.of("みどり県") is None
    assert bodies.ministries() == known().ministries


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["みどり県", "あお市"], ["body-1", "body-2"]),
        (["Green Power", "green power", "Green-Power!"], ["green-power", "green-power-1", "green-power-2"]),
        (["みどり県", "みどり県"], ["body-1", "body-1"]),
        (["MEXT?", "Body", "3 Lakes"], ["mext-1", "body-1", "body-2"]),
    ],
    ids=["Japanese", "Latin", "again", "taken"],
)
def test_any_body_has_an_id_of_its_own_where_they_are_open(names: list[str], ids: list[str]) -> None:
    bodies = Bodies(open_=True)
    found = [bodies.of(name) for name in names]
    assert [body.id for body in found if body is not None] == ids
    assert {alias.surface for alias in bodies.aliases()} == set(names)


def test_a_table_becomes_a_store_with_its_bodies(tmp_path: Path) -> None:
    file, target = tmp_path / "own.csv", tmp_path / "own.db"
    file.write_text(TEXT, encoding="utf-8")
    write([file], partial(reads, columns=Columns()), origin([file]), target, strict=True, watch=Watch())
    connection = sqlite3.connect(target)
    try:
        programmes = connection.execute(
            "SELECT programme.id, ministry.name, yen FROM programme JOIN ministry ON ministry.id = programme.ministry "
            "JOIN amount ON amount.programme = programme.id WHERE stage = 'total' AND counted ORDER BY yen"
        ).fetchall()
        assert programmes == [
            ("2023-みどり県-A-1", "みどり県", 5),
            ("2023-Green Power-A-2", "Green Power", 6),
            ("2023-みどり県-A-3", "みどり県", 7),
            ("2023-文科-A-4", "文部科学省", 8),
        ]
        assert connection.execute("SELECT title FROM source").fetchall() == [("own.csv",)]
        assert connection.execute("SELECT target FROM alias WHERE surface = 'みどり県'").fetchall() == [("body-1",)]
    finally:
        connection.close()


def test_strict_stops_at_the_first_damaged_row_and_makes_nothing(tmp_path: Path) -> None:
    file, target = tmp_path / "own.csv", tmp_path / "own.db"
    file.write_text(f"{TEXT}A-5,雲の道,みどり県,x\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.csv:6"):
        write([file], reads, origin([file]), target, strict=True, watch=Watch())
    assert not target.exists()
