"""The cells of a row that hold words: contacts, accounts, policies, and how a row of totals is known."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.store.register.known import known
from assistant.store.register.model import Responsible
from assistant.store.register.table_figures import CellError, folded, key, shown
from assistant.text.fold import nfkc_fold

_TOTAL = re.compile(r"(?:合計|小計|総計)$|^(?:計|total|grandtotal|subtotal|sum)$")
_EXTENSION = re.compile(r"(?:内線|extension|ext)?[.: ]*(?P<digits>\d+)")


def ministry_of(name: str) -> tuple[str, str]:
    """Return a ministry as the store names it, and its mark (文部科学省, 文科); any other body has its own name for both."""
    return _ministries().get(key(name), (name, name))


@lru_cache(maxsize=1)
def _ministries() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    by_id = {ministry.id: (ministry.name, ministry.mark) for ministry in known().ministries}
    for surface in known().aliases:
        if surface.kind == "ministry" and surface.target in by_id:
            found.setdefault(key(surface.surface), by_id[surface.target])
    for ministry in known().ministries:
        for name in (ministry.name, ministry.short_name, ministry.name_en, ministry.mark):
            found[key(name)] = (ministry.name, ministry.mark)
    return found


def is_total(name: str) -> bool:
    """Whether a name is that of a row of totals: 合計, 健康局小計, Total."""
    return _TOTAL.search(key(name)) is not None


def lines_in(cell: str) -> tuple[str, ...]:
    """Return the lines of a cell, folded, each once, without empty ones."""
    return tuple(dict.fromkeys(line for part in nfkc_fold(cell).splitlines() if (line := folded(part))))


def accounts_in(cell: str) -> tuple[str, ...]:
    """Return the accounts of a cell, which 、 , ; or a line break parts."""
    return lines_in(re.sub(r"[、,;]", "\n", nfkc_fold(cell)))


def contacts_in(bureau: str, division: str, extension: str) -> tuple[Responsible, ...]:
    """Return the contacts of a row: the lines of its cells, paired in order where the counts agree.

    One bureau stands for all divisions; where the counts do not agree, nothing is paired. Raises CellError for an extension
    that is no number, or that cannot be told whose it is.
    """
    bureaus, divisions = _all_lines(bureau), _all_lines(division)
    if len(bureaus) == 1 and len(divisions) > 1:
        bureaus *= len(divisions)
    if len(bureaus) == len(divisions):
        offices = list(zip(bureaus, divisions, strict=True))
    else:
        offices = [*((name, "") for name in bureaus), *(("", name) for name in divisions)]
    numbers = [_digits(number) for number in _all_lines(re.sub(r"[、,;/・]", "\n", nfkc_fold(extension)))]
    if not numbers:
        return tuple(Responsible(*office) for office in offices)
    offices = offices or [("", "")]
    if len(offices) == 1:
        offices *= len(numbers)
    if len(numbers) != len(offices):
        raise CellError(
            f"内線が{len(numbers)}件、担当が{len(offices)}件で、対応がわかりません",
            f"{len(numbers)} extensions for {len(offices)} contacts: it cannot be told whose they are",
        )
    return tuple(Responsible(*office, number) for office, number in zip(offices, numbers, strict=True))


def _all_lines(cell: str) -> list[str]:
    """Return the lines of a cell, equal ones too, for they are paired with those of another."""
    return [line for part in nfkc_fold(cell).splitlines() if (line := folded(part)) and line not in {"-", "−", "ー", "―"}]


def _digits(number: str) -> str:
    match = _EXTENSION.fullmatch(number.casefold())
    if match is None:
        raise CellError(f"「{shown(number)}」は内線番号として読めません", f'"{shown(number)}" is no extension')
    return match["digits"]
