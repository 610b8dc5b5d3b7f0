"""What answers from a register need besides: long lists cut short, the fiscal year beside each figure, courses of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.facts import MONEY, RATES, era_year
from assistant.answer.model import Citation, Column, Fact, Language, Table
from assistant.reading.model import Frame, Measure

if TYPE_CHECKING:
    from assistant.store.database import Database, Row

SHOWN = 10
"""Subjects that are shown of a long list."""
MEMBERS = 20
"""Programmes up to which a total lists what went into it."""
SUMMED = frozenset({"total", "average", "median", "count"})


COUNTED = frozenset({"list", "paid_by"})
"""Intents whose text says how many there are in all."""


def cut(rows: Sequence[Row], intents: Sequence[str]) -> tuple[list[Row], int]:
    """Return the rows of an answer that are shown, and how many subjects are left out.

    Figures over many programmes stand alone; of a long list the first ten subjects are shown.
    """
    stated = list(dict.fromkeys(row[0] for row in rows if row[8] is not None or row[1] in ("amount", "payee")))
    if len(stated) > MEMBERS and SUMMED & set(intents):
        return [row for row in rows if row[0] not in stated], 0
    subjects = list(dict.fromkeys(row[0] for row in rows))
    if len(subjects) <= MEMBERS or all(str(subject).startswith("ministry:") for subject in subjects):
        return list(rows), 0
    kept = set(subjects[:SHOWN])
    return [row for row in rows if row[0] in kept], len(subjects) - SHOWN


def staged(rows: Sequence[Row], measure: Measure) -> list[Row]:
    """Return rows whose amounts carry the name of the stage that they are of."""
    if measure.field == "amount" or measure.stage == "rate":
        return list(rows)
    field = measure.field
    return [(row[0], field, *row[2:]) if row[1] == "amount" else row for row in rows]


def years(facts: Sequence[Fact], measure: Measure, language: Language) -> tuple[Fact, ...]:
    """Return the fiscal year of every figure, beside it: one fact for each subject, or for each year of a course."""
    if any(f.field in ("start_year", "end_year") for f in facts):
        return ()
    stated = {f.subject for f in facts if f.field == "fiscal_year"}
    found: dict[tuple[str, int], Fact] = {}
    for fact in facts[: next((i for i, f in enumerate(facts) if f.field == "fiscal_year"), len(facts))] if stated else facts:
        if fact.field not in MONEY | RATES | {"count", "rank"}:
            continue
        course = measure.since is not None and fact.part and fact.part.isdigit()
        year = int(fact.part) if course and fact.part else measure.fiscal_year
        key = (fact.subject, year)
        found.setdefault(
            key, Fact(fact.subject, "fiscal_year", year, "year", era_year(year, language), fact.citation, fact.part)
        )
    return tuple(found.values())


def growth(facts: Sequence[Fact]) -> Fact | None:
    """Return the growth from the first to the last year of a course in percent, None where it cannot be computed."""
    if len(facts) < 2 or float(facts[0].value) <= 0:
        return None
    value = round(100.0 * (float(facts[-1].value) - float(facts[0].value)) / float(facts[0].value), 2)
    label = ("+" if value > 0 else "") + figures.percent(value)
    source = facts[0].citation.source
    return Fact(facts[0].subject, "growth", value, "percent", label, Citation(source, None, (facts[0].subject,)), None)


def change(facts: Sequence[Fact], language: Language) -> Fact | None:
    """Return the difference between the first and the last year of a course in yen, never negative."""
    if len(facts) < 2:
        return None
    yen = abs(int(facts[-1].value) - int(facts[0].value))
    source, subject = facts[0].citation.source, facts[0].subject
    label = figures.exact_money(yen, language)
    return Fact(subject, "difference", yen, "JPY", label, Citation(source, None, (subject,)), None)


def course_text(facts: Sequence[Fact], rise: Fact | None, heading: str, language: Language) -> str:
    """Return the text of a course of years: each year, and the rise or fall from the first to the last."""
    ja = language == "ja"
    lines = [f"・{f.part}年度：{f.label}" if ja else f"・FY{f.part}: {f.label}" for f in facts]
    if len(facts) > 1:
        first, last = facts[0], facts[-1]
        if last.value == first.value:
            same = (
                f"{first.part}年度と{last.part}年度は同額です。"
                if ja
                else f"FY{first.part} and FY{last.part} have the same amount."
            )
            return "\n".join([heading, *lines, same])
        difference = figures.exact_money(abs(int(last.value) - int(first.value)), language)
        up = float(last.value) > float(first.value)
        rate = f"（{rise.label}）" if rise and ja else f" ({rise.label})" if rise else ""
        if first.value == last.value:
            ja_text, en_text = (
                f"{first.part}年度と{last.part}年度は同額です。",
                f"FY{first.part} and FY{last.part} are the same.",
            )
            lines.append(ja_text if ja else en_text)
        elif ja:
            lines.append(f"{first.part}年度から{last.part}年度までに{difference}{'増えました' if up else '減りました'}{rate}。")
        else:
            lines.append(f"From FY{first.part} to FY{last.part}: {'up' if up else 'down'} {difference}{rate}.")
    return "\n".join([heading, *lines])


def course_table(facts: Sequence[Fact], title: str, language: Language) -> Table | None:
    """Return one row a fiscal year, None for a single year."""
    if len(facts) < 2:
        return None
    columns = (Column("年度" if language == "ja" else "Fiscal year", "year"), Column(title, "money"))
    rows = tuple((int(f.part or 0), f.value) for f in facts)
    labels = tuple((f"{f.part}年度" if language == "ja" else f"FY{f.part}", f.label) for f in facts)
    return Table(columns, rows, labels)


def payee_table(facts: Sequence[Fact], language: Language) -> Table | None:
    """Return one row a payee, None for a single one."""
    paid = [f for f in facts if f.field == "paid_amount"]
    if len(paid) < 2:
        return None
    titles = ("支出先", "支出額") if language == "ja" else ("Payee", "Paid")
    rows = tuple((f.part or "", f.value) for f in paid)
    return Table((Column(titles[0], "text"), Column(titles[1], "money")), rows, tuple((f.part or "", f.label) for f in paid))


def dated(
    measure: Measure, names: Sequence[str], facts: Sequence[Fact], table: Table | None, title: str, language: Language
) -> tuple[tuple[Fact, ...], Table | None]:
    """Return an answer's facts with the fiscal year beside each, and for a course of years its table, headed `title`."""
    if names[0] in ("trend", "rate_trend"):
        course = [f for f in facts if f.part and f.part.isdigit()]
        computed = (change(course, language), growth(course)) if names[0] == "trend" else ()
        facts = (*facts, *(fact for fact in computed if fact is not None))
        table = course_table(course, title, language)
    if names[0] == "payees":
        table = payee_table(facts, language)
    return (*facts, *years(facts, measure, language)), table


def instead_of_zero(database: Database, frame: Frame, names: Sequence[str], facts: Sequence[Fact]) -> Frame | None:
    """Return the frame of a programme's newest budget (or request) that is not zero, where the newest fiscal year has none.

    Only where the question names no year: a programme that has ended, or begins next year, states zero for this one.
    """
    measure = frame.measure
    if measure is None or measure.said or tuple(names) != ("amount",) or measure.stage != "total":
        return None
    if len(facts) != 1 or facts[0].value != 0:
        return None
    rows = database.rows(
        "SELECT fiscal_year, stage FROM amount WHERE programme = :id AND stage IN ('total', 'requested') AND yen <> 0 "
        "ORDER BY stage = 'total' DESC, fiscal_year DESC LIMIT 1",
        {"id": facts[0].subject.partition(":")[2]},
    )
    if not rows:
        return None
    return replace(frame, measure=replace(measure, fiscal_year=int(rows[0][0] or 0), stage=str(rows[0][1])))
