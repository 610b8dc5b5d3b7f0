"""How a question was read, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.answer.model import Answer, Language
from assistant.cli import texts

MOST_CANDIDATES = 6
"""Candidates that are shown to a person; the object holds them all."""


def explanation_lines(explanation: dict[str, Any], answer: Answer) -> Iterator[str]:
    """Yield an explanation for a person, in the language of the answer."""
    language = answer.language
    none = texts.NOTHING[language]
    yield texts.TYPED[language].format(question=answer.question)
    yield texts.FOLDED[language].format(folded=explanation["folded"])
    yield texts.MENTIONS[language]
    content = [m for m in explanation["mentions"] if any(not s.startswith("function:") for s in m["senses"])]
    for mention in content:
        value = "" if mention["value"] is None else f" = {mention['value']}"
        senses = ", ".join(s for s in mention["senses"] if not s.startswith("function:"))
        yield f"  {mention['typed']}  {senses}{value}  ({mention['how']}, {mention['score']:g})"
    fillers = [m["typed"] for m in explanation["mentions"] if m not in content]
    if fillers:
        yield f"  {texts.FILLER[language].format(words=' '.join(fillers))}"
    yield texts.COVERED[language].format(percent=f"{100 * explanation['covered']:.0f}")
    yield texts.UNEXPLAINED[language].format(parts=_listed(explanation["unexplained"], none))
    yield texts.FEATURES[language].format(features=_listed(explanation["features"], none))
    yield texts.CONDITIONS[language].format(filters=_listed(map(_condition, explanation["filters"]), none))
    yield texts.CANDIDATES[language]
    for candidate in explanation["candidates"][:MOST_CANDIDATES]:
        yield _candidate_line(candidate, language)
    yield texts.DECISION[language].format(outcome=_outcome(explanation["decision"]))
    yield texts.CONFIDENCE[language].format(confidence=f"{answer.confidence:.3f}")
    yield from statement_lines(answer, language)


def statement_lines(answer: Answer, language: Language) -> Iterator[str]:
    """Yield the statement that was run for an answer and the values in it, or that none was."""
    if answer.sql is None:
        yield texts.NO_STATEMENT[language]
        return
    yield texts.STATEMENT[language]
    yield from (f"  {line}" for line in answer.sql.splitlines())
    yield from (f"  :{name} = {value!r}" for name, value in (answer.parameters or {}).items())


def _listed(words: Iterable[str], none: str) -> str:
    return ", ".join(words) or none


def _condition(condition: dict[str, Any]) -> str:
    sign = "≠" if condition["negated"] else "="
    return f"{condition['name']} {sign} {'|'.join(map(str, condition['values']))}"


def _candidate_line(candidate: dict[str, Any], language: str) -> str:
    words = [f"  {'+'.join(candidate['intents'])}  {candidate['score']:g}"]
    if candidate["margin"]:
        words.append(f"(−{candidate['margin']:g})")
    for key, text in (("used", texts.USES), ("unused", texts.LEAVES)):
        if candidate[key]:
            words.append(text[language].format(words=", ".join(candidate[key])))
    return "  ".join(words)


def _outcome(decision: dict[str, Any]) -> str:
    words = [str(decision["outcome"])]
    if decision["intents"]:
        words.append("+".join(decision["intents"]))
    if decision["wrong"]:
        words.append("≠ " + ", ".join(decision["wrong"]))
    if decision["unknown"]:
        words.append(str(decision["unknown"]))
    if decision["truth"] is not None:
        words.append(str(decision["truth"]).lower())
    words += ["~ " + "+".join(rival) for rival in decision["rivals"]]
    return "  ".join(words)
