"""A picture of a screen in which every cell is where it belongs, whatever fonts the reader has.

Text goes into pieces of one width each, stretched to their cells; lines and blocks are drawn, so that they meet.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len

FONTS = "'Noto Sans Mono CJK JP', 'Osaka-Mono', 'MS Gothic', monospace"
ASPECT = 0.5
"""Width of a cell by its height, in these fonts."""
HEIGHT, ASCENT, TOP = 24.4, 20.0, 1.5
"""Of a row of Rich's pictures: its height, its base line under its top, and how far it stands from the frame."""
LIGHT, HEAVY = 1.4, 3.6
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_TEXT = re.compile(r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" ([^>]*)>([^<]*)</text>')
_LINE = re.compile(r"BOX DRAWINGS (LIGHT|HEAVY) (ARC )?([A-Z]+)(?: AND ([A-Z]+))?")
_BLOCK = re.compile(r"LEFT (?:(ONE|THREE|FIVE|SEVEN) EIGHTHS?|(HALF)|(?:ONE|(THREE)) QUARTERS?) BLOCK")
_EIGHTHS = {"ONE": 1, "THREE": 3, "FIVE": 5, "SEVEN": 7}


def placed(svg: str) -> str:
    """Return Rich's picture with its text in cells; it loads no fonts from elsewhere."""
    svg = _FONT_FACES.sub("", svg).replace("Fira Code, monospace", FONTS)
    svg = svg.replace("font-variant-east-asian: full-width;", "white-space: pre;")
    return _TEXT.sub(_pieces, svg)


def _pieces(match: re.Match[str]) -> str:
    look, x, y, length, more, escaped = match.groups()
    text = html.unescape(escaped)
    # What Rich writes gives a wide character the room of a narrow one: the length is that of so many characters.
    cell, place = float(length) / len(text), float(x)
    pieces = []
    for (drawn, width), run in groupby(text, key=lambda c: (c if c != " " and _rectangles(c, 1) else "", cell_len(c))):
        piece = "".join(run)
        room = cell * width * len(piece)
        if drawn:
            pieces.append(_drawn(drawn, len(piece), cell, place, float(y) - ASCENT + TOP, look))
        elif piece.strip():
            fitted = f'textLength="{room:g}" lengthAdjust="spacingAndGlyphs"'
            pieces.append(f'<text class="{look}" x="{place:g}" y="{y}" {fitted} {more}>{html.escape(piece)}</text>')
        place += room
    return "".join(pieces)


def _drawn(character: str, count: int, cell: float, x: float, y: float, look: str) -> str:
    """Return a run of one line or block as paths: where it goes on from cell to cell, as one."""
    shapes = _rectangles(character, cell)
    if all(left == 0 and width == cell for left, _top, width, _height in shapes):
        shapes, count, step = [(0.0, top, cell * count, height) for _left, top, _width, height in shapes], 1, 0.0
    else:
        step = cell
    path = "".join(
        f"M{x + index * step + left:g} {y + top:g}h{width:g}v{height:g}h{-width:g}z"
        for index in range(count)
        for left, top, width, height in shapes
    )
    return f'<path class="{look}" d="{path}"/>'


def _rectangles(character: str, cell: float) -> list[tuple[float, float, float, float]]:
    """Return a line or a block as left, top, width and height in its cell; nothing for what is written, not drawn."""
    name = unicodedata.name(character, "")
    if name == "FULL BLOCK":
        return [(0.0, 0.0, cell, HEIGHT)]
    if block := _BLOCK.fullmatch(name):
        eighths = _EIGHTHS.get(block[1]) or (4 if block[2] else 6 if block[3] else 2)
        return [(0.0, 0.0, cell * eighths / 8, HEIGHT)]
    if line := _LINE.fullmatch(name):
        thick = HEAVY if line[1] == "HEAVY" else LIGHT
        return list(_lines(line[3], line[4], cell, thick))
    return []


def _lines(one: str, other: str | None, cell: float, thick: float) -> Iterator[tuple[float, float, float, float]]:
    middle, centre, half = cell / 2, HEIGHT / 2, thick / 2
    names = [name for name in (one, other) if name]
    for name in names:
        if name == "HORIZONTAL":
            yield 0.0, centre - half, cell, thick
        elif name == "VERTICAL":
            yield middle - half, 0.0, thick, HEIGHT
        elif name in ("LEFT", "RIGHT"):
            yield (0.0 if name == "LEFT" else middle - half), centre - half, middle + half, thick
        elif name in ("UP", "DOWN"):
            yield middle - half, (0.0 if name == "UP" else centre - half), thick, centre + half
