"""The palette lists every action of the chat, in the language of the interface."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from assistant.answer.model import Language
from assistant.tui.commands import commands
from assistant.tui.themes import THEMES
from assistant.tui.words.chat import HELP_TITLE
from assistant.tui.words.shell import PALETTE_NOTHING, PALETTE_PLACEHOLDER
from assistant.tui.words.shell import THEMES as THEME_NAMES
from tests.tui.driver import chatting


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_palette_lists_the_actions_in_the_language_of_the_interface(language: Language) -> None:
    async with chatting(language, size=(100, 40)) as chat:
        await chat.pilot.press("ctrl+p")
        await chat.settle()
        assert isinstance(chat.app.screen, CommandPalette)
        shown = chat.text()
        assert PALETTE_PLACEHOLDER[language] in shown
        assert all(command.title[language] in shown for command in list(commands())[:5])


@pytest.mark.parametrize(("language", "typed"), [("ja", "高コン"), ("en", "high"), ("ja", "contrast")])
async def test_a_theme_is_found_by_part_of_its_name_in_either_language(language: Language, typed: str) -> None:
    async with chatting(language) as chat:
        await chat.pilot.press("ctrl+p")
        chat.app.screen.query_one("CommandInput").value = typed  # type: ignore[attr-defined]
        await chat.settle()
        await chat.pilot.press("enter")
        await chat.settle()
        assert chat.app.theme == "high-contrast"
        assert chat.prompt.has_focus


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_search_without_a_result_says_so_in_the_language(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.pilot.press("ctrl+p")
        chat.app.screen.query_one("CommandInput").value = "qqqqq"  # type: ignore[attr-defined]
        await chat.settle()
        assert PALETTE_NOTHING[language] in chat.text()


async def test_an_action_of_the_palette_does_what_its_key_does() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.pilot.press("ctrl+p")
        chat.app.screen.query_one("CommandInput").value = "内線を調べる"  # type: ignore[attr-defined]
        await chat.settle()
        await chat.pilot.press("enter")
        await chat.settle()
        assert chat.screen.side.shown == "directory"


def test_every_theme_has_a_name_in_the_palette() -> None:
    assert set(THEME_NAMES) == {theme.name for theme in THEMES}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_chat_goes_on_in_every_theme(language: Language, theme: str) -> None:
    async with chatting(language) as chat:
        chat.app.theme = theme
        await chat.settle()
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("f3", "f4", "f5", "f1")
        await chat.settle()
        assert chat.app.return_code is None
        assert HELP_TITLE[language] in chat.text()
