"""Two languages, switched at any moment."""

from __future__ import annotations

import threading

import pytest

from assistant.answer.model import Language
from assistant.tui.widgets.options import Options
from assistant.tui.words.chat import GREETING, HELP_TITLE, PROMPT_PLACEHOLDER, PROMPT_TITLE, TITLE
from tests.tui.driver import chatting, send


@pytest.mark.parametrize(("locale", "language"), [("ja_JP.UTF-8", "ja"), ("en_GB.UTF-8", "en")])
async def test_the_first_language_follows_the_locale(monkeypatch: pytest.MonkeyPatch, locale: str, language: Language) -> None:
    monkeypatch.setenv("LANG", locale)
    async with chatting(None) as chat:
        assert chat.app.title == TITLE[language]
        assert GREETING[language][:10] in chat.text()


async def test_without_a_choice_each_answer_follows_its_question() -> None:
    async with chatting(None) as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.ask("how much is it?")
        assert [language for _question, language in chat.stub.asked] == [None, None]
        assert "出典" in chat.text() or "Source" in chat.text()


async def test_a_language_given_at_the_start_fixes_the_answers() -> None:
    async with chatting("en") as chat:
        await chat.ask("全ゲノムの予算は？")
        assert chat.stub.asked == [("全ゲノムの予算は？", "en")]
        assert "¥4.9 billion" in chat.text()


@pytest.mark.parametrize(("first", "second"), [("ja", "en"), ("en", "ja")])
async def test_one_key_switches_interface_and_answers(first: Language, second: Language) -> None:
    async with chatting(first) as chat:
        assert GREETING[first][:10] in chat.text()
        await chat.pilot.press("f2")
        await chat.settle()
        assert GREETING[second][:10] in chat.text()
        assert chat.prompt.border_title == PROMPT_TITLE[second]
        assert chat.prompt.placeholder == PROMPT_PLACEHOLDER[second]
        assert chat.app.title == TITLE[second]
        assert ("F2 English" if second == "ja" else "F2 日本語") in chat.lines()[-1]
        await chat.ask("全ゲノムの予算は？")
        assert chat.stub.asked[-1][1] == second


async def test_switching_keeps_what_was_said_and_what_is_being_typed() -> None:
    async with chatting() as chat:
        await chat.ask("脳の内線は？")
        chat.prompt.value = "書きかけ"
        await chat.pilot.press("f2")
        await chat.settle()
        assert chat.prompt.value == "書きかけ"
        assert chat.prompt.has_focus
        assert len(chat.turns) == 1
        assert "資料にありません" in chat.text()
        assert chat.stub.resets == 0


async def test_the_language_may_be_switched_while_a_question_runs() -> None:
    async with chatting() as chat:
        chat.stub.gate = threading.Event()
        await send(chat.pilot, "全ゲノムの予算は？")
        await chat.pilot.press("f2")
        assert chat.prompt.border_title == "Looking it up…"
        chat.stub.gate.set()
        await chat.settle()
        assert "49億円" in chat.text()


async def test_the_help_switches_too_and_keeps_the_keys() -> None:
    async with chatting() as chat:
        await chat.pilot.press("f1")
        await chat.pilot.press("f2")
        await chat.settle()
        assert HELP_TITLE.en in chat.text()
        assert chat.app.screen.query_one(Options).has_focus


async def test_the_examples_keep_the_keys_when_the_language_changes() -> None:
    async with chatting() as chat:
        await chat.pilot.press("tab", "f2")
        await chat.settle()
        assert chat.screen.query_one(Options).has_focus
