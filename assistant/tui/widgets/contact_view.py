"""One contact, its extension large enough to be read aloud from."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Digits

from assistant.answer.model import Language
from assistant.browsing.model import ContactLine
from assistant.tui.widgets.link import Link
from assistant.tui.widgets.notice import Notice
from assistant.tui.words.directory import ASK, ASK_OR_COPY, BACK, BELONGS, EXTENSION, NO_EXTENSION, SHEET


class ContactView(VerticalScroll, can_focus=False):
    """Shows a contact, or nothing."""

    DEFAULT_CSS = """
    ContactView {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > Digits { color: $text-accent; text-style: bold; }
        & > Notice { color: $foreground; }
        & > #contact-division { text-style: bold; }
        & #contact-back { width: 2fr; }
        & #contact-ask { width: 3fr; }
        & > #contact-belongs, & > #contact-sheet { color: $text-muted; }
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)
    contact: reactive[ContactLine | None] = reactive[ContactLine | None](None, init=False)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.display = False
        self.set_reactive(ContactView.language, language)

    def compose(self) -> ComposeResult:
        """Lay out the number above what it belongs to."""
        with HorizontalGroup():
            yield Link("back", id="contact-back")
            yield Link("ask", id="contact-ask")
        yield Notice(id="contact-extension")
        yield Digits()
        for part in ("division", "bureau", "belongs", "sheet"):
            yield Notice(id=f"contact-{part}")

    def watch_contact(self) -> None:
        """Show it."""
        self._fill()

    def watch_language(self) -> None:
        """Speak the other language."""
        self._fill()

    def _fill(self) -> None:
        contact, language = self.contact, self.language
        self.display = contact is not None
        if contact is None:
            return
        digits = self.query_exactly_one(Digits)
        digits.display = contact.extension is not None
        digits.update(contact.extension or "")
        heading = EXTENSION if contact.extension else NO_EXTENSION
        belongs = BELONGS[language].format(ministry=contact.ministry, programme=contact.programme_name)
        for part, text in (
            ("extension", f"{heading[language]} {contact.extension or ''}".strip()),
            ("division", contact.division),
            ("bureau", contact.bureau),
            ("belongs", belongs),
            ("sheet", SHEET[language].format(sheet=contact.sheet) if contact.sheet else ""),
        ):
            self.query_one(f"#contact-{part}", Notice).say(text)
        self.query_one("#contact-back", Link).text = BACK[language]
        self.query_one("#contact-ask", Link).text = (ASK_OR_COPY if contact.extension else ASK)[language]
        self.scroll_home(animate=False)
