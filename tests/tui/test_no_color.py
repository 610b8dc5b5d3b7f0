"""Without colours everything can still be told apart."""

from __future__ import annotations

import pytest

from tests.tui.driver import Chat, chatting


def _styles(chat: Chat) -> list[tuple[str, bool, bool, bool]]:
    """Return (text, coloured, reverse, bold) of every segment as it is sent to the terminal."""
    found = []
    for y in range(chat.app.size.height):
        for widget_strip in chat.app.screen._compositor.render_strips(chat.app.size)[y : y + 1]:
            for segment in chat.app._filters[-1].apply(list(widget_strip), chat.app.screen.background_colors[1]):
                style = segment.style
                coloured = bool(
                    style and ((style.color and not style.color.is_default) or (style.bgcolor and not style.bgcolor.is_default))
                )
                found.append((segment.text, coloured, bool(style and style.reverse), bool(style and style.bold)))
    return found


async def test_no_color_sends_no_colours_and_keeps_the_caret_visible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with chatting() as chat:
        chat.prompt.cursor_blink = False
        await chat.ask("内線はどの課？")
        await chat.pilot.press("全")
        styles = _styles(chat)
        assert not any(coloured for _text, coloured, _reverse, _bold in styles)
        assert any(reverse and text == " " for text, _coloured, reverse, _bold in styles)
        assert any(bold and "確認" in text for text, _coloured, _reverse, bold in styles)


async def test_with_colours_there_are_colours() -> None:
    async with chatting() as chat:
        assert chat.app.no_color is False
        assert chat.app.theme == "sumi"


async def test_a_theme_of_the_environment_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "textual-light")
    async with chatting() as chat:
        assert chat.app.theme != "sumi"
