"""What answers from a register need besides: money in full, long lists cut, the year beside each figure, courses of years."""

from __future__ import annotations

import pytest

from assistant.answer.figures import exact_money
from assistant.answer.model import Citation, Fact
from assistant.answer.register import MEMBERS, SHOWN, change, course_table, course_text, cut, growth, staged, years
from assistant.reading.model import Measure

Row = tuple[str | int | float | None, ...]
MILLION = 1_000_000
JUDGIT = Citation("judgit", "2023-国交-22-9001", ())

MONEY = [
    pytest.param(0, "0円", "¥0", id="nothing"),
    pytest.param(1, "1円", "¥1", id="one-yen"),
    pytest.param(999_999, "99万9,999円", "¥999,999", id="below-a-million"),
    pytest.param(MILLION, "100万円", "¥1 million", id="a-million"),
    pytest.param(1_234_567, "123万4,567円", "¥1,234,567", id="odd-yen-are-not-rounded"),
    pytest.param(50_000_000, "5,000万円", "¥50 million", id="tens-of-millions"),
    pytest.param(-50_000_000, "-5,000万円", "-¥50 million", id="carried-out"),
    pytest.param(100_000_000, "1億円", "¥100 million", id="an-oku"),
    pytest.param(5_044_000_000, "50億4,400万円", "¥5.044 billion", id="oku-and-man"),
    pytest.param(1_234_567_000, "12億3,456万7,000円", "¥1,234.567 million", id="finer-than-a-thousandth-of-a-billion"),
    pytest.param(1_352_747_220_000, "1兆3,527億4,722万円", "¥1,352,747.22 million", id="a-trillion-and-odd"),
    pytest.param(1_352_747_000_000, "1兆3,527億4,700万円", "¥1,352.747 billion", id="a-trillion"),
    pytest.param(1_000_000_000_001, "1兆1円", "¥1,000,000,000,001", id="a-trillion-and-one-yen"),
]


@pytest.mark.parametrize(("yen", "ja", "en"), MONEY)
def test_money_of_a_register_is_read_out_in_full(yen: int, ja: str, en: str) -> None:
    assert (exact_money(yen, "ja"), exact_money(yen, "en")) == (ja, en)


def row(subject: str, field: str = "amount", sheet: str | None = "2023-国交-22-9001") -> Row:
    """Return a row as a statement gives it."""
    return (subject, field, MILLION, None, None, "JPY", None, 0, sheet, 0, 0, 0)


def rows(number: int, kind: str = "program") -> list[Row]:
    """Return a total and so many subjects that went into it."""
    return [row("all", "total", None), *(row(f"{kind}:{index}") for index in range(number))]


def test_a_total_lists_its_members_where_they_are_few() -> None:
    found, left = cut(rows(MEMBERS - 1), ("total",))
    assert (len(found), left) == (MEMBERS, 0)


def test_a_figure_over_many_programmes_stands_alone() -> None:
    found, left = cut(rows(MEMBERS + 1), ("total",))
    assert (found, left) == ([row("all", "total", None)], 0)


def test_of_a_long_list_the_first_subjects_are_shown_and_the_rest_counted() -> None:
    found, left = cut(rows(50), ("rate",))
    assert ([r[0] for r in found[1:3]], len(found), left) == (["program:0", "program:1"], SHOWN, 51 - SHOWN)


def test_ministries_are_all_shown() -> None:
    every = rows(MEMBERS + 5, "ministry")[1:]
    assert cut(every, ("by_ministry",)) == (every, 0)


STAGES = [
    pytest.param(Measure(2023), "amount", id="the-total-keeps-its-name"),
    pytest.param(Measure(2022, "executed"), "executed_amount", id="executed"),
    pytest.param(Measure(2022, "carried out"), "carried_out_amount", id="carried-out"),
    pytest.param(Measure(2024, "requested"), "requested_amount", id="requested"),
]


@pytest.mark.parametrize(("measure", "field"), STAGES)
def test_an_amount_carries_the_name_of_its_stage(measure: Measure, field: str) -> None:
    assert [r[1] for r in staged([row("program:1"), row("all", "count")], measure)] == [field, "count"]


def fact(value: int, part: str | None = None, field: str = "amount", subject: str = "program:1") -> Fact:
    """Return a fact in million yen."""
    return Fact(subject, field, value * MILLION, "JPY", exact_money(value * MILLION, "ja"), JUDGIT, part)


def test_the_fiscal_year_stands_beside_every_subject_once() -> None:
    found = years([fact(1), fact(2, field="executed_amount"), fact(3, subject="all", field="total")], Measure(2022), "ja")
    assert [(f.subject, f.field, f.value, f.label) for f in found] == [
        ("program:1", "fiscal_year", 2022, "2022年度（令和4年度）"),
        ("all", "fiscal_year", 2022, "2022年度（令和4年度）"),
    ]


def test_each_year_of_a_course_stands_beside_its_figure() -> None:
    found = years([fact(1, "2019"), fact(2, "2020")], Measure(2020, since=2019), "en")
    assert [(f.value, f.part, f.label) for f in found] == [
        (2019, "2019", "fiscal 2019 (Reiwa 1)"),
        (2020, "2020", "fiscal 2020 (Reiwa 2)"),
    ]


def test_the_first_year_of_an_era_is_called_so() -> None:
    assert years([fact(1)], Measure(2019), "ja")[0].label == "2019年度（令和元年度）"


def test_words_and_periods_have_no_fiscal_year() -> None:
    named = Fact("program:1", "division", "航路課", None, "航路課", JUDGIT)
    begins = Fact("program:1", "start_year", 2019, "year", "2019年度", JUDGIT)
    assert years([named], Measure(2023), "ja") == ()
    assert years([begins, fact(1)], Measure(2023), "ja") == ()


GROWTHS = [
    pytest.param((100, 200, 500), 400.0, "+400%", 400, id="rise"),
    pytest.param((60, 70, 50), -16.67, "-16.67%", 10, id="fall"),
    pytest.param((300, 300), 0.0, "0%", 0, id="the-same"),
]


@pytest.mark.parametrize(("course", "percent", "label", "difference"), GROWTHS)
def test_growth_and_difference_are_from_the_first_to_the_last_year(
    course: tuple[int, ...], percent: float, label: str, difference: int
) -> None:
    facts = [fact(value, str(2019 + index)) for index, value in enumerate(course)]
    rise, apart = growth(facts), change(facts, "ja")
    assert rise is not None
    assert apart is not None
    assert (rise.value, rise.label, apart.value) == (percent, label, difference * MILLION)
    assert (rise.citation.sheet, rise.citation.computed_from) == (None, ("program:1",))


NO_GROWTH = [
    pytest.param([], id="no-year"),
    pytest.param([fact(5, "2023")], id="one-year"),
    pytest.param([fact(0, "2022"), fact(5, "2023")], id="from-nothing"),
    pytest.param([fact(-5, "2022"), fact(5, "2023")], id="from-below-nothing"),
]


@pytest.mark.parametrize("facts", NO_GROWTH)
def test_growth_that_cannot_be_computed_is_not_stated(facts: list[Fact]) -> None:
    assert growth(facts) is None


COURSES = [
    pytest.param((100, 150), "ja", "2022年度から2023年度までに5,000万円増えました（+50%）。", id="rise"),
    pytest.param((150, 100), "ja", "2022年度から2023年度までに5,000万円減りました（-33.33%）。", id="fall"),
    pytest.param((150, 150), "ja", "2022年度と2023年度は同額です。", id="the-same"),
    pytest.param((0, 150), "ja", "2022年度から2023年度までに1億5,000万円増えました。", id="from-nothing"),
    pytest.param((100, 150), "en", "From FY2022 to FY2023: up ¥50 million (+50%).", id="rise-in-English"),
    pytest.param((150, 100), "en", "From FY2022 to FY2023: down ¥50 million (-33.33%).", id="fall-in-English"),
    pytest.param((150, 150), "en", "FY2022 and FY2023 have the same amount.", id="the-same-in-English"),
]


@pytest.mark.parametrize(("course", "language", "last"), COURSES)
def test_the_text_of_a_course_ends_with_its_rise_or_fall(course: tuple[int, int], language: str, last: str) -> None:
    facts = [fact(value, str(2022 + index)) for index, value in enumerate(course)]
    text = course_text(facts, growth(facts), "推移", "ja" if language == "ja" else "en")
    assert text.splitlines()[0] == "推移"
    assert len(text.splitlines()) == 4
    assert text.splitlines()[-1] == last


def test_a_course_of_one_year_has_neither_rise_nor_table() -> None:
    assert course_text([fact(1, "2023")], None, "推移", "ja") == "推移\n・2023年度：100万円"
    assert course_table([fact(1, "2023")], "予算計", "ja") is None


def test_the_table_of_a_course_has_a_row_a_year() -> None:
    table = course_table([fact(1, "2022"), fact(2, "2023")], "予算計", "ja")
    assert table is not None
    assert table.rows == ((2022, MILLION), (2023, 2 * MILLION))
    assert [column.kind for column in table.columns] == ["year", "money"]
