"""A conversation: what the last turns were about, and how a follow-up borrows from them.

A question that is complete stands alone. One that lacks programmes borrows those of the turn before; one that lacks what is
asked borrows that; and words such as それ, そのうち, 残り, the second one point into the last list. What was borrowed is said
in `understood`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer.model import Answer, Language, Option
from assistant.reading.decision import TRUTH, Decision
from assistant.reading.draft import Hints
from assistant.reading.frame import slot_features
from assistant.reading.match import candidates
from assistant.reading.model import Candidate, Filter, Frame, Operand, Reading

if TYPE_CHECKING:
    from assistant.assistant import Assistant

_CHOICE = re.compile(
    r"^[（(]?\s*([1-9１-９①-⑨])\s*(?:番目?|つ目|[.)）])?\s*(?:で|でお願いします|を|です|です。|のほう|の方)?\s*[。.]?$"
)
OPERANDS = ("program", "ministry", "category")
POINTING = frozenset({"it", "those", "among_them", "others", "former", "latter", "earlier"})
SETS = frozenset({"those", "among_them", "others"})
CONTACT = frozenset({"extension", "division", "bureau", "contact"})
RESULTS = frozenset({"largest", "smallest", "whose_extension", "amount_lookup", "rank", "profile"})
RELATIVE = frozenset({"share", "rank", "ratio", "difference"})
VAGUE_ASKS = frozenset({"how_much", "how_many", "who", "when", "what_number"})
PRONOUNS = frozenset({"one", "ones", "やつ", "もの", "件", "の件", "奴", "物", "also", "も", "and"})
ATTRIBUTES = frozenset(
    {"amount", "how_much", "extension", "division", "bureau", "contact", "who", "ministry", "category", "organisation", "recipient",
     "equipment", "purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition", "stage",
     "field_of_support", "background", "route", "name"}
)  # fmt: skip
PAIRS = frozenset({"difference", "ratio"})
MONEY_ASKS = frozenset(
    {"amount", "how_much", "share", "total", "component_amount", "difference", "ratio", "share_of", "only", "exact"}
)
EXTREMES = frozenset({"largest", "smallest"})
WHOLE_SET = frozenset({"all", "document", "programme"})
NARROWABLE = frozenset({"list", "total", "count", "average", "median", "largest", "smallest", "by_ministry", "by_category"})


@dataclass(frozen=True, slots=True)
class State:
    """What the last turn that was about the data leaves behind."""

    filters: tuple[Filter, ...] = ()
    """The selection that pronouns refer to."""
    parent: tuple[Filter, ...] = ()
    """The wider selection before it was narrowed: where `the others` are."""
    results: tuple[str, ...] = ()
    """Programmes of the last answer, in the order shown."""
    listed: tuple[str, ...] = ()
    """The last list of several programmes: what ordinals and `the others` point into."""
    recent: bool = False
    """Whether `listed` was gathered from single answers, one after another, rather than shown as a list."""
    groups: tuple[Operand, ...] = ()
    """The last two ministries or categories that were asked about one after the other."""
    seen: frozenset[str] = frozenset()
    """Programmes of that list that were singled out since."""
    operands: tuple[Operand, ...] = ()
    intents: tuple[str, ...] = ()
    asked: tuple[Filter, ...] = ()
    """The selection that the last question was over, where its answer singled some out (the largest of these)."""
    frame: Frame = Frame()
    options: tuple[Option, ...] = ()


class Conversation:
    """Asks one question after another; `reset` forgets what was said."""

    def __init__(self, assistant: Assistant, language: Language | None = None) -> None:
        self.assistant = assistant
        self.language = language
        self.state = State()

    def reset(self) -> None:
        """Forget the earlier turns."""
        self.state = State()

    def ask(self, question: str) -> Answer:
        """Answer a question in the light of the earlier ones. Any string will do; nothing is raised for it."""
        chosen = self._chosen(question)
        reading = self.assistant.read(chosen or question, self.language, None if chosen else self._hints())
        if not chosen:
            reading = self._complete(reading)
        decision = self.assistant.decide(reading)
        answer = self.assistant.respond(reading, decision)
        if chosen:
            answer = replace(answer, question=question)
        self._remember(reading, decision, answer)
        return answer

    def _chosen(self, question: str) -> str | None:
        """Return the full question of the option that a bare number chooses."""
        match = _CHOICE.match(question.strip())
        if not match or not self.state.options:
            return None
        number = "123456789".find(match[1]) + 1 or "１２３４５６７８９".find(match[1]) + 1 or "①②③④⑤⑥⑦⑧⑨".find(match[1]) + 1
        return self.state.options[number - 1].question if number <= len(self.state.options) else None

    def _hints(self) -> Hints:
        """Return what the last turn says about words with several senses."""
        programmes = [str(v) for f in self.state.filters if f.name == "program" and not f.negated for v in f.values]
        asked = frozenset(self.state.intents)
        return Hints(asked & (CONTACT | {"component_amount"}), tuple(programmes) if len(programmes) == 1 else ())

    def _complete(self, reading: Reading) -> Reading:
        """Return the reading with what it lacks borrowed from the last turn."""
        state, frame = self.state, reading.frame
        if not (state.filters or state.results or state.intents) or not any(m.content for m in reading.mentions):
            return reading
        if reading.best and self.assistant.intents[reading.best.intents[0]].kind in ("social", "source"):
            return reading
        asks = _asks(reading, self.assistant.intents)
        points = frame.features & POINTING
        own = _own_selection(frame)
        member = self._membership(reading, asks)
        if member is not None:
            return member
        reading = self._by_contact(reading)
        frame = reading.frame
        if "share" in frame.features and points & {"it", "those"} and own and state.filters:
            return self._borrow(reading, asks)
        leads = bool(reading.terms) and "share_of" in reading.terms[0].concepts and len(state.listed) > 1
        if leads:
            return self._borrow(reading, asks)
        if asks and own and not points & SETS and not _incomplete_pair(reading) and not _pick(frame, state):
            narrowing = (
                "only" in frame.features and not frame.values("program") and reading.best and reading.best.intents[0] == "list"
            )
            if not narrowing or len(state.results) < 2:
                return reading
        if asks and not own and not points and not frame.features & RELATIVE and reading.best and _stands_alone(reading, state):
            return reading
        return self._borrow(reading, asks)

    def _membership(self, reading: Reading, asks: bool) -> Reading | None:
        """Read `それは基金ですか`, `are both MEXT's?` as a question about the programmes of the last answer."""
        state, frame = self.state, reading.frame
        kinds = [f.name for f in frame.filters if f.name in ("ministry", "category", "organisation") and not f.negated]
        if len(kinds) != 1 or len(frame.filters) != 1 or not frame.features & TRUTH or not frame.features & {"it", "those"}:
            return None
        programmes = state.results
        if (
            (asks and not set(reading.best.intents if reading.best else ()) <= {"list", kinds[0]})
            or not programmes
            or len(programmes) > 4
        ):
            return None
        held = {p for v in frame.filters[0].values for p in self.assistant.world.programmes(kinds[0], str(v))}
        so = all(p in held for p in programmes)
        merged = replace(
            frame,
            filters=(Filter("program", programmes),),
            operands=(),
            features=frozenset({*(frame.features - {f"{kinds[0]}_name", "those", "it"}), "member_yes" if so else "member_no"}),
        )
        names = self._names(merged.filters, reading)
        return replace(reading, frame=merged, candidates=(Candidate((kinds[0],), 2.0),), borrowed=names)

    def _by_contact(self, reading: Reading) -> Reading:
        """Take a division named among the programmes of the last list as the programme that it answers for."""
        frame, listed = reading.frame, set(self.state.listed)
        contacts = [f for f in frame.filters if f.name in ("division", "bureau")]
        said = {c for t in reading.terms for c in t.concepts}
        if not contacts or len(frame.filters) > len(contacts) or not listed or said & (CONTACT | {"who", "what_number"}):
            return reading
        found = {p for f in contacts for v in f.values for p in self.assistant.world.programmes(f.name, str(v))} & listed
        if len(found) != 1 or not said & ATTRIBUTES:
            return reading
        filters = (Filter("program", tuple(found)),)
        features = (frame.features - {"division_name", "bureau_name"}) | slot_features(filters, ())
        return replace(reading, frame=replace(frame, filters=filters, features=frozenset(features)))

    def _borrow(self, reading: Reading, asks: bool) -> Reading:
        """Put the last turn's selection, question or operands where this one has none."""
        state, frame = self.state, reading.frame
        own = _own_selection(frame)
        filters, operands, borrowed = self._selection(reading, asks)
        intents = reading.best.intents if asks and reading.best else ()
        features = set(frame.features) - {"program", "programs", "ambiguous"}
        if not asks:
            intents = self._borrowed_intents(frame)
            features |= {f for f in state.frame.features if f in self.assistant.intents}
            features |= state.frame.features & {"all", "list", "most", "big", "small"}
            borrowed = (*borrowed, *(self.assistant.intents[i].title[reading.language] for i in intents))
        if asks and not {c for t in reading.terms for c in t.concepts} & (CONTACT | {"who", "what_number"}):
            filters = _without_contacts(filters, state, frame)
        if not operands and (features | set(intents)) & (PAIRS | {"share"}):
            operands = tuple(Operand(f.name, str(v)) for f in filters if f.name in OPERANDS and not f.negated for v in f.values)
        said = {c for t in reading.terms for c in t.concepts}
        if asks and not said & MONEY_ASKS:
            filters = tuple(f for f in filters if f.name != "part" or f in frame.filters)
        features |= slot_features(filters, operands)
        if not filters and said & EXTREMES and not _grouped(state):
            features.add("selection")
        grouped = _grouped(state)
        if grouped and not own and "programme" not in features:
            features.add(grouped)
        whole = frame.whole
        if "share" in features and frame.features & {"it", "those"} and own and filters == state.filters:
            whole = tuple(f for f in frame.filters if f.name in ("ministry", "category"))
        merged = replace(
            frame,
            filters=filters,
            operands=operands,
            whole=whole,
            features=frozenset(features),
            units=frame.units or (state.frame.units if not asks else None),
            count=frame.count if asks else (frame.count or state.frame.count),
            ordinals=frame.ordinals if asks else (frame.ordinals or state.frame.ordinals),
            ambiguous=frame.ambiguous if own else (),
            extensions=frame.extensions,
        )
        found = candidates(self.assistant.intents, merged, reading.terms, reading.folded)
        if not asks and intents:
            found = (Candidate(intents, 2.0), *found)
        return replace(reading, frame=merged, candidates=found, borrowed=tuple(dict.fromkeys(borrowed)))

    def _borrowed_intents(self, frame: Frame) -> tuple[str, ...]:
        """Return the intents that a question without one of its own goes on with."""
        state = self.state
        if state.intents and state.intents[0] in RESULTS | {"amount_lookup"} and frame.features & {"bound", "among_them"}:
            return ("list",)
        if frame.features & {"bound", "among_them"} and state.intents and state.intents[0] not in NARROWABLE:
            return ("list",)
        return state.intents or ("profile",)

    def _selection(self, reading: Reading, asks: bool) -> tuple[tuple[Filter, ...], tuple[Operand, ...], tuple[str, ...]]:
        """Return the programmes that a follow-up is about, its operands, and the names of what was borrowed."""
        state, frame = self.state, reading.frame
        own = frame.filters
        picked = (None if _incomplete_pair(reading) else _pick(frame, state)) or (self._by_size(frame) if asks else None)
        if picked:
            return (
                (Filter("program", (picked,)), *_rest(own)),
                (),
                self._names((Filter("program", (picked,)),), reading),
            )
        if "others" in frame.features and state.intents[:1] == ("component_amount",) and not own:
            left_parts = self._other_parts()
            if left_parts:
                filters = (Filter("program", state.results), Filter("part", left_parts))
                return filters, (), self._names(filters, reading)
        same = {c for t in reading.terms for c in t.concepts} & {"ministry", "category"}
        if "others" in frame.features and len(state.results) == 1 and same:
            kind = next(iter(sorted(same)))
            group = self._group_of(state.results[0], kind)
            filters = (Filter(kind, (group,)), Filter("program", state.results, negated=True))
            return filters, (), self._names(filters, reading)
        groups = tuple(f for f in own if f.name in ("ministry", "category") and not f.negated)
        if "others" in frame.features and groups and state.results:
            filters = (*groups, Filter("program", tuple({*state.results, *state.seen}), negated=True))
            return filters, (), self._names(filters, reading)
        if "others" in frame.features and state.listed:
            left = tuple(p for p in state.listed if p not in (state.seen | set(state.results)))
            if left:
                filters = (Filter("program", left), *(f for f in own if f.name != "program"))
                return filters, (), self._names(filters, reading)
        grouped = self._same_group(frame, reading)
        if grouped is not None:
            return grouped
        if "share" in frame.features and frame.features & {"it", "those"} and own and state.filters:
            return state.filters, (), self._names(state.filters, reading)
        if {"total"} & frame.features and frame.features & {"those"} and frame.values("program") and state.listed:
            filters = (Filter("program", tuple(dict.fromkeys((*state.listed, *map(str, frame.values("program")))))),)
            return filters, (), self._names(filters, reading)
        if _incomplete_pair(reading):
            return self._pair(reading)
        counted = frame.count if frame.count and frame.count == len(state.listed) else None
        said = {c for t in reading.terms for c in t.concepts}
        if not own and not said & EXTREMES and (counted or (frame.features & {"those"} and state.recent)):
            filters = (Filter("program", state.listed),)
            return filters, (), self._names(filters, reading)
        if not _own_selection(frame):
            base = state.filters
            said = {c for t in reading.terms for c in t.concepts}
            again = said & (EXTREMES | {"most"}) and set(state.intents) & EXTREMES
            if again and not frame.features & POINTING:
                base = state.asked
            kept = tuple(f for f in base if not any(f.name == o.name for o in own))
            if frame.features & {"those"} and len(state.results) > 1 and not any(f.name == "program" for f in base):
                kept = base
            return (*kept, *own), (), self._names(kept, reading)
        narrow = (
            frame.features & {"among_them", "those", "only", "share_of"}
            and len(state.results) > 1
            and not frame.values("program")
        )
        if narrow or (not asks and _narrows(frame, state)):
            kept = tuple(f for f in state.filters if not any(_replaces(o, f) for o in own))
            return (*kept, *own), (), self._names(kept, reading)
        if not asks and frame.values("program"):
            kept = tuple(
                f
                for f in state.filters
                if f.name in ("part",) and state.intents[:1] == ("component_amount",) and not frame.values("part")
            )
            del kept
        return own, frame.operands, ()

    def _same_group(
        self, frame: Frame, reading: Reading
    ) -> tuple[tuple[Filter, ...], tuple[Operand, ...], tuple[str, ...]] | None:
        """Return the selection that `that ministry's programmes` or 同じ区分 points at."""
        kind = next((k for k in ("ministry", "category") if f"same_{k}" in frame.features), None)
        if kind is None or not self.state.results:
            return None
        filters: tuple[Filter, ...] = (Filter(kind, (self._group_of(self.state.results[-1], kind),)),)
        if "others" in frame.features:
            filters = (*filters, Filter("program", self.state.results, negated=True))
        return filters, (), self._names(filters, reading)

    def _other_parts(self) -> tuple[str, ...]:
        """Return the stated parts of the programme that were not asked for yet."""
        asked = {v for f in self.state.filters if f.name == "part" for v in f.values}
        amounts = [a for p in self.state.results for a in self.assistant.world.amounts(p)]
        return tuple(a.part for a in amounts if a.part and a.part not in asked)

    def _group_of(self, programme: str, kind: str) -> str:
        """Return the ministry or category of a programme."""
        catalogue = self.assistant.database.catalogue
        return (catalogue.ministry_of if kind == "ministry" else catalogue.category_of)[programme]

    def _by_size(self, frame: Frame) -> str | None:
        """Return the programme of the last list that `the smaller one` points at, where something else is asked of it."""
        sizes = frame.features & {"big", "small", "more", "less"}
        listed = self.state.listed
        if len(sizes) != 1 or len(listed) < 2 or _own_selection(frame) or not frame.features & ATTRIBUTES:
            return None
        ordered = sorted(listed, key=lambda p: self.assistant.world.amounts(p)[0].yen)
        return ordered[0] if sizes & {"small", "less"} else ordered[-1]

    def _pair(self, reading: Reading) -> tuple[tuple[Filter, ...], tuple[Operand, ...], tuple[str, ...]]:
        """Return the two sides of a comparison, the missing ones from the last turn."""
        state, frame = self.state, reading.frame
        previous = state.operands
        pointed = _pointed(frame, state)
        if len(pointed) >= 2:
            operands: tuple[Operand, ...] = tuple(Operand("program", p) for p in pointed[:2])
        elif len(frame.operands) == 1:
            earlier = [o for o in previous if o not in frame.operands][:1]
            operands = (*earlier, *frame.operands)
        else:
            grouped = state.groups if "ministry" in frame.features or len(state.results) > 2 else ()
            results = grouped or tuple(
                Operand("program", r) for r in (state.results if len(state.results) == 2 else state.listed)
            )
            operands = results if len(results) == 2 else previous[:2]
        filters = tuple(Filter(o.kind, (o.id,)) for o in operands)
        return (
            _merge(filters),
            operands,
            self._names(tuple(Filter(o.kind, (o.id,)) for o in operands if o in previous), reading),
        )

    def _names(self, filters: tuple[Filter, ...], reading: Reading) -> tuple[str, ...]:
        """Return what was borrowed, in words."""
        from assistant.answer.scope import phrase
        from assistant.query.filters import FILTERS

        catalogue = self.assistant.database.catalogue
        return tuple(phrase(f, reading.language, catalogue) for f in filters if f.name in FILTERS and f.values)

    def _remember(self, reading: Reading, decision: Decision, answer: Answer) -> None:
        """Keep what the next turn may refer to."""
        state, frame = self.state, reading.frame
        best = decision.candidate
        kind = self.assistant.intents[best.intents[0]].kind if best and best.intents else None
        if answer.status == "out_of_scope" or kind in ("social", "source"):
            self.state = replace(state, options=())
            return
        subjects = tuple(dict.fromkeys(f.subject for f in answer.facts))
        results = tuple(s.partition(":")[2] for s in subjects if s.startswith("program:"))
        filters = tuple(f for f in frame.filters if f.name != "part")
        intents = best.intents if best else state.intents
        if answer.status == "clarify":
            self.state = replace(state, intents=intents, frame=frame, options=answer.options)
            return
        if decision.outcome in ("mismatch", "amount_mismatch"):
            filters = tuple(f for f in filters if f.name == "program")
        if decision.outcome == "unknown":
            self.state = replace(
                state,
                filters=filters or state.filters,
                results=results or tuple(str(v) for v in frame.values("program")) or state.results,
                options=(),
            )
            return
        groups = tuple(s for s in subjects if s.startswith(("ministry:", "category:")))
        if best and best.intents[0].startswith(("largest_", "smallest_")) and groups:
            kind_, _, id_ = groups[0].partition(":")
            filters = (Filter(kind_, (id_,)),)
        elif (best and best.intents[0] in RESULTS and results) or (
            results and len(results) == 1 and (not filters or intents[:1] == ("list",))
        ):
            filters = (Filter("program", results),)
        wider = (
            state.filters
            if reading.borrowed and len(filters) > len(state.filters)
            else state.parent
            if reading.borrowed
            else filters
        )
        recent = _recent(state, results)
        fresh = len(results) > 1 and not (set(results) < set(state.listed) and reading.borrowed)
        operands = frame.operands or tuple(Operand("program", r) for r in results[:2])
        part = tuple(f for f in frame.filters if f.name == "part")
        self.state = State(
            filters=filters + part,
            parent=wider,
            results=results or tuple(str(v) for v in frame.values("program")),
            operands=operands,
            intents=intents,
            frame=frame,
            listed=results if fresh else recent or state.listed,
            recent=(bool(recent) and not fresh) or (state.recent and not fresh),
            seen=frozenset() if fresh or recent else state.seen | set(results),
            asked=frame.filters,
            groups=_recent_groups(state, frame),
        )


def _recent_groups(state: State, frame: Frame) -> tuple[Operand, ...]:
    """Return the last two ministries or categories that were asked about, each alone."""
    own = [f for f in frame.filters if f.name in ("ministry", "category") and not f.negated and len(f.values) == 1]
    if len(own) != 1 or len(frame.filters) != 1:
        return state.groups
    new = Operand(own[0].name, str(own[0].values[0]))
    return (*(g for g in state.groups if g != new and g.kind == new.kind), new)[-2:]


def _recent(state: State, results: tuple[str, ...]) -> tuple[str, ...]:
    """Return the programmes that were asked about one after another, where the last answer adds one to them."""
    if len(results) != 1 or len(state.results) != 1 or results[0] in (*state.results, *state.listed):
        return ()
    before = state.listed if state.recent else state.results
    return (*before, *results)[-3:]


def _grouped(state: State) -> str:
    """Return what the last answer was grouped by: ministry, category, or nothing."""
    name = state.intents[0] if state.intents else ""
    group = name.rpartition("_")[2] if name.startswith(("by_", "largest_", "smallest_", "count_by_")) else ""
    return group if group in ("ministry", "category") else ""


def _asks(reading: Reading, intents: Collection[str]) -> bool:
    """Whether a question says itself what it asks, rather than only of which programme."""
    best = reading.best
    said = {c for t in reading.terms for c in t.concepts if "bound" not in t.used_by}
    if said & (set(intents) - {"profile", "list"} | VAGUE_ASKS):
        return True
    if best is None:
        return False
    if best.intents == ("list",):
        return bool(set(best.used) - PRONOUNS) and bool(reading.frame.features & {"list", "which", "programme", "what", "all"})
    return best.intents[0] in ("whose_extension", "related_amount", "component_amount") or bool(best.used)


def _own_selection(frame: Frame) -> bool:
    """Whether a question names programmes itself (a stated part alone does not)."""
    return any(f.name != "part" for f in frame.filters) or bool(frame.extensions)


def _incomplete_pair(reading: Reading) -> bool:
    """Whether two things are to be compared and fewer are named."""
    features = reading.frame.features
    if len(reading.frame.operands) >= 2:
        return False
    if features & PAIRS:
        return True
    if "programme" in features and "which" not in features:
        return False
    one = len(reading.frame.operands) == 1 and bool(features & {"big", "small", "difference"}) and "which" in features
    return (
        one
        or bool(features & {"more", "less"} and features & {"which", "those", "it", "how_much"})
        or bool(features & {"big", "small"} and "those" in features and "which" in features)
    )


def _pick(frame: Frame, state: State) -> str | None:
    """Return the programme of the last list that an ordinal or `former` points at."""
    if len(state.listed) < 2:
        return None
    if "former" in frame.features:
        return state.listed[0]
    if "latter" in frame.features:
        return state.listed[-1]
    ranked = frame.features & {"big", "small", "most", "largest", "smallest", "more", "less", "descending", "ascending"}
    if len(frame.ordinals) == 1 and not ranked and not _own_selection(frame) and frame.ordinals[0] <= len(state.listed):
        return state.listed[frame.ordinals[0] - 1]
    return None


def _pointed(frame: Frame, state: State) -> list[str]:
    """Return the programmes of the last list that several ordinals point at (`the first … the second`)."""
    places = [0] if "former" in frame.features else []
    places += [n - 1 for n in frame.ordinals]
    places += [len(state.listed) - 1] if "latter" in frame.features else []
    return list(dict.fromkeys(state.listed[p] for p in places if 0 <= p < len(state.listed)))


def _replaces(new: Filter, old: Filter) -> bool:
    """Whether a new condition takes the place of an old one: the same kind, or another bound on the amount."""
    if new.negated or old.negated:
        return False
    return new.name == old.name or (new.name.startswith("amount_") and old.name.startswith("amount_"))


def _rest(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(f for f in filters if f.name != "program")


def _stands_alone(reading: Reading, state: State) -> bool:
    """Whether an operation without programmes of its own is about everything rather than about the last list."""
    best = reading.best
    assert best is not None
    features = reading.frame.features
    if best.intents[0] in ("largest", "smallest") and _grouped(state) and not features & WHOLE_SET:
        return False
    if best.intents[0] not in NARROWABLE and not best.intents[0].startswith(("largest_", "smallest_", "count_")):
        return False
    if features & WHOLE_SET and not features & {"those", "it"}:
        return True
    if best.intents[0] in ("largest", "smallest") and len(state.results) == 1 and features & {"how_much"}:
        return False
    if best.intents[0] == "total" and len(state.results) == 1:
        return False
    return len(state.results) < 2 and not features & {"count_number"}


def _narrows(frame: Frame, state: State) -> bool:
    """Whether conditions without a question narrow the last list (`20億円以上は？` after a list)."""
    return bool(frame.features & {"bound", "negated", "only", "among_them"}) and len(state.results) > 1


def _without_contacts(filters: tuple[Filter, ...], state: State, frame: Frame) -> tuple[Filter, ...]:
    """Replace borrowed conditions on contacts by the programmes they led to, for questions that are not about contacts."""
    own = {f for f in frame.filters}
    if not any(f.name in ("division", "bureau") and f not in own for f in filters) or not state.results:
        return filters
    kept = tuple(f for f in filters if f in own or f.name not in ("division", "bureau", "program"))
    return (Filter("program", state.results), *kept)


def _merge(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Join conditions of one name."""
    names = list(dict.fromkeys(f.name for f in filters))
    return tuple(Filter(n, tuple(dict.fromkeys(v for f in filters if f.name == n for v in f.values))) for n in names)
