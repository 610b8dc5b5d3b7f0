"""Earlier turns as one line each: a thousand of them cost no more than one widget."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from assistant.conversation.reply import Reply
from assistant.text.printable import one_line
from assistant.tui.exchange import Exchange, Failure
from assistant.tui.lead import lead
from assistant.tui.messages import Opened
from assistant.tui.table_layout import pad
from assistant.tui.words.chat import FAULT
from assistant.tui.wrapping import truncate

LEAST_WIDTH = 8


class FoldedTurns(Widget):
    """The question of each turn and how its answer begins. A click opens one; the selected one is marked by a sign."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"folded--question", "folded--answer", "folded--selected"}
    DEFAULT_CSS = """
    FoldedTurns {
        height: auto;
        width: 1fr;
        pointer: pointer;
        & > .folded--question { color: $foreground; }
        & > .folded--answer { color: $text-muted; }
        & > .folded--selected { color: $text-primary; text-style: bold reverse; }
    }
    """

    selected: reactive[int | None] = reactive[int | None](None, init=False)

    def __init__(self) -> None:
        super().__init__()
        self.exchanges: list[Exchange] = []

    def add(self, exchange: Exchange) -> None:
        """Fold one more turn away, behind the others."""
        self.exchanges.append(exchange)
        self.refresh(layout=True)

    def clear(self) -> None:
        """Forget every turn."""
        self.exchanges.clear()
        self.selected = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return one line for each turn."""
        return len(self.exchanges)

    def watch_selected(self, before: int | None, now: int | None) -> None:
        """Draw again what changed."""
        for line in (before, now):
            if line is not None:
                self.refresh(Region(0, line, self.size.width, 1))

    def line(self, number: int, width: int) -> tuple[str, str]:
        """Return a turn in a width of cells: the question behind its sign, and how the answer begins."""
        exchange = self.exchanges[number]
        sign = "* " if number == self.selected else "> "
        room = max(LEAST_WIDTH, width * 2 // 5 - len(sign))
        question = sign + pad(truncate(one_line(exchange.question), room), room)
        return question, "  " + truncate(_beginning(exchange), max(LEAST_WIDTH, width - room - len(sign) - 3))

    def render_line(self, y: int) -> Strip:
        """Draw one turn; only lines in sight are ever drawn."""
        width = self.size.width
        if y >= len(self.exchanges):
            return Strip.blank(width, self.rich_style)
        question, answer = self.line(y, width)
        names = ("folded--selected",) * 2 if y == self.selected else ("folded--question", "folded--answer")
        styles = [self.get_component_rich_style(name) for name in names]
        segments = [Segment(question, styles[0]), Segment(answer, styles[1])]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Open the turn under the mouse."""
        event.stop()
        if 0 <= event.y < len(self.exchanges):
            self.post_message(Opened(self.exchanges[event.y]))


def _beginning(exchange: Exchange) -> str:
    """Return how the answer begins, in one line."""
    match exchange.outcome:
        case Reply(answer=answer):
            return one_line(lead(answer))
        case Failure():
            return FAULT[exchange.language]
    return ""
