"""The wording of the sheets is read as it was stored, and fields are listed only where something is stated."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.store.printed import FIELDS, printed_amounts, stated_fields


def test_every_stated_amount_has_its_printed_figure_and_words(assistant: Assistant) -> None:
    amounts = printed_amounts(assistant.database)
    assert [a.printed for a in amounts if a.programme == "whole-genome"] == ["49億円", "約6.7億円", "約42.3億円"]
    assert all(a.label and a.sheet for a in amounts)
    assert {a.field for a in amounts} == {"amount", "component_amount", "related_amount"}


def test_about_is_marked_exactly_where_it_is_printed(assistant: Assistant) -> None:
    assert all(a.approximate == a.printed.startswith("約") for a in printed_amounts(assistant.database))


@pytest.mark.parametrize(
    ("programme", "has", "lacks"),
    [("whole-genome", "extension", "related_amount"), ("brain-innovation", "purpose", "extension"), ("gone", "", "amount")],
    ids=["with-contacts", "without-contacts", "unknown"],
)
def test_the_fields_of_a_programme_are_those_that_its_sheet_fills(
    assistant: Assistant, programme: str, has: str, lacks: str
) -> None:
    fields = stated_fields(assistant.database, programme)
    assert lacks not in fields
    assert not has or has in fields
    assert list(fields) == [field for field in FIELDS if field in fields]
