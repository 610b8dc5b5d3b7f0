"""What a conversation carries from turn to turn, what it drops, and what it asks back."""

from __future__ import annotations

import pytest

from assistant import Answer, Assistant


def talk(assistant: Assistant, *turns: str) -> Answer:
    """Return the answer to the last of these turns."""
    chat = assistant.conversation()
    return [chat.ask(turn) for turn in turns][-1]


def values(answer: Answer, field: str) -> list[object]:
    """Return the values of one field, in the order stated."""
    return [fact.value for fact in answer.facts if fact.field == field]


def rounded(value: object) -> object:
    """Return a percentage with two decimals, anything else as it is."""
    return round(value, 2) if isinstance(value, float) else value


def programmes(answer: Answer) -> set[str]:
    """Return the programmes that an answer's facts are about."""
    return {fact.subject.removeprefix("program:") for fact in answer.facts if fact.subject.startswith("program:")}


@pytest.mark.parametrize(
    ("turns", "field", "expected"),
    [
        pytest.param(("脳の予算は？", "じゃあ感染症の方は？"), "amount", [5_800_000_000], id="a-new-programme"),
        pytest.param(("感染症の予算は？", "内線は？"), "extension", ["8133"], id="a-new-question"),
        pytest.param(("who runs the brain plan?", "and the genome one?", "its budget?"), "amount", [4_900_000_000], id="its"),
        pytest.param(
            ("基金を多い順に", "2番目の所管は？"), "ministry", ["文部科学省"], id="an-ordinal-points-into-the-list"
        ),
        pytest.param(("基金の事業は？", "一番大きいのは？", "残りの2つの合計は？"), "total", [58_100_000_000], id="the-rest"),
        pytest.param(("9事業を多い順に", "上位3つを教えて", "残りは？"), "amount",
                     [5_800_000_000, 4_900_000_000, 4_000_000_000, 1_700_000_000, 1_400_000_000, 1_000_000_000],
                     id="the-rest-of-the-widest-list"),
        pytest.param(("全ゲノムの予算は？", "脳は？", "二つの差は？"), "difference", [900_000_000], id="two-asked-one-by-one"),
        pytest.param(("脳の予算は？", "感染症は？", "合わせて全体の何％？"), "share", [2.6], id="a-share-of-both"),
        pytest.param(("MEXT programmes, largest first", "what does the first one do?"), "amount", [], id="described"),
        pytest.param(("文科省の事業は？", "基金だけ", "条件を外して"), "amount",
                     [50_100_000_000, 1_400_000_000, 1_700_000_000, 4_000_000_000], id="lifted"),
        pytest.param(("total for MEXT?", "without the brain one?", "put it back"), "total", [57_200_000_000], id="put-back"),
        pytest.param(("100億円以上の事業は？", "how many are below that?"), "count", [7], id="below-that"),
        pytest.param(("which programmes are over 5 billion?", "how many?", "and under?"), "count", [5], id="other-way"),
        pytest.param(("府省別の合計を多い順に", "1位と2位の差は？"), "difference", [243_800_000_000], id="ministries-by-rank"),
        pytest.param(("一番予算が大きい省は？", "二番目は？"), "total", [57_200_000_000], id="the-second-of-ministries"),
        pytest.param(("JST分はいくら？", "AMED分は？", "割合は？"), "share", [12.18], id="a-part-is-carried"),
        pytest.param(("脳の予算は？", "違う、ベクターの方"), "amount", [1_700_000_000], id="a-correction"),
        pytest.param(("how much is the brain programme?", "no, the genome one"), "amount", [4_900_000_000], id="no-corrects"),
        pytest.param(("脳の予算は？", "何位？", "1位との差は？"), "difference", [296_000_000_000], id="against-the-first"),
        pytest.param(("内線3825", "8133"), "division", ["結核感染症課"], id="a-bare-extension"),
    ],
)  # fmt: skip
def test_what_a_turn_lacks_is_borrowed(
    assistant: Assistant, turns: tuple[str, ...], field: str, expected: list[object]
) -> None:
    answer = talk(assistant, *turns)
    assert sorted(map(str, map(rounded, values(answer, field)))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        pytest.param(("Is the brain one a fund?", "and the industry-academia-government one?"), "Yes", id="the-claim-again"),
        pytest.param(("産学官の予算は？", "100億円を超えてる？"), "いいえ", id="a-bound-on-the-last"),
        pytest.param(("感染症の内線は？", "8133で間違いない？"), "はい", id="an-extension-confirmed"),
        pytest.param(("脳とベクターの予算は？", "どちらもAMEDが関わる？"), "はい", id="of-both"),
    ],
)
def test_yes_or_no_is_answered_about_the_last_programmes(assistant: Assistant, turns: tuple[str, ...], begins: str) -> None:
    answer = talk(assistant, *turns)
    assert (answer.status, answer.text[: len(begins)]) == ("answered", begins), answer.text


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param("2", id="number"),
        pytest.param("２番で", id="number-with-words"),
        pytest.param("②", id="circled"),
        pytest.param("option 2", id="option"),
        pytest.param("the second one", id="ordinal"),
        pytest.param("the last one please", id="last"),
        pytest.param("若手研究者によるスタートアップ課題解決支援事業", id="name"),
        pytest.param("若手の方", id="part-of-the-name"),
        pytest.param("the young researchers one", id="other-language"),
    ],
)
def test_an_option_is_chosen_by_number_place_or_name(assistant: Assistant, choice: str) -> None:
    asked_back = talk(assistant, "スタートアップの事業の予算は？")
    assert asked_back.status == "clarify"
    answer = talk(assistant, "スタートアップの事業の予算は？", choice)
    assert (programmes(answer), values(answer, "amount")) == ({"young-startup"}, [1_000_000_000])


def test_after_a_choice_the_other_option_is_the_other_one(assistant: Assistant) -> None:
    answer = talk(assistant, "スタートアップの事業の予算は？", "1", "もう一方は？")
    assert values(answer, "amount") == [1_000_000_000]


def test_instead_of_choosing_one_may_ask_something_else(assistant: Assistant) -> None:
    answer = talk(assistant, "スタートアップの事業の予算は？", "感染症の内線は？")
    assert values(answer, "extension") == ["8133"]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("ありがとう", id="thanks"),
        pytest.param("今日の天気は？", id="another-subject"),
        pytest.param("メールアドレスは？", id="a-refusal"),
        pytest.param("この資料の日付は？", id="the-document"),
    ],
)
def test_what_comes_between_does_not_lose_the_thread(assistant: Assistant, between: str) -> None:
    answer = talk(assistant, "感染症の予算は？", between, "内線は？")
    assert values(answer, "extension") == ["8133"]


def test_a_turn_over_to_something_unknown_loses_the_thread(assistant: Assistant) -> None:
    answer = talk(assistant, "感染症の予算は？", "うちゅうのほうは？", "内線は？")
    assert answer.status == "clarify"


@pytest.mark.parametrize(
    "nonsense",
    [
        pytest.param("can it fly?", id="verb"),
        pytest.param("will it rain tomorrow?", id="weather"),
        pytest.param("それ美味しい？", id="taste"),
        pytest.param("2番目は？", id="no-list"),
    ],
)
def test_what_is_not_understood_is_not_answered_with_the_turn_before(assistant: Assistant, nonsense: str) -> None:
    answer = talk(assistant, "how much is the brain programme?", nonsense)
    assert answer.status != "answered", answer.text


def test_a_complete_question_takes_nothing_from_the_turn_before(assistant: Assistant) -> None:
    chat = assistant.conversation()
    chat.ask("文科省の基金の事業は？")
    again = chat.ask("全事業の合計は？")
    alone = assistant.ask("全事業の合計は？")
    assert (again.text, again.understood) == (alone.text, alone.understood)


def test_what_was_borrowed_is_said_and_can_be_dropped(assistant: Assistant) -> None:
    chat = assistant.conversation()
    chat.ask("感染症の予算は？")
    assert "感染症" in str(chat.ask("内線は？").understood)
    chat.reset()
    assert chat.ask("内線は？").status == "clarify"


def test_the_language_may_change_at_any_turn(assistant: Assistant) -> None:
    chat = assistant.conversation()
    languages = [chat.ask(q).language for q in ("脳の予算は？", "and its ministry?", "8133", "目的は？")]
    assert languages == ["ja", "en", "en", "ja"]
