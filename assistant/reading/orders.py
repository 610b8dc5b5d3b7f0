"""Phrases that order programmes or point at a place among them, whose words lie apart (see phrases)."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.reading.draft import Draft
from assistant.reading.terms import between, said

_DIRECTED = frozenset({"largest", "smallest", "big", "small", "most", "descending", "ascending"})
_FALLING = frozenset({"largest", "big", "most", "descending"})
_ONWARD = re.compile(
    r"(?: ?(?:budgets?|ones?|amounts?|programmes?|programs?|sums?|figures?))? to (?:the )?|(?:方|ほう|もの)?から"
)
_LAST = ("who comes last", "comes last", "came last", "dead last", "come last")


def _numerous(draft: Draft) -> None:
    """Read `which ministry has the most programmes?`, 事業が一番多い省 as a question of numbers, not of money."""
    if not draft.cues() & {"ministry", "category"} or draft.cues() & {"amount", "how_much", "total", "bound"}:
        return
    for before, term in pairwise(draft.terms):
        gap = between(draft.text, before, term).strip()
        english = "most" in before.concepts and "programme" in term.concepts and not gap
        japanese = "programme" in before.concepts and gap in ("が", "の数が", "数が") and term.concepts & {"most", "largest"}
        counted = "count" in before.concepts and gap in ("が", "で", "では", "だと", "の", "は") and "largest" in term.concepts
        if english or japanese or counted:
            before.concepts = before.concepts - {"count"} if counted else before.concepts
            draft.features -= {"count"} if counted else set()
            sign = before if english else term
            sign.concepts = frozenset({"count_most"})
            draft.features = draft.features - {"most", "largest", "big"} | {"count_most"}
            return


def _placed(draft: Draft) -> None:
    """Read `which ministry comes second by total budget?` as a place among the ministries."""
    if not draft.cues() & {"ministry", "category"} or draft.programmes:
        return
    ordinal = next((t for t in draft.terms if t.number == "ordinal"), None)
    total = said(draft.terms, "total")
    if ordinal is not None and total is not None and not draft.cues() & {"largest", "smallest", "big", "small"}:
        total.concepts = frozenset({"largest"})
        draft.features = draft.features - {"total"} | {"largest"}


def _spanned(draft: Draft) -> None:
    """Read `from the smallest budget to the largest`, 大きい方から小さい方へ as an order, which the first of the two says."""
    signs = [t for t in draft.terms if t.concepts & _DIRECTED]
    if len(signs) != 2 or draft.cues() & {"difference", "ratio", "total", "spread"}:
        return
    first, last = signs
    falls = [bool(t.concepts & _FALLING) for t in signs]
    gap = draft.text.folded[first.mention.end : last.mention.start]
    japanese = first.mention.surface.endswith("から")
    if falls[0] == falls[1] or not (_ONWARD.fullmatch(gap) or (japanese and not gap.strip("、, "))):
        return
    for term in draft.terms:
        if first.index < term.index <= last.index or "ge" in term.concepts:
            term.concepts = frozenset()
    first.concepts = frozenset({"descending" if falls[0] else "ascending"})
    draft.features = draft.features - _DIRECTED | first.concepts


def _sized(draft: Draft) -> None:
    """Read 規模の大きいものから as an order by budget: the scale of support has no order among programmes."""
    scale = said(draft.terms, "scale")
    if scale is None or scale.mention.surface not in ("規模", "事業規模", "scale", "size") or draft.programmes:
        return
    if draft.cues() & {"descending", "ascending", "largest", "smallest", "order"}:
        scale.concepts = frozenset({"amount"})
        draft.features = draft.features - {"scale"} | {"amount"}


def _ranked_alone(draft: Draft) -> None:
    """Read 1位はどの事業 as a place by amount: nothing else has an order here."""
    place = next((t for t in draft.terms if t.number == "ordinal" and t.mention.surface.endswith("位")), None)
    rest = frozenset(c for t in draft.terms if t is not place for c in t.concepts)
    if place is not None and "programme" in rest and rest <= {"programme", "which", "what", "yes_no", "list", "all"}:
        place.concepts |= {"largest"}
        draft.features |= {"largest"}


def _counted_off(draft: Draft) -> None:
    """Take 数えて from 小さい方から数えて二番目: it counts places, and asks for no number."""
    for before, term in pairwise(draft.terms):
        if before.concepts & {"ascending", "descending", "largest", "smallest"} and "count" in term.concepts:
            after = draft.text.folded[term.mention.start :]
            if after.startswith(("数えて", "かぞえて")):
                term.concepts = frozenset()
                draft.features.discard("count")


def _comes_last(draft: Draft) -> None:
    """Read `ranked by money, who comes last?` as asking for the smallest alone."""
    if any(t.mention.surface in _LAST for t in draft.terms):
        for term in draft.terms:
            term.concepts -= {"descending", "order", "rank"}
        draft.features -= {"descending", "order", "rank"}


def _ceiling(draft: Draft) -> None:
    """Read `max money per project?`, `the most one project can get a year` as a question of the scale of support."""
    top = next((t for t in draft.terms if t.concepts & {"largest", "most"}), None)
    unit = said(draft.terms, "per_project") or said(draft.terms, "per_year")
    if top is not None and unit is not None and not draft.cues() & {"programme", "which", "ministry", "category"}:
        top.concepts = frozenset({"scale"})
        draft.features = draft.features - {"largest", "most"} | {"scale"}


RULES: tuple[Callable[[Draft], None], ...] = (
    _numerous, _placed, _spanned, _sized, _ranked_alone, _counted_off, _comes_last, _ceiling,
)  # fmt: skip
