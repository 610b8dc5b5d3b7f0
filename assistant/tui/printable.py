"""What may reach the screen or the prompt, by the name under which the chat knows it."""

from __future__ import annotations

from assistant.text.printable import REPLACEMENT, one_line, printable

__all__ = ["REPLACEMENT", "one_line", "printable"]
