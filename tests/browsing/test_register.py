"""Looking through a register: ministries first, programmes by the page, everything else by searching."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer.model import Language
from assistant.browsing.register import PAGE
from assistant.tui.desk import AssistantDesk
from tests.small_register import MANY


@pytest.fixture(scope="module")
def desk(register: Path) -> AssistantDesk:
    """Return a desk on the register."""
    return AssistantDesk(register)


def _names(desk: AssistantDesk, typed: str) -> list[str]:
    return [leaf.name for branch in desk.find(typed, "ja").branches for leaf in branch.leaves]


@pytest.mark.parametrize(
    ("language", "label", "short"),
    [
        pytest.param("ja", "行政事業レビュー（233事業・レビュー年度2023）", "行政事業レビュー（233・2023）", id="ja"),
        pytest.param(
            "en",
            "Administrative project review (233 programmes, review year 2023)",
            "Administrative project review (233, 2023)",
            id="en",
        ),
    ],
)
def test_the_data_say_what_they_are_how_many_programmes_they_have_and_of_when(
    desk: AssistantDesk, language: Language, label: str, short: str
) -> None:
    assert desk.data().label(language) == label
    assert desk.data().label(language, short=True) == short


@pytest.mark.parametrize(
    ("language", "labels"),
    [("ja", ["文部科学省", "厚生労働省", "国土交通省"]), ("en", ["MEXT", "MHLW", "MLIT"])],
)
def test_the_ministries_come_with_counts_and_totals_and_without_programmes(
    desk: AssistantDesk, language: Language, labels: list[str]
) -> None:
    branches = desk.branches("ministry", language)
    assert [branch.label for branch in branches] == labels
    assert [branch.programmes for branch in branches] == [2, 1, MANY]
    assert not any(branch.leaves for branch in branches)
    assert branches[0].total == {"ja": "16億円", "en": "¥1.6 billion"}[language]
    assert desk.branches("category", language) == ()


def test_a_ministry_gives_a_page_of_its_programmes(desk: AssistantDesk) -> None:
    assert [leaf.amount for leaf in desk.leaves("ministry:mext", "ja")] == ["10億円", "6億円"]
    assert len(desk.leaves("ministry:mlit", "ja")) == PAGE


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("月面", ["月面温室研究事業", "月面水素輸送事業"], id="part"),
        pytest.param("月面 水素", ["月面水素輸送事業"], id="two-words"),
        pytest.param("往診", ["雪国往診支援事業"], id="within"),
        pytest.param("厚労省", ["雪国往診支援事業"], id="ministry"),
        pytest.param("2023-文科-22-9002", ["月面水素輸送事業"], id="number"),
        pytest.param("雪", [], id="one-character"),
        pytest.param("火星", [], id="nothing"),
        pytest.param("%_'\"", [], id="signs"),
        pytest.param("", [], id="empty"),
    ],
)
def test_programmes_are_found_by_parts_of_their_names(desk: AssistantDesk, typed: str, found: list[str]) -> None:
    assert _names(desk, typed) == found


def test_of_many_that_are_found_a_page_is_given_and_all_are_counted(desk: AssistantDesk) -> None:
    found = desk.find("港湾清掃", "ja")
    assert (found.count, found.shown) == (MANY, PAGE)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("清掃課", [("港湾局", "清掃課")], id="division"),
        pytest.param("港湾局", [("港湾局", "清掃課")], id="bureau"),
        pytest.param("月面 文科", [("研究振興局", "月面課")], id="with-its-ministry"),
        pytest.param("月面 厚労", [], id="with-another"),
        pytest.param("厚生労働省", [("医政局", "往診支援室")], id="all-of-a-ministry"),
        pytest.param("12", [], id="no-extension-is-printed"),
        pytest.param("", [], id="empty"),
    ],
)
def test_divisions_are_found_once_with_the_number_of_their_programmes(
    desk: AssistantDesk, typed: str, found: list[tuple[str, str]]
) -> None:
    assert [(line.bureau, line.division) for line in desk.find_contacts(typed, "ja").lines] == found
    assert desk.contacts("ja") == ()


def test_a_division_of_many_programmes_says_how_many(desk: AssistantDesk) -> None:
    (line,) = desk.find_contacts("清掃課", "en").lines
    assert f"{MANY} programmes" in line.programme_name


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_card_has_the_years_the_payees_and_what_every_programme_has(desk: AssistantDesk, language: Language) -> None:
    card = desk.card("2023-文科-22-9001", language)
    fields = [entry.field for entry in card.entries]
    assert fields[0] == "amount"
    assert {"contact", "ministry", "purpose", "overview", "payee", "account"} <= set(fields)
    years = card.entries[0].values
    assert [year for year in ("2024", "2023", "2022") if year not in "".join(years)] == []
    assert {"ja": "執行 2.5億円", "en": "executed ¥250 million"}[language] in years[2]
    assert any("株式会社みほん" in value for entry in card.entries for value in entry.values)


def test_there_is_no_card_of_what_is_no_programme(desk: AssistantDesk) -> None:
    with pytest.raises(KeyError):
        desk.card("nothing", "ja")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("月面水", "月面水素輸送事業", id="beginning"),
        pytest.param("往診", "雪国往診支援事業", id="within"),
        pytest.param("国土", "国土交通省", id="ministry"),
        pytest.param("国土交通省の合", "国土交通省の合計は？", id="asked-of-a-ministry"),
        pytest.param("月面温室研究事業の執行額", "月面温室研究事業の執行額は？", id="asked-of-a-programme"),
        pytest.param("府省ごと", "府省ごとの合計は？", id="question"),
    ],
)
def test_what_is_suggested_first(desk: AssistantDesk, typed: str, first: str) -> None:
    assert desk.suggest(typed, "ja")[0].text == first


@pytest.mark.parametrize("typed", ["", " ", "。", "1", "月", "\x00", "%", "の", "火星の", "x" * 300], ids=repr)
def test_nothing_is_suggested_for_what_says_nothing(desk: AssistantDesk, typed: str) -> None:
    assert desk.suggest(typed, "ja") == ()


@pytest.mark.parametrize("typed", ["港湾", "月面", "国土交通省", "MLIT", "清掃課"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_suggestions_are_few_each_once_and_never_what_is_there(desk: AssistantDesk, typed: str, language: Language) -> None:
    texts = [suggestion.text for suggestion in desk.suggest(typed, language)]
    assert 0 < len(texts) == len(set(texts)) <= 8
    assert typed not in texts


def test_what_stands_behind_an_answer_is_looked_up_for_its_programmes(desk: AssistantDesk) -> None:
    reply = desk.reply("月面温室研究事業の担当課は？")
    assert reply.answer.status == "answered"
    assert any("月面課" in stated.value for stated in desk.sources(reply).stated)


def test_behind_a_refusal_stands_what_a_register_states(desk: AssistantDesk) -> None:
    offers = desk.sources(desk.reply("火星の天気は？")).offers
    assert all(offer.fields for offer in offers)
