"""A table of somebody's own programmes is read exactly; what is damaged is told with its line, and nothing is guessed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from assistant.errors import DataError
from assistant.store.register.model import Fault, Reads, Responsible, ReviewSheet, Stated
from assistant.store.register.table import Told, reads
from assistant.store.register.table_columns import FIELDS, Columns
from assistant.store.register.table_figures import STAGES

DOCS = Path(__file__).resolve().parents[3] / "docs"
WIDE = "事業番号,事業名,府省庁,2023年度当初予算（千円）\nA-1,森の道,みどり県,12\nA-2,海の道,みどり県,5\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.csv"


def sheets(file: Path, text: str | bytes, columns: Columns | None = None) -> list[ReviewSheet]:
    """Return the sheets of a table in which nothing is damaged."""
    found = read(file, text, columns)
    assert [one for one in found if isinstance(one, Fault)] == []
    return [one for one in found if isinstance(one, ReviewSheet)]


def read(file: Path, text: str | bytes, columns: Columns | None = None) -> list[ReviewSheet | Fault]:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(reads(file, columns=columns))


def faults(file: Path, text: str | bytes, columns: Columns | None = None) -> list[Fault]:
    return [one for one in read(file, text, columns) if isinstance(one, Fault)]


def refused(file: Path, text: str | bytes, columns: Columns | None = None) -> DataError:
    with pytest.raises(DataError) as caught:
        read(file, text, columns)
    return caught.value


def mapping(folder: Path, text: str) -> Columns:
    made = folder / "mapping.toml"
    made.write_text(text, encoding="utf-8")
    return Columns.load(made)


@pytest.mark.parametrize("separator", [",", "\t", ";"], ids=["comma", "tab", "semicolon"])
@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", "UTF-8、"), ("utf-8-sig", "UTF-8 (BOM)、"), ("cp932", "Shift_JIS (cp932)、"), ("utf-16", "UTF-16、")],
    ids=["utf8", "utf8-bom", "cp932", "utf16"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_encoding_and_separator_of_excel_is_read_and_told(
    file: Path, encoding: str, told: str, separator: str, end: str
) -> None:
    file.write_bytes(WIDE.replace(",", separator).replace("\n", end).encode(encoding))
    announced: list[Told] = []
    found = list(reads(file, columns=Columns(), announce=announced.append))
    assert [(one.name, one.amounts[0].yen) for one in found if isinstance(one, ReviewSheet)] == [
        ("森の道", 12_000),
        ("海の道", 5_000),
    ]
    (how,) = announced
    assert told in how.ja
    assert told.strip("、") in how.en


def test_a_reader_with_its_columns_is_what_the_writer_calls(file: Path) -> None:
    file.write_text(WIDE, encoding="utf-8")
    read_bytes: list[int] = []
    reader: Reads = partial(reads, columns=Columns())
    assert len(list(reader(file, read_bytes.append))) == 2
    assert read_bytes == [0, file.stat().st_size]


def test_a_few_damaged_bytes_spoil_their_row_and_not_the_encoding(file: Path) -> None:
    text = WIDE.encode().replace("海の道".encode(), "海の道".encode()[:-1])
    (fault,) = faults(file, text)
    assert fault.line == 3
    assert "UTF-8" in fault.ja
    assert "UTF-8" in fault.en


def test_a_quoted_line_break_stays_in_its_cell_and_counts_as_a_line(file: Path) -> None:
    text = '事業番号,事業名,府省庁,2023年度当初予算（円）\n1,"森の\n道",みどり県,1\n2,海の道,みどり県,x\n'
    sheet, fault = read(file, text)
    assert isinstance(sheet, ReviewSheet)
    assert (sheet.name, sheet.line) == ("森の 道", 2)
    assert isinstance(fault, Fault)
    assert fault.line == 4


def test_lines_above_the_headings_are_passed_over_and_may_name_the_unit(file: Path) -> None:
    (sheet,) = sheets(file, "県の事業一覧,,\n（単位：百万円）,,\n事業名,府省庁,R5当初予算\n森の道,みどり県,3\n")
    assert sheet.amounts == (Stated(2023, "initial", 3_000_000, "3百万円"),)


@pytest.mark.parametrize(("field", "heading"), [(field, heading) for field, headings in FIELDS.items() for heading in headings])
def test_every_heading_is_understood_in_any_width_and_case(file: Path, field: str, heading: str) -> None:
    values = {"extension": "12", "start_year": "2020", "end_year": "2025", "fiscal_year": "2023", "review_year": "2024"}
    values |= {"stage": "当初", "unit": "千円", "id": "7", "name": "森の道", "ministry": "みどり県"}
    base = {"name": "事業名", "ministry": "府省庁", "fiscal_year": "年度"} | {field: f" {heading.upper()} "}
    row = [values.get(name, "印") for name in base] + ["8"]
    head = [*base.values(), "執行額（円）" if field != "stage" else "金額（円）"]
    (sheet,) = sheets(file, f"{','.join(head)}\n{','.join(row)}\n")
    assert sheet.amounts[0][:2] == (2023, "initial" if field == "stage" else "executed")
    said = {
        "id": sheet.number, "name": sheet.name, "ministry": sheet.ministry, "start_year": str(sheet.start_year),
        "end_year": str(sheet.end_year), "purpose": sheet.purpose, "overview": sheet.overview, "url": sheet.url,
        "account": "".join(sheet.accounts), "policy": "".join(sheet.policies), "review_year": str(sheet.review_year),
        "fiscal_year": str(sheet.amounts[0].fiscal_year), "stage": "当初" if sheet.amounts[0].stage == "initial" else "",
        "unit": "千円" if sheet.amounts[0].yen == 8000 else "",
    }  # fmt: skip
    if field in Responsible._fields:
        assert getattr(sheet.contacts[0], field) == values.get(field, "印")
    else:
        assert said[field] == values.get(field, "印")


def test_an_extension_belongs_to_its_contact(file: Path) -> None:
    text = "事業名,府省庁,局,課,内線,2023年度執行額（円）\n森,県,土木局,道路課,内線１２３,1\n"
    assert sheets(file, text)[0].contacts == (Responsible("土木局", "道路課", "123"),)


@pytest.mark.parametrize(("stage", "word"), [(stage, word) for stage, words in STAGES.items() for word in words])
def test_every_stage_is_understood_as_heading_and_as_cell(file: Path, stage: str, word: str) -> None:
    wide = sheets(file, f"name,ministry,FY2023 {word} (yen)\nForest,Green,5\n")
    long = sheets(file, f"name,ministry,year,stage,amount (yen)\nForest,Green,2023,{word},5\n")
    assert [one.amounts[0][:3] for one in (*wide, *long)] == [(2023, stage, 5)] * 2


@pytest.mark.parametrize(
    ("heading", "year", "yen"),
    [
        ("2023年度当初予算（千円）", 2023, 7_000),
        ("当初予算額（２０２３年度）［百万円］", 2023, 7_000_000),
        ("令和５年度 当初予算（単位：円）", 2023, 7),
        ("令和元年度当初予算（億円）", 2019, 700_000_000),
        ("Ｒ５当初（万円）", 2023, 70_000),
        ("平成30年度当初予算額千円", 2018, 7_000),
        ("FY2023 initial budget (million yen)", 2023, 7_000_000),
        ("initial_2023_yen", 2023, 7),
        ("2023 initial (thousand yen)", 2023, 7_000),
        ("Initial amount, fiscal year 2023 (JPY)", 2023, 7),
    ],
)
def test_a_heading_states_year_and_unit(file: Path, heading: str, year: int, yen: int) -> None:
    (sheet,) = sheets(file, f'事業名\t府省庁\t"{heading}"\n森の道\tみどり県\t7\n')
    assert sheet.amounts[0][:3] == (year, "initial", yen)


@pytest.mark.parametrize(
    ("cell", "yen"),
    [
        ("1,234", 1_234_000),
        ("1234", 1_234_000),
        ("１，２３４", 1_234_000),
        ("1.5", 1_500),
        ("0.001", 1),
        ("0.0", 0),
        ("△5", -5_000),
        ("▲5", -5_000),
        ("-5", -5_000),
        ("−5", -5_000),
        ("－５", -5_000),
        ("(5)", -5_000),
        ("（5）", -5_000),
        ("△ 1,234.5", -1_234_500),
        ("¥5", 5_000),
        ("12.5億円", 1_250_000_000),
        ("△12.5億円", -1_250_000_000),
        ("5円", 5),
        ("3百万円", 3_000_000),
        ("1億2,000万円", 120_000_000),
        ("▲1億2,000万円", -120_000_000),
        ("5 million yen", 5_000_000),
    ],
)
def test_a_figure_is_exactly_its_yen(file: Path, cell: str, yen: int) -> None:
    (sheet,) = sheets(file, f'事業名,府省庁,2023年度予算額（千円）\n森の道,県,"{cell}"\n')
    assert [(one.stage, one.yen) for one in sheet.amounts] == [("total", yen)]


@pytest.mark.parametrize("cell", ["", "-", "－", "―", "…", "なし", "未定", "N/A"])
def test_an_empty_cell_states_no_amount(file: Path, cell: str) -> None:
    (sheet,) = sheets(file, f"事業名,府省庁,2023年度予算額（千円）\n森の道,県,{cell}\n")
    assert sheet.amounts == ()


@pytest.mark.parametrize(
    ("cell", "ja", "en"),
    [
        ("0.0001", "端数", "whole number of yen"),
        ("1.2345", "端数", "whole number of yen"),
        ("1,23", "金額として読めません", "no amount"),
        ("1.2E+08", "金額として読めません", "no amount"),
        ("約5億円", "金額として読めません", "no amount"),
        ("(△5)", "金額として読めません", "no amount"),
        ("百万円", "金額として読めません", "no amount"),
        ("#REF!", "金額として読めません", "no amount"),
        ("99999999999999999999", "大きすぎます", "too large"),
    ],
)
def test_what_is_no_exact_figure_is_a_fault_with_its_line(file: Path, cell: str, ja: str, en: str) -> None:
    (fault,) = faults(file, f'事業名,府省庁,2023年度予算額（千円）\n海の道,県,1\n森の道,県,"{cell}"\n')
    assert (fault.file, fault.line) == (file, 3)
    assert ja in fault.ja
    assert en in fault.en


def test_the_printed_figure_carries_its_unit(file: Path) -> None:
    text = 'name,ministry,FY2023 total (million yen),FY2023 executed (千円)\nForest,Green,"1,234",12.5億円\n'
    assert [one.printed for one in sheets(file, text)[0].amounts] == ["1,234 million yen", "12.5億円"]


@pytest.mark.parametrize(
    ("heading", "unit", "cell", "mapped", "yen"),
    [
        ("", "", "5", "円", 5),
        ("（千円）", "", "5", "円", 5_000),
        ("（千円）", "百万円", "5", "円", 5_000_000),
        ("（千円）", "百万円", "5億円", "円", 500_000_000),
    ],
    ids=["mapping", "heading before mapping", "row before heading", "cell before row"],
)
def test_the_nearest_unit_counts(file: Path, heading: str, unit: str, cell: str, mapped: str, yen: int) -> None:
    text = f"事業名,府省庁,単位,2023年度予算額{heading}\n森の道,県,{unit},{cell}\n"
    assert sheets(file, text, Columns(unit=mapped))[0].amounts[0].yen == yen


def test_figures_without_any_unit_are_refused_and_the_unit_is_asked_for(file: Path) -> None:
    error = refused(file, "事業名,府省庁,2023年度予算額\n森の道,県,5\n")
    assert 'unit = "円"' in error.message_ja
    assert 'unit = "円"' in error.message_en


def test_one_figure_without_unit_among_others_is_a_fault(file: Path) -> None:
    (fault,) = faults(file, "事業名,府省庁,2023年度予算額\n森,県,5\n海,県,5億円\n空,県,0\n")
    assert (fault.line, "単位" in fault.ja, "unit" in fault.en) == (2, True, True)


def test_rows_of_one_programme_are_joined(file: Path) -> None:
    text = (
        "id,name,ministry,division,year,stage,amount (yen)\n"
        "A,Forest,Green,Paths,2022,executed,90\nB,Sea,Green,Ports,2023,total,7\nA,,Green,Trees,2023,total,100\n"
    )
    forest, sea = sheets(file, text)
    assert [amount[:3] for amount in forest.amounts] == [(2022, "executed", 90), (2023, "total", 100)]
    assert [contact.division for contact in forest.contacts] == ["Paths", "Trees"]
    assert (sea.number, sea.amounts[0].yen, forest.review_year, sea.review_year) == ("B", 7, 2023, 2023)


def test_the_same_amount_said_again_under_one_number_counts_once(file: Path) -> None:
    text = "id,name,ministry,division,2023 total (yen)\nA,Forest,Green,Paths,90\nA,Forest,Green,Trees,90\n"
    (sheet,) = sheets(file, text)
    assert (len(sheet.amounts), len(sheet.contacts)) == (1, 2)


@pytest.mark.parametrize(
    ("head", "first", "second", "ja", "en"),
    [
        ("id,name,2023 total (yen)", "A,Forest,90", "A,Forest,91", "2行目は 90 yen", "90 yen on line 2"),
        ("id,name,2023 total (yen)", "A,Forest,90", "A,Sea,90", "Forest", "Sea"),
        ("id,name,start year,2023 total (yen)", "A,Forest,2019,9", "A,Forest,2020,9", "2019", "2020"),
        ("name,2023 total (yen)", "Forest,90", "Forest,90", "事業番号の列", "id column"),
    ],
    ids=["two amounts", "two names", "two beginnings", "twice without number"],
)
def test_rows_that_contradict_each_other_are_told(file: Path, head: str, first: str, second: str, ja: str, en: str) -> None:
    (fault,) = faults(file, f"{head}\n{first}\n{second}\n", Columns(ministry="Green"))
    assert fault.line == 3
    assert ja in fault.ja
    assert en in fault.en


def test_two_columns_of_one_row_may_not_contradict_each_other(file: Path) -> None:
    (fault,) = faults(file, "name,ministry,year,total (yen),2023 total (yen)\nForest,Green,2023,5,6\n")
    assert (fault.line, "5 yen" in fault.ja, "6 yen" in fault.en) == (2, True, True)


@pytest.mark.parametrize("name", ["合計", "小　計", "土木局合計", "Total", "Grand total"])
def test_a_row_of_totals_is_left_out_and_told(file: Path, name: str) -> None:
    (fault,) = faults(file, f"{WIDE},{name},みどり県,17\n")
    assert (fault.line, "合計の行" in fault.ja, "totals" in fault.en) == (4, True, True)


def test_a_missing_number_is_made_of_year_mark_and_line(file: Path) -> None:
    text = "事業名,府省庁,2022年度執行額（円）\n森の道,文部科学省,5\n海の道,みどり県,6\n"
    assert [one.number for one in sheets(file, text)] == ["2022-文科-row2", "2022-みどり県-row3"]


def test_two_bodies_may_use_the_same_number(file: Path) -> None:
    text = "番号,事業名,自治体,2023年度予算額（円）\n1,森の道,みどり県,5\n1,海の道,あお市,6\n"
    found = sheets(file, text, Columns(columns={"id": "番号"}))
    assert [(one.ministry, one.number) for one in found] == [("みどり県", "1"), ("あお市", "1")]


@pytest.mark.parametrize(
    ("text", "columns", "year"),
    [
        ("事業名,府省庁,2022年度執行額（円）,2024年度要求額（円）\n森,県,5,6\n", Columns(), 2022),
        ("事業名,府省庁,2024年度要求額（円）\n森,県,6\n", Columns(), 2023),
        ("事業名,府省庁,2022年度執行額（円）\n森,県,5\n", Columns(review_year=2023), 2023),
        ("事業名,府省庁,公開年度,2022年度執行額（円）\n森,県,令和3年度,5\n", Columns(review_year=2023), 2021),
    ],
    ids=["newest year not only asked for", "only asked for", "mapping", "row before mapping"],
)
def test_the_review_year(file: Path, text: str, columns: Columns, year: int) -> None:
    assert [one.review_year for one in sheets(file, text, columns)] == [year]


@pytest.mark.parametrize(
    ("row", "ja", "en"),
    [
        (",A-3,,", "府省庁", "ministry"),
        ("A-3,,みどり県,3", "事業名がありません", "name"),
        ("A-3,空の道,みどり県,1,234", "5列", "5 cells"),
        ("A-3,空の道", "2列", "2 cells"),
        ('A-3,"空の道,みどり県,3', "引用符", "quotation"),
        ('A-3,"空"の道,みどり県,3', "引用符", "quotation"),
        ("(注) 四捨五入による", "1列", "1 cells"),
    ],
    ids=["no ministry", "no name", "too many", "too few", "not closed", "quote inside", "footnote"],
)
def test_a_damaged_row_is_told_and_the_others_are_read(file: Path, row: str, ja: str, en: str) -> None:
    found = read(file, f"{WIDE}{row}\nA-4,川の道,みどり県,4\n")
    assert [one.name for one in found if isinstance(one, ReviewSheet)] == ["森の道", "海の道", "川の道"]
    (fault,) = [one for one in found if isinstance(one, Fault)]
    assert fault.line == 4
    assert ja in fault.ja
    assert en in fault.en


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("年度", "23"), ("年度", "1900"), ("段階", "内示"), ("単位", "ドル"), ("内線", "なぞ"), ("開始年度", "春")],
)
def test_a_cell_that_its_column_cannot_hold_is_a_fault(file: Path, heading: str, cell: str) -> None:
    text = f"事業名,府省庁,課,{heading},2023年度執行額（円）\n森,県,課,{cell},1\n海,県,課,,1\n"
    (fault,) = faults(file, text)
    assert fault.line == 2
    assert cell in fault.ja
    assert cell in fault.en


def test_all_that_is_wrong_with_a_row_is_told_together(file: Path) -> None:
    (fault,) = faults(file, "事業名,府省庁,開始年度,2023年度執行額（円）\n森,,春,x\n")
    assert [word in fault.en for word in ("ministry is missing", '"春"', '"x"')] == [True] * 3


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("品目,府省庁,2023年度執行額（円）\n森,県,1\n", "事業名"),
        ("事業名,場所,2023年度執行額（円）\n森,県,1\n", "府省庁"),
        ("事業名,府省庁,値段\n森,県,1\n", "金額の列"),
        ("事業名,府省庁,年度,金額（円）\n森,県,2023,1\n", "段階"),
        ("事業名,府省庁,執行額（円）\n森,県,1\n", "年度"),
        ("森,県,1\n海,県,2\n", "事業名"),
    ],
    ids=["name", "ministry", "amount", "stage", "year", "no headings"],
)
def test_a_table_without_what_is_needed_lists_what_it_has_and_what_it_lacks(file: Path, text: str, needed: str) -> None:
    error = refused(file, text)
    lacking = [line for line in error.message_ja.splitlines() if "足りないもの" in line]
    assert any(needed in line for line in lacking)
    found = "、".join(text.splitlines()[0].replace("（", "(").replace("）", ")").split(","))
    assert f"見つかった見出し：{found}" in error.message_ja
    assert "Found: " in error.message_en
    assert error.message_en.count("Needed: ") == len(lacking)


@pytest.mark.parametrize(
    ("content", "ja", "en"),
    [
        (b"", "空です", "is empty"),
        (b"\n\n", "空です", "is empty"),
        (b"PK\x03\x04rest", "Excel のブック", "Excel workbook"),
        (b"a,b\0c\n", "文字のファイルではありません", "not a text file"),
        (WIDE.splitlines()[0].encode(), "行がありません", "has no row"),
    ],
    ids=["nothing", "blank lines", "workbook", "binary", "only headings"],
)
def test_what_is_no_table_is_refused(file: Path, content: bytes, ja: str, en: str) -> None:
    error = refused(file, content)
    assert ja in error.message_ja
    assert en in error.message_en


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.csv"):
        list(reads(tmp_path / "nowhere.csv"))


def test_two_columns_that_mean_the_same_are_refused_until_one_is_ignored(file: Path) -> None:
    text = "事業番号,事業ID,事業名,府省庁,2023年度執行額（円）\nA,7,森,県,1\n"
    assert "ignore" in refused(file, text).message_ja
    assert sheets(file, text, Columns(ignore=("事業ID",)))[0].number == "A"
    assert sheets(file, text, Columns(columns={"id": "事業ID"}))[0].number == "7"


def test_columns_that_are_not_read_are_told(file: Path) -> None:
    file.write_text(WIDE.replace("府省庁", "府省庁,備考").replace("みどり県", "みどり県,x"), encoding="utf-8")
    announced: list[Told] = []
    list(reads(file, announce=announced.append))
    assert "読まない列：備考" in announced[0].ja
    assert "not read: 備考" in announced[0].en


def test_a_mapping_names_the_columns_and_what_the_table_does_not_say(file: Path, tmp_path: Path) -> None:
    columns = mapping(
        tmp_path,
        'unit = "千円"\nministry = "みどり県"\nfiscal_year = 2022\nignore = ["備考"]\n'
        '[columns]\nname = "件名"\nexecuted = "決算"\n'
        '[[amounts]]\nheading = "査定後"\nstage = "initial"\nfiscal_year = 2023\nunit = "円"\n',
    )
    (sheet,) = sheets(file, "件名,決算,査定後,備考\n森の道,8,9,x\n", columns)
    assert (sheet.name, sheet.ministry) == ("森の道", "みどり県")
    assert [amount[:3] for amount in sheet.amounts] == [(2023, "initial", 9), (2022, "executed", 8_000)]


def test_a_heading_of_the_mapping_that_is_not_there_is_told(file: Path) -> None:
    error = refused(file, WIDE, Columns(columns={"purpose": "ねらい"}))
    assert "ねらい" in error.message_ja
    assert "ねらい" in error.message_en


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("units = 1", "units"),
        ('unit = "ドル"', "unit"),
        ("fiscal_year = 23", "fiscal_year"),
        ('review_year = "2023"', "review_year"),
        ("ministry = ''", "ministry"),
        ('stage = "draft"', "stage"),
        ('ignore = "備考"', "ignore"),
        ('columns = "x"', "columns"),
        ('[columns]\nnaem = "件名"', "columns.naem"),
        ("[columns]\nname = 1", "columns.name"),
        ("amounts = 1", "amounts"),
        ('[[amounts]]\nheading = "x"', "amounts[1].stage"),
        ('[[amounts]]\nstage = "total"', "amounts[1].heading"),
        ('[[amounts]]\nheading = "x"\nstage = "total"\nunit = "ドル"', "amounts[1].unit"),
        ("unit = ", "TOML"),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(DataError) as caught:
        mapping(tmp_path, text)
    assert place in caught.value.message_ja
    assert place in caught.value.message_en


def test_a_missing_mapping_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.toml"):
        Columns.load(tmp_path / "nowhere.toml")


def test_the_example_of_the_document_is_read() -> None:
    found = list(reads(DOCS / "import-csv-example.csv"))
    amounts = [[amount[:3] for amount in one.amounts] for one in found if isinstance(one, ReviewSheet)]
    assert amounts == [
        [(2023, "initial", 120_000_000), (2023, "supplementary", -5_000_000), (2022, "executed", 114_300_000)],
        [(2023, "initial", 8_400_000), (2022, "executed", 7_950_500)],
        [(2023, "initial", 120_000_000), (2023, "supplementary", 0), (2022, "executed", -300_000)],
    ]
    assert len(amounts) == len(found)


def test_the_document_names_every_key_heading_and_stage() -> None:
    text = (DOCS / "import-csv.md").read_text(encoding="utf-8")
    words = [word for words in (*FIELDS.values(), *STAGES.values()) for word in words]
    keys = [*FIELDS, *(stage.replace(" ", "_") for stage in STAGES), *(name for name in Columns.__dataclass_fields__)]
    assert [word for word in words if word not in text] == []
    assert [key for key in keys if f"`{key}`" not in text] == []
    assert (DOCS / "import-csv-example.toml").read_text(encoding="utf-8") in text
    Columns.load(DOCS / "import-csv-example.toml")
