"""Garbage is searched for when nobody waits."""

from __future__ import annotations

import pytest

from assistant.tui.tidying import CALM, MOST_ANSWERS, Tidying


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a clock that a test sets, and count no search of Python's own."""
    now = [100.0]
    monkeypatch.setattr("assistant.tui.tidying.time.monotonic", lambda: now[0])
    return now


def test_nothing_is_searched_while_somebody_types_and_once_when_it_is_calm(moments: list[float]) -> None:
    keeper = Tidying()
    assert not keeper.tidy()
    keeper.busy()
    moments[0] += CALM - 0.1
    assert not keeper.tidy()
    moments[0] += 0.2
    assert keeper.tidy()
    assert not keeper.tidy()
    keeper.busy()
    moments[0] += CALM
    assert keeper.tidy()


def test_after_many_answers_without_a_pause_it_is_done_all_the_same(moments: list[float]) -> None:
    keeper = Tidying()
    done = []
    for _ in range(2 * MOST_ANSWERS):
        moments[0] += 0.1
        keeper.busy()
        done.append(keeper.answered())
    assert [number for number, was in enumerate(done, 1) if was] == [MOST_ANSWERS, 2 * MOST_ANSWERS]
