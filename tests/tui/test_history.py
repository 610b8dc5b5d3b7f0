"""Walking through earlier questions."""

from __future__ import annotations

import pytest

from assistant import history, settings
from assistant.tui.history import MOST, History
from tests.tui.driver import chatting


def _history(*questions: str) -> History:
    history = History()
    for question in questions:
        history.add(question)
    return history


def test_with_no_questions_there_is_nowhere_to_go() -> None:
    history = _history()
    assert history.older("draft") is None
    assert history.newer() is None


def test_the_walk_goes_back_to_the_first_and_stops_there() -> None:
    history = _history("一", "二")
    assert [history.older(""), history.older(""), history.older("")] == ["二", "一", None]


def test_the_draft_is_waiting_at_the_end() -> None:
    history = _history("一", "二")
    history.older("書きかけ")
    history.older("二")
    assert [history.newer(), history.newer(), history.newer()] == ["二", "書きかけ", None]


def test_the_same_question_twice_in_a_row_is_kept_once() -> None:
    history = _history("一", "一")
    assert [history.older(""), history.older("")] == ["一", None]


def test_a_new_question_ends_the_walk() -> None:
    history = _history("一", "二")
    history.older("")
    history.older("")
    history.add("三")
    assert history.older("") == "三"


def test_a_question_asked_again_moves_to_the_end() -> None:
    history = _history("一", "二", "一")
    assert [history.older(""), history.older(""), history.older("")] == ["一", "二", None]


def test_earlier_runs_come_before_this_one_and_the_walk_goes_on_where_it_is() -> None:
    history = _history("三")
    assert history.older("") == "三"
    history.load(["一", "三", "二"])
    assert [history.older(""), history.older(""), history.older("")] == ["二", "一", None]


def test_only_so_many_are_walked() -> None:
    history = _history(*(str(number) for number in range(MOST + 5)))
    assert (len(history.questions), history.questions[0]) == (MOST, "5")


def test_what_is_forgotten_is_not_walked() -> None:
    history = _history("一", "二")
    history.forget("二")
    assert [history.older(""), history.older("")] == ["一", None]
    history.clear()
    assert (history.older(""), history.questions) == (None, ())


async def test_the_next_chat_remembers_what_was_asked() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.ask("脳の予算は？")
    assert history.read() == ["全ゲノムの予算は？", "脳の予算は？"]
    async with chatting() as chat:
        await chat.pilot.press("up", "up")
        assert chat.prompt.value == "全ゲノムの予算は？"


async def test_switched_off_nothing_is_kept_or_recalled(monkeypatch: pytest.MonkeyPatch) -> None:
    history.keep("前の質問")
    monkeypatch.setattr(settings, "load", lambda: settings.Settings(keep_history=False))
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("up", "up")
        assert chat.prompt.value == "全ゲノムの予算は？"
    assert history.read() == ["前の質問"]
