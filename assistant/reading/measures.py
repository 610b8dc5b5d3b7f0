"""Which figure of a register a question means: the stage, the fiscal year, or a course of years."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.reading.draft import Draft
from assistant.reading.model import Asked, Frame, Measure
from assistant.reading.terms import Term
from assistant.reading.world import StatedAmount, World

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
BOUNDED = "bounded rate"
"""The execution rate as a condition: the figure shown is the budget of the year that it is of."""


def settle_stages(draft: Draft) -> None:
    """Let a stage stand for the amount that it is one of, and note which stages and fiscal years are named."""
    if not draft.world.register:
        return
    _where_it_goes(draft)
    for term in draft.terms:
        _stage(draft, term)
        if term.number == "year":
            draft.years.append(int(term.mention.value))
            term.used_by.add("year")
            draft.features.add("year")
    for before, term in pairwise(draft.terms):
        if "fiscal_year" in before.concepts | term.concepts and "group_by" in before.concepts | term.concepts:
            before.concepts, term.concepts = frozenset({"trend"}), frozenset()
            draft.features = draft.features - {"fiscal_year", "group_by"} | {"trend"}
    _begun_or_ended(draft)
    if _CHANGED.search(draft.text.folded):
        draft.features.add("mismatch")  # which ones grew is not asked of one course of years
    if draft.features & {"previous_year", "next_year"} and not draft.years:
        draft.unknowns.append("other_year")
    if draft.years:  # 来年度（2024年度）: the year that is named says which
        _forget(draft, "other_year")
    _rate(draft)
    if len(set(draft.stages) - {"total"}) > 1:
        draft.features.add("mismatch")  # one figure is answered at a time
    if draft.stages:
        draft.features.add("stage_said")
        draft.features = draft.features - STAGES.keys() | ({"rate"} if draft.stages == ["rate"] else {"amount"})
    if len(draft.stages) > 1 and "total" in draft.stages:
        draft.stages.remove("total")


def _begun_or_ended(draft: Draft) -> None:
    """Take `2023年度に始まった事業` and `2022年度で終了した事業` as conditions; without a year it is not said when."""
    named = any("program" in term.kinds() for term in draft.terms)
    for concept in ("started", "ended"):
        if concept not in draft.features or named:
            continue
        if len(draft.years) == 1:
            draft.add(concept, draft.years.pop())
            draft.features |= {"bound"}
        else:
            draft.features.add("mismatch")


def _stage(draft: Draft, term: Term) -> None:
    """Note the stage that a word names; it asks for an amount, or for the rate."""
    named = [STAGES[c] for c in sorted(term.concepts) if c in STAGES]
    if not named:
        return
    draft.stages += [stage for stage in named if stage not in draft.stages]
    says = {"rate"} if named == ["rate"] else {"amount"}
    whole = frozenset({"total"} if "budget_total" in term.concepts else ())
    term.concepts = (term.concepts - STAGES.keys() - whole) | says
    draft.features -= whole


def _forget(draft: Draft, unknown: str) -> None:
    """Leave out a known unknown that is none here."""
    draft.unknowns = [other for other in draft.unknowns if other != unknown]
    draft.features.discard(unknown)
    for term in draft.terms:
        term.concepts -= {f"unknown:{unknown}"}


def _rate(draft: Draft) -> None:
    """Let the rate be what is asked where it is named, or a share of one programme's budget that was spent."""
    if draft.stages == ["executed"] and _of_one(draft, "share"):
        draft.stages.append("rate")
        for term in draft.terms:
            term.concepts = term.concepts - {"share"} | {"rate"} if "share" in term.concepts else term.concepts
        draft.features.discard("share")
    if "rate" in draft.stages:
        draft.stages[:] = ["rate"]
        for term in draft.terms:
            if term.concepts == {"amount"}:
                term.used_by.add("rate")


_CHANGED = re.compile(r"(?:増え|減っ|増加し|減少し|伸び)(?:た|ている|てる)(?:事業|府省|省庁|ぷろぐらむ|もの|ところ)")
_GOES = re.compile(
    r"where (?:does|did|do|has|is) .{0,160}?(?:go|gone|going|end up|flow)(?: to)?(?![a-z])"
    r"|who (?:gets?|got|receives?|received) (?:the |any |all the )?(?:most )?(?:money|funds?|funding|payments?|cash)"
    r"|(?:お金|予算|資金|金)(?:は|が)(?:どこ|どちら)(?:に|へ)"
)
"""Where money goes: to whom it is paid."""


def _where_it_goes(draft: Draft) -> None:
    """Read `where does the money of … go` as a question of payees."""
    match = _GOES.search(draft.text.folded)
    where = next((t for t in draft.terms if match and t.concepts & {"where", "who"}), None)
    if where is not None:
        where.concepts = frozenset({"payees"})
        draft.features = draft.features - {"where", "who"} | {"payees"}


def _of_one(draft: Draft, concept: str) -> bool:
    """Whether a concept is asked of one programme and nothing else is named."""
    named = [t for t in draft.terms if t.entities]
    return concept in draft.features and len(named) == 1 and named[0].kinds() <= {"program", "words"}


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
    draft.stages[:] = [BOUNDED]
    return True


def settle_span(draft: Draft, term: Term) -> bool:
    """Take a length of time beside a course of years (この5年の推移) as its length; returns whether it is one."""
    years, rest = divmod(int(term.mention.value), 12)
    if not draft.world.register or rest or "trend" not in draft.cues() or not 1 < years <= 20:
        return False
    draft.span = years
    term.used_by.add("year")
    return True


def stated_of(draft: Draft, programme: str) -> tuple[StatedAmount, ...]:
    """Return the amounts of a programme that a claimed one is held against: those of the stage and fiscal year named."""
    stage = next((stage for stage in draft.stages if stage not in ("rate", BOUNDED)), "total")
    return draft.world.amounts(programme, stage, draft.years[-1] if draft.years else None)


def asked_of(draft: Draft) -> Asked:
    """Return what a question says of the figure that it means."""
    return Asked(tuple(draft.stages), tuple(sorted(set(draft.years))), draft.span)


def _usual(world: World) -> str:
    """Return the stage that is meant where none is said: the total, or what a table of one's own states instead."""
    return next((stage for stage in ("total", "initial", "requested", "executed") if world.newest(stage)), "total")


def resolved(frame: Frame, world: World) -> Frame:
    """Return the frame with the figure that it means: its fiscal year the newest that has one where none is said.

    A year that is not stated is a known unknown (`other_year`). In a store of one budget the frame comes back as it was.
    """
    if not world.register:
        return frame
    stage = frame.asked.stages[0] if frame.asked.stages else _usual(world)
    if frame.features & {"payees", "payee_name"}:
        stage = "executed"
    basis = "executed" if stage in ("rate", BOUNDED) else stage
    stage = "total" if stage == BOUNDED else stage
    named = [str(v) for v in frame.values("program")]
    one = named[0] if len(named) == 1 else None
    stated = world.stated_years(one, basis) if one else ()
    usual = world.newest(basis)
    newest = next((year for year in stated if year <= usual), stated[0] if stated else usual)
    years = frame.asked.years
    known = (
        set(stated)
        if one
        else range(world.oldest, (newest if basis in ("executed", "requested") else max(newest, world.newest("total"))) + 1)
    )
    features, unknowns = frame.features, frame.unknowns
    if any(year not in known for year in years):
        features, unknowns = features | {"other_year"}, (*unknowns, "other_year")
    sets = any(operand.kind != "program" for operand in frame.operands)
    summed = not named or sets or bool(features & {"share", "rank"})
    if "trend" in features or len(years) > 1:
        features |= {"trend"}
        last = years[-1] if len(years) > 1 else newest
        first = years[0] if years else last - (frame.asked.span or USUAL_COURSE) + 1
        measure = Measure(last, stage, summed, since=first, said=bool(years))
    else:
        measure = Measure(years[0] if years else newest, stage, summed, said=bool(years))
    return replace(frame, measure=measure, features=features, unknowns=tuple(dict.fromkeys(unknowns)))
