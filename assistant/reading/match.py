"""Which intent explains a frame best: what it needs is there, and what else is said it can use.

A candidate is one operation, one social intent, or the attributes that are asked for together. Its score grows with every
part of the question that it uses and falls with every part that it leaves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from assistant.intents.model import Intent
from assistant.reading.model import Candidate, Frame
from assistant.reading.terms import Term

NEEDED, TAKEN, LEFT, WEAK = 2.0, 1.0, -2.2, -0.4
SLOT, STRONG_SLOT, STRONG_LEFT = 0.6, 2.0, -3.0

NEUTRAL = frozenset(
    {
        "which", "what", "programme", "it", "those", "also", "printed", "involved", "confirm", "recall", "in_this_budget",
        "about", "document", "exact", "in_million", "in_oku", "in_billion", "in_thousand", "in_trillion", "or", "only",
        "among_them", "earlier", "correction", "others", "former", "latter", "inclusive", "how", "yes_no", "all", "each",
        "parties", "actually", "subsidy", "ge", "take", "out", "same_year", "previous_year", "next_year", "started", "ended",
        "newest", "relative_year", "same_ministry", "same_category", "run_by",
    }
)  # fmt: skip
"""Concepts that any intent may leave unused: they shape the question, not what is asked."""
WEAKLY = frozenset(
    {
        "who", "where", "when", "big", "small", "more", "less", "what_number", "not", "order",
        "included", "share_of", "group_by", "between", "greeting", "thanks",
        "farewell", "profile", "list", "telephone", "gt", "le", "lt", "help",
    }
)  # fmt: skip
"""Concepts that cost little when unused."""
FORCE = frozenset({"not", "except", "ge", "gt", "le", "lt", "more", "less", "besides"})
"""Concepts that turn a condition round or set one: an intent that leaves one unused answers something else."""
LOOSE = ("count", "percent", "digits", "date", "duration")
"""Numbers that must be used by something."""
UNSELECTED = -1.5
OF_MANY = ("largest", "smallest", "count", "average", "median")
"""Operations that make no sense over one programme."""
VAGUE = -1.0
"""The handicap of the intent that only a name suggests."""
EVERYTHING = ("list", "all", "document", "each", "group_by")
STRONG_SLOTS = frozenset(
    {
        "extension_number",
        "money_part",
        "money_beside",
        "related_name",
        "part_name",
        "missing_part",
        "without_part",
        "slice",
        "ordinal",
        "payee_name",
    }
)
"""Slots that only some intents can use; the others would ignore what the question is about."""
_ENDINGS = frozenset({"ない", "なし", "no"})
"""Negations that may only end a verb, or begin a noun."""
SUMMARIES = ("count", "total", "average", "median")
"""Figures over the same programmes that are asked for together (平均と中央値)."""
COORDINATION = ("と", "や", "、", ",", "and", "&", "及び", "および", "plus", "とか", "も", "or", "並び")


def satisfied(when: Sequence[str], features: frozenset[str]) -> bool:
    """Whether a combination of features is there."""
    for need in when:
        if need.startswith("!"):
            if features & set(need[1:].split("|")):
                return False
        elif not features & set(need.split("|")):
            return False
    return True


def candidates(intents: Mapping[str, Intent], frame: Frame, terms: Sequence[Term], folded: str = "") -> tuple[Candidate, ...]:
    """Return the intents that may be meant, best first; attributes asked for together are one candidate."""
    features = frame.features
    cues = frozenset(c for t in terms for c in t.concepts if "bound" not in t.used_by)
    found: list[Candidate] = []
    asked = [i for i in intents.values() if i.kind in ("attribute", "source") and any(satisfied(w, features) for w in i.when)]
    if "extension_number" in features and "selection" not in features:
        asked = []
    if frame.measure is not None and not features & {"program", "programs", "ambiguous", "each", "list"}:
        asked = [i for i in asked if i.name != "amount"]  # of a set in a register the total is meant
    groups = [
        group
        for kind in ("attribute", "source")
        for group in _together([i for i in asked if i.kind == kind], features, cues, terms, folded)
    ]
    found += [_score(group, features, terms) for group in groups]
    chat = {i.name for i in intents.values() if i.kind == "social"}
    asking = bool(cues & ({*intents, "how_much", "how_many", "who", "what_number"} - chat - {"profile", "list", "overview"}))
    for intent in intents.values():
        if intent.kind not in ("operation", "social") or (intent.kind == "social" and (asking or "selection" in features)):
            continue
        combination = _best_combination(intent, features)
        if combination is None:
            continue
        extra: list[Intent] = []
        columns = str(intent.parameters.get("columns", "")).split()
        if columns:
            extra = [a for a in asked if a.kind == "attribute" and a.name in columns and a.name in cues]
            if features & {"division_name", "bureau_name"}:
                extra += [intents["contact"]]
        found.append(_score([intent, *extra], features, terms, combination))
    counted = {"count"} if "how_many" in cues and "total" in cues else set()
    figures = [
        i for i in intents.values() if i.name in SUMMARIES and i.name in cues | counted and _best_combination(i, features)
    ]
    if len(figures) > 1:
        found.append(_score(figures, features, terms))
    found.sort(key=lambda c: (c.loose_numbers > 0, -c.score, len(c.intents), c.intents))
    return tuple(found)


def _best_combination(intent: Intent, features: frozenset[str]) -> tuple[str, ...] | None:
    """Return the longest combination of an intent that holds."""
    holding = [when for when in intent.when if satisfied(when, features)]
    return max(holding, key=lambda w: sum(not n.startswith("!") for n in w), default=None)


def _together(
    asked: list[Intent], features: frozenset[str], cues: frozenset[str], terms: Sequence[Term], folded: str
) -> list[list[Intent]]:
    """Return the groups of attributes that the question may be asking for together."""
    named = [i for i in asked if i.name in cues]
    by_slot = [i for i in asked if i not in named and _slots(i, features) & STRONG_SLOTS]
    vague = [i for i in asked if i not in named and i not in by_slot]
    named = [x for x in named if not any(x.name in y.takes for y in by_slot)]
    named = [x for x in named if not any(_modifies(x, y, terms, folded) for y in named if y is not x)]
    if "what_number" in cues and any(i.name == "extension" for i in vague) and not cues & {"division", "bureau"}:
        named = [i for i in named if i.name != "contact"] + [i for i in vague if i.name == "extension"]
    if any(i.parameters.get("group") == "contact" for i in named):
        named = [i for i in named if i.name != "equipment"]
        if not cues & {"how_much", "amount", "component_amount"}:
            by_slot = [i for i in by_slot if i.name != "component_amount"]
            vague = [i for i in vague if i.name != "component_amount"]
    if "missing_part" in features:
        named = [i for i in named if i.name not in ("amount", "recipient", "route")]
    chosen = [*named, *by_slot]
    if not chosen:
        return [[i] for i in vague]
    takes = frozenset().union(*(i.takes for i in chosen))
    rest = [i for i in vague if not _evidence(i, features, cues) <= takes | {i.name for i in chosen}]
    return [[*chosen, *rest]]


def _slots(intent: Intent, features: frozenset[str]) -> frozenset[str]:
    """Return the needed features of an intent that hold."""
    return frozenset(
        f
        for when in intent.when
        if satisfied(when, features)
        for need in when
        if not need.startswith("!")
        for f in need.split("|")
        if f in features
    )


def _evidence(intent: Intent, features: frozenset[str], cues: frozenset[str]) -> frozenset[str]:
    """Return the cues that an intent rests on."""
    return _slots(intent, features) & cues


_GENERAL = ("contact", "division", "bureau", "ministry", "organisation", "amount", "name", "purpose")
"""Attributes that may merely describe another one (担当の内線, 予算の流れ), the most general first."""


def _modifies(x: Intent, y: Intent, terms: Sequence[Term], folded: str) -> bool:
    """Whether one attribute only describes another (`担当の内線`), rather than standing beside it (`担当と内線`)."""
    if x.name not in y.takes or x.name not in _GENERAL:
        return False
    contact = y.parameters.get("group") == "contact"
    if y.name in _GENERAL and x.name in y.takes and y.name in x.takes and _GENERAL.index(y.name) < _GENERAL.index(x.name):
        return False
    firsts = [t for t in terms if x.name in t.concepts]
    seconds = [t for t in terms if y.name in t.concepts]
    if x.name == "amount" and contact:
        return all(any(_about(first, second, terms, folded) for second in seconds) for first in firsts)
    if x.name in ("division", "bureau"):
        return all(any(_of(first, second, folded) for second in seconds) for first in firsts)
    return all(
        any(_beside(first, second, folded) and not _asked_between(first, second, terms) for second in seconds)
        for first in firsts
    )


def _of(first: Term, second: Term, folded: str) -> bool:
    """Whether one cue belongs to the next (`担当室の内線`)."""
    return first.index + 1 == second.index and folded[first.mention.end : second.mention.start] == "の"


def _about(first: Term, second: Term, terms: Sequence[Term], folded: str) -> bool:
    """Whether an amount is only what the other is asked about (`who to ring about the genome money`)."""
    between = terms[second.index + 1 : first.index]
    gap = folded[second.mention.end : first.mention.start].split()
    said = any("about" in t.concepts for t in between) or (second.index < first.index and "for" in gap)
    return said and not set(gap) & set(COORDINATION)


def _asked_between(first: Term, second: Term, terms: Sequence[Term]) -> bool:
    """Whether the first cue has its own question word before the second one (`contact どこ？ extension も`)."""
    return any(t.concepts & {"where", "who", "which"} for t in terms[first.index + 1 : second.index])


def _beside(first: Term, second: Term, folded: str) -> bool:
    """Whether two cues stand side by side without being coordinated."""
    low, high = sorted((first, second), key=lambda t: t.index)
    gap = folded[low.mention.end : high.mention.start]
    near = high.index - low.index <= 2 and len(gap) <= (14 if gap.isascii() else 4)
    return near and not any(sign in gap for sign in COORDINATION)


def _score(
    intents: Sequence[Intent], features: frozenset[str], terms: Sequence[Term], combination: Sequence[str] | None = None
) -> Candidate:
    """Score intents by what of the question they use and what they leave."""
    concepts = {c for t in terms for c in t.concepts}
    needed: set[str] = set()
    taken: set[str] = set()
    for intent in intents:
        own = _slots(intent, features) if combination is None or intent is not intents[0] else _holding(combination, features)
        needed |= own
        taken |= intent.takes | {intent.name} | (features & {"negated"})
    score = 0.0
    used: list[str] = []
    unused: list[str] = []
    counted: set[str] = set()
    ignored = 0
    for term in terms:
        own_concepts = {c for c in term.concepts if not c.startswith("unknown:")}
        if not own_concepts or term.used_by or term.entities:
            continue
        gain = _gain(own_concepts, needed, taken, counted)
        score += gain
        ignored += gain <= LEFT or _forces(term, own_concepts, needed, taken) or (own_concepts == {"who"} and gain < 0)
        (used if gain > 0 else unused if not own_concepts & NEUTRAL else []).append(term.mention.surface)
    for slot in features - concepts:
        strong = slot in STRONG_SLOTS
        if slot == "selection" and all(i.kind == "source" for i in intents):
            score += STRONG_LEFT
        if slot in needed:
            score += STRONG_SLOT if strong and slot != "ordinal" else SLOT
        elif strong and slot not in taken:
            score += STRONG_LEFT
    if any(i.needs_selection for i in intents) and not features & {"selection", *EVERYTHING}:
        score += UNSELECTED
    if intents[0].name == "profile":
        score += VAGUE
    if intents[0].name in OF_MANY and features & {"named_program", "program"} and not {"rank", "programs"} <= features:
        score += STRONG_LEFT
        ignored += 1
    numbers = [t for t in terms if t.number in LOOSE and not t.used_by and not t.concepts & needed]
    loose = [t for t in numbers if t.mention.value != 1]
    allowed = 1 if (needed | taken) & {"count_number", "percent_value"} else 0
    loose_numbers = max(0, len(loose) - allowed)
    score += LEFT * loose_numbers
    loose_numbers += ignored
    return Candidate(tuple(i.name for i in intents), round(score, 3), tuple(used), tuple(unused), loose_numbers)


def _forces(term: Term, concepts: set[str], needed: set[str], taken: set[str]) -> bool:
    """Whether a word that turns or sets a condition is left over; ない ends many a verb and may only do that."""
    if term.mention.surface in _ENDINGS or not concepts & FORCE or not concepts <= FORCE | {"difference"}:
        return False
    if "besides" in concepts and "negated" in needed | taken:
        return False
    return not concepts & needed and ("except" in concepts or not concepts & taken)


def _holding(when: Iterable[str], features: frozenset[str]) -> frozenset[str]:
    """Return the features of a combination that hold."""
    return frozenset(f for need in when if not need.startswith("!") for f in need.split("|") if f in features)


def _gain(concepts: Collection[str], needed: set[str], taken: set[str], counted: set[str]) -> float:
    """Return what a term adds to a score; the same evidence said twice hardly counts."""
    own = set(concepts)
    for pool, value in ((needed, NEEDED), (taken, TAKEN)):
        if own & pool:
            fresh = not (own & pool) <= counted
            counted |= own & pool
            return value if fresh else 0.2
    if own & NEUTRAL:
        return 0.0
    return WEAK if own & WEAKLY else LEFT
