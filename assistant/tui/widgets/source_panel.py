"""The source panel."""

from __future__ import annotations

from assistant.tui.widgets.panel import Panel
from assistant.tui.words.source import SOURCE_TITLE


class SourcePanel(Panel, can_focus=True):
    """The source panel."""

    TITLE = SOURCE_TITLE
