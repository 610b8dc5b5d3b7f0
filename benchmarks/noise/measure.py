"""What noise costs: clean cases that are answered rightly, asked again with one error each, by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant import Assistant
from assistant.evaluation.cases import Case, ask_case
from assistant.evaluation.scoring import differences
from benchmarks.noise.model import Kind, Language, rng_for
from tests.scoring import FOLDER, known_failures, question_files, shortcomings

FIRST_ROUND = 10
"""The oldest round of fresh questions that is measured if no file is named."""
NOISY_TAGS = frozenset({"typo", "romaji", "kana"})
_ROUND = re.compile(r"fresh-(\d+)-")
Advance = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A noisy question that is not answered as the clean one is: what was missed of what is expected, and the reply."""

    id: str
    question: str
    expected: str
    answer: str
    wrong: bool


@dataclass(slots=True)
class Result:
    """The figures of one kind: how many questions had the noise, and which of them failed."""

    kind: Kind
    questions: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """Return how many were answered, but not as expected."""
        return sum(failure.wrong for failure in self.failures)

    @property
    def missed(self) -> int:
        """Return how many were asked back or refused."""
        return len(self.failures) - self.wrong

    @property
    def correct(self) -> int:
        """Return how many were answered as expected."""
        return self.questions - len(self.failures)


def default_files() -> list[Path]:
    """Return the team's set and the fresh sets of the newer rounds."""
    rounds = {path: int(match[1]) for path in question_files() if (match := _ROUND.match(path.name))}
    return [FOLDER / "dev.jsonl", *(path for path, number in rounds.items() if number >= FIRST_ROUND)]


def clean(cases: Iterable[Case]) -> list[Case]:
    """Return the cases of one question that have no noise of their own and are not known to fail."""
    failing = known_failures()
    return [c for c in cases if len(c.turns) == 1 and not NOISY_TAGS & set(c.tags) and c.id not in failing]


def language_of(case: Case) -> Language:
    """Return the language of a case: the one of its tags; where both or neither are there, Japanese if it has hiragana."""
    tagged: list[Language] = [language for language in ("ja", "en") if language in case.tags]
    question = case.turns[0].question
    if len(tagged) == 1:
        return tagged[0]
    return "ja" if re.search(r"[ぁ-ん]", question) or not re.search(r"[A-Za-z]+ +[A-Za-z]+", question) else "en"


def right(assistant: Assistant, cases: Sequence[Case], advance: Advance) -> list[Case]:
    """Return the cases that are answered as expected without noise."""
    found = []
    for case in cases:
        if not shortcomings(case, ask_case(assistant, case)):
            found.append(case)
        advance()
    return found


def measure(assistant: Assistant, cases: Sequence[Case], kind: Kind, seed: int, advance: Advance) -> Result:
    """Ask every case of the kind's language with one error of that kind, and return what came of it."""
    result = Result(kind)
    for case in cases:
        if language_of(case) == kind.language and (failed := _asked(assistant, case, kind, seed)) is not None:
            result.questions += 1
            result.failures += failed
        advance()
    return result


def _asked(assistant: Assistant, case: Case, kind: Kind, seed: int) -> list[Failure] | None:
    """Return the failure of a case with noise, nothing where it is answered well, or None where there is no such noise."""
    (turn,) = case.turns
    noisy = kind.apply(turn.question, rng_for(seed, case.id, kind.name))
    if noisy is None:
        return None
    asked = replace(case, turns=(replace(turn, question=noisy),))
    replies = ask_case(assistant, asked)
    if not shortcomings(asked, replies):
        return []
    (reply,) = replies
    expected = "; ".join(differences(turn.expected, reply))
    return [Failure(case.id, noisy, expected, reply["text"], reply["status"] == "answered")]
