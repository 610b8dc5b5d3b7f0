"""Ask about budget programmes in Japanese or English; every figure comes with its citation, or an honest refusal.

The public names are loaded on first use, so that `import assistant` costs nothing and never loads Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.answer.model import Answer
    from assistant.assistant import Assistant
    from assistant.conversation import Conversation

__all__ = ["Answer", "Assistant", "Conversation", "__version__"]
__version__ = "0.4.0"

_HOMES = {
    "Answer": "assistant.answer.model",
    "Assistant": "assistant.assistant",
    "Conversation": "assistant.conversation",
}


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
