"""Names of a register are found in a question whole, misspelt and in part, and nothing else is taken for them."""

from __future__ import annotations

import sqlite3

import pytest

from assistant.reading.folding import fold_name
from assistant.reading.text import fold_surface
from assistant.store.build import schema_statements
from assistant.store.database import Database
from assistant.store.names import StoreNames
from assistant.store.register.names_index import write_names
from assistant.store.topics import topics

EVERY = frozenset(["program", "bureau", "division", "account", "policy"])
PAYEES = frozenset(["payee"])
PROGRAMMES = [
    ("a", 2023, "里山ふれあい学習館（北部地区）の整備", "里山に学ぶ場を開く。", "学習館を建てる。", 500),
    ("b", 2023, "施設整備費", "庁舎を保つ。", "屋根とAIカメラを直す。", 300),
    ("c", 2021, "施設整備費", "", "", 900),
    ("d", 2023, "Slack", "職員が話し合う。", "", 10),
    ("e", 2023, "令和4年度風車点検事業", "風車の見回り。", "training", 40),
    ("f", 2022, "海辺のクラゲ観測網の高度化に要する経費", "クラゲを数える。", "学習館とも組む。", 80),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """Return a register of six invented programmes."""
    path = tmp_path_factory.mktemp("register") / "small.db"
    connection = sqlite3.connect(path)
    for statement in schema_statements():
        connection.execute(statement)
    connection.execute("INSERT INTO source VALUES ('s', 't', 't', '', '', '', '', '2023', 2023, '', '', '', '', 's', 's')")
    connection.execute("INSERT INTO ministry VALUES ('moe', '環境省', '環境省', 'Environment', 'Env', '環境', 1)")
    for position, (id_, year, name, purpose, overview, yen) in enumerate(PROGRAMMES, 1):
        connection.execute(
            "INSERT INTO programme (id, source, position, name, sheet, short_name, ministry, list_sheet, review_year) "
            "VALUES (?, 's', ?, ?, ?, ?, 'moe', ?, ?)",
            (id_, position, name, id_, name, id_, year),
        )
        connection.execute("INSERT INTO review_sheet VALUES (?, ?, ?, '1', ?, NULL)", (id_, id_, year, name))
        connection.execute(
            "INSERT INTO amount (programme, position, fiscal_year, stage, yen, printed, label, scope, sheet, review_year) "
            "VALUES (?, 1, ?, 'total', ?, '', '', 'whole', ?, ?)",
            (id_, year, yen, id_, year),
        )
        connection.execute(
            "INSERT INTO contact (programme, position, bureau, division, sheet) VALUES (?, 1, '自然局', '渡り鳥保護課', ?)",
            (id_, id_),
        )
        for field, text in (("purpose", purpose), ("overview", overview)):
            connection.execute(
                "INSERT INTO detail (programme, field, position, text, sheet) VALUES (?, ?, 1, ?, ?)", (id_, field, text, id_)
            )
    connection.execute("INSERT INTO review_sheet VALUES ('f0', 'f', 2018, '1', '磯のヒトデ調べ', NULL)")
    for position, name in enumerate(["株式会社あおぞら測量", "あおぞら測量組合"], 1):
        connection.execute(
            "INSERT INTO payee (programme, fiscal_year, block, position, name, yen, sheet) "
            "VALUES ('a', 2022, 'A', ?, ?, ?, 'a')",
            (position, name, 100 // position),
        )
    write_names(connection)
    write_names(connection)  # a second time changes nothing
    connection.commit()
    connection.close()
    return Database(path)


@pytest.fixture(scope="module")
def names(database: Database) -> StoreNames:
    return StoreNames(database)


@pytest.mark.parametrize(
    ("question", "targets", "stands"),
    [
        pytest.param("里山ふれあい学習館（北部地区）の整備の予算は", ("a",), "里山ふれあい学習館北部地区の整備", id="in full"),
        pytest.param("里山ふれあい学習館の整備の予算は", ("a",), "里山ふれあい学習館の整備", id="without its brackets"),
        pytest.param("施設整備費はいくら", ("b", "c"), "施設整備費", id="two programmes of common words, the newest first"),
        pytest.param("slackの費用", ("d",), "slack", id="Latin"),
        pytest.param("磯のﾋﾄﾃﾞ調べの予算", ("f",), "磯のひとで調べ", id="a former name, half-width"),
        pytest.param("渡り鳥保護課の事業", ("渡り鳥保護課",), "渡り鳥保護課", id="a division"),
    ],
)
def test_a_name_that_stands_in_a_question_is_found(
    names: StoreNames, question: str, targets: tuple[str, ...], stands: str
) -> None:
    folded = fold_surface(question)
    best = names.hits(folded, EVERY)[0]
    assert (best.targets, best.score, folded[best.start : best.end]) == (targets, 100, stands)


@pytest.mark.parametrize(
    ("question", "target"),
    [
        pytest.param("里山ふれあ学習館の整備の予算は", "a", id="left out"),
        pytest.param("里山ふれれあい学習館の整備の予算は", "a", id="doubled"),
        pytest.param("里山ふれあい習学館の整備の予算は", "a", id="swapped"),
        pytest.param("海辺のクラゲ監測網の高度化に要する経費は", "f", id="a wrong kanji"),
        pytest.param("海辺のクラゲ観測網高度化に要する経費は", "f", id="without a particle"),
        pytest.param("渡り鳥保獲課に聞きたい", "渡り鳥保護課", id="a division's kanji"),
    ],
)
def test_a_misspelt_name_is_found_with_its_errors_counted(names: StoreNames, question: str, target: str) -> None:
    best = names.hits(fold_surface(question), EVERY)[0]
    assert best.targets == (target,)
    assert best.score == pytest.approx(100 * (1 - 1 / len(best.name)))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("令和5年度風車点検事業の予算", id="a name with another figure"),
        pytest.param("slackersの費用", id="within a Latin word"),
        pytest.param("天気を教えて", id="nothing of ours"),
        pytest.param("", id="nothing at all"),
        pytest.param("あ", id="one character"),
        pytest.param('"%_\\"', id="signs of SQL and JSON"),
    ],
)
def test_what_is_no_name_is_not_found(names: StoreNames, question: str) -> None:
    assert names.hits(fold_surface(question), EVERY | PAYEES) == []


def test_payees_are_looked_up_only_when_asked_for(names: StoreNames) -> None:
    question = fold_surface("あおぞら測量に払っている事業")
    assert names.hits(question, EVERY) == []
    assert [hit.targets for hit in names.hits(question, PAYEES)] == [("株式会社あおぞら測量",)]


@pytest.mark.parametrize(
    ("piece", "kind", "total", "first"),
    [
        pytest.param("整備", "program", 3, ("a", "b"), id="two characters, newest and largest first"),
        pytest.param("学習館", "program", 1, ("a",), id="three"),
        pytest.param("クラゲ観測網", "program", 1, ("f",), id="more"),
        pytest.param("ヒトデ", "program", 1, ("f",), id="of a former name"),
        pytest.param("観測学習", "program", 0, (), id="pieces of two names are in none"),
        pytest.param("lac", "program", 0, (), id="within a Latin word"),
        pytest.param("測量", "payee", 2, ("株式会社あおぞら測量", "あおぞら測量組合"), id="payees by money"),
        pytest.param("測", "payee", 0, (), id="one character"),
    ],
)
def test_a_piece_is_found_within_names(names: StoreNames, piece: str, kind: str, total: int, first: tuple[str, ...]) -> None:
    assert tuple(names.within(fold_surface(piece), kind, 2)) == (total, first)


def test_a_name_without_a_part_of_its_middle_is_the_likeliest(names: StoreNames) -> None:
    typed = fold_surface("海辺のクラゲ要する経費")
    assert names.hits(typed, EVERY) == []
    assert names.likely(typed, EVERY, 1)[0].targets == ("f",)


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        pytest.param(["学習館"], [("a", "name"), ("f", "overview")], id="the name before the text"),
        pytest.param(["くらげ", "学習"], [("f", "name")], id="every term, kana alike"),
        pytest.param(["風車"], [("e", "name")], id="two characters"),
        pytest.param(["AI"], [("b", "overview")], id="a Latin word, not within another"),
        pytest.param(["里"], [("a", "name")], id="one character"),
        pytest.param(["隕石"], [], id="nothing"),
        pytest.param([], [], id="no term"),
        pytest.param(['"', "NEAR("], [], id="signs of the full text"),
    ],
)
def test_programmes_are_found_by_what_they_speak_of(database: Database, terms: list[str], found: list[tuple[str, str]]) -> None:
    result = topics(database, terms)
    assert [(one.programme, one.field) for one in result.found] == found
    assert result.count == len(found)


def test_the_words_around_a_term_are_shown(database: Database) -> None:
    found = topics(database, ["AIカメラ"]).found
    assert [(one.snippet, one.current) for one in found] == [("屋根とAIカメラを直す。", True)]


@pytest.mark.parametrize(
    "name",
    [
        "里山ふれあい学習館（北部地区）の整備",
        "ＰＣＢ処理・第２期", "データセンター A B", "A・B 協議会", "1,000人計画", "Wi-Fi整備",
        "ー", "・",
        "國立研究所ﾃﾞｰﾀ", "5-7月", "本気？", "ゝ々〆", "O'Neil & 佐藤", "お世話になります。よろしくお願いします。",
        "①　②", "が゙", "",
    ],
)  # fmt: skip
def test_names_are_folded_as_questions_are(name: str) -> None:
    assert fold_name(name) == fold_surface(name)
