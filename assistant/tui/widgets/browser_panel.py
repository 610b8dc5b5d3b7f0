"""The browser panel."""

from __future__ import annotations

from assistant.tui.widgets.panel import Panel
from assistant.tui.words.browser import BROWSER_TITLE


class BrowserPanel(Panel, can_focus=True):
    """The browser panel."""

    TITLE = BROWSER_TITLE
