"""Names of a register in a question: whole, misspelt, by number, in pieces; and what is no name."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.reading.model import Mention

FERRY, CARS, SHIP = "2023-国交-22-9001", "2023-厚労-22-9002", "2023-文科-22-9003"
BIRDS, LIGHTHOUSE = "2023-環境-22-9001", "2021-国交-20-9003"
KINDS = ("program", "words", "payee", "bureau", "division")


def names(assistant: Assistant, question: str) -> list[Mention]:
    """Return what a question names of the things that a register looks up."""
    return [m for m in assistant.read(question).mentions if any(map(m.has, KINDS))]


def targets(assistant: Assistant, question: str) -> list[tuple[str, str]]:
    """Return kind and id of everything named."""
    return [(s.kind, s.id) for m in names(assistant, question) for s in m.senses]


WHOLE = [
    pytest.param("離島航路維持事業の予算は", FERRY, id="exact"),
    pytest.param("離島 航路維持 事業の予算は", FERRY, id="with-blanks"),
    pytest.param("budget of 離島航路維持事業", FERRY, id="in-English"),
    pytest.param("離島航路維時事業の予算は", FERRY, id="a-kanji-of-the-same-sound"),
    pytest.param("離島航路維事業の予算は", FERRY, id="a-kanji-missing"),
    pytest.param("離離島航路維時事業の予算は", FERRY, id="misspelt-with-its-first-character-twice"),
    pytest.param("渡り鳥調査事業の予算は", BIRDS, id="a-former-name"),
    pytest.param("往診者整備費の予算は", CARS, id="a-short-name-with-a-kanji-of-the-same-sound"),
    pytest.param("2023-国交-22-9001", FERRY, id="a-number"),
    pytest.param("budget of 2023-国交-22-9001", FERRY, id="a-number-in-English"),
    pytest.param("２０２３－国交－２２－９００１の予算は", FERRY, id="a-number-in-wide-characters"),
    pytest.param("2022-国交-21-9001の予算は", FERRY, id="the-number-of-an-older-sheet"),
    pytest.param("2021-国交-20-9003の予算は", LIGHTHOUSE, id="the-number-of-one-that-ended"),
]


@pytest.mark.parametrize(("question", "programme"), WHOLE)
def test_a_programme_is_found_by_its_name_or_number(invented_assistant: Assistant, question: str, programme: str) -> None:
    assert targets(invented_assistant, question) == [("program", programme)]


def test_two_programmes_of_one_name_are_both_meant(invented_assistant: Assistant) -> None:
    assert set(targets(invented_assistant, "里山再生交付金の予算は")) == {
        ("program", "2023-環境-22-9002"),
        ("program", "2023-農水-22-9001"),
    }


PIECES = [
    pytest.param("離島航路の予算は", "離島航路", id="of-a-name"),
    pytest.param("離島航路維持の予算は", "離島航路維持", id="all-but-事業"),
    pytest.param("離島の事業は", "離島", id="two-characters"),
    pytest.param("Which programmes are about 離島?", "離島", id="in-English"),
    pytest.param("通院の事業は", "通院", id="only-of-a-purpose"),
]


@pytest.mark.parametrize(("question", "piece"), PIECES)
def test_a_piece_of_a_name_or_text_is_found(invented_assistant: Assistant, question: str, piece: str) -> None:
    assert ("words", piece) in targets(invented_assistant, question)


@pytest.mark.parametrize("piece", ["月面", "温室", "灯台", "雪国"])
def test_a_word_whose_half_is_a_word_alone_is_a_piece_too(invented_assistant: Assistant, piece: str) -> None:
    assert ("words", piece) in targets(invented_assistant, f"{piece}の事業は")


NOT_NAMED = [
    pytest.param("深海魚の予算は", id="a-longer-word"),
    pytest.param("宇宙開発戦略の予算は", id="an-unknown-name"),
    pytest.param("月面鉱山開発事業の予算は", id="an-unknown-name-that-holds-a-known-piece"),
    pytest.param("2023-国交-22-90011の予算は", id="a-number-with-a-digit-more"),
    pytest.param("2023-国交-22-9999の予算は", id="a-number-of-no-sheet"),
    pytest.param("How do I grow vegetables on the moon?", id="the-words-of-an-English-sentence"),
    pytest.param("observe the ferry programme budget", id="English-words-for-it"),
    pytest.param("AIの予算は", id="an-acronym-that-stands-nowhere"),
]


@pytest.mark.parametrize("question", NOT_NAMED)
def test_what_stands_in_no_name_is_no_name_and_not_answered(invented_assistant: Assistant, question: str) -> None:
    assert targets(invented_assistant, question) == []
    assert invented_assistant.ask(question).status != "answered"


OTHER_KANJI = [
    pytest.param("往診車整理費の予算は", id="in-Japanese"),
    pytest.param("budget of 往診車整理費", id="in-English"),
    pytest.param("往診馬整備費の予算は", id="another-thing"),
]


@pytest.mark.parametrize("question", OTHER_KANJI)
def test_another_kanji_in_a_short_name_makes_another_name_and_asks_back(invented_assistant: Assistant, question: str) -> None:
    assert [m.how for m in names(invented_assistant, question)] == ["doubtful"]
    answer = invented_assistant.ask(question)
    assert (answer.status, [CARS in option.label for option in answer.options]) == ("clarify", [True])


PAYEES = [
    pytest.param("株式会社みほんに払っている事業は", ["株式会社みほん"], id="paid"),
    pytest.param("Which programmes paid 株式会社みほん?", ["株式会社みほん"], id="paid-in-English"),
    pytest.param("つばめ大学への支出は", ["国立大学法人つばめ大学"], id="in-part"),
    pytest.param("株式会社みほんの支出先は", [], id="not-as-the-one-who-pays"),
    pytest.param("payees of 株式会社みほん", [], id="not-as-the-one-who-pays-in-English"),
    pytest.param("株式会社みほんの住所は", [], id="not-where-nothing-is-said-of-paying"),
    pytest.param("株式会社みほへの支出は", [], id="not-misspelt"),
]


@pytest.mark.parametrize(("question", "payees"), PAYEES)
def test_a_payee_is_named_exactly_and_as_one_who_is_paid(
    invented_assistant: Assistant, question: str, payees: list[str]
) -> None:
    filters = invented_assistant.read(question).frame.filters
    assert [v for f in filters if f.name == "payee" for v in f.values] == payees
    assert (invented_assistant.ask(question).status == "answered") == bool(payees)


def test_what_is_left_beside_a_name_is_not_passed_over(invented_assistant: Assistant) -> None:
    assert invented_assistant.ask("離島航路維持事業業者の予算は").status != "answered"
