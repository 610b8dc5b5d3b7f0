"""What a person may switch off stays off: suggestions, and the keeping of questions."""

from __future__ import annotations

import pytest

from assistant import history, settings
from assistant.answer.model import Language
from assistant.tui.words.history import FORGOTTEN
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
