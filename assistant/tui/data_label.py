"""The data that are asked, in one line of a width: date and size always stay, the name gives way."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.model import Language
from assistant.browsing.model import Data
from assistant.text.printable import one_line
from assistant.tui.wrapping import cells, truncate


def fitted(data: Data, language: Language, width: int) -> str:
    """Return name, size and date in so many cells: in full, else without units, else with the name cut."""
    clean = replace(data, title={language: one_line(data.title[language])}, date=one_line(data.date))
    for short in (False, True):
        label = clean.label(language, short=short)
        if cells(label) <= width:
            return label
    title = clean.title[language]
    room = max(2, width - cells(label) + cells(title))
    return replace(clean, title={language: truncate(title, room)}).label(language, short=True)
