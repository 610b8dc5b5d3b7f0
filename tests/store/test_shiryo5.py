"""The facts of the one document that are easy to get wrong, and the rules that its vocabulary keeps."""

import sqlite3
from collections.abc import Iterator

import pytest

from assistant.text.fold import nfkc_fold
from tests.store.places import DATABASE, SOURCE_TEXT

FOUR_OF_MEXT = ["brain-innovation", "gene-therapy-vector", "intl-joint-research", "life-science-infra"]
WHOLE = "SELECT sum(yen) FROM amount WHERE scope = 'whole'"
FACTS = {
    "all add up": (WHOLE, [(376_900_000_000,)]),
    "ministries add up": (
        "SELECT p.ministry, sum(a.yen) FROM programme p JOIN amount a ON a.programme = p.id AND a.scope = 'whole'"
        " JOIN ministry m ON m.id = p.ministry GROUP BY p.ministry ORDER BY m.position",
        [("cao", 8_000_000_000), ("mext", 57_200_000_000), ("mhlw", 10_700_000_000), ("meti", 301_000_000_000)],
    ),
    "categories in the order of the list page": (
        "SELECT category FROM programme ORDER BY position",
        [("fund",)] * 3 + [("pj1",)] * 2 + [("pj2",), ("pj3",), ("pj4",), ("pj5",)],
    ),
    "parts add up to the whole and 6.6 billion stays beside it": (
        "SELECT scope, sum(yen), max(approximate) FROM amount WHERE programme = 'intl-joint-research' GROUP BY scope"
        " ORDER BY scope",
        [("beside", 6_600_000_000, 0), ("part", 50_100_000_000, 0), ("whole", 50_100_000_000, 0)],
    ),
    "both parts of the genome plan are approximate": (
        "SELECT part, yen, approximate, printed FROM amount WHERE programme = 'whole-genome' AND scope = 'part'",
        [("厚労科研費", 670_000_000, 1, "約6.7億円"), ("AMED研究費", 4_230_000_000, 1, "約42.3億円")],
    ),
    "80.0 is 80": (
        "SELECT yen, printed FROM amount WHERE programme = 'collab-rd'", [(8_000_000_000, "80.0億円")],
    ),
    "extensions pair in printed order": (
        "SELECT bureau, division, extension FROM contact WHERE programme = 'whole-genome' ORDER BY position",
        [
            ("医政局", "研究開発政策課", "4041"),
            ("健康局", "がん・疾病対策課", "3825"),
            ("健康局", "難病対策課", "2353"),
        ],
    ),
    "the four sheets of MEXT print no bureau": (
        "SELECT id FROM programme WHERE id NOT IN (SELECT programme FROM contact) ORDER BY id",
        [(name,) for name in FOUR_OF_MEXT],
    ),
    "three sheets print bureaux without extensions": (
        "SELECT DISTINCT programme FROM contact WHERE extension IS NULL ORDER BY programme",
        [("collab-rd",), ("pharma-startup",), ("young-startup",)],
    ),
    "the split of the young researchers' programme is not stated": (
        "SELECT scope FROM amount WHERE programme = 'young-startup'", [("whole",)],
    ),
    "one bureau is spelt two ways": (
        "SELECT programme, bureau FROM contact WHERE bureau LIKE '商務%' ORDER BY id",
        [("pharma-startup", "商務サービスグループ"), ("young-startup", "商務・サービスグループ")],
    ),
    "either spelling names both": (
        "SELECT count(*) FROM alias WHERE kind = 'bureau'"
        " AND surface IN ('商務サービスグループ', '商務・サービスグループ')",
        [(4,)],
    ),
    "the money of the genome plan has two branches": (
        "SELECT giver, kind, receiver FROM route WHERE programme = 'whole-genome' ORDER BY position",
        [
            ("国", "補助(AMED補助金)", "AMED"),
            ("AMED", "委託等", "研究者/民間事業者等"),
            ("国", "補助(厚労科研費)", "研究者/民間事業者等"),
        ],
    ),
    "every figure is a draft": ("SELECT DISTINCT stage, fiscal_year FROM amount", [("supplementary draft", 2022)]),
    "every programme has a route and a recipient": (
        "SELECT count(DISTINCT r.programme), count(DISTINCT i.programme) FROM route r"
        " JOIN item i ON i.field = 'recipient'",
        [(9, 9)],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{DATABASE.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize(("query", "expected"), FACTS.values(), ids=FACTS.keys())
def test_the_document_says(connection: sqlite3.Connection, query: str, expected: list[tuple[object, ...]]) -> None:
    assert connection.execute(query).fetchall() == expected


@pytest.mark.parametrize("field", ["purpose", "overview", "outcome"])
def test_all_nine_have_a(connection: sqlite3.Connection, field: str) -> None:
    assert connection.execute("SELECT count(DISTINCT programme) FROM detail WHERE field = ?", (field,)).fetchone() == (9,)


@pytest.mark.parametrize(
    ("programme", "field", "words"),
    [
        ("young-startup", "target", ["1件", "7.5%", "令和9年度"]),
        ("intl-joint-research", "scale", ["100百万円", "1億円"]),
        ("intl-joint-research", "period", ["5年"]),
        ("intl-joint-research", "field_of_support", ["内閣府"]),
        ("pharma-startup", "stage", ["前臨床", "治験第1相", "治験第2相"]),
        ("pharma-startup", "date", ["令和3年6月"]),
        ("whole-genome", "date", ["令和4年9月"]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_text_carries_its_figures(connection: sqlite3.Connection, programme: str, field: str, words: list[str]) -> None:
    query = "SELECT text FROM detail WHERE programme = ? AND field = ?"
    text = "".join(row[0] for row in connection.execute(query, (programme, field)))
    assert [word for word in words if word not in text] == []


def test_no_everyday_word_is_an_alias(connection: sqlite3.Connection) -> None:
    everyday = "予算 研究 開発 事業 支援 整備 基盤 推進 強化 金額 担当 内線 資料"
    everyday += " the a budget research project programme support"
    found = {row[0] for row in connection.execute("SELECT lower(surface) FROM alias WHERE kind <> 'topic'")}
    assert found & set(everyday.split()) == set()


def test_every_alias_leads_to_something(connection: sqlite3.Connection) -> None:
    query = """
        SELECT kind, target FROM alias WHERE target NOT IN (
          SELECT id FROM programme UNION SELECT id FROM ministry UNION SELECT id FROM category
          UNION SELECT id FROM organisation UNION SELECT bureau FROM contact UNION SELECT division FROM contact
          UNION SELECT part FROM amount WHERE part IS NOT NULL)
    """
    assert connection.execute(query).fetchall() == []


def test_no_programme_name_stands_for_two_programmes(connection: sqlite3.Connection) -> None:
    query = "SELECT lower(surface) FROM alias WHERE kind = 'program' GROUP BY 1 HAVING count(DISTINCT target) > 1"
    assert connection.execute(query).fetchall() == []


LONGEST_SHARED_RUN = 28
"""Names and lists of names run this long; a sentence of the source would run longer."""


@pytest.mark.skipif(not SOURCE_TEXT.exists(), reason=f"the text of the document is not at {SOURCE_TEXT}")
def test_texts_are_in_our_own_words(connection: sqlite3.Connection) -> None:
    source = "".join(nfkc_fold(SOURCE_TEXT.read_text(encoding="utf-8")).split())
    size = LONGEST_SHARED_RUN
    for (text,) in connection.execute("SELECT text FROM detail"):
        assert [text[i : i + size] for i in range(len(text) - size + 1) if text[i : i + size] in source] == []
