"""A long conversation: old turns are folded to a line each, and nothing of them is lost."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.reply import Borrowed, Reply
from assistant.tui.exchange import Exchange
from assistant.tui.screens.earlier_screen import EarlierScreen
from assistant.tui.widgets.conversation_view import WHOLE_TURNS
from assistant.tui.widgets.folded_turns import FoldedTurns
from assistant.tui.widgets.table_view import TableView
from assistant.tui.words.chat import EARLIER_TITLE
from assistant.tui.words.shell import EARLIER_HELP
from tests.tui.driver import Chat, chatting
from tests.tui.replies import ranking, replying


async def _ask_many(chat: Chat, number: int) -> None:
    for count in range(number):
        await chat.ask(f"全ゲノムの予算は？ {count}" if count else "脳の内線は？")


async def test_only_the_newest_turns_stand_whole_and_the_others_in_order_above() -> None:
    async with chatting() as chat:
        await _ask_many(chat, WHOLE_TURNS + 3)
        folded = chat.screen.query_one(FoldedTurns)
        assert len(chat.turns) == WHOLE_TURNS
        assert [exchange.question for exchange in folded.exchanges] == [
            "脳の内線は？",
            "全ゲノムの予算は？ 1",
            "全ゲノムの予算は？ 2",
        ]
        assert [question for question, _reply in chat.screen.conversation.history()][:2] == [
            "脳の内線は？",
            "全ゲノムの予算は？ 1",
        ]


async def test_a_folded_turn_says_question_and_beginning_of_the_answer_in_one_line() -> None:
    async with chatting(size=(160, 24)) as chat:
        await _ask_many(chat, WHOLE_TURNS + 2)
        chat.screen.conversation.scroll_home(animate=False)
        await chat.settle()
        assert "> 脳の内線は？" in chat.lines()[0]
        assert "「脳高次機能解明等に向けた" in chat.lines()[0]
        assert "49億円（案）です。" in chat.lines()[1]


async def test_a_click_on_a_folded_turn_shows_it_whole_until_escape() -> None:
    async with chatting() as chat:
        await _ask_many(chat, WHOLE_TURNS + 1)
        chat.screen.conversation.scroll_home(animate=False)
        await chat.settle()
        await chat.pilot.click(FoldedTurns, offset=(4, 0))
        await chat.settle()
        assert isinstance(chat.app.screen, EarlierScreen)
        assert "所管が文部科学省であることだけが書かれています" in chat.text()
        await chat.pilot.press("escape")
        await chat.settle()
        assert not isinstance(chat.app.screen, EarlierScreen)
        assert chat.prompt.has_focus


async def test_a_folded_turn_is_selected_by_keys_marked_by_a_sign_and_opened_by_enter() -> None:
    async with chatting() as chat:
        await _ask_many(chat, WHOLE_TURNS + 1)
        await chat.pilot.press(*["ctrl+up"] * WHOLE_TURNS)
        await chat.settle()
        selected = chat.screen.conversation.selected
        assert selected is not None
        assert selected.question == "脳の内線は？"
        assert isinstance(selected.outcome, Reply)
        assert any(line.startswith("  * 脳の内線は？") for line in chat.lines())
        await chat.pilot.press("enter")
        await chat.settle()
        assert isinstance(chat.app.screen, EarlierScreen)


async def test_clearing_forgets_folded_turns_too() -> None:
    async with chatting() as chat:
        await _ask_many(chat, WHOLE_TURNS + 2)
        await chat.pilot.press("ctrl+l")
        await chat.settle()
        assert chat.screen.query_one(FoldedTurns).exchanges == []
        assert chat.screen.conversation.history() == []


async def test_the_newest_answer_is_selected_and_keys_select_another_one() -> None:
    async with chatting() as chat:
        await chat.ask("脳の内線は？")
        await chat.ask("全ゲノムの予算は？")
        assert chat.screen.conversation.selected is chat.turns[-1]
        await chat.pilot.press("ctrl+up")
        assert chat.screen.conversation.selected is chat.turns[0]
        assert any("* 脳の内線は？" in line for line in chat.lines())
        assert any("> 全ゲノムの予算は？" in line for line in chat.lines())
        await chat.pilot.press("ctrl+up", "ctrl+down", "ctrl+down", "ctrl+down")
        assert chat.screen.conversation.selected is chat.turns[1]
        assert not any("* " in line for line in chat.lines())


async def test_a_click_selects_an_answer() -> None:
    async with chatting(size=(100, 40)) as chat:
        await chat.ask("脳の内線は？")
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.click(chat.turns[0])
        await chat.settle()
        assert chat.screen.conversation.selected is chat.turns[0]
        assert any("* 脳の内線は？" in line for line in chat.lines())


async def test_an_earlier_answer_is_left_with_escape_from_its_table_and_its_chips_are_words() -> None:
    reply = replace(ranking("ja", ("甲", 1, "1円"), ("乙", 2, "2円")), borrowed=(Borrowed("x", "全ゲノム"),))
    async with replying(reply) as chat:
        chat.app.push_screen(EarlierScreen(Exchange("一覧", reply, "ja"), "ja"))
        await chat.settle()
        assert "引き継いだ条件: 全ゲノム" in chat.text()
        await chat.pilot.press("tab")
        assert chat.app.screen.query_one(TableView).has_focus
        await chat.pilot.press("escape")
        await chat.settle()
        assert not isinstance(chat.app.screen, EarlierScreen)


async def test_an_opened_turn_explains_itself_and_follows_the_language_of_the_interface() -> None:
    async with chatting("ja", size=(120, 40)) as chat:
        await _ask_many(chat, WHOLE_TURNS + 1)
        chat.screen.conversation.scroll_home(animate=False)
        await chat.settle()
        await chat.pilot.click(FoldedTurns, offset=(4, 0))
        await chat.settle()
        assert EARLIER_TITLE.ja in chat.text()
        await chat.pilot.press("f2")
        await chat.settle()
        assert EARLIER_TITLE.en in chat.text()
        await chat.pilot.press("f1")
        await chat.settle()
        assert EARLIER_HELP.en[:40] in chat.text()
