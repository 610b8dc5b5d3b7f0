"""The screen gives way: a panel stands beside the conversation, or in its place; small screens are compact."""

from __future__ import annotations

import pytest

from assistant.answer.model import Language
from assistant.tui.screens.chat_screen import LayoutName
from tests.tui.driver import chatting


@pytest.mark.parametrize(
    ("size", "layout", "compact", "beside"),
    [
        pytest.param((60, 20), "auto", True, False, id="small"),
        pytest.param((80, 24), "auto", False, False, id="usual"),
        pytest.param((120, 36), "auto", False, True, id="wide"),
        pytest.param((200, 60), "auto", False, True, id="very-wide"),
        pytest.param((120, 36), "compact", True, False, id="compact-by-choice"),
        pytest.param((80, 24), "wide", False, True, id="wide-by-choice"),
        pytest.param((60, 20), "wide", False, False, id="no-room-for-the-choice"),
    ],
)
async def test_the_layout_follows_the_size_and_the_choice(
    size: tuple[int, int], layout: LayoutName, compact: bool, beside: bool
) -> None:
    async with chatting(size=size) as chat:
        chat.screen.layout_name = layout
        await chat.pilot.press("f4")
        await chat.settle()
        assert chat.screen.has_class("-compact") is compact
        assert chat.screen.side.display
        assert chat.screen.conversation.display is beside
        assert chat.prompt.region.bottom <= size[1] - 3


async def test_a_panel_opens_and_closes_by_its_key_and_the_prompt_gets_the_keys_back() -> None:
    async with chatting() as chat:
        await chat.pilot.press("f5")
        await chat.settle()
        assert chat.screen.side.shown == "directory"
        assert not chat.prompt.has_focus
        await chat.pilot.press("f5")
        await chat.settle()
        assert chat.screen.side.shown is None
        assert chat.screen.conversation.display
        assert chat.prompt.has_focus


async def test_another_panel_takes_the_place_of_the_one_that_is_open_and_escape_closes_it() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.pilot.press("f5", "f3")
        await chat.settle()
        assert chat.screen.side.shown == "source"
        await chat.pilot.press("escape")
        await chat.settle()
        assert chat.screen.side.shown is None
        assert chat.prompt.has_focus


async def test_what_is_being_typed_stays_when_a_panel_opens_and_the_screen_shrinks() -> None:
    async with chatting(size=(120, 36)) as chat:
        chat.prompt.value = "書きかけ"
        await chat.pilot.press("f4")
        await chat.pilot.resize_terminal(60, 20)
        await chat.settle()
        assert chat.prompt.value == "書きかけ"
        assert not chat.screen.conversation.display


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("size", "stays"),
    [pytest.param((80, 24), False, id="in its place"), pytest.param((120, 36), True, id="beside")],
)
async def test_an_answer_to_a_typed_question_is_in_sight_whatever_panel_is_open(
    language: Language, size: tuple[int, int], stays: bool
) -> None:
    async with chatting(language, size=size) as chat:
        await chat.pilot.press("f3")
        await chat.settle()
        chat.prompt.focus()
        await chat.ask("全ゲノムの予算はいくら？")
        assert chat.screen.conversation.display
        assert (chat.screen.side.shown is not None) is stays
        assert "> 全ゲノムの予算はいくら？" in chat.text()


@pytest.mark.parametrize("key", ["f3", "f4", "f5"])
async def test_escape_closes_the_panel_also_from_the_prompt_and_then_what_is_announced(key: str) -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.pilot.press(key)
        await chat.settle()
        chat.prompt.focus()
        chat.app.notify("said")
        await chat.pilot.press("全", "escape", "escape")
        await chat.settle()
        assert chat.screen.side.shown is None
        assert chat.prompt.has_focus
        assert chat.prompt.value == "全"
        await chat.pilot.press("escape")
        assert not list(chat.app._notifications)
