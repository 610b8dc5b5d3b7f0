"""Taking answers along: one hard answer in every format, and every format says the same, cell by cell."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer.model import Answer, Citation, Column, ColumnKind, Fact, Language, Option, Table
from assistant.export.conversation import escaped, json_lines, markdown, markdown_table
from assistant.export.document import Document, document
from assistant.export.files import ExistsError, ExportError, full_path, write
from assistant.export.tables import BOM, csv_text, number, tsv
from assistant.export.text import Figure, cited, figure

SHEET = "シート「甲」|乙"
DOCUMENT = Document("shiryo5", "主な事項", "資料5", "第33回会議", "令和4年11月15日")
KINDS: tuple[ColumnKind, ...] = ("text", "text", "money", "percent", "number")
ROWS: tuple[tuple[str | int | float | None, ...], ...] = (
    ("縦|棒\tとタブ", "二行\nの「語」, \"引用\"", 670_000_000, 95.01, 1),
    ("=HYPERLINK(\"x\")", "+81 3", -5, 0.00001, None),
    ("@SUM", "-5", 4_230_000_000_000, 100.0, 3),
    ("＝1+1", "*太字* \\ `x` <b>", None, None, -2),
    ("\x1b[31m赤\x07", "", 0, 0.0, 0),
)  # fmt: skip
LABELS = (
    ("縦|棒\tとタブ", "二行\nの「語」, \"引用\"", "約6.7億円", "95.01%", "1位"),
    ("=HYPERLINK(\"x\")", "+81 3", "-5円", "0%", ""),
    ("@SUM", "-5", "42,300億円", "100%", "3位"),
    ("＝1+1", "*太字* \\ `x` <b>", "—", "", "-2位"),
    ("\x1b[31m赤\x07", "", "0円", "0%", "0位"),
)  # fmt: skip
TITLES = {"ja": ("事業|名", "部", "額（案）", "割合", "順位"), "en": ("Name|s", "Part", "Budget", "Share", "Rank")}


def hard(language: Language) -> Answer:
    """Return an answer with everything in its cells that a format could stumble over."""
    table = Table(tuple(Column(title, kind) for title, kind in zip(TITLES[language], KINDS, strict=True)), ROWS, LABELS)
    facts = (
        Fact("all", "total", 4_230_670_000_000, "JPY", "42,306.7億円", Citation("shiryo5", None, ("program:a",))),
        Fact("program:a", "amount", 670_000_000, "JPY", "約6.7億円", Citation("shiryo5", SHEET), approximate=True),
    )
    text = "合計は42,306.7億円です。\n（出典：「シート」）" if language == "ja" else "42,306.7億円 in total.\n(Source: “x”)"
    return Answer("合計は？", language, "answered", text, "total", "全|事業", facts, table, sql="SELECT 1", parameters={})


def cells(text: str | None) -> list[list[str]]:
    """Return the cells of a TSV, none of which may hold a tab or a line break."""
    assert text is not None
    assert text.endswith("\n")
    return [line.split("\t") for line in text[:-1].split("\n")]


def markdown_cells(text: str) -> list[list[str]]:
    """Return the cells of a Markdown table, unescaped."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.split("\n")]
    return [[re.sub(r"\\(.)", r"\1", cell.strip()) for cell in row] for row in (rows[0], *rows[2:])]


def plain(value: str | int | float | None) -> str:
    """Return what a cell says once an apostrophe, widths of blanks and dirt are taken off."""
    shown = number(value) if isinstance(value, int | float) else value or ""
    return re.sub(r"[\s\x00-\x1f]+", " ", shown.removeprefix("'").replace("\x1b", "").replace("\x07", "")).strip()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_table_tsv_csv_markdown_and_json_agree_cell_by_cell(language: Language) -> None:
    answer = hard(language)
    assert answer.table is not None
    written = csv_text(answer)
    assert written is not None
    pasted = cells(tsv(answer))
    filed = list(csv.reader(io.StringIO(written.removeprefix(BOM), newline="")))
    (line,) = json_lines([answer]).splitlines()
    kept = json.loads(line)["table"]
    shown = markdown_cells(markdown_table(answer.table))
    width = len(KINDS)
    assert [[plain(cell) for cell in row[:width]] for row in pasted[1:]] == [[plain(cell) for cell in row] for row in ROWS]
    assert [[plain(cell) for cell in row] for row in filed] == [[plain(cell) for cell in row] for row in pasted]
    assert kept["rows"] == [list(row) for row in ROWS]
    assert kept["labels"] == [list(row) for row in LABELS]
    assert [[plain(cell) for cell in row] for row in shown[1:]] == [[plain(cell) for cell in row] for row in LABELS]
    assert shown[0] == [column["title"] for column in kept["columns"]] == list(TITLES[language])
    assert {len(row) for row in (*pasted, *filed)} == {width + 1}
    assert {len(row) for row in shown} == {width}


@pytest.mark.parametrize(
    ("language", "headings", "remark"),
    [
        pytest.param("ja", ["額（案）（円）", "割合（%）", "順位", "備考"], "額（案）は約", id="ja"),
        pytest.param("en", ["Budget, yen", "Share, %", "Rank", "Remarks"], "Budget is approximate", id="en"),
    ],
)
def test_numbers_are_plain_the_heading_has_the_unit_and_a_remark_says_about(
    language: Language, headings: list[str], remark: str
) -> None:
    head, first, *rest = cells(tsv(hard(language)))
    assert head[2:] == headings
    assert first[2:] == ["670000000", "95.01", "1", remark]
    assert [row[2:] for row in rest] == [
        ["-5", "0.00001", "", ""],
        ["4230000000000", "100.0", "3", ""],
        ["", "", "-2", ""],
        ["0", "0.0", "0", ""],
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("@x", "'@x"),
        ("-x", "'-x"),
        (" =1", "' =1"),
        ("＝１", "'＝１"),
        ("\t=1", "'    =1"),
        ("-5", "-5"),
        ("+3.2%", "+3.2%"),
        ("-1,000", "-1,000"),
        ("4041", "4041"),
        ("1=1", "1=1"),
        ("・項目", "・項目"),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_a_number_none(text: str, cell: str) -> None:
    table = Table((Column(text, "text"),), ((text,),), ((text,),))
    answer = replace(hard("ja"), table=table)
    (line,) = list(csv.reader(io.StringIO(csv_text(answer, bom=False), newline="")))[1:]
    assert line == [cell]
    assert cells(tsv(answer))[1] == [cell]


def test_csv_begins_with_a_byte_order_mark_unless_told_not_to_and_ends_its_lines_as_rfc_4180_says() -> None:
    with_bom, without = csv_text(hard("ja")), csv_text(hard("ja"), bom=False)
    assert with_bom is not None
    assert without is not None
    assert with_bom.encode()[:3] == b"\xef\xbb\xbf"
    assert with_bom == BOM + without
    assert without.count("\r\n") == len(ROWS) + 1
    assert '"二行\nの「語」, ""引用"""' in without


def test_a_table_in_the_order_that_a_person_sorted_it_is_taken_in_that_order() -> None:
    answer = hard("ja")
    assert answer.table is not None
    turned = replace(answer.table, rows=ROWS[::-1], labels=LABELS[::-1])
    assert cells(tsv(answer, turned))[1:] == cells(tsv(answer))[:0:-1]


@pytest.mark.parametrize("table", [None, Table((Column("a", "text"),), (), ())], ids=["none", "empty"])
def test_an_answer_without_rows_has_no_table_to_take(table: Table | None) -> None:
    answer = replace(hard("ja"), table=table)
    assert (tsv(answer), csv_text(answer)) == (None, None)


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        pytest.param(
            "ja",
            [
                "合計は42,306.7億円です。",
                "・",
                "出典：「主な事項」（資料5、第33回会議、令和4年11月15日）",
                "シート「シート「甲」|乙」",
                "上の資料の値から計算",
            ],
            id="ja",
        ),
        pytest.param(
            "en",
            ["42,306.7億円 in total.", "・", "Source: “主な事項” (資料5,", "Sheet: “シート「甲」|乙”", "Computed from"],
            id="en",
        ),
    ],
)
def test_the_text_has_words_rows_and_source_with_document_and_sheet(language: Language, parts: list[str]) -> None:
    shown = cited(hard(language), DOCUMENT)
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)
    assert shown.count("・") == len(ROWS)
    assert "（出典：「シート」）" not in shown
    assert "“x”" not in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", shown)


def test_rows_that_the_text_tells_are_not_told_twice(assistant: Assistant) -> None:
    for question in ("全ゲノムの内線は？", "省庁ごとの合計は？", "全ゲノムの内訳は？", "Totals by ministry"):
        answer = assistant.ask(question)
        assert answer.table is not None
        assert cited(answer).count("・") == answer.text.count("・")


def test_a_figure_inside_a_longer_one_does_not_tell_a_row() -> None:
    table = Table((Column("a", "text"), Column("b", "money")), (("x", 1), ("y", 2)), (("x", "80億円"), ("y", "2億円")))
    assert "・y、2億円" in cited(replace(hard("ja"), text="180億円と2億円です。", table=table))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("全ゲノムの予算は？", Figure("figure", "49億円"), id="amount"),
        pytest.param("How much is the whole genome programme?", Figure("figure", "¥4.9 billion"), id="amount-en"),
        pytest.param("結核感染症課の内線は？", Figure("extension", "8133"), id="extension"),
        pytest.param("全ゲノムの内線は？", Figure("extension", "4041\n3825\n2353"), id="extensions"),
        pytest.param("全ゲノムの担当は？", Figure("extension", "4041\n3825\n2353"), id="contact"),
        pytest.param("基金の割合は？", Figure("figure", "95.01%"), id="share"),
        pytest.param("全事業の合計は？", Figure("figure", "3,769億円"), id="total"),
        pytest.param("省庁ごとの合計は？", None, id="a-list-leads-with-none"),
        pytest.param("脳の内線は？", None, id="refusal"),
        pytest.param("創薬ベンチャーの目的は？", None, id="text"),
        pytest.param("天気は？", None, id="outside"),
    ],
)
def test_the_bare_figure_is_that_which_the_answer_leads_with(
    assistant: Assistant, question: str, expected: Figure | None
) -> None:
    assert figure(assistant.ask(question)) == expected


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("ja", ["主な事項", "資料5", "第33回", "令和4年11月15日"]),
        ("en", ["Main items", "Document 5", "33rd", "15 November 2022"]),
    ],
)
def test_the_document_is_named_in_the_language(assistant: Assistant, language: Language, parts: list[str]) -> None:
    found = document(assistant, language)
    shown = (found.title, found.number, found.meeting, found.date)
    assert [part for part, text in zip(parts, shown, strict=True) if part not in text] == []
    assert "（" not in found.date


REFUSALS = [
    pytest.param("clarify", "ja", "**確認のための問い返し", id="clarify-ja"),
    pytest.param("clarify", "en", "**Asked back", id="clarify-en"),
    pytest.param("not_in_source", "ja", "**資料にありません**", id="missing-ja"),
    pytest.param("not_in_source", "en", "**Not in the source**", id="missing-en"),
    pytest.param("out_of_scope", "ja", "**対象外です**", id="outside-ja"),
    pytest.param("out_of_scope", "en", "**Outside the data**", id="outside-en"),
]


@pytest.mark.parametrize(("status", "language", "word"), REFUSALS)
def test_a_refusal_is_told_as_one(status: str, language: Language, word: str) -> None:
    answer = Answer("q", language, status, "どの*事業*？", options=(Option("a", "甲は？"), Option("b", "乙は？")))  # type: ignore[arg-type]
    shown = markdown([("q", answer)], language)
    assert word in shown
    assert "どの\\*事業\\*？" in shown
    assert "1. 甲は？\n2. 乙は？" in shown
    assert "出典" not in shown


@pytest.mark.parametrize(
    ("language", "title", "moment"),
    [
        ("ja", "# 予算アシスタントの記録", "書き出した日時：2026-11-23 16:30"),
        ("en", "# Conversation with", "Exported: 2026-11-23 16:30"),
    ],
)
def test_a_conversation_has_its_date_document_questions_answers_and_sources(
    language: Language, title: str, moment: str
) -> None:
    exchanges = [("# 一つ目|？", hard("ja")), ("second\nquestion", hard("en"))]
    shown = markdown(exchanges, language, {"ja": DOCUMENT, "en": DOCUMENT}, datetime(2026, 11, 23, 16, 30))
    assert shown.startswith(title)
    assert moment in shown
    assert re.findall(r"^## (.*)$", shown, re.MULTILINE) == ["\\# 一つ目\\|？", "second question"]
    assert shown.count("主な事項") == 3
    assert "> 解釈：全\\|事業  \n> 出典：「主な事項」" in shown
    assert "> Read as: 全\\|事業  \n> Source: “主な事項”" in shown
    assert shown.count("| --- | --- | ---: | ---: | ---: |") == 2


def test_a_list_that_the_table_tells_is_left_out_and_one_that_tells_more_stays(assistant: Assistant) -> None:
    named = markdown([("q", assistant.ask("全ゲノムの内線は？"))], "ja")
    assert "- 医政局 研究開発政策課（内線4041）" in named
    rows = tuple((str(place), 1) for place in ("甲", "乙"))
    table = Table((Column("名", "text"), Column("数", "number")), rows, tuple((name, "1") for name, _ in rows))
    told = replace(hard("ja"), text="次のとおりです。\n・甲：1\n・乙：1\n以上です。", table=table)
    assert "- 甲" not in markdown([("q", told)], "ja")
    assert "次のとおりです。  \n以上です。" in markdown([("q", told)], "ja")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("1. x", r"1\. x"),
        ("===", r"\==="),
        ("-5", "-5"),
        ("1.5", "1.5"),
        ("- x", r"\- x"),
        ("[a](b)", r"\[a\](b)"),
        ("<b>", r"\<b\>"),
        ("a\tb\nc", "a   b c"),
        ("49億円", "49億円"),
    ],
)
def test_nothing_in_a_text_is_taken_for_markdown(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_json_lines_are_the_objects_of_the_contract_one_a_line(assistant: Assistant) -> None:
    answers = [assistant.ask("全ゲノムの予算は？"), replace(hard("en"), text="lone \ud800 and\u2028break")]
    lines = json_lines(answers).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [answer.model_dump(mode="json") for answer in answers]
    json_lines(answers).encode()


# Files


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "{cwd}/n.md"),
        ("x.md", "{cwd}/x.md"),
        ("~/x.md", "{home}/x.md"),
        ("~", "{home}/n.md"),
        ("{cwd}", "{cwd}/n.md"),
        (" 名 前.md ", "{cwd}/名 前.md"),
        ("new/", "{cwd}/new/n.md"),
        ("../a/x.md", "{up}/a/x.md"),
    ],
)
def test_a_typed_path_means_a_full_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, expected: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(tmp_path)
    names = {"cwd": tmp_path, "home": home, "up": tmp_path.parent}
    assert full_path(typed.format(**names), "n.md") == Path(expected.format(**names))


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x", "a\0b"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_path_that_can_be_none_is_told(tmp_path: Path, typed: str, language: Language) -> None:
    with pytest.raises(ExportError) as caught:
        write(full_path(typed, "n.md"), "x")
    assert ("使えません" if language == "ja" else "cannot be a file name") in caught.value.message(language)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_only_where_that_was_said(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    write(file, "一")
    with pytest.raises(ExistsError):
        write(file, "二")
    assert file.read_text(encoding="utf-8") == "一"
    write(file, "三\r\n", replace=True)
    assert file.read_bytes() == "三\r\n".encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("place", "japanese", "english"),
    [
        pytest.param("missing/a.md", "がありません", "There is no folder", id="no-folder"),
        pytest.param("file/a.md", "がありません", "There is no folder", id="a-file-for-a-folder"),
        pytest.param("folder", "ファイル名まで", "Type a file name", id="a-folder"),
        pytest.param("あ" * 200 + ".md", "別の場所", "Type another place", id="too-long"),
        pytest.param("/proc/a.md", "がありません", "There is no folder", id="where-nobody-may-write"),
    ],
)
def test_a_place_that_cannot_be_written_says_what_to_do(tmp_path: Path, place: str, japanese: str, english: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError) as caught:
        write(tmp_path / place, "x", replace=True)
    assert japanese in caught.value.message("ja")
    assert english in caught.value.message("en")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ExportError, match="You may not write"):
        write(tmp_path / "a.md", "x")
