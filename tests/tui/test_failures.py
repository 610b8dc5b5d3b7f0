"""Faults: the question comes back, the words are plain, and the chat goes on."""

from __future__ import annotations

import threading
from typing import NoReturn

import pytest

from assistant.answer.model import Language
from assistant.errors import SlowError, StoreError
from assistant.tui.app import ChatApp
from assistant.tui.protocols import Desk
from assistant.tui.screens import chat_screen
from assistant.tui.screens.chat_screen import ChatScreen
from assistant.tui.widgets.turn import Turn
from assistant.tui.words.chat import ASK_FAILED_WHILE_TYPING, FAULT
from tests.tui.driver import chatting, send, settle
from tests.tui.stub import StubDesk

MESSAGES = {
    "ja": ["エラー", "お調べできませんでした", "入力欄に戻しました", "原因  RuntimeError: disk I/O error at line 2"],
    "en": ["Something went wrong", "could not be looked up", "back in the prompt", "Cause     RuntimeError: disk I/O"],
}


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_failed_question_is_given_back_with_a_plain_message(language: Language) -> None:
    async with chatting(language) as chat:
        chat.stub.failures = 1
        await chat.ask("全ゲノムの予算は？")
        assert chat.prompt.value == "全ゲノムの予算は？"
        assert chat.prompt.cursor_position == len("全ゲノムの予算は？")
        assert not chat.prompt.busy
        assert all(part in chat.text() for part in MESSAGES[language])
        assert "Traceback" not in chat.text()


@pytest.mark.parametrize(("language", "message"), [("ja", "照会を中止しました"), ("en", "took too long and was stopped")])
async def test_a_question_that_takes_too_long_is_given_back_and_the_chat_goes_on(
    language: Language, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> NoReturn:
        raise SlowError

    async with chatting(language) as chat:
        with monkeypatch.context() as stopped:
            stopped.setattr(StubDesk, "reply", slow)
            await chat.ask("全ゲノムの予算は？")
        assert message in " ".join(chat.text().split())
        assert chat.prompt.value == "全ゲノムの予算は？"
        await chat.pilot.press("enter")
        await chat.settle()
        assert chat.asked == ["全ゲノムの予算は？"]


async def test_a_question_given_back_can_be_sent_again() -> None:
    async with chatting() as chat:
        chat.stub.failures = 1
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("enter")
        await chat.settle()
        assert chat.asked == ["全ゲノムの予算は？"] * 2
        assert "49億円" in chat.text()


async def test_what_is_being_typed_is_not_overwritten_and_the_question_is_one_key_away() -> None:
    async with chatting() as chat:
        chat.stub.failures = 1
        chat.stub.gate = threading.Event()
        await send(chat.pilot, "全ゲノムの予算は？")
        chat.prompt.value = "次の質問"
        chat.stub.gate.set()
        await chat.settle()
        assert chat.prompt.value == "次の質問"
        assert ASK_FAILED_WHILE_TYPING.ja[:20] in chat.text()
        await chat.pilot.press("up")
        assert chat.prompt.value == "全ゲノムの予算は？"
        await chat.pilot.press("down")
        assert chat.prompt.value == "次の質問"


def _broken() -> Desk:
    raise StoreError("データベースではありません。", "This is no database.")


@pytest.mark.parametrize(
    ("language", "message", "cause"),
    [
        ("ja", "データを開けませんでした", "原因  データベースではありません。"),
        ("en", "The data could not be opened", "Cause     This is no database."),
    ],
)
async def test_data_that_does_not_open_is_told_at_once(language: Language, message: str, cause: str) -> None:
    async with chatting(language, factory=_broken) as chat:
        assert FAULT[language] in chat.text()
        assert message in chat.text()
        assert cause in chat.text()


async def test_data_that_does_not_open_while_a_question_waits_for_it_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def broken() -> Desk:
        assert gate.wait(timeout=10), "the test never opened the gate"
        raise StoreError("データベースではありません。", "This is no database.")

    monkeypatch.setattr(ChatScreen, "OPENING_AFTER", 0)
    monkeypatch.setattr(chat_screen, "PATIENCE", 10)
    app = ChatApp(broken, language="ja")
    async with app.run_test() as pilot:
        await send(pilot, "全ゲノムの予算は？")
        gate.set()
        await settle(pilot)
        assert [turn.question for turn in app.screen.query(Turn)] == ["全ゲノムの予算は？"]


async def test_a_question_asked_of_data_that_does_not_open_is_given_back() -> None:
    async with chatting(factory=_broken) as chat:
        await chat.ask("全ゲノムの予算は？")
        assert chat.prompt.value == "全ゲノムの予算は？"
        assert not chat.prompt.busy


async def test_data_that_opens_the_second_time_is_used() -> None:
    stub = StubDesk()
    attempts: list[int] = []

    def open_late() -> Desk:
        attempts.append(1)
        if len(attempts) == 1:
            raise StoreError("まだです。", "Not yet.")
        return stub

    async with chatting(factory=open_late) as chat:
        await chat.ask("全ゲノムの予算は？")
        assert stub.asked == [("全ゲノムの予算は？", "ja")]
        assert "49億円" in chat.text()
