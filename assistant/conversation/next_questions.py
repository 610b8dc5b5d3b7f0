"""x."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer.model import Answer, Option
from assistant.reading.case import Decision
from assistant.reading.model import Reading

if TYPE_CHECKING:
    from assistant.assistant import Assistant


def next_questions(assistant: Assistant, reading: Reading, decision: Decision, answer: Answer) -> tuple[Option, ...]:
    return ()
