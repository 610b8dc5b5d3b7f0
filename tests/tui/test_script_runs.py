"""The word keys stop where the script changes."""

from __future__ import annotations

import pytest

from assistant.tui.script_runs import run_end, run_start

DELETED_BY_CTRL_W = [
    ("全ゲノムの予算は", "は"),
    ("全ゲノムの予算", "予算"),
    ("全ゲノム", "ゲノム"),
    ("全", "全"),
    ("データベース", "データベース"),
    ("らーめん", "らーめん"),
    ("予算 AMED", "AMED"),
    ("予算 AMED  ", "AMED  "),
    ("内線4041", "4041"),
    ("合計3,000", "3,000"),
    ("ＪＳＴ分", "分"),
    ("ｹﾞﾉﾑ", "ｹﾞﾉﾑ"),
    ("人々", "人々"),
    ("予算は？", "？"),
    ("how much", "much"),
    ("", ""),
    ("   ", "   "),
]


@pytest.mark.parametrize(("text", "deleted"), DELETED_BY_CTRL_W)
def test_the_run_on_the_left_is_found(text: str, deleted: str) -> None:
    assert text[run_start(text, len(text)) :] == deleted


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("全ゲノムの予算", "全"),
        ("ゲノムの", "ゲノム"),
        ("how much", "how "),
        ("  予算", "  "),
        ("3,000億", "3,000"),
        ("", ""),
    ],
)
def test_the_run_on_the_right_is_found(text: str, passed: str) -> None:
    assert text[: run_end(text, 0)] == passed
