"""A sentence that comes and goes: loading, nothing found, a failure. It takes no room while it has nothing to say."""

from __future__ import annotations

from textual.content import Content

from assistant.text.printable import printable
from assistant.tui.faults import described
from assistant.tui.widgets.prose import Prose
from assistant.tui.words.phrase import Phrase


class Notice(Prose):
    """Shows a text, or nothing."""

    DEFAULT_CSS = """
    Notice { color: $text-warning; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__("")
        if id is not None:
            self.id = id
        self.display = False

    def say(self, text: str) -> None:
        """Show a text; an empty one takes the room away."""
        self.content = Content(printable(text))
        self._wrapped = (0, [])
        self.display = bool(text)
        self.refresh(layout=True)


def failed(sentence: Phrase, error: BaseException | None) -> Phrase:
    """Return the sentence with what went wrong at its `{cause}`: in the fault's own words for people, else by its name."""
    return Phrase(sentence.ja.format(cause=described(error, "ja")), sentence.en.format(cause=described(error, "en")))
