"""Places of a ranking that only say which programmes are meant (`1位と2位の差`, `上位3つの合計`, `最大の事業の所管`)."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.reading.draft import Draft
from assistant.reading.model import Filter, Operand
from assistant.reading.terms import FIELDS, Term, between

RANKING = frozenset(
    {"largest", "smallest", "most", "big", "small", "descending", "ascending", "ordinal", "slice", "count_number", "order"}
)
"""Features that a ranking has; they are settled where its places stand for programmes."""
_HIGH, _LOW = frozenset({"largest", "big", "descending"}), frozenset({"smallest", "small", "ascending"})
_COMPUTED = frozenset({"total", "share", "average"})
_COMPARED = frozenset({"difference", "ratio"})
_SHOWN = FIELDS - {"amount", "how_much", "largest", "smallest", "list", "count", "median", "name"} - _COMPUTED
"""What may be asked of the programmes at a place besides their amounts."""
_PASSED = frozenset({"amount", "about", "among_them", "in_this_budget"})
"""Concepts that may stand within one place (`一番予算の大きい`)."""


_THE_FEW = {"the two": 2, "the three": 3, "the four": 4}


@dataclass(slots=True)
class Place:
    """A stretch of a ranking that a question names: from which to which place, from the top or the bottom, by which terms."""

    first: int
    last: int
    ascending: bool
    terms: list[Term]

    @property
    def end(self) -> int:
        """The index of its last term."""
        return max(t.index for t in self.terms)


def settle_ranked(draft: Draft) -> None:
    """Put the programmes at the places of a ranking where something else than the ranking is asked of them."""
    if draft.world.register or _beside_named(draft) or _left_out(draft) or _place_claimed(draft):
        return  # in a register places are the statement's to find
    grouped = {"rank", "by_ministry", "by_category", "group_by"}
    if draft.programmes or draft.extensions or draft.hints.features & {"ministry", "category"}:
        return
    places = _places(draft)
    cues = draft.cues()
    if not places or cues & grouped or (draft.hints.listed and not draft.filters and not _of_the_list(draft, places)):
        return
    several = len(places) > 1
    compared = len(places) == 2 and cues & _COMPARED and all(p.first == p.last for p in places)
    if compared and all(p.first == 1 for p in places) and places[0].ascending != places[1].ascending and "difference" in cues:
        for place in places:
            _say_extreme(draft, place)
        return
    computed = cues & _COMPUTED and not cues & _COMPARED and (several or places[0].last > places[0].first)
    shown = not several and not cues & _COMPARED and _asks_of_programme(draft, places[0])
    named = several and not cues & (_COMPARED | {"ministry", "category"}) and all(p.terms[0].number for p in places)
    if not (compared or computed or shown or named):
        _narrow(draft, places)
        return
    members = [_at(draft, place) for place in places]
    if not all(members) or (compared and any(len(m) > 1 for m in members)):
        return
    chosen = list(dict.fromkeys(p for group in members for p in group))
    _put(draft, places, chosen, named=bool(shown), compared=bool(compared))


_OPEN = frozenset({"which", "what", "who", "where", "how_much", "how_many", "what_number", "list", "ministry", "category"})


def _place_claimed(draft: Draft) -> bool:
    """Take `is it the third largest?`, 上位3つに入りますか of one programme for a claim about its place."""
    cues = draft.cues()
    if len(draft.programmes) != 1 or not cues & {"yes_no", "confirm", "recall"} or cues & (_OPEN | _COMPUTED | _COMPARED):
        return False
    places = _places(draft)
    if len(places) != 1 or (places[0].last == 1 and not any(t.number for t in places[0].terms)):
        return False
    place = places[0]
    signs = frozenset(c for t in draft.terms for c in t.concepts) & (_HIGH | _LOW)
    if not signs:
        return False
    draft.features = draft.features - RANKING | {"smallest" if place.ascending else "largest", "yes_no"}
    draft.premises.append(("place_from", place.first))
    draft.premises.append(("place_to", place.last))
    draft.count, draft.ordinals = None, ()
    for term in place.terms:
        term.used_by.add("rank")
    return True


def _beside_named(draft: Draft) -> bool:
    """Compare a programme that is named with the one at a place (`ventures vs the second largest: how many times?`)."""
    placed = sum(t.number == "ordinal" or bool(t.concepts & {"former", "latter"}) for t in draft.terms)
    spoken = draft.hints.programmes if "it" in draft.cues() and not draft.programmes and placed < 2 else ()
    known = [*draft.programmes, *spoken]
    if len(known) != 1 or not draft.cues() & _COMPARED or (not spoken and len(draft.operands) != 1):
        return False
    places = _places(draft)
    if len(places) != 1 or places[0].first != places[0].last:
        return False
    if spoken and not any(t.concepts & (_HIGH | _LOW) for t in places[0].terms):
        return False
    named = known[0]
    filters = draft.filters
    draft.filters = [f for f in filters if f.name != "program" or f.negated]
    members = _at(draft, places[0])
    draft.filters = filters
    if len(members) != 1 or members[0] == named:
        return False
    first = next((t.index for t in draft.terms if ("program", named) in t.entities), 0)
    pair = [named, *members] if first < places[0].terms[0].index else [*members, named]
    _put(draft, places, pair, named=True, compared=True)
    return True


def _left_out(draft: Draft) -> bool:
    """Take away the programmes at the places that an exception names (上位2事業を除くと, `without the two largest`)."""
    if draft.programmes:
        return False
    for place in _places(draft):
        after = draft.terms[place.end + 1 : place.end + 3]
        before = draft.terms[max(0, place.terms[0].index - 1) : place.terms[0].index]
        japanese = [t for t in after if "except" in t.concepts and not t.mention.surface.isascii()]
        english = [t for t in before if t.concepts & {"except", "besides"} and t.mention.surface.isascii()]
        nouns = [t for t in after if "programme" in t.concepts]
        sign = next((t for t in (*japanese, *english) if not t.used_by), None)
        if sign is None or (japanese and sign.index - place.end > 1 and not nouns):
            continue
        members = _at(draft, place)
        if not members:
            continue
        _put(draft, [place], members, named=False, compared=False)
        draft.programmes = []
        draft.filters = [f for f in draft.filters if f.name != "program"]
        draft.add("program", *members, negated=True)
        sign.used_by.add("negation")
        sign.concepts = frozenset()
        draft.features |= {"negated"}
        draft.features -= {"except"}
        sizes = (len(members), len(draft.world.programmes("all", "*")) - len(members))
        for count in draft.terms:
            if count.number == "count" and not count.used_by and count.mention.value in sizes:
                count.used_by.add("size")
        return True
    return False


def _of_the_list(draft: Draft, places: list[Place]) -> bool:
    """Whether the largest or smallest few of the list shown are computed with (`what do the bottom three add up to?`)."""
    signed = all(any(t.concepts & (_HIGH | _LOW) for t in p.terms) and p.last > p.first for p in places)
    ends = len(places) == 2 and places[0].ascending != places[1].ascending and places[0].last == places[1].last == 1
    if ends and "ratio" in draft.cues() and len(draft.hints.among) > 2:
        return True
    return signed and bool(draft.cues() & _COMPUTED) and max(p.last for p in places) < len(draft.hints.among)


def _say_extreme(draft: Draft, place: Place) -> None:
    """Say in one word what 一番高い and `the most expensive` say in two."""
    for term in place.terms:
        term.concepts = term.concepts - {"most", "big", "small"}
    name = "smallest" if place.ascending else "largest"
    place.terms[-1].concepts |= {name}
    draft.features = draft.features - {"most", "big", "small"} | {name}


def _narrow(draft: Draft, places: list[Place]) -> None:
    """Keep a ranking to the number of programmes that it names (`9事業のうち下位2つ`)."""
    number = next((t for t in places[0].terms if t.number == "count"), None)
    if len(places) > 1 or number is None or number.mention.value < 2:
        return
    draft.features.add("smallest" if places[0].ascending else "largest")
    draft.features |= {"count_number"}
    draft.features -= {"all"}
    draft.count = int(number.mention.value)


def _places(draft: Draft) -> list[Place]:
    """Return the places that the question names, in order; a direction said once holds for all."""
    found: list[Place] = []
    for term in draft.terms:
        if found and term.index <= found[-1].end:
            continue
        place = _place(draft, term)
        if place is not None:
            found.append(place)
    return found


def _place(draft: Draft, term: Term) -> Place | None:
    """Return the place that begins with a term: an ordinal, a slice, or a superlative with or without a count."""
    sign = term.concepts & (_HIGH | _LOW)
    if term.used_by or not (term.number in ("ordinal", "slice") or sign or "most" in term.concepts):
        return None
    terms = [term]
    for other in draft.terms[term.index + 1 : term.index + 4]:
        gap = between(draft.text, terms[-1], other)
        close = len(gap) <= 3 and not any(sign in gap for sign in "とやは")
        joins = other.concepts & (_HIGH | _LOW | {"most", "order", "count"}) or other.number in ("ordinal", "slice", "count")
        if not close or not (joins or other.concepts & _PASSED) or (terms[-1].number and other.number):
            break
        if other.number in ("ordinal", "slice") and term.number in ("ordinal", "slice"):
            break
        terms.append(other)
    while terms[-1].concepts & _PASSED and not terms[-1].concepts & (_HIGH | _LOW):
        terms.pop()
    signs = frozenset(c for t in terms for c in t.concepts) & (_HIGH | _LOW)
    if not signs and not term.number:
        return None
    return _measured(draft, terms, signs)


def _measured(draft: Draft, terms: list[Term], signs: frozenset[str]) -> Place | None:
    """Return the place that these terms say together."""
    if signs & _HIGH and signs & _LOW:
        return None
    everywhere = draft.cues() & _LOW and not draft.cues() & _HIGH
    ascending = bool(signs & _LOW) or (not signs and bool(everywhere))
    number = next((t for t in terms if t.number), None)
    before = draft.terms[terms[0].index - 1] if terms[0].index else None
    if number is None and before is not None and "those" in before.concepts and before.mention.surface in _THE_FEW:
        return Place(1, _THE_FEW[before.mention.surface], ascending, [before, *terms])
    if number is None and before is not None and before.number == "count" and before.mention.surface.isascii():
        beside = not between(draft.text, before, terms[0]).strip() and not before.used_by and before.mention.value > 1
        return Place(1, int(before.mention.value), ascending, [before, *terms]) if beside else Place(1, 1, ascending, terms)
    weak = not any(t.concepts & {"most", "largest", "smallest", "descending", "ascending", "order"} for t in terms)
    if number is None or (weak and number.number == "count" and number.index < terms[-1].index):
        if weak:
            return None
        return None if terms[0].concepts & {"descending", "ascending"} else Place(1, 1, ascending, terms)
    if number.number == "ordinal":
        at = int(number.mention.value)
        return Place(at, at, ascending, terms)
    if number.number == "slice":
        low, high = sorted(int(v) for v in number.mention.value)
        return Place(low, high, ascending, terms)
    return Place(1, int(number.mention.value), ascending, terms)


def _asks_of_programme(draft: Draft, place: Place) -> bool:
    """Whether the place describes a programme of which a field is asked (`一番大きい事業の所管`, not `一番多い省`)."""
    following = draft.terms[place.end + 1 :]
    whose = [t for t in following if "ministry" in t.concepts and t.mention.surface.startswith("whose")]
    if whose and following[0].concepts & {"amount", "programme"}:
        return True
    if not following or "programme" not in following[0].concepts or len(between(draft.text, place.terms[-1], following[0])) > 3:
        return False
    english = place.terms[0].mention.surface.isascii()
    beside = [t for t in draft.terms if t not in place.terms and t is not following[0]] if english else following[1:]
    return any(t.concepts & _SHOWN and not t.entities for t in beside)


def _at(draft: Draft, place: Place) -> list[str]:
    """Return the programmes at a place among those that the question selects."""
    members = set(draft.hints.among if draft.hints.listed and not draft.filters else draft.world.programmes("all", "*"))
    for filter_ in draft.filters:
        named = {p for v in filter_.values for p in draft.world.programmes(filter_.name, str(v))}
        if not named and filter_.name not in ("ministry", "category", "organisation", "division", "bureau"):
            return []
        members = members - named if filter_.negated else members & named
    yen = {p: draft.world.amounts(p)[0].yen for p in members}
    sign = 1 if place.ascending else -1
    order = sorted(yen, key=lambda p: (sign * yen[p], p))
    return [p for p in order if place.first <= 1 + sum(sign * yen[o] < sign * yen[p] for o in order) <= place.last]


def _put(draft: Draft, places: list[Place], members: list[str], *, named: bool, compared: bool) -> None:
    """Take the programmes for what the question named, and the ranking for said."""
    draft.programmes = members
    draft.filters = [Filter("program", tuple(members))]
    draft.operands = [Operand("program", p) for p in members] if compared else []
    draft.features -= RANKING
    draft.count, draft.ordinals = None, ()
    if named:
        draft.features.add("named_program")
    for place in places:
        for term in place.terms:
            term.used_by.add("rank")
