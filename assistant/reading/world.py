"""What the reader may ask about the data while it reads; the store answers, the reader knows no SQL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from assistant.reading.model import Filter
from assistant.reading.names import Names


class StatedAmount(NamedTuple):
    """One amount of the source: whose, which part (None for the whole), `scope` whole, part or beside, in yen."""

    programme: str
    scope: str
    part: str | None
    yen: int


class World(Protocol):
    """Facts about the names of the store that decide what a question can mean."""

    fiscal_year: int
    date: str
    document: str
    """What the document is numbered (資料5)."""
    register: bool
    """Whether the store is a register of many programmes, fiscal years and stages."""
    oldest: int
    """The first fiscal year of which amounts are stated."""
    find: Names | None
    """The index of names of a register."""

    def programmes(self, kind: str, id_: str) -> frozenset[str]:
        """Return the programmes that belong to an entity (ministry, category, organisation, bureau, division, topic …)."""
        ...

    def amounts(self, programme: str, stage: str = "total", year: int | None = None) -> tuple[StatedAmount, ...]:
        """Return the stated amounts of a programme, the whole first; in a register that of a stage and year (None: newest)."""
        ...

    def amounts_of(self, yen: int) -> tuple[StatedAmount, ...]:
        """Return the stated amounts that are exactly this many yen."""
        ...

    def extensions(self, digits: str) -> frozenset[str]:
        """Return the programmes that have this extension."""
        ...

    def divisions(self, extension: str) -> frozenset[str]:
        """Return the divisions that have this extension."""
        ...

    def contact_extensions(self, name: str) -> frozenset[str]:
        """Return the extensions of a division or bureau."""
        ...

    def contacts(self, programme: str) -> int:
        """Return how many contacts the source prints for a programme."""
        ...

    def newest(self, stage: str) -> int:
        """Return the newest fiscal year in which a stage (as in the schema) is stated, 0 where none is."""
        ...

    def stated_years(self, programme: str, stage: str) -> tuple[int, ...]:
        """Return the fiscal years of which a figure of this stage is stated of a programme, newest first."""
        ...

    def numbered(self, number: str) -> str | None:
        """Return the programme that has a sheet of this number (事業番号)."""
        ...

    def offices(self, kind: str, name: str) -> tuple[str, ...]:
        """Return a bureau or division with those that belong to it by their names (気象庁 総務部)."""
        ...

    def payees(self, name: str) -> tuple[str, ...]:
        """Return the payees, as printed, whose names hold a name."""
        ...

    def reasons(self, pieces: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
        """Return the first programmes of a topic, ranked: (programme, field that speaks of it, the words around it)."""
        ...

    def about(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """Return the programmes that pieces of names or texts may mean, the likeliest first."""
        ...

    def groups(self, kind: str) -> int:
        """Return how many ministries or categories have programmes."""
        ...

    def names(self, programme: str, folded: str) -> bool:
        """Whether a folded word occurs in the programme's names and aliases."""
        ...


def held(world: World, filters: Iterable[Filter]) -> frozenset[str]:
    """Return the programmes that conditions name: themselves, or as members of a group; negation is not looked at."""
    return frozenset().union(
        *({str(v)} if f.name == "program" else world.programmes(f.name, str(v)) for f in filters for v in f.values)
    )
