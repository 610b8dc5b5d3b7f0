"""Million yen become whole yen exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.store.register.numbers import Figures, figure, printed


@pytest.mark.parametrize(
    ("numeral", "yen", "as_printed"),
    [
        ("0.0", 0, "0百万円"),
        ("80.0", 80_000_000, "80百万円"),
        ("80", 80_000_000, "80百万円"),
        ("-75.5", -75_500_000, "-75.5百万円"),
        ("-0.25", -250_000, "-0.25百万円"),
        ("0.002", 2_000, "0.002百万円"),
        ("0.30000000000000004", 300_000, "0.3百万円"),
        ("114.69999999999999", 114_700_000, "114.7百万円"),
        ("0.0677916666666667", 67_792, "0.067792百万円"),
        ("0.0000005", 0, "0百万円"),
        ("0.0000015", 2, "0.000002百万円"),
        ("1.5e3", 1_500_000_000, "1,500百万円"),
        ("12345678.9", 12_345_678_900_000, "12,345,678.9百万円"),
    ],
)
def test_a_numeral_is_whole_yen_and_is_printed_without_dust(numeral: str, yen: int, as_printed: str) -> None:
    assert figure(numeral) == (yen, as_printed)


@pytest.mark.parametrize("numeral", ["", "abc", "NaN", "Infinity", "1e400", "1e10", "99999999999", "1_0", " 1"])
def test_what_is_no_amount_is_refused(numeral: str) -> None:
    if numeral in {"1_0", " 1"}:  # Decimal takes them; JSON has no such numerals
        assert figure(numeral).yen in {10_000_000, 1_000_000}
    else:
        with pytest.raises(ValueError):  # noqa: PT011 (its text is the numeral)
            figure(numeral)


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_every_whole_yen_comes_back_from_what_is_printed(yen: int) -> None:
    numeral = printed(yen).removesuffix("百万円").replace(",", "")
    assert figure(numeral) == (yen, printed(yen))


@given(st.floats(min_value=-1e8, max_value=1e8))
def test_a_float_is_the_yen_nearest_to_its_numeral(value: float) -> None:
    assert abs(Decimal(repr(value)) * 1_000_000 - figure(repr(value)).yen) <= Decimal("0.5")


def test_a_number_that_can_be_no_amount_is_no_figure() -> None:
    figures = Figures()
    assert figures["1e99"] == 1e99
    assert figures["1.5"] == (1_500_000, "1.5百万円")
