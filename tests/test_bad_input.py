"""Whatever is typed, nothing is raised, nothing is shown raw, and the database stays as it is."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant, assets
from assistant.cli import main

LONGEST = 2_000
"""Characters of a question that are read and shown again."""
STATUSES = frozenset({"answered", "clarify", "not_in_source", "out_of_scope"})
QUESTION = "全ゲノムの内線は？"
BAD: dict[str, str] = {
    "empty": "",
    "blanks": " \u3000\t\n\r ",
    "100,000 letters": "a" * 100_000,
    "100,000 kanji": "予" * 100_000,
    "100,000 digits": "4" * 100_000,
    "100,000 programmes": "全ゲノムと" * 20_000,
    "100,000 combining marks": "が" + "\u3099" * 100_000,
    "100,000 control characters": "\x00" * 100_000 + QUESTION,
    "nested brackets": "（" * 50_000 + "）" * 50_000,
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "an escape sequence": "\x1b[31m\x1b]0;title\x07全ゲノムの予算は\x1b[0m",
    "a bell and a backspace": "全ゲノムの\x07予算\x08は",
    "rich markup": "[bold red]全ゲノム[/bold red]の[link=file:///]予算[/link]は",
    "html": "<script>alert(1)</script>全ゲノムの予算は<b>",
    "a lone high surrogate": "全ゲノムの\ud800予算は",
    "a lone low surrogate": "\udcff全ゲノムの予算は",
    "zero-width characters": "全\u200bゲ\u2060ノ\ufeffムの予算は",
    "direction overrides": "\u202e全ゲノムの予算は\u202c\u2066",
    "noncharacters": "\uffff\ufffe\U0010ffff全ゲノム",
    "private use": "\ue000\U000f0000の予算は",
    "unassigned": "\u0378の予算",
    "line separators": "全ゲノムの\u2028予算\u2029は\x85",
    "emoji": "🧬🇯🇵👩‍🔬の予算は🎌",
    "a drop": "'; DROP TABLE programme; --",
    "a union": "全ゲノム' UNION SELECT name FROM sqlite_master --",
    "a pragma": "PRAGMA writable_schema = 1; DELETE FROM amount",
    "a placeholder": "{programmes} :v0 ? %s {0} {__class__} $v0",
    "a percent format": "%n%n%x%s の予算は",
    "a path": "../../etc/passwd\x00.db",
    "a regular expression": "(((a+)+)+)$" * 50,
    "Chinese": "全基因组计划的预算是多少？",
    "Korean": "전체 게놈 예산은 얼마입니까?",
    "Arabic": "ما هي ميزانية برنامج الجينوم؟",
    "Thai": "งบประมาณเท่าไหร่",
    "Russian": "Каков бюджет?",
    "numbers beyond bounds": "9" * 400 + "億円以上の事業は",
    "a tiny fraction": "0." + "0" * 400 + "1億円以上の事業は",
    "a huge rank": "99999999999999999999番目に大きい事業は",
    "a huge count": "上位99999999999999999999999件",
    "division by zero": "0円の何倍ですか",
    "superscripts and circled numbers": "⁹⁹⁹㊿億円①②③以上の事業は",
    "other digits": "٣٤٥६७億円以上の事業は",
}


def _digest() -> str:
    return hashlib.sha256(assets.asset("budget.db").read_bytes()).hexdigest()


@pytest.fixture(autouse=True, scope="module")
def _database_stays() -> Iterator[None]:
    """Hold the database of after these tests against that of before."""
    before = _digest()
    yield
    assert _digest() == before


def _strings(value: Any) -> Iterator[str]:
    """Yield every string in an object."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _steers(text: str) -> set[str]:
    """Return the characters of a text that could steer a terminal or cannot be written to one."""
    return {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and char != "\n"}


def _assert_sound(dumped: dict[str, Any]) -> None:
    assert dumped["status"] in STATUSES
    assert dumped["language"] in ("ja", "en")
    assert dumped["text"].strip()
    assert not {"「」", "“”"} & {dumped["text"][i : i + 2] for i in range(len(dumped["text"]))}
    assert len(dumped["question"]) <= LONGEST
    assert 0 <= dumped["confidence"] <= 1
    assert not set().union(*map(_steers, _strings(dumped)))
    assert bool(dumped["facts"]) <= (dumped["status"] == "answered")
    assert json.loads(json.dumps(dumped, ensure_ascii=False).encode()) == dumped


@pytest.mark.parametrize("question", BAD.values(), ids=BAD.keys())
def test_anything_can_be_asked(assistant: Assistant, question: str) -> None:
    _assert_sound(assistant.ask(question).model_dump(mode="json"))


@pytest.mark.parametrize("question", ["予算は要りません、脳の所管は", "genome budget after AMED"])
def test_what_is_not_understood_is_quoted_only_where_there_are_words(assistant: Assistant, question: str) -> None:
    _assert_sound(assistant.ask(question).model_dump(mode="json"))


@pytest.mark.parametrize("question", BAD.values(), ids=BAD.keys())
def test_anything_can_be_asked_in_a_conversation(assistant: Assistant, question: str) -> None:
    chat = assistant.conversation()
    for asked in (question, QUESTION, question, "予算は？", question, "1", "そのうち一番大きいのは？"):
        _assert_sound(chat.ask(asked).model_dump(mode="json"))


@pytest.mark.parametrize("question", BAD.values(), ids=BAD.keys())
def test_anything_can_be_given_to_the_command(capsys: pytest.CaptureFixture[str], question: str) -> None:
    for options in (["--json", "--explain"], ["--explain"]):
        assert main(["ask", *options, "--", question]) in (0, 1)
        written = capsys.readouterr()
        assert written.err == ""
        assert not _steers(written.out) - {"\u00ad", "\u200c", "\u200d"}


def test_sql_in_a_question_never_reaches_the_statement(assistant: Assistant) -> None:
    for question in ("全ゲノム'; DROP TABLE programme; --の予算は", "全ゲノム UNION SELECT name の予算は", QUESTION):
        answer = assistant.ask(question)
        assert "DROP" not in (answer.sql or "")
        assert "sqlite_master" not in (answer.sql or "")


def test_a_question_about_nothing_is_out_of_scope(assistant: Assistant) -> None:
    for question in ("", " \u3000", "\x00\x01", "？？？", "。", "---", "🧬"):
        assert assistant.ask(question).status == "out_of_scope", question


@pytest.mark.parametrize("invisible", ["\x00", "\x07", "\u200b", "\u2060", "\ufeff", "\u202e", "\ud800", "\U000e0001"])
def test_what_cannot_be_seen_changes_nothing(assistant: Assistant, invisible: str) -> None:
    for question in (QUESTION, "how much did METI get in total?", "20億円以上の文科省の事業は"):
        hidden = invisible.join(["", *question, ""])
        assert assistant.ask(hidden) == assistant.ask(question)


WORDS = (
    "全ゲノム", "脳", "文科省", "METI", "JST", "の", "と", "以外", "除く", "予算", "内線", "局", "担当", "目的",
    "いくら", "合計", "平均", "差", "割合", "何番目", "2番目", "3件", "20億円", "以上", "4041", "令和5年度", "PJ6",
    "JST分", "残り", "うち", "それ", "そのうち",
    "ですか", "いいえ", "？", " ", " list ", "the largest ", "how much ", "\x1b[0m", "\ud800",
)  # fmt: skip
PIECES = st.sampled_from(WORDS)


@settings(max_examples=300, deadline=None)
@given(question=st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_can_be_asked(assistant: Assistant, question: str) -> None:
    _assert_sound(assistant.ask(question).model_dump(mode="json"))


@settings(max_examples=300, deadline=None)
@given(questions=st.lists(st.lists(PIECES, max_size=7).map("".join), max_size=4))
def test_any_words_of_ours_in_any_order_can_be_asked(assistant: Assistant, questions: list[str]) -> None:
    chat = assistant.conversation()
    for question in questions:
        _assert_sound(chat.ask(question).model_dump(mode="json"))
