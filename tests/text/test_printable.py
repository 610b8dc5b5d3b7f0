"""Nothing reaches the screen or the prompt that could steer a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("予算は？", "予算は？"),
        ("a\x1b[31mb", "a[31mb"),
        ("a\x07\x00\x9bb", "ab"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\tb", "a   b"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("全角\u3000空白\u00a0", "全角\u3000空白\u00a0"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("\ufeff\u200bx", "x"),
        ("[bold]x[/]", "[bold]x[/]"),
    ],
)
def test_what_can_be_shown_stays_and_the_rest_goes(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_no_control_character_or_surrogate_is_left(text: str) -> None:
    assert {unicodedata.category(char) for char in printable(text).replace("\n", "")}.isdisjoint({"Cc", "Cs"})


@pytest.mark.parametrize(
    ("text", "line"),
    [("一\n二", "一 二"), ("  一  \n\n 二\r\n", "一 二"), ("\n", ""), ("一 二", "一 二"), ("a\x0bb", "ab")],
)
def test_lines_are_joined_with_single_spaces(text: str, line: str) -> None:
    assert one_line(text) == line
