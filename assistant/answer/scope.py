"""A selection in words: what `understood`, headings and totals call the set of programmes that was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.model import Language
from assistant.query.filters import FILTERS
from assistant.reading.model import Filter

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

_TRILLION = 10**12
_AND = {"ja": "・", "en": " and "}
_CONTACT = {"extension": ("内線", "extension"), "division": ("担当課・室", "division"), "bureau": ("担当局", "bureau")}
_ORDER_JA = ("rate_ge", "rate_gt", "rate_le", "rate_lt", "topic", "payee", "account", "policy", "started", "ended",
             "bureau", "division", "ministry", "organisation", "prints", "contacts_at_least", "amount_ge", "amount_gt",
             "amount_le", "amount_lt", "amount_eq", "stated_amount", "category", "program")  # fmt: skip


def name_of(subject: str, language: Language, catalogue: Catalogue, *, short: bool = False) -> str:
    """Return what a subject (`program:…`, `ministry:…`, `all`) is called."""
    names = catalogue.names.get(subject)
    if names is None:
        if subject == "all" and catalogue.large:
            return "全府省の事業" if language == "ja" else "all programmes"
        if subject == "all":
            return f"全{catalogue.size:,}事業" if language == "ja" else f"all {catalogue.size:,} programmes"
        printed = subject.partition(":")[2]
        return catalogue.printed_en.get(printed, printed) if language == "en" else printed
    if short:
        return names.short_ja if language == "ja" else names.short_en
    return names.ja if language == "ja" else names.en


def _value(filter_: Filter, value: str | int, language: Language, catalogue: Catalogue, short: bool) -> str:
    if filter_.name.startswith("amount_") or filter_.name == "stated_amount":
        in_full = int(value) >= _TRILLION  # 1兆円, not 10,000億円
        return figures.exact_money(int(value), language) if in_full else figures.money(int(value), language)
    if filter_.name == "contacts_at_least":
        return f"{value}つ" if language == "ja" else str(value)
    if filter_.name == "prints":
        return _CONTACT[str(value)][0 if language == "ja" else 1]
    if filter_.name.startswith("rate_"):
        return figures.percent(float(value))
    if filter_.name in ("started", "ended"):
        return str(value)
    if filter_.name == "topic":
        return f"「{value}」" if language == "ja" else f"“{value}”"
    if filter_.name in ("bureau", "division", "account", "policy", "payee"):
        return name_of(f"x:{value}", language, catalogue)
    return name_of(f"{filter_.name}:{value}", language, catalogue, short=short)


def phrase(filter_: Filter, language: Language, catalogue: Catalogue, *, short: bool = True) -> str:
    """Return the words of one condition."""
    spec = FILTERS[filter_.name]
    values = list(dict.fromkeys(_value(filter_, v, language, catalogue, short) for v in filter_.values))
    if filter_.name == "bureau" and all(value.startswith(values[0]) for value in values):
        values = values[:1]  # an agency with its own departments
    if filter_.name == "payee":
        values = sorted(values, key=len)[:1]  # the others are spellings of the same
    names = _AND[language].join(values)
    if filter_.negated:
        return (spec.not_ja if language == "ja" else spec.not_en).replace("{names}", names)
    return (spec.ja if language == "ja" else spec.en).replace("{names}", names)


def describe(filters: Sequence[Filter], language: Language, catalogue: Catalogue, *, short: bool = False) -> str:
    """Return a set of programmes in words: 文部科学省の基金以外の事業, MEXT programmes of at most ¥2 billion."""
    usable = [f for f in filters if f.name in FILTERS and f.values]
    if not usable:
        return name_of("all", language, catalogue)
    only = usable[0] if len(usable) == 1 else None
    if only and not only.negated and only.name == "program":
        return phrase(only, language, catalogue, short=short or len(only.values) > 1)
    if only and not only.negated and only.name in ("ministry", "category") and len(only.values) == 1:
        name = name_of(f"{only.name}:{only.values[0]}", language, catalogue)
        if language == "ja":
            return f"{name}の事業"
        return f"{name} programmes" if only.name == "ministry" else f"the programmes of {name}"
    usable.sort(key=lambda f: _ORDER_JA.index(f.name))
    if language == "ja":
        return _japanese(usable, catalogue)
    return _english(usable, catalogue)


def _japanese(filters: Sequence[Filter], catalogue: Catalogue) -> str:
    pieces = []
    for filter_ in filters:
        words = phrase(filter_, "ja", catalogue)
        pieces.append(words if words.endswith(("の", "る", "た", "ない")) else words + "の")
        if len(filters) > 1 and _both_ends(filter_, filters):
            pieces[-1] = pieces[-1].removesuffix("の").replace("を超える", "を超え")
    text = "".join(pieces)
    return text + "事業" if not text.endswith("の") or len(text) > 1 else text


def _both_ends(lower: Filter, filters: Sequence[Filter]) -> bool:
    """Whether a filter is the lower bound of an amount or a rate, and the upper one follows it."""
    kind, _, bound = lower.name.partition("_")
    upper = {f"{kind}_le", f"{kind}_lt"}
    return kind in ("amount", "rate") and bound in ("ge", "gt") and not lower.negated and any(f.name in upper for f in filters)


def _english(filters: Sequence[Filter], catalogue: Catalogue) -> str:
    before = [phrase(f, "en", catalogue) for f in filters if f.name in ("ministry", "category") and not f.negated]
    others = [f for f in filters if not (f.name in ("ministry", "category") and not f.negated)]
    after = [phrase(f, "en", catalogue) + (" and" if _both_ends(f, filters) else "") for f in others]
    return " ".join([*before, "programmes", *after])
