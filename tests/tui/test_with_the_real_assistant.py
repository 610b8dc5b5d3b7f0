"""The chat with the core behind it: what people meet from the first example to a follow-up."""

from __future__ import annotations

from itertools import product

import pytest

from assistant.answer.model import Answer, Language
from assistant.tui.app import open_desk
from assistant.tui.lead import lead
from assistant.tui.widgets.answer_card import AnswerCard
from assistant.tui.words.chat import EXAMPLES
from tests.tui.driver import Chat, chatting

LANGUAGES: tuple[Language, Language] = ("ja", "en")


def _answer(chat: Chat) -> Answer:
    """Return the newest answer; anything else is a fault."""
    return chat.turns[-1].query_one(AnswerCard).answer


@pytest.mark.parametrize(("language", "number"), product(LANGUAGES, range(1, len(EXAMPLES) + 1)), ids=str)
async def test_every_example_is_answered_in_its_language(language: Language, number: int) -> None:
    async with chatting(language, factory=open_desk(None)) as chat:
        await chat.ask(str(number))
        answer = _answer(chat)
        assert (answer.status, answer.language) == ("answered", language)
        assert answer.question == EXAMPLES[number - 1][language]


async def test_a_figure_is_shown_with_its_sheet() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask("全ゲノムの予算はいくら？")
        assert "49億円" in chat.text()
        assert "出典  「全ゲノム解析等実行計画2022の推進」" in chat.text()


async def test_a_question_that_needs_a_choice_is_answered_by_a_number() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask("その事業の担当はどこ？")
        clarified = _answer(chat)
        assert clarified.status == "clarify"
        await chat.ask("1")
        assert _answer(chat).status != "clarify"
        assert chat.turns[-1].question == clarified.options[0].question


async def test_a_follow_up_borrows_and_a_refusal_says_what_is_missing() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask("脳の事業の予算は？")
        assert "40億円" in chat.text()
        await chat.ask("内線は？")
        assert _answer(chat).status == "not_in_source"
        assert "資料にありません" in chat.text()


async def test_clearing_makes_the_core_forget_too() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask("脳の事業の予算は？")
        await chat.pilot.press("ctrl+l")
        await chat.settle()
        await chat.ask("内線は？")
        assert _answer(chat).status == "clarify"


async def test_switching_the_language_answers_in_the_other() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.pilot.press("f2")
        await chat.settle()
        await chat.ask("全ゲノムの予算は？")
        assert _answer(chat).language == "en"
        assert "¥4.9 billion" in chat.text()


async def test_a_table_and_the_lead_together_say_every_figure() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask("全部の事業の予算の一覧")
        answer = _answer(chat)
        assert answer.table is not None
        shown = lead(answer) + "".join(label for row in answer.table.labels for label in row)
        assert all(fact.label in shown for fact in answer.facts if fact.unit == "JPY")


@pytest.mark.parametrize(
    "text",
    [
        "[bold]予算[/bold]",
        "'; DROP TABLE programme; --",
        "\x1b]0;x\x07予算",
        "{programmes}",
        "%s" * 50,
        "あ" * 2000,
        "？",
        "🎌" * 40,
    ],
    ids=["markup", "sql", "escape", "placeholder", "format", "long", "mark", "emoji"],
)
async def test_bad_input_is_answered_or_refused_and_never_a_fault(text: str) -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await chat.ask(text)
        assert _answer(chat).status in ("answered", "clarify", "not_in_source", "out_of_scope")
        assert "\x1b" not in chat.text()
