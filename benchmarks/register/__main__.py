"""All figures of the register in one run: what is measured, what is asked, and what was seen.

uv run python -m benchmarks.register [--files FILE…] [--db PATH] [--only PART…] [--keep] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from benchmarks.register import growth, importing, lookup, speed
from benchmarks.register.figures import Figure, table
from benchmarks.register.generate import generate
from benchmarks.register.sheets import Register, read

PARTS = ("warm", "lookup", "growth", "process", "memory", "import")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "register"
QUESTIONS, WARM_UP, HELD = 400, 100, 200
"""Questions that are timed, that are asked before, and after which the memory is taken."""
LOOKED_UP = 500
TIMES = 10
SEED = 7


class Run:
    """One run: the files, the database of all sheets (made where none is given), and the questions."""

    def __init__(self, files: Sequence[Path], database: Path | None, folder: Path, progress: Progress) -> None:
        self.files, self.folder, self.progress = files, folder, progress
        self._database = database
        self._register: Register | None = None
        self._tasks: dict[str, TaskID] = {}

    @property
    def database(self) -> Path:
        """The database of all sheets."""
        if self._database is None:
            self.tell("importing", 0, None)
            self._database = self.folder / "all.db"
            importing.register_made(self.files, self._database)
            self.tell("importing", 1, 1)
        return self._database

    @property
    def register(self) -> Register:
        """The sheets, read independently of the importer."""
        if self._register is None:
            self.tell("reading the files", 0, None)
            self._register = Register(read(self.files))
            self.tell("reading the files", 1, 1)
        return self._register

    def questions(self, number: int, seed: int = SEED) -> list[str]:
        """Return questions on the register, in both languages."""
        return [case["q"] for case in generate(self.register, number, seed)]

    def tell(self, title: str, done: int, total: int | None) -> None:
        """Show how far something is."""
        if title not in self._tasks:
            self._tasks[title] = self.progress.add_task(title, total=total)
        self.progress.update(self._tasks[title], completed=done, total=total)

    def steps(self, title: str, total: int) -> Callable[[], None]:
        """Return what is to be called after each of some steps."""
        task = self.progress.add_task(title, total=total)
        return lambda: self.progress.advance(task)


def warm(run: Run, _: argparse.Namespace) -> list[Figure]:
    """Time a question, the whole path, in an assistant that is open."""
    asked = run.questions(WARM_UP + QUESTIONS)
    return speed.warm(run.database, asked[WARM_UP:], asked[:WARM_UP], run.steps("warm", QUESTIONS))


def look_up(run: Run, _: argparse.Namespace) -> list[Figure]:
    """Look up misspelt names, beside rapidfuzz and plain full text."""
    options = argparse.Namespace(number=LOOKED_UP, seed=SEED)
    found = lookup.run(run.database, options, run.progress.console)
    mine, fuzz, plain = (found[name] for name in ("ours", "rapidfuzz", "fts5"))
    faster = fuzz["median_ms"] / mine["median_ms"]
    return [
        Figure("lookup", "times as fast as rapidfuzz", f"≥ {lookup.FASTER}", f"{faster:.1f}", faster >= lookup.FASTER),
        Figure(
            "lookup",
            f"right of {LOOKED_UP}, rapidfuzz",
            f"≥ {fuzz['right']}",
            f"{mine['right']}",
            mine["right"] >= fuzz["right"],
        ),
        Figure(
            "lookup",
            f"right of {LOOKED_UP}, FTS5 bm25",
            f"> {plain['right']}",
            f"{mine['right']}",
            mine["right"] > plain["right"],
        ),
        Figure(
            "lookup",
            "ours / rapidfuzz / FTS5, median",
            "",
            " / ".join(f"{r['median_ms']:.1f}" for r in (mine, fuzz, plain)) + " ms",
        ),
    ]


def grow(run: Run, arguments: argparse.Namespace) -> list[Figure]:
    """Compare registers of three sizes."""
    number = WARM_UP + QUESTIONS
    steps = [
        growth.small(run.files, run.folder, number, SEED, run.tell),
        growth.Step(len(run.register.sheets), run.database, run.questions(number)),
        growth.grown(run.files, run.folder, arguments.times, number, SEED, run.tell),
    ]
    return growth.measure(steps, WARM_UP, run.tell)


def process(run: Run, _: argparse.Namespace) -> list[Figure]:
    """Time whole processes."""
    names = [s.name for s in run.register.sheets if s.year == run.register.newest and len(s.name) == len(speed.SMALL)]
    Random(SEED).shuffle(names)
    return speed.process(run.database, names[:50], run.steps("process", speed.ROUNDS))


def memory(run: Run, _: argparse.Namespace) -> list[Figure]:
    """Measure what a warm assistant holds."""
    return speed.memory(run.database, run.questions(HELD), run.folder)


def imports(run: Run, _: argparse.Namespace) -> list[Figure]:
    """Time the import of all files."""
    return importing.measure(run.files, run.folder, run.steps("import", 2 * importing.ROUNDS))


MEASURES = dict(zip(PARTS, (warm, look_up, grow, process, memory, imports), strict=True))


def measured(run: Run, arguments: argparse.Namespace) -> Iterator[Figure]:
    """Yield the figures of the parts that are wanted."""
    for part in PARTS:
        if not arguments.only or part in arguments.only:
            yield from MEASURES[part](run, arguments)


def arguments_of(words: Sequence[str] | None) -> argparse.Namespace:
    """Return the arguments; ends the process where there is no file to measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=Path, nargs="+", metavar="FILE", help=f"the sheets (default: {SHARED}/*.ndjson.gz)")
    parser.add_argument("--db", type=Path, metavar="PATH", help="these files, imported already")
    parser.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help="one or more of: " + " ".join(PARTS))
    parser.add_argument(
        "--times", type=int, default=TIMES, metavar="N", help=f"copies in the largest register (default: {TIMES})"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make the databases in this folder, and leave them there")
    parser.add_argument("--json", action="store_true", help="print one JSON array instead of a table")
    arguments = parser.parse_args(words)
    arguments.files = sorted(arguments.files or SHARED.glob("*.ndjson.gz"))
    if missing := [str(file) for file in (*arguments.files, *([arguments.db] if arguments.db else [])) if not file.is_file()]:
        parser.error(f"there is no file {', '.join(missing)}")
    if not arguments.files:
        parser.error(f"the register's files are not in {SHARED}; name them with --files (they are no part of the project)")
    return arguments


def main(words: Sequence[str] | None = None) -> int:
    """Measure, show the progress on standard error, and print the figures; 1 where one misses what is asked."""
    arguments = arguments_of(words)
    columns = (
        TextColumn("{task.description:22}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with tempfile.TemporaryDirectory() as temporary, Progress(*columns, console=Console(stderr=True)) as progress:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = list(measured(Run(arguments.files, arguments.db, folder, progress), arguments))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps([asdict(f) for f in figures], ensure_ascii=False) if arguments.json else table(figures))
    return int(any(f.met is False for f in figures))


if __name__ == "__main__":
    sys.exit(main())
