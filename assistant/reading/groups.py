"""Ministries, categories and organisations: conditions, sides of a comparison, or mere descriptions of a programme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.reading.draft import SIMPLE_FILTERS, Draft
from assistant.reading.model import Filter, Operand
from assistant.reading.terms import Term, between
from assistant.reading.text import is_japanese


def settle_groups(draft: Draft) -> None:
    """Take ministries, categories and organisations as conditions and as sides of a comparison."""
    _which_project(draft)
    for term in draft.terms:
        if term.used_by & {"part", "division", "bureau", "program", "topic"}:
            continue
        for kind in SIMPLE_FILTERS:
            ids = [i for k, i in term.entities if k == kind]
            if not ids:
                continue
            if kind == "payee":
                ids = list(dict.fromkeys(name for i in ids for name in (i, *draft.world.payees(i))))
            if kind == "ministry" and _sole_programme(draft, term, ids[0]):
                break
            if _describes_programme(draft, term, kind, ids):
                term.used_by.add("description")
                break
            if (
                kind == "organisation"
                and (draft.programmes or draft.hints.programmes)
                and not term.negated
                and (
                    draft.cues() & {"how_much"}
                    or ("amount" in draft.cues() and _is_given(draft, term))
                    or ("share" in draft.cues() and not draft.cues() & {"all", "total"})
                    or ("amount" in draft.cues() and _is_portion(draft, term))
                    or (draft.hints.programmes and _is_portion(draft, term))
                )
                and (
                    draft.cues() & {"share", "share_of", "among_them", "each", "group_by", "it"}
                    or _is_asked(draft, term)
                    or _is_given(draft, term)
                )
            ):
                draft.features |= {"missing_part", "part_name"}
                draft.add("part", *ids)
                term.used_by.add("part")
                break
            if kind == "category" and _counted_in(draft, term):
                term.used_by.add("regardless")
                break
            following = draft.terms[term.index + 1 : term.index + 2]
            if kind == "category" and any("group_by" in t.concepts for t in following):
                draft.features.add("category")
            draft.add(kind, *ids, negated=term.negated)
            term.used_by.add(kind)
            draft.features.add(f"{kind}_name")
            if not term.negated and kind != "organisation":
                draft.operands += [Operand(kind, i) for i in ids if Operand(kind, i) not in draft.operands]
            break
    _join_categories(draft)
    _settle_minus(draft)
    _order_operands(draft)


def _order_operands(draft: Draft) -> None:
    """Keep the sides of a comparison, in the order in which they are said; a ministry's category is one set, not two."""
    if "share" not in draft.features:
        named = set(draft.programmes)
        draft.operands = [o for o in draft.operands if o.kind == "program" or not named & draft.world.programmes(o.kind, o.id)]
    _their_fund(draft)
    compares = draft.cues() & {"difference", "ratio", "share", "or"}
    if {o.kind for o in draft.operands} == {"ministry", "category"} and not compares:
        draft.operands = []
    order = {(k, i): t.index for t in reversed(draft.terms) for k, i in t.entities}
    for term in reversed(draft.terms):
        for kind, id_ in term.entities if "topic" in term.used_by else ():
            order |= {("program", p): term.index for p in draft.world.programmes(kind, id_) if ("program", p) not in order}
    draft.operands.sort(key=lambda o: order.get((o.kind, o.id), 0))


def _their_fund(draft: Draft) -> None:
    """Take `METI's fund` in a comparison for the one programme that is both."""
    if not draft.cues() & {"difference", "ratio"} or draft.programmes:
        return
    for first, second in pairwise(draft.terms):
        ministry = next((i for k, i in first.entities if k == "ministry"), None)
        category = next((i for k, i in second.entities if k == "category"), None)
        beside = between(draft.text, first, second).strip() in ("", "s", "の")
        if ministry is None or category is None or not beside or first.negated or second.negated:
            continue
        both = draft.world.programmes("ministry", ministry) & draft.world.programmes("category", category)
        if len(both) != 1:
            continue
        name = next(iter(both))
        gone = {("ministry", ministry), ("category", category)}
        draft.programmes = [name]
        draft.filters = [f for f in draft.filters if not any((f.name, v) in gone for v in f.values)]
        draft.operands = [o for o in draft.operands if (o.kind, o.id) not in gone]
        draft.add("program", name)
        draft.operands.append(Operand("program", name))
        first.entities = (*first.entities, ("program", name))
        draft.features.add("named_program")


def _settle_minus(draft: Draft) -> None:
    """Read `PJ1 minus PJ4` as a difference: what is taken away is no part of what it is taken from."""
    apart = [str(v) for f in draft.filters if f.name == "program" and f.negated for v in f.values]
    sets = [f for f in draft.filters if f.name in ("ministry", "category") and not f.negated]
    if apart and sets:
        held = frozenset.intersection(*(draft.world.programmes(f.name, str(v)) for f in sets for v in f.values[:1]))
        if not held & set(apart):
            draft.features.add("apart")
    for kind in ("ministry", "category"):
        kept = [str(v) for f in draft.filters if f.name == kind and not f.negated for v in f.values]
        gone = [str(v) for f in draft.filters if f.name == kind and f.negated for v in f.values]
        if len(kept) != 1 or len(gone) != 1 or "difference" not in draft.features:
            continue
        if not draft.world.programmes(kind, kept[0]) & draft.world.programmes(kind, gone[0]):
            draft.filters = [f for f in draft.filters if f.name != kind]
            draft.operands = [Operand(kind, kept[0]), Operand(kind, gone[0])]
            draft.add(kind, kept[0], gone[0])
            draft.features = draft.features - {"total", "except"} | {"operands"}
            for term in draft.terms:
                if term.concepts & {"total", "difference"}:
                    term.concepts = term.concepts & {"difference"}
                    term.used_by.discard("negation")


_IN_TOO = re.compile(
    r"(?:の?(?:事業|分))?(?:も|を)?(?:込み|込めて|含め|入れて|加えて)|(?: programmes?| projects?)? (?:included|too)(?![a-z])"
)
_INCLUDING = re.compile(r"(?:including|counting|with) (?:the |also )?$")


def _counted_in(draft: Draft, term: Term) -> bool:
    """Whether a category is named only to be counted in with the rest (基金も込みで, `including the funds`)."""
    groups = any(t is not term and t.kinds() & {"ministry"} for t in draft.terms) or draft.cues() & {"all"}
    folded = draft.text.folded
    including = _INCLUDING.search(folded[: term.mention.start]) or _IN_TOO.match(folded, term.mention.end)
    return bool(groups and including and not term.negated) and "ないで" not in folded[term.mention.end : term.mention.end + 8]


_NUMBER_ASKED = re.compile(r"[のは]?(?:いくつ|何番|なんばん|何$)")


def _which_project(draft: Draft) -> None:
    """Read a bare `PJは？` of one programme, and `PJ number`, as a question of its category."""
    for first, second in pairwise(draft.terms):
        if ("category", "pj") in first.entities and "what_number" in second.concepts:
            second.concepts = frozenset({"category"})
            draft.features = draft.features - {"what_number"} | {"category"}
    for term in draft.terms:
        after = draft.text.folded[term.mention.end :].strip("?")
        bare = term.mention.surface == "pj" and (after in ("は", "", "はなに") or _NUMBER_ASKED.match(after))
        if bare and (draft.programmes or draft.hints.programmes):
            term.entities, term.concepts = (), frozenset({"category"})
            draft.features.add("category")


def _is_portion(draft: Draft, term: Term) -> bool:
    """Whether an agency is named for its portion (NEDO分, NEDOの分)."""
    following = draft.terms[term.index + 1 : term.index + 2]
    return any(t.mention.surface in ("分", "の分", "取り分", "portion", "part", "slice", "cut") for t in following)


_GIVEN = re.compile(r"(?:に|へ|には|へは)(?:行|い|配|渡|回|流|つ|付|出|入|来|支|振)")


_GIVEN_TO = re.compile(
    r"(?<![a-z])(?:(?:goes|go|going|went|given|paid|allocated|handed|flows?|sent) to|how much of .{2,60} is)(?: the)? $"
)


def _is_given(draft: Draft, term: Term) -> bool:
    """Whether it is what an agency is given that is asked (NEDOに配られる額は)."""
    folded = draft.text.folded
    return bool(_GIVEN.match(folded, term.mention.end) or _GIVEN_TO.search(folded[: term.mention.start]))


def _is_asked(draft: Draft, term: Term) -> bool:
    """Whether `how much` is asked of an organisation itself (`how much does NEDO handle`, NEDOはいくら)."""
    step = -1 if term.mention.surface.isascii() and not is_japanese(draft.text.folded[-1:]) else 1
    for index in (term.index + step, term.index + 2 * step):
        if not 0 <= index < len(draft.terms):
            return False
        other = draft.terms[index]
        if "how_much" in other.concepts:
            return True
        if not other.concepts & {"yes_no", "component_amount", "share_of"}:
            return False
    return False


def _describes_programme(draft: Draft, term: Term, kind: str, ids: Sequence[str]) -> bool:
    """Whether a group beside a programme only describes it (創薬ベンチャー基金, MEXT's brain programme)."""
    if term.negated and kind != "category":
        return False
    for step in (-1, 1):
        index = term.index + step
        if not 0 <= index < len(draft.terms):
            continue
        other = draft.terms[index]
        first, second = (other, term) if step < 0 else (term, other)
        gap = between(draft.text, first, second).strip()
        allowed = ("", "の") if step > 0 or kind == "category" else ("",)
        if step < 0 and kind != "category":
            continue
        taken = [str(v) for f in draft.filters if f.name == "program" and f.negated for v in f.values]
        known = [*draft.programmes, *taken]
        named = {p for p in known if ("program", p) in other.entities or "topic" in other.used_by}
        if gap in allowed and any(p in draft.world.programmes(kind, i) for p in named for i in ids):
            if not gap and draft.cues() & {"all", "total", "document"}:
                return "category" not in draft.cues()
            return not draft.cues() & ({"share"} if gap else {"share", "category"})
    return False


def _join_categories(draft: Draft) -> None:
    """Take all the integrated projects, or a project beside its parent, as the one category that they make up."""
    for index, filter_ in enumerate(draft.filters):
        if filter_.name != "category" or filter_.negated or len(filter_.values) < 2:
            continue
        members = {str(v): draft.world.programmes("category", str(v)) for v in filter_.values}
        parent = next((p for p in ("pj",) if p in members), "pj")
        whole = draft.world.programmes("category", parent)
        children = [v for v in members if v != parent and members[v] <= whole]
        if frozenset().union(*(members[v] for v in children)) == whole or (
            parent in members and children and len(children) > 1
        ):
            kept = tuple(v for v in filter_.values if v not in children and v != parent)
            draft.filters[index] = Filter("category", (*kept, parent))
            draft.operands = [o for o in draft.operands if o.kind != "category" or o.id not in (*children, parent)]
            draft.operands.append(Operand("category", parent))


_BESIDE = frozenset(
    {"difference", "ratio", "total", "gt", "lt", "more", "less", "big", "small", "or", "share", "which", "also"}
)
"""What sets two programmes side by side, so that a ministry may stand for its only one."""


_PREDICATE = re.compile(r"(?:です|でしょう|だよね|だっけ|なの|なん|じゃ|では)|[?？]*$")
"""After 内閣府の事業: it is said of the programme that was spoken of, not asked about."""


def _sole_programme(draft: Draft, term: Term, ministry: str) -> bool:
    """Read `the Cabinet Office programme` beside another programme as the one that the ministry has."""
    following = draft.terms[term.index + 1] if term.index + 1 < len(draft.terms) else None
    members = draft.world.programmes("ministry", ministry)
    if following is None or len(members) != 1 or not (following.concepts & {"programme"} or following.number == "count"):
        return False
    before = draft.terms[term.index - 1 : term.index] if term.index else []
    if any(t.concepts & {"which", "largest", "smallest"} and t.mention.surface.isascii() for t in before):
        return False
    if draft.hints.programmes and _PREDICATE.match(draft.text.folded, following.mention.end):
        return False
    compared = draft.cues() & _BESIDE or draft.text.folded[: term.mention.start].endswith(("と", "and "))
    confirms = draft.cues() & {"yes_no", "confirm", "recall"} and draft.programmes and not compared
    if confirms or (not draft.programmes and not _stands_for(draft, following)):
        return False
    sole = next(iter(members))
    if sole in draft.programmes:
        return False
    draft.programmes = [sole, *draft.programmes]
    draft.add("program", sole)
    draft.operands.insert(0, Operand("program", sole))
    draft.features.add("named_program")
    term.entities = (*term.entities, ("program", sole))
    term.used_by.add("program")
    return True


def _stands_for(draft: Draft, noun: Term) -> bool:
    """Whether the noun after a ministry can stand for its only programme where no other programme is named."""
    cues, surface = draft.cues(), noun.mention.surface
    confirms = cues & {"yes_no", "confirm", "recall"}
    if surface == "事業":
        counted = any(t.number == "count" for t in draft.terms)
        return bool(confirms) and not counted and not cues & {"how_many", "count", "which", "list"}
    if surface in ("one", "ones"):
        return bool(cues & {"difference", "gt", "lt", "more", "less"} or (confirms and cues & {"largest", "smallest"}))
    return surface in ("programme", "program", "project", "scheme")
