"""Whatever is said in one language is said in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.tui import strings
from assistant.tui.strings import Phrase


def _phrases(value: object, name: str) -> Iterator[tuple[str, Phrase]]:
    if isinstance(value, Phrase):
        yield name, value
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _phrases(item, f"{name}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _phrases(item, f"{name}[{key}]")


PHRASES = [found for name in dir(strings) if name.isupper() for found in _phrases(getattr(strings, name), name)]


@pytest.mark.parametrize("phrase", [phrase for _, phrase in PHRASES], ids=[name for name, _ in PHRASES])
def test_both_languages_say_it_with_the_same_placeholders(phrase: Phrase) -> None:
    assert phrase.en
    assert phrase.ja or phrase is strings.SHEET_SEPARATOR
    assert sorted(re.findall(r"\{\w+\}", phrase.ja)) == sorted(re.findall(r"\{\w+\}", phrase.en))


@pytest.mark.parametrize("phrase", [phrase for _, phrase in PHRASES], ids=[name for name, _ in PHRASES])
def test_english_holds_no_japanese_but_the_name_of_the_language(phrase: Phrase) -> None:
    assert phrase is strings.LANGUAGE_KEY or not re.search(r"[ぁ-んァ-ヶ一-鿿]", phrase.en)
