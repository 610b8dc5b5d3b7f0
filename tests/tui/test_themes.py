"""The themes: each can be started with and changed to, and all name the same colours."""

from __future__ import annotations

import pytest
from textual.theme import Theme

from assistant import settings
from assistant.answer.model import Language
from assistant.tui.themes import SUMI, THEMES
from tests.tui.driver import chatting

EACH = [pytest.param(theme, id=theme.name) for theme in THEMES]


def named(theme: Theme) -> set[str]:
    """Return the names of the colours that a theme gives to the styles."""
    return {*theme.to_color_system().generate(), *theme.variables}


@pytest.mark.parametrize("theme", EACH)
def test_no_theme_leaves_out_a_colour_that_styles_may_name(theme: Theme) -> None:
    assert named(SUMI) <= named(theme)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("theme", EACH)
async def test_the_chat_changes_to_a_theme_and_back_with_answers_panels_and_dialogs_in_sight(
    theme: Theme, language: Language
) -> None:
    async with chatting(language, size=(120, 36)) as chat:
        await chat.ask("全ゲノムの予算はいくら？")
        await chat.pilot.press("f3")
        await chat.settle()
        for name in (theme.name, SUMI.name, theme.name):
            chat.app.theme = name
            await chat.settle()
        await chat.pilot.press("f1")
        await chat.settle()
        assert chat.app.theme == theme.name
        assert "F1" in chat.text()


@pytest.mark.parametrize("theme", EACH)
async def test_the_chat_starts_with_the_theme_of_the_settings(theme: Theme) -> None:
    settings.save("theme", theme.name)
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算はいくら？")
        assert chat.app.theme == theme.name
        assert chat.asked == ["全ゲノムの予算はいくら？"]


@pytest.mark.parametrize("theme", [pytest.param(theme, id=theme.name) for theme in THEMES if theme.ansi])
async def test_the_frame_of_the_palette_is_in_a_colour_of_the_terminal(theme: Theme) -> None:
    async with chatting() as chat:
        chat.app.theme = theme.name
        await chat.pilot.press("ctrl+p")
        await chat.settle()
        _kind, colour = chat.app.screen.query_one("#--input").styles.border_top
        assert colour.ansi is not None
