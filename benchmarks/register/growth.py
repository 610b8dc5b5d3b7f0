"""How the time of a question grows with the register: 5,000 sheets, all, and ten times all under varied names.

A varied copy keeps everything but names and numbers: in each name some characters give way to those of other names, the same
in every year, and each number gets an ending of its own, so that every copy of a programme has its history.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from assistant import Assistant
from benchmarks.register.figures import Figure, median_and_p99, most
from benchmarks.register.generate import generate
from benchmarks.register.importing import register_made
from benchmarks.register.sheets import Register, fold, read
from benchmarks.register.speed import milliseconds

FACTOR = 2.0
"""How much the median may grow from step to step."""
FEW = 5_000
_PARTS = ("事業番号5", "事業番号4", "事業番号3", "事業番号2", "事業番号1")
_ENDING = "/"
"""What no printed number has: `0012-1` is the number of another programme."""
Tells = Callable[[str, int, int | None], None]
"""Hears what is done now, how many of it are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Step:
    """A register of some size, and questions that were made for it."""

    sheets: int
    database: Path
    questions: Sequence[str]


def entries(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Yield the sheets of the files as objects."""
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def chance(entry: dict[str, Any], seed: int) -> float:
    """Return a number from 0 to 1 that is the same for all sheets of a ministry's programme of one name."""
    return Random(f"{seed} {entry['府省庁']} {fold(entry['事業名'])}").random()


def varied(entry: dict[str, Any], copy: int, pieces: Sequence[str], seed: int) -> dict[str, Any]:
    """Return a sheet of another programme: its name varied, its numbers and those of its former sheets its own."""
    name = str(entry["事業名"])
    dice = Random(f"{seed} {copy} {fold(name)}")
    for _ in range(2 + len(name) // 8):
        at = dice.randrange(len(name))
        name = name[:at] + dice.choice(pieces) + name[at + 2 :]
    former = [_renumbered(row, copy) for row in entry["関連する過去のレビューシート"]]
    own = _renumbered(entry, copy)
    lineage = entry.get("事業ID")
    return own | {
        "事業名": name,
        "事業番号": f"{entry['事業番号']}{_ENDING}{copy}",
        "関連する過去のレビューシート": former,
        "事業ID": None if lineage is None else lineage + copy * 1_000_000,
    }


def _renumbered(row: dict[str, Any], copy: int) -> dict[str, Any]:
    last = next((part for part in _PARTS if row.get(part)), None)
    return row | {last: f"{row[last]}{_ENDING}{copy}"} if last else dict(row)


def write_few(files: Sequence[Path], target: Path, number: int, seed: int) -> int:
    """Write the sheets of some programmes with all their years, about `number` sheets; return how many."""
    chances = sorted(chance(entry, seed) for entry in entries(files))
    limit = chances[min(number, len(chances) - 1)]
    written = 0
    with target.open("w", encoding="utf-8") as out:
        for entry in entries(files):
            if chance(entry, seed) < limit:
                out.write(json.dumps(entry, ensure_ascii=False) + "\n")
                written += 1
    return written


def write_many(files: Sequence[Path], folder: Path, times: int, seed: int, tell: Tells) -> tuple[list[Path], Path]:
    """Write the varied copies, a file each; return all files, and one with the sheets that questions are made of.

    The latter holds as many programmes as one copy has, chosen from all, each with its years.
    """
    names = [str(entry["事業名"]) for entry in entries(files)]
    pairs = (name[at : at + 2] for name in names for at in range(0, len(name) - 1, 7))
    pieces = [pair for pair in pairs if len(pair.strip()) == 2]
    some = folder / "some.ndjson"
    made = list(files)
    with some.open("w", encoding="utf-8") as chosen:
        for copy in range(times):
            target = folder / f"copy-{copy}.ndjson"
            with target.open("w", encoding="utf-8") as out:
                for number, entry in enumerate(entries(files)):
                    sheet = varied(entry, copy, pieces, seed) if copy else entry
                    line = json.dumps(sheet, ensure_ascii=False) + "\n"
                    if copy:
                        out.write(line)
                    if times * chance(sheet, seed) < 1:
                        chosen.write(line)
                    if number % 1000 == 0:
                        tell("varying names", copy * len(names) + number, times * len(names))
            if copy:
                made.append(target)
            else:
                target.unlink()
    tell("varying names", 1, 1)
    return made, some


def questions_of(files: Sequence[Path], number: int, seed: int) -> list[str]:
    """Return questions made of the sheets in files."""
    return [case["q"] for case in generate(Register(read(files)), number, seed)]


def grown(files: Sequence[Path], folder: Path, times: int, number: int, seed: int, tell: Tells) -> Step:
    """Make the largest register; its sheets are removed when they are imported."""
    made, some = write_many(files, folder, times, seed, tell)
    questions = questions_of([some], number, seed)
    database = folder / f"grown-{times}.db"
    tell(f"importing {times} times all", 0, None)
    register_made(made, database)
    for file in {*made, some} - set(files):
        file.unlink()
    tell(f"importing {times} times all", 1, 1)
    return Step(_sheets(database), database, questions)


def small(files: Sequence[Path], folder: Path, number: int, seed: int, tell: Tells) -> Step:
    """Make the smallest register."""
    few, database = folder / "few.ndjson", folder / "few.db"
    tell("choosing few", 0, None)
    write_few(files, few, FEW, seed)
    register_made([few], database)
    tell("choosing few", 1, 1)
    return Step(_sheets(database), database, questions_of([few], number, seed))


def _sheets(database: Path) -> int:
    return int(Assistant.open(database).database.rows("SELECT COUNT(*) FROM review_sheet")[0][0] or 0)


def measure(steps: Sequence[Step], warm_up: int, tell: Tells) -> list[Figure]:
    """Ask the questions of all registers in turns, so that what slows the machine slows all; the first are the warm-up."""
    assistants = [Assistant.open(step.database) for step in steps]
    times: list[list[float]] = [[] for _ in steps]
    total = min(len(step.questions) for step in steps)
    for number in range(total):
        for step, assistant, own in zip(steps, assistants, times, strict=True):
            taken = milliseconds(assistant, step.questions[number])
            if number >= warm_up:
                own.append(taken)
        tell("growth", number + 1, total)
    medians, slow = zip(*map(median_and_p99, times), strict=True)
    found = [
        Figure("growth", f"median and p99 at {step.sheets:,} sheets", "", f"{median:.1f} and {p99:.1f} ms")
        for step, median, p99 in zip(steps, medians, slow, strict=True)
    ]
    for before, after, first, second in zip(steps, steps[1:], medians, medians[1:], strict=False):
        name = f"from {before.sheets:,} to {after.sheets:,} sheets"
        found.append(most("growth", name, FACTOR, second / first, ""))
    return found
