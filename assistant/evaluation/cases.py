"""Question cases: a line of a `.jsonl` file each, an id, tags, and one question or several turns with what is expected.

What is expected of an answer may name its `status` (one, or a choice of several), `facts` that are among its facts
(subject, field, value and perhaps part; `*` is any subject, null any value), fields of which it has `only` those facts,
the `programs` that its facts are about, their `order`, substrings of its `text` (a list is a choice of spellings), its
`language`, or `any_of` several expectations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import DataError
from assistant.evaluation.scoring import Expectation, Reply

if TYPE_CHECKING:
    from assistant.assistant import Assistant

KEYS = frozenset({"status", "facts", "only", "programs", "order", "text", "language", "any_of"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what is expected of its answer (nothing, for a turn that only leads up to another)."""

    question: str
    expected: Expectation


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a question file."""

    id: str
    tags: tuple[str, ...]
    turns: tuple[Turn, ...]
    file: str


def read_cases(files: Iterable[Path]) -> Iterator[Case]:
    """Yield the cases of files. Raises DataError for a file or line that is none, naming both."""
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{file}を読めません：{error}", f"Cannot read {file}: {error}") from error
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read(line, file, number)


def _read(line: str, file: Path, number: int) -> Case:
    """Return the case of one line."""
    try:
        return _case(json.loads(line), file.name)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        why = f"{error.args[0]!r}" if isinstance(error, KeyError) else str(error)
        place = f"{file}:{number}"
        raise DataError(
            f"{place}は質問の行ではありません（{why}）。id、q（またはturns）、expectを確かめてください。",
            f"{place} is not a question case ({why}); it needs id, q (or turns) and expect.",
        ) from error


def _case(entry: Mapping[str, Any], file: str) -> Case:
    turns = tuple(Turn(t["q"], t.get("expect") or {}) for t in entry.get("turns", [entry]))
    for turn in turns:
        for expected in (turn.expected, *turn.expected.get("any_of", ())):
            if unknown := set(expected) - KEYS:
                raise ValueError(f"expect: {', '.join(sorted(unknown))}")
    return Case(entry["id"], tuple(entry.get("tags", ())), turns, file)


def ask_case(assistant: Assistant, case: Case) -> list[Reply]:
    """Return the answers to a case's turns, asked in one conversation."""
    chat = assistant.conversation()
    return [chat.ask(turn.question).model_dump(mode="json") for turn in case.turns]
