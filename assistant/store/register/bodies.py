"""Who programmes belong to: the government's ministries, and, in a table of somebody's own, whatever body it names."""

from __future__ import annotations

import re

from assistant.store.register.known import Ministry, Surface, known


class Bodies:
    """The ministries by name, in the government's order; where they are `open`, any other body joins them behind."""

    def __init__(self, *, open_: bool = False) -> None:
        self._open = open_
        self._by_name = {ministry.name: ministry for ministry in known().ministries}
        self._aliases: list[Surface] = []

    def of(self, name: str) -> Ministry | None:
        """Return the body of that name. One that is no ministry has its name for everything; None where they are not open."""
        found = self._by_name.get(name)
        if found is None and self._open:
            found = self._by_name[name] = Ministry(self._new_id(name), name, name, name, name, name)
            language = "en" if name.isascii() else "ja"
            self._aliases.append(Surface(name, "ministry", found.id, language, None))
        return found

    def ministries(self) -> tuple[Ministry, ...]:
        """Return all of them, in order."""
        return tuple(self._by_name.values())

    def aliases(self) -> list[Surface]:
        """Return what people call those that are no ministry: their names."""
        return self._aliases

    def _new_id(self, name: str) -> str:
        """Return an id that is free: the name in Latin letters (green-prefecture), else body-1, body-2 …."""
        taken = {ministry.id for ministry in self._by_name.values()}
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
        base = slug if re.match(r"[a-z]", slug) else "body"
        candidates = (f"{base}-{number}" for number in range(1, len(taken) + 2))
        return base if base != "body" and base not in taken else next(one for one in candidates if one not in taken)
