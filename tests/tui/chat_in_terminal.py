"""The chat as its command starts it, with the stub as its desk, which writes down what it is asked: for tests in a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path

from assistant.conversation.reply import Reply
from assistant.tui import desk, run_chat
from tests.tui.stub import StubDesk


class WritingDesk(StubDesk):
    """Answers as the stub does; each question becomes a line of a file, so that another process can read them."""

    def __init__(self, _database: Path | None) -> None:
        super().__init__()
        self._log = Path(sys.argv[1])

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Write the question down and answer it."""
        with self._log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(text) + "\n")
        return super().reply(text, without)


if __name__ == "__main__":
    desk.AssistantDesk = WritingDesk  # type: ignore[assignment,misc]
    sys.exit(run_chat(None, "ja"))
