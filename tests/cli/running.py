"""Running a command: what it comes to, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

ANSWERED = "全ゲノムの内線は？"
IN_ENGLISH = "How much is the budget of the whole genome plan?"
COMMAND = (sys.executable, "-m", "assistant")


class Outcome(NamedTuple):
    """What a run came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def in_process_of_its_own(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run one command in a process of its own."""
    return subprocess.run([*COMMAND, *words], input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


def objects(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the JSON objects of an output, one a line."""
    return [json.loads(line) for line in outcome.out.splitlines()]
