"""Whatever is said in one language is said in the other."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from assistant.tui import words
from assistant.tui.words import chat
from assistant.tui.words.phrase import Phrase


def _phrases(value: object, name: str) -> Iterator[tuple[str, Phrase]]:
    if isinstance(value, Phrase):
        yield name, value
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _phrases(item, f"{name}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _phrases(item, f"{name}[{key}]")


MODULES = [importlib.import_module(f"{words.__name__}.{found.name}") for found in pkgutil.iter_modules(words.__path__)]
PHRASES = [
    found
    for module in MODULES
    for name in dir(module)
    if name.isupper()
    for found in _phrases(getattr(module, name), f"{module.__name__.rpartition('.')[2]}.{name}")
]


@pytest.mark.parametrize("phrase", [phrase for _, phrase in PHRASES], ids=[name for name, _ in PHRASES])
def test_both_languages_say_it_with_the_same_placeholders(phrase: Phrase) -> None:
    assert phrase.en
    assert phrase.ja or phrase is chat.SHEET_SEPARATOR
    assert sorted(re.findall(r"\{\w+\}", phrase.ja)) == sorted(re.findall(r"\{\w+\}", phrase.en))


@pytest.mark.parametrize("phrase", [phrase for _, phrase in PHRASES], ids=[name for name, _ in PHRASES])
def test_english_holds_no_japanese_but_the_name_of_the_language(phrase: Phrase) -> None:
    assert phrase is chat.LANGUAGE_KEY or not re.search(r"[ぁ-んァ-ヶ一-鿿]", phrase.en)
