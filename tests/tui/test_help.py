"""The help: examples and keys, one key away."""

from __future__ import annotations

import re

import pytest

from assistant.answer.model import Language
from assistant.tui.screens.export_screen import ExportScreen
from assistant.tui.screens.help_screen import HelpScreen
from assistant.tui.screens.history_screen import HistoryScreen
from assistant.tui.words.chat import EXAMPLES, HELP_ANSWER_KINDS, HELP_KEY_TABLE
from assistant.tui.words.history import HISTORY_HELP
from assistant.tui.words.phrase import Phrase
from assistant.tui.words.shell import OPTIONS_HELP, PROMPT_HELP
from assistant.tui.words.taking import EXPORT_ABOUT
from tests.tui.driver import chatting


def joined(text: str) -> str:
    """Return a text without what wrapping and frames put between its characters."""
    return re.sub(r"[\s│┃╏]", "", text)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_help_shows_examples_keys_and_kinds_of_answer(language: Language) -> None:
    async with chatting(language, size=(100, 64)) as chat:
        await chat.pilot.press("f1")
        await chat.settle()
        shown = chat.text()
        assert all(example[language] in shown for example in EXAMPLES)
        for key, meaning in HELP_KEY_TABLE:
            assert (key if isinstance(key, str) else key[language]) in shown
            assert joined(meaning[language]) in joined(shown)
        assert all(kind[language] in shown and meaning[language] in shown for kind, meaning in HELP_ANSWER_KINDS)


@pytest.mark.parametrize("key", ["escape", "f1", "q"])
async def test_the_help_closes_and_the_prompt_has_the_keys_again(key: str) -> None:
    async with chatting() as chat:
        await chat.pilot.press("f1")
        assert chat.app.screen is not chat.screen
        await chat.pilot.press(key)
        await chat.settle()
        assert chat.app.screen is chat.screen
        assert chat.prompt.has_focus
        assert chat.prompt.value == ""


@pytest.mark.parametrize("keys", [("down", "enter"), ("2",)])
async def test_an_example_of_the_help_is_asked(keys: tuple[str, ...]) -> None:
    async with chatting() as chat:
        await chat.pilot.press("f1", *keys)
        await chat.settle()
        assert chat.asked == [EXAMPLES[1].ja]
        assert chat.app.screen is chat.screen


async def test_all_of_the_help_can_be_reached_on_a_small_screen() -> None:
    async with chatting(size=(80, 24)) as chat:
        await chat.pilot.press("f1")
        await chat.settle()
        assert "対象外" not in chat.text()
        await chat.pilot.press("pagedown", "pagedown", "pagedown")
        await chat.settle()
        assert "対象外" in chat.text()
        await chat.pilot.press("pageup", "pageup", "pageup")
        await chat.settle()
        assert EXAMPLES[0].ja in chat.text()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("keys", "about"),
    [pytest.param((), PROMPT_HELP, id="prompt"), pytest.param(("tab",), OPTIONS_HELP, id="options")],
)
async def test_the_help_begins_with_the_focused_thing(language: Language, keys: tuple[str, ...], about: Phrase) -> None:
    async with chatting(language, size=(110, 40)) as chat:
        await chat.pilot.press(*keys, "f1")
        await chat.settle()
        assert about[language].split("\n")[0][:40] in chat.text()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("key", "screen", "about"),
    [
        pytest.param("ctrl+r", HistoryScreen, HISTORY_HELP, id="history"),
        pytest.param("f9", ExportScreen, EXPORT_ABOUT, id="export"),
    ],
)
async def test_the_help_explains_a_dialog_and_goes_back_to_it(
    language: Language, key: str, screen: type[HistoryScreen | ExportScreen], about: Phrase
) -> None:
    async with chatting(language, size=(120, 40)) as chat:
        await chat.ask("全ゲノムの予算はいくら？")
        await chat.pilot.press(key)
        await chat.settle()
        await chat.pilot.press("f1")
        await chat.settle()
        assert isinstance(chat.app.screen, HelpScreen)
        assert about[language].split("\n")[0][:40] in chat.text()
        await chat.pilot.press("escape")
        await chat.settle()
        assert isinstance(chat.app.screen, screen)


async def test_an_example_asked_in_the_help_over_a_dialog_closes_the_dialog() -> None:
    async with chatting() as chat:
        await chat.pilot.press("ctrl+r", "f1", "2")
        await chat.settle()
        assert chat.asked == [EXAMPLES[1].ja]
        assert chat.app.screen is chat.screen
