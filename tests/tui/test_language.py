"""The locale decides the first language."""

from __future__ import annotations

import pytest

from assistant.tui.language import known_language, language_of_locale, other


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
        ({}, "en"),
    ],
)
def test_the_first_language_follows_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language


def test_each_language_has_another() -> None:
    assert (other("ja"), other("en")) == ("en", "ja")


def test_a_language_that_is_not_spoken_is_refused() -> None:
    assert [known_language(name) for name in ("ja", "en", None)] == ["ja", "en", None]
    with pytest.raises(ValueError, match="'fr'"):
        known_language("fr")
