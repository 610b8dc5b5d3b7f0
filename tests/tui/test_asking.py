"""Asking: a question goes in, a card comes out, and only one question runs at a time."""

from __future__ import annotations

import threading

import pytest
from textual.widgets import Static

from assistant.answer.model import Language
from assistant.tui.screens import chat_screen
from assistant.tui.widgets.answer_card import AnswerCard
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.welcome import Welcome
from assistant.tui.words.chat import BUSY, CUT_QUESTION, GREETING, PROMPT_TITLE, STILL_BUSY
from tests.tui.driver import chatting, send
from tests.tui.stub import WHOLE_GENOME

BOTH: tuple[Language, Language] = ("ja", "en")
QUESTIONS = {"ja": "全ゲノムの予算はいくら？", "en": "how much is the whole genome programme?"}


@pytest.mark.parametrize("language", BOTH)
async def test_an_answer_stands_below_its_question_with_reading_and_source(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(QUESTIONS[language])
        screen = chat.lines()
        order = {
            "ja": ["> 全ゲノムの予算はいくら？", "49億円（案）です。", "解釈  ", f"出典  「{WHOLE_GENOME}」"],
            "en": ["> how much", "¥4.9 billion (draft)", "Read as   ", f"Source    “{WHOLE_GENOME}”"],
        }[language]
        places = [next(y for y, line in enumerate(screen) if part in line) for part in order]
        assert places == sorted(places)


async def test_the_prompt_is_empty_and_ready_after_an_answer() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        assert chat.prompt.value == ""
        assert chat.prompt.has_focus
        assert not chat.prompt.busy


async def test_an_empty_prompt_asks_nothing() -> None:
    async with chatting() as chat:
        await chat.ask("")
        await chat.ask("  \u3000 ")
        assert chat.asked == []
        assert chat.turns == []


@pytest.mark.parametrize("language", BOTH)
async def test_the_welcome_gives_way_to_the_first_question(language: Language) -> None:
    async with chatting(language) as chat:
        assert GREETING[language][:10] in chat.text()
        await chat.ask(QUESTIONS[language])
        assert not chat.screen.query_one(Welcome).display
        assert GREETING[language][:10] not in chat.text()


@pytest.mark.parametrize("language", BOTH)
async def test_while_a_question_runs_the_chat_says_so_and_sends_no_other(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_screen, "PATIENCE", 0)
    async with chatting(language) as chat:
        chat.stub.gate = threading.Event()
        await send(chat.pilot, QUESTIONS[language])
        assert str(chat.turns[0].query_one(".turn--waiting", Static).render()) == BUSY[language]
        assert chat.prompt.border_title == BUSY[language]
        await send(chat.pilot, "内線は？")
        assert chat.prompt.border_title == STILL_BUSY[language]
        assert chat.prompt.value == "内線は？"
        chat.stub.gate.set()
        await chat.settle()
        assert chat.asked == [QUESTIONS[language]]
        assert chat.prompt.border_title == PROMPT_TITLE[language]


async def test_what_was_typed_meanwhile_can_be_sent_afterwards() -> None:
    async with chatting() as chat:
        chat.stub.gate = threading.Event()
        await send(chat.pilot, "全ゲノムの予算は？")
        await send(chat.pilot, "全ゲノムの内線は？")
        chat.stub.gate.set()
        await chat.settle()
        await chat.pilot.press("enter")
        await chat.settle()
        assert chat.asked == ["全ゲノムの予算は？", "全ゲノムの内線は？"]


async def test_enter_pressed_twice_sends_once() -> None:
    async with chatting() as chat:
        chat.prompt.value = "全ゲノムの予算は？"
        await chat.pilot.press("enter", "enter")
        await chat.settle()
        assert chat.asked == ["全ゲノムの予算は？"]


async def test_the_newest_answer_is_in_sight() -> None:
    async with chatting() as chat:
        for _ in range(4):
            await chat.ask("全ゲノムの内線は？")
        await chat.ask("脳の内線は？")
        assert "資料にありません" in chat.text()
        assert "解釈  脳高次" in chat.text()


async def test_an_answer_taller_than_the_view_is_shown_from_its_question() -> None:
    async with chatting(size=(80, 16)) as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.ask("全部の合計は？")
        assert chat.lines()[0].strip() == "> 全部の合計は？"


async def test_the_conversation_scrolls_while_the_prompt_keeps_the_keys() -> None:
    async with chatting(size=(80, 16)) as chat:
        for _ in range(4):
            await chat.ask("全ゲノムの内線は？")
        bottom = chat.screen.conversation.scroll_y
        await chat.pilot.press("pageup")
        assert chat.screen.conversation.scroll_y < bottom
        assert chat.prompt.has_focus
        await chat.pilot.press("pagedown")
        assert chat.screen.conversation.scroll_y == bottom


async def test_clearing_forgets_the_conversation_on_screen_and_behind_it() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("ctrl+l")
        await chat.settle()
        assert chat.turns == []
        assert chat.screen.query_one(Welcome).display
        assert chat.stub.resets == 1
        assert chat.prompt.has_focus


async def test_clearing_does_not_wait_for_an_answer_on_its_way() -> None:
    async with chatting() as chat:
        chat.stub.gate = threading.Event()
        await send(chat.pilot, "全ゲノムの予算は？")
        await chat.pilot.press("ctrl+l")
        assert not chat.prompt.busy
        chat.stub.gate.set()
        await chat.settle()
        assert chat.turns == []
        assert chat.stub.resets == 1


async def test_ctrl_q_leaves() -> None:
    async with chatting() as chat:
        await chat.pilot.press("ctrl+q")
        assert chat.app.return_code == 0
        assert not chat.app.is_running or chat.app._exit


async def test_ctrl_c_says_how_to_leave() -> None:
    async with chatting() as chat:
        await chat.pilot.press("ctrl+c")
        await chat.pilot.pause()
        assert chat.prompt.border_title == "終了するには Ctrl+Q を押してください"
        assert chat.app.return_code is None


async def test_typing_begins_wherever_the_focus_is() -> None:
    async with chatting() as chat:
        await chat.pilot.press("tab")
        assert not chat.prompt.has_focus
        await chat.pilot.press("全", "ゲ")
        assert chat.prompt.has_focus
        assert chat.prompt.value == "全ゲ"


async def test_nothing_dirty_reaches_the_screen_and_markup_means_nothing() -> None:
    async with chatting(size=(100, 40)) as chat:
        await chat.ask("dirt [bold]予算[/bold] \x1b[31m")
        shown = chat.text()
        assert not set(shown) & {"\x1b", "\x07", "\x00", "\u202e", "\ud800"}
        assert "[bold]太字[/bold]" in shown
        assert "> dirt [bold]予算[/bold] [31m" in shown
        assert all(prose.plain.isprintable() or "\n" in prose.plain for prose in chat.screen.query(Prose))


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_very_long_question_is_asked_whole_and_leaves_its_answer_in_sight(language: Language) -> None:
    question = "全ゲノムの予算はいくらですか、" * 130
    async with chatting(language) as chat:
        await chat.ask(question)
        assert chat.asked == [question]
        assert chat.turns[0].question == question
        said = CUT_QUESTION.format(count=len(question))[language].strip()
        assert said in " ".join(chat.text().split())
        assert chat.turns[0].query_one(AnswerCard).region.y < chat.prompt.region.y - 4
