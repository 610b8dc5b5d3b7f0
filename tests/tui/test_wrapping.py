"""Japanese and English lines: 禁則, figures kept whole, widths in cells."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.wrapping import FIGURE, NEVER_FIRST, NEVER_LAST, break_costs, cells, truncate, wrap, wrap_ranges

CASES = [
    ("nothing", "", 10, [""]),
    ("it-fits", "予算額", 6, ["予算額"]),
    ("kanji-breaks-anywhere", "予算額の推移", 6, ["予算額", "の推移"]),
    ("a-full-stop-never-begins-a-line", "予算額。推移", 6, ["予算", "額。推", "移"]),
    ("a-long-vowel-never-begins-a-line", "事業データ", 6, ["事業", "データ"]),
    ("a-comma-never-begins-a-line", "事業、予算", 4, ["事", "業、", "予算"]),
    ("a-small-kana-never-begins-a-line", "ベンチャー", 6, ["ベン", "チャー"]),
    ("a-closing-bracket-never-begins-a-line", "額（案）です", 6, ["額", "（案）", "です"]),
    ("an-opening-bracket-never-ends-a-line", "予算額「案」", 8, ["予算額", "「案」"]),
    ("a-yen-figure-stays-whole", "合計3,000億円です", 10, ["合計", "3,000億円", "です"]),
    ("full-width-digits-stay-whole", "合計３，０００億円", 16, ["合計", "３，０００億円"]),
    ("a-decimal-stays-whole", "うち約42.3億円", 10, ["うち", "約42.3億円"]),
    ("an-extension-stays-whole", "課は内線4041です", 10, ["課は", "内線4041で", "す"]),
    ("kanji-numerals-stay-whole", "合計は五十八億円", 10, ["合計は", "五十八億円"]),
    ("a-fiscal-year-stays-whole", "資料令和4年度の額", 10, ["資料", "令和4年度", "の額"]),
    ("an-english-figure-stays-whole", "It got ¥4.9 billion in all", 15, ["It got", "¥4.9 billion in", "all"]),
    ("words-stay-whole", "whole genome plan", 8, ["whole", "genome", "plan"]),
    ("japanese-beside-latin-may-break", "予算はAMEDへ", 6, ["予算は", "AMEDへ"]),
    ("a-word-wider-than-the-line-breaks", "abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("a-figure-wider-than-the-line-breaks", "1,234,567円", 6, ["1,234,", "567円"]),
    ("lines-of-the-text-stay", "一\n\n二", 10, ["一", "", "二"]),
    ("an-indent-stays", "  予算額です", 8, ["  予算額", "です"]),
    ("spaces-at-a-break-go", "予算   額", 4, ["予算", "額"]),
    ("leaders-stay-together", "予算……です", 5, ["予", "算……", "です"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_text_breaks_as_expected(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


FIGURES = [
    *("3,000億円", "３千億円", "42.3億円", "約6.7億円", "1兆5,000億円", "100百万円", "4,900,000,000円", "五十八億円"),
    *(
        "¥4.9 billion",
        "¥670 million",
        "30 million yen",
        "7.5%以上",
        "10.2％",
        "49億円（案）",
        "令和4年度",
        "2022-11-15",
    ),
    *("内線4041", "ext. 4041", "第33回", "2番目", "PJ①"),
]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("width", range(6, 40))
def test_a_figure_that_fits_the_line_is_never_broken(figure: str, width: int) -> None:
    if cells(figure) > width - 2:
        return
    text = f"うち{figure}は補正予算の案の額で、また{figure}を含みます。"
    assert sum(line.count(figure) for line in wrap(text, width)) == 2


japanese = st.text(
    alphabet=st.sampled_from("予算額の事業は、。ー「」（）・…AMEDab 3,0億円約¥.%①ッャ゛々\u3000👨\u200d👩é\u0301❤\ufe0f"),
    max_size=60,
)


@given(text=japanese, width=st.integers(2, 40))
def test_no_line_is_wider_than_allowed(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width))


@given(text=japanese, width=st.integers(2, 40))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@given(text=japanese, width=st.integers(2, 40))
def test_a_rule_is_broken_only_where_the_line_offers_no_better_place(text: str, width: int) -> None:
    costs = break_costs(text) if text else []
    ranges = wrap_ranges(text, width)
    for (start, _end), (following, _last) in pairwise(ranges):
        if costs[following] > 0:
            assert min(costs[start + 1 : following + 1]) == costs[following]


@given(text=japanese, width=st.integers(12, 40))
def test_at_common_widths_lines_keep_the_rules_unless_marks_pile_up(text: str, width: int) -> None:
    marks = "".join(map(re.escape, sorted(NEVER_FIRST | NEVER_LAST)))
    if re.search(rf"[{marks} ]{{3}}", text) or any(cells(found[0]) > 4 for found in FIGURE.finditer(text)):
        return
    if re.search(r"[A-Za-z3,0.%é\u0301❤\ufe0f👨\u200d👩]{5}", text):
        return
    lines = wrap(text, width)
    assert all(line[:1] not in NEVER_FIRST for line in lines[1:] if line)
    assert all(line[-1:] not in NEVER_LAST for line in lines[:-1] if line)


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("予算額", 6, "予算額"),
        ("予算額の", 6, "予算…"),
        ("abc", 2, "a…"),
        ("予算", 1, "…"),
        ("予算", 2, "…"),
        ("予算", 0, ""),
        ("", 3, ""),
    ],
)
def test_a_cut_text_ends_with_a_sign(text: str, width: int, cut: str) -> None:
    assert truncate(text, width) == cut


@pytest.mark.parametrize("unit", ["x", "千", "x-", "約", "¥ ", "1,", "ext-", "内線"])
def test_a_long_run_without_a_figure_is_read_once_and_not_in_every_division(unit: str) -> None:
    """Without this, twenty-five letters stop the chat for seconds, and forty for hours."""
    assert "".join(wrap(unit * 300, 20)).replace(" ", "") == (unit * 300).replace(" ", "")
