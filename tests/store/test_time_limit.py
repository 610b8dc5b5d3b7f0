"""No question takes for ever: a statement is stopped, and so is a question of many statements."""

from __future__ import annotations

import pytest

from assistant import Assistant, assets
from assistant.errors import SlowError, StoreError
from assistant.store import database as store
from assistant.store.database import Database

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
QUESTION = "全ゲノムの予算は？"


@pytest.fixture
def database() -> Database:
    return Database(assets.asset("budget.db"))


def test_a_statement_that_never_ends_is_stopped(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SECONDS", 0.01)
    with pytest.raises(SlowError):
        database.rows(ENDLESS)
    assert database.rows("SELECT 1") == [(1,)]


def test_a_statement_that_is_wrong_is_not_said_to_be_slow(database: Database) -> None:
    with pytest.raises(StoreError) as caught:
        database.rows("SELECT nothing FROM nowhere")
    assert not isinstance(caught.value, SlowError)


def test_what_has_used_up_its_time_runs_no_other_statement(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "QUESTION_SECONDS", 0.0)
    with database.bounded(), pytest.raises(SlowError):
        database.rows("SELECT 1")
    assert database.rows("SELECT 1") == [(1,)]


def test_a_bound_within_a_bound_gives_no_more_time(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "QUESTION_SECONDS", 0.0)
    with database.bounded():
        monkeypatch.setattr(store, "QUESTION_SECONDS", 60.0)
        with database.bounded(), pytest.raises(SlowError):
            database.rows("SELECT 1")


@pytest.mark.parametrize("way", ["ask", "conversation"])
def test_every_way_of_asking_is_bounded_and_can_be_asked_again(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = Assistant.open()
    conversation = assistant.conversation()
    with monkeypatch.context() as slow:
        slow.setattr(store, "QUESTION_SECONDS", 0.0)
        with pytest.raises(SlowError):
            (assistant if way == "ask" else conversation).ask(QUESTION)
    assert (assistant if way == "ask" else conversation).ask(QUESTION).status == "answered"
