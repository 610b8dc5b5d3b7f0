"""From terms to a frame: which programmes are meant, what is asked of them, and what the question takes for granted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.reading.bounds import settle_bounds
from assistant.reading.claimed import settle_claimed
from assistant.reading.draft import SIMPLE_FILTERS, Draft, Hints
from assistant.reading.groups import settle_groups
from assistant.reading.measures import asked_of, resolved, settle_stages
from assistant.reading.model import Filter, Frame, Mention, Operand
from assistant.reading.parts import settle_parts, settle_unstated
from assistant.reading.phrases import settle_phrases
from assistant.reading.quantities import settle_numbers
from assistant.reading.ranked import settle_ranked
from assistant.reading.selection import (
    settle_contacts,
    settle_described,
    settle_programmes,
    settle_relative_bounds,
    settle_rivals,
    settle_unread_than,
)
from assistant.reading.senses import narrow
from assistant.reading.sides import settle_pair, settle_ratio, settle_sum, settle_than, settle_whole
from assistant.reading.terms import CONTACT_CUES, Term, make_terms, settle_negation
from assistant.reading.text import Text
from assistant.reading.world import World

UNITS = {
    "in_million": "million",
    "in_oku": "oku",
    "in_billion": "billion",
    "exact": "yen",
    "in_thousand": "thousand",
    "in_trillion": "trillion",
}


def make_frame(
    text: Text, mentions: Sequence[Mention], language: str, world: World, hints: Hints | None = None
) -> tuple[Frame, list[Term]]:
    """Return the frame of an explained question, and its terms (which say what each part was taken for).

    `hints` are what an earlier turn brings, for the sense of words that have several.
    """
    terms = make_terms(mentions)
    settle_bounds(text, terms)
    settle_negation(text, terms, language)
    absent = any("absence" in t.used_by for t in terms)
    draft = Draft(text, terms, language, world, hints or Hints())
    _concepts(draft)
    settle_stages(draft)
    for rule in (_what_for, _what_got, _which_budget, _funding):
        rule(draft)
    settle_phrases(draft)
    settle_programmes(draft)
    settle_described(draft)
    settle_contacts(draft)
    settle_parts(draft)
    settle_groups(draft)
    settle_rivals(draft)
    settle_relative_bounds(draft)
    settle_unread_than(draft)
    settle_numbers(draft)
    settle_ranked(draft)
    _printed(draft)
    settle_whole(draft)
    settle_ratio(draft)
    settle_pair(draft)
    settle_than(draft)
    settle_sum(draft)
    settle_claimed(draft)
    _slots(draft)
    _few(draft)
    settle_unstated(draft)
    if absent:
        draft.features.add("absent")
    _contrast(draft)
    _both(draft)
    frame = Frame(
        features=frozenset(draft.features),
        filters=tuple(draft.filters),
        operands=tuple(draft.operands),
        whole=tuple(draft.whole),
        predicate=draft.predicate,
        count=draft.count,
        ordinals=draft.ordinals,
        extensions=tuple(draft.extensions),
        premises=tuple(draft.premises),
        unknowns=tuple(draft.unknowns),
        units=next((UNITS[c] for t in terms for c in sorted(t.concepts) if c in UNITS), None),
        ambiguous=draft.ambiguous,
        asked=asked_of(draft),
    )
    return resolved(frame, world), terms


_FEW = (("two", 2), ("three", 3), ("four", 4))


def _few(draft: Draft) -> None:
    """Take the number of a ranking from a pronoun (`the largest of those three`)."""
    if draft.count is not None or not draft.features & {"largest", "smallest"}:
        return
    those = [t.mention.surface for t in draft.terms if "those" in t.concepts]
    draft.count = next((number for surface in those for word, number in _FEW if word in surface), None)


def _concepts(draft: Draft) -> None:
    """Take over the concepts as features, and the known unknowns apart."""
    narrow(draft.text, draft.terms)
    for term in draft.terms:
        for concept in term.concepts:
            if concept.startswith("unknown:"):
                draft.unknowns.append(concept.removeprefix("unknown:"))
                draft.features.add(concept.removeprefix("unknown:"))
            else:
                draft.features.add(concept)


_BOTH = re.compile(r"両方|双方|どちらにも|両者|(?<![a-z])both(?![a-z])")


_FUNDS = re.compile(
    r"(?<![a-z])(?:who|ministry|agency|to|that|which) (?P<verb>funds?|funded) (?:it|this|that|them|the)(?![a-z])"
)


def _funding(draft: Draft) -> None:
    """Read `who funds it?` as a question of the ministry, not as the fund category."""
    for before, term in pairwise(draft.terms):
        first = draft.terms[before.index - 1] if before.index else None
        opened = (first is not None and first.concepts & {"programme", "what", "which"}) or draft.text.folded.startswith(
            ("anything ", "everything ", "something ")
        )
        if opened and before.kinds() == {"ministry"} and term.mention.surface == "funds":
            term.entities, term.concepts = (), frozenset({"involved"})
            draft.features.add("involved")
    match = _FUNDS.search(draft.text.folded)
    for term in draft.terms:
        if match and term.mention.start == match.start("verb"):
            term.entities, term.concepts = (), frozenset({"ministry"})
            draft.features.add("ministry")


def _both(draft: Draft) -> None:
    """Ask of JSTとAMEDの両方 that both take part."""
    agencies = next((f for f in draft.filters if f.name == "organisation" and len(f.values) == 2 and not f.negated), None)
    if agencies is not None and _BOTH.search(draft.text.folded):
        each = [Filter("organisation", (value,)) for value in agencies.values]
        draft.filters = [f for f in draft.filters if f is not agencies] + each


def _contrast(draft: Draft) -> None:
    """Keep of `がんじゃなくて難病の方` what is meant: what is named instead says all that the denial does."""
    parts = [t for t in draft.terms if "part" in t.used_by]
    if {t.negated for t in parts} == {True, False} and "difference" in draft.features:
        draft.features = draft.features - {"without_part", "except"} | {"part_name", "part_names"}
        for term in draft.terms:
            if {"difference", "except"} <= term.concepts:
                term.concepts = frozenset({"difference"})
                term.used_by.discard("negation")
    elif {t.negated for t in parts} == {True, False}:
        denied = {i for t in parts if t.negated for k, i in t.entities if k == "part"}
        kept = tuple(v for v in draft.filters_of("part") if not any(str(v).startswith(d) for d in denied))
        if kept:
            draft.filters = [Filter("part", kept) if f.name == "part" else f for f in draft.filters]
            draft.features = draft.features - {"without_part", "part_names"} | {"part_name"}
    meant = {f.name for f in draft.filters if not f.negated}
    draft.filters = [
        f for f in draft.filters if not (f.negated and f.name in meant & {"division", "bureau", "ministry", "program"})
    ]


_EITHER = re.compile(
    r"(?<![a-z])(?:initial|first|regular|original|main)(?: (?:fy ?|fiscal )?\d{4})?(?: budget)?"
    r"(?: or| from| the| a| an| second| extra)* supplementary"
    r"|supplementary(?: budget)?(?: or| the| from)* (?:initial|regular|original|main)(?![a-z])"
    r"|当初(?:予算)?(?:です|でしょう)?か.{0,8}補正|補正(?:予算)?(?:です|でしょう)?か.{0,8}当初"
)


def _which_budget(draft: Draft) -> None:
    """Read `initial or supplementary?` as a question of which budget it is, not of the amount."""
    if "how_much" in draft.features or not (match := _EITHER.search(draft.text.folded)):
        return
    if " or " not in match.group() and not draft.language.startswith("ja"):
        return
    for term in draft.terms:
        if term.concepts & {"amount", "former", "ge"} and not term.entities:
            term.concepts = frozenset({"budget_stage"})
    draft.features = draft.features - {"amount", "former"} | {"budget_stage", "in_this_budget"}


_GETS = re.compile(
    r"(?:so |and |then )*what (?:(?:did|does|do|will) .{2,80}? (?:get|receive|got)(?![a-z])|(?:goes|went|is going) to )"
)


_GOES_TO = re.compile(r"(?<![a-z])what (?:goes|went|is going) (?:to|through) (?!whom)")


def _what_got(draft: Draft) -> None:
    """Read `what did the vector base receive?` as a question of the amount."""
    what = next((t for t in draft.terms if "what" in t.concepts), None)
    needs = re.search(r"(?<![a-z])(?:needs?|have to|must|want)(?![a-z])", draft.text.folded)
    if (
        what is not None
        and not needs
        and (_GETS.match(draft.text.folded) or _GOES_TO.search(draft.text.folded))
        and not draft.cues() & {"extension", "contact", "division"}
    ):
        what.concepts |= {"how_much"}
        draft.features.add("how_much")


_FOR = re.compile(r"(?<![a-z])for *$")


def _what_for(draft: Draft) -> None:
    """Read `what is it for?` as a question of purpose."""
    if not _FOR.search(draft.text.folded):
        return
    what = next((t for t in draft.terms if "what" in t.concepts), None)
    sums = [
        t
        for t in draft.terms
        if "amount" in t.concepts and t.mention.surface not in ("money", "the money", "that money", "cash")
    ]
    if what is not None and not sums and not draft.features & {"how_much", "money_whole"}:
        what.concepts |= {"purpose"}
        draft.features.add("purpose")


def _printed(draft: Draft) -> None:
    """Read `programmes that print an extension` and `programmes without a division` as conditions."""
    counted = [t for t in draft.terms if "count" in t.concepts and re.search(r"program|project|事業", t.mention.surface)]
    if not (counted or "programme" in draft.features) or draft.programmes:
        return
    for term in sorted(draft.terms, key=lambda t: not t.concepts & {"not_printed", "not", "except"}):
        if "prints" in {f.name for f in draft.filters}:
            return
        negative = bool(term.concepts & {"not_printed", "not", "except"}) and "negation" not in term.used_by
        if not (negative or "printed" in term.concepts):
            continue
        near = sorted(
            (
                t
                for t in draft.terms
                if t.concepts & CONTACT_CUES - {"who", "what_number"}
                and not t.used_by
                and abs(t.index - term.index) <= (3 if negative else 2)
            ),
            key=lambda t: abs(t.index - term.index),
        )
        noun = [t for t in draft.terms if "programme" in t.concepts] + counted
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


def _slots(draft: Draft) -> None:
    """Name the slots that are filled, for the intents to ask for."""
    draft.features |= slot_features(draft.filters, draft.operands)
    if "without_part" in draft.features:
        draft.features.discard("part_name")
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
