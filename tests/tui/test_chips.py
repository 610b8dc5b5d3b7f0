"""What a follow-up borrowed stands as chips that can be taken off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Language
from assistant.conversation.reply import Borrowed
from assistant.tui.widgets.chips import Chips
from tests.tui.driver import Chat
from tests.tui.replies import figure, followed_up, replying

SHOWN = {"ja": "引き継いだ条件: [全ゲノム x] [AMED x]", "en": "Kept from before: [Whole genome x] [AMED x]"}
PLAIN = {"ja": "引き継いだ条件: 全ゲノム、AMED", "en": "Kept from before: Whole genome, AMED"}


def _chips(chat: Chat) -> Chips:
    return chat.turns[-1].query_one(Chips)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_what_was_borrowed_stands_behind_its_word(language: Language) -> None:
    async with replying(followed_up(language)) as chat:
        assert SHOWN[language] in chat.text()


async def test_an_answer_that_borrowed_nothing_has_no_chips() -> None:
    async with replying(figure("ja", "49億円")) as chat:
        assert not chat.turns[-1].query(Chips)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", ["enter", "x", "delete", "backspace"])
async def test_a_key_takes_a_chip_off_and_asks_again_without_it(language: Language, key: str) -> None:
    async with replying(followed_up(language)) as chat:
        await chat.pilot.press("tab", "right", key)
        await chat.settle()
        assert chat.stub.without == [(), ("field",)]
        assert len(set(chat.asked)) == 1
        assert "AMED" not in _chips(chat).render().plain
        assert chat.prompt.has_focus


@pytest.mark.parametrize(("label", "borrowed"), [("全ゲノム x", "program"), ("AMED x", "field")])
async def test_a_click_takes_a_chip_off(label: str, borrowed: str) -> None:
    async with replying(followed_up("ja")) as chat:
        plain = _chips(chat).render().plain
        x = len(plain[: plain.index(label)].encode("cp932"))  # two bytes where it is two cells wide
        await chat.pilot.click(Chips, offset=(x, 0))
        await chat.settle()
        assert chat.stub.without[1:] == [(borrowed,)]


async def test_a_click_beside_the_chips_asks_nothing() -> None:
    async with replying(followed_up("ja")) as chat:
        await chat.pilot.click(Chips, offset=(2, 0))
        await chat.settle()
        assert chat.stub.without == [()]


@pytest.mark.parametrize(("language", "words"), [("ja", "Enter 外す"), ("en", "Enter remove")])
async def test_the_current_chip_is_marked_by_a_sign_and_only_while_the_chips_have_the_keys(
    language: Language, words: str
) -> None:
    async with replying(followed_up(language)) as chat:
        await chat.pilot.press("tab")
        assert ":>[" in chat.text()
        await chat.pilot.press("right", "right")
        assert "x]>[AMED x]" in chat.text()
        assert words in chat.text()
        await chat.pilot.press("escape")
        await chat.settle()
        assert SHOWN[language] in chat.text()
        assert words not in chat.text()
        assert chat.prompt.has_focus


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_older_chips_are_words_that_take_no_keys(language: Language) -> None:
    async with replying(followed_up(language), size=(80, 40)) as chat:
        await chat.ask("?")
        older = chat.turns[0].query_one(Chips)
        assert PLAIN[language] in chat.text()
        assert not older.can_focus
        await chat.pilot.click(older, offset=(20, 0))
        await chat.settle()
        assert chat.stub.without == [(), ()]
        await chat.pilot.press("tab")
        assert _chips(chat).has_focus


async def test_many_chips_go_on_the_next_line_and_a_long_one_is_cut_with_a_sign() -> None:
    labels = ("あ" * 60, "甲の条件", "乙の条件", "丙の条件", "丁の条件")
    reply = replace(figure("ja", "49億円"), borrowed=tuple(Borrowed(label, label) for label in labels))
    async with replying(reply, size=(60, 30)) as chat:
        chips = _chips(chat)
        lines = chips.render().split("\n")
        assert len(lines) == chips.region.height
        assert all(line.cell_length <= chips.content_size.width for line in lines)
        assert "… x]" in chips.render().plain
        assert "[丁の条件 x]" in chips.render().plain


async def test_markup_in_a_chip_means_nothing() -> None:
    reply = replace(figure("ja", "49億円"), borrowed=(Borrowed("a", "[bold]太字\x1b[31m\n改行"),))
    async with replying(reply) as chat:
        assert "[[bold]太字[31m 改行 x]" in chat.text()


@pytest.mark.parametrize(("language", "word"), [("ja", "前の質問から引き継いだ条件です。"), ("en", "What was kept")])
async def test_the_help_explains_chips_that_have_the_keys(language: Language, word: str) -> None:
    async with replying(followed_up(language)) as chat:
        await chat.pilot.press("tab", "f1")
        await chat.settle()
        assert word in chat.text()
