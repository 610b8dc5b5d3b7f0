"""The panels on a register, with the core behind them: nothing is listed whole, everything is found, all by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Leaf
from assistant.browsing.register import PAGE
from assistant.tui.app import open_desk
from assistant.tui.widgets.browser_panel import BrowserPanel
from assistant.tui.widgets.directory_panel import DirectoryPanel
from assistant.tui.widgets.programme_tree import More
from assistant.tui.words import browser as words
from assistant.tui.words import directory
from assistant.tui.words.phrase import Phrase
from tests.small_register import MANY
from tests.tui.driver import Chat, chatting

WIDE = (120, 40)
BOTH = pytest.mark.parametrize("language", ["ja", "en"])


async def _press(chat: Chat, *keys: str) -> None:
    for key in keys:
        await chat.pilot.press(key)
    await chat.settle()


async def _browser(chat: Chat) -> BrowserPanel:
    await _press(chat, "f4")
    return chat.screen.query_one(BrowserPanel)


async def _type(chat: Chat, panel: BrowserPanel | DirectoryPanel, text: str) -> None:
    panel.field.value = text
    await chat.settle()


def _labels(panel: BrowserPanel) -> list[str]:
    return [node.data.label for node in panel.tree_view.root.children if isinstance(node.data, Branch)]


# Programmes


@BOTH
@pytest.mark.parametrize("size", [(60, 20), WIDE], ids=str)
async def test_f4_shows_the_ministries_with_counts_and_no_programme(
    register: Path, language: Language, size: tuple[int, int]
) -> None:
    async with chatting(language, size=size, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        assert panel.tree_view.leaves == []
        assert len(_labels(panel)) == 3
        shown = chat.text()
        assert {"ja": f"国土交通省（{MANY}事業", "en": f"MLIT ({MANY}"}[language] in shown
        assert words.NEWEST_TOTALS.format(year=2023)[language] in shown
        assert words.ALL_DRAFTS[language] not in shown


@BOTH
async def test_a_ministry_is_unfolded_to_a_page_with_a_line_that_says_how_many_more(register: Path, language: Language) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _press(chat, "down", "end", "right")
        assert len(panel.tree_view.leaves) == PAGE
        last = panel.tree_view.root.children[-1].children[-1].data
        assert last == More(MANY - PAGE)
        await _press(chat, "end")
        assert words.MORE.format(count=MANY - PAGE)[language] in chat.text()
        await _press(chat, "enter")
        assert panel.field.has_focus


async def test_unfolding_twice_lists_nothing_twice(register: Path) -> None:
    async with chatting(size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _press(chat, "down", "right", "left", "right")
        assert [leaf.programme for leaf in panel.tree_view.leaves] == ["2023-文科-22-9001", "2023-文科-22-9002"]


async def test_what_was_unfolded_stays_so_in_the_other_language(register: Path) -> None:
    async with chatting(size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _press(chat, "down", "right", "down", "f2")
        assert _labels(panel) == ["MEXT", "MHLW", "MLIT"]
        assert [leaf.amount for leaf in panel.tree_view.leaves] == ["¥1 billion", "¥600 million"]


async def test_the_filter_finds_parts_of_names_and_enter_opens_the_card(register: Path) -> None:
    async with chatting(size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _type(chat, panel, "往診")
        assert [leaf.name for leaf in panel.tree_view.leaves] == ["雪国往診支援事業"]
        await _press(chat, "enter")
        assert panel.card is not None
        assert "年度別の予算と執行" in chat.text()
        assert "2022年度" in chat.text()


@BOTH
async def test_of_many_found_the_first_are_listed_and_the_rest_counted(register: Path, language: Language) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _type(chat, panel, "港湾")
        assert len(panel.tree_view.leaves) == PAGE
        assert isinstance(panel.tree_view.current, Leaf)
        await _press(chat, "down", "end")
        assert words.MORE_FOUND.format(count=MANY - PAGE)[language] in chat.text()


@BOTH
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("火星", words.NOTHING_FOUND.format(typed="火星"), id="nothing"),
        pytest.param("雪", words.TOO_SHORT, id="one-character"),
    ],
)
async def test_what_finds_nothing_says_so(register: Path, language: Language, typed: str, said: Phrase) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _type(chat, panel, typed)
        assert panel.notice == said
        await _type(chat, panel, "")
        assert panel.notice is None
        assert len(_labels(panel)) == 3


async def test_there_are_no_categories_to_switch_to(register: Path) -> None:
    async with chatting(size=WIDE, factory=open_desk(register)) as chat:
        panel = await _browser(chat)
        await _press(chat, "ctrl+g")
        assert panel.grouping == "ministry"
        assert words.GROUPING["category"].ja not in chat.text()


# Divisions


@BOTH
async def test_the_directory_waits_for_what_is_typed_and_finds_divisions(register: Path, language: Language) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(register)) as chat:
        await _press(chat, "f5")
        panel = chat.screen.query_one(DirectoryPanel)
        assert panel.notice == directory.TYPE_TO_SEARCH
        await _type(chat, panel, "清掃課")
        assert [contact.division for contact in panel.found] == ["清掃課"]
        assert panel.notice is None
        await _type(chat, panel, "火星課")
        assert panel.found == []
        assert panel.notice == directory.NO_OFFICE_FOUND.format(typed="火星課")


async def test_a_division_is_shown_large_and_asked(register: Path) -> None:
    async with chatting(size=WIDE, factory=open_desk(register)) as chat:
        await _press(chat, "f5")
        panel = chat.screen.query_one(DirectoryPanel)
        await _type(chat, panel, "月面課")
        await _press(chat, "enter")
        assert panel.opened
        await _press(chat, "enter")
        assert [turn.question for turn in chat.turns] == ["研究振興局月面課の担当・連絡先は？"]
