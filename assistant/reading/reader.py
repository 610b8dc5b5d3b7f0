"""The reader: a question goes in, a reading comes out (what was found, what it means, what is left over)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from assistant.intents.model import Intent
from assistant.reading.asides import Senses, frames, told
from assistant.reading.conversion import slipped_mentions
from assistant.reading.draft import Hints
from assistant.reading.explanation import NAMED, OURS, VERB, coverage, explain, uncovered, weight
from assistant.reading.frame import make_frame
from assistant.reading.language import language_of
from assistant.reading.latin import romaji_mentions
from assistant.reading.lexicon import Lexicon
from assistant.reading.match import candidates
from assistant.reading.measures import STAGES
from assistant.reading.mentions import exact_mentions
from assistant.reading.misspelling import misspelt_mentions
from assistant.reading.model import ENTITY_KINDS, Frame, Mention, Reading
from assistant.reading.named import OFFICES, named_mentions, number_mentions, piece_mentions
from assistant.reading.phrases import portion_tail
from assistant.reading.spelling import may_turn, meant_words
from assistant.reading.terms import Term
from assistant.reading.text import Text, is_kanji, read_text
from assistant.reading.world import World

SLACK = 0.45
"""An uncovered stretch that weighs no more than this is an ending or a slip, not something unexplained."""


ENTITIES = Senses(frozenset({*ENTITY_KINDS, "digits"}))
DOMAIN = Senses(
    frozenset({*ENTITY_KINDS, "money", "digits"}),
    frozenset({"programme", "amount", "ministry", "category", "extension", "division", "bureau", "document"}),
)
"""What shows that a question is about the data, so that unknown verbs in it may be passed over."""
NAMES = Senses(
    frozenset(
        {
            "program",
            "ministry",
            "category",
            "division",
            "bureau",
            "part",
            "related",
            "money",
            "digits",
            "missing_category",
        }
    )
)
VAGUE_ASKS = ("how_much", "how_many", "which", "who", "where", "when", "what_number", "confirm", "why", "recall")


def _straddles(text: Text, mention: Mention) -> bool:
    """Whether a が before a comma and the word after it were taken for one (`の件ですが、所管は`)."""
    return mention.surface.startswith("が") and mention.start + 1 in text.clauses


_ASKED_OF_US = re.compile(
    r"を(?:聞かれ|尋ねられ|訊かれ|問われ)|つまり|の(?:問い合わせ|質問)が"
    r"|(?<![a-z])(?:i mean|i meant|asked for|asking for|asks for)(?![a-z])"
)
"""What somebody asked the asker for is what is asked (`代表電話を聞かれました。番号を`)."""
_DOING = frozenset(
    ["supporting", "promoting", "upgrading", "strengthening", "developing", "advancing", "accelerating", "establishing"]
)
"""What the name of a programme says as a noun (Promotion of …), said as a verb."""
_PER_PROGRAMME = re.compile(r"per (?:[a-z]+ ){0,2}(?:programme|program|project|scheme)s?(?![a-z])")
_AFTERWARDS = re.compile(r"(?:after|later|following|ends?|finish(?:es)?|over)(?![a-z])|終了後|終了|後")
"""What places a length of time (`five years after the grants end`)."""
_OURS = re.compile(r"(?<![a-z])(?:our|my)(?: new| own)? $")
"""`Our director` tells who is asking."""


class Reader:
    """Reads questions against one lexicon, one set of intents, and one world."""

    def __init__(self, lexicon: Lexicon, intents: Mapping[str, Intent], world: World) -> None:
        self.lexicon = lexicon
        self.intents = intents
        self.world = world
        chatter = {"profile", "thanks", "greeting"}
        kinds = frozenset({*ENTITY_KINDS, "money", "digits", "year", "missing_category", "unknown"})
        self._substantial = Senses(kinds, frozenset({*intents, *VAGUE_ASKS}) - chatter)
        self._asking = frozenset(
            {*intents, *VAGUE_ASKS, *STAGES, "programme", "account", "policy", "all", "which", "what", "involved"}
        )
        sorts = {"descending", "ascending", "order"}
        self._asks = Senses(frozenset({"unknown"}), frozenset({*intents, *VAGUE_ASKS, *sorts}) - chatter - {"purpose", "help"})

    def read(self, raw: str, language: Literal["ja", "en"] | None = None, hints: Hints | None = None) -> Reading:
        """Return the reading of a question. `hints` are what an earlier turn asked; nothing is raised for any string."""
        text = read_text(raw)
        mentions, stretches = self.explain(text)
        around = frames(text, mentions, self._substantial, NAMES, self._asks)
        mentions = tuple(m for m in mentions if self._figure(m) or not any(low <= m.start < high for low, high in around))
        mentions = self._asked_unknowns(text, mentions)
        aside = told(text, mentions, self._asks)
        mentions = tuple(m for m in mentions if self._figure(m) or not aside.drops(m))
        stretches = [(s, e) for s, e in stretches if not aside.around(s) and not any(low <= s < high for low, high in around)]
        spoken = language or language_of(text, mentions, long_names=self.world.register)
        frame, terms = make_frame(
            text, mentions, language_of(text, mentions, long_names=self.world.register), self.world, hints
        )
        stretches = self._own_words(text, frame, terms, stretches)
        ours = OURS if any(map(DOMAIN.holds, mentions)) else 0
        if any(map(ENTITIES.holds, mentions)) or (hints and hints.programmes):
            ours = NAMED
        if self.world.register and "named_program" not in frame.features:
            ours = 0  # in many thousand sheets any word may be a condition
        named = min((m.end for m in mentions if m.has("program")), default=len(text.folded))

        def passes(start: int, end: int) -> int:
            """Tell how sure it is that a verb may be passed over; in a register nothing is that stands before the name."""
            turns = may_turn(text.folded[start:end])
            before = self.world.register and start < named and not text.folded[start:end].isascii()
            return 0 if turns or before else ours

        weights = [weight(text, s, e, verbs=passes(s, e)) for s, e in stretches]
        left = tuple(text.source(s, e) for (s, e), said in zip(stretches, weights, strict=True) if said > SLACK)
        skipped = tuple(text.source(s, e) for (s, e), said in zip(stretches, weights, strict=True) if said == VERB and ours)
        frame = replace(frame, unexplained=left)
        return Reading(
            question=text.original,
            typed=text.typed,
            language=spoken,
            frame=frame,
            mentions=mentions,
            candidates=candidates(self.intents, frame, terms, text.folded),
            folded=text.folded,
            skipped=skipped,
            covered=coverage(text, sum(weights)),
            sources=tuple(text.source(m.start, m.end) for m in mentions),
            terms=tuple(terms),
        )

    def _figure(self, mention: Mention) -> bool:
        """Whether a mention says which figure of a register is meant: that counts wherever it stands (`…は？（執行額）`)."""
        return self.world.register and (mention.has("year") or any(mention.has("concept", stage) for stage in STAGES))

    def _asked_unknowns(self, text: Text, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Leave out known unknowns of sentences that ask nothing, where another one asks (`メールを書いています。`)."""
        edges = [0, *text.breaks, len(text.folded) + 1]
        asking = [
            any(self._asks.holds(m) and not m.has("unknown") for m in mentions if low <= m.start < high)
            for low, high in pairwise(edges)
        ]
        mentions = tuple(m for m in mentions if not (m.has("unknown") and _OURS.search(text.folded[: m.start])))
        if len(asking) < 2 or not any(asking):
            return mentions
        spans = zip(pairwise(edges), asking, strict=True)
        quiet = [span for span, asks in spans if not asks and not _ASKED_OF_US.search(text.folded[slice(*span)])]
        return tuple(m for m in mentions if not m.has("unknown") or not any(low <= m.start < high for low, high in quiet))

    def _own_words(
        self, text: Text, frame: Frame, terms: Sequence[Term], stretches: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Return the stretches without words of the named programmes' own names (`the academic vector base`)."""
        if "goes_to" in frame.features and (tail := portion_tail(text.folded)) is not None:
            stretches = [(s, e) for s, e in stretches if s < tail]
        if "average" in frame.features:
            stretches = [(s, e) for s, e in stretches if not _PER_PROGRAMME.match(text.folded, s)]
        if any(t.number in ("duration", "date") and t.used_by for t in terms):
            stretches = [(s, e) for s, e in stretches if not _AFTERWARDS.fullmatch(text.folded[s:e].strip())]
        programmes = [str(p) for p in frame.values("program")]
        if not 1 <= len(programmes) <= 2 or "named_program" not in frame.features | (
            {"named_program"} if "topic" in frame.features else set()
        ):
            return stretches

        def own(word: str) -> bool:
            return any(self.world.names(p, w) for w in (word, *meant_words(word, self.lexicon)) for p in programmes)

        def doing(start: int, end: int) -> bool:
            return text.folded[start:end].strip() in _DOING and bool(text.folded[end:].strip(" ?.!"))

        return [(s, e) for s, e in stretches if not own(text.folded[s:e]) and not doing(s, e)]

    def explain(self, text: Text) -> tuple[tuple[Mention, ...], list[tuple[int, int]]]:
        """Return the best explanation of a text, and the stretches that it leaves."""
        found = [m for m in exact_mentions(text, self.lexicon) if not _straddles(text, m)]
        found += slipped_mentions(text, self.lexicon)
        if any(c.isascii() and c.isalpha() for c in text.folded):
            found += romaji_mentions(text, self.lexicon)
        if self.world.find is not None:
            kinds = OFFICES | ({"payee"} if any(m.has("concept", "payees") for m in found) else frozenset())
            found += number_mentions(text, self.world.numbered)
            found += named_mentions(text, self.world.find, kinds, found, self.lexicon.homophones)
        chosen = explain(text, found)
        left = uncovered(text, chosen)
        if self.world.find is not None:
            pieces = [(s, e) for s, e in left if weight(text, s, e, verbs=0) > SLACK]
            found += piece_mentions(text, self.world.find, chosen, pieces, self._asking)
            chosen = explain(text, found)
            left = uncovered(text, chosen)
        heavy = [(s, e) for s, e in left if weight(text, s, e, verbs=0) > SLACK]
        heavy += [(m.start, m.end) for m in chosen if m.how == "number" and m.score < 100 and m.surface.isalpha()]
        if heavy:
            typos = misspelt_mentions(text, self.lexicon, heavy)
            if typos:
                chosen = explain(text, [*found, *typos])
                left = uncovered(text, chosen)
        glued = _glued(text, chosen)
        return tuple(m for m in chosen if m not in glued), sorted([*left, *((m.start, m.end) for m in glued)])


SUFFIXES = frozenset("下中事人今円名所方旨時様殿氏点為用等者話費面形側")
"""Kanji that only add to the word before them."""


def _glued(text: Text, chosen: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return words that make another word of the single kanji that follows (取材費, 保留額, 内先)."""

    def compound(first: Mention, second: Mention) -> bool:
        if first.end != second.start or second.end - second.start != 1 or not is_kanji(text.folded[second.start]):
            return False
        if not is_kanji(text.folded[first.end - 1]):
            return False
        if second.content:
            return not first.content and first.end - first.start >= 2
        return first.end - first.start == 1 and text.folded[second.start] not in SUFFIXES

    return tuple(first for first, second in pairwise(chosen) if compound(first, second))
