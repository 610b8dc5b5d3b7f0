"""Python's search for garbage, kept away from the moments when somebody waits.

A full search through a chat takes 50 to 80 ms, which is a key that hangs. What the start loads is set aside once, the short
searches go on as always, and the full one is made when nobody has typed or asked for a while.
"""

from __future__ import annotations

import gc
import time

EVERY = 15.0
"""Seconds between looks whether somebody is busy."""
CALM = 8.0
"""Seconds without a key or an answer that count as calm."""
NEVER = 1_000_000
MOST_ANSWERS = 30
"""Answers after which it is done at last, even if nobody ever pauses: right behind the paint, while the answer is read."""


class Tidying:
    """Searches for garbage when it is calm, at most once for what was done since."""

    def __init__(self) -> None:
        self._busy_at = 0.0
        self._tidy = True
        self._answers = 0

    def start(self) -> None:
        """Set aside what was loaded, and take the full search out of Python's hands; only where `run_chat` switched it off."""
        if not gc.isenabled():
            gc.freeze()
            young, middle, _old = gc.get_threshold()
            gc.set_threshold(young, middle, NEVER)
            gc.enable()

    def busy(self) -> None:
        """Note that somebody typed or was answered."""
        self._busy_at, self._tidy = time.monotonic(), False

    def answered(self) -> bool:
        """Note one more answer that is painted; search where it is high time, and tell whether it was done."""
        self._answers += 1
        return self._answers >= MOST_ANSWERS and self._search()

    def tidy(self) -> bool:
        """Search if it is calm and there is anything new; tell whether it was done."""
        if self._tidy or time.monotonic() - self._busy_at < CALM:
            return False
        return self._search()

    def _search(self) -> bool:
        gc.collect()
        self._tidy, self._answers = True, 0
        return True
