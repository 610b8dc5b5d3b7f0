"""The scorer itself: that it can tell a right answer from a wrong one."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.evaluation.cases import read_cases
from assistant.evaluation.scoring import alike, differences
from tests.scoring import known_failures, question_files, register_files

REPLY: dict[str, Any] = {
    "status": "answered",
    "language": "ja",
    "text": "医政局 研究開発政策課（内線４０４１）です。",
    "facts": [
        {"subject": "program:a", "field": "extension", "value": "4041", "part": "研究開発政策課"},
        {"subject": "program:b", "field": "amount", "value": 4_900_000_000, "part": None},
        {"subject": "all", "field": "share", "value": 32.98, "part": None},
    ],
}

MET: dict[str, dict[str, Any]] = {
    "nothing": {},
    "status": {"status": "answered"},
    "a choice of statuses": {"status": ["clarify", "answered"]},
    "facts": {"facts": [["program:a", "extension", "4041"], ["program:b", "amount", 4_900_000_000]]},
    "any subject and any value": {"facts": [["*", "share", None]]},
    "a part, set in another way": {"facts": [["program:a", "extension", "4041", "研究・開発 政策課"]]},
    "a rounded figure": {"facts": [["all", "share", 33.0]]},
    "only": {"facts": [["program:a", "extension", "4041"]], "only": ["extension"]},
    "programmes": {"programs": ["b", "a"]},
    "order": {"order": ["a", "b"]},
    "text in another width": {"text": ["内線4041"]},
    "a choice of spellings": {"text": [["ext. 4041", "内線4041"]]},
    "language": {"language": "ja"},
    "one of several": {"any_of": [{"status": "clarify"}, {"language": "ja"}]},
}
UNMET: dict[str, dict[str, Any]] = {
    "status": {"status": "clarify"},
    "a choice of statuses": {"status": ["clarify", "not_in_source"]},
    "another value": {"facts": [["program:a", "extension", "4014"]]},
    "another subject": {"facts": [["program:b", "extension", "4041"]]},
    "another field": {"facts": [["program:a", "division", "4041"]]},
    "another part": {"facts": [["program:a", "extension", "4041", "難病対策課"]]},
    "a figure one yen off": {"facts": [["program:b", "amount", 4_899_999_999]]},
    "more than only": {"facts": [["program:b", "amount", 4_900_000_000]], "only": ["amount", "extension"]},
    "fewer programmes": {"programs": ["a"]},
    "more programmes": {"programs": ["a", "b", "c"]},
    "order": {"order": ["b", "a"]},
    "order of one that is not there": {"order": ["a", "c"]},
    "text": {"text": ["内線2353"]},
    "no spelling": {"text": [["ext. 4041", "内線 2353"]]},
    "language": {"language": "en"},
    "none of several": {"any_of": [{"status": "clarify"}, {"language": "en"}]},
}


@pytest.mark.parametrize("expected", MET.values(), ids=MET.keys())
def test_what_is_met_is_not_complained_of(expected: dict[str, Any]) -> None:
    assert list(differences(expected, REPLY)) == []


@pytest.mark.parametrize("expected", UNMET.values(), ids=UNMET.keys())
def test_what_is_not_met_is_complained_of(expected: dict[str, Any]) -> None:
    assert list(differences(expected, REPLY))


def test_whole_numbers_are_compared_exactly_and_rounded_ones_are_not() -> None:
    assert alike(3, 3.0)
    assert not alike(3, 3.01)
    assert alike(3.0, 3.01)
    assert not alike(3.0, 3.1)


def test_every_case_has_an_id_of_its_own() -> None:
    ids = [case.id for case in read_cases([*question_files(), *register_files()])]
    assert len(ids) == len(set(ids))


def test_known_failures_are_cases() -> None:
    assert known_failures() <= {case.id for case in read_cases([*question_files(), *register_files()])}
