"""The core lives in one thread."""

from __future__ import annotations

import threading

import pytest

from assistant.answer.model import Answer
from assistant.tui.session import CannotOpenError, Session
from tests.tui.stub import StubConversation


class _Witness(StubConversation):
    """Remembers which threads it met."""

    def __init__(self) -> None:
        super().__init__()
        self.threads = {threading.get_ident()}

    def ask(self, text: str) -> Answer:
        self.threads.add(threading.get_ident())
        return super().ask(text)

    def reset(self) -> None:
        self.threads.add(threading.get_ident())
        super().reset()


async def test_opening_asking_and_resetting_happen_in_one_thread_beside_the_screen() -> None:
    made: list[_Witness] = []

    def factory() -> _Witness:
        made.append(_Witness())
        return made[-1]

    session = Session(factory)
    await session.open()
    await session.ask("全ゲノムの予算は？", "ja")
    await session.ask("how much?", "en")
    await session.reset()
    session.close()
    assert len(made) == 1
    assert len(made[0].threads) == 1
    assert threading.get_ident() not in made[0].threads
    assert [language for _question, language in made[0].asked] == ["ja", "en"]
    assert made[0].resets == 1


async def test_resetting_what_was_never_opened_does_nothing() -> None:
    session = Session(StubConversation)
    await session.reset()
    session.close()


async def test_a_factory_that_fails_cannot_be_opened_and_says_why() -> None:
    def factory() -> StubConversation:
        raise OSError("no such disk")

    session = Session(factory)
    with pytest.raises(CannotOpenError) as caught:
        await session.ask("予算は？", None)
    session.close()
    assert isinstance(caught.value.__cause__, OSError)
