"""A number that was typed to choose an option."""

from __future__ import annotations

import unicodedata


def as_number(text: str) -> int | None:
    """Return the number that a text is, in digits of either width; None for anything else, and for three digits or more."""
    digits = unicodedata.normalize("NFKC", text)
    return int(digits) if digits.isdecimal() and len(digits) <= 2 else None
