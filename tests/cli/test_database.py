"""Which data a command asks: the option, else the setting, else those that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import settings
from assistant.cli import main, plain, serve
from assistant.cli.parser import parse
from assistant.tui import preferences, run_chat
from assistant.tui.app import ChatApp
from tests.cli.running import ANSWERED, Run

OF_REGISTER = "月面温室研究事業の担当課は？"


@pytest.fixture(autouse=True)
def _folders_of_this_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize("way", ["option", "setting"])
@pytest.mark.parametrize("command", ["ask", "--plain"])
def test_ask_and_the_plain_chat_ask_the_data_of_the_option_or_the_setting(
    run: Run, register: Path, way: str, command: str
) -> None:
    words = ["--db", str(register)] if way == "option" else []
    if way == "setting":
        settings.save("database", str(register))
    outcome = run("ask", OF_REGISTER, *words) if command == "ask" else run("--plain", *words, stdin=OF_REGISTER.encode())
    assert outcome.status == 0
    assert "月面課" in outcome.out


def test_the_word_embedded_goes_before_the_setting(run: Run, register: Path) -> None:
    settings.save("database", str(register))
    assert "4041" in run("ask", ANSWERED, "--db", "embedded").out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_file_of_the_setting_that_is_gone_is_told_and_nothing_else_is_asked(run: Run, tmp_path: Path, language: str) -> None:
    settings.save("database", str(tmp_path / "gone.db"))
    outcome = run("ask", ANSWERED, "--language", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert "gone.db" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_mistake_in_the_settings_is_told_and_the_embedded_data_are_asked(run: Run) -> None:
    file = settings.path()
    file.parent.mkdir(parents=True)
    file.write_text("database = 1\n", encoding="utf-8")
    outcome = run("ask", ANSWERED, "--language", "en")
    assert outcome.status == 0
    assert "database in" in outcome.err


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "233事業・レビュー年度2023"), ("en", "233 programmes, review year 2023")]
)
def test_the_greeting_of_the_plain_chat_names_the_data(
    register: Path, language: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("assistant.cli.streams.is_terminal", lambda _stream: True)
    monkeypatch.setattr(plain, "_typed", lambda _talk: iter(()))
    assert main(["--plain", "--db", str(register), "--language", language]) == 0
    assert said in capsys.readouterr().out


def test_a_page_asks_the_same_data_as_it_was_told(tmp_path: Path) -> None:
    given = parse(["serve", "--db", str(tmp_path / "a.db")], "en")
    assert str(tmp_path / "a.db") in serve.chat_command(given)
    assert serve.chat_command(parse(["serve", "--db", "embedded"], "en")).endswith("--db embedded")
    assert "--db" not in serve.chat_command(parse(["serve"], "en"))


@pytest.mark.parametrize("way", ["path", "embedded", "setting"])
def test_the_chat_opens_the_data_of_the_option_or_the_setting(
    register: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path | None] = []
    monkeypatch.setattr(ChatApp, "run", lambda self: made.append(self._choosing.now))
    settings.save("database", str(register))
    assert run_chat({"path": str(register), "embedded": "embedded", "setting": None}[way], "ja") == 0
    assert made == [None if way == "embedded" else register]


def test_settings_with_mistakes_leave_the_chat_the_embedded_data() -> None:
    file = settings.path()
    file.parent.mkdir(parents=True)
    file.write_text('database = "~nobody-has-this-name/x"\n', encoding="utf-8")
    assert preferences.database() is None
