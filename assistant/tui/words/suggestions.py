"""What the suggestion list says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

SUGGESTIONS_TITLE = Phrase(
    "候補（↓ で選び、Enter で決定、Esc で閉じる）", "Suggestions (↓ to choose, Enter to take, Esc to close)"
)
