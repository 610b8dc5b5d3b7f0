"""Text laid out by our own wrapper, because Textual's knows no 禁則 and breaks inside figures."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.tui.printable import printable
from assistant.tui.wrapping import wrap_items


class Prose(Widget):
    """A text as tall as its wrapped lines. What it is given is shown as it stands: markup means nothing."""

    DEFAULT_CSS = """
    Prose { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, text: str | Content, *, classes: str | None = None) -> None:
        super().__init__(classes=classes, markup=False)
        self._content = text if isinstance(text, Content) else Content(printable(text))

    @property
    def plain(self) -> str:
        """The text without styles and wrapping."""
        return self._content.plain

    def render(self) -> Content:
        """Return the text with line breaks for the present width."""
        lines = wrap_items(self._content.plain, self.content_size.width)
        return Content("\n").join(
            self._content[start:end].pad_left(indent) if indent else self._content[start:end]
            for indent, (start, end) in lines
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the text takes in a width."""
        return len(wrap_items(self._content.plain, width))
