"""The benchmarks' bookkeeping; what they measure is not for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import report, warm

FIGURES: dict[str, Any] = {
    "machine": {"python": "3.11", "system": "Linux", "processor": "x"},
    "process": {
        "rounds": 15, "ours_ms": 150.0, "peer_ms": 100.0, "bare_python_ms": 10.0, "ratio": 1.5,
        "ratio_quartiles": [1.4, 1.6],
    },
    "first_call": {"rounds": 5, "ours_ms": 900.0},
    "warm": {"questions": 2, "asked": 10, "median_ms": 1.0, "p99_ms": 3.0, "slowest_ms": 4.0},
    "memory": {"ours_mib": 30.0, "peer_mib": 28.0, "warm_mib": 36.0, "bare_python_mib": 10.0},
}  # fmt: skip


def test_the_table_says_which_target_is_met_and_which_is_missed() -> None:
    lines = report.table(FIGURES).splitlines()
    assert next(line for line in lines if "ratio" in line).endswith("≤ 1.4 MISSED")
    assert next(line for line in lines if "median" in line and "warm" in line).endswith("≤ 2 met")
    assert next(line for line in lines if "p99" in line).endswith("≤ 10 met")


def test_the_columns_of_the_table_are_aligned() -> None:
    heading, *lines = report.table(FIGURES).splitlines()[2:]
    place = heading.index("budget-assistant")
    assert all(line[place - 1] == " " and line[place] != " " for line in lines)


def test_every_turn_of_every_case_is_a_question_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": "1", "q": "a"}\n\n{"id": "2", "turns": [{"q": "b"}, {"q": "c"}]}\n', encoding="utf-8")
    assert warm.questions_of(file) == ["a", "b", "c"]
