"""Yes-or-no questions: whether the words, the figure, the share or the order that a question claims are so."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence

from assistant.answer.facts import STATED
from assistant.answer.model import Fact
from assistant.reading.case import ASKING, OPEN_WORDS, TRUTH, Decision
from assistant.reading.figures import figures
from assistant.reading.model import Frame, Reading
from assistant.reading.text import read_text
from assistant.reading.world import World

FIELDS = (
    "equipment", "condition", "eligibility", "target", "overview", "purpose", "scale", "period", "stage", "field_of_support",
    "outcome", "recipient",
)  # fmt: skip
"""What is looked through for a claim, the most particular first."""
_GENERIC = frozenset(["a", "an", "the", "machine", "machines", "device", "devices", "system", "systems", "of", "and", "for"])
_WORD = re.compile(r"[a-z0-9&-]+|[^a-z0-9& -]+")


def claim(reading: Reading, decision: Decision) -> tuple[str, ...]:
    """Return the words that a yes-or-no question about one programme claims to stand in its sheet; none for any other."""
    frame, best = reading.frame, decision.candidate
    asks = frame.features & TRUTH or ("included" in frame.features and reading.question.rstrip().endswith(("?", "？")))
    asks = asks or bool(_CLOSED.search(reading.question) and not _REQUEST.search(reading.question))
    open_ = frame.features & ASKING or frame.premises or OPEN_WORDS.search(reading.folded)
    if not asks or open_ or best is None or not set(best.intents) <= {*FIELDS, "profile"} or len(frame.values("program")) != 1:
        return ()
    typed = [
        source
        for mention, source in zip(reading.mentions, reading.sources, strict=True)
        if (mention.has("topic") or mention.has("equipment")) and not mention.has("program")
    ]
    return tuple(dict.fromkeys(typed))


def states(fact: Fact, words: Sequence[str]) -> bool:
    """Whether a fact holds all of these words, in either language, however they are set."""
    text = read_text(f"{fact.value} {fact.label}").folded.replace(" ", "")
    return all(_holds(text, word) for word in words)


_PARTIES = (
    ("企業", "会社", "事業者", "民間", "companies", "company", "firm", "business"),
    ("研究者", "researcher", "scientist"),
    ("大学", "アカデミア", "universit", "academi"),
    ("患者", "patient"),
)
"""Whoever money is for, in groups of words that a question and a sheet may say alike."""


def names_party(words: Sequence[str], facts: Sequence[Fact]) -> bool | None:
    """Return whether a text names those whom a question asks about; None where the question names nobody."""
    asked = [
        [read_text(w).folded for w in group] for group in _PARTIES if any(w in word.lower() for word in words for w in group)
    ]
    text = read_text(" ".join(f"{f.value} {f.label}" for f in facts)).folded
    return all(any(word in text for word in group) for group in asked) if asked else None


def _holds(text: str, word: str) -> bool:
    pieces = [p for p in _WORD.findall(read_text(word).folded) if p.strip() and p not in _GENERIC]
    return bool(pieces) and all(piece.strip().removesuffix("s") in text for piece in pieces)


def agrees(reading: Reading, facts: Sequence[Fact]) -> bool | None:
    """Return whether the amount that a question takes a text for stands in it; None where neither says one."""
    claimed = [int(yen) for kind, yen in reading.frame.premises if kind in ("eq", "le", "ge", "amount")]
    stated = {
        int(m.value)
        for f in facts
        if f.unit is None
        for m in figures(read_text(str(f.label)).folded)
        if m.has("money") and m.value
    }
    return claimed[0] in stated if len(claimed) == 1 and stated else None


def lasts(reading: Reading, facts: Sequence[Fact]) -> bool | None:
    """Return whether the length of time or percentage that a question claims stands in the texts; None where none does."""
    texts = [read_text(str(f.label)).folded for f in facts if f.unit is None]
    for premise, sense in (("months", "duration"), ("percent", "percent")):
        claimed = [float(value) for kind, value in reading.frame.premises if kind == premise]
        stated = {float(m.value) for text in texts for m in figures(text) if m.has(sense) and m.value}
        if len(claimed) == 1 and stated:
            return claimed[0] in stated
    return None


def holding(reading: Reading, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts whose text has the length of time or percentage looked for (`which programme runs for five years?`)."""
    sought = {(str(k).removeprefix("holds_"), float(v)) for k, v in reading.frame.premises if str(k).startswith("holds_")}
    if not sought:
        return facts

    def has(fact: Fact) -> bool:
        found = figures(read_text(str(fact.label)).folded)
        return any(
            (sense, float(m.value)) in sought for m in found for sense in ("duration", "percent") if m.has(sense) and m.value
        )

    return tuple(f for f in facts if f.unit is not None or has(f))


_BOUNDS = {"eq": operator.eq, "ge": operator.ge, "gt": operator.gt, "le": operator.le, "lt": operator.lt}


def claimed(reading: Reading, facts: Sequence[Fact]) -> bool | None:
    """Return whether the count, the amount or the share that a question claims is so; None where it claims none."""
    features, premises = reading.frame.features, reading.frame.premises
    if "count_claim" in features:
        return any(f.field == "count" and f.value == value for f in facts for kind, value in premises if kind == "count")
    if "claim" not in features:
        return None
    if (said := agrees(reading, facts)) is not None:
        return said
    if (said := lasts(reading, facts)) is not None:
        return said
    shares = [(str(kind).removeprefix("share_"), float(value)) for kind, value in premises if str(kind).startswith("share_")]
    unit = "percent" if shares else "JPY"
    figure = next((float(f.value) for f in facts if f.unit == unit), None)
    if figure is None:
        return None
    if shares:
        return all(_BOUNDS[bound](round(figure, 1), round(value, 1)) for bound, value in shares)
    return all(_BOUNDS[str(kind)](figure, float(yen)) for kind, yen in premises if kind in _BOUNDS)


def compared(frame: Frame, facts: Sequence[Fact]) -> bool | None:
    """Return whether the first of two amounts is the larger (or the smaller) as asked; None where no direction is said."""
    features, parts = frame.features, frame.values("part")
    sides = [float(f.value) for f in facts if f.field in (STATED | {"total"}) - {"component_amount"}][:2]
    if len(parts) == 2:
        sides = [float(f.value) for part in parts for f in facts if f.part == part and f.field == "component_amount"]
    up, down = features & {"more", "gt", "big"}, features & {"less", "lt", "small"}
    if len(sides) < 2 or bool(up) == bool(down):
        return None
    return (sides[0] > sides[1]) == bool(up) and sides[0] != sides[1]


_SAME = re.compile(r"同じ|おなじ|同一|一緒|共通|(?<![a-z])(?:same|identical)(?![a-z])")
_KINDS = ("extension", "division", "bureau", "ministry", "category", "amount")


_OPEN = ASKING | {"list", "all"}
_CLOSED = re.compile(
    r"(?:^|[.!?,;:] |(?<![a-z])(?:and|so|but|or|then) )"
    r"(?:(?:is|are|was|were|does|do|did|has|have|isn't|aren't|doesn't) (?!you\b|there )"
    r"|(?:can|could|will|would|may|must|should) (?!you\b|i |we (?:have|get|see) |someone |somebody |there ))[^.?!]*\?"
    r"|[はがもにをへ][^。？?]*(?:ますか|ですか|でしょうか|ませんか|るのか|んですかね?)[？?。]*\s*$",
    re.IGNORECASE,
)
"""A question of yes or no: an English one that begins with its verb, a Japanese one that ends in か."""
_EITHER = re.compile(r"(?<![a-z])or(?![a-z])|それとも|か[、，].+か", re.IGNORECASE)
_REQUEST = re.compile(r"もらえ|いただ|頂|くれ|願え|ください|下さい|教え|聞け|伺|お聞き|よろし|可能|でき|知り|ご存")
_FIGURES = frozenset({"amount", "component_amount", "recipient", "total", "budget_stage", "profile"})


def demands_verdict(reading: Reading, names: Sequence[str]) -> bool:
    """Whether a question of yes or no was read as one for a figure, so that the figure alone would not answer it."""
    features = reading.frame.features
    open_ = features & _OPEN - {"all"} or _EITHER.search(reading.question) or OPEN_WORDS.search(reading.folded)
    closed = _CLOSED.search(reading.question) and not _REQUEST.search(reading.question)
    return bool(closed) and set(names) <= _FIGURES and not open_


def of_all(frame: Frame, facts: Sequence[Fact], world: World) -> bool | None:
    """Return whether what is claimed of every programme shown is so; None where nothing is claimed of all, or none shown."""
    claim_ = frame.predicate
    yen = {f.subject.removeprefix("program:"): float(f.value) for f in facts if f.field in STATED - {"component_amount"}}
    if claim_ is None or not yen:
        return None
    if claim_.name.startswith("amount_"):
        bound, value = _BOUNDS[claim_.name.removeprefix("amount_")], float(claim_.values[0])
        return all(bound(amount, value) for amount in yen.values())
    if claim_.name == "program":
        return set(yen) <= {str(v) for v in claim_.values}
    held = frozenset().union(*(world.programmes(claim_.name, str(v)) for v in claim_.values))
    return all((p in held) != claim_.negated for p in yen)


def _alone(frame: Frame, facts: Sequence[Fact]) -> bool | None:
    """Return whether a bureau, an agency or a part is the only one shown, as is claimed; None where that is not claimed."""
    for kind, value in frame.premises:
        if str(kind).startswith("only_"):
            return all(f.value == value for f in facts if f.field == str(kind).removeprefix("only_"))
        if kind == "sole":
            return sum(f.field == value for f in facts) == 1
    return None


def verdict(reading: Reading, decision: Decision, facts: Sequence[Fact], world: World) -> bool | None:
    """Return what to say to a question of yes or no, given the facts and the data; None for any other question."""
    if (said := of_all(reading.frame, facts, world)) is not None:
        return said
    for said in (_alone(reading.frame, facts), claimed(reading, facts), alike(reading, facts)):
        if said is not None:
            return said
    features = reading.frame.features
    if features & {"stage_no", "stage_yes", "member_no", "member_yes"}:
        return bool(features & {"member_yes", "stage_yes"})
    if "date_premise" in features and features & TRUTH:
        return dated(reading, world.date)
    if decision.truth is not None:
        return decision.truth
    first = decision.candidate.intents[0] if decision.candidate else ""
    if first == "recipient" and demands_verdict(reading, (first,)):
        typed = zip(reading.mentions, reading.sources, strict=True)
        return names_party([source for mention, source in typed if mention.has("concept", "parties")], facts) or None
    through = first in ("route", "organisation") and _one_agency(reading.frame) and features & TRUTH and not features & _OPEN
    if through and facts:
        return True
    return _ordered(reading, first, facts)


def _one_agency(frame: Frame) -> bool:
    """Whether one programme and one agency are named, whose part in it is asked about."""
    return len(frame.values("program")) == 1 and len(frame.values("organisation")) == 1


def _ordered(reading: Reading, first: str, facts: Sequence[Fact]) -> bool | None:
    """Return whether a place, an order of two amounts or the existence of members is as a question of yes or no says."""
    frame, features = reading.frame, reading.frame.features
    if first == "count_by_ministry" and "more_of" in features and len(frame.values("ministry")) == 2:
        counts = [next((float(f.value) for f in facts if f.subject == f"ministry:{m}"), 0.0) for m in frame.values("ministry")]
        return counts[0] < counts[1] if "fewer_of" in features else counts[0] > counts[1]
    if first == "rank" and features & {"largest", "smallest", "most"} and facts:
        claims = {str(kind): int(value) for kind, value in frame.premises if str(kind).startswith("place_")}
        place = int(facts[0].value) if facts[0].value is not None else 0
        if claims:
            return claims["place_from"] <= place <= claims["place_to"]
        return bool(place == (frame.ordinals or (1,))[0])
    asks = features & TRUTH or ("difference" not in features and reading.question.rstrip().endswith(("?", "？")))
    if first in ("difference", "difference_of_parts") and asks and not features & _OPEN:
        return compared(frame, facts)
    if first == "list" and features & TRUTH and not features & _OPEN:
        return bool(facts) != ("absent" in features)
    return None


def alike(reading: Reading, facts: Sequence[Fact]) -> bool | None:
    """Return whether several programmes or extensions have one ministry, category, bureau or division, as is asked."""
    frame = reading.frame
    several = len(frame.values("program")) > 1 or len(frame.extensions) > 1 or len(frame.values("division")) > 1
    kind = next((k for k in _KINDS if k in frame.features), None)
    asks = frame.features & TRUTH or reading.question.rstrip().endswith(("?", "？"))
    if kind is None or not several or not asks or frame.features & ASKING - {"what_number"} or not _SAME.search(reading.folded):
        return None
    values = {str(f.value) for f in facts if f.field == kind}
    return len(values) == 1 if values else None


def dated(reading: Reading, date: str) -> bool:
    """Return whether the date of the document (YYYY-MM-DD) is the one that a question claims, or before or after it."""
    tests: dict[str, Callable[[str], bool]] = {
        "date": date.startswith,
        "date_before": lambda value: date < value,
        "date_after": lambda value: date[: len(value)] > value,
        "date_since": lambda value: date[: len(value)] >= value,
    }
    return all(tests[str(kind)](str(value)) for kind, value in reading.frame.premises if kind in tests)
