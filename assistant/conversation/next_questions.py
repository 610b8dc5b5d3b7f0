"""What may be asked instead, where there is no answer: questions near to what was asked, each tried before it is offered.

Where they come from, the nearest first: what was asked of the programmes without what is wrong in it, what the source does
state of them, of the set that was asked about, the examples of the intents that were meant, and examples of what is asked most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from assistant.answer.model import Answer, Language, Option
from assistant.answer.scope import describe, name_of
from assistant.reading.case import Decision
from assistant.reading.frame import slot_features
from assistant.reading.model import Filter, Frame, Reading

if TYPE_CHECKING:
    from assistant.assistant import Assistant


class Pair(NamedTuple):
    """A question in both languages, with a place for a name."""

    ja: str
    en: str

    def of(self, name: str, language: Language) -> str:
        """Return the question about something of this name."""
        return (self.ja if language == "ja" else self.en).replace("{name}", name)


LEAST, MOST = 2, 4
MOST_TRIED = 6
"""Questions that are tried for one refusal: each costs a millisecond or a few."""
PROGRAMMES = 3
"""Programmes of one refusal that questions are made about."""
USUAL = ("amount", "contact", "purpose", "ministry", "overview")
"""What is asked most of a programme."""
GENERAL = ("amount", "extension", "by_ministry", "largest")
"""Intents whose examples show what can be asked at all."""
OF_A_PROGRAMME = {
    "contact": Pair("{name}の担当はどこ？", "Who is in charge of {name}?"),
    "ministry": Pair("{name}の所管は？", "Which ministry is in charge of {name}?"),
}
"""How to ask for what its title alone does not ask for well."""
OF_AN_EXTENSION = Pair("内線{name}はどこ？", "Whose extension is {name}?")
OF_AN_OFFICE = {
    "extension": Pair("{name}の内線は？", "What is the extension of the {name}?"),
    "list": Pair("{name}が担当する事業は？", "Which programmes is the {name} in charge of?"),
}
OF_A_SET = {
    "list": Pair("{name}の一覧は？", "List {name}"),
    "total": Pair("{name}の合計額は？", "What is the total of {name}?"),
    "largest": Pair("{name}で一番予算が大きいのは？", "Which of {name} is the largest?"),
}
_OFFICES = ("division", "bureau")
_GROUPS = ("ministry", "category", "organisation")
_HOLDERS = (*_OFFICES, "topic", "equipment")
"""Kinds of words that stand for the programmes that they belong to."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that may be offered, and the intent that has to answer it (nothing: any will do)."""

    question: str
    intent: str | None = None


@dataclass(slots=True)
class NextQuestions:
    """Makes the questions for the refusals of one assistant, and remembers which of them it answers."""

    assistant: Assistant
    _tried: dict[tuple[Draft, Language], bool] = field(default_factory=dict)

    def after(self, reading: Reading, decision: Decision, answer: Answer) -> tuple[Option, ...]:
        """Return two to four questions that are answered, for a person who met a refusal; none beside an answer or options."""
        if answer.answered or answer.options:
            return ()
        case = _Case(self.assistant, reading, decision)
        found = self._answered(case.near(), case.language, MOST, (), reading.question)
        if len(found) < LEAST:
            found = self._answered(case.examples(GENERAL), case.language, MOST, found, reading.question)
        return tuple(Option(question, question) for question in found)

    def _answered(
        self, drafts: Iterable[Draft], language: Language, most: int, found: tuple[str, ...], asked: str
    ) -> tuple[str, ...]:
        """Return the questions found so far and those of the drafts that are answered, until there are enough."""
        tried = 0
        for draft in drafts:
            if len(found) == most or tried == MOST_TRIED:
                break
            if draft.question in (*found, asked):
                continue
            key = (draft, language)
            if key not in self._tried:
                tried += 1
                answer = self.assistant.ask(draft.question, language)
                self._tried[key] = answer.answered and draft.intent in (None, answer.intent)
            if self._tried[key]:
                found = (*found, draft.question)
        return found


@dataclass(frozen=True, slots=True)
class _Case:
    """A refusal, with what questions are made of."""

    assistant: Assistant
    reading: Reading
    decision: Decision

    @property
    def language(self) -> Language:
        return self.reading.language

    def near(self) -> Iterator[Draft]:
        """Yield the questions near to what was asked, the nearest first."""
        asked, instead = self._asked(), self._instead()
        programmes = self._programmes()
        several = len(programmes) > 1
        if not self.reading.frame.values("program"):
            yield from self._of_offices()
        for name in asked:
            for programme in programmes:
                yield from self._of_programme(name, programme)
        for name in dict.fromkeys((*instead, *USUAL)):
            for programme in programmes[: 1 if several and name not in instead else None]:
                yield from self._of_programme(name, programme)
        if not programmes:
            yield from self._of_sets((*asked, *instead))
        yield from self.examples((*self._kin(), *asked, *instead))

    def examples(self, names: Iterable[str]) -> Iterator[Draft]:
        """Yield the examples that intent files give, first the first of each."""
        chosen = [n for n in dict.fromkeys(names) if n in self.assistant.intents and self.assistant.intents[n].kind != "social"]
        lists = [self.assistant.intents[name].examples[self.language] for name in chosen]
        for place in range(max(map(len, lists), default=0)):
            for name, examples in zip(chosen, lists, strict=True):
                if place < len(examples):
                    yield Draft(_as_question(examples[place], self.language), name)

    def _asked(self) -> tuple[str, ...]:
        """Return the intents that were asked for; where none was decided on, those whose words occur."""
        if self.decision.candidate and self.decision.candidate.intents:
            return self.decision.candidate.intents
        said = [c for t in self.reading.terms for c in sorted(t.concepts)]
        return tuple(dict.fromkeys(c for c in said if c in self.assistant.intents))

    def _instead(self) -> tuple[str, ...]:
        """Return the intents that intent files and known unknowns name as nearby, and what was wrongly taken for granted."""
        said = () if self.reading.frame.unexplained else self.reading.frame.unknowns
        unknown = self.assistant.unknowns.get(self.decision.unknown or next(iter(said), ""), {})
        intents = self.assistant.intents
        nearby = [near for name in self._asked() if name in intents for near in intents[name].nearby]
        wrong = [kind for kind, _ in self.decision.wrong if kind in intents]
        return tuple(dict.fromkeys((*unknown.get("nearby", ()), *wrong, *nearby)))

    def _kin(self) -> list[str]:
        """Return the intents about the kind of thing that the source does not know (another ministry, PJ⑥), a list first."""
        kind = (self.decision.unknown or "").partition(":")[0].removeprefix("other_")
        found = [i.name for i in self.assistant.intents.values() if kind in _GROUPS and kind[:-1] in i.name]
        return sorted(found, key=lambda name: not name.startswith("list"))

    def _programmes(self) -> list[str]:
        """Return the programmes that the question is about, by name or by what is theirs."""
        frame, world = self.reading.frame, self.assistant.world
        named = [str(value) for value in frame.values("program")]
        senses = [s for m in self.reading.mentions for s in m.senses]
        named = named or [s.id for s in senses if s.kind == "program"]
        if not named:
            held = [(f.name, str(v)) for f in frame.filters for v in f.values] + [(s.kind, s.id) for s in senses]
            named = [p for kind, id_ in held if kind in _HOLDERS for p in sorted(world.programmes(kind, id_))]
        return list(dict.fromkeys(p for p in named if p in self.assistant.database.catalogue.ministry_of))[:PROGRAMMES]

    def _of_programme(self, name: str, programme: str) -> Iterator[Draft]:
        """Yield the question for one thing about a programme, where the source states it."""
        intent = self.assistant.intents.get(name)
        if intent is None or intent.kind != "attribute" or not self._stated(name, programme):
            return
        called = name_of(f"program:{programme}", self.language, self.assistant.database.catalogue, short=True)
        if self.language == "en":
            called = f"the {called[:1].lower() if called[1:2].islower() else called[:1]}{called[1:]} programme"
        title = intent.title[self.language]
        usual = Pair(f"{{name}}の{title}は？", f"What {'are' if title.endswith('s') else 'is'} the {title} of {{name}}?")
        yield Draft(OF_A_PROGRAMME.get(name, usual).of(called, self.language), name)

    def _stated(self, name: str, programme: str) -> bool:
        """Whether the source states an attribute of a programme."""
        filters = (Filter("program", (programme,)),)
        frame = Frame(frozenset(slot_features(filters, ())), filters)
        responder = self.assistant.responder
        return bool(responder.facts(responder.query((name,), frame), frame, self.language))

    def _of_offices(self) -> Iterator[Draft]:
        """Yield questions about an extension, a division or a bureau that was named."""
        known = [e for e in self.reading.frame.extensions if self.assistant.world.extensions(e)]
        yield from (Draft(OF_AN_EXTENSION.of(e, self.language), "whose_extension") for e in known)
        senses = [(s.kind, s.id) for m in self.reading.mentions for s in m.senses if s.kind in _OFFICES]
        named = [str(v) for kind in _OFFICES for v in self.reading.frame.values(kind)]
        for office in dict.fromkeys(named or [id_ for _, id_ in sorted(senses, key=lambda s: s[0] != "division")]):
            called = name_of(f"x:{office}", self.language, self.assistant.database.catalogue)
            yield from (Draft(pair.of(called, self.language), name) for name, pair in OF_AN_OFFICE.items())

    def _of_sets(self, asked: tuple[str, ...]) -> Iterator[Draft]:
        """Yield questions about the set that was asked about, or about the groups that were named."""
        named = tuple(f for f in self.reading.frame.filters if f.name in _GROUPS)
        senses = [s for m in self.reading.mentions for s in m.senses if s.kind in _GROUPS]
        first = [n for n in ("total" if n == "amount" else n for n in asked) if n in OF_A_SET]
        for filters in (named,) if named else [(Filter(s.kind, (s.id,)),) for s in dict.fromkeys(senses)]:
            scope = describe(filters, self.language, self.assistant.database.catalogue)
            for name in dict.fromkeys((*first, *OF_A_SET)):
                yield Draft(OF_A_SET[name].of(scope, self.language), name)


_PLAIN_JA = re.compile(r"(?:て|ください|を|[？?。])$")
_OPEN_EN = re.compile(r"(?:who|whose|what|which|how|when|where|is|are|does|do)(?![a-z])", re.IGNORECASE)


def _as_question(example: str, language: Language) -> str:
    """Return an example as a person would see it asked."""
    if language == "ja":
        return example if _PLAIN_JA.search(example) else f"{example}？"
    asks = _OPEN_EN.match(example) and not example.endswith("?")
    return f"{example[:1].upper()}{example[1:]}{'?' if asks else ''}"
