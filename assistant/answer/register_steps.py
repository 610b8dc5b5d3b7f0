"""Further statements that an answer from a register runs: a topic in the order of the full text, the amount behind a zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import register
from assistant.answer.compose import compose
from assistant.answer.model import Fact, Language
from assistant.answer.register_texts import topic_reason
from assistant.reading.model import Filter, Frame

if TYPE_CHECKING:
    from assistant.answer.respond import Responder


def by_topic(
    responder: Responder, frame: Frame, facts: tuple[Fact, ...], language: Language
) -> tuple[tuple[Fact, ...], dict[str, str]]:
    """Return the facts of a topic's list in the order of the full text, and by subject why each was found."""
    found = responder.world.reasons(tuple(str(v) for v in frame.values("topic")))
    ranked = replace(frame, filters=(*frame.filters, Filter("program", tuple(p for p, _, _ in found))))
    shown = responder.facts(responder.query(("list",), ranked), ranked, language) if found else ()
    place = {f"program:{programme}": at for at, (programme, _, _) in enumerate(found)}
    figures = sorted((f for f in shown if f.subject in place), key=lambda f: place[f.subject])
    if not figures:
        return facts, {}
    computed = tuple(f for f in facts if f.citation.sheet is None)
    return (*computed, *figures), {f"program:{p}": topic_reason(field, words, language) for p, field, words in found}


def beside_zero(
    responder: Responder, frame: Frame, names: Sequence[str], facts: Sequence[Fact], language: Language
) -> tuple[tuple[Fact, ...], str]:
    """Return the newest amount that is not zero, and its sentence, where the newest year of a programme holds none."""
    other = register.instead_of_zero(responder.database, frame, names, facts)
    if other is None:
        return (), ""
    query = responder.query(names, other)
    more = responder.facts(query, other, language)
    text = compose(responder.context(query, other, more, language))
    assert other.measure is not None
    lead = "なお、計上のある直近の額は、" if language == "ja" else " The latest amount that is not zero is "
    return (*more, *register.years(more, other.measure, language)), lead + text
