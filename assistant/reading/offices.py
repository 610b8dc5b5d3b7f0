"""Words around offices and telephones that mean something else by where they stand (see senses)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.reading.terms import Term
from assistant.reading.text import Text

Rule = Callable[[Text, Sequence[Term], Term], frozenset[str]]
_ALSO = re.compile(r"(?<![a-z])and(?![a-z])|[,&、・]|と")
_OFFICES = frozenset(
    {"section", "division", "office", "desk", "unit", "team", "課", "室", "担当課", "担当室", "部署", "担当部署"}
)


def _its_extension(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`Extension for the venture section`, 創薬の課の内線: the office only says whose extension is asked for."""
    if term.mention.surface not in _OFFICES:
        return frozenset()
    cue = next((t for t in terms if "extension" in t.concepts), None)
    if cue is None or cue is term:
        return frozenset()
    first, second = (cue, term) if cue.index < term.index else (term, cue)
    gap = text.folded[first.mention.end : second.mention.start]
    of_it = re.match(r" (?:for|of|at|does|do|has)(?![a-z])", gap) or (
        cue.mention.surface.endswith((" of", " for")) and len(gap) < 30
    )
    english = cue.index < term.index and bool(of_it) and not _ALSO.search(gap)
    japanese = term.index < cue.index and gap == "の" and term.index > 0
    return term.concepts & {"division", "contact", "bureau"} if english or japanese else frozenset()


def _whose_digits(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the ministry from `8133, whose is it?`, which asks whom the number belongs to."""
    whose = term.mention.surface in ("whose is it", "whose is this", "whose is that", "whose")
    return frozenset({"ministry"}) if whose and any(t.number == "digits" for t in terms) else frozenset()


def _put_up(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """Take the address from `the budget for building the vector base`: what is built is none."""
    following = terms[term.index + 1 : term.index + 2]
    named = any(t.kinds() & {"program", "topic", "equipment"} for t in following)
    if term.mention.surface != "building" or not named:
        return frozenset()
    gap = text.folded[term.mention.end : following[0].mention.start].strip()
    return frozenset({"unknown:address", "address"}) if gap in ("", "a", "an", "the", "up", "up a") else frozenset()


_HANDLING = frozenset(
    {
        "handling",
        "handles",
        "running",
        "runs",
        "dealing with",
        "responsible for",
        "in charge of",
        "looking after",
        "looks after",
        "look after",
    }
)


def _handling(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take from the verb of `the extension of the division handling X` all but that it describes the office."""
    before = next((t for t in reversed(terms[: term.index]) if "it" not in t.concepts), None)
    office = before is not None and (before.kinds() & {"division", "bureau"} or before.mention.surface in _OFFICES)
    asked = any("extension" in t.concepts for t in terms[: term.index])
    return frozenset({"contact", "division"}) if term.mention.surface in _HANDLING and office and asked else frozenset()


_NAMED = re.compile(r"(?:が|の|も)(?:挙が|あが|出て|載って|のって|登場)")
"""What is only mentioned (名前が挙がっている) has no name asked for."""


def _office_name(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """課の名前, `the name of the division`: not the programme's name is asked for."""
    if "name" not in term.concepts:
        return frozenset()
    if _NAMED.match(text.folded, term.mention.end):
        return frozenset({"name"})
    beside = terms[max(0, term.index - 1) : term.index + 2]
    office = next((t for t in beside if t.concepts & {"division", "bureau", "contact"} and t is not term), None)
    if office is None:
        return frozenset()
    first, second = (office, term) if office.index < term.index else (term, office)
    return (
        frozenset({"name"})
        if text.folded[first.mention.end : second.mention.start].strip() in ("の", "of", "of the")
        else frozenset()
    )


_TOWARDS = re.compile(r"(?:へ|に|まで)(?:お|ご)?(?:回|つな|繋|電話|連絡|かけ|掛け|転送|取り次|取次|問い合わせ)")


def _towards(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`担当室に電話したい、内線は？`: whom one wants to reach only describes whose extension is asked for."""
    if not term.concepts & {"contact", "division", "bureau"} or not any("extension" in t.concepts for t in terms):
        return frozenset()
    asked = (
        text.folded[: term.mention.start].endswith(("どちらの", "どこの", "どの", "何")) or term.mention.surface[:1] in "何ど"
    )
    towards = not asked and _TOWARDS.match(text.folded, term.mention.end)
    return frozenset({"contact", "division", "bureau"}) if towards else frozenset()


def _misdialled(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the comparison from 4041にかけたら違うと言われた: the number is said to be another one's."""
    called = any(t.number == "digits" for t in terms[: term.index])
    return frozenset({"difference", "correction"}) if term.mention.surface.startswith("違") and called else frozenset()


def _contact_for(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the purpose from `who the contact is for the programme`."""
    before = terms[term.index - 1] if term.index else None
    contact = before is not None and before.concepts & {"contact", "extension", "division"}
    return frozenset({"purpose"}) if contact and term.mention.surface.endswith(" for") else frozenset()


_HAS = re.compile(r" (?:has|have|had|gets?|got|receives?|received)(?![a-z])")


def _who_has(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """`Who has no more than four billion?`, `who gets more, NEDO or AMED?`: no contacts are asked for."""
    if term.mention.surface != "who" or not _HAS.match(text.folded, term.mention.end):
        return frozenset()
    sides = sum(bool(t.kinds() & {"organisation", "program", "ministry", "category"}) for t in terms) > 1
    return frozenset({"who"}) if sides or any(t.bound for t in terms) else frozenset()


def _whose_office(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """何省の課, どこの省の部署: the ministry is asked for, the office only says what it is of."""
    before = terms[term.index - 1] if term.index else None
    asked = before is not None and "ministry" in before.concepts and before.mention.surface[:1] in ("何", "ど", "な")
    office = term.mention.surface in _OFFICES and term.concepts & {"division", "bureau", "contact"}
    if not (asked and office and before) or text.folded[before.mention.end : term.mention.start] != "の":
        return frozenset()
    return term.concepts & {"division", "bureau", "contact"}


def _theirs(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:
    """経産省の所管でないもの: beside a ranking or a total the word only says what the ministry does."""
    before = terms[term.index - 1] if term.index else None
    if before is None or "ministry" not in term.concepts or "ministry" not in before.kinds():
        return frozenset()
    counts = any(t.concepts & {"largest", "smallest", "most", "total", "average", "how_many"} for t in terms)
    return frozenset({"ministry"}) if counts and text.folded[before.mention.end : term.mention.start] == "の" else frozenset()


def _joins(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """大学と企業をつなぐ事業: what a programme joins is no telephone call."""
    if term.mention.surface not in ("つなぐ", "つなげる", "結ぶ") or "contact" not in term.concepts:
        return frozenset()
    return (
        frozenset({"contact"})
        if text.folded.startswith(("事業", "やつ", "もの", "取組", "ぷろぐらむ"), term.mention.end)
        else frozenset()
    )


def _its_number(text: Text, terms: Sequence[Term], term: Term) -> frozenset[str]:  # noqa: ARG001
    """Take the count from `the cancer division's number`: a telephone number is asked for."""
    before = terms[term.index - 1] if term.index else None
    office = before is not None and before.kinds() & {"division", "bureau"}
    return frozenset({"count"}) if office and {"count", "what_number"} <= term.concepts else frozenset()


OFFICE_RULES: tuple[Rule, ...] = (
    _whose_digits,
    _put_up,
    _its_extension,
    _handling,
    _office_name,
    _towards,
    _misdialled,
    _contact_for,
    _who_has,
    _whose_office,
    _theirs,
    _joins,
    _its_number,
)
