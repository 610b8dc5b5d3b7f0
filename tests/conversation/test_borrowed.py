"""What a follow-up took from earlier turns, and the same turn without some of it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.conversation.reply import Reply

PROGRAM, MINISTRY, CATEGORY, ABOVE = "filter:program", "filter:ministry", "filter:category", "filter:amount_gt"
FUNDS_OUT, PART, ASKED = "filter:not_category", "filter:part", "asked"
OVER_TWO = "MEXT programmes over 2 billion yen"


def replies(assistant: Assistant, *turns: str) -> Reply:
    """Return the reply to the last of these turns."""
    chat = assistant.conversation()
    return [chat.reply(turn) for turn in turns][-1]


def again(assistant: Assistant, turns: tuple[str, ...], without: set[str]) -> Reply:
    """Return the reply to the last of these turns, asked once more without some of what it borrowed."""
    chat = assistant.conversation()
    for turn in turns:
        chat.reply(turn)
    return chat.reply(turns[-1], without)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(("全ゲノムの予算は", "内線は？"), {PROGRAM: "全ゲノム解析等の推進"}, id="a-programme"),
        pytest.param(("the whole genome budget", "and the extension?"), {PROGRAM: "Whole genome analysis"}, id="in-english"),
        pytest.param(("脳の予算は？", "感染症は？"), {ASKED: "予算額"}, id="what-was-asked"),
        pytest.param(("the brain budget?", "and the genome one?"), {ASKED: "budget"}, id="what-was-asked-in-english"),
        pytest.param(
            ("文科省の基金以外の事業は？", "そのうち20億円以上は"),
            {MINISTRY: "文科省", FUNDS_OUT: "基金以外", ASKED: "一覧"},
            id="a-condition-and-one-denied",
        ),
        pytest.param(
            (OVER_TWO, "only the funds"),
            {MINISTRY: "MEXT", ABOVE: "of more than ¥2 billion", ASKED: "list"},
            id="a-bound",
        ),
        pytest.param(
            ("全ゲノムの予算は？", "脳は？", "二つの差は？"),
            {PROGRAM: "全ゲノム解析等の推進・ブレイン・イノベーション基盤"},
            id="both-sides-of-a-comparison",
        ),
        pytest.param(("脳の予算は？", "全ゲノムとの差は？"), {PROGRAM: "ブレイン・イノベーション基盤"}, id="one-side-only"),
        pytest.param(("脳の予算は？", "全ゲノムとあわせると"), {PROGRAM: "ブレイン・イノベーション基盤"}, id="not-its-own"),
        pytest.param(
            ("JST分はいくら？", "AMED分は？", "割合は？"), {PROGRAM: "先端国際共同研究", PART: "AMED"}, id="a-stated-part"
        ),
        pytest.param(("脳の予算は？", "文科省の事業は？"), {}, id="nothing-where-it-is-complete"),
        pytest.param(("脳の予算は？", "ありがとう"), {}, id="nothing-for-thanks"),
        pytest.param(("脳の予算は？", "in English, please"), {}, id="nothing-for-the-same-again"),
        pytest.param(("内線は？",), {}, id="nothing-at-first"),
    ],
)
def test_each_thing_that_was_borrowed_has_an_id_and_words(
    assistant: Assistant, turns: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert {b.id: b.label for b in replies(assistant, *turns).borrowed} == expected


@pytest.mark.parametrize(
    ("turns", "without", "status", "left", "fact"),
    [
        pytest.param(("全ゲノムの予算は", "内線は？"), {PROGRAM}, "clarify", set(), None, id="the-programme"),
        pytest.param(("whole genome budget", "the extension?"), {PROGRAM}, "clarify", set(), None, id="in-english"),
        pytest.param(("脳の予算は？", "感染症は？"), {ASKED}, "answered", set(), "infectious-disease", id="what-was-asked"),
        pytest.param((OVER_TWO, "only the funds"), {ABOVE}, "answered", {MINISTRY, ASKED}, "intl-joint-research", id="a-bound"),
        pytest.param((OVER_TWO, "only the funds"), {MINISTRY}, "answered", {ABOVE, ASKED}, "pharma-startup", id="a-ministry"),
        pytest.param(
            (OVER_TWO, "only the funds"), {ASKED}, "answered", {MINISTRY, ABOVE}, "intl-joint-research", id="the-question"
        ),
        pytest.param((OVER_TWO, "only the funds"), {MINISTRY, ABOVE, ASKED}, "answered", set(), "pharma-startup", id="all"),
        pytest.param(
            ("文科省の基金以外の事業は？", "そのうち20億円以上は"),
            {FUNDS_OUT},
            "answered",
            {MINISTRY, ASKED},
            "intl-joint-research",
            id="a-condition-that-was-denied",
        ),
        pytest.param(
            ("脳の予算は？", "全ゲノムとあわせると"), {PROGRAM}, "answered", set(), "whole-genome", id="its-own-programme-stays"
        ),
        pytest.param(
            ("JST分はいくら？", "割合は？"), {PART}, "answered", {PROGRAM}, "intl-joint-research", id="a-part-of-a-budget"
        ),
    ],
)
def test_what_was_borrowed_can_be_left_out(
    assistant: Assistant, turns: tuple[str, ...], without: set[str], status: str, left: set[str], fact: str | None
) -> None:
    reply = again(assistant, turns, without)
    assert (reply.answer.status, {b.id for b in reply.borrowed}) == (status, left)
    assert fact is None or f"program:{fact}" in {f.subject for f in reply.answer.facts}


def test_a_turn_that_borrows_nothing_is_what_the_core_says_to_it_alone(assistant: Assistant) -> None:
    assert again(assistant, ("全ゲノムの予算は", "内線は？"), {PROGRAM}).answer == assistant.ask("内線は？")


@pytest.mark.parametrize("without", [{"nonsense"}, {"filter:"}, {""}, {MINISTRY}, {"nonsense", CATEGORY}])
def test_ids_that_nothing_has_are_passed_over(assistant: Assistant, without: set[str]) -> None:
    turns = ("全ゲノムの予算は", "内線は？")
    assert again(assistant, turns, without) == replies(assistant, *turns)


def test_a_first_turn_can_be_asked_again_too(assistant: Assistant) -> None:
    chat = assistant.conversation()
    assert chat.reply("脳の予算は？", {PROGRAM}) == chat.reply("脳の予算は？", {PROGRAM}) == replies(assistant, "脳の予算は？")


def test_the_next_turn_goes_on_from_the_turn_put_right(assistant: Assistant) -> None:
    chat = assistant.conversation()
    for turn in ("文科省の事業は？", "基金だけ"):
        chat.reply(turn)
    chat.reply("基金だけ", {MINISTRY})
    assert [f.subject for f in chat.reply("一番大きいのは？").answer.facts] == ["program:pharma-startup"]


def test_a_programme_taken_away_does_not_come_back(assistant: Assistant) -> None:
    chat = assistant.conversation()
    for turn in ("全ゲノムの予算は", "内線は？"):
        chat.reply(turn)
    chat.reply("内線は？", {PROGRAM})
    assert chat.reply("目的は？").answer.status == "clarify"


def test_more_and_less_can_be_left_out_in_turn(assistant: Assistant) -> None:
    chat = assistant.conversation()
    whole = [chat.reply(turn) for turn in (OVER_TWO, "only the funds")][-1]
    assert {b.id for b in chat.reply("only the funds", {ABOVE}).borrowed} == {MINISTRY, ASKED}
    assert {b.id for b in chat.reply("only the funds", {ABOVE, MINISTRY}).borrowed} == {ASKED}
    assert chat.reply("only the funds", {"nothing of it"}) == whole


def test_asking_and_replying_remember_alike(assistant: Assistant) -> None:
    asked, replied = assistant.conversation(), assistant.conversation()
    for turn in ("基金を多い順に", "2番目の所管は？", "残りの2つの合計は？", "天気は？", "内線は？", "1"):
        assert asked.ask(turn) == replied.reply(turn).answer


def test_an_option_chosen_by_its_number_is_chosen_again(assistant: Assistant) -> None:
    chat = assistant.conversation()
    chat.reply("内線は？")
    assert chat.reply("1") == chat.reply("1", {PROGRAM})


def test_the_reading_is_explained_with_what_was_borrowed(assistant: Assistant) -> None:
    explanation = replies(assistant, "全ゲノムの予算は", "内線は？").explanation
    assert explanation["filters"] == [{"name": "program", "values": ["whole-genome"], "negated": False}]
    assert explanation["decision"]["intents"] == ["extension"]
    alone = again(assistant, ("全ゲノムの予算は", "内線は？"), {PROGRAM}).explanation
    assert (alone["filters"], alone["decision"]["outcome"]) == ([], "missing_programme")


@pytest.mark.parametrize("question", ["", "\x00", "あ" * 3000, "1", "/help", "内線"])
def test_whatever_is_typed_has_a_reply_and_an_explanation(assistant: Assistant, question: str) -> None:
    chat = assistant.conversation()
    for without in ((), {PROGRAM}):
        reply = chat.reply(question, without)
        assert reply.answer.text
        assert reply.explanation["decision"]


def test_a_reply_that_is_packed_for_keeping_says_the_same(assistant: Assistant) -> None:
    reply = assistant.conversation().reply("全ゲノムの予算は？")
    packed = reply.packed()
    assert packed == reply
    assert dict(packed.explanation) == dict(reply.explanation)
    assert packed.explanation["decision"] == reply.explanation["decision"]
    assert len(packed.explanation) == len(reply.explanation)
