"""A question that takes too long is stopped, and whoever asked is told so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.store import database
from tests.cli.running import Run

QUESTION = "全ゲノムの予算は？"
MESSAGES = {"ja": "時間がかかりすぎるため、照会を中止しました", "en": "The look-up took too long and was stopped"}


@pytest.fixture(autouse=True)
def _no_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(database, "QUESTION_SECONDS", 0.0)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("plain", [False, True], ids=["ask", "--plain"])
def test_the_commands_say_that_it_was_stopped(run: Run, language: str, plain: bool) -> None:
    words = ("--language", language)
    outcome = run("--plain", *words, stdin=QUESTION.encode()) if plain else run("ask", QUESTION, *words)
    assert outcome.status == 2
    assert MESSAGES[language] in outcome.err
    assert "Traceback" not in outcome.out + outcome.err


def test_a_batch_says_so_for_the_line_and_goes_on(run: Run) -> None:
    outcome = run("ask", "--json", "-", "--language", "ja", stdin=f"{QUESTION}\n{QUESTION}\n".encode())
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert [line["line"] for line in lines] == [1, 2]
    assert all(MESSAGES["ja"] in line["error"] for line in lines)
