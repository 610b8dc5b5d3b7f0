"""`evaluate` and `calibrate`: the verdicts that the contract's own script gives, and the curve of the thresholds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import assets
from assistant.evaluation.calibration import GRID, steps
from assistant.reading.thresholds import THRESHOLDS
from tests.cli.running import Run

CASES = [
    {"id": "right", "tags": ["ja", "amount"], "q": "脳の予算は？", "expect": {"status": "answered"}},
    {"id": "wrong", "tags": ["ja"], "q": "脳の予算は？", "expect": {"facts": [["*", "amount", 1]]}},
    {"id": "missed", "tags": ["en"], "q": "what is the weather like?", "expect": {"status": "answered"}},
    {"id": "talk", "tags": ["ja"], "turns": [{"q": "全ゲノムの予算は？"}, {"q": "内線は？", "expect": {"only": ["amount"]}}]},
]
THEIRS = Path(__file__).resolve().parents[2].parent / "shared" / "evaluate.py"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of one right, one wrong, one missed case and one conversation."""
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in CASES), encoding="utf-8")
    return path


def test_evaluate_counts_what_is_correct_wrong_and_missed_by_tag(run: Run, file: Path) -> None:
    outcome = run("evaluate", str(file), "--language", "en")
    lines = outcome.out.splitlines()
    assert outcome.status == 1
    assert lines[-1].startswith("questions=4 correct=2 wrong=1 missed=1 correct_percent=50.0 wrong_percent=25.0 ms_median=")
    assert [line.split() for line in lines[:-1]] == [
        ["amount", "correct", "1", "wrong", "0", "missed", "0"],
        ["en", "correct", "0", "wrong", "0", "missed", "1"],
        ["ja", "correct", "2", "wrong", "1", "missed", "0"],
    ]


def test_evaluate_shows_what_is_not_as_expected(run: Run, file: Path) -> None:
    out = run("evaluate", str(file), "--show", "--language", "ja").out
    assert "誤答  wrong.1  '脳の予算は？'" in out
    assert "不応答  missed.1" in out
    assert "right.1" not in out


def test_evaluate_writes_one_json_object(run: Run, file: Path) -> None:
    found = json.loads(run("evaluate", str(file), "--json", "--show").out)
    assert (found["questions"], found["tags"]["ja"]) == (4, {"correct": 2, "wrong": 1})
    assert [(item["verdict"], item["case"]) for item in found["shortcomings"]] == [("wrong", "wrong"), ("missed", "missed")]


def test_evaluate_ends_well_where_all_is_as_expected(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "right.jsonl"
    path.write_text(json.dumps(CASES[0]), encoding="utf-8")
    assert run("evaluate", str(path)).status == 0


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no-json"),
        pytest.param('{"id": "a"}', id="no-question"),
        pytest.param('["a"]', id="no-object"),
        pytest.param('{"id": "a", "q": "b", "expect": {"colour": "red"}}', id="unknown-expectation"),
    ],
)
@pytest.mark.parametrize("command", ["evaluate", "calibrate"])
def test_a_line_that_is_no_case_is_named_with_its_file(run: Run, tmp_path: Path, command: str, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{json.dumps(CASES[0])}\n{line}\n", encoding="utf-8")
    outcome = run(command, str(path))
    assert (outcome.status, outcome.out) == (2, "")
    assert f"{path}:2" in outcome.err


@pytest.mark.skipif(not THEIRS.exists(), reason="../shared/evaluate.py is not beside the checkout")
def test_evaluate_agrees_with_the_contracts_own_script(run: Run, file: Path, project: Path) -> None:
    questions = project / "tests" / "questions" / "fresh-16-dlg-ja.jsonl"
    theirs = subprocess.run(
        [sys.executable, THEIRS, "--json", file, questions], capture_output=True, text=True, check=True, cwd=project
    )
    expected, found = json.loads(theirs.stdout), json.loads(run("evaluate", "--json", str(file), str(questions)).out)
    counted = ("questions", "correct", "wrong", "missed", "correct_percent", "wrong_percent", "tags")
    assert [found[name] for name in counted] == [expected[name] for name in counted]


def test_calibrate_tries_every_threshold_and_names_the_point_chosen(run: Run, file: Path) -> None:
    found = json.loads(run("calibrate", "--json", str(file)).out)
    chosen = {point["threshold"]: point["value"] for point in found["points"] if point["chosen"]}
    assert len(found["points"]) == steps()
    assert chosen == {name: getattr(THRESHOLDS, name) for name in GRID}
    assert all(point["correct"] + point["wrong"] + point["missed"] == 3 for point in found["points"])


def test_calibrate_draws_the_curve_with_a_sign_at_the_point_chosen(run: Run, file: Path) -> None:
    out = run("calibrate", str(file), "--language", "ja").out
    assert out.count("◀ 採用") == len(GRID)
    assert "採用している値：covered=" in out
    assert "×" in out


def test_measuring_needs_the_database_that_is_named(run: Run, file: Path, tmp_path: Path) -> None:
    assert run("evaluate", str(file), "--db", str(tmp_path / "none.db")).status == 2
    assert run("evaluate", str(file), "--db", str(assets.asset("budget.db"))).status == 1
