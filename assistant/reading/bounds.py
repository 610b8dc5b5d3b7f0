"""Amounts and counts with the bound that stands beside them (`以上`, `under`), ranges, and what of their edges is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.reading.terms import BOUNDS, Term, between
from assistant.reading.text import Text

OPPOSITE = {"ge": "lt", "lt": "ge", "gt": "le", "le": "gt"}
_STRICT = {"and under": "lt", "and below": "lt", "and over": "gt", "and above": "gt"}
"""What includes the amount that it follows (`5 billion and under`) leaves out the one that it stands before."""
SIGNS = "<>≤≥"
"""They stand before their amount in any language."""


def settle_bounds(text: Text, terms: list[Term]) -> None:
    """Give amounts and counts the bound that stands beside them, and pairs of amounts the range they make."""
    amounts = [t for t in terms if t.number in ("money", "count", "percent") and not _pronoun(text, terms, t)]
    for term in amounts:
        for sign, gap in _neighbours(text, terms, term):
            found = next((b for b in BOUNDS if b in sign.concepts), None)
            if found and len(gap) <= 12 and not sign.used_by & {"bound"}:
                found = _STRICT.get(sign.mention.surface, found) if sign.index < term.index else found
                term.bound = OPPOSITE[found] if _denied(text, terms, sign) or _is_not(text, terms, sign) else found
                sign.used_by.add("bound")
                break
            direction = sign.concepts & {"big", "small", "more", "less"}
            if direction and ("より" in gap or "than" in gap):
                term.bound = "gt" if direction & {"big", "more"} else "lt"
                sign.used_by.add("bound")
                break
    money = [t for t in terms if t.number == "money"]
    for term in money:
        if term.bound:
            _settle_edge(text, terms, term)
    for first, second in pairwise(money):
        gap = text.folded[first.mention.end : second.mention.start]
        marks = [t for t in terms if "between" in t.concepts and t.index < second.index]
        spans = gap.strip() in ("to", "up to", "through") and first.bound in (None, "ge")
        if marks or "~" in gap or spans or (second.bound == "le" and "から" in gap):
            exclusive = second.bound == "lt"
            first.bound, second.bound = first.bound or "ge", "lt" if exclusive else "le"
            for mark in marks:
                mark.used_by.add("bound")
    _leave_ends_out(terms, money)


def _settle_edge(text: Text, terms: list[Term], term: Term) -> None:
    """Let what is said of exactly the bound (`40億円ちょうどは除く`) decide whether it is included; it says nothing else."""
    same = [t for t in terms if t is not term and t.number == "money" and t.mention.value == term.mention.value]
    edge = next((t for t in same if t.bound is None and _exact(text, terms, t)), None)
    if edge is None or term.bound is None:
        return
    signs = [t for t in terms if 0 < abs(t.index - edge.index) <= 3 and t is not term and t.concepts & _EDGE_SIGNS]
    if not signs or any("bound" in t.used_by for t in signs):
        return
    out = any(t.concepts & {"except", "not"} for t in signs)
    term.bound = {"ge": "gt", "gt": "gt", "le": "lt", "lt": "lt"}[term.bound] if out else f"{term.bound[0]}e"
    for sign in signs:
        sign.used_by.add("bound")
        sign.concepts = frozenset()
    edge.used_by.add("bound")


def _leave_ends_out(terms: list[Term], money: list[Term]) -> None:
    """Make the bounds strict where it is said that neither end is included."""
    signs = [t for t in terms if "exclusive" in t.concepts]
    if not signs:
        return
    for term in money:
        term.bound = {"ge": "gt", "le": "lt"}.get(term.bound or "", term.bound)
    for sign in signs:
        sign.used_by.add("bound")


_EDGE_SIGNS = frozenset({"except", "not", "included", "inclusive"})


def _exact(text: Text, terms: list[Term], term: Term) -> bool:
    """Whether an amount is said to be meant exactly."""
    beside = [t for t in terms if abs(t.index - term.index) == 1 and "exact" in t.concepts]
    after, before = text.folded[term.mention.end :].lstrip(), text.folded[: term.mention.start].rstrip()
    words = ("ちょうど", "丁度", "きっかり", "じゃすと", "exactly", "itself", "sharp")
    return bool(beside) or after.startswith(words) or before.endswith(words)


def _denied(text: Text, terms: list[Term], sign: Term) -> bool:
    """Whether `not` stands right before an English bound (`are not below`); it is used up by turning the bound round."""
    before = terms[sign.index - 1] if sign.index else None
    if before is None or "not" not in before.concepts or before.used_by or between(text, before, sign).strip():
        return False
    if not (before.mention.surface.isascii() and sign.mention.surface.isascii()):
        return False
    before.used_by.add("bound")
    return True


def _is_not(text: Text, terms: list[Term], sign: Term) -> bool:
    """Whether ではない stands right after a Japanese bound and before what it describes (40億円未満ではない事業)."""
    after, noun = [*terms[sign.index + 1 : sign.index + 3], None, None][:2]
    if after is None or "not" not in after.concepts or after.used_by or between(text, sign, after).strip():
        return False
    described = (
        noun is not None and noun.concepts & {"programme", "list", "count"} and not between(text, after, noun).strip("の ")
    )
    if not described or not after.mention.surface.startswith(("では", "じゃ", "でない")):
        return False
    after.used_by.add("bound")
    return True


def _pronoun(text: Text, terms: list[Term], term: Term) -> bool:
    """Whether a count is the `one` after a name (`the life science one`)."""
    before = terms[term.index - 1] if term.index else None
    one = term.number == "count" and term.mention.surface == "one"
    return one and before is not None and bool(before.entities) and not between(text, before, term).strip()


def _neighbours(text: Text, terms: list[Term], term: Term) -> Iterator[tuple[Term, str]]:
    """Yield the terms that may bound an amount, with the characters between; only English bounds may stand before it."""
    following = terms[term.index + 1 : term.index + 4]
    for after in following:
        if after.entities or (after.number and after.number != "money"):
            break
        gap = between(text, term, after).strip()
        if _leads(text, terms, after):
            break
        if (after.mention.surface.isascii() or after.mention.surface in SIGNS) and not _trails(after):
            break
        yield after, gap
        if not after.concepts & {"about", "programme", "yen"}:
            break
    for before in reversed(terms[max(0, term.index - 2) : term.index]):
        if not before.mention.surface.isascii() and before.mention.surface not in SIGNS:
            break
        yield before, between(text, before, term).strip()
        if not before.concepts & {"about", "amount"}:
            break


def _leads(text: Text, terms: list[Term], sign: Term) -> bool:
    """Whether a bound that might stand after an amount stands right before the next (`over 1 and under 2 billion`)."""
    following = terms[sign.index + 1 : sign.index + 2]
    near = any(t.number in ("money", "count", "percent") and not between(text, sign, t).strip() for t in following)
    return near and sign.mention.surface.isascii() and sign.mention.surface not in SIGNS


def _trails(term: Term) -> bool:
    """Whether an English bound stands after its amount (`or more`, `and below`)."""
    return term.mention.surface.startswith(("or ", "and ")) or "inclusive" in term.concepts
