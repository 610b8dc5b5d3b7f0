"""A conversation: asks one question after another, each in the light of the last turns.

A question that is complete stands alone. One that lacks programmes borrows those of the turn before; one that lacks what
is asked borrows that; and words such as それ, そのうち, 残り, the second one point into the last list. What was borrowed is
said in `understood`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer.model import Answer, Language
from assistant.answer.scope import phrase
from assistant.conversation.asking import asks_itself
from assistant.conversation.borrow import CONTACT, complete
from assistant.conversation.choice import chosen_by_number, chosen_by_words
from assistant.conversation.follow import Follow
from assistant.conversation.pointing import ordered
from assistant.conversation.reply import Reply
from assistant.conversation.state import State, remember
from assistant.conversation.wording import prepared
from assistant.query.filters import FILTERS
from assistant.reading.case import Decision
from assistant.reading.draft import Hints
from assistant.reading.model import Reading

if TYPE_CHECKING:
    from assistant.assistant import Assistant


_POLITE = r"(?:で|に)?(?:もう一度|もういちど|もう一回)?(?:お願い.*|ください|頼む|答えて.*|言って.*|して.*)?[。.!！?？]*$"
_IN_JAPANESE = re.compile(rf"(?:日本語{_POLITE}|(?:again,? )?in japanese(?:,? please)?[.!?]*$)", re.IGNORECASE)
_IN_ENGLISH = re.compile(rf"(?:英語{_POLITE}|(?:again,? )?in english(?:,? please)?[.!?]*$)", re.IGNORECASE)


class Conversation:
    """Asks one question after another; `reset` forgets what was said. `language` fixes the answers' language."""

    def __init__(self, assistant: Assistant, language: Language | None = None) -> None:
        self.assistant = assistant
        self.language = language
        self.spoken: Language | None = None
        self.last: tuple[Reading, Decision] | None = None
        self.state = State()

    def reset(self) -> None:
        """Forget the earlier turns."""
        self.state, self.last = State(), None

    def reply(self, question: str, without: Collection[str] = ()) -> Reply:  # noqa: ARG002
        """Answer a question as `ask` does, with what stands beside the answer."""
        return Reply(self.ask(question))

    def ask(self, question: str) -> Answer:
        """Answer a question in the light of the earlier ones. Any string will do; nothing is raised for it."""
        option = chosen_by_number(question, self.state)
        worded = prepared(question, self.state)
        if (again := self._again(question)) is not None:
            return again
        language = self.language or (None if any(map(str.isalpha, question)) else self.spoken)
        if option is None:
            reading = self.assistant.read(worded, language, self._hints())
            option = chosen_by_words(reading, self.state, asks_itself(reading, self.assistant.intents))
            language = reading.language
        reading = self._complete(reading) if option is None else self.assistant.read(option.question, language)
        decision = self.assistant.decide(reading)
        answer = self.assistant.respond(reading, decision)
        best = decision.candidate
        kind = self.assistant.intents[best.intents[0]].kind if best and best.intents else None
        offered = tuple(p for p in self.assistant.database.catalogue.ministry_of if p in reading.frame.ambiguous)
        self.spoken, self.last = answer.language, (reading, decision)
        self.state = remember(self.state, reading, decision, answer, kind, offered)
        return replace(answer, question=question) if option or worded != question else answer

    def _again(self, question: str) -> Answer | None:
        """Return the last answer in the language that `日本語でもう一度`, `in English please` asks for."""
        spoken = _IN_JAPANESE.match(question.strip()) or _IN_ENGLISH.match(question.strip())
        if not spoken or self.last is None:
            return None
        reading, decision = self.last
        language: Language = "ja" if spoken.re is _IN_JAPANESE else "en"
        return replace(self.assistant.respond(replace(reading, language=language, borrowed=()), decision), question=question)

    def _hints(self) -> Hints:
        """Return what the last turn says about words with several senses."""
        programmes = [str(v) for f in self.state.filters if f.name == "program" and not f.negated for v in f.values]
        programmes = programmes or list(self.state.results)
        asked = frozenset(self.state.intents) & (CONTACT | {"component_amount"})
        asked |= {"extension"} if "whose_extension" in self.state.intents else frozenset()
        return Hints(
            asked,
            tuple(programmes) if len(programmes) == 1 else (),
            len(ordered(self.state)) > 1 or bool(self.state.ranked),
            self.state.listed,
        )

    def _complete(self, reading: Reading) -> Reading:
        """Return the reading with what it lacks, and in words what was borrowed."""
        assistant = self.assistant
        catalogue = assistant.database.catalogue
        follow = Follow(reading, self.state, assistant.world, catalogue, asks_itself(reading, assistant.intents))
        completed, borrowed = complete(follow, assistant.intents)
        words = [phrase(f, reading.language, catalogue) for f in borrowed if f.name in FILTERS and f.values]
        return replace(completed, borrowed=tuple(dict.fromkeys([*words, *completed.borrowed])))
