"""What a person may be about to type: names, and questions that will be answered. One pass over what is in memory, no SQL.

The text is completed at its end. `全ゲノムの内` ends with the beginning of a word that is asked of a name before it;
`budget of the whole g` with the beginning of a name in a question that waits for one; `けっかく` is the beginning of a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from assistant.answer.model import Language
from assistant.reading.lexicon import Lexicon
from assistant.reading.romaji import loose
from assistant.reading.text import fold_surface, is_japanese
from assistant.suggesting.index import Hit, Index
from assistant.suggesting.model import Suggestion, first_of
from assistant.suggesting.templates import LANGUAGES, WITH_ARTICLE, Template, Templates
from assistant.suggesting.things import KIND_OF, Name, Thing, find_things
from assistant.suggesting.typed import Typed, boundaries, is_hiragana, read_typed, says_enough
from assistant.suggesting.words import EQUIPMENT, KINDS, OF, SEPARATOR, TYPICAL

if TYPE_CHECKING:
    from assistant.assistant import Assistant

MOST_NAMES = 5
MOST_TOPICS = 3
MOST_FIRST = 3
MOST_OF_WORD = 4
"""How many names, topics, questions of a thing that is begun, and questions of one kind are worth a row."""
SHORTEST_WORD = 3
_TOPICS = ("topic", "equipment")
_PAUSES = tuple("、。，．！？,.!?")
_ABBREVIATION = 5
"""Letters of a name that is none of a language (AMED, METI)."""
_WAITING = re.compile(
    r"(?:(?:what is|whats|what are|tell me|show me|give me) )?(?:the )?"
    r"(?P<word>[^ ].*?) (?:of|for)(?P<the> the)?(?: (?P<rest>.+))?$"
)
"""A question that needs a name yet: a word for what is asked, and `of`."""
_KIND_ORDER = {kind: order for order, kind in enumerate((*KIND_OF, *_TOPICS))}


class Suggester:
    """Made once from an assistant; `suggest` then answers from memory."""

    def __init__(self, assistant: Assistant) -> None:
        lexicon: Lexicon = assistant.reader.lexicon
        self._lexicon = lexicon
        self._things = find_things(assistant.database, lexicon)
        self._templates = Templates(assistant.intents, lexicon, assistant.database)
        self._names = Index(lexicon, {*KIND_OF, *_TOPICS})
        self._words = Index(lexicon, {"concept"}, set(assistant.intents))
        self._written: dict[tuple[str, str], list[str]] = defaultdict(list)
        for surface, kind, target, _ in assistant.database.entries():
            if kind in _TOPICS:
                self._written[kind, target].append(surface)
        self._folded: dict[tuple[str, str], dict[str, str]] = {}

    def suggest(self, text: str, language: Language, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return what the text may become, the likeliest first; `language` is that of the interface.

        What is written in Japanese becomes Japanese and English words become English; romaji becomes Japanese. Nothing is
        suggested for nothing, and never what is already there.
        """
        typed = read_typed(text, language)
        return first_of(self._all(typed), typed.folded, limit) if typed is not None else ()

    def _all(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield everything, the likeliest first."""
        asked = list(self._asked_of_a_name(typed))
        going_on = [suggestion for suggestion, whole in asked if not whole]
        complete = [suggestion for suggestion, whole in asked if whole]
        yield from self._waiting_questions(typed)
        yield from going_on
        if not going_on:
            names = list(self._begun_names(typed, written=bool(complete) and not self._spoken(typed)))
            yield from names[:1]
            yield from complete[:MOST_NAMES]
            yield from names[1 : MOST_NAMES if complete else None]
            yield from complete[MOST_NAMES:]
            if names and not complete:
                yield from self._first_questions(typed)
            yield from self._questions(typed)
            if not (asked or names):
                yield from self._inside(typed)

    # A name, and what is asked of it

    def _spoken(self, typed: Typed) -> bool:
        """Whether a name was typed by its sound, and so is not yet written."""
        return any(self._by_sound(hit) for hit in self._names.exactly(typed.folded))

    def _asked_of_a_name(self, typed: Typed) -> Iterator[tuple[Suggestion, bool]]:
        """Yield the questions about the last name that stands in the text, and whether the name ends it."""
        for start, end in self._spans(typed):
            token = typed.folded[start:end].strip()
            hits = [hit for hit in self._names.exactly(token) if (hit.sense.kind, hit.sense.id) in self._things]
            if not hits:
                continue
            if not self._may_stand_before(typed, start):
                continue
            rest = typed.folded[end:].strip().removeprefix(OF)
            if token.isascii():
                rest = rest.removeprefix("no ") if rest != "no" else ""
            found = False
            for hit in hits:
                thing = self._things[hit.sense.kind, hit.sense.id]
                for suggestion in self._questions_about(typed, thing, hit, (start, end), rest):
                    found = True
                    yield suggestion, not rest
            if found:
                return

    def _spans(self, typed: Typed) -> Iterator[tuple[int, int]]:
        """Yield where a name may stand, the longest stretch from the left first."""
        places = [*boundaries(typed.text), len(typed.folded)]
        for index, start in enumerate(places[:-1]):
            for end in reversed(places[index + 1 :]):
                yield start, end

    def _may_stand_before(self, typed: Typed, start: int) -> bool:
        """Whether what stands before a name leaves its question whole: nothing, an article, or words and a comma."""
        before = typed.before(start)[len(typed.lead) :].casefold()
        return before.strip() in ("", "the") or (not before.isascii() and before.rstrip()[-1:] in _PAUSES)

    def _questions_about(self, typed: Typed, thing: Thing, hit: Hit, span: tuple[int, int], rest: str) -> Iterator[Suggestion]:
        """Yield the questions about a thing that go on as the rest does, each intent once where nothing is typed yet."""
        language = self._language(typed, hit)
        name = self._called(typed, thing, hit, span, language)
        lead = typed.before(span[0]) if language == "ja" else typed.lead
        intents = self._meant(rest) if rest else {}
        ranked: list[tuple[int, int, Template]] = []
        for order, template in enumerate(self._templates.about(thing, language)):
            if not rest or template.ends.startswith(rest):
                ranked.append((0, order, template))
            elif template.intent in intents:
                ranked.append((int(language == "ja"), order, template))
        seen: set[str] = set()
        for _, _, template in sorted(ranked, key=lambda item: item[:2]):
            if template.intent not in seen:
                seen.add(template.intent)
                question = _question(lead + template.fill(name), language)
                yield question if not span[0] or language == "en" else replace(question, complete=False)

    def _called(self, typed: Typed, thing: Thing, hit: Hit, span: tuple[int, int], language: Language) -> str:
        """Return how the question calls a thing: as it was typed where that is a name in writing that means one thing."""
        written = not self._by_sound(hit) and len({(s.kind, s.id) for s in self._lexicon.surfaces.get(hit.key, ())}) == 1
        own = typed.between(*span)
        if written and language == "ja" and not hit.key.isascii() and not all(map(is_hiragana, own)):
            return own
        if written and thing.store_kind == "program":
            return thing.phrase(language, Name(own, hit.key))
        return thing.phrase(language, thing.name(language, hit.key))

    def _by_sound(self, hit: Hit) -> bool:
        """Whether what was typed is only how a Japanese name sounds, in kana or romaji."""
        return hit.spoken or (hit.key.isascii() and hit.sense in self._lexicon.romaji.get(loose(hit.key), ()))

    def _language(self, typed: Typed, hit: Hit) -> Language:
        """Return the language of what was met; abbreviations are used in both, and follow the interface."""
        if self._by_sound(hit) or any(map(is_japanese, hit.key)):
            return "ja"
        thing = self._things.get((hit.sense.kind, hit.sense.id))
        both = thing is not None and thing.store_kind not in ("program", "division", "bureau") and len(hit.key) <= _ABBREVIATION
        return typed.language if both else "en"

    def _meant(self, rest: str) -> dict[str, None]:
        """Return the intents whose words begin so."""
        return dict.fromkeys(hit.sense.id for hit in self._words.begins(rest))

    # Names that are begun

    def _begun_names(self, typed: Typed, *, written: bool) -> Iterator[Suggestion]:
        """Yield the names that the end of the text begins, but for a slip at most, for the longest end that begins any.

        Where a name is already `written` whole, another name of the same thing is of use only if it goes on from there.
        """
        for start in boundaries(typed.text):
            token = typed.folded[start:]
            if not says_enough(token, start) or (start and self._is_function(token)):
                continue
            hits = list(self._names.begins(token)) or list(self._names.slips(token))
            found = list(self._named(typed, start, token, hits, written=written))
            if found:
                yield from found
                return

    def _is_function(self, token: str) -> bool:
        """Whether English words begin with one that means nothing by itself (`the whole` is looked up as `whole`)."""
        return any(sense.kind == "function" for sense in self._lexicon.surfaces.get(token.split(maxsplit=1)[0], ()))

    def _inside(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield the names that hold the whole text."""
        yield from self._named(typed, 0, typed.folded, list(self._names.holds(typed.folded)))

    def _named(self, typed: Typed, start: int, token: str, hits: list[Hit], *, written: bool = False) -> Iterator[Suggestion]:
        """Yield a suggestion for everything that was met, once, the best first."""
        best: dict[tuple[str, str, str], Hit] = {}
        for hit in sorted(hits, key=lambda h: (h.rank, len(h.key))):
            own = hit.key if hit.sense.kind in _TOPICS else ""
            best.setdefault((hit.sense.kind, hit.sense.id, own), hit)
        topics = 0
        order = sorted(best.values(), key=lambda h: (h.rank, h.sense.kind in _TOPICS, len(h.key), _KIND_ORDER[h.sense.kind]))
        for hit in order:
            language = self._language(typed, hit)
            if language == "ja" and start and typed.folded[:start].isascii():
                continue  # a Japanese name within English words
            if hit.sense.kind in _TOPICS:
                topics += 1
                if topics <= MOST_TOPICS and (suggestion := self._topic(typed, start, hit, language)):
                    yield suggestion
            elif (thing := self._things.get((hit.sense.kind, hit.sense.id))) is not None:
                name = thing.name(language, token)
                if not written or name.surface.startswith(token):
                    text = typed.before(start) + thing.phrase(language, name)
                    yield Suggestion(text, text, thing.says(language, name), thing.kind, complete=False)

    def _topic(self, typed: Typed, start: int, hit: Hit, language: Language) -> Suggestion | None:
        """Return what a programme is about, as the store writes it."""
        kind, programme = hit.sense.kind, hit.sense.id
        written = self._folded.get((kind, programme))
        if written is None:
            written = {fold_surface(surface): surface for surface in reversed(self._written[kind, programme])}
            self._folded[kind, programme] = written
        keys = [hit.key, self._lexicon.latin.get(hit.key, ""), *self._lexicon.written.get(hit.key, ())]
        surface = next((written[key] for key in keys if key in written), None)
        thing = self._things.get(("program", programme))
        if surface is None or thing is None:
            return None
        if hit.exact and not self._by_sound(hit):
            text = typed.before(start) + thing.phrase(language, thing.names[language][0])
            return Suggestion(text, text, thing.hint[language], "programme", complete=False)
        text = typed.before(start) + surface
        what = EQUIPMENT[language] if kind == "equipment" else KINDS["topic"][language]
        return Suggestion(text, text, f"{what}{SEPARATOR[language]}{thing.names[language][0].text}", "topic", complete=False)

    # Questions

    def _first_questions(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield what is asked most of the first thing whose name the whole text begins."""
        hits = [hit for hit in self._names.begins(typed.folded) if (hit.sense.kind, hit.sense.id) in self._things]
        if hits:
            hit = min(hits, key=lambda h: (len(h.key), _KIND_ORDER[h.sense.kind]))
            thing, language = self._things[hit.sense.kind, hit.sense.id], self._language(typed, hit)
            name = thing.phrase(language, thing.name(language, typed.folded))
            lead = typed.lead if language == "ja" else ""
            for template in _each_intent(self._templates.about(thing, language), MOST_FIRST):
                yield _question(lead + template.fill(name), language)

    def _waiting_questions(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield English questions that wait for a name, with the names that their end begins (`budget of the whole g`)."""
        text = typed.folded
        if not text.isascii():
            return
        opening = _WAITING.match(text)
        intents = self._templates.headed.get(opening["word"], set()) if opening else set()
        for thing in self._things.values():
            for template in _each_intent(self._templates.about(thing, "en")):
                if template.begins and f"{text} ".startswith(f"{template.begins} "):
                    rest = text[len(template.begins) :].strip()
                    if (name := _continued(thing, rest)) is not None:
                        yield _question(template.fill(name), "en")
                elif opening and template.intent in intents and (name := _continued(thing, opening["rest"] or "")) is not None:
                    asked = (
                        typed.before(opening.start("rest"))
                        if opening["rest"]
                        else f"{typed.lead}{typed.text.original.strip()} "
                    )
                    article = "" if opening["the"] or thing.store_kind not in WITH_ARTICLE else "the "
                    yield _question(f"{asked}{article}{name}", "en")

    def _questions(self, typed: Typed) -> Iterator[Suggestion]:
        """Yield whole questions that begin so, have a word that does, or are about what the text begins to say."""
        text = typed.folded
        if not says_enough(text, 0):
            return
        order = {name: position for position, name in enumerate(TYPICAL)}
        for language in self._languages(text):
            begun = [q for q in self._templates.questions[language] if q.folded.startswith(text)]
            yield from (_question(q.text, language) for q in sorted(begun, key=lambda q: len(q.folded)))
        hits = sorted(self._words.begins(text), key=lambda h: (not h.exact, order.get(h.sense.id, len(order)), len(h.key)))
        for intent, spoken in {hit.sense.id: hit.spoken or not hit.key.isascii() for hit in hits}.items():
            asked = self._of_intent(intent, "ja" if spoken else "en")
            yield from islice(asked, None if len(hits) == 1 else MOST_OF_WORD)
        if len(text) >= SHORTEST_WORD:
            for language in self._languages(text):
                within = (q for q in self._templates.questions[language] if f" {text}" in q.folded)
                yield from (_question(q.text, language) for q in within)

    def _languages(self, text: str) -> Iterable[Language]:
        return LANGUAGES if text.isascii() else ("ja",)

    def _of_intent(self, intent: str, language: Language) -> Iterator[Suggestion]:
        """Yield the examples of an intent, then its templates about everything that they have an answer for."""
        yield from (_question(q.text, language) for q in self._templates.questions[language] if q.intent == intent)
        for thing in self._things.values():
            of_thing = (t for t in self._templates.about(thing, language) if t.intent == intent)
            for template in islice(of_thing, 1):
                yield _question(template.fill(thing.phrase(language, thing.names[language][0])), language)


def _each_intent(templates: Iterable[Template], most: int | None = None) -> Iterator[Template]:
    """Yield the first template of each intent."""
    seen: set[str] = set()
    for template in templates:
        if template.intent not in seen and (most is None or len(seen) < most):
            seen.add(template.intent)
            yield template


def _continued(thing: Thing, rest: str) -> str | None:
    """Return the English phrase for a thing whose name begins so, or None."""
    rest = "" if rest == "the" else rest.removeprefix("the ")
    if rest and not any(name.surface.startswith(rest) for name in thing.names["en"]):
        return None
    return thing.phrase("en", thing.name("en", rest))


def _question(text: str, language: Language) -> Suggestion:
    return Suggestion(text, text, KINDS["question"][language], "question", complete=True)
