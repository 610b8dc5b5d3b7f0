"""A line becomes a sheet, or says what is wrong with it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import DataError
from assistant.store.register import judgit
from assistant.store.register.lines import LONGEST
from assistant.store.register.model import Fault, Former, Payment, Responsible, ReviewSheet
from tests.store.register.sheets import Entry, budget, payment, put, sheet, year


def read(folder: Path, *entries: Entry | str) -> list[ReviewSheet | Fault]:
    return list(judgit.read(put(folder / "sheets.ndjson", *entries)))


def one(folder: Path, **changes: Any) -> ReviewSheet:
    (found,) = read(folder, sheet(2023, "0001", **changes))
    assert isinstance(found, ReviewSheet), found
    return found


def test_a_line_is_read_whole(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        事業名="湿地の\n音を聞く事業（ＩＣＴ）",
        終了年度=2025,
        url="https://example.jp/1.pdf",
        支出先=[payment("（株）みずうみ", 3.38, position=2, number="1234567890123")],
        関連する過去のレビューシート=[
            {"年度": 27, "府省庁": "環境省", "事業番号1": "新27", "事業番号2": "0003", "事業番号3": None}
        ],
        事業ID=12,
    )
    assert (found.review_year, found.number, found.ministry) == (2023, "2023-環境-22-0001", "環境省")
    assert found.name == "湿地の 音を聞く事業(ICT)"
    assert (found.start_year, found.end_year, found.url) == (2010, 2025, "https://example.jp/1.pdf")
    assert found.contacts == (Responsible("自然環境局", "静けさ保全室"),)
    assert found.payments == (Payment(2022, "A", 2, "(株)みずうみ", "1234567890123", 3_380_000),)
    assert found.former == (Former("環境省", 2015, "新27-0003"),)
    assert (found.lineage, found.line) == ("12", 1)


def test_amounts_are_by_fiscal_year_and_stage(tmp_path: Path) -> None:
    found = one(tmp_path, 予算=[year(2022, 63.7, 75.0, 0.5, -75.0, 51.0, 114.69999999999999, executed=72.292)])
    assert [(amount.fiscal_year, amount.stage, amount.yen, amount.printed) for amount in found.amounts] == [
        (2022, "initial", 63_700_000, "63.7百万円"),
        (2022, "supplementary", 75_000_000, "75百万円"),
        (2022, "carried in", 500_000, "0.5百万円"),
        (2022, "carried out", -75_000_000, "-75百万円"),
        (2022, "reserve", 51_000_000, "51百万円"),
        (2022, "total", 114_700_000, "114.7百万円"),
        (2022, "executed", 72_292_000, "72.292百万円"),
    ]


def test_a_number_without_a_point_is_million_yen_too(tmp_path: Path) -> None:
    found = one(tmp_path, 予算=[{"年度": 2022, "予算計": 5}], 支出先=[payment("みずうみ", 5)])
    assert [amount.yen for amount in found.amounts] == [5_000_000]
    assert [paid.yen for paid in found.payments] == [5_000_000]


def test_what_is_null_is_not_stated_and_what_is_zero_is(tmp_path: Path) -> None:
    found = one(tmp_path, 予算=[{"年度": 2022, "当初予算": None, "予算計": 0.0}])
    assert [(amount.stage, amount.yen) for amount in found.amounts] == [("total", 0)]


def test_the_zeros_of_a_year_before_the_first_are_kept_as_they_are_printed(tmp_path: Path) -> None:
    found = one(tmp_path, 開始年度=2022, 予算=budget(2023, 0.0))
    assert {amount.fiscal_year for amount in found.amounts} == {2020, 2021, 2022, 2023, 2024}


@pytest.mark.parametrize(
    ("key", "printed", "kept"),
    [
        ("主要施策", ["ＩＴ戦略", "ＯＤＡ"], ("IT戦略", "ODA")),
        ("主要施策", ["国土強靭化", "国土強靱化施策"], ("国土強靱化施策",)),
        ("主要施策", ["男女共同参画,一億総活躍推進"], ("男女共同参画", "一億総活躍推進")),
        ("主要施策", None, ()),
        ("会計区分", ["一般予算", "一般会計"], ("一般会計",)),
        ("会計区分", ["False"], ()),
        ("会計区分", ["財政投融資特定国有財産特別会計整備勘定"], ("財政投融資特別会計特定国有財産整備勘定",)),
    ],
)
def test_policies_and_accounts_have_one_name(
    tmp_path: Path, key: str, printed: list[str] | None, kept: tuple[str, ...]
) -> None:
    found = one(tmp_path, **{key: printed})
    assert (found.policies if key == "主要施策" else found.accounts) == kept


DAMAGED: dict[str, tuple[Entry | str, str, str]] = {
    "no JSON": ("{", "JSONとして読めません", "not JSON"),
    "no object": ("[1]", "JSONオブジェクトではありません", "no JSON object"),
    "NaN": ('{"公開年度": NaN}', "JSONとして読めません", "not JSON"),
    "endless brackets": ("[" * 100_000, "JSONとして読めません", "not JSON"),
    "no year": (sheet(2023, "1", 公開年度=None), "公開年度 がありません", "公開年度 is missing"),
    "a year in letters": (sheet(2023, "1", 公開年度="2023"), "公開年度 の値が不正です", "公開年度 has a wrong value"),
    "a year that is true": (sheet(2023, "1", 公開年度=True), "公開年度 の値が不正です", "公開年度 has a wrong value"),
    "a year of no time": (sheet(2023, "1", 公開年度=20230), "公開年度 の値が不正です", "公開年度 has a wrong value"),
    "a year with a point": (sheet(2023, "1", 公開年度=2023.0), "公開年度 の値が不正です", "公開年度 has a wrong value"),
    "no name": (sheet(2023, "1", 事業名="\n　"), "事業名 がありません", "事業名 is missing"),
    "a name that is a number": (sheet(2023, "1", 事業名=3), "事業名 の値が不正です", "事業名 has a wrong value"),
    "no ministry": (sheet(2023, "1", 府省庁=None), "府省庁 がありません", "府省庁 is missing"),
    "no number": (sheet(2023, "1", 事業番号=""), "事業番号 がありません", "事業番号 is missing"),
    "an amount in letters": (sheet(2023, "1", 予算=[year(2022) | {"予算計": "5"}]), "予算計 の値が不正です", "予算計 has a"),
    "an amount beyond all money": (sheet(2023, "1", 予算=[{"年度": 2022, "予算計": 1e30}]), "予算計", "予算計"),
    "a budget that is no list": (sheet(2023, "1", 予算={"年度": 2022}), "予算 の値が不正です", "予算 has a wrong value"),
    "a payee without amount": (sheet(2023, "1", 支出先=[payment("甲", 1.0) | {"支出額": None}]), "支出額 があり", "支出額 is"),
    "a payee without name": (sheet(2023, "1", 支出先=[payment("甲", 1.0) | {"支出先名": None}]), "支出先名", "支出先名"),
    "a payee's place in letters": (sheet(2023, "1", 支出先=[payment("甲", 1.0) | {"番号": "1"}]), "番号", "番号"),
    "policies that are one text": (sheet(2023, "1", 主要施策="その他"), "主要施策", "主要施策"),
    "a bureau that is a list": (sheet(2023, "1", 担当部局庁=["局"]), "担当部局庁", "担当部局庁"),
}


@pytest.mark.parametrize(("entry", "ja", "en"), DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_line_is_a_fault_in_its_place(tmp_path: Path, entry: Entry | str, ja: str, en: str) -> None:
    before, fault, after = read(tmp_path, sheet(2023, "0001"), entry, sheet(2023, "0002"))
    assert isinstance(fault, Fault)
    assert (fault.file, fault.line) == (tmp_path / "sheets.ndjson", 2)
    assert ja in fault.ja
    assert en in fault.en
    assert isinstance(before, ReviewSheet)
    assert isinstance(after, ReviewSheet)
    assert (before.line, after.line) == (1, 3)


def test_bytes_that_are_no_utf8_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_bytes('{"事業名": "湿地"}\n'.encode("cp932"))
    (fault,) = judgit.read(tmp_path / "a.ndjson")
    assert isinstance(fault, Fault)
    assert "UTF-8" in fault.ja
    assert "UTF-8" in fault.en


def test_a_line_longer_than_any_sheet_is_one_fault(tmp_path: Path) -> None:
    long = '{"事業名": "' + "湿" * (LONGEST // 3 * 2) + '"}'
    fault, after = read(tmp_path, long, sheet(2023, "0001"))
    assert isinstance(fault, Fault)
    assert isinstance(after, ReviewSheet)
    assert after.line == 2


def test_a_byte_order_mark_and_blank_lines_are_no_lines(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_bytes(b"\xef\xbb\xbf" + json.dumps(sheet(2023, "0001")).encode() + b"\r\n\r\n\n")
    (found,) = judgit.read(tmp_path / "a.ndjson")
    assert isinstance(found, ReviewSheet)


def test_a_gzipped_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    plain = put(tmp_path / "plain.ndjson", sheet(2023, "0001"), sheet(2022, "0001"))
    (tmp_path / "zipped.txt").write_bytes(gzip.compress(plain.read_bytes()))
    assert list(judgit.read(tmp_path / "zipped.txt")) == list(judgit.read(plain))


def test_how_far_the_file_is_read_is_told_in_bytes_of_the_disk(tmp_path: Path) -> None:
    file = put(tmp_path / "sheets.ndjson.gz", *(sheet(2023, f"{number:04d}") for number in range(600)))
    told: list[int] = []
    list(judgit.read(file, told.append))
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == file.stat().st_size


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.ndjson"):
        list(judgit.read(tmp_path / "none.ndjson"))


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_gzipped_file_that_is_cut_off_cannot_be_read(tmp_path: Path, kept: float) -> None:
    file = put(tmp_path / "sheets.ndjson.gz", *(sheet(2023, f"{number:04d}") for number in range(50)))
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * kept)])
    with pytest.raises(DataError) as error:
        list(judgit.read(file))
    assert "途中で切れて" in error.value.message("ja")


def test_a_gzipped_file_that_is_damaged_cannot_be_read(tmp_path: Path) -> None:
    file = put(tmp_path / "sheets.ndjson.gz", *(sheet(2023, f"{number:04d}") for number in range(50)))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    data[-8] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(DataError, match=r"sheets\.ndjson\.gz"):
        list(judgit.read(file))
