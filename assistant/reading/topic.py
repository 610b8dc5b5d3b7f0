"""What to do with a topic of a register: words that stand in many sheets, and may as well be about anything else."""

from __future__ import annotations

import re

from assistant.reading.case import OPEN, TRUTH, Case, Decision
from assistant.reading.match import satisfied
from assistant.reading.world import held

_SPEAKS_OF_DATA = frozenset({"programme", "amount", "how_much", "payees", "rate", "trend", "list", "in_this_budget"})
"""Concepts beside a topic that show that programmes are asked for."""
_OPEN_END = re.compile(r"(?:[?？は]|とは|って|(?<=[^ら])か)\s*$")


def topic(case: Case) -> Decision | None:
    """Ask which programme of a topic is meant where one is needed; leave words alone that may be about anything.

    A topic alone (離島の医療) is taken for one where nothing asks anything of it.
    """
    frame = case.frame
    if frame.measure is None:
        return None
    if "mismatch" in frame.features or _several_at_once(case) or _qualified(case) or _everything_by_chance(case):
        return Decision("unexplained", case.best)
    if _each_of_a_set(case):
        return Decision("missing_programme", case.best)
    if not frame.values("topic") or case.reading.borrowed:
        return None
    if case.first and case.intents[case.first].kind == "attribute":
        return Decision("ambiguous", case.best) if _about_programmes(case) else Decision("nothing")
    alone = not _OPEN_END.search(case.reading.question) and not frame.features & (OPEN | {"what", *TRUTH})
    return None if _about_programmes(case) or (alone and case.first in ("list", "")) else Decision("nothing")


def _several_at_once(case: Case) -> bool:
    """Whether two things are asked of which one would be answered: the total of the largest, a rate by ministry."""
    said = {c for t in case.reading.terms for c in t.concepts}
    paid = {"payee_name", "payees"} & case.frame.features and any(f.name.startswith("amount_") for f in case.frame.filters)
    return bool(
        paid
        or ("total" in said and said & {"largest", "smallest"})
        or ("rate" in said and said & {"group_by", "ministry", "bureau"})
        or ("payees" in said and len(case.frame.asked.years) > 1)
    )


FEW = 20
"""Programmes of a set that an attribute may be shown of, one by one."""
_QUALIFYING = frozenset(
    {"subsidy", "parties", "big", "small", "more", "less", "most", "former", "latter", "actually", "inclusive", "exclusive"}
)
"""Concepts that narrow a set (補助の事業, 小規模事業): no condition stands for them where the intent makes nothing of them."""


def _qualified(case: Case) -> bool:
    """Whether a word that would narrow the set is left over: the answer would be about more than was asked."""
    if "named_program" in case.frame.features or not case.best.intents:
        return False
    needed = {
        need
        for name in case.best.intents
        for when in case.intents[name].when
        if satisfied(when, case.frame.features)
        for need in "|".join(when).split("|")
    }
    ranked = case.first.startswith(("largest", "smallest", "payees", "trend", "extremes", "rate_"))
    sizes = frozenset({"big", "small", "more", "less", "most", "parties", "subsidy"})
    allowed = needed | (sizes if ranked or case.first in ("difference", "ratio") else frozenset())
    return any(t.concepts & _QUALIFYING - allowed and not t.used_by for t in case.reading.terms)


def _everything_by_chance(case: Case) -> bool:
    """Whether all programmes would be listed though nothing asks for all of them: something was not understood."""
    frame = case.frame
    whole = case.first == "list" and not frame.filters and not frame.ambiguous
    return (
        whole and not frame.features & {"all", "document"} and "list" not in {c for t in case.reading.terms for c in t.concepts}
    )


def _each_of_a_set(case: Case) -> bool:
    """Whether one attribute is asked of a whole set (文科省の執行率): of which programme is asked back."""
    one = case.frame.features & {"program", "programs", "named_program", "ambiguous", "topic", "extension_number"}
    attribute = bool(case.first) and case.intents[case.first].kind == "attribute" and case.first not in ("ministry", "name")
    if one or not attribute or not case.frame.filters:
        return False
    return len(held(case.world, (f for f in case.frame.filters if not f.name.startswith(("amount_", "rate_"))))) > FEW


def _about_programmes(case: Case) -> bool:
    """Whether a question about a topic says that it is about programmes or their money."""
    said = {c for t in case.reading.terms for c in t.concepts} & _SPEAKS_OF_DATA
    return bool(said - {"list"}) or ("list" in said and not case.frame.features & (OPEN | {"what"}))
