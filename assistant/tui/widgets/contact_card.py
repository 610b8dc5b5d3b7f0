"""Whom to call: bureau, division, and the extension large enough to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assistant.answer.model import Language
from assistant.tui.contacts import Contact
from assistant.tui.figure import tall
from assistant.tui.printable import one_line
from assistant.tui.widgets.big_figure import FIGURE_STYLE, is_compact
from assistant.tui.words.cards import COPY_EXTENSION, EXTENSION, NO_EXTENSION
from assistant.tui.wrapping import wrap

GAP = 4
NARROWEST = 24
"""Cells below which cards stand one below the other rather than side by side."""
QUIET, STRONG = "$foreground-muted", "bold"


class ContactCard(Widget):
    """One to four contacts, side by side where the width allows, else one below the other."""

    DEFAULT_CSS = """
    ContactCard { width: 1fr; height: auto; min-height: 3; margin: 0 0 1 0; text-wrap: nowrap; }
    .-short ContactCard, .-narrow ContactCard { min-height: 1; }
    """

    def __init__(self, contacts: Sequence[Contact], language: Language) -> None:
        super().__init__(markup=False)
        self._contacts = list(contacts)
        self._language: Language = language

    def lines(self, width: int) -> list[Content]:
        """Return the contacts for a width, and the key that copies an extension."""
        count = len(self._contacts)
        room = (width - GAP * (count - 1)) // count
        beside = count == 1 or room >= NARROWEST
        large = beside and not is_compact(self)
        blocks = [self._block(contact, room if beside else width, large) for contact in self._contacts]
        lines = _beside(blocks, room) if beside else _below(blocks)
        if any(contact.extension for contact in self._contacts):
            lines.append(Content.styled(COPY_EXTENSION[self._language], QUIET))
        return lines

    def render(self) -> Content:
        """Return the lines for the present width."""
        return Content("\n").join(self.lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the contacts take in a width."""
        return len(self.lines(width))

    def _block(self, contact: Contact, width: int, large: bool) -> tuple[list[Content], list[Content]]:
        """Return the names and the extension of a contact."""
        names = ((contact.programme, QUIET), (contact.bureau, ""), (contact.division, STRONG))
        head = [Content.styled(line, style) for name, style in names if name for line in wrap(one_line(name), width)]
        word = EXTENSION[self._language]
        if contact.extension and large:
            rows = tall(f"{word} {one_line(contact.extension)}")
            start = len(word)
            return head, [Content(row).stylize(FIGURE_STYLE, start if row.startswith(word) else 0) for row in rows]
        if contact.extension:
            return head, [Content.assemble(word, " ", (one_line(contact.extension), FIGURE_STYLE))]
        return head, [Content.styled(NO_EXTENSION[self._language], STRONG)] if contact.unprinted else []


def _beside(blocks: Sequence[tuple[list[Content], list[Content]]], width: int) -> list[Content]:
    """Lay blocks side by side, the extensions on the same lines."""
    head = max(len(names) for names, _ in blocks)
    foot = max(len(number) for _, number in blocks)
    columns = [
        [*names, *[Content("")] * (head - len(names)), *[Content("")] * (foot - len(number)), *number]
        for names, number in blocks
    ]
    widths = [min(width, max((line.cell_length for line in column), default=0)) for column in columns]
    lines = []
    for pieces in zip(*columns, strict=True):
        padded = [piece + " " * (room + GAP - piece.cell_length) for piece, room in zip(pieces, widths, strict=True)]
        lines.append(Content("").join(padded).rstrip())
    return lines


def _below(blocks: Sequence[tuple[list[Content], list[Content]]]) -> list[Content]:
    """Lay blocks one below the other, with a line between them."""
    lines: list[Content] = []
    for names, number in blocks:
        lines.extend([Content("")] if lines else [])
        lines.extend([*names, *number])
    return lines
