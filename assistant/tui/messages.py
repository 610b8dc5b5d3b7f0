"""What widgets tell the screen. They say what a person did; the screen decides what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Sent(Message):
    """A text was sent from the prompt; a number may choose an option."""

    text: str


@dataclass
class Chosen(Message):
    """An option was chosen, which asks its question."""

    question: str


class Left(Message):
    """The options were left with the keyboard, for the prompt."""


class Grown(Message):
    """A turn got its outcome, and so another height."""
