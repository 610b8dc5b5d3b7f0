"""What stands large on an answer card where the screen has room, and in plain lines where it has none."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

FIGURE_STYLE = "bold $text-primary"


class Large(Widget):
    """Lines for a width and for a compact screen or another; kept, because every layout asks again."""

    DEFAULT_CSS = """
    Large { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes, markup=False)
        self._laid_out: tuple[object, list[Content]] = (None, [])

    @property
    def compact(self) -> bool:
        """Whether the screen has no room for what is three rows tall, or is to be laid out as if it had none."""
        return self.screen.has_class("-compact")

    def lines(self, width: int) -> list[Content]:
        """Return the lines for a width."""
        asked = (width, self.compact)
        if self._laid_out[0] != asked:
            self._laid_out = (asked, self.lay_out(width))
        return self._laid_out[1]

    @abstractmethod
    def lay_out(self, width: int) -> list[Content]:
        """Lay out for a width, as `compact` says."""

    def render(self) -> Content:
        """Return the lines for the present width."""
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines there are in a width."""
        return len(self.lines(width))
