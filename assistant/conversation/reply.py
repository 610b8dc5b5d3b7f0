"""What a conversation gives a front end for one turn: the answer of the contract, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.answer.model import Answer, Option


@dataclass(frozen=True, slots=True)
class Borrowed:
    """One thing that a follow-up took from the turns before. `label` is in the answer's language."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, what was borrowed for it, what may be asked next, and how the question was read.

    `next` holds questions that will be answered, for a person who met a refusal. `explanation` is the object of
    `ask --explain`.
    """

    answer: Answer
    borrowed: tuple[Borrowed, ...] = ()
    next: tuple[Option, ...] = ()
    explanation: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
