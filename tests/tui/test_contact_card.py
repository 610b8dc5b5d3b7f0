"""Whom to call: bureau, division, and an extension that can be read aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Answer, Column, Language, Table
from assistant.tui.app import open_desk
from assistant.tui.contacts import Contact, card_contacts, contacts
from assistant.tui.widgets.contact_card import ContactCard
from assistant.tui.widgets.table_view import TableView
from tests.tui.driver import Chat, chatting
from tests.tui.replies import contact_reply, figure, replying
from tests.tui.stub import contact

ONE = ("健康局", "結核感染症課", "8133")
OTHER = ("医政局", "研究開発政策課", "4041")
NONE = ("商務サービスグループ", "生物化学産業課", None)


def _card(chat: Chat) -> list[str]:
    """Return the lines of the card as they stand on the screen."""
    return [line.rstrip() for line in chat.turns[-1].query_one(ContactCard).render().plain.split("\n")]


@pytest.mark.parametrize(
    ("language", "word", "key"), [("ja", "内線", "F7 で内線をコピー"), ("en", "ext.", "F7 copies the extension")]
)
async def test_one_contact_has_its_extension_in_tall_digits_and_the_key_that_copies_it(
    language: Language, word: str, key: str
) -> None:
    async with replying(contact_reply(language, ONE)) as chat:
        assert _card(chat) == [
            "健康局",
            "結核感染症課",
            "     ┏━┓╺┓ ╺━┓╺━┓",
            "     ┣━┫ ┃  ━┫ ━┫",
            f"{word} ┗━┛╺┻╸╺━┛╺━┛    {key}",
        ]


@pytest.mark.parametrize(("language", "word"), [("ja", "内線 8133"), ("en", "ext. 8133")])
async def test_a_small_screen_has_the_extension_in_one_line(language: Language, word: str) -> None:
    async with replying(contact_reply(language, ONE), size=(60, 20)) as chat:
        assert _card(chat)[2].startswith(word)
        assert chat.turns[-1].query_one(ContactCard).region.height == 3


async def test_few_contacts_stand_side_by_side_with_their_extensions_on_the_same_lines() -> None:
    async with replying(contact_reply("ja", ONE, OTHER)) as chat:
        lines = _card(chat)
        assert lines[:2] == ["健康局" + " " * 15 + "医政局", "結核感染症課" + " " * 9 + "研究開発政策課"]
        assert lines[4].count("内線") == 2
        assert len(lines) == 6
        assert not chat.turns[-1].query(TableView)


async def test_where_there_is_no_room_each_contact_is_a_line() -> None:
    async with replying(contact_reply("ja", ONE, OTHER, NONE), size=(60, 24)) as chat:
        assert _card(chat) == [
            "内線 8133       健康局 結核感染症課",
            "内線 4041       医政局 研究開発政策課",
            "内線の記載なし  商務サービスグループ 生物化学産業課",
            "F7 で内線をコピー",
        ]


@pytest.mark.parametrize(("language", "words"), [("ja", "内線の記載なし"), ("en", "no extension printed")])
async def test_an_extension_that_is_not_printed_is_said_in_words_and_nothing_can_be_copied(
    language: Language, words: str
) -> None:
    async with replying(contact_reply(language, NONE)) as chat:
        assert _card(chat) == ["商務サービスグループ", "生物化学産業課", words]
        assert "F7" not in "".join(_card(chat))


async def test_a_division_asked_for_says_nothing_of_extensions() -> None:
    async with replying(contact_reply("ja", NONE, intent="division")) as chat:
        assert _card(chat) == ["商務サービスグループ", "生物化学産業課"]


async def test_one_contact_stands_before_the_sentence_and_several_behind_it() -> None:
    async with replying(contact_reply("ja", ONE, text="一文です。")) as chat:
        assert chat.text().index("結核感染症課") < chat.text().index("一文です。")
    async with replying(contact_reply("ja", ONE, OTHER, text="次のとおりです。")) as chat:
        assert chat.text().index("次のとおりです。") < chat.text().index("結核感染症課")


@pytest.mark.parametrize("size", [(44, 20), (60, 20), (80, 24), (120, 36), (200, 60)], ids=str)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_no_contact_is_cut_off_at_any_size(language: Language, count: int, size: tuple[int, int]) -> None:
    rows = [("Industrial Science and Technology Policy Bureau", f"{name}課", f"80{name}3") for name in "1234"[:count]]
    async with replying(contact_reply(language, *rows), size=size) as chat:
        card = chat.turns[-1].query_one(ContactCard)
        lines = card.render().split("\n")
        assert len(lines) == card.region.height
        assert all(line.cell_length <= card.content_size.width for line in lines)


def test_more_contacts_than_few_are_left_to_the_table() -> None:
    rows = [(f"{name}局", f"{name}課", "1234") for name in "甲乙丙丁戊"]
    answer = contact_reply("ja", *rows).answer
    assert len(contacts(answer)) == 5
    assert card_contacts(answer) == []
    assert len(card_contacts(contact_reply("ja", *rows[:4]).answer)) == 4


def test_what_is_not_only_contacts_has_no_card() -> None:
    mixed = contact_reply("ja", ONE).answer
    mixed = replace(mixed, facts=(*figure("ja", "49億円").answer.facts, *mixed.facts))
    assert contacts(mixed) == contacts(figure("ja", "49億円").answer) == []
    assert contacts(replace(contact_reply("ja", ONE).answer, status="not_in_source")) == []
    assert contacts(Answer("?", "ja", "answered", "こんにちは。")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("内線8133です。健康局結核感染症課（ある事業）の内線です。", ("健康局", "結核感染症課"), id="one"),
        pytest.param("はい、内線8133です。健康局結核感染症課（ある事業）の内線です。", ("健康局", "結核感染症課"), id="yes"),
        pytest.param("次のとおりです。\n・健康局 結核感染症課（内線8133）", ("健康局", "結核感染症課"), id="list"),
        pytest.param("別の言い方です。", ("", "結核感染症課"), id="worded-otherwise"),
    ],
)
def test_an_extension_stated_alone_is_named_as_the_text_names_it(text: str, names: tuple[str, str]) -> None:
    answer = contact_reply("ja", ONE, text=text).answer
    assert contacts(replace(answer, facts=answer.facts[2:])) == [Contact("", *names, "8133")]


def test_extensions_stated_alone_are_named_by_their_table() -> None:
    expected = ["研究開発政策課", "がん・疾病対策課", "難病対策課"]
    assert [found.division for found in contacts(contact("?", "ja"))] == expected


def test_several_programmes_are_named() -> None:
    answer = contact_reply("ja", ONE, OTHER).answer
    facts = (*answer.facts[:3], *(replace(fact, subject="program:y") for fact in answer.facts[3:]))
    labels = (("甲", *ONE), ("乙", *OTHER))
    answer = replace(answer, facts=facts, table=Table((Column("事業", "text"),) * 4, labels, labels))
    assert [found.programme for found in contacts(answer)] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        pytest.param("ja", "結核感染症課の内線は？", [("健康局", "結核感染症課", "8133")], id="ja-one"),
        pytest.param(
            "en",
            "extension of the tuberculosis division",
            [("Health Service Bureau", "Tuberculosis and Infectious Diseases Control Division", "8133")],
            id="en-one",
        ),
        pytest.param(
            "ja",
            "全ゲノムの内線は？",
            [("医政局", "研究開発政策課", "4041"), ("健康局", "がん・疾病対策課", "3825"), ("健康局", "難病対策課", "2353")],
            id="ja-three",
        ),
        pytest.param(
            "en",
            "extension of whole genome",
            [
                ("Health Policy Bureau", "Research and Development Policy Division", "4041"),
                ("Health Service Bureau", "Cancer and Disease Control Division", "3825"),
                ("Health Service Bureau", "Intractable Disease Control Division", "2353"),
            ],
            id="en-three",
        ),
        pytest.param("ja", "4041は誰？", [("医政局", "研究開発政策課", "4041")], id="reverse"),
        pytest.param("ja", "創薬ベンチャーの担当は？", [("商務サービスグループ", "生物化学産業課", "")], id="not-printed"),
    ],
)
async def test_the_real_assistants_contacts_are_named_in_its_language(
    language: Language, question: str, expected: list[tuple[str, str, str]]
) -> None:
    async with chatting(language, factory=open_desk(None), size=(120, 36)) as chat:
        await chat.ask(question)
        answer = chat.screen.conversation.history()[-1][1].answer
        found = card_contacts(answer)
        assert [(one.bureau, one.division, one.extension) for one in found] == expected
        assert chat.turns[-1].query(ContactCard)
