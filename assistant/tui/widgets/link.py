"""A line that can be clicked. The keyboard has a key for what it does, which it names."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assistant.tui.wrapping import truncate


class Link(Widget):
    """One line of text; a click runs an action without arguments of the nearest ancestor that has it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Link {
        width: 1fr;
        height: 1;
        pointer: pointer;
        color: $text-accent;
        &:hover { background: $panel; }
    }
    """

    text = reactive("")

    def __init__(self, action: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, markup=False)
        self._action = action

    def render(self) -> Content:
        """Return the text, cut to the line."""
        return Content(truncate(self.text, self.content_size.width))

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        for node in self.ancestors:
            if hasattr(node, f"action_{self._action}"):
                await self.app.run_action(self._action, default_namespace=node)
                return
