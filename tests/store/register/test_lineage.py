"""Sheets of different years that are one programme's are one history; no history has two sheets of a year."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.register.lineage import Trace, programmes
from assistant.store.register.model import Former
from tests.store.register.sheets import Entry, made, rows, sheet, year


def former(year: int, number: str) -> Entry:
    return {"年度": year, "府省庁": "環境省", "事業番号1": None, "事業番号2": number, "事業番号3": None}


PAST = [year(y, 10.0 + y, 0.0, 0.0, 0.0, 0.0, 10.0 + y, executed=5.5) for y in range(2019, 2023)]

CASES: dict[str, tuple[list[Entry], list[list[str]]]] = {
    "the same 事業ID, whatever the name": (
        [sheet(2019, "0001", 事業ID=7, 事業名="旧い名"), sheet(2020, "0009", 事業ID=7, 事業名="新しい名")],
        [["2019-環境-0001", "2020-環境-0009"]],
    ),
    "the same ministry and name": (
        [sheet(2020, "0001"), sheet(2021, "0005"), sheet(2023, "0002")],
        [["2020-環境-0001", "2021-環境-20-0005", "2023-環境-22-0002"]],
    ),
    "a name that is broken over lines is the same": (
        [sheet(2021, "0001", 事業名="湿地の音を\n聞く事業"), sheet(2022, "0001", 事業名="湿地の音を　聞く事業")],
        [["2021-環境-20-0001", "2022-環境-21-0001"]],
    ),
    "another ministry's of the same name is another": (
        [sheet(2020, "0001"), sheet(2021, "0001", 府省庁="内閣府", 事業番号="2021-府-20-0001")],
        [["2020-環境-0001"], ["2021-府-20-0001"]],
    ),
    "a name that two of a year have says nothing": (
        [sheet(2020, "0001"), sheet(2020, "0002"), sheet(2021, "0001")],
        [["2020-環境-0001"], ["2020-環境-0002"], ["2021-環境-20-0001"]],
    ),
    "bureau and division tell two of a name apart": (
        [sheet(2020, "0001"), sheet(2020, "0002", 担当課室="別の室"), sheet(2021, "0003")],
        [["2020-環境-0001", "2021-環境-20-0003"], ["2020-環境-0002"]],
    ),
    "a former sheet of a like name": (
        [
            sheet(2018, "0001", 事業名="湿地の音を聞く事業（試行）"),
            sheet(2019, "0002", 関連する過去のレビューシート=[former(2018, "0001")]),
        ],
        [["2018-環境-0001", "2019-環境-0002"]],
    ),
    "a former sheet's year may be of Heisei": (
        [
            sheet(2016, "0001", 事業名="湿地の音を聞く事業（試行）"),
            sheet(2018, "0002", 関連する過去のレビューシート=[former(28, "0001")]),
        ],
        [["2016-環境-0001", "2018-環境-0002"]],
    ),
    "a former sheet of a foreign name is a wrong number": (
        [
            sheet(2018, "0001", 事業名="灯台の塗り替え"),
            sheet(2019, "0002", 関連する過去のレビューシート=[former(2018, "0001")]),
        ],
        [["2018-環境-0001"], ["2019-環境-0002"]],
    ),
    "the same figures under another name are another programme": (
        [
            sheet(2022, "0001", 事業名="湿地の音を聞く事業", 予算=PAST),
            sheet(2023, "0002", 事業名="湿地の音を録る事業", 予算=PAST),
        ],
        [["2022-環境-21-0001"], ["2023-環境-22-0002"]],
    ),
    "事業ID comes before the name": (
        [sheet(2019, "0001", 事業ID=1, 事業名="甲"), sheet(2019, "0002", 事業ID=2), sheet(2020, "0003", 事業ID=1)],
        [["2019-環境-0001", "2020-環境-0003"], ["2019-環境-0002"]],
    ),
}


@pytest.mark.parametrize(("entries", "expected"), CASES.values(), ids=CASES.keys())
def test_sheets_are_joined(tmp_path: Path, entries: list[Entry], expected: list[list[str]]) -> None:
    database = made(tmp_path, *entries)
    found: dict[str, list[str]] = {}
    for programme, identity in rows(database, "SELECT programme, id FROM review_sheet ORDER BY programme, review_year, id"):
        found.setdefault(programme, []).append(identity)
    assert sorted(found.values()) == sorted(expected)
    assert all(programme == history[-1] for programme, history in found.items())


TRACES = st.lists(
    st.tuples(st.integers(2015, 2023), st.sampled_from("甲乙丙"), st.integers(0, 1), st.sampled_from([None, "1", "2", "3"])),
    max_size=25,
)


def _traces(drawn: list[tuple[Any, ...]]) -> list[Trace]:
    return [
        Trace(f"{year}-{at}", year, "環境省", str(at), name, office, lineage, former, at)
        for at, (year, name, office, lineage) in enumerate(drawn)
        for former in [(Former("環境省", year - 1, str(at - 1)),)]
    ]


@given(TRACES, st.randoms(use_true_random=False))
def test_every_sheet_has_one_programme_with_each_year_once_in_any_order(
    drawn: list[tuple[Any, ...]], chance: random.Random
) -> None:
    traces = _traces(drawn)
    histories = programmes(traces)
    assert sorted(sheet.id for history in histories for sheet in history) == sorted(sheet.id for sheet in traces)
    for history in histories:
        years = [sheet.review_year for sheet in history]
        assert years == sorted(set(years), reverse=True)
    chance.shuffle(traces)
    assert programmes(traces) == histories
