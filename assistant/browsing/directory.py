"""The directory: every division with its extension, and everything that a caller may call it."""

from __future__ import annotations

from assistant.answer.model import Language
from assistant.answer.scope import name_of
from assistant.assistant import Assistant
from assistant.browsing.model import ContactLine
from assistant.browsing.names import Names
from assistant.browsing.questions import question_of_division
from assistant.store import looking
from assistant.store.looking import StatedContact


def contacts(assistant: Assistant, language: Language) -> list[ContactLine]:
    """Return every contact that the source prints, by ministry and in printed order.

    Raises StoreError where the database cannot be read.
    """
    names = Names(assistant.database)
    stated = looking.contacts(assistant.database)
    bureaux = {division: {c.bureau for c in stated if c.division == division} for division in (c.division for c in stated)}
    return [_line(assistant, names, contact, len(bureaux[contact.division]) > 1, language) for contact in stated]


def _line(assistant: Assistant, names: Names, contact: StatedContact, shared: bool, language: Language) -> ContactLine:
    catalogue = assistant.database.catalogue
    ministry = catalogue.ministry_of[contact.programme]
    bureau, division = (name_of(f"x:{name}", language, catalogue) for name in (contact.bureau, contact.division))
    return ContactLine(
        contact.programme,
        name_of(f"program:{contact.programme}", language, catalogue, short=True),
        name_of(f"ministry:{ministry}", language, catalogue, short=language == "en"),
        bureau,
        division,
        contact.extension,
        question_of_division(division, bureau if shared else None, language),
        names.key_of_contact((contact.programme, contact.bureau, contact.division, contact.extension)),
        contact.sheet,
    )
