"""What a person may switch off stays off: suggestions, and the keeping of questions."""

from __future__ import annotations

import os

import pytest

from assistant import history, settings
from assistant.answer.model import Language
from assistant.tui.words.history import FORGOTTEN, NOT_FORGOTTEN
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import KEEP_OFF, SUGGEST_OFF
from tests.tui.driver import Chat, chatting


def _said(chat: Chat) -> list[str]:
    return [notification.message.replace("\n", "") for notification in chat.app._notifications]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("name", "said"),
    [pytest.param("suggestions", SUGGEST_OFF, id="suggestions"), pytest.param("keep_history", KEEP_OFF, id="keeping")],
)
async def test_a_switch_is_said_and_remembered(language: Language, name: str, said: Phrase) -> None:
    async with chatting(language) as chat:
        await chat.screen.run_action(f"app.switch_setting('{name}')")
        await chat.settle()
        assert [text.replace(" ", "") for text in _said(chat)] == [said[language].replace(" ", "")]
        assert getattr(settings.load(), name) is False
        await chat.screen.run_action(f"app.switch_setting('{name}')")
        await chat.settle()
        assert getattr(settings.load(), name) is True


async def test_suggestions_that_are_switched_off_do_not_come() -> None:
    settings.save("suggestions", False)
    async with chatting() as chat:
        await chat.pilot.press("全", "ゲ")
        await chat.settle()
        assert not chat.screen.suggestion_list.shown


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_earlier_questions_are_forgotten_here_and_on_this_machine(language: Language) -> None:
    history.keep("前の質問")
    async with chatting(language) as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.screen.run_action("forget_history")
        await chat.settle()
        assert _said(chat) == [FORGOTTEN.format(count=2)[language]]
        await chat.pilot.press("up")
        assert chat.prompt.value == ""
    assert history.read() == []


async def test_questions_are_not_kept_once_switched_off_even_where_the_settings_cannot_be_saved() -> None:
    async with chatting() as chat:
        settings.path().parent.mkdir(parents=True, exist_ok=True)
        settings.path().mkdir()
        await chat.screen.run_action("app.switch_setting('keep_history')")
        await chat.settle()
        settings.path().rmdir()
        assert settings.load().keep_history
        await chat.ask("全ゲノムの予算は？")
        await chat.settle()
    assert history.read() == []


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_question_that_stays_on_this_machine_is_told(language: Language) -> None:
    history.keep("前の質問")
    (history.path().parent / f"history.{os.getpid()}.tmp").mkdir()
    async with chatting(language) as chat:
        await chat.pilot.press("ctrl+r", "delete")
        await chat.settle()
        assert [NOT_FORGOTTEN[language].split("{path}")[1][:3] in said for said in _said(chat)] == [True]
    assert history.read() == ["前の質問"]
