"""The source panel with the core behind it: every kind of answer shows what stands behind it, in its language."""

from __future__ import annotations

import pytest

from assistant.answer.model import Language
from assistant.tui.app import open_desk
from assistant.tui.widgets.ledger import Ledger
from assistant.tui.words.source import COMPUTATION, LOOKED_UP, NOT_RUN, OFFERED, READ_ONLY, STATED
from tests.tui.driver import Chat, chatting


async def opened(chat: Chat, *questions: str) -> str:
    """Ask, open the panel, and return its whole text without breaks and blanks."""
    for question in questions:
        await chat.ask(question)
    await chat.pilot.press("f3")
    await chat.settle()
    return "".join(chat.screen.query_one(Ledger).render().plain.split())


def squeezed(*parts: str) -> list[str]:
    """Return texts without blanks, as `opened` returns the panel's."""
    return ["".join(part.split()) for part in parts]


@pytest.mark.parametrize(
    ("language", "question", "parts"),
    [
        pytest.param("ja", "産学官共同型の予算は？", ["予算額 80億円（補正予算の案の額）",
                     "80.0億円 「令和4年度補正予算額(案)」", "革新的医療技術研究開発推進事業(産学官共同型)",
                     "第33回健康・医療戦略推進専門調査会"], id="amount"),
        pytest.param("en", "whole genome budget", ["Budget ¥4.9 billion (draft of a supplementary budget)",
                     "49億円 「令和4年度第二次補正予算案」", "全ゲノム解析等実行計画2022の推進", "Document 5"], id="amount-en"),
        pytest.param("ja", "結核感染症課の内線は？", ["内線 結核感染症課 8133", "課・室：結核感染症課"], id="contact"),
        pytest.param("en", "Who is in charge of infectious disease?", ["Health Service Bureau (printed as 健康局)"],
                     id="contact-en"),
        pytest.param("ja", "厚労省の合計は？", [COMPUTATION.ja, "58億円 + 49億円 = 107億円", "2件の額の合計"], id="total"),
        pytest.param("ja", "厚労省は全体の何％？", ["107億円 ÷ 3,769億円 × 100 ≒ 2.84%", LOOKED_UP.ja, "80.0億円"], id="share"),
        pytest.param("en", "difference between whole genome and brain", ["¥4.9 billion − ¥4 billion = ¥900 million"],
                     id="difference-en"),
        pytest.param("ja", "予算の大きい順に3つ", [STATED.ja, "3,000億円 「令和4年度補正予算案額」", "大きい順"], id="ranking"),
        pytest.param("ja", "創薬ベンチャーの目的は？", ["資料の文を短くまとめたもの"], id="text"),
        pytest.param("ja", "脳の内線は？", [OFFERED.ja, "予算額、所管、区分", READ_ONLY.ja, ":v0 = 'brain-innovation'"],
                     id="refusal"),
        pytest.param("en", "weather in Tokyo", [OFFERED.en, NOT_RUN.en, "Unexplained weather"],
                     id="outside-en"),
        pytest.param("ja", "その事業の担当はどこ？", [OFFERED.ja, NOT_RUN.ja, "どの事業かを尋ねる"], id="clarify"),
    ],
)  # fmt: skip
async def test_what_stands_behind_each_kind_of_answer_is_shown(language: Language, question: str, parts: list[str]) -> None:
    async with chatting(language, factory=open_desk(None)) as chat:
        text = await opened(chat, question)
        assert [part for part in squeezed(*parts) if part not in text] == []


async def test_the_words_of_the_question_are_shown_with_meaning_and_score() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        text = await opened(chat, "全ゲノム解析の予残はいくら？")
        shown = squeezed(
            "全ゲノム解析の予残 事業：全ゲノム解析等の推進（近いつづりで一致・77.8）", "いくら 問い方の語（完全一致・100）"
        )
        assert [part for part in (*shown, "採用した読み予算額", "次点事業のあらまし") if part not in text] == []


async def test_a_follow_up_says_what_it_borrowed() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        text = await opened(chat, "全ゲノムの予算は？", "内線は？")
        assert "引き継いだ内容全ゲノム" in text


async def test_a_name_in_the_statement_that_looks_like_markup_is_shown_as_it_is() -> None:
    async with chatting("ja", factory=open_desk(None)) as chat:
        text = await opened(chat, "[bold]全ゲノム[/bold]の内線は？")
        assert "資料の根拠" in chat.text()
        assert "全ゲノム" in text
