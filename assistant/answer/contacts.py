"""The facts of contacts, regrouped by contact: what a table, a sentence and a card lay out each in its own way."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.model import Fact

CONTACT = ("bureau", "division", "extension")
"""The fields of a contact, in the order printed."""


def contact_rows(facts: Sequence[Fact]) -> list[tuple[str, Fact | None, Fact | None, Fact | None]]:
    """Return contact facts regrouped: (subject, bureau, division, extension) in printed order."""
    rows: list[tuple[str, Fact | None, Fact | None, Fact | None]] = []
    bureau: Fact | None = None
    for fact in facts:
        if fact.field == "bureau":
            bureau = fact
            rows.append((fact.subject, fact, None, None))
        elif fact.field == "division":
            same = bureau is not None and bureau.subject == fact.subject
            if rows and rows[-1][0] == fact.subject and rows[-1][2] is None and rows[-1][3] is None:
                rows[-1] = (fact.subject, rows[-1][1], fact, None)
            else:
                rows.append((fact.subject, bureau if same else None, fact, None))
        elif fact.field == "extension":
            last = rows[-1] if rows else None
            if last and last[0] == fact.subject and last[3] is None and (last[2] is None or last[2].value == fact.part):
                rows[-1] = (last[0], last[1], last[2], fact)
            else:
                rows.append((fact.subject, None, None, fact))
    return rows
