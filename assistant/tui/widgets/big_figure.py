"""The figure of an answer, large: its digits three rows tall, or one bold line where there is little room."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.answer.model import Answer, Fact
from assistant.tui.bars import proportion
from assistant.tui.figure import draft, figure_text, tall
from assistant.tui.wrapping import cells

FIGURE_STYLE = "bold $text-primary"
WIDEST_BAR = 42
NARROWEST_BAR = 12


def is_compact(widget: Widget) -> bool:
    """Whether the screen has no room for what is three rows tall, or is to be laid out as if it had none."""
    return widget.screen.has_class("-compact")


class BigFigure(Widget):
    """A figure with the words that belong to it (約, 億円, 案), and for a percentage a bar of its part in the whole."""

    SCOPED_CSS = False  # the compact layout is a class of the screen
    DEFAULT_CSS = """
    BigFigure { width: 1fr; height: auto; min-height: 3; margin: 0 0 1 0; text-wrap: nowrap; }
    .-compact BigFigure { min-height: 1; margin: 0; }
    """

    def __init__(self, answer: Answer, fact: Fact) -> None:
        super().__init__(markup=False)
        self._figure = figure_text(fact, answer.language)
        self._draft = draft(answer, fact)
        self._laid_out: tuple[object, list[Content]] = (None, [])
        self._percent = float(fact.value) if fact.unit == "percent" and isinstance(fact.value, int | float) else None

    def lines(self, width: int) -> list[Content]:
        """Return the figure for a width, and the bar below it; kept, because every layout asks again."""
        asked = (width, is_compact(self))
        if self._laid_out[0] != asked:
            self._laid_out = (asked, self._lay_out(width))
        return self._laid_out[1]

    def render(self) -> Content:
        """Return the lines for the present width."""
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the figure takes in a width."""
        return len(self.lines(width))

    def _lay_out(self, width: int) -> list[Content]:
        words = f" {self._draft}" if self._draft else ""
        large = tall(_spaced(self._figure))
        if is_compact(self) or cells(large[-1] + words) > width:
            lines = [Content.assemble((self._figure, FIGURE_STYLE), (words, "bold"))]
        else:
            lines = [Content.styled(row, FIGURE_STYLE) for row in large]
            lines[-1] += Content.styled(words, "bold")
        room = min(WIDEST_BAR, width - cells(self._figure) - 1)
        if self._percent is not None and 0 <= self._percent <= 100 and room >= NARROWEST_BAR:
            lines.append(Content.assemble((proportion(self._percent, room), "$primary"), " ", self._figure))
        return lines


def _spaced(figure: str) -> str:
    """Return a figure with a space between its digits and a word of Japanese, which would touch them."""
    spaced = ""
    for char in figure:
        last = spaced[-1:]
        if last and (last.isdecimal() != char.isdecimal()) and (cells(last) == 2 or cells(char) == 2):
            spaced += " "
        spaced += char
    return spaced
