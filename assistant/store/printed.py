"""What the sheets print, word for word, and which fields they fill: read-only look-ups for showing the source of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.store.database import Database

FIELDS = (
    "amount", "component_amount", "related_amount", "ministry", "category", "organisation", "bureau", "division", "extension",
    "recipient", "route", "purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition", "stage",
    "field_of_support", "background", "date", "equipment", "pillar", "estimated_costs",
)  # fmt: skip
"""The fields that a sheet may state, in the order in which a person would ask for them."""


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """A figure as its sheet prints it (`printed`), and the words beside it (`label`). `field` is the contract's."""

    programme: str
    field: str
    part: str | None
    yen: int
    printed: str
    label: str
    stage: str
    approximate: bool
    note: str | None
    note_en: str | None
    sheet: str


def printed_amounts(database: Database, programmes: Sequence[str] | None = None) -> tuple[PrintedAmount, ...]:
    """Return every stated figure (of these programmes), in the order of the sheets.

    Raises StoreError where the store cannot be read.
    """
    values = {f"id{number}": id_ for number, id_ in enumerate(programmes or ())}
    where = "" if programmes is None else f"WHERE p.id IN ({', '.join(f':{name}' for name in values)})"
    rows = database.rows(
        f"""
        SELECT x.programme,
               CASE WHEN x.scope = 'part' THEN 'component_amount' WHEN x.scope <> 'whole' THEN 'related_amount'
                    WHEN x.review_year IS NULL OR x.stage = 'total' THEN 'amount'
                    ELSE replace(x.stage, ' ', '_') || '_amount' END,
               x.part, x.yen, x.printed, x.label, x.stage, x.approximate, x.note, x.note_en, x.sheet
        FROM amount x JOIN programme p ON p.id = x.programme {where} ORDER BY p.position, x.position
        """,
        values,
    )
    return tuple(
        PrintedAmount(str(p), str(f), _text(part), int(yen or 0), str(printed), str(label), str(stage), bool(about),
                      _text(note), _text(note_en), str(sheet))
        for p, f, part, yen, printed, label, stage, about, note, note_en, sheet in rows
    )  # fmt: skip


def stated_fields(database: Database, programme: str) -> tuple[str, ...]:
    """Return the fields that the source states of a programme, in the order of FIELDS; none where it is not known."""
    rows = database.rows(
        """
        SELECT 'ministry' FROM programme WHERE id = :id
        UNION SELECT 'category' FROM programme WHERE id = :id
        UNION SELECT CASE scope WHEN 'whole' THEN 'amount' WHEN 'part' THEN 'component_amount' ELSE 'related_amount' END
              FROM amount WHERE programme = :id
        UNION SELECT 'organisation' FROM involvement WHERE programme = :id
        UNION SELECT 'bureau' FROM contact WHERE programme = :id
        UNION SELECT 'division' FROM contact WHERE programme = :id
        UNION SELECT 'extension' FROM contact WHERE programme = :id AND extension IS NOT NULL
        UNION SELECT 'route' FROM route WHERE programme = :id
        UNION SELECT field FROM detail WHERE programme = :id
        UNION SELECT field FROM item WHERE programme = :id
        """,
        {"id": programme},
    )
    found = {str(row[0]) for row in rows}
    return tuple(field for field in FIELDS if field in found)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
