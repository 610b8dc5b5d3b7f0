"""Questions that were not answered: kept on this machine, only where that is wanted, and listed with drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Answer, Assistant, settings, unanswered
from assistant.evaluation.unanswered import Group, propose
from assistant.tui.desk import AssistantDesk
from tests.cli.running import ANSWERED, Run

Homes = Callable[[], tuple[Path, Path]]


@pytest.fixture(autouse=True)
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Give every test a data and a configuration folder of its own."""
    data, config = tmp_path / "data", tmp_path / "config"
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(data))
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(config))
    monkeypatch.delenv("BUDGET_ASSISTANT_KEEP_UNANSWERED", raising=False)
    return data, config


def kept() -> list[str]:
    """Return the questions that are kept."""
    return [entry.question for entry in unanswered.read()]


def test_a_question_that_is_not_answered_is_kept_with_its_day_and_status(run: Run) -> None:
    run("ask", "全ゲノムのFAX番号は？")
    (entry,) = unanswered.read()
    assert (entry.question, entry.language, entry.status, entry.after) == ("全ゲノムのFAX番号は？", "ja", "not_in_source", None)
    assert len(entry.asked) == len("2026-01-01")


@pytest.mark.parametrize(
    "words", [("ask", ANSWERED), ("ask", "--json", ANSWERED), ("ask", "-")], ids=["answered", "json", "batch"]
)
def test_answers_and_batches_leave_nothing(run: Run, words: tuple[str, ...], homes: tuple[Path, Path]) -> None:
    run(*words)
    assert not homes[0].exists()


def test_the_chat_keeps_the_question_and_the_one_before_it() -> None:
    desk = AssistantDesk()
    for question in ("脳の予算は？", "FAX番号は？"):
        desk.reply(question)
    (entry,) = unanswered.read()
    assert (entry.question, entry.after) == ("FAX番号は？", "脳の予算は？")


@pytest.mark.parametrize("how", ["command", "environment"])
def test_nothing_is_kept_where_it_is_switched_off(run: Run, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "command":
        assert run("unanswered", "--off").status == 0
    else:
        monkeypatch.setenv("BUDGET_ASSISTANT_KEEP_UNANSWERED", "0")
    assert run("ask", "天気は？").status == 1
    assert kept() == []


def test_it_can_be_switched_on_again_and_other_settings_stay(run: Run, homes: tuple[Path, Path]) -> None:
    homes[1].mkdir()
    file = homes[1] / "settings.toml"
    file.write_text('theme = "dark"\nkeep_unanswered = false\n', encoding="utf-8")
    assert run("unanswered", "--on").status == 0
    assert file.read_text(encoding="utf-8") == 'theme = "dark"\nkeep_unanswered = true\n'


def test_clear_forgets_everything(run: Run) -> None:
    run("ask", "天気は？")
    outcome = run("unanswered", "--clear", "--language", "en")
    assert (kept(), outcome.out.startswith("Forgot 1 question")) == ([], True)


def test_only_the_newest_are_kept(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "MOST", 4)
    for number in range(20):
        unanswered.keep(assistant.ask(f"天気は{number}？" + "あ" * 120))
    assert [question[3:5].rstrip("？") for question in kept()] == ["16", "17", "18", "19"]


def test_a_folder_that_cannot_be_written_is_no_fault_of_the_answer(run: Run, homes: tuple[Path, Path]) -> None:
    homes[0].write_text("a file where the folder should be", encoding="utf-8")
    outcome = run("ask", "天気は？")
    assert (outcome.status, outcome.err) == (1, "")


def test_a_damaged_line_is_passed_over(run: Run, homes: tuple[Path, Path]) -> None:
    run("ask", "天気は？")
    with (homes[0] / unanswered.FILE).open("a", encoding="utf-8") as file:
        file.write('{"asked": \n')
    assert kept() == ["天気は？"]


def test_the_list_says_where_it_lies_and_groups_by_what_stopped_the_questions(run: Run, homes: tuple[Path, Path]) -> None:
    for question in ("内線は？", "全ゲノムのFAX番号は？", "脳の事業のボーナスは？", "脳の事業のボーナスは", "予算は？"):
        run("ask", question)
    found = json.loads(run("unanswered", "--json").out)
    assert found["file"] == str(homes[0] / unanswered.FILE)
    assert [(group["reason"], group["count"]) for group in found["groups"]] == [
        ("missing_programme", 2),
        ("words", 2),
        ("unknown", 1),
    ]
    lines = run("unanswered", "--language", "ja").out.splitlines()
    assert str(homes[0]) in lines[0]
    assert "--off" in lines[0]


def test_what_is_answered_by_now_is_not_listed(run: Run, assistant: Assistant) -> None:
    refused: Answer = assistant.ask("天気は？")
    unanswered.keep(type(refused)(**{**refused.model_dump(), "question": ANSWERED}))
    assert json.loads(run("unanswered", "--json").out)["groups"] == []


@pytest.mark.parametrize(
    ("word", "file", "near"),
    [
        pytest.param("extention numbr", "intents/extension.toml", "extension number", id="a-cue"),
        pytest.param("ブレインイノベション", "data/shiryo5.toml", "ぶれいんいのべしょん", id="an-alias"),
    ],
)
def test_a_draft_names_the_file_and_the_known_word_that_is_near(assistant: Assistant, word: str, file: str, near: str) -> None:
    (draft,) = propose(assistant, Group("words", word, ((word, 1),), "2026-01-01"))
    assert (draft.file, draft.near) == (file, near)
    assert word in draft.text


def test_where_nothing_is_near_a_person_has_to_decide(run: Run) -> None:
    run("ask", "脳の事業のボーナスは？")
    assert "人が判断してください" in run("unanswered", "--propose", "--language", "ja").out


@pytest.mark.parametrize(
    ("content", "key"),
    [pytest.param("keep_unanswered = 3", "keep_unanswered", id="type"), pytest.param("a =", "settings.toml", id="no-toml")],
)
def test_settings_with_mistakes_are_named(run: Run, homes: tuple[Path, Path], content: str, key: str) -> None:
    homes[1].mkdir()
    (homes[1] / "settings.toml").write_text(content, encoding="utf-8")
    outcome = run("unanswered")
    assert (outcome.status, key in outcome.err) == (2, True)
    with pytest.raises(settings.SettingsError):
        settings.load()
