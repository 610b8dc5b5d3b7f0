"""Stated parts of a budget (AMED's share of it), told from the organisations that the money goes through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.reading.draft import MONEY_CUES, Draft
from assistant.reading.model import Operand
from assistant.reading.terms import CONTACT_CUES, Term


def settle_parts(draft: Draft) -> None:
    """Tell a stated part (AMED's share of a budget) from the organisation that the money goes through."""
    for term in draft.terms:
        names = [i for k, i in term.entities if k == "part"]
        if term.mention.surface in ("科研費", "kakenhi") and not (
            draft.programmes or draft.hints.programmes or any(t.number == "money" for t in draft.terms)
        ):
            term.entities = ()
            draft.features.add("unstated_part")
            continue
        if names and "program" not in term.used_by:
            _part(draft, term, names)
    for term in draft.terms:
        if "related" in term.kinds():
            draft.features.add("related_name")
            term.used_by.add("related")


def _part(draft: Draft, term: Term, names: Sequence[str]) -> None:
    """Settle one word that may name a part."""
    cues = draft.cues()
    beside = [
        t
        for t in draft.terms
        if t.number == "money"
        for a in draft.world.amounts_of(int(t.mention.value))
        if a.scope == "beside"
    ]
    if any("related" in t.kinds() for t in draft.terms):
        return
    within = cues & {"share_of", "included", "involved"} and sum(t.number == "money" for t in draft.terms) > 1
    if beside and (within or "organisation" in term.kinds() or not cues & {"confirm", "recall"}):
        return
    holders = _holders(draft, names)
    if "organisation" in term.kinds():
        alone = len(draft.programmes) != 1 and not draft.hints.programmes
        if (
            not cues & MONEY_CUES
            or (cues & {"route", "recipient"} and "how_much" not in cues)
            or (cues & {"besides", "involved", "programme"} and alone)
        ):
            return
        if alone and len(holders) > 1 and not cues & {"share_of", "component_amount"}:
            if not term.negated and not cues & {"list", "which", "total", "all", "how_many", "difference", "share"}:
                draft.ambiguous = tuple(dict.fromkeys(p for p, _ in holders))
                draft.features.add("part_name")
                term.used_by.add("part")
            return
        if term.negated and not draft.programmes:
            return
    if (draft.programmes or draft.hints.programmes) and not holders:
        draft.features.add("missing_part")
        draft.add("part", *names)
    else:
        draft.add("part", *dict.fromkeys(part for _, part in holders))
        if not draft.programmes:
            programmes = list(dict.fromkeys(p for p, _ in holders))
            if len(programmes) == 1:
                draft.filters = [f for f in draft.filters if not (f.name == "program" and not f.negated)]
                draft.programmes, draft.ambiguous = programmes, ()
                draft.add("program", *programmes)
                draft.operands.insert(0, Operand("program", programmes[0]))
            else:
                draft.ambiguous = tuple(programmes)
    draft.features.add("without_part" if term.negated else "part_name")
    term.used_by.add("part")


def _holders(draft: Draft, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return (programme, part) for the stated parts that a word such as AMED may mean, among the programmes named."""
    everywhere = sorted(draft.world.programmes("part", "*"))
    for pool in (draft.programmes, list(draft.ambiguous), list(draft.hints.programmes), everywhere):
        found: list[tuple[str, str]] = []
        for programme in pool:
            parts = [a.part for a in draft.world.amounts(programme) if a.scope == "part" and a.part]
            exact = [p for p in parts if p in names]
            near = [p for p in parts if any(p.startswith(n) for n in names)]
            found += [(programme, p) for p in (exact or near)]
        of_it = pool == list(draft.hints.programmes) and draft.cues() & {"it", "share_of", "component_amount"}
        if found or (pool and (pool is draft.programmes or of_it)):
            return found
    return []


def names_part(term: Term, part: str) -> bool:
    """Whether a term names this part."""
    return any(kind == "part" and (id_ == part or part.startswith(id_)) for kind, id_ in term.entities)


_PAID = re.compile(
    r"(?<![a-z])(?:pay|paid|pays|price|priced|cost|costs) (?:for|of) (?:the |a |an |one )?|の(?:値段|価格|単価|お値段)"
)
_SINGLE = re.compile(r"(?:single|each|per|every) $")


def _paid(draft: Draft) -> bool:
    """Whether what was paid for something is asked, rather than who pays for it."""
    asked = draft.cues() & {"what", "how_much"} and "which" not in draft.cues()
    return bool(asked or draft.language == "ja") and bool(_PAID.search(draft.text.folded))


def _priced(draft: Draft, machines: Sequence[Term]) -> bool:
    """Whether it is one machine whose price is asked for (`one scanner`, MRI 1台, `the microscope costs`)."""
    for machine in machines:
        beside = [t for t in draft.terms if 0 < abs(t.index - machine.index) <= 2]
        one = any(t.number == "count" and t.mention.value == 1 for t in beside)
        one = one or bool(_SINGLE.search(draft.text.folded[: machine.mention.start]))
        after = draft.terms[machine.index + 1 : machine.index + 2]
        paid = _paid(draft)
        if one or paid or any(t.mention.surface in ("cost", "costs", "価格", "値段") for t in after):
            return True
    return False


def settle_unstated(draft: Draft) -> None:
    """Notice what is asked of a part or thing that the source gives no figure for."""
    things = [
        t for t in draft.terms if (t.kinds() & {"topic", "equipment"} and "program" not in t.used_by) or "parties" in t.concepts
    ]
    for thing in things:
        before = draft.terms[thing.index - 1] if thing.index else None
        if before is not None and "how_many" in before.concepts and before.mention.surface.isascii():
            draft.unknowns.append("quantity")
    for before, term in pairwise(draft.terms):
        people = "how_many" in before.concepts and before.mention.surface.isascii() and "program" in term.kinds()
        noun = any("programme" in t.concepts for t in draft.terms[term.index + 1 : term.index + 2])
        if people and term.mention.surface.endswith("s") and not noun:
            draft.unknowns.append("quantity")
    if (
        draft.features & {"share", "ratio"}
        and any("parties" in t.concepts for t in draft.terms)
        and not any(f.name == "part" for f in draft.filters)
    ):
        draft.features.add("unstated_part")
    machines = [t for t in draft.terms if t.kinds() == {"equipment"}]
    money = draft.cues() & {"how_much", "amount"} or _paid(draft)
    bought = money and not draft.cues() & {"programme", "involved", "which"} and "named_program" not in draft.features
    if machines and (bought or (money and _priced(draft, machines))):
        draft.unknowns.append("unit_price")
    portions = [
        t for t in draft.terms if t.kinds() & {"topic", "equipment", "division", "bureau"} and "program" not in t.used_by
    ]
    divisions = [t for t in portions if t.kinds() & {"division", "bureau"}]
    if divisions and "named_program" in draft.features and not draft.cues() & CONTACT_CUES and "how_much" in draft.cues():
        draft.features.add("unstated_part")
    shared_out = draft.cues() & {"organisation"} and draft.cues() & {"each", "group_by"} and draft.cues() & MONEY_CUES
    ours = [*draft.programmes, *(draft.hints.programmes if not draft.filters else ())]
    if shared_out and ours and not any(a.scope == "part" for p in ours for a in draft.world.amounts(p)):
        draft.features.add("unstated_part")
    of_all = "share" in draft.features and draft.cues() & {"all", "total"}
    if draft.features & {"share_of", "share"} and draft.features & {"named_program", "money_whole"} and portions and not of_all:
        draft.features.add("unstated_part")
