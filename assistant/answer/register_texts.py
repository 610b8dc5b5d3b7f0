"""The texts of answers that only a register gives: long lists, courses of years, payees, topics."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer.compose import Context, fill, label_of, stage_of, values_of
from assistant.answer.model import Fact, Language
from assistant.answer.register import course_text, growth
from assistant.intents.model import Intent

_NARROW = {
    "ja": "府省、局、年度、金額（「10億円以上」など）、事業名の一部を添えると絞り込めます。",
    "en": "Add a ministry, bureau, fiscal year, amount (“at least ¥1 billion”) or part of a name to narrow it down.",
}


def more(context: Context, left: int) -> str:
    """Return the sentence that says how many are not shown and how to narrow; empty where all are."""
    if left <= 0:
        return ""
    if context.language == "ja":
        return f"ほか{left:,}件。{_NARROW['ja']}"
    return f"{left:,} more. {_NARROW['en']}"


_SPEAKS = {"name": ("事業名", "name"), "purpose": ("目的", "purpose"), "overview": ("概要", "overview")}


def topic_reason(field: str, words: str, language: Language) -> str:
    """Return why a programme was found: the field of its sheet that speaks of the topic, and the words around it."""
    ja, en = _SPEAKS[field]
    if field == "name":
        return f"（{ja}に一致）" if language == "ja" else f" (in its {en})"
    return f"（{ja}：{words}）" if language == "ja" else f" ({en}: {words})"


def _named(context: Context, fact: Fact) -> str:
    colon = "：" if context.language == "ja" else ": "
    return f"・{context.name(fact.subject, short=True)}{colon}{fact.label}"


def listed(context: Context, intent: Intent) -> str:
    """Text of a list: how many, their total, the first ten with their amounts, and how to narrow."""
    count = next((f for f in context.facts if f.field == "count"), None)
    total = next((f for f in context.facts if f.field == "total"), None)
    shown = [f for f in context.facts if f.citation.sheet is not None and f.field not in ("bureau", "division", "ministry")]
    if count is None or not count.value:
        return fill(intent.says("none", context.language) or "", {"scope": context.scope()})
    if len(shown) == 1 and int(count.value) == 1:
        return fill(intent.says("one", context.language) or "", values_of(context, shown[0], shown))
    number, amount, what = f"{int(count.value):,}", total.label if total else "", label_of(context)
    if context.language == "ja":
        head = f"{context.scope()}は{number}件、{what}の合計は{amount}です。"
        order = "関係の深い順" if context.reasons else f"{what}の大きい順"
        head += f"{order}に{len(shown)}件を示します。" if int(count.value) > len(shown) else ""
    else:
        head = f"{context.scope()[:1].upper()}{context.scope()[1:]}: {number}; {what} comes to {amount} in all."
        order_en = "most related" if context.reasons else "largest"
        head += f" The {len(shown)} {order_en}:" if int(count.value) > len(shown) else ""
    lines = [_named(context, fact) + context.reasons.get(fact.subject, "") for fact in shown]
    return "\n".join([head, *lines, more(context, int(count.value) - len(shown))]).rstrip()


def trend(context: Context, intent: Intent) -> str:
    """Text of a course of years."""
    facts = [f for f in context.facts if f.part and f.part.isdigit()]
    if not facts:
        return fill(intent.says("none", context.language) or "", {"scope": context.scope()})
    measure = context.frame.measure
    rates_ = intent.name == "rate_trend"
    what = stage_of(measure.stage, context.language) if measure else label_of(context)
    if context.language == "ja":
        head = f"{context.scope()}の{what}の推移です（{facts[0].part}〜{facts[-1].part}年度）。"
    else:
        scope = context.scope()
        head = f"{scope[:1].upper()}{scope[1:]}: {what}, FY{facts[0].part} to FY{facts[-1].part}."
    if rates_:
        colon = "年度：" if context.language == "ja" else ": "
        return "\n".join([head, *(f"・{'' if context.language == 'ja' else 'FY'}{f.part}{colon}{f.label}" for f in facts)])
    return course_text(facts, growth(facts), head, context.language)


IMPLAUSIBLE = 1_000_000_000_000
"""Yen from which on a payment may be a slip of the sheet's unit (yen entered as million yen), as some are."""
_CAUTION = {
    "ja": "額はレビューシートの記載どおりです。1兆円以上の額には、記載の単位の誤りとみられるものが含まれることがあります。",
    "en": "Amounts are as the sheets state them; among those of ¥1 trillion or more some look like slips of the unit.",
}


def payees(context: Context, intent: Intent) -> str:
    """Text of whom a programme (or a set) paid, the largest first."""
    paid = [f for f in context.facts if f.field == "paid_amount"]
    values = {"scope": context.scope(), "year": str(context.frame.measure.fiscal_year) if context.frame.measure else ""}
    if not paid:
        return fill(intent.says("none", context.language) or "", values)
    colon = "：" if context.language == "ja" else ": "
    lines = [f"・{f.part}{colon}{f.label}" for f in paid]
    caution = [_CAUTION[context.language]] if any(float(f.value) >= IMPLAUSIBLE for f in paid) else []
    return "\n".join([fill(intent.says("many", context.language) or "", values), *lines, *caution])


def paid_by(context: Context, intent: Intent) -> str:
    """Text of who paid somebody: how many programmes, how much in all, the largest first."""
    count = next((f for f in context.facts if f.field == "count"), None)
    total = next((f for f in context.facts if f.field == "total"), None)
    scope = context.scope()
    values = {"scope": scope, "year": str(context.frame.measure.fiscal_year) if context.frame.measure else ""}
    shown = [f for f in context.facts if f.field == "paid_amount"]
    if count is None or not count.value:
        return fill(intent.says("none", context.language) or "", values)
    values |= {"Scope": f"{scope[:1].upper()}{scope[1:]}", "figure": count.label, "amount": total.label if total else ""}
    head = fill(intent.says("one", context.language) or "", values)
    return "\n".join([head, *(_named(context, f) for f in shown), more(context, int(count.value) - len(shown))]).rstrip()


def rates(context: Context, intent: Intent) -> str:
    """Text of execution rates, each with the two amounts that it is made of."""
    found = [f for f in context.facts if f.field == "execution_rate"]
    values = {"scope": context.scope(), "label": label_of(context)}
    if not found:
        return fill(intent.says("none", context.language) or "", values)

    def of(fact: Fact) -> str:
        both = [f.label for f in context.facts if f.subject == fact.subject and f.field in ("executed_amount", "amount")]
        made = " ÷ ".join(both)
        return f"{fact.label}（{made}）" if context.language == "ja" else f"{fact.label} ({made})"

    if len(found) == 1:
        return fill(intent.says("one", context.language) or "", values_of(context, found[0], found) | {"figure": of(found[0])})
    colon = "：" if context.language == "ja" else ": "
    lines = [f"・{context.name(f.subject, short=True)}{colon}{of(f)}" for f in found]
    return "\n".join([fill(intent.says("many", context.language) or "", values), *lines])


def by_rate(context: Context, intent: Intent) -> str:
    """Text of a ranking by execution rate."""
    found = [f for f in context.facts if f.field == "execution_rate"]
    values = {"scope": context.scope(), "label": label_of(context)}
    if not found:
        return fill(intent.says("none", context.language) or "", values)
    return "\n".join([fill(intent.says("one", context.language) or "", values), *(_named(context, f) for f in found)])


_PERIOD = {
    "ja": {
        (True, True): "開始年度は{start}、終了（予定）年度は{end}です",
        (True, False): "開始年度は{start}です。終了（予定）年度は記載されていません",
        (False, True): "終了（予定）年度は{end}です。開始年度は記載されていません",
    },
    "en": {
        (True, True): "from {start} to {end}, the (planned) final year",
        (True, False): "from {start}; no final year is stated",
        (False, True): "until {end}, the (planned) final year; no first year is stated",
    },
}
"""What is said of a programme's first and final years, by which of them are stated."""


def period(context: Context, intent: Intent) -> str:
    """Text of the first and final years of a programme in a sentence, of several in a line each."""
    language = context.language
    years: dict[str, dict[str, Fact]] = {}
    for fact in context.facts:  # those of all that is asked: with several intents, `facts` are the first years alone
        if fact.field in ("start_year", "end_year"):
            years.setdefault(fact.subject, {})[fact.field] = fact

    def said(stated: dict[str, Fact]) -> str:
        start, end = stated.get("start_year"), stated.get("end_year")
        words = _PERIOD[language][start is not None, end is not None]
        return words.format(start=start.label if start else "", end=end.label if end else "")

    if len(years) == 1:
        ((subject, stated),) = years.items()
        sheet = next(iter(stated.values())).citation.sheet
        if language == "ja":
            return f"{context.name(subject)}の{said(stated)}（レビューシート{sheet}）。"
        return f"{context.name(subject)}: {said(stated)} (review sheet {sheet})."
    colon = "：" if language == "ja" else ": "
    lines = [f"・{context.name(subject, short=True)}{colon}{said(stated)}" for subject, stated in years.items()]
    return "\n".join([fill(intent.says("many", language) or "", {"scope": context.scope(), "Scope": context.scope()}), *lines])


REGISTER: dict[str, Callable[[Context, Intent], str]] = {
    "list": listed,
    "trend": trend,
    "rate_trend": trend,
    "rate_low": by_rate,
    "rate_high": by_rate,
    "payees": payees,
    "paid_by": paid_by,
}
"""Texts by the name of the intent, where the store is a register."""
