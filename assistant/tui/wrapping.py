"""Lines of Japanese and English for a terminal: widths in cells, 禁則, and figures kept whole.

A line never begins with ー、。） and their like, never ends with （「, and never breaks inside a figure (3,000億円,
¥4.9 billion, 内線4041) unless the figure alone is wider than the line. What cannot fit goes to the next (追い出し).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rich.cells import cell_len, get_character_cell_size

NEVER_FIRST = frozenset(
    "、。，．・：；？！ー～〜゛゜ヽヾゝゞ々〻‐–—…‥％‰℃"
    "）］｝〕〉》」』】〙〗〟’”｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ"
    ",.:;?!)]}%"
)
NEVER_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“｟«｢([{¥￥$＄£€#＃№〒@＠")

_NUMBER = r"[0-9０-９]+(?:[,.，．/:-][0-9０-９]+)*"
_KANJI_NUMBER = r"[〇一二三四五六七八九十百千]++"
_SCALE = r"(?:[十百千]?[万億兆]|[百千])"
_UNIT = r"(?:円|ドル|年度|年|月|日|件|事業|省|倍|人|社|位|番目|番|回|％|%)"
_SCALE_EN = r"(?: ?(?:hundred|trillion|billion|million|thousand|bn|m|yen|percent|%)(?![A-Za-z]))"
_BEFORE = r"(?:約|第|令和|平成|昭和|内線|[Ee]xt(?:ension|\.)?(?![A-Za-z]) ?|(?<![A-Za-z])[A-Za-z]++[-‐]?|[¥￥$＄£€] ?|[-+−±])"
# What stands before is taken whole or not at all (++, *+): a long word without a figure would else be tried in every division.
FIGURE = re.compile(
    rf"{_BEFORE}*+(?:{_NUMBER}{_SCALE}*)+(?:{_UNIT}|{_SCALE_EN})*(?:以上|以下|未満|[（(][案約][）)])?"
    r"|[A-Za-z]+[①-⑳]"
    rf"|{_KANJI_NUMBER}(?:{_SCALE}(?:{_KANJI_NUMBER})?)*{_UNIT}"
)
BULLET = "・"
_CLOSE_UP = ("……", "‥‥", "――", "──", "——")  # pairs that stay together

Range = tuple[int, int]


def cells(text: str) -> int:
    """Return the width of a text in terminal cells."""
    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells; spaces at the breaks are dropped."""
    return [text[start:end] for start, end in wrap_ranges(text, width)]


def wrap_ranges(text: str, width: int) -> list[Range]:
    """Return where each line begins and ends in the text, so that styles can follow the wrapping."""
    lines: list[Range] = []
    start = 0
    for paragraph in text.split("\n"):
        lines.extend((start + first, start + last) for first, last in _wrap_paragraph(paragraph, max(2, width)))
        start += len(paragraph) + 1
    return lines


def wrap_items(text: str, width: int) -> list[tuple[int, Range]]:
    """Return for each line how far it is indented, and its range: an item of a list (・) hangs behind its bullet."""
    lines: list[tuple[int, Range]] = []
    start = 0
    for paragraph in text.split("\n"):
        hang = cells(BULLET) if paragraph.startswith(BULLET) else 0
        for first, last in _wrap_paragraph(paragraph, max(2, width - hang)):
            lines.append((hang if first else 0, (start + first, start + last)))
        start += len(paragraph) + 1
    return lines


def truncate(text: str, width: int) -> str:
    """Return the text cut to `width` cells, ending with … if anything was cut."""
    if cells(text) <= width:
        return text
    end = _fitting(text, 0, _widths(text), width - 1)
    return text[:end].rstrip(" ") + "…"[:width]


def break_costs(text: str) -> list[int]:
    """Return for every position of a one-line text what it costs to begin a line there: the cheapest is taken.

    0 by the rules, 1 inside a Latin word, 2 against 禁則, 3 inside a figure, 4 before a figure's comma, 5 inside a
    character.
    """
    costs = [5, *(_cost(text, position) for position in range(1, len(text)))]
    for figure in FIGURE.finditer(text):
        for position in range(figure.start() + 1, figure.end()):
            costs[position] = max(costs[position], 4 if text[position] in NEVER_FIRST else 3)
    return costs


def _cost(text: str, position: int) -> int:
    before, after = text[position - 1], text[position]
    if after == " " or _joined(text, position):
        return 5
    behind = text[:position].rstrip(" ")[-1:]  # an opening bracket does not end a line even with a space behind it
    if after in NEVER_FIRST or behind in NEVER_LAST or text[position - 1 : position + 1] in _CLOSE_UP:
        return 2
    return 0 if before in " -" or _is_wide(before) or _is_wide(after) else 1


def _joined(text: str, position: int) -> bool:
    """Whether the character belongs to the one before it: a combining mark, a variation or a joined emoji."""
    after = text[position]
    return bool(unicodedata.combining(after)) or after in "\ufe0e\ufe0f\u200d" or text[position - 1] == "\u200d"


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF" or "\uff61" <= char <= "\uff9f"


def _widths(text: str) -> list[int]:
    # A variation selector widens what it follows; counting it as one cell never lets a line grow too long.
    return [1 if char == "\ufe0f" else get_character_cell_size(char) for char in text]


def _wrap_paragraph(text: str, width: int) -> list[Range]:
    if not text:
        return [(0, 0)]
    if text.isascii() and len(text) <= width:
        return [(0, len(text.rstrip(" ")))]
    costs, widths = break_costs(text), _widths(text)
    lines: list[Range] = []
    start = 0
    while start < len(text):
        limit = max(start + 1, _fitting(text, start, widths, width))
        end = limit if limit == len(text) else _break_before(text, start, limit, costs)
        lines.append((start, start + len(text[start:end].rstrip(" "))))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _fitting(text: str, start: int, widths: Sequence[int], width: int) -> int:
    """Return the end of the longest piece from `start` that is not wider than the line; spaces may hang over."""
    used, end = 0, start
    while end < len(text):
        used += widths[end]
        if used > width and text[end] != " ":
            break
        end += 1
    return end


def _break_before(text: str, start: int, limit: int, costs: Sequence[int]) -> int:
    """Return the cheapest place up to `limit` to begin the next line, the last of equals."""
    indent = start + len(text[start:limit]) - len(text[start:limit].lstrip(" "))
    return min(range(limit, indent, -1), key=costs.__getitem__, default=limit)
