"""What is offered after a refusal: near to what was asked, and answered."""

from __future__ import annotations

import re
from functools import cache

import pytest

from assistant import Answer, Assistant
from assistant.answer.model import Language
from assistant.assets import asset
from assistant.conversation.next_questions import MOST_TRIED
from assistant.conversation.reply import Reply

UNKNOWNS = {
    "email": ("全ゲノムのメールアドレスは？", "What is the e-mail address for the whole genome plan?"),
    "outside_line": ("感染症の外線は？", "Is there an outside line for the infectious disease programme?"),
    "fax": ("結核感染症課のFAX番号は？", "Fax number of the tuberculosis and infectious diseases control division?"),
    "address": ("脳の事業の住所は？", "What is the postal address for the brain programme?"),
    "website": ("創薬ベンチャーのホームページは？", "What is the website of the drug discovery venture programme?"),
    "person": ("全ゲノムの課長の氏名は？", "Name of the director of the whole genome plan?"),
    "staff": ("ベクターの事業の職員数は？", "How many staff work on the vector programme?"),
    "deadline": ("先端国際共同研究の締切は？", "What is the deadline of the international joint research programme?"),
    "application": ("若手研究者の事業の申請方法は？", "How to apply for the young researchers programme?"),
    "adoption": ("創薬ベンチャーの採択件数は？", "Who was selected for the drug discovery venture programme?"),
    "executed": ("全ゲノムの執行額は？", "How much of the whole genome budget was spent?"),
    "requested": ("脳の事業の要求額は？", "What was the requested amount for the brain programme?"),
    "initial_budget": ("感染症の当初予算は？", "What is the initial budget of the infectious disease programme?"),
    "other_year": ("全ゲノムの令和5年度の予算は？", "What was the whole genome budget in fiscal 2021?"),
    "unit_price": ("クライオ電子顕微鏡の単価は？", "What is the unit price of the cryo-electron microscope?"),
    "manufacturer": ("クライオ電子顕微鏡のメーカーは？", "Who is the manufacturer of the cryo-electron microscope?"),
    "opinion": ("全ゲノムの予算は妥当ですか？", "In your opinion is the whole genome budget reasonable?"),
    "other_ministry": ("国土交通省の事業は？", "list everything from the Ministry of the Environment"),
    "other_organisation": ("JAXAの事業は？", "Which programmes go through JAXA?"),
    "quantity": ("マーモセットは何匹買いますか？", "How many marmosets will be bought?"),
    "currency": ("全ゲノムの予算は何ドル？", "What is the whole genome budget in dollars?"),
    "subsidy_rate": ("創薬ベンチャーの補助率は？", "What is the subsidy rate of the drug discovery venture programme?"),
    "reason": ("なぜ全ゲノムの予算は49億円なの？", "Why is the whole genome budget 4.9 billion yen?"),
    "circumstance": ("ベクターの事業の建設地は？", "What is the construction site of the vector programme?"),
    "passage": ("全ゲノムの予算は国会で成立しましたか？", "Has the whole genome budget been passed by the Diet?"),
    "per_head": ("全ゲノムの予算は一人当たりいくら？", "How much is the whole genome budget per person?"),
}  # fmt: skip
REFUSED = (
    "創薬ベンチャーの内線は？", "extension for the drug discovery venture programme",
    "経産省の全ゲノムの予算は", "What is the budget of METI's whole genome plan?",
    "脳の500億円はどこの省？", "Which ministry spends the 50 billion yen of the brain programme?",
    "全ゲノム49億、がんと難病で分けるといくらといくら？", "内線9999は誰の番号？", "whose extension is 9999?",
    "医政局の内線2353は何課につながりますか", "PJ⑥の事業は？", "Tell me about PJ6", "文科省の令和5年度の予算は？",
    "MHLW budget in fiscal 2024?", "NEDOの住所は？", "全ゲノムと脳の来年度の予算は？", "大学連携推進室の内線は？",
    "extension for METI's university collaboration office?", "今日の天気は？", "will it rain in Osaka tomorrow?",
    "おすすめのラーメン屋ある？", "who won the world cup", "", "？？？", "asdf qwer",
)  # fmt: skip
ALL = [*REFUSED, *(question for pair in UNKNOWNS.values() for question in pair)]


@cache
def _asked(assistant: Assistant, question: str) -> tuple[Reply, tuple[Answer, ...]]:
    """Return the reply to a question, and the answers to what it offers, each asked on its own."""
    reply = assistant.conversation().reply(question)
    return reply, tuple(assistant.ask(option.question) for option in reply.next)


def test_every_known_unknown_is_in_the_table() -> None:
    names = re.findall(r"^\[(\w+)\]$", (asset("intents") / "words" / "unknowns.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(names) == sorted(UNKNOWNS)


@pytest.mark.parametrize("question", ALL)
def test_two_to_four_questions_follow_a_refusal_and_each_is_answered(assistant: Assistant, question: str) -> None:
    reply, answers = _asked(assistant, question)
    assert reply.answer.status in ("not_in_source", "out_of_scope"), reply.answer.text
    assert 2 <= len(reply.next) <= 4
    assert len({option.question for option in reply.next}) == len(reply.next)
    assert [a.status for a in answers] == ["answered"] * len(answers)
    assert {a.language for a in answers} == {reply.answer.language}


@pytest.mark.parametrize("question", ALL)
def test_a_question_that_is_chosen_stands_alone_in_the_conversation_too(assistant: Assistant, question: str) -> None:
    chat = assistant.conversation()
    chat.reply("脳の予算は？")
    offered = chat.reply(question).next
    assert len(offered) >= 2
    for option in offered:
        chosen, alone = chat.reply(option.question), assistant.ask(option.question)
        assert chosen.answer.answered
        assert (chosen.answer, chosen.borrowed) == (alone, ())


@pytest.mark.parametrize(
    "question", ["全ゲノムの内線は？", "内線は？", "こんにちは", "the extension?", "全ゲノムの道路予算は？"]
)
def test_nothing_is_offered_beside_an_answer_or_options(assistant: Assistant, question: str) -> None:
    reply = assistant.conversation().reply(question)
    assert reply.answer.answered or reply.answer.options
    assert reply.next == ()


@pytest.mark.parametrize(
    ("question", "intents"),
    [
        pytest.param("創薬ベンチャーの内線は？", {"contact", "amount", "purpose"}, id="the-other-facts-of-a-programme"),
        pytest.param("extension for the drug discovery venture programme", {"contact", "amount", "purpose"}, id="in-english"),
        pytest.param("経産省の全ゲノムの予算は", {"amount", "ministry"}, id="a-false-premise-corrected"),
        pytest.param("What is the budget of METI's whole genome plan?", {"amount", "ministry"}, id="corrected-in-english"),
        pytest.param("全ゲノムの令和5年度の予算は？", {"amount"}, id="another-year"),
        pytest.param("What was the whole genome budget in fiscal 2021?", {"amount"}, id="another-year-in-english"),
        pytest.param("文科省の令和5年度の予算は？", {"total", "list"}, id="another-year-of-a-ministry"),
        pytest.param("先端国際共同研究の締切は？", {"overview", "period"}, id="what-the-known-unknown-has-nearby"),
        pytest.param("結核感染症課のFAX番号は？", {"extension", "list"}, id="of-a-division"),
        pytest.param("whose extension is 9999?", {"whose_extension"}, id="an-extension-that-there-is"),
        pytest.param("医政局の内線2353は何課につながりますか", {"whose_extension", "extension"}, id="whose-it-is"),
        pytest.param("PJ⑥の事業は？", {"by_category"}, id="the-projects-that-there-are"),
        pytest.param("国土交通省の事業は？", {"list_ministries", "by_ministry"}, id="the-ministries-that-there-are"),
        pytest.param("今日の天気は？", {"amount", "extension", "by_ministry"}, id="examples-where-nothing-is-near"),
    ],
)
def test_what_is_offered_is_near(assistant: Assistant, question: str, intents: set[str]) -> None:
    _, answers = _asked(assistant, question)
    assert intents <= {answer.intent for answer in answers}


def test_a_corrected_question_comes_first_and_is_about_the_same_programme(assistant: Assistant) -> None:
    first = _asked(assistant, "経産省の全ゲノムの予算は")[1][0]
    assert (first.intent, first.facts[0].subject) == ("amount", "program:whole-genome")


def test_several_programmes_are_all_asked_about(assistant: Assistant) -> None:
    answers = _asked(assistant, "全ゲノムと脳の来年度の予算は？")[1]
    amounts = {a.facts[0].subject for a in answers if a.intent == "amount"}
    assert amounts == {"program:whole-genome", "program:brain-innovation"}


def test_a_follow_up_that_is_refused_is_offered_more_of_the_same_programme(assistant: Assistant) -> None:
    chat = assistant.conversation()
    chat.reply("脳の予算は？")
    offered = chat.reply("FAX番号は？").next
    assert {a.facts[0].subject for a in (assistant.ask(o.question) for o in offered)} == {"program:brain-innovation"}


def test_few_questions_are_tried_for_one_refusal_and_none_twice(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    ask = assistant.ask
    chat = assistant.conversation()

    def counted(question: str, language: Language | None = None) -> Answer:
        tried.append(question)
        return ask(question, language)

    monkeypatch.setattr(assistant, "ask", counted)
    for question in ALL:
        before = len(tried)
        chat.reset()
        chat.reply(question)
        assert len(tried) - before <= 2 * MOST_TRIED
    assert len(tried) == len(set(tried))
