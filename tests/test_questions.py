"""Every question case is answered as expected: one test a case, its turns in one conversation.

Cases of `register*.jsonl` are asked of the register of invented programmes, all others of the embedded database.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from assistant import Assistant
from assistant.evaluation.cases import Case, read_cases
from tests.scoring import Asked, known_failures, question_files, register_files, shortcomings

KNOWN = known_failures()
KNOWN_FAILURE = pytest.mark.xfail(strict=True, reason="listed in known_failures.txt")


def cases(files: list[Path]) -> list[ParameterSet]:
    """Return the cases of files as parameters, those that are known to fail marked so."""
    return [pytest.param(case, id=case.id, marks=[KNOWN_FAILURE] if case.id in KNOWN else []) for case in read_cases(files)]


def check(case: Case, ask: Asked) -> None:
    """Fail with question and answer where a case is not answered as expected."""
    wrong = shortcomings(case, ask(case))
    if wrong:
        pytest.fail("\n".join([f"{case.file} {case.id}", *wrong]), pytrace=False)


@pytest.mark.parametrize("case", cases(question_files()))
def test_a_case_is_answered_as_expected(case: Case, asked: Asked) -> None:
    check(case, asked)


@pytest.mark.parametrize("case", cases(register_files()))
def test_a_case_of_a_register_is_answered_as_expected(case: Case, asked_register: Asked) -> None:
    check(case, asked_register)


def test_every_intent_of_a_register_is_reached_by_a_question(invented_assistant: Assistant, asked_register: Asked) -> None:
    reached = {reply["intent"] for case in read_cases(register_files()) for reply in asked_register(case)}
    assert set(invented_assistant.intents) - reached == set()
