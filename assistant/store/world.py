"""What the reader may ask about the data, answered by the store."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.folding import matching
from assistant.reading.names import Names
from assistant.reading.text import fold_surface
from assistant.reading.world import StatedAmount
from assistant.store.database import Database
from assistant.store.topics import topics


class StoreWorld:
    """What the reader may ask about a small store, answered from the catalogue."""

    register = False
    find: Names | None = None

    def __init__(self, database: Database) -> None:
        self._database = database
        self._catalogue = database.catalogue
        self.fiscal_year = database.fiscal_year
        self.date = database.source["date"]
        self.document = database.source["document_number"]
        self.oldest = self.fiscal_year

    def programmes(self, kind: str, id_: str) -> frozenset[str]:
        """Return the programmes that belong to an entity."""
        return self._catalogue.members.get((kind, id_), frozenset())

    def amounts(
        self,
        programme: str,
        stage: str = "total",  # noqa: ARG002 (as a register is asked)
        year: int | None = None,  # noqa: ARG002
    ) -> tuple[StatedAmount, ...]:
        """Return the stated amounts of a programme, the whole first: a small store has one stage and year."""
        return self._catalogue.amounts.get(programme, ())

    def amounts_of(self, yen: int) -> tuple[StatedAmount, ...]:
        """Return the stated amounts that are exactly this many yen."""
        return tuple(a for amounts in self._catalogue.amounts.values() for a in amounts if a.yen == yen)

    def extensions(self, digits: str) -> frozenset[str]:
        """Return the programmes that have this extension."""
        return self._catalogue.members.get(("extension", digits), frozenset())

    def divisions(self, extension: str) -> frozenset[str]:
        """Return the divisions that have this extension."""
        return frozenset(d for _, _, d, e in self._catalogue.contacts if e == extension and d)

    def contact_extensions(self, name: str) -> frozenset[str]:
        """Return the extensions of a division or bureau."""
        return frozenset(e for _, b, d, e in self._catalogue.contacts if e and name in (b, d))

    def contacts(self, programme: str) -> int:
        """Return how many contacts the source prints for a programme."""
        return sum(contact[0] == programme for contact in self._catalogue.contacts)

    def newest(self, stage: str) -> int:  # noqa: ARG002
        """Return the newest fiscal year in which a stage is stated; a small store has one year."""
        return self.fiscal_year

    def stated_years(self, programme: str, stage: str) -> tuple[int, ...]:  # noqa: ARG002
        """Return the fiscal years that are stated of a programme, newest first."""
        return (self.fiscal_year,)

    def numbered(self, number: str) -> str | None:  # noqa: ARG002
        """Return the programme of a number: a small store numbers none."""
        return None

    def offices(self, kind: str, name: str) -> tuple[str, ...]:  # noqa: ARG002
        """Return the office alone: in a small store none is named within another."""
        return (name,)

    def payees(self, name: str) -> tuple[str, ...]:  # noqa: ARG002
        """Return the payees that have a name: a small store states none."""
        return ()

    def reasons(self, pieces: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:  # noqa: ARG002
        """Return the first programmes of a topic: a small store has no full text."""
        return ()

    def about(self, pieces: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG002
        """Return what pieces of names may mean: nothing, a small store has its names in the lexicon."""
        return ()

    def groups(self, kind: str) -> int:
        """Return how many ministries or categories have programmes."""
        of = self._catalogue.ministry_of if kind == "ministry" else self._catalogue.category_of
        return len(set(of.values()))

    def names(self, programme: str, folded: str) -> bool:
        """Whether a folded word occurs in the programme's names and aliases."""
        words = self._words(programme)
        return f" {folded} " in words if folded.isascii() else len(folded) > 1 and folded in words

    @lru_cache(maxsize=32)  # noqa: B019 - one world a process, made once
    def _words(self, programme: str) -> str:
        """Return all names and aliases of a programme, folded, words apart."""
        own = (s for s, kind, target, _ in self._database.entries() if kind in ("program", "topic") and target == programme)
        return " " + " ".join(map(fold_surface, own)) + " "


WIDEST = 3_000
"""Programmes that one piece of a name is followed to."""


MOST_PAYEES = 200
"""Spellings of one payee that are followed."""


_LEGAL = re.compile(
    r"(?:国立研究開発法人|独立行政法人|国立大学法人|大学共同利用機関法人|学校法人|株式会社|有限会社|合同会社|一般社団法人|公益社団法人|一般財団法人"
    r"|公益財団法人|社会福祉法人|特定非営利活動法人|特殊法人|株|独|国研|財|社|一社|一財|公財|公社|[ a-z])*"
)
"""What may stand around the name of a payee and is no part of it: its legal form, its abbreviation."""


class RegisterWorld(StoreWorld):
    """What the reader may ask about a register: every answer is one look-up."""

    register = True

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        from assistant.store.names import StoreNames

        self.find: StoreNames = StoreNames(database)
        self.oldest = int(database.rows("SELECT MIN(fiscal_year) FROM amount WHERE counted = 1")[0][0] or 0)

    def programmes(self, kind: str, id_: str) -> frozenset[str]:
        """Return the programmes that belong to an entity, or have a piece in a name."""
        if kind == "words":
            return frozenset(self.find.within(fold_surface(id_), "program", WIDEST).targets)
        if kind == "topic":
            rows = self._database.rows(
                "SELECT target FROM named WHERE id IN (SELECT rowid FROM topic WHERE topic MATCH :words)",
                {"words": matching([id_])},
            )
            return frozenset(str(row[0]) for row in rows)
        return super().programmes(kind, id_)

    def numbered(self, number: str) -> str | None:
        """Return the programme that has a sheet of this number (事業番号)."""
        rows = self._database.rows(
            "SELECT programme FROM review_sheet WHERE id = :number "
            "UNION SELECT programme FROM review_sheet WHERE number = :number",
            {"number": number},
        )
        return str(rows[0][0]) if len(rows) == 1 else None

    def offices(self, kind: str, name: str) -> tuple[str, ...]:
        """Return a bureau with its own departments: an agency's stand behind its name (気象庁 総務部)."""
        if kind != "bureau" or not name.endswith("庁"):
            return (name,)
        return (name, *(n for n in self.find.within(fold_surface(name), kind, 80).targets if n.startswith(name) and n != name))

    def payees(self, name: str) -> tuple[str, ...]:
        """Return the spellings of a payee, as printed, the largest first: its name with or without its legal form."""
        core = fold_surface(name)
        found = self.find.within(core, "payee", MOST_PAYEES).targets
        return tuple(target for target in found if _LEGAL.fullmatch(fold_surface(target).replace(core, "", 1)))

    def reasons(self, pieces: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
        """Return the first programmes of a topic, ranked: (programme, field that speaks of it, the words around it)."""
        found = topics(self._database, pieces, 12).found
        return tuple((each.programme, each.field, each.snippet) for each in found if each.current)[:10]

    def about(self, pieces: tuple[str, ...]) -> tuple[str, ...]:
        """Return the programmes that pieces of names or texts may mean, the likeliest first."""
        held = [self.find.within(fold_surface(piece), "program", WIDEST).targets for piece in pieces]
        joined = [p for p in held[0] if all(p in other for other in held[1:])]
        return tuple(joined) or tuple(found.programme for found in topics(self._database, pieces, 12).found)

    def amounts(self, programme: str, stage: str = "total", year: int | None = None) -> tuple[StatedAmount, ...]:
        """Return the amount of a programme of a stage and fiscal year (None: the newest that states one)."""
        if stage == "total" and year is None:
            return super().amounts(programme)
        rows = self._database.rows(
            "SELECT yen FROM amount WHERE programme = :id AND stage = :stage AND fiscal_year BETWEEN :first AND :last "
            "ORDER BY fiscal_year DESC LIMIT 1",
            {"id": programme, "stage": stage, "first": year or 0, "last": year or 9999},
        )
        return tuple(StatedAmount(programme, "whole", None, int(row[0] or 0)) for row in rows)

    def amounts_of(self, yen: int) -> tuple[StatedAmount, ...]:
        """Return the budgets of the newest fiscal year that are exactly this many yen."""
        rows = self._database.rows(
            "SELECT programme FROM amount WHERE fiscal_year = :year AND stage = 'total' AND counted = 1 AND yen = :yen",
            {"year": self.fiscal_year, "yen": yen},
        )
        return tuple(StatedAmount(str(row[0]), "whole", None, yen) for row in rows)

    def divisions(self, extension: str) -> frozenset[str]:
        """Return the divisions that have this extension."""
        rows = self._database.rows("SELECT division FROM contact WHERE extension = :digits", {"digits": extension})
        return frozenset(str(row[0]) for row in rows)

    def contact_extensions(self, name: str) -> frozenset[str]:
        """Return the extensions of a division or bureau."""
        rows = self._database.rows(
            "SELECT extension FROM contact WHERE extension IS NOT NULL AND (bureau = :name OR division = :name)", {"name": name}
        )
        return frozenset(str(row[0]) for row in rows)

    def contacts(self, programme: str) -> int:
        """Return how many contacts the sheet names."""
        return len(self._catalogue.contacts_of.get(programme, ()))

    def groups(self, kind: str) -> int:
        """Return how many ministries there are."""
        return int(self._database.rows("SELECT COUNT(*) FROM ministry")[0][0] or 0) if kind == "ministry" else 0

    @lru_cache(maxsize=64)  # noqa: B019 - one world a process, made once
    def newest(self, stage: str) -> int:
        """Return the newest fiscal year in which a stage holds money of the programmes as a whole, 0 where none does."""
        rows = self._database.rows(
            "SELECT fiscal_year FROM amount WHERE stage = :stage AND counted = 1 AND yen <> 0 "
            "ORDER BY fiscal_year DESC LIMIT 1",
            {"stage": stage},
        )
        return int(rows[0][0] or 0) if rows else 0

    def stated_years(self, programme: str, stage: str) -> tuple[int, ...]:
        """Return the fiscal years of which a programme's sheets state a figure of this stage, newest first."""
        rows = self._database.rows(
            "SELECT fiscal_year FROM amount WHERE programme = :id AND stage = :stage ORDER BY fiscal_year DESC",
            {"id": programme, "stage": stage},
        )
        return tuple(int(row[0] or 0) for row in rows)

    @lru_cache(maxsize=32)  # noqa: B019 - one world a process, made once
    def _words(self, programme: str) -> str:
        """Return all names that the programme's sheets give it, folded."""
        rows = self._database.rows("SELECT DISTINCT name FROM review_sheet WHERE programme = :id", {"id": programme})
        return " " + " ".join(fold_surface(str(row[0])) for row in rows) + " "


def open_world(database: Database) -> StoreWorld:
    """Return the world of a store."""
    return RegisterWorld(database) if database.register else StoreWorld(database)
