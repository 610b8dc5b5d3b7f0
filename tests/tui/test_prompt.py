"""Typing: earlier questions, words, pasting, and a caret where the input method needs it."""

from __future__ import annotations

import threading

import pytest
from rich.cells import cell_len
from textual import events
from textual.geometry import Offset

from assistant.tui.widgets.prompt import LONGEST
from assistant.tui.words.chat import TOO_LONG
from tests.tui.driver import Chat, chatting, send

# Earlier questions


async def test_arrows_go_through_earlier_questions_and_back_to_what_was_being_typed() -> None:
    async with chatting() as chat:
        await chat.ask("一の予算は？")
        await chat.ask("二の予算は？")
        await chat.pilot.press("あ")
        seen = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await chat.pilot.press(key)
            seen.append(chat.prompt.value)
        assert seen == ["二の予算は？", "一の予算は？", "一の予算は？", "二の予算は？", "あ", "あ"]


async def test_a_question_called_back_has_the_caret_at_its_end() -> None:
    async with chatting() as chat:
        await chat.ask("一の予算は？")
        await chat.pilot.press("up")
        assert chat.prompt.cursor_position == len("一の予算は？")


async def test_a_chosen_option_is_an_earlier_question_too() -> None:
    async with chatting() as chat:
        await chat.ask("1")
        await chat.pilot.press("up")
        assert chat.prompt.value == chat.asked[0]


# Words


@pytest.mark.parametrize(
    ("keys", "value", "caret"),
    [
        (("ctrl+w",), "全ゲノムの内線", 7),
        (("alt+backspace",), "全ゲノムの内線", 7),
        (("ctrl+backspace",), "全ゲノムの内線", 7),
        (("ctrl+w", "ctrl+w"), "全ゲノムの", 5),
        (("ctrl+w", "ctrl+w", "ctrl+w", "ctrl+w"), "全", 1),
        (("ctrl+left", "ctrl+left"), "全ゲノムの内線4041", 5),
        (("home", "ctrl+right", "ctrl+right"), "全ゲノムの内線4041", 4),
        (("home", "alt+delete"), "ゲノムの内線4041", 0),
        (("ctrl+shift+left", "backspace"), "全ゲノムの内線", 7),
        (("ctrl+shift+left", "ctrl+w"), "全ゲノムの内線", 7),
        (("ctrl+u",), "", 0),
    ],
)
async def test_word_keys_go_by_runs_of_one_script(keys: tuple[str, ...], value: str, caret: int) -> None:
    async with chatting() as chat:
        chat.prompt.value = "全ゲノムの内線4041"
        chat.prompt.cursor_position = len(chat.prompt.value)
        await chat.pilot.press(*keys)
        assert (chat.prompt.value, chat.prompt.cursor_position) == (value, caret)


# Pasting


async def _paste(chat: Chat, text: str) -> None:
    chat.prompt.post_message(events.Paste(text))
    await chat.pilot.pause()


@pytest.mark.parametrize(
    ("pasted", "value"),
    [
        ("全ゲノムの\n内線は？\n", "全ゲノムの 内線は？"),
        ("一\r\n\r\n  二", "一 二"),
        ("a\x1b[201~b\x07", "a[201~b"),
        ("", ""),
    ],
)
async def test_pasted_lines_are_joined_and_cleaned(pasted: str, value: str) -> None:
    async with chatting() as chat:
        await _paste(chat, pasted)
        assert chat.prompt.value == value
        assert chat.asked == []


async def test_pasting_goes_to_the_caret_and_replaces_what_is_selected() -> None:
    async with chatting() as chat:
        chat.prompt.value = "全の内線"
        chat.prompt.cursor_position = 1
        await _paste(chat, "ゲノム\n")
        assert chat.prompt.value == "全ゲノムの内線"
        chat.prompt.select_all()
        await _paste(chat, "脳")
        assert chat.prompt.value == "脳"


async def test_a_paste_that_is_too_long_is_cut_and_says_so() -> None:
    async with chatting() as chat:
        await _paste(chat, "あ" * 100_000)
        assert len(chat.prompt.value) == LONGEST
        assert chat.prompt.border_title == TOO_LONG.format(limit=LONGEST).ja


# The caret of the terminal, where the input method shows what is being composed


def _drawn_caret(chat: Chat) -> Offset:
    """Return the cell of the caret as it is drawn: the one character in the caret's colours."""
    style = chat.prompt.get_component_rich_style("input--cursor")
    strip = chat.app.screen._compositor.render_strips(chat.app.size)[chat.prompt.content_region.y]
    x = 0
    for segment in strip:
        if segment.style and segment.style.bgcolor == style.bgcolor and segment.style.color == style.color:
            return Offset(x, chat.prompt.content_region.y)
        x += cell_len(segment.text)
    raise AssertionError("no caret is drawn")


async def _caret_is_right(chat: Chat) -> None:
    await chat.settle()
    assert chat.app.cursor_position == _drawn_caret(chat)


async def test_the_caret_is_right_from_the_start_and_with_every_key() -> None:
    async with chatting() as chat:
        chat.prompt.cursor_blink = False
        await _caret_is_right(chat)
        for key in ("全", "ゲ", "a", "left", "home", "end", "backspace"):
            await chat.pilot.press(key)
            await _caret_is_right(chat)


async def test_the_caret_is_right_after_a_resize() -> None:
    async with chatting() as chat:
        chat.prompt.cursor_blink = False
        await chat.pilot.press("全", "ゲ")
        for width, height in ((100, 30), (60, 20), (160, 50)):
            await chat.pilot.resize_terminal(width, height)
            await _caret_is_right(chat)
            assert chat.app.cursor_position.y == height - 5


async def test_the_caret_is_right_after_an_answer_was_mounted_above() -> None:
    async with chatting() as chat:
        chat.prompt.cursor_blink = False
        chat.stub.gate = threading.Event()
        await send(chat.pilot, "全ゲノムの内線は？")
        await chat.pilot.press("次")
        await _gate(chat)
        await _caret_is_right(chat)


async def _gate(chat: Chat) -> None:
    assert chat.stub.gate is not None
    chat.stub.gate.set()
    await chat.settle()


async def test_the_caret_is_right_in_a_text_longer_than_the_line() -> None:
    async with chatting(size=(60, 20)) as chat:
        chat.prompt.cursor_blink = False
        await _paste(chat, "予算額" * 30)
        await _caret_is_right(chat)
        for keys in (("home",), ("end",), ("ctrl+left",), ("全",)):
            await chat.pilot.press(*keys)
            await _caret_is_right(chat)


async def test_two_rows_below_the_prompt_are_free_for_candidates() -> None:
    async with chatting() as chat:
        bottom = chat.prompt.region.bottom
        assert chat.lines()[bottom : bottom + 2] == ["", ""]
        assert chat.lines()[bottom + 2].strip().startswith("F1")
