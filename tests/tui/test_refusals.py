"""A refusal looks like one, and offers what can be asked instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Language
from assistant.tui.widgets.big_figure import BigFigure
from assistant.tui.widgets.options import OptionRow, Options
from tests.tui.driver import chatting
from tests.tui.replies import figure, refused, replying

SECOND = {"ja": "脳の目的は？", "en": "brain purpose?"}


@pytest.mark.parametrize(("language", "heading"), [("ja", "次のようにお尋ねになれます"), ("en", "You can ask")])
async def test_the_next_questions_stand_numbered_under_a_heading(language: Language, heading: str) -> None:
    async with replying(refused(language)) as chat:
        text = chat.text()
        assert heading in text
        assert text.index(heading) < text.index("  1   ") < text.index("  2   ")
        assert not chat.turns[-1].query(BigFigure)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("typed", ["2", "２"])
async def test_a_number_typed_now_asks_the_next_question(language: Language, typed: str) -> None:
    async with replying(refused(language)) as chat:
        await chat.ask(typed)
        assert chat.asked[-1] == SECOND[language]


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_keys_choose_the_next_question(language: Language) -> None:
    async with replying(refused(language)) as chat:
        await chat.pilot.press("tab", "down", "enter")
        await chat.settle()
        assert chat.asked[-1] == SECOND[language]
        assert chat.prompt.has_focus


async def test_the_mouse_chooses_the_next_question() -> None:
    async with replying(refused("ja")) as chat:
        await chat.pilot.click(list(chat.turns[-1].query(OptionRow))[1])
        await chat.settle()
        assert chat.asked[-1] == SECOND["ja"]


async def test_an_answer_offers_no_next_questions() -> None:
    async with replying(replace(figure("ja", "49億円"), next=refused("ja").next)) as chat:
        assert not chat.turns[-1].query(Options)


@pytest.mark.parametrize(("language", "word"), [("ja", "資料にありません"), ("en", "Not in the source")])
async def test_the_word_at_the_head_stands_out_without_colours(
    monkeypatch: pytest.MonkeyPatch, language: Language, word: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with chatting(language) as chat:
        await chat.ask("脳の内線は？" if language == "ja" else "brain extension?")
        strips = chat.app.screen._compositor.render_strips(chat.app.size)
        styles = [segment.style for strip in strips for segment in strip if word in segment.text]
        assert [(style.reverse, style.bold) for style in styles if style] == [(True, True)]
