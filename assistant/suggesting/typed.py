"""A text that is being typed: folded, with the way back to what stands in the prompt, and where its words may begin."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.model import Language
from assistant.reading.text import Text, is_kana, is_kanji, is_latin, read_text

LONGEST = 80
"""Characters after which nobody waits for suggestions."""
PARTICLES = frozenset("のはとがをでにへもや")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: folded with the way back, and all that stood before it."""

    text: Text
    lead: str
    language: Language

    @property
    def folded(self) -> str:
        """The folded text."""
        return self.text.folded

    def before(self, at: int) -> str:
        """Return what was typed before a folded position, as it was typed."""
        return self.lead + self.text.original[: self.text.origin[at]] if at else self.lead

    def between(self, start: int, end: int) -> str:
        """Return what was typed between two folded positions, as it was typed."""
        last = self.text.origin[end] if end < len(self.text.origin) else len(self.text.original)
        return self.text.original[self.text.origin[start] : last].strip()


def read_typed(text: str, language: Language) -> Typed | None:
    """Return the typed text, folded, or None where there is nothing to complete."""
    if not text.strip() or len(text) > LONGEST:
        return None
    read = read_text(text)
    at = text.find(read.original)
    if at < 0 or not read.folded or read.folded.isdigit():
        return None
    return Typed(read, text[:at], language)


def boundaries(text: Text) -> list[int]:
    """Return the folded positions where a word may begin: after blanks and particles, and where the script changes."""
    found = [0]
    for at in range(1, len(text.folded)):
        before, char = text.folded[at - 1], text.folded[at]
        if char == " ":
            continue
        if before == " " or before in PARTICLES or _script(text, at) != _script(text, at - 1):
            found.append(at)
    return found


def _script(text: Text, at: int) -> str:
    char = text.folded[at]
    if is_kanji(char):
        return "kanji"
    if is_kana(char):
        return "katakana" if text.content[at] else "hiragana"
    return "latin" if is_latin(char) else "other"


def is_hiragana(char: str) -> bool:
    """Whether the character as typed is hiragana or a long-vowel mark."""
    return "ぁ" <= char <= "ん" or char == "ー"


def says_enough(token: str, start: int) -> bool:
    """Whether so little says what is meant: a kanji does, kana and letters need company, more so behind other words."""
    if any(map(is_kanji, token)):
        return True
    return len(token) >= (3 if start and token.isascii() else 2)
