"""Looking through large data: ministries first, a ministry's programmes by the page, and the rest by searching.

Nothing here goes through all programmes or contacts: names come from the index of names, lines from statements with a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.answer import figures
from assistant.answer.model import Language
from assistant.browsing.model import Branch, ContactLine, Contacts, Found, Leaf
from assistant.browsing.questions import question_of_division
from assistant.browsing.search import digits_of
from assistant.reading.text import fold_surface
from assistant.store import paging
from assistant.store.database import Database
from assistant.store.paging import MinistryLine, OfficeLine, ProgrammeLine
from assistant.text.fold import nfkc_fold

PAGE = 200
"""Programmes that a branch shows at most."""
MOST_CONTACTS = 15
"""Contacts that are shown of those that were found."""
_CANDIDATES = 500
"""Names that have one typed word, which are then held against the other words."""
SHORTEST = 2
"""Characters from which a name is looked for."""
_PROGRAMMES = {"ja": "{name} ほか、全{count:,}事業", "en": "{name} and others, {count:,} programmes in all"}


class Register:
    """The lists and searches of a large store. Every method raises StoreError where the database cannot be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def branches(self, language: Language) -> tuple[Branch, ...]:
        """Return the ministries with their counts and totals, and no programme yet."""
        return tuple(self._branch(ministry, (), language) for ministry in self._ministries.values())

    def leaves(self, subject: str, language: Language) -> tuple[Leaf, ...]:
        """Return the first programmes of a ministry (`ministry:mext`), at most a page."""
        lines = paging.programmes_of(self._database, subject.partition(":")[2], PAGE)
        return tuple(_leaf(line, language) for line in lines)

    def find(self, typed: str, language: Language) -> Found:
        """Return the programmes whose names have every word that was typed, or of a ministry of that name, at most a page."""
        words = nfkc_fold(typed).split()
        named = [ministry for ministry in self._ministries.values() if words and _is(ministry, "".join(words))]
        if named:
            return Found(
                tuple(self._branch(m, self.leaves(f"ministry:{m.id}", language), language) for m in named),
                sum(ministry.programmes for ministry in named),
            )
        ids, count = self._ids(words)
        lines = paging.programmes(self._database, ids[:PAGE])
        groups: dict[str, list[ProgrammeLine]] = {}
        for line in lines:
            groups.setdefault(line.ministry, []).append(line)
        branches = (
            self._branch(ministry, (_leaf(line, language) for line in groups[id_]), language)
            for id_, ministry in self._ministries.items()
            if id_ in groups
        )
        return Found(tuple(branches), max(count, len(lines)))

    def contacts(self, typed: str, language: Language) -> Contacts:
        """Return the bureaux and divisions that have every typed word in their names, or an extension that begins so."""
        if digits := digits_of(typed):
            offices = paging.offices_with(self._database, digits, _CANDIDATES)
        else:
            offices = self._offices(nfkc_fold(typed).split())
        return Contacts(tuple(self._contact(office, language) for office in offices[:MOST_CONTACTS]), len(offices))

    # Finding

    def _ids(self, words: Sequence[str]) -> tuple[list[str], int]:
        """Return the ids of the programmes that have every word, the first of them, and how many there are."""
        if len(words) == 1 and paging.has_programme(self._database, words[0]):
            return [words[0]], 1
        hits = [paging.within(self._database, word, "program", _CANDIDATES) for word in words if len(word) >= SHORTEST]
        if not hits:
            return [], 0
        rarest = min(hits, key=lambda hit: hit.total)
        if len(hits) == 1:
            return list(rarest.targets), rarest.total
        others = [fold_surface(word) for word in words]
        lines = paging.programmes(self._database, rarest.targets[:_CANDIDATES])
        ids = [line.id for line in lines if all(other in fold_surface(line.name) for other in others)]
        return ids, len(ids)

    def _offices(self, words: Sequence[str]) -> list[OfficeLine]:
        """Return the offices with every word in bureau, division or ministry; for a ministry's name alone, its own."""
        if named := [ministry for ministry in self._ministries.values() if words and _is(ministry, "".join(words))]:
            return paging.offices_of(self._database, named[0].id, _CANDIDATES)
        found: dict[str, None] = {}
        for kind in ("division", "bureau"):
            hits = [paging.within(self._database, word, kind, MOST_CONTACTS * 5) for word in words if len(word) >= SHORTEST]
            for hit in hits:
                found.update(dict.fromkeys(hit.targets))
        offices = paging.offices(self._database, list(found)[:_CANDIDATES], _CANDIDATES)
        folded = [fold_surface(word) for word in words]
        return [office for office in offices if all(word in self._called(office) for word in folded)]

    def _called(self, office: OfficeLine) -> str:
        ministry = self._ministries[office.ministry]
        return fold_surface(f"{ministry.name} {ministry.short} {office.bureau} {office.division}")

    # What is shown

    @cached_property
    def _ministries(self) -> dict[str, MinistryLine]:
        """The ministries, which are few, and their totals, which take a while."""
        return {ministry.id: ministry for ministry in paging.ministries(self._database)}

    def _branch(self, ministry: MinistryLine, leaves: Iterable[Leaf], language: Language) -> Branch:
        return Branch(
            f"ministry:{ministry.id}",
            ministry.name if language == "ja" else ministry.short_en,
            figures.money(ministry.yen, language) if ministry.yen is not None else "",
            tuple(leaves),
            count=ministry.programmes,
        )

    def _contact(self, office: OfficeLine, language: Language) -> ContactLine:
        ministry = self._ministries[office.ministry]
        division, bureau = (office.division, office.bureau) if office.division else (office.bureau, "")
        several = office.programmes > 1
        programme = _PROGRAMMES[language].format(name=office.name, count=office.programmes) if several else office.name
        return ContactLine(
            office.programme,
            programme,
            ministry.name if language == "ja" else ministry.short_en,
            bureau,
            division,
            office.extension,
            question_of_division(division, bureau or None, language),
            "",
            office.sheet,
        )


def _leaf(line: ProgrammeLine, language: Language) -> Leaf:
    name = line.name if language == "ja" else line.name_en or line.name
    return Leaf(line.id, name, name, figures.money(line.yen, language) if line.yen is not None else "", "")


def _is(ministry: MinistryLine, typed: str) -> bool:
    """Whether what was typed is a ministry's name, in full or short, in either language."""
    names = (ministry.name, ministry.short, ministry.name_en, ministry.short_en)
    return fold_surface(typed) in [fold_surface("".join(name.split())) for name in names]
