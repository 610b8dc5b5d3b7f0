"""A suggestion, and what choosing it does to the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.reading.text import fold_surface

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


def first_of(suggestions: Iterable[Suggestion], typed: str, limit: int) -> tuple[Suggestion, ...]:
    """Return the first suggestions, each text once and never what is already there (`typed`, folded)."""
    found: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        key = fold_surface(suggestion.text)
        if key != typed:
            found.setdefault(key, suggestion)
        if len(found) == limit:
            break
    return tuple(found.values())
