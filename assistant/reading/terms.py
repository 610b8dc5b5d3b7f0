"""The content of a question, one term a mention: which sense it has here, what it is next to, what negates or bounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.reading.model import ENTITY_KINDS, Mention
from assistant.reading.text import Text

FIELDS = frozenset(
    {
        "amount", "component_amount", "extension", "division", "bureau", "contact", "ministry", "category", "organisation",
        "recipient", "equipment", "pillar", "estimated_costs", "purpose", "overview", "outcome", "target", "period", "scale",
        "eligibility", "condition", "stage", "field_of_support", "background", "route", "name", "total", "average", "median",
        "count", "largest", "smallest", "share", "how_much", "list",
    }
)  # fmt: skip
"""Concepts that say what is asked."""
CONTACT_CUES = frozenset({"extension", "division", "bureau", "contact", "what_number", "who", "telephone"})
_LINKS = {
    "と", "や", "も", "でも", "とか", "および", "及び", "、", "and", "or", "nor", "&", "か", "又は", "または", "の", "plus",
    "にも", "neither", "in", "by", "the", "a", "an", "under", "from", "of", "vs", "対", "に",
    "both", "either", "でもなく", "とも",
}  # fmt: skip


@dataclass(slots=True)
class Term:
    """A mention that says something: the entity it names here or its concepts, and its place among the others."""

    index: int
    mention: Mention
    entities: tuple[tuple[str, str], ...] = ()
    concepts: frozenset[str] = frozenset()
    negated: bool = False
    bound: str | None = None
    used_by: set[str] = field(default_factory=set)

    @property
    def number(self) -> str | None:
        """The kind of number it is (money, count, ordinal …), if it is one."""
        kind = self.mention.senses[0].kind
        numbers = ("money", "count", "ordinal", "slice", "digits", "year", "percent", "missing_category", "date")
        return kind if kind in numbers else None

    def kinds(self) -> frozenset[str]:
        """Return the kinds of the entities that it may name."""
        return frozenset(kind for kind, _ in self.entities)


def make_terms(mentions: Sequence[Mention]) -> list[Term]:
    """Return the mentions with content as terms."""
    terms: list[Term] = []
    for mention in mentions:
        if not mention.content:
            continue
        entities = tuple((s.kind, s.id) for s in mention.senses if s.kind in ENTITY_KINDS)
        concepts = {s.id for s in mention.senses if s.kind == "concept"}
        concepts |= {"unknown:" + s.id for s in mention.senses if s.kind == "unknown"}
        terms.append(Term(len(terms), mention, entities, frozenset(concepts)))
    return terms


def between(text: Text, first: Term, second: Term) -> str:
    """Return the folded characters between two terms."""
    return text.folded[first.mention.end : second.mention.start]


def linked(text: Text, first: Term, second: Term) -> bool:
    """Whether two neighbouring terms are coordinated (`AとB`, `A, B`, `A nor B`)."""
    gap = between(text, first, second).strip()
    return gap == "" or gap in _LINKS or all(word in _LINKS for word in gap.split())


_TRANSPARENT = frozenset(
    {
        "programme",
        "also",
        "or",
        "involved",
        "in_this_budget",
        "it",
        "about",
        "and",
        "all",
        "contact",
        "printed",
        "yes_no",
        "those",
        "share_of",
        "amount",
        "total",
        "part_name",
        "run_by",
        "big",
        "small",
        "most",
    }
)


def settle_negation(text: Text, terms: list[Term], language: str) -> None:
    """Mark the entities that an exception or a negation takes away, with their coordinated neighbours."""
    for term in terms:
        if "regardless" in term.concepts:
            _set_free(text, terms, term, forwards=_is_english(term, language))
            continue
        if "take" in term.concepts and _taken_out(text, terms, term):
            continue
        if "except" in term.concepts and _unrestricted(text, terms, term):
            continue
        if _exclaims(text, term):
            term.concepts = frozenset({"correction"})
        if _asks_denying(text, term):
            term.concepts = frozenset({"yes_no"})
        sign = term.concepts & {"except", "not", "not_printed"}
        if not sign or term.entities:
            continue
        forwards = _is_english(term, language)
        if not forwards and _absence(text, terms, term):
            term.used_by.add("absence")
            continue
        if _drops(text, terms, term, forwards):
            continue
        target = _target(text, terms, term, forwards and term.mention.surface not in PASSIVE)
        if target is None and forwards:
            target = _target(text, terms, term, forwards=False) if "except" in sign else None
        if target is None:
            continue
        term.used_by.add("negation")
        for member in _group(text, terms, target, forwards, chained="not" in sign or "except" in sign):
            member.negated = True


def _set_free(text: Text, terms: list[Term], sign: Term, *, forwards: bool) -> None:
    """Take back the condition that `文科省に限らず`, `not only the funds` lifts."""
    target = _target(text, terms, sign, forwards)
    if target is not None:
        target.entities = ()
        target.used_by.add("regardless")
        sign.used_by.add("regardless")


_RESTRICTION = re.compile(
    r"(?: only)? (?:restriction|filter|limit|limitation|condition|constraint)(?![a-z])|の(?:条件|制限|限定|縛り)"
)


def _unrestricted(text: Text, terms: list[Term], sign: Term) -> bool:
    """Take back the condition that `without the MEXT restriction` names."""
    target = next((t for t in terms[sign.index + 1 : sign.index + 2] if t.entities), None)
    if target is None or not _RESTRICTION.match(text.folded, target.mention.end):
        return False
    for used in terms[sign.index : target.index + 2]:
        used.concepts = frozenset()
        used.used_by.add("regardless")
    target.entities = ()
    return True


def _exclaims(text: Text, term: Term) -> bool:
    """Whether it is the `no,` before a correction, which takes nothing away."""
    after = text.original[text.origin[term.mention.end - 1] + 1 :].lstrip()
    return not term.index and term.mention.surface == "no" and after.startswith((",", ".", "-", "—", "–", "!", ";", "…"))


_DENYING = frozenset({"isnt", "arent", "wasnt", "werent", "doesnt", "dont", "didnt"})


def _asks_denying(text: Text, term: Term) -> bool:
    """Whether a sentence begins by denying what it asks (`Isn't that a fund?`): it asks whether, and takes nothing away."""
    start = max((0, *(b for b in text.breaks if b <= term.mention.start)))
    before = text.folded[start : term.mention.start].strip()
    return term.mention.surface in _DENYING and before in ("", "so", "but", "and", "why")


_NOTHING = ("ない", "なし", "無い", "無し", "ありません", "いない")


def _taken_out(text: Text, terms: list[Term], verb: Term) -> bool:
    """Negate what `take … out`, `leave … aside` takes away."""
    following = terms[verb.index + 1 : verb.index + 4]
    target = next((t for t in following if t.entities), None)
    if target is None:
        return False
    near = [*terms[target.index + 1 : target.index + 3], *terms[verb.index + 1 : target.index]]
    particle = next((t for t in near if "out" in t.concepts), None)
    if particle is not None and particle.index < target.index and between(text, particle, target).strip().startswith("for"):
        return False
    if particle is None or len(between(text, target, particle).strip()) > 20:
        return False
    target.negated = True
    verb.used_by.add("negation")
    particle.used_by.add("negation")
    return True


PASSIVE = frozenset(
    {
        "excluded",
        "taken out",
        "left out",
        "subtracted",
        "deducted",
        "removed",
        "taken away",
        "taken off",
        "are taken off",
        "is taken off",
        "stripped",
        "set apart",
        "is set aside",
        "are set aside",
    }
)
"""English exceptions that follow what they take away (`once the JST part is taken out`)."""


def _absence(text: Text, terms: list[Term], sign: Term) -> bool:
    """Whether a negation denies that there is any (`基金の事業は無い`) rather than taking something away."""
    if sign.mention.surface not in _NOTHING or not sign.index:
        return False
    before = terms[sign.index - 1]
    return "programme" in before.concepts and between(text, before, sign) in ("は", "が", "も", "って")


def _drops(text: Text, terms: list[Term], sign: Term, forwards: bool) -> bool:
    """Take back a field that is not meant (`金額ではなくて省を`, `not the budget but the ministry`)."""
    if not sign.concepts & {"not", "correction", "except"}:
        return False
    if not forwards and sign.mention.surface not in (
        "ではなく",
        "ではなくて",
        "じゃなく",
        "じゃなくて",
        "でなく",
        "じゃない",
        "ではない",
        "不要",
        "いらない",
        "要らない",
        "いりません",
        "要りません",
    ):
        return False
    index = sign.index + 1 if forwards else sign.index - 1
    if not 0 <= index < len(terms):
        return False
    cue = terms[index]
    after = terms[sign.index + 1 :] if not forwards else terms[index + 1 :]
    if cue.entities or not cue.concepts & FIELDS or not any(t.concepts & FIELDS for t in after):
        return False
    gap = between(text, sign, cue) if forwards else between(text, cue, sign)
    if len(gap.strip()) > 4:
        return False
    cue.used_by.add("dropped")
    sign.used_by.add("dropped")
    cue.concepts = frozenset()
    return True


def _is_english(term: Term, language: str) -> bool:
    """Whether a term is written in English (its negation looks forward), whatever the rest of the question is."""
    surface = term.mention.surface
    return surface.isascii() if surface else language == "en"


def _target(text: Text, terms: list[Term], sign: Term, forwards: bool) -> Term | None:
    """Return the entity beside a negation, past words that say nothing of their own."""
    steps = range(sign.index + 1, len(terms)) if forwards else range(sign.index - 1, -1, -1)
    for distance, index in enumerate(steps):
        term = terms[index]
        if term.entities:
            near = sign if not distance else terms[index - 1 if forwards else index + 1]
            gap = between(text, near, term) if forwards else between(text, term, near)
            return term if len(gap.strip()) <= 14 else None
        if term.number in ("money", "count"):
            continue
        if distance > 2 or not (term.concepts & _TRANSPARENT or term.concepts & {"ministry", "category", "not", "except"}):
            return None
    return None


def _group(text: Text, terms: list[Term], target: Term, forwards: bool, chained: bool) -> Iterator[Term]:
    """Yield the target and the entities coordinated with it."""
    yield target
    if not chained:
        return
    step = 1 if forwards else -1
    joined = False
    current = target
    index = target.index + step
    while 0 <= index < len(terms):
        term = terms[index]
        first, second = (current, term) if forwards else (term, current)
        if term.concepts & {"or", "also", "not"} and not term.entities:
            current, index, joined = term, index + step, True
            continue
        gap = between(text, first, second).strip()
        apart = (
            ("の", "に", "in", "of", "by", "from", "under") if joined else ("の", "に", "in", "of", "by", "from", "under", "")
        )
        if not term.entities or not linked(text, first, second) or gap in apart:
            return
        yield term
        current, index, joined = term, index + step, False


BOUNDS = ("ge", "gt", "le", "lt")
OPPOSITE = {"ge": "lt", "lt": "ge", "gt": "le", "le": "gt"}
SIGNS = "<>≤≥"
"""They stand before their amount in any language."""


def settle_bounds(text: Text, terms: list[Term]) -> None:
    """Give amounts and counts the bound that stands beside them, and pairs of amounts the range they make."""
    amounts = [t for t in terms if t.number in ("money", "count", "percent") and not _pronoun(text, terms, t)]
    for term in amounts:
        for sign, gap in _neighbours(text, terms, term):
            found = next((b for b in BOUNDS if b in sign.concepts), None)
            if found and len(gap) <= 12 and not sign.used_by & {"bound"}:
                term.bound = OPPOSITE[found] if _denied(text, terms, sign) else found
                sign.used_by.add("bound")
                break
            direction = sign.concepts & {"big", "small", "more", "less"}
            if direction and ("より" in gap or "than" in gap):
                term.bound = "gt" if direction & {"big", "more"} else "lt"
                sign.used_by.add("bound")
                break
    money = [t for t in terms if t.number == "money"]
    for first, second in pairwise(money):
        gap = text.folded[first.mention.end : second.mention.start]
        marks = [t for t in terms if "between" in t.concepts and t.index < second.index]
        spans = gap.strip() in ("to", "up to", "through") and first.bound in (None, "ge")
        if marks or "~" in gap or spans or (second.bound == "le" and "から" in gap):
            exclusive = second.bound == "lt"
            first.bound, second.bound = first.bound or "ge", "lt" if exclusive else "le"
            for mark in marks:
                mark.used_by.add("bound")


def _denied(text: Text, terms: list[Term], sign: Term) -> bool:
    """Whether `not` stands right before an English bound (`are not below`); it is used up by turning the bound round."""
    before = terms[sign.index - 1] if sign.index else None
    if before is None or "not" not in before.concepts or before.used_by or between(text, before, sign).strip():
        return False
    if not (before.mention.surface.isascii() and sign.mention.surface.isascii()):
        return False
    before.used_by.add("bound")
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


def _trails(term: Term) -> bool:
    """Whether an English bound stands after its amount (`or more`, `and below`)."""
    return term.mention.surface.startswith(("or ", "and ")) or "inclusive" in term.concepts
