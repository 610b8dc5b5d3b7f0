"""What a register does not print itself: the ministries with their ids, and what people call payees, accounts and policies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from assistant import assets
from assistant.errors import DataError


class Surface(NamedTuple):
    """A row of `alias`: what people say, for what."""

    surface: str
    kind: str
    target: str
    language: str
    kana: str | None


class Ministry(NamedTuple):
    """A row of `ministry`, but for its position."""

    id: str
    name: str
    short_name: str
    name_en: str
    short_name_en: str
    mark: str


class Known(NamedTuple):
    """The ministries in the government's order, and all aliases."""

    ministries: tuple[Ministry, ...]
    aliases: tuple[Surface, ...]


@lru_cache(maxsize=1)
def known() -> Known:
    """Return what data/register/*.toml says. Raises DataError where a file is missing or is no TOML."""
    ministries = _load(assets.asset("register/ministries.toml"))["ministry"]
    aliases: dict[tuple[str, str, str], Surface] = {}
    groups = {"ministry": ministries, **_load(assets.asset("register/names.toml"))}
    for kind, entries in groups.items():
        for entry in entries:
            for surface in _surfaces(kind, entry):
                aliases.setdefault(surface[:3], surface)
    rows = tuple(Ministry(*(str(entry[field]) for field in Ministry._fields)) for entry in ministries)
    return Known(rows, tuple(aliases.values()))


def _load(path: Path) -> dict[str, list[dict[str, object]]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path} を読めません: {error}", f"cannot read {path}: {error}") from error


def _surfaces(kind: str, entry: dict[str, object]) -> Iterator[Surface]:
    target = str(entry["id"] if kind == "ministry" else entry["name"])
    aliases = entry["aliases"]
    assert isinstance(aliases, dict)
    for language in ("ja", "en"):
        for written in aliases.get(language, ()):
            surface, _, kana = written.partition("/")
            yield Surface(surface, kind, target, language, kana or None)
