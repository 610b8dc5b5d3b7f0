"""The sides of a comparison or a sum, and the whole that a share is taken of."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.reading.draft import SIMPLE_FILTERS, Draft
from assistant.reading.model import Filter, Operand
from assistant.reading.terms import between

_FITS = re.compile(r"(?<![a-z])(?:fits?|goes?) (?:in|into|inside|within)(?![a-z])")


def settle_ratio(draft: Draft) -> None:
    """Turn `how many times A is B` round: English asks for B measured by A."""
    cue = next((t for t in draft.terms if "ratio" in t.concepts and t.mention.surface.isascii()), None)
    named = [t for t in draft.terms if t.used_by & {"part", "program", "ministry", "category"}]
    if cue is None or len(named) < 2 or named[0].index < cue.index:
        return
    verb = [t for t in draft.terms[cue.index + 1 : named[1].index] if "yes_no" in t.concepts]
    fits = _FITS.search(draft.text.folded, named[0].mention.end)
    if not fits and (not verb or verb[0].index < named[0].index):
        return
    draft.operands.reverse()
    draft.filters = [Filter(f.name, tuple(reversed(f.values)), f.negated) if f.name == "part" else f for f in draft.filters]


def settle_pair(draft: Draft) -> None:
    """Compare the two programmes of a set of two (経産省の2事業の差)."""
    if not draft.cues() & {"difference", "ratio"} or draft.programmes or len(draft.operands) > 1:
        return
    usable = [f for f in draft.filters if f.name in SIMPLE_FILTERS]
    if len(usable) != 1 or usable[0].negated or len(draft.filters) != 1:
        return
    if not any(t.number == "count" and t.mention.value == 2 for t in draft.terms):
        return
    members = frozenset().union(*(draft.world.programmes(usable[0].name, str(v)) for v in usable[0].values))
    if len(members) == 2:
        draft.operands = [Operand("program", p) for p in sorted(members)]


def settle_than(draft: Draft) -> None:
    """Put first what a Japanese comparison is about (`脳より全ゲノムの方が多い` is about 全ゲノム)."""
    if len(draft.operands) != 2:
        return
    first = next((t for t in draft.terms if (draft.operands[0].kind, draft.operands[0].id) in t.entities), None)
    if first is not None and draft.text.folded.startswith(("より", "に比べ", "と比べ", "よりも"), first.mention.end):
        after = draft.terms[first.index + 1 : first.index + 2]
        if after and after[0].entities:
            draft.operands.reverse()
    cues = draft.cues()
    asks = cues & {"yes_no", "confirm", "recall"} and not cues & {
        "how_much",
        "which",
        "what",
        "how_many",
        "difference",
        "ratio",
    }
    if asks and "より" in draft.text.folded and not cues & {"gt", "lt", "ge", "le", "less", "small", "share"}:
        draft.features |= {"difference", "more"}


def settle_sum(draft: Draft) -> None:
    """Take a plus sign between programmes, ministries or categories as their total."""
    named = [t for t in draft.terms if t.used_by & {"program", "ministry", "category"}]
    if any("+" in between(draft.text, first, second) for first, second in pairwise(named)):
        draft.features.add("total")
    said = [t for t in draft.terms if t in named or "programme" not in t.concepts]
    for first, plus, second in zip(said, said[1:], said[2:], strict=False):
        if plus.mention.surface in ("plus", "ぷらす", "足す", "たす") and first in named and second in named:
            draft.features.add("total")
            plus.concepts = frozenset({"total"})


_JOINED = re.compile(r" ?(?:と|,|、|および|及び|and|&|\+)(?: the)? ?")


def _taken_together(draft: Draft) -> bool:
    """Whether programmes joined by `and` have a share of everything (脳と全ゲノムで全体の何％)."""
    if not draft.cues() & {"all", "total"} or {o.kind for o in draft.operands} != {"program"}:
        return False
    named = [t for t in draft.terms if "program" in t.kinds()]
    nouns = {t.index for t in draft.terms if "programme" in t.concepts}
    for first, second in pairwise(named):
        before = draft.terms[second.index - 1] if second.index - 1 in nouns else first
        if second.index - before.index != 1 or not _JOINED.fullmatch(between(draft.text, before, second)):
            return False
    return True


def settle_whole(draft: Draft) -> None:
    """Find the set that a share is taken of: the one that holds the other, or the one marked so (のうち, に占める, of)."""
    if "share" not in draft.features or len(draft.operands) < 2:
        return
    if _taken_together(draft):
        draft.operands = []
        return
    sets = [(o, draft.world.programmes(o.kind, o.id) if o.kind != "program" else frozenset({o.id})) for o in draft.operands]
    for operand, members in sets:
        rest = [m for o, m in sets if o != operand]
        if all(m < members for m in rest):
            _take_whole(draft, operand)
            draft.filters = _dropped(draft.filters, operand)
            return
    for term in draft.terms:
        ids = [o for o in draft.operands if (o.kind, o.id) in term.entities]
        following = draft.terms[term.index + 1] if term.index + 1 < len(draft.terms) else None
        if not ids or following is None:
            continue
        gap = between(draft.text, term, following)
        if (
            following.concepts & {"share_of"}
            or (following.concepts & {"share"} and gap.startswith(("に", "の")))
            or "に対" in gap
        ):
            _take_whole(draft, ids[0])
            return
    last = draft.operands[-1]
    _take_whole(draft, last)
    if last.kind == "program":
        draft.filters = _dropped(draft.filters, last)


def _dropped(filters: list[Filter], operand: Operand) -> list[Filter]:
    """Return the conditions without one operand."""
    out: list[Filter] = []
    for filter_ in filters:
        if filter_.name != operand.kind or filter_.negated:
            out.append(filter_)
        elif len(filter_.values) > 1:
            out.append(Filter(filter_.name, tuple(v for v in filter_.values if v != operand.id)))
    return out


def _take_whole(draft: Draft, operand: Operand) -> None:
    """Make an operand the whole that a share is taken of."""
    draft.whole = [Filter(operand.kind, (operand.id,))]
    draft.operands = [o for o in draft.operands if o != operand]
