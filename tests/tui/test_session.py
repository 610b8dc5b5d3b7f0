"""The core lives in one thread."""

from __future__ import annotations

import threading
from collections.abc import Collection

import pytest

from assistant.conversation.reply import Reply
from assistant.tui.session import CannotOpenError, Session
from tests.tui.stub import StubDesk


class _Witness(StubDesk):
    """Remembers which threads it met."""

    def __init__(self) -> None:
        super().__init__()
        self.threads = {threading.get_ident()}

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        self.threads.add(threading.get_ident())
        return super().reply(text, without)

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
    await session.reply("全ゲノムの予算は？", "ja")
    await session.reply("how much?", "en")
    await session.reset()
    session.close()
    assert len(made) == 1
    assert len(made[0].threads) == 1
    assert threading.get_ident() not in made[0].threads
    assert [language for _question, language in made[0].asked] == ["ja", "en"]
    assert made[0].resets == 1


async def test_resetting_what_was_never_opened_does_nothing() -> None:
    session = Session(StubDesk)
    await session.reset()
    session.close()


async def test_a_factory_that_fails_cannot_be_opened_and_says_why() -> None:
    def factory() -> StubDesk:
        raise OSError("no such disk")

    session = Session(factory)
    with pytest.raises(CannotOpenError) as caught:
        await session.reply("予算は？", None)
    session.close()
    assert isinstance(caught.value.__cause__, OSError)
