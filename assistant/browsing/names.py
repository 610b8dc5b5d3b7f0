"""What everything is called: the names, aliases and readings of the store, gathered by what they name."""

from __future__ import annotations

from collections import defaultdict

from assistant.browsing.search import make_key
from assistant.store.database import Database


class Names:
    """The names of one store. Raises StoreError where the database cannot be read."""

    def __init__(self, database: Database) -> None:
        self._catalogue = database.catalogue
        self._names: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._readings: dict[tuple[str, str], list[str]] = defaultdict(list)
        for surface, kind, target, reading in database.entries():
            self._names[kind, target].append(surface)
            if reading:
                self._readings[kind, target].append(reading)

    def of(self, kind: str, target: str) -> tuple[list[str], list[str]]:
        """Return the names and the readings of something; target is an id, of bureaux and divisions the printed name."""
        catalogue = self._catalogue.names.get(f"{kind}:{target}")
        called = [catalogue.ja, catalogue.en, catalogue.short_ja, catalogue.short_en] if catalogue else []
        return [*called, *self._names[kind, target]], self._readings[kind, target]

    def of_all(self, *things: tuple[str, str]) -> tuple[list[str], list[str]]:
        """Return the names and the readings of several things."""
        pairs = [self.of(kind, target) for kind, target in things]
        return [name for names, _ in pairs for name in names], [reading for _, readings in pairs for reading in readings]

    def key_of_programme(self, programme: str) -> str:
        """Return what a programme is found by: its names; behind them its topics, equipment, offices and extensions."""
        contacts = [contact for contact in self._catalogue.contacts if contact[0] == programme]
        offices = [pair for _, bureau, division, _ in contacts for pair in (("bureau", bureau), ("division", division))]
        about = self.of_all(("topic", programme), ("equipment", programme), *offices)
        behind = make_key(*about, [extension for *_, extension in contacts if extension])
        return make_key(*self.of("program", programme), behind=behind)

    def key_of_contact(self, contact: tuple[str, str, str, str | None]) -> str:
        """Return what a contact is found by: its extension, division, bureau and ministry; behind them its programme."""
        programme, bureau, division, extension = contact
        own = self.of_all(("division", division), ("bureau", bureau), ("ministry", self._catalogue.ministry_of[programme]))
        about = make_key(*self.of_all(("program", programme), ("topic", programme)))
        return make_key(*own, [extension] if extension else [], behind=about)
