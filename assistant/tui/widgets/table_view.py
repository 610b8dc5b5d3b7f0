"""An answer's rows, laid out anew for every width, and sorted by the column that a person chooses."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from assistant.answer.model import Language, Table
from assistant.text.printable import one_line
from assistant.tui.bars import shares
from assistant.tui.messages import Left
from assistant.tui.sorting import Order, following, sorted_table
from assistant.tui.table_layout import Layout, Line, lay_out
from assistant.tui.words.cards import AS_GIVEN, ASCENDING, BY_NAME, BY_NAME_BACK, DESCENDING, SORTED_BY, TABLE_HELP, TABLE_KEYS
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import wrap

CURRENT, UP, DOWN = ">", "^", "v"
_STYLES = {"head": "$foreground-muted", "rule": "$foreground-disabled", "row": ""}
BAR_STYLE = "$primary"
HINT_STYLE = "$foreground-muted"


class TableView(Widget, can_focus=True):
    """The labels of a table in aligned columns, with bars where its figures can be compared.

    While it has the keys, a column is the current one: `>` stands before its heading. `^` and `v` stand behind the
    heading that the rows are sorted by.
    """

    ABOUT: ClassVar[Phrase] = TABLE_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("enter,s", "sort", show=False),
        Binding("escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    TableView { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    cursor = reactive(0, layout=True)
    order: reactive[Order | None] = reactive[Order | None](None, layout=True)

    def __init__(self, table: Table, language: Language = "ja", *, bars: bool = True) -> None:
        super().__init__(markup=False)
        self._bars = bars
        self._table = table
        self._language: Language = language
        self._kinds = [column.kind for column in table.columns]
        self._titles = [one_line(column.title) for column in table.columns]
        self._laid_out: tuple[object, Layout] = (None, Layout([], []))

    def current_table(self) -> Table:
        """Return the table with its rows in the order shown."""
        return sorted_table(self._table, self.order)

    def lines(self, width: int) -> list[Line]:
        """Return the table as lines, kept for what they were last asked for: every layout asks again."""
        return self._layout_for(width).lines

    def render(self) -> Content:
        """Return the lines for the present width, headings and rule quieter than the rows."""
        width = self.content_size.width
        head = "bold" if self.has_focus else _STYLES["head"]
        styles = {**_STYLES, "head": head}
        lines = [_styled(line, styles[line.role]) for line in self.lines(width)]
        return Content("\n").join([*lines, *(Content.styled(line, HINT_STYLE) for line in self._hint(width))])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the table takes in a width."""
        return len(self.lines(width)) + len(self._hint(width))

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the columns."""
        return max(0, min(cursor, len(self._titles) - 1))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the current column and the keys only while the table has the keys."""
        super().watch_has_focus(has_focus)
        self.refresh(layout=True)

    def action_move(self, steps: int) -> None:
        """Go to another column."""
        self.cursor += steps

    def action_sort(self) -> None:
        """Sort by the current column: ascending, then descending, then as given."""
        self.order = following(self.order, self.cursor)

    def action_leave(self) -> None:
        """Go back to where questions are typed."""
        self.post_message(Left())

    def on_click(self, event: events.Click) -> None:
        """Sort by the heading that was clicked."""
        event.stop()
        offset = event.get_content_offset(self)
        layout = self._layout_for(self.content_size.width)
        if offset is None or offset.y >= len(layout.lines) or layout.lines[offset.y].role != "head":
            return
        if (column := layout.column_at(offset.x)) is not None:
            self.cursor = column
            self.action_sort()

    def _layout_for(self, width: int) -> Layout:
        asked = (width, self.order, self.cursor if self.has_focus else None)
        if self._laid_out[0] != asked:
            table = self.current_table()
            rows = [[one_line(label) for label in row] for row in table.labels]
            titles = [self._heading(index) for index in range(len(self._titles))]
            self._laid_out = (asked, lay_out(titles, self._kinds, rows, width, shares(table) if self._bars else None))
        return self._laid_out[1]

    def _heading(self, index: int) -> str:
        title = self._titles[index]
        if self.order is not None and self.order.column == index:
            title = f"{title} {DOWN if self.order.descending else UP}"
        return CURRENT + title if self.has_focus and self.cursor == index else title

    def _hint(self, width: int) -> list[str]:
        """Return the current column, how the rows are sorted, and the keys, while the table has them."""
        if not self.has_focus:
            return []
        language = self._language
        order = AS_GIVEN[language]
        if self.order is not None and self.order.column == self.cursor:
            names = self._kinds[self.cursor] == "text"
            ways = (BY_NAME, BY_NAME_BACK) if names else (ASCENDING, DESCENDING)
            order = ways[self.order.descending][language]
        now = SORTED_BY.format(column=self._titles[self.cursor], order=order)[language]
        return wrap(f"{now}  {TABLE_KEYS[language]}", width)


def _styled(line: Line, style: str) -> Content:
    content = Content.styled(line.text, style)
    return content if line.bar is None else content.stylize(BAR_STYLE, line.bar)
