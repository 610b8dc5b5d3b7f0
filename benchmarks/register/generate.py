"""Questions with their expected answers, made from the register's files alone: the same ones for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from benchmarks.register.programmes import Made, Programmes
from benchmarks.register.sets import Sets
from benchmarks.register.sheets import Register
from benchmarks.register.words import Language

WEIGHTS = {
    "about": 5, "amount": 12, "amount_year": 8, "stage": 11, "rate": 4, "contact": 9, "ministry": 4, "purpose": 4, "trend": 4,
    "payees": 5, "payer": 2, "compare": 4, "ended": 2, "ambiguous": 2, "unknown": 4, "unstated_year": 3,
    "total": 8, "total_all": 2, "count": 4, "filter": 6, "rate_filter": 3, "ranking": 6, "largest": 3, "nth": 3, "share": 3,
    "average": 2, "account": 2, "bureau": 3,
}  # fmt: skip
"""How often a help desk hears each kind."""

JAPANESE = 0.6
TRIES = 500
"""How often the dice are thrown for one question before a kind is given up."""

Make = Callable[[Random, Language], Made | None]


def makers(register: Register) -> dict[str, Make]:
    """Return what makes the questions of each kind."""
    programmes, sets = Programmes(register), Sets(register)
    return {kind: getattr(programmes, kind, None) or getattr(sets, kind) for kind in WEIGHTS}


def generate(register: Register, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield cases in the format of the contract's question files, no question twice.

    Raises ValueError where the register has nothing to make a kind of question of.
    """
    dice, make = Random(seed), makers(register)
    asked: set[str] = set()
    for number in range(1, count + 1):
        kind = dice.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        language: Language = "ja" if dice.random() < JAPANESE else "en"
        question, expect, way = _made(make[kind], dice, language, asked, kind)
        asked.add(question)
        tags = [language, kind, *([f"name-{way}"] if way else [])]
        yield {"id": f"generated-{seed}-{number:04}", "tags": tags, "q": question, "expect": expect}


def _made(make: Make, dice: Random, language: Language, asked: set[str], kind: str) -> Made:
    for _ in range(TRIES):
        made = make(dice, language)
        if made is not None and made[0] not in asked:
            return made
    raise ValueError(f"no question of the kind {kind} can be made of these sheets")
