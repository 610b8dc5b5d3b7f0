"""Yes-or-no questions about what a sheet says in words: whether the words or the figure of the question stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.model import Fact
from assistant.reading.decision import ASKING, TRUTH, Decision
from assistant.reading.figures import figures
from assistant.reading.model import Reading
from assistant.reading.text import read_text

FIELDS = (
    "equipment", "condition", "eligibility", "target", "overview", "purpose", "scale", "period", "stage", "field_of_support",
    "outcome", "recipient",
)  # fmt: skip
"""What is looked through for a claim, the most particular first."""
_GENERIC = frozenset(["a", "an", "the", "machine", "machines", "device", "devices", "system", "systems", "of", "and", "for"])
_OPEN = re.compile(
    r"いつ|どこ|どれ|どの|何|なに|誰|だれ|どう|いくら|いくつ|なぜ|(?<![a-z])(?:what|which|who|when|where|why|how)(?![a-z])"
)
_WORD = re.compile(r"[a-z0-9&-]+|[^a-z0-9& -]+")


def claim(reading: Reading, decision: Decision) -> tuple[str, ...]:
    """Return the words that a yes-or-no question about one programme claims to stand in its sheet; none for any other."""
    frame, best = reading.frame, decision.candidate
    asks = frame.features & TRUTH or ("included" in frame.features and reading.question.rstrip().endswith(("?", "？")))
    open_ = frame.features & ASKING or frame.premises or _OPEN.search(reading.folded)
    if not asks or open_ or best is None or not set(best.intents) <= {*FIELDS, "profile"} or len(frame.values("program")) != 1:
        return ()
    typed = [
        source
        for mention, source in zip(reading.mentions, reading.sources, strict=True)
        if (mention.has("topic") or mention.has("equipment")) and not (mention.has("program") or mention.has("division"))
    ]
    return tuple(dict.fromkeys(typed))


def states(fact: Fact, words: Sequence[str]) -> bool:
    """Whether a fact holds all of these words, in either language, however they are set."""
    text = read_text(f"{fact.value} {fact.label}").folded.replace(" ", "")
    return all(_holds(text, word) for word in words)


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
