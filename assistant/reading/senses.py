"""Words that mean something else by where they stand: each rule takes away the concepts that a place rules out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.offices import OFFICE_RULES, Rule
from assistant.reading.terms import BOUNDS, Term
from assistant.reading.text import Text

VAGUE_BOUNDS = frozenset(
    {
        "over",
        "under",
        "above",
        "below",
        "from",
        "beyond",
        "beneath",
        "まで",
        "から",
        "up to",
        "切る",
        "間",
        "以内",
        "short of",
        "収まる",
        "に収まる",
        "収まっている",
        "に収まって",
        "収まって",
        "おさまる",
        "におさまる",
        "におさまって",
        "に届いて",
        "届いて",
        "に達する",
        "に達して",
        "and under",
        "and over",
        "or under",
        "or over",
    }
)
"""Bounds that are bounds only beside an amount."""


def narrow(text: Text, terms: Sequence[Term]) -> None:
    """Take from every term the concepts that it does not have in its place."""
    for term in terms:
        for rule in RULES:
            lost = rule(text, terms, term)
            if lost & term.concepts:
                term.concepts -= lost


def _bound(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Bounds that bound nothing, and what bounds an amount and so compares nothing else."""
    if "bound" in term.used_by:
        return frozenset({*BOUNDS, "difference"})
    if len(terms) == 1 or any("it" in t.concepts for t in terms[term.index + 1 : term.index + 2]):
        return frozenset()
    return frozenset({*BOUNDS, "between"}) if term.mention.surface in VAGUE_BOUNDS else frozenset()


def _allocated(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """Money that is `set aside for` something is given to it, not taken away."""
    asked = any("how_much" in t.concepts for t in terms[: term.index])
    given = "set aside" in term.mention.surface and (asked or text.folded.startswith(" for ", term.mention.end))
    return term.concepts if given else frozenset()


def _no_part(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """資料のうち means in the document, and うちは at the beginning means us: neither asks for a part."""
    before = terms[max(0, term.index - 2) : term.index]
    us = term.mention.surface == "うち" and not term.index and text.folded.startswith("は", term.mention.end)
    return frozenset({"share_of"}) if us or any("document" in t.concepts for t in before) else frozenset()


def _superlative(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`Of all` only completes a superlative (`the smallest of all programmes`)."""
    of = term.mention.surface.startswith("of all") or text.folded[: term.mention.start].endswith(" of ")
    extreme = any(t.concepts & {"largest", "smallest", "most"} for t in terms[: term.index])
    return frozenset({"all"}) if of and extreme else frozenset()


def _own_set(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Keep a possessive from pointing elsewhere where the question names the set (`all programmes with their amounts`)."""
    before = {c for t in terms[: term.index] for c in t.concepts}
    own = "all" in before or {"list", "programme"} <= before
    return frozenset({"those", "it"}) if own and term.mention.surface in POSSESSIVE else frozenset()


def _breakdown(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Which programmes print their parts (内訳が載っている事業はどれ) asks for parts, not for members of a set."""
    said = {c for t in terms for c in t.concepts}
    asked = {"which", "printed", "programme"} <= said and {"share_of", "component_amount"} <= term.concepts
    return frozenset({"share_of"}) if asked else frozenset()


def _relative(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the pointing from that, and the asking from the verb after it, in `the one that is a fund`."""
    if not term.concepts & {"it", "yes_no"}:
        return frozenset()
    before = text.folded[: term.mention.start].rstrip()
    if term.mention.surface == "that" and before.endswith(_HEADS):
        return frozenset({"it"})
    follows = any(before.endswith(f"{head} {pronoun}") for head in _HEADS for pronoun in ("that", "which", "who"))
    return frozenset({"yes_no"}) if follows else frozenset()


def _correcting(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """違う before what is meant instead (違う、ベクターの方) corrects; it asks for no difference."""
    if not {"correction", "difference"} <= term.concepts:
        return frozenset()
    described = text.folded[term.mention.end :].lstrip().startswith(("の", "点", "事業", "額"))
    return frozenset({"correction"}) if term.index or described else frozenset({"difference"})


def _gets(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`Programmes that receive less than …`, `what did it receive`: money is got, no recipient is asked for."""
    if "recipient" not in term.concepts or not term.mention.surface.startswith("receiv"):
        return frozenset()
    said = {c for t in terms[: term.index] for c in t.concepts}
    money = any(t.number == "money" or t.concepts & {"how_much", "count", "how_many", "amount"} for t in terms)
    did = text.folded[: term.mention.start].startswith(("what did", "what does", "what will", "and what did"))
    return frozenset({"recipient"}) if "who" not in said and (money or did) else frozenset()


def _sorted_by(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the comparison from `by how much money` where it only says what is ranked by."""
    ranked = any(t.concepts & {"rank", "order", "descending", "ascending"} for t in terms[: term.index])
    return frozenset({"difference"}) if term.mention.surface == "by how much" and ranked else frozenset()


def _money_itself(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`Who ends up with the money?`, `who do I ring for the brain money?`: not how much it is is asked."""
    said = {c for t in terms for c in t.concepts}
    if term.mention.surface not in ("money", "the money", "お金", "資金") or said & {"how_much", "total"}:
        return frozenset()
    who = next((t for t in terms[: term.index] if "who" in t.concepts), None)
    about = who is not None and " for " in text.folded[who.mention.end : term.mention.start]
    return frozenset({"amount"}) if about or said & {"recipient", "route"} else frozenset()


_PASSES = re.compile(r"渡|届|流れる|流れて|わた|とど|行き|行く|落ち")


def _passing(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """どういう流れで渡る: how the money passes is asked, not to whom."""
    if "recipient" not in term.concepts or not _PASSES.match(term.mention.surface):
        return frozenset()
    said = {c for t in terms if t is not term for c in t.concepts}
    return frozenset({"recipient"}) if "route" in said and not said & {"who", "where", "recipient"} else frozenset()


def _whose_programme(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """どこの省の何という事業, `which integrated project programme`: the programme is asked for, not the group."""
    lost = term.concepts & {"ministry", "category"}
    following = terms[term.index + 1 : term.index + 3]
    if not lost or not any("programme" in t.concepts for t in following):
        return frozenset()
    if term.mention.surface.startswith(("which ", "what ")):
        named = "programme" in following[0].concepts and not text.folded[term.mention.end : following[0].mention.start].strip()
        return lost if named else frozenset()
    ranked = any(t.concepts & {"largest", "smallest", "most"} for t in terms)
    called = following[0].concepts & {"what", "which", "name"} and text.folded.startswith("の", term.mention.end)
    return lost if ranked and called else frozenset()


def _member_of(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the portion from `part of PJ1`: it is one of its programmes."""
    following = terms[term.index + 1 : term.index + 2]
    group = any(t.kinds() & {"category", "ministry"} for t in following)
    return (
        frozenset({"share_of"})
        if group and term.mention.surface in ("part of", "a part of", "one of", "among")
        else frozenset()
    )


def _copula(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the question word from 基金なんですか: nothing is asked openly where なんですか stands right behind a name."""
    before = terms[term.index - 1] if term.index else None
    name = before is not None and before.entities and before.mention.end == term.mention.start
    return (
        frozenset({"what"}) if name and term.mention.surface.startswith("なん") and "yes_no" in term.concepts else frozenset()
    )


def _means(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """Take the average from `which cancers does the plan mean?`."""
    verb = term.mention.surface == "mean" and not text.folded[term.mention.end :].strip(" ?.")
    return frozenset({"average"}) if verb and any("yes_no" in t.concepts for t in terms[: term.index]) else frozenset()


_OF_SOURCE = frozenset({"source_meeting", "source_title", "source_date"})


def _of_document(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """Take the question from 専門調査会の資料に出ている9事業の総額: it only says which document."""
    following = terms[term.index + 1 : term.index + 2]
    document = any("document" in t.concepts for t in following) and text.folded.startswith("の", term.mention.end)
    asked = any(t.concepts & {"total", "count", "amount", "how_much", "list", "average", "largest"} for t in terms)
    return _OF_SOURCE if document and asked and term.concepts & _OF_SOURCE else frozenset()


_SUMS = frozenset({"how_much", "amount", "total", "share", "component_amount", "difference", "remainder"})


def _side(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the portion from VC側の要件: whose side it is, where no money is asked."""
    sided = term.mention.surface in ("側", "側の", "side")
    return frozenset({"share_of"}) if sided and not any(t.concepts & _SUMS for t in terms) else frozenset()


_CONJUNCTION = re.compile(r" (?:they|you|i|we|he|she|it|someone|somebody|people|callers|the caller|added|asked)(?![a-z])")


def _whenever(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the time from `what does it come to when you add them up?`: none is asked for."""
    first = not text.folded[: term.mention.start].strip()
    joins = term.mention.surface == "when" and not first and _CONJUNCTION.match(text.folded, term.mention.end)
    return frozenset({"when"}) if joins else frozenset()


_TOGETHER = re.compile(r" (?:this|the|that|these|it|in|a)(?![a-z])")


def _sharing(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`How many ministries share this package?`: they have it together, no portion is asked for."""
    before = terms[term.index - 1] if term.index else None
    group = before is not None and before.concepts & {"ministry", "category", "programme", "organisation", "division"}
    verb = term.mention.surface == "share" and _TOGETHER.match(text.folded, term.mention.end)
    return frozenset({"share"}) if group and verb else frozenset()


_HEADS = ("one", "ones", "those", "programme", "programmes", "program", "programs", "project", "projects", "figure", "amount")
POSSESSIVE = ("their", "its", "その", "それぞれの")
RULES: tuple[Rule, ...] = (
    *OFFICE_RULES,
    _bound,
    _allocated,
    _no_part,
    _superlative,
    _own_set,
    _breakdown,
    _relative,
    _correcting,
    _gets,
    _sorted_by,
    _money_itself,
    _passing,
    _sharing,
    _whenever,
    _member_of,
    _copula,
    _means,
    _of_document,
    _side,
    _whose_programme,
)
