"""Amounts of yen are read exactly in every notation, and what is no amount of yen is not read."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.money import LARGEST_YEN, find_money, parse_money
from tests.text.notations import NOTATIONS, kanji

OKU = 100_000_000
READ = {
    "3,000億円": 3000 * OKU,
    "３千億円": 3000 * OKU,
    "3千5百億円": 3500 * OKU,
    "五十八億円": 58 * OKU,
    "五八億円": 58 * OKU,
    "二〇億円": 20 * OKU,
    "二百五十億": 250 * OKU,
    "百億円": 100 * OKU,
    "一・五兆円": 15_000 * OKU,
    "42.3億円": 4_230_000_000,
    "80.0億円": 80 * OKU,
    "100百万円": OKU,
    "１,４００百万円": 14 * OKU,
    "500千円": 500_000,
    "1.5兆": 15_000 * OKU,
    "1兆2,000億円": 12_000 * OKU,
    "2億5千万円": 250_000_000,
    "17億": 17 * OKU,
    "3,000 億円": 3000 * OKU,
    "1,400,000,000円": 14 * OKU,
    "1400000000円": 14 * OKU,
    "17おく": 17 * OKU,
    "17おくえん": 17 * OKU,
    "¥4.9bn": 49 * OKU,
    "￥4.9BN": 49 * OKU,
    "JP¥4.9bn": 49 * OKU,
    "5 billion yen": 50 * OKU,
    "5 Billion Yen": 50 * OKU,
    "4.9 billion": 49 * OKU,
    "five billion yen": 50 * OKU,
    "fifty-eight billion yen": 580 * OKU,
    "one hundred million yen": OKU,
    "a billion yen": 10 * OKU,
    "¥2bn": 20 * OKU,
    "4.9B yen": 49 * OKU,
    "JPY 58 million": 58_000_000,
    "JPY58m": 58_000_000,
    "58m yen": 58_000_000,
    "1400 million yen": 14 * OKU,
    "1,400 million yen": 14 * OKU,
    "1.5 trillion yen": 15_000 * OKU,
    "5-billion-yen": 50 * OKU,
    "49 oku": 49 * OKU,
    "49 oku en": 49 * OKU,
    "49okuen": 49 * OKU,
    "80oku": 80 * OKU,
    "49億 yen": 49 * OKU,
    "¥500": 500,
    "500 yen": 500,
    "0円": 0,
}
ABOUT = {
    "約6.7億円": 670_000_000,
    "およそ6.7億円": 670_000_000,
    "6.7億円程度": 670_000_000,
    "about 5 billion yen": 50 * OKU,
    "10億円弱": 10 * OKU,
}
NOT_READ = [
    "",
    "4041",
    "3千",
    "五十八",
    "3.5",
    "億円",
    "円",
    "yen",
    "billions of yen",
    "3,00億円",
    "1,4000円",
    "1.2.3億円",
    "0.5円",
    "1.23456789123億円",
    "数十億円",
    "何百億円",
    "三、四億円",
    "17億人",
    "3 million people",
    "10万年",
    "$5 billion",
    "US$5bn",
    "5 billion dollars",
    "€5 billion",
    "10億ドル",
    "half a billion yen",
    "2億5千",
    "億2",
    "2億3兆円",
    "58m",
    "5k",
    "-5億円",
    "令和4年度",
    "第2次補正",
    "PJ1",
    "2022年",
    "7.5%",
    "3丁目",
    "9999999999999999999億円",
    "9" * 10_000 + "億円",
]


@pytest.mark.parametrize(("text", "yen"), READ.items(), ids=READ.keys())
def test_an_amount_is_read_exactly(text: str, yen: int) -> None:
    money = parse_money(text)
    assert money is not None
    assert (money.yen, money.approximate) == (yen, False)
    assert type(money.yen) is int


@pytest.mark.parametrize(("text", "yen"), ABOUT.items(), ids=ABOUT.keys())
def test_an_approximate_amount_says_so(text: str, yen: int) -> None:
    money = parse_money(text)
    assert money is not None
    assert (money.yen, money.approximate) == (yen, True)


@pytest.mark.parametrize("text", NOT_READ, ids=lambda text: text[:20] or "nothing")
def test_what_is_no_whole_amount_of_yen_is_not_read(text: str) -> None:
    assert parse_money(text) is None


UNITS = {
    "17億円": OKU,
    "2億5千万円": 10_000,
    "100百万円": 1_000_000,
    "3千億円": 1000 * OKU,
    "5 billion yen": 10 * OKU,
    "500円": 1,
    "百万円": 1_000_000,
}


@pytest.mark.parametrize(("text", "unit"), UNITS.items(), ids=UNITS.keys())
def test_the_magnitude_it_was_written_in_is_told(text: str, unit: int) -> None:
    money = parse_money(text)
    assert money is not None
    assert money.unit == unit


FOUND = {
    "in a sentence": ("全ゲノムの49億円のうち6.7億円は？", [("49億円", 49 * OKU), ("6.7億円", 670_000_000)]),
    "beside Latin words": ("AMEDに61億円", [("61億円", 61 * OKU)]),
    "after a name ending in a digit": ("PJ1 14億円", [("14億円", 14 * OKU)]),
    "in English": ("more than ¥2bn but under 5 billion yen", [("¥2bn", 20 * OKU), ("5 billion yen", 50 * OKU)]),
    "a range": ("10〜50億円の事業", [("10", 10 * OKU), ("50億円", 50 * OKU)]),
    "a range in words": ("between 1.4 and 4 billion yen", [("1.4", 14 * OKU), ("4 billion yen", 40 * OKU)]),
    "from and to": ("20億円から50億円まで", [("20億円", 20 * OKU), ("50億円", 50 * OKU)]),
    "no range": ("top 3 and 4 billion yen", [("4 billion yen", 40 * OKU)]),
    "a bound": ("80億円を超える", [("80億円", 80 * OKU)]),
    "before a number apart": ("17億円 3事業", [("17億円", 17 * OKU)]),
    "wide": ("予算は１７億円です", [("１７億円", 17 * OKU)]),
    "with 約": ("厚労科研費約6.7億円", [("6.7億円", 670_000_000)]),
    "at the end of a sentence": ("It got ¥4.9 billion.", [("¥4.9 billion", 49 * OKU)]),
    "kanji after kanji": ("件数一億円", [("一億円", OKU)]),
    "other numbers": ("内線4041と3825、令和4年度第2次補正、7T-MRI、2022年11月15日", []),
    "another currency beside": ("5 billion dollars or 17億円", [("17億円", 17 * OKU)]),
    "wrong separators": ("3,00億円", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_amounts_are_found_where_they_stand(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[span.start : span.end], span.yen) for span in find_money(text)] == expected


@pytest.mark.parametrize("tenths", [range(start, start + 1000) for start in range(1, 10_000, 1000)], ids=str)
def test_every_oku_with_one_decimal_is_exact(tenths: range) -> None:
    """Other libraries read 42.3億 as 4,229,999,999."""
    for n in tenths:
        money = parse_money(f"{n // 10}.{n % 10}億円")
        assert money is not None
        assert money.yen == n * OKU // 10


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=NOTATIONS.keys())
@given(yen=st.integers(1, 10**16 - 1) | st.integers(1, 10**7).map(lambda n: n * 10_000_000))
def test_every_notation_reads_back_to_the_same_amount(notation: object, yen: int) -> None:
    assert callable(notation)
    money = parse_money(notation(yen))
    assert money is not None
    assert money.yen == yen


@given(st.integers(1, 10**16 - 1))
def test_kanji_amounts_read_back_to_the_same_amount(yen: int) -> None:
    money = parse_money(f"{kanji(yen)}円")
    assert money is not None
    assert money.yen == yen


@given(st.text("0123456789.,億万千百十兆円¥ yen bilmoku約〜一二三・-", max_size=40))
def test_anything_may_be_read_and_spans_never_overlap(text: str) -> None:
    spans = find_money(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(0 <= span.yen <= LARGEST_YEN for span in spans)
    parse_money(text)


@given(st.text(), st.integers(1, 9999), st.text())
def test_raw_text_around_an_amount_does_not_move_it(before: str, n: int, after: str) -> None:
    text = f"{before}\n{n}億円\n{after}"
    spans = [span for span in find_money(text) if span.start == len(before) + 1]
    assert [(text[span.start : span.end], span.yen) for span in spans] == [(f"{n}億円", n * OKU)]


def test_long_input_is_read_in_good_time() -> None:
    """One scan, not one for every start."""
    for text in ("1" * 100_000, "一" * 100_000, "1億" * 50_000, "a " * 50_000, "1," * 50_000, "十百千" * 33_000):
        find_money(text)


def test_decimals_stay_decimals() -> None:
    """As many places as an amount can have are read without rounding."""
    money = parse_money("1234567.890123456789兆円")
    assert money is not None
    assert money.yen == int(Decimal("1234567.890123456789") * 10**12)
