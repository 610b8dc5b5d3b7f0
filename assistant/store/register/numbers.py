"""Amounts in million yen (百万円) as JSON writes them, to whole yen: exactly, never by way of a float."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

_MILLION = Decimal(1_000_000)
_LARGEST = Decimal(10**15)  # a thousand trillion yen, ten national budgets
_KEPT = 50_000


class Figure(NamedTuple):
    """An amount: whole yen, and as the register prints it (114.7百万円)."""

    yen: int
    printed: str


def figure(millions: str) -> Figure:
    """Return the amount of a decimal numeral in million yen, half a yen rounded to the even one.

    Raises ValueError for what is no numeral, is not finite, or is out of all proportion.
    """
    try:
        value = Decimal(millions)
    except ArithmeticError as error:
        raise ValueError(millions) from error
    if not value.is_finite() or abs(value) >= _LARGEST / _MILLION:
        raise ValueError(millions)
    yen = int((value * _MILLION).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    return Figure(yen, printed(yen))


def printed(yen: int) -> str:
    """Return an amount in million yen without the dust of binary fractions: 0.30000000000000004 was 0.3."""
    whole, rest = divmod(abs(yen), 1_000_000)
    fraction = f".{rest:06d}".rstrip("0") if rest else ""
    return f"{'-' if yen < 0 else ''}{whole:,}{fraction}百万円"


class Figures(dict[str, Figure | None]):
    """Figures by their numeral, for a JSON decoder's parse_float: each is worked out once, and few are kept at a time.

    A number that can be no amount is None: not every number of a sheet is one.
    """

    def __missing__(self, numeral: str) -> Figure | None:
        if len(self) >= _KEPT:
            self.clear()
        made: Figure | None
        try:
            made = figure(numeral)
        except ValueError:
            made = None
        self[numeral] = made
        return made
