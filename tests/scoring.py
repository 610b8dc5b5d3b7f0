"""The project's question files, and the cases in them that are known to fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.evaluation.cases import Case
from assistant.evaluation.scoring import Reply, differences

FOLDER = Path(__file__).resolve().parent / "questions"
KNOWN_FAILURES = FOLDER / "known_failures.txt"

Asked = Callable[[Case], list[Reply]]


def question_files() -> list[Path]:
    """Return the project's question files about the embedded database."""
    return sorted(file for file in FOLDER.glob("*.jsonl") if file not in register_files())


def register_files() -> list[Path]:
    """Return the question files about the register of invented programmes (tests/invented_register.py)."""
    return sorted(FOLDER.glob("register*.jsonl"))


def known_failures() -> frozenset[str]:
    """Return the ids of the cases that are known to fail."""
    lines = KNOWN_FAILURES.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def shortcomings(case: Case, replies: Sequence[Reply]) -> list[str]:
    """Return what is wrong with the answers to a case, with question and answer; nothing where all is as expected."""
    out: list[str] = []
    for turn, reply in zip(case.turns, replies, strict=True):
        if wrong := list(differences(turn.expected, reply)):
            out += [f"asked     {turn.question}", *(f"  but     {w}" for w in wrong), f"  answer  {reply['text']}"]
    return out
