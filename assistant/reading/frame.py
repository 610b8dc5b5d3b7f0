"""From terms to a frame: which programmes are meant, what is asked of them, and what the question takes for granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.reading.model import Filter, Frame, Mention, Operand
from assistant.reading.terms import BOUNDS, CONTACT_CUES, FIELDS, Term, between, make_terms, settle_bounds, settle_negation
from assistant.reading.text import Text
from assistant.reading.world import World

MONEY_CUES = frozenset(
    {"how_much", "amount", "share_of", "share", "total", "component_amount", "difference", "more", "less", "remainder"}
)
UNITS = {"in_million": "million", "in_oku": "oku", "in_billion": "billion", "exact": "yen", "in_thousand": "thousand", "in_trillion": "trillion"}
SIMPLE_FILTERS = ("ministry", "category", "organisation")
OPERAND_KINDS = ("program", "ministry", "category")


@dataclass(frozen=True, slots=True)
class Hints:
    """What an earlier turn brings: what was asked then (for words with several senses), and of which programmes."""

    features: frozenset[str] = frozenset()
    programmes: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A frame while it is being made."""

    text: Text
    terms: list[Term]
    language: str
    world: World
    hints: Hints
    features: set[str] = field(default_factory=set)
    filters: list[Filter] = field(default_factory=list)
    operands: list[Operand] = field(default_factory=list)
    premises: list[tuple[str, str | int]] = field(default_factory=list)
    unknowns: list[str] = field(default_factory=list)
    ordinals: tuple[int, ...] = ()
    count: int | None = None
    extensions: list[str] = field(default_factory=list)
    ambiguous: tuple[str, ...] = ()
    programmes: list[str] = field(default_factory=list)
    whole: list[Filter] = field(default_factory=list)

    def add(self, name: str, *values: str | int, negated: bool = False) -> None:
        """Add a filter, joining values of one name and polarity."""
        for index, existing in enumerate(self.filters):
            if existing.name == name and existing.negated == negated:
                merged = existing.values + tuple(v for v in values if v not in existing.values)
                self.filters[index] = Filter(name, merged, negated)
                return
        self.filters.append(Filter(name, tuple(values), negated))

    def cues(self) -> frozenset[str]:
        """Return every concept of the question, with those that a follow-up brings along."""
        return frozenset(c for t in self.terms for c in t.concepts) | self.hints.features


def make_frame(
    text: Text, mentions: Sequence[Mention], language: str, world: World, hints: Hints | None = None
) -> tuple[Frame, list[Term]]:
    """Return the frame of an explained question, and its terms (which say what each part was taken for).

    `hints` are what an earlier turn brings, for the sense of words that have several.
    """
    terms = make_terms(mentions)
    settle_negation(text, terms, language)
    settle_bounds(text, terms, language)
    absent = any("absence" in t.used_by for t in terms)
    draft = Draft(text, terms, language, world, hints or Hints())
    _concepts(draft)
    _programmes(draft)
    _described(draft)
    _contacts(draft)
    _parts(draft)
    _groups(draft)
    _relative_bounds(draft)
    _numbers(draft)
    _printed(draft)
    _whole(draft)
    _slots(draft)
    if draft.count is None and draft.features & {"largest", "smallest"}:
        draft.count = next((n for t in terms for w, n in (("two", 2), ("three", 3), ("four", 4)) if t.concepts & {"those"} and w in t.mention.surface), None)
    _unstated(draft)
    if absent:
        draft.features.add("absent")
    frame = Frame(
        features=frozenset(draft.features),
        filters=tuple(draft.filters),
        operands=tuple(draft.operands),
        whole=tuple(draft.whole),
        count=draft.count,
        ordinals=draft.ordinals,
        extensions=tuple(draft.extensions),
        premises=tuple(draft.premises),
        unknowns=tuple(draft.unknowns),
        units=next((UNITS[c] for t in terms for c in sorted(t.concepts) if c in UNITS), None),
        ambiguous=draft.ambiguous,
    )
    return frame, terms


VAGUE_BOUNDS = frozenset(
    {"over", "under", "above", "below", "from", "beyond", "beneath", "まで", "から", "up to", "切る", "間", "以内", "short of", "収まる", "に収まる", "収まっている"}
)
"""Bounds that are bounds only beside an amount."""


def _concepts(draft: Draft) -> None:
    """Take over the concepts as features, and the known unknowns apart."""
    for term in draft.terms:
        if term.mention.surface in VAGUE_BOUNDS and "bound" not in term.used_by:
            term.concepts = term.concepts - {*BOUNDS, "between"}
        for concept in term.concepts:
            if concept.startswith("unknown:"):
                draft.unknowns.append(concept.removeprefix("unknown:"))
                draft.features.add(concept.removeprefix("unknown:"))
            else:
                draft.features.add(concept)


def _programmes(draft: Draft) -> None:
    """Settle which programmes the question names, by name or by topic."""
    named: list[str] = []
    topics: list[tuple[Term, frozenset[str]]] = []
    contact = bool(draft.cues() & CONTACT_CUES)
    for term in draft.terms:
        programmes = [i for k, i in term.entities if k == "program"]
        if term.kinds() & {"bureau", "division"} and (contact or not term.kinds() & {"program", "topic", "equipment"}):
            continue
        if len(programmes) == 1:
            if term.negated:
                draft.add("program", programmes[0], negated=True)
            elif programmes[0] not in named:
                named.append(programmes[0])
            term.used_by.add("program")
        elif programmes or term.kinds() & {"topic", "equipment"}:
            targets: set[str] = set(programmes)
            for kind, id_ in term.entities:
                if kind in ("topic", "equipment"):
                    targets |= draft.world.programmes(kind, id_)
            topics.append((term, frozenset(targets)))
            term.used_by.add("topic")
    if named:
        draft.features.add("named_program")
    _topics(draft, named, topics)
    draft.programmes = named
    if named:
        draft.add("program", *named)
    for name in named:
        draft.operands.append(Operand("program", name))


def _topics(draft: Draft, named: list[str], topics: list[tuple[Term, frozenset[str]]]) -> None:
    """Let topic words support the named programmes, find one, or stand for several."""
    open_sets: list[frozenset[str]] = []
    for term, targets in topics:
        if term.negated:
            draft.add("program", *sorted(targets), negated=True)
        elif named and targets & set(named):
            continue
        else:
            open_sets.append(targets)
            if not draft.features & {"topic"}:
                draft.features.add("topic")
    if not open_sets:
        return
    joined = frozenset.intersection(*open_sets)
    if len(joined) == 1:
        name = next(iter(joined))
        if name not in named:
            named.append(name)
        draft.features.add("topic")
    elif joined:
        draft.ambiguous = tuple(sorted(joined))
        if not named:
            draft.add("program", *sorted(joined))
    elif all(len(s) == 1 for s in open_sets):
        named += [n for s in open_sets for n in s if n not in named]
    else:
        draft.features.add("mismatch")


def _described(draft: Draft) -> None:
    """Take `クライオ電顕の機器` as a description of the programme where something else is asked of it."""
    for before, term in zip(draft.terms, draft.terms[1:], strict=False):
        beside = "topic" in before.used_by and between(draft.text, before, term) in ("の", "")
        if beside and "equipment" in term.concepts and any(t.concepts & FIELDS - {"equipment"} for t in draft.terms if t is not term):
            term.used_by.add("description")
            term.concepts = term.concepts - {"equipment"}
            draft.features.discard("equipment")


def _contacts(draft: Draft) -> None:
    """Take bureaux and divisions as conditions on contacts (and so on the programmes they answer for)."""
    contact = bool(draft.cues() & CONTACT_CUES)
    for term in draft.terms:
        if "program" in term.used_by or "topic" in term.used_by:
            continue
        for kind in ("division", "bureau"):
            names = [i for k, i in term.entities if k == kind]
            if names:
                if contact or not term.kinds() & {"organisation", "ministry"}:
                    draft.add(kind, *names, negated=term.negated)
                    draft.features.add(f"{kind}_name")
                    term.used_by.add(kind)
                break


def _parts(draft: Draft) -> None:
    """Tell a stated part (AMED's share of a budget) from the organisation that the money goes through."""
    for term in draft.terms:
        names = [i for k, i in term.entities if k == "part"]
        if names and "program" not in term.used_by:
            _part(draft, term, names)
    for term in draft.terms:
        if "related" in term.kinds():
            draft.features.add("related_name")
            term.used_by.add("related")


def _part(draft: Draft, term: Term, names: Sequence[str]) -> None:
    """Settle one word that may name a part."""
    cues = draft.cues()
    holders = _holders(draft, names)
    if "organisation" in term.kinds():
        alone = len(draft.programmes) != 1 and not draft.hints.programmes
        if not cues & MONEY_CUES or cues & {"route", "recipient"} or cues & {"besides", "involved", "programme"} and alone:
            return
        if alone and len(holders) > 1 and not cues & {"share_of", "component_amount"}:
            return
        if term.negated and not draft.programmes:
            return
    if draft.programmes and not holders:
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
        if found or (pool and pool is draft.programmes):
            return found
    return []


def _groups(draft: Draft) -> None:
    """Take ministries, categories and organisations as conditions and as sides of a comparison."""
    for term in draft.terms:
        if term.used_by & {"part", "division", "bureau", "program", "topic"}:
            continue
        for kind in SIMPLE_FILTERS:
            ids = [i for k, i in term.entities if k == kind]
            if not ids:
                continue
            if kind == "ministry" and _sole_programme(draft, term, ids[0]):
                break
            if _describes_programme(draft, term, kind, ids):
                term.used_by.add("description")
                break
            if kind == "organisation" and draft.programmes and not term.negated and "how_much" in draft.cues() and draft.cues() & {"share_of", "each", "group_by"}:
                draft.features |= {"missing_part", "part_name"}
                draft.add("part", *ids)
                term.used_by.add("part")
                break
            draft.add(kind, *ids, negated=term.negated)
            term.used_by.add(kind)
            draft.features.add(f"{kind}_name")
            if not term.negated and kind != "organisation":
                draft.operands += [Operand(kind, i) for i in ids if Operand(kind, i) not in draft.operands]
            break
    _join_categories(draft)
    if "share" not in draft.features:
        named = set(draft.programmes)
        draft.operands = [o for o in draft.operands if o.kind == "program" or not named & draft.world.programmes(o.kind, o.id)]
    order = {(k, i): t.index for t in reversed(draft.terms) for k, i in t.entities}
    draft.operands.sort(key=lambda o: order.get((o.kind, o.id), 0))


def _describes_programme(draft: Draft, term: Term, kind: str, ids: Sequence[str]) -> bool:
    """Whether a group beside a programme only describes it (創薬ベンチャー基金, MEXT's brain programme, 文科省の国際共同研究)."""
    if term.negated:
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
        named = {p for p in draft.programmes if ("program", p) in other.entities or "topic" in other.used_by}
        if gap in allowed and any(p in draft.world.programmes(kind, i) for p in named for i in ids):
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
        if frozenset().union(*(members[v] for v in children)) == whole or (parent in members and children and len(children) > 1):
            kept = tuple(v for v in filter_.values if v not in children and v != parent)
            draft.filters[index] = Filter("category", (*kept, parent))
            draft.operands = [o for o in draft.operands if o.kind != "category" or o.id not in (*children, parent)]
            draft.operands.append(Operand("category", parent))


def _sole_programme(draft: Draft, term: Term, ministry: str) -> bool:
    """Read `the Cabinet Office programme` beside another programme as the one that the ministry has."""
    following = draft.terms[term.index + 1] if term.index + 1 < len(draft.terms) else None
    members = draft.world.programmes("ministry", ministry)
    if following is None or "programme" not in following.concepts or len(members) != 1:
        return False
    if not draft.programmes and following.mention.surface not in ("programme", "program", "project", "scheme"):
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


def _relative_bounds(draft: Draft) -> None:
    """Read `more than the whole genome programme` as a bound on the amount, where other programmes are asked for."""
    if len(draft.programmes) != 1 or not draft.features & {"programme", "list", "which", "how_many", "count"}:
        return
    name = draft.programmes[0]
    term = next((t for t in draft.terms if ("program", name) in t.entities), None)
    if term is None:
        return
    english = term.mention.surface.isascii()
    index = term.index - 1 if english else term.index + 1
    if not 0 <= index < len(draft.terms):
        return
    sign = draft.terms[index]
    bound = next((b for b in BOUNDS if b in sign.concepts), None)
    first, second = (sign, term) if english else (term, sign)
    gap = between(draft.text, first, second)
    if bound is None and "より" in gap and sign.concepts & {"big", "small"}:
        bound = "gt" if "big" in sign.concepts else "lt"
    if bound is None or sign.used_by or len(gap) > 8:
        return
    sign.used_by.add("bound")
    term.used_by.add("bound")
    draft.filters = [f for f in draft.filters if not (f.name == "program" and not f.negated)]
    draft.operands = [o for o in draft.operands if o != Operand("program", name)]
    draft.programmes = []
    whole = draft.world.amounts(name)[0].yen
    draft.add(f"amount_{bound}", whole)
    draft.features.add("bound")


def _numbers(draft: Draft) -> None:
    """Turn the numbers into bounds, ranks, counts, extensions, years, or values to check."""
    for term in draft.terms:
        match term.number:
            case "money":
                _money(draft, term, int(term.mention.value))
            case "ordinal":
                draft.ordinals = (*draft.ordinals, int(term.mention.value))
                draft.features.add("ordinal")
            case "slice":
                draft.ordinals = tuple(term.mention.value)
                draft.features.add("slice")
            case "count":
                _count(draft, term)
            case "digits":
                _digits(draft, term)
            case "year":
                _year(draft, term)
            case "date":
                value = str(term.mention.value)
                if draft.world.date.startswith(value):
                    draft.features |= {"in_this_budget", "date_premise"}
                    term.used_by.add("date")
            case "missing_category":
                draft.unknowns.append("category:" + str(term.mention.value))
            case _:
                pass
        if term.number == "percent":
            draft.features.add("percent_value")


def _money(draft: Draft, term: Term, yen: int) -> None:
    """Place an amount: a bound, the amount of a programme to find, or a premise about the one named."""
    if term.bound:
        if _claims(draft):
            draft.premises.append((term.bound, yen))
            draft.features.add("claim")
        else:
            draft.add(f"amount_{term.bound}", yen)
            draft.features.add("bound")
        return
    cues = draft.cues()
    if cues & {"largest", "smallest"} and cues & {"yes_no", "confirm", "recall"} or ("total" in cues and not cues & {"which", "list"} and len(draft.programmes) != 1):
        draft.premises.append(("eq", yen))
        draft.features.add("claim")
        return
    stated = draft.world.amounts_of(yen)
    beside = [a for a in stated if a.scope == "beside"]
    if beside and draft.cues() & {"included", "related_name", "related_amount", "related", "what", "organisation_name"}:
        draft.features.add("money_beside")
    elif len(draft.programmes) == 1 or any(a.programme in draft.hints.programmes for a in stated):
        own = draft.world.amounts((*draft.programmes, *draft.hints.programmes)[0])
        matching = next((a for a in own if a.yen == yen), None)
        beside_part = next((t for t in draft.terms if 0 < term.index - t.index <= 2 and "part" in t.used_by), None)
        if matching and matching.part and beside_part and not _names_part(beside_part, matching.part):
            matching = None
        draft.premises.append(("amount", yen))
        draft.features.add(f"premise_{matching.scope}" if matching else "premise_false")
    elif any(a.scope == "whole" for a in stated):
        holders = [a.programme for a in stated if a.scope == "whole"]
        if len(holders) == 1 and not draft.programmes and not draft.ambiguous:
            draft.programmes = holders
            draft.add("program", *holders)
            draft.operands.append(Operand("program", holders[0]))
        else:
            draft.add("amount_eq", yen)
        draft.features.add("money_whole")
    elif stated:
        draft.add("stated_amount", yen)
        draft.features.add("money_part" if stated[0].scope == "part" else "money_beside")
    else:
        draft.add("amount_eq", yen)
        draft.features.add("money_unknown")


def _names_part(term: Term, part: str) -> bool:
    """Whether a term names this part."""
    return any(kind == "part" and (id_ == part or part.startswith(id_)) for kind, id_ in term.entities)


def _claims(draft: Draft) -> bool:
    """Whether a bound is what a question of yes or no says of one amount (`総額は4000億円を超えていますか`)."""
    cues = draft.cues()
    asked = draft.text.original.rstrip().endswith(("?", "？"))
    if not (asked or cues & {"yes_no", "confirm", "recall"}) or cues & {"which", "list", "how_many", "what"}:
        return False
    if len(draft.programmes) == 1:
        return True
    return bool(cues & {"total", "all"}) and "programme" not in cues


def _count(draft: Draft, term: Term) -> None:
    """Take a count as a number of rows, or with a bound beside divisions as a condition."""
    value = int(term.mention.value)
    near = [t for t in draft.terms if abs(t.index - term.index) <= 3 and t.concepts & {"division", "contact", "bureau"}]
    if near and (term.bound in ("ge", "gt") or (value >= 2 and draft.features & {"programme"} and not draft.programmes)):
        draft.add("contacts_at_least", value + (1 if term.bound == "gt" else 0))
        draft.features.add("bound")
        term.used_by.add("bound")
        for sign in near:
            sign.used_by.add("bound")
        return
    if value == 1:
        draft.features.add("each")
        return
    if value in _size(draft):
        term.used_by.add("size")
        if value == len(draft.world.programmes("all", "*")):
            draft.features.add("all")
        return
    if "largest" in draft.features or "smallest" in draft.features or draft.count is None:
        draft.count = draft.count or value
    draft.features.add("count_number")


def _size(draft: Draft) -> set[int]:
    """Return how many programmes, and how many contacts, the question may count (`the three funds`, `9事業`, `二つの室`)."""
    everything = draft.world.programmes("all", "*")
    members = set(everything)
    for filter_ in draft.filters:
        if filter_.name not in (*SIMPLE_FILTERS, "program", "bureau", "division"):
            continue
        named = {str(v) for v in filter_.values}
        own = named if filter_.name == "program" else {p for v in named for p in draft.world.programmes(filter_.name, v)}
        members = members - own if filter_.negated else members & own
    contacts = {draft.world.contacts(p) for p in draft.programmes}
    parts = {sum(a.scope == "part" for a in draft.world.amounts(p)) for p in draft.programmes}
    groups = {draft.world.groups(kind) for kind in ("ministry", "category") if kind in draft.cues()}
    return {len(everything), len(members), *contacts, *parts, *groups} - {0, 1}


def _digits(draft: Draft, term: Term) -> None:
    """Take three to five digits as an extension where they can be one."""
    digits = str(term.mention.value)
    asked = draft.cues() & (CONTACT_CUES | {"whose_extension"})
    known = draft.world.extensions(digits)
    if known or (asked and len(digits) == 4) or len(draft.terms) == 1:
        draft.extensions.append(digits)
        draft.features.add("extension_number")
        term.used_by.add("extension")


def _year(draft: Draft, term: Term) -> None:
    """Accept the fiscal year of the source; any other year is asked for in vain."""
    year = int(term.mention.value)
    if year == draft.world.fiscal_year:
        draft.features.add("in_this_budget")
        return
    draft.unknowns.append("other_year")
    draft.features.add("other_year")


def _printed(draft: Draft) -> None:
    """Read `programmes that print an extension` and `programmes without a division` as conditions."""
    if "programme" not in draft.features or draft.programmes:
        return
    for term in sorted(draft.terms, key=lambda t: not t.concepts & {"not_printed", "not", "except"}):
        if "prints" in {f.name for f in draft.filters}:
            return
        negative = bool(term.concepts & {"not_printed", "not", "except"}) and "negation" not in term.used_by
        if not (negative or "printed" in term.concepts):
            continue
        near = sorted(
            (t for t in draft.terms if t.concepts & CONTACT_CUES - {"who", "what_number"} and not t.used_by and abs(t.index - term.index) <= 2),
            key=lambda t: abs(t.index - term.index),
        )
        noun = [t for t in draft.terms if "programme" in t.concepts]
        if not near or not noun or not (negative or _describes(term, near[0], noun)):
            continue
        for cue in near:
            field_ = next(iter(sorted(cue.concepts & {"extension", "division", "bureau", "contact"})), None)
            if field_ is None:
                continue
            draft.add("prints", "division" if field_ == "contact" else field_, negated=negative)
            draft.features.add("bound")
            cue.used_by.add("bound")
            term.used_by.add("bound")
            if not any(field_ in t.concepts for t in draft.terms if t is not cue):
                draft.features.discard(field_)


def _describes(sign: Term, cue: Term, nouns: list[Term]) -> bool:
    """Whether `printed` with its cue describes the programmes (内線が載っている事業, programmes with an extension)."""
    if sign.mention.surface.isascii():
        return any(noun.index < max(sign.index, cue.index) for noun in nouns)
    return any(noun.index == sign.index + 1 for noun in nouns) and cue.index < sign.index


def _whole(draft: Draft) -> None:
    """Find the set that a share is taken of: the one that holds the other, or the one marked so (のうち, に占める, of)."""
    if "share" not in draft.features or len(draft.operands) < 2:
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
        if following.concepts & {"share_of"} or (following.concepts & {"share"} and gap.startswith(("に", "の"))) or "に対" in gap:
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


def _unstated(draft: Draft) -> None:
    """Notice what is asked of a part or thing that the source gives no figure for."""
    things = [
        t
        for t in draft.terms
        if (t.kinds() & {"topic", "equipment"} and "program" not in t.used_by) or "parties" in t.concepts
    ]
    for thing in things:
        before = draft.terms[thing.index - 1] if thing.index else None
        if before is not None and "how_many" in before.concepts and before.mention.surface.isascii():
            draft.unknowns.append("quantity")
    portions = [t for t in draft.terms if t.kinds() & {"topic", "equipment", "division", "bureau"} and "program" not in t.used_by]
    divisions = [t for t in portions if t.kinds() & {"division", "bureau"}]
    if divisions and "named_program" in draft.features and not draft.cues() & CONTACT_CUES and "how_much" in draft.cues():
        draft.features.add("unstated_part")
    if draft.features & {"share_of", "share"} and draft.features & {"named_program", "money_whole"} and portions:
        draft.features.add("unstated_part")


def _slots(draft: Draft) -> None:
    """Name the slots that are filled, for the intents to ask for."""
    draft.features |= slot_features(draft.filters, draft.operands)
    if draft.ambiguous and not draft.programmes:
        draft.features.add("ambiguous")


def slot_features(filters: Sequence[Filter], operands: Sequence[Operand]) -> set[str]:
    """Return the features of the slots that conditions and operands fill."""
    features: set[str] = set()
    for filter_ in filters:
        if filter_.negated:
            features.add("negated")
        elif filter_.name == "program":
            features.add("program" if len(filter_.values) == 1 else "programs")
        elif filter_.name in (*SIMPLE_FILTERS, "bureau", "division", "part"):
            features.add(f"{filter_.name}_name")
            if len(filter_.values) > 1:
                features.add(f"{filter_.name}_names")
        elif filter_.name.startswith("amount_") and filter_.name != "amount_eq":
            features.add("bound")
    if len(operands) >= 2:
        features.add("operands")
    if filters:
        features.add("selection")
    return features
