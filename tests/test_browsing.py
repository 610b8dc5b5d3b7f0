"""Browsing: cards that leave nothing out and agree with the answers, the tree, the directory, and finding as people type."""

from __future__ import annotations

from itertools import product

import pytest

from assistant import Assistant
from assistant.answer import figures
from assistant.answer.model import Answer, Language
from assistant.browsing.cards import card
from assistant.browsing.directory import contacts
from assistant.browsing.model import Card, Entry, Grouping
from assistant.browsing.search import find, make_key, matches
from assistant.browsing.tree import branches
from assistant.store import looking

LANGUAGES: tuple[Language, Language] = ("ja", "en")
PROGRAMMES = (
    "collab-rd", "intl-joint-research", "pharma-startup", "life-science-infra", "infectious-disease", "young-startup",
    "gene-therapy-vector", "whole-genome", "brain-innovation",
)  # fmt: skip
SILENT = ("intl-joint-research", "life-science-infra", "gene-therapy-vector", "brain-innovation")
CONTACT = {"bureau", "division", "extension"}


def _entry(of: Card, field: str) -> Entry:
    return next(entry for entry in of.entries if entry.field == field)


def _labels(answer: Answer, field: str) -> list[str]:
    """Return what the answer states of a field; a contact's line is made of three of them."""
    fields = CONTACT if field == "contact" else {field}
    return [fact.label for fact in answer.facts if fact.field in fields]


# Cards


@pytest.mark.parametrize(("programme", "language"), product(PROGRAMMES, LANGUAGES))
def test_every_entry_of_a_card_is_what_its_question_is_answered_with(
    assistant: Assistant, programme: str, language: Language
) -> None:
    for entry in card(assistant, programme, language).entries:
        answer = assistant.ask(entry.question)
        assert (answer.status, answer.language) == ("answered", language), entry.question
        assert {fact.subject for fact in answer.facts} == {f"program:{programme}"}, entry.question
        others = CONTACT if entry.field == "contact" else {"outcome"} if entry.field == "target" else set()
        assert {fact.field for fact in answer.facts} <= {entry.field} | others
        assert {fact.citation.sheet for fact in answer.facts} == {entry.sheet}
        labels = _labels(answer, entry.field)
        if entry.field == "contact":
            assert all(any(label in value for value in entry.values) for label in labels)
            assert len(entry.values) == sum(fact.field == "division" for fact in answer.facts)
        else:
            assert len(labels) == len(entry.values)
            assert all(label in value for label, value in zip(labels, entry.values, strict=True))


STATED = {
    "amount": "SELECT programme, sheet, yen, approximate, part, part_en, note, note_en, printed, label FROM amount",
    "contact": "SELECT programme, sheet, bureau, bureau_en, division, division_en, extension FROM contact",
    "involvement": "SELECT i.programme, i.sheet, o.name FROM involvement i JOIN organisation o ON o.id = i.organisation",
    "route": "SELECT programme, sheet, giver, giver_en, receiver, receiver_en, kind, kind_en FROM route",
    "detail": "SELECT programme, sheet, text, text_en FROM detail",
    "item": "SELECT programme, sheet, name, name_en, note, note_en FROM item",
}


def _words(table: str, row: tuple[str | int | float | None, ...], language: Language) -> list[str]:
    """Return the words of a row that a card in the language must show."""
    rest = row[2:]
    if table == "amount":
        yen, approximate, part, part_en, note, note_en, printed, label = rest
        figure = figures.money(int(yen or 0), language, approximate=bool(approximate))
        said = (part, note) if language == "ja" else (part_en, note_en)
        return [figure, str(printed), str(label), *(str(text) for text in said if text)]
    if table == "contact":
        return [str(text) for text in (*rest[0 if language == "ja" else 1 : 4 : 2], rest[4]) if text]
    own = rest if table == "involvement" else rest[0 if language == "ja" else 1 :: 2]
    return [str(text) for text in own if text]


@pytest.mark.parametrize(("table", "language"), product(STATED, LANGUAGES))
def test_no_row_of_the_store_is_left_out_of_the_cards(assistant: Assistant, table: str, language: Language) -> None:
    cards = {programme: card(assistant, programme, language) for programme in PROGRAMMES}
    rows = assistant.database.rows(STATED[table])
    assert rows
    for row in rows:
        programme, sheet = str(row[0]), row[1]
        entries = [entry for entry in cards[programme].entries if entry.sheet == sheet]
        shown = "\n".join(text for entry in entries for text in (*entry.values, *entry.notes))
        assert [word for word in _words(table, row, language) if word not in shown] == [], programme


@pytest.mark.parametrize("language", LANGUAGES)
def test_draft_and_approximate_are_said_in_words(assistant: Assistant, language: Language) -> None:
    whole_genome = card(assistant, "whole-genome", language)
    assert _entry(whole_genome, "amount").values == (("49億円（案）",) if language == "ja" else ("¥4.9 billion (draft)",))
    about = "約" if language == "ja" else "about"
    assert all(about in value for value in _entry(whole_genome, "component_amount").values)


@pytest.mark.parametrize(("programme", "language"), product(PROGRAMMES, LANGUAGES))
def test_a_card_says_that_no_contact_or_no_extension_is_printed(
    assistant: Assistant, programme: str, language: Language
) -> None:
    of = card(assistant, programme, language)
    if programme in SILENT:
        assert len(of.silent) == 1
        assert of.name in of.silent[0]
        assert "contact" not in {entry.field for entry in of.entries}
    else:
        contact = _entry(of, "contact")
        assert of.silent == ()
        assert bool(contact.notes) == (not any(char.isdigit() for char in "".join(contact.values)))


def test_a_programme_that_does_not_exist_has_no_card(assistant: Assistant) -> None:
    with pytest.raises(KeyError):
        card(assistant, "moon-base", "ja")


# The tree


@pytest.mark.parametrize(("grouping", "language"), product(("ministry", "category"), LANGUAGES))
def test_the_tree_holds_every_programme_once_in_the_order_of_the_source(
    assistant: Assistant, grouping: Grouping, language: Language
) -> None:
    tree = branches(assistant, grouping, language)
    ids = [leaf.programme for branch in tree for leaf in branch.leaves]
    assert sorted(ids) == sorted(PROGRAMMES)
    for branch in tree:
        places = [PROGRAMMES.index(leaf.programme) for leaf in branch.leaves]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("grouping", "question"),
    [
        pytest.param("ministry", "省庁ごとの合計は？", id="by ministry"),
        pytest.param("category", "区分ごとの合計は？", id="by category"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_branchs_total_is_the_assistants(assistant: Assistant, grouping: Grouping, question: str, language: Language) -> None:
    answer = assistant.ask(question, language)
    totals = {fact.subject: fact.label for fact in answer.facts if fact.field == "total"}
    shown = {branch.subject: branch.total for branch in branches(assistant, grouping, language)}
    assert shown
    assert {subject: totals.get(subject) for subject in shown} == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_leafs_amount_is_the_assistants(assistant: Assistant, language: Language) -> None:
    for branch in branches(assistant, "ministry", language):
        for leaf in branch.leaves:
            assert assistant.ask(f"{leaf.name}の予算額は？", language).facts[0].label == leaf.amount


# The directory


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_directory_holds_every_contact_by_ministry_in_printed_order(assistant: Assistant, language: Language) -> None:
    lines = contacts(assistant, language)
    stated = looking.contacts(assistant.database)
    assert [(line.programme, line.extension, line.sheet) for line in lines] == [
        (contact.programme, contact.extension, contact.sheet) for contact in stated
    ]
    assert [line.extension for line in lines] == [None, "8133", "4041", "3825", "2353", None, None, None]
    ministries = [line.ministry for line in lines]
    assert ministries == sorted(ministries, key=ministries.index)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_directory_is_what_its_question_is_answered_with(assistant: Assistant, language: Language) -> None:
    for line in contacts(assistant, language):
        answer = assistant.ask(line.question)
        assert (answer.status, answer.language) == ("answered", language), line.question
        assert [fact.label for fact in answer.facts if fact.field == "bureau"] == [line.bureau]
        assert [fact.label for fact in answer.facts if fact.field == "division"] == [line.division]
        assert [fact.value for fact in answer.facts if fact.field == "extension"] == [line.extension] * bool(line.extension)


# Finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("難病", ["2353"], id="kanji"),
        pytest.param("なんびょう", ["2353"], id="kana"),
        pytest.param("ナンビョウ", ["2353"], id="katakana"),
        pytest.param("ﾅﾝﾋﾞｮｳ", ["2353"], id="half-width kana"),
        pytest.param("nanbyou", ["2353"], id="romaji"),
        pytest.param("nambyo", ["2353"], id="romaji, loosely"),
        pytest.param("INTRACTABLE", ["2353"], id="English, other case"),
        pytest.param("tb", ["8133"], id="an English abbreviation"),
        pytest.param("bio-industry", [None], id="a hyphen"),
        pytest.param("40", ["4041"], id="first digits"),
        pytest.param("２３", ["2353"], id="full-width digits"),
        pytest.param("53", [], id="not the last digits"),
        pytest.param("健康局", ["8133", "3825", "2353"], id="a bureau"),
        pytest.param("健康局　難病", ["2353"], id="two words in any order"),
        pytest.param("難病 健康局", ["2353"], id="the other order"),
        pytest.param("厚労省", ["8133", "4041", "3825", "2353"], id="a ministry's alias"),
        pytest.param("全ゲノム", ["4041", "3825", "2353"], id="by the programme where no office is called so"),
        pytest.param("文科省", [], id="a ministry that prints none"),
        pytest.param("a", [None], id="one letter begins a word"),
        pytest.param("月面", [], id="nothing of the kind"),
        pytest.param("(*[", None, id="signs alone find everything"),
        pytest.param("", None, id="nothing typed"),
        pytest.param("\ud800", None, id="a lone surrogate"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_directory_is_found_however_it_is_typed(
    assistant: Assistant, typed: str, found: list[str | None] | None, language: Language
) -> None:
    lines = contacts(assistant, language)
    hits = find([line.key for line in lines], typed)
    if found is None:
        assert all(hits)
    elif typed == "a":
        assert any(hits)
    else:
        assert [line.extension for line, hit in zip(lines, hits, strict=True) if hit] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("脳", ["brain-innovation"], id="by its own name before what others are about"),
        pytest.param("nou", ["brain-innovation"], id="romaji begins a reading"),
        pytest.param("brain", ["brain-innovation"], id="English"),
        pytest.param("げのむ", ["whole-genome"], id="kana"),
        pytest.param("genomu", ["whole-genome"], id="romaji inside a reading"),
        pytest.param("４０４１", ["whole-genome"], id="its extension"),
        pytest.param("結核", ["infectious-disease"], id="its division"),
        pytest.param("クライオ", ["life-science-infra"], id="its equipment"),
        pytest.param("venture", ["pharma-startup"], id="a word inside an English name"),
        pytest.param("AI", ["brain-innovation"], id="two letters are a word, not half of all readings"),
    ],
)
def test_a_programme_is_found_however_it_is_typed(assistant: Assistant, typed: str, found: list[str]) -> None:
    leaves = [leaf for branch in branches(assistant, "ministry", "ja") for leaf in branch.leaves]
    hits = find([leaf.key for leaf in leaves], typed)
    assert [leaf.programme for leaf, hit in zip(leaves, hits, strict=True) if hit] == found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["文科", "MEXT", "monka", "education ministry"])
def test_a_branch_is_found_by_its_ministry(assistant: Assistant, typed: str, language: Language) -> None:
    found = [branch.subject for branch in branches(assistant, "ministry", language) if matches(branch.key, typed)]
    assert found == ["ministry:mext"]


def test_a_key_needs_no_readings() -> None:
    key = make_key(["Office of Cats", "ネコ課"], extensions=["123"])
    assert matches(key, "cats")
    assert matches(key, "ねこ")
    assert matches(key, "12")
    assert not matches(key, "23")
