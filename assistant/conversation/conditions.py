"""Conditions of the last turns: carried on, narrowed, lifted again, or made of the figure that was answered."""

from __future__ import annotations

from assistant.conversation.follow import ATTRIBUTES, Follow, Selection, own_selection
from assistant.conversation.sets import members, number_pointed_at
from assistant.reading.model import Filter
from assistant.reading.world import held

LIFTABLE = {
    "ministry": frozenset({"ministry"}),
    "category": frozenset({"category"}),
    "amount_": frozenset({"amount", "how_much"}),
}
"""Conditions that are lifted by naming their kind, with the concepts that name it."""


def lifted(follow: Follow) -> Selection | None:
    """Read `and with it back in?`, `省庁の条件は外して`: the last turn again, without a condition."""
    state = follow.state
    if "lift" not in follow.said or own_selection(follow.frame):
        return None
    named = {kind for kind, concepts in LIFTABLE.items() if follow.said & concepts}
    if named:
        kept = tuple(f for f in state.asked if not any(f.name.startswith(kind) for kind in named))
    elif any(f.negated for f in state.asked):
        kept = tuple(f for f in state.asked if not f.negated)
    else:
        kept = state.before or state.asked[:-1]
    return Selection(kept, (), kept, frozenset({"lift", "except", "it", *(c for cs in LIFTABLE.values() for c in cs)}))


def without_them(follow: Follow) -> Selection | None:
    """Read `the total without those two`, それを除くと: everything but the programmes of the last answer."""
    state = follow.state
    pointed = follow.frame.features & {"it", "those"}
    takes_out = "except" in follow.said or {"take", "out"} <= follow.said
    if not takes_out or not pointed or own_selection(follow.frame) or not state.results:
        return None
    number = number_pointed_at(follow)
    several = "those" in pointed and len(state.results) == 1 and len(state.trail) > 1
    last = state.trail[-(number or len(state.trail)) :] if several else state.results
    if number is not None and number != len(last):
        return None
    gone = Filter("program", last, negated=True)
    kept = () if follow.said & {"all", "total"} else tuple(f for f in state.asked if f.name != "program")
    return Selection((*kept, gone), (), (gone,), frozenset({"except", "it", "those", "count_number", "take", "out"}))


def than_that(follow: Follow) -> Selection | None:
    """Read `more than that`, `those below that`, `exactly that amount`: bounds by what was said or asked before."""
    state, frame = follow.state, follow.frame
    signs = frame.features & {"gt", "ge", "lt", "le", "exact"}
    bare = not follow.asks and sum(bool(t.concepts) for t in follow.reading.terms) == 1
    if len(signs) != 1 or not (bare or frame.features & {"it", "those"}) or own_selection(frame):
        return None
    if not (bare or follow.said & {"programme", "which", "count", "how_many", "list", "those", "all"}):
        return None
    bounds = [f for f in state.asked if f.name.startswith("amount_")]
    value = int(bounds[0].values[0]) if len(bounds) == 1 else state.figure
    if value is None:
        return None
    sign = next(iter(signs)).replace("exact", "eq")
    return Selection((Filter(f"amount_{sign}", (value,)),), (), (), frozenset({*signs, "it", "those", "difference", "amount"}))


def claimed_of_others(follow: Follow) -> Selection | None:
    """Read `which ones do?` after a bound that was asked yes or no about: the programmes that meet it."""
    bounds = [(kind, yen) for kind, yen in follow.state.frame.premises if kind in ("ge", "gt", "le", "lt")]
    if len(bounds) != 1 or "which" not in follow.said or own_selection(follow.frame) or follow.said & ATTRIBUTES:
        return None
    kind, yen = bounds[0]
    return Selection((Filter(f"amount_{kind}", (yen,)),))


def replaces(new: Filter, old: Filter) -> bool:
    """Whether a new condition takes the place of an old one: the same kind, or another bound on the amount."""
    if new.negated or old.negated:
        return False
    return new.name == old.name or (new.name.startswith("amount_") and old.name.startswith("amount_"))


def narrowed(follow: Follow) -> Selection | None:
    """Read `そのうち20億円以上は`, `only the MHLW ones`: a condition of its own on the last list."""
    state, frame = follow.state, follow.frame
    if follow.world.register and (carried := _carried(follow)) is not None:
        return carried
    if len(state.results) < 2:
        return _of_the_trail(follow)
    narrowing = frame.features & {"among_them", "those", "only", "share_of"} and not frame.values("program")
    elliptic = not follow.asks and frame.features & {"bound", "negated", "only", "among_them"}
    if not (narrowing or elliptic):
        return None
    kept = tuple(f for f in state.filters if not any(replaces(o, f) for o in frame.filters))
    if elliptic and not frame.features & {"among_them", "those"} and not _among(follow, (*kept, *frame.filters)):
        return None
    counted = frame.count in (len(state.results), len(state.listed))
    return Selection((*kept, *frame.filters), (), kept, frozenset({"count_number"}) if counted else frozenset())


def _carried(follow: Follow) -> Selection | None:
    """Read `そのうち100億円以上は` in a register, whose sets are too long to be shown: the last conditions and the new ones."""
    state, frame = follow.state, follow.frame
    pointed = frame.features & {"among_them", "those", "only"}
    groups = {f.name for f in frame.filters} <= {"ministry", "bureau", "division", "account", "policy"}
    elliptic = not follow.asks and (frame.features & {"bound", "negated"} or groups)
    sets = state.asked and not any(f.name == "program" for f in state.asked)
    if not sets or frame.values("program") or not frame.filters or not (pointed or elliptic):
        return None
    kept = tuple(f for f in state.asked if not any(replaces(own, f) for own in frame.filters))
    return Selection((*kept, *frame.filters), (), kept)


def excluded(follow: Follow) -> Selection | None:
    """Read 基金を除くと合計は？ after a list that has funds and others: the rest of that list is meant."""
    state, frame = follow.state, follow.frame
    own = frame.filters
    shown = set(state.listed if len(state.listed) > 1 else state.results)
    everything = follow.world.programmes("all", "*")
    if not own or not all(f.negated and f.name in ("ministry", "category", "organisation", "program") for f in own):
        return None
    if not 1 < len(shown) < len(everything) or follow.said & {"all", "document", "list"}:
        return None
    gone = held(follow.world, own)
    if not shown & gone or shown <= gone:
        return None
    kept = tuple(f for f in state.asked if f.name != "program" and f.name not in {o.name for o in own})
    base = kept or (Filter("program", tuple(p for p in state.listed if p in shown)),)
    return Selection((*base, *own), (), base, frozenset({"others"}))


def _of_the_trail(follow: Follow) -> Selection | None:
    """Read `which of those three is MHLW?` after programmes that were asked about one by one."""
    state, frame = follow.state, follow.frame
    pointed = frame.features & {"among_them", "those"} and not frame.values("program")
    number = number_pointed_at(follow) or frame.count
    shown = (state.trail, state.listed, state.pool) if number else (state.trail if len(state.trail) > 1 else state.listed,)
    known = next((k for k in shown if len(k) > 1 and number in (None, len(k))), ())
    if not pointed or not known:
        return None
    kept = Filter("program", known)
    grouped = frame.filters and {f.name for f in frame.filters} <= {"ministry", "category", "organisation"}
    if not grouped or not _among(follow, (kept, *frame.filters)):
        return None
    return Selection((kept, *frame.filters), (), (kept,), frozenset({"count_number"}))


def corrected(follow: Follow) -> Selection | None:
    """Read `no, MHLW's` after a list under several conditions: the one of that kind is put right, the others stay."""
    state, frame = follow.state, follow.frame
    own = {f.name for f in frame.filters}
    kinds = {f.name for f in state.asked}
    elliptic = len(frame.filters) == 1 and frame.filters[0].name in ("ministry", "category") and not frame.filters[0].negated
    bounded = any(f.name.startswith("amount_") for f in state.asked)
    if (
        not ("correction" in follow.said or (elliptic and bounded))
        or follow.asks
        or len(own) != 1
        or len(kinds) < 2
        or not own < kinds
        or "program" in kinds
    ):
        return None
    kept = tuple(f for f in state.asked if f.name not in own)
    return Selection((*kept, *frame.filters), (), kept)


def _among(follow: Follow, filters: tuple[Filter, ...]) -> bool:
    """Whether some programme meets all the conditions that name programmes or groups of them."""
    return bool(members(follow, filters))
