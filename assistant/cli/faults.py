"""What to tell a person about an error: our own errors say it themselves, all others are described."""

from __future__ import annotations

import traceback

from assistant.cli.texts import CANNOT_WRITE, OUR_MISTAKE
from assistant.errors import BudgetError


def describe(error: Exception, language: str) -> str:
    """Return the message for an error; one that should not happen comes with where it happened, to be reported."""
    if isinstance(error, BudgetError):
        return error.message(language)
    if isinstance(error, OSError):
        return CANNOT_WRITE[language].format(error=error)
    trace = "".join(traceback.format_exception(error)).rstrip()
    return f"{OUR_MISTAKE[language]}\n{trace}"


def brief(error: Exception, language: str) -> str:
    """Return the message in one line, for the output of a batch."""
    if isinstance(error, BudgetError):
        return error.message(language)
    return f"{type(error).__name__}: {error}"
