"""Suggestions: found however they are typed, and whole questions only where they will be answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.answer.model import Language
from assistant.suggesting.model import Suggestion
from assistant.suggesting.suggester import Suggester
from assistant.suggesting.typed import LONGEST


@pytest.fixture(scope="module")
def suggester(assistant: Assistant) -> Suggester:
    return Suggester(assistant)


def _texts(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.text for suggestion in suggestions]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("全ゲ", "全ゲノム", id="kanji"),
        pytest.param("ぜんげ", "全ゲノム", id="kana"),
        pytest.param("ゼンゲ", "全ゲノム", id="katakana"),
        pytest.param("zenge", "全ゲノム", id="romaji"),
        pytest.param("ｚｅｎｇｅ", "全ゲノム", id="full-width romaji"),
        pytest.param("whole gen", "whole genome programme", id="english"),
        pytest.param("WHOLE GEN", "whole genome programme", id="capitals"),
        pytest.param("けっかく", "結核感染症課", id="a division by its reading"),
        pytest.param("kekkaku", "結核感染症課", id="a division in romaji"),
        pytest.param("tubercu", "Tuberculosis and Infectious Diseases Control Division", id="a division in English"),
        pytest.param("厚生", "厚労省", id="a ministry by its long name"),
        pytest.param("kouroush", "厚労省", id="a ministry in romaji"),
        pytest.param("日本医療", "AMED", id="an agency by its long name"),
        pytest.param("統合プ", "統合プロジェクト", id="a category"),
        pytest.param("bra", "brain innovation programme", id="another programme"),
        pytest.param("予算が多いのは厚", "予算が多いのは厚労省", id="after other words"),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_name_is_found_however_it_is_typed(suggester: Suggester, typed: str, first: str, language: Language) -> None:
    found = suggester.suggest(typed, language)
    texts = {first, first.replace("厚労省", "MHLW"), first.replace("AMED", "AMED")}
    assert found[0].text in texts
    assert not found[0].complete


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        pytest.param("全ゲノムの内", "全ゲノムの内線は？", id="kanji"),
        pytest.param("全ゲノムのない", "全ゲノムの内線は？", id="kana"),
        pytest.param("zengenomu no nai", "全ゲノムの内線は？", id="romaji"),
        pytest.param("全ゲノムの窓", "全ゲノムの問合せ先は？", id="by another word"),
        pytest.param("全ゲノム", "全ゲノムの予算額は？", id="a name alone"),
        pytest.param("全ゲノムの", "全ゲノムの目的は？", id="a name and の"),
        pytest.param("結核感染症課の", "結核感染症課の内線番号を教えて", id="a division"),
        pytest.param("基金", "基金の事業は？", id="a category"),
        pytest.param("budget of the whole g", "budget of the whole genome programme", id="english"),
        pytest.param("purpose of", "purpose of the brain innovation programme", id="a question that waits for a name"),
        pytest.param("whole genome bud", "What is the budget of the whole genome programme?", id="english, the name first"),
        pytest.param("who is in charge of the w", "Who is in charge of the whole genome programme?", id="as an example begins"),
        pytest.param("naisen", "全ゲノムの内線は？", id="only what is asked, in romaji"),
        pytest.param("extension", "extension for the whole genome plan", id="only what is asked"),
        pytest.param("一番", "一番予算が大きい事業は？", id="a question of all programmes"),
    ],
)
def test_questions_are_completed(suggester: Suggester, typed: str, question: str) -> None:
    whole = [found.text for found in suggester.suggest(typed, "ja", limit=20) if found.complete]
    assert question in whole


@pytest.mark.parametrize("text", ["", " ", "　", "の", "a", "4041", "？", "\x1b", "あ" * (LONGEST + 1), "\ud800"])
def test_nothing_is_suggested_where_there_is_nothing_to_complete(suggester: Suggester, text: str) -> None:
    assert suggester.suggest(text, "ja") == ()


def test_only_what_a_sheet_prints_is_asked(suggester: Suggester) -> None:
    brain = _texts(suggester.suggest("ブレイン・イノベーション基盤の", "ja", limit=50))
    assert "ブレイン・イノベーション基盤の目的は？" in brain
    assert not [text for text in brain if "内線" in text or "問合せ先" in text]


@pytest.mark.parametrize("typed", ["全ゲノム", "全ゲノムの内線は", "whole genome programme", "結核感染症課", "AMED"])
def test_what_is_typed_already_is_not_suggested(suggester: Suggester, typed: str) -> None:
    assert typed not in [text.rstrip("？") for text in _texts(suggester.suggest(typed, "ja"))]


@pytest.mark.parametrize("typed", ["whoel genom", "kekaku kansen", "けっかくかんぜんしょう", "infectous dis"])
def test_one_slip_is_forgiven(suggester: Suggester, typed: str) -> None:
    assert suggester.suggest(typed, "ja")


@pytest.mark.parametrize("typed", ["厚労消", "xxwhole", "whxle gxn"])
def test_two_slips_or_a_slip_in_a_short_word_are_not(suggester: Suggester, typed: str) -> None:
    assert not [found for found in suggester.suggest(typed, "ja") if not found.complete]


def test_asking_twice_gives_the_same(suggester: Suggester) -> None:
    assert suggester.suggest("感染", "ja") == suggester.suggest("感染", "ja")


@pytest.mark.parametrize("limit", [1, 3, 8])
def test_there_are_no_more_than_asked_for(suggester: Suggester, limit: int) -> None:
    assert len(suggester.suggest("全", "ja", limit)) == limit


def test_no_statement_is_run_while_typing(suggester: Suggester, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[object]:
        raise AssertionError("SQL per key")

    monkeypatch.setattr(assistant.database, "rows", fail)
    assert suggester.suggest("脳の", "ja")


def _typed(suggester: Suggester) -> Iterator[str]:
    """Yield everything that may be typed of a name: its beginnings, it, and it with what follows."""
    for thing in suggester._things.values():
        for language in ("ja", "en"):
            name = thing.names[language][0]
            for form in (name.text, name.reading, name.romaji):
                yield from (form[:length] for length in (2, 4, 8))
            yield name.text
            yield name.text + ("の" if language == "ja" else " b")
            if language == "en":
                yield f"budget of the {name.text}"


def test_every_whole_question_is_answered(suggester: Suggester, assistant: Assistant) -> None:
    questions = {
        found.text
        for typed in _typed(suggester)
        for language in ("ja", "en")
        for found in suggester.suggest(typed, "ja" if language == "ja" else "en", limit=50)
        if found.complete
    }
    assert len(questions) > 400
    assert [question for question in sorted(questions) if assistant.ask(question).status != "answered"] == []
