"""Every question case is answered as expected: one test a case, its turns in one conversation."""

from __future__ import annotations

import pytest

from assistant.evaluation.cases import Case, read_cases
from tests.scoring import Asked, known_failures, question_files, shortcomings

KNOWN = known_failures()
KNOWN_FAILURE = pytest.mark.xfail(strict=True, reason="listed in known_failures.txt")


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case.id, marks=[KNOWN_FAILURE] if case.id in KNOWN else [])
        for case in read_cases(question_files())
    ],
)
def test_a_case_is_answered_as_expected(case: Case, asked: Asked) -> None:
    wrong = shortcomings(case, asked(case))
    if wrong:
        pytest.fail("\n".join([f"{case.file} {case.id}", *wrong]), pytrace=False)
