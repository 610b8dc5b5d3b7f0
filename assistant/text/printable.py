"""What may reach a screen, a clipboard or a file: no control characters, no direction overrides, no lone surrogates."""

from __future__ import annotations

import unicodedata

# Characters of category Cf that writing needs: the joiners of Indic and emoji sequences, and the soft hyphen.
_KEPT_FORMATS = frozenset("\u00ad\u200c\u200d")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Return the text with only what can be shown; line breaks stay, tabs become spaces."""
    return "".join(map(_shown, text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)))


def one_line(text: str) -> str:
    """Return the text on one line, its lines joined with single spaces."""
    return " ".join(filter(None, (line.strip() for line in printable(text).splitlines())))


def _shown(char: str) -> str:
    if char == "\n" or char.isprintable():
        return char
    match unicodedata.category(char):
        case "Cs":  # a lone surrogate cannot be written to a terminal at all
            return REPLACEMENT
        case "Zs":  # every kind of space but the plain one counts as unprintable
            return char
        case "Zl" | "Zp":
            return "\n"
        case "Co" | "Cn":
            return REPLACEMENT
        case _:
            return char if char in _KEPT_FORMATS else ""
