"""What a turn leaves behind for the next one to refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.answer.model import Answer, Option
from assistant.reading.case import Decision
from assistant.reading.model import Filter, Frame, Operand, Reading

RESULTS = frozenset({"largest", "smallest", "whose_extension", "amount_lookup", "rank", "profile"})
"""Intents whose answer singles programmes out: the next turn is about those, not about what was searched."""


@dataclass(frozen=True, slots=True)
class State:
    """What the last turn that was about the data leaves behind."""

    filters: tuple[Filter, ...] = ()
    """The selection that pronouns refer to."""
    results: tuple[str, ...] = ()
    """Programmes of the last answer, in the order shown."""
    listed: tuple[str, ...] = ()
    """The last list of several programmes: what ordinals and `the others` point into."""
    trail: tuple[str, ...] = ()
    """Programmes that were answered singly since, one after another: what `both`, その2つ point at."""
    groups: tuple[Operand, ...] = ()
    """The last two ministries or categories that were asked about one after the other."""
    pool: tuple[str, ...] = ()
    """The widest list that `listed` was narrowed down from: what `the others` are left of."""
    seen: frozenset[str] = frozenset()
    """Programmes of that list that were singled out since."""
    ranked: tuple[Operand, ...] = ()
    """Ministries or categories of the last answer, in the order shown: what 1位の省 points into."""
    figure: int | None = None
    """The last amount that was answered, in yen: what `more than that` is measured by."""
    before: tuple[Filter, ...] = ()
    """The conditions that held before the last one was added: what is left when it is lifted."""
    offered: tuple[str, ...] = ()
    """Programmes that were offered to choose from."""
    operands: tuple[Operand, ...] = ()
    intents: tuple[str, ...] = ()
    asked: tuple[Filter, ...] = ()
    """The selection that the last question was over, where its answer singled some out (the largest of these)."""
    frame: Frame = field(default_factory=Frame)
    options: tuple[Option, ...] = ()
    refused: bool = False
    """Whether the last turn asked what the source does not state of its programmes (another year)."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing yet to borrow."""
        return not (self.filters or self.results or self.intents)

    @property
    def grouped(self) -> str:
        """What the last answer was grouped by: ministry, category, or nothing."""
        name = self.intents[0] if self.intents else ""
        group = name.rpartition("_")[2] if name.startswith(("by_", "largest_", "smallest_", "count_by_")) else ""
        return group if group in ("ministry", "category") else ""


def remember(
    state: State, reading: Reading, decision: Decision, answer: Answer, kind: str | None, offered: tuple[str, ...] = ()
) -> State:
    """Return what the next turn may refer to. `kind` is that of the intent that was chosen, `offered` what it may choose from.

    Greetings, refusals of other subjects and questions about the source leave the thread as it was.
    """
    frame, best = reading.frame, decision.candidate
    if answer.status == "out_of_scope" and (_turned(reading) or _about_data(reading)):
        return replace(state, options=(), filters=(), results=(), trail=(), intents=(), asked=(), frame=Frame())
    if answer.status == "out_of_scope" or kind in ("social", "source"):
        return replace(state, options=())
    intents = best.intents if best else state.intents
    if answer.status == "clarify":
        named = tuple(str(v) for v in frame.values("program"))
        if decision.outcome == "unexplained" and len(named) == 1 and not reading.borrowed:
            state = replace(state, filters=(Filter("program", named),), results=named)
        listed = offered or state.listed
        state = replace(state, pool=offered, seen=frozenset(), trail=()) if offered else state
        return replace(state, intents=intents, frame=frame, options=answer.options, offered=offered, listed=listed)
    subjects = tuple(dict.fromkeys(f.subject for f in answer.facts))
    shown = tuple(s.partition(":")[2] for s in subjects if s.startswith("program:"))
    if intents[:1] == ("rank",) and len(frame.values("program")) == 1:
        shown = (str(frame.values("program")[0]),)
    results = shown or tuple(str(v) for v in frame.values("program"))
    filters = _subject(frame, decision, intents, subjects, shown)
    if decision.outcome == "unknown":
        return replace(state, filters=filters or state.filters, results=results or state.results, options=(), refused=True)
    of_list = intents[:1] in (("difference",), ("ratio",)) and set(shown) < set(state.listed)
    compared = bool(reading.borrowed) and (set(shown) <= set(state.trail) or of_list)
    fresh = len(shown) > 1 and not compared
    narrowed = fresh and set(shown) < set(state.pool) and (bool(reading.borrowed) or not frame.filters)
    stated = answer.status == "answered"
    return State(
        filters=filters + tuple(f for f in frame.filters if f.name == "part" and stated),
        results=results,
        listed=shown if fresh else state.listed,
        pool=shown if fresh and not narrowed else state.pool,
        trail=() if fresh else _trail(state, shown),
        groups=_recent_groups(state, frame, filters),
        ranked=_ranked(subjects, state.ranked),
        figure=_figure(answer),
        before=state.asked if reading.borrowed and state.asked != frame.filters else (),
        seen=frozenset() if fresh and not narrowed else state.seen | set(shown),
        operands=frame.operands or tuple(Operand("program", r) for r in shown[:2]),
        intents=intents,
        asked=frame.filters,
        frame=frame,
    )


_TURN = re.compile(r"(?:の(?:方|ほう|やつ|件)|(?<![a-z])no (?:hou|ho|yatsu|ken))|^(?:and|what about|how about)(?![a-z])|のは$")


def _turned(reading: Reading) -> bool:
    """Whether a turn that was not understood went over to something else (`nou no hou wa?`): nothing more is about the old."""
    return bool(_TURN.search(reading.folded)) and len(reading.folded) < SHORT_TURN


def _about_data(reading: Reading) -> bool:
    """Whether a turn that was not understood was about the data all the same: what it asked of what is not known."""
    return bool(reading.frame.filters) and not reading.borrowed


SHORT_TURN = 40
"""Characters of a turn that only names what it goes over to."""
GROUPED = ("ministry", "category")
_SINGLE = ("total", "average", "median", "maximum", "minimum", "difference", "related_amount")


def _figure(answer: Answer) -> int | None:
    """Return the one amount that an answer is about, if there is one."""
    money = [f for f in answer.facts if f.unit == "JPY"]
    computed = [f for f in money if f.field in _SINGLE]
    chosen = computed if len(computed) == 1 else money
    return int(chosen[0].value) if len(chosen) == 1 else None


def _subject(
    frame: Frame, decision: Decision, intents: tuple[str, ...], subjects: tuple[str, ...], shown: tuple[str, ...]
) -> tuple[Filter, ...]:
    """Return the selection that pronouns of the next turn refer to."""
    first = intents[0] if intents else ""
    groups = [s for s in subjects if s.startswith(("ministry:", "category:"))]
    if first.startswith(("largest_", "smallest_")) and groups:
        kind, _, id_ = groups[0].partition(":")
        return (Filter(kind, (id_,)),)
    filters = tuple(f for f in frame.filters if f.name != "part")
    if decision.outcome in ("mismatch", "amount_mismatch"):
        return tuple(f for f in filters if f.name == "program")
    single = len(shown) == 1 and (not filters or first == "list")
    ranks_all = first in ("largest", "smallest") and len(shown) > 1 and filters and not (frame.count or frame.ordinals)
    if ranks_all and all(f.name in ("ministry", "category") for f in filters):
        return filters
    return (Filter("program", shown),) if shown and (first in RESULTS or single) else filters


def _trail(state: State, shown: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last few programmes that were answered singly, the newest last."""
    if len(shown) != 1:
        return state.trail
    before = state.trail or (state.results if len(state.results) == 1 else ())
    return (*(p for p in before if p != shown[0]), shown[0])[-3:]


def _ranked(subjects: tuple[str, ...], before: tuple[Operand, ...]) -> tuple[Operand, ...]:
    """Return the ministries or categories that an answer showed, in its order; those of before where it showed only some."""
    groups = tuple(Operand(kind, id_) for kind, _, id_ in (s.partition(":") for s in subjects) if kind in GROUPED)
    return groups if len(groups) > 1 and not set(groups) < set(before) else before


def _recent_groups(state: State, frame: Frame, filters: tuple[Filter, ...]) -> tuple[Operand, ...]:
    """Return the last two ministries or categories that were asked about, each alone."""
    singled = filters if not frame.filters and len(filters) == 1 and filters[0].name in GROUPED else frame.filters
    own = [f for f in singled if f.name in GROUPED and not f.negated and len(f.values) == 1]
    if len(own) != 1 or len(singled) != 1:
        return state.groups
    new = Operand(own[0].name, str(own[0].values[0]))
    return (*(g for g in state.groups if g != new and g.kind == new.kind), new)[-2:]
