"""Amounts in million yen (百万円) as JSON writes them, to whole yen: exactly, never by way of a float."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

_MILLION = Decimal(1_000_000)
_LARGEST = Decimal(10**15)  # a thousand trillion yen, ten national budgets
_PLAIN = re.compile(r"(-?)([0-9]{1,9})(?:\.([0-9]{1,6}))?")
_KEPT = 50_000


class Figure(NamedTuple):
    """An amount: whole yen, and as the register prints it (114.7百万円)."""

    yen: int
    printed: str


def figure(millions: str) -> Figure:
    """Return the amount of a decimal numeral in million yen, half a yen rounded to the even one.

    Raises ValueError for what is no numeral, is not finite, or is out of all proportion.
    """
    if match := _PLAIN.fullmatch(millions):  # nearly all are, and need no Decimal
        sign, whole, fraction = match.groups()
        yen = int(f"{sign}{whole}{fraction or '':0<6}")
        return Figure(yen, printed(yen))
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


class Figures(dict[str, Figure | float]):
    """Figures by their numeral, for a JSON decoder's parse_float: each is worked out once, and few are kept at a time.

    A number that can be no amount stays a float: not every number of a sheet is one.
    """

    def __missing__(self, numeral: str) -> Figure | float:
        if len(self) >= _KEPT:
            self.clear()
        made: Figure | float
        try:
            made = figure(numeral)
        except ValueError:
            made = float(numeral)
        self[numeral] = made
        return made
