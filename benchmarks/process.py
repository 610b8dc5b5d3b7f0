"""The time of a whole process: our command beside `sqlite-utils query` of the equal statement on the same file."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant import Assistant, assets

QUESTION = "全ゲノムの内線は？"
COLD_ROUNDS = 5
Advance = Callable[[], None]


class Bench:
    """The two commands, and the folder that their runs may write to."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.folder = Path(self._folder.name)
        scripts = Path(sys.executable).parent
        answer = Assistant.open().ask(QUESTION)
        bound = [word for name, value in (answer.parameters or {}).items() for word in ("-p", name, str(value))]
        self.ours: list[str | Path] = [scripts / "budget-assistant", "ask", QUESTION]
        self.peer: list[str | Path] = [
            scripts / "sqlite-utils", "query", assets.asset("budget.db"), answer.sql or "", *bound,
        ]  # fmt: skip

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def environment(self, cache: str = "cache") -> dict[str, str]:
        """Return an environment with a lexicon cache of its own, in which compiled modules are kept as usual."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "BUDGET_ASSISTANT_CACHE": str(self.folder / cache)}

    def seconds(self, command: Sequence[str | Path], cache: str = "cache") -> float:
        """Return the time from the start of a command to its end."""
        environment = self.environment(cache)
        started = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started


def compare(bench: Bench, rounds: int, advance: Advance) -> dict[str, Any]:
    """Run both commands in turns, so that what slows the machine slows both; medians in ms, and their ratio."""
    bare: list[str | Path] = [sys.executable, "-c", "pass"]
    commands = {"ours": bench.ours, "peer": bench.peer, "bare_python": bare}
    for command in commands.values():
        bench.seconds(command)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds):
        order = list(commands) if number % 2 else list(reversed(commands))
        for name in order:
            times[name].append(1000 * bench.seconds(commands[name]))
        advance()
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratios = [ours / peer for ours, peer in zip(times["ours"], times["peer"], strict=True)]
    return {
        "rounds": rounds,
        **{f"{name}_ms": round(value, 1) for name, value in medians.items()},
        "ratio": round(medians["ours"] / medians["peer"], 3),
        "ratio_quartiles": [round(value, 3) for value in statistics.quantiles(ratios, n=4)[::2]],
    }


def first_call(bench: Bench, rounds: int, advance: Advance) -> dict[str, Any]:
    """Time calls that find no lexicon in the cache, validate every intent and make it."""
    times = []
    for number in range(rounds):
        times.append(1000 * bench.seconds(bench.ours, cache=f"empty-{number}"))
        advance()
    return {"rounds": rounds, "ours_ms": round(statistics.median(times), 1)}
