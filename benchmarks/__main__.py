"""All measurements in one run, side by side.

uv run python -m benchmarks [--json] [--rounds N] [--questions FILE]
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import memory, process, report, warm

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions" / "dev.jsonl"
ROUNDS, LEAST = 25, 15


def measure(rounds: int, questions: Path, progress: Progress) -> dict[str, Any]:
    """Return every figure, by name of its measurement."""

    def steps(title: str, count: int) -> process.Advance:
        task = progress.add_task(title, total=count)
        return lambda: progress.advance(task)

    with process.Bench() as bench:
        return {
            "machine": {
                "python": platform.python_version(),
                "system": platform.system(),
                "processor": platform.machine(),
            },
            "process": process.compare(bench, rounds, steps("whole process", rounds)),
            "first_call": process.first_call(bench, process.COLD_ROUNDS, steps("first call", process.COLD_ROUNDS)),
            "warm": warm.time_questions(questions, warm.REPEATS, steps("warm ask", warm.REPEATS)),
            "memory": memory.peaks(bench, questions, steps("peak memory", memory.STEPS)),
        }


def main() -> int:
    """Measure, show the progress on standard error, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"runs of each command, at least {LEAST}")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, metavar="FILE", help="questions for the warm ask")
    arguments = parser.parse_args()
    if arguments.rounds < LEAST:
        parser.error(f"a median of fewer than {LEAST} runs says little")
    columns = (TextColumn("{task.description:14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        figures = measure(arguments.rounds, arguments.questions, progress)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(figures, ensure_ascii=False) if arguments.json else report.table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
