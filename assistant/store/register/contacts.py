"""担当部局庁 and 担当課室: their lines become contacts, never a division beside a bureau that may not be its own."""

from __future__ import annotations

from assistant.store.register.model import Responsible
from assistant.store.register.texts import fold_again


def contacts(bureaus: str | None, divisions: str | None) -> tuple[Responsible, ...]:
    """Return the contacts of a sheet from the two fields as printed, in printed order.

    As many bureaus as divisions: paired in order. One bureau: it is every division's. Otherwise which belongs to which is
    not printed: the bureaus and the divisions each alone, the other side empty.
    """
    left, right = _lines(bureaus), _lines(divisions)
    if len(left) != len(right):
        left, right = _joined(left), _joined(right)
    if len(left) == len(right):
        pairs = list(zip(left, right, strict=True))
    elif len(left) == 1 and right:
        pairs = [(left[0], division) for division in right]
    else:
        pairs = [(bureau, "") for bureau in left] + [("", division) for division in right]
    return tuple(Responsible(bureau, division) for bureau, division in dict.fromkeys(pairs))


def _lines(text: str | None) -> list[str]:
    return [line for line in map(fold_again, (text or "").splitlines()) if line]


def _joined(lines: list[str]) -> list[str]:
    """Return the lines with those put together that one name was broken into: a bracket left open, or begun on a new line."""
    joined: list[str] = []
    for line in lines:
        if joined and (line.startswith("(") or joined[-1].count("(") > joined[-1].count(")")):
            joined[-1] += line
        else:
            joined.append(line)
    return joined
