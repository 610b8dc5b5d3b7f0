"""One answer as a card: the figure first, then the rows, what was understood, and the sheet that says so."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from assistant.answer.model import Answer, Fact
from assistant.conversation.reply import Reply
from assistant.tui.citation import computation, full_citation, leaves_out, short_citation
from assistant.tui.lead import lead
from assistant.tui.printable import printable
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.table_view import TableView
from assistant.tui.words.chat import CHOOSE, COMPUTED, SOURCE, STATUS, UNDERSTOOD

FIGURE_STYLE = "bold $text-primary"


class AnswerCard(VerticalGroup):
    """An answer. The edge of a refusal is drawn differently, and a word at its head says what kind it is."""

    DEFAULT_CSS = """
    AnswerCard {
        padding: 0 0 0 1;
        border-left: heavy $primary;
        &.-clarify { border-left: double $accent; }
        &.-not_in_source { border-left: dashed $warning; }
        &.-out_of_scope { border-left: dashed $secondary; }
        & > .card--status { text-style: bold; width: auto; }
        &.-clarify > .card--status { color: $text-accent; }
        &.-not_in_source > .card--status { color: $text-warning; }
        &.-out_of_scope > .card--status { color: $text-secondary; }
        & > TableView { margin: 1 0 0 0; }
        & > Options { margin: 1 0 0 0; }
        & > .card--hint { margin: 1 0 0 2; color: $text-muted; }
        & > .card--notes { margin: 1 0 0 0; height: auto; }
        & .card--all-sources { display: none; }
    }
    """

    def __init__(self, reply: Reply) -> None:
        super().__init__(classes=f"-{reply.answer.status}")
        self.reply = reply
        self.answer = reply.answer

    def compose(self) -> ComposeResult:
        """Lay out what the answer has, from what matters most to least."""
        answer = self.answer
        if (status := STATUS[answer.status]) is not None:
            yield Static(status[answer.language], classes="card--status", markup=False)
        yield Prose(_with_figures(answer), classes="card--text")
        if answer.table is not None and answer.table.labels:
            yield TableView(answer.table)
        if answer.options:
            yield Options(answer.options)
            yield Prose(CHOOSE[answer.language], classes="card--hint")
        if notes := self._notes():
            yield VerticalGroup(*notes, classes="card--notes")

    def _notes(self) -> list[Note]:
        answer = self.answer
        notes = []
        if answer.understood:
            notes.append(Note(UNDERSTOOD, answer.understood, answer.language))
        if computed := computation(answer):
            notes.append(Note(COMPUTED, computed, answer.language))
        if short := short_citation(answer):
            notes.append(Note(SOURCE, short, answer.language, classes="card--few-sources" if leaves_out(answer) else None))
        if leaves_out(answer):
            notes.append(Note(SOURCE, full_citation(answer), answer.language, classes="card--all-sources"))
        return notes


def _with_figures(answer: Answer) -> Content:
    """Return the answer's lead with its figures and extensions standing out."""
    content = Content(printable(lead(answer)))
    for label in sorted({fact.label for fact in answer.facts if _is_figure(fact)}):
        start = content.plain.find(label)
        while label and start >= 0:
            content = content.stylize(FIGURE_STYLE, start, start + len(label))
            start = content.plain.find(label, start + len(label))
    return content


def _is_figure(fact: Fact) -> bool:
    return fact.unit is not None or fact.field == "extension"
