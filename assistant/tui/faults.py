"""What is said of a fault: in its own words where it has some for people, else by its name."""

from __future__ import annotations

from assistant.answer.model import Language
from assistant.errors import BudgetError
from assistant.text.printable import one_line
from assistant.tui.session import CannotOpenError

LONGEST = 200


def cause_of(error: BaseException | None) -> BaseException | None:
    """Return what went wrong underneath: for a database that does not open, the reason why."""
    return error.__cause__ if isinstance(error, CannotOpenError) else error


def described(fault: BaseException | None, language: Language) -> str:
    """Return a fault in one line that is not too long."""
    cause = cause_of(fault)
    if isinstance(cause, BudgetError):
        return one_line(cause.message(language))[:LONGEST]
    return one_line(f"{type(cause).__name__}: {cause}").rstrip(": ")[:LONGEST]
