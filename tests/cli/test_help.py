"""Help and all that is said, in both languages."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import east_asian_width

import pytest

from assistant.cli import help_texts, plain_texts, texts
from assistant.cli.parser import make_parser
from tests.cli.running import Run

COMMANDS = ("ask", "build", "verify", "check")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_both_languages(run: Run, language: str, command: str) -> None:
    outcome = run(*filter(None, [command]), "--help", "--language", language)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(help_texts.USAGE[language])
    assert bool(re.search("[ぁ-ん]", outcome.out)) == (language == "ja")
    assert command or all(name in outcome.out for name in COMMANDS)


def test_help_follows_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert run("--help").out.startswith("使い方")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run("--help").out.startswith("usage")


def test_help_fits_a_terminal_of_120_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for language in ("ja", "en"):
        for line in make_parser(language).format_help().splitlines():
            assert sum(2 if east_asian_width(char) in "WF" else 1 for char in line) <= 120, line


@pytest.mark.parametrize("module", [texts, help_texts, plain_texts], ids=["texts", "help_texts", "plain_texts"])
def test_everything_said_is_said_in_both_languages(module: Any) -> None:
    pairs = {name: value for name, value in vars(module).items() if isinstance(value, dict) and name != "FINDINGS"}
    for name, pair in pairs.items():
        if name.isupper():
            places = [re.findall(r"\{(\w+)\}", pair[language]) for language in ("ja", "en")]
            assert set(pair) == {"ja", "en"}, name
            assert sorted(places[0]) == sorted(places[1]), name
