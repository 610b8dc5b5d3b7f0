"""An intent as the running assistant uses it. Intents are written in intents/*.toml and validated by `load`."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["attribute", "operation", "source", "social"]


@dataclass(frozen=True, slots=True)
class Intent:
    """What one intent file says. Texts are pairs by language: `{"ja": …, "en": …}`."""

    name: str
    kind: Kind
    about: dict[str, str]
    title: dict[str, str]
    when: tuple[tuple[str, ...], ...]
    """Combinations of features, each of which is enough; `a|b` is a choice, `!a` a feature that must be absent."""
    takes: frozenset[str]
    """Features that it can use besides; any other one with a meaning counts against it."""
    refuses: frozenset[str]
    """Slots for which the source states nothing of this kind (an amount by division)."""
    needs_selection: bool
    """Whether it makes no sense without programmes to apply to (then the assistant asks back)."""
    field: str | None
    """The field of the facts that are the answer, for attributes."""
    sql: str | None
    wording: dict[str, dict[str, str]]
    """Sentences by situation (`one`, `many`, `none` …) and language."""
    nearby: tuple[str, ...] = ()
    """Attributes offered where this one is not in the source."""
    examples: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    cues: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    parameters: dict[str, Any] = dataclasses.field(default_factory=dict)

    def says(self, situation: str, language: str) -> str | None:
        """Return the sentence for a situation, or None where the file has none."""
        return self.wording.get(situation, {}).get(language)
