"""What a register says differently: a folder of additions that is laid over the intents and words of all stores.

`register/*.toml` are intents, new ones whole, others only what is added or said otherwise; `register/words/*.toml` the same for
word classes; `register/absent.toml` names the intents and word classes that make no sense there. A list adds to the list below it,
a table is laid over the table, any other value takes the place of the former.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REGISTER = "register"
ABSENT = "absent.toml"


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return one table laid over another."""
    merged = dict(below)
    for key, value in above.items():
        former = merged.get(key)
        if isinstance(former, dict) and isinstance(value, dict):
            merged[key] = laid_over(former, value)
        elif isinstance(former, list) and isinstance(value, list):
            merged[key] = former + [entry for entry in value if entry not in former]
        else:
            merged[key] = value
    return merged


def without(tables: Mapping[str, Any], absent: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the tables that are not named as absent."""
    gone = set(absent.get(kind, ()))
    return {name: table for name, table in tables.items() if name not in gone}


def cut(words: Mapping[str, Any], surfaces: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the word classes without the surfaces that mean something else above them (`class = [surface …]`)."""
    out = dict(words)
    for name, gone in surfaces.items():
        table = dict(out[name])
        for language in ("ja", "en"):
            table[language] = [s for s in table.get(language, []) if s.partition("/")[0] not in gone]
        out[name] = table
    return out
