"""Conditions of a register become predicates with bound values: the figure meant, rates, courses, topics, payees."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from assistant.query.compile import compile_query
from assistant.query.filters import FILTERS, measured
from assistant.reading.model import Filter, Frame, Measure

MILLION = 1_000_000


class Bound:
    """Collects values as a statement's binder does."""

    def __init__(self) -> None:
        self.values: list[str | int] = []

    def __call__(self, value: str | int) -> str:
        self.values.append(value)
        return f":v{len(self.values) - 1}"


MEASURES = [
    pytest.param(None, "x.scope = 'whole'", [], id="a-store-of-one-budget"),
    pytest.param(Measure(2023), "x.fiscal_year = :v0 AND x.stage = :v1 AND x.counted = 1", [2023, "total"], id="summed"),
    pytest.param(
        Measure(2022, "executed", counted=False), "x.fiscal_year = :v0 AND x.stage = :v1", [2022, "executed"], id="one"
    ),
    pytest.param(
        Measure(2022, "rate", counted=False), "x.fiscal_year = :v0 AND x.stage = :v1", [2022, "total"], id="of-a-rate"
    ),
]


@pytest.mark.parametrize(("measure", "sql", "values"), MEASURES)
def test_a_measure_is_a_condition_on_amounts(measure: Measure | None, sql: str, values: list[str | int]) -> None:
    bind = Bound()
    assert (measured(measure, "x", bind), bind.values) == (sql, values)


GREENHOUSE, HYDROGEN, SHIP = (f"2023-文科-22-900{n}" for n in (1, 2, 3))
SNOW, CARS, FERRY, RUINS = "2023-厚労-22-9001", "2023-厚労-22-9002", "2023-国交-22-9001", "2023-国交-22-9002"
LIGHTHOUSE, RIVER = "2021-国交-20-9003", "2023-国交-22-9004"
BIRDS, MOE_HILLS, MAFF_HILLS = "2023-環境-22-9001", "2023-環境-22-9002", "2023-農水-22-9001"
FY23, FY22 = Measure(2023), Measure(2022)

CONDITIONS = [
    pytest.param(Filter("amount_ge", (2000 * MILLION,)), FY23, {SHIP, FERRY, MAFF_HILLS}, id="at-least"),
    pytest.param(Filter("amount_gt", (2000 * MILLION,)), FY23, {FERRY, MAFF_HILLS}, id="more-than"),
    pytest.param(Filter("amount_le", (90 * MILLION,)), FY23, {CARS, RUINS, RIVER}, id="at-most-and-zero"),
    pytest.param(Filter("amount_lt", (90 * MILLION,)), FY23, {RUINS, RIVER}, id="less-than"),
    pytest.param(Filter("amount_eq", (500 * MILLION,)), FY23, {GREENHOUSE}, id="exactly"),
    pytest.param(
        Filter("amount_ge", (2000 * MILLION,)), Measure(2022, "executed"), {FERRY, MAFF_HILLS}, id="of-what-was-executed"
    ),
    pytest.param(Filter("amount_eq", (50 * MILLION,)), Measure(2021), set(), id="a-figure-that-does-not-count"),
    pytest.param(Filter("amount_eq", (50 * MILLION,)), Measure(2021, counted=False), {LIGHTHOUSE}, id="a-figure-of-its-own"),
    pytest.param(Filter("rate_lt", ("50",)), FY22, {HYDROGEN}, id="rate-below"),
    pytest.param(Filter("rate_le", ("50",)), FY22, {GREENHOUSE, HYDROGEN, CARS}, id="rate-at-most"),
    pytest.param(Filter("rate_ge", ("97",)), FY22, {FERRY}, id="rate-at-least"),
    pytest.param(Filter("rate_gt", ("97",)), FY22, set(), id="rate-above"),
    pytest.param(Filter("rate_ge", ("0",)), FY23, set(), id="no-rate-before-it-is-executed"),
    pytest.param(Filter("account", ("年金特別会計",)), FY23, {SNOW, CARS}, id="account"),
    pytest.param(Filter("policy", ("海洋政策",)), FY23, {SHIP, FERRY}, id="policy"),
    pytest.param(Filter("payee", ("株式会社みほん",)), FY22, {GREENHOUSE, HYDROGEN, FERRY}, id="payee"),
    pytest.param(Filter("topic", ("往診",)), FY23, {SNOW, CARS}, id="topic"),
    pytest.param(Filter("topic", ("離島", "医療")), FY23, {FERRY}, id="topic-of-two-words"),
    pytest.param(Filter("bureau", ("海事局",)), FY23, {FERRY, LIGHTHOUSE}, id="bureau"),
    pytest.param(Filter("ministry", ("moe",)), FY23, {BIRDS, MOE_HILLS}, id="ministry"),
]


def held(assistant: Assistant, filter_: Filter, measure: Measure) -> set[str]:
    """Return the programmes that meet a condition."""
    query = compile_query([assistant.intents["list"]], Frame(filters=(filter_,), measure=measure))
    condition = query.sql.partition("WHERE ")[2].partition("\nUNION ALL")[0]
    used = {name: value for name, value in query.parameters.items() if f":{name}" in condition}
    return {str(row[0]) for row in assistant.database.rows(f"SELECT p.id FROM programme p WHERE {condition}", used)}


@pytest.mark.parametrize(("filter_", "measure", "expected"), CONDITIONS)
def test_a_condition_holds_for(invented_assistant: Assistant, filter_: Filter, measure: Measure, expected: set[str]) -> None:
    assert held(invented_assistant, filter_, measure) == expected


@pytest.mark.parametrize(("filter_", "measure", "expected"), CONDITIONS)
def test_its_opposite_holds_for_all_others(
    invented_assistant: Assistant, filter_: Filter, measure: Measure, expected: set[str]
) -> None:
    every = {str(row[0]) for row in invented_assistant.database.rows("SELECT id FROM programme", {})}
    opposite = Filter(filter_.name, filter_.values, negated=True)
    assert held(invented_assistant, opposite, measure) == every - expected


@pytest.mark.parametrize("name", [n for n in FILTERS if n.startswith(("rate_", "account", "policy", "payee", "topic"))])
def test_a_condition_says_what_it_is_in_both_languages(name: str) -> None:
    spec = FILTERS[name]
    assert "{names}" in spec.ja
    assert "{names}" in spec.en


QUESTIONS = [
    "月面温室研究事業の予算は", "文科省の2022年度の補正予算の合計は", "2022年度の執行率が50％未満の事業は", "支出先の上位3",
    "株式会社みほんに払っている事業は", "離島の医療の事業は", "月面温室研究事業の推移", "年金特別会計の予算の合計は",
    "雪国往診支援事業は厚労省の何％", "府省別の執行額", "海洋政策の事業は", "雪国往診支援事業は執行額で何位",
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_a_question_says_is_bound_and_never_written_into_the_statement(
    invented_assistant: Assistant, question: str
) -> None:
    answer = invented_assistant.ask(question)
    assert answer.sql is not None
    assert answer.parameters is not None
    said = [str(v) for v in answer.parameters.values() if isinstance(v, str) and not v.isascii()]
    assert not [value for value in said if value in answer.sql]
    assert not re.search(r"\{[a-z_]+\}|20\d\d", answer.sql)
    assert set(answer.parameters) == set(re.findall(r":(v\d+)\b", answer.sql))


FIELDS = [
    pytest.param(Measure(2023), "amount", id="total"),
    pytest.param(Measure(2022, "executed"), "executed_amount", id="executed"),
    pytest.param(Measure(2022, "carried in"), "carried_in_amount", id="carried-in"),
    pytest.param(Measure(2022, "rate"), "execution_rate", id="rate"),
]


@pytest.mark.parametrize(("measure", "field"), FIELDS)
def test_a_figure_of_one_programme_has_the_field_of_its_stage(measure: Measure, field: str) -> None:
    assert measure.field == field


def test_a_course_is_bounded_by_its_first_and_last_year(invented_assistant: Assistant) -> None:
    trend = invented_assistant.intents["trend"]
    frame = Frame(filters=(Filter("ministry", ("mext",)),), measure=Measure(2022, "executed", since=2020))
    query = compile_query([trend], frame)
    rows = invented_assistant.database.rows(query.sql, query.parameters)
    assert [(r[0], r[1], int(r[2] or 0) // MILLION, r[6]) for r in rows] == [
        ("ministry:mext", "total", 150, "2020"),
        ("ministry:mext", "total", 1440, "2021"),
        ("ministry:mext", "total", 1430, "2022"),
    ]
