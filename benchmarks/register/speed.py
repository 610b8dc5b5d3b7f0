"""Questions on a register: the time of a warm one, of a whole process, and the memory that a warm assistant holds."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant import Assistant
from benchmarks.memory import watched
from benchmarks.process import QUESTION as _WARM_UP
from benchmarks.process import Bench
from benchmarks.register.figures import Figure, median_and_p99, most

MEDIAN, P99 = 8.0, 40.0
"""Most milliseconds of a warm question."""
RATIO = 1.3
"""Times the nine programmes' process, at most."""
MEMORY = 150.0
"""Most MiB of a warm assistant."""
ROUNDS = 11
SMALL = "全ゲノム解析等実行計画2022の推進"
"""One of the nine programmes; that of the register is asked for in the same words."""
_HELD = """
import json, sys
from pathlib import Path
from assistant import Assistant
assistant = Assistant.open(sys.argv[1])
for question in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
    assistant.ask(question)
"""
Advance = Callable[[], None]


def milliseconds(assistant: Assistant, question: str) -> float:
    """Return the time of one question."""
    started = time.perf_counter()
    assistant.ask(question)
    return 1000 * (time.perf_counter() - started)


def warm(database: Path, questions: Sequence[str], warm_up: Sequence[str], advance: Advance) -> list[Figure]:
    """Ask every question once, after others that make the assistant warm."""
    assistant = Assistant.open(database)
    for question in (_WARM_UP, *warm_up):
        assistant.ask(question)
    times = []
    for question in questions:
        times.append(milliseconds(assistant, question))
        advance()
    median, p99 = median_and_p99(times)
    slowest = questions[times.index(max(times))]
    return [
        most("warm", f"{len(times)} questions, both languages: median", MEDIAN, median, "ms"),
        most("warm", "99th percentile", P99, p99, "ms"),
        Figure("warm", f"slowest ({slowest[:40]})", "", f"{max(times):.1f} ms"),
    ]


def budget_question(name: str) -> str:
    """Return the question for a programme's budget."""
    return f"{name}の予算は"


def process(database: Path, names: Sequence[str], advance: Advance) -> list[Figure]:
    """Compare `ask` on the register with `ask` on the nine programmes, as whole processes in turns.

    The first of the names that is answered is asked for. Raises ValueError where none is.
    """
    assistant = Assistant.open(database)
    name = next((n for n in names if assistant.ask(budget_question(n)).status == "answered"), None)
    if name is None:
        raise ValueError("no programme's budget is answered")
    command = Path(sys.executable).parent / "budget-assistant"
    commands: dict[str, list[str | Path]] = {
        "register": [command, "--db", database, "ask", budget_question(name)],
        "nine": [command, "ask", budget_question(SMALL)],
    }
    times: dict[str, list[float]] = {key: [] for key in commands}
    with Bench() as bench:
        for line in commands.values():
            bench.seconds(line)
        for number in range(ROUNDS):
            for key in list(commands) if number % 2 else reversed(commands):
                times[key].append(1000 * bench.seconds(commands[key]))
            advance()
    register, nine = statistics.median(times["register"]), statistics.median(times["nine"])
    return [
        most("process", f"ask on the register / on nine programmes, medians of {ROUNDS}", RATIO, register / nine, ""),
        Figure("process", f"register: {budget_question(name)}", "", f"{register:.0f} ms"),
        Figure("process", f"nine: {budget_question(SMALL)}", "", f"{nine:.0f} ms"),
    ]


def memory(database: Path, questions: Sequence[str], folder: Path) -> list[Figure]:
    """Return the peak resident memory of a process that opens the register and answers questions."""
    file = folder / "questions.json"
    file.write_text(json.dumps(list(questions), ensure_ascii=False), encoding="utf-8")
    with Bench() as bench:
        _, mib = watched([sys.executable, "-c", _HELD, database, file], bench.environment())
    return [most("memory", f"peak resident, warm, after {len(questions)} questions", MEMORY, mib, "MiB")]
