"""Bars say in cells what the figures beside them say in digits."""

from __future__ import annotations

import pytest

from assistant.answer.model import Column, ColumnKind, Table, Value
from assistant.tui.bars import bar, proportion, shares


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        pytest.param(0.0, "", id="nothing"),
        pytest.param(0.0001, "▏", id="hardly-anything-is-seen"),
        pytest.param(0.5, "█████", id="half"),
        pytest.param(0.5125, "█████▏", id="an-eighth-of-a-cell"),
        pytest.param(0.9999, "█" * 10, id="nearly-all"),
        pytest.param(1.0, "█" * 10, id="all"),
        pytest.param(1.5, "█" * 10, id="never-more-than-there-is-room"),
    ],
)
def test_a_bar_is_as_long_as_its_share(share: float, drawn: str) -> None:
    assert bar(share, 10) == drawn


@pytest.mark.parametrize(
    ("percent", "drawn"), [(0, "[░░░░░░░░░░]"), (12.5, "[█▎░░░░░░░░]"), (50, "[█████░░░░░]"), (100, "[██████████]")]
)
def test_a_percentage_fills_its_part_of_the_frame(percent: float, drawn: str) -> None:
    assert proportion(percent, 12) == drawn


def _table(*columns: tuple[ColumnKind, list[Value | None]]) -> Table:
    rows = tuple(zip(*(values for _, values in columns), strict=True))
    labels = tuple(tuple(str(value) for value in row) for row in rows)
    return Table(tuple(Column(kind, kind) for kind, _ in columns), rows, labels)


@pytest.mark.parametrize(
    ("table", "lengths"),
    [
        pytest.param(_table(("text", ["甲", "乙"]), ("money", [5, 10])), [0.5, 1.0], id="against-the-largest"),
        pytest.param(_table(("number", [1, 9]), ("money", [10, 5])), [1.0, 0.5], id="money-before-numbers"),
        pytest.param(_table(("number", [1, 9]), ("percent", [20.0, 80.0])), [0.2, 0.8], id="percent-of-the-whole"),
        pytest.param(_table(("percent", [50.0, 200.0])), [0.25, 1.0], id="more-than-the-whole"),
        pytest.param(_table(("money", [5, None, 10])), [0.5, 0.0, 1.0], id="no-value-no-bar"),
        pytest.param(_table(("money", ["5; 6", "7"]), ("number", [1, 2])), [0.5, 1.0], id="several-amounts-in-a-cell"),
        pytest.param(_table(("text", ["甲", "乙"])), None, id="no-figures"),
        pytest.param(_table(("money", [5])), None, id="one-row"),
        pytest.param(_table(("money", [])), None, id="no-rows"),
        pytest.param(_table(("money", [0, 0])), None, id="all-nothing"),
        pytest.param(_table(("money", [-1, 5])), None, id="less-than-nothing"),
    ],
)
def test_bars_measure_what_can_be_compared(table: Table, lengths: list[float] | None) -> None:
    assert shares(table) == lengths
