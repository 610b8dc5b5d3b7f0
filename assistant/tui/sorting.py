"""A table's rows in another order: by value and not by label, so that 80億円 comes before 3,000億円."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.model import Table, Value


@dataclass(frozen=True, slots=True)
class Order:
    """The column that rows are sorted by, and whether the largest comes first."""

    column: int
    descending: bool = False


def following(order: Order | None, column: int) -> Order | None:
    """Return what comes after an order where a column is chosen again: ascending, descending, as given."""
    if order is None or order.column != column:
        return Order(column)
    return None if order.descending else Order(column, descending=True)


def sorted_table(table: Table, order: Order | None) -> Table:
    """Return the table with its rows and their labels in an order; what has no value comes last in either direction."""
    if order is None:
        return table
    known = [index for index, row in enumerate(table.rows) if row[order.column] is not None]
    unknown = [index for index, row in enumerate(table.rows) if row[order.column] is None]
    known.sort(key=lambda index: _key(table.rows[index][order.column]), reverse=order.descending)
    places = [*known, *unknown]
    return Table(table.columns, tuple(table.rows[i] for i in places), tuple(table.labels[i] for i in places))


def _key(value: Value | None) -> tuple[bool, float, str]:
    """Numbers by size, and before names."""
    return (False, value, "") if isinstance(value, int | float) else (True, 0.0, str(value))
