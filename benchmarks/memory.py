"""Peak memory: of the command, of its peer, and of an assistant that has answered many questions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.process import Advance, Bench

STEPS = 4
_BYTES_A_UNIT = 1 if sys.platform == "darwin" else 1024

# A child starts with the peak of whoever started it, so each is started by an interpreter that holds nothing else.
_OF_CHILD = """
import resource, subprocess, sys, time
started = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_WARM = """
import sys
from pathlib import Path
from assistant import Assistant
from benchmarks.warm import questions_of
assistant = Assistant.open()
for question in questions_of(Path(sys.argv[1])):
    assistant.ask(question)
"""


def peaks(bench: Bench, questions: Path, advance: Advance) -> dict[str, Any]:
    """Return peak resident memory in MiB; an empty interpreter is given for comparison."""
    commands: dict[str, Sequence[str | Path]] = {
        "ours": bench.ours,
        "peer": bench.peer,
        "warm": [sys.executable, "-c", _WARM, questions],
        "bare_python": [sys.executable, "-c", "pass"],
    }
    found = {}
    for name, command in commands.items():
        found[f"{name}_mib"] = round(watched(command, bench.environment())[1], 1)
        advance()
    return found


def watched(command: Sequence[str | Path], environment: Mapping[str, str]) -> tuple[float, float]:
    """Run a command to its end; return its seconds, and its peak resident memory in MiB. CalledProcessError if it fails."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _OF_CHILD, *command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak) * _BYTES_A_UNIT / 2**20
