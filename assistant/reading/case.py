"""A reading to decide about, what is decided, and the sets of intents and concepts that decisions look at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from assistant.intents.model import Intent
from assistant.reading.model import Candidate, Frame, Reading
from assistant.reading.thresholds import THRESHOLDS, Thresholds
from assistant.reading.world import World

Outcome = Literal[
    "run", "missing_programme", "ambiguous", "close", "unexplained", "unknown", "mismatch", "amount_mismatch",
    "extension_mismatch", "refused_slot", "unstated_part", "nothing", "compare_what",
]  # fmt: skip

COMPARING = frozenset({"share", "difference", "ratio", "compare", "rank", "total", "by_ministry", "by_category"})
ASSERTABLE = frozenset(
    {"profile", "list", "amount", "component_amount", "related_amount", "ministry", "category", "organisation", "extension",
     "whose_extension", "division", "bureau", "contact", "fiscal_year", "condition", "eligibility", "target", "recipient"}
)  # fmt: skip
"""Intents whose answer may be confirmed or denied."""
VAGUE = frozenset({"profile"})
"""Intents that no cue names: a verb that was passed over may be what is asked."""
OPEN = frozenset({"which", "who", "where", "when", "how", "how_many", "why", "what_number"})
"""Question words that a vague intent does not answer."""
MONEY_INTENTS = frozenset({"amount", "component_amount", "total", "share", "share_of_part", "difference_of_parts"})
MEMBERSHIP = ("ministry", "category", "organisation", "bureau", "division")
SETS = frozenset({"total", "count", "average", "median", "list", "largest", "smallest"})
"""Intents about a set; a set that is spoken of as known but not named is asked for."""
TRUTH = frozenset({"confirm", "recall", "yes_no"})
ASKING = frozenset({"which", "what", "who", "where", "how_much", "how_many", "when", "what_number", "how"})
OPEN_WORDS = re.compile(
    r"いつ|どこ|どれ|どの|何|なに|誰|だれ|どう|いくら|幾ら|いくつ|なんぼ|なぜ|いかが|どんだけ|(?<![a-z])(?:what|which|who|when|where|why|how)(?![a-z])"
)
"""Words that ask openly: what stands beside them is no claim to be confirmed."""
SPARSE = frozenset(
    {"target", "condition", "stage", "period", "scale", "eligibility", "plan_date", "equipment", "component_amount"}
)
"""Attributes that few programmes have: which programme it is may be asked by them."""
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


class Case(NamedTuple):
    """A reading to decide about, with what the checks look at."""

    reading: Reading
    intents: Mapping[str, Intent]
    world: World
    thresholds: Thresholds = THRESHOLDS

    @property
    def frame(self) -> Frame:
        """What the question says."""
        return self.reading.frame

    @property
    def best(self) -> Candidate:
        """The best candidate; one of no intents where there is none."""
        return self.reading.best or Candidate((), -99.0)

    @property
    def first(self) -> str:
        """The first intent of the best candidate, or nothing."""
        return self.best.intents[0] if self.best.intents else ""

    @property
    def needs_selection(self) -> bool:
        """Whether what is asked makes no sense without programmes."""
        return any(self.intents[name].needs_selection for name in self.best.intents)

    @property
    def selects(self) -> bool:
        """Whether the question says which programmes it is about, if only by what few of them have."""
        frame = self.frame
        by_attribute = {"which", "programme"} <= frame.features and set(self.best.intents) <= SPARSE
        return bool(frame.filters or frame.features & EVERYTHING or by_attribute)

    @property
    def asserted(self) -> bool:
        """Whether the question says something and asks only whether it is so."""
        asking = ASKING - {"what_number"} if self.frame.extensions else ASKING
        open_ = OPEN_WORDS.search(self.reading.folded.replace("何番", ""))
        more = open_ or self.frame.features & asking or not set(self.best.intents) <= ASSERTABLE
        return bool(self.frame.features & TRUTH) and not more

    @property
    def about_data(self) -> bool:
        """Whether the question names something of the data."""
        if self.frame.filters or self.frame.extensions or self.frame.ambiguous:
            return True
        kinds = ("program", "ministry", "division", "bureau", "organisation", "category", "related", "part")
        return any(m.has(kind) for m in self.reading.mentions for kind in kinds)
