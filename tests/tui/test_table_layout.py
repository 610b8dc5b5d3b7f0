"""Tables align by terminal cells in every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.model import ColumnKind
from assistant.tui.table_layout import GAP, lay_out
from assistant.tui.wrapping import cells

TITLES = ["事業", "所管", "予算額"]
KINDS: list[ColumnKind] = ["text", "text", "money"]
ROWS = [["先端国際共同研究推進プログラム", "文部科学省", "501億円"], ["AMED fund", "内閣府", "3,000億円"]]


def test_figures_stand_to_the_right_and_names_to_the_left() -> None:
    assert [line.text for line in lay_out(TITLES, KINDS, ROWS, 80).lines] == [
        "事業                             所管            予算額",
        "─" * 55,
        "先端国際共同研究推進プログラム   文部科学省     501億円",
        "AMED fund                        内閣府       3,000億円",
    ]


def test_a_long_name_wraps_and_its_figure_stays_on_the_first_line() -> None:
    assert [line.text for line in lay_out(TITLES, KINDS, ROWS, 44).lines][2:] == [
        "先端国際共同研究推   文部科学省     501億円",
        "進プログラム",
        "AMED fund            内閣府       3,000億円",
    ]


def test_a_name_of_many_lines_is_cut_with_a_sign() -> None:
    lines = lay_out(["事業", "額"], ["text", "money"], [["とても長い事業の名前" * 5, "1円"]], 20).lines
    assert [line.text for line in lines][2:] == ["とても長い事業   1円", "の名前とても長", "い事業の名前…"]


def test_where_columns_do_not_fit_rows_stand_one_below_the_other() -> None:
    assert [line.text for line in lay_out(TITLES, KINDS, ROWS, 24).lines] == [
        "事業    先端国際共同研究",
        "        推進プログラム",
        "所管    文部科学省",
        "予算額  501億円",
        "",
        "事業    AMED fund",
        "所管    内閣府",
        "予算額  3,000億円",
    ]


def test_bars_stand_in_a_last_column_where_there_is_room() -> None:
    lines = lay_out(["事業", "額"], ["text", "money"], [["甲", "80億円"], ["乙", "160億円"]], 40, [0.5, 1.0]).lines
    assert [line.text for line in lines][2:] == ["甲      80億円   " + "█" * 11 + "▌", "乙     160億円   " + "█" * 23]
    assert [line.text[line.bar :] for line in lines[2:]] == ["█" * 11 + "▌", "█" * 23]


def test_a_name_wraps_to_make_room_for_bars() -> None:
    lines = lay_out(TITLES, KINDS, ROWS, 62, [0.25, 1.0]).lines
    assert [line.text for line in lines[2:4]] == ["先端国際共同研究推進プロ   文部科学省     501億円   ██▌", "グラム"]


def test_bars_stand_below_their_rows_where_there_is_no_room_beside() -> None:
    rows = [["短い名前", "1,000億円"], ["別の名前", "2,000億円"]]
    assert [line.text for line in lay_out(["名", "額"], ["text", "money"], rows, 24, [0.5, 1.0]).lines][2:] == [
        "短い名前   1,000億円",
        "██████████",
        "別の名前   2,000億円",
        "████████████████████",
    ]


def test_stacked_rows_have_their_bars_below_them() -> None:
    lines = [line.text for line in lay_out(TITLES, KINDS, ROWS, 24, [0.0, 1.0]).lines]
    assert lines[3:5] == ["予算額  501億円", ""]
    assert lines[-1] == "█" * 24


@pytest.mark.parametrize(("x", "column"), [(0, 0), (29, 0), (31, None), (33, 1), (49, 2), (54, 2), (60, None)])
def test_a_cell_belongs_to_the_column_that_stands_there(x: int, column: int | None) -> None:
    assert lay_out(TITLES, KINDS, ROWS, 80).column_at(x) == column


def test_stacked_rows_have_no_columns() -> None:
    assert lay_out(TITLES, KINDS, ROWS, 24).column_at(0) is None


text = st.text(alphabet="予算額事業AMED （）ー、3", max_size=30)
rows = st.lists(st.tuples(text, text, st.integers(0, 10**13).map(lambda yen: f"{yen:,}円")), min_size=1, max_size=5)


@given(rows=rows, width=st.integers(20, 120))
def test_no_line_is_wider_than_the_view(rows: list[tuple[str, str, str]], width: int) -> None:
    assert all(cells(line.text) <= width for line in lay_out(TITLES, KINDS, rows, width).lines)
    assert all(cells(line.text) <= width for line in lay_out(TITLES, KINDS, rows, width, [1.0] * len(rows)).lines)


@given(rows=rows, width=st.integers(50, 120))
def test_figures_are_whole_and_end_in_the_same_cell(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = [line.text for line in lay_out(TITLES, KINDS, rows, width).lines]
    edge = cells(lines[1])
    for *_names, figure in rows:
        assert any(line.endswith(" " * GAP + figure) or line.strip() == figure for line in lines)
    assert {cells(line) for line in lines if line.endswith("円")} == {edge}


def test_a_table_without_rows_is_its_headings() -> None:
    assert [line.role for line in lay_out(TITLES, KINDS, [], 40).lines] == ["head", "rule"]
