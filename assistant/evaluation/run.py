"""Asking every case and counting the verdicts: in all, by tag, with what is not as expected and how long it took."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.evaluation.cases import Case, Turn
from assistant.evaluation.scoring import Reply, Verdict, differences

if TYPE_CHECKING:
    from assistant.assistant import Assistant

VERDICTS: tuple[Verdict, ...] = ("correct", "wrong", "missed")


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """A turn that was not answered as expected: which one, how, and what came instead."""

    verdict: Verdict
    case: str
    turn: int
    question: str
    why: tuple[str, ...]
    status: str
    text: str


@dataclass(slots=True)
class Evaluation:
    """The verdicts of the turns that expect something."""

    counts: Counter[str] = field(default_factory=Counter)
    tags: dict[str, Counter[str]] = field(default_factory=dict)
    shortcomings: list[Shortcoming] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, case: Case, number: int, turn: Turn, reply: Reply) -> None:
        """Count the answer to one turn."""
        why = tuple(differences(turn.expected, reply))
        verdict: Verdict = "correct" if not why else "wrong" if reply["status"] in ("answered", "crash") else "missed"
        self.counts[verdict] += 1
        for tag in case.tags:
            self.tags.setdefault(tag, Counter())[verdict] += 1
        if why:
            self.shortcomings.append(Shortcoming(verdict, case.id, number, turn.question, why, reply["status"], reply["text"]))

    def summary(self) -> dict[str, Any]:
        """Return the counts, the shares in percent, and the median and 99th percentile of the time a question, in ms."""
        count = sum(self.counts.values())
        times = sorted(self.seconds)
        return {
            "questions": count,
            **{verdict: self.counts[verdict] for verdict in VERDICTS},
            "correct_percent": round(100 * self.counts["correct"] / max(count, 1), 2),
            "wrong_percent": round(100 * self.counts["wrong"] / max(count, 1), 2),
            "ms_median": round(1000 * times[len(times) // 2], 3) if times else None,
            "ms_p99": round(1000 * times[int(len(times) * 0.99)], 3) if times else None,
        }

    def by_tag(self) -> Mapping[str, Mapping[str, int]]:
        """Return the counts of every tag, in order of the tags."""
        return {tag: dict(counts) for tag, counts in sorted(self.tags.items())}


def evaluate(assistant: Assistant, cases: Iterable[Case], advance: Callable[[], None] = lambda: None) -> Evaluation:
    """Ask every case in a conversation of its own and return the verdicts; `advance` is called after each case.

    A fault of the assistant is the worst kind of wrong answer, and stops nothing.
    """
    found = Evaluation()
    for case in cases:
        chat = assistant.conversation()
        for number, turn in enumerate(case.turns, 1):
            started = time.perf_counter()
            try:
                reply = chat.ask(turn.question).model_dump(mode="json")
            except Exception as error:  # noqa: BLE001 (counted, and shown with its question)
                reply = {"status": "crash", "text": repr(error), "facts": [], "language": None}
            found.seconds.append(time.perf_counter() - started)
            if turn.expected:
                found.add(case, number, turn, reply)
        advance()
    return found
