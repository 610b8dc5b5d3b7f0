"""Headings, names and labelled lines in one widget: aligned, wrapped by our own wrapper, and selectable as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.text.printable import one_line, printable
from assistant.tui.wrapping import cells, truncate, wrap, wrap_ranges

RowKind = Literal["heading", "name", "pair", "text", "code", "gap"]
STYLES: dict[RowKind, str] = {"heading": "bold $text-primary", "name": "bold", "text": "$text-muted"}
MUTED = "$text-muted"
INDENT = 2
SPACE = 2
LEAST_LABEL = 14
"""Labels up to this width stand beside their text even where there is little room."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the ledger: a heading or name, a label with its text (and a quieter note behind it), prose, or code.

    Where `right` is set the label is a figure and is aligned to the right.
    """

    kind: RowKind
    text: str = ""
    label: str = ""
    note: str = ""
    right: bool = False


class Ledger(Widget):
    """Rows as tall as they wrap to. Labels of neighbouring rows make a column; one that is too long stands above its text."""

    DEFAULT_CSS = """
    Ledger { width: 1fr; height: auto; text-wrap: nowrap; }
    """

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__(markup=False)
        self._rows = tuple(rows)
        self._laid_out: tuple[int, list[Content]] = (0, [])

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    @rows.setter
    def rows(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self._laid_out = (0, [])
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the rows laid out for the present width."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the rows take in a width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        if self._laid_out[0] != width:
            self._laid_out = (width, list(lay_out(self._rows, max(width, 8))))
        return self._laid_out[1]


def lay_out(rows: Sequence[Row], width: int) -> Iterator[Content]:
    """Yield the lines of rows in a width of cells."""
    for (kind, _), run in groupby(rows, key=lambda row: (row.kind, row.right)):
        if kind == "pair":
            yield from _pairs(list(run), width)
            continue
        for row in run:
            match kind:
                case "gap":
                    yield Content("")
                case "heading":
                    yield _heading(one_line(row.text), width)
                case "code":
                    yield from _code(printable(row.text), width)
                case _:
                    yield from (Content.styled(line, STYLES[kind]) for line in wrap(printable(row.text), width))


def _heading(text: str, width: int) -> Content:
    """Return a heading with a rule that fills its line."""
    title = truncate(text, width)
    rule = width - cells(title) - 1
    return Content.styled(title, STYLES["heading"]) + (Content.styled(f" {'─' * rule}", MUTED) if rule > 1 else "")


def _pairs(rows: Sequence[Row], width: int) -> Iterator[Content]:
    """Yield labels and texts side by side; a label wider than a third of the room stands above its text."""
    most = max(LEAST_LABEL, width // 3)
    labels = [one_line(row.label) for row in rows]
    column = max((cells(label) for label in labels if cells(label) <= most), default=0)
    for row, label in zip(rows, labels, strict=True):
        beside = cells(label) <= most
        hang = INDENT + (column + SPACE if beside and column else 0 if beside else SPACE)
        if not beside:
            yield from (Content.styled(" " * INDENT + line, MUTED) for line in wrap(label, width - INDENT))
        padding = " " * (column - cells(label))
        head = f"{padding}{label}" if row.right else f"{label}{padding}"
        for number, line in enumerate(_wrapped(row, width - hang)):
            if number or not beside or not column:
                yield line.pad_left(hang)
            else:
                yield Content.styled(f"{' ' * INDENT}{head}{' ' * SPACE}", MUTED) + line


def _wrapped(row: Row, width: int) -> Iterator[Content]:
    """Yield the lines of a text and its quieter note; the note goes to a line of its own rather than be broken."""
    text, note = printable(row.text), printable(row.note)
    last = (wrap(text, width) or [""])[-1]
    if text and cells(note.strip()) <= width < cells(last + note):
        text, note = f"{text}\n", note.lstrip()
    content = Content(text) + Content.styled(note, MUTED)
    for start, end in wrap_ranges(content.plain, width):
        yield content[start:end]


def _code(text: str, width: int) -> Iterator[Content]:
    """Yield a statement's lines, each continued behind its own indentation, so that nothing is cut off."""
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        indent = min(len(line) - len(bare), width // 2)
        for number, piece in enumerate(_code_pieces(bare, width - indent - INDENT)):
            yield Content(" " * (indent + (INDENT if number else 0)) + piece)


def _code_pieces(line: str, width: int) -> Iterator[str]:
    """Yield a line in pieces that fit, broken at spaces as long as there are any."""
    if not line.isascii():
        yield from wrap(line, width)
        return
    while len(line) > width:
        place = line.rfind(" ", 1, width + 1)
        end = place if place > 0 else width
        yield line[:end]
        line = line[end:].removeprefix(" ")
    yield line
