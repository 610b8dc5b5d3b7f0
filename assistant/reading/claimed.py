"""What a question of yes or no claims of a whole set (`are both of METI's programmes funds?`), or of one part alone."""

from __future__ import annotations

import re

from assistant.reading.draft import Draft
from assistant.reading.model import Filter
from assistant.reading.quantities import sizes
from assistant.reading.terms import Term

KINDS = ("ministry", "category", "organisation")
_OPEN = frozenset(
    {"which", "what", "who", "where", "when", "how_much", "how_many", "how", "list", "count", "total", "average", "median",
     "share", "difference", "ratio", "largest", "smallest", "rank", "extension", "division", "bureau", "contact", "or"}
)  # fmt: skip
"""Concepts of a question that asks more than whether something is so."""
_QUANTIFIED = re.compile(
    r"(?<![a-z])(?:every|all|both|each|everything)(?![a-z])|すべて|全て|全部|ぜんぶ|みんな|みな|両方|どちらも|どっちも|どれも|いずれも|2つとも|二つとも|ふたつとも|3つとも|三つとも|みっつとも|ともに|とも(?=[^にか])"
)
_SOME = re.compile(
    r"(?<![a-z])(?:any|there|have|has|hold|holds|contain|include|some|one of|no)(?![a-z])"
    r"|ある|あり|ない|無い|なし|いる|います|含ま|入って|持って"
)
_CLOSED = re.compile(
    r"^(?:so |and |but |then |ok |okay |hello |hi |quick question )*"
    r"(?:is|are|was|were|do|does|did|isnt|arent|doesnt|am i right|true or false|confirm|right)(?![a-z])"
)
_COPULA = re.compile(r"^(?:so |and |but |then |ok |okay )*(?:is|are|was|were|isnt|arent) ")
_IS_SO = re.compile(
    r"(?:です|でしょう|だよね|だよな|だっけ|でしたっけ|なの)(?:か|ね|よね)*$|[?]$|間違いない|合って|正しい|よろしい"
)


_JUST_THAT = re.compile(r"(?:だけ|のみ)(?:です|でしょう|だよね|なの|なん)?(?:か|か?[?？])[。?？]*$")


def settle_claimed(draft: Draft) -> None:
    """Set apart what a question of yes or no claims from what it claims it of."""
    asks = draft.cues() & {"yes_no", "confirm", "recall"} or _JUST_THAT.search(draft.text.original.strip())
    closed = draft.language == "ja" or any(_CLOSED.match(draft.text.folded[at:].lstrip()) for at in (0, *draft.text.breaks))
    alone = draft.programmes and _ONLY.search(draft.text.folded)
    if not asks or not closed or draft.cues() & (_OPEN - _OFFICES if alone else _OPEN):
        return
    if alone and _only_named(draft):
        return
    if draft.cues() & _OPEN:
        return
    if len(draft.programmes) == 1:
        _only_part(draft)
    elif draft.programmes:
        _of_named(draft)
    elif not draft.programmes and not draft.extensions:
        _of_set(draft)


_OFFICES = frozenset({"contact", "bureau", "division", "where", "organisation"})


def _describes(draft: Draft, ministry: Filter) -> bool:
    """Whether a ministry stands right before the programme or amount that it only describes (文科省の14億円の事業)."""
    for term in draft.terms[:-1]:
        after = draft.terms[term.index + 1]
        thing = "program" in after.kinds() or after.number == "money"
        if thing and any(("ministry", str(v)) in term.entities for v in ministry.values):
            return draft.text.folded[term.mention.end : after.mention.start].strip() in ("の", "", "s")
    return False


_ONLY = re.compile(r"(?<![a-z])(?:only|sole|just)(?![a-z])|だけ|のみ|しか")


def _only_named(draft: Draft) -> bool:
    """Ask whether the programmes named are all that meet the other conditions (`is it the only one through NEDO?`)."""
    bounds = [Filter(f"amount_{kind}", (value,)) for kind, value in draft.premises if kind in ("ge", "gt", "le", "lt")]
    others = [f for f in draft.filters if f.name in KINDS or f.name.startswith("amount_")]
    described = [f for f in others if f.name == "ministry" and _describes(draft, f)]
    if described and len(others) + len(bounds) > 1:
        draft.filters = [f for f in draft.filters if f not in described]
        others = [f for f in others if f not in described]
    offices = [f for f in draft.filters if f.name in ("bureau", "division") and not f.negated]
    named = Filter("program", tuple(draft.programmes))
    if offices and len(draft.programmes) == 1 and len(offices) == len(draft.filters) - 1:
        draft.premises.append((f"only_{offices[0].name}", str(offices[0].values[0])))
        draft.filters = [named]
        draft.features = draft.features - {"bureau_name", "division_name", "only"} | {"contact"}
        return True
    if not (others or bounds) or len(others) + 1 + len(offices) != len(draft.filters):
        return False
    draft.predicate, draft.filters, draft.operands = named, [*others, *bounds], []
    draft.programmes = []
    draft.premises = [p for p in draft.premises if p[0] not in ("ge", "gt", "le", "lt", "amount")]
    draft.features -= {"named_program", "claim", "only", "topic", "money_whole", "premise_whole"}
    draft.features |= {"claim_all", "list", "programme"}
    for term in draft.terms:
        if term.concepts & {"organisation", "only", "where"}:
            term.concepts = frozenset()
    return True


def _of_set(draft: Draft) -> None:
    """Take the condition that is claimed out of those that say what it is claimed of."""
    folded = draft.text.folded
    if re.search(r"(?<![a-z])(?:any|there)(?![a-z])|[一1]つもない|ひとつもない", folded):
        return
    quantified = bool(_QUANTIFIED.search(folded))
    copula = _COPULA.match(folded) if draft.language == "en" else _IS_SO.search(folded)
    plain = bool(copula) and not _SOME.search(folded.replace("yes or no", ""))
    terms = [t for t in draft.terms if t.used_by & set(KINDS) or (t.number == "money" and t.bound)]
    if not terms or not (quantified or (plain and len(terms) > 1)):
        return
    term = terms[-1]
    if quantified and draft.language == "en" and len(terms) > 1 and _quantifies(draft, term):
        term = terms[0]
    alone = len(terms) == 1 and draft.cues() & {"all", "programme", "those"}
    predicate = _condition(draft, term)
    if predicate is None or not (len(terms) > 1 or alone) or (len(draft.filters) > 1) != (len(terms) > 1):
        return
    draft.predicate = predicate
    draft.filters = [f for f in draft.filters if f != predicate]
    draft.operands = []
    draft.features |= {"claim_all", "list", "programme"}
    for count in draft.terms:
        if count.number == "count" and not count.used_by and count.mention.value in sizes(draft):
            count.used_by.add("size")
            draft.features.discard("count_number")
            draft.count = None
    if predicate.name in KINDS:
        term.entities, term.concepts = (), frozenset({predicate.name})
        draft.features |= {predicate.name}


def _of_named(draft: Draft) -> None:
    """Ask of each of several programmes named whether it is in the group that is claimed (`are both MEXT's?`)."""
    terms = [t for t in draft.terms if t.used_by & set(KINDS) and not t.negated]
    predicate = _condition(draft, terms[0]) if len(terms) == 1 else None
    if predicate is None or len(draft.filters) != 2:
        return
    draft.predicate = predicate
    draft.filters = [f for f in draft.filters if f != predicate]
    draft.operands = []
    draft.features |= {"claim_all", "list", "programme", predicate.name}
    terms[0].entities, terms[0].concepts = (), frozenset({predicate.name})


_BEFORE_SET = re.compile(r"(?<![a-z])(?:every|all|both|each)(?: of| the| one| one of| of the| three| two| four| six)*$")


def _quantifies(draft: Draft, term: Term) -> bool:
    """Whether `every`, `all`, `both` stand right before the last condition: it is the set (`in every METI programme`)."""
    return bool(_BEFORE_SET.search(draft.text.folded[: term.mention.start].rstrip()))


def _condition(draft: Draft, term: Term) -> Filter | None:
    """Return the condition that a term stands for, if it is one of its own."""
    if term.number == "money":
        return next((f for f in draft.filters if f.name == f"amount_{term.bound}" and f.values == (term.mention.value,)), None)
    named = [(k, i) for k, i in term.entities if k in KINDS]
    return next((f for f in draft.filters if any(f.name == k and f.values == (i,) for k, i in named)), None)


_ENTIRELY = re.compile(
    r"(?<![a-z])(?:all|entirely|wholly|only|just|solely|everything)(?![a-z])|全部|全額|すべて|全て|だけ|のみ"
)


def _only_part(draft: Draft) -> None:
    """Ask whether a part is the whole (`is it all AMED money?`), an agency the only one: all of them are shown."""
    parts = [f for f in draft.filters if f.name in ("part", "organisation") and not f.negated]
    if not parts or "missing_part" in draft.features or not _ENTIRELY.search(draft.text.folded):
        return
    agencies = "organisation" in draft.cues() or parts[0].name == "organisation"
    kind = "organisation" if agencies else "component_amount"
    draft.premises.append(("sole", kind))
    draft.filters = [f for f in draft.filters if f not in parts]
    draft.features = draft.features - {"part_name", "part_names", "organisation_name", "amount", "only", "all"} | {kind}
    for term in draft.terms:
        if term.used_by & {"part", "organisation"}:
            term.entities, term.concepts = (), frozenset({kind})
            term.used_by = set()
        elif term.concepts & {"amount", "only", "all", "organisation"}:
            term.concepts = frozenset()
