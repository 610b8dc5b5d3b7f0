"""Look up misspelt programme names: ours, rapidfuzz over all names, and plain FTS5 trigram with bm25, side by side.

uv run python -m benchmarks.register.lookup --db PATH [--number N] [--seed N] [--times N] [--json]

Every name is looked up alone, as typed wrong. Right: the first name that is given back is the programme's. All three get the
same folded names and the same folded text. `--times N` adds N - 1 varied forms of every name to the index first (growth).
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.progress import track

from assistant.errors import StoreError
from assistant.reading.folding import fold_name
from assistant.store.build import schema_statements
from assistant.store.database import Database
from assistant.store.names import StoreNames
from assistant.store.register.names_index import write_names
from benchmarks.register.misspelt import KINDS, misspell

FASTER = 15
"""How many times as fast as rapidfuzz ours must be."""
_MOST = 0.8
_ONE = frozenset(["program"])
LookUp = Callable[[str], str | None]


def examples(names: Sequence[str], number: int, seed: int) -> list[tuple[str, str, str]]:
    """Return (kind, misspelt name, name) for names of five characters or more, folded; what became another name is left out."""
    random = Random(seed)
    known = {fold_name(name) for name in names}
    long = [name for name in names if len(fold_name(name)) > 4]
    found: list[tuple[str, str, str]] = []
    kinds = list(KINDS)
    while len(found) < number:
        kind, name = kinds[len(found) % len(kinds)], random.choice(long)
        typed = fold_name(misspell(name, kind, random))
        if typed not in known:
            found.append((kind, typed, fold_name(name)))
    return found


def ours(database: Database) -> LookUp:
    """Return our look-up: a name that makes up most of the text with a few errors, else the one most like it."""
    names = StoreNames(database)

    def look_up(text: str) -> str | None:
        found = [hit for hit in names.hits(text, _ONE) if hit.end - hit.start > _MOST * len(text)]
        found = found or names.likely(text, _ONE, 1)
        return found[0].name if found else None

    return look_up


def rapidfuzz(names: Sequence[str]) -> LookUp:
    """Return the look-up that compares all names."""

    def look_up(text: str) -> str | None:
        found = process.extractOne(text, names, scorer=fuzz.partial_ratio)
        return found[0] if found else None

    return look_up


def trigrams(names: Iterable[str]) -> LookUp:
    """Return the look-up in a plain full-text table: any three characters of the text, the best by bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE n USING fts5 (name, tokenize = 'trigram')")
    connection.executemany("INSERT INTO n VALUES (?)", ((name,) for name in names))

    def look_up(text: str) -> str | None:
        grams = dict.fromkeys(text[i : i + 3] for i in range(len(text) - 2))
        query = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
        row = connection.execute("SELECT name FROM n WHERE n MATCH ? ORDER BY bm25(n) LIMIT 1", (query,)).fetchone()
        return str(row[0]) if row else None

    return look_up


def measure(look_up: LookUp, cases: Sequence[tuple[str, str, str]], label: str, console: Console) -> dict[str, Any]:
    """Return median and slowest time in ms, and how many were right, in all and of each kind."""
    seconds: list[float] = []
    right: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    for kind, typed, name in track(cases, label, console=console, disable=not console.is_terminal):
        begin = time.perf_counter()
        found = look_up(typed)
        seconds.append(time.perf_counter() - begin)
        right[kind].append(found == name)
    return {
        "median_ms": round(statistics.median(seconds) * 1000, 3),
        "p99_ms": round(sorted(seconds)[int(len(seconds) * 0.99)] * 1000, 3),
        "right": sum(map(sum, right.values())),
        "by_kind": {kind: round(100 * statistics.mean(got), 1) for kind, got in right.items() if got},
    }


def grown(path: Path, times: int, folder: Path) -> Path:
    """Return a copy of a register in which every programme stands `times` times, under varied names; only its names."""
    target = folder / "grown.db"
    connection = sqlite3.connect(target)
    connection.execute("ATTACH ? AS whole", (str(path),))
    random = Random(times)
    for statement in schema_statements():
        connection.execute(statement)
    for table in ("source", "ministry", "programme", "review_sheet"):
        connection.execute(f"INSERT INTO {table} SELECT * FROM whole.{table}")
    syllables = [
        name[i : i + 2] for (name,) in connection.execute("SELECT name FROM programme") for i in range(0, len(name), 7)
    ]
    columns = [row[1] for row in connection.execute("PRAGMA table_info(programme)")]
    rows = connection.execute("SELECT * FROM programme").fetchall()
    for copy in range(1, times):
        varied = []
        for row in rows:
            entry = dict(zip(columns, row, strict=True))
            name = str(entry["name"])
            for _ in range(2 + len(name) // 8):
                at = random.randrange(len(name))
                name = name[:at] + random.choice(syllables) + name[at + 2 :]
            entry |= {"id": f"{entry['id']}/{copy}", "position": entry["position"] + copy * 10_000_000, "name": name}
            varied.append(tuple(entry.values()))
        connection.executemany(f"INSERT INTO programme VALUES ({', '.join('?' * len(columns))})", varied)
    write_names(connection)
    connection.commit()
    connection.close()
    return target


def names_of(path: Path) -> list[str]:
    """Return the distinct names of a register's programmes through the years, as printed."""
    connection = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    rows = connection.execute("SELECT name FROM review_sheet UNION SELECT name FROM programme ORDER BY 1").fetchall()
    connection.close()
    return [str(name) for (name,) in rows]


def table(figures: dict[str, Any]) -> str:
    """Return the figures for people."""
    mine, other, plain = (figures[name] for name in ("ours", "rapidfuzz", "fts5"))
    number = figures["number"]
    lines = [
        f"{number} misspelt names among {figures['names']} (seed {figures['seed']})",
        "",
        f"{'':10}{'median':>10}{'p99':>10}{'right':>8}  " + "".join(f"{kind:>8}" for kind in KINDS),
    ]
    for label, result in (("ours", mine), ("rapidfuzz", other), ("fts5 bm25", plain)):
        share = f"{100 * result['right'] / number:.1f}%"
        kinds = "".join(f"{result['by_kind'].get(kind, 0):>7.1f}%" for kind in KINDS)
        lines.append(f"{label:10}{result['median_ms']:>7.2f} ms{result['p99_ms']:>7.2f} ms{share:>8}  {kinds}")
    ratio = other["median_ms"] / mine["median_ms"]
    met = {
        f"at least {FASTER} times as fast as rapidfuzz ({ratio:.0f} times)": ratio >= FASTER,
        "at least as often right as rapidfuzz": mine["right"] >= other["right"],
        "more often right than fts5 with bm25": mine["right"] > plain["right"],
    }
    return "\n".join([*lines, "", *(f"{text}: {'met' if fine else 'MISSED'}" for text, fine in met.items())])


def run(path: Path, arguments: argparse.Namespace, console: Console) -> dict[str, Any]:
    """Return the figures of all three."""
    names = names_of(path)
    folded = list(dict.fromkeys(map(fold_name, names)))
    cases = examples(names, arguments.number, arguments.seed)
    return {
        "number": len(cases),
        "names": len(folded),
        "seed": arguments.seed,
        "ours": measure(ours(Database(path)), cases, "ours", console),
        "rapidfuzz": measure(rapidfuzz(folded), cases, "rapidfuzz", console),
        "fts5": measure(trigrams(folded), cases, "fts5 bm25", console),
    }


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; 0, or 2 where the database cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register.lookup", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--db", type=Path, required=True, metavar="PATH", help="an imported register")
    parser.add_argument("--number", type=int, default=1000, metavar="N", help="names that are looked up (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="other names, other errors (default: 1)")
    parser.add_argument("--times", type=int, default=1, metavar="N", help="as many times the names, varied (default: 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    arguments = parser.parse_args(words)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = arguments.db if arguments.times < 2 else grown(arguments.db, arguments.times, Path(folder))
            figures = run(path, arguments, Console(stderr=True))
    except (StoreError, sqlite3.Error) as error:
        parser.error(str(error))
    print(json.dumps(figures, ensure_ascii=False) if arguments.json else table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
