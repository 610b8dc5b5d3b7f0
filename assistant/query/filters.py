"""Conditions on programmes: each has a name, its SQL predicate (values are only ever bound) and the words that say it."""

from __future__ import annotations

from dataclasses import dataclass

_INVOLVED = "p.id IN (SELECT i.programme FROM involvement i WHERE i.organisation IN ({values}))"
_CONTACT = "p.id IN (SELECT k.programme FROM contact k WHERE k.{column} IN ({values}))"
_AMOUNT = "p.id IN (SELECT b.programme FROM amount b WHERE b.scope = 'whole' AND b.yen {operator} {value})"


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
            "p.id IN (SELECT b.programme FROM amount b WHERE b.scope = 'whole' AND b.yen IN ({values}))",
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
