"""A conversation: asks one question after another, each in the light of the last turns.

A question that is complete stands alone. One that lacks programmes borrows those of the turn before; one that lacks what
is asked borrows that; and words such as それ, そのうち, 残り, the second one point into the last list. What was borrowed is
said in `understood`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from assistant.answer.explanation import explain
from assistant.answer.model import Answer, Language, Option
from assistant.answer.scope import phrase
from assistant.conversation.asking import asks_itself
from assistant.conversation.borrow import CONTACT, complete
from assistant.conversation.chips import ASKED, PROGRAMME, chips
from assistant.conversation.choice import chosen_by_number, chosen_by_words
from assistant.conversation.follow import Follow
from assistant.conversation.next_questions import NextQuestions
from assistant.conversation.pointing import ordered
from assistant.conversation.reply import Borrowed, Reply
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


class Turn(NamedTuple):
    """What one turn came to."""

    answer: Answer
    reading: Reading
    decision: Decision
    borrowed: tuple[Borrowed, ...] = ()


class Thread(NamedTuple):
    """What a conversation carries from turn to turn."""

    state: State = State()
    last: tuple[Reading, Decision] | None = None
    spoken: Language | None = None


class Conversation:
    """Asks one question after another; `reset` forgets what was said. `language` fixes the answers' language."""

    def __init__(self, assistant: Assistant, language: Language | None = None) -> None:
        self.assistant = assistant
        self.language = language
        self._thread = self._earlier = Thread()
        self._next = NextQuestions(assistant)
        self._offered: dict[str, Option] = {}
        """What was offered after refusals: chosen from there, a question stands alone, whatever came before."""

    @property
    def state(self) -> State:
        """What the next turn may refer to."""
        return self._thread.state

    def reset(self) -> None:
        """Forget the earlier turns."""
        self._thread = self._earlier = Thread(spoken=self._thread.spoken)
        self._offered.clear()

    def ask(self, question: str) -> Answer:
        """Answer a question in the light of the earlier ones. Any string will do.

        Raises SlowError, a StoreError, where the database is too slow to answer in time; the turn is then as never asked.
        """
        with self.assistant.database.bounded():
            return self._turn(question).answer

    def reply(self, question: str, without: Collection[str] = ()) -> Reply:
        """Answer a question as `ask` does, with what stands beside the answer.

        With `without` it is the last turn once more: asked in the light of what came before that turn, borrowing
        nothing of these ids (of `Reply.borrowed`), and remembered in its place. Ids that nothing has are passed over.
        """
        if without:
            self._thread = self._earlier
        with self.assistant.database.bounded():
            answer, reading, decision, borrowed = self._turn(question, frozenset(without))
            following = self._next.after(reading, decision, answer)
        self._offered |= {option.question: option for option in following}
        return Reply(answer, borrowed, following, explain(reading, decision))

    def _turn(self, question: str, without: frozenset[str] = frozenset()) -> Turn:
        """Answer a question, and remember it."""
        self._earlier = self._thread
        if (again := self._again(question)) is not None:
            return again
        state, spoken = self._thread.state, self._thread.spoken
        option = chosen_by_number(question, state) or self._offered.get(question)
        worded = prepared(question, state)
        language = self.language or (None if any(map(str.isalpha, question)) else spoken)
        read = self.assistant.read
        if option is None:
            reading = read(worded, language, self._hints(without))
            option = chosen_by_words(reading, state, asks_itself(reading, self.assistant.intents))
            language = reading.language
        borrowed: tuple[Borrowed, ...] = ()
        if option is not None:
            reading = read(option.question, language)
        else:
            reading, borrowed, alone = self._complete(reading, without)
            if alone:
                reading, state, worded = read(question, language), State(), question
        decision = self.assistant.decide(reading)
        answer = self.assistant.respond(reading, decision)
        best = decision.candidate
        kind = self.assistant.intents[best.intents[0]].kind if best and best.intents else None
        listed = () if self.assistant.database.register else self.assistant.database.catalogue.ministry_of
        offered = tuple(p for p in listed if p in reading.frame.ambiguous) or (reading.frame.ambiguous if not listed else ())
        state = remember(state, reading, decision, answer, kind, offered)
        self._thread = Thread(state, (reading, decision), answer.language)
        answer = replace(answer, question=question) if option or worded != question else answer
        return Turn(answer, reading, decision, borrowed)

    def _again(self, question: str) -> Turn | None:
        """Return the last answer in the language that `日本語でもう一度`, `in English please` asks for."""
        spoken = _IN_JAPANESE.match(question.strip()) or _IN_ENGLISH.match(question.strip())
        if not spoken or self._thread.last is None:
            return None
        reading, decision = self._thread.last
        language: Language = "ja" if spoken.re is _IN_JAPANESE else "en"
        reading = replace(reading, language=language, borrowed=())
        return Turn(replace(self.assistant.respond(reading, decision), question=question), reading, decision)

    def _hints(self, without: frozenset[str]) -> Hints:
        """Return what the last turn says about words with several senses."""
        state = self._thread.state
        programmes = [str(v) for f in state.filters if f.name == "program" and not f.negated for v in f.values]
        programmes = programmes or list(state.results)
        asked = frozenset(state.intents) & (CONTACT | {"component_amount"})
        asked |= {"extension"} if "whose_extension" in state.intents else frozenset()
        return Hints(
            frozenset() if ASKED in without else asked,
            tuple(programmes) if len(programmes) == 1 and PROGRAMME not in without else (),
            len(ordered(state)) > 1 or bool(state.ranked),
            state.listed,
        )

    def _complete(self, reading: Reading, without: frozenset[str]) -> tuple[Reading, tuple[Borrowed, ...], bool]:
        """Return the reading with what it lacks, what was borrowed, and whether it is to be read alone instead.

        It is where all that it would have borrowed is left out.
        """
        assistant = self.assistant
        catalogue = assistant.database.catalogue
        follow = Follow(
            reading, self._thread.state, assistant.world, catalogue, asks_itself(reading, assistant.intents), without
        )
        completed, conditions = complete(follow, assistant.intents)
        borrowed = chips(follow, completed, conditions, assistant.intents)
        if without:
            everything, all_of_it = complete(follow._replace(without=frozenset()), assistant.intents)
            wanted = {b.id for b in chips(follow, everything, all_of_it, assistant.intents)}
            found = {b.id for b in borrowed}
            if wanted & without and (not wanted - without or not found or found & without):
                return reading, (), True
        words = [phrase(f, reading.language, catalogue) for f in conditions if f.name in FILTERS and f.values]
        return replace(completed, borrowed=tuple(dict.fromkeys([*words, *completed.borrowed]))), borrowed, False
