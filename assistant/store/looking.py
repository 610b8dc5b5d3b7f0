"""What browsing reads besides the facts of answers: orders, readings, printed words and notes. Read-only, values bound."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.store.database import Database


@dataclass(frozen=True, slots=True)
class StatedContact:
    """A contact as printed, with its programme and the sheet that prints it."""

    programme: str
    bureau: str
    division: str
    extension: str | None
    sheet: str


@dataclass(frozen=True, slots=True)
class PrintedAmount:
    """An amount's words on its sheet: the label beside the figure, and the figure as printed."""

    scope: str
    label: str
    printed: str
    draft: bool


def ministries(database: Database) -> list[str]:
    """Return the ids of the ministries that have programmes, in the source's order."""
    rows = database.rows("SELECT id FROM ministry WHERE id IN (SELECT ministry FROM programme) ORDER BY position")
    return [str(row[0]) for row in rows]


def categories(database: Database) -> list[str]:
    """Return the ids of the categories that programmes are placed in, in the source's order."""
    rows = database.rows("SELECT id FROM category WHERE id IN (SELECT category FROM programme) ORDER BY position")
    return [str(row[0]) for row in rows]


def contacts(database: Database) -> list[StatedContact]:
    """Return every contact, by ministry and then in printed order."""
    rows = database.rows(
        "SELECT k.programme, k.bureau, k.division, k.extension, k.sheet FROM contact k "
        "JOIN programme p ON p.id = k.programme JOIN ministry m ON m.id = p.ministry "
        "ORDER BY m.position, p.position, k.position"
    )
    return [StatedContact(str(p), str(b), str(d), str(e) if e else None, str(s)) for p, b, d, e, s in rows]


def printed_amounts(database: Database, programme: str) -> list[PrintedAmount]:
    """Return how the amounts of a programme are printed, in printed order."""
    rows = database.rows(
        "SELECT scope, label, printed, stage FROM amount WHERE programme = :programme ORDER BY position",
        {"programme": programme},
    )
    return [PrintedAmount(str(s), str(w), str(p), str(stage).endswith("draft")) for s, w, p, stage in rows]


def amount_notes(database: Database, programme: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the notes on a programme's amounts, Japanese and English, by scope and words beside the figure."""
    rows = database.rows(
        "SELECT scope, label, note, note_en FROM amount WHERE programme = :programme AND note IS NOT NULL ORDER BY position",
        {"programme": programme},
    )
    return {(str(scope), str(label)): (str(ja), str(en)) for scope, label, ja, en in rows}


def item_notes(database: Database, programme: str, field: str) -> dict[str, tuple[str, str]]:
    """Return what must be said with an item of a programme, Japanese and English, by the item's name as printed."""
    rows = database.rows(
        "SELECT name, note, note_en FROM item WHERE programme = :programme AND field = :field AND note IS NOT NULL",
        {"programme": programme, "field": field},
    )
    return {str(name): (str(ja), str(en)) for name, ja, en in rows}
