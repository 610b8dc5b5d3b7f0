"""Kept questions as a maintainer looks at them: grouped by what stopped them, with a draft of what would have caught each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.reading.near import near

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.reading.case import Decision
    from assistant.reading.model import Reading, Sense
    from assistant.unanswered import Kept

WORDS = {"program": "programme", "topic": "programme", "equipment": "programme"}
"""Kinds of a sense whose aliases stand in the document, and their table there."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that were stopped by the same thing."""

    reason: str
    """`words` (not understood), `unknown` (the source never states it), `nothing` (not about the data), or the decision."""
    key: str
    """The words, or the known unknown; empty for the others."""
    questions: tuple[tuple[str, int], ...]
    """Each question once, with how often it was asked, the newest first."""
    newest: str
    """The day of the last one."""

    @property
    def count(self) -> int:
        """How often something of this group was asked."""
        return sum(count for _, count in self.questions)


@dataclass(frozen=True, slots=True)
class Draft:
    """A line for a person to review: the file and table that it belongs to, the text to add, and why."""

    file: str
    table: str
    text: str
    near: str | None
    """The known surface that it is close to; None where there is none."""
    similarity: float


def groups(assistant: Assistant, kept: Iterable[Kept]) -> list[Group]:
    """Return the questions that are still not answered, grouped, those asked most often first."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    shown: dict[str, str] = {}
    for entry in kept:
        reading = assistant.read(entry.question)
        decision = assistant.decide(reading)
        if assistant.respond(reading, decision).answered:
            continue
        same = reading.folded.replace(" ", "")
        shown[same] = entry.question
        found.setdefault(_reason(reading, decision), {}).setdefault(same, []).append(entry.asked)
    made = []
    for (reason, key), questions in found.items():
        ordered = sorted(questions.items(), key=lambda item: item[1][-1], reverse=True)
        counted = tuple((shown[same], len(days)) for same, days in ordered)
        made.append(Group(reason, key, counted, max(days[-1] for days in questions.values())))
    return sorted(made, key=lambda group: (-group.count, group.reason, group.key))


def _reason(reading: Reading, decision: Decision) -> tuple[str, str]:
    """Return what stopped a question, and the words or the known unknown that did."""
    if decision.unknown:
        return "unknown", decision.unknown
    if decision.outcome in ("unexplained", "nothing") and reading.frame.unexplained:
        return "words", " / ".join(dict.fromkeys(reading.frame.unexplained))
    return decision.outcome, ""


def propose(assistant: Assistant, group: Group) -> list[Draft]:
    """Return drafts of the aliases, cues or examples that would have caught a group; none where only a person can say."""
    if group.reason != "words":
        return _examples(assistant, group)
    drafts: list[Draft] = []
    for word in group.key.split(" / "):
        for surface, similarity, senses in near(word, assistant.reader.lexicon, most=1):
            file, table = _place(assistant, senses)
            drafts.append(Draft(file, table, _line(word), surface, similarity))
    return drafts


def _examples(assistant: Assistant, group: Group) -> list[Draft]:
    """Return the question as an example of the intent that came closest, where one did."""
    question = group.questions[0][0]
    best = assistant.read(question).best
    if group.reason not in ("unexplained", "close") or best is None or not best.intents:
        return []
    return [Draft(f"intents/{best.intents[0]}.toml", "examples", _line(question), None, 0.0)]


def _line(text: str) -> str:
    """Return a line of TOML that adds a text to the list of its language."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{"en" if text.isascii() else "ja"} = [..., "{quoted}"]'


def _place(assistant: Assistant, senses: Sequence[Sense]) -> tuple[str, str]:
    """Return the file and table where surfaces of a sense are written."""
    sense = next((s for s in senses if s.kind != "function"), senses[0])
    if sense.kind == "concept":
        intent = sense.id in assistant.intents
        return (f"intents/{sense.id}.toml", "cues") if intent else ("intents/words/closed.toml", sense.id)
    if sense.kind == "unknown":
        return "intents/words/unknowns.toml", sense.id
    table = {"topic": "topics", "equipment": "equipment"}.get(sense.kind, "aliases")
    return "data/shiryo5.toml", f"{WORDS.get(sense.kind, sense.kind)}.{table} ({sense.id})"
