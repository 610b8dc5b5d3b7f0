"""Which questions about anything else are answered from the register; each is looked at by eye.

uv run python -m benchmarks.register.foreign --db PATH ../shared/questions/foreign-*.jsonl
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.progress import Progress

from assistant import Assistant
from assistant.evaluation.cases import Case, read_cases
from benchmarks.register.right import bar

MOST = 6
"""How many may be answered: a few may truly be about a registered programme."""


def answered(assistant: Assistant, cases: Sequence[Case], progress: Progress) -> Iterator[str]:
    """Yield the questions that are answered, each with its intent and text."""
    task = progress.add_task("asking", total=len(cases))
    for case in cases:
        question = case.turns[0].question
        try:
            answer = assistant.ask(question)
        except Exception as fault:  # noqa: BLE001  a crash is worse than an answer, and the others are still asked
            yield f"{case.id} {question!r}\n        -> crash: {fault!r}"
        else:
            if answer.status == "answered":
                yield f"{case.id} {question!r}\n        -> {answer.intent}: {answer.text[:300]!r}"
        progress.advance(task)


def main() -> int:
    """Ask, print what is answered, and how many; the exit status is 1 where there are too many."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.foreign", description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="question files")
    parser.add_argument("--db", type=Path, required=True, metavar="PATH", help="the database that the assistant answers from")
    arguments = parser.parse_args()
    cases = list(read_cases(arguments.files))
    with bar() as progress:
        found = list(answered(Assistant.open(arguments.db), cases, progress))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(found))
    verdict = "met" if len(found) <= MOST else "MISSED"
    crashed = sum("-> crash:" in line for line in found)
    print(f"questions={len(cases)} answered={len(found) - crashed} crashed={crashed} target=at most {MOST}: {verdict}")
    return 0 if len(found) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
