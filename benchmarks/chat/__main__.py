"""How the chat feels, in one run: its start beside an empty app, answers, the UI thread, and a long conversation.

uv run python -m benchmarks.chat [--json] [--rounds N] [--answers N] [--questions FILE] [--only start answers long]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.chat import answering, long_talk, start
from benchmarks.warm import questions_of

QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "questions" / "dev.jsonl"
LEAST, ASKED = 9, 60
PARTS = ("start", "answers", "long")


def main() -> int:
    """Measure, show the progress on standard error, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chat", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help=f"starts of each, at least {LEAST}")
    parser.add_argument("--answers", type=int, default=long_talk.ANSWERS, metavar="N", help="length of the long conversation")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, metavar="FILE", help="what is asked")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure only this")
    arguments = parser.parse_args()
    if arguments.rounds < LEAST:
        parser.error(f"a median of fewer than {LEAST} starts says little")
    every = questions_of(arguments.questions)
    asked = every[:: max(1, len(every) // ASKED)]
    figures: dict[str, Any] = {}
    columns = (TextColumn("{task.description:18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:

        def steps(title: str, count: int) -> Any:
            task = progress.add_task(title, total=count)
            return lambda: progress.advance(task)

        if "start" in arguments.only:
            figures["start"] = start.compare(arguments.rounds, steps("start", arguments.rounds))
        if "answers" in arguments.only:
            figures["answers"] = answering.time_answers(asked, steps("answers", len(asked) + len(answering.TYPED)))
        if "long" in arguments.only:
            count = arguments.answers
            figures["long"] = long_talk.compare(arguments.questions, steps("long conversation", count), count)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(figures, ensure_ascii=False, indent=None if arguments.json else 2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
