"""What the reader may ask about a register: every answer is one look-up, and nothing is gone through as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant import Assistant
from assistant.reading.world import World
from assistant.store.catalogue import KEPT, Lookup
from assistant.store.database import Database

MILLION = 1_000_000
GREENHOUSE, HYDROGEN = "2023-文科-22-9001", "2023-文科-22-9002"
SNOW, CARS, FERRY = "2023-厚労-22-9001", "2023-厚労-22-9002", "2023-国交-22-9001"
RUINS, LIGHTHOUSE, RIVER = "2023-国交-22-9002", "2021-国交-20-9003", "2023-国交-22-9004"
BIRDS, MOE_HILLS, MAFF_HILLS = "2023-環境-22-9001", "2023-環境-22-9002", "2023-農水-22-9001"


@pytest.fixture
def world(invented_assistant: Assistant) -> World:
    return invented_assistant.world


@pytest.fixture
def database(invented_assistant: Assistant) -> Database:
    return invented_assistant.database


MEMBERS = [
    pytest.param("ministry", "mext", {GREENHOUSE, HYDROGEN, "2023-文科-22-9003"}, id="ministry"),
    pytest.param("ministry", "mod", set(), id="a-ministry-without-programmes"),
    pytest.param("bureau", "医政局", {SNOW, CARS}, id="bureau"),
    pytest.param("division", "月面課", {GREENHOUSE, HYDROGEN}, id="division"),
    pytest.param("account", "年金特別会計", {SNOW, CARS}, id="account"),
    pytest.param("policy", "宇宙政策", {GREENHOUSE, HYDROGEN}, id="policy"),
    pytest.param("payee", "株式会社みほん", {GREENHOUSE, HYDROGEN, FERRY}, id="payee"),
    pytest.param("words", "往診", {SNOW, CARS}, id="a-piece-of-names"),
    pytest.param("words", "渡り鳥調査", {BIRDS}, id="a-piece-of-a-former-name"),
    pytest.param("words", "通院", set(), id="a-word-of-a-purpose-is-no-name"),
    pytest.param("category", "fund", set(), id="what-a-register-does-not-have"),
]


@pytest.mark.parametrize(("kind", "name", "expected"), MEMBERS)
def test_the_programmes_of_something_are_looked_up(world: World, kind: str, name: str, expected: set[str]) -> None:
    assert world.programmes(kind, name) == expected


def test_all_programmes_are_those_of_the_newest_fiscal_year(world: World) -> None:
    every = world.programmes("all", "*")
    assert len(every) == 11
    assert LIGHTHOUSE not in every


AMOUNTS = [
    pytest.param(GREENHOUSE, "total", None, [500], id="newest"),
    pytest.param(GREENHOUSE, "total", 2021, [300], id="a-year"),
    pytest.param(GREENHOUSE, "executed", None, [200], id="newest-executed"),
    pytest.param(GREENHOUSE, "carried out", 2022, [-50], id="negative"),
    pytest.param(GREENHOUSE, "executed", 2023, [], id="not-yet-stated"),
    pytest.param(LIGHTHOUSE, "total", None, [50], id="ended"),
    pytest.param(RUINS, "total", None, [0], id="zero"),
    pytest.param("2023-文科-22-0000", "total", None, [], id="no-programme"),
]


@pytest.mark.parametrize(("programme", "stage", "year", "millions"), AMOUNTS)
def test_an_amount_is_looked_up_by_stage_and_year(
    world: World, programme: str, stage: str, year: int | None, millions: list[int]
) -> None:
    assert [a.yen for a in world.amounts(programme, stage, year)] == [value * MILLION for value in millions]


def test_an_amount_is_looked_up_among_the_newest_budgets_alone(world: World) -> None:
    assert [a.programme for a in world.amounts_of(500 * MILLION)] == [GREENHOUSE]
    assert world.amounts_of(400 * MILLION) == ()


NUMBERS = [
    pytest.param("2023-国交-22-9001", FERRY, id="newest"),
    pytest.param("2021-環境-20-9001", BIRDS, id="an-older-sheet-of-another-name"),
    pytest.param("2021-国交-20-9003", LIGHTHOUSE, id="ended"),
    pytest.param("2023-国交-22-9999", None, id="no-sheet"),
    pytest.param("9001", None, id="not-a-whole-number"),
]


@pytest.mark.parametrize(("number", "programme"), NUMBERS)
def test_a_number_of_any_year_leads_to_its_programme(world: World, number: str, programme: str | None) -> None:
    assert world.numbered(number) == programme


YEARS = [
    pytest.param(GREENHOUSE, "total", (2023, 2022, 2021, 2020, 2019), id="total"),
    pytest.param(GREENHOUSE, "executed", (2022, 2021, 2020, 2019), id="executed"),
    pytest.param(GREENHOUSE, "requested", (2024, 2023, 2022), id="requested"),
    pytest.param(RIVER, "executed", (), id="never"),
]


@pytest.mark.parametrize(("programme", "stage", "years"), YEARS)
def test_the_years_that_are_stated_of_a_programme(world: World, programme: str, stage: str, years: tuple[int, ...]) -> None:
    assert world.stated_years(programme, stage) == years


@pytest.mark.parametrize(("stage", "year"), [("total", 2023), ("executed", 2022), ("requested", 2024), ("nothing", 0)])
def test_the_newest_year_of_a_stage(world: World, stage: str, year: int) -> None:
    assert world.newest(stage) == year


def test_the_oldest_year_is_that_of_the_oldest_sheets(world: World) -> None:
    assert (world.oldest, world.fiscal_year, world.date) == (2019, 2023, "2023")


ABOUT = [
    pytest.param(("往診",), (SNOW, CARS), id="names"),
    pytest.param(("里山",), (MAFF_HILLS, MOE_HILLS), id="the-larger-first"),
    pytest.param(("通院",), (FERRY,), id="texts-where-no-name-has-it"),
    pytest.param(("離島", "医療"), (FERRY,), id="name-and-text-together"),
    pytest.param(("離島", "往診"), (), id="nothing-has-both"),
]


@pytest.mark.parametrize(("pieces", "expected"), ABOUT)
def test_pieces_mean_the_names_that_have_them_or_else_the_texts(
    world: World, pieces: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert world.about(pieces) == expected


def test_payees_are_found_by_a_part_of_their_name(world: World) -> None:
    assert world.payees("つばめ大学") == ("国立大学法人つばめ大学",)
    assert world.payees("だれも") == ()


def test_what_a_programme_is_called_is_what_any_of_its_sheets_calls_it(world: World) -> None:
    assert world.names(BIRDS, "渡り鳥調査")
    assert world.names(BIRDS, "広域")
    assert not world.names(BIRDS, "往診")


def test_no_sheet_prints_an_extension(world: World) -> None:
    assert world.extensions("4041") | world.divisions("4041") | world.contact_extensions("医政局") == frozenset()
    assert world.contacts(SNOW) == 1


def test_a_small_store_answers_the_same_questions_with_nothing(assistant: Assistant) -> None:
    world = assistant.world
    assert (world.numbered("2023-国交-22-9001"), world.payees("AMED"), world.about(("脳",))) == (None, (), ())
    assert world.newest("executed") == world.fiscal_year
    assert world.stated_years("brain-innovation", "total") == (world.fiscal_year,)


def test_the_catalogue_knows_ministries_and_programmes_by_name(database: Database) -> None:
    names = database.catalogue.names
    assert names["ministry:mhlw"].short_ja == "厚労省"
    assert names[f"program:{BIRDS}"].ja == "渡り鳥広域調査事業"
    assert names[f"program:{BIRDS}"].en == "渡り鳥広域調査事業"
    assert f"program:{BIRDS[:-1]}" not in names
    assert "category:fund" not in names


def test_the_catalogue_counts_the_newest_fiscal_year(database: Database) -> None:
    assert (database.catalogue.size, len(database.catalogue.ministry_of), database.catalogue.large) == (11, 11, True)
    assert database.catalogue.ministry_of[LIGHTHOUSE] == "mlit"
    assert database.catalogue.contacts_of[SNOW] == ((SNOW, "医政局", "往診支援室", None),)


def counting(found: dict[str, str]) -> tuple[list[str], Callable[[str], str | None]]:
    """Return what was fetched so far, and what fetches."""
    asked: list[str] = []

    def fetch(key: str) -> str | None:
        asked.append(key)
        return found.get(key)

    return asked, fetch


def test_a_lookup_fetches_what_it_is_asked_for_once() -> None:
    asked, fetch = counting({"a": "A"})
    table = Lookup(fetch, lambda: ["a"])
    assert (table["a"], table["a"], table.get("b"), table.get("b")) == ("A", "A", None, None)
    assert asked == ["a", "b"]
    assert (list(table), len(table), "b" in table) == (["a"], 1, False)


def test_a_lookup_forgets_before_it_grows_without_end() -> None:
    asked, fetch = counting({})
    table = Lookup(fetch, list)
    for number in range(KEPT + 2):
        table.get(str(number))
    assert len(set(asked)) == KEPT + 2
    table.get("0")
    assert asked[-1] == "0"
