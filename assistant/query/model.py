"""A statement with its bound values, and what its rows are about."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.reading.model import Filter, Operand


@dataclass(frozen=True, slots=True)
class Query:
    """One SQL statement.

    Its rows have the columns subject, field, number, text, text_en, unit, part, approximate, sheet, and o1 to o3, which
    order them.
    """

    sql: str
    parameters: dict[str, str | int]
    intents: tuple[str, ...]
    selection: tuple[Filter, ...]
    first: tuple[Filter, ...] = ()
    second: tuple[Filter, ...] = ()
    subject: str = "all"
    operands: tuple[Operand, ...] = ()
