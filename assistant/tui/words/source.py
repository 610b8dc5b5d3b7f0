"""What the source panel says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

SOURCE_TITLE = Phrase("資料の根拠", "Source at hand")
