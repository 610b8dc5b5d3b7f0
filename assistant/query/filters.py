"""Conditions on programmes: each has a name, its SQL predicate (values are only ever bound) and the words that say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.reading.model import Measure

_INVOLVED = "p.id IN (SELECT i.programme FROM involvement i WHERE i.organisation IN ({values}))"
_CONTACT = "p.id IN (SELECT k.programme FROM contact k WHERE k.{column} IN ({values}))"
_AMOUNT = "EXISTS (SELECT 1 FROM amount b WHERE b.programme = p.id AND {measure} AND b.yen {operator} {value})"


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """A condition: predicate on the programme `p`, and its phrase by language (`{names}` stands for the values)."""

    name: str
    predicate: str
    ja: str
    en: str
    not_ja: str = "{names}以外"
    not_en: str = "other than {names}"


FILTERS: dict[str, FilterSpec] = {
    spec.name: spec
    for spec in (
        FilterSpec("program", "p.id IN ({values})", "{names}", "{names}", "{names}以外", "other than {names}"),
        FilterSpec("ministry", "p.ministry IN ({values})", "{names}", "{names}", "{names}以外", "not of {names}"),
        FilterSpec(
            "category",
            "p.category IN (SELECT g.id FROM category g WHERE g.id IN ({values}) OR g.parent IN ({values}))",
            "{names}", "{names}", "{names}以外", "not in {names}",
        ),
        FilterSpec(
            "organisation", _INVOLVED, "{names}が関わる", "through {names}", "{names}が関わらない", "not through {names}"
        ),
        FilterSpec("bureau", _CONTACT.replace("{column}", "bureau"), "{names}が担当する", "of {names}"),
        FilterSpec("division", _CONTACT.replace("{column}", "division"), "{names}が担当する", "of {names}"),
        FilterSpec("amount_ge", _AMOUNT.replace("{operator}", ">="), "{names}以上の", "of at least {names}"),
        FilterSpec("amount_gt", _AMOUNT.replace("{operator}", ">"), "{names}を超える", "of more than {names}"),
        FilterSpec("amount_le", _AMOUNT.replace("{operator}", "<="), "{names}以下の", "of at most {names}"),
        FilterSpec("amount_lt", _AMOUNT.replace("{operator}", "<"), "{names}未満の", "of less than {names}"),
        FilterSpec(
            "amount_eq",
            "EXISTS (SELECT 1 FROM amount b WHERE b.programme = p.id AND {measure} AND b.yen IN ({values}))",
            "{names}の", "of {names}", "{names}でない", "not of {names}",
        ),
        FilterSpec(
            "stated_amount",
            "p.id IN (SELECT b.programme FROM amount b WHERE b.yen IN ({values}))",
            "{names}が記載された", "where {names} is stated",
        ),
        FilterSpec(
            "prints",
            "p.id IN (SELECT k.programme FROM contact k WHERE {columns})",
            "{names}が記載された", "that print {names}", "{names}が記載されていない", "that print no {names}",
        ),
        *(
            FilterSpec(
                f"rate_{bound}",
                "EXISTS (SELECT 1 FROM amount b JOIN amount e ON e.programme = b.programme AND e.fiscal_year = b.fiscal_year "
                "AND e.stage = 'executed' WHERE b.programme = p.id AND b.stage = 'total' AND b.counted = 1 "
                f"AND b.fiscal_year = {{year}} AND b.yen > 0 AND 100.0 * e.yen / b.yen {sign} CAST({{value}} AS REAL))",
                f"執行率が{{names}}{ja}", f"with an execution rate {en} {{names}}",
            )
            for bound, sign, ja, en in (
                ("ge", ">=", "以上の", "of at least"), ("gt", ">", "を超える", "above"),
                ("le", "<=", "以下の", "of at most"), ("lt", "<", "未満の", "below"),
            )
        ),
        FilterSpec("started", "p.start_year IN ({values})", "{names}年度に始まった", "started in FY{names}"),
        FilterSpec("ended", "p.end_year IN ({values})", "{names}年度に終わる", "ending in FY{names}"),
        FilterSpec(
            "account", "p.id IN (SELECT k.programme FROM account k WHERE k.name IN ({values}))",
            "{names}の", "under {names}", "{names}以外の", "not under {names}",
        ),
        FilterSpec(
            "policy", "p.id IN (SELECT k.programme FROM policy k WHERE k.name IN ({values}))",
            "主要施策が{names}の", "of the policy {names}", "主要施策が{names}以外の", "not of the policy {names}",
        ),
        FilterSpec(
            "payee", "p.id IN (SELECT k.programme FROM payee k WHERE k.name IN ({values}) AND k.fiscal_year = {year})",
            "{names}に支出した", "that paid {names}", "{names}に支出していない", "that did not pay {names}",
        ),
        FilterSpec(
            "topic",
            "p.id IN (SELECT n.target FROM named n WHERE n.id IN (SELECT rowid FROM topic WHERE topic MATCH {topic}))",
            "{names}に関する", "about {names}"),
        FilterSpec(
            "contacts_at_least",
            "p.id IN (SELECT k.programme FROM contact k GROUP BY k.programme HAVING COUNT(*) >= {value})",
            "担当課・室が{names}以上の", "with at least {names} divisions",
        ),
    )
}  # fmt: skip
"""`{values}` is a list of placeholders, `{value}` a single one, `{columns}` the contact's columns that are printed."""

PRINTED = {
    "extension": "k.extension IS NOT NULL",
    "division": "k.division IS NOT NULL",
    "bureau": "k.bureau IS NOT NULL",
}


def measured(measure: Measure | None, table: str, bind: Callable[[str | int], str]) -> str:
    """Return the condition that an amount of a table (by its alias) is the figure meant."""
    if measure is None:
        return f"{table}.scope = 'whole'"
    stage = "total" if measure.stage == "rate" else measure.stage
    condition = f"{table}.fiscal_year = {bind(measure.fiscal_year)} AND {table}.stage = {bind(stage)}"
    return condition + f" AND {table}.counted = 1" * measure.counted
