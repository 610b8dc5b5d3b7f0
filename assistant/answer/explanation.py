"""How a question was read, as one object: the mentions, what is left over, the candidates and the decision."""

from __future__ import annotations

from typing import Any

from assistant.reading.case import Decision
from assistant.reading.model import Candidate, Filter, Mention, Reading


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
