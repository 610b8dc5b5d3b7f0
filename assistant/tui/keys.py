"""The keys at the foot of the chat."""

from __future__ import annotations

from assistant.tui.widgets.key_bar import KeyHint
from assistant.tui.words.chat import (
    BROWSER_KEY,
    COPY_KEY,
    DIRECTORY_KEY,
    HELP_KEY,
    LANGUAGE_KEY,
    PALETTE_KEY,
    QUIT_KEY,
    SOURCE_KEY,
)

KEYS = (
    KeyHint("F1", HELP_KEY, "app.help"),
    KeyHint("F2", LANGUAGE_KEY, "app.switch_language"),
    KeyHint("F3", SOURCE_KEY, "screen.side('source')", 1),
    KeyHint("F4", BROWSER_KEY, "screen.side('browser')", 2),
    KeyHint("F5", DIRECTORY_KEY, "screen.side('directory')", 3),
    KeyHint("F6", COPY_KEY, "screen.copy('answer')", 4),
    KeyHint("Ctrl+P", PALETTE_KEY, "app.command_palette"),
    KeyHint("Ctrl+Q", QUIT_KEY, "app.quit"),
)
