"""Times in a question: dates and lengths of time that it claims, and fiscal years."""

from __future__ import annotations

import re

from assistant.reading.draft import Draft
from assistant.reading.measures import settle_span
from assistant.reading.terms import BOUNDS, Term

_BEFORE = re.compile(r"(?:before|earlier than|prior to) $")
_AFTER = re.compile(r"(?:after|later than) $")
_PRIOR = re.compile(r"(?:より|よりも)?(?:も)?(?:前|以前)")
_LATER = re.compile(r"(?:より|よりも)(?:後|あと)")
_SINCE = re.compile(r"以降|以後")


def settle_date(draft: Draft, term: Term) -> None:
    """Place a date: that of the document, or what a question of yes or no says of it."""
    value, folded = str(term.mention.value), draft.text.folded
    asked = draft.cues() & {"yes_no", "confirm", "recall"}
    dated = draft.cues() & {"source_date"} and asked
    kind = "date"
    if _BEFORE.search(folded[: term.mention.start]) or _PRIOR.match(folded, term.mention.end):
        kind = "date_before"
    elif _AFTER.search(folded[: term.mention.start]) or _LATER.match(folded, term.mention.end):
        kind = "date_after"
    elif folded[: term.mention.start].endswith("since ") or _SINCE.match(folded, term.mention.end):
        kind = "date_since"
    if kind != "date" and draft.cues() & {"document", "source_date"} and asked:
        draft.features.add("source_date")
        term.concepts |= {"source_date"}
    elif not (draft.world.date.startswith(value) or dated):
        return
    draft.premises.append((kind, value))
    draft.features |= {"in_this_budget", "date_premise"}
    term.used_by.add("date")
    for sign in draft.terms[term.index + 1 : term.index + 2]:
        if sign.concepts & set(BOUNDS):
            sign.used_by.add("bound")


TIMED = frozenset({"period", "target", "outcome", "scale", "condition", "eligibility", "overview", "plan_date"})
"""What is stated with a length of time in it."""


def settle_duration(draft: Draft, term: Term) -> None:
    """Place a length of time: what a question of yes or no says, or a part of what it asks (`five years after the end`)."""
    if settle_span(draft, term):
        return
    cues = draft.cues()
    marked = draft.text.original.rstrip().endswith(("?", "？"))
    short = marked and len(draft.text.folded) - term.mention.end <= 4
    asked = cues & {"yes_no", "confirm", "recall"} or short
    asked = asked and not cues & {"which", "list", "how_many", "what", "how_much"}
    if asked and (draft.programmes or draft.hints.programmes):
        draft.premises.append(("months", int(term.mention.value)))
        draft.features.add("claim")
        if not cues & TIMED:
            term.concepts |= {"period"}
            draft.features.add("period")
        term.used_by.add("claim")
    elif cues & TIMED:
        term.used_by.add("said")
        if cues & {"which", "programme"} and not draft.programmes:
            draft.premises.append(("holds_duration", int(term.mention.value)))


def settle_year(draft: Draft, term: Term) -> None:
    """Accept the fiscal year of the source, or say whether it is that of the document; any other is asked for in vain.

    A register holds many: reading.measures takes them.
    """
    if draft.world.register:
        return
    ours = int(term.mention.value) == draft.world.fiscal_year
    years = {int(t.mention.value) for t in draft.terms if t.number == "year"}
    cues = draft.cues()
    either = draft.world.fiscal_year in years and len(years) > 1 and "or" in cues and not cues & {"how_much", "difference"}
    asks = cues & {"yes_no", "confirm", "recall"} and cues & {"document", "it", "those", "in_this_budget"}
    open_ = cues & {"how_much", "what", "which", "total", "list", "programme", "source_date", "plan_date", "when", "target"}
    if either or (asks and not open_ and not draft.programmes and not draft.filters):
        verdict = () if either else (("stage_yes",) if ours else ("stage_no",))
        draft.features = draft.features - {"amount"} | {"fiscal_year", "in_this_budget", *verdict}
        for other in draft.terms:
            if other.concepts & {"amount", "document"}:
                other.concepts = frozenset({"fiscal_year"})
    elif ours:
        draft.features.add("in_this_budget")
    else:
        draft.unknowns.append("other_year")
        draft.features.add("other_year")
