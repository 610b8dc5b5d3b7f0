"""Folding makes the characters of documents and keyboards the ones that people type, and goes no further."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ja_cvu_normalizer.ja_cvu_normalizer import JaCvuNormalizer  # type: ignore[import-untyped]

from assistant.text.fold import nfkc_fold
from tests.store.places import ROOT, SOURCE_TEXT

SUPPLEMENT = [chr(code) for code in range(0x2E80, 0x2F00) if unicodedata.name(chr(code), "")]
KANGXI = [chr(code) for code in range(0x2F00, 0x2FE0) if unicodedata.name(chr(code), "")]
WITHOUT_EQUIVALENT = {"⺀"}
DECIDED_OTHERWISE = {"⺼": "肉"}
"""Where the kept table follows Unicode and not ja-cvu-normalizer (which has 月)."""


@pytest.mark.parametrize("radical", [r for r in SUPPLEMENT if r not in WITHOUT_EQUIVALENT], ids=lambda r: f"{ord(r):X}")
def test_every_radical_of_the_supplement_folds_to_one_ideograph(radical: str) -> None:
    folded = nfkc_fold(radical)
    assert len(folded) == 1
    assert unicodedata.name(folded).startswith("CJK UNIFIED IDEOGRAPH")


@pytest.mark.parametrize("radical", [*SUPPLEMENT, *KANGXI], ids=lambda r: f"{ord(r):X}")
def test_folding_agrees_with_ja_cvu_normalizer(radical: str) -> None:
    theirs = JaCvuNormalizer().mapping_table.get(radical)
    if theirs is not None:
        assert nfkc_fold(radical) == DECIDED_OTHERWISE.get(radical, theirs)


@pytest.mark.skipif(not SOURCE_TEXT.exists(), reason=f"the text of the document is not at {SOURCE_TEXT}")
def test_no_radical_of_the_document_is_left() -> None:
    text = SOURCE_TEXT.read_text(encoding="utf-8")
    radicals = {char for char in text if "\u2e80" <= char <= "\u2fdf"}
    assert {"⻑", "⺠", "⻭", "⼤"} <= radicals
    assert {char for char in map(nfkc_fold, radicals) if not unicodedata.name(char).startswith("CJK UNIFIED")} == set()


CASES = {
    "kangxi": ("⼤⼦⽤", "大子用"),
    "supplement": ("⻑⺠⻭", "長民歯"),
    "a door as Japanese writes it": ("⼾", "戸"),
    "full width": ("ＡＭＥＤ　１２３", "AMED 123"),
    "half-width kana": ("ｾﾞﾝｹﾞﾉﾑ", "ゼンゲノム"),
    "circled figure": ("PJ①", "PJ1"),
    "wide brackets": ("（産学官共同型）", "(産学官共同型)"),
    "variation selector": ("葛\U000e0100城", "葛城"),
    "case stays": ("Amed", "Amed"),
    "long vowel and middle dot stay": ("ブレイン・データー", "ブレイン・データー"),
    "a lone surrogate passes": ("\ud800大", "\ud800大"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_folding(text: str, expected: str) -> None:
    assert nfkc_fold(text) == expected


@given(st.text() | st.text(st.sampled_from(SUPPLEMENT + KANGXI)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert nfkc_fold(nfkc_fold(text)) == nfkc_fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_left_alone(text: str) -> None:
    assert nfkc_fold(text) == text


def test_importing_text_loads_nothing_heavy() -> None:
    """In a fresh interpreter, since other tests have loaded everything."""
    code = (
        "import sys; import assistant.text.fold, assistant.text.money, assistant.text.numbers, assistant.errors;"
        "heavy = ('pydantic', 'sqlite3', 'sqlite_utils', 'rapidfuzz', 'textual');"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_text_imports_nothing_of_ours_but_text() -> None:
    for path in Path(ROOT, "assistant", "text").glob("*.py"):
        imports = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(("from ", "import "))]
        assert [line for line in imports if "assistant" in line and "assistant.text" not in line] == []
