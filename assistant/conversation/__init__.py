"""What the last turns were about, and how a follow-up borrows from them.

The conversation is loaded on first use: the chat starts with the model of a reply alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.conversation.talk import Conversation

__all__ = ["Conversation"]


def __getattr__(name: str) -> Any:
    """Load the conversation from the module that defines it."""
    if name == "Conversation":
        from assistant.conversation.talk import Conversation

        return Conversation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
