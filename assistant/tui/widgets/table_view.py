"""An answer's rows, laid out anew for every width."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.answer.model import Table
from assistant.tui.printable import one_line
from assistant.tui.table_layout import Line, table_lines

_STYLES = {"head": "$foreground-muted", "rule": "$foreground-disabled", "row": ""}


class TableView(Widget):
    """The labels of a table in aligned columns."""

    DEFAULT_CSS = """
    TableView { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, table: Table) -> None:
        super().__init__(markup=False)
        self._titles = [one_line(column.title) for column in table.columns]
        self._kinds = [column.kind for column in table.columns]
        self._rows = [[one_line(label) for label in row] for row in table.labels]

        self._laid_out: tuple[int, list[Line]] = (0, [])

    def lines(self, width: int) -> list[Line]:
        """Return the table as lines, kept for the width last asked for: every layout asks again."""
        if self._laid_out[0] != width:
            self._laid_out = (width, table_lines(self._titles, self._kinds, self._rows, width))
        return self._laid_out[1]

    def render(self) -> Content:
        """Return the lines for the present width, headings and rule quieter than the rows."""
        lines = self.lines(self.content_size.width)
        return Content("\n").join(Content.styled(line.text, _STYLES[line.role]) for line in lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the table takes in a width."""
        return len(self.lines(width))
