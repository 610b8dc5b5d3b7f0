"""What stands behind each kind of answer: as printed, as computed, as read; and nothing that the data does not prove."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.answer.explanation import explain
from assistant.answer.model import Answer, Citation, Fact
from assistant.browsing.source_model import Sources
from assistant.browsing.sources import sources
from assistant.conversation.reply import Reply


def behind(assistant: Assistant, question: str) -> Sources:
    """Return the sources of a question's answer, with its explanation."""
    reading = assistant.read(question)
    decision = assistant.decide(reading)
    return sources(assistant, Reply(assistant.respond(reading, decision), explanation=explain(reading, decision)))


@pytest.mark.parametrize(
    ("question", "value", "printed", "wording", "remark"),
    [
        pytest.param("産学官共同型の予算は？", "80億円", "80.0億円", "令和4年度補正予算額(案)", "補正予算の案の額", id="ja"),
        pytest.param(
            "whole genome budget", "¥4.9 billion", "49億円", "令和4年度第二次補正予算案", "draft of a supplementary budget",
            id="en",
        ),
        pytest.param("全ゲノムのAMED研究費は？", "約42.3億円", "約42.3億円", "AMED研究費", "資料に「約」とある概数", id="part"),
        pytest.param(
            "whole genome AMED research funds", "about ¥4.23 billion", "約42.3億円", "AMED研究費",
            "the sheet itself says “about” (約)", id="part-en",
        ),
        pytest.param(
            "GSC構想の額は？", "66億円", "66億円", "グローバル・スタートアップ・キャンパス構想関連事業", "補正予算の案の額",
            id="beside",
        ),
    ],
)  # fmt: skip
def test_an_amount_has_the_figure_and_the_words_of_its_sheet(
    assistant: Assistant, question: str, value: str, printed: str, wording: str, remark: str
) -> None:
    stated = behind(assistant, question).stated
    found = [fact for fact in stated if fact.value == value]
    assert [(fact.printed, fact.wording) for fact in found] == [(printed, wording)]
    assert remark in found[0].remarks
    assert found[0].sheet


def test_a_contact_prints_as_it_is_and_english_says_what_is_printed(assistant: Assistant) -> None:
    (extension,) = behind(assistant, "結核感染症課の内線は？").stated
    assert (extension.heading, extension.part, extension.value, extension.printed) == ("内線", "結核感染症課", "8133", None)
    bureau, division, number = behind(assistant, "Who is in charge of infectious disease?").stated
    assert (bureau.heading, bureau.printed) == ("Bureau", "健康局")
    assert (division.heading, division.printed) == ("Division", "結核感染症課")
    assert (number.heading, number.value, number.printed) == ("Extension", "8133", None)


def test_a_text_field_is_named_as_our_summary_with_its_sheet(assistant: Assistant) -> None:
    (purpose,) = behind(assistant, "創薬ベンチャーの目的は？").stated
    assert (purpose.heading, purpose.printed, purpose.wording) == ("目的", None, None)
    assert purpose.remarks == ("資料の文を短くまとめたもの",)
    assert purpose.sheet == "創薬ベンチャーエコシステム強化事業"


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        pytest.param("全ゲノムと脳の合計は？", ["49億円 + 40億円 = 89億円"], id="total"),
        pytest.param("厚労省の合計は？", ["58億円 + 49億円 = 107億円"], id="ministry"),
        pytest.param(
            "厚労省は全体の何％？",
            [
                "107億円 ÷ 3,769億円 × 100 ≒ 2.84%",
                "58億円 + 49億円 = 107億円",
                "80億円 + 501億円 + 3,000億円 + 14億円 + 58億円 + 10億円 + 17億円 + 49億円 + 40億円 = 3,769億円",
            ],
            id="share",
        ),
        pytest.param("全ゲノムのうちAMED研究費の割合は？", ["約42.3億円 ÷ 49億円 × 100 = 約86.33%"], id="share-of-part"),
        pytest.param("全ゲノムと脳の差は？", ["49億円 − 40億円 = 9億円"], id="difference"),
        pytest.param("脳と全ゲノムの差は？", ["49億円 − 40億円 = 9億円"], id="difference-the-smaller-first"),
        pytest.param("全ゲノムからAMED分を除くと？", ["49億円 − 約42.3億円 = 約6.7億円"], id="remainder"),
        pytest.param("先端国際共同研究のJST分とAMED分の差は", ["440億円 − 61億円 = 379億円"], id="difference-of-parts"),
        pytest.param("一番大きい事業と一番小さい事業の差額は", ["3,000億円 − 10億円 = 2,990億円"], id="spread"),
        pytest.param("創薬ベンチャーは感染症の何倍？", ["3,000億円 ÷ 58億円 ≒ 51.72倍"], id="ratio"),
        pytest.param("先端国際共同研究のJST分はAMED分の何倍", ["440億円 ÷ 61億円 ≒ 7.21倍"], id="ratio-of-parts"),
        pytest.param("厚労省の平均は？", ["(58億円 + 49億円) ÷ 2 = 53.5億円"], id="average"),
        pytest.param(
            "文科省の中央値は？", ["14億円, [17億円], [40億円], 501億円: (17億円 + 40億円) ÷ 2 = 28.5億円"], id="median"
        ),
        pytest.param("予算額の中央値は", [
            "10億円, 14億円, 17億円, 40億円, [49億円], 58億円, 80億円, 501億円, 3,000億円"], id="median-of-nine"),
        pytest.param("What share of the total is MHLW?", [
            "¥10.7 billion ÷ ¥376.9 billion × 100 ≈ 2.84%",
            "¥5.8 billion + ¥4.9 billion = ¥10.7 billion",
            "¥8 billion + ¥50.1 billion + ¥300 billion + ¥1.4 billion + ¥5.8 billion + ¥1 billion + ¥1.7 billion + "
            "¥4.9 billion + ¥4 billion = ¥376.9 billion"], id="share-en"),
    ],
)  # fmt: skip
def test_a_computed_figure_shows_its_calculation(assistant: Assistant, question: str, lines: list[str]) -> None:
    computed = behind(assistant, question).computed
    assert [figure.line for figure in computed] == lines
    assert all(figure.how for figure in computed)


def test_totals_of_groups_add_up_programme_by_programme(assistant: Assistant) -> None:
    computed = behind(assistant, "省庁ごとの合計は？").computed
    assert [(figure.subject, len(figure.inputs)) for figure in computed] == [
        ("内閣府", 1), ("文科省", 4), ("厚労省", 2), ("経産省", 2),
    ]  # fmt: skip
    assert computed[3].line == "3,000億円 + 10億円 = 3,010億円"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("全ゲノムと脳の合計は？", [], id="all-are-stated"),
        pytest.param("文科省以外の合計は？", [], id="the-parts-are-stated"),
        pytest.param(
            "厚労省は文科省の何倍？", ["501億円", "14億円", "58億円", "17億円", "49億円", "40億円"], id="none-is-stated"
        ),
    ],
)
def test_figures_that_only_the_calculation_names_are_stated_once_with_their_sheets(
    assistant: Assistant, question: str, names: list[str]
) -> None:
    looked_up = behind(assistant, question).looked_up
    assert [fact.printed for fact in looked_up] == names
    assert all(fact.wording and fact.sheet and fact.remarks for fact in looked_up)


def test_a_ranking_is_stated_and_computes_nothing(assistant: Assistant) -> None:
    shown = behind(assistant, "予算の大きい順に3つ")
    assert [fact.value for fact in shown.stated] == ["3,000億円", "501億円", "80億円"]
    assert [fact.printed for fact in shown.stated] == ["3,000億円", "501億円", "80.0億円"]
    assert shown.computed == ()


def test_a_rank_names_the_amount_that_it_goes_by(assistant: Assistant) -> None:
    (rank,) = behind(assistant, "脳は何番目に大きい？").computed
    assert (rank.value, rank.line) == ("6位", None)
    assert [(each.name, each.value) for each in rank.inputs] == [("ブレイン・イノベーション基盤", "40億円")]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("厚労省の事業はいくつ？", ["感染症治療薬等の研究開発", "全ゲノム解析等の推進"], id="programmes"),
        pytest.param("全ゲノムの課はいくつ？", ["研究開発政策課", "がん・疾病対策課", "難病対策課"], id="divisions"),
    ],
)
def test_a_count_names_what_was_counted(assistant: Assistant, question: str, names: list[str]) -> None:
    count = next(figure for figure in behind(assistant, question).computed if figure.heading == "件数")
    assert [each.name for each in count.inputs] == names
    assert all(each.value == "" for each in count.inputs)


def test_a_set_without_a_name_is_not_called_all_programmes(assistant: Assistant) -> None:
    share, part, whole = behind(assistant, "文科省以外は全体の何％？").computed
    assert (share.subject, part.subject, whole.subject) == ("対象の事業", "対象の事業", "全9事業")
    assert part.line is None
    assert part.how == "資料にある額からの計算"


def test_a_figure_that_its_parts_do_not_give_shows_no_calculation(assistant: Assistant) -> None:
    answer = assistant.ask("全ゲノムと脳の合計は？")
    wrong = replace(answer, facts=(replace(answer.facts[0], value=1, label="1円"), *answer.facts[1:]))
    (computed,) = sources(assistant, Reply(wrong)).computed
    assert (computed.line, computed.inputs) == (None, ())


def test_a_computed_figure_says_that_it_goes_by_drafts_and_is_about(assistant: Assistant) -> None:
    (computed,) = behind(assistant, "全ゲノムからAMED分を除くと？").computed
    assert computed.remarks == ("案の額から計算", "「約」とある額を含むため概数")
    (average,) = behind(assistant, "平均は？").computed
    assert average.remarks == ("案の額から計算", "端数を四捨五入")


@pytest.mark.parametrize(
    ("question", "name", "has", "lacks"),
    [
        pytest.param("脳の内線は？", "ブレイン・イノベーション基盤", "予算額", "内線", id="not-printed"),
        pytest.param("fax of whole genome", "Whole genome analysis", "Extension", "fax", id="unknown"),
        pytest.param("今日の天気は？", "9事業（項目は事業により異なります）", "内線", "天気", id="out-of-scope"),
        pytest.param("その事業の担当はどこ？", "9事業（項目は事業により異なります）", "課・室", "担当者", id="clarify"),
    ],
)
def test_a_refusal_has_no_facts_but_says_what_is_stated(
    assistant: Assistant, question: str, name: str, has: str, lacks: str
) -> None:
    shown = behind(assistant, question)
    assert (shown.stated, shown.computed) == ((), ())
    assert [offer.name for offer in shown.offers] == [name]
    assert has in shown.offers[0].fields
    assert lacks not in shown.offers[0].fields


def test_a_refusal_without_an_explanation_goes_by_its_statement(assistant: Assistant) -> None:
    shown = sources(assistant, Reply(assistant.ask("脳の内線は？")))
    assert [offer.name for offer in shown.offers] == ["ブレイン・イノベーション基盤"]
    assert shown.understanding is None


def test_a_greeting_offers_nothing_and_states_nothing(assistant: Assistant) -> None:
    shown = behind(assistant, "こんにちは")
    assert (shown.stated, shown.computed, shown.offers) == ((), (), ())


@pytest.mark.parametrize(
    ("question", "number", "date"),
    [
        ("全ゲノムの予算は？", "資料5", "令和4年11月15日（2022-11-15）"),
        ("whole genome budget", "Document 5", "15 November 2022"),
    ],
    ids=["ja", "en"],
)
def test_the_document_is_named_in_the_language_of_the_answer(
    assistant: Assistant, question: str, number: str, date: str
) -> None:
    document = behind(assistant, question).document
    assert (document.number, document.date) == (number, date)


def test_the_words_matched_have_meanings_ways_and_scores(assistant: Assistant) -> None:
    understanding = behind(assistant, "zengenomu の予残は50億円以上？").understanding
    assert understanding is not None
    words = {word.typed: word for word in understanding.words}
    assert words["zengenomu"].meanings == ("事業：全ゲノム解析等の推進",)
    assert words["50億円"].meanings == ("金額：50億円",)
    assert words["以上"].meanings == ("大小・範囲の語",)
    assert all(word.how and word.score for word in understanding.words)


def test_a_close_spelling_is_called_so_with_its_score(assistant: Assistant) -> None:
    understanding = behind(assistant, "全ゲノム解析の予残はいくら？").understanding
    assert understanding is not None
    assert (understanding.words[0].how, understanding.words[0].score) == ("近いつづりで一致", "77.8")


def test_the_reading_taken_comes_first_and_the_second_has_its_margin(assistant: Assistant) -> None:
    understanding = behind(assistant, "What is the extension for brain innovation?").understanding
    assert understanding is not None
    assert understanding.first is not None
    assert understanding.second is not None
    assert (understanding.first.title, understanding.first.margin) == ("Extension", "0")
    assert understanding.second.title == "At a glance"
    assert float(understanding.second.margin) > 0
    assert understanding.taken
    assert understanding.outcome == "run the query"


@pytest.mark.parametrize("question", ["脳から内線のある事業の平均", "fax of whole genome"], ids=["unexplained", "unknown"])
def test_a_reading_that_was_weighed_and_not_taken_is_not_called_taken(assistant: Assistant, question: str) -> None:
    understanding = behind(assistant, question).understanding
    assert understanding is not None
    assert understanding.first is not None
    assert not understanding.taken


def test_what_stayed_unexplained_is_listed_and_nothing_is_taken(assistant: Assistant) -> None:
    understanding = behind(assistant, "今日の天気は？").understanding
    assert understanding is not None
    assert "天気" in understanding.unexplained
    assert not understanding.taken
    assert understanding.outcome == "この資料についての質問とは読めない"


def test_an_explanation_with_little_in_it_is_shown_as_far_as_it_goes(assistant: Assistant) -> None:
    reply = Reply(assistant.ask("全ゲノムの予算は？"), explanation={"mentions": [{"typed": "全ゲノム", "senses": ["new:x"]}]})
    understanding = sources(assistant, reply).understanding
    assert understanding is not None
    assert understanding.words[0].meanings == ("new：x",)
    assert (understanding.covered, understanding.first, understanding.outcome) == ("", None, "")


def test_a_fact_that_the_store_does_not_print_is_shown_without_a_wording(assistant: Assistant) -> None:
    """An answer may be older than the database."""
    fact = Fact("program:gone", "amount", 1, "JPY", "1円", Citation("shiryo5", "失われたシート"))
    (stated,) = sources(assistant, Reply(Answer("?", "ja", "answered", "", facts=(fact,)))).stated
    assert (stated.value, stated.printed, stated.wording, stated.remarks) == ("1円", None, None, ())
