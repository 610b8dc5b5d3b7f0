"""The content of a question, one term a mention: which sense it has here, what it is next to, what negates or bounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
BOUNDS = ("ge", "gt", "le", "lt")
"""Concepts that bound an amount: at least, more than, at most, less than."""
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
        numbers = ("money", "count", "ordinal", "slice", "digits", "year", "percent", "missing_category", "date", "duration")
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


def said(terms: Sequence[Term], concept: str) -> Term | None:
    """Return the first term that says a concept."""
    return next((t for t in terms if concept in t.concepts), None)


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
        if term.mention.surface.startswith("not ") and term.concepts & set(BOUNDS) and not _bounds(terms, term):
            term.concepts = frozenset({"not"})
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
        if not sign or term.entities or _not_that_budget(terms, term):
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


def _not_that_budget(terms: list[Term], sign: Term) -> bool:
    """Take up the denial of `the initial budget, not the supplementary one` and of its opposite."""
    following = terms[sign.index + 1] if sign.index + 1 < len(terms) else None
    initial = next((t for t in terms if "unknown:initial_budget" in t.concepts), None)
    if following is None or initial is None or "not" not in sign.concepts or not sign.mention.surface.isascii():
        return False
    if following is initial and any("in_this_budget" in t.concepts for t in terms[: sign.index]):
        initial.concepts = frozenset()
    elif "in_this_budget" not in following.concepts:
        return False
    sign.used_by.add("negation")
    return True


def _bounds(terms: list[Term], sign: Term) -> bool:
    """Whether a bound stands beside an amount or a count (`not under MEXT` does not)."""
    return any(
        t.number in ("money", "count", "percent") or "about" in t.concepts for t in terms[sign.index + 1 : sign.index + 2]
    )


def _set_free(text: Text, terms: list[Term], sign: Term, *, forwards: bool) -> None:
    """Take back the condition that `文科省に限らず`, `not only the funds` lifts."""
    target = _target(text, terms, sign, forwards)
    before = terms[sign.index - 1] if sign.index else None
    if target is None and before is not None and before.concepts & {"ministry", "category"} and not forwards:
        before.concepts = frozenset()
        sign.used_by.add("regardless")
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
    if forwards and not after and _adds_denial(text, sign):
        after = terms[: sign.index]
    if cue.entities or not cue.concepts & FIELDS or not any(t.concepts & FIELDS for t in after):
        return False
    gap = between(text, sign, cue) if forwards else between(text, cue, sign)
    if len(gap.strip()) > 4:
        return False
    cue.used_by.add("dropped")
    sign.used_by.add("dropped")
    cue.concepts = frozenset()
    return True


def _adds_denial(text: Text, sign: Term) -> bool:
    """Whether a denial is added to a request that is complete (`the median, not the mean`)."""
    start = sign.mention.start
    return any(start - 2 <= c <= start for c in (*text.clauses, *text.breaks)) or text.folded[:start].count("just ") > 0


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


def _said_again(terms: list[Term], target: Term) -> list[Term]:
    """Return the terms right behind one that name the same (`the Ministry of Education (MEXT)`)."""
    following = terms[target.index + 1 : target.index + 2]
    return [t for t in following if t.entities and set(t.entities) & set(target.entities)]


_IN_TURN = re.compile(r",? (?:and|or|nor)(?: also)?(?: the)? |, ")
"""After the noun of a name: another name follows (`without the brain programme and the genome programme`)."""


def _group(text: Text, terms: list[Term], target: Term, forwards: bool, chained: bool) -> Iterator[Term]:
    """Yield the target and the entities coordinated with it."""
    yield target
    if not chained:
        return
    yield from _said_again(terms, target)
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
        if forwards and "programme" in term.concepts and not term.entities and _IN_TURN.match(text.folded, term.mention.end):
            current, index = term, index + step
            continue
        gap = between(text, first, second).strip()
        apart = (
            ("の", "に", "in", "of", "by", "from", "under") if joined else ("の", "に", "in", "of", "by", "from", "under", "")
        )
        if not term.entities or not linked(text, first, second) or gap in apart:
            return
        yield term
        current, index, joined = term, index + step, False
