"""Searching earlier questions: Ctrl+R, a few characters, Enter."""

from __future__ import annotations

import pytest

from assistant import history
from assistant.answer.model import Language
from assistant.tui.fuzzy import search
from assistant.tui.screens.history_screen import HistoryRows, HistoryScreen
from assistant.tui.words.history import HISTORY_TITLE, NO_HISTORY, NOTHING_FOUND
from tests.tui.driver import Chat, chatting

KEPT = ("脳の目的は？", "全ゲノムの内線は？", "How much is AMED?")


async def _press(chat: Chat, *keys: str) -> None:
    await chat.pilot.press(*keys)
    await chat.settle()


async def _open(chat: Chat, *questions: str) -> HistoryRows:
    for question in questions:
        chat.prompt.history.add(question)
    await _press(chat, "ctrl+r")
    assert isinstance(chat.app.screen, HistoryScreen)
    return chat.app.screen.query_one(HistoryRows)


# Finding


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("全内", ["全ゲノムの内線は？"], id="characters in order"),
        pytest.param("げのむ", ["全ゲノムの内線は？"], id="hiragana for katakana"),
        pytest.param("ｹﾞﾉﾑ", ["全ゲノムの内線は？"], id="half-width"),
        pytest.param("amed", ["How much is AMED?"], id="case"),
        pytest.param("ＡＭＥＤ", ["How much is AMED?"], id="full-width"),
        pytest.param("内全", [], id="not in order"),
        pytest.param(" ", list(KEPT), id="a blank finds everything"),
        pytest.param("は？", ["脳の目的は？", "全ゲノムの内線は？"], id="as given among equals"),
    ],
)
def test_questions_are_found_by_characters_in_order(query: str, found: list[str]) -> None:
    assert [match.text for match in search(query, KEPT)] == found


def test_what_holds_the_text_in_one_piece_comes_first() -> None:
    assert [match.text for match in search("ab", ["axxb", "axb", "xab"])] == ["xab", "axb", "axxb"]


def test_the_characters_that_were_found_are_told() -> None:
    assert search("げ内", ["全ゲノムの内線は？"])[0].positions == (1, 5)


# On the screen


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_with_nothing_asked_it_says_what_to_do(language: Language) -> None:
    async with chatting(language) as chat:
        await _open(chat)
        assert HISTORY_TITLE[language] in chat.text()
        assert NO_HISTORY[language][:20] in chat.text()
        await _press(chat, "delete", "enter")
        assert isinstance(chat.app.screen, HistoryScreen)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_nothing_found_is_said(language: Language) -> None:
    async with chatting(language) as chat:
        await _open(chat, *KEPT)
        await _press(chat, "q", "q")
        assert NOTHING_FOUND[language][:20] in chat.text()


async def test_the_newest_is_first_and_enter_puts_it_into_the_prompt_unsent() -> None:
    async with chatting() as chat:
        rows = await _open(chat, *KEPT)
        assert [match.text for match in rows.matches] == list(KEPT[::-1])
        await _press(chat, "の", "内")
        assert rows.current == "全ゲノムの内線は？"
        await _press(chat, "enter")
        assert chat.prompt.value == "全ゲノムの内線は？"
        assert chat.prompt.cursor_position == len("全ゲノムの内線は？")
        assert chat.asked == []
        assert chat.app.focused is chat.prompt
        assert chat.app.cursor_position == chat.prompt.cursor_screen_offset


async def test_arrows_choose() -> None:
    async with chatting() as chat:
        rows = await _open(chat, *KEPT)
        await _press(chat, "down", "down", "down", "up")
        assert rows.current == KEPT[1]
        await _press(chat, "enter")
        assert chat.prompt.value == KEPT[1]


@pytest.mark.parametrize("key", ["escape", "ctrl+r"])
async def test_closing_leaves_the_prompt_as_it_was(key: str) -> None:
    async with chatting() as chat:
        await _press(chat, "あ")
        await _open(chat, *KEPT)
        await _press(chat, "の", key)
        assert not isinstance(chat.app.screen, HistoryScreen)
        assert chat.prompt.value == "あ"


@pytest.mark.parametrize("key", ["delete", "ctrl+d"])
async def test_a_question_is_forgotten_here_and_on_the_disk(key: str) -> None:
    for question in KEPT:
        history.keep(question)
    async with chatting() as chat:
        rows = await _open(chat)
        await _press(chat, "down", key)
        assert [match.text for match in rows.matches] == [KEPT[2], KEPT[0]]
        assert rows.current == KEPT[0]
        assert history.read() == [KEPT[0], KEPT[2]]
        await _press(chat, "escape", "up", "up")
        assert chat.prompt.value == KEPT[0]


async def test_a_click_chooses() -> None:
    async with chatting() as chat:
        await _open(chat, *KEPT)
        await chat.pilot.click(HistoryRows, offset=(4, 1))
        await chat.settle()
        assert chat.prompt.value == KEPT[1]


async def test_what_was_looked_for_is_bold_and_underlined() -> None:
    async with chatting() as chat:
        rows = await _open(chat, *KEPT)
        await _press(chat, "内")
        strip = rows.render_line(0)
        marked = [s.text for s in strip if s.style and s.style.bold and s.style.underline]
        assert marked == ["内"]


async def test_a_thousand_questions_scroll() -> None:
    async with chatting() as chat:
        rows = await _open(chat, *(f"質問{number}" for number in range(1000)))
        await _press(chat, *["pagedown"] * 3)
        assert rows.current == "質問969"
        assert "質問969" in chat.text()


async def test_the_language_may_change_while_it_is_open() -> None:
    async with chatting("ja") as chat:
        await _open(chat, *KEPT)
        await _press(chat, "f2")
        assert HISTORY_TITLE.en in chat.text()


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_the_caret_stands_in_the_line_where_one_types(size: tuple[int, int]) -> None:
    async with chatting(size=size) as chat:
        await _open(chat, *KEPT)
        await _press(chat, "全", "ゲ")
        line = chat.app.focused
        assert line is not None
        assert line.cursor_screen_offset == chat.app.cursor_position  # type: ignore[attr-defined]
        assert chat.app.cursor_position.x == line.content_region.x + 4
