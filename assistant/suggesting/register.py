"""Suggestions on large data: names from the index of names, ministries, and what is asked of them. Nothing is scanned.

The text is completed at its end, as on small data: `量子` begins or is within a name, `量子技術推進事業の執` is a name and the
beginning of what is asked of it, `国土交通省の` waits for what is asked of a ministry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from assistant.answer.model import Language
from assistant.reading.text import fold_surface, is_japanese
from assistant.store import paging
from assistant.store.database import Database
from assistant.store.paging import MinistryLine, ProgrammeLine
from assistant.suggesting.model import Suggestion, SuggestionKind, first_of
from assistant.suggesting.typed import PARTICLES, Typed, boundaries, read_typed
from assistant.suggesting.words import KINDS, OF, SEPARATOR

MOST_NAMES = 4
"""Programmes that are worth a row."""
MOST_OFFICES = 1
MOST_QUESTIONS = 3
"""Questions that are offered about a name nobody has asked anything of yet."""
_MOST_LOOKUPS = 4
"""Pieces of what was typed that are looked up, the longest first."""
_CANDIDATES = 40
LONGEST_OFFICE = 20
"""Characters of a division's name; where a sheet prints several divisions in one line, that is no name."""
SHORTEST = 2
"""Characters from which a name is looked for."""

Asked = tuple[tuple[str, str], ...]
"""Questions in Japanese and English, with the name's place."""
OF_PROGRAMME: Asked = (
    ("{name}の予算額は？", "What is the budget of {name}?"),
    ("{name}の担当・連絡先は？", "Who is in charge of {name}?"),
    ("{name}の執行額は？", "What is the executed amount of {name}?"),
    ("{name}の執行率は？", "What is the execution rate of {name}?"),
    ("{name}の補正予算は？", "What is the supplementary budget of {name}?"),
    ("{name}の要求額は？", "What is the requested amount of {name}?"),
    ("{name}の推移は？", "How has the budget of {name} changed over the years?"),
    ("{name}の支出先は？", "Who are the payees of {name}?"),
    ("{name}の目的は？", "What is the purpose of {name}?"),
    ("{name}の概要は？", "What is the overview of {name}?"),
    ("{name}の所管府省は？", "Which ministry is in charge of {name}?"),
)
OF_MINISTRY: Asked = (
    ("{name}の合計は？", "What is the total of {name}?"),
    ("{name}の事業は何件？", "How many programmes does {name} have?"),
    ("{name}の予算額の大きい事業は？", "Which programmes of {name} have the largest budgets?"),
    ("{name}の執行額の合計は？", "What is the total executed amount of {name}?"),
)
OF_DIVISION: Asked = (
    ("{name}の事業は？", "Which programmes does {name} have?"),
    ("{name}の予算額の合計は？", "What is the total budget of {name}?"),
)
OF_ALL: Asked = (
    ("府省ごとの合計は？", "Totals by ministry"),
    ("事業は全部で何件？", "How many programmes are there?"),
    ("予算額の大きい事業は？", "Which programmes have the largest budgets?"),
    ("要求額の多い事業は？", "Which programmes request the most?"),
    ("執行率が50％未満の事業は？", "Which programmes have an execution rate below 50%?"),
)


@dataclass(frozen=True, slots=True)
class _Named:
    """Something that was found: how it is written, what it is, and what is asked of it."""

    text: str
    hint: str
    kind: SuggestionKind
    asked: Asked


class RegisterSuggester:
    """Made from a store; keeps its ministries, which are few. `suggest` raises StoreError where it cannot be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def suggest(self, text: str, language: Language, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return what the text may become, the likeliest first; never what is already there, and nothing for nothing."""
        typed = read_typed(text, language)
        return first_of(self._all(typed), typed.folded, limit) if typed is not None else ()

    def _all(self, typed: Typed) -> Iterator[Suggestion]:
        asked = list(self._asked_of_a_name(typed))
        yield from asked
        if asked:
            return
        language: Language = "ja" if any(map(is_japanese, typed.folded)) else typed.language
        begun = (question[language == "en"] for question in OF_ALL)
        yield from (_question(q, language) for q in begun if fold_surface(q).startswith(typed.folded))
        for start, token in _pieces(typed):
            if names := self._named(token, language):
                before = typed.before(start)
                for named in names:
                    written = before + named.text
                    yield Suggestion(written, written, named.hint, named.kind, complete=False)
                if not before:
                    yield from islice(_questions(names[0], "", language), MOST_QUESTIONS)
                return

    # A name, and what is asked of it

    def _asked_of_a_name(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield the questions that go on as the text does behind a whole name; `の` ends the name, or the text does."""
        text = typed.before(0) + typed.text.original
        cuts = [at for at, char in enumerate(text) if char == OF and at][-_MOST_LOOKUPS:]
        for at in (*reversed(cuts), len(text)):
            name, rest = text[:at].strip(), fold_surface(text[at + 1 :]) if text[at + 1 :].strip() else ""
            if (named := self._exactly(name, typed.language)) is not None:
                language: Language = "ja" if at < len(text) or typed.language == "ja" else "en"
                most = None if at < len(text) else MOST_QUESTIONS
                yield from islice(_questions(named, rest, language), most)
                return

    def _exactly(self, name: str, language: Language) -> _Named | None:
        """Return what is called so, if anything is: a ministry before a programme."""
        folded = fold_surface(name) if name else ""
        for ministry in self._ministries if folded else ():
            if folded in map(fold_surface, (ministry.name, ministry.short, ministry.name_en, ministry.short_en)):
                return _ministry(ministry, language)
        lines = paging.called(self._database, name) if len(name) >= SHORTEST else []
        return self._programme(lines[0], language) if lines else None

    # Names that are begun

    def _named(self, token: str, language: Language) -> list[_Named]:
        """Return what begins with a piece or has it within: ministries, then programmes, then offices."""
        folded = fold_surface(token)
        ministries = [
            _ministry(ministry, language)
            for ministry in self._ministries
            if any(fold_surface(name).startswith(folded) for name in (ministry.name, ministry.short, ministry.short_en))
        ]
        ids = paging.within(self._database, token, "program", _CANDIDATES).targets
        lines = paging.programmes(self._database, ids)
        lines.sort(key=lambda line: (not fold_surface(line.name).startswith(folded), len(line.name)))
        programmes = [self._programme(line, language) for line in _each_once(lines)]
        return [*ministries[:2], *programmes[:MOST_NAMES], *self._offices(token, language)]

    def _offices(self, token: str, language: Language) -> list[_Named]:
        names = paging.within(self._database, token, "division", MOST_NAMES).targets
        short = [name for name in names if 0 < len(name) <= LONGEST_OFFICE][:MOST_OFFICES]
        return [_Named(name, KINDS["division"][language], "division", OF_DIVISION) for name in short]

    def _programme(self, line: ProgrammeLine, language: Language) -> _Named:
        ministry = next((m for m in self._ministries if m.id == line.ministry), None)
        own = "" if ministry is None else ministry.short if language == "ja" else ministry.short_en
        hint = SEPARATOR[language].join(filter(None, (KINDS["programme"][language], own)))
        return _Named(line.name, hint, "programme", OF_PROGRAMME)

    @cached_property
    def _ministries(self) -> list[MinistryLine]:
        return paging.ministries_named(self._database)


def _ministry(ministry: MinistryLine, language: Language) -> _Named:
    name = ministry.name if language == "ja" else ministry.short_en
    hint = SEPARATOR[language].join((KINDS["ministry"][language], ministry.short if language == "ja" else ministry.name_en))
    return _Named(name, hint, "ministry", OF_MINISTRY)


def _pieces(typed: Typed) -> Iterator[tuple[int, str]]:
    """Yield where the last words of a text may begin, and they, the longest first."""
    for start in boundaries(typed.text)[:_MOST_LOOKUPS]:
        token = typed.text.original[typed.text.origin[start] :].strip()
        if start and token[:1] in PARTICLES:
            continue
        if len(fold_surface(token) if token else "") >= SHORTEST:
            yield start, token


def _each_once(lines: Sequence[ProgrammeLine]) -> Iterable[ProgrammeLine]:
    """Return one of the programmes of each name: a suggestion is a text, and cannot say which of them."""
    return {line.name: line for line in reversed(lines)}.values().__reversed__()


def _questions(named: _Named, rest: str, language: Language) -> Iterator[Suggestion]:
    """Yield the questions about a name whose end begins so."""
    for question in named.asked:
        template = question[language == "en"]
        ends = fold_surface(template.partition("{name}" + OF)[2] or template)
        if not rest or ends.startswith(rest):
            yield _question(template.format(name=named.text), language)


def _question(text: str, language: Language) -> Suggestion:
    return Suggestion(text, text, KINDS["question"][language], "question", complete=True)
