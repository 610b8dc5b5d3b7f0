"""Checking the intents against each other and against the store: what `load` cannot see in one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assistant.errors import IntentError
from assistant.intents.model import Intent

Prepare = Callable[[str, Iterable[str]], str | None]
"""Given a statement and its parameters' names, returns what is wrong with it, or None."""

SLOTS = frozenset(
    {
        "program", "programs", "named_program", "topic", "ambiguous", "mismatch", "ministry_name", "ministry_names",
        "category_name", "category_names", "organisation_name", "organisation_names", "part_names", "bureau_name",
        "stage_said", "account_name", "account_names", "policy_name", "policy_names", "payee_name", "payee_names",
        "division_name", "part_name", "missing_part", "without_part", "related_name",
        "money_whole", "money_part", "money_beside", "money_unknown",
        "premise_whole", "premise_part", "premise_beside", "premise_false", "claim", "absent", "unstated_part", "date_premise",
        "bound", "negated", "selection", "operands", "contact_noun",
        "ordinal", "slice", "count_number", "percent_value", "extension_number", "other_year", "year", "with_attributes",
    }
)  # fmt: skip
"""Features that a frame has besides concepts (see reading.frame)."""

PREDICATES = frozenset(
    {
        "course",
        "payees",
        "measure",
        "programmes",
        "others",
        "contacts",
        "parts",
        "stated",
        "extensions",
        "first",
        "second",
        "whole",
    }
)
VALUES = frozenset(
    {"subject", "pair_subject", "first_subject", "second_subject", "whole_subject",
     "first_field", "second_field", "whole_field", "first_part", "second_part",
     "first_sheet", "second_sheet", "whole_sheet", "from", "to", "since", "year", "subject_of", "payer",
     "amount_field", "most"}
)  # fmt: skip
_PLACE = re.compile(r"\{([A-Za-z_]+)\}")


def dummy_sql(sql: str) -> tuple[str, list[str]]:
    """Return an intent's statement with harmless values in its placeholders, and its parameters' names."""
    names: list[str] = []

    def put(match: re.Match[str]) -> str:
        place = match[1]
        if place in PREDICATES:
            return "1 = 1"
        if place in VALUES:
            names.append(place)
            return f":{place}"
        return {"direction": "ASC", "order": "0"}.get(place, f"{{{place}}}")

    return _PLACE.sub(put, sql), names


def check(
    intents: Mapping[str, Intent], words: Mapping[str, Mapping[str, Any]], prepare: Prepare, absent: Iterable[str] = ()
) -> None:
    """Raise IntentError with every intent whose features are unknown, whose SQL does not prepare, or whose wording is off.

    `absent` are names of intents and word classes that another kind of store has.
    """
    problems: list[str] = []
    known = SLOTS | set(words) | set(intents) | set(absent)
    for intent in intents.values():
        file = f"{intent.name}.toml"
        for when in intent.when:
            for need in when:
                problems += [
                    f"{file}: when: unknown feature {f!r}"
                    for f in need.removeprefix("!").split("|")
                    if f not in known and f != "unknown"
                ]
        problems += [f"{file}: takes: unknown feature {f!r}" for f in sorted(intent.takes - known)]
        if intent.sql:
            statement, names = dummy_sql(intent.sql)
            fault = prepare(f"SELECT * FROM ({statement}) AS answer ORDER BY o1, o2, o3", names)
            if fault:
                problems.append(f"{file}: sql: {fault}")
        problems += [f"{file}: wording.{s}: {p}" for s, p in _wording(intent)]
    if problems:
        raise IntentError.of(problems)


WORDS = frozenset(
    {
        "figure", "value", "raw", "programme", "ministry", "long", "part", "bureau", "division", "sheet", "label", "scope",
        "set", "Scope", "list", "count", "title", "meeting", "number", "date", "budget", "stage", "asked", "note", "whole",
        "parts", "larger", "smaller", "first", "second", "rank", "amount", "among", "subject", "extension", "known", "what",
        "category", "overview", "year", "more",
    }
)  # fmt: skip
"""What a sentence may mention (see answer.compose.values_of)."""


def _wording(intent: Intent) -> Iterable[tuple[str, str]]:
    """Yield what is wrong with an intent's sentences: unknown words, or languages that do not say the same."""
    for situation, pair in intent.wording.items():
        used = {language: set(_PLACE.findall(text)) for language, text in pair.items()}
        for language, names in used.items():
            for name in sorted(names - WORDS):
                yield f"{situation}.{language}", f"unknown word {{{name}}}"
