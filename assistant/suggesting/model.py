"""A suggestion, and what choosing it does to the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SuggestionKind = Literal["programme", "division", "ministry", "category", "organisation", "topic", "question"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could stand in the prompt. `text` replaces what was typed, whole; `label` is shown; `hint` says what it is."""

    text: str
    label: str
    hint: str
    kind: SuggestionKind
    complete: bool
    """Whether the text is a whole question, which may be sent at once; a name waits for what is asked of it."""
