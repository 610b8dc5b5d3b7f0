"""Which of the two languages to speak. The locale decides at first; a person decides afterwards."""

from __future__ import annotations

import os
from collections.abc import Mapping

from assistant.answer.model import Language


def known_language(name: str | None) -> Language | None:
    """Return the language of that name, None for none; anything else is a mistake of the caller."""
    match name:
        case None | "ja" | "en":
            return name
    raise ValueError(f"language must be 'ja' or 'en', not {name!r}")


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the interface language that the user's locale asks for: Japanese for Japanese, English for all else."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"


def other(language: Language) -> Language:
    """Return the other of the two languages."""
    return "en" if language == "ja" else "ja"
