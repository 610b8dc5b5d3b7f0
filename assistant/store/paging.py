"""Large stores by the page: every statement has a limit, and none returns what nobody will look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.reading.names import Within
from assistant.reading.text import fold_surface
from assistant.store.database import Database


@dataclass(frozen=True, slots=True)
class MinistryLine:
    """A ministry with how many programmes it has and what they have together in the newest fiscal year, in yen."""

    id: str
    name: str
    name_en: str
    short: str
    short_en: str
    programmes: int
    yen: int | None


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme with its ministry and its total of the newest fiscal year in yen, None where there is none."""

    id: str
    name: str
    name_en: str | None
    ministry: str
    yen: int | None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A bureau and division of a ministry as printed, one of their programmes, and how many they have."""

    programme: str
    name: str
    ministry: str
    bureau: str
    division: str
    extension: str | None
    sheet: str
    programmes: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """What the sheets state of a programme for a fiscal year: yen by stage, as amount.stage names it."""

    fiscal_year: int
    yen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PayeeLine:
    """To whom money of a programme went, how much in yen, and the sheet that states it."""

    fiscal_year: int
    name: str
    yen: int
    sheet: str


_LINE = """
SELECT p.id, p.name, p.name_en, p.ministry, (SELECT a.yen FROM amount a WHERE a.programme = p.id AND a.scope = 'whole'
  AND a.stage = 'total' AND a.fiscal_year = :year ORDER BY a.position LIMIT 1)
FROM programme p
"""


def ministries_named(database: Database) -> list[MinistryLine]:
    """Return the ministries that have programmes, in the source's order, without their totals, which take a while."""
    rows = database.rows(
        "SELECT m.id, m.name, m.name_en, m.short_name, m.short_name_en, COUNT(*) FROM ministry m "
        "JOIN programme p ON p.ministry = m.id GROUP BY m.id ORDER BY m.position"
    )
    return [MinistryLine(str(i), str(n), str(e), str(s), str(t), int(count or 0), None) for i, n, e, s, t, count in rows]


def ministries(database: Database) -> list[MinistryLine]:
    """Return the ministries that have programmes, in the source's order."""
    totals = {
        str(ministry): int(yen or 0)
        for ministry, yen in database.rows(
            "SELECT p.ministry, SUM(a.yen) FROM amount a JOIN programme p ON p.id = a.programme "
            "WHERE a.stage = 'total' AND a.scope = 'whole' AND a.counted = 1 AND a.fiscal_year = :year GROUP BY p.ministry",
            {"year": database.fiscal_year},
        )
    }
    return [replace(ministry, yen=totals.get(ministry.id)) for ministry in ministries_named(database)]


def programmes_of(database: Database, ministry: str, limit: int) -> list[ProgrammeLine]:
    """Return the first programmes of a ministry, in the source's order."""
    return _lines(
        database,
        _LINE + "WHERE p.ministry = :ministry ORDER BY p.position LIMIT :limit",
        {"ministry": ministry, "year": database.fiscal_year, "limit": limit},
    )


def programmes(database: Database, ids: Sequence[str]) -> list[ProgrammeLine]:
    """Return the programmes of these ids that there are, in the source's order."""
    values: dict[str, str | int] = {f"id{number}": id_ for number, id_ in enumerate(ids)}
    if not values:
        return []
    marks = ", ".join(f":{name}" for name in values)
    return _lines(database, f"{_LINE}WHERE p.id IN ({marks}) ORDER BY p.position", {**values, "year": database.fiscal_year})


def years(database: Database, programme: str, limit: int) -> list[YearLine]:
    """Return what is stated of the newest fiscal years of a programme, the newest first."""
    rows = database.rows(
        "SELECT fiscal_year, stage, yen FROM amount WHERE programme = :programme AND scope = 'whole' "
        "ORDER BY fiscal_year DESC, position",
        {"programme": programme},
    )
    found: dict[int, dict[str, int]] = {}
    for year, stage, yen in rows:
        found.setdefault(int(year or 0), {}).setdefault(str(stage), int(yen or 0))
    return [YearLine(year, stages) for year, stages in list(found.items())[:limit]]


def payees(database: Database, programme: str, limit: int) -> list[PayeeLine]:
    """Return who got most of a programme in the newest fiscal year that states payees, the most first."""
    rows = database.rows(
        "SELECT fiscal_year, name, SUM(yen), MIN(sheet) FROM payee WHERE programme = :programme AND fiscal_year = "
        "(SELECT MAX(fiscal_year) FROM payee WHERE programme = :programme) GROUP BY name ORDER BY 3 DESC, 2 LIMIT :limit",
        {"programme": programme, "limit": limit},
    )
    return [PayeeLine(int(year or 0), str(name), int(yen or 0), str(sheet)) for year, name, yen, sheet in rows]


def named(database: Database, programme: str, what: Literal["account", "policy"]) -> list[tuple[str, str]]:
    """Return the accounts or policies of a programme, each with its sheet."""
    rows = database.rows(f"SELECT name, sheet FROM {what} WHERE programme = :programme", {"programme": programme})
    return [(str(name), str(sheet)) for name, sheet in rows]


def newest_sheet(database: Database, programme: str) -> str:
    """Return the newest review sheet of a programme."""
    return str(database.rows("SELECT sheet FROM programme WHERE id = :id", {"id": programme})[0][0])


def first_programme(database: Database) -> str:
    """Return the first programme in the source's order."""
    return str(database.rows("SELECT id FROM programme ORDER BY position LIMIT 1")[0][0])


def has_programme(database: Database, programme: str) -> bool:
    """Whether there is a programme of this id."""
    return bool(database.rows("SELECT 1 FROM programme WHERE id = :id", {"id": programme}))


def called(database: Database, name: str, limit: int = 2) -> list[ProgrammeLine]:
    """Return the programmes of exactly this name, as printed."""
    return _lines(
        database,
        _LINE + "WHERE p.name = :name OR p.short_name = :name LIMIT :limit",
        {"name": name, "year": database.fiscal_year, "limit": limit},
    )


def offices(database: Database, names: Sequence[str], limit: int) -> list[OfficeLine]:
    """Return bureaux and divisions of these printed names, each once for its ministry, by ministry and name."""
    values: dict[str, str | int] = {f"name{number}": name for number, name in enumerate(names)}
    if not values:
        return []
    marks = ", ".join(f":{name}" for name in values)
    return _offices(database, f"k.division IN ({marks}) OR k.bureau IN ({marks})", values, limit)


def offices_of(database: Database, ministry: str, limit: int) -> list[OfficeLine]:
    """Return those of a ministry."""
    return _offices(database, "p.ministry = :ministry", {"ministry": ministry}, limit)


def offices_with(database: Database, digits: str, limit: int) -> list[OfficeLine]:
    """Return those whose extension begins with these digits."""
    return _offices(database, "k.extension LIKE :digits", {"digits": f"{digits}%"}, limit)


def within(database: Database, typed: str, kind: str, limit: int) -> Within:
    """Return what has a typed piece in its name, from the index of names; fewer than two characters find nothing.

    `kind` is program, bureau or division.
    """
    from assistant.store.names import StoreNames

    piece = fold_surface(typed) if typed.strip() else ""
    return StoreNames(database).within(piece, kind, limit) if len(piece) > 1 else Within(0, ())


def _offices(database: Database, where: str, values: dict[str, str | int], limit: int) -> list[OfficeLine]:
    rows = database.rows(
        "SELECT MIN(k.programme), MIN(p.name), p.ministry, k.bureau, k.division, k.extension, MIN(k.sheet), COUNT(*) "
        f"FROM contact k JOIN programme p ON p.id = k.programme JOIN ministry m ON m.id = p.ministry WHERE {where} "
        "GROUP BY p.ministry, k.bureau, k.division, k.extension ORDER BY m.position, k.bureau, k.division LIMIT :limit",
        {**values, "limit": limit},
    )
    return [
        OfficeLine(str(p), str(n), str(m), str(b), str(d), str(e) if e else None, str(s), int(count or 0))
        for p, n, m, b, d, e, s, count in rows
    ]


def _lines(database: Database, sql: str, values: dict[str, str | int]) -> list[ProgrammeLine]:
    return [
        ProgrammeLine(str(i), str(n), str(e) if e else None, str(m), int(yen) if yen is not None else None)
        for i, n, e, m, yen in database.rows(sql, values)
    ]
