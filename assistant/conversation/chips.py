"""What a follow-up borrowed, as things that a person sees and may take away one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer.model import Language
from assistant.answer.scope import name_of, phrase
from assistant.conversation.follow import Follow, Selection
from assistant.conversation.reply import Borrowed
from assistant.intents.model import Intent
from assistant.query.filters import FILTERS
from assistant.reading.model import Filter, Operand, Reading

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

ASKED = "asked"
"""The id of the question that was gone on with."""
PROGRAMME = "filter:program"
Values = set[tuple[str, bool, str | int]]
"""Values of conditions, with the kind and the polarity."""
_AND = {"ja": "・", "en": ", "}


def filter_id(condition: Filter) -> str:
    """Return the id of a borrowed condition: by its kind and polarity, so that it is the same from turn to turn."""
    return f"filter:{'not_' if condition.negated else ''}{condition.name}"


def ids_of(conditions: Iterable[Filter]) -> frozenset[str]:
    """Return the ids of borrowed conditions."""
    return frozenset(map(filter_id, conditions))


def chips(
    follow: Follow, completed: Reading, conditions: Sequence[Filter], intents: Mapping[str, Intent]
) -> tuple[Borrowed, ...]:
    """Return what a completed follow-up borrowed: the conditions, one a kind and polarity, and what was asked."""
    language = completed.language
    own = {(f.name, f.negated, v) for f in follow.frame.filters for v in f.values}
    told = [c for c in conditions if c.values and (c.name in FILTERS or c in completed.frame.filters)]
    found = [Borrowed(filter_id(c), _label(c, language, follow.catalogue)) for c in _together(told, own)]
    if completed.borrowed:
        titles = [intents[name].title[language] if name in intents else name for name in completed.borrowed]
        found.append(Borrowed(ASKED, _AND[language].join(dict.fromkeys(titles))))
    return tuple(found)


def leaving_out(chosen: Selection, follow: Follow) -> Selection:
    """Return a selection without what is not to be borrowed; what the question names itself stays."""
    dropped = [c for c in chosen.borrowed if filter_id(c) in follow.without]
    if not dropped:
        return chosen
    own = {(f.name, f.negated): f.values for f in follow.frame.filters}
    gone = {(c.name, c.negated, v) for c in dropped for v in c.values if v not in own.get((c.name, c.negated), ())}
    filters = [replace(f, values=tuple(v for v in f.values if (f.name, f.negated, v) not in gone)) for f in chosen.filters]
    return chosen._replace(
        filters=tuple(f for f in filters if f.values),
        operands=tuple(o for o in chosen.operands if not _gone(o, gone)),
        borrowed=tuple(c for c in chosen.borrowed if c not in dropped),
    )


def _gone(operand: Operand, gone: Values) -> bool:
    return (operand.kind, False, operand.id) in gone


def _together(conditions: Sequence[Filter], own: Values) -> Iterator[Filter]:
    """Yield conditions of one kind and polarity as one, without what the question names itself."""
    for id_ in dict.fromkeys(map(filter_id, conditions)):
        same = [c for c in conditions if filter_id(c) == id_]
        values = dict.fromkeys(v for c in same for v in c.values)
        borrowed = tuple(v for v in values if (same[0].name, same[0].negated, v) not in own)
        yield replace(same[0], values=borrowed or tuple(values))


def _label(condition: Filter, language: Language, catalogue: Catalogue) -> str:
    """Return the words of a condition, a stated part's included."""
    if condition.name in FILTERS:
        return phrase(condition, language, catalogue)
    return _AND[language].join(name_of(f"{condition.name}:{value}", language, catalogue) for value in condition.values)
