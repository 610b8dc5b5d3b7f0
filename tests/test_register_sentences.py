"""Sentences that only a register gives: periods, accounts and policies, bounds, courses of years without a change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer.facts import era_year
from assistant.answer.model import Language
from assistant.store.register.model import Fault, Origin, Responsible, ReviewSheet, Stated, Tells
from assistant.store.register.writer import Watch, write

ORIGIN = Origin("judgit", "行政事業レビューシート", "Review sheets", "行政事業レビュー", "Review of programmes")
YEN = 1_500_000_000


def _sheets(file: Path, tell: Tells | None = None) -> Iterator[ReviewSheet | Fault]:  # noqa: ARG001 (as importers are called)
    spans = {"月面温室研究事業": (1954, None), "雪国往診支援事業": (2010, 2026), "砂丘緑化実証事業": (None, 2025)}
    for number, (name, (start, end)) in enumerate(spans.items()):
        yield ReviewSheet(
            2023,
            f"2023-文科-22-900{number}",
            name,
            "文部科学省",
            contacts=(Responsible("研究振興局", "月面課"),),
            accounts=("一般会計",),
            policies=("宇宙開発利用", "科学技術・イノベーション") if number == 0 else (),
            start_year=start,
            end_year=end,
            amounts=tuple(Stated(year, "total", YEN, "1500") for year in (2020, 2021, 2022, 2023)),
        )


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Return an assistant on three invented programmes."""
    folder = tmp_path_factory.mktemp("sentences")
    source = folder / "sheets.txt"
    source.write_text("", encoding="utf-8")
    write([source], _sheets, ORIGIN, folder / "register.db", strict=True, watch=Watch())
    return Assistant.open(folder / "register.db")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "月面温室研究事業の終了年度は？",
            "開始年度は1954年度（昭和29年度）です。終了（予定）年度は記載されていません",
            id="no-end",
        ),
        pytest.param(
            "雪国往診支援事業の事業期間は？",
            "開始年度は2010年度（平成22年度）、終了（予定）年度は2026年度（令和8年度）です",
            id="both",
        ),
        pytest.param("砂丘緑化実証事業の開始年度は？", "開始年度は記載されていません", id="no-start"),
        pytest.param("when did 月面温室研究事業 start?", "from fiscal 1954 (Showa 29); no final year is stated", id="english"),
        pytest.param("月面温室研究事業の会計区分は？", "一般会計です", id="account"),
        pytest.param(
            "Which account is 月面温室研究事業 in?", "一般会計: the account of 月面温室研究事業", id="account-english"
        ),
        pytest.param("月面温室研究事業の主要施策は？", "・宇宙開発利用\n・科学技術・イノベーション", id="policies"),
        pytest.param("雪国往診支援事業の主要施策は？", "主要施策はレビューシートに記載されていません", id="no-policy"),
        pytest.param("文科省の事業で10億円以上20億円以下", "10億円以上20億円以下の事業は3件", id="both-ends"),
        pytest.param(
            "MEXT programmes between 1 and 2 billion yen",
            "of at least ¥1 billion and of at most ¥2 billion: 3;",
            id="both-ends-english",
        ),
        pytest.param("文科省の事業は何件？", "3件です（文部科学省の事業のうち", id="count"),
        pytest.param("雪国往診支援事業の予算の推移は？", "2020年度と2023年度は同額です。", id="no-change"),
        pytest.param("雪国往診支援事業 budget through time", "FY2020 and FY2023 have the same amount.", id="no-change-english"),
        pytest.param("total of the MEXT programmes", "the FY2023 total budget of Ministry of Education", id="total-english"),
    ],
)
def test_a_register_says(register: Assistant, question: str, said: str) -> None:
    answer = register.ask(question)
    assert said in answer.text


def test_a_course_of_years_is_headed_by_its_stage_and_by_none_of_its_years(register: Assistant) -> None:
    table = register.ask("雪国往診支援事業 budget through time").table
    assert table is not None
    assert [column.title for column in table.columns] == ["Fiscal year", "total budget"]


@pytest.mark.parametrize(
    ("year", "language", "said"),
    [
        pytest.param(2019, "ja", "2019年度（令和元年度）", id="reiwa"),
        pytest.param(1989, "en", "fiscal 1989 (Heisei 1)", id="heisei"),
        pytest.param(1988, "en", "fiscal 1988 (Showa 63)", id="showa"),
    ],
)
def test_a_fiscal_year_is_said_in_its_era(year: int, language: Language, said: str) -> None:
    assert era_year(year, language) == said
