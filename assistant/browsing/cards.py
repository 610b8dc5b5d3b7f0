"""A programme's whole card. Its values are the facts that the answers give, read with the same statements."""

from __future__ import annotations

from collections.abc import Sequence, Set

from assistant.answer.compose import contact_line
from assistant.answer.contacts import CONTACT, contact_rows
from assistant.answer.model import Fact, Language
from assistant.answer.scope import name_of
from assistant.answer.tables import TITLES, title
from assistant.assistant import Assistant
from assistant.browsing import register_card
from assistant.browsing.model import Card, Entry
from assistant.browsing.questions import QUESTIONS, question_of
from assistant.reading.model import Filter, Frame
from assistant.store import looking, paging

_MONEY = ("amount", "component_amount", "related_amount")
_DRAFT = {"ja": "（案）", "en": " (draft)"}
_PRINTED = {"ja": "資料の表記：{label} {printed}", "en": "Printed in the source: {label} {printed}"}
_TRANSLATION = {"ja": "資料にはない仮訳です。", "en": "Our translation; the source is in Japanese only."}


def card(assistant: Assistant, programme: str, language: Language) -> Card:
    """Return all that the source says of a programme.

    Raises KeyError where there is no programme of this id, StoreError where the database cannot be read.
    """
    if not paging.has_programme(assistant.database, programme):
        raise KeyError(programme)
    maker = _CardMaker(assistant, programme, language)
    database = assistant.database
    skipped = register_card.SKIPPED if database.register else frozenset()
    asked = (intent for intent in QUESTIONS if intent in assistant.intents and intent not in skipped)
    entries = [entry for intent in asked if (entry := maker.entry(intent)) is not None]
    if database.register:
        years = register_card.budget(database, programme, maker.name, language)
        entries[:0] = [years] if years is not None else []
        entries += register_card.others(database, programme, maker.name, language)
    return Card(programme, maker.name, tuple(entries), maker.silent(entries))


class _CardMaker:
    """Makes the entries of one card in one language."""

    def __init__(self, assistant: Assistant, programme: str, language: Language) -> None:
        self._assistant = assistant
        self._catalogue = assistant.database.catalogue
        self._programme = programme
        self._language = language
        self.name = name_of(f"program:{programme}", language, self._catalogue)

    def entry(self, intent: str) -> Entry | None:
        """Return what the source says of one thing, None where it says nothing."""
        field = self._assistant.intents[intent].field or intent
        facts = self._facts(intent, frozenset(CONTACT) if field == "contact" else {field})
        if not facts:
            return None
        return Entry(
            field,
            self._heading(intent, field),
            self._contacts(facts) if intent == "contact" else tuple(map(self._value, facts)),
            facts[0].citation.sheet,
            question_of(intent, self.name, self._language),
            self._notes(intent, facts),
        )

    def silent(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Return in the answers' words that no contact is printed, where none is."""
        if any(entry.field == "contact" for entry in entries):
            return ()
        sentence = self._assistant.intents["contact"].says("none", self._language) or ""
        return (sentence.format(scope=self.name),)

    def _facts(self, intent: str, fields: Set[str]) -> list[Fact]:
        """Return the facts of these fields that an answer gives; it may give others too (outcomes with a target)."""
        responder = self._assistant.responder
        frame = Frame(filters=(Filter("program", (self._programme,)),))
        facts = responder.facts(responder.query((intent,), frame), frame, self._language)
        return [fact for fact in facts if fact.subject == f"program:{self._programme}" and fact.field in fields]

    def _heading(self, intent: str, field: str) -> str:
        if field in TITLES:
            return title(field, self._language)
        words = self._assistant.intents[intent].title[self._language]
        return words[:1].upper() + words[1:]

    def _value(self, fact: Fact) -> str:
        """Return a value with its part, and with 案 where it is a draft's figure."""
        part = name_of(f"x:{fact.part}", self._language, self._catalogue) + " " if fact.part else ""
        draft = _DRAFT[self._language] if fact.field in _MONEY and self._draft() else ""
        return f"{part}{fact.label}{draft}"

    def _draft(self) -> bool:
        return all(amount.draft for amount in looking.printed_amounts(self._assistant.database, self._programme))

    def _contacts(self, facts: Sequence[Fact]) -> tuple[str, ...]:
        """Return one line a contact, as answers word it."""
        return tuple(contact_line(self._language, self._catalogue, row) for row in contact_rows(facts))

    def _notes(self, intent: str, facts: Sequence[Fact]) -> tuple[str, ...]:
        """Return what must be said with the values."""
        database, which = self._assistant.database, 0 if self._language == "ja" else 1
        if intent in _MONEY:
            scope = {"amount": "whole", "component_amount": "part", "related_amount": "beside"}[intent]
            printed = [a for a in looking.printed_amounts(database, self._programme) if a.scope == scope]
            words = _PRINTED[self._language]
            notes = looking.amount_notes(database, self._programme)
            said = [notes[scope, a.label][which] for a in printed if (scope, a.label) in notes]
            return (*said, *(words.format(label=a.label, printed=a.printed) for a in printed))
        if intent == "contact" and not any(fact.field == "extension" for fact in facts):
            return (self._assistant.intents["contact"].says("no_extension", self._language) or "",)
        if intent == "name_en":
            return (_TRANSLATION[self._language],)
        items = looking.item_notes(database, self._programme, intent)
        colon = "：" if self._language == "ja" else ": "
        return tuple(f"{fact.label}{colon}{items[str(fact.value)][which]}" for fact in facts if str(fact.value) in items)
