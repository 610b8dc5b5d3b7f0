"""What is announced over the conversation keeps its characters, whatever begins or ends under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.tui.app import ChatApp
from tests.tui.driver import Chat, settle
from tests.tui.stub import StubDesk

if TYPE_CHECKING:
    from textual._compositor import ChopsUpdate

    from assistant.answer.model import Language

MESSAGES = {
    "ja": "この答えに表はありません。F6 で全文をコピーできます。",
    "en": "This answer has no table. F6 copies its text.",
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [pytest.param(width, id=f"{width} columns") for width in (80, 81, 119, 120)])
async def test_no_character_of_an_announcement_is_lost_over_panel_and_cards(language: Language, width: int) -> None:
    stub = StubDesk()
    app = ChatApp(lambda: stub, language=language)
    async with app.run_test(size=(width, 36), notifications=True) as pilot:
        chat = Chat(app, pilot, stub)
        await chat.ask("全ゲノムの予算はいくら？")
        await pilot.press("f8")
        await settle(pilot)
        assert MESSAGES[language] in chat.text()
        await pilot.press("f4")
        await settle(pilot)
        assert MESSAGES[language] in chat.text()


async def test_what_changes_beside_a_wide_character_is_painted_to_the_ends_of_what_is_seen() -> None:
    stub = StubDesk()
    app = ChatApp(lambda: stub, language="ja")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        chat = Chat(app, pilot, stub)
        await chat.ask("全ゲノムの予算はいくら？")
        await pilot.press("f8")
        await settle(pilot)
        row = next(y for y, line in enumerate(chat.lines()) if MESSAGES["ja"] in line)
        compositor = app.screen._compositor
        for column in range(1, 79):
            compositor._dirty_regions = {compositor.size.region.split_vertical(column)[0]}
            update = compositor.render_partial_update()
            assert update is not None
            assert chat.lines()[row].ljust(80).startswith(painted(update, row))


def painted(update: ChopsUpdate, row: int) -> str:
    """Return the characters of a row that an update puts on the terminal."""
    line, ends = update.chops[row], update.chop_ends[row]
    (span,) = [(x1, x2) for y, x1, x2 in update.spans if y == row]
    text = ""
    for end, (x, strip) in zip(ends, line.items(), strict=True):
        if strip is not None and x < span[1] and end > span[0]:
            text += strip.crop(0, min(end, span[1]) - x).text
    return text
