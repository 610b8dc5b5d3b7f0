"""Which sheet's amount of a fiscal year is taken, and which are counted in totals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.store.register.amounts import LABELS, choose
from tests.store.register.sheets import budget, made, rows, sheet

Sheet = tuple[int, Sequence[tuple[int, str, int, str]]]
OLDEST, NEWEST = 2015, 2023


def stating(review_year: int) -> Sheet:
    """Return a sheet whose every amount is its own review year."""
    past = [(year, stage, review_year, "") for year in range(review_year - 3, review_year) for stage in ("total", "executed")]
    return review_year, [*past, (review_year, "total", review_year, ""), (review_year + 1, "requested", review_year, "")]


CASES: dict[str, tuple[list[int], int, str, int, int]] = {
    # review years of the programme, fiscal year, stage: the sheet that states it, counted
    "the sheet of the year after, where it is final": ([2023, 2022, 2021], 2020, "total", 2021, 1),
    "its executed amount": ([2023, 2022, 2021], 2020, "executed", 2021, 1),
    "the current year of the newest sheets": ([2023, 2022], 2023, "total", 2023, 1),
    "without the sheet of the year after, the newest that states it": ([2023, 2022], 2020, "total", 2023, 0),
    "a programme that ended": ([2020, 2019], 2020, "total", 2020, 0),
    "before the first sheets, the oldest of the database": ([2016, 2015], 2012, "total", 2015, 1),
    "before the first sheets, though a newer states it": ([2016, 2015], 2013, "total", 2015, 1),
    "before the first sheets, where only a newer states it": ([2016], 2013, "total", 2016, 0),
    "a request stands on the sheet of the year before": ([2023, 2022], 2023, "requested", 2022, 1),
    "the newest request": ([2023, 2022], 2024, "requested", 2023, 1),
}


@pytest.mark.parametrize(("years", "fiscal_year", "stage", "wanted", "counted"), CASES.values(), ids=CASES.keys())
def test_the_stating_sheet(years: list[int], fiscal_year: int, stage: str, wanted: int, counted: int) -> None:
    chosen = list(choose([stating(year) for year in years], OLDEST, NEWEST))
    (found,) = [amount for amount in chosen if (amount.fiscal_year, amount.stage) == (fiscal_year, stage)]
    assert (found.yen, years[found.sheet], found.counted) == (wanted, wanted, counted)


def test_amounts_are_in_the_order_of_years_and_stages_once_each() -> None:
    chosen = [(amount.fiscal_year, amount.stage) for amount in choose([stating(2023), stating(2022)], OLDEST, NEWEST)]
    assert chosen == sorted(set(chosen), key=lambda key: (key[0], list(LABELS).index(key[1])))


def test_a_total_is_the_sum_over_the_sheets_of_one_year_even_where_histories_are_broken(tmp_path: Path) -> None:
    database = made(
        tmp_path,
        sheet(2022, "0001", 予算=budget(2022, 10.0)),
        sheet(2023, "0001", 予算=budget(2023, 20.0)),
        sheet(2022, "0002", 事業名="灯台の塗装", 予算=budget(2022, 100.0)),  # the same money under two names
        sheet(2023, "0002", 事業名="灯台の塗り替え", 予算=budget(2023, 100.0)),
    )
    totals = rows(
        database,
        "SELECT fiscal_year, SUM(yen) / 1000000 FROM amount WHERE stage = 'total' AND counted GROUP BY 1 ORDER BY 1",
    )
    assert totals == [(2019, 110), (2020, 110), (2021, 110), (2022, 120), (2023, 120)]


def test_each_amount_names_the_sheet_that_states_it(tmp_path: Path) -> None:
    database = made(tmp_path, sheet(2022, "0001"), sheet(2023, "0007"))
    found = rows(
        database,
        "SELECT fiscal_year, yen, printed, label, sheet, review_year, scope FROM amount WHERE stage = 'total' ORDER BY 1 DESC",
    )
    assert found[:3] == [
        (2023, 80_000_000, "80百万円", "予算計", "2023-環境-22-0007", 2023, "whole"),
        (2022, 80_000_000, "80百万円", "予算計", "2023-環境-22-0007", 2023, "whole"),
        (2021, 80_000_000, "80百万円", "予算計", "2022-環境-21-0001", 2022, "whole"),
    ]
