"""What a follow-up points at: それ, the second one, 残り, that ministry's, the smaller one.

Each rule looks at the question and at what the last turns left, and returns a selection or None; the first that applies wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from assistant.conversation.state import State
from assistant.reading.model import Filter, Frame, Operand, Reading
from assistant.store.database import Catalogue, StoreWorld

POINTING = frozenset({"it", "those", "among_them", "others", "former", "latter", "earlier"})
SETS = frozenset({"those", "among_them", "others"})
PAIRS = frozenset({"difference", "ratio"})
EXTREMES = frozenset({"largest", "smallest"})
SIZES = EXTREMES | {"big", "small", "more", "less", "most"}
LIFTABLE = {
    "ministry": frozenset({"ministry"}),
    "category": frozenset({"category"}),
    "amount_": frozenset({"amount", "how_much"}),
}
"""Conditions that are lifted by naming their kind, with the concepts that name it."""
RANKED = frozenset({"big", "small", "most", "largest", "smallest", "more", "less", "descending", "ascending"})
ATTRIBUTES = frozenset(
    {
        "amount", "how_much", "extension", "division", "bureau", "contact", "who", "ministry", "category", "organisation",
        "recipient", "equipment", "purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition",
        "stage", "field_of_support", "background", "route", "name",
    }
)  # fmt: skip


class Follow(NamedTuple):
    """A follow-up: its reading, what came before, and the data that names belong to."""

    reading: Reading
    state: State
    world: StoreWorld
    catalogue: Catalogue
    asks: bool

    @property
    def frame(self) -> Frame:
        """What the question itself says."""
        return self.reading.frame

    @property
    def said(self) -> set[str]:
        """The concepts that are said in the question itself."""
        return {c for t in self.reading.terms for c in t.concepts}

    def group_of(self, programme: str, kind: str) -> str:
        """Return the ministry or category of a programme."""
        return (self.catalogue.ministry_of if kind == "ministry" else self.catalogue.category_of)[programme]


class Selection(NamedTuple):
    """What a follow-up is about: its conditions, the sides of a comparison, and which conditions were borrowed."""

    filters: tuple[Filter, ...]
    operands: tuple[Operand, ...] = ()
    borrowed: tuple[Filter, ...] = ()
    spent: frozenset[str] = frozenset()
    """Concepts that only said which of the last programmes is meant: they ask nothing any more."""


def own_selection(frame: Frame) -> bool:
    """Whether a question names programmes itself (a stated part alone does not)."""
    return any(f.name != "part" for f in frame.filters) or bool(frame.extensions)


def incomplete_pair(frame: Frame) -> bool:
    """Whether two things are to be compared and fewer are named."""
    features = frame.features
    if len(frame.operands) >= 2:
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


def replaces(new: Filter, old: Filter) -> bool:
    """Whether a new condition takes the place of an old one: the same kind, or another bound on the amount."""
    if new.negated or old.negated:
        return False
    return new.name == old.name or (new.name.startswith("amount_") and old.name.startswith("amount_"))


def _programmes(*ids: str, negated: bool = False) -> Filter:
    return Filter("program", ids, negated)


def _all_borrowed(*filters: Filter) -> Selection:
    return Selection(filters, (), filters)


def _picked(follow: Follow) -> Selection | None:
    """Read `the second one`, `前者`, `the smaller one` with something asked of it."""
    chosen = None if incomplete_pair(follow.frame) else pick(follow.frame, follow.state)
    sized = None if chosen else _by_size(follow)
    if not (chosen or sized):
        return None
    one = _programmes(chosen or sized or "")
    rest = tuple(f for f in follow.frame.filters if f.name != "program")
    if "share" in follow.said:
        return Selection((one, *rest), (Operand("program", str(one.values[0])),), (one,), SIZES | {"total"})
    return Selection((one, *rest), (), (one,), SIZES if sized else frozenset())


def _by_size(follow: Follow) -> str | None:
    """Return the programme of the last list that `the smaller one` points at, where something else is asked of it."""
    sizes = follow.frame.features & SIZES
    listed, own = follow.state.listed, follow.frame.filters
    asked = follow.frame.features & (ATTRIBUTES - {"amount", "how_much", "name"} | {"share"})
    compares = sizes & {"big", "small", "more", "less"} and not sizes & {"most", *EXTREMES}
    if not sizes or len(listed) < 2 or own or not (asked or (compares and follow.frame.features & ATTRIBUTES)):
        return None
    if "ministry" in asked and follow.state.grouped:
        return None
    ordered = sorted(listed, key=lambda p: follow.world.amounts(p)[0].yen)
    return ordered[0] if sizes & {"small", "less", "smallest"} else ordered[-1]


def _lifted(follow: Follow) -> Selection | None:
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


def _than_that(follow: Follow) -> Selection | None:
    """Read `more than that`, `those below that`, `exactly that amount`: bounds by what was said or asked before."""
    state, frame = follow.state, follow.frame
    signs = frame.features & {"gt", "ge", "lt", "le", "exact"}
    if len(signs) != 1 or not frame.features & {"it", "those"} or own_selection(frame):
        return None
    if not follow.said & {"programme", "which", "count", "how_many", "list", "those"}:
        return None
    bounds = [f for f in state.asked if f.name.startswith("amount_")]
    value = int(bounds[0].values[0]) if len(bounds) == 1 else state.figure
    if value is None:
        return None
    sign = next(iter(signs)).replace("exact", "eq")
    return Selection((Filter(f"amount_{sign}", (value,)),), (), (), frozenset({*signs, "it", "those", "difference", "amount"}))


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
    filters = _merged(groups)
    return Selection(filters, groups if len(groups) > 1 else (), filters, spent)


def _others(follow: Follow) -> Selection | None:
    """Read `残り`, `the others`: of the parts, of the ministry or category, or of the last list."""
    state, own = follow.state, follow.frame.filters
    if "others" not in follow.frame.features:
        return None
    if state.intents[:1] == ("component_amount",) and not own:
        asked = {v for f in state.filters if f.name == "part" for v in f.values}
        parts = [a.part for p in state.results for a in follow.world.amounts(p) if a.part and a.part not in asked]
        if parts:
            return _all_borrowed(_programmes(*state.results), Filter("part", tuple(parts)))
    kinds = sorted(follow.said & {"ministry", "category"})
    if len(state.results) == 1 and kinds:
        group = follow.group_of(state.results[0], kinds[0])
        return _all_borrowed(Filter(kinds[0], (group,)), _programmes(*state.results, negated=True))
    groups = tuple(f for f in own if f.name in ("ministry", "category") and not f.negated)
    if groups and state.results:
        taken = _programmes(*dict.fromkeys((*state.results, *sorted(state.seen))), negated=True)
        return Selection((*groups, taken), (), (taken,))
    left = tuple(p for p in state.pool or state.listed if p not in (state.seen | set(state.results)))
    if not left:
        return None
    return Selection((_programmes(*left), *(f for f in own if f.name != "program")), (), (_programmes(*left),))


def _same_group(follow: Follow) -> Selection | None:
    """Read `that ministry's programmes`, 同じ区分."""
    kind = next((k for k in ("ministry", "category") if f"same_{k}" in follow.frame.features), None)
    if kind is None or not follow.state.results:
        return None
    group = Filter(kind, (follow.group_of(follow.state.results[-1], kind),))
    if "others" in follow.frame.features:
        return _all_borrowed(group, _programmes(*follow.state.results, negated=True))
    return _all_borrowed(group)


def _share_of_it(follow: Follow) -> Selection | None:
    """Read `what share of the fund total is that?`: the group named is the whole, not the selection."""
    features, state = follow.frame.features, follow.state
    if "share" in features and features & {"it", "those"} and own_selection(follow.frame) and state.filters:
        return _all_borrowed(*state.filters)
    return None


def _added(follow: Follow) -> Selection | None:
    """Read `add the whole genome plan to those two`."""
    named = tuple(str(v) for v in follow.frame.values("program"))
    known = gathered(follow.state)
    if not {"total", "those"} <= follow.frame.features or not named or not known:
        return None
    return _all_borrowed(_programmes(*dict.fromkeys((*known, *named))))


def _pair(follow: Follow) -> Selection | None:
    """Return the two sides of a comparison, the missing ones from the last turns."""
    state, frame = follow.state, follow.frame
    if not incomplete_pair(frame):
        return None
    pointed = _pointed(frame, state)
    if len(pointed) >= 2:
        operands: tuple[Operand, ...] = tuple(Operand("program", p) for p in pointed[:2])
    elif len(frame.operands) == 1:
        operands = (*[o for o in state.operands if o not in frame.operands][:1], *frame.operands)
    else:
        groups = state.groups if "ministry" in frame.features or len(state.results) > 2 else ()
        last = state.results if len(state.results) == 2 else state.trail[-2:] if len(state.trail) > 1 else state.listed
        both = groups or tuple(Operand("program", r) for r in last)
        operands = both if len(both) == 2 else state.operands[:2]
    borrowed = tuple(Filter(o.kind, (o.id,)) for o in operands if o not in frame.operands)
    return Selection(_merged(operands), operands, borrowed)


def _pointed(frame: Frame, state: State) -> list[str]:
    """Return the programmes of the last list that several ordinals point at (`the first … the second`)."""
    known = ordered(state)
    places = [0] if "former" in frame.features else []
    places += [n - 1 for n in frame.ordinals]
    places += [len(known) - 1] if "latter" in frame.features else []
    return list(dict.fromkeys(known[p] for p in places if 0 <= p < len(known)))


def _merged(operands: tuple[Operand, ...]) -> tuple[Filter, ...]:
    """Return the conditions that the operands make together, one a kind."""
    kinds = dict.fromkeys(o.kind for o in operands)
    return tuple(Filter(k, tuple(dict.fromkeys(o.id for o in operands if o.kind == k))) for k in kinds)


def _counted(follow: Follow) -> Selection | None:
    """Read `二つ足すと`, `those` after programmes that were asked about one after another."""
    state, frame = follow.state, follow.frame
    if frame.filters or follow.said & EXTREMES:
        return None
    if "total" in follow.said and len(state.results) == 1 and state.trail[-1:] == state.results and len(state.trail) > 1:
        return _all_borrowed(_programmes(*state.trail))
    if not ("those" in frame.features or frame.count):
        return None
    number = frame.count or _number_of(follow)
    if len(state.results) == number:
        return None
    for known in (state.trail[-number:] if number else state.trail, state.listed):
        if len(known) > 1 and number in (None, len(known)):
            return _all_borrowed(_programmes(*known))
    return None


_TWO, _THREE = re.compile(r"two|both|pair|2|二|両|どっちも|どちらも"), re.compile(r"three|3|三")


def _number_of(follow: Follow) -> int | None:
    """Return how many things `both`, その3つ speak of; None where it does not say."""
    said = [t.mention.surface for t in follow.reading.terms if "those" in t.concepts]
    return next((n for n, sign in ((2, _TWO), (3, _THREE)) for surface in said if sign.search(surface)), None)


def _last_selection(follow: Follow) -> Selection | None:
    """Return what the last turn was about, for a question with no selection; what it searched, for another extreme."""
    state, own = follow.state, follow.frame.filters
    if own_selection(follow.frame):
        return None
    if "all" in follow.said and not follow.frame.features & (POINTING | {"ordinal"}) and not follow.asks:
        return Selection(own)
    base = state.filters
    again = follow.said & (EXTREMES | {"most"}) and set(state.intents) & EXTREMES
    if again and not follow.frame.features & POINTING:
        base = state.asked
    kept = tuple(f for f in base if not any(f.name == o.name for o in own))
    return Selection((*kept, *own), (), kept)


def _narrowed(follow: Follow) -> Selection | None:
    """Read `そのうち20億円以上は`, `only the MHLW ones`: a condition of its own on the last list."""
    state, frame = follow.state, follow.frame
    if len(state.results) < 2:
        return None
    narrowing = frame.features & {"among_them", "those", "only", "share_of"} and not frame.values("program")
    elliptic = not follow.asks and frame.features & {"bound", "negated", "only", "among_them"}
    if not (narrowing or elliptic):
        return None
    kept = tuple(f for f in state.filters if not any(replaces(o, f) for o in frame.filters))
    return Selection((*kept, *frame.filters), (), kept)


RULES: tuple[Callable[[Follow], Selection | None], ...] = (
    _lifted, _than_that, _ranked_group, _picked, _same_group, _others, _share_of_it, _added, _pair, _counted, _last_selection, _narrowed,
)  # fmt: skip


def selection(follow: Follow) -> Selection:
    """Return what a follow-up is about: the first rule that applies, else what it names itself."""
    for rule in RULES:
        found = rule(follow)
        if found is not None:
            return found
    return Selection(follow.frame.filters, follow.frame.operands)
