"""Whether the totals by ministry, fiscal year and stage are those of the files: in the database, and when asked in words.

uv run python -m benchmarks.register.totals --files judgit-*.ndjson.gz --db PATH [--all | --held]

The files are read and added up here, without the importer. A fiscal year's figures are taken over the sheets of one review
year: the year after (the nearest there is), for what is requested the year before.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from assistant import Assistant
from benchmarks.register.programmes import FIELDS
from benchmarks.register.right import bar, register_of
from benchmarks.register.sheets import MINISTRIES, STAGES, Register

STAGE_NAMES = {stage: stage.replace("_", " ") for stage in STAGES}
"""How the database names the stages."""
SPOKEN = {"total": "予算額", "initial": "当初予算", "supplementary": "補正予算", "executed": "執行額", "requested": "要求額"}
ENGLISH = {
    "total": "budget", "initial": "initial budget", "supplementary": "supplementary budget", "executed": "executed amount",
    "requested": "requested amount",
}  # fmt: skip

Key = tuple[str, int, str]
"""Ministry's id, fiscal year, stage."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How many figures there are, and their sum in yen."""

    count: int
    yen: int


def from_files(register: Register) -> dict[Key, Sum]:
    """Return the sums of all ministries, fiscal years and stages that the sheets state."""
    found: dict[Key, Sum] = {}
    for sheet in register.sheets:
        for (year, stage), value in sheet.amounts.items():
            if register.review_year(year, stage) == sheet.year:
                key = (sheet.ministry_id, year, stage)
                before = found.get(key, Sum(0, 0))
                found[key] = Sum(before.count + 1, before.yen + value)
    return found


def from_database(path: Path) -> dict[Key, Sum]:
    """Return the same sums as the database holds them."""
    stages = {name: stage for stage, name in STAGE_NAMES.items()}
    statement = (
        "SELECT p.ministry, a.fiscal_year, a.stage, count(*), sum(a.yen) FROM amount a JOIN programme p ON p.id = a.programme"
        " WHERE a.counted = 1 AND a.scope = 'whole' GROUP BY 1, 2, 3"
    )
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {(m, year, stages[s]): Sum(count, total) for m, year, s, count, total in connection.execute(statement)}


def mismatches(files: Mapping[Key, Sum], database: Mapping[Key, Sum]) -> Iterator[str]:
    """Yield a line for every sum in which the two differ."""
    for key in sorted(files.keys() | database.keys()):
        ours, theirs = files.get(key), database.get(key)
        if ours != theirs:
            yield f"database {' '.join(map(str, key))}: the files give {shown(ours)}, the database {shown(theirs)}"


def shown(value: Sum | None) -> str:
    """Return a sum for people."""
    return "nothing" if value is None else f"{value.yen:,} yen of {value.count} sheets"


def questions(files: Mapping[Key, Sum], years: range) -> list[tuple[str, str, str, int]]:
    """Return what is asked of every ministry, year and stage, and of all ministries: question, subject, field, value."""
    names = {mark: name for name, (mark, _) in MINISTRIES.items()}
    asked: list[tuple[str, str, str, int]] = []
    everything: dict[tuple[int, str], int] = {}
    for (ministry, year, stage), value in sorted(files.items()):
        everything[year, stage] = everything.get((year, stage), 0) + value.yen
        if stage in FIELDS and year in years:
            question = f"{names[ministry]}の{year}年度の{SPOKEN[stage]}の合計は"
            asked.append((question, f"ministry:{ministry}", "total", value.yen))
    for (year, stage), total in sorted(everything.items()):
        if stage in FIELDS and year in years:
            asked.append((f"{year}年度の全事業の{SPOKEN[stage]}の合計は", "all", "total", total))
            asked.append((f"What is the total {ENGLISH[stage]} of all programmes in fiscal {year}?", "all", "total", total))
    newest = max(year for _, year, stage in files if stage == "total")
    for (ministry, year, stage), value in sorted(files.items()):
        if stage == "total" and year == newest:
            asked.append((f"{names[ministry]}の事業はいくつありますか", f"ministry:{ministry}", "count", value.count))
    return asked


def in_words(assistant: Assistant, asked: Sequence[tuple[str, str, str, int]], progress: Progress) -> Iterator[str]:
    """Yield a line for every question that is not answered with the expected figure."""
    task = progress.add_task("asking", total=len(asked))
    for question, subject, field, value in asked:
        try:
            answer = assistant.ask(question)
        except Exception as fault:  # noqa: BLE001  one crash is a mismatch, and the others are still asked
            yield f"asked    {question}: expected {value:,}, crash {fault!r}"
        else:
            if not any((f.subject, f.field, f.value) == (subject, field, value) for f in answer.facts):
                given = [f"{f.subject} {f.field} {f.value}" for f in answer.facts if f.field == field]
                yield f"asked    {question}: expected {value:,}, {answer.status} {'; '.join(given) or answer.text[:100]!r}"
        progress.advance(task)


def main() -> int:
    """Compare, print every mismatch, and how many sums there were; the exit status is 1 where any differs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.totals", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--files", type=Path, nargs="+", required=True, metavar="FILE", help="the register's .ndjson(.gz) files"
    )
    parser.add_argument("--db", type=Path, required=True, metavar="PATH", help="the database that the assistant answers from")
    parser.add_argument("--all", action="store_true", help="ask for all fiscal years, not only the last four")
    parser.add_argument("--held", action="store_true", help="compare what the database holds only, and ask nothing")
    arguments = parser.parse_args()
    with bar() as progress:
        register = register_of(arguments.files, progress)
        files, database = from_files(register), from_database(arguments.db)
        held = list(mismatches(files, database))
        years = range(1900, 2100) if arguments.all else range(register.newest - 3, register.newest + 2)
        asked = [] if arguments.held else questions(files, years)
        said = list(in_words(Assistant.open(arguments.db), asked, progress)) if asked else []
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join([*held, *said]))
    print(f"sums={len(files)} database_mismatches={len(held)} questions={len(asked)} answer_mismatches={len(said)}")
    return 1 if held or said else 0


if __name__ == "__main__":
    sys.exit(main())
