"""Rows are sorted by their values, and their labels with them."""

from __future__ import annotations

import pytest

from assistant.answer.model import Column, Table
from assistant.tui.sorting import Order, following, sorted_table

TABLE = Table(
    (Column("事業", "text"), Column("額", "money")),
    (("丙", 300), ("甲", None), ("乙", 80), ("丁", 300)),
    (("丙", "300円"), ("甲", "—"), ("乙", "80円"), ("丁", "300円")),
)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        pytest.param(None, "丙甲乙丁", id="as-given"),
        pytest.param(Order(1), "乙丙丁甲", id="ascending-by-value-and-unknown-last"),
        pytest.param(Order(1, descending=True), "丙丁乙甲", id="descending-and-still-unknown-last"),
        pytest.param(Order(0), "丁丙乙甲", id="names"),
    ],
)
def test_rows_and_labels_stay_in_step(order: Order | None, names: str) -> None:
    table = sorted_table(TABLE, order)
    assert "".join(str(row[0]) for row in table.rows) == names
    assert "".join(label[0] for label in table.labels) == names
    assert [label[1] for label in table.labels] == ["—" if row[1] is None else f"{row[1]}円" for row in table.rows]


def test_a_column_chosen_again_goes_from_ascending_to_descending_to_as_given() -> None:
    first = following(None, 1)
    second = following(first, 1)
    assert (first, second, following(second, 1)) == (Order(1), Order(1, descending=True), None)


def test_another_column_begins_ascending() -> None:
    assert following(Order(1, descending=True), 0) == Order(0)


def test_numbers_come_before_what_is_written_in_a_cell() -> None:
    table = Table((Column("額", "money"),), (("5; 6",), (7,)), (("5円、6円",), ("7円",)))
    assert sorted_table(table, Order(0)).labels == (("7円",), ("5円、6円",))
