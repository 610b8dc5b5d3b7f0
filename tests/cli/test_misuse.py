"""Misuse and faults: a message in the language of the user on standard error, and the exit status."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.cli import commands, texts
from assistant.cli.parser import UsageError
from tests.cli.running import Outcome, Run

MISUSE: dict[str, list[str]] = {
    "no question": ["ask"],
    "unknown command": ["answer", "x"],
    "unknown option": ["ask", "x", "--verbose"],
    "abbreviated option": ["ask", "x", "--expl"],
    "unknown language": ["ask", "x", "--language", "fr"],
    "option without its value": ["ask", "x", "--db"],
    "value for a switch": ["ask", "x", "--json=yes"],
    "no file": ["verify"],
    "explanation of a batch for people": ["ask", "-", "--explain"],
}


@pytest.mark.parametrize("words", MISUSE.values(), ids=MISUSE.keys())
def test_misuse_is_explained_on_standard_error_in_the_language_of_the_user(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    messages = []
    for locale in ("ja_JP.UTF-8", "en_GB.UTF-8"):
        monkeypatch.setenv("LANG", locale)
        outcome = run(*words)
        assert (outcome.status, outcome.out) == (2, "")
        messages.append(outcome.err)
    japanese, english = messages
    assert re.search("[ぁ-ん]", japanese)
    assert english.isascii() or "“" in english or not re.search("[ぁ-ん]", english)
    assert all("--help" in message for message in messages)


def test_the_language_option_goes_before_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "Errno" not in run("ask", "x", "--db", "/none", "--language", "en").err
    assert "There is no database" in run("ask", "x", "--db", "/none", "--language", "en").err
    assert "There is no database" in run("--language=en", "ask", "x", "--db", "/none").err
    assert "データベース" in run("ask", "x", "--db", "/none").err


@pytest.mark.parametrize("words", [("ask", "x"), ("ask", "-"), ("verify", "x"), ("check",)], ids=" ".join)
def test_a_database_that_is_not_there_is_a_fault(run: Run, tmp_path: Path, words: Sequence[str]) -> None:
    missing = tmp_path / "missing.db"
    outcome = run(*words, "--db", str(missing))
    assert (outcome.status, outcome.out) == (2, "")
    assert str(missing) in outcome.err
    assert not missing.exists()


def test_a_file_that_is_no_database_is_a_fault(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("not a database", encoding="utf-8")
    assert run("ask", "x", "--db", str(other)).status == 2


def test_what_was_typed_wrongly_is_not_shown_raw(run: Run) -> None:
    outcome = run("ask", "x", "--\x1b[2J\x07\udcff")
    assert outcome.status == 2
    assert not set(outcome.err) & set("\x1b\x07\udcff")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_mistake_of_ours_is_a_fault_and_says_where(run: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    def broken(_arguments: Namespace) -> int:
        raise RuntimeError("a \x1b[31mmistake")

    monkeypatch.setattr(commands, "run", broken)
    outcome = run("ask", "x", "--language", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert texts.OUR_MISTAKE[language] in outcome.err
    assert "RuntimeError" in outcome.err
    assert "\x1b" not in outcome.err


def test_an_interruption_leaves_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_arguments: Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupted)
    assert run("ask", "x") == Outcome(130, "", "")


def test_misuse_that_nobody_translated_is_still_explained() -> None:
    assert "something new" in UsageError("something new").message("ja")
