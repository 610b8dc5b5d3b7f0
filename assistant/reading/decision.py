"""What to do with a reading: run it, ask back, say that the source does not hold it, or say that it is something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.intents.model import Intent
from assistant.reading.case import (
    ASKING,
    COMPARING,
    EVERYTHING,
    MEMBERSHIP,
    MONEY_INTENTS,
    OPEN,
    OPEN_WORDS,
    SETS,
    TRUTH,
    VAGUE,
    Case,
    Decision,
)  # fmt: skip
from assistant.reading.model import Candidate, Frame, Reading
from assistant.reading.thresholds import THRESHOLDS, Thresholds
from assistant.reading.topic import topic
from assistant.reading.world import World

_UNNAMED = re.compile(r"(?<![a-z])(?:the|this|that|our|your|my|their|his|her) (?:ministry|department|agency)(?! of)(?![a-z])")
_OTHER_BUDGET = re.compile(
    r"当初(?!.*(?:じゃな|ではな)).{0,6}(?:か|それとも).{0,8}補正|補正(?!じゃな|ではな).{0,6}(?:か|それとも).{0,8}当初|第?1次.{0,6}第?2次"
    r"|(?:initial|first|regular|original)(?!.{0,12} not ).{0,40}(?<![a-z])or(?![a-z]).{0,24}(?:supplementary|second|extra)"
    r"|(?:supplementary|second|extra).{0,24}(?<![a-z])or(?![a-z]).{0,24}(?:initial|first|regular|original)"
)
"""Both budgets in one question: which of them it is."""


def decide(reading: Reading, intents: Mapping[str, Intent], world: World, thresholds: Thresholds = THRESHOLDS) -> Decision:
    """Return what to do with a reading: what the first check that applies says, else to run the best candidate."""
    case = Case(reading, intents, world, thresholds)
    for check in CHECKS:
        decision = check(case)
        if decision is not None:
            return decision
    asserted = case.asserted and (case.frame.premises or _membership_asked(case.frame))
    return Decision("run", _all_claimed(case) if asserted else reading.best, truth=True if asserted else None)


def _all_claimed(case: Case) -> Candidate | None:
    """Return the candidate that answers all that is claimed (`is it METI's and a fund?`), the ministry and the category."""
    kinds = tuple(kind for kind in ("ministry", "category") if case.frame.values(kind))
    simple = set(case.best.intents) <= {"profile", "ministry", "category"}
    if simple and kinds and "money_whole" in case.frame.features:
        return replace(case.best, intents=(*kinds, "amount"))
    return replace(case.best, intents=kinds) if simple and len(kinds) > 1 else case.reading.best


def _nothing(case: Case) -> Decision | None:
    """Stop where nothing in the question is known, and answer small talk."""
    if not any(m.content for m in case.reading.mentions):
        return Decision("nothing")
    if case.first and case.intents[case.first].kind == "social":
        return Decision("run" if _explained(case) else "nothing", case.best)
    return None


def _unknown(case: Case) -> Decision | None:
    """Refuse what this source never states, of something that it does know."""
    unknown = unknown_of(case)
    if unknown and (case.about_data or unknown.startswith("category:")):
        return Decision("unknown", case.reading.best, unknown=unknown)
    return None


def _circumstances(case: Case) -> Decision | None:
    """Refuse reasons, times and places of what the source only gives the amount or the contact of."""
    if not case.about_data or not case.best.intents:
        return None
    takes = frozenset().union(*(case.intents[name].takes | {name} for name in case.best.intents))
    asked = {c for t in case.reading.terms for c in t.concepts} - takes
    names = set(case.best.intents)
    why = any("why" in t.concepts for t in case.reading.terms)
    if why and names & {*MONEY_INTENTS, "related_amount", "extension", "whose_extension", "division", "contact"}:
        return Decision("unknown", case.best, unknown="reason")
    of_money = names & {*MONEY_INTENTS, "related_amount"} - {"share"}
    if of_money and ("when" in asked or ("where" in asked and "related_amount" in names)):
        return Decision("unknown", case.best, unknown="circumstance")
    return None


def _unexplained(case: Case) -> Decision | None:
    """Stop where something is left that the reading makes nothing of."""
    passed = {"which"} if "involved" in case.frame.features else set[str]()
    passed |= {"how"} if "how about" in case.reading.folded else set()
    open_words = case.frame.features & OPEN - passed
    vague = case.first in VAGUE and bool(case.reading.skipped or open_words)
    acted = bool(case.reading.skipped) and any(t.concepts == {"who"} for t in case.reading.terms)
    acted = acted or any(t.concepts == {"who"} and _decides(case, t.index + 1) for t in case.reading.terms)
    vague = vague or (acted and case.first in ("contact", "amount", "list"))
    listed = case.first == "list" and "named_program" in case.frame.features and len(case.frame.values("program")) == 1
    vague = vague or (listed and bool(case.frame.features & {"how_much", "when", "who", "where", "why", "how_many"}))
    denied = "money_unknown" in case.frame.features and any("not" in t.concepts for t in case.reading.terms if not t.used_by)
    takes = frozenset().union(*(case.intents[name].takes for name in case.best.intents))
    asked = {c for t in case.reading.terms for c in t.concepts} & {"when", "why"} - takes
    open_ = bool(asked) and bool(set(case.best.intents) & (MONEY_INTENTS | {"list"}))
    named = len(case.frame.values("program"))
    uneven = named > 1 and case.frame.count not in (None, named) and case.first in SETS - {"largest", "smallest", "list"}
    places = [t for t in case.reading.terms if t.number == "ordinal" and not t.used_by and t.mention.surface != "first"]
    unplaced = (
        bool(places) and not case.reading.borrowed and not takes & {"ordinal"} and case.first not in ("source_meeting", "")
    )
    bounds = {f.name for f in case.frame.filters}
    twice = {"amount_ge", "amount_gt"} <= bounds or {"amount_le", "amount_lt"} <= bounds
    several = named > 1 or len(case.frame.operands) > 1
    mixed = several and bool(case.frame.values("part")) and case.first in ("difference", "ratio", "share")
    many = len(case.frame.operands) > 2 and case.first in ("difference", "ratio")
    alone = "only" in case.frame.features and _claims_only(case)
    authors = {"who", "document"} <= case.frame.features and case.best.intents == ("contact",) and not case.frame.filters
    distinct = _DISTINCT.search(case.reading.folded) and case.frame.features & TRUTH and not case.frame.features & ASKING
    asks = case.frame.features & TRUTH and not (case.frame.features & ASKING or OPEN_WORDS.search(case.reading.folded))
    each = case.first == "difference" and _EACH.search(case.reading.folded) and asks
    related = "related_name" in case.frame.features and case.first in ("difference_of_parts", "difference", "ratio")
    beside = related or "apart" in case.frame.features
    defines = _DEFINES.match(case.reading.folded) and case.first in ("profile", "list")
    if defines or twice or mixed or many or alone or authors or distinct or each or beside:
        return Decision("unexplained", case.reading.best)
    if vague or denied or uneven or open_ or unplaced or not _explained(case) or case.best.loose_numbers:
        return Decision("unexplained", case.reading.best)
    return None


_DISTINCT = re.compile(r"(?<![a-z])(?:different|distinct|separate)(?![a-z])|別々|異なる|バラバラ|ばらばら")
"""Whether things differ from one another is claimed: no statement answers that."""
_DEFINES = re.compile(r"(?:so |and |but )?what(?:s| is| are| does) (?:an? |the (?:term|word) )")
"""`What is a viral vector?` asks for a definition, `what is the vector base?` for the programme."""
_EACH = re.compile(r"(?<![a-z])(?:both|each|every|all|either)(?![a-z])|両方|どちらも|ふたつとも|どれも|いずれも|それぞれ")
_JUST_THAT = re.compile(r"(?:だけ|のみ)(?:です|でしょう|だよね|なの|なん)?(?:か|か?[?？])[。?？]*$")


def _claims_only(case: Case) -> bool:
    """Whether a question of yes or no says that something is the only one, and nothing has taken that up."""
    closed = case.frame.features & TRUTH or _JUST_THAT.search(case.reading.question.strip())
    taken = case.frame.premises or case.frame.predicate or "count_claim" in case.frame.features
    asking = case.frame.features & (ASKING | {"list"}) or OPEN_WORDS.search(case.reading.folded)
    return bool(closed and case.frame.values("program") and not taken and not asking)


def _unknown_alone(case: Case) -> Decision | None:
    """Refuse what this source never states, in a question that is otherwise understood."""
    unknown = unknown_of(case)
    near = {"in_this_budget", "document", "all", "share", "programme", "printed"}
    near |= {"which", "list", "share_of"} if unknown == "other_ministry" else set()
    if unknown and (case.first or case.frame.features & near):
        return Decision("unknown", case.reading.best, unknown=unknown)
    return None


def _incomplete(case: Case) -> Decision | None:
    """Ask back where a side of a comparison, the programme, or what is asked is missing."""
    features = case.frame.features
    if case.frame.extensions and case.frame.values("program") and case.asserted:
        return None
    comparing = features & {"difference", "ratio"} and len(case.frame.operands) < 2 and "claim" not in features
    if comparing and not case.best.used:
        return Decision("compare_what")
    if case.best.used and case.needs_selection and not (case.selects or case.frame.extensions):
        return Decision("missing_programme", case.best)
    if case.best.score >= (case.thresholds.weakest if case.about_data else case.thresholds.weakest_alone):
        return None
    if features & {"big", "small", "more", "less"} and features & {"which", "most"}:
        return Decision("compare_what")
    return Decision("missing_programme" if case.about_data else "nothing", case.reading.best)


def _false_membership(case: Case) -> Decision | None:
    """Correct the ministry, category, agency or contact that a programme is put under."""
    wrong = membership_errors(case.frame, case.best, case.world)
    if not wrong:
        return None
    plain = case.asserted and set(case.best.intents) <= {"profile", "list", "contact", *(kind for kind, _ in wrong)}
    return Decision("mismatch", case.best, wrong=wrong, truth=False if plain else None)


def _false_amount(case: Case) -> Decision | None:
    """Correct an amount that the programme does not have."""
    if "premise_false" not in case.frame.features:
        return None
    return Decision("amount_mismatch", case.best, truth=False if case.asserted else None)


def _extension_owner(case: Case) -> Decision | None:
    """Check an extension that is named together with whose it is said to be."""
    frame = case.frame
    theirs = [frozenset(map(str, case.world.extensions(e))) for e in frame.extensions]
    for kind in ("ministry", "category"):
        for group in frame.values(kind):
            if any(held and not held & case.world.programmes(kind, str(group)) for held in theirs):
                return Decision("extension_mismatch", case.best, truth=False if case.asserted else None)
    owners = [frame.values(kind) for kind in ("division", "bureau", "program")]
    if not frame.extensions or not any(owners) or any(len(owner) > 1 for owner in owners):
        return None
    held = all(_holds(frame, extension, case.world) for extension in frame.extensions)
    if held and not case.first and case.asserted:
        return Decision("run", Candidate(("extension",), 1.0), truth=True)
    if held and case.first == "whose_extension":
        return Decision("run", case.best, truth=True if case.asserted and "or" not in frame.features else None)
    if case.asserted or not held:
        return Decision("extension_mismatch", case.best, truth=held if case.asserted else None)
    return None


def _not_stated_so(case: Case) -> Decision | None:
    """Refuse a field that the source states, but not of such a part, division or bureau."""
    features = case.frame.features
    if "unstated_part" in features and set(case.best.intents) & MONEY_INTENTS:
        return Decision("unstated_part", case.best)
    refused = any(case.intents[name].refuses & features for name in case.best.intents)
    return Decision("refused_slot", case.best) if refused and not features & {"programme", "contact"} else None


def _several_contacts(case: Case) -> Decision | None:
    """Ask which programme of an agency is meant where the contact of `its programme` is asked for, and several have one."""
    frame = case.frame
    contact = set(case.best.intents) <= {"extension", "division", "bureau", "contact"} and frame.values("organisation")
    wide = {"programs", "program", "involved", "printed", "how_many", "division", "bureau"}
    which = any("which" in t.concepts and _of_programmes(case, t.index + 1) for t in case.reading.terms)
    every = which or frame.features & (EVERYTHING | wide)
    plural = any(t.mention.surface in _PLURAL for t in case.reading.terms)
    if not contact or every or plural or "programme" not in frame.features or len(frame.filters) != 1:
        return None
    return Decision("ambiguous", case.best)


def _decides(case: Case, index: int) -> bool:
    """Whether the word at an index says that something was decided or drawn up."""
    return any("plan_date" in t.concepts for t in case.reading.terms[index : index + 1])


def _of_programmes(case: Case, index: int) -> bool:
    """Whether the word at an index says that programmes are asked for (`which programme`), rather than their contact."""
    return any(t.concepts & {"programme", "involved"} for t in case.reading.terms[index : index + 1])


_PLURAL = frozenset({"programmes", "programs", "projects", "schemes", "extensions", "extension numbers"})


def _ambiguous(case: Case) -> Decision | None:
    """Ask which of several programmes a word means, where one is needed."""
    frame = case.frame
    one = case.needs_selection or bool(frame.features & {"how_much", "amount"}) or frame.measure is not None
    open_ = "ambiguous" in frame.features or (frame.ambiguous and not frame.values("program"))
    open_ = open_ or bool(frame.ambiguous and frame.measure is not None)
    several = {"list", "all", "each"} | ({"how_many", "count"} if frame.measure is not None else set())
    if not (one and open_) or frame.features & several:
        return None
    singular = (c for c in case.reading.candidates if c.score > 0 and all(case.intents[n].needs_selection for n in c.intents))
    return Decision("ambiguous", next(singular, case.best))


def _missing(case: Case) -> Decision | None:
    """Ask for the programme or ministry where one is needed and none is named."""
    frame = case.frame
    unresolved = not frame.whole and any(
        f"same_{kind}" in frame.features and not frame.values(kind) for kind in ("ministry", "category")
    )
    unnamed = not frame.filters and _UNNAMED.search(case.reading.folded) and case.first in SETS
    asks_of_it = any("it" in t.concepts and (t.concepts & TRUTH or not t.mention.surface.isascii()) for t in case.reading.terms)
    plain = not frame.features & {"programme", "what", "which", "how_much"}
    pronoun = asks_of_it and frame.features & TRUTH and case.first == "list" and plain
    if pronoun and not (frame.values("program") or case.reading.borrowed):
        kind = next((k for k in ("category", "ministry", "organisation") if frame.values(k)), None)
        if kind:
            return Decision("missing_programme", replace(case.best, intents=(kind,)))
    if unresolved or unnamed or (case.needs_selection and not case.selects):
        return Decision("missing_programme", case.best)
    return None


def _close(case: Case) -> Decision | None:
    """Ask which is meant where another candidate explains the question as well."""
    if case.reading.borrowed:
        return None
    if any(str(kind).startswith("share_") for kind, _ in case.frame.premises):
        share = next((c for c in case.reading.candidates if c.intents == ("share",)), None)
        return Decision("run", share) if share else None
    rivals = tuple(
        c
        for c in case.reading.candidates[1:]
        if case.best.score - c.score < case.thresholds.margin and not c.loose_numbers and _differs(c, case.best)
    )
    return Decision("close", case.best, rivals=rivals) if rivals else None


def _differs(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates answer something else. A list shows what is asked of the same programmes one by one."""
    return not set(one.intents) & set(other.intents) and "list" not in {*one.intents, *other.intents}


def _run_by(case: Case) -> Decision | None:
    """Read `does METI run this?`, `a fund or an integrated project?` as questions about the ministry or category."""
    frame = case.frame
    if len(frame.values("program")) != 1 or frame.premises:
        return None
    for kind in ("ministry", "category"):
        named, either = frame.values(kind), bool(frame.features & {"or", "which"})
        about = case.best.intents == ("contact",) or (case.best.intents == ("amount",) and either)
        if about and named and (case.asserted or (either and len(named) > 1)):
            return Decision("run", replace(case.best, intents=(kind,)), truth=None if either else True)
    return None


def _only_these(case: Case) -> Decision | None:
    """Leave `is it run by this bureau alone?` unanswered where others are printed too: a plain yes would be wrong."""
    frame = case.frame
    named = frame.values("division") + frame.values("bureau")
    if not (case.asserted and "only" in frame.features and named and len(frame.values("program")) == 1):
        return None
    return Decision("unexplained", case.best) if case.world.contacts(str(frame.values("program")[0])) > len(named) else None


def _included(case: Case) -> Decision | None:
    """Say that an amount beside the budget is not included in it."""
    inside = case.frame.features & {"included", "share_of", "involved"}
    said = "included" in inside or "含ま" in case.reading.folded
    asks = case.frame.features & TRUTH or (said and case.reading.question.rstrip().endswith(("?", "？")))
    if case.first == "related_amount" and inside and asks and not case.frame.features & {"how_much"}:
        return Decision("run", case.best, truth=bool(case.frame.features & {"not", "besides"}))
    part = case.first == "component_amount" and case.frame.values("part") and "missing_part" not in case.frame.features
    if part and "included" in case.frame.features and case.frame.features & TRUTH and not case.frame.features & ASKING:
        return Decision("run", case.best, truth=True)
    return None


CHECKS: tuple[Callable[[Case], Decision | None], ...] = (
    _nothing, _unknown, _circumstances, _unexplained, topic, _unknown_alone, _incomplete, _included, _only_these,
    _false_membership, _false_amount,
    _extension_owner, _not_stated_so, _several_contacts, _ambiguous, _missing, _close, _run_by,
)  # fmt: skip
"""In this order: what is not understood, what the source never holds, what is not so, what is not said fully."""


def _explained(case: Case) -> bool:
    """Whether enough of the question is explained to trust the reading."""
    reading, limits = case.reading, case.thresholds
    if not reading.frame.unexplained:
        return reading.covered >= limits.covered
    if "mismatch" in reading.frame.features:
        return False
    return reading.covered >= limits.sure and len(reading.frame.unexplained) <= limits.left_over


def unknown_of(case: Case) -> str | None:
    """Return the known unknown that the question asks for, unless the intent can use it."""
    takes = frozenset().union(*(case.intents[name].takes for name in case.best.intents))
    if "in_this_budget" in case.frame.features and _OTHER_BUDGET.search(case.reading.folded):
        takes = takes | {"initial_budget"}
    if case.frame.features & {"target", "plan_date", "period", "background"}:
        takes = takes | {"other_year"}
    return next((u for u in case.frame.unknowns if u not in takes), None)


def membership_errors(frame: Frame, best: Candidate, world: World) -> tuple[tuple[str, str], ...]:
    """Return what the question says of its one programme and is not so: (kind, id)."""
    named = frame.values("program")
    if len(named) != 1 or (set(best.intents) & COMPARING and len(frame.operands) > 1 and best.intents[0] != "total"):
        return ()
    wrong: list[tuple[str, str]] = []
    contact = set(best.intents) <= {"extension", "division", "bureau", "contact"}
    for kind in MEMBERSHIP:
        for id_ in frame.values(kind):
            if str(named[0]) not in world.programmes(kind, str(id_)):
                wrong.append((kind, str(id_)))
        for id_ in frame.values(kind, negated=True) if not (contact and kind in ("bureau", "division")) else ():
            if str(named[0]) in world.programmes(kind, str(id_)):
                wrong.append((kind, str(id_)))
    return tuple((k, i) for k, i in wrong if not any(str(named[0]) in world.programmes(k, str(o)) for o in frame.values(k)))


def _holds(frame: Frame, extension: str, world: World) -> bool:
    """Whether the division, bureau or programme named has this extension."""
    programmes = world.extensions(extension)
    named = frame.values("program")
    return all(str(p) in programmes for p in named) and all(
        extension in world.contact_extensions(str(v)) for kind in ("division", "bureau") for v in frame.values(kind)
    )


def _membership_asked(frame: Frame) -> bool:
    """Whether the question says which ministry, category, agency or contact a programme has."""
    return len(frame.values("program")) == 1 and any(frame.values(kind) for kind in MEMBERSHIP)
