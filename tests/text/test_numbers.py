"""Whole numbers and small counts are read exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.numbers import align, find_numbers, kanji_value, parse_count
from tests.text.notations import kanji

COUNTS = {
    "3": 3,
    "３": 3,
    "三": 3,
    "二つ": 2,
    "3つ": 3,
    "ふたつ": 2,
    "三つ目": 3,
    "three": 3,
    "Third": 3,
    "2番目": 2,
    "二番目": 2,
    "3位": 3,
    "第3": 3,
    "第二": 2,
    "2nd": 2,
    "3rd": 3,
    "十": 10,
    "十二": 12,
    "5事業": 5,
    "9件": 9,
    "2課": 2,
    " 4 ": 4,
}
NO_COUNTS = ["", "つ", "いくつ", "3.5", "3億円", "12,00", "several", "三菱", "2022年度", "a"]


@pytest.mark.parametrize(("text", "value"), COUNTS.items(), ids=COUNTS.keys())
def test_a_count_is_read(text: str, value: int) -> None:
    assert parse_count(text) == value


@pytest.mark.parametrize("text", NO_COUNTS, ids=lambda text: text or "nothing")
def test_what_is_no_count_is_not_read(text: str) -> None:
    assert parse_count(text) is None


FOUND = {
    "digits": ("内線4041と3825", [("4041", 4041), ("3825", 3825)]),
    "separators": ("1,200件", [("1,200", 1200)]),
    "wrong separators": ("12,00", []),
    "no decimals": ("7.5%と3件", [("3", 3)]),
    "kanji with units": ("三千五百と二十", [("三千五百", 3500), ("二十", 20)]),
    "kanji by place": ("二〇二二年", [("二〇二二", 2022)]),
    "wide": ("１２件", [("１２", 12)]),
    "large kanji": ("一億二千万", [("一億二千万", 120_000_000)]),
    "malformed kanji": ("十千", []),
    "none": ("予算は？", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_numbers_are_found_where_they_stand(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[span.start : span.end], span.value) for span in find_numbers(text)] == expected


@given(st.integers(1, 10**16 - 1))
def test_kanji_numerals_read_back_to_the_same_number(value: int) -> None:
    assert kanji_value(kanji(value)) == value


@given(st.integers(0, 10**12))
def test_digits_read_back_to_the_same_number(value: int) -> None:
    assert [span.value for span in find_numbers(f"{value:,} {value}")] == [value, value]


@given(st.text())
def test_aligning_keeps_every_position(text: str) -> None:
    assert len(align(text)) == len(text)
    find_numbers(text)
    parse_count(text)
