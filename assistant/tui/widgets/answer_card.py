"""One answer as a card: the figure large, the sentence, the rows, what was understood, and the sheet that says so."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assistant.answer.model import Answer, Fact, Table
from assistant.conversation.reply import Reply
from assistant.text.printable import printable
from assistant.tui.citation import computation, short_citation
from assistant.tui.contacts import card_contacts
from assistant.tui.figure import leading
from assistant.tui.lead import lead
from assistant.tui.series import series
from assistant.tui.widgets.big_figure import BigFigure
from assistant.tui.widgets.chips import Chips
from assistant.tui.widgets.contact_card import ContactCard
from assistant.tui.widgets.large import FIGURE_STYLE
from assistant.tui.widgets.notes import Notes
from assistant.tui.widgets.options import Options
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.table_view import TableView
from assistant.tui.words.cards import YOU_CAN_ASK
from assistant.tui.words.chat import CHOOSE, COMPUTED, SOURCE, STATUS, UNDERSTOOD
from assistant.tui.words.phrase import Phrase


class AnswerCard(VerticalGroup):
    """An answer. The edge of a refusal is drawn differently, and a word at its head says what kind it is.

    A conversation holds a thousand of these: what can be one widget is one.
    """

    DEFAULT_CSS = """
    AnswerCard {
        padding: 0 0 0 1;
        border-left: heavy $primary;
        &.-clarify { border-left: double $accent; }
        &.-not_in_source { border-left: dashed $warning; }
        &.-out_of_scope { border-left: dashed $secondary; }
        & > .card--status { text-style: bold reverse; width: auto; }
        &.-clarify > .card--status { color: $text-accent; }
        &.-not_in_source > .card--status { color: $text-warning; }
        &.-out_of_scope > .card--status { color: $text-secondary; }
        & > .card--head { margin: 0 0 1 0; }
        & > TableView, & > SeriesChart, & > .card--rows { margin: 1 0 0 0; }
        & > Options { margin: 1 0 0 0; }
        & > .card--heading { margin: 1 0 0 0; text-style: bold; }
        & > Options.card--next { margin: 0; }
        & > .card--hint { margin: 1 0 0 2; color: $text-muted; }
        & > .card--notes { margin: 1 0 0 0; }
        & > Chips { margin: 1 0 0 0; }
        & > .card--notes.-joined { margin: 0; }
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
            yield Static(f" {status[answer.language]} ", classes="card--status", markup=False)
        contacts = card_contacts(answer)
        if len(contacts) == 1:
            yield ContactCard(contacts, answer.language, classes="card--head")
        elif (figure := leading(answer)) is not None:
            yield BigFigure(answer, figure)
        yield Prose(_with_figures(answer), classes="card--text")
        if len(contacts) > 1:
            yield ContactCard(contacts, answer.language, classes="card--rows")
        elif answer.table is not None and answer.table.labels and not contacts:
            yield from self._table(answer.table)
        yield from self._choices()
        if self.reply.borrowed:
            yield Chips(self.reply.borrowed, answer.language)
        if notes := _notes(answer):
            yield Notes(notes, answer.language, classes="card--notes -joined" if self.reply.borrowed else "card--notes")

    def _table(self, table: Table) -> Iterator[Widget]:
        """Return the rows; what goes through the years is drawn above them, and then needs no bars within."""
        drawn = series(table)
        if drawn is not None:
            from assistant.tui.widgets.series_chart import SeriesChart

            yield SeriesChart(drawn, self.answer.language)
        yield TableView(table, self.answer.language, bars=drawn is None)

    def _choices(self) -> Iterator[Widget]:
        """Return what the person can choose: the readings of a clarifying answer, or the next questions after a refusal."""
        answer = self.answer
        if answer.options:
            yield Options(answer.options)
            yield Prose(CHOOSE[answer.language], classes="card--hint")
        elif self.reply.next and not answer.answered:
            yield Prose(YOU_CAN_ASK[answer.language], classes="card--heading")
            yield Options(self.reply.next, classes="card--next")


def _notes(answer: Answer) -> list[tuple[Phrase, str]]:
    notes = ((UNDERSTOOD, answer.understood), (COMPUTED, computation(answer)), (SOURCE, short_citation(answer)))
    return [(label, text) for label, text in notes if text]


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
