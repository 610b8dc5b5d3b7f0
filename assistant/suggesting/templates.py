"""Questions that people ask, from the examples of the intents: whole ones, and ones with a place for a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.answer.model import Language
from assistant.intents.model import Intent
from assistant.query.compile import compile_query
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Frame, Sense
from assistant.reading.text import Text, read_text
from assistant.store.database import Database
from assistant.suggesting.things import KIND_OF, Thing
from assistant.suggesting.words import MARK, OF, PROGRAMME_WORDS, TYPICAL, UNASKED

NAMED = frozenset({*KIND_OF, "topic", "equipment", "part", "related"})
"""Kinds of senses that name something."""
_ORDER = {kind: order for order, kind in enumerate(KIND_OF)}
_HEAD = re.compile(r"(?:what (?:is|are) the )?([a-z]+) (?:of|for)")
LANGUAGES: tuple[Language, ...] = ("ja", "en")
_JOINED = ("の事業", "事業")
_ASKS = re.compile(
    r"(は|か|いくら|いくつ|どこ|どこの[省局室]|誰|何.{0,3}|いつ|ため|する|される|された|どこの番号|取る|届く|担当|支援|決めた|いる|多い|記載されている|何番)$"
)
_ASKS_EN = re.compile(r"(what|which|who|whose|how|when|where|is|are|does|do|can)(?![a-z])", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:億| ?billion| ?million)")
WITH_ARTICLE = ("program", "division", "category")
"""Kinds whose English names stand after an article."""
_LONGEST = 15
"""Characters after a name; a longer question says more than its field, and suits only the programme it was written for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A whole question as it is asked."""

    intent: str
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class Template:
    """A question with a place for the name of something of a kind: what stands before and after the name."""

    intent: str
    store_kind: str
    before: str
    after: str
    begins: str
    """What stands before the name, folded, without an article."""
    ends: str
    """What stands after it, folded, without の."""

    def fill(self, name: str) -> str:
        """Return the question about a name."""
        return f"{self.before}{name}{self.after}"


class Templates:
    """The questions and templates of a language, and for which things each template has an answer."""

    def __init__(self, intents: Mapping[str, Intent], lexicon: Lexicon, database: Database) -> None:
        self._database = database
        self._lexicon = lexicon
        self._stated: dict[str, frozenset[str]] = {}
        self.headed: dict[str, set[str]] = {}
        """For an English word that `of` or `for` may follow, the intents that it asks for."""
        self.questions: dict[Language, list[Question]] = {language: [] for language in LANGUAGES}
        self.of_kind: dict[tuple[Language, str], list[Template]] = {}
        order = {name: position for position, name in enumerate(TYPICAL)}
        asked = (i for i in intents.values() if i.name not in UNASKED)
        for intent in sorted(asked, key=lambda i: (order.get(i.name, len(order)), i.name)):
            if intent.kind == "attribute" and intent.sql:
                self._stated[intent.name] = self._states(intent)
            self.headed.setdefault(intent.title["en"].casefold(), set()).add(intent.name)
            for language in LANGUAGES:
                for example in intent.examples.get(language, ()):
                    self._learn(intent, example, language)

    def about(self, thing: Thing, language: Language) -> Iterator[Template]:
        """Yield the templates that have an answer for a thing, the most typical first."""
        for template in self.of_kind.get((language, thing.store_kind), ()):
            if self._answers(template, thing):
                yield template

    def _learn(self, intent: Intent, example: str, language: Language) -> None:
        """Take an example as it is, and with a place for its name."""
        text = read_text(example)
        named = list(_mentions(text.folded, self._lexicon))
        stated = self._stated.get(intent.name)
        if stated is not None and any(sense.kind == "program" and sense.id not in stated for _, _, sense in named):
            return
        self.questions[language].append(Question(intent.name, _marked(example, language), text.folded))
        template = self._template(intent, text, named, language)
        if template is None:
            return
        self.of_kind.setdefault((language, template.store_kind), []).append(template)
        if head := _HEAD.fullmatch(template.begins):
            self.headed.setdefault(head[1], set()).add(intent.name)

    def _template(self, intent: Intent, text: Text, named: list[tuple[int, int, Sense]], language: Language) -> Template | None:
        """Return the example with a place for its one name, or None where it names none or several, or a figure."""
        if intent.name.startswith("by_") or len(named) != 1 or _FIGURE.search(text.folded) or "'s " in text.original:
            return None
        start, end, kind = named[0][0], named[0][1], named[0][2].kind
        first = text.origin[start]
        last = text.origin[end] if end < len(text.origin) else len(text.original)
        before, after, ends = text.original[:first], text.original[last:], text.folded[end:]
        if language == "en":
            return _english(intent.name, kind, before.rstrip(), after, text.folded[:start], ends)
        if kind == "program":
            joined = next((joined for joined in _JOINED if after.startswith(joined)), "")
            after, ends = after.removeprefix(joined), ends.removeprefix(joined)
        if before or not 0 < len(after) <= _LONGEST:
            return None
        return Template(intent.name, kind, "", _marked(after, language), "", ends.removeprefix(OF))

    def _states(self, intent: Intent) -> frozenset[str]:
        """Return the programmes of which the source states what an intent asks."""
        query = compile_query([intent], Frame())
        return frozenset(str(row[0]).partition(":")[2] for row in self._database.rows(query.sql, query.parameters))

    def _answers(self, template: Template, thing: Thing) -> bool:
        """Whether the source states it of this thing."""
        stated = self._stated.get(template.intent)
        if stated is None:
            return True
        if thing.store_kind == "program":
            return thing.id in stated
        if template.intent == "extension":
            return any(e and thing.id in (b, d) for _, b, d, e in self._database.catalogue.contacts)
        return bool(self._database.catalogue.members.get((thing.store_kind, thing.id), frozenset()) & stated)


def _english(intent: str, kind: str, before: str, after: str, begins: str, ends: str) -> Template | None:
    """Return an English template: with `the` where the name takes one, and without the word that is part of the name."""
    begins = re.sub(r"(?: |^)the $", "", begins).strip()
    if before.endswith("the"):
        before = before[:-3]
    before = f"{before.rstrip()} " if before.strip() else ""
    if kind in WITH_ARTICLE:
        before += "the "
        after, ends = (re.sub(rf"^ (?:{'|'.join(PROGRAMME_WORDS)})(?![a-z])", "", text) for text in (after, ends))
        if not begins or re.match(r" ?(?:budget|money|startup|ecosystem|action)", ends):
            return None
    after = _marked(before + after, "en")[len(before) :]
    return Template(intent, kind, before, after, begins, ends.strip())


def _marked(text: str, language: Language) -> str:
    """Return a question with its question mark."""
    asks = _ASKS.search(text) if language == "ja" else _ASKS_EN.match(text)
    return text + MARK[language] if asks and not text.endswith(("?", "？")) else text


def _mentions(folded: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Sense]]:
    """Yield where a folded text names something (the longest surface from the left), and what."""
    at = 0
    while at < len(folded):
        end = at + 1
        if not (at and _latin(folded[at - 1]) and _latin(folded[at])):
            for length in lexicon.lengths.get(folded[at], ()):
                senses = [s for s in lexicon.surfaces.get(folded[at : at + length], ()) if s.kind in NAMED]
                if senses and at + length <= len(folded) and _ends_word(folded, at + length):
                    end = at + length
                    yield at, end, min(senses, key=lambda sense: _ORDER.get(sense.kind, len(_ORDER)))
                    break
        at = end


def _ends_word(folded: str, end: int) -> bool:
    """Whether a place does not cut a Latin word."""
    return end == len(folded) or not (_latin(folded[end - 1]) and _latin(folded[end]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
