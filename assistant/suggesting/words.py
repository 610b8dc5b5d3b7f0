"""What suggestions say of themselves, and the few words that join a name and what is asked of it."""

from __future__ import annotations

from assistant.answer.model import Language
from assistant.suggesting.model import SuggestionKind

KINDS: dict[SuggestionKind, dict[Language, str]] = {
    "programme": {"ja": "事業", "en": "programme"},
    "division": {"ja": "担当課・室", "en": "division"},
    "ministry": {"ja": "府省", "en": "ministry"},
    "category": {"ja": "区分", "en": "category"},
    "organisation": {"ja": "機関", "en": "agency"},
    "topic": {"ja": "事業の内容", "en": "topic"},
    "question": {"ja": "質問", "en": "question"},
}
BUREAU: dict[Language, str] = {"ja": "局", "en": "bureau"}
EQUIPMENT: dict[Language, str] = {"ja": "機器", "en": "equipment"}
SEPARATOR: dict[Language, str] = {"ja": "・", "en": " · "}
PROGRAMME = "programme"
"""What an English sentence calls a programme after its name (`the whole genome programme`)."""
PROGRAMME_WORDS = ("programme", "program", "plan", "project")
OF = "の"
MARK: dict[Language, str] = {"ja": "？", "en": "?"}
TYPICAL = (
    "amount",
    "extension",
    "contact",
    "purpose",
    "overview",
    "list",
    "total",
    "recipient",
    "ministry",
    "division",
    "category",
    "organisation",
    "equipment",
    "route",
)
"""The intents that people ask for most, in this order; the others follow by name."""
UNASKED = frozenset({"greeting", "thanks", "farewell", "identity", "budget_stage"})
"""Intents that nobody needs to be offered, or whose example is no question by itself."""
