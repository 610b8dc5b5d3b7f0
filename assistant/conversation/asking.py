"""What a turn asks: whether it says so itself, and what it asks where it leaves that to the turn before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.conversation.follow import Follow, Selection, own_selection
from assistant.conversation.sets import LEFT, includes
from assistant.conversation.state import RESULTS, State
from assistant.intents.model import Intent
from assistant.reading.model import Frame, Reading

LISTING = frozenset({"list", "which", "what", "all"})
RELATIVE = frozenset({"share", "rank", "ratio", "difference"})
VAGUE_ASKS = frozenset({"how_much", "how_many", "who", "when", "what_number"})
PRONOUNS = frozenset({"one", "ones", "やつ", "もの", "件", "の件", "奴", "物", "also", "も", "and"})
NARROWABLE = frozenset({"list", "total", "count", "average", "median", "largest", "smallest", "by_ministry", "by_category"})
OVER_MANY = frozenset({"list", "largest", "smallest", "total", "count", "average", "median", "difference", "ratio", "extremes"})
"""Operations over several programmes: one that is picked out of them is not asked for the same."""
REPEATING = frozenset(
    {"it", "those", "recall", "confirm", "yes_no", "also", "earlier", "exact", "among_them", "only", "correction", "programme"}
)


def asks_itself(reading: Reading, intents: Mapping[str, Intent]) -> bool:
    """Whether a question says itself what it asks, rather than only of which programme."""
    best = reading.best
    said = {c for t in reading.terms for c in t.concepts if "bound" not in t.used_by}
    chat = {i.name for i in intents.values() if i.kind == "social"}
    if said & (set(intents) - chat - {"profile", "list"} | VAGUE_ASKS):
        return True
    if best is None:
        return False
    if best.intents == ("list",) and all(f.name == "program" for f in reading.frame.filters) and not said & LISTING:
        return False
    if best.intents == ("list",) and said & {"yes_no"} and "printed" in said and reading.frame.filters:
        return True
    if best.intents == ("list",):
        return bool(set(best.used) - PRONOUNS) and bool(reading.frame.features & {"list", "which", "programme", "what", "all"})
    if best.intents == ("profile",) and not said & {"profile", "what", "which", "how"}:
        return False
    return best.intents[0] in ("whose_extension", "related_amount", "component_amount") or bool(best.used)


def _of_the_same(follow: Follow, chosen: Selection, first: str) -> tuple[str, ...]:  # noqa: ARG001
    """Ask for the amount of a bound, the extension of a name after an extension, the list of `its programmes` and the rest."""
    features = follow.frame.features
    if "claim" in features:
        return ("amount",)
    if first == "amount" and includes(follow):
        return ("total",)
    if first == "whose_extension" and not follow.frame.extensions:
        return ("extension",)
    same = "programme" in features and features & {"same_ministry", "same_category"}
    rest = "others" in features and first in ("largest", "smallest", "extremes")
    return ("list",) if same or rest else ()


def _of_a_new_set(follow: Follow, chosen: Selection, first: str) -> tuple[str, ...]:
    """List a set of its own, that borrows nothing, after a question that makes no sense of it."""
    own = [f for f in chosen.filters if f not in chosen.borrowed]
    bounded = any(f.name.startswith("amount_") for f in own)
    grouped = "programme" in follow.frame.features and any(f.name in ("ministry", "category") for f in own)
    listed = (bounded and first not in NARROWABLE) or (grouped and first in RELATIVE)
    return ("list",) if listed and not chosen.borrowed else ()


def _of_sizes(follow: Follow, chosen: Selection, first: str) -> tuple[str, ...]:  # noqa: ARG001
    """Ask for the extreme of the last programmes where it is which is larger (大きいほうはどっち)."""
    sizes = follow.frame.features & {"big", "small", "more", "less"}
    if sizes and "which" in follow.frame.features and len(follow.state.results) > 1:
        return ("smallest" if sizes & {"small", "less"} else "largest",)
    return ()


def _of_one(follow: Follow, chosen: Selection, first: str) -> tuple[str, ...]:
    """Describe one programme that is picked out of several, rather than total or rank it again."""
    one = [f for f in chosen.filters if f.name == "program" and not f.negated and len(f.values) == 1]
    if one and one[0] in chosen.borrowed and (first in OVER_MANY or first.startswith(("by_", "count_"))):
        return ("purpose", "overview") if "what" in follow.frame.features else ("profile",)
    contacts = {f.name for f in follow.frame.filters} <= {"division", "bureau"} and first in (
        "extension",
        "contact",
        "division",
    )
    own = [f for f in follow.frame.filters if f.name != "program" and f in chosen.filters]
    narrows = follow.frame.features & {"bound", "among_them"} or (own and {"only", "those"} <= follow.frame.features)
    narrowing = narrows and not contacts and (first in RESULTS or first not in NARROWABLE)
    return ("list",) if first and narrowing else ()


COUNTED = ("total", "count", "average", "median")


def _of_those_counted(follow: Follow, chosen: Selection, first: str) -> tuple[str, ...]:  # noqa: ARG001
    """List what a total or a count was over (`What are they?`, 内訳は？)."""
    if first not in COUNTED or len(follow.state.results) < 2:
        return ()
    pointed = follow.frame.features & {"those", "it"} and follow.said & {"what", "which"}
    remaining = LEFT.search(follow.reading.folded) and follow.said & {"what", "which", "programme"}
    return ("list",) if pointed or remaining or breaks_down(follow) else ()


def breaks_down(follow: Follow) -> bool:
    """Whether it is what a total or a count is made of that is asked (`総額は？`, `内訳は？`)."""
    counted = follow.state.intents[:1] and follow.state.intents[0] in COUNTED and len(follow.state.results) > 1
    if follow.frame.features & {"descending", "ascending", "order"}:
        return False
    return (
        bool(counted)
        and "component_amount" in follow.said
        and not own_selection(follow.frame)
        and not follow.frame.values("part")
    )


Rule = Callable[[Follow, Selection, str], tuple[str, ...]]
RULES: tuple[Rule, ...] = (_of_the_same, _of_those_counted, _of_a_new_set, _of_sizes, _of_one)


def borrowed_intents(follow: Follow, chosen: Selection) -> tuple[str, ...]:
    """Return the intents that a turn without one of its own goes on with: by the first rule that applies, the last turn's."""
    first = follow.state.intents[0] if follow.state.intents else ""
    found = (rule(follow, chosen, first) for rule in RULES)
    return next((intents for intents in found if intents), follow.state.intents or ("profile",))


def says_nothing_new(merged: Frame, state: State, reading: Reading, asked: tuple[str, ...]) -> bool:
    """Whether a turn would only be the last one again although it says more: then what it says was not understood."""
    before = state.frame
    same = merged.filters == before.filters and merged.operands in ((), before.operands) and merged.units == before.units
    ranks = asked[:1] and asked[0].startswith(("largest", "smallest", "list", "extremes"))
    same = same and asked == state.intents and (not ranks or (merged.ordinals, merged.count) == (before.ordinals, before.count))
    more = {c for t in reading.terms for c in t.concepts} - REPEATING
    return bool(reading.skipped) or (same and not merged.premises and bool(more or any(t.number for t in reading.terms)))
