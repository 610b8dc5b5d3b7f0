"""The layer that a register lays over the intents and words: what it adds, replaces and drops, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant import assets
from assistant.errors import IntentError
from assistant.intents.load import load_intents, load_words
from assistant.intents.overlay import cut, laid_over, unknown

INTENTS = assets.asset("intents")
OF_DOCUMENT = load_intents(INTENTS)
OF_REGISTER = load_intents(INTENTS, register=True)
PERIOD = """name = "period"
kind = "attribute"
field = "period"
when = [["period"]]
takes = ["which"]
refuses = ["division_name"]
nearby = ["overview", "scale"]
sql = "SELECT 1"
[about]
ja = "期間"
en = "period"
[title]
ja = "期間"
en = "period"
[cues]
ja = ["期間/きかん"]
en = ["period"]
[examples]
ja = ["一つ目の期間は"]
en = ["period of the first"]
[wording.one]
ja = "{value}です。"
en = "{value}."
"""
OVERVIEW = PERIOD.replace("period", "overview").replace('nearby = ["overview", "scale"]', "nearby = []")
SCALE = PERIOD.replace("period", "scale").replace('nearby = ["overview", "scale"]', "nearby = []")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three intents and one word class, with an empty layer for registers."""
    made = tmp_path / "intents"
    write(
        made,
        {
            "period.toml": PERIOD,
            "overview.toml": OVERVIEW,
            "scale.toml": SCALE,
            "words/closed.toml": '[each]\nja = ["各/かく", "毎/ごと"]\nen = ["each"]\n',
            "register/absent.toml": "intents = []\nwords = []\n",
        },
    )
    (made / "register" / "words").mkdir()
    return made


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


LAYINGS = [
    pytest.param({"a": 1}, {"a": 2}, {"a": 2}, id="a-value-takes-the-place"),
    pytest.param({"a": [1, 2]}, {"a": [2, 3]}, {"a": [1, 2, 3]}, id="a-list-adds-what-is-new"),
    pytest.param({"a": {"b": 1, "c": 2}}, {"a": {"b": 3}}, {"a": {"b": 3, "c": 2}}, id="a-table-is-laid-over-the-table"),
    pytest.param(
        {"examples": {"ja": ["一"], "en": ["one"]}},
        {"examples": {"ja": ["二"]}},
        {"examples": {"ja": ["二"], "en": ["one"]}},
        id="examples-take-the-place",
    ),
    pytest.param({"a": [1, 2]}, {"without": {"a": [1]}}, {"a": [2]}, id="without-drops-entries-of-a-list"),
    pytest.param({"a": {"b": 1, "c": 2}}, {"without": {"a": ["b"]}}, {"a": {"c": 2}}, id="without-drops-keys-of-a-table"),
]


@pytest.mark.parametrize(("below", "above", "expected"), LAYINGS)
def test_a_table_is_laid_over_another(below: dict[str, object], above: dict[str, object], expected: dict[str, object]) -> None:
    assert laid_over(below, above) == expected


def test_laying_over_leaves_the_tables_below_as_they_are() -> None:
    below = {"a": {"b": [1]}}
    laid_over(below, {"a": {"b": [2]}, "without": {"a": ["b"]}})
    assert below == {"a": {"b": [1]}}


def test_a_surface_is_cut_with_its_reading_and_only_from_its_class() -> None:
    words = {"each": {"ja": ["各/かく", "毎/ごと"], "en": ["each"]}, "all": {"ja": ["各/かく"]}}
    assert cut(words, {"each": ["各", "each"]}) == {"each": {"ja": ["毎/ごと"], "en": []}, "all": {"ja": ["各/かく"]}}


def test_names_of_absent_that_nothing_has_are_reported() -> None:
    assert unknown({"a": 1}, ["a", "b"], "intents") == ["intents: 'b' is not there"]


def test_a_document_sees_nothing_of_the_layer(folder: Path) -> None:
    write(folder, {"register/period.toml": '[title]\nja = "事業期間"\nen = "running"\n'})
    write(folder, {"register/absent.toml": 'intents = ["scale"]\n[surfaces]\neach = ["各"]\n'})
    intents = load_intents(folder)
    assert set(intents) == {"period", "overview", "scale"}
    assert intents["period"].title["ja"] == "期間"
    assert load_words(folder / "words")["each"]["ja"] == ["各/かく", "毎/ごと"]


def test_a_register_says_what_its_layer_says_and_keeps_the_rest(folder: Path) -> None:
    write(
        folder,
        {
            "register/period.toml": 'takes = ["each"]\n[without]\nrefuses = ["division_name"]\n[title]\nja = "事業期間"\n'
            'en = "running"\n[examples]\nja = ["道路の期間は"]\n[wording.none]\nja = "ありません。"\nen = "None."\n'
        },
    )
    period = load_intents(folder, register=True)["period"]
    assert period.title == {"ja": "事業期間", "en": "running"}
    assert period.takes == {"which", "each"}
    assert period.refuses == frozenset()
    assert period.examples == {"ja": ("道路の期間は",), "en": ("period of the first",)}
    assert set(period.wording) == {"one", "none"}
    assert period.cues["ja"] == ("期間/きかん",)


def test_an_absent_intent_is_gone_and_nobody_offers_it(folder: Path) -> None:
    write(folder, {"register/absent.toml": 'intents = ["scale"]\n'})
    intents = load_intents(folder, register=True)
    assert "scale" not in intents
    assert intents["period"].nearby == ("overview",)


def test_absent_words_and_surfaces_are_gone_and_those_of_the_layer_are_added(folder: Path) -> None:
    write(folder, {"register/absent.toml": 'words = ["gone"]\n[surfaces]\neach = ["各"]\n'})
    write(folder, {"words/more.toml": '[gone]\nja = ["案"]\nen = ["draft"]\n'})
    write(
        folder,
        {"register/words/closed.toml": '[each]\nja = ["ごと"]\nen = []\n[policy]\nja = ["政策/せいさく"]\nen = ["policy"]\n'},
    )
    words = load_words(folder / "words", register=True)
    assert set(words) == {"each", "policy"}
    assert words["each"]["ja"] == ["毎/ごと", "ごと"]


MISTAKES = [
    pytest.param({"register/period.toml": "titel = 1\n"}, "register/period.toml:1: titel: Extra inputs", id="unknown-key"),
    pytest.param({"register/period.toml": "a = 1\nb =\n"}, "register/period.toml:2: ", id="not-toml"),
    pytest.param(
        {"register/period.toml": '[without]\nrefuses = ["bureau_name"]\n'},
        "register/period.toml:1: without.refuses: 'bureau_name' is not there",
        id="drops-what-is-not-there",
    ),
    pytest.param({"register/new.toml": 'name = "new"\n'}, "register/new.toml:1: kind: Field required", id="half-an-intent"),
    pytest.param(
        {"register/absent.toml": 'intents = ["scael"]\n'},
        "register/absent.toml: intents: 'scael' is not there",
        id="absent-misspelt",
    ),
    pytest.param({"period.toml": "titel = 1\n" + PERIOD}, "  period.toml:1: titel: Extra inputs", id="in-the-file-below"),
]


@pytest.mark.parametrize(("files", "message"), MISTAKES)
def test_a_mistake_is_reported_with_the_file_it_stands_in(folder: Path, files: dict[str, str], message: str) -> None:
    write(folder, files)
    with pytest.raises(IntentError) as caught:
        load_intents(folder, register=True)
    assert message in str(caught.value)


WORD_MISTAKES = [
    pytest.param(
        {"register/words/closed.toml": "[each]\njp = []\n"}, "register/words/closed.toml:2: each.jp", id="unknown-key"
    ),
    pytest.param({"register/absent.toml": 'words = ["eech"]\n'}, "register/absent.toml: words: 'eech' is not there", id="word"),
    pytest.param(
        {"register/absent.toml": "[surfaces]\neech = []\n"}, "absent.toml: surfaces: 'eech' is not there", id="surface"
    ),
]


@pytest.mark.parametrize(("files", "message"), WORD_MISTAKES)
def test_a_mistake_in_words_is_reported_with_the_file_it_stands_in(folder: Path, files: dict[str, str], message: str) -> None:
    write(folder, files)
    with pytest.raises(IntentError) as caught:
        load_words(folder / "words", register=True)
    assert message in str(caught.value)


OF_ONE_DOCUMENT = re.compile(
    r"案(?!内)|drafts?\b|資料|のシート|sheet “|the source|令和|FY2022 second|全ゲノム|whole genome|\{(?:budget|stage|meeting)\}"
)


@pytest.mark.parametrize("name", OF_REGISTER)
def test_a_sentence_of_a_register_does_not_speak_of_the_embedded_document(name: str) -> None:
    intent = OF_REGISTER[name]
    pairs = [intent.about, intent.title, *intent.wording.values()]
    said = [text for pair in pairs for text in pair.values()] + [s for sentences in intent.examples.values() for s in sentences]
    assert [text for text in said if OF_ONE_DOCUMENT.search(text)] == []


def test_the_layer_changes_nothing_of_a_document() -> None:
    assert set(OF_DOCUMENT) == {path.stem for path in INTENTS.glob("*.toml")}
    assert not {"policy", "account"} & set(load_words(INTENTS / "words"))


MONEY = ("amount", "total", "average", "median", "list", "largest", "smallest", "rank", "share", "ratio", "difference",
         "profile", "extremes", "by_ministry", "largest_ministry", "smallest_ministry", "count",
         "count_by_ministry")  # fmt: skip
GROUPED = [f"{way}_{group}" for way in ("by", "count_by", "largest") for group in ("bureau", "division", "policy", "account")]


@pytest.mark.parametrize("name", [*MONEY, *GROUPED])
def test_an_amount_of_a_register_says_its_year_and_stage_in_both_languages(name: str) -> None:
    for situation in ("one", "many"):
        for text in OF_REGISTER[name].wording.get(situation, {}).values():
            assert "{label}" in text, text


@pytest.mark.parametrize("name", GROUPED)
def test_totals_by_group_say_that_a_programme_of_several_groups_counts_for_each(name: str) -> None:
    many = OF_REGISTER[name].wording["many"]
    assert "複数の" in many["ja"]
    assert "for each" in many["en"]
