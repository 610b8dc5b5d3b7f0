"""What the directory panel says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

DIRECTORY_TITLE = Phrase("担当課・内線", "Directory")
