"""The programmes as a tree: by ministry or by category, each branch with the total of its programmes."""

from __future__ import annotations

from assistant.answer import figures
from assistant.answer.model import Language
from assistant.answer.scope import name_of
from assistant.assistant import Assistant
from assistant.browsing.model import Branch, Grouping, Leaf
from assistant.browsing.names import Names
from assistant.browsing.search import make_key
from assistant.reading.world import StatedAmount
from assistant.store import looking


def branches(assistant: Assistant, grouping: Grouping, language: Language) -> list[Branch]:
    """Return every programme under its ministry or category, both in the source's order.

    Raises StoreError where the database cannot be read.
    """
    database = assistant.database
    names = Names(database)
    groups = looking.ministries(database) if grouping == "ministry" else looking.categories(database)
    of = database.catalogue.ministry_of if grouping == "ministry" else database.catalogue.category_of
    return [_branch(assistant, names, grouping, id_, [p for p in of if of[p] == id_], language) for id_ in groups]


def _branch(
    assistant: Assistant, names: Names, grouping: Grouping, id_: str, programmes: list[str], language: Language
) -> Branch:
    catalogue = assistant.database.catalogue
    amounts = [amount for programme in programmes if (amount := _whole(assistant, programme)) is not None]
    short = name_of(f"{grouping}:{id_}", language, catalogue, short=language == "en" or grouping == "category")
    return Branch(
        f"{grouping}:{id_}",
        short[:1].upper() + short[1:],
        figures.money(sum(amount.yen for amount in amounts), language),
        tuple(_leaf(assistant, names, programme, language) for programme in programmes),
        make_key(*names.of(grouping, id_)),
    )


def _leaf(assistant: Assistant, names: Names, programme: str, language: Language) -> Leaf:
    catalogue = assistant.database.catalogue
    subject = f"program:{programme}"
    amount = _whole(assistant, programme)
    return Leaf(
        programme,
        name_of(subject, language, catalogue),
        name_of(subject, language, catalogue, short=True),
        figures.money(amount.yen, language) if amount else "",
        names.key_of_programme(programme),
    )


def _whole(assistant: Assistant, programme: str) -> StatedAmount | None:
    return next((a for a in assistant.database.catalogue.amounts.get(programme, ()) if a.scope == "whole"), None)
