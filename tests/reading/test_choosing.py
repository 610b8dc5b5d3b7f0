"""Which programmes of a register the words of a question mean: one, a topic of many, or several to ask back about."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.answer.model import Answer

MOE_HILLS, MAFF_HILLS = "2023-環境-22-9002", "2023-農水-22-9001"
SNOW, CARS, FERRY, SHIP = "2023-厚労-22-9001", "2023-厚労-22-9002", "2023-国交-22-9001", "2023-文科-22-9003"
BIRDS = "2023-環境-22-9001"


def programmes(answer: Answer) -> list[str]:
    """Return the programmes that the facts of an answer are about, in order."""
    subjects = dict.fromkeys(f.subject.removeprefix("program:") for f in answer.facts if f.subject.startswith("program:"))
    return list(subjects)


def chosen(answer: Answer) -> list[str]:
    """Return the ids that are offered to choose from."""
    return [option.label.rstrip("）)").replace("、", ", ").rpartition(", ")[2] for option in answer.options]


ONE = [
    pytest.param("深海観測の予算は", SHIP, id="a-piece-of-four-characters"),
    pytest.param("深海観測船の2022年度の補正予算は", SHIP, id="a-piece-with-stage-and-year"),
    pytest.param("What is the budget of 深海観測船?", SHIP, id="a-piece-in-English"),
    pytest.param("離島航路の担当課は", FERRY, id="a-piece-and-its-contact"),
    pytest.param("深海の建造の予算は", SHIP, id="two-pieces-of-one-name"),
    pytest.param("環境省の里山再生交付金の予算は", MOE_HILLS, id="of-two-that-of-the-ministry"),
    pytest.param("農水省のほうの里山再生交付金の予算は", MAFF_HILLS, id="of-two-the-other-ministry"),
    pytest.param("里山再生交付金（農林水産省）の執行額は", MAFF_HILLS, id="the-ministry-behind-the-name"),
    pytest.param("budget of 里山再生交付金 of MAFF", MAFF_HILLS, id="of-two-in-English"),
]


@pytest.mark.parametrize(("question", "programme"), ONE)
def test_words_of_one_programme_mean_it(invented_assistant: Assistant, question: str, programme: str) -> None:
    answer = invented_assistant.ask(question)
    assert (answer.status, programmes(answer)) == ("answered", [programme])


ASKED_BACK = [
    pytest.param("往診の予算は", {SNOW, CARS}, id="a-word-of-two-names"),
    pytest.param("What is the budget of 往診?", {SNOW, CARS}, id="a-word-of-two-names-in-English"),
    pytest.param("往診の担当課は", {SNOW, CARS}, id="its-contact"),
    pytest.param("往診の執行率は", {SNOW, CARS}, id="its-rate"),
    pytest.param("渡り鳥の予算は", {BIRDS}, id="a-word-of-three-characters-of-one-name"),
    pytest.param("離島の医療の予算は", {FERRY}, id="words-of-a-purpose"),
    pytest.param("里山再生交付金の予算は", {MOE_HILLS, MAFF_HILLS}, id="a-name-of-two"),
    pytest.param("purpose of 里山再生交付金", {MOE_HILLS, MAFF_HILLS}, id="a-name-of-two-in-English"),
    pytest.param("里山再生交付金の推移は", {MOE_HILLS, MAFF_HILLS}, id="the-course-of-one-of-two"),
    pytest.param("文科省の里山再生交付金の予算は", {MOE_HILLS, MAFF_HILLS}, id="a-ministry-that-has-neither"),
]


@pytest.mark.parametrize(("question", "offered"), ASKED_BACK)
def test_one_figure_of_a_shared_word_is_asked_back_about(
    invented_assistant: Assistant, question: str, offered: set[str]
) -> None:
    answer = invented_assistant.ask(question)
    assert (answer.status, set(chosen(answer))) == ("clarify", offered)
    assert not answer.facts


DROPPED = [
    pytest.param("渡り鳥広域調査事業と里山再生交付金の予算は", id="amounts"),
    pytest.param(
        "月面温室研究事業と里山再生交付金の予算の差は",
        id="difference",
        marks=pytest.mark.xfail(strict=True, reason="not understood"),
    ),
]


@pytest.mark.parametrize("question", DROPPED)
def test_a_name_of_two_programmes_beside_another_is_asked_back_about(invented_assistant: Assistant, question: str) -> None:
    assert invented_assistant.ask(question).status == "clarify"


TOPICS = [
    pytest.param("往診の事業は", {SNOW, CARS}, id="of-names"),
    pytest.param("programmes about 往診", {SNOW, CARS}, id="of-names-in-English"),
    pytest.param("往診の事業の合計は", {SNOW, CARS}, id="their-total"),
    pytest.param("往診の事業を予算の多い順に", {SNOW, CARS}, id="in-order"),
    pytest.param("離島の医療の事業は", {FERRY}, id="two-words-of-name-and-purpose"),
    pytest.param("Which programmes deal with 離島の医療?", {FERRY}, id="two-words-in-English"),
    pytest.param("離島の医療", {FERRY}, id="alone"),
    pytest.param("厚労省の往診の事業は", {SNOW, CARS}, id="of-a-ministry"),
    pytest.param("往診の1億円以上の事業は", {SNOW}, id="with-a-bound"),
]


@pytest.mark.parametrize(("question", "expected"), TOPICS)
def test_a_topic_means_all_programmes_that_speak_of_it(
    invented_assistant: Assistant, question: str, expected: set[str]
) -> None:
    answer = invented_assistant.ask(question)
    assert (answer.status, set(programmes(answer))) == ("answered", expected)


def test_the_number_of_a_topic_counts_all_that_speak_of_it(invented_assistant: Assistant) -> None:
    answer = invented_assistant.ask("往診の事業は何件ですか")
    assert [f.value for f in answer.facts if f.field == "count"] == [2]


NOT_ABOUT_DATA = [
    pytest.param("離島の天気は？", id="weather"),
    pytest.param("往診って何？", id="what-is-it"),
    pytest.param("里山とは？", id="definition"),
    pytest.param("往診とは何ですか", id="definition-in-full"),
    pytest.param("往診はいつ始まりましたか", id="when"),
    pytest.param("往診は誰が考えたの？", id="who"),
    pytest.param("雪国のおいしい店は？", id="shop"),
    pytest.param("深海魚の寿命は？", id="fish"),
    pytest.param("Tell me the population of 離島", id="population"),
    pytest.param("What does 往診 mean?", id="meaning"),
    pytest.param("渡り鳥の天気の予算は？", id="a-foreign-word-beside"),
    pytest.param("文科省のアニメの事業は？", id="a-topic-of-no-sheet"),
    pytest.param("文科省の離島の事業は？", id="a-topic-of-another-ministry"),
    pytest.param("渡り鳥と雪国の事業は？", id="two-topics-that-no-sheet-has-together"),
]


@pytest.mark.parametrize("question", NOT_ABOUT_DATA)
def test_words_of_sheets_in_a_question_about_anything_else_are_not_answered(
    invented_assistant: Assistant, question: str
) -> None:
    assert invented_assistant.ask(question).status != "answered"


def test_a_foreign_question_is_told_what_can_be_asked(invented_assistant: Assistant) -> None:
    ja, en = invented_assistant.ask("今日の天気は？"), invented_assistant.ask("What is the capital of Japan?")
    assert (ja.status, en.status) == ("out_of_scope", "out_of_scope")
    assert [part for part in ("11事業", "離島の医療の事業") if part not in ja.text] == []
    assert [part for part in ("11 programmes", "executed amount") if part not in en.text] == []
