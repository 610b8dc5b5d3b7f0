"""How a question was read, for people and for programs."""

from __future__ import annotations

import pytest

from tests.cli.running import ANSWERED, Run, objects

QUESTIONS = (ANSWERED, "予算は？", "脳の事業の内線は？", "What is the weather in Osaka tomorrow?", "")


def test_an_explanation_says_what_was_found_and_what_was_run(run: Run) -> None:
    answer = objects(run("ask", ANSWERED, "--json", "--explain"))[0]
    explanation = answer["explanation"]
    assert {mention["typed"] for mention in explanation["mentions"]} >= {"全ゲノム", "内線"}
    assert explanation["unexplained"] == []
    assert explanation["covered"] == 1
    assert explanation["decision"]["outcome"] == "run"
    assert explanation["candidates"][0]["margin"] == 0
    assert answer["intent"] in explanation["candidates"][0]["intents"]
    shown = run("ask", ANSWERED, "--explain").out
    assert all(f":{name} = {value!r}" in shown for name, value in answer["parameters"].items())
    assert all(line.strip() in shown for line in answer["sql"].splitlines())
    assert all(f"{m['typed']}  " in shown for m in explanation["mentions"] if "function:function" not in m["senses"])


def test_an_explanation_says_what_was_left_over(run: Run) -> None:
    explanation = objects(run("ask", "全ゲノムの道路予算は？", "--json", "--explain"))[0]["explanation"]
    assert explanation["unexplained"] == ["道路"]
    assert explanation["covered"] < 1
    assert "説明できない部分：道路" in run("ask", "全ゲノムの道路予算は？", "--explain").out


def test_an_explanation_gives_a_misspelt_name_its_score(run: Run) -> None:
    mentions = objects(run("ask", "the whole genom plan's budget", "--json", "--explain"))[0]["explanation"]["mentions"]
    misspelt = [mention for mention in mentions if mention["how"] == "misspelt"]
    assert misspelt
    assert all(0 < mention["score"] < 100 for mention in misspelt)


def test_the_candidates_fall_behind_the_first_by_their_margins(run: Run) -> None:
    candidates = objects(run("ask", ANSWERED, "--json", "--explain"))[0]["explanation"]["candidates"]
    best = candidates[0]["score"]
    assert all(candidate["margin"] == pytest.approx(best - candidate["score"]) for candidate in candidates)


def test_the_object_is_the_same_with_an_explanation_but_for_that(run: Run) -> None:
    for question in QUESTIONS:
        explained = objects(run("ask", question, "--json", "--explain"))[0]
        assert explained.pop("explanation")
        assert explained == objects(run("ask", question, "--json"))[0]
