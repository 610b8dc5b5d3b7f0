"""Where words begin and end for the word keys: Japanese has no spaces, so a run of one script counts as a word."""

from __future__ import annotations

import unicodedata
from typing import Literal

Script = Literal["space", "kanji", "hiragana", "katakana", "word", "mark"]


def scripts(text: str) -> list[Script]:
    """Return the script of each character; long-vowel and combining marks belong to what they follow."""
    found: list[Script] = []
    for position, char in enumerate(text):
        previous = found[-1] if found else "mark"
        if (char == "ー" and previous in ("hiragana", "katakana")) or unicodedata.combining(char):
            found.append(previous)
        elif char in ",.，．" and _between_digits(text, position):
            found.append("word")
        else:
            found.append(_script(char))
    return found


def run_start(text: str, position: int) -> int:
    """Return where the run to the left of the position begins, past any spaces between."""
    kinds = scripts(text)
    start = position
    while start > 0 and kinds[start - 1] == "space":
        start -= 1
    if start > 0:
        kind = kinds[start - 1]
        while start > 0 and kinds[start - 1] == kind:
            start -= 1
    return start


def run_end(text: str, position: int) -> int:
    """Return where the run to the right of the position ends, with any spaces that follow it."""
    kinds = scripts(text)
    end = position
    if end < len(text) and kinds[end] != "space":
        kind = kinds[end]
        while end < len(text) and kinds[end] == kind:
            end += 1
    while end < len(text) and kinds[end] == "space":
        end += 1
    return end


def _script(char: str) -> Script:
    if char.isspace():
        return "space"
    if char in "々〆〇" or "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\u2e80" <= char <= "\u2fdf":
        return "kanji"
    if "\u3041" <= char <= "\u309f":
        return "hiragana"
    if ("\u30a1" <= char <= "\u30ff" and char != "・") or "\u31f0" <= char <= "\u31ff" or "\uff66" <= char <= "\uff9f":
        return "katakana"
    return "word" if char.isalnum() or char == "_" else "mark"


def _between_digits(text: str, position: int) -> bool:
    return 0 < position < len(text) - 1 and text[position - 1].isdigit() and text[position + 1].isdigit()
