"""A quiet word at the upper right, away from the prompt, that goes by itself: what was copied, written or not remembered."""

from __future__ import annotations

from typing import Any, Literal

from textual.app import App

from assistant.text.printable import printable
from assistant.tui.wrapping import wrap

WIDEST = 64
MARGIN = 8
SECONDS = 6.0
LONG_SECONDS = 15.0


def announce(app: App[Any], text: str, severity: Literal["information", "warning"] = "information") -> None:
    """Say something in place of what was said before. Warnings stay longer."""
    width = max(20, min(WIDEST, app.size.width - MARGIN))
    app.clear_notifications()
    app.notify(
        "\n".join(wrap(printable(text), width)),
        severity=severity,
        timeout=SECONDS if severity == "information" else LONG_SECONDS,
        markup=False,
    )
