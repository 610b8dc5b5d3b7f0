"""What a register says differently: a folder of additions that is laid over the intents and words of all stores.

`register/*.toml` are intents, new ones whole, others only what is added or said otherwise; `register/words/*.toml` the same
for word classes; `register/absent.toml` names the intents and word classes that make no sense there. A list adds to the list
below it, a table is laid over the table, any other value takes the place of the former. Two keys are not like that: `examples`
take the place of those below (each language that is given), and `without` drops entries of a list or keys of a table
(`without.refuses = […]`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

REGISTER = "register"
ABSENT = "absent.toml"
REPLACED = frozenset({"examples"})
"""Tables whose lists take the place of those below: the sentences of one store are not read in another."""
WITHOUT = "without"


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return one table laid over another."""
    merged = dict(below)
    for key, value in above.items():
        former = merged.get(key)
        if key == WITHOUT:
            continue
        if key in REPLACED and isinstance(former, dict) and isinstance(value, dict):
            merged[key] = {**former, **value}
        elif isinstance(former, dict) and isinstance(value, dict):
            merged[key] = laid_over(former, value)
        elif isinstance(former, list) and isinstance(value, list):
            merged[key] = former + [entry for entry in value if entry not in former]
        else:
            merged[key] = value
    for key, gone in above.get(WITHOUT, {}).items():
        merged[key] = _less(merged.get(key), gone)
    return merged


def _less(former: Any, gone: list[str]) -> Any:
    """Return a list or table without these entries or keys."""
    if isinstance(former, dict):
        return {key: value for key, value in former.items() if key not in gone}
    return [entry for entry in former or () if entry not in gone]


def needless(below: Mapping[str, Any], above: Mapping[str, Any]) -> list[str]:
    """Return what `without` drops although it is not there (`refuses: x`): a misspelling, or a file that has changed below."""
    return [
        f"{WITHOUT}.{key}: {entry!r} is not there"
        for key, gone in above.get(WITHOUT, {}).items()
        for entry in gone
        if entry not in below.get(key, ())
    ]


def without(tables: Mapping[str, Any], absent: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the tables that are not named as absent."""
    gone = set(absent.get(kind, ()))
    return {name: table for name, table in tables.items() if name not in gone}


def unknown(tables: Mapping[str, Any], named: Iterable[str], place: str) -> list[str]:
    """Return what is wrong with the names that `absent.toml` gives at a place: those that nothing has."""
    return [f"{place}: {name!r} is not there" for name in named if name not in tables]


def cut(words: Mapping[str, Any], surfaces: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the word classes without the surfaces that mean something else above them (`class = [surface …]`)."""
    out = dict(words)
    for name, gone in surfaces.items():
        if name not in out:
            continue
        table = dict(out[name])
        for language in ("ja", "en"):
            table[language] = [s for s in table.get(language, []) if s.partition("/")[0] not in gone]
        out[name] = table
    return out
