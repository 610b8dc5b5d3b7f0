"""Which figure of a register a question means: its stage, its fiscal year, or a course of years."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.reading.model import Frame, Measure

GREENHOUSE = "月面温室研究事業"


def frame(assistant: Assistant, question: str) -> Frame:
    """Return the frame of a question with the figure that it means."""
    return assistant.measured(assistant.read(question)).frame


ONE = [
    pytest.param("{}の予算は", Measure(2023, counted=False), id="nothing-said-is-the-newest-total"),
    pytest.param("budget of {}", Measure(2023, counted=False), id="nothing-said-in-English"),
    pytest.param("{}の予算計は", Measure(2023, counted=False), id="the-total-by-its-name"),
    pytest.param("{}の2022年度の当初予算は", Measure(2022, "initial", counted=False, said=True), id="initial"),
    pytest.param("initial budget of {} in FY2022", Measure(2022, "initial", counted=False, said=True), id="initial-in-English"),
    pytest.param("{}の2022年度の補正予算は", Measure(2022, "supplementary", counted=False, said=True), id="supplementary"),
    pytest.param("{}の2022年度の前年度からの繰越しは", Measure(2022, "carried in", counted=False, said=True), id="carried-in"),
    pytest.param("{}の2022年度の翌年度への繰越額は", Measure(2022, "carried out", counted=False, said=True), id="carried-out"),
    pytest.param("{}の2022年度の予備費は", Measure(2022, "reserve", counted=False, said=True), id="reserve"),
    pytest.param("{}の執行額は", Measure(2022, "executed", counted=False), id="executed-is-stated-a-year-later"),
    pytest.param(
        "executed amount of {} in FY2021", Measure(2021, "executed", counted=False, said=True), id="executed-of-a-year"
    ),
    pytest.param("{}の要求額は", Measure(2024, "requested", counted=False), id="requested-is-stated-a-year-before"),
    pytest.param("{}の執行率は", Measure(2022, "rate", counted=False), id="a-rate-is-of-the-year-executed"),
    pytest.param("{}の予算の執行率は", Measure(2022, "rate", counted=False), id="the-budget-beside-a-rate-is-part-of-it"),
    pytest.param("{}の執行額の割合は", Measure(2022, "rate", counted=False), id="the-executed-share-of-one-is-its-rate"),
    pytest.param("令和3年度の{}の予算は", Measure(2021, counted=False, said=True), id="an-era-year"),
    pytest.param(
        "来年度（2024年度）の{}の要求額は",
        Measure(2024, "requested", counted=False, said=True),
        id="year-named-beside-next-year",
    ),
    pytest.param(
        "{}は？（2021年度の執行額）", Measure(2021, "executed", counted=False, said=True), id="what-stands-in-brackets-counts"
    ),
    pytest.param(
        "where does the money of {} go", Measure(2022, "executed", counted=False), id="money-goes-to-payees-when-executed"
    ),
    pytest.param("{}のお金はどこに行きますか", Measure(2022, "executed", counted=False), id="money-goes-in-Japanese"),
    pytest.param("{}は予算で何位", Measure(2023), id="a-rank-is-among-the-counted"),
    pytest.param("{}は文科省の何％", Measure(2023), id="a-share-is-of-the-counted"),
]


@pytest.mark.parametrize(("question", "expected"), ONE)
def test_a_question_about_a_programme_means_a_stage_and_a_year(
    invented_assistant: Assistant, question: str, expected: Measure
) -> None:
    assert frame(invented_assistant, question.format(GREENHOUSE)).measure == expected


SETS = [
    pytest.param("文科省の予算の合計は", Measure(2023), id="total"),
    pytest.param("2022年度の文科省の執行額の合計は", Measure(2022, "executed", said=True), id="executed"),
    pytest.param("total executed amount of MEXT", Measure(2022, "executed"), id="executed-in-English"),
    pytest.param("要求額の多い順", Measure(2024, "requested"), id="requested"),
    pytest.param("支出先の上位3", Measure(2022, "executed"), id="payees-are-of-the-year-executed"),
    pytest.param("執行率が50％未満の事業は", Measure(2022), id="a-bounded-rate-shows-the-budgets-of-its-year"),
    pytest.param("執行率が50％未満の2021年度の事業は", Measure(2021, said=True), id="a-bounded-rate-of-a-year"),
]


@pytest.mark.parametrize(("question", "expected"), SETS)
def test_a_figure_of_a_set_is_summed_over_one_review_year(
    invented_assistant: Assistant, question: str, expected: Measure
) -> None:
    assert frame(invented_assistant, question).measure == expected


COURSES = [
    pytest.param("{}の推移", Measure(2023, counted=False, since=2019), id="five-years-where-none-are-said"),
    pytest.param("{}のこの3年の推移", Measure(2023, counted=False, since=2021), id="as-long-as-said"),
    pytest.param("change in {} over the last three years", Measure(2023, counted=False, since=2021), id="as-long-in-English"),
    pytest.param("{}の予算の年度ごとの額", Measure(2023, counted=False, since=2019), id="by-fiscal-year"),
    pytest.param("2020年度からの{}の推移", Measure(2023, counted=False, since=2020, said=True), id="since-a-year"),
    pytest.param("2020年度から2022年度までの{}の推移", Measure(2022, counted=False, since=2020, said=True), id="between-years"),
    pytest.param(
        "{}の2021年度と2023年度の予算は", Measure(2023, counted=False, since=2021, said=True), id="two-years-are-a-course"
    ),
    pytest.param("{}の執行額の推移", Measure(2022, "executed", counted=False, since=2018), id="of-a-stage"),
    pytest.param("trend of the executed amount of MLIT", Measure(2022, "executed", since=2018), id="of-a-ministry"),
]


@pytest.mark.parametrize(("question", "expected"), COURSES)
def test_a_course_of_years_ends_with_the_newest_that_is_stated_or_said(
    invented_assistant: Assistant, question: str, expected: Measure
) -> None:
    found = frame(invented_assistant, question.format(GREENHOUSE))
    assert (found.measure, "trend" in found.features) == (expected, True)


NEWEST = [
    pytest.param("灯台解体事業の予算は", Measure(2021, counted=False), id="ended"),
    pytest.param("灯台解体事業の執行額は", Measure(2020, "executed", counted=False), id="ended-executed"),
    pytest.param("灯台解体事業の推移", Measure(2021, counted=False, since=2017), id="ended-course"),
]


@pytest.mark.parametrize(("question", "expected"), NEWEST)
def test_the_newest_year_of_a_programme_is_its_own(invented_assistant: Assistant, question: str, expected: Measure) -> None:
    assert frame(invented_assistant, question).measure == expected


UNSTATED = [
    pytest.param(f"{GREENHOUSE}の2035年度の予算は", id="later"),
    pytest.param(f"budget of {GREENHOUSE} in FY2035", id="later-in-English"),
    pytest.param(f"{GREENHOUSE}の2005年度の予算は", id="earlier"),
    pytest.param(f"{GREENHOUSE}の2024年度の予算は", id="only-requested"),
    pytest.param(f"{GREENHOUSE}の2023年度の執行額は", id="not-yet-executed"),
    pytest.param("灯台解体事業の2022年度の予算は", id="after-its-end"),
    pytest.param("2018年度の予算の合計は", id="before-any-sheet"),
    pytest.param("文科省の2021年度と2035年度の予算は", id="one-of-two"),
]


@pytest.mark.parametrize("question", UNSTATED)
def test_a_year_that_is_not_stated_is_a_known_unknown(invented_assistant: Assistant, question: str) -> None:
    found = frame(invented_assistant, question)
    assert "other_year" in found.unknowns
    assert invented_assistant.ask(question).status == "not_in_source"


BOUNDS = [
    pytest.param("執行率が50％未満の事業は", ("rate_lt", 50), id="below"),
    pytest.param("執行率が50％以下の事業は", ("rate_le", 50), id="at-most"),
    pytest.param("執行率が90％以上の事業は", ("rate_ge", 90), id="at-least"),
    pytest.param("執行率が90％を超える事業は", ("rate_gt", 90), id="above"),
    pytest.param("programmes with an execution rate below 50%", ("rate_lt", 50), id="below-in-English"),
    pytest.param("programmes with an execution rate of at least 90%", ("rate_ge", 90), id="at-least-in-English"),
]


@pytest.mark.parametrize(("question", "expected"), BOUNDS)
def test_a_percentage_beside_a_rate_is_a_bound_on_it(
    invented_assistant: Assistant, question: str, expected: tuple[str, float]
) -> None:
    found = frame(invented_assistant, question)
    assert [(f.name, *map(float, f.values)) for f in found.filters] == [expected]
    assert "rate" not in found.features


CLAIMS = [
    pytest.param("{}の予算は5億円ですか", "はい", id="newest"),
    pytest.param("{}の予算は4億円ですか", "いいえ", id="not-the-newest"),
    pytest.param("{}の2022年度の予算は4億円ですか", "はい", id="of-a-year"),
    pytest.param("{}の2022年度の予算は5億円ですか", "いいえ", id="the-newest-is-no-answer-for-another-year"),
    pytest.param("{}の執行額は2億円ですか", "はい", id="of-a-stage"),
    pytest.param("{}の執行額は5億円ですか", "いいえ", id="the-budget-is-no-answer-for-what-was-executed"),
    pytest.param("{}の2021年度の執行額は2億4000万円ですか", "はい", id="of-a-stage-and-year"),
    pytest.param("Was 240 million yen executed for {} in FY2021?", "Yes", id="of-a-stage-and-year-in-English"),
    pytest.param("Is the budget of {} in FY2022 500 million yen?", "No", id="another-year-in-English"),
]


@pytest.mark.parametrize(("question", "verdict"), CLAIMS)
def test_a_claimed_amount_is_held_against_the_stage_and_year_named(
    invented_assistant: Assistant, question: str, verdict: str
) -> None:
    answer = invented_assistant.ask(question.format(GREENHOUSE))
    assert (answer.status, answer.text[: len(verdict)]) == ("answered", verdict)
    assert "fiscal_year" in {fact.field for fact in answer.facts}


def test_a_document_of_one_budget_has_no_measure(assistant: Assistant) -> None:
    found = frame(assistant, "脳の事業の予算は？")
    assert (found.measure, bool(found.asked)) == (None, False)
