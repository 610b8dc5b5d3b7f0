"""An answer through time as bars above its table. The bars are signs of length; the figures beside them say it in words."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.tui.series import Series, draw
from assistant.tui.widgets.large import FIGURE_STYLE
from assistant.tui.widgets.table_view import BAR_STYLE
from assistant.tui.words.cards import CHART_TITLE, CHART_TITLE_CUT
from assistant.tui.wrapping import wrap

HEAD_STYLE = "$foreground-muted"


class SeriesChart(Widget):
    """Draws a series for the width that there is."""

    DEFAULT_CSS = """
    SeriesChart { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, series: Series, language: Language) -> None:
        super().__init__(markup=False)
        self._series = series
        self._title = (CHART_TITLE_CUT if series.cut else CHART_TITLE)[language].format(
            column=series.title, count=len(series.points)
        )
        self._laid_out: tuple[int, list[Content]] = (0, [])

    def lines(self, width: int) -> list[Content]:
        """Return the heading and a line a year, kept for the width last asked for."""
        if self._laid_out[0] != width:
            head = [Content.styled(line, HEAD_STYLE) for line in wrap(self._title, width)]
            newest = len(self._series.points) - 1
            years = [
                Content.assemble(line.head, (line.bar, BAR_STYLE), (line.figure, FIGURE_STYLE if number == newest else ""))
                for number, line in enumerate(draw(self._series.points, width))
            ]
            self._laid_out = (width, head + years)
        return self._laid_out[1]

    def render(self) -> Content:
        """Return the lines for the present width."""
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines there are in a width."""
        return len(self.lines(width))
