"""Facts to text: the sentence of the intent's wording where one fact answers, a heading and lines where several do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.contacts import CONTACT, contact_rows
from assistant.answer.model import Fact, Language
from assistant.answer.scope import describe, name_of
from assistant.answer.tables import title
from assistant.intents.model import Intent
from assistant.query.model import Query
from assistant.reading.model import Filter, Frame, Measure

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

SUMMARIES = ("count", "total", "average", "median")
COMPUTED = ("count", "average", "median", "share", "ratio", "difference", "rank")
JOIN = {"ja": "、", "en": ", "}


@dataclass(frozen=True, slots=True)
class Context:
    """What composing needs besides the facts."""

    language: Language
    catalogue: Catalogue
    source: dict[str, str]
    frame: Frame
    query: Query
    facts: tuple[Fact, ...]
    intents: tuple[Intent, ...]
    every: Mapping[str, Intent]
    """All intents by name, for the sentences that a combination of fields needs."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why a programme of a register is shown: by subject, what follows its amount."""

    def name(self, subject: str, *, short: bool = False) -> str:
        """Return what a subject is called."""
        return name_of(subject, self.language, self.catalogue, short=short)

    def scope(self, filters: Sequence[Filter] | None = None, *, short: bool = False) -> str:
        """Return the selection in words."""
        chosen = self.query.selection if filters is None else filters
        return describe(chosen, self.language, self.catalogue, short=short)

    def of(self, *fields: str) -> list[Fact]:
        """Return the facts of these fields."""
        return [f for f in self.facts if f.field in fields]


def compose(context: Context) -> str:
    """Return the text that states every fact."""
    if len(context.intents) > 1:
        return _several(context)
    intent = context.intents[0]
    if context.frame.measure is not None and intent.name == "rate":
        from assistant.answer.register_texts import rates

        return rates(context, intent)
    if intent.kind in ("attribute", "source"):
        return _attribute(context, intent, context.facts)
    return _operation(context, intent)


def _several(context: Context) -> str:
    """One block an intent, in the order of the facts; contact fields make one block."""
    contact = [i for i in context.intents if i.field in CONTACT or i.name == "contact"]
    blocks: list[str] = []
    done: set[str] = set()
    for asked in context.intents:
        intent, own = asked, _facts_of(context, asked)
        if asked in contact:
            if contact[0] is not asked:
                continue
            whole = next((i for i in contact if i.name == "contact"), None)
            intent = whole or (contact[0] if len(contact) == 1 else asked)
        elif asked.name in SUMMARIES:
            blocks += [
                fill(asked.says("one", context.language) or "{figure}", values_of(context, f, _amounts(context))) for f in own
            ]
            continue
        if intent.field in done:
            continue
        done.add(intent.field or intent.name)
        if own:
            blocks.append(_list(context, intent, own) if intent.kind == "operation" else _attribute(context, intent, own))
        elif missing := intent.says("none", context.language):
            scope = context.scope()
            blocks.append(fill(missing, {"scope": scope, "programme": scope, "asked": intent.title[context.language]}))
    return "\n".join(blocks)


def _amounts(context: Context) -> list[Fact]:
    return context.of("amount")


def _facts_of(context: Context, intent: Intent) -> tuple[Fact, ...]:
    """Return the facts that one of several intents asked for."""
    if intent.field in CONTACT or intent.name == "contact":
        return tuple(context.of(*CONTACT))
    if intent.name in SUMMARIES:
        return tuple(context.of(intent.name)[:1])
    return tuple(context.of("amount" if intent.kind == "operation" else intent.field or ""))


def fill(template: str, values: dict[str, str]) -> str:
    """Put values into a sentence; `{Scope}` is the scope with a capital."""
    for key, value in values.items():
        template = template.replace("{" + key + "}", value)
        if key == "scope":
            template = template.replace("{Scope}", value[:1].upper() + value[1:])
    return template


def _sheets(facts: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(f.citation.sheet for f in facts if f.citation.sheet))


def _cite(context: Context, facts: Sequence[Fact]) -> str:
    """Return the closing citation of a list."""
    sheets = _sheets(facts)
    if not sheets:
        return ""
    if context.language == "ja":
        joined = "」「".join(sheets[: len(sheets) if len(sheets) <= 2 else 1])
        return f"（出典：「{joined}」）" if len(sheets) <= 2 else f"（出典：「{joined}」など{len(sheets)}件のシート）"
    joined = "”, “".join(sheets[: len(sheets) if len(sheets) <= 2 else 1])
    return f"(Source: “{joined}”)" if len(sheets) <= 2 else f"(Source: “{joined}” and {len(sheets) - 1} more sheets)"


def values_of(context: Context, fact: Fact, facts: Sequence[Fact]) -> dict[str, str]:
    """Return what a sentence about one fact may mention."""
    source, language = context.source, context.language
    en = "_en" if language == "en" else ""
    programme = fact.subject.partition(":")[2]
    contacts = context.catalogue.contacts_of.get(programme, ())
    beside = next((c for c in contacts if c[2] in (fact.part, fact.value)), contacts[0] if len(contacts) == 1 else None)
    return {
        "figure": fact.label,
        "value": fact.label,
        "raw": str(fact.value),
        "programme": context.name(fact.subject),
        "ministry": context.name("ministry:" + context.catalogue.ministry_of.get(programme, ""), short=language == "en"),
        "long": context.name("category:" + context.catalogue.category_of.get(programme, "")),
        "part": name_of(f"x:{fact.part}", language, context.catalogue) if fact.part else "",
        "bureau": context.name(f"x:{beside[1]}") if beside else "",
        "sheet": fact.citation.sheet or "",
        "label": label_of(context),
        "year": str(context.frame.measure.fiscal_year) if context.frame.measure else source["fiscal_year"],
        "scope": context.scope(),
        "set": _set(context, len({f.subject for f in facts})),
        "list": _inline(context, facts),
        "count": str(len({f.subject for f in facts})),
        "title": source["title" + en],
        "meeting": source["meeting" + en],
        "number": source["document_number" + en],
        "date": source["date"],
        "budget": source["budget" + en],
        "stage": source["budget_stage" + en],
        "asked": context.intents[0].title[language],
    }


STAGES = {
    "initial": ("当初予算", "initial budget"),
    "supplementary": ("補正予算", "supplementary budget"),
    "carried in": ("前年度からの繰越額", "amount carried in"),
    "carried out": ("翌年度への繰越額", "amount carried out"),
    "reserve": ("予備費等", "reserve funds"),
    "total": ("予算計", "total budget"),
    "executed": ("執行額", "executed amount"),
    "requested": ("要求額", "requested amount"),
    "rate": ("執行率", "execution rate"),
}
"""How the stages of a register's amounts are called."""


def label_of(context: Context) -> str:
    """Return which figure the amounts of an answer are: of the document's budget, or of a fiscal year and stage."""
    measure, source = context.frame.measure, context.source
    if measure is None:
        return f"{source['budget']}額（案）" if context.language == "ja" else f"the draft {source['budget_en']} amount"
    return figure_label(measure, context.language)


def figure_label(measure: Measure, language: Language) -> str:
    """Return a figure of a register in words: 2022年度の執行額, the FY2022 executed amount."""
    stage = stage_of(measure.stage, language)
    return f"{measure.fiscal_year}年度の{stage}" if language == "ja" else f"the FY{measure.fiscal_year} {stage}"


def stage_of(stage: str, language: Language) -> str:
    """Return how a stage of a register's amounts is called."""
    ja, en = STAGES[stage]
    return ja if language == "ja" else en


def _set(context: Context, count: int) -> str:
    """Return the selection with the number of its programmes, unless its words say it (全9事業)."""
    scope = context.scope()
    if not context.query.selection or context.frame.measure is not None:
        return scope
    if context.language == "ja":
        return f"{scope}（{count}事業）"
    return f"{scope} ({count} programme{'s' * (count != 1)})"


def _attribute(context: Context, intent: Intent, facts: Sequence[Fact]) -> str:
    """Return the text of one attribute of one or more programmes."""
    language = context.language
    if not facts:
        return fill(
            intent.says("none", language) or "",
            {"scope": context.scope(), "programme": context.scope(), "asked": intent.title[language]},
        )
    if intent.name == "related_amount":
        return _related(context, intent, facts[0])
    if all(f.field in CONTACT for f in facts):
        return _contact(context, intent, facts)
    if intent.field == "start_year":
        from assistant.answer.register_texts import period

        return period(context, intent)
    values = values_of(context, facts[0], facts)
    if len(facts) == 1:
        return fill(intent.says("one", language) or "{figure}", values)
    if intent.kind == "source":
        return "\n".join([intent.says("many", language) or "", *(f"・{title_of(context, f)}: {f.label}" for f in facts)])
    heading = fill(intent.says("many", language) or "{list}", values)
    if "{list}" in (intent.says("many", language) or ""):
        if len({f.subject for f in facts}) == 1:
            return heading
        title_, scope = intent.title[language], context.scope()
        heading = (
            f"{scope}の{title_}は次のとおりです。" if language == "ja" else f"{title_[:1].upper()}{title_[1:]} of {scope}:"
        )
    return "\n".join([heading, *_lines(context, facts), _cite(context, facts)]).rstrip()


def title_of(context: Context, fact: Fact) -> str:
    """Return the heading of a source's fact: the title of the intent that asks for it."""
    return next(
        (i.title[context.language] for i in context.intents if i.field == fact.field),
        title(fact.field, context.language),
    )


def _related(context: Context, intent: Intent, fact: Fact) -> str:
    whole = next((a for a in context.catalogue.amounts.get(fact.subject.partition(":")[2], ()) if a.scope == "whole"), None)
    values = values_of(context, fact, [fact])
    values["whole"] = figures.money(whole.yen, context.language) if whole else ""
    values["note"] = (
        "内閣官房が進めるグローバル・スタートアップ・キャンパス構想関連事業に係る額としてJSTの基金に計上されたもの"
        if context.language == "ja"
        else "entered on the JST fund for the Global Startup Campus initiative led by the Cabinet Secretariat"
    )
    return fill(intent.says("one", context.language) or "", values)


def _contact(context: Context, intent: Intent, facts: Sequence[Fact]) -> str:
    """Return contacts: one in a sentence, several as lines of bureau, division and extension."""
    language = context.language
    rows = contact_rows(facts)
    asked_extension = any(f.field == "extension" for f in facts)
    if len(rows) == 1:
        bureau, division, extension = rows[0][1:]
        values = values_of(context, extension or division or bureau or facts[0], facts)
        values["list"] = contact_line(language, context.catalogue, rows[0])
        values["part"] = values["part"] or (division.label if division else "")
        held = (division is not None, extension is not None)
        name = {(True, True): "contact", (False, True): "extension", (True, False): "division"}.get(held, "bureau")
        wording = intent if intent.name == "contact" else context.every.get(name, intent)
        text = fill(wording.says("one", language) or "{list}", values)
        if intent.name == "contact" and not asked_extension:
            text += intent.says("no_extension", language) or ""
        return text
    heading = fill(intent.says("many", language) or "{scope}", values_of(context, facts[0], facts))
    several = len({row[0] for row in rows}) > 1
    lines = []
    for row in rows:
        prefix = context.name(row[0], short=True) + ("：" if language == "ja" else ": ") if several else ""
        lines.append(f"・{prefix}{contact_line(language, context.catalogue, row)}")
    text = "\n".join([heading, *lines, _cite(context, facts)]).rstrip()
    if intent.name == "contact" and not asked_extension:
        text += "\n" + (intent.says("no_extension", language) or "")
    return text


def contact_line(language: Language, catalogue: Catalogue, row: tuple[str, Fact | None, Fact | None, Fact | None]) -> str:
    """Return `健康局 難病対策課（内線2353）` with what the row has."""
    subject, bureau, division, extension = row
    programme = subject.partition(":")[2]
    words = [f.label for f in (bureau, division) if f]
    if extension and division is None and extension.part:
        entry = next((c for c in catalogue.contacts_of.get(programme, ()) if c[2] == extension.part), None)
        words = [name_of(f"x:{entry[1]}", language, catalogue)] if entry else []
        words.append(name_of(f"x:{extension.part}", language, catalogue))
    text = " ".join(words) if language == "ja" else ", ".join(reversed(words))
    if not extension:
        return text
    return f"{text}（内線{extension.label}）" if language == "ja" else f"{text} (ext. {extension.label})"


def _inline(context: Context, facts: Sequence[Fact]) -> str:
    """Return facts in one line, each with its part or subject where there are several."""
    several = len({f.subject for f in facts}) > 1
    pieces = []
    for fact in facts:
        name = (
            name_of(f"x:{fact.part}", context.language, context.catalogue)
            if fact.part
            else context.name(fact.subject, short=True)
            if several
            else ""
        )
        pieces.append(f"{name} {fact.label}".strip() if name else fact.label)
    return JOIN[context.language].join(pieces)


def _lines(context: Context, facts: Sequence[Fact]) -> list[str]:
    """Return facts one a line, with the subject where there are several."""
    several = len({f.subject for f in facts}) > 1
    colon = "：" if context.language == "ja" else ": "
    lines = []
    for fact in facts:
        names = [context.name(fact.subject, short=True)] if several else []
        names += [name_of(f"x:{fact.part}", context.language, context.catalogue)] if fact.part else []
        lines.append("・" + "".join(f"{n}{colon}" for n in names) + fact.label)
    return lines


def _list(context: Context, intent: Intent, facts: Sequence[Fact]) -> str:
    """Return a list of programmes with their amounts."""
    language = context.language
    if not facts:
        return fill(intent.says("none", language) or "", {"scope": context.scope()})
    values = values_of(context, facts[0], facts)
    if len(facts) == 1 and intent.says("one", language):
        return fill(intent.says("one", language) or "", values)
    heading = fill(intent.says("many", language) or "{scope}", values)
    return "\n".join([heading, *_lines(context, facts), _cite(context, facts)]).rstrip()


def _operation(context: Context, intent: Intent) -> str:
    """Return the text of a computed figure, a ranking or a look-up."""
    from assistant.answer.operations import SPECIAL
    from assistant.answer.register_texts import REGISTER

    if context.frame.measure is not None and intent.name in REGISTER:
        return REGISTER[intent.name](context, intent)
    special = SPECIAL.get(intent.name.split("_")[0] if intent.name.startswith(("largest", "smallest", "by_")) else intent.name)
    if special is not None:
        return special(context, intent)
    computed = [f for f in context.facts if f.field in ("total", *COMPUTED) and f.citation.sheet is None]
    stated = [f for f in context.facts if f not in computed]
    if not computed:
        return _list(context, intent, context.facts)
    if computed[0].field == "count" and not computed[0].value:
        return fill(intent.says("none", context.language) or "", {"scope": context.scope()})
    values = values_of(context, computed[0], stated or computed)
    if computed[0].field == "count" and context.language == "en" and intent.name == "count":
        values["figure"] = f"{int(computed[0].value):,} programme{'s' * (computed[0].value != 1)}"
    text = fill(intent.says("one", context.language) or "{figure}", values)
    if 1 < len(stated) <= 9 and intent.name in ("total", "average", "median", "count"):
        lines = _lines(context, stated)
        text = "\n".join([text, *lines, _cite(context, stated)]).rstrip()
    elif len(stated) == 1 and intent.name == "count":
        text += f"\n・{context.name(stated[0].subject)} {stated[0].label}"
    return text
