"""The time of a question where the assistant is open already."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from typing import Any

from assistant import Assistant
from benchmarks.process import Advance

REPEATS = 5


def questions_of(file: Path) -> list[str]:
    """Return every question of a question file, each on its own."""
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [turn["q"] for case in cases for turn in case.get("turns", [case])]


def time_questions(file: Path, repeats: int, advance: Advance) -> dict[str, Any]:
    """Ask every question several times; ms of the median and of the slowest in a hundred, over all that were asked."""
    assistant = Assistant.open()
    questions = questions_of(file)
    for question in questions[:20]:
        assistant.ask(question)
    times = []
    for _ in range(repeats):
        for question in questions:
            started = time.perf_counter()
            assistant.ask(question)
            times.append(1000 * (time.perf_counter() - started))
        advance()
    return {
        "questions": len(questions),
        "asked": len(times),
        "median_ms": round(statistics.median(times), 3),
        "p99_ms": round(statistics.quantiles(times, n=100)[98], 3),
        "slowest_ms": round(max(times), 3),
    }
