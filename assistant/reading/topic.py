"""What to do with a topic of a register: words that stand in many sheets, and may as well be about anything else."""

from __future__ import annotations

import re

from assistant.reading.case import OPEN, TRUTH, Case, Decision

_SPEAKS_OF_DATA = frozenset({"programme", "amount", "how_much", "payees", "rate", "trend", "list", "in_this_budget"})
"""Concepts beside a topic that show that programmes are asked for."""
_OPEN_END = re.compile(r"(?:[?？は]|とは|って|(?<=[^ら])か)\s*$")


def topic(case: Case) -> Decision | None:
    """Ask which programme of a topic is meant where one is needed; leave words alone that may be about anything.

    A topic alone (離島の医療) is taken for one where nothing asks anything of it.
    """
    frame = case.frame
    if frame.measure is not None and "mismatch" in frame.features:
        return Decision("unexplained", case.best)
    if not frame.values("topic"):
        return None
    if case.first and case.intents[case.first].kind == "attribute":
        return Decision("ambiguous", case.best) if _about_programmes(case) else Decision("nothing")
    alone = not _OPEN_END.search(case.reading.question) and not frame.features & (OPEN | {"what", *TRUTH})
    return None if _about_programmes(case) or (alone and case.first in ("list", "")) else Decision("nothing")


def _about_programmes(case: Case) -> bool:
    """Whether a question about a topic says that it is about programmes or their money."""
    said = {c for t in case.reading.terms for c in t.concepts} & _SPEAKS_OF_DATA
    return bool(said - {"list"}) or ("list" in said and not case.frame.features & (OPEN | {"what"}))
