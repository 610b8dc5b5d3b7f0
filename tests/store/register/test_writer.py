"""An import is whole or not at all, and the same files are the same rows."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from assistant.errors import DataError, StoreError
from assistant.store.register.known import known
from tests.store.register.sheets import Entry, Heard, everything, load, made, payment, put, rows, sheet

ENTRIES: list[Entry] = [
    sheet(2019, "0001", 事業ID=1, url="https://example.jp/1.pdf", 支出先=[payment("みずうみ", 1.0, fiscal_year=2018)]),
    sheet(2020, "新02-0001", 事業ID=1, 事業名="湿地の音を聞く事業（改）"),
    sheet(2022, "0001", 事業名="灯台の塗装", 府省庁="国土交通省", 事業番号="2022-国交-21-0001"),
    sheet(
        2023,
        "0001",
        支出先=[payment("もり（株）", 0.5, position=2, number="1234567890123")],
        会計区分=["一般会計", "特許特別会計"],
    ),
    sheet(2023, "0002", 事業名="砂丘の影を数える事業", 府省庁="内閣府", 事業番号="2023-府-新23-0002", 担当課室="甲室\n乙室"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("register"), *ENTRIES)


def test_a_programme_is_what_its_newest_sheet_says(database: Path) -> None:
    found = rows(database, "SELECT id, name, ministry, sheet, list_sheet, review_year, source FROM programme ORDER BY id")
    assert found == [
        ("2022-国交-21-0001", "灯台の塗装", "mlit", "2022-国交-21-0001", "2022-国交-21-0001", 2022, "judgit"),
        ("2023-府-新23-0002", "砂丘の影を数える事業", "cao", "2023-府-新23-0002", "2023-府-新23-0002", 2023, "judgit"),
        ("2023-環境-22-0001", "湿地の音を聞く事業", "moe", "2023-環境-22-0001", "2023-環境-22-0001", 2023, "judgit"),
    ]


def test_every_sheet_is_kept_with_its_programme(database: Path) -> None:
    found = rows(database, "SELECT id, programme, review_year, number, name, url FROM review_sheet ORDER BY id LIMIT 2")
    assert found == [
        ("2019-環境-0001", "2023-環境-22-0001", 2019, "0001", "湿地の音を聞く事業", "https://example.jp/1.pdf"),
        ("2020-環境-新02-0001", "2023-環境-22-0001", 2020, "新02-0001", "湿地の音を聞く事業(改)", None),
    ]


def test_payees_are_of_every_sheet_and_contacts_accounts_and_texts_of_the_newest(database: Path) -> None:
    payees = rows(database, "SELECT programme, fiscal_year, block, position, name, corporate_number, yen, sheet FROM payee")
    assert sorted(payees) == [
        ("2023-環境-22-0001", 2018, "A", 1, "みずうみ", None, 1_000_000, "2019-環境-0001"),
        ("2023-環境-22-0001", 2022, "A", 2, "もり(株)", "1234567890123", 500_000, "2023-環境-22-0001"),
    ]
    contacts = rows(
        database, "SELECT bureau, division, sheet FROM contact WHERE programme = '2023-府-新23-0002' ORDER BY position"
    )
    assert contacts == [
        ("自然環境局", "甲室", "2023-府-新23-0002"),
        ("自然環境局", "乙室", "2023-府-新23-0002"),
    ]
    assert len(rows(database, "SELECT 1 FROM contact WHERE programme = '2023-環境-22-0001'")) == 1
    accounts = rows(database, "SELECT name FROM account WHERE programme = '2023-環境-22-0001' ORDER BY name")
    assert accounts == [("一般会計",), ("特許特別会計",)]
    details = rows(database, "SELECT field, text, text_en FROM detail WHERE programme = '2023-環境-22-0001' ORDER BY field")
    assert details == [("overview", "マイクを置く。", None), ("purpose", "湿地の音を記録する。", None)]


def test_the_source_is_dated_by_the_newest_review_year(database: Path) -> None:
    assert rows(database, "SELECT id, title, date, fiscal_year FROM source") == [
        ("judgit", "行政事業レビューシート", "2023", 2023)
    ]


def test_the_ministries_and_what_people_say_are_there(database: Path) -> None:
    assert rows(database, "SELECT COUNT(*) FROM ministry") == [(23,)]
    assert rows(database, "SELECT id, mark FROM ministry WHERE name = '国土交通省'") == [("mlit", "国交")]
    assert rows(database, "SELECT target, kana FROM alias WHERE surface = '国交省'") == [("mlit", "こっこうしょう")]
    assert rows(database, "SELECT target FROM alias WHERE surface = 'AMED' AND kind = 'payee'") == [("日本医療研究開発機構",)]
    assert set(rows(database, "SELECT DISTINCT kind FROM alias")) == {("ministry",), ("payee",), ("account",), ("policy",)}
    assert len(rows(database, "SELECT * FROM alias")) == len(known().aliases)


def test_the_database_is_sound_and_keeps_the_constraints(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_same_sheets_are_the_same_bytes_again(tmp_path: Path, database: Path) -> None:
    again = made(tmp_path, *ENTRIES)
    assert again.read_bytes() == database.read_bytes()
    load(again, tmp_path / "sheets.ndjson")
    assert again.read_bytes() == database.read_bytes()


def test_the_order_of_sheets_and_how_they_are_packed_is_no_matter(tmp_path: Path, database: Path) -> None:
    one = put(tmp_path / "one.ndjson.gz", *ENTRIES[3:])
    two = put(tmp_path / "two.ndjson", *reversed(ENTRIES[:3]))
    load(tmp_path / "split.db", one, two)
    assert everything(tmp_path / "split.db") == everything(database)


def test_another_import_replaces_and_does_not_add(tmp_path: Path) -> None:
    target = made(tmp_path, *ENTRIES)
    other = put(tmp_path / "other.ndjson", sheet(2021, "0001"))
    load(target, other)
    assert rows(target, "SELECT id FROM review_sheet") == [("2021-環境-20-0001",)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.ndjson", "register.db", "sheets.ndjson"]


def test_what_is_skipped_is_counted_and_told_with_its_line(tmp_path: Path) -> None:
    file = put(
        tmp_path / "sheets.ndjson",
        sheet(2023, "0001"),
        "{",
        "",
        sheet(2023, "0002", 府省庁="月面省"),
        sheet(2023, "0001", 事業名="同じ番号の事業"),
        sheet(2023, "0003"),
    )
    heard = Heard()
    imported = load(tmp_path / "register.db", file, watch=heard)
    assert (imported.sheets, imported.programmes, imported.skipped, imported.years) == (2, 2, 3, {2023})
    assert [fault.line for fault in heard.faults] == [2, 4, 5]
    assert "月面省" in heard.faults[1].ja
    assert "月面省" in heard.faults[1].en
    assert "2023-環境-22-0001" in heard.faults[2].ja
    assert heard.heard == [
        f"read {file.stat().st_size} 2",
        "finished sheets.ndjson 2",
        "written 2/2",
        "indexing",
    ]


def test_strict_stops_at_the_first_damaged_line_with_nothing_changed(tmp_path: Path) -> None:
    target = made(tmp_path, *ENTRIES)
    before = target.read_bytes()
    file = put(tmp_path / "other.ndjson", sheet(2021, "0001"), sheet(2021, "0002", 事業名=None))
    with pytest.raises(DataError, match=r"other\.ndjson:2: 事業名 is missing"):
        load(target, file, strict=True)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_without_any_sheet_the_former_database_stays(tmp_path: Path) -> None:
    target = made(tmp_path, *ENTRIES)
    before = target.read_bytes()
    with pytest.raises(DataError, match="no sheet"):
        load(target, put(tmp_path / "empty.ndjson"))
    assert target.read_bytes() == before


def test_a_second_file_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    target = made(tmp_path, *ENTRIES)
    before = target.read_bytes()
    with pytest.raises(DataError, match="none"):
        load(target, tmp_path / "sheets.ndjson", tmp_path / "none.ndjson")
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("content", [b"notes of a year", b"SQLite format 3\0 or not"])
def test_a_file_that_is_no_database_of_ours_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    with pytest.raises(StoreError, match="not a database of this assistant"):
        load(tmp_path / "notes.txt", put(tmp_path / "sheets.ndjson", *ENTRIES))
    assert (tmp_path / "notes.txt").read_bytes() == content


def test_another_programs_database_is_not_replaced(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE photographs (name TEXT)")
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(StoreError, match="not a database of this assistant"):
        load(tmp_path / "other.db", put(tmp_path / "sheets.ndjson", *ENTRIES))
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_file_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    file = put(tmp_path / "sheets.ndjson", *ENTRIES)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="one of the files to be read"):
        load(file, file)
    assert file.read_bytes() == before


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        load(tmp_path, put(tmp_path / "sheets.ndjson", *ENTRIES))


def test_folders_on_the_way_to_the_target_are_made(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "register.db"
    load(target, put(tmp_path / "sheets.ndjson", *ENTRIES))
    assert len(rows(target, "SELECT id FROM programme")) == 3


def test_what_a_killed_import_left_is_cleared_away(tmp_path: Path) -> None:
    target = tmp_path / "register[1].db"
    left, other = tmp_path / ".register[1].db.left.part", tmp_path / ".register1.db.left.part"
    for folder in (left, other):
        folder.mkdir()
        (folder / "made.db").write_bytes(b"half")
    load(target, put(tmp_path / "sheets.ndjson", *ENTRIES))
    assert not left.exists()
    assert other.exists()


HOLDING = """
import sys
import tracemalloc
from pathlib import Path
from assistant.store.register.place import beside
with beside(Path(sys.argv[1])) as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_another_import_that_still_works_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "register.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        folder = Path(holder.stdout.readline().strip())
        load(target, put(tmp_path / "sheets.ndjson", *ENTRIES))
        assert folder.is_dir()
        holder.kill()
    load(target, tmp_path / "sheets.ndjson")
    assert not folder.exists()


def test_a_full_disk_leaves_the_former_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = made(tmp_path, *ENTRIES)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.store.register.place._sync", full)
    with pytest.raises(StoreError, match="No space left"):
        load(target, tmp_path / "sheets.ndjson")
    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_missing_list_of_ministries_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.assets._PACKAGE", tmp_path / "assistant")
    known.cache_clear()
    with pytest.raises(DataError, match=r"ministries\.toml"):
        load(tmp_path / "register.db", put(tmp_path / "sheets.ndjson", *ENTRIES))
    shutil.rmtree(tmp_path)


def test_memory_does_not_grow_with_the_texts_and_payees_of_the_sheets(tmp_path: Path) -> None:
    peaks = []
    for count in (40, 400):
        payees = [payment(f"支出先{position}", 1.5, position=position) for position in range(40)]
        text = "湿地の音を記録する。" * 1_000  # 30 KB a sheet: twelve million bytes in all
        entries = (sheet(2023, f"{number:04d}", 事業目的=text, 支出先=payees) for number in range(count))
        file = put(tmp_path / f"{count}.ndjson.gz", *entries)
        tracemalloc.start()
        load(tmp_path / f"{count}.db", file)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 12_000_000 / 2
