"""How often the assistant is right on the whole register: questions made from the files, asked, and scored by kind.

uv run python -m benchmarks.register.right --files judgit-*.gz --db PATH [--seed 1] [--count 1000] [--show] [--write FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from assistant import Assistant
from assistant.evaluation.cases import Case, Turn
from assistant.evaluation.run import VERDICTS, Evaluation, evaluate
from benchmarks.register.generate import generate
from benchmarks.register.sheets import Register, read


def bar() -> Progress:
    """Return a progress bar on standard error, with the remaining time."""
    columns = (
        TextColumn("{task.description:16}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True))


def register_of(files: Sequence[Path], progress: Progress) -> Register:
    """Read the files, a step of the bar a file."""
    task = progress.add_task("reading", total=len(files))
    sheets = []
    for file in sorted(files):
        sheets += list(read([file]))
        progress.advance(task)
    return Register(sheets)


def score(assistant: Assistant, cases: Sequence[dict[str, Any]], progress: Progress) -> Evaluation:
    """Ask every case on its own and return the verdicts."""
    task = progress.add_task("asking", total=len(cases))
    asked = (Case(c["id"], tuple(c["tags"]), (Turn(c["q"], c["expect"]),), "") for c in cases)
    return evaluate(assistant, asked, lambda: progress.advance(task))


def report(found: Evaluation, show: bool) -> Iterable[str]:
    """Yield the lines that are printed: what was not right where wanted, the counts by kind, the summary last."""
    for lack in found.shortcomings if show else ():
        yield f"{lack.verdict:7} {lack.case} {lack.question!r}"
        yield f"        {'; '.join(lack.why)}"
        yield f"        -> {lack.status}: {lack.text[:160]!r}"
    for tag, counts in found.by_tag().items():
        yield f"{tag:20} " + "  ".join(f"{verdict} {counts.get(verdict, 0):4}" for verdict in VERDICTS)
    yield " ".join(f"{name}={value}" for name, value in found.summary().items())


def main() -> int:
    """Make the questions, ask them where there is a database, and print how many were answered rightly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.right", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--files", type=Path, nargs="+", required=True, metavar="FILE", help="the register's .ndjson(.gz) files"
    )
    parser.add_argument("--db", type=Path, metavar="PATH", help="the database that the assistant answers from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--show", action="store_true", help="print every question that is not answered rightly")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the questions with what is expected")
    arguments = parser.parse_args()
    if not arguments.db and not arguments.write:
        parser.error("nothing to do: give --db, --write or both")
    with bar() as progress:
        register = register_of(arguments.files, progress)
        cases = list(generate(register, arguments.count, arguments.seed))
        if arguments.write:
            lines = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
            arguments.write.write_text("".join(lines), encoding="utf-8")
        if not arguments.db:
            return 0
        found = score(Assistant.open(arguments.db), cases, progress)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in report(found, arguments.show):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
