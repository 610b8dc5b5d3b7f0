"""The ledger: labels in a column, texts that hang behind them, statements that lose nothing, at every width."""

from __future__ import annotations

import pytest

from assistant.tui.widgets.ledger import Row, lay_out
from assistant.tui.wrapping import cells

SQL = """SELECT * FROM (
SELECT 'program:' || p.id AS subject, 'amount' AS field, x.yen AS number, NULL AS text, NULL AS text_en, 'JPY' AS unit,
       NULL AS part, x.approximate AS approximate, x.sheet AS sheet, p.position AS o1, 0 AS o2, 0 AS o3
FROM programme p JOIN amount x ON x.programme = p.id AND x.scope = 'whole'
WHERE p.id IN (:v0)
) AS answer"""
ROWS = (
    Row("heading", "資料の記載"),
    Row("name", "全ゲノム解析等の推進"),
    Row("pair", "49億円", "予算額", "（補正予算の案の額）"),
    Row("pair", "約42.3億円", "とても長い見出しなので上に置くもの", "（概数）"),
    Row("pair", "全ゲノム解析等実行計画2022の推進", "シート"),
    Row("pair", "全ゲノム解析等の推進", "49億円", right=True),
    Row("pair", "創薬ベンチャー", "3,000億円", right=True),
    Row("gap"),
    Row("text", "読み取り専用で実行しました。データは変わりません。"),
    Row("code", SQL),
)


def lines(width: int, *rows: Row) -> list[str]:
    return [line.plain for line in lay_out(rows, width)]


@pytest.mark.parametrize("width", [20, 36, 56, 76, 116])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    assert all(cells(line) <= width for line in lines(width, *ROWS))


@pytest.mark.parametrize("width", [24, 36, 76, 200])
def test_a_statement_is_wrapped_without_losing_a_word(width: int) -> None:
    assert " ".join(lines(width, Row("code", SQL))).split() == SQL.split()


def test_a_statement_that_fits_stands_as_it_is() -> None:
    assert lines(200, Row("code", SQL)) == SQL.split("\n")


def test_a_word_longer_than_the_line_is_broken_rather_than_cut() -> None:
    assert "".join(line.strip() for line in lines(12, Row("code", "x" * 40))) == "x" * 40


@pytest.mark.parametrize("width", [20, 36, 76])
def test_labels_and_texts_are_shown_whole(width: int) -> None:
    shown = "".join(line.replace(" ", "") for line in lines(width, *ROWS))
    assert all(part.replace(" ", "") in shown for row in ROWS[1:7] for part in (row.label, row.text, row.note) if width > 36)
    assert "全ゲノム解析等の推進" in shown


def test_labels_make_a_column_and_a_long_one_stands_above_its_text() -> None:
    assert lines(40, *ROWS[2:5]) == [
        "  予算額  49億円（補正予算の案の額）",
        "  とても長い見出しなので上に置くもの",
        "    約42.3億円（概数）",
        "  シート  全ゲノム解析等実行計画2022の推",
        "          進",
    ]


def test_figures_as_labels_are_aligned_to_the_right() -> None:
    assert lines(60, *ROWS[5:7]) == ["     49億円  全ゲノム解析等の推進", "  3,000億円  創薬ベンチャー"]


def test_a_note_goes_to_a_line_of_its_own_rather_than_be_broken() -> None:
    assert lines(30, ROWS[2]) == ["  予算額  49億円", "          （補正予算の案の額）"]


def test_a_heading_fills_its_line() -> None:
    (heading,) = lines(30, ROWS[0])
    assert heading.startswith("資料の記載 ─")
    assert cells(heading) == 30


def test_what_must_not_reach_the_screen_does_not() -> None:
    evil = "\x1b[31m赤\x07[bold]太字[/bold]\u202e"
    shown = "\n".join(lines(40, Row("name", evil), Row("pair", evil, evil, evil), Row("code", evil), Row("heading", evil)))
    assert not any(char in shown for char in "\x1b\x07\u202e")
    assert shown.count("[bold]") == 6
