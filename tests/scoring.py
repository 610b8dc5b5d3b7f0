"""Question cases and how an answer is held against one: what is expected, what is wrong with what came.

    uv run python -m tests.scoring [FILE…]

asks every case of the files (all of tests/questions if none is given), prints what is not as expected, then the counts.

A case is a line of a `.jsonl` file: an id, tags, and one question with what is expected, or several turns of one
conversation. What is expected of an answer may name its `status` (one, or a choice of several), `facts` that are among
its facts (subject, field, value and perhaps part; `*` is any subject, null any value), fields of which it has `only`
those facts, the `programs` that its facts are about, their `order`, substrings of its `text` (a list is a choice of
spellings), its `language`, or `any_of` several expectations.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import Assistant

FOLDER = Path(__file__).resolve().parent / "questions"
KNOWN_FAILURES = FOLDER / "known_failures.txt"
KEYS = frozenset({"status", "facts", "only", "programs", "order", "text", "language", "any_of"})
ROUNDING = 0.006
"""How far a computed share or ratio may lie from the expected one, in parts of it."""
NOT_TOLD_APART = frozenset(",、・")

Expectation = Mapping[str, Any]
Reply = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what is expected of its answer (nothing, for a turn that only leads up to another)."""

    question: str
    expected: Expectation


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a question file."""

    id: str
    tags: tuple[str, ...]
    turns: tuple[Turn, ...]
    file: str


Asked = Callable[[Case], list[Reply]]


def question_files() -> list[Path]:
    """Return the project's question files."""
    return sorted(FOLDER.glob("*.jsonl"))


def read_cases(files: Iterable[Path]) -> Iterator[Case]:
    """Yield the cases of files. Raises ValueError for a line that expects something unknown, naming the line."""
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield _case(json.loads(line), f"{file.name}:{number}")


def _case(entry: Mapping[str, Any], place: str) -> Case:
    turns = tuple(Turn(t["q"], t.get("expect") or {}) for t in entry.get("turns", [entry]))
    for turn in turns:
        for expected in (turn.expected, *turn.expected.get("any_of", ())):
            if unknown := set(expected) - KEYS:
                raise ValueError(f"{place}: nothing is known of {', '.join(sorted(unknown))}")
    return Case(entry["id"], tuple(entry.get("tags", ())), turns, place.partition(":")[0])


def known_failures() -> frozenset[str]:
    """Return the ids of the cases that are known to fail."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def ask_case(assistant: Assistant, case: Case) -> list[Reply]:
    """Return the answers to a case's turns, asked in one conversation."""
    chat = assistant.conversation()
    return [chat.ask(turn.question).model_dump(mode="json") for turn in case.turns]


def shortcomings(case: Case, replies: Sequence[Reply]) -> list[str]:
    """Return what is wrong with the answers to a case, with question and answer; nothing where all is as expected."""
    out: list[str] = []
    for turn, reply in zip(case.turns, replies, strict=True):
        if wrong := list(differences(turn.expected, reply)):
            out += [f"asked     {turn.question}", *(f"  but     {w}" for w in wrong), f"  answer  {reply['text']}"]
    return out


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


def main(names: Sequence[str]) -> int:
    """Ask the cases of files and print what is not as expected; 1 where anything unexpected is."""
    assistant = Assistant.open()
    counts: Counter[str] = Counter()
    for case in read_cases([Path(name) for name in names] or question_files()):
        found = shortcomings(case, ask_case(assistant, case))
        verdict = "failed" if found else "passed"
        if case.id in known_failures():
            verdict = "known failure" if found else "mended: remove it from known_failures.txt"
        counts[verdict] += 1
        if verdict != "passed":
            sys.stdout.write("\n".join([f"{case.id}: {verdict}", *found, "", ""]))
    sys.stdout.write(", ".join(f"{count} {verdict}" for verdict, count in counts.most_common()) + "\n")
    return int(set(counts) - {"passed", "known failure"} != set())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
