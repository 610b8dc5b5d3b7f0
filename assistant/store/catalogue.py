"""The names and memberships of a store: read once where it is small, looked up one by one where it is a register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from assistant.reading.world import StatedAmount

if TYPE_CHECKING:
    from assistant.store.database import Database

K = TypeVar("K")
V = TypeVar("V")
_NOT_YET: Any = object()
KEPT = 20_000
"""Entries that a look-up table keeps before it forgets them all."""
Contact = tuple[str, str, str, str | None]
"""(programme, bureau, division, extension)."""


@dataclass(frozen=True, slots=True)
class Names:
    """How a subject is called: in full and briefly, in both languages."""

    ja: str
    en: str
    short_ja: str
    short_en: str


class Lookup(Mapping[K, V], Generic[K, V]):
    """A mapping whose entries are fetched when they are asked for, and then kept."""

    def __init__(self, fetch: Callable[[K], V | None], keys: Callable[[], list[K]]) -> None:
        self._fetch, self._keys = fetch, keys
        self._kept: dict[K, V | None] = {}
        self._all: list[K] | None = None

    def __getitem__(self, key: K) -> V:
        found: V | None = self._kept.get(key, _NOT_YET)
        if found is _NOT_YET:
            if len(self._kept) > KEPT:
                self._kept.clear()
            found = self._kept[key] = self._fetch(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        if self._all is None:
            self._all = self._keys()
        return iter(self._all)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(slots=True)
class Catalogue:
    """The names and memberships of a store. In a register the mappings look up what they are asked for."""

    names: Mapping[str, Names] = field(default_factory=dict)
    printed_en: Mapping[str, str] = field(default_factory=dict)
    ministry_of: Mapping[str, str] = field(default_factory=dict)
    category_of: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    amounts: Mapping[str, tuple[StatedAmount, ...]] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    """All of them in printed order; empty in a register (see `contacts_of`)."""
    contacts_of: Mapping[str, tuple[Contact, ...]] = field(default_factory=dict)
    """The contacts of a programme."""
    size: int = 0
    """How many programmes the default fiscal year counts."""
    large: bool = False
    """Whether it is a register's, which is never gone through as a whole."""


_MEMBERS = {
    "ministry": "SELECT id FROM programme WHERE ministry = :name",
    "bureau": "SELECT DISTINCT programme FROM contact WHERE bureau = :name",
    "division": "SELECT DISTINCT programme FROM contact WHERE division = :name",
    "extension": "SELECT DISTINCT programme FROM contact WHERE extension = :name",
    "account": "SELECT programme FROM account WHERE name = :name",
    "policy": "SELECT programme FROM policy WHERE name = :name",
    "payee": "SELECT DISTINCT programme FROM payee WHERE name = :name",
}


def register_catalogue(database: Database) -> Catalogue:
    """Return the catalogue of a register: nothing is read before it is asked for, but the ministries."""
    year = database.fiscal_year

    def names(subject: str) -> Names | None:
        kind, _, id_ = subject.partition(":")
        if kind not in ("program", "ministry"):
            return None
        table = "programme" if kind == "program" else "ministry"
        rows = database.rows(f"SELECT name, name_en, short_name, short_name_en FROM {table} WHERE id = :id", {"id": id_})
        if not rows:
            return None
        ja, en, short, short_en = rows[0]
        return Names(str(ja), str(en or ja), str(short), str(short_en or short))

    def ministry_of(programme: str) -> str | None:
        rows = database.rows("SELECT ministry FROM programme WHERE id = :id", {"id": programme})
        return str(rows[0][0]) if rows else None

    def members(key: tuple[str, str]) -> frozenset[str] | None:
        kind, name = key
        if kind == "all":
            return frozenset(programmes())
        rows = database.rows(_MEMBERS[kind], {"name": name}) if kind in _MEMBERS else []
        return frozenset(str(row[0]) for row in rows) or None

    def amounts(programme: str) -> tuple[StatedAmount, ...] | None:
        rows = database.rows(
            "SELECT yen FROM amount WHERE programme = :id AND stage = 'total' ORDER BY fiscal_year DESC LIMIT 1",
            {"id": programme},
        )
        return tuple(StatedAmount(programme, "whole", None, int(row[0] or 0)) for row in rows) or None

    def contacts(programme: str) -> tuple[Contact, ...] | None:
        rows = database.rows(
            "SELECT bureau, division, extension FROM contact WHERE programme = :id ORDER BY position", {"id": programme}
        )
        return tuple((programme, str(b), str(d), str(e) if e else None) for b, d, e in rows) or None

    def programmes() -> list[str]:
        rows = database.rows(
            "SELECT programme FROM amount WHERE fiscal_year = :year AND stage = 'total' AND counted = 1", {"year": year}
        )
        return [str(row[0]) for row in rows]

    def ministries() -> list[str]:
        return ["ministry:" + str(row[0]) for row in database.rows("SELECT id FROM ministry ORDER BY position")]

    size = database.rows(
        "SELECT COUNT(*) FROM amount WHERE fiscal_year = :year AND stage = 'total' AND counted = 1", {"year": year}
    )[0][0]
    return Catalogue(
        names=Lookup(names, ministries),
        ministry_of=Lookup(ministry_of, programmes),
        members=Lookup(members, list),
        amounts=Lookup(amounts, programmes),
        contacts_of=Lookup(contacts, programmes),
        size=int(size or 0),
        large=True,
    )
