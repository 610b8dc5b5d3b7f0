"""Sets of a conversation put together and taken apart: with the funds too, those two and PJ3, the other seven, what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.conversation.follow import PAIRS, Follow, Selection, all_borrowed, own_selection, programmes
from assistant.reading.model import Filter
from assistant.reading.terms import Term
from assistant.reading.world import held

GROUPS = ("ministry", "category", "organisation")
COUNTED = (("total",), ("count",), ("average",), ("median",))
_NUMBERS = (
    (2, re.compile(r"two|both|pair|2|二|両|どっちも|どちらも")),
    (3, re.compile(r"three|3|三")),
    (4, re.compile(r"four|4|四")),
)
_POINTERS = frozenset({"those", "among_them", "others", "it", "earlier"})
_JOINED = re.compile(r"[\s、,]*(?:and|plus|&|と|や|に|も|、|,)?[\s、,]*(?:the )?")
_LINK = re.compile(r"and|plus|&|と|や|も|、|,")
_IN_JAPANESE = re.compile(
    r"(?:も|を|まで|分も|分を)(?:一緒に|あわせて|合わせて|全部)?"
    r"(?:入れ|いれ|含め|ふくめ|加え|くわえ|足し|足す|足せ|込み|込め|カウント|かうんと|数え|戻)|(?:も|を)?込みで|込みだと"
)
_IN_ENGLISH = re.compile(
    r"(?<![a-z])(?:with (?!that|those|it|this|which|what|an? |ext)|including|include|plus|along with|together with|as well as"
    r"|(?:count|add|put|throw)(?:ing)? (?:in |back )?)"
)
"""What counts a group in as well, before it (`and with the funds?`, `plus METI?`)."""


def members(follow: Follow, filters: Sequence[Filter]) -> frozenset[str]:
    """Return the programmes that meet conditions naming programmes or groups of them."""
    left = set(follow.world.programmes("all", "*"))
    for filter_ in filters:
        if filter_.name in ("program", *GROUPS):
            named = held(follow.world, [filter_])
            left = left - named if filter_.negated else left & named
    return frozenset(left)


_OF_COUNT = re.compile(r"の?(?:事業)?(?:の中|のうち|の内|うち)")


def counted_set(follow: Follow) -> int | None:
    """Return the number of `3つの中で`, `4事業のうち`: so many were spoken of before."""
    counts = [t for t in follow.reading.terms if t.number == "count"]
    found = [t for t in counts if _OF_COUNT.match(follow.reading.folded, t.mention.end)]
    return int(found[0].mention.value) if len(counts) == len(found) == 1 else None


def number_pointed_at(follow: Follow) -> int | None:
    """Return how many things `both`, その3つ, `the other seven` speak of; None where it does not say."""
    terms: Sequence[Term] = follow.reading.terms
    if (counted := counted_set(follow)) is not None:
        return counted
    for term in terms:
        if not term.concepts & _POINTERS:
            continue
        if term.concepts & {"those", "among_them", "others"}:
            said = next((n for n, sign in _NUMBERS if sign.search(term.mention.surface)), None)
            if said:
                return said
        following = terms[term.index + 1] if term.index + 1 < len(terms) else None
        gap = follow.reading.folded[term.mention.end : following.mention.start] if following else ""
        if following is not None and following.number == "count" and gap.strip() in ("", "の", "of"):
            return int(following.mention.value)
    return None


def includes(follow: Follow) -> bool:
    """Whether a group is named that is to be counted in as well (`基金も入れたら`, `and with the funds?`)."""
    own = follow.frame.filters
    if len(own) != 1 or own[0].negated or own[0].name not in (*GROUPS, "program"):
        return False
    if follow.said & {"all", "list", "which", "share"} or not follow.state.asked or _joined_to_pointer(follow):
        return False
    term = next((t for t in follow.reading.terms if own[0].name in t.kinds() or "program" in t.used_by), None)
    if term is None:
        return False
    folded = follow.reading.folded
    after = re.compile(r"(?:の?(?:分|事業|金額|額|予算|ほう|方))?" + _IN_JAPANESE.pattern)
    before = folded[: term.mention.start].rstrip()
    before = re.sub(r"(?:\s|^)the$", "", before)
    english = _IN_ENGLISH.search(before + " ")
    excluded = any(f.negated and f.name == own[0].name for f in follow.state.asked)
    if english and english.group().startswith("with ") and not excluded:
        english = None
    return bool(after.match(folded, term.mention.end)) or bool(english and len(before) - english.end() <= 2)


def only_includes(follow: Follow) -> bool:
    """Whether what is to be counted in is all that a turn says: the figure is the one of before."""
    own = follow.said & {"average", "median", "count", "total", "largest", "smallest", "how_many", "extension", "contact"}
    counts = re.search(r"(?<![a-z])count(?:ing)? ", follow.reading.folded) and own == {"count"}
    return includes(follow) and (not own or bool(counts))


def included(follow: Follow) -> Selection | None:
    """Read `基金も入れたら`, `and counting MHLW too?`: what was excluded comes back, or another group joins the last ones."""
    if not includes(follow):
        return None
    state, new = follow.state, follow.frame.filters[0]
    spent = frozenset(
        {"count_number", "also", "lift", "those", "it", "share_of", *(("count",) if only_includes(follow) else ())}
    )
    gone = [f for f in state.asked if f.negated and f.name == new.name and set(new.values) <= set(f.values)]
    if gone:
        left = tuple(v for v in gone[0].values if v not in new.values)
        others = tuple(f for f in state.asked if f is not gone[0])
        kept = (*others, *((Filter(new.name, left, negated=True),) if left else ()))
        return Selection(kept, (), kept, spent)
    if new.name == "program":
        if state.intents[:1] not in COUNTED or follow.said & {"those", "it"} or not state.results:
            return None
        return all_borrowed(programmes(*dict.fromkeys((*state.results, *map(str, new.values)))))._replace(spent=spent)
    number = follow.frame.count
    same = [f for f in state.asked if f.name == new.name and not f.negated]
    if len(same) == 1 and not set(new.values) & set(same[0].values):
        known = same[0].values
        if number is not None and number != len(known) + 1:
            known = tuple(g.id for g in state.groups if g.kind == new.name)
        if number is None and state.intents[:1] in (("difference",), ("ratio",)):
            known = tuple(o.id for o in state.operands if o.kind == new.name) or known
        joined = Filter(new.name, tuple(dict.fromkeys((*known, *new.values))))
        if number in (None, len(joined.values)):
            rest = tuple(f for f in state.asked if f is not same[0])
            return Selection((*rest, joined), (), (*rest, Filter(new.name, known)), spent)
    named = members(follow, (new,))
    figures = (*COUNTED, ("amount",))
    if number is None and not same and state.intents[:1] in figures and state.results and not named & set(state.results):
        order = [p for p in follow.catalogue.ministry_of if p in named]
        return all_borrowed(programmes(*state.results, *order))._replace(spent=spent)
    return None


def _joined_to_pointer(follow: Follow) -> bool:
    """Whether something named is coordinated with a word that points (`those two and PJ3`, `全ゲノムとそれ`)."""
    folded = follow.reading.folded
    shown = [t for t in follow.reading.terms if t.entities or t.concepts & _POINTERS]
    for first, second in pairwise(shown):
        if bool(first.entities) == bool(second.entities):
            continue
        gap = folded[first.mention.end : second.mention.start]
        counts = [t for t in follow.reading.terms[first.index + 1 : second.index] if t.number == "count"]
        for count in counts:
            gap = gap.replace(count.mention.surface, "", 1)
        if _JOINED.fullmatch(gap) and _LINK.search(gap):
            return True
    return False


def joined(follow: Follow) -> bool:
    """Whether what is named is put together with the last programmes for an operation over all of them."""
    own = follow.frame.filters
    simple = bool(own) and all(f.name in ("program", *GROUPS) and not f.negated for f in own)
    over = follow.frame.features & {"largest", "smallest", "total", "average", "median", "descending", "ascending", "most"}
    return simple and bool(over) and not follow.said & {"share"} and _joined_to_pointer(follow)


def put_together(follow: Follow) -> Selection | None:
    """Read `of those two and PJ3, which is the biggest?`, `全ゲノムとそれを足すと`."""
    if not joined(follow):
        return None
    state, number = follow.state, number_pointed_at(follow)
    last: tuple[tuple[str, ...], ...] = (state.results, state.trail)
    if number:
        last = (state.results, state.trail[-number:], state.listed)
    elif follow.frame.features & {"those", "among_them"}:
        last = (state.trail, state.results) if len(state.trail) > 1 else (state.results,)
    known = next((k for k in last if k and number in (None, len(k))), ())
    named = members(follow, follow.frame.filters)
    if not known or not named:
        return None
    order = [p for p in sorted(named, key=lambda p: -follow.world.amounts(p)[0].yen) if p not in known]
    spent = frozenset({"count_number", "those", "it", "among_them", "also", "named_program", "program"})
    return all_borrowed(programmes(*known, *order))._replace(spent=spent)


LEFT = re.compile(
    r"[残][っる]|のこ[っる]|(?<![a-z])(?:remain(?:s|ed)?|(?:is|are|was|were|those|ones|what's|whats) left)(?![a-z])"
)


def left_over(follow: Follow) -> Selection | None:
    """Read `残ったもの`, `what remains` after something was excluded: what was just answered, not its complement."""
    state = follow.state
    excludes = any(f.negated for f in state.asked)
    if not (excludes and LEFT.search(follow.reading.folded)) or follow.frame.filters or len(state.results) < 2:
        return None
    return all_borrowed(programmes(*state.results))._replace(
        spent=frozenset({"others", "share_of", "count_number", "among_them"})
    )


def few_left(follow: Follow) -> tuple[str, ...]:
    """Return the programmes of the last list that `the other seven`, 残りの2つ speaks of, where their number is right."""
    state, number = follow.state, number_pointed_at(follow)
    if "others" not in follow.frame.features or number is None:
        return ()
    for pool in (state.pool, state.listed, tuple(follow.catalogue.ministry_of)):
        for taken in (set(state.results), state.seen | set(state.results)):
            left = tuple(p for p in pool if p not in taken)
            if len(left) == number and len(left) < len(pool):
                return left
    return ()


def other_few(follow: Follow) -> Selection | None:
    """Read `the other seven`, 残りの2つ: what of the last list has not been spoken of."""
    left = () if follow.frame.filters else few_left(follow)
    return all_borrowed(programmes(*left))._replace(spent=frozenset({"count_number"})) if left else None


_DENIED = re.compile(
    r"(?<![a-z])(?:aren'?t|isn'?t|are not|is not|don'?t|do not|doesn'?t|not)(?: (?:it|one|any|so|that|among them))?[?.! ]*$"
    r"|(?:そう|それ)(?:で|じゃ|では)な(?:い|く)"
)


def denied(follow: Follow) -> bool:
    """Whether it is those that the last condition does not hold for that are asked about (`how many aren't?`)."""
    groups = [f for f in follow.state.asked if f.name in GROUPS]
    asks = follow.frame.features & {"how_many", "count", "which", "total", "list", "programme"} or follow.said == {"not"}
    return (
        bool(asks)
        and not follow.frame.filters
        and len(groups) == len(follow.state.asked) == 1
        and len(groups[0].values) == 1
        and len(follow.state.results) != 1
        and bool(_DENIED.search(follow.reading.folded))
    )


def complement(follow: Follow) -> Selection | None:
    """Read `how many aren't?`, `そうでないのは？`: the programmes that the last condition does not hold for."""
    if not denied(follow):
        return None
    last = follow.state.asked[0]
    turned = Filter(last.name, last.values, not last.negated)
    return all_borrowed(turned)._replace(spent=frozenset({"not", "except", "correction", "it"}))


def no_side(follow: Follow) -> bool:
    """Whether something is set against what no statement has: a total just answered, a portion, one place of another."""
    frame, state = follow.frame, follow.state
    portion = any(t.number == "percent" and not t.used_by for t in follow.reading.terms) and not follow.asks
    if portion or (len(frame.ordinals) == 2 and "share" in follow.said):
        return True
    compares = frame.features & PAIRS and "total" in follow.said and frame.features & {"it", "those", "earlier"}
    return bool(compares and state.intents[:1] == ("total",) and len(state.results) > 1 and own_selection(frame))
