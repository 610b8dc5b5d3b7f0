"""The suggestion list: shown while typing, chosen from only by those who go into it, and never in the way."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from assistant.answer.model import Language
from assistant.errors import StoreError
from assistant.suggesting.model import Suggestion
from assistant.tui.app import open_desk
from assistant.tui.widgets.suggestion_list import MARKER, MOST_ROWS, SuggestionList
from assistant.tui.words.suggestions import SUGGESTIONS_TITLE
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk
from tests.tui.test_prompt import _caret_is_right

TYPED: dict[Language, tuple[str, ...]] = {"ja": ("全", "ゲ"), "en": tuple("genom")}
NAME = {"ja": "全ゲノム", "en": "whole genome programme"}
QUESTION = {"ja": "全ゲノムの予算額は？", "en": "how much is it?"}


def _list(chat: Chat) -> SuggestionList:
    return chat.screen.suggestion_list


async def _type(chat: Chat, language: Language = "ja") -> None:
    await chat.pilot.press(*TYPED[language])
    await chat.settle()


async def _press(chat: Chat, *keys: str) -> None:
    await chat.pilot.press(*keys)
    await chat.settle()


def _marked(chat: Chat) -> list[str]:
    """Return the rows of the list that carry the marker."""
    return [line for line in chat.lines() if line.strip().startswith(f"│ {MARKER} ")]


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_list_stands_directly_above_the_prompt_with_no_row_chosen(language: Language) -> None:
    async with chatting(language) as chat:
        assert not _list(chat).display
        await _type(chat, language)
        assert _list(chat).region.bottom == chat.prompt.region.y
        assert (_list(chat).region.x, _list(chat).region.width) == (chat.prompt.region.x, chat.prompt.region.width)
        assert SUGGESTIONS_TITLE[language] in chat.text()
        assert NAME[language] in chat.text()
        assert QUESTION[language] in chat.text()
        assert _list(chat).row is None
        assert _marked(chat) == []
        assert chat.app.focused is chat.prompt


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_enter_with_no_row_chosen_sends_what_was_typed(language: Language) -> None:
    async with chatting(language) as chat:
        await _type(chat, language)
        await _press(chat, "enter")
        assert chat.asked == ["".join(TYPED[language])]
        assert not _list(chat).display


@pytest.mark.parametrize("key", ["down", "tab"])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_name_is_put_into_the_prompt_and_typing_goes_on(language: Language, key: str) -> None:
    async with chatting(language) as chat:
        await _type(chat, language)
        await _press(chat, key)
        assert NAME[language] in _marked(chat)[0]
        await _press(chat, "enter")
        assert chat.asked == []
        assert chat.prompt.value == NAME[language]
        await _press(chat, "x")
        assert chat.prompt.value == NAME[language] + "x"


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_whole_question_is_sent_at_once(language: Language) -> None:
    async with chatting(language) as chat:
        await _type(chat, language)
        await _press(chat, "down", "tab", "enter")
        assert chat.asked == [QUESTION[language]]
        assert chat.prompt.value == ""
        assert not _list(chat).display


async def test_up_goes_back_and_leaves_the_list_at_the_top() -> None:
    async with chatting() as chat:
        await _type(chat)
        rows = []
        for key in ("down", "down", "down", "down", "up", "up", "up"):
            await _press(chat, key)
            rows.append(_list(chat).row)
        assert rows == [0, 1, 2, 2, 1, 0, None]
        assert _list(chat).display
        await _press(chat, "enter")
        assert chat.asked == ["全ゲ"]


async def test_up_with_no_row_chosen_is_history_and_hides_the_list() -> None:
    async with chatting() as chat:
        await chat.ask("脳の予算は？")
        await _type(chat)
        await _press(chat, "up")
        assert chat.prompt.value == "脳の予算は？"
        assert not _list(chat).display
        await _press(chat, "down")
        assert chat.prompt.value == "全ゲ"


async def test_tab_goes_on_to_the_options_while_no_list_is_shown() -> None:
    async with chatting() as chat:
        await _press(chat, "tab")
        assert chat.app.focused is not chat.prompt


async def test_escape_hides_the_list_until_another_word_is_typed() -> None:
    async with chatting() as chat:
        await _type(chat)
        await _press(chat, "escape")
        assert not _list(chat).display
        await _press(chat, "ー", "backspace")
        assert not _list(chat).display, "it is the same word still"
        await _press(chat, "の", "全", "ゲ")
        assert _list(chat).display


async def test_the_list_goes_with_the_text() -> None:
    async with chatting() as chat:
        await _type(chat)
        await _press(chat, "ctrl+u")
        assert not _list(chat).display
        await _type(chat)
        await _press(chat, "の")
        assert not _list(chat).display, "there is nothing to suggest"


async def test_typing_leaves_the_list_with_no_row_chosen() -> None:
    async with chatting() as chat:
        await _type(chat)
        await _press(chat, "down", "down", "の", "全", "ゲ")
        assert chat.prompt.value == "全ゲの全ゲ"
        assert _list(chat).row is None


@pytest.mark.parametrize(("row", "asked", "value"), [(0, [], "全ゲノム"), (1, ["全ゲノムの予算額は？"], "")])
async def test_a_click_takes_a_row(row: int, asked: list[str], value: str) -> None:
    async with chatting() as chat:
        await _type(chat)
        await chat.pilot.click(SuggestionList, offset=(8, 1 + row))
        await chat.settle()
        assert (chat.asked, chat.prompt.value) == (asked, value)
        assert chat.app.focused is chat.prompt


async def test_a_whole_commit_of_an_input_method_is_looked_up_once() -> None:
    class Counting(StubDesk):
        def __init__(self) -> None:
            super().__init__()
            self.looked: list[str] = []

        def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
            self.looked.append(text)
            return super().suggest(text, language)

    desk = Counting()
    async with chatting(factory=lambda: desk) as chat:
        chat.prompt.insert_text_at_cursor("脳と全ゲ")
        await chat.settle()
        assert [text for text in desk.looked if text] == ["脳と全ゲ"]
        assert _list(chat).display


async def test_what_comes_too_late_is_never_shown() -> None:
    class Waiting(StubDesk):
        opened = threading.Event()

        def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
            if text == "全ゲ":
                assert self.opened.wait(timeout=10)
            return super().suggest(text, language)

    desk = Waiting()
    async with chatting(factory=lambda: desk) as chat:
        await chat.pilot.press("全", "ゲ", "x")
        desk.opened.set()
        await chat.settle()
        assert chat.prompt.value == "全ゲx"
        assert not _list(chat).display


async def test_switched_off_nothing_is_shown() -> None:
    async with chatting() as chat:
        _list(chat).enabled = False
        await _type(chat)
        assert not _list(chat).display
        _list(chat).enabled = True
        await chat.settle()
        assert _list(chat).display


async def test_data_that_cannot_be_opened_hinders_no_typing() -> None:
    def broken() -> StubDesk:
        raise OSError("no such disk")

    async with chatting(factory=broken) as chat:
        await _type(chat)
        assert chat.prompt.value == "全ゲ"
        assert not _list(chat).display


async def test_the_language_may_change_while_the_list_is_shown() -> None:
    async with chatting("ja") as chat:
        await _type(chat)
        await _press(chat, "f2")
        assert SUGGESTIONS_TITLE.en in chat.text()
        assert NAME["en"] in chat.text()


async def test_dirt_in_a_suggestion_reaches_neither_screen_nor_prompt() -> None:
    class Dirty(StubDesk):
        def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:  # noqa: ARG002
            return (Suggestion("\x1b[31m赤[bold]\n", "\x1b[31m赤[bold]\n", "\x07", "topic", complete=False),) if text else ()

    async with chatting(factory=Dirty) as chat:
        await _type(chat)
        assert "[31m赤[bold]" in chat.text()
        assert "\x1b" not in chat.text()
        await _press(chat, "down", "enter")
        assert chat.prompt.value == "[31m赤[bold]"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_the_caret_is_right_with_the_list_open_and_after_it_closes(size: tuple[int, int]) -> None:
    async with chatting(size=size) as chat:
        chat.prompt.cursor_blink = False
        await _type(chat)
        assert _list(chat).display
        await _caret_is_right(chat)
        await _press(chat, "down")
        await _caret_is_right(chat)
        await _press(chat, "enter")
        await _caret_is_right(chat)
        await _press(chat, "ctrl+u")
        await _type(chat)
        await _press(chat, "escape")
        assert not _list(chat).display
        await _caret_is_right(chat)


@pytest.mark.parametrize(("height", "rows"), [(24, 6), (20, 6), (14, 3), (10, 1)])
async def test_a_low_screen_keeps_the_conversation_in_sight(height: int, rows: int) -> None:
    async with chatting(size=(60, height), factory=open_desk(None)) as chat:
        await _press(chat, "全")
        assert _list(chat).content_size.height == rows <= MOST_ROWS
        assert _list(chat).region.bottom == chat.prompt.region.y


async def test_the_conversation_stays_where_it_is_scrolled_to() -> None:
    async with chatting() as chat:
        for _ in range(4):
            await chat.ask("合計は？")
        before = (chat.screen.conversation.scroll_offset, chat.lines()[:6])
        await _type(chat)
        assert (chat.screen.conversation.scroll_offset, chat.lines()[:6]) == before
        await _press(chat, "escape")
        assert (chat.screen.conversation.scroll_offset, chat.lines()[:6]) == before


@pytest.mark.parametrize(
    ("keys", "sent"),
    [(("z", "e", "n", "g", "e"), "全ゲノムの予算額は？"), ((*"budget", "space", *"of"), None)],
    ids=["romaji", "english"],
)
async def test_the_real_assistant_answers_what_it_suggests(keys: tuple[str, ...], sent: str | None) -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        await _press(chat, *keys)
        number = next(n for n, found in enumerate(_list(chat).suggestions) if found.complete)
        await _press(chat, *["down"] * (number + 1), "enter")
        outcome = chat.turns[-1].outcome
        assert sent is None or chat.turns[-1].question == sent
        assert getattr(outcome, "answer").status == "answered"  # noqa: B009


async def test_rows_for_another_text_do_not_stay_where_suggesting_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    async with chatting() as chat:
        await _type(chat)
        assert _list(chat).shown

        def broken(_desk: StubDesk, _text: str, _language: Language) -> Sequence[Suggestion]:
            raise StoreError("読めません", "cannot be read")

        monkeypatch.setattr(StubDesk, "suggest", broken)
        await _press(chat, "ノ")
        assert not _list(chat).shown
