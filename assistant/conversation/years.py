"""Another fiscal year or stage of what was just asked (2021年度は？, 執行額だと？, `and for 2020?`)."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.follow import ATTRIBUTES, Follow, own_selection
from assistant.reading.frame import slot_features
from assistant.reading.model import Asked, Candidate, Filter, Reading

OF_FIGURES = frozenset(
    {"amount", "total", "list", "largest", "smallest", "average", "median", "count", "trend", "share", "rate", "rank",
     "extremes", "difference", "ratio", "payees", "paid_by"}
)  # fmt: skip
"""Intents that are about a figure, so that they may be asked again of another one."""
_ASKS = frozenset(
    {
        "same_year",
        "previous_year",
        "next_year",
        "unknown:other_year",
        "amount",
        "how_much",
        "rate",
        "what",
        "which",
        "programme",
        "it",
        "those",
        "also",
        "or",
        "newest",
    }
)


_STEPS = {"same_year": 0, "previous_year": -1, "next_year": 1}
"""Words that point at a fiscal year from the one last spoken of."""


def of_that_year(follow: Follow) -> Follow:
    """Return a follow-up that speaks of that year (その年, 同じ年度) with the fiscal year of the last answer."""
    measure = follow.state.frame.measure
    step = next((years for concept, years in _STEPS.items() if concept in follow.said), None)
    if measure is None or step is None or follow.frame.asked.years:
        return follow
    asked = replace(follow.frame.asked, years=(measure.fiscal_year + step,))
    unknowns = tuple(unknown for unknown in follow.frame.unknowns if unknown != "other_year")
    frame = replace(follow.frame, asked=asked, unknowns=unknowns, features=follow.frame.features - {"other_year"})
    return follow._replace(reading=replace(follow.reading, frame=frame))


def carried(follow: Follow, features: set[str]) -> Asked:
    """Return which figure a follow-up means: its own, or that of the last turn where it says none."""
    own, before = follow.frame.asked, follow.state.frame.asked
    if own or "trend" in features:
        return own
    if follow.said & {"amount"}:  # 予算は？ after 執行額は？: the budget, of the same year
        return replace(before, stages=())
    return before


def another_figure(follow: Follow) -> tuple[Reading, tuple[Filter, ...]] | None:
    """Return the last question asked again of the fiscal year or stage that this one names and nothing else, or None."""
    frame, state = follow.frame, follow.state
    said = follow.said - {"amount"} if frame.asked.stages else follow.said
    if not follow.world.register or not frame.asked or own_selection(frame) or frame.features & {"all", "trend", "total"}:
        return None
    if said & (ATTRIBUTES - {"amount", "how_much"}) or said - _ASKS - {"yes_no", "list", "confirm"}:
        return None
    pointed = "it" in frame.features and len(state.results) == 1
    one = pointed or (len(state.results) == 1 and not any(f.name != "program" for f in state.asked))
    filters = (Filter("program", state.results),) if one else state.asked or state.filters
    first = state.intents[0] if state.intents else ""
    again = first in OF_FIGURES or first.startswith(("by_", "largest_", "smallest_", "count_by_"))
    intents = state.intents if again else ("amount",) if one else ("total",)
    if frame.asked.stages[:1] == ("rate",) and one:
        intents = ("rate",)
    elif first == "rate" and frame.asked.stages:
        intents = ("amount",)
    before, course = state.frame.asked, first == "trend" and not frame.asked.years
    asked = Asked(frame.asked.stages or before.stages, frame.asked.years or before.years, before.span if course else None)
    dropped = {"other_year", "amount", "rate"} | (set() if course else {"trend"})
    kept = {f for f in state.frame.features if again and f not in dropped}
    features = frozenset({*frame.features, *kept, *slot_features(filters, state.frame.operands)})
    merged = replace(
        frame, filters=filters, operands=state.frame.operands, features=features, asked=asked, count=state.frame.count,
        ordinals=state.frame.ordinals, whole=state.frame.whole, unknowns=(),
    )  # fmt: skip
    return replace(follow.reading, frame=merged, candidates=(Candidate(intents, 2.0),)), filters
