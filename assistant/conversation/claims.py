"""Follow-ups about the programme just answered that look like questions of their own: its place, its project, whose it is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.follow import EXTREMES, Follow, own_selection, programmes
from assistant.conversation.pointing import ordered, within, within_any
from assistant.conversation.sets import few_left, number_pointed_at
from assistant.reading.case import ASKING, TRUTH
from assistant.reading.model import Candidate, Filter, Operand, Reading
from assistant.reading.world import held

Whole = tuple[Reading, tuple[Filter, ...]]
KINDS = ("ministry", "category", "bureau", "division", "organisation")
_OF_THEIRS = re.compile(r"の(?:やつ|もの|ん)?$|の(?:事業|案件|ぷろじぇくと)(?:です|でしょう|だっけ|でした|なの|なん)")
"""A question that only says whose (`経産省のやつ？`) asks whether the last programme is theirs."""
_OPEN = frozenset({"who", "which", "where", "what"})


_ASKS_MORE = ASKING | {"list", "rank", "total", "difference", "more", "less"}


def place_claimed(follow: Follow) -> Whole | None:
    """Read `is it the smallest of the MEXT ones?`, `じゃあ3番目に大きい？` as a claim about the last programme's place."""
    reading, frame, results = follow.reading, follow.frame, follow.state.results
    groups = [f for f in frame.filters if f.name in ("ministry", "category") and not f.negated]
    high, low = frame.features & {"largest", "big", "most"}, frame.features & {"smallest", "small"}
    claims = frame.features & TRUTH or reading.question.rstrip().endswith(("?", "？"))
    singled = len(results) == 1 and len(frame.ordinals) < 2 and frame.count is None
    if not (singled and claims and (high or low)) or len(groups) != len(frame.filters) or len(groups) > 1:
        return None
    if follow.said & _ASKS_MORE or not _claims_of_it(follow):
        return None
    if groups and results[0] not in held(follow.world, groups):
        return None
    focus = Filter("program", results)
    extreme = "smallest" if low else "largest"
    features = frame.features - {"most", "big", "small", "it", "all"}
    features |= {"program", "named_program", "selection", extreme, "yes_no"}
    asked = replace(frame, filters=(focus, *groups), operands=(), features=frozenset(features))
    return replace(reading, frame=asked, candidates=(Candidate(("rank",), 2.0),)), (focus,)


_CLAIMS = re.compile(
    r"^(?:so|and|then|ok|okay|but|or|well|[ ,])*"
    r"(?:(?:is|was) (?:it|that|this)|(?:it|that|this)(?: i)?s|thats|its|making it|which makes it)(?![a-z])"
)


_OF_SIZE = re.compile(
    r"(?:(?:大き|小さ|多|少な|高|低|安)い|最大|最小|とっぷ|最下位|最多|最少)(?:方|ほう|の?事業)?(?:ってこと|という(?:こと)?|わけ|の|ん)?"
    r"(?:です|だ|なの|でしょう)?(?:っけ|か|よね|ね|かな)*"
    r"(?:で(?:いい|良い|よい|よろしい|合って|あって|間違い).{0,8})?[?？。]*$"
)
"""A Japanese question that ends in its size: of what was just spoken of it says that it has a place."""


def _claims_of_it(follow: Follow) -> bool:
    """Whether a question says of the last programme that it has a place."""
    folded = follow.reading.folded
    if folded.isascii():
        return bool(_CLAIMS.search(folded))
    ranking = bool(follow.state.intents) and follow.state.intents[0].startswith(tuple(EXTREMES))
    pointed = bool(follow.frame.features & {"it"} and follow.frame.features & TRUTH)
    return bool(_OF_SIZE.search(folded)) and (pointed or not ranking)


def share_again(follow: Follow) -> Whole | None:
    """Read `and of the MHLW total?`, 基金の中だと？ after the share of one programme as its share of that group."""
    reading, frame, state = follow.reading, follow.frame, follow.state
    rest = follow.said - {"share", "total", "amount", "share_of", "also", "what", "yes_no", "it", "among_them", "involved"}
    if state.intents[:1] != ("share",) or rest or len(state.results) != 1 or not within(follow):
        return None
    focus = programmes(*state.results)
    features = (frame.features - {"total", "share_of", "amount"}) | {"share", "program", "selection"}
    operands = (Operand("program", state.results[0]),)
    asked = replace(frame, filters=(focus,), operands=operands, whole=frame.filters, features=frozenset(features))
    return replace(reading, frame=asked, candidates=(Candidate(("share",), 2.0),)), (focus,)


def project_number(follow: Follow) -> Whole | None:
    """Read `PJでいうと何番？`, `and the PJ number?` as a question about the category of the last programmes."""
    reading, frame, results = follow.reading, follow.frame, follow.state.results
    if not 1 <= len(results) <= 4 or follow.said & {
        "programme",
        "list",
        "total",
        "how_much",
        "amount",
        "count",
        "all",
        "each_of",
    }:
        return None
    if [f for f in frame.filters if f.name != "category" or f.negated or f.values != ("pj",)] or not frame.filters:
        return None
    if not (follow.said & {"what_number", "category", "which"} or _NUMBERED.search(reading.folded)):
        return None
    focus = programmes(*results)
    features = (frame.features - {"category_name", "how_many"}) | {"category", "program" if len(results) == 1 else "programs"}
    asked = replace(frame, filters=(focus,), operands=(), features=frozenset(features))
    return replace(reading, frame=asked, candidates=(Candidate(("category",), 2.0),)), (focus,)


_NUMBERED = re.compile(r"何番|いくつ|幾つ|なん番|番号|どれ|(?<![a-z])(?:number|which)(?![a-z])")


_UP, _DOWN = frozenset({"gt", "more", "big"}), frozenset({"lt", "less", "small"})
_THAN = re.compile(r"(?<![a-z])than (?:the |that of (?:the )?)?$")


def than_another(follow: Follow) -> Whole | None:
    """Read 全ゲノムより多い？, `is it more than the genome plan?` as comparing the programme just answered with another."""
    reading, frame, results = follow.reading, follow.frame, follow.state.results
    named = [(t, i) for t in reading.terms for k, i in t.entities if k == "program"]
    claims = frame.features & TRUTH or reading.question.rstrip().endswith(("?", "？"))
    up, down = follow.said & _UP, follow.said & _DOWN
    if len(named) != 1 or len(results) != 1 or named[0][1] == results[0] or not claims or bool(up) == bool(down):
        return None
    term, other = named[0]
    than = reading.folded.startswith("より", term.mention.end) or _THAN.search(reading.folded[: term.mention.start])
    if not than or follow.said & (ASKING | {"list", "total", "share", "ratio", "all"}) or frame.unknowns:
        return None
    both = programmes(results[0], other)
    features = frozenset({"difference", "yes_no", "more" if up else "less", "operands", "programs", "selection"})
    operands = (Operand("program", results[0]), Operand("program", other))
    asked = replace(frame, filters=(both,), operands=operands, features=features)
    return replace(reading, frame=asked, candidates=(Candidate(("difference",), 2.0),)), (programmes(results[0]),)


def of_one_group(follow: Follow) -> Whole | None:
    """Read どっちも同じ省だっけ, `are they under the same ministry?` as a question about the programmes just answered."""
    reading, frame, results = follow.reading, follow.frame, follow.state.results
    kind = next((k for k in ("ministry", "category") if f"same_{k}" in frame.features), None)
    claims = frame.features & TRUTH or reading.question.rstrip().endswith(("?", "？"))
    if kind is None or len(results) < 2 or not claims or own_selection(frame):
        return None
    if follow.said - {f"same_{kind}", "those", "it", "each", "also", "all", "programme"} - TRUTH:
        return None
    focus = programmes(*results)
    features = frozenset({kind, "yes_no", "programs", "selection"})
    asked = replace(frame, filters=(focus,), operands=(), features=features)
    return replace(reading, frame=asked, candidates=(Candidate((kind,), 2.0),)), (focus,)


def whose_then(follow: Follow) -> Whole | None:
    """Read `Who then?`, じゃあどこ？ after a yes-or-no question about a ministry (or category …) as asking which it is."""
    reading, state = follow.reading, follow.state
    before = state.frame
    asked = [k for k in KINDS if before.values(k)]
    bare = bool(follow.said) and follow.said <= _OPEN | {
        "it",
        "earlier",
        "actually",
        "correction",
        "yes_no",
        "programme",
        "run_by",
    }
    if not bare or not follow.said & _OPEN or own_selection(follow.frame) or len(state.results) != 1 or len(asked) != 1:
        return None
    kind = asked[0]
    yes_or_no = before.features & (TRUTH | {"member_yes", "member_no"}) and state.intents[:1] == (kind,)
    if not yes_or_no or len(reading.folded) > LONGEST_BARE:
        return None
    focus = programmes(*state.results)
    features = frozenset({kind, "program", "selection"})
    about = replace(follow.frame, filters=(focus,), operands=(), features=features)
    return replace(reading, frame=about, candidates=(Candidate((kind,), 2.0),)), (focus,)


def _several(follow: Follow) -> tuple[str, ...]:
    """Return the programmes asked about one by one that `both`, `両方とも` points at after a single one."""
    state, number = follow.state, number_pointed_at(follow)
    if "those" not in follow.frame.features or len(state.results) != 1 or number is None:
        return ()
    shown = (state.trail[-number:], state.listed)
    return next((k for k in shown if len(k) == number), ())


def rank_within(follow: Follow) -> tuple[Reading, tuple[Filter, ...]] | None:
    """Read 文科省の中では何番目 after one programme of that ministry as a question of its place."""
    reading, frame, results = follow.reading, follow.frame, follow.state.results
    groups = [f for f in frame.filters if f.name in ("ministry", "category") and not f.negated]
    again = follow.state.intents[:1] == ("rank",) and not follow.asks and within_any(follow)
    if not ("rank" in follow.said or again) or len(groups) != 1 or len(frame.filters) != 1 or len(results) != 1:
        return None
    held = {p for v in groups[0].values for p in follow.world.programmes(groups[0].name, str(v))}
    if results[0] not in held and again:
        return replace(reading, candidates=()), ()
    if results[0] not in held or follow.said & {"list", "all", "which"}:
        return None
    focus = Filter("program", results)
    features = frame.features | {"program", "named_program"}
    asked = replace(frame, filters=(focus, groups[0]), operands=(), features=features)
    return replace(reading, frame=asked, candidates=(Candidate(("rank",), 2.0),)), (focus,)


def membership(follow: Follow) -> tuple[Reading, tuple[Filter, ...]] | None:
    """Read `それは基金ですか`, `are both MEXT's?` as a question about the programmes of the last answer."""
    reading, frame, state = follow.reading, follow.frame, follow.state
    places = ordered(state)
    at = [places[n - 1] for n in frame.ordinals if 0 < n <= len(places)]
    programmes = tuple(at) if at and len(at) == len(frame.ordinals) else _several(follow) or state.results
    kinds = [f.name for f in frame.filters if f.name in ("ministry", "category", "organisation") and not f.negated]
    offices = bool(frame.filters) and {f.name for f in frame.filters} <= {"division", "bureau"}
    if offices and frame.features & TRUTH and "those" in frame.features and not follow.asks and len(state.results) == 1:
        return replace(reading, candidates=()), ()
    left = few_left(follow)
    claims = frame.features & TRUTH or reading.question.rstrip().endswith(("?", "？"))
    if left and claims and not frame.features & ASKING:
        programmes = left
    else:
        left = ()
    pointed = bool(left) or bool(frame.features & TRUTH and frame.features & {"it", "those"})
    pointed = pointed or ("included" in frame.features and len(programmes) == 1)
    of_kind = not follow.asks or (kinds and kinds[0] in follow.said and not frame.features & {"list", "programme"})
    confirms = frame.features & TRUTH and len(programmes) == 1 and of_kind and not frame.features & ASKING
    pointed = pointed or bool(confirms)
    asks_of_them = (
        frame.features & {"it", "those"}
        and reading.question.rstrip().endswith(("?", "？"))
        and not frame.features & (ASKING | {"share", "list", "total"})
    )
    pointed = pointed or bool(asks_of_them)
    if any(t.number in ("percent", "money", "duration") for t in reading.terms):
        return None
    content = [t for t in reading.terms if t.concepts or t.entities]
    bare = (
        len(content) == 1 and reading.question.rstrip().endswith(("?", "？")) and not reading.folded.rstrip("?").endswith("は")
    )
    bare = bare and bool(state.frame.features & TRUTH)
    again = bare or (state.frame.features & {"member_yes", "member_no"} and not reading.folded.endswith(("は", "のは")))
    theirs = _OF_THEIRS.search(reading.folded) and not frame.features & (ASKING | {"printed", "all"})
    pointed = pointed or (bool(again or theirs) and (not follow.asks or bool(theirs)) and len(programmes) == 1)
    if (
        (frame.features & {"others", "besides"} and not left)
        or ("which" in frame.features and frame.features & {"those", "among_them"} and kinds and kinds[0] not in follow.said)
        or len(kinds) != 1
        or len(frame.filters) != 1
        or not pointed
        or not 1 <= len(programmes) <= 4
    ):
        return None
    best = reading.best.intents if reading.best else ()
    if (follow.asks and not set(best) <= {"list", "contact", kinds[0]}) or follow.said & {"how", "difference", "ratio"}:
        return None
    held = {p for v in frame.filters[0].values for p in follow.world.programmes(kinds[0], str(v))}
    verdict = "member_yes" if all(p in held for p in programmes) else "member_no"
    filters = (Filter("program", programmes),)
    features = frozenset({*(frame.features - {f"{kinds[0]}_name", "those", "it"}), verdict})
    merged = replace(frame, filters=filters, operands=(), features=features, predicate=frame.filters[0])
    return replace(reading, frame=merged, candidates=(Candidate((kinds[0],), 2.0),)), filters


def claimed_again(follow: Follow) -> Whole | None:
    """Read `and the young researchers one?` after `is it a fund?` as the same question about another programme."""
    reading, frame, state = follow.reading, follow.frame, follow.state
    named = [f for f in frame.filters if f.name == "program" and not f.negated]
    claim = state.frame.predicate
    asked = state.frame.features & {"member_yes", "member_no"}
    if follow.asks or not asked or claim is None or len(named) != 1 or len(frame.filters) != 1:
        return None
    held = {p for v in claim.values for p in follow.world.programmes(claim.name, str(v))}
    verdict = "member_yes" if all(str(p) in held for p in named[0].values) else "member_no"
    merged = replace(frame, operands=(), features=frame.features | {verdict}, predicate=claim)
    return replace(reading, frame=merged, candidates=(Candidate((claim.name,), 2.0),)), ()


def purpose_beside(follow: Follow) -> Whole | None:
    """Read `what is that money for?` after an amount stated beside a budget: its label says so."""
    reading, state = follow.reading, follow.state
    if state.intents != ("related_amount",) or "purpose" not in follow.said or own_selection(reading.frame):
        return None
    about = replace(reading.frame, filters=state.filters, features=reading.frame.features | {"money_beside"})
    return replace(reading, frame=about, candidates=(Candidate(("related_amount",), 2.0),)), state.filters


LONGEST_BARE = 30
"""Characters of a question that is hardly more than its question word."""
_SPLIT_ONLY = frozenset(
    {"share_of", "component_amount", "how", "it", "those", "between", "amount", "yes_no", "each", "group_by", "what", "earlier",
     "count_number", "also", "thanks", "correction", "how_much"}
)  # fmt: skip


def split(follow: Follow) -> Whole | None:
    """Read `split?`, `How's the money split?` after one programme as a question of its stated parts."""
    reading, state, said = follow.reading, follow.state, follow.said
    if own_selection(follow.frame) or len(state.results) != 1 or follow.frame.values("part") or not said <= _SPLIT_ONLY:
        return None
    divides = _SPLITS.search(reading.folded)
    if not divides or not said & {"share_of", "component_amount"}:
        return None
    focus = programmes(*state.results)
    features = (follow.frame.features - {"those", "it", "how_much", "amount"}) | {
        "component_amount",
        "share_of",
        "program",
        "selection",
    }
    about = replace(follow.frame, filters=(focus,), operands=(), count=None, features=frozenset(features))
    return replace(reading, frame=about, candidates=(Candidate(("component_amount",), 2.0),)), (focus,)


_SPLITS = re.compile(
    r"(?<![a-z])(?:split|divided|broken down|break ?down|shared out|parts?|components?)(?![a-z])|内訳|分け|分かれ|割り振"
)
ENDS = {"largest": "smallest", "smallest": "largest"}


def other_end(follow: Follow) -> str | None:
    """Return the intent for the other end (`and the most?` after the ministry with the least), None where none is meant."""
    first = follow.state.intents[0] if follow.state.intents else ""
    end = next((e for e in EXTREMES if first.startswith(e)), None)
    high, low = follow.said & {"most", "largest", "big"}, follow.said & {"smallest", "small"}
    if end is None or bool(high and not low) == (end == "largest") or not (high or low) or own_selection(follow.frame):
        return None
    meant = follow.said <= {
        "most",
        "largest",
        "big",
        "smallest",
        "small",
        "which",
        "also",
        "amount",
        "ministry",
        "category",
        "programme",
        "what",
    }
    return first.replace(end, ENDS[end], 1) if meant and not follow.frame.ordinals else None
