"""From Enter to the painted answer, and from a key to the painted list, with the real core at 120 by 36."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from typing import Any

from benchmarks.chat.watch import watched, watching_work
from benchmarks.process import Advance

WARM = 5
"""Questions before the measured ones, as many as people ask before they notice anything."""
TYPED = (("ぜ", "ん", "げ", "の", "む"), ("z", "e", "n", "g"), ("脳"), ("内", "線"), ("3", "8", "2"))
"""Keys of texts that are being typed; each key may bring a list of suggestions."""


def time_answers(questions: Sequence[str], advance: Advance) -> dict[str, Any]:
    """Ask every question in one conversation, and type some texts; ms, and the longest piece of work on the way."""
    return asyncio.run(_time_answers(questions, advance))


async def _time_answers(questions: Sequence[str], advance: Advance) -> dict[str, Any]:
    times: list[float] = []
    still: list[float] = []
    keys: list[float] = []
    async with watched() as chat:
        for question in questions[:WARM]:
            await chat.ask(question)
        with watching_work() as answering:
            for question in questions:
                shown, quiet = await chat.ask(question)
                times.append(shown)
                still.append(quiet)
                advance()
        with watching_work() as typing:
            for text in TYPED:
                for key in text:
                    keys.append(await chat.press(key, key))
                chat.prompt.clear()
                await chat.settle()
                advance()
    return {
        "questions": len(times),
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": _p95(times),
        "slowest_ms": round(max(times), 1),
        "still_median_ms": round(statistics.median(still), 1),
        "still_p95_ms": _p95(still),
        "slowest": questions[times.index(max(times))],
        "longest_work_ms": round(answering.longest, 1),
        "longest_work": answering.what,
        "work_above_16_ms": answering.above,
        "work": answering.pieces,
        "key_median_ms": round(statistics.median(keys), 1),
        "key_p95_ms": _p95(keys),
        "key_slowest_ms": round(max(keys), 1),
        "key_longest_work_ms": round(typing.longest, 1),
    }


def _p95(values: Sequence[float]) -> float:
    return round(statistics.quantiles(values, n=20)[18], 1)
