"""One conversation of a thousand answers: what a key and a scroll cost at its end, and the memory, against its beginning.

Runs in a process of its own, so that its memory is its own: `python -m benchmarks.chat.long_talk COUNT FILE` prints JSON.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import statistics
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.chat.watch import Watched, watched, watching_work
from benchmarks.process import Advance
from benchmarks.warm import questions_of

ANSWERS, BEGINNING = 1_000, 20
KEYS = "全ゲノムの内線は何番ですか教えて"


def compare(questions: Path, advance: Advance, answers: int = ANSWERS) -> dict[str, Any]:
    """Hold the conversation in a process of its own; return its figures. `advance` is called for every answer."""
    command = [sys.executable, "-m", "benchmarks.chat.long_talk", str(answers), str(questions)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        last = ""
        for line in process.stdout:
            if line == ".\n":
                advance()
            else:
                last = line
    if process.returncode:
        raise RuntimeError(f"the long conversation ended with status {process.returncode}")
    found: dict[str, Any] = json.loads(last)
    return found


async def _talk(answers: int, questions: list[str]) -> dict[str, Any]:
    source = cycle(questions)
    async with watched() as chat:
        for _ in range(BEGINNING):
            await _ask(chat, next(source))
        early = await _look(chat)
        for _ in range(answers - BEGINNING):
            await _ask(chat, next(source))
        late = await _look(chat)
    return {
        "answers": answers,
        "early": early,
        "late": late,
        "key_ratio": round(late["key_ms"] / early["key_ms"], 2),
        "scroll_ratio": round(late["scroll_ms"] / early["scroll_ms"], 2),
        "answer_ratio": round(late["answer_ms"] / early["answer_ms"], 2),
        "memory_ratio": round(late["memory_mib"] / early["memory_mib"], 2),
    }


async def _ask(chat: Watched, question: str) -> None:
    await chat.ask(question)
    print(".", flush=True)


async def _look(chat: Watched) -> dict[str, float]:
    """Measure what typing, scrolling and one more answer cost now, and how much memory is held."""
    with watching_work() as work:
        keys = [await chat.press(key, key) for key in KEYS]
        pages = [await chat.press(key) for key in ("pageup", "pagedown") * 8]
        scrolls = [took for took in pages if took]  # at either end a key paints nothing
        chat.prompt.clear()
        answers = [(await chat.ask(question))[0] for question in ("全ゲノムの予算はいくら？", "省庁ごとの合計は？") * 3]
    return {
        "key_ms": round(statistics.median(keys), 1),
        "scroll_ms": round(statistics.median(scrolls), 1),
        "answer_ms": round(statistics.median(answers), 1),
        "longest_work_ms": round(work.longest, 1),
        "memory_mib": round(_resident(), 1),
    }


def _resident() -> float:
    """Return the memory held now in MiB; where the system does not tell, the most held so far."""
    gc.collect()
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_talk(int(sys.argv[1]), questions_of(Path(sys.argv[2]))))))
