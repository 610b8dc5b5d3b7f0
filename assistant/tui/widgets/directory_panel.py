"""The directory panel."""

from __future__ import annotations

from assistant.tui.widgets.panel import Panel
from assistant.tui.words.directory import DIRECTORY_TITLE


class DirectoryPanel(Panel, can_focus=True):
    """The directory panel."""

    TITLE = DIRECTORY_TITLE
