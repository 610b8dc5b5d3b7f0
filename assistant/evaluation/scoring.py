"""How an answer is held against what a case expects of it, and which verdict that gives.

A copy of the rules of the contract's `evaluate.py`, which a test holds it against where that file is at hand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

ROUNDING = 0.006
"""How far a computed share or ratio may lie from the expected one, in parts of it."""
NOT_TOLD_APART = frozenset(",、・")

Expectation = Mapping[str, Any]
Reply = dict[str, Any]
Verdict = Literal["correct", "wrong", "missed"]


def differences(expected: Expectation, reply: Reply) -> Iterator[str]:
    """Yield every way in which an answer is not as expected."""
    choices = [list(differences(choice, reply)) for choice in expected.get("any_of", ())]
    if choices and all(choices):
        yield from min(choices, key=len)
    if "status" in expected and reply["status"] not in _several(expected["status"]):
        yield f"status is {reply['status']}, expected {' or '.join(_several(expected['status']))}"
    yield from _about_facts(expected, reply["facts"])
    yield from _about_programmes(expected, reply["facts"])
    text = squeezed(reply["text"])
    for item in expected.get("text", ()):
        if not any(squeezed(spelling) in text for spelling in _several(item)):
            yield f"the text lacks {' or '.join(_several(item))}"
    if expected.get("language", reply["language"]) != reply["language"]:
        yield f"the language is {reply['language']}"


def _about_facts(expected: Expectation, facts: Sequence[Reply]) -> Iterator[str]:
    wanted = [tuple(entry) for entry in expected.get("facts", ())]
    for entry in wanted:
        if not any(_states(fact, entry) for fact in facts):
            yield f"no fact {' '.join(map(str, entry))}"
    for field in expected.get("only", ()):
        values = [entry[2] for entry in wanted if entry[1] == field]
        surplus = [f["value"] for f in facts if f["field"] == field and not any(alike(v, f["value"]) for v in values)]
        if surplus:
            yield f"also states {field} {', '.join(map(str, surplus))}"


def _about_programmes(expected: Expectation, facts: Sequence[Reply]) -> Iterator[str]:
    subjects = dict.fromkeys(str(fact["subject"]) for fact in facts)
    named = [subject.removeprefix("program:") for subject in subjects if subject.startswith("program:")]
    if "programs" in expected and sorted(named) != sorted(set(expected["programs"])):
        yield f"is about {', '.join(named) or 'no programme'}, expected {', '.join(expected['programs']) or 'none'}"
    if "order" in expected and [name for name in named if name in expected["order"]] != list(expected["order"]):
        yield f"the order is {', '.join(named)}, expected {', '.join(expected['order'])}"


def _states(fact: Reply, entry: tuple[Any, ...]) -> bool:
    """Whether a fact is the expected one: (subject, field, value), and the part where the entry names one."""
    subject, field, value, *part = entry
    return (
        subject in ("*", fact["subject"])
        and field == fact["field"]
        and alike(value, fact["value"])
        and all(alike(p, fact["part"]) for p in part)
    )


def alike(expected: object, value: object) -> bool:
    """Whether a value is the expected one; an expected null is any value.

    Whole numbers are compared exactly, others but for rounding, texts but for how they are set.
    """
    if expected is None:
        return True
    if isinstance(expected, int | float) and isinstance(value, int | float):
        return abs(expected - value) <= (ROUNDING * abs(expected) if isinstance(expected, float) else 0) + 1e-9
    return squeezed(str(expected)) == squeezed(str(value))


def squeezed(text: str) -> str:
    """Return a text without what does not matter in a comparison: width, case, white space, commas and middle dots."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if not char.isspace() and char not in NOT_TOLD_APART)


def _several(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
