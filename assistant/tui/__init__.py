"""The terminal chat: what a person sees and types. It knows no understanding and no SQL, only who answers.

Importing this package does not load Textual; `run_chat` does.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from assistant import databases

__all__ = ["prepare", "run_chat"]


def prepare() -> None:
    """Set what Textual reads from the environment when it is first imported; what the person has set there stays."""
    # Textual 8.2.8 garbles Japanese commits of five characters or more that a terminal reports as Kitty text.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_FPS", "120")  # an answer waits half as long for the next frame


def run_chat(database: str | Path | None = None, language: str | None = None) -> int:
    """Open the chat on a database and return the exit status: 0 when left, 2 for a file that is not there or a fault.

    `database` is a path or "embedded"; without one, the settings say which.

    `language` ("ja" or "en") fixes the language of interface and answers; without one, the interface follows the locale
    and each answer follows its question, until the language is switched.
    """
    prepare()

    from assistant.tui.language import known_language, language_of_locale
    from assistant.tui.words.chat import DATABASE_MISSING

    fixed = known_language(language)
    path = databases.named(str(database)) if database is not None else None
    if path is not None and not path.is_file():
        sys.stderr.write(DATABASE_MISSING[fixed or language_of_locale()].format(path=path) + "\n")
        return 2

    gc.disable()  # nothing that the start makes is garbage, and looking for it takes 30 ms; the screen switches it on again
    try:
        from assistant.tui import preferences
        from assistant.tui.app import ChatApp, open_desk

        if database is None:
            path = preferences.database()
        app = ChatApp(open_desk(path), language=fixed, database=path)
        app.run()
    finally:
        gc.enable()
    return app.return_code or 0
