"""What a follow-up points at: それ, the second one, 残り, that ministry's, the smaller one.

Each rule looks at the question and at what the last turns left, and returns a selection or None; the first that applies wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.conversation.conditions import claimed_of_others, corrected, excluded, lifted, narrowed, than_that, without_them
from assistant.conversation.follow import (
    ATTRIBUTES,
    EXTREMES,
    PAIRS,
    POINTING,
    SETS,
    SIZES,
    Follow,
    Selection,
    all_borrowed,
    merged,
    own_selection,
    programmes,
)
from assistant.conversation.sets import complement, counted_set, included, left_over, number_pointed_at, other_few, put_together
from assistant.conversation.state import GROUPED, State
from assistant.reading.model import Filter, Frame, Operand
from assistant.reading.world import held

RANKED = frozenset({"big", "small", "most", "largest", "smallest", "more", "less", "descending", "ascending"})


def incomplete_pair(frame: Frame) -> bool:
    """Whether two things are to be compared and fewer are named."""
    features = frame.features
    if len(frame.operands) >= 2 or len(frame.values("part")) >= 2:
        return False
    if features & PAIRS:
        return True
    if "programme" in features and "which" not in features:
        return False
    if len(frame.operands) == 1 and features & {"big", "small", "difference"} and features & {"which", "how_much"}:
        return True
    if features & {"more", "less"} and features & {"which", "those", "it", "how_much"}:
        return True
    return bool(features & {"big", "small"}) and {"those", "which"} <= features


def pick(frame: Frame, state: State) -> str | None:
    """Return the programme of the last list that an ordinal or `former` points at."""
    places = ordered(state)
    if len(places) < 2:
        return None
    if "former" in frame.features:
        return places[0]
    if "latter" in frame.features:
        return places[-1]
    alone = len(frame.ordinals) == 1 and not frame.features & RANKED and not own_selection(frame)
    return places[frame.ordinals[0] - 1] if alone and frame.ordinals[0] <= len(places) else None


def ordered(state: State) -> tuple[str, ...]:
    """Return what ordinals point into: the last list, or programmes asked about one by one that are not of it."""
    return state.trail if len(state.trail) > 1 and not set(state.trail) <= set(state.listed) else state.listed


def gathered(state: State) -> tuple[str, ...]:
    """Return what `those two` point at: programmes asked about one by one since the last list, else that list."""
    return state.trail if len(state.trail) > 1 else state.listed


def _picked(follow: Follow) -> Selection | None:
    """Read `the second one`, `前者`, `the smaller one` with something asked of it."""
    goes_on = len(follow.state.results) == 1 and follow.state.intents[:1] in (("largest",), ("smallest",)) and not follow.asks
    chosen = None if incomplete_pair(follow.frame) or goes_on else pick(follow.frame, follow.state)
    sized = None if chosen else by_size(follow)
    if not (chosen or sized):
        return None
    one = programmes(chosen or sized or "")
    rest = tuple(f for f in follow.frame.filters if f.name != "program")
    if "share" in follow.said:
        return Selection((one, *rest), (Operand("program", str(one.values[0])),), (one,), SIZES | {"total"})
    return Selection((one, *rest), (), (one,), SIZES if sized else frozenset())


def by_size(follow: Follow) -> str | None:
    """Return the programme of the last list that `the smaller one` points at, where something else is asked of it."""
    sizes = follow.frame.features & SIZES
    state, own = follow.state, follow.frame.filters
    of_list = len(state.listed) > 1 and set(state.results) <= set(state.listed)
    listed = state.results if len(state.results) > 1 else state.listed if of_list else gathered(state)
    one = any(t.mention.surface in ("one", "ones") for t in follow.reading.terms)
    asked = follow.frame.features & (ATTRIBUTES - (set() if one else {"amount", "how_much"}) - {"name"} | {"share"})
    compares = sizes & {"big", "small", "more", "less"} and not sizes & {"most", *EXTREMES}
    one_of_them = not follow.asks and "which" not in follow.frame.features and set(state.results) <= set(listed)
    if follow.frame.features & {"order", "descending", "ascending"}:
        return None
    if not sizes or len(listed) < 2 or own or not (asked or (compares and (one_of_them or follow.frame.features & ATTRIBUTES))):
        return None
    if "ministry" in asked and state.grouped:
        return None
    ordered = sorted(listed, key=lambda p: follow.world.amounts(p)[0].yen)
    return ordered[0] if sizes & {"small", "less", "smallest"} else ordered[-1]


def _others(follow: Follow) -> Selection | None:
    """Read `残り`, `the others`: of the parts, of the ministry or category, or of the last list."""
    state, own = follow.state, follow.frame.filters
    if not ("others" in follow.frame.features or ("besides" in follow.said and own and len(state.results) == 1)):
        return None
    if state.intents[:1] == ("component_amount",) and not own:
        asked = {v for f in state.filters if f.name == "part" for v in f.values}
        parts = [a.part for p in state.results for a in follow.world.amounts(p) if a.part and a.part not in asked]
        if parts:
            return all_borrowed(programmes(*state.results), Filter("part", tuple(parts)))
    kinds = sorted(follow.said & {"ministry", "category"})
    if len(state.results) == 1 and kinds:
        group = follow.group_of(state.results[0], kinds[0])
        return all_borrowed(Filter(kinds[0], (group,)), programmes(*state.results, negated=True))
    groups = tuple(f for f in own if f.name in ("ministry", "category") and not f.negated)
    if groups and state.results:
        taken = programmes(*dict.fromkeys((*state.results, *sorted(state.seen))), negated=True)
        return Selection((*groups, taken), (), (taken,), frozenset(follow.said & {"besides"}))
    left = tuple(p for p in state.pool or state.listed if p not in (state.seen | set(state.results)))
    groups_asked = [f for f in state.asked if f.name in ("ministry", "category") and not f.negated]
    if not left and len(groups_asked) == 1 and not own:
        return all_borrowed(*(replace(f, negated=True) if f in groups_asked else f for f in state.asked))
    if not left:
        return None
    return Selection((programmes(*left), *(f for f in own if f.name != "program")), (), (programmes(*left),))


def _same_group(follow: Follow) -> Selection | None:
    """Read `that ministry's programmes`, 同じ区分."""
    kind = next((k for k in ("ministry", "category") if f"same_{k}" in follow.frame.features), None)
    if kind is None or not follow.state.results:
        return None
    if "share" in follow.said and len(follow.state.results) == 1:
        return all_borrowed(programmes(*follow.state.results))._replace(spent=frozenset({"total", "share_of"}))
    group = Filter(kind, (follow.group_of(follow.state.results[-1], kind),))
    if follow.frame.features & {"others", "besides"}:
        return all_borrowed(group, programmes(*follow.state.results, negated=True))
    own = tuple(f for f in follow.frame.filters if f.name in ("ministry", "category", "organisation") and f.name != kind)
    return Selection((group, *own), (), (group,))


def _winner(follow: Follow) -> Selection | None:
    """Read `what is its purpose?` after `which of the two is larger?`: it is the one that was asked for."""
    state, features = follow.state, follow.state.frame.features
    chosen = (features & {"which", "what"} and features & SIZES) or {"difference", "or"} <= features
    asked = chosen and "how_much" not in features and state.intents[:1] == ("difference",)
    single = "it" in follow.frame.features and not follow.frame.features & SETS and follow.said & ATTRIBUTES
    if not (asked and single) or len(state.results) != 2 or own_selection(follow.frame):
        return None
    known = sorted(state.results, key=lambda p: follow.world.amounts(p)[0].yen)
    return all_borrowed(programmes(known[0] if features & {"small", "less", "smallest"} else known[-1]))


_WITHIN = re.compile(r"の(?:中|うち|内)で?の?|に占める|(?<![a-z])(?:of the|among|within)(?: all)?(?: the)? ")
_OF_WHOLE = re.compile(
    r"(?:の?(?:合計額?|総額|全体|予算額?|分))(?:の|に対|に占|で|だと|なら|では)|の(?:何|なん|どれ)|に対し|に占め"
)
"""After a group: it is the whole that a share is taken of (`文科省の合計の何％`)."""


def within_any(follow: Follow) -> bool:
    """Whether a question speaks of places or shares within something (`厚労省の中では`, `among the funds`)."""
    return bool(_WITHIN.search(follow.reading.folded))


def within(follow: Follow) -> bool:
    """Whether a group is named that the last programme is in and a share of is asked for (`基金の中での割合は`)."""
    frame, state = follow.frame, follow.state
    groups = [f for f in frame.filters if f.name in ("ministry", "category") and not f.negated]
    if (
        len(groups) != len(frame.filters)
        or len(groups) != 1
        or len(state.results) != 1
        or not (_WITHIN.search(follow.reading.folded) or of_whole(follow, groups[0]))
    ):
        return False
    found = held(follow.world, groups)
    return state.results[0] in found and len(found) > 1


def of_whole(follow: Follow, group: Filter) -> bool:
    """Whether a share is taken of a group after a share of everything (`and what percent of MEXT's total?`)."""
    if follow.state.intents[:1] != ("share",) or "all" in follow.said:
        return False
    term = next((t for t in follow.reading.terms if group.name in t.kinds()), None)
    if term is None:
        return False
    before = follow.reading.folded[: term.mention.start].rstrip()
    english = re.search(r"(?<![a-z])of(?: the| all(?: the)?| all of)?$", before)
    return bool(english or _OF_WHOLE.match(follow.reading.folded, term.mention.end))


def _between_agencies(follow: Follow) -> Selection | None:
    """Read `how is it split between the two?` after the agencies of a programme as a question about that programme."""
    state = follow.state
    split = "component_amount" in follow.said or {"share_of", "between"} <= follow.said
    parted = split and "those" in follow.frame.features and not own_selection(follow.frame)
    agencies = set(state.intents) & {"organisation", "route", "recipient"} and len(state.results) == 1
    return all_borrowed(*state.filters)._replace(spent=frozenset({"those", "count_number"})) if parted and agencies else None


def _share_of_it(follow: Follow) -> Selection | None:
    """Read `what share of the fund total is that?`: the group named is the whole, not the selection."""
    features, state = follow.frame.features, follow.state
    pointed = features & {"it", "those"} or within(follow)
    if "share" in features and pointed and own_selection(follow.frame) and state.filters:
        return all_borrowed(*state.filters)
    return None


_ADDS = re.compile(
    r"(?:と|も)(?:合わせ|あわせ|足|合計|合算|一緒)"
    r"|(?<![a-z])(?:add|added|adding|plus|together with|combined with|along with)(?![a-z])"
)


def adds(follow: Follow) -> bool:
    """Whether one programme is named that the last ones are to be added to (全ゲノムとあわせると)."""
    named = [f for f in follow.frame.filters if f.name == "program" and not f.negated]
    new = (
        len(named) == len(follow.frame.filters) == 1
        and len(named[0].values) == 1
        and named[0].values[0] not in follow.state.results
    )
    return (
        new
        and "total" in follow.frame.features
        and "those" not in follow.frame.features
        and bool(_ADDS.search(follow.reading.folded))
    )


def _added(follow: Follow) -> Selection | None:
    """Read `add the whole genome plan to those two`."""
    named = tuple(str(v) for v in follow.frame.values("program"))
    known = follow.state.results if adds(follow) else gathered(follow.state)
    if any("rank" in t.used_by for t in follow.reading.terms):
        return None
    if not (adds(follow) or {"total", "those"} <= follow.frame.features) or not named or not known:
        return None
    return all_borrowed(programmes(*dict.fromkeys((*known, *named))))


def _pair(follow: Follow) -> Selection | None:
    """Return the two sides of a comparison, the missing ones from the last turns."""
    state, frame = follow.state, follow.frame
    if not incomplete_pair(frame):
        return None
    pointed = _pointed(follow)
    if not pointed and follow.said & EXTREMES and len(state.results) == 1:
        known = sorted(ordered(state), key=lambda p: follow.world.amounts(p)[0].yen)
        pointed = known[:1] if "smallest" in follow.said else known[-1:]
    if len(pointed) == 1 and len(state.results) == 1 and not frame.operands:
        pointed = list(dict.fromkeys((*state.results, *pointed)))
    if len(pointed) >= 2:
        operands: tuple[Operand, ...] = tuple(Operand("program", p) for p in pointed[:2])
    elif len(frame.operands) == 1:
        groups = tuple(Operand(f.name, str(v)) for f in state.filters if f.name in GROUPED for v in f.values)
        operands = (*[o for o in state.operands or groups if o not in frame.operands][:1], *frame.operands)
    else:
        asked = [(f.name, f.values) for f in (*state.asked, *state.filters)]
        newest = len(state.groups) == 2 and any((g.kind, (g.id,)) in asked for g in state.groups)
        groups = state.groups if "ministry" in frame.features or len(state.results) > 2 or newest else ()
        last = state.results if len(state.results) == 2 else state.trail[-2:] if len(state.trail) > 1 else state.listed
        both = groups or tuple(Operand("program", r) for r in last)
        operands = both if len(both) == 2 else state.operands[:2]
    borrowed = tuple(Filter(o.kind, (o.id,)) for o in operands if o not in frame.operands)
    return Selection(merged(operands), operands, borrowed, frozenset({"count_number"}) if frame.count == 2 else frozenset())


def _pointed(follow: Follow) -> list[str]:
    """Return the programmes that ordinals point at (`the first … the second`): of the last list, or of all by size."""
    frame = follow.frame
    known: Sequence[str] = ordered(follow.state)
    if len(known) < 2:
        known = sorted(follow.world.programmes("all", "*"), key=lambda p: -follow.world.amounts(p)[0].yen)
    places = [0] if "former" in frame.features else []
    places += [n - 1 for n in frame.ordinals]
    places += [len(known) - 1] if "latter" in frame.features else []
    return list(dict.fromkeys(known[p] for p in places if 0 <= p < len(known)))


def _counted(follow: Follow) -> Selection | None:
    """Read `二つ足すと`, `those` after programmes that were asked about one after another."""
    state, frame = follow.state, follow.frame
    number = frame.count or number_pointed_at(follow)
    extreme = follow.said & (EXTREMES | {"ascending", "descending"})
    pointed = frame.features & {"it", "those", "among_them"} or counted_set(follow)
    if frame.filters or (extreme and (number is None or not pointed)):
        return None
    trailed = len(state.trail) > 1 and number in (None, len(state.trail))
    if "total" in follow.said and len(state.results) == 1 and state.trail[-1:] == state.results and trailed:
        return all_borrowed(programmes(*state.trail))
    if not ("those" in frame.features or frame.count):
        return None
    searched = next((tuple(map(str, f.values)) for f in state.asked if f.name == "program" and not f.negated), ())
    if len(state.results) == number and "share" not in follow.said:
        return all_borrowed(*state.filters)._replace(spent=frozenset({"count_number"}))
    known = (state.results, state.trail[-number:], state.listed, state.pool, searched) if number else (state.trail,)
    found = next((programmes(*k) for k in known if len(k) > 1 and number in (None, len(k))), None)
    spent = frozenset({"count_number", *(("total", "those") if "share" in follow.said else ())})
    return all_borrowed(found)._replace(spent=spent) if found else None


def _last_selection(follow: Follow) -> Selection | None:
    """Return what the last turn was about, for a question with no selection; what it searched, for another extreme."""
    state, own = follow.state, follow.frame.filters
    if own_selection(follow.frame):
        return None
    if "all" in follow.said and not follow.frame.features & (POINTING | {"ordinal"}) and not follow.asks:
        return Selection(own)
    base = state.filters
    ranked = any(name.startswith(tuple(EXTREMES)) for name in state.intents)
    again = (follow.said & (EXTREMES | {"most"}) or follow.frame.ordinals) and ranked
    searched = len(state.listed) > 1 or any(f.name in ("ministry", "category") for f in state.asked)
    of_set = follow.frame.features & {"among_them", "those"} and len(state.results) == 1 and searched
    if again and (of_set or not follow.frame.features & POINTING):
        base = state.asked
    kept = tuple(f for f in base if not any(f.name == o.name for o in own))
    return Selection((*kept, *own), (), kept)


def _ranked_group(follow: Follow) -> Selection | None:
    """Read `1位の省の事業は`, `1位と2位の差` after totals by ministry: the ordinals point at ministries."""
    state, frame = follow.state, follow.frame
    kind = state.ranked[0].kind if len(state.ranked) > 1 else ""
    places = [n for n in frame.ordinals if n <= len(state.ranked)]
    if not state.grouped and kind not in follow.said:
        return None
    if not kind or not places or own_selection(frame) or len(places) < len(frame.ordinals):
        return None
    groups = tuple(state.ranked[n - 1] for n in places)
    spent = frozenset({"ordinal", kind} if follow.said & {"programme", "list", "total", "count"} else {"ordinal"})
    filters = merged(groups)
    return Selection(filters, groups if len(groups) > 1 else (), filters, spent)


RULES: tuple[Callable[[Follow], Selection | None], ...] = (
    included, put_together, complement, left_over, other_few, lifted, corrected, excluded,
    _between_agencies, without_them, than_that, claimed_of_others, _ranked_group, _picked, _winner, _same_group, _others,
    _share_of_it, _added, _pair, _counted, _last_selection, narrowed,
)  # fmt: skip


def selection(follow: Follow) -> Selection:
    """Return what a follow-up is about: the first rule that applies, else what it names itself."""
    for rule in RULES:
        found = rule(follow)
        if found is not None:
            return found
    return Selection(follow.frame.filters, follow.frame.operands)
