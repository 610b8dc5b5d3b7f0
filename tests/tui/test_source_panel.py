"""Source at hand: one key shows what stands behind the selected answer, one key closes it."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import replace

import pytest
from textual.containers import VerticalScroll
from textual.geometry import Offset

from assistant.answer.model import Language
from assistant.browsing.source_model import Sources
from assistant.conversation.reply import Borrowed, Reply
from assistant.errors import StoreError
from assistant.tui.widgets.ledger import Ledger
from assistant.tui.widgets.source_panel import SourcePanel
from assistant.tui.words.source import (
    ABOUT_SOURCE,
    COMPUTATION,
    DOCUMENT,
    FAILED,
    NOT_RECORDED,
    NOT_RUN,
    NOTHING_SELECTED,
    OFFERED,
    QUERY,
    READ_ONLY,
    READING,
    STATED,
    WAITING,
)
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk
from tests.tui.test_ledger import SQL

BOTH: tuple[Language, Language] = ("ja", "en")
AMOUNT = {"ja": "全ゲノムの予算は？", "en": "how much is the whole genome programme?"}


class Explaining(StubDesk):
    """A stub whose answers were run and are explained."""

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Add a statement with values, an explanation and something borrowed."""
        reply = super().reply(text, without)
        answer = replace(reply.answer, sql=SQL, parameters={"v0": "whole'genome", "v1": 3}, confidence=0.875)
        return replace(reply, answer=answer, borrowed=(Borrowed("p", "前の事業"),), explanation={"folded": text})


def ledger(chat: Chat) -> str:
    """Return the panel's whole text, also what is out of sight."""
    return chat.screen.query_one(Ledger).render().plain


def flat(chat: Chat) -> str:
    """Return the panel's whole text without breaks, so that wrapping does not matter."""
    return "".join(ledger(chat).split())


def view(chat: Chat) -> VerticalScroll:
    """Return what scrolls."""
    return chat.screen.query_one(SourcePanel).query_one(VerticalScroll)


async def press(chat: Chat, *keys: str) -> None:
    """Press keys, and wait until all is quiet."""
    await chat.pilot.press(*keys)
    await chat.settle()


async def ask_more(chat: Chat, question: str) -> None:
    """Go back to the prompt beside the open panel, and ask."""
    chat.prompt.focus()
    await chat.ask(question)


# Opening and closing


@pytest.mark.parametrize("language", BOTH)
async def test_one_key_opens_it_and_one_key_closes_it(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(AMOUNT[language])
        await press(chat, "f3")
        assert SourcePanel.TITLE[language] in chat.text()
        assert STATED[language] in chat.text()
        await press(chat, "f3")
        assert SourcePanel.TITLE[language] not in chat.text()
        assert chat.prompt.has_focus


async def test_escape_closes_it_and_gives_the_keys_back() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "escape")
        assert chat.screen.side.shown is None
        assert chat.prompt.has_focus


async def test_typing_goes_to_the_prompt_while_it_is_open() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "a")
        assert chat.prompt.value == "a"
        assert chat.screen.side.shown == "source"


@pytest.mark.parametrize("language", BOTH)
async def test_without_an_answer_it_says_what_will_be_here(language: Language) -> None:
    async with chatting(language) as chat:
        await press(chat, "f3")
        assert "".join(NOTHING_SELECTED[language].split()) in flat(chat)


# What it shows


@pytest.mark.parametrize("language", BOTH)
async def test_a_stated_fact_has_value_wording_sheet_and_document(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(AMOUNT[language])
        await press(chat, "f3")
        value = {"ja": "49億円", "en": "¥4.9 billion"}[language]
        for part in (value, f"印字{value} 「補正予算額(案)」", "全ゲノム解析等実行計画2022の推進", "第33回専門調査会", "資料5"):
            assert "".join(part.split()) in flat(chat)
        assert [heading[language] in ledger(chat) for heading in (STATED, DOCUMENT, READING, QUERY)] == [True] * 4
        assert COMPUTATION[language] not in ledger(chat)


@pytest.mark.parametrize("language", BOTH)
async def test_a_computed_figure_stands_first_with_its_calculation_and_parts(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask("合計は？" if language == "ja" else "total")
        await press(chat, "f3")
        text = ledger(chat)
        assert text.index(COMPUTATION[language]) < text.index("1 + 2 = 3") < text.index(STATED[language])
        assert "  1  部分" in text


@pytest.mark.parametrize("language", BOTH)
async def test_a_refusal_says_what_is_stated_and_that_nothing_was_run(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask("脳の内線は？" if language == "ja" else "extension of brain")
        await press(chat, "f3")
        assert OFFERED[language] in ledger(chat)
        assert "目的" in ledger(chat)
        assert STATED[language] not in ledger(chat)
        assert NOT_RUN[language] in ledger(chat)
        assert READ_ONLY[language] not in ledger(chat)


@pytest.mark.parametrize("language", BOTH)
async def test_the_reading_shows_words_scores_what_won_and_what_came_second(language: Language) -> None:
    async with chatting(language, size=(80, 60), factory=Explaining) as chat:
        await chat.ask(AMOUNT[language])
        await press(chat, "f3")
        kept = ["全ゲノム  事業：全ゲノム", "前の事業"]
        shown = {
            "ja": [*kept, "（完全一致・100）", "予算額（2点）", "目的（1.5点、差0.5）", "0.88", "なし"],
            "en": [*kept, "(完全一致, 100)", "予算額 (score 2)", "目的 (score 1.5, 0.5 behind)", "0.88", "none"],
        }[language]
        assert [part for part in shown if part not in ledger(chat)] == []
        assert NOT_RECORDED[language] not in ledger(chat)


@pytest.mark.parametrize("language", BOTH)
async def test_an_answer_without_an_explanation_says_so(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(AMOUNT[language])
        await press(chat, "f3")
        assert NOT_RECORDED[language] in ledger(chat)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_statement_and_its_values_are_all_there(width: int) -> None:
    async with chatting(size=(width, 30), factory=Explaining) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3")
        assert "".join(SQL.split()) in flat(chat)
        assert ":v0='whole''genome':v1=3" in flat(chat)
        assert "".join(READ_ONLY.ja.split()) in flat(chat)


async def test_headings_follow_the_interface_and_contents_the_answer() -> None:
    async with chatting("ja", factory=Explaining) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "f2")
        assert STATED.en in ledger(chat)
        assert STATED.ja not in ledger(chat)
        assert "49億円（案の額）" in ledger(chat)
        assert "予算額（2点）" in ledger(chat)


async def test_dirt_in_an_answer_never_reaches_the_screen() -> None:
    async with chatting() as chat:
        await chat.ask("dirt")
        await press(chat, "f3")
        assert not any(char in ledger(chat) for char in "\x1b\x07\x00\u202e\ud800")
        assert "[bold]" in ledger(chat)


# Following the selection


async def test_it_follows_the_newest_answer_and_the_one_selected() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3")
        await ask_more(chat, "内線は？")
        assert "4041" in ledger(chat)
        await press(chat, "ctrl+up")
        assert "約42.3億円" in ledger(chat)
        assert "4041" not in ledger(chat)
        await press(chat, "ctrl+down")
        assert "4041" in ledger(chat)


async def test_an_answer_selected_while_it_was_closed_is_shown() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "f3")
        await chat.ask("内線は？")
        await press(chat, "f3")
        assert "4041" in ledger(chat)


async def test_a_cleared_conversation_leaves_nothing_behind() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "ctrl+l")
        assert "49億円" not in ledger(chat)
        assert NOTHING_SELECTED.ja[:10] in ledger(chat)


async def test_an_earlier_answer_is_found_where_it_was_left() -> None:
    async with chatting(size=(120, 24)) as chat:
        await chat.ask("合計は？")
        await press(chat, "f3", "pagedown")
        left = view(chat).scroll_y
        assert left > 0
        await ask_more(chat, "内線は？")
        assert view(chat).scroll_y == 0
        await press(chat, "ctrl+up")
        await press(chat)
        assert view(chat).scroll_y == left


async def test_switching_the_language_keeps_the_place() -> None:
    async with chatting(factory=Explaining) as chat:
        await chat.ask("合計は？")
        await press(chat, "f3", "down", "down", "down")
        await press(chat, "f2")
        assert view(chat).scroll_y == 3


async def test_the_newest_request_wins_over_one_that_was_slower() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.ask("内線は？")
        chat.stub.gate = threading.Event()
        await chat.pilot.press("f3")
        await chat.pilot.press("ctrl+up")
        await chat.pilot.pause()
        assert WAITING.ja in ledger(chat)
        chat.stub.gate.set()
        await press(chat)
        assert "約42.3億円" in ledger(chat)
        assert "4041" not in ledger(chat)


# Moving and copying


@pytest.mark.parametrize(
    ("keys", "moved"),
    [
        (["down"], "some"),
        (["pagedown"], "some"),
        (["end"], "all"),
        (["end", "home"], "none"),
        (["down", "up"], "none"),
        (["pagedown", "pageup"], "none"),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else value,
)
async def test_keys_move_the_text(keys: list[str], moved: str) -> None:
    async with chatting() as chat:
        await chat.ask("合計は？")
        await press(chat, "f3", *keys)
        scroll = view(chat)
        assert scroll.max_scroll_y > 2
        assert {"none": scroll.scroll_y == 0, "all": scroll.scroll_y == scroll.max_scroll_y, "some": scroll.scroll_y > 0}[moved]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=str)
async def test_the_text_stays_within_the_panel(size: tuple[int, int]) -> None:
    async with chatting(size=size, factory=Explaining) as chat:
        await chat.ask("合計は？")
        await press(chat, "f3")
        assert view(chat).max_scroll_x == 0
        assert chat.screen.query_one(Ledger).size.width <= view(chat).size.width


async def test_selected_text_is_copied_with_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    async with chatting(size=(120, 36)) as chat:
        monkeypatch.setattr(chat.app, "copy_to_clipboard", copied.append)
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3")
        panel = chat.screen.query_one(Ledger)
        await chat.pilot.mouse_down(panel, offset=Offset(0, 0))
        await chat.pilot.hover(panel, offset=Offset(4, 2))
        await chat.pilot.mouse_up(panel, offset=Offset(4, 2))
        await press(chat, "ctrl+c")
    assert len(copied) == 1
    assert copied[0].startswith(STATED.ja)


async def test_it_says_what_it_is_when_help_is_asked_for() -> None:
    async with chatting(size=(120, 36)) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3", "f1")
        assert ABOUT_SOURCE.ja[:12] in chat.text()


# Faults


@pytest.mark.parametrize("language", BOTH)
async def test_a_failure_is_a_sentence_and_opening_again_tries_again(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(AMOUNT[language])
        chat.stub.failures = 1
        await press(chat, "f3")
        assert "".join(FAILED[language].split()) in flat(chat)
        assert "diskI/Oerror" in flat(chat)
        assert "Traceback" not in chat.text()
        await press(chat, "f3", "f3")
        assert STATED[language] in ledger(chat)


async def test_a_store_that_fails_says_why_in_the_language_of_the_interface() -> None:
    class Broken(StubDesk):
        def sources(self, reply: Reply) -> Sources:  # noqa: ARG002
            raise StoreError("読めません", "cannot be read")

    async with chatting("ja", factory=Broken) as chat:
        await chat.ask("全ゲノムの予算は？")
        await press(chat, "f3")
        assert "読めません" in ledger(chat)
        await press(chat, "f2")
        assert "cannot be read" in ledger(chat)
