"""What the browser panel says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

BROWSER_TITLE = Phrase("事業の一覧", "Programmes")
