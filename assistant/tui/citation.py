"""Where an answer comes from, in a line: the sheets that state its facts, and what was computed from what."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer.model import Answer, Language
from assistant.tui.words.chat import (
    COMPUTED_FROM_COUNT,
    COMPUTED_FROM_NAMES,
    COMPUTED_FROM_SOURCE,
    MORE_SHEETS,
    SHEET,
    SHEET_SEPARATOR,
)

FEW = 2


def sheets(answer: Answer) -> list[str]:
    """Return the titles of the sheets that state the answer's facts, each once, in the order stated."""
    return _distinct(fact.citation.sheet for fact in answer.facts)


def leaves_out(answer: Answer) -> bool:
    """Whether the short citation leaves sheets out; one more would take no more room than its mention."""
    return len(sheets(answer)) > FEW + 1


def short_citation(answer: Answer) -> str:
    """Return the first sheets, and how many more there are."""
    titles = sheets(answer)
    shown = titles[:FEW] if leaves_out(answer) else titles
    more = MORE_SHEETS[answer.language].format(count=len(titles) - len(shown)) if len(shown) < len(titles) else ""
    return _listed(shown, answer.language) + more


def computation(answer: Answer) -> str:
    """Return what the computed figures were made of: the names where they are few, else how many; empty if none is."""
    computed = [fact.citation for fact in answer.facts if fact.citation.sheet is None]
    if not computed:
        return ""
    stated = {fact.subject for fact in answer.facts if fact.citation.sheet is not None}
    between = {fact.subject for fact in answer.facts if fact.citation.sheet is None} - stated
    made_of = _distinct(subject for citation in computed for subject in citation.computed_from)
    # A share is made of totals, and those of what the source states: only that is counted.
    subjects = [subject for subject in made_of if subject not in between] or made_of
    if not subjects or (len(subjects) == 1 and not any(subject.startswith("program:") for subject in subjects)):
        return COMPUTED_FROM_SOURCE[answer.language]
    sheet_of = {fact.subject: fact.citation.sheet for fact in answer.facts if fact.citation.sheet is not None}
    names = _distinct(sheet_of.get(subject) for subject in subjects)
    if len(names) == len(subjects) <= FEW:
        return COMPUTED_FROM_NAMES[answer.language].format(names=_listed(names, answer.language))
    return COMPUTED_FROM_COUNT[answer.language].format(count=len(subjects))


def _listed(titles: Iterable[str], language: Language) -> str:
    return SHEET_SEPARATOR[language].join(SHEET[language].format(sheet=title) for title in titles)


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
