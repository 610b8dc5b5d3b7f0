"""What widgets tell the screen. They say what a person did; the screen decides what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from assistant.tui.exchange import Exchange, Exchanged


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


@dataclass
class Completed(Message):
    """A whole question was chosen from the suggestions: it takes the place of what was typed."""

    question: str


class Closed(Message):
    """A panel was closed with the keyboard or the mouse."""


@dataclass
class Prefilled(Message):
    """A text was chosen that is to stand in the prompt, for the person to go on typing."""

    text: str


@dataclass
class Selected(Message):
    """A turn was selected: what is copied and what the source panel shows is its answer."""

    turn: Exchanged


@dataclass
class Opened(Message):
    """An earlier turn is to be shown whole again."""

    exchange: Exchange


@dataclass
class Unborrowed(Message):
    """A chip was removed: the newest question is to be asked again without what was borrowed under this id."""

    id: str
