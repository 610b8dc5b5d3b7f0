"""Text laid out by our own wrapper, because Textual's knows no 禁則 and breaks inside figures."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.widget import Widget

from assistant.text.printable import printable
from assistant.tui.wrapping import Range, wrap_items


class Prose(Widget):
    """A text as tall as its wrapped lines, hanging behind a prefix if it has one.

    What it is given is shown as it stands: markup means nothing.
    """

    DEFAULT_CSS = """
    Prose { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, text: str | Content, *, prefix: Content | None = None, classes: str | None = None) -> None:
        super().__init__(classes=classes, markup=False)
        self.content = text if isinstance(text, Content) else Content(printable(text))
        self._prefix = prefix or Content("")
        self._wrapped: tuple[int, list[tuple[int, Range]]] = (0, [])

    @property
    def plain(self) -> str:
        """The text without styles, prefix and wrapping."""
        return self.content.plain

    @property
    def prefix(self) -> Content:
        """What stands before the first line; the others are indented by its width."""
        return self._prefix

    @prefix.setter
    def prefix(self, prefix: Content) -> None:
        """Show another prefix of the same width."""
        self._prefix = prefix
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the text with line breaks for the present width."""
        margin = self._prefix.cell_length
        lines = []
        for number, (indent, (start, end)) in enumerate(self._lines(self.content_size.width)):
            line = self.content[start:end]
            lines.append(line.pad_left(indent + margin) if number else self._prefix + line)
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the text takes in a width."""
        return len(self._lines(width))

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return what is selected as one reads it: the line breaks and indents of the layout are not in the text."""
        text = self._prefix.plain + self.content.plain
        start = 0 if selection.start is None else self._position(selection.start)
        end = len(text) if selection.end is None else self._position(selection.end)
        return text[start:end], "\n"

    def _position(self, offset: Offset) -> int:
        """Return the place in prefix and text that a character of a line stands at; past its end, that of its end."""
        lines = self._lines(self.content_size.width)
        before = len(self._prefix.plain)
        if offset.y >= len(lines):
            return before + len(self.content.plain)
        indent, (start, end) = lines[offset.y]
        if offset.y == 0:
            return min(offset.x, before + end)
        return before + min(start + max(0, offset.x - indent - self._prefix.cell_length), end)

    def _lines(self, width: int) -> list[tuple[int, Range]]:
        """Return the wrapped lines, kept for the width last asked for: every layout asks again."""
        if self._wrapped[0] != width:
            self._wrapped = (width, wrap_items(self.content.plain, width - self._prefix.cell_length))
        return self._wrapped[1]
