"""The shape of an intent file and of a words file, checked by pydantic: unknown keys are errors."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pair(_Strict):
    """One text in both languages."""

    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Surfaces(_Strict):
    """Lists of surfaces or sentences, side by side."""

    ja: list[str] = []
    en: list[str] = []

    @field_validator("ja", "en")
    @classmethod
    def _no_empty_or_double(cls, value: list[str]) -> list[str]:
        if any(not surface.strip() for surface in value):
            raise ValueError("a surface is empty")
        doubles = sorted({surface for surface in value if value.count(surface) > 1})
        if doubles:
            raise ValueError(f"written twice: {', '.join(doubles)}")
        return value


class IntentFile(_Strict):
    """One file of intents/."""

    name: str = Field(pattern=r"^[a-z][a-z_]*$")
    kind: Literal["attribute", "operation", "source", "social"]
    field: str | None = None
    needs_selection: bool = False
    when: list[list[str]] = Field(min_length=1)
    takes: list[str] = []
    refuses: list[str] = []
    nearby: list[str] = []
    sql: str | None = None
    about: Pair
    title: Pair
    cues: Surfaces
    examples: Surfaces
    wording: dict[str, Pair]
    parameters: dict[str, str | int] = {}

    @model_validator(mode="after")
    def _whole(self) -> IntentFile:
        if self.kind != "social" and not self.sql:
            raise ValueError("sql is missing (only social intents answer without a statement)")
        if self.kind in ("attribute", "source") and not self.field:
            raise ValueError("field is missing: an attribute says which field of the contract it answers")
        if "one" not in self.wording:
            raise ValueError("wording.one is missing")
        if not self.examples.ja or not self.examples.en:
            raise ValueError("examples are needed in both languages")
        return self


class WordClass(_Strict):
    """One table of a words file: a concept, the function words, or a known unknown (which has a label)."""

    ja: list[str] = []
    en: list[str] = []
    label: Pair | None = None
    nearby: list[str] = []
