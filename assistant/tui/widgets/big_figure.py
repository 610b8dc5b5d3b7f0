"""The figure of an answer, large: its digits three rows tall, or one bold line where there is little room."""

from __future__ import annotations

from textual.content import Content

from assistant.answer.model import Answer, Fact
from assistant.tui.bars import proportion
from assistant.tui.figure import draft, figure_text, tall
from assistant.tui.widgets.large import FIGURE_STYLE, Large
from assistant.tui.wrapping import cells

WIDEST_BAR = 42
NARROWEST_BAR = 12


class BigFigure(Large):
    """A figure with the words that belong to it (約, 億円, 案), and for a percentage a bar of its part in the whole."""

    SCOPED_CSS = False  # the compact layout is a class of the screen
    DEFAULT_CSS = """
    BigFigure { min-height: 3; margin: 0 0 1 0; }
    .-compact BigFigure { min-height: 1; margin: 0; }
    """

    def __init__(self, answer: Answer, fact: Fact) -> None:
        super().__init__()
        self._figure = figure_text(fact, answer.language)
        self._draft = draft(answer, fact)
        self._percent = float(fact.value) if fact.unit == "percent" and isinstance(fact.value, int | float) else None

    def lay_out(self, width: int) -> list[Content]:
        """Return the figure for a width, and the bar below it."""
        words = f" {self._draft}" if self._draft else ""
        large = tall(_spaced(self._figure))
        if self.compact or cells(large[-1] + words) > width:
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
