"""The start: the chat and an empty app in turns, each in a terminal of its own, watched from outside in the same way.

A prompt "takes keys" once a letter typed into the terminal comes back painted. The letter is typed when the prompt's
placeholder has been painted: whatever is typed earlier, the terminal would echo itself.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.process import Advance

COLUMNS, ROWS = 120, 36
PATIENCE = 30.0
PLACEHOLDER = b"ype a question"  # its first letter stands under the caret, in a style of its own
LETTER = "ß"  # nothing else on either screen contains it
_CONTROL = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]")


def commands() -> dict[str, list[str]]:
    """Return what is started, by name."""
    return {
        "ours": [str(Path(sys.executable).parent / "budget-assistant"), "--language", "en"],
        "empty": [sys.executable, "-m", "benchmarks.chat.empty_app"],
    }


def compare(rounds: int, advance: Advance) -> dict[str, Any]:
    """Start both in turns, so that what slows the machine slows both; medians in ms, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        both = commands()
        for command in both.values():  # so that compiled modules exist, as they do for people
            _start(command, environment)
        painted: dict[str, list[float]] = {name: [] for name in both}
        ready: dict[str, list[float]] = {name: [] for name in both}
        for number in range(rounds):
            for name in list(both) if number % 2 else list(reversed(both)):
                first, second = _start(both[name], environment)
                painted[name].append(1000 * first)
                ready[name].append(1000 * second)
            advance()
    ratios = [ours / empty for ours, empty in zip(ready["ours"], ready["empty"], strict=True)]
    return {
        "rounds": rounds,
        **{f"{name}_painted_ms": round(statistics.median(values), 1) for name, values in painted.items()},
        **{f"{name}_ms": round(statistics.median(values), 1) for name, values in ready.items()},
        "painted_ratio": round(statistics.median(painted["ours"]) / statistics.median(painted["empty"]), 3),
        "ratio": round(statistics.median(ready["ours"]) / statistics.median(ready["empty"]), 3),
        "ratio_quartiles": [round(value, 3) for value in statistics.quantiles(ratios, n=4)[::2]],
    }


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment with folders of its own, so that nothing a person keeps slows or changes the start."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")}
    own = {f"BUDGET_ASSISTANT_{name}": str(folder / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    return {**kept, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def _start(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Start a command in a terminal; return the seconds until the prompt is painted, and until it takes keys."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True, close_fds=True
    )
    os.close(theirs)
    try:
        _wait_for(ours, PLACEHOLDER, started)
        painted = time.perf_counter() - started
        os.write(ours, LETTER.encode())
        _wait_for(ours, LETTER.encode(), started)
        return painted, time.perf_counter() - started
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _wait_for(terminal: int, wanted: bytes, started: float) -> None:
    """Read what is painted until it contains what is wanted. Raises TimeoutError when that never comes."""
    written = b""
    while wanted not in _CONTROL.sub(b"", written):
        left = started + PATIENCE - time.perf_counter()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            raise TimeoutError(f"{wanted!r} was not painted within {PATIENCE:g} s: {written[-500:]!r}")
        written += os.read(terminal, 65_536)
