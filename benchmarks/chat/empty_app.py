"""What the chat's start is held against: the smallest Textual app that has a prompt."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class EmptyApp(App[None]):
    """One Input and nothing else."""

    def compose(self) -> ComposeResult:
        """Show the prompt."""
        yield Input(placeholder="Type a question and press Enter")


if __name__ == "__main__":
    EmptyApp().run()
