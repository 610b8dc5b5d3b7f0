"""Put seeded noise on the clean question cases, one error a question, and measure what is still answered rightly.

uv run python -m benchmarks.noise [FILE…] [--seed N] [--kind K…] [--json] [--show]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant import Assistant
from assistant.cli import streams
from assistant.errors import DataError
from assistant.evaluation.cases import Case, read_cases
from benchmarks.noise import report
from benchmarks.noise.kinds import KINDS, NAMES
from benchmarks.noise.measure import Result, clean, default_files, measure, right
from benchmarks.noise.model import Kind


def run(cases: Sequence[Case], kinds: Sequence[Kind], seed: int, progress: Progress) -> tuple[dict[str, Any], list[Result]]:
    """Return what was asked, and the result of every kind."""
    assistant = Assistant.open()
    task = progress.add_task("without noise", total=len(cases))
    sound = right(assistant, cases, lambda: progress.advance(task))
    results = []
    task = progress.add_task("noise", total=len(sound) * len(kinds))
    for kind in kinds:
        progress.update(task, description=f"{kind.language} {kind.name}")
        results.append(measure(assistant, sound, kind, seed, lambda: progress.advance(task)))
    return {"seed": seed, "clean": len(cases), "right": len(sound)}, results


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.noise", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="question files (default: dev and the newer fresh sets)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, other errors (default: 1)")
    parser.add_argument(
        "--kind", nargs="+", action="extend", choices=NAMES, metavar="K", help=f"only these: {', '.join(NAMES)}"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--show", action="store_true", help="show every question that failed, too")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Measure, show the progress on standard error, and print the figures; 0, or 2 where a file cannot be read."""
    parser = _parser()
    arguments = parser.parse_args(words)
    files = arguments.files or default_files()
    try:
        cases = clean(read_cases(files))
    except DataError as error:
        parser.error(str(error))
    kinds = [kind for kind in KINDS if not arguments.kind or kind.name in arguments.kind]
    columns = (TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        heading, results = run(cases, kinds, arguments.seed, progress)
    heading["files"] = [file.name for file in files]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if arguments.json:
        text = json.dumps(report.as_object(heading, results, show=arguments.show), ensure_ascii=False)
    else:
        text = "\n".join([*([report.failures(results)] if arguments.show else []), report.table(heading, results)])
    try:
        print(text, flush=True)
    except BrokenPipeError:  # whoever read this has seen enough
        streams.abandon()
    return 0


if __name__ == "__main__":
    sys.exit(main())
