"""Choosing: by number, with the keyboard, with the mouse."""

from __future__ import annotations

import pytest

from assistant.answer.model import Language
from assistant.tui.widgets.options import OptionRow, Options
from assistant.tui.words.chat import EXAMPLES, NO_SUCH_NUMBER, PROMPT_TITLE
from tests.tui.driver import Chat, chatting
from tests.tui.stub import BRAIN, INFECTIOUS, WHOLE_GENOME

FIRST, SECOND, THIRD = (f"{name}の内線は？" for name in (WHOLE_GENOME, INFECTIOUS, BRAIN))


async def _clarify(chat: Chat) -> None:
    await chat.ask("内線はどの課？")


async def test_a_clarify_lists_its_options_with_numbers() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        assert "確認" in chat.text()
        assert [line.strip("║ ") for line in chat.lines() if "1   全ゲノム" in line] == [f"1   {WHOLE_GENOME}の内線"]


@pytest.mark.parametrize("typed", ["2", "２", " 2 "])
async def test_a_number_typed_into_the_prompt_chooses(typed: str) -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.ask(typed)
        assert chat.asked[-1] == SECOND


async def test_arrows_and_enter_choose() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.pilot.press("tab", "down", "down", "down", "up", "enter")
        await chat.settle()
        assert chat.asked[-1] == SECOND
        assert chat.prompt.has_focus


async def test_a_digit_chooses_at_once_where_the_options_have_the_keys() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.pilot.press("tab", "3")
        await chat.settle()
        assert chat.asked[-1] == THIRD


async def test_the_mouse_chooses() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.pilot.click(list(chat.turns[-1].query(OptionRow))[1])
        await chat.settle()
        assert chat.asked[-1] == SECOND


async def test_the_current_option_is_marked_by_a_sign_and_only_while_the_list_has_the_keys() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        assert not any("> 1" in line for line in chat.lines())
        await chat.pilot.press("tab")
        assert any("> 1" in line for line in chat.lines())
        await chat.pilot.press("escape")
        assert not any("> 1" in line for line in chat.lines())
        assert chat.prompt.has_focus


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_number_that_is_not_listed_asks_nothing_and_says_what_is(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask("内線はどの課？" if language == "ja" else "which extension?")
        asked = len(chat.asked)
        await chat.ask("7")
        assert len(chat.asked) == asked
        assert chat.prompt.border_title == NO_SUCH_NUMBER.format(count=3)[language]
        await chat.pilot.press("backspace")
        assert chat.prompt.border_title == PROMPT_TITLE[language]


async def test_a_question_that_begins_with_a_digit_is_a_question() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.ask("3000億の予算は？")
        await chat.ask("4041")
        assert chat.asked[-2:] == ["3000億の予算は？", "4041"]


async def test_a_number_is_a_question_where_nothing_is_to_be_chosen() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.ask("2")
        assert chat.asked[-1] == "2"


async def test_only_the_newest_options_take_the_keys() -> None:
    async with chatting(size=(80, 40)) as chat:
        await _clarify(chat)
        await _clarify(chat)
        assert [options.can_focus for options in chat.screen.query(Options) if options in chat.turns[0].query("*")] == [False]
        await chat.pilot.press("tab")
        assert chat.turns[1].query_one(Options).has_focus


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("number", [1, len(EXAMPLES)])
async def test_an_example_of_the_welcome_is_asked_by_its_number(language: Language, number: int) -> None:
    async with chatting(language) as chat:
        await chat.ask(str(number))
        assert chat.asked == [EXAMPLES[number - 1][language]]


async def test_an_example_of_the_welcome_is_asked_with_enter() -> None:
    async with chatting() as chat:
        await chat.pilot.press("tab", "down", "enter")
        await chat.settle()
        assert chat.asked == [EXAMPLES[1].ja]


async def test_after_clearing_the_examples_can_be_chosen_again() -> None:
    async with chatting() as chat:
        await _clarify(chat)
        await chat.pilot.press("ctrl+l")
        await chat.settle()
        await chat.pilot.press("tab", "enter")
        await chat.settle()
        assert chat.asked[-1] == EXAMPLES[0].ja
