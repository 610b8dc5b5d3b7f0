"""Verification finds everything in the document's text, and says what is missing from a doctored one."""

from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.store.build import build
from assistant.store.verify import Finding, verify
from tests.store.places import DATABASE, SMALL, SOURCE_TEXT

needs_source = pytest.mark.skipif(not SOURCE_TEXT.exists(), reason=f"the text of the document is not at {SOURCE_TEXT}")


@needs_source
def test_everything_is_printed_in_the_document() -> None:
    findings = verify(DATABASE, SOURCE_TEXT)
    assert [finding for finding in findings if finding.line is None] == []
    assert {finding.kind for finding in findings} == {
        "title",
        "meeting",
        "document number",
        "date",
        "budget",
        "budget stage",
        "category",
        "organisation",
        "name",
        "sheet",
        "list entry",
        "figure",
        "label",
        "part",
        "bureau",
        "division",
        "extension",
        "recipient",
        "equipment",
        "pillar",
        "route kind",
        "figure in a text",
    }


@needs_source
@pytest.mark.parametrize(
    ("kind", "wanted", "line"),
    [
        ("extension", "2353", 382),
        ("bureau", "商務・サービスグループ", 173),
        ("bureau", "商務サービスグループ", 664),
        ("figure", "66億円", 610),
        ("figure", "令和4年度補正予算額(案) 80.0億円", 518),
        ("name", "遺伝子治療の実用化を加速するためのアカデミア用ベクター製造開発基盤の整備", 21),
    ],
    ids=["second of a pair", "with a dot", "without", "beside the budget", "wide digits", "wrapped over lines"],
)
def test_a_finding_says_the_line(kind: str, wanted: str, line: int) -> None:
    assert Finding(kind, wanted, line) in verify(DATABASE, SOURCE_TEXT)


@needs_source
@pytest.mark.parametrize(
    ("former", "new", "missing"),
    [
        ("難病対策課", "難病課", {("division", "難病対策課")}),
        ("3825, 2353", "3825, 23530", {("extension", "2353")}),
        ("66億円", "166億円", {("figure", "66億円")}),
        ("⻭⽌め", "歯止め", set()),
    ],
    ids=["a division", "an extension in a longer number", "a figure in a larger one", "another spelling of radicals"],
)
def test_what_a_doctored_text_lacks_is_reported(tmp_path: Path, former: str, new: str, missing: set[tuple[str, str]]) -> None:
    text = SOURCE_TEXT.read_text(encoding="utf-8")
    assert former in text
    doctored = tmp_path / "doctored.txt"
    doctored.write_text(text.replace(former, new), encoding="utf-8")
    assert {(f.kind, f.wanted) for f in verify(DATABASE, doctored) if f.line is None} == missing


@pytest.fixture
def small(tmp_path: Path) -> Path:
    build([SMALL], tmp_path / "small.db")
    return tmp_path / "small.db"


def test_names_are_found_across_line_breaks_and_wide_characters(tmp_path: Path, small: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("研究\n振興局　振興企画\n課（内線１２３４）\n約４．２億円", encoding="utf-8")
    found = {finding.wanted: finding.line for finding in verify(small, text)}
    assert {name: found[name] for name in ("研究振興局", "振興企画課", "1234", "約4.2億円", "大学等")} == {
        "研究振興局": 1,
        "振興企画課": 2,
        "1234": 3,
        "約4.2億円": 4,
        "大学等": None,
    }


@pytest.mark.parametrize("missing", ["database", "text"])
def test_a_missing_file_is_a_store_error(tmp_path: Path, small: Path, missing: str) -> None:
    text = tmp_path / "text.txt"
    text.write_text("研究振興局", encoding="utf-8")
    files = {"database": (tmp_path / "none.db", text), "text": (small, tmp_path / "none.txt")}
    with pytest.raises(StoreError):
        verify(*files[missing])
    assert not (tmp_path / "none.db").exists()
