"""A frame and its intents become one statement: the intents' SQL with the frame's conditions put in as bound predicates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.intents.model import Intent
from assistant.query.filters import FILTERS, PRINTED, measured
from assistant.query.model import Query
from assistant.query.register import register_places
from assistant.reading.folding import matching
from assistant.reading.model import Filter, Frame, Measure, Operand

LARGEST = 2**63 - 1
"""The largest integer that SQLite stores; no figure of a question needs a larger one."""
EVERYTHING = 1_000_000
"""A rank that no programme reaches: the end of an unlimited ranking."""
_PLACE = re.compile(r"\{([a-z_]+)\}")


class _Binder:
    """Collects bound values under short names; equal values share one."""

    def __init__(self) -> None:
        self.values: dict[str, str | int] = {}

    def __call__(self, value: str | int) -> str:
        if isinstance(value, int):
            value = min(value, LARGEST)
        for name, known in self.values.items():
            if known == value and type(known) is type(value):
                return f":{name}"
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def many(self, values: Sequence[str | int]) -> str:
        return ", ".join(self(value) for value in values)


def predicate(filter_: Filter, bind: _Binder, measure: Measure | None = None) -> str:
    """Return the SQL of one condition, its values bound; amounts are those of the measure."""
    spec = FILTERS[filter_.name]
    if "{measure}" in spec.predicate:
        spec = replace(spec, predicate=spec.predicate.replace("{measure}", measured(measure, "b", bind)))
    if "{year}" in spec.predicate and measure is not None:
        spec = replace(spec, predicate=spec.predicate.replace("{year}", bind(measure.fiscal_year)))
    if filter_.name == "prints":
        sql = spec.predicate.replace("{columns}", " AND ".join(PRINTED[str(v)] for v in filter_.values))
    elif filter_.name == "topic":
        sql = spec.predicate.replace("{topic}", bind(matching([str(v) for v in filter_.values])))
    elif "{values}" in spec.predicate:
        sql = spec.predicate.replace("{values}", bind.many(filter_.values))
    else:
        sql = " AND ".join(spec.predicate.replace("{value}", bind(value)) for value in filter_.values)
    return f"NOT ({sql})" if filter_.negated else sql


def conjunction(filters: Sequence[Filter], bind: _Binder, measure: Measure | None = None) -> str:
    """Return the conditions joined, or a condition that always holds."""
    usable = [f for f in filters if f.name in FILTERS and f.values]
    return " AND ".join(predicate(f, bind, measure) for f in usable) or "1 = 1"


def subject_of(filters: Sequence[Filter]) -> str:
    """Return the contract's subject for a set: a ministry or category when that alone defines it, else `all`."""
    meaning = [f for f in filters if f.name in FILTERS]
    if len(meaning) == 1 and not meaning[0].negated and len(meaning[0].values) == 1:
        if meaning[0].name in ("ministry", "category", "organisation"):
            return f"{meaning[0].name}:{meaning[0].values[0]}"
        if meaning[0].name == "program":
            return f"program:{meaning[0].values[0]}"
    return "all"


def operand_filters(operand: Operand) -> tuple[Filter, ...]:
    """Return the condition that an operand stands for."""
    return (Filter(operand.kind, (operand.id,)),)


def compile_query(intents: Sequence[Intent], frame: Frame) -> Query:
    """Return the statement of these intents for a frame. All intents have SQL (KeyError says which placeholder is unknown)."""
    bind = _Binder()
    grouped = next((i.name.rpartition("_")[2] for i in intents if i.name.startswith(("by_", "largest_", "smallest_"))), None)
    if grouped:
        frame = replace(
            frame,
            filters=tuple(
                f for f in frame.filters if f.name != grouped or f.negated or len(f.values) > 1 or f.values == ("pj",)
            ),
        )
    first, second, whole = sides(frame)
    places = _places(intents, frame, bind, first, second, whole)
    parts = [_PLACE.sub(lambda match: places[match[1]](), intent.sql or "") for intent in intents]
    if len(parts) > 1:
        tagged = [f"SELECT s{n}.*, {n} AS o0 FROM (\n{part}\n) AS s{n}" for n, part in enumerate(parts)]
        sql = "\nUNION ALL\n".join(tagged) + "\nORDER BY o1, o2, o3, o0"
    else:
        sql = f"SELECT * FROM (\n{parts[0]}\n) AS answer\nORDER BY o1, o2, o3"
    used = {name for name in bind.values if re.search(rf":{name}\b", sql)}
    return Query(
        sql,
        {name: value for name, value in bind.values.items() if name in used},
        tuple(intent.name for intent in intents),
        frame.filters,
        first,
        second or whole,
        subject_of(frame.filters),
        frame.operands,
    )


def sides(frame: Frame) -> tuple[tuple[Filter, ...], tuple[Filter, ...], tuple[Filter, ...]]:
    """Return the conditions of the first and the second thing compared, and of the whole that a share is taken of."""
    operands = frame.operands
    rest = tuple(f for f in frame.filters if f.name not in ("program", "ministry", "category"))
    first = operand_filters(operands[0]) if operands else frame.filters
    second = operand_filters(operands[1]) if len(operands) > 1 else ()
    if "share" in frame.features:
        return frame.filters, (), frame.whole
    return first + rest if operands and len(operands) == 1 else first, second, frame.whole


def _places(
    intents: Sequence[Intent],
    frame: Frame,
    bind: _Binder,
    first: tuple[Filter, ...],
    second: tuple[Filter, ...],
    whole: tuple[Filter, ...],
) -> Mapping[str, Callable[[], str]]:
    """Return what each placeholder of an intent's SQL stands for, made on demand so that nothing unused is bound."""
    measure = frame.measure
    contacts = [f for f in frame.filters if f.name in ("bureau", "division")]
    parts = [v for f in frame.filters if f.name == "part" for v in f.values]
    stated = [v for f in frame.filters if f.name in ("stated_amount", "amount_eq") for v in f.values]
    names = {intent.name for intent in intents}
    order = next((str(i.parameters["order"]) for i in intents if "order" in i.parameters), "desc")
    low, high = places_of(frame)
    among = tuple(f for f in frame.filters if f.name != "program")
    ascending = frame.features & {"smallest", "small", "less"} and not frame.features & {"largest", "big", "more"}

    def contact() -> str:
        terms = [f"{'NOT ' if f.negated else ''}x.{f.name} IN ({bind.many(f.values)})" for f in contacts]
        if "extension" in names and names & {"division", "bureau"} and not frame.filters:
            terms.append("x.extension IS NOT NULL")
        return " AND ".join(terms) or "1 = 1"

    def named(filters: tuple[Filter, ...]) -> str:
        return bind((measure.field if measure else "amount") if subject_of(filters).startswith("program:") else "total")

    places: dict[str, Callable[[], str]] = {
        "measure": lambda: measured(measure, "x", bind),
        "programmes": lambda: conjunction(_of_programmes(intents, frame), bind, measure),
        "others": lambda: conjunction(among, bind, measure),
        "contacts": contact,
        "parts": lambda: f"x.part IN ({bind.many(parts)})" if parts else "1 = 1",
        "first_part": lambda: bind(parts[0] if parts else ""),
        "second_part": lambda: bind(parts[1] if len(parts) > 1 else ""),
        "stated": lambda: f"x.yen IN ({bind.many(stated)})" if stated else "1 = 1",
        "extensions": lambda: f"x.extension IN ({bind.many(frame.extensions)})" if frame.extensions else "1 = 0",
        "first": lambda: conjunction(first, bind, measure),
        "second": lambda: conjunction(second, bind, measure),
        "whole": lambda: conjunction(whole, bind, measure),
        "subject": lambda: bind(_aggregate_subject(frame.filters)),
        "pair_subject": lambda: bind(subject_of(first)),
        "first_subject": lambda: bind(subject_of(first)),
        "second_subject": lambda: bind(subject_of(second)),
        "whole_subject": lambda: bind(subject_of(whole)),
        "first_field": lambda: named(first),
        "second_field": lambda: named(second),
        "whole_field": lambda: named(whole),
        "first_sheet": lambda: _sheet(first, measure, bind),
        "second_sheet": lambda: _sheet(second, measure, bind),
        "whole_sheet": lambda: _sheet(whole, measure, bind),
        "from": lambda: bind(low),
        "to": lambda: bind(high),
        "direction": lambda: "ASC" if ascending else "DESC",
        "order": lambda: {"desc": "-SUM(x.yen)", "asc": "SUM(x.yen)"}[order] if _sorted(frame) or measure else "0",
    }  # fmt: skip
    said = high if high not in (1, EVERYTHING) or frame.ordinals else None
    return {**places, **register_places(frame, bind, subject_of(frame.filters), said)} if measure else places


def _sheet(filters: tuple[Filter, ...], measure: Measure | None, bind: _Binder) -> str:
    """Return where the sheet stands that states the amount of one programme; nowhere for a set."""
    if not subject_of(filters).startswith("program:"):
        return "NULL"
    own = f"x.programme = {bind(subject_of(filters)[8:])}"
    return f"(SELECT x.sheet FROM amount x WHERE {measured(measure, 'x', bind)} AND {own})"


def _of_programmes(intents: Sequence[Intent], frame: Frame) -> tuple[Filter, ...]:
    """Return the conditions on programmes; an exception among the contacts of a named one is none (健康局でない課は)."""
    if any(i.name == "paid_by" for i in intents):
        return tuple(f for f in frame.filters if f.name != "payee" or f.negated)
    contact = any(i.parameters.get("group") == "contact" for i in intents) and bool(frame.values("program"))
    return tuple(f for f in frame.filters if not (contact and f.negated and f.name in ("bureau", "division")))


def _aggregate_subject(filters: Sequence[Filter]) -> str:
    """Return the subject of an aggregate; a set of one programme is still a set."""
    subject = subject_of(filters)
    return subject if not subject.startswith(("program:", "organisation:")) else "all"


def _sorted(frame: Frame) -> bool:
    return bool(frame.features & {"largest", "smallest", "big", "small"})


def places_of(frame: Frame) -> tuple[int, int]:
    """Return the first and last place of a ranking that the question asks for."""
    features = frame.features
    if "slice" in features and len(frame.ordinals) == 2:
        return min(frame.ordinals), max(frame.ordinals)
    if frame.ordinals and not (frame.ordinals == (1,) and features & {"list", "all"}):
        return frame.ordinals[0], frame.ordinals[-1]
    if frame.count:
        return 1, frame.count
    every = "all" in features and not features & {"largest", "smallest"}
    if (every or features & {"descending", "ascending", "order", "rank", "list"}) and not features & {"most"}:
        return 1, EVERYTHING
    return 1, 1
