"""Exporting: what, and to which file. The dialog stays open, with all that was typed, until the file is written."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from assistant.answer.model import Answer, Language, Table
from assistant.export.conversation import Exchange, json_lines, markdown
from assistant.export.document import Document
from assistant.export.files import ExistsError, ExportError, full_path, write
from assistant.export.tables import csv_text
from assistant.tui.screens.speaking import SpeakingScreen
from assistant.tui.widgets.choice import ChoiceRow
from assistant.tui.widgets.key_bar import KeyBar, KeyHint
from assistant.tui.widgets.line_input import LineInput
from assistant.tui.widgets.notice import failed
from assistant.tui.widgets.prose import Prose
from assistant.tui.words import taking as words
from assistant.tui.words.phrase import Phrase

Kind = Literal["conversation", "table", "answers"]
SUFFIXES: dict[Kind, str] = {"conversation": ".md", "table": ".csv", "answers": ".jsonl"}
KEYS = (
    KeyHint("Enter", words.WRITE_KEY, "screen.write"),
    KeyHint("Esc", words.CANCEL_KEY, "screen.dismiss(None)"),
)


@dataclass(frozen=True, slots=True)
class Exports:
    """What there is to export: the conversation, the selected answer and its table as shown, and how."""

    exchanges: Sequence[Exchange]
    answer: Answer | None
    table: Table | None
    documents: Mapping[Language, Document]
    bom: bool

    def text(self, kind: Kind, language: Language, moment: datetime) -> str:
        """Return what is to stand in the file."""
        if kind == "conversation":
            return markdown(self.exchanges, language, self.documents, moment)
        if kind == "answers":
            return json_lines([answer for _question, answer in self.exchanges])
        return (csv_text(self.answer, self.table, bom=self.bom) or "") if self.answer else ""


class ExportScreen(SpeakingScreen[Path | None]):
    """Dismissed with the file that was written, or with nothing."""

    AUTO_FOCUS = "Input"
    ABOUT = words.EXPORT_ABOUT
    CSS_PATH = "export_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("f1", "app.help", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
    ]

    kind: reactive[Kind] = reactive[Kind]("conversation", init=False)
    said: reactive[Phrase | None] = reactive[Phrase | None](None, init=False)
    """What is in the way of writing, or that it is being done; None explains the format instead."""

    def __init__(self, exports: Exports, language: Language) -> None:
        super().__init__(language)
        self._exports = exports
        self._moment = datetime.now()
        self._agreed: Path | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """Lay out what, where, what is said of it, and the keys."""
        with VerticalScroll(id="export", can_focus=False):
            yield VerticalGroup(id="kinds")
            yield LineInput(self._proposed(), select_on_focus=False)
            yield VerticalGroup(id="said")
            yield KeyBar(KEYS, self.language)

    async def on_mount(self) -> None:
        """Put the caret behind the file, and speak."""
        field = self.query_exactly_one(Input)
        field.cursor_position = len(field.value)
        await self.watch_language(self.language)

    async def watch_language(self, language: Language) -> None:
        """Speak the language in place; what was typed stays."""
        self.query_exactly_one("#export").border_title = words.EXPORT_HEADING[language]
        self.query_exactly_one(KeyBar).language = language
        await self._show_kinds()
        await self.watch_said()

    # What

    def action_choose(self, steps: int) -> None:
        """Choose the next kind that there is, above or below."""
        kinds = [kind for kind in SUFFIXES if self._offers(kind)]
        self.kind = kinds[(kinds.index(self.kind) + steps) % len(kinds)]

    def on_choice_row_picked(self, message: ChoiceRow.Picked) -> None:
        """Choose with the mouse."""
        for kind in SUFFIXES:
            if kind == message.choice and self._offers(kind):
                self.kind = kind

    async def watch_kind(self, before: Kind, kind: Kind) -> None:
        """Mark the row, give the file the suffix of its kind, and explain the format."""
        field = self.query_exactly_one(Input)
        if field.value.endswith(SUFFIXES[before]):
            field.value = field.value.removesuffix(SUFFIXES[before]) + SUFFIXES[kind]
            field.cursor_position = len(field.value)
        await self._show_kinds()
        self._agreed, self.said = None, None
        await self.watch_said()

    async def _show_kinds(self) -> None:
        language = self.language
        rows = (
            ChoiceRow(kind, self._label(kind)[language], chosen=kind == self.kind, closed=not self._offers(kind))
            for kind in SUFFIXES
        )
        heads = [Prose(phrase[language], classes="export--heading") for phrase in (words.WHAT, words.WHERE)]
        await self._refill("#kinds", heads[0], *rows, heads[1].add_class("export--where"))

    def _offers(self, kind: Kind) -> bool:
        return kind != "table" or (self._exports.table is not None and bool(self._exports.table.rows))

    def _label(self, kind: Kind) -> Phrase:
        count, table = len(self._exports.exchanges), self._exports.table
        if kind == "conversation":
            return words.A_CONVERSATION.format(count=count)
        if kind == "answers":
            return words.JSON_LINES.format(count=count)
        return words.A_CSV.format(rows=len(table.rows)) if table is not None and table.rows else words.NO_CSV

    # Where

    def _proposed(self) -> str:
        """Return a file in the current folder, named after the minute."""
        name = self._file_name()
        try:
            folder = Path.cwd()
        except OSError:  # a folder that was removed
            return f"~/{name}"
        home = Path.home()
        return f"~/{folder.relative_to(home) / name}" if folder.is_relative_to(home) else str(folder / name)

    def _file_name(self) -> str:
        return f"budget-assistant-{self._moment:%Y%m%d-%H%M}{SUFFIXES[self.kind]}"

    def on_input_changed(self) -> None:
        """Forget what was said of another file."""
        if not self._writing:
            self._agreed, self.said = None, None

    async def watch_said(self) -> None:
        """Say what is in the way, or else explain the format."""
        hints = {"conversation": words.MARKDOWN_HINT, "answers": words.JSON_HINT}
        hint = hints.get(self.kind) or (words.BOM_HINT if self._exports.bom else words.NO_BOM_HINT)
        shown = Prose((self.said or hint)[self.language], classes="export--said")
        await self._refill("#said", shown.set_class(self.said is not None, "-warning"))

    async def _refill(self, place: str, *widgets: Widget) -> None:
        group = self.query_exactly_one(place, VerticalGroup)
        async with self.batch():
            await group.remove_children()
            await group.mount(*widgets)

    # Writing

    def on_input_submitted(self) -> None:
        """Enter in the path writes the file."""
        self.action_write()

    def action_write(self) -> None:
        """Write the file, once at a time; the second Enter on a file that is there replaces it."""
        if not self._writing:
            self._writing, self.said = True, words.WRITING
            self._write(self.query_exactly_one(Input).value)

    @work(exclusive=True, exit_on_error=False)
    async def _write(self, typed: str) -> None:
        try:
            path = await asyncio.to_thread(full_path, typed, self._file_name())
            text = await asyncio.to_thread(self._exports.text, self.kind, self.language, self._moment)
            try:
                await asyncio.to_thread(write, path, text, replace=path == self._agreed)
            except ExistsError:
                self._agreed, self.said = path, words.EXISTS
            else:
                self.dismiss(path)
        except ExportError as error:
            self.said = Phrase(error.message_ja, error.message_en)
        except Exception as error:  # noqa: BLE001 (told in the dialog, which would say for ever that it is writing)
            self.said = failed(words.NOT_EXPORTED, error)
        finally:
            self._writing = False
