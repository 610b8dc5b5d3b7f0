"""What stands behind an answer: the facts as printed, how figures were computed, how the question was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.facts import MONEY, TEXTS, figures_date
from assistant.answer.model import Answer, Fact, Language
from assistant.answer.scope import name_of
from assistant.answer.tables import TITLES
from assistant.browsing.calculation import Calculator
from assistant.browsing.source_model import Computed, Document, Offer, Sources, Stated
from assistant.browsing.understanding import understanding
from assistant.conversation.reply import Reply
from assistant.store import paging
from assistant.store.printed import FIELDS, PrintedAmount, printed_amounts, stated_fields

if TYPE_CHECKING:
    from assistant.assistant import Assistant

MOST_OFFERS = 3
"""Programmes whose stated fields are listed one by one; for more, what the source states of all is said."""
BESIDE = "fiscal_year"
"""A fact that stands beside each figure of a register, whose own line names the year."""
MOST_PROGRAMMES = 100
"""Programmes of large data whose printed figures are looked up."""
STAGES = {
    "initial": ("当初予算の額", "of the initial budget"),
    "supplementary": ("補正予算の額", "of a supplementary budget"),
    "supplementary draft": ("補正予算の案の額", "draft of a supplementary budget"),
    "executed": ("執行額", "executed"),
    "requested": ("要求額", "requested"),
}
ABOUT = ("資料に「約」とある概数", "the sheet itself says “about” (約)")
SUMMARY = ("資料の文を短くまとめたもの", "our short summary of the sheet's text")
OF_DRAFTS = ("案の額から計算", "computed from drafts")
OF_ABOUT = ("「約」とある額を含むため概数", "approximate, because one of the figures is")
VARIES = ("{count}事業（項目は事業により異なります）", "{count} programmes (not every one states each)")
ROUNDED = ("端数を四捨五入", "rounded")
_BY_INTENT = frozenset({"amount", *MONEY}) - {"component_amount", "related_amount"}


def sources(assistant: Assistant, reply: Reply) -> Sources:
    """Return what stands behind a reply, in the language of its answer.

    Raises StoreError where the store cannot be read. Nothing is added that the store does not state or the answer's
    own figures do not prove.
    """
    answer = reply.answer
    builder = _Builder(assistant, answer)
    computed, programmes = builder.computed(answer)
    return Sources(
        answer.language,
        builder.document(),
        tuple(builder.stated(fact) for fact in _told(answer)),
        computed,
        tuple(builder.looked_up(programmes)),
        () if answer.facts or answer.answered else tuple(builder.offers(reply)),
        understanding(assistant, reply.explanation, answer.language),
    )


class _Builder:
    """Labels what an answer holds, in its language."""

    def __init__(self, assistant: Assistant, answer: Answer) -> None:
        language = answer.language
        self._assistant = assistant
        self._database = assistant.database
        self._catalogue = assistant.database.catalogue
        self._language: Language = language
        large = assistant.database.large
        self._printed = printed_amounts(assistant.database, _programmes_of(answer) if large else None)

    def document(self) -> Document:
        """Return the document."""
        source = self._database.source
        suffix = "" if self._language == "ja" else "_en"
        date = figures_date(source["date"], self._language)
        return Document(source[f"title{suffix}"], source[f"meeting{suffix}"], source[f"document_number{suffix}"], date)

    def heading(self, field: str) -> str:
        """Return what a field is called."""
        at = 0 if self._language == "ja" else 1
        if field in TITLES and field not in _BY_INTENT:
            return TITLES[field][at]
        for intent in self._assistant.intents.values():
            if field == intent.field or (intent.field is None and field == intent.name):
                title = intent.title[self._language]
                return title[:1].upper() + title[1:]
        return field

    def stated(self, fact: Fact) -> Stated:
        """Return a fact of a sheet with what the sheet prints."""
        amount = self._amount(fact)
        printed = amount.printed if amount else self._name_as_printed(fact)
        remarks = self._remarks(amount) if amount else []
        if fact.field in TEXTS:
            remarks.append(self._say(SUMMARY))
        return Stated(
            self._subject(fact),
            self.heading(fact.field),
            self._part(fact),
            fact.label,
            printed,
            amount.label if amount else None,
            tuple(remarks),
            fact.citation.sheet or "",
        )

    def computed(self, answer: Answer) -> tuple[tuple[Computed, ...], Sequence[str]]:
        """Return the computed figures with how they were made, and the programmes whose budgets were looked up for it."""
        large = self._database.large  # there a programme has an amount for every year, and a total thousands of them
        whole = {} if large else {f"program:{a.programme}": a.yen for a in self._printed if a.field == "amount"}
        calculator = Calculator(answer, self._catalogue, whole)
        figures_made: list[Computed] = []
        programmes: list[str] = []
        for fact in answer.facts:
            if fact.citation.sheet is None:
                made = calculator.explain(fact)
                remarks = tuple(map(self._say, self._cautions(fact)))
                name, heading, part = calculator.name(fact), self.heading(fact.field), self._part(fact)
                figures_made.append(Computed(name, heading, part, fact.label, made.how, made.line, made.inputs, remarks))
                programmes += made.looked_up
        return tuple(figures_made), programmes

    def looked_up(self, programmes: Sequence[str]) -> Iterator[Stated]:
        """Yield the stated budgets of programmes, in the order of the sheets."""
        for amount in self._printed:
            subject = f"program:{amount.programme}"
            if amount.field == "amount" and subject in programmes:
                name = name_of(subject, self._language, self._catalogue, short=True)
                label = figures.money(amount.yen, self._language, approximate=amount.approximate)
                remarks = tuple(self._remarks(amount))
                yield Stated(name, self.heading("amount"), None, label, amount.printed, amount.label, remarks, amount.sheet)

    def offers(self, reply: Reply) -> Iterator[Offer]:
        """Yield what the source does state of the programmes that the question is about, or else of all."""
        programmes = self._programmes(reply)
        if programmes and len(programmes) <= MOST_OFFERS:
            for programme in programmes:
                name = name_of(f"program:{programme}", self._language, self._catalogue, short=True)
                yield Offer(name, tuple(map(self.heading, stated_fields(self._database, programme))))
            return
        if self._database.large:
            stated = stated_fields(self._database, paging.first_programme(self._database))
            name = self._say(VARIES).format(count=f"{self._database.programmes:,}")
            yield Offer(name, tuple(map(self.heading, stated)))
            return
        every = {field for programme in self._catalogue.ministry_of for field in stated_fields(self._database, programme)}
        name = self._say(VARIES).format(count=len(self._catalogue.ministry_of))
        yield Offer(name, tuple(self.heading(field) for field in FIELDS if field in every))

    def _programmes(self, reply: Reply) -> Sequence[str]:
        """Return the programmes that a question without an answer names, from its conditions or its statement's values."""
        named = [
            str(value)
            for condition in reply.explanation.get("filters", ())
            if condition.get("name") == "program" and not condition.get("negated")
            for value in condition.get("values", ())
        ]
        named += [str(value) for value in (reply.answer.parameters or {}).values()]
        if self._database.large:
            return [line.id for line in paging.programmes(self._database, list(dict.fromkeys(named))[:MOST_PROGRAMMES])]
        return [programme for programme in self._catalogue.ministry_of if programme in named]

    def _amount(self, fact: Fact) -> PrintedAmount | None:
        if self._database.large:  # the years of a programme are on many sheets; a fact's part may be its year
            found = (a for a in self._printed if a.sheet == fact.citation.sheet and f"program:{a.programme}" == fact.subject)
            return next((a for a in found if (a.field, a.yen) == (fact.field, fact.value)), None)
        wanted = (fact.subject, fact.field, fact.part, fact.value)
        rows = (a for a in self._printed if (f"program:{a.programme}", a.field, a.part, a.yen) == wanted)
        return next(rows, None)

    def _remarks(self, amount: PrintedAmount) -> list[str]:
        """Return in words what stands behind a printed figure: its stage, 約, and what it is for."""
        remarks = [self._say(STAGES[amount.stage])] if amount.stage in STAGES else []
        if amount.approximate:
            remarks.append(self._say(ABOUT))
        if amount.note and amount.note_en:
            remarks.append(self._say((amount.note, amount.note_en)))
        return remarks

    def _name_as_printed(self, fact: Fact) -> str | None:
        """Return a name or number as the sheet prints it, where the answer shows it in another way."""
        kept = fact.unit is None and isinstance(fact.value, str) and fact.field not in (*TEXTS, "date", "name_en")
        return str(fact.value) if kept and fact.value != fact.label else None

    def _cautions(self, fact: Fact) -> Iterator[tuple[str, str]]:
        if fact.unit in ("JPY", "percent") or fact.field in ("ratio", "rank"):
            stages = {a.stage for a in self._printed if a.field != "related_amount"}
            if stages == {"supplementary draft"}:
                yield OF_DRAFTS
        if fact.approximate:
            yield OF_ABOUT
        elif fact.label.startswith(("約", "about ")):
            yield ROUNDED

    def _subject(self, fact: Fact) -> str:
        if fact.subject.startswith("source:"):
            return "資料全体" if self._language == "ja" else "The document"
        return name_of(fact.subject, self._language, self._catalogue, short=True)

    def _part(self, fact: Fact) -> str | None:
        return name_of(f"x:{fact.part}", self._language, self._catalogue) if fact.part else None

    def _say(self, words: tuple[str, str]) -> str:
        return words[0 if self._language == "ja" else 1]


def _programmes_of(answer: Answer) -> list[str]:
    """Return the first of the programmes that an answer states something of."""
    subjects = dict.fromkeys(fact.subject for fact in answer.facts if fact.subject.startswith("program:"))
    return [subject.partition(":")[2] for subject in subjects][:MOST_PROGRAMMES]


def _told(answer: Answer) -> list[Fact]:
    """Return the facts of sheets, without the years that only stand beside figures."""
    stated = [fact for fact in answer.facts if fact.citation.sheet is not None]
    return [fact for fact in stated if fact.field != BESIDE] or stated
