"""Whom to call: bureau, division, and the extension large enough to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from assistant.answer.model import Language
from assistant.text.printable import one_line
from assistant.tui.contacts import Contact
from assistant.tui.figure import tall
from assistant.tui.widgets.large import FIGURE_STYLE, Large
from assistant.tui.words.cards import COPY_EXTENSION, EXTENSION, NO_EXTENSION
from assistant.tui.wrapping import wrap

GAP = 4
NARROWEST = 20
"""Cells of a card below which contacts stand in lines rather than side by side."""
QUIET, STRONG = "$foreground-muted", "bold"


class ContactCard(Large):
    """One to four contacts: side by side with tall extensions where the screen allows, else one a line."""

    SCOPED_CSS = False  # the compact layout is a class of the screen
    DEFAULT_CSS = """
    ContactCard { min-height: 2; }
    .-compact ContactCard { min-height: 1; }
    """

    def __init__(self, contacts: Sequence[Contact], language: Language, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._contacts = list(contacts)
        self._language: Language = language

    def lay_out(self, width: int) -> list[Content]:
        """Return the contacts for a width, and the key that copies an extension."""
        count = len(self._contacts)
        room = (width - GAP * (count - 1)) // count
        lines = self._listed(width) if room < NARROWEST or (count > 1 and self.compact) else self._side_by_side(room)
        if any(contact.extension for contact in self._contacts):
            hint = Content.styled(COPY_EXTENSION[self._language], QUIET)
            if count == 1 and lines[-1].cell_length + GAP + hint.cell_length <= width:
                lines[-1] = lines[-1] + " " * GAP + hint
            else:
                lines.append(hint)
        return lines

    def _side_by_side(self, width: int) -> list[Content]:
        """Return cards of at most a width beside each other, their extensions on the same lines."""
        heads = [_names(contact, width) for contact in self._contacts]
        feet = [self._extension(contact) for contact in self._contacts]
        columns = [
            [*head, *[Content("")] * (max(map(len, heads)) - len(head) + max(map(len, feet)) - len(foot)), *foot]
            for head, foot in zip(heads, feet, strict=True)
        ]
        widths = [max((line.cell_length for line in column), default=0) for column in columns]
        return [
            Content("")
            .join(piece + " " * (most + GAP - piece.cell_length) for piece, most in zip(row, widths, strict=True))
            .rstrip()
            for row in zip(*columns, strict=True)
        ]

    def _extension(self, contact: Contact) -> list[Content]:
        """Return the extension, tall where the screen allows, or the words that none is printed."""
        if contact.extension and not self.compact:
            word = EXTENSION[self._language]
            rows = tall(f"{word} {one_line(contact.extension)}")
            return [Content(row).stylize(FIGURE_STYLE, len(word) if row.startswith(word) else 0) for row in rows]
        words = self._words(contact)
        return [words] if words else []

    def _words(self, contact: Contact) -> Content:
        if contact.extension:
            return Content.assemble(EXTENSION[self._language], " ", (one_line(contact.extension), FIGURE_STYLE))
        return Content.styled(NO_EXTENSION[self._language], STRONG) if contact.unprinted else Content("")

    def _listed(self, width: int) -> list[Content]:
        """Return each contact on a line of its own behind its extension, under its programme where there are several."""
        words = [self._words(contact) for contact in self._contacts]
        margin = max(word.cell_length for word in words)
        margin += 2 if margin else 0
        lines: list[Content] = []
        programme = ""
        for contact, word in zip(self._contacts, words, strict=True):
            if contact.programme != programme:
                programme = contact.programme
                lines.extend(Content.styled(line, QUIET) for line in wrap(one_line(programme), width))
            names = one_line((" " if self._language == "ja" else ", ").join(filter(None, (contact.bureau, contact.division))))
            for number, piece in enumerate(wrap(names, width - margin)):
                start = Content("") if number else word
                lines.append(start + " " * (margin - start.cell_length) + piece)
        return lines


def _names(contact: Contact, width: int) -> list[Content]:
    names = ((contact.programme, QUIET), (contact.bureau, ""), (contact.division, STRONG))
    return [Content.styled(line, style) for name, style in names if name for line in wrap(one_line(name), width)]
