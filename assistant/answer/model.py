"""The answer object of the contract: what every front end gets for one question.

Plain frozen dataclasses, because a cold `ask` would otherwise spend half its time importing a validator for values that
we make ourselves. The tests validate every dumped answer with pydantic.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Language = Literal["ja", "en"]
Status = Literal["answered", "clarify", "not_in_source", "out_of_scope"]
Unit = Literal["JPY", "percent", "count", "year"]
Value = str | int | float
ColumnKind = Literal["text", "money", "number", "percent", "year"]
"""What a column's cells are: names and texts, yen, counts and the like, percentages, or fiscal years (2023)."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact stands: the document's id and the title of the sheet; no sheet for a figure that we computed."""

    source: str
    sheet: str | None
    computed_from: tuple[str, ...] = ()

    def model_dump(self, mode: str = "json") -> dict[str, Any]:  # noqa: ARG002
        """Return the citation as JSON-ready values."""
        return {"source": self.source, "sheet": self.sheet, "computed_from": list(self.computed_from)}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the source states, or that we computed from what it states.

    `value` is an integer in yen for money (`unit` JPY), a float for percent and ratio, digits as text for an extension,
    otherwise text as printed. `label` is the value as shown in the answer's language.
    """

    subject: str
    field: str
    value: Value
    unit: Unit | None
    label: str
    citation: Citation
    part: str | None = None
    approximate: bool = False

    def model_dump(self, mode: str = "json") -> dict[str, Any]:
        """Return the fact as JSON-ready values."""
        return {
            "subject": self.subject,
            "field": self.field,
            "value": self.value,
            "unit": self.unit,
            "label": self.label,
            "part": self.part,
            "approximate": self.approximate,
            "citation": self.citation.model_dump(mode),
        }


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading in the answer's language, and what its cells are."""

    title: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for an answer with more than one. Cells are values; `labels` are the same cells as shown."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value | None, ...], ...]
    labels: tuple[tuple[str, ...], ...]

    def model_dump(self, mode: str = "json") -> dict[str, Any]:  # noqa: ARG002
        """Return the table as JSON-ready values."""
        return {
            "columns": [{"title": column.title, "kind": column.kind} for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "labels": [list(row) for row in self.labels],
        }


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a clarifying answer: what is shown, and the full question that choosing it asks."""

    label: str
    question: str

    def model_dump(self, mode: str = "json") -> dict[str, Any]:  # noqa: ARG002
        """Return the option as JSON-ready values."""
        return {"label": self.label, "question": self.question}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; the fields and the statuses are those of the contract."""

    question: str
    language: Language
    status: Status
    text: str
    intent: str | None = None
    understood: str | None = None
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    options: tuple[Option, ...] = ()
    sql: str | None = None
    parameters: dict[str, Value] | None = None
    confidence: float = 0.0
    explanation: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def answered(self) -> bool:
        """Whether the question was answered (the exit status of a single question follows from it)."""
        return self.status == "answered"

    def model_dump(self, mode: str = "json") -> dict[str, Any]:
        """Return the contract's object as JSON-ready values; the explanation is kept apart (see `ask --explain`)."""
        return {
            "question": self.question,
            "language": self.language,
            "status": self.status,
            "intent": self.intent,
            "understood": self.understood,
            "text": self.text,
            "facts": [fact.model_dump(mode) for fact in self.facts],
            "table": self.table.model_dump(mode) if self.table else None,
            "options": [option.model_dump(mode) for option in self.options],
            "sql": self.sql,
            "parameters": dict(self.parameters) if self.parameters is not None else None,
            "confidence": round(self.confidence, 3),
        }
