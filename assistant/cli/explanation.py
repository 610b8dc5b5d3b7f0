"""How a question was read, for `--explain`: as one object for programs, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.answer.model import Answer
from assistant.cli import texts
from assistant.reading.case import Decision
from assistant.reading.model import Candidate, Filter, Mention, Reading

MOST_CANDIDATES = 6
"""Candidates that are shown to a person; the object holds them all."""


def explain(reading: Reading, decision: Decision) -> dict[str, Any]:
    """Return the reading and the decision as JSON-ready values."""
    return {
        "folded": reading.folded,
        "mentions": [_mention(m, typed) for m, typed in zip(reading.mentions, reading.sources, strict=False)],
        "covered": round(reading.covered, 3),
        "unexplained": list(reading.frame.unexplained),
        "features": sorted(reading.frame.features),
        "filters": [_filter(f) for f in reading.frame.filters],
        "candidates": [_candidate(c, reading.best) for c in reading.candidates],
        "decision": {
            "outcome": decision.outcome,
            "intents": list(decision.candidate.intents) if decision.candidate else [],
            "wrong": [f"{kind}:{id_}" for kind, id_ in decision.wrong],
            "unknown": decision.unknown,
            "truth": decision.truth,
            "rivals": [list(rival.intents) for rival in decision.rivals],
        },
    }


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
    if answer.sql is None:
        yield texts.NO_STATEMENT[language]
        return
    yield texts.STATEMENT[language]
    yield from (f"  {line}" for line in answer.sql.splitlines())
    yield from (f"  :{name} = {value!r}" for name, value in (answer.parameters or {}).items())


def _mention(mention: Mention, typed: str) -> dict[str, Any]:
    return {
        "typed": typed,
        "folded": mention.surface,
        "senses": [f"{sense.kind}:{sense.id}" for sense in mention.senses],
        "how": mention.how,
        "score": round(mention.score, 1),
        "value": _plain(mention.value),
    }


def _filter(condition: Filter) -> dict[str, Any]:
    return {"name": condition.name, "values": list(condition.values), "negated": condition.negated}


def _candidate(candidate: Candidate, best: Candidate | None) -> dict[str, Any]:
    return {
        "intents": list(candidate.intents),
        "score": round(candidate.score, 3),
        "margin": round((best.score if best else candidate.score) - candidate.score, 3),
        "used": list(candidate.used),
        "unused": list(candidate.unused),
    }


def _plain(value: Any) -> Any:
    """Return the value of a number mention as JSON knows it."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


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
