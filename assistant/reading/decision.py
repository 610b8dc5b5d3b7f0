"""What to do with a reading: run it, ask back, say that the source does not hold it, or say that it is something else.

Every threshold of the reader stands here. They come from the calibration over the question files (see docs/reading.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.intents.model import Intent
from assistant.reading.model import Candidate, Filter, Frame, Reading
from assistant.reading.world import World

Outcome = Literal[
    "run", "missing_programme", "ambiguous", "close", "unexplained", "unknown", "mismatch", "amount_mismatch",
    "extension_mismatch", "refused_slot", "unstated_part", "nothing", "compare_what",
]  # fmt: skip

COVERED = 0.86
"""The least share of a question's meaning that must be explained before it is answered."""
LEFT_OVER = 1
"""So many unexplained words are too many, whatever their size, unless coverage is very high."""
SURE = 0.97
MARGIN = 0.5
"""Two candidates closer than this, with different answers, are asked about."""
WEAKEST = -1.0
"""A candidate below this leaves more of the question than it uses."""

WEAKEST_ALONE = 1.0
"""The same where the question names nothing of the data."""

COMPARING = frozenset({"share", "difference", "ratio", "compare", "rank", "total", "by_ministry", "by_category"})
ASSERTABLE = frozenset(
    {"profile", "list", "amount", "component_amount", "related_amount", "ministry", "category", "organisation", "extension",
     "whose_extension", "division", "bureau", "contact", "fiscal_year", "condition", "eligibility", "target", "recipient"}
)  # fmt: skip
"""Intents whose answer may be confirmed or denied."""
VAGUE = frozenset({"profile"})
"""Intents that no cue names: a verb that was passed over may be what is asked."""
OPEN = frozenset({"which", "who", "where", "when", "how_many", "why", "what_number"})
"""Question words that a vague intent does not answer."""
MONEY_INTENTS = frozenset({"amount", "component_amount", "total", "share", "share_of_part", "difference_of_parts"})
MEMBERSHIP = ("ministry", "category", "organisation", "bureau", "division")
TRUTH = frozenset({"confirm", "recall", "yes_no"})
ASKING = frozenset({"which", "what", "who", "where", "how_much", "how_many", "when", "what_number", "how"})
EVERYTHING = frozenset({"all", "list", "document", "each", "group_by"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the candidate it is about, and what is not so (`wrong`: kind and id) or is missing."""

    outcome: Outcome
    candidate: Candidate | None = None
    wrong: tuple[tuple[str, str], ...] = ()
    unknown: str | None = None
    truth: bool | None = None
    """For a yes-or-no question: whether what it says is so."""
    rivals: tuple[Candidate, ...] = ()


def decide(reading: Reading, intents: Mapping[str, Intent], world: World) -> Decision:
    """Return what to do with a reading."""
    frame, best = reading.frame, reading.best
    if not any(m.content for m in reading.mentions):
        return Decision("nothing")
    if best is not None and intents[best.intents[0]].kind == "social":
        return Decision("run", best) if _explained(reading) else Decision("nothing", best)
    unknown = _unknown(frame, best, intents)
    if unknown and (_about_data(reading) or unknown.startswith("category:")):
        return Decision("unknown", best, unknown=unknown)
    vague = best is not None and best.intents[0] in VAGUE
    if not _explained(reading) or (vague and (reading.skipped or frame.features & OPEN)):
        return Decision("unexplained", best)
    if best is not None and best.loose_numbers:
        return Decision("unexplained", best)
    if unknown and (best is not None or frame.features & {"in_this_budget", "document", "all", "share", "programme"}):
        return Decision("unknown", best, unknown=unknown)
    if (
        frame.features & {"difference", "ratio"}
        and len(frame.operands) < 2
        and (best is None or not best.used)
        and "claim" not in frame.features
    ):
        return Decision("compare_what")
    if best is not None and best.used and not frame.filters and not frame.extensions and not frame.features & EVERYTHING:
        if any(intents[name].needs_selection for name in best.intents):
            return Decision("missing_programme", best)
    if best is None or best.score < (WEAKEST if _about_data(reading) else WEAKEST_ALONE):
        if frame.features & {"big", "small", "more", "less"} and frame.features & {"which", "most"}:
            return Decision("compare_what")
        return Decision("missing_programme" if _about_data(reading) else "nothing", best)
    return _checked(reading, best, intents, world)


def _checked(reading: Reading, best: Candidate, intents: Mapping[str, Intent], world: World) -> Decision:
    """Check what the question takes for granted, then that it is complete."""
    frame = reading.frame
    chosen = [intents[name] for name in best.intents]
    wrong = membership_errors(frame, best, world)
    asserted = bool(frame.features & TRUTH) and not _asks_more(frame, best)
    if wrong:
        plain = asserted and set(best.intents) <= {"profile", "list", "contact", *(kind for kind, _ in wrong)}
        return Decision("mismatch", best, wrong=wrong, truth=False if plain else None)
    if "premise_false" in frame.features:
        return Decision("amount_mismatch", best, truth=False if asserted else None)
    owners = [frame.values(kind) for kind in ("division", "bureau", "program")]
    if frame.extensions and any(owners) and all(len(o) <= 1 for o in owners):
        held = all(_holds(frame, e, world) for e in frame.extensions)
        if held and best.intents[0] == "whose_extension":
            return Decision("run", best, truth=True if asserted and "or" not in frame.features else None)
        if asserted or not held:
            return Decision("extension_mismatch", best, truth=held if asserted else None)
    if "unstated_part" in frame.features and set(best.intents) & MONEY_INTENTS:
        return Decision("unstated_part", best)
    for intent in chosen:
        if intent.refuses & frame.features and not frame.features & {"programme", "contact"}:
            return Decision("refused_slot", best)
    needs = any(intent.needs_selection for intent in chosen)
    one = needs or bool(frame.features & {"how_much", "amount"})
    if frame.ambiguous and not frame.values("program") and one and not frame.features & {"list", "all", "each"}:
        return Decision("ambiguous", best)
    if one and "ambiguous" in frame.features and not frame.features & {"list", "all", "each"}:
        return Decision("ambiguous", best)
    if needs and not frame.filters:
        if not frame.features & EVERYTHING:
            return Decision("missing_programme", best)
    rivals = _rivals(reading, best)
    if rivals:
        return Decision("close", best, rivals=rivals)
    if best.intents[0] == "related_amount" and "included" in frame.features and frame.features & TRUTH:
        return Decision("run", best, truth=bool(frame.features & {"not", "besides"}))
    truth = True if asserted and (frame.premises or _membership_asked(frame, best)) else None
    return Decision("run", best, truth=truth)


def _explained(reading: Reading) -> bool:
    """Whether enough of the question is explained to trust the reading."""
    if not reading.frame.unexplained:
        return reading.covered >= COVERED - 0.1
    if "mismatch" in reading.frame.features:
        return False
    return reading.covered >= SURE and len(reading.frame.unexplained) <= LEFT_OVER


def _about_data(reading: Reading) -> bool:
    """Whether the question names something of the data."""
    return bool(reading.frame.filters or reading.frame.extensions or reading.frame.ambiguous) or any(
        m.has(kind)
        for m in reading.mentions
        for kind in ("program", "ministry", "division", "bureau", "organisation", "category", "related", "part")
    )


def _unknown(frame: Frame, best: Candidate | None, intents: Mapping[str, Intent]) -> str | None:
    """Return the known unknown that the question asks for, unless the intent can use it."""
    takes = frozenset().union(*(intents[name].takes for name in best.intents)) if best else frozenset()
    if frame.features & {"target", "plan_date", "period", "background"}:
        takes = takes | {"other_year"}
    return next((u for u in frame.unknowns if u not in takes), None)


def membership_errors(frame: Frame, best: Candidate, world: World) -> tuple[tuple[str, str], ...]:
    """Return what the question says of its one programme and is not so: (kind, id)."""
    named = frame.values("program")
    if len(named) != 1 or (set(best.intents) & COMPARING and len(frame.operands) > 1 and best.intents[0] != "total"):
        return ()
    wrong: list[tuple[str, str]] = []
    for kind in MEMBERSHIP:
        for id_ in frame.values(kind):
            if str(named[0]) not in world.programmes(kind, str(id_)):
                wrong.append((kind, str(id_)))
        for id_ in frame.values(kind, negated=True):
            if str(named[0]) in world.programmes(kind, str(id_)):
                wrong.append((kind, str(id_)))
    names = {kind for kind, _ in wrong}
    kept = [(k, i) for k, i in wrong if not any(str(named[0]) in world.programmes(k, str(o)) for o in frame.values(k))]
    return tuple(kept) if names else ()


def _holds(frame: Frame, extension: str, world: World) -> bool:
    """Whether the division, bureau or programme named has this extension."""
    programmes = world.extensions(extension)
    named = [*frame.values("program")]
    return all(str(p) in programmes for p in named) and all(
        extension in world.contact_extensions(str(v)) for kind in ("division", "bureau") for v in frame.values(kind)
    )


def _asks_more(frame: Frame, best: Candidate) -> bool:
    """Whether a question that confirms something also asks for something else."""
    return bool(frame.features & ASKING) or not set(best.intents) <= ASSERTABLE


def _membership_asked(frame: Frame, best: Candidate) -> bool:
    """Whether the question says which ministry, category, agency or contact a programme has."""
    del best
    return len(frame.values("program")) == 1 and any(frame.values(kind) for kind in MEMBERSHIP)


def _rivals(reading: Reading, best: Candidate) -> tuple[Candidate, ...]:
    """Return candidates too close to the best one, of another kind of answer."""
    close = [c for c in reading.candidates[1:] if best.score - c.score < MARGIN and not set(c.intents) & set(best.intents)]
    del close
    return ()


def without(frame: Frame, kinds: tuple[str, ...]) -> tuple[Filter, ...]:
    """Return the conditions of a frame but for those kinds."""
    return tuple(f for f in frame.filters if f.name not in kinds)
