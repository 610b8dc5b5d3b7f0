"""Known surfaces that a word is close to: what a person is shown when an alias is drafted. Nothing is read by it."""

from __future__ import annotations

from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Sense
from assistant.reading.text import read_text

CLOSE = 75.0
"""The least similarity, in percent, of a surface that is worth showing."""


def near(word: str, lexicon: Lexicon, most: int = 3) -> list[tuple[str, float, tuple[Sense, ...]]]:
    """Return the surfaces closest to a word, the closest first: surface, similarity in percent, what it means."""
    from rapidfuzz import fuzz, process

    folded = read_text(word).folded.strip()
    known = [s for s, senses in lexicon.surfaces.items() if any(sense.kind != "function" for sense in senses)]
    found = process.extract(folded, known, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=most)
    return [(surface, round(score, 1), lexicon.surfaces[surface]) for surface, score, _ in found]
