"""Which language a question is asked in: the one of its function words, not of the names it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.reading.model import Mention
from assistant.reading.text import Text, is_japanese

LONG_NAME = 4
"""Characters from which on the hiragana of a programme's (or a payee's) name says nothing of the language around it."""
NAMED = ("program", "payee")
_LATIN_WORD = re.compile(r"[a-z]{2,}")


def language_of(text: Text, mentions: Sequence[Mention], *, long_names: bool = False) -> Literal["ja", "en"]:
    """Return the language of a question: hiragana beside Latin names is Japanese, English words around a kanji name English.

    With `long_names` the hiragana of a name says nothing of the language around it, as in a register.
    """
    named = [m for m in mentions if long_names and any(map(m.has, NAMED)) and m.end - m.start >= LONG_NAME]
    spans = [(text.origin[m.start], text.origin[m.end - 1] + 1) for m in named]
    outside = "".join(c for i, c in enumerate(text.original) if not any(low <= i < high for low, high in spans))
    hiragana = sum("ぁ" <= char <= "ん" for char in outside)
    words = len(_LATIN_WORD.findall(text.folded))
    if any(is_japanese(char) for char in text.folded):
        if hiragana >= 2 and hiragana * 2 >= words:
            return "ja"
        return "en" if words >= 2 else "ja"
    romaji = [m for m in mentions if m.how == "romaji" and m.content]
    return "ja" if romaji and 2 * sum(m.end - m.start for m in romaji) >= len(text.folded) * 0.6 else "en"
