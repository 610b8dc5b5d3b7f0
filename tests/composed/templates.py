"""The templates: what they are filled with, the turns, and what the last answer has to be."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.composed.data import CATEGORIES, MINISTRIES, MINISTRY_NAMES, PROGRAMMES, TOTAL, Programme, bounds, members, pairs

Want = tuple[str, object]
"""A field with its value, `programmes` with ids, `says` with how the text begins."""
Filled = tuple[dict[str, object], Want]


class Template(NamedTuple):
    """Turns with places to be filled, and everything that they are filled with."""

    id: str
    turns: str
    filled: Callable[[bool], Iterator[Filled]]

    @property
    def english(self) -> bool:
        """Whether the last turn is English."""
        return self.turns.rpartition(" → ")[2].isascii()


def _yes(english: bool, holds: bool) -> Want:
    return ("says", ("Yes" if holds else "No") if english else ("はい" if holds else "いいえ"))


def _one(want: Callable[[Programme, bool], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {x} with every programme."""

    def filled(english: bool) -> Iterator[Filled]:
        for p in PROGRAMMES:
            yield {"x": p.en if english else p.ja}, want(p, english)

    return filled


def _two(want: Callable[[Programme, Programme, bool], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {x} and {y} with every two programmes."""

    def filled(english: bool) -> Iterator[Filled]:
        for p, q in pairs():
            yield {"x": p.en if english else p.ja, "y": q.en if english else q.ja}, want(p, q, english)

    return filled


def _larger_first(want: Callable[[Programme, Programme, bool], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {x} and {y} with every two programmes, the larger first."""

    def filled(english: bool) -> Iterator[Filled]:
        for p, q in pairs():
            if p.yen > q.yen:
                yield {"x": p.en if english else p.ja, "y": q.en if english else q.ja}, want(p, q, english)

    return filled


def _ministry(want: Callable[[str, bool], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {m} with every ministry."""

    def filled(english: bool) -> Iterator[Filled]:
        for m, names in MINISTRIES.items():
            yield {"m": names[english]}, want(m, english)

    return filled


def _several(want: Callable[[tuple[Programme, ...]], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {m} with every ministry that has several programmes."""

    def filled(english: bool) -> Iterator[Filled]:
        for m, names in MINISTRIES.items():
            if len(members(m)) > 1:
                yield {"m": names[english]}, want(members(m))

    return filled


def _bound(want: Callable[[tuple[Programme, ...]], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {b} with every bound that some programme meets."""

    def filled(english: bool) -> Iterator[Filled]:
        for bound in bounds():
            found = tuple(p for p in PROGRAMMES if bound.meets(p.yen))
            if found:
                yield {"b": bound.en if english else bound.ja}, want(found)

    return filled


def _category(want: Callable[[tuple[Programme, ...]], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {c} with every category."""

    def filled(english: bool) -> Iterator[Filled]:
        for c, names in CATEGORIES.items():
            yield {"c": names[english]}, want(tuple(p for p in PROGRAMMES if p.category == c))

    return filled


def _place(want: Callable[[int], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {n} with every place of the ranking, as a figure or an English ordinal."""
    words = ["largest", "second-largest", "third-largest", "fourth-largest", "fifth-largest"]

    def filled(english: bool) -> Iterator[Filled]:
        for place in range(1, 6 if english else 10):
            yield {"n": words[place - 1].replace("-", " ") if english else place}, want(place)

    return filled


def _ids(programmes: tuple[Programme, ...]) -> Want:
    return ("programmes", frozenset(p.id for p in programmes))


def _sum(programmes: tuple[Programme, ...]) -> int:
    return sum(p.yen for p in programmes)


def _rest(*left: Programme) -> tuple[Programme, ...]:
    return tuple(p for p in PROGRAMMES if p not in left)


def _share(part: int, whole: int) -> Want:
    return ("share", round(100 * part / whole, 2))


def _of_ministries(want: Callable[[Programme, str, bool], Want]) -> Callable[[bool], Iterator[Filled]]:
    """Fill {x} with every programme and {m} with every ministry."""

    def filled(english: bool) -> Iterator[Filled]:
        for p in PROGRAMMES:
            for m, names in MINISTRIES.items():
                yield {"x": p.en if english else p.ja, "m": names[english]}, want(p, m, english)

    return filled


def _within_bounds(english: bool) -> Iterator[Filled]:
    """Fill {x} with every programme and {b} with every bound: whether it is within."""
    for p in PROGRAMMES:
        for bound in bounds():
            filled: dict[str, object] = {"x": p.en if english else p.ja, "b": bound.en if english else bound.ja}
            yield filled, _yes(english, bound.meets(p.yen))


_FILLINGS: dict[str, Callable[[bool], Iterator[Filled]]] = {
    "amount": _one(lambda p, _: ("amount", p.yen)),
    "share": _one(lambda p, _: _share(p.yen, TOTAL)),
    "without": _one(lambda p, _: ("total", TOTAL - p.yen)),
    "bigger": _one(lambda p, _: _ids(tuple(q for q in PROGRAMMES if q.yen > p.yen))),
    "smaller": _one(lambda p, _: _ids(tuple(q for q in PROGRAMMES if q.yen < p.yen))),
    "more": _two(lambda p, q, english: _yes(english, p.yen > q.yen)),
    "less": _two(lambda p, q, english: _yes(english, p.yen < q.yen)),
    "apart": _larger_first(lambda p, q, _: ("difference", p.yen - q.yen)),
    "times": _larger_first(lambda p, q, _: ("ratio", round(p.yen / q.yen, 2))),
    "together": _larger_first(lambda p, q, _: ("total", p.yen + q.yen)),
    "but_two": _larger_first(lambda p, q, _: ("total", TOTAL - p.yen - q.yen)),
    "both_share": _larger_first(lambda p, q, _: _share(p.yen + q.yen, TOTAL)),
    "same": _two(lambda p, q, english: _yes(english, p.ministry == q.ministry)),
    "second": _two(lambda _, q, __: ("amount", q.yen)),
    "largest": _one(lambda p, english: _yes(english, p == PROGRAMMES[0])),
    "smallest": _one(lambda p, english: _yes(english, p == PROGRAMMES[-1])),
    "fund": _one(lambda p, english: _yes(english, p.category == "fund")),
    "half": _one(lambda p, english: _yes(english, 2 * p.yen > TOTAL)),
    "top_three": _one(lambda p, english: _yes(english, p in PROGRAMMES[:3])),
    "theirs": _ministry(lambda m, _: _ids(members(m))),
    "not_theirs": _ministry(lambda m, _: _ids(_rest(*members(m)))),
    "their_total": _ministry(lambda m, _: ("total", _sum(members(m)))),
    "their_count": _ministry(lambda m, _: ("count", len(members(m)))),
    "their_share": _ministry(lambda m, _: _share(_sum(members(m)), TOTAL)),
    "their_largest": _ministry(lambda m, _: _ids(members(m)[:1])),
    "of_those_total": _several(lambda found: ("total", _sum(found))),
    "of_those_largest": _several(lambda found: _ids(found[:1])),
    "not_their_total": _ministry(lambda m, _: ("total", TOTAL - _sum(members(m)))),
    "within": _bound(_ids),
    "within_count": _bound(lambda found: ("count", len(found))),
    "within_total": _bound(lambda found: ("total", _sum(found))),
    "at": _place(lambda n: _ids((PROGRAMMES[n - 1],))),
    "from_below": _place(lambda n: _ids((PROGRAMMES[-n],))),
    "unstated": _one(lambda *_: ("status", "not_in_source")),
    "extensions": _one(lambda p, _: ("extension", p.extensions)),
    "divisions": _one(lambda p, _: ("division", p.divisions)),
    "bureaux": _one(lambda p, _: ("bureau", p.bureaux)),
    "ministries": _one(lambda p, _: ("ministry", frozenset({MINISTRY_NAMES[p.ministry]}))),
    "claimed_ministry": _of_ministries(lambda p, m, english: _yes(english, p.ministry == m)),
    "claimed_bound": _within_bounds,
    "in_category": _category(_ids),
    "category_total": _category(lambda found: ("total", _sum(found))),
    "category_count": _category(lambda found: ("count", len(found))),
    "category_share": _category(lambda found: _share(_sum(found), TOTAL)),
    "outside_category": _category(lambda found: _ids(_rest(*found))),
    "outside_category_total": _category(lambda found: ("total", TOTAL - _sum(found))),
    "their_divisions": _ministry(lambda m, _: ("division", frozenset(d for p in members(m) for d in p.divisions))),
    "their_extensions": _ministry(lambda m, _: ("extension", frozenset(e for p in members(m) for e in p.extensions))),
    "larger_of_two": _larger_first(lambda p, _, __: ("division", p.divisions)),
}


def _templates() -> Iterator[Template]:
    """Yield the templates of templates.toml."""
    with (Path(__file__).parent / "templates.toml").open("rb") as file:
        listed = tomllib.load(file)
    for name, filled in _FILLINGS.items():
        for number, turns in enumerate(listed.pop(name), start=1):
            yield Template(f"{name}-{number}", turns, filled)
    assert not listed, f"templates.toml has turns that nothing fills: {sorted(listed)}"


TEMPLATES = tuple(_templates())
