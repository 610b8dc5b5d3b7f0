"""Which figure of a register a question means: the stage, the fiscal year, or a course of years."""

from __future__ import annotations

from itertools import pairwise

from assistant.reading.draft import Draft
from assistant.reading.model import Measure
from assistant.reading.terms import Term

STAGES = {
    "initial": "initial",
    "supplementary": "supplementary",
    "carried_in": "carried in",
    "carried_out": "carried out",
    "reserve": "reserve",
    "executed": "executed",
    "requested": "requested",
    "budget_total": "total",
    "rate": "rate",
}
"""Concepts that name a stage, and the stage in the store."""
USUAL_COURSE = 5
"""Fiscal years of a course that is not bounded."""
_ABOUT_AMOUNTS = frozenset({"amount", "how_much", "total", "average", "median", "largest", "smallest", "share", "trend"})


def settle_stages(draft: Draft) -> None:
    """Let a stage stand for the amount that it is one of, and note which stages and fiscal years are named."""
    if not draft.world.register:
        return
    for term in draft.terms:
        named = [STAGES[c] for c in sorted(term.concepts) if c in STAGES]
        if named:
            draft.stages += [stage for stage in named if stage not in draft.stages]
            says = {"rate"} if named == ["rate"] else {"amount"}
            term.concepts = (term.concepts - STAGES.keys()) | says
        if term.number == "year":
            draft.years.append(int(term.mention.value))
            term.used_by.add("year")
    for before, term in pairwise(draft.terms):
        if "fiscal_year" in before.concepts | term.concepts and "group_by" in before.concepts | term.concepts:
            before.concepts, term.concepts = frozenset({"trend"}), frozenset()
            draft.features = draft.features - {"fiscal_year", "group_by"} | {"trend"}
    if "rate" in draft.stages:
        draft.stages[:] = ["rate"]
        for term in draft.terms:
            if {"amount"} == term.concepts:
                term.used_by.add("rate")
    if draft.stages:
        draft.features = draft.features - STAGES.keys() | ({"rate"} if draft.stages == ["rate"] else {"amount"})
    if len(draft.stages) > 1 and "total" in draft.stages:
        draft.stages.remove("total")


def bounds_rate(draft: Draft, term: Term) -> bool:
    """Take a percentage beside an execution rate as a bound on it; returns whether it is one."""
    if not draft.world.register or draft.stages != ["rate"] or term.bound is None:
        return False
    draft.add(f"rate_{term.bound}", str(term.mention.value))
    term.used_by.add("bound")
    for cue in draft.terms:
        if "rate" in cue.concepts:
            cue.used_by.add("bound")
            cue.concepts = frozenset()
    draft.features = draft.features - {"rate", "amount"} | {"bound"}
    draft.stages[:] = ["bounded rate"]
    return True


def settle_span(draft: Draft, term: Term) -> bool:
    """Take a length of time beside a course of years (この5年の推移) as its length; returns whether it is one."""
    years, rest = divmod(int(term.mention.value), 12)
    if not draft.world.register or rest or "trend" not in draft.cues() or not 1 < years <= 20:
        return False
    draft.span = years
    term.used_by.add("year")
    return True


def measure_of(draft: Draft) -> Measure | None:
    """Return the figure that is meant, its fiscal year the newest that has one where none is said.

    A year that is not stated is a known unknown (`other_year`). None in a store of one budget.
    """
    world = draft.world
    if not world.register:
        return None
    stage = draft.stages[0] if draft.stages else "total"
    if draft.features & {"payees", "payee_name"}:
        stage = "executed"
    basis = "executed" if stage in ("rate", "bounded rate") else stage
    stage = "total" if stage == "bounded rate" else stage
    named = draft.programmes[0] if len(draft.programmes) == 1 else None
    stated = world.stated_years(named, basis) if named else ()
    newest = stated[0] if stated else world.newest(basis)
    years = sorted(set(draft.years))
    known = set(stated) if named else range(world.oldest, newest + 1)
    if any(year not in known for year in years):
        draft.unknowns.append("other_year")
        draft.features.add("other_year")
    whole = named is None and not draft.programmes
    if "trend" in draft.features or len(years) > 1:
        draft.features |= {"trend"}
        last = years[-1] if len(years) > 1 else newest
        first = years[0] if years else last - (draft.span or USUAL_COURSE) + 1
        return Measure(last, stage, whole, since=first, said=bool(years))
    return Measure(years[0] if years else newest, stage, whole, said=bool(years))
