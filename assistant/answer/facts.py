"""Rows to facts: every value with its label, its part and its citation; nothing is added that a row does not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.model import Citation, Fact, Language, Unit

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue
    from assistant.store.database import Row

STAGES = ("initial", "supplementary", "carried_in", "carried_out", "reserve", "executed", "requested")
MONEY = frozenset(
    {
        *(f"{stage}_amount" for stage in STAGES),
        "paid_amount",
        "amount",
        "component_amount",
        "related_amount",
        "total",
        "average",
        "median",
        "difference",
        "maximum",
        "minimum",
    }
)
STATED = frozenset({"amount", "component_amount", *(f"{stage}_amount" for stage in STAGES)})
"""Amounts that a sheet states, of whatever stage."""
RATES = frozenset({"share", "ratio", "execution_rate", "growth"})
MEMBERS = 20
"""Programmes of a register that a computed figure names as what it came from."""
COMPARED = frozenset({"difference", "ratio", "share"})
"""Figures that set the others of their answer against each other."""
TEXTS = frozenset(
    {"purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition", "stage", "field_of_support",
     "background", "route", "estimated_costs", "pillar"}
)  # fmt: skip
"""Fields whose value is our own text and follows the language; of all others the value is what the source prints."""


def make_facts(
    rows: Sequence[Row], language: Language, catalogue: Catalogue, source: dict[str, str], unit: str | None
) -> tuple[Fact, ...]:
    """Return the facts of a statement's rows, without repeating one that was just stated (a bureau with two divisions)."""
    facts: list[Fact] = []
    bases = _bases(rows, catalogue)
    for row in rows:
        fact = _fact(row, language, source, unit, bases, catalogue)
        if fact is None or any(_same(fact, other) for other in facts):
            continue
        facts.append(fact)
    return tuple(facts)


def _same(first: Fact, second: Fact) -> bool:
    return (first.subject, first.field, first.value, first.part) == (
        second.subject,
        second.field,
        second.value,
        second.part,
    )


def _bases(rows: Sequence[Row], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the subjects that computed figures of these rows came from: the sides compared, or the rows that are stated."""
    if any(row[1] in COMPARED for row in rows):
        return tuple(dict.fromkeys(str(row[0]) for row in rows if row[1] not in COMPARED))
    stated = [str(row[0]) for row in rows if row[8] is not None]
    if not stated:
        stated = [str(row[0]) for row in rows if row[1] == "total"]
    if not stated and not catalogue.large:
        stated = [f"program:{p}" for p in catalogue.ministry_of]
    return tuple(dict.fromkeys(stated))


def _fact(
    row: Row, language: Language, source: dict[str, str], unit: str | None, bases: tuple[str, ...], catalogue: Catalogue
) -> Fact | None:
    """Return the fact of one row, or None where the row holds nothing (an aggregate of no rows)."""
    subject, field, number, text, text_en, fact_unit, part, approximate, sheet = row[:9]
    if number is None and not text:
        return None
    shown = str(text_en) if language == "en" and text_en else str(text)
    value: str | int | float
    if number is not None:
        value = _number(number, str(field))
        exact = value if isinstance(number, str) or float(number) == value else float(number)
        in_full = catalogue.large and unit is None and field in MONEY and isinstance(value, int)
        label = (
            figures.exact_money(value, language)
            if in_full and isinstance(value, int)
            else _label(exact, str(field), language, bool(approximate), unit, shown if text is not None else "")
        )
    else:
        value = shown if field in TEXTS else str(text)
        label = shown if field != "date" else figures_date(shown, language)
    if sheet is None:
        members = _members(str(subject), catalogue)
        others = bases if field in COMPARED else tuple(b for b in bases if b != subject)
        if catalogue.large and field not in COMPARED:  # the sets of a register are made of its sheets
            others = tuple(b for b in bases if b.startswith("program:"))[:MEMBERS] or (f"source:{source['id']}",)
        citation = Citation(source["id"], None, others or members or bases)
        if field == "total" and subject == "all" and set(bases) & {"all"} and not catalogue.large:
            members = tuple(f"program:{p}" for p in catalogue.ministry_of)
        if field == "total" and members:
            citation = Citation(source["id"], None, members)
    else:
        citation = Citation(source["id"], str(sheet))
    known: Unit | None = fact_unit if fact_unit in ("JPY", "percent", "count", "year") else None  # type: ignore[assignment]
    return Fact(str(subject), str(field), value, known, label, citation, str(part) if part else None, bool(approximate))


def _members(subject: str, catalogue: Catalogue) -> tuple[str, ...]:
    if catalogue.large:
        return ()
    kind, _, id_ = subject.partition(":")
    return tuple(f"program:{p}" for p in catalogue.ministry_of if p in catalogue.members.get((kind, id_), ()))


def _number(number: str | int | float, field: str) -> int | float:
    return float(number) if field in RATES else round(float(number)) if isinstance(number, float) else int(number)


def _label(value: int | float, field: str, language: Language, approximate: bool, unit: str | None, text: str) -> str:
    """Return a number as shown in the language."""
    if field in MONEY:
        return figures.money(value, language, approximate=approximate, unit=unit)
    if field in ("execution_rate", "growth"):
        return ("+" if field == "growth" and value > 0 else "") + figures.percent(float(value))
    if field == "share":
        return ("約" if language == "ja" else "about ") * approximate + figures.percent(float(value))
    if field == "ratio":
        return figures.times(float(value), language)
    if field == "rank":
        return f"{value}位" if language == "ja" else figures.ordinal(int(value))
    if field in ("fiscal_year", "start_year", "end_year"):
        return era_year(int(value), language)
    if field == "count":
        return f"{int(value):,}件" if language == "ja" else f"{int(value):,}"
    return text or str(value)


_ERAS = (
    ("令和", "Reiwa", 2018),
    ("平成", "Heisei", 1988),
    ("昭和", "Showa", 1925),
)
"""Japanese eras, each with the year before its first; no review sheet states a year before 1947."""


def era_year(year: int, language: Language) -> str:
    """Return a fiscal year as the language writes it: 2022年度（令和4年度）, fiscal 2022 (Reiwa 4)."""
    name, era, first = next((each for each in _ERAS if year > each[2]), _ERAS[-1])
    ja = "元" if year - first == 1 else str(year - first)
    return f"{year}年度（{name}{ja}年度）" if language == "ja" else f"fiscal {year} ({era} {year - first})"


def figures_date(text: str, language: Language) -> str:
    """Return an ISO date (or year and month) as the language writes it; other text as it is."""
    pieces = text.split("-")
    if not all(piece.isdigit() for piece in pieces) or len(pieces) not in (2, 3):
        return text
    numbers = [int(piece) for piece in pieces]
    if language == "ja":
        day = f"{numbers[2]}日" if len(numbers) == 3 else ""
        return f"令和{numbers[0] - 2018}年{numbers[1]}月{day}（{text}）"
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    day = f"{numbers[2]} " if len(numbers) == 3 else ""
    return f"{day}{months[numbers[1] - 1]} {numbers[0]}"
