"""Walking through earlier questions."""

from __future__ import annotations

from assistant.tui.history import History


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
