"""Lines of bureaus and divisions become contacts; none is paired with what may not be its own."""

from __future__ import annotations

import pytest

from assistant.store.register.contacts import contacts

CASES = {
    "one of each": ("健康局", "総務課", [("健康局", "総務課")]),
    "as many: in order": ("北局\n南局", "一課\n二課", [("北局", "一課"), ("南局", "二課")]),
    "one bureau is every division's": ("北局", "一課\n二課", [("北局", "一課"), ("北局", "二課")]),
    "two bureaus, one division: not told apart": (
        "資源庁\n新エネ部",
        "政策課",
        [("資源庁", ""), ("新エネ部", ""), ("", "政策課")],
    ),
    "two bureaus, three divisions": (
        "北局\n南局",
        "一課\n二課\n三課",
        [("北局", ""), ("南局", ""), ("", "一課"), ("", "二課"), ("", "三課")],
    ),
    "no division": ("北局\n南局", None, [("北局", ""), ("南局", "")]),
    "no bureau": (None, "一課\n二課", [("", "一課"), ("", "二課")]),
    "nothing": (None, "", []),
    "blank lines and blanks are the layout's": ("\n北局\u3000 \n", "一課\r\n\n", [("北局", "一課")]),
    "a bracket on a line of its own": ("統括官\n（共生担当）", "推進室", [("統括官(共生担当)", "推進室")]),
    "a bracket left open": ("北局", "参事官（総合\n政策担当）\n二課", [("北局", "参事官(総合政策担当)"), ("北局", "二課")]),
    "brackets stay lines where the counts agree": ("北局\n南局", "一課\n（兼）", [("北局", "一課"), ("南局", "(兼)")]),
    "the same twice": ("北局\n北局", "一課\n一課", [("北局", "一課")]),
    "full width is folded": ("ＩＴ局", "第２課", [("IT局", "第2課")]),
}


@pytest.mark.parametrize(("bureaus", "divisions", "expected"), CASES.values(), ids=CASES.keys())
def test_lines_become_contacts(bureaus: str | None, divisions: str | None, expected: list[tuple[str, str]]) -> None:
    assert [(contact.bureau, contact.division) for contact in contacts(bureaus, divisions)] == expected
