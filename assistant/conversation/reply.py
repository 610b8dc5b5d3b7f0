"""What a conversation gives a front end for one turn: the answer of the contract, and what stands beside it."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
    `ask --explain`. `data` counts the data that a front end has opened one after the other: which of them answered.
    """

    answer: Answer
    borrowed: tuple[Borrowed, ...] = ()
    next: tuple[Option, ...] = ()
    explanation: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    data: int = field(default=0, compare=False, repr=False)

    def packed(self) -> Reply:
        """Return the same reply in less memory, for keeping: its explanation is opened only when somebody looks into it."""
        return replace(self, explanation=Packed(self.explanation))


class Packed(Mapping[str, Any]):
    """A mapping of built-in values, held as bytes: a tenth of what its objects take."""

    __slots__ = ("_bytes",)

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self._bytes = marshal.dumps(dict(mapping))

    def __getitem__(self, key: str) -> Any:
        return marshal.loads(self._bytes)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(marshal.loads(self._bytes))

    def __len__(self) -> int:
        return len(marshal.loads(self._bytes))
