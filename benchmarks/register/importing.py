"""The import of all files beside `sqlite-utils insert --nl` of the same lines, in turns; and its peak memory.

sqlite-utils reads no gzip: its lines are decompressed to a temporary file first, and that time is not counted.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.memory import watched
from benchmarks.register.figures import Figure, most

RATIO = 2.5
"""Times sqlite-utils, at most."""
MEMORY = 300.0
"""Most MiB of an import."""
ROUNDS = 3
_SCRIPTS = Path(sys.executable).parent


def register_made(files: Sequence[Path], database: Path) -> tuple[float, float]:
    """Import files with our command; return its seconds and peak memory in MiB."""
    return watched([_SCRIPTS / "budget-assistant", "import", "judgit", *files, "--db", database], os.environ)


def decompressed(files: Sequence[Path], target: Path) -> Path:
    """Write the lines of all files to one."""
    with target.open("wb") as out:
        for file in files:
            with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
                shutil.copyfileobj(lines, out, 2**20)
    return target


def measure(files: Sequence[Path], folder: Path, advance: Callable[[], None]) -> list[Figure]:
    """Import in turns with both, each time into a new database."""
    lines = decompressed(files, folder / "all.ndjson")
    ours, theirs, peaks = list[float](), list[float](), list[float]()
    for number in range(ROUNDS):
        peer, own = folder / f"peer-{number}.db", folder / f"own-{number}.db"
        theirs.append(watched([_SCRIPTS / "sqlite-utils", "insert", peer, "sheet", lines, "--nl", "--silent"], os.environ)[0])
        peer.unlink()
        advance()
        seconds, peak = register_made(files, own)
        own.unlink()
        advance()
        ours.append(seconds)
        peaks.append(peak)
    lines.unlink()
    mine, other = statistics.median(ours), statistics.median(theirs)
    return [
        most("import", f"ours with indexes / sqlite-utils, medians of {ROUNDS}", RATIO, mine / other, ""),
        Figure("import", "ours, from .gz", "", f"{mine:.1f} s"),
        Figure("import", "sqlite-utils insert --nl, from decompressed lines", "", f"{other:.1f} s"),
        most("import", "peak resident memory", MEMORY, max(peaks), "MiB"),
    ]
