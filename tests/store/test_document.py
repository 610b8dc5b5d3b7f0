"""Documents are read whole and checked whole; a mistake is named with its file and place."""

from pathlib import Path

import pytest

from assistant.errors import BudgetError, DataError
from assistant.store.document import load
from tests.store.places import BAD, DOCUMENT, SMALL

MISTAKES = sorted(BAD.glob("*.toml"))


@pytest.mark.parametrize("path", [DOCUMENT, SMALL], ids=lambda path: path.name)
def test_a_good_document_loads(path: Path) -> None:
    assert load(path).programme


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_refused_with_file_and_place(path: Path) -> None:
    place, says = (line.split(": ", 1)[1] for line in path.read_text(encoding="utf-8").splitlines()[:2])
    with pytest.raises(DataError) as raised:
        load(path)
    assert any(str(path) in problem and place in problem and says in problem for problem in raised.value.problems)
    assert len(raised.value.problems) == 1


def test_every_bad_document_is_the_small_one_with_a_change() -> None:
    lines = set(SMALL.read_text(encoding="utf-8").splitlines())
    for path in MISTAKES:
        changed = [line for line in path.read_text(encoding="utf-8").splitlines()[2:] if line not in lines]
        assert len(changed) <= 7, path


def test_all_problems_of_a_document_are_listed_at_once(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    path = tmp_path / "two.toml"
    path.write_text(text.replace('field = "purpose"', 'field = "x"').replace("fiscal_year = 2022", "fiscal_year = 1"))
    with pytest.raises(DataError) as raised:
        load(path)
    places = [problem.removeprefix(f"{path}: ").split(": ")[:3] for problem in raised.value.problems]
    assert [place[0] for place in places] == ["[source]", "[[programme]] 1 (one)"]


def test_a_missing_file_is_a_data_error_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(BudgetError) as raised:
        load(tmp_path / "nowhere.toml")
    assert "誤り" in raised.value.message("ja")
    assert "mistakes" in raised.value.message("en")
    assert "nowhere.toml" in raised.value.message("ja")


@pytest.mark.parametrize(
    ("written", "text", "kana"),
    [
        ("全ゲノム/ぜんげのむ", "全ゲノム", "ぜんげのむ"),
        ("ブレイン・イノベーション", "ブレイン・イノベーション", None),
        ("3T/7T-MRI/さんてぃーななてぃーえむあーるあい", "3T/7T-MRI", "さんてぃーななてぃーえむあーるあい"),
        ("ヒト/動物PET/ひとどうぶつぺっと", "ヒト/動物PET", "ひとどうぶつぺっと"),
    ],
    ids=["with reading", "all kana", "slash in the words", "slash and kana in the words"],
)
def test_the_reading_of_an_alias_stands_after_the_last_slash(tmp_path: Path, written: str, text: str, kana: str | None) -> None:
    path = tmp_path / "alias.toml"
    path.write_text(SMALL.read_text(encoding="utf-8").replace("一番目/いちばんめ", written), encoding="utf-8")
    (surface,) = load(path).programme[0].aliases.ja
    assert (surface.text, surface.kana) == (text, kana)
