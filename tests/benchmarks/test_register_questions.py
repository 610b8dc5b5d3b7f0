"""The questions made from a register's files, on sheets of our own: seeded, and with the answers that the sheets give."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.register import totals, words
from benchmarks.register.generate import WEIGHTS, generate, makers
from benchmarks.register.naming import Naming, slip
from benchmarks.register.programmes import top_payee
from benchmarks.register.sheets import Payment, Register, read, sheet_of, yen

MINISTRIES = ("環境省", "法務省")
NAMES = [
    "里山の水車を直す仕組みづくり推進事業",
    "湖畔ガラスの風鈴工房の支援に必要な経費",
    "みかん畑のトロッコ軌道の高度化事業",
    "夜間図書館の天体観測室の整備費補助金",
    "養蜂家のための花暦データベースの構築事業",
    "棚田の案山子コンクールの開催経費",
    "旧街道の一里塚の測量調査事業",
    "川下りの船頭養成講習の強化事業",
]
KINDS_OF_SPECIMENS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


def line(year: int, ministry: str, number: int, name: str, initial: float, **other: Any) -> dict[str, Any]:
    """Return a sheet in the files' format; the amounts are in million yen, and grow by one a year."""
    mark = {"環境省": "環境", "法務省": "法務"}[ministry]
    years = [
        {
            "年度": y,
            "当初予算": initial + y - 2020,
            "補正予算": 5.5,
            "前年度から繰越し": 0.0,
            "翌年度へ繰越し": -1.0,
            "予備費等": 0.0,
            "予算計": initial + y - 2020 + 4.5,
            **({"執行額": (initial + y - 2020) / 2} if y < year else {}),
        }
        for y in range(year - 3, year + 1)
    ]
    payment = {"年度": year - 1, "グループ": "A", "番号": 1, "支出先名": "株式会社つむぎ舎", "法人番号": None, "支出額": 1.5}
    return {
        "ID": None,
        "事業ID": None,
        "公開年度": year,
        "事業名": name,
        "府省庁": ministry,
        "事業番号": f"{year}-{mark}-{year - 2001}-{number:04}",
        "担当部局庁": f"{name[:2]}局",
        "担当課室": f"{name[:3]}課\n{name[:3]}室",
        "会計区分": ["一般会計"],
        "事業目的": f"{name}をする。",
        "事業概要": "",
        "予算": [*years, {"年度": year + 1, "要求額": initial * 2}],
        "支出先": [payment],
        "関連する過去のレビューシート": [],
        **other,
    }


def lines() -> list[dict[str, Any]]:
    """Return three years of sheets of two ministries, one name in both, and one that ended."""
    found = []
    for year in (2021, 2022, 2023):
        for place, ministry in enumerate(MINISTRIES):
            for number, name in enumerate(NAMES[place * 4 : place * 4 + 4], 1):
                found.append(line(year, ministry, number, name, 100.0 * (place + 1) + 10 * number))
            found.append(line(year, ministry, 9, "合同庁舎の花壇の手入れ経費", 30.0 + place))
            for number, specimens in enumerate(KINDS_OF_SPECIMENS, 20):
                found.append(line(year, ministry, number, f"{specimens}種{ministry[:2]}標本収蔵庫", 200.0 + number))
    return [*found, line(2022, "環境省", 50, "ほたる橋の架け替え事業", 70.0)]


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(sheet_of(json.loads(json.dumps(entry), parse_float=Decimal)) for entry in lines())


KINDS = sorted(set(WEIGHTS) - {"payer"})  # a payee has to be in two to nine programmes of a register


def made(register: Register, kind: str, seed: int = 3) -> tuple[str, dict[str, Any]]:
    """Return the first question of a kind that the dice give."""
    dice, make = Random(seed), makers(register)[kind]
    for _ in range(2000):
        if question := make(dice, "ja"):
            return question[0], question[1]
    raise AssertionError(kind)


def test_the_same_seed_gives_the_same_questions_and_another_seed_gives_others(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(WEIGHTS, "payer", 0)
    first, again, other = (list(generate(register, 60, seed)) for seed in (1, 1, 2))
    assert first == again
    assert [case["q"] for case in first] != [case["q"] for case in other]
    assert len({case["q"] for case in first}) == 60


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_and_leaves_no_slot_open(register: Register, kind: str) -> None:
    question, expect = made(register, kind)
    assert "{" not in question
    assert expect.keys() & {"status", "any_of"}


@pytest.mark.parametrize(
    ("millions", "expected"),
    [
        ("0.3", 300_000),
        ("0.30000000000000004", 300_000),
        ("0.0000005", 0),
        ("0.0000015", 2),
        ("-12.5", -12_500_000),
        ("14", 14_000_000),
    ],
)
def test_million_yen_become_whole_yen_exactly(millions: str, expected: int) -> None:
    assert yen(Decimal(millions)) == expected


def test_a_figure_is_taken_from_the_sheet_of_the_year_after_where_the_history_has_one(register: Register) -> None:
    sheet = next(s for s in register.sheets if s.year == 2023 and s.name == NAMES[0])
    assert register.figure(sheet, 2021, "executed") == 55_500_000  # (110 + 1) / 2, stated in 2022
    assert register.figure(sheet, 2023, "total") == 117_500_000
    assert register.figure(sheet, 2023, "requested") == 220_000_000  # requested in 2022
    assert register.figure(sheet, 2035, "total") is None


def test_a_programme_that_ended_has_the_id_of_its_newest_sheet_and_its_own_last_year(register: Register) -> None:
    question, expect = made(register, "ended")
    assert "ほたる橋" in question
    assert "2021年度" in question or "令和3年度" in question or "R3年度" in question
    assert expect["programs"] == ["2022-環境-21-0050"]
    assert ["program:2022-環境-21-0050", "amount", 75_500_000] in expect["facts"]


def test_a_name_in_two_ministries_is_asked_back_or_answered_with_both(register: Register) -> None:
    question, expect = made(register, "ambiguous")
    assert "合同庁舎の花壇の手入れ経費" in question
    back, both = expect["any_of"]
    assert back == {"status": "clarify"}
    assert {fact[2] for fact in both["facts"]} == {37_500_000, 38_500_000}


def test_a_history_with_two_sheets_of_a_year_is_not_certain() -> None:
    twice = [line(2023, "環境省", number, "同じ名前の別の事業", 10.0) for number in (1, 2)]
    register = Register(sheet_of(entry) for entry in twice)
    assert all(register.history(sheet) is None for sheet in register.sheets)


def test_sheets_that_are_linked_under_another_name_are_no_certain_history() -> None:
    linked = [
        {"年度": 2022, "府省庁": "環境省", "事業番号1": "2022", "事業番号2": "環境", "事業番号3": "21", "事業番号4": "0001"}
    ]
    entries = [
        line(2022, "環境省", 1, "古い名前の事業", 10.0),
        line(2023, "環境省", 2, "新しい名前の事業", 10.0, 関連する過去のレビューシート=linked),
    ]
    register = Register(sheet_of(entry) for entry in entries)
    assert [register.history(sheet) for sheet in register.sheets] == [None, None]


def test_a_piece_of_a_name_is_in_no_other_name_and_a_misspelt_one_is_not_the_name(register: Register) -> None:
    naming, dice = Naming(register), Random(1)
    sheets = [s for s in register.sheets if s.year == 2023 and s.name in NAMES]
    pieces = [(naming.piece(dice, sheet), sheet) for sheet in sheets]
    assert any(piece for piece, _ in pieces)
    assert all(sum(piece in name for name in NAMES) == 1 for piece, _ in pieces if piece)
    misspelt = [(naming.misspelt(dice, sheet), sheet) for sheet in sheets]
    assert all(name is None or (name != sheet.name and abs(len(name) - len(sheet.name)) <= 2) for name, sheet in misspelt)
    assert any(name for name, _ in misspelt)


def test_a_slip_leaves_digits_and_brackets_alone() -> None:
    dice = Random(5)
    slips = [slip(dice, "F-2(30年度)の能力向上改修") for _ in range(200)]
    assert all("F-2(30" in name and ")" in name for name in slips)


@pytest.mark.parametrize(
    ("payments", "expected"),
    [
        ([("甲", 3), ("乙", 2)], "甲"),
        ([("甲", 3), ("乙", 3)], None),
        ([("甲", 3), ("乙", 2), ("乙", 2)], None),
        ([("甲", 0)], None),
        ([], None),
    ],
    ids=["clear", "tie", "the-sum-and-the-largest-payment-differ", "nothing-paid", "none"],
)
def test_the_top_payee_is_named_only_where_it_is_certain(payments: list[tuple[str, int]], expected: str | None) -> None:
    assert top_payee(tuple(Payment(name, None, amount) for name, amount in payments)) == expected


@pytest.mark.parametrize("kind", sorted(words.phrasings()))
def test_every_kind_is_put_in_at_least_a_dozen_ways_in_each_language(kind: str) -> None:
    for ways in words.phrasings()[kind].values():
        assert len(set(ways)) == len(ways) >= 12


def test_sums_are_taken_over_the_sheets_of_one_review_year(register: Register) -> None:
    sums = totals.from_files(register)
    names = [s for s in register.sheets if s.ministry == "環境省" and s.year == 2023]
    assert sums["moe", 2023, "total"] == totals.Sum(len(names), sum(s.amounts[2023, "total"] for s in names))
    assert sums["moe", 2021, "executed"].count == len(names) + 1  # with the one that ended, over the sheets of 2022
    assert sums["moe", 2024, "requested"].count == len(names)


def test_a_sum_that_differs_or_is_missing_is_told() -> None:
    files = {("moe", 2023, "total"): totals.Sum(2, 30), ("moj", 2023, "total"): totals.Sum(1, 5)}
    told = list(totals.mismatches(files, {("moe", 2023, "total"): totals.Sum(2, 31)}))
    assert len(told) == 2
    assert "30 yen" in told[0]
    assert "31 yen" in told[0]
    assert "nothing" in told[1]


def test_files_are_read_line_by_line_plain_or_compressed(tmp_path: Path) -> None:
    import gzip

    text = "\n".join(json.dumps(entry, ensure_ascii=False) for entry in lines()[:2])
    (tmp_path / "a.ndjson").write_text(text + "\n\n", encoding="utf-8")
    (tmp_path / "b.ndjson.gz").write_bytes(gzip.compress(text.encode()))
    plain, packed = list(read([tmp_path / "a.ndjson"])), list(read([tmp_path / "b.ndjson.gz"]))
    assert plain == packed
    assert plain[0].divisions == ("里山の課", "里山の室")
