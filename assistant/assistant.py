"""Assistant: a store, the intents and the reader together; one question in, one answer out. The four steps and nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import assets
from assistant.answer.model import Answer, Language
from assistant.answer.respond import Responder
from assistant.intents.model import Intent
from assistant.reading.case import Decision
from assistant.reading.decision import decide
from assistant.reading.draft import Hints
from assistant.reading.lexicon import Entry, Kanji, Lexicon, build_lexicon
from assistant.reading.measures import resolved
from assistant.reading.model import Reading, Sense
from assistant.reading.reader import Reader
from assistant.reading.thresholds import THRESHOLDS
from assistant.store.database import Database
from assistant.store.world import open_world

if TYPE_CHECKING:
    from assistant.conversation import Conversation


class Assistant:
    """Answers questions from one database. Open it once; asking changes nothing and is safe from several threads."""

    def __init__(self, database: Database, intents_folder: Path) -> None:
        self.database = database
        compiled = _compiled(database, intents_folder)
        self.intents: dict[str, Intent] = compiled["intents"]
        self.unknowns: dict[str, dict[str, Any]] = compiled["unknowns"]
        self.world = open_world(database)
        self.thresholds = THRESHOLDS
        self.reader = Reader(compiled["lexicon"], self.intents, self.world)

    @classmethod
    def open(cls, path: str | Path | None = None) -> Assistant:
        """Open the embedded database, or another one.

        Raises StoreError where the file is missing or is not a database of this assistant, IntentError where the intent
        files have mistakes.
        """
        chosen = Path(path) if path is not None else assets.asset("budget.db")
        return cls(Database(chosen), assets.asset("intents"))

    @cached_property
    def responder(self) -> Responder:
        """What turns readings into answers."""
        return Responder(self.database, self.intents, self.unknowns, self.world)

    def ask(self, question: str, language: Language | None = None) -> Answer:
        """Answer one question on its own. Any string will do; `language` fixes the answer's language.

        Raises SlowError, a StoreError, where the database is too slow to answer in time.
        """
        with self.database.bounded():
            return self.respond(self.read(question, language))

    def conversation(self, language: Language | None = None) -> Conversation:
        """Return a conversation that remembers what was asked."""
        from assistant.conversation import Conversation

        return Conversation(self, language)

    def read(self, question: str, language: Language | None = None, hints: Hints | None = None) -> Reading:
        """Return how a question is understood."""
        return self.reader.read(question, language, hints)

    def decide(self, reading: Reading) -> Decision:
        """Return what is to be done with a reading."""
        return decide(self.measured(reading), self.intents, self.world, self.thresholds)

    def measured(self, reading: Reading) -> Reading:
        """Return a reading with the figure that its frame means, which may have changed by what was borrowed."""
        return replace(reading, frame=resolved(reading.frame, self.world)) if self.world.register else reading

    def respond(self, reading: Reading, decision: Decision | None = None) -> Answer:
        """Return the answer to a reading."""
        reading = self.measured(reading)
        return self.responder.answer(reading, decision or self.decide(reading))


def _compiled(database: Database, intents_folder: Path) -> dict[str, Any]:
    """Return intents, known unknowns and lexicon, from the cache where nothing has changed."""
    key = assets.fingerprint(intents_folder, database.path)
    cached = assets.read_cache(key)
    if cached is not None:
        return {
            "intents": {name: _intent(table) for name, table in cached["intents"].items()},
            "unknowns": cached["unknowns"],
            "lexicon": Lexicon.load(cached["lexicon"]),
        }
    made = compile_lexicon(database, intents_folder)
    assets.write_cache(
        key,
        {
            "intents": {name: _table(intent) for name, intent in made["intents"].items()},
            "unknowns": made["unknowns"],
            "lexicon": made["lexicon"].dump(),
        },
    )
    return made


def compile_lexicon(database: Database, intents_folder: Path) -> dict[str, Any]:
    """Validate the intent files against the schema and make the lexicon of them and of the store's names.

    Raises IntentError with every problem.
    """
    from assistant.intents.check import check
    from assistant.intents.load import load_intents, load_words

    intents = load_intents(intents_folder, database.register)
    words = load_words(intents_folder / "words", database.register)
    elsewhere = {*load_intents(intents_folder), *load_words(intents_folder / "words")} if database.register else set()
    check(intents, words, database.prepare, elsewhere)
    entries: list[Entry] = []
    ordinary = [word for table in words.values() if table["kind"] == "ordinary" for word in (*table["ja"], *table["en"])]
    kanji = Kanji(*(words.get(name, {}).get("ja", ()) for name in ("same_reading", "same_shape")))
    for name, table in words.items():
        kind = str(table["kind"])
        if kind in ("ordinary", "kanji"):
            continue
        entries += [Entry(s, Sense(kind, name)) for s in (*table["ja"], *table["en"])]
    for intent in intents.values():
        entries += [Entry(s, Sense("concept", intent.name)) for cues in intent.cues.values() for s in cues]
    entries += [Entry(s, Sense(kind, target), kana) for s, kind, target, kana in database.entries()]
    unknowns = {
        n: {"label": t["label"], "nearby": [near for near in t["nearby"] if near in intents]}
        for n, t in words.items()
        if t["kind"] == "unknown"
    }
    return {"intents": intents, "unknowns": unknowns, "lexicon": build_lexicon(entries, ordinary, kanji)}


def _table(intent: Intent) -> dict[str, Any]:
    """Return an intent as built-in values."""
    values = {name: getattr(intent, name) for name in Intent.__slots__}
    return {**values, "takes": sorted(intent.takes), "refuses": sorted(intent.refuses)}


def _intent(table: dict[str, Any]) -> Intent:
    return Intent(**{**table, "takes": frozenset(table["takes"]), "refuses": frozenset(table["refuses"])})
