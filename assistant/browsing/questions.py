"""The questions behind what is shown: asked of the assistant, each is answered with exactly the values shown."""

from __future__ import annotations

from assistant.answer.model import Language

QUESTIONS: dict[str, tuple[str, str]] = {
    "amount": ("{name}の予算額は？", "What is the budget of {name}?"),
    "component_amount": ("{name}の予算額の内訳は？", "What are the stated parts of the budget of {name}?"),
    "related_amount": ("{name}の別枠の額は？", "What related amount is stated for {name}?"),
    "contact": ("{name}の担当・連絡先は？", "Who is in charge of {name}?"),
    "ministry": ("{name}の所管府省は？", "Which ministry is in charge of {name}?"),
    "category": ("{name}の区分は？", "Which category is {name} in?"),
    "purpose": ("{name}の目的は？", "What is the purpose of {name}?"),
    "overview": ("{name}の概要は？", "What is the overview of {name}?"),
    "background": ("{name}の背景は？", "What is the background of {name}?"),
    "organisation": ("{name}の関係機関は？", "Which agencies take part in {name}?"),
    "route": ("{name}の資金の流れは？", "What is the route of the money of {name}?"),
    "recipient": ("{name}の資金の受け手は？", "Who are the recipients of {name}?"),
    "eligibility": ("{name}の対象者は？", "Who is eligible for {name}?"),
    "condition": ("{name}の要件は？", "What are the conditions of {name}?"),
    "field_of_support": ("{name}の支援分野は？", "Which field does {name} support?"),
    "stage": ("{name}が支援する段階は？", "Which stages does {name} support?"),
    "scale": ("{name}の支援の規模は？", "What is the scale of support of {name}?"),
    "period": ("{name}の期間は？", "What is the period of {name}?"),
    "pillar": ("{name}の柱は？", "What are the pillars of {name}?"),
    "equipment": ("{name}の機器・装置は？", "Which equipment is named for {name}?"),
    "estimated_costs": ("{name}の必要経費の項目は？", "What are the cost items of {name}?"),
    "outcome": ("{name}で期待される効果は？", "What outcome is expected of {name}?"),
    "target": ("{name}の成果目標は？", "What is the target of {name}?"),
    "plan_date": ("{name}の策定時期は？", "When was the plan of {name} adopted?"),
    "name": ("{name}の正式名称は？", "What is the official name of {name}?"),
    "name_en": ("{name}の英語名は？", "What is the English name of {name}?"),
}
"""By intent, in the order of a card: what callers ask first comes first."""
_DIVISION = ("{name}の担当・連絡先は？", "Who is the contact at the {name}?")


def question_of(intent: str, name: str, language: Language) -> str:
    """Return the question that asks this of the programme of that name."""
    return QUESTIONS[intent][0 if language == "ja" else 1].format(name=name)


def question_of_division(division: str, bureau: str | None, language: Language) -> str:
    """Return the question that asks for the contact of a division; a bureau is given where its name alone is not enough."""
    if language == "ja":
        return _DIVISION[0].format(name=f"{bureau or ''}{division}")
    return _DIVISION[1].format(name=f"{division}, {bureau}" if bureau else division)
