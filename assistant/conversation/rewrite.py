"""Follow-ups that name something shorter than it is: the one of a list, the right ministry, the number asked before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.conversation.follow import ATTRIBUTES, PAIRS, SETS, Follow, own_selection
from assistant.conversation.pointing import pick
from assistant.intents.model import Intent
from assistant.reading.frame import slot_features
from assistant.reading.match import candidates
from assistant.reading.model import Candidate, Filter, Reading

CONTACT_ASKS = frozenset({"extension", "division", "bureau", "contact", "who", "what_number"})
PARTED = ("related_amount", "ratio_of_parts", "difference_of_parts", "share_of_part")
_ONE = re.compile(r"(?: one(?:s)?(?![a-z])|の(?:やつ|方|ほう|もの|事業))")


def rewritten(follow: Follow, intents: Mapping[str, Intent]) -> Follow:
    """Return the follow-up with what it names put in full; as it was where it names nothing so."""
    for rule in (_by_contact, _one_of_listed, _part_of_a_place, _price_of_one, _whose_it_is, _put_right):
        follow = follow._replace(reading=rule(follow, intents))
    return follow


def _put_right(follow: Follow, intents: Mapping[str, Intent]) -> Reading:
    """Take a ministry named alone after a wrong one (`sorry, MEXT then`) as the right one of the same programme."""
    reading, before = follow.reading, follow.state.frame
    frame = reading.frame
    named = before.values("program")
    own = [f for f in frame.filters if f.name == "ministry" and not f.negated]
    if (
        len(named) != 1
        or len(frame.filters) != 1
        or len(own) != 1
        or not before.values("ministry")
        or "programme" in follow.said
    ):
        return reading
    held = [
        named[0] in follow.world.programmes("ministry", str(f.values[0]))
        for f in (own[0], Filter("ministry", before.values("ministry")))
    ]
    if held != [True, False]:
        return reading
    filters = (Filter("program", named),)
    features = (frame.features - {"ministry_name"}) | slot_features(filters, ()) | {"named_program"}
    right = replace(frame, filters=filters, operands=(), features=frozenset(features))
    found = candidates(intents, right, reading.terms, reading.folded)
    return replace(reading, frame=right, candidates=tuple(c for c in found if not {"list", "total"} & set(c.intents)))


def _by_contact(follow: Follow, intents: Mapping[str, Intent]) -> Reading:  # noqa: ARG001
    """Take a division named among the programmes of the last list as the programme that it answers for."""
    reading, frame, listed = follow.reading, follow.frame, set(follow.state.listed)
    contacts = [f for f in frame.filters if f.name in ("division", "bureau")]
    if not contacts or len(frame.filters) > len(contacts) or not listed or follow.said & CONTACT_ASKS:
        return reading
    found = {p for f in contacts for v in f.values for p in follow.world.programmes(f.name, str(v))} & listed
    if len(found) != 1 or not follow.said & ATTRIBUTES:
        return reading
    filters = (Filter("program", tuple(found)),)
    features = (frame.features - {"division_name", "bureau_name"}) | slot_features(filters, ())
    return replace(reading, frame=replace(frame, filters=filters, features=frozenset(features)))


def _one_of_listed(follow: Follow, intents: Mapping[str, Intent]) -> Reading:  # noqa: ARG001
    """Take `the MHLW one` after a list as the one programme of it that is theirs."""
    reading, frame, state = follow.reading, follow.frame, follow.state
    shown = next((s for s in (state.results, state.listed, state.pool) if len(s) > 1), ())
    if len(frame.filters) != 1 or frame.filters[0].name not in ("ministry", "category") or frame.filters[0].negated:
        return reading
    filter_ = frame.filters[0]
    term = next((t for t in reading.terms if filter_.name in t.kinds()), None)
    held = {p for v in filter_.values for p in follow.world.programmes(filter_.name, str(v))} & set(shown)
    if term is None or len(shown) < 2 or len(held) != 1 or not _ONE.match(reading.folded, term.mention.end):
        return reading
    attribute = follow.said & ATTRIBUTES if follow.asks else set(state.intents[:1]) & ATTRIBUTES
    if not attribute or follow.said & {"total", "list", "count", "share"}:
        return reading
    filters = (Filter("program", tuple(held)),)
    features = (frame.features - {f"{filter_.name}_name"}) | slot_features(filters, ())
    return replace(reading, frame=replace(frame, filters=filters, operands=(), features=frozenset(features)))


def other_part(follow: Follow) -> bool:
    """Whether a part is compared with the other part of the same budget, which was just answered (`JST分はその何倍`)."""
    frame, state = follow.frame, follow.state
    known = [f.values for f in state.filters if f.name == "part"]
    alone = {f.name for f in frame.filters} <= {"part", "program"} and "named_program" not in frame.features
    same = set(frame.values("program")) <= set(state.results)
    new = len(frame.values("part")) == 1 and bool(known) and frame.values("part") not in known
    return bool(frame.features & PAIRS) and new and alone and same and len(state.results) == 1


def part_put_right(follow: Follow) -> bool:
    """Whether another part is named instead of the one whose share was asked (`no, I meant the AMED part`)."""
    named = [f for f in follow.frame.filters if f.name != "program"]
    alone = len(named) == 1 and named[0].name == "part" and "named_program" not in follow.frame.features
    share = follow.state.intents[:1] == ("share_of_part",)
    return alone and share and "correction" in follow.said and not follow.said & {"how_much", "amount", *PAIRS}


def both_parts(follow: Follow) -> Filter | None:
    """Return the two parts of a budget that the last answer showed, where they are compared (両者の差は)."""
    state, features = follow.state, follow.frame.features
    known = features & (SETS | {"which"}) or not any(f.name == "part" and len(f.values) == 1 for f in state.filters)
    other = other_part(follow)
    compared = features & (PAIRS | {"share"}) and (known or other) and {"component_amount", *PARTED} & set(state.intents)
    if not compared or (own_selection(follow.frame) and not other) or len(state.results) != 1:
        return None
    parts = tuple(a.part for a in follow.world.amounts(state.results[0]) if a.scope == "part" and a.part)
    return Filter("part", parts) if len(parts) == 2 else None


def _part_of_a_place(follow: Follow, intents: Mapping[str, Intent]) -> Reading:
    """Take `2番目の事業のJST分`, `the first one's AMED part` as the part of the programme at that place of the last list."""
    reading, frame = follow.reading, follow.frame
    chosen = pick(replace(frame, filters=()), follow.state)
    if chosen is None or not frame.values("part") or "named_program" in frame.features:
        return reading
    parts = [a.part for a in follow.world.amounts(chosen) if a.scope == "part" and a.part]
    wanted = tuple(p for p in parts if any(p.startswith(str(v)) or str(v).startswith(p) for v in frame.values("part")))
    if not wanted or {f.name for f in frame.filters} - {"part", "program"}:
        return reading
    filters = (Filter("program", (chosen,)), Filter("part", wanted))
    spent = {"former", "latter", "ordinal", "listed_place"}
    terms = tuple(
        replace(t, concepts=t.concepts - spent, used_by=t.used_by | ({"reference"} if t.number == "ordinal" else set()))
        for t in reading.terms
    )
    features = (frame.features - spent - {"ambiguous", "missing_part"}) | slot_features(filters, ()) | {"named_program"}
    asked = replace(frame, filters=filters, operands=(), ordinals=(), ambiguous=(), features=frozenset(features))
    return replace(reading, frame=asked, terms=terms, candidates=candidates(intents, asked, terms, reading.folded))


_A_SINGLE = re.compile(r"(?:single|one|each)(?: one)? of (?:them|those|these)|(?<![a-z])each one(?![a-z])|(?<![0-9])1台|一台")

_THAT_MACHINE = re.compile(
    r"(?<![a-z])(?:that|this) (?:machine|device|instrument|microscope|scanner|spectrometer)(?![a-z])"
    r"|(?:その|この)(?:機器|装置|機械|顕微鏡)(?:の|は|って|だけ|1台|一台)"
)


def _price_of_one(follow: Follow, intents: Mapping[str, Intent]) -> Reading:  # noqa: ARG001
    """Take `how much does a single one of them cost?` after a list of equipment as a question of a price."""
    reading, frame = follow.reading, follow.frame
    asked = follow.said & {"how_much", "amount"} and not own_selection(frame)
    one = _THAT_MACHINE.search(reading.folded) or ("equipment" in follow.state.intents and _A_SINGLE.search(reading.folded))
    if not asked or not one:
        return reading
    return replace(reading, frame=replace(frame, unknowns=("unit_price",)))


def _whose_it_is(follow: Follow, intents: Mapping[str, Intent]) -> Reading:
    """Take `so whose extension is it?` after a number as a question about that number."""
    reading, frame, before = follow.reading, follow.frame, follow.state.frame
    offices = follow.said & {"bureau", "division"} and not follow.said & (
        ATTRIBUTES - {"bureau", "division", "contact"} | {"others", "besides", "programme"}
    )
    again = offices and follow.state.intents[:1] == ("whose_extension",) and before.extensions
    if not (again or "whose_extension" in follow.said) or own_selection(frame):
        return reading
    if not before.extensions:
        answered = set(follow.state.intents) & {"extension", "contact", "division"} and len(follow.state.results) == 1
        if not answered:
            return reading
        about = replace(frame, filters=(Filter("program", follow.state.results),), features=frozenset({"contact", "program"}))
        return replace(reading, frame=about, candidates=(Candidate(("contact",), 2.0),), borrowed=("contact",))
    asked = replace(frame, extensions=before.extensions, features=frame.features - {"it"} | {"extension_number"})
    return replace(reading, frame=asked, candidates=candidates(intents, asked, reading.terms, reading.folded))
