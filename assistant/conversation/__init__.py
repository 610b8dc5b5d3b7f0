"""What the last turns were about, and how a follow-up borrows from them."""

from assistant.conversation.talk import Conversation

__all__ = ["Conversation"]
