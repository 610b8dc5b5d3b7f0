"""Which programmes, by name or by topic, and which contacts a question selects."""

from __future__ import annotations

import re

from assistant.reading.draft import Draft
from assistant.reading.model import Operand
from assistant.reading.terms import BOUNDS, CONTACT_CUES, FIELDS, Term, between


def settle_programmes(draft: Draft) -> None:
    """Settle which programmes the question names, by name or by topic."""
    named: list[str] = []
    topics: list[tuple[Term, frozenset[str]]] = []
    contact = bool(draft.cues() & CONTACT_CUES)
    for term in draft.terms:
        programmes = _current(draft, [i for k, i in term.entities if k == "program"])
        if term.kinds() & {"bureau", "division"} and (contact or not term.kinds() & {"program", "topic", "equipment"}):
            continue
        if len(programmes) == 1 and not term.negated and _doubtful(term):
            draft.ambiguous = tuple(programmes)
            draft.add("program", *programmes)
            term.used_by.add("program")
        elif len(programmes) == 1:
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
    settle_words(draft, named)
    draft.programmes = named
    if named:
        draft.add("program", *named)
    for name in named:
        draft.operands.append(Operand("program", name))


def _doubtful(term: Term) -> bool:
    """Whether a short name of a register was typed with a kanji that it does not have (恩給至急事業)."""
    return term.mention.how == "doubtful"


def _current(draft: Draft, programmes: list[str]) -> list[str]:
    """Return the one of several programmes of a name with a sheet of the newest review year; all where none or more have."""
    if not draft.world.register or len(programmes) < 2:
        return programmes
    current = [p for p in programmes if p.startswith(f"{draft.world.date}-")]
    return current if len(current) == 1 else programmes


def _topics(draft: Draft, named: list[str], topics: list[tuple[Term, frozenset[str]]]) -> None:
    """Let topic words support the named programmes, find one, or stand for several."""
    open_sets: list[frozenset[str]] = []
    for term, targets in topics:
        if term.negated:
            draft.add("program", *sorted(targets), negated=True)
        elif named and targets & set(named):
            continue
        elif named and term.kinds() == {"equipment"} and draft.cues() & {"yes_no", "confirm", "included"}:
            draft.features.add("mismatch")
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


_OF_SETS = frozenset(
    {"list", "count", "how_many", "total", "average", "median", "programme", "which", "largest", "smallest", "most", "share",
     "descending", "ascending", "order", "all", "each", "group_by", "rank"}
)  # fmt: skip
"""What is asked of several programmes, so that a word is the topic of them and not the name of one."""
SUREST_PIECE = 4
"""Characters of a piece of a name that may stand for the whole name."""


def settle_rivals(draft: Draft) -> None:
    """Take of several programmes of a name the one that the ministry named has (環境省のほうの…交付金), in a register."""
    ministries = [str(v) for f in draft.filters if f.name == "ministry" and not f.negated for v in f.values]
    if not draft.world.register or len(draft.ambiguous) < 2 or len(ministries) != 1:
        return
    held = draft.world.programmes("ministry", ministries[0]) & set(draft.ambiguous)
    kept = _current(draft, sorted(held))
    if len(kept) == 1:
        draft.ambiguous, draft.programmes = (), kept
        draft.filters = [f for f in draft.filters if f.name not in ("program", "ministry")]
        draft.operands = [o for o in draft.operands if o.kind not in ("program", "ministry")]
        draft.add("program", *kept)
        draft.operands.append(Operand("program", kept[0]))
        draft.features = draft.features - {"ambiguous", "programs", "topic", "ministry_name"} | {"named_program"}


def settle_words(draft: Draft, named: list[str]) -> None:
    """Settle what pieces of names mean: the one programme that has them, a topic, or several to ask back about."""
    words = [t for t in draft.terms if "words" in t.kinds()]
    if any(t.negated for t in words):
        draft.features.add("mismatch")
    if not words:
        return
    pieces = tuple(i for t in words for k, i in t.entities if k == "words")
    holders = frozenset.intersection(*(draft.world.programmes("words", piece) for piece in pieces))
    for term in words:
        term.used_by.add("topic")
    if named or draft.ambiguous:
        meant = holders & set(named or draft.ambiguous)
        if not meant:
            draft.features.add("mismatch")
        elif len(meant) == 1 and not named:
            named += sorted(meant)
            draft.ambiguous = ()
        return
    draft.features.add("topic")
    of_sets = bool(draft.cues() & _OF_SETS) or not draft.cues() & FIELDS
    listed = draft.cues() & {"list", "how_many", "count"} and not draft.cues() & (FIELDS | {"payees"})
    holders = frozenset(_current(draft, sorted(holders))) if not draft.years else holders
    if len(holders) == 1 and sum(map(len, pieces)) >= SUREST_PIECE and not listed:
        named += sorted(holders)
        draft.features |= {"named_program"}
    elif of_sets:
        draft.add("topic", *pieces)
    else:
        draft.ambiguous = draft.world.about(pieces)
        draft.features |= {"ambiguous"} if draft.ambiguous else {"mismatch"}


def settle_described(draft: Draft) -> None:
    """Take `クライオ電顕の機器` as a description of the programme where something else is asked of it."""
    for before, term in zip(draft.terms, draft.terms[1:], strict=False):
        beside = "topic" in before.used_by and between(draft.text, before, term) in ("の", "")
        if (
            beside
            and "equipment" in term.concepts
            and any(t.concepts & FIELDS - {"equipment"} for t in draft.terms if t is not term)
        ):
            term.used_by.add("description")
            term.concepts = term.concepts - {"equipment"}
            draft.features.discard("equipment")


def _offices(draft: Draft, term: Term) -> tuple[str, str]:
    """Return whether a name is first a division's or a bureau's: in a register some are both, and the more usual is meant."""
    if not draft.world.register or not {"division", "bureau"} <= term.kinds():
        return "division", "bureau"
    size = {kind: sum(len(draft.world.programmes(kind, i)) for k, i in term.entities if k == kind) for kind in term.kinds()}
    return ("bureau", "division") if size["bureau"] > size["division"] else ("division", "bureau")


def settle_contacts(draft: Draft) -> None:
    """Take bureaux and divisions as conditions on contacts (and so on the programmes they answer for)."""
    contact = bool(draft.cues() & CONTACT_CUES)
    for term in draft.terms:
        if "program" in term.used_by or "topic" in term.used_by:
            continue
        for kind in _offices(draft, term):
            names = [i for k, i in term.entities if k == kind]
            if names:
                names = list(dict.fromkeys(n for name in names for n in draft.world.offices(kind, name)))
                if contact or not term.kinds() & {"organisation", "ministry"}:
                    draft.add(kind, *names, negated=term.negated)
                    draft.features.add(f"{kind}_name")
                    term.used_by.add(kind)
                break


def _measured_than(draft: Draft, term: Term) -> Term | None:
    """Return the amount between a name and what it is compared by (全ゲノムより予算が大きい, `less money than brain`)."""
    if term.mention.surface.isascii():
        before = draft.terms[term.index - 1] if term.index > 1 else None
        said = before is not None and "amount" in before.concepts and not before.used_by
        return before if before and said and between(draft.text, before, term).startswith(" than ") else None
    following = draft.terms[term.index + 1 : term.index + 3]
    if len(following) < 2 or "amount" not in following[0].concepts or following[0].used_by:
        return None
    than, of_it = between(draft.text, term, following[0]).strip(), between(draft.text, *following).strip()
    return following[0] if than in ("より", "よりも") and of_it in ("が", "の", "は", "も", "") else None


def settle_unread_than(draft: Draft) -> None:
    """Let a comparison whose other side is not named (脳より予算が大きい) be one: it asks nothing of the named one itself."""
    if len(draft.operands) != 1 or draft.language != "ja":
        return
    term = next((t for t in draft.terms if "program" in t.kinds() and not t.used_by & {"bound"}), None)
    if term is None or not draft.text.folded.startswith("より", term.mention.end):
        return
    for sign in draft.terms[term.index + 1 :]:
        turned = {"more"} if "big" in sign.concepts else {"less"} if "small" in sign.concepts else set[str]()
        if turned and not sign.used_by:
            sign.concepts = frozenset(turned)
            draft.features = draft.features - {"big", "small"} | turned
            return


_COMPARES = re.compile(r"より|(?<![a-z])than(?![a-z])")


def settle_relative_bounds(draft: Draft) -> None:
    """Read `more than the whole genome programme` as a bound on the amount, where other programmes are asked for."""
    if len(draft.programmes) != 1 or not draft.features & {"programme", "list", "which", "how_many", "count"}:
        return
    if draft.world.register:
        if _COMPARES.search(draft.text.folded):
            draft.features.add("mismatch")  # which figure of which year is the bound is not said
        return
    name = draft.programmes[0]
    term = next((t for t in draft.terms if ("program", name) in t.entities), None)
    if term is None:
        return
    english = term.mention.surface.isascii()
    index = term.index - 1 if english else term.index + 1
    measure = _measured_than(draft, term)
    index += 0 if measure is None else -1 if english else 1
    if not 0 <= index < len(draft.terms):
        return
    sign = draft.terms[index]
    bound = next((b for b in BOUNDS if b in sign.concepts), None)
    first, second = (sign, term) if english else (term, sign)
    gap = between(draft.text, measure if measure and english else first, second).replace(" the ", " ")
    if bound is None and "より" in gap and sign.concepts & {"big", "small"}:
        bound = "gt" if "big" in sign.concepts else "lt"
    if bound is None and gap.startswith(" than ") and sign.concepts & {"more", "less"}:
        bound = "gt" if "more" in sign.concepts else "lt"
    if bound is None or sign.used_by or len(gap) > 8 or set(gap.split()) & {"in", "for", "of", "under", "within", "at"}:
        return
    sign.used_by.add("bound")
    term.used_by.add("bound")
    if measure is not None:
        measure.used_by.add("bound")
    draft.filters = [f for f in draft.filters if not (f.name == "program" and not f.negated)]
    draft.operands = [o for o in draft.operands if o != Operand("program", name)]
    draft.programmes = []
    whole = draft.world.amounts(name)[0].yen
    draft.add(f"amount_{bound}", whole)
    draft.features.add("bound")
