"""Tables of facts for answers with more than one row: one row a subject, one column a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer.contacts import CONTACT, contact_rows
from assistant.answer.facts import MONEY
from assistant.answer.model import Column, ColumnKind, Fact, Language, Table, Value
from assistant.answer.scope import name_of

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

TITLES = {
    "subject": ("事業", "Programme"), "by_ministry": ("府省", "Ministry"),
    "by_category": ("区分", "Category"), "amount": ("予算額（案）", "Budget (draft)"),
    "component_amount": ("内訳額", "Part"), "related_amount": ("予算額の外の額", "Beside the budget"),
    "total": ("合計（案）", "Total (drafts)"),
    "ministry": ("所管", "Ministry"), "category": ("区分", "Category"), "organisation": ("機関", "Agency"),
    "bureau": ("局・グループ", "Bureau"), "division": ("課・室", "Division"), "extension": ("内線", "Extension"),
    "part": ("内訳", "Part"), "name": ("正式名称", "Official name"), "name_en": ("英語名", "English name"),
    "recipient": ("受け手", "Recipient"), "equipment": ("機器・装置", "Equipment"), "pillar": ("柱", "Pillar"),
    "account": ("会計区分", "Account"), "policy": ("主要施策", "Policy"),
    "estimated_costs": ("必要経費の項目", "Cost item"), "purpose": ("目的", "Purpose"), "overview": ("概要", "Overview"),
    "outcome": ("効果", "Outcome"), "target": ("成果目標", "Target"), "period": ("期間", "Period"), "scale": ("規模", "Scale"),
    "eligibility": ("対象", "Eligibility"), "condition": ("要件", "Condition"), "stage": ("段階", "Stage"),
    "field_of_support": ("分野", "Field"), "background": ("背景", "Background"), "route": ("資金の流れ", "Route"),
    "date": ("時期", "Date"),
    "initial_amount": ("当初予算", "Initial budget"), "supplementary_amount": ("補正予算", "Supplementary budget"),
    "carried_in_amount": ("前年度からの繰越額", "Carried in"), "carried_out_amount": ("翌年度への繰越額", "Carried out"),
    "reserve_amount": ("予備費等", "Reserve funds"), "executed_amount": ("執行額", "Executed"),
    "requested_amount": ("要求額", "Requested"), "execution_rate": ("執行率", "Execution rate"),
    "payee": ("支出先", "Payee"), "paid_amount": ("支出額", "Paid"), "by_bureau": ("局", "Bureau"),
    "by_division": ("課・室", "Division"), "by_policy": ("主要施策", "Policy"), "by_account": ("会計区分", "Account"),
    "share": ("割合", "Share"), "ratio": ("倍率", "Ratio"), "difference": ("差額", "Difference"), "rank": ("順位", "Rank"),
}  # fmt: skip
"""Headings by field, Japanese and English."""


def title(field: str, language: Language) -> str:
    """Return a field's heading."""
    return TITLES.get(field, (field, field))[0 if language == "ja" else 1]


def make_table(facts: Sequence[Fact], language: Language, catalogue: Catalogue) -> Table | None:
    """Return the table of an answer, or None where it would have one row."""
    shown = [
        f
        for f in facts
        if not f.subject.startswith("source:")
        and f.field not in ("count", "average", "median", "share", "ratio", "difference", "rank")
    ]
    if any(f.field in CONTACT for f in shown):
        return _contacts(shown, language, catalogue)
    shown = [f for f in shown if f.subject != "all"] or shown
    fields = list(dict.fromkeys(f.field for f in shown))
    if "total" in fields and "amount" in fields:
        shown = [f for f in shown if f.field != "total"] if sum(f.field == "total" for f in shown) == 1 else shown
        fields = list(dict.fromkeys(f.field for f in shown))
    if len(shown) < 2 or not fields:
        return None
    parts = any(f.part for f in shown)
    if len(fields) == 1 or parts:
        return _list(shown, language, catalogue, parts)
    return _matrix(shown, fields, language, catalogue)


def _kind(field: str) -> ColumnKind:
    return (
        "money"
        if field in MONEY
        else "percent"
        if field in ("share", "execution_rate")
        else "number"
        if field in ("count", "rank", "ratio")
        else "text"
    )


def _list(facts: Sequence[Fact], language: Language, catalogue: Catalogue, parts: bool) -> Table:
    """One row a fact: subject, part where there are parts, value."""
    kind = facts[0].subject.partition(":")[0]
    headings = {"program": "subject", "ministry": "by_ministry"} | {
        name: f"by_{name}" for name in ("bureau", "division", "policy", "account")
    }
    heading = headings.get(kind, "by_category")
    field = facts[0].field
    columns = [Column(title(heading, language), "text")]
    if parts:
        columns.append(Column(title("part", language), "text"))
    columns.append(Column(title(field, language), _kind(field)))
    rows: list[tuple[Value | None, ...]] = []
    labels: list[tuple[str, ...]] = []
    for fact in facts:
        name = name_of(fact.subject, language, catalogue, short=True)
        part = (fact.part,) if parts else ()
        rows.append((name, *part, fact.value))
        labels.append((name, *((fact.part or "",) if parts else ()), fact.label))
    return Table(tuple(columns), tuple(rows), tuple(labels))


def _matrix(facts: Sequence[Fact], fields: Sequence[str], language: Language, catalogue: Catalogue) -> Table | None:
    """One row a subject, one column a field."""
    subjects = list(dict.fromkeys(f.subject for f in facts))
    if len(subjects) < 2:
        return None
    columns = (Column(title("subject", language), "text"), *(Column(title(f, language), _kind(f)) for f in fields))
    rows: list[tuple[Value | None, ...]] = []
    labels: list[tuple[str, ...]] = []
    for subject in subjects:
        name = name_of(subject, language, catalogue, short=True)
        cells = [[f for f in facts if f.subject == subject and f.field == field] for field in fields]
        rows.append(
            (
                name,
                *(cell[0].value if len(cell) == 1 else "; ".join(str(f.value) for f in cell) or None for cell in cells),
            )
        )
        labels.append(
            (
                name,
                *("、".join(f.label for f in cell) if language == "ja" else "; ".join(f.label for f in cell) for cell in cells),
            )
        )
    return Table(columns, tuple(rows), tuple(labels))


def _contacts(facts: Sequence[Fact], language: Language, catalogue: Catalogue) -> Table | None:
    """One row a contact, with the columns that were asked for."""
    rows = contact_rows([f for f in facts if f.field in CONTACT])
    if len(rows) < 2:
        return None
    several = len({row[0] for row in rows}) > 1
    used = [i for i in (1, 2, 3) if any(row[i] for row in rows)]
    part = used == [3]
    columns = [Column(title("subject", language), "text")] if several else []
    if part:
        columns.append(Column(title("division", language), "text"))
    columns += [Column(title(CONTACT[i - 1], language), "text") for i in used]
    out: list[tuple[Value | None, ...]] = []
    labels: list[tuple[str, ...]] = []
    for row in rows:
        name = (name_of(row[0], language, catalogue, short=True),) if several else ()
        cells = [row[1:][i - 1] for i in used]
        extra = (name_of(f"x:{row[3].part}", language, catalogue),) if part and row[3] else ()
        out.append((*name, *extra, *(f.value if isinstance(f, Fact) else None for f in cells)))
        labels.append((*name, *extra, *(f.label if isinstance(f, Fact) else "—" for f in cells)))
    return Table(tuple(columns), tuple(out), tuple(labels))
