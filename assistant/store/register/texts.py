"""The texts of a register as the store keeps them: folded, on one line, without what cannot be seen."""

from __future__ import annotations

from functools import lru_cache

from assistant.text.fold import nfkc_fold

_UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xAD, 0xFEFF])


def fold(text: str) -> str:
    """Return `text` after NFKC, its blanks and line breaks as one blank, without zero-width characters."""
    if not text.isascii():
        text = nfkc_fold(text)
        if not text.isprintable():
            text = text.translate(_UNSEEN)
    return " ".join(text.split())


fold_again = lru_cache(maxsize=100_000)(fold)
"""As fold, for names that come back: payees, offices, accounts, policies."""
