"""The source panel's rows. Headings and labels are in the interface's language, contents in the answer's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from assistant.answer.model import Answer, Language, Value
from assistant.browsing.source_model import Computed, Document, Rival, Sources, Stated, Understanding
from assistant.conversation.reply import Reply
from assistant.tui.widgets.ledger import Row
from assistant.tui.words import source as words
from assistant.tui.words.phrase import Phrase

GAP = Row("gap")


def source_rows(reply: Reply, sources: Sources, language: Language) -> tuple[Row, ...]:
    """Return everything behind a reply, headings and labels in a language."""
    rows = _Rows(reply, sources, language)
    sections = (rows.computed(), rows.stated(), rows.looked_up(), rows.document(), rows.reading(), rows.query())
    lines: list[Row] = []
    for section in map(list, sections):
        if section:
            lines += [*([GAP] if lines else []), *section]
    return tuple(lines)


class _Rows:
    def __init__(self, reply: Reply, sources: Sources, language: Language) -> None:
        self._reply = reply
        self._answer: Answer = reply.answer
        self._sources = sources
        self._ui: Language = language
        self._own: Language = reply.answer.language
        """The language of the contents."""

    def _heading(self, phrase: Phrase) -> Row:
        return Row("heading", phrase[self._ui])

    def _pair(self, label: Phrase, text: str, note: str = "") -> Row:
        return Row("pair", text, label[self._ui], note)

    def _sentence(self, phrase: Phrase) -> Row:
        return Row("text", phrase[self._ui])

    def _joined(self, texts: Iterable[str], between: Phrase = words.BETWEEN) -> str:
        return between[self._own].join(texts)

    def _in_brackets(self, remarks: Iterable[str]) -> str:
        text = self._joined((remark.rstrip("。") for remark in remarks), words.BETWEEN_REMARKS)
        return words.REMARKS[self._own].format(remarks=text) if text else ""

    # The facts

    def computed(self) -> Iterator[Row]:
        """Yield each computed figure with how it was made."""
        for number, figure in enumerate(self._sources.computed):
            yield GAP if number else self._heading(words.COMPUTATION)
            yield Row("name", figure.subject)
            yield from self._computed(figure)

    def _computed(self, figure: Computed) -> Iterator[Row]:
        yield Row("pair", _with_part(figure), figure.heading, self._in_brackets(figure.remarks))
        yield self._pair(words.HOW, figure.how)
        if figure.line is not None:
            yield self._pair(words.CALCULATION, figure.line)
        counted = [each.name for each in figure.inputs if not each.value]
        if counted:
            yield self._pair(words.COUNTED, self._joined(counted))
        yield from (Row("pair", each.name, each.value, right=True) for each in figure.inputs if each.value)

    def stated(self) -> Iterator[Row]:
        """Yield the stated facts, those of one subject and sheet together; where there are none, what is stated instead."""
        if self._sources.stated:
            yield self._heading(words.STATED)
            yield from self._by_sheet(self._sources.stated)
        elif self._sources.offers:
            yield self._heading(words.OFFERED)
            for offer in self._sources.offers:
                yield Row("pair", self._joined(offer.fields), offer.name)
        elif not self._sources.computed:
            yield self._heading(words.STATED)
            yield self._sentence(words.NO_FACTS)

    def looked_up(self) -> Iterator[Row]:
        """Yield the stated figures that only the calculation names."""
        if self._sources.looked_up:
            yield self._heading(words.LOOKED_UP)
            yield from self._by_sheet(self._sources.looked_up)

    def _by_sheet(self, stated: Iterable[Stated]) -> Iterator[Row]:
        for number, ((subject, sheet), facts) in enumerate(groupby(stated, key=lambda fact: (fact.subject, fact.sheet))):
            if number:
                yield GAP
            yield Row("name", subject)
            for fact in facts:
                yield from self._stated(fact)
            yield self._pair(words.SHEET, sheet)

    def _stated(self, fact: Stated) -> Iterator[Row]:
        printed = fact.printed or ""
        if fact.wording is None:
            named = [words.AS_PRINTED[self._own].format(printed=printed)] if printed else []
            yield Row("pair", _with_part(fact), fact.heading, self._in_brackets((*named, *fact.remarks)))
            return
        yield Row("pair", _with_part(fact), fact.heading, self._in_brackets(fact.remarks))
        yield self._pair(words.PRINTED, f"{printed} {words.QUOTED.format(wording=fact.wording)}".strip())

    def document(self) -> Iterator[Row]:
        """Yield which document it is."""
        document: Document = self._sources.document
        yield self._heading(words.DOCUMENT)
        yield self._pair(words.TITLE, document.title)
        if document.meeting:
            yield self._pair(words.MEETING, document.meeting)
        if document.number:
            yield self._pair(words.NUMBER, document.number)
        yield self._pair(words.DATE, document.date)

    # The reading

    def reading(self) -> Iterator[Row]:
        """Yield how the question was read, as far as that was kept."""
        yield self._heading(words.READING)
        understanding = self._sources.understanding
        if understanding is not None and understanding.words:
            yield Row("name", words.MATCHED[self._ui])
            for word in understanding.words:
                match = words.MATCH[self._own].format(how=word.how, score=word.score)
                yield Row("pair", self._joined(word.meanings), word.typed, self._in_brackets([match]))
            yield GAP
        if self._answer.understood:
            yield self._pair(words.UNDERSTOOD, self._answer.understood)
        if self._reply.borrowed:
            yield self._pair(words.BORROWED, self._joined(borrowed.label for borrowed in self._reply.borrowed))
        if understanding is None:
            yield self._sentence(words.NOT_RECORDED)
        else:
            yield from self._understanding(understanding)
        yield self._pair(words.CONFIDENCE, f"{self._answer.confidence:.2f}")

    def _understanding(self, understanding: Understanding) -> Iterator[Row]:
        none = words.NONE[self._own]
        if understanding.fillers:
            yield self._pair(words.FILLERS, self._joined(understanding.fillers))
        yield self._pair(words.UNEXPLAINED, self._joined(understanding.unexplained) or none)
        if understanding.covered:
            yield self._pair(words.COVERED, understanding.covered)
        if understanding.first is not None:
            yield self._rival(words.TAKEN if understanding.taken else words.NEAREST, understanding.first, words.SCORE)
            if understanding.second is None:
                yield self._pair(words.SECOND, none)
            else:
                yield self._rival(words.SECOND, understanding.second, words.BEHIND)
        if understanding.outcome:
            yield self._pair(words.DECISION, understanding.outcome)

    def _rival(self, label: Phrase, rival: Rival, phrase: Phrase) -> Row:
        note = phrase[self._own].format(score=rival.score, margin=rival.margin)
        return self._pair(label, rival.title, self._in_brackets([note]))

    # The query

    def query(self) -> Iterator[Row]:
        """Yield the statement with its bound values, or that there was none."""
        yield self._heading(words.QUERY)
        if self._answer.sql is None:
            yield self._sentence(words.NOT_RUN)
            return
        yield self._sentence(words.READ_ONLY)
        yield GAP
        yield Row("code", self._answer.sql.strip("\n"))
        if self._answer.parameters:
            yield GAP
            yield Row("name", words.VALUES[self._ui])
            yield from (Row("pair", f"= {_literal(value)}", f":{name}") for name, value in self._answer.parameters.items())


def _with_part(figure: Stated | Computed) -> str:
    """Return a value behind the part or division that it belongs to."""
    return f"{figure.part} {figure.value}" if figure.part else figure.value


def _literal(value: Value) -> str:
    """Return a bound value as SQL writes it."""
    return f"'{value.replace(chr(39), chr(39) * 2)}'" if isinstance(value, str) else str(value)
