"""What a pasted letter puts around its question: quote marks, headers, salutation, closing, signature.

None of it is read: a name, a place or an extension of whoever writes is no part of what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_NAME = 40
"""Characters of a line under a closing that may be a name, a title or a firm."""
WRAPPED = 20
"""Characters of a quoted line that was broken because it was full, so that a word may go on in the next."""

_QUOTE = re.compile(r"[ \t]*(?:[>＞|｜][ \t]*)+")
_RULE = re.compile(r"^\s*(?:-{2,}|[—―─━_＿=＝*＊~〜]{2,})\s*$")
_HEADER = re.compile(
    r"^\s*(?:fwd?|re|subject|from|to|cc|date|sent|件名|差出人|送信者|宛先|日時|送信日時)\s*[:：].*$", re.IGNORECASE
)
_SALUTATION = re.compile(
    r"^\s*(?:(?:dear|hi|hello|good (?:morning|afternoon|evening))\b[^.?!？\n]{0,40}[,:]"
    r"|[^。？?\n]{1,24}(?:様|御中|各位|殿)[、，,]?)\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\s*(?:(?:with )?(?:best|kind|warm|many)?\s*(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully|truly)|cheers"
    r"|many thanks|thanks(?: in advance| so much| a lot)?|thank you(?: in advance| very much)?|敬具|草々|以上)[,.、。!！]*\s*$"
    r"|(?:よろしく|宜しく)お?願い[^？?\n]{0,16}$",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:kind|best|warm|many) regards,?\s+(?:[A-Z][\w.'-]*\s*){1,4}")
_SIGNED = re.compile(
    r"(?i:(?:best|kind|warm|many) regards|regards|thanks|thank you|cheers|sincerely|yours)[,.!]?\s+"
    r"[A-Z][\w.'-]*(?:[ ,/()-]+(?:[A-Z][\w.'-]*|of|and|the|for|room|ext\.?|desk|floor|\d{1,4}))*\s*[.]?$"
)
"""A closing and whoever signs at the end of a text of one line."""
_REACH = re.compile(r"^\s*(?:tel|fax|phone|mobile|e-?mail|mail|url|https?|〒|住所|電話)[^？?\n]*$", re.IGNORECASE)


def around(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text (line breaks kept) that only stand around its question, in order."""
    found = [match.span() for pattern in (_INLINE, _SIGNED) for match in pattern.finditer(text)]
    lines = list(_lines(text))
    if len(lines) > 1:
        found += _of_lines(text, lines)
    return sorted({span for span in found if span[0] < span[1]})


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _of_lines(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the marks and lines that are not read."""
    under = ""
    first = True
    for start, end in lines:
        mark = _QUOTE.match(text, start, end)
        begins = mark.end() if mark else start
        line = text[begins:end]
        if mark:
            yield (start - 1 if start and _goes_on(text, start, begins, end) else start), begins
        if not line.strip():
            under = "" if under == "name" else under
            continue
        if _RULE.match(line):
            under = "signature"
        elif closing := _CLOSING.match(line):
            under = "name"
            if closing.group().isascii():
                yield begins, end
            continue
        elif under and _asks(line):
            under = ""
        named = under == "name" and len(line) <= LONGEST_NAME
        headed = _HEADER.match(line) or _REACH.match(line) or (first and _SALUTATION.match(line))
        if under == "signature" or named or headed:
            yield begins, end
        first = False


def _goes_on(text: str, start: int, begins: int, end: int) -> bool:
    """Whether a quoted line goes on in the middle of a word of the line before."""
    before = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
    return len(before) >= WRAPPED and before[-1:].isalnum() and begins < end


def _asks(line: str) -> bool:
    """Whether a line under a signature is the question after all."""
    return line.rstrip().endswith(("?", "？", "か", "か。", "ください", "ください。", "下さい", "教えて"))
