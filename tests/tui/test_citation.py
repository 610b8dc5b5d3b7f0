"""Where an answer comes from, in a line."""

from __future__ import annotations

import pytest

from assistant.answer.model import Answer, Fact, Language
from assistant.tui.citation import computation, sheets, short_citation
from tests.tui.stub import fact


def _answer(language: Language, *facts: Fact) -> Answer:
    return Answer("?", language, "answered", "!", facts=facts)


def _stated(*names: str) -> list[Fact]:
    return [fact(f"program:{name}", "amount", 1, "1円", name) for name in names]


def _computed(*names: str) -> Fact:
    return fact("all", "total", 3, "3円", None, computed_from=tuple(f"program:{name}" for name in names))


@pytest.mark.parametrize(
    ("language", "names", "line"),
    [
        ("ja", (), ""),
        ("ja", ("甲",), "「甲」"),
        ("ja", ("甲", "甲", "乙"), "「甲」「乙」"),
        ("ja", ("甲", "乙", "丙"), "「甲」「乙」「丙」"),
        ("ja", ("甲", "乙", "丙", "丁"), "「甲」「乙」 ほか2枚（F3 ですべて）"),
        ("en", ("甲", "乙"), "“甲”, “乙”"),
        ("en", ("甲", "乙", "丙", "丁", "戊"), "“甲”, “乙” and 3 more (F3 shows all)"),
    ],
)
def test_the_first_sheets_are_named_and_the_rest_counted(language: Language, names: tuple[str, ...], line: str) -> None:
    assert short_citation(_answer(language, *_stated(*names))) == line


def test_every_sheet_is_named_once_in_the_order_stated() -> None:
    answer = _answer("ja", *_stated("乙", "甲", "乙", "丙", "丁"))
    assert sheets(answer) == ["乙", "甲", "丙", "丁"]


@pytest.mark.parametrize(
    ("language", "names", "line"),
    [
        ("ja", ("甲", "乙"), "「甲」「乙」の値から"),
        ("ja", ("甲", "乙", "丙"), "資料にある3件の値から"),
        ("ja", ("甲", "不明"), "資料にある2件の値から"),
        ("ja", (), "資料にある値から"),
        ("en", ("甲", "乙"), "from “甲”, “乙”"),
        ("en", ("甲", "乙", "丙"), "from what the source states for 3 items"),
    ],
)
def test_a_computed_figure_says_what_it_was_made_of(language: Language, names: tuple[str, ...], line: str) -> None:
    assert computation(_answer(language, _computed(*names), *_stated("甲", "乙", "丙"))) == line


def test_a_stated_figure_was_not_computed() -> None:
    assert computation(_answer("ja", *_stated("甲"))) == ""


def test_a_share_counts_what_the_source_states_and_not_the_totals_between() -> None:
    share = fact("ministry:mext", "share", 15, "15%", None, computed_from=("ministry:mext", "all"))
    part = fact("ministry:mext", "total", 1, "1円", None, computed_from=("program:甲",))
    whole = fact("all", "total", 3, "3円", None, computed_from=("program:甲", "program:乙", "program:丙"))
    assert computation(_answer("ja", share, part, whole)) == "資料にある3件の値から"
