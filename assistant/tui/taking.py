"""Taking answers along from the chat: what F6 to F9 do with the answer that is selected, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from assistant.answer.model import Language, Table
from assistant.conversation.reply import Reply
from assistant.errors import StoreError
from assistant.settings import Settings
from assistant.tui import preferences
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.words.phrase import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.export.document import Document
    from assistant.tui.screens.chat_screen import ChatScreen

What = Literal["answer", "figure", "table"]


class Taking:
    """Copies and exports for one chat screen. What is heavy is loaded with the first key."""

    def __init__(self, screen: ChatScreen, session: Session) -> None:
        self._screen = screen
        self._session = session
        self._documents: dict[tuple[int, Language], Document] = {}
        self._hinted = False

    @property
    def settings(self) -> Settings:
        """What the person has set."""
        return preferences.of(self._screen.app)

    async def copy(self, what: What) -> None:
        """Copy the selected answer, its figure or its table, and say what was copied, or why nothing was."""
        from assistant.tui.words import taking as words

        if what == "figure" and (extension := self._extension_at_hand()):
            await self._copy(extension, words.AN_EXTENSION.format(figure=extension))
            return
        reply = self.reply()
        if reply is None:
            self._say(words.NO_ANSWER if self._screen.conversation.selected is None else words.NOT_ANSWERED, "warning")
            return
        takers: dict[What, Callable[[Reply], tuple[str | None, Phrase]]] = {"figure": _figure, "table": self._table}
        text, name = takers[what](reply) if what in takers else await self._answer(reply)
        if text is None:
            self._say(name, "warning")
        else:
            await self._copy(text, name)

    async def copy_selection(self, text: str) -> None:
        """Copy what was selected with the mouse."""
        from assistant.tui.words import taking as words

        await self._copy(text, words.A_SELECTION.format(count=len(text.replace("\n", ""))))

    async def export(self) -> None:
        """Open the dialog for exports, unless there is nothing to export."""
        from assistant.tui.words import taking as words

        history = self._screen.conversation.history()
        if not history:
            self._say(words.NOTHING_TO_EXPORT, "warning")
            return
        from assistant.tui.screens.export_screen import Exports, ExportScreen

        newest = history[-1][1]
        languages = {self._screen.language, *(reply.answer.language for _question, reply in history)}
        documents = {language: found for language in languages if (found := await self._document(newest, language)) is not None}
        reply = self.reply()
        table = self._shown_table(reply) if reply is not None else None
        exchanges = [(question, each.answer) for question, each in history]
        exports = Exports(exchanges, reply.answer if reply is not None else None, table, documents, self.settings.csv_bom)
        self._screen.app.push_screen(ExportScreen(exports, self._screen.language), self._exported)

    def reply(self) -> Reply | None:
        """Return the selected answer, or the newest one where none is selected; None where a fault is selected."""
        conversation = self._screen.conversation
        if conversation.selected is not None:
            outcome = conversation.selected.outcome
            return outcome if isinstance(outcome, Reply) else None
        history = conversation.history()
        return history[-1][1] if history else None

    def _exported(self, path: Path | None) -> None:
        from assistant.tui.words import taking as words

        if path is not None:
            self._say(words.EXPORTED.format(path=path))

    def _extension_at_hand(self) -> str | None:
        """Return the extension that the directory points at, while it is open."""
        if self._screen.side.shown != "directory":
            return None
        from assistant.tui.widgets.directory_panel import DirectoryPanel

        return self._screen.side.query_exactly_one(DirectoryPanel).current_extension()

    async def _answer(self, reply: Reply) -> tuple[str, Phrase]:
        from assistant.export.text import cited
        from assistant.tui.words import taking as words

        answer = reply.answer
        text = cited(answer, await self._document(reply, answer.language))
        return text, words.AN_ANSWER if answer.facts else words.A_REFUSAL

    def _table(self, reply: Reply) -> tuple[str | None, Phrase]:
        from assistant.export.tables import tsv
        from assistant.tui.words import taking as words

        table = self._shown_table(reply)
        text = tsv(reply.answer, table)
        return text, words.NO_TABLE if table is None or text is None else words.A_TABLE.format(rows=len(table.rows))

    def _shown_table(self, reply: Reply) -> Table | None:
        """Return the table of an answer, with its rows as the person sorted them."""
        from assistant.tui.widgets.table_view import TableView
        from assistant.tui.widgets.turn import Turn

        for turn in self._screen.conversation.query(Turn):
            if turn.outcome is reply:
                for view in turn.query(TableView):
                    return view.current_table()
        return reply.answer.table

    async def _document(self, reply: Reply, language: Language) -> Document | None:
        """Return the document behind a reply, asked for once a language; None where the data cannot be read."""
        key = (reply.data, language)
        if key not in self._documents:
            try:
                self._documents[key] = await self._session.look_behind(reply, lambda desk: desk.document(language))
            except (CannotOpenError, StoreError):  # the answer itself is at hand, and names its sheets
                return None
        return self._documents[key]

    async def _copy(self, text: str, name: Phrase) -> None:
        from assistant.tui.clipboard import copy
        from assistant.tui.words import taking as words

        match await copy(self._screen.app, text, self.settings.clipboard):
            case "nothing":
                self._say(words.CLIPBOARD_OFF, "warning")
            case "system":
                self._say(_filled(words.COPIED, name))
            case "terminal":
                said = _filled(words.SENT, name)
                self._say(said if self._hinted else _joined(said, words.SENT_HINT))
                self._hinted = True

    def _say(self, phrase: Phrase, severity: Literal["information", "warning"] = "information") -> None:
        from assistant.tui.announcing import announce

        announce(self._screen.app, phrase[self._screen.language], severity)


def _figure(reply: Reply) -> tuple[str | None, Phrase]:
    from assistant.export.text import figure
    from assistant.tui.words import taking as words

    found = figure(reply.answer)
    if found is None:
        many = reply.answer.table is not None and any(fact.unit is not None for fact in reply.answer.facts)
        return None, words.MANY_FIGURES if many else words.NO_FIGURE
    if found.kind == "figure":
        return found.text, words.A_FIGURE.format(figure=found.text)
    lines = found.text.split("\n")
    shown = Phrase(words.EXTENSION_SEPARATOR.ja.join(lines), words.EXTENSION_SEPARATOR.en.join(lines))
    return found.text, _filled(words.AN_EXTENSION, shown, "figure")


def _filled(phrase: Phrase, name: Phrase, place: str = "what") -> Phrase:
    return Phrase(phrase.ja.format(**{place: name.ja}), phrase.en.format(**{place: name.en}))


def _joined(first: Phrase, second: Phrase) -> Phrase:
    return Phrase(f"{first.ja}\n{second.ja}", f"{first.en}\n{second.en}")
