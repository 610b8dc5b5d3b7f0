"""Completing a follow-up: what it lacks is taken from the last turn, and what was taken is kept apart to be shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.conversation.asking import NARROWABLE, RELATIVE, asks_itself, borrowed_intents, breaks_down, says_nothing_new
from assistant.conversation.chips import ASKED, ids_of, leaving_out
from assistant.conversation.claims import (
    claimed_again,
    membership,
    of_one_group,
    other_end,
    place_claimed,
    project_number,
    purpose_beside,
    rank_within,
    share_again,
    split,
    than_another,
    whose_then,
)
from assistant.conversation.conditions import excluded
from assistant.conversation.follow import ATTRIBUTES, EXTREMES, PAIRS, POINTING, SETS, SIZES, Follow, Selection, own_selection
from assistant.conversation.pointing import adds, by_size, incomplete_pair, pick, selection, within
from assistant.conversation.rewrite import CONTACT_ASKS, both_parts, other_part, part_put_right, rewritten
from assistant.conversation.sets import denied, included, includes, joined, members, no_side, number_pointed_at, only_includes
from assistant.conversation.state import State
from assistant.conversation.years import another_figure, carried, of_that_year
from assistant.intents.model import Intent
from assistant.reading.case import TRUTH
from assistant.reading.frame import slot_features
from assistant.reading.match import candidates
from assistant.reading.model import Candidate, Filter, Operand, Reading
from assistant.reading.world import held

CONTACT = frozenset({"extension", "division", "bureau", "contact"})
WHOLE_SET = frozenset({"all", "document", "programme"})
MONEY_ASKS = frozenset(
    {"amount", "how_much", "share", "total", "component_amount", "difference", "ratio", "share_of", "only", "exact"}
)
_OUT_OF_THOSE = re.compile(r"そのうち|その中|その内|(?:of|among) (?:those|these|them)(?![a-z])")
_WHOLE_PROGRAMME = re.compile(
    r"この事業|その事業|事業全体|事業として"
    r"|(?<![a-z])(?:this programme|(?:the |its )?(?:whole|entire) (?:programme|budget)|the programme (?:itself|as a whole))"
)
WHOSE = frozenset({"whose_extension", "who", "which", "where", "what", "division", "bureau"})
OPERANDS = ("program", "ministry", "category")


def complete(follow: Follow, intents: Mapping[str, Intent]) -> tuple[Reading, tuple[Filter, ...]]:
    """Return the reading with what it lacks, and the conditions that were borrowed for it.

    A question that is complete comes back as it was: nothing leaks into it.
    """
    reading, state = follow.reading, follow.state
    if state.empty or not any(m.content for m in reading.mentions):
        lost = state.empty and "among_them" in reading.frame.features and _OUT_OF_THOSE.match(reading.folded)
        return (replace(reading, candidates=()) if lost else reading), ()
    if reading.best and intents[reading.best.intents[0]].kind in ("social", "source"):
        return reading, ()
    if (
        reading.frame.extensions
        and not reading.frame.filters
        and reading.frame.features & TRUTH - {"recall"}
        and len(state.results) == 1
        and not follow.said & WHOSE
    ):
        focus = Filter("program", state.results)
        return replace(reading, frame=replace(reading.frame, filters=(focus,))), (focus,)
    if reading.frame.ordinals and len(state.listed) > 1:
        reading = replace(reading, frame=reading.frame.having("listed_place"))
        follow = follow._replace(reading=reading)
    follow = of_that_year(follow._replace(reading=_of_those_offered(follow)))
    reading = follow.reading if follow.world.register else reading
    if no_side(follow):
        return replace(reading, candidates=()), ()
    for rule in (
        another_figure,
        claimed_again,
        purpose_beside,
        share_again,
        place_claimed,
        project_number,
        whose_then,
        of_one_group,
        than_another,
        split,
        rank_within,
        membership,
        _only_of_these,
    ):
        found = rule(follow)
        if found is not None and not ids_of(found[1]) & follow.without:
            return found
    follow = rewritten(follow, intents)
    if breaks_down(follow) or _one_of_contacts(follow) or part_put_right(follow):
        follow = follow._replace(asks=False)
    elif _complete_already(follow):
        return follow.reading, ()
    ranking = state.intents[:1] and state.intents[0].startswith(("largest", "smallest"))
    loose = reading.frame.ordinals and not follow.asks and not own_selection(follow.frame)
    if loose and not (state.ranked or ranking or pick(follow.frame, state)):
        return reading, ()
    return _borrow(follow, intents)


def _complete_already(follow: Follow) -> bool:
    """Whether a question needs nothing of the last turn."""
    reading, state, frame = follow.reading, follow.state, follow.frame
    points, own = frame.features & POINTING, own_selection(frame)
    if not follow.asks or _points_back(follow, own=own) or other_part(follow):
        return False
    if not own and len(state.results) == 1 and _WHOLE_PROGRAMME.search(reading.folded):
        return False
    if own and excluded(follow):
        return False
    if own:
        list_only = "only" in frame.features and not frame.values("program") and reading.best is not None
        narrowing = list_only and reading.best is not None and reading.best.intents[0] == "list" and len(state.results) > 1
        return not (points & SETS or incomplete_pair(frame) or pick(frame, state) or narrowing)
    ranks_all = {"rank", "all"} <= frame.features and frame.features & {"descending", "order", "list"}
    relative = frame.features & RELATIVE and not ranks_all
    return not points and not relative and reading.best is not None and _stands_alone(reading, state)


def _points_back(follow: Follow, *, own: bool) -> bool:
    """Whether something in a question is about the last turns, though it says what it asks."""
    reading, state, frame = follow.reading, follow.state, follow.frame
    points = frame.features & POINTING
    if not own and (follow.said & {"lift", "same_ministry", "same_category"} or (state.ranked and frame.ordinals)):
        return True
    more = "besides" in follow.said and "programme" in follow.said and own and len(state.results) == 1
    if (
        more
        or includes(follow)
        or joined(follow)
        or denied(follow)
        or adds(follow)
        or (by_size(follow) and "programme" in frame.features)
    ):
        return True
    if pick(frame, state) and follow.said & (ATTRIBUTES - {"amount", "how_much", "name"}):
        return True
    if "share" in frame.features and (points & {"it", "those"} or within(follow)) and own and state.filters:
        return True
    return bool(reading.terms) and "share_of" in reading.terms[0].concepts and len(state.listed) > 1


def _stands_alone(reading: Reading, state: State) -> bool:
    """Whether an operation without programmes of its own is about everything rather than about the last list."""
    best = reading.best
    first = best.intents[0] if best else ""
    features = reading.frame.features
    if state.refused and len(state.results) == 1 and features & WHOLE_SET <= {"document"}:
        return False
    if first in EXTREMES and state.grouped and not features & WHOLE_SET:
        return False
    if first not in NARROWABLE and not first.startswith(("largest_", "smallest_", "count_")):
        return False
    of_these = reading.frame.count in (len(state.results), len(state.listed), len(state.pool)) and "count_number" in features
    whole = WHOLE_SET - {"programme"} if state.frame.measure is not None and state.asked else WHOLE_SET
    if features & whole and not features & {"those", "it"} and not of_these:
        return True
    if len(state.results) == 1 and (first == "total" or (first in EXTREMES and "how_much" in features)):
        return False
    if state.frame.measure is not None and state.asked and not own_selection(reading.frame):
        return False  # the sets of a register are not listed: what holds is what was asked of
    grouped = first == "count" and any(f.name in ("ministry", "category") for f in state.asked)
    return len(state.results) < 2 and "count_number" not in features and not grouped


def _of_those_offered(follow: Follow) -> Reading:
    """Take a word that several programmes share for the one of them that was offered or listed (創薬の方)."""
    reading, frame = follow.reading, follow.frame
    known = set(follow.state.offered or follow.state.pool or follow.state.listed)
    left = known & set(frame.ambiguous)
    if follow.asks or len(left) != 1 or len(frame.filters) != 1:
        return reading
    filters = (Filter("program", tuple(left)),)
    features = frozenset(frame.features - {"ambiguous", "programs"} | slot_features(filters, ()))
    return replace(reading, frame=replace(frame, filters=filters, ambiguous=(), features=features))


Whole = tuple[Reading, tuple[Filter, ...]]


def _only_of_these(follow: Follow) -> Whole | None:
    """Ask only some of the contacts of the programme just answered (`健康局の内線だけ`)."""
    frame, state = follow.frame, follow.state
    offices = {f.name for f in frame.filters} <= {"division", "bureau"} and frame.filters
    narrows = not follow.asks or "only" in frame.features
    if not narrows or not offices or follow.said & {"programme", "which", "list", "also"} or _one_of_contacts(follow):
        return None
    found = held(follow.world, frame.filters)
    if len(state.results) != 1 or state.results[0] not in found or not CONTACT & set(state.intents):
        return None
    own = Filter("program", state.results)
    within = replace(frame, filters=(*frame.filters, own))
    if follow.asks:
        return replace(follow.reading, frame=within), (own,)
    within = within.having("program", "selection", *state.intents)
    return replace(follow.reading, frame=within, candidates=(Candidate(state.intents, 2.0),)), (own,)


def _one_of_contacts(follow: Follow) -> bool:
    """Whether one of the contacts just answered is picked (`そのうち難病の課だけ`)."""
    frame, state = follow.frame, follow.state
    picks = (
        frame.features & {"among_them", "only"} and {f.name for f in frame.filters} <= {"division", "bureau"} and frame.filters
    )
    return bool(picks) and bool(CONTACT & set(state.intents)) and follow.said & ATTRIBUTES in ({"division"}, {"bureau"})


def _asking(follow: Follow, chosen: Selection, intents: Mapping[str, Intent]) -> tuple[tuple[str, ...], set[str]]:
    """Return the intents that a turn asks or goes on with, and its features with those that they bring."""
    features = set(follow.frame.features) - {"program", "programs", "ambiguous"}
    if follow.asks:
        return (follow.reading.best.intents if follow.reading.best else ()), features
    if turned := other_end(follow):
        return (turned,), features - {"most", "big", "small"} | {turned.partition("_")[0]}
    features |= {f for f in follow.state.frame.features if f in intents or f in {"all", "list", "most", "big", "small"}}
    return borrowed_intents(follow, chosen), features


def _borrow(follow: Follow, intents: Mapping[str, Intent]) -> tuple[Reading, tuple[Filter, ...]]:
    """Put the last turn's selection, question or operands where this one has none."""
    if includes(follow) and included(follow) is None and not adds(follow) and not follow.frame.features & {"those", "it"}:
        return replace(follow.reading, candidates=()), ()
    alone = only_includes(follow)
    chosen = leaving_out(selection(follow), follow)
    if chosen.spent:
        follow = _without(follow, chosen, intents)
    follow = follow._replace(asks=(follow.asks and not alone) or ASKED in follow.without)
    reading, state, frame, asks = follow.reading, follow.state, follow.frame, follow.asks
    asked, features = _asking(follow, chosen, intents)
    filters = _fitting(follow, chosen.filters)
    if not asks and (claimed := _claimed_again(follow)):
        filters, features = (*filters, *claimed), features | (state.frame.features & TRUTH)
    operands = chosen.operands
    if not operands and (features | set(asked)) & (PAIRS | {"share"}):
        operands = tuple(Operand(f.name, str(v)) for f in filters if f.name in OPERANDS and not f.negated for v in f.values)
    if "ratio" in features and not frame.operands:
        operands = _larger_first(operands, follow)
    if parts := both_parts(follow):
        filters, operands = (Filter("program", state.results), parts), ()
    if _miscounted(follow, filters, chosen):
        return replace(reading, candidates=()), ()
    if _shared_out(follow):
        features.add("unstated_part")
    features |= slot_features(filters, operands) | _group_features(follow, filters)
    merged = replace(
        frame,
        filters=filters,
        operands=operands,
        whole=_whole(follow, features, filters),
        features=frozenset(features),
        units=frame.units or (None if asks else state.frame.units),
        count=frame.count or (None if asks or frame.ordinals or chosen.borrowed else state.frame.count),
        ordinals=frame.ordinals or (() if asks or chosen.borrowed else state.frame.ordinals),
        ambiguous=frame.ambiguous if own_selection(frame) else (),
        asked=carried(follow, features),
    )
    if (
        frame.features & TRUTH
        and frame.features & {"it", "those"}
        and not asks
        and frame.values("category") + frame.values("ministry")
    ):
        kind = "category" if frame.values("category") else "ministry"
        return replace(reading, frame=replace(frame, filters=()), candidates=(Candidate((kind,), 2.0),)), ()
    found = _of_groups(candidates(intents, merged, reading.terms, reading.folded), follow)
    if len(merged.values("program")) == 1 and chosen.borrowed and not {"which", "programme"} <= frame.features:
        found = tuple(c for c in found if "list" not in c.intents)
    if not asks and frame.unknowns:
        return replace(reading, frame=merged.having("in_this_budget"), candidates=found[:0]), chosen.borrowed
    if not asks and not alone and says_nothing_new(merged, state, reading, asked):
        return replace(reading, candidates=found[:0]), ()
    compared = bool(found) and found[0].intents[0] in PAIRS and not found[0].unused
    if not asks and asked and not compared:
        found = (Candidate(asked, 2.0), *found)
    titles = () if asks else tuple(intents[i].title[reading.language] for i in asked)
    return replace(reading, frame=merged, candidates=found, borrowed=titles), chosen.borrowed


def _whole(follow: Follow, features: set[str], filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Return the set that a share is taken of: what the question names beside `it`, or the ministry that `that ministry` is."""
    frame, state = follow.frame, follow.state
    same = next((kind for kind in ("ministry", "category") if f"same_{kind}" in frame.features), None)
    if "share" in features and same and len(state.results) == 1:
        return (Filter(same, (follow.group_of(state.results[0], same),)),)
    pointed = frame.features & {"it", "those"} or within(follow)
    if "share" in features and pointed and own_selection(frame) and filters == state.filters:
        return tuple(f for f in frame.filters if f.name in ("ministry", "category"))
    return frame.whole


def _claimed_again(follow: Follow) -> tuple[Filter, ...]:
    """Return the ministry, category or agency that the last turn asked yes or no about, for another programme."""
    frame, before = follow.frame, follow.state.frame
    if len(frame.values("program")) != 1 or not before.features & TRUTH or len(before.values("program")) != 1:
        return ()
    return tuple(f for f in before.filters if f.name in ("ministry", "category", "organisation") and not f.negated)


def _shared_out(follow: Follow) -> bool:
    """Whether amounts are asked of each agency or contact of the last answer, for which no parts are stated."""
    state = follow.state
    shares = follow.said & {"each", "group_by", "component_amount", "share_of"}
    asked = shares and follow.said & MONEY_ASKS and not own_selection(follow.frame)
    if not asked or not set(state.intents) & {*CONTACT, "organisation", "recipient", "route"} or len(state.results) != 1:
        return False
    return not any(a.scope == "part" for a in follow.world.amounts(state.results[0]))


def _of_groups(found: tuple[Candidate, ...], follow: Follow) -> tuple[Candidate, ...]:
    """Put the extreme of what the last answer was grouped by (一番多いのは after PJ別の合計) before that of programmes."""
    grouped = f"_{follow.state.grouped}" if follow.state.grouped and "programme" not in follow.said else None
    if grouped is None or own_selection(follow.frame) or not follow.said & EXTREMES:
        return found
    return tuple(sorted(found, key=lambda c: not c.intents[0].endswith(grouped)))


def _miscounted(follow: Follow, filters: tuple[Filter, ...], chosen: Selection) -> bool:
    """Whether what is pointed at is not what was found: `those seven` of another number, the largest of one, no others."""
    features, found = follow.frame.features, members(follow, filters)
    if not chosen.borrowed or follow.frame.filters:
        return False
    chooses = "which" in features and features & {"those", "among_them"} and features & (EXTREMES | {"most"})
    if chooses and len(found) == 1 and not chosen.spent & SIZES:
        return True
    narrowed = any(f.name in ("division", "bureau", "part") for f in follow.state.filters)
    if "others" in features and narrowed and chosen.filters == follow.state.filters:
        return True
    number = number_pointed_at(follow)
    simple = {f.name for f in filters} <= {"program", "ministry", "category", "organisation"}
    picked = (features | chosen.spent) & (SIZES | {"former", "latter"}) and len(found) == 1
    if number is None or not simple or not features & SETS or picked:
        return False
    named = [len(f.values) for f in filters if not f.negated]
    return number not in (len(found), *named, len(chosen.operands))


def _larger_first(operands: tuple[Operand, ...], follow: Follow) -> tuple[Operand, ...]:
    """Return the programmes or groups to compare, the larger first: 何倍 without an order asks how much larger one is."""

    def whole(operand: Operand) -> int:
        one = {operand.id} if operand.kind == "program" else follow.world.programmes(operand.kind, operand.id)
        return sum(a.yen for p in one for a in follow.world.amounts(p) if a.scope == "whole")

    return tuple(sorted(operands, key=whole, reverse=True))


def _without(follow: Follow, chosen: Selection, intents: Mapping[str, Intent]) -> Follow:
    """Return the follow-up without concepts that only said which programmes are meant."""
    reading = follow.reading
    counted = "count_number" in chosen.spent
    used = {"reference"} if counted else set[str]()
    terms = [
        replace(t, concepts=t.concepts - chosen.spent, used_by=t.used_by | (used if t.number == "count" else set()))
        for t in reading.terms
    ]
    frame = replace(reading.frame, features=reading.frame.features - chosen.spent, ordinals=(), count=None)
    features = frame.features | slot_features(chosen.filters, chosen.operands)
    found = candidates(intents, replace(frame, features=features), terms, reading.folded)
    reading = replace(reading, frame=frame, terms=tuple(terms), candidates=found)
    return follow._replace(reading=reading, asks=asks_itself(reading, intents))


def _fitting(follow: Follow, filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Leave out borrowed conditions that what is asked cannot be about: contacts of a budget, parts of a contact."""
    own = set(follow.frame.filters)
    results = follow.state.results
    elsewhere = not follow.said & MONEY_ASKS or follow.frame.features & {"money_beside", "related_name"}
    whole = "total" in follow.said or ("all" in follow.said and "share" not in follow.said)
    whole = whole or bool(_WHOLE_PROGRAMME.search(follow.reading.folded) and "share" not in follow.said)
    if whole or (follow.asks and elsewhere):
        filters = tuple(f for f in filters if f.name != "part" or f in own)
    borrowed_contact = any(f.name in ("division", "bureau") and f not in own for f in filters)
    if not follow.asks or follow.said & CONTACT_ASKS or not borrowed_contact or not results:
        return filters
    kept = tuple(f for f in filters if f in own or f.name not in ("division", "bureau", "program"))
    return (Filter("program", results), *kept)


def _group_features(follow: Follow, filters: tuple[Filter, ...]) -> set[str]:
    """Return what the last answer's grouping adds: 一番少ないのは after totals by ministry asks for a ministry."""
    grouped = follow.state.grouped
    if grouped:
        return {grouped} if not own_selection(follow.frame) and "programme" not in follow.frame.features else set()
    return {"selection"} if not filters and follow.said & EXTREMES else set()
