"""What a person reads in an answer from a register, and in a refusal: in both languages, word for word where it matters."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from tests.small_register import MANY

GREENHOUSE = "月面温室研究事業"


@pytest.fixture(scope="module")
def many(register: Path) -> Assistant:
    """Return an assistant on a register with more programmes of one ministry than are ever shown."""
    return Assistant.open(register)


SAID = [
    pytest.param(f"{GREENHOUSE}の予算は", "5億円です。月面温室研究事業の2023年度の予算計で、", id="amount"),
    pytest.param(f"{GREENHOUSE}の2022年度の翌年度への繰越額は", "-5,000万円です。", id="carried-out"),
    pytest.param(f"initial budget of {GREENHOUSE} in FY2022", "¥290 million: the FY2022 initial budget of", id="initial-en"),
    pytest.param(f"{GREENHOUSE}の執行率は", "50%（2億円 ÷ 4億円）です。", id="rate"),
    pytest.param(f"execution rate of {GREENHOUSE}", "50% (¥200 million ÷ ¥400 million): the FY2022 execution", id="rate-en"),
    pytest.param(
        f"{GREENHOUSE}の推移", "月面温室研究事業の予算計の推移です（2019〜2023年度）。\n・2019年度：1億円\n", id="trend"
    ),
    pytest.param(
        f"trend of {GREENHOUSE}", "月面温室研究事業: total budget, FY2019 to FY2023.\n・FY2019: ¥100 million\n", id="trend-en"
    ),
    pytest.param("執行額の推移", "全府省の事業の執行額の推移です（2019〜2022年度）。", id="trend-of-all"),
    pytest.param(
        f"{GREENHOUSE}の支出先は",
        "2022年度の支出先は、金額の大きい順に次のとおりです。\n・国立大学法人つばめ大学：1億5,000万円",
        id="payees",
    ),
    pytest.param(
        f"payees of {GREENHOUSE}", "in FY2022, largest first:\n・国立大学法人つばめ大学: ¥150 million", id="payees-en"
    ),
    pytest.param("渡り鳥広域調査事業の支出先は", "2022年度の支出先はレビューシートに記載されていません。", id="no-payees"),
    pytest.param(
        "payees of 渡り鳥広域調査事業", "The review sheets name no payee of 渡り鳥広域調査事業 for FY2022.", id="no-payees-en"
    ),
    pytest.param("株式会社みほんに払った事業は", "支出した事業は3件で、支出額は合わせて1億2,400万円です。", id="paid-by"),
    pytest.param(
        "Which programmes paid 株式会社みほん?",
        "Programmes that paid 株式会社みほん in FY2022: 3, ¥124 million in all.",
        id="paid-by-en",
    ),
    pytest.param("往診の事業は", "「往診」に関する事業は2件、2023年度の予算計の合計は8億9,000万円です。\n・雪国", id="topic"),
    pytest.param(
        "programmes about 往診",
        "Programmes about “往診”: 2; the FY2023 total budget comes to ¥890 million in all.",
        id="topic-en",
    ),
    pytest.param(
        "雪国往診支援事業は執行額で何位", "雪国往診支援事業の2022年度の執行額は6億3,000万円です", id="rank-of-a-stage"
    ),
    pytest.param(
        "離島航路維持事業と深海観測船建造事業の執行額を比べて",
        "離島航路維持事業が深海観測船建造事業より多く、離島航路維持事業 50億4,400万円、",
        id="difference-of-a-stage",
    ),
    pytest.param("河川監視機整備事業の予算は", "0円です。", id="zero-is-said"),
    pytest.param("河川監視機整備事業の予算は", "8億円です。河川監視機整備事業の2024年度の要求額で", id="and-what-is-requested"),
    pytest.param(
        "budget of 鉄道遺構活用事業",
        "The latest amount that is not zero is ¥250 million: the FY2022 total",
        id="zero-and-the-newest-en",
    ),
]


@pytest.mark.parametrize(("question", "part"), SAID)
def test_an_answer_says(invented_assistant: Assistant, question: str, part: str) -> None:
    answer = invented_assistant.ask(question)
    assert answer.status == "answered"
    assert part in answer.text


@pytest.mark.parametrize("question", [case.values[0] for case in SAID])
def test_no_place_of_a_sentence_is_left_open(invented_assistant: Assistant, question: str) -> None:
    text = invented_assistant.ask(str(question)).text
    assert text.strip()
    assert "{" not in text


def test_a_long_list_says_how_many_how_much_the_first_ten_and_how_to_narrow(many: Assistant) -> None:
    lines = many.ask("国交省の事業は").text.splitlines()
    assert f"{MANY}件、2023年度の予算計の合計は" in lines[0]
    assert "大きい順に10件を示します" in lines[0]
    assert len(lines) == 12
    assert lines[-1].startswith(f"ほか{MANY - 10}件。府省、局、年度、金額")


def test_a_long_list_says_so_to_english_speakers_too(many: Assistant) -> None:
    lines = many.ask("programmes of MLIT").text.splitlines()
    assert f": {MANY}; the FY2023 total budget" in lines[0]
    assert lines[0].endswith("The 10 largest:")
    assert lines[-1].startswith(f"{MANY - 10} more. Add a ministry, bureau, fiscal year")


def test_the_facts_of_a_long_list_are_those_shown_and_the_count_is_of_all(many: Assistant) -> None:
    facts = many.ask("国交省の事業は").facts
    assert sum(f.field == "amount" for f in facts) == 10
    assert [f.value for f in facts if f.field == "count"] == [MANY]


def test_a_total_over_many_names_none_of_them(many: Assistant) -> None:
    answer = many.ask("国交省の予算の合計は")
    assert {f.subject for f in answer.facts} == {"ministry:mlit"}
    assert [f.value for f in answer.facts if f.field == "total"] == [2_000_000 * MANY * (MANY + 1) // 2]


def test_of_many_that_fit_as_many_are_offered_as_keys_reach(many: Assistant) -> None:
    answer = many.ask("港湾清掃の予算は")
    assert (answer.status, len(answer.options)) == ("clarify", 9)


def test_an_option_of_two_of_one_name_shows_ministry_and_id(invented_assistant: Assistant) -> None:
    ja, en = (invented_assistant.ask(q).options for q in ("里山再生交付金の予算は", "budget of 里山再生交付金"))
    assert [o.label for o in ja] == [
        "里山再生交付金（環境省、2023-環境-22-9002）",
        "里山再生交付金（農水省、2023-農水-22-9001）",
    ]
    assert [o.label for o in en] == ["里山再生交付金 (MOE, 2023-環境-22-9002)", "里山再生交付金 (MAFF, 2023-農水-22-9001)"]


@pytest.mark.parametrize("question", ["里山再生交付金の予算は", "budget of 里山再生交付金", "往診の執行率は"])
def test_the_question_of_an_option_is_answered_with_that_programme(invented_assistant: Assistant, question: str) -> None:
    for option in invented_assistant.ask(question).options:
        answer = invented_assistant.ask(option.question)
        assert answer.status == "answered"
        programme = option.label.rstrip("）)").replace("、", ", ").rpartition(", ")[2]
        assert {f.subject for f in answer.facts} == {f"program:{programme}"}


REFUSED = [
    pytest.param("担当課は", "clarify", "どの事業の担当課室でしょうか。事業名（一部でも）か事業番号を", id="which-programme"),
    pytest.param(
        "What is the purpose?", "clarify", "The purpose of which programme? Name it, in part", id="which-programme-en"
    ),
    pytest.param(f"{GREENHOUSE}の2035年度の予算は", "not_in_source", "2035年度の額は、月面温室研究事業の", id="year"),
    pytest.param(f"budget of {GREENHOUSE} in FY2035", "not_in_source", "for FY2035.", id="year-en"),
    pytest.param("文科省の2034年度と2035年度の予算は", "not_in_source", "2034年度・2035年度の額は", id="years"),
    pytest.param(
        "離島航路維持事業の担当者の名前は", "not_in_source", "個人の氏名は、このデータには記載されていません。", id="unknown"
    ),
    pytest.param("Who is the person in charge of 離島航路維持事業 by name?", "not_in_source", "do not state", id="unknown-en"),
    pytest.param("雪国往診支援事業の内線は", "not_in_source", "担当は医政局 往診支援室です", id="extension"),
    pytest.param("extension of 雪国往診支援事業", "not_in_source", "往診支援室, 医政局", id="extension-en"),
    pytest.param(
        "河川監視機整備事業の執行額は", "not_in_source", "額を記載したレビューシートはありません", id="not-yet-executed"
    ),
    pytest.param(f"環境省の{GREENHOUSE}の予算は", "not_in_source", "文部科学省の事業です", id="wrong-ministry"),
]


@pytest.mark.parametrize(("question", "status", "part"), REFUSED)
def test_what_is_not_answered_says_what_is_missing(
    invented_assistant: Assistant, question: str, status: str, part: str
) -> None:
    answer = invented_assistant.ask(question)
    assert (answer.status, answer.facts) == (status, ())
    assert part in answer.text


@pytest.mark.xfail(strict=True, reason="said as what is near: 2023年度の執行率は0円です")
def test_a_rate_is_never_said_in_yen(invented_assistant: Assistant) -> None:
    assert "執行率は0円" not in invented_assistant.ask("鉄道遺構活用事業の2023年度の執行率は").text


def test_a_list_of_a_bureau_names_the_contacts_of_those_it_lists(invented_assistant: Assistant) -> None:
    assert "灯台解体事業" not in invented_assistant.ask("海事局の事業は").text


def test_rates_in_order_are_in_order(invented_assistant: Assistant) -> None:
    facts = invented_assistant.ask("執行率の高い順に並べて").facts
    rates = [f.value for f in facts if f.field == "execution_rate"]
    assert rates == sorted(rates, key=lambda value: -float(value))


@pytest.mark.xfail(strict=True, reason="of two stages the first is answered and the other passed over")
def test_two_stages_are_both_answered(invented_assistant: Assistant) -> None:
    fields = {f.field for f in invented_assistant.ask(f"{GREENHOUSE}の2022年度の当初予算と補正予算は").facts}
    assert {"initial_amount", "supplementary_amount"} <= fields
