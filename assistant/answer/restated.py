"""The reading stated back in a few words, and how sure it is: what stands beside every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.answer.scope import describe
from assistant.intents.model import Intent
from assistant.reading.model import Candidate, Reading

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue


def confidence(reading: Reading) -> float:
    """Return how sure the reading is, 0 to 1: how much is explained, and how exactly it was written."""
    quality = [m.score / 100 for m in reading.mentions if m.content] or [0.0]
    return max(0.0, min(1.0, reading.covered * sum(quality) / len(quality)))


def restated(reading: Reading, candidate: Candidate | None, intents: Mapping[str, Intent], catalogue: Catalogue) -> str | None:
    """Return the reading in a few words: which programmes, and what of them, with what was borrowed; None where it has none."""
    language, filters = reading.language, reading.frame.filters
    if candidate is None or not candidate.intents:
        return describe(filters, language, catalogue) if filters else None
    first = intents[candidate.intents[0]]
    if first.kind == "social":
        return first.title[language]
    joiner = "・" if language == "ja" else ", "
    titles = joiner.join(dict.fromkeys(intents[n].title[language] for n in candidate.intents))
    if first.kind == "source":
        return titles
    scope = describe(filters, language, catalogue, short=True)
    if reading.frame.extensions:
        scope = ("内線" if language == "ja" else "extension ") + joiner.join(reading.frame.extensions)
    text = f"{scope}{'・' if language == 'ja' else ' — '}{titles}"
    if reading.borrowed and set(reading.borrowed) != {titles}:
        ja = language == "ja"
        text += f"（前の質問から：{'、'.join(reading.borrowed)}）" if ja else f" (from before: {', '.join(reading.borrowed)})"
    return text
