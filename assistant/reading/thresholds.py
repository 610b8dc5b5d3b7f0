"""Where a reading is sure enough to be answered. `budget-assistant calibrate` prints what other values would give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The limits that a reading has to meet; the defaults are the point chosen by the calibration."""

    covered: float = 0.76
    """The least share of a question's meaning that must be covered where nothing weighty is left unexplained."""
    sure: float = 0.97
    """The least share where something weighty is left."""
    left_over: int = 1
    """So many unexplained words may be left at most."""
    margin: float = 0.3
    """Two candidates closer than this, with different answers, are asked about."""
    weakest: float = -1.0
    """The least score of a candidate: below it, more of the question is left than used."""
    weakest_alone: float = 1.0
    """The same where the question names nothing of the data."""


THRESHOLDS = Thresholds()
