"""What works for one programme, pair, ministry or bound works for all of them (see tests/composed)."""

from __future__ import annotations

import pytest

from assistant import Answer, Assistant
from tests.composed.templates import TEMPLATES, Template, Want


def _meets(answer: Answer, want: Want) -> bool:
    """Whether an answer is what is wanted."""
    field, value = want
    if field == "says":
        return answer.status == "answered" and answer.text.startswith(str(value))
    if field == "status":
        return answer.status == value
    if isinstance(value, frozenset) and field != "programmes":
        stated = {f.value for f in answer.facts if f.field == field}
        return stated == value and answer.status == ("answered" if value else "not_in_source")
    if field == "programmes":
        found = {f.subject.partition(":")[2] for f in answer.facts if f.subject.startswith("program:")}
        return answer.status == "answered" and found == (value or set())
    values = [f.value for f in answer.facts if f.field == field]
    near = 0.005 if field in ("share", "ratio") else 0
    return answer.status == "answered" and any(abs(float(v) - float(str(value))) <= near for v in values if v is not None)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.id)
def test_a_template_is_answered_rightly_whatever_it_is_filled_with(template: Template, assistant: Assistant) -> None:
    wrong = []
    for places, want in template.filled(template.english):
        chat = assistant.conversation()
        turns = template.turns.format(**places).split(" → ")
        answer = [chat.ask(turn) for turn in turns][-1]
        if not _meets(answer, want):
            wrong.append(f"{' → '.join(turns)}: {answer.status}: {answer.text[:80]!r}, wanted {want}")
    assert not wrong, "\n".join(wrong)
