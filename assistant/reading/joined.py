"""English words that a stray blank parts (`bud get`, `gen ome`): found where a piece is no word and both together are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention
from assistant.reading.text import Text

SHORTEST = 5
"""Letters of a word that a blank may part."""
LONGEST_PHRASE = 8
SCORE = 97.0
_TOKEN = re.compile(r"[a-z0-9&]+")


def joined_mentions(text: Text, lexicon: Lexicon, stretches: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the surfaces that the question spells once two neighbouring pieces, one of them unexplained, are one word."""
    tokens = list(_TOKEN.finditer(text.folded))
    for index in range(len(tokens) - 1):
        first, second = tokens[index], tokens[index + 1]
        word = first.group() + second.group()
        loose = any(low <= token.start() < high for token in (first, second) for low, high in stretches)
        beside = text.folded[first.end() : second.start()] == " "
        if loose and beside and len(word) >= SHORTEST and word.isalpha() and word in lexicon.words:
            yield from _phrases(tokens, index, word, lexicon)


def _phrases(tokens: Sequence[re.Match[str]], index: int, word: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the surfaces that hold the word, alone or with its neighbours."""
    for low in range(max(0, index - LONGEST_PHRASE), index + 1):
        for high in range(index + 2, min(len(tokens), index + LONGEST_PHRASE) + 1):
            words = [t.group() for t in tokens[low:index]] + [word] + [t.group() for t in tokens[index + 2 : high]]
            phrase = " ".join(words)
            senses = lexicon.surfaces.get(phrase) or lexicon.surfaces.get(phrase.removesuffix("s"))
            if senses:
                yield Mention(tokens[low].start(), tokens[high - 1].end(), phrase, senses, "misspelt", SCORE)
