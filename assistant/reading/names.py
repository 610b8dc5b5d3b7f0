"""What the reader asks of an index of many names; the store answers, the reader knows no SQL."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class NameHit(NamedTuple):
    """A stretch of a folded text (`start` to `end`) that a name of the store may stand behind."""

    start: int
    end: int
    name: str
    """The name, folded as reading.text.fold_surface folds it."""
    kind: str
    """program, bureau, division, payee, account or policy."""
    targets: tuple[str, ...]
    """The programmes' ids, or the printed names of bureaux, divisions and payees."""
    score: float = 100.0
    """100 where the name stands there letter for letter, less for a misspelling (as reading.model.Mention)."""


class Within(NamedTuple):
    """The programmes (bureaux, payees …) in whose names a piece of text occurs: how many, and the first of them."""

    total: int
    targets: tuple[str, ...]


class Names(Protocol):
    """An index of names. Everything is given folded; nothing is ever scanned."""

    def hits(self, folded: str, kinds: frozenset[str]) -> list[NameHit]:
        """Return the names that stand in a text whole, exactly or misspelt, best first."""
        ...

    def within(self, piece: str, kind: str, limit: int = 10) -> Within:
        """Return what has a piece (two characters or more) in its name."""
        ...

    def mentioned(self, piece: str) -> bool:
        """Whether any programme's name, purpose or overview has a piece."""
        ...
