"""Peak memory: of the command, of its peer, and of an assistant that has answered many questions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.process import Advance, Bench

STEPS = 4
_BYTES_A_UNIT = 1 if sys.platform == "darwin" else 1024

# A child starts with the peak of whoever started it, so each is started by an interpreter that holds nothing else.
_OF_CHILD = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
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
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _OF_CHILD, *command],
            env=bench.environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        found[f"{name}_mib"] = round(int(done.stdout) * _BYTES_A_UNIT / 2**20, 1)
        advance()
    return found
