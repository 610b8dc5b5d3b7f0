"""The texts of operations that set figures against each other: shares, differences, ratios, ranks, groups, look-ups."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer import figures
from assistant.answer.compose import Context, _cite, _lines, contact_line, fill, values_of
from assistant.answer.contacts import contact_rows
from assistant.answer.facts import STATED
from assistant.answer.model import Fact
from assistant.answer.scope import describe, name_of
from assistant.answer.tables import title
from assistant.intents.model import Intent


def _stated(context: Context) -> list[Fact]:
    return [f for f in context.facts if f.field in STATED | {"total"}]


def _parts(context: Context) -> str:
    """Return the figures that a computed one came from, each with its name."""
    pieces = []
    for fact in _stated(context):
        if fact.subject == "all" and fact is _stated(context)[0] and context.query.first and not fact.part:
            pieces.append(f"{describe(context.query.first, context.language, context.catalogue)} {fact.label}")
            continue
        name = (
            name_of(f"x:{fact.part}", context.language, context.catalogue)
            if fact.part
            else context.name(fact.subject, short=True)
        )
        pieces.append(f"{name} {fact.label}")
    return ("、" if context.language == "ja" else ", ").join(dict.fromkeys(pieces))


def _computed(context: Context, field: str) -> Fact | None:
    return next((f for f in context.facts if f.field == field), None)


def _none(context: Context, intent: Intent) -> str:
    programme = context.scope()
    return fill(intent.says("none", context.language) or "", {"scope": programme, "programme": programme})


def share(context: Context, intent: Intent) -> str:
    """Text of a share: the percentage, of what, and both figures."""
    facts = [f for f in context.facts if f.field == "share"]
    if not facts:
        return _none(context, intent)
    values = values_of(context, facts[0], facts)
    values["scope"] = describe(context.query.first, context.language, context.catalogue)
    values["whole"] = describe(context.query.second, context.language, context.catalogue)
    values["parts"] = _parts(context)
    if len(facts) > 1:
        values["figure"] = ("、" if context.language == "ja" else ", ").join(
            f"{name_of(f'x:{f.part}', context.language, context.catalogue)} {f.label}" for f in facts
        )
        values["part"] = ("・" if context.language == "ja" else " and ").join(
            name_of(f"x:{f.part}", context.language, context.catalogue) for f in facts
        )
    return fill(intent.says("one", context.language) or "", values)


def difference(context: Context, intent: Intent) -> str:
    """Text of a difference: the amount, which is larger, and both figures."""
    fact = _computed(context, "difference")
    if fact is None:
        return _none(context, intent)
    sides = _stated(context)
    values = values_of(context, fact, sides)
    values["parts"] = _parts(context)
    values["programme"] = context.scope()
    removed = [f for f in sides if f.field == "component_amount"]
    values["part"] = ("・" if context.language == "ja" else " and ").join(
        name_of(f"x:{f.part}", context.language, context.catalogue) for f in removed
    )
    if intent.name == "difference" and len(sides) >= 2:
        ranked = sorted(sides[:2], key=lambda f: -float(f.value))
        values["larger"], values["smaller"] = (context.name(f.subject) for f in ranked)
        if fact.value == 0:
            return fill(intent.says("equal", context.language) or "", values)
    return fill(intent.says("one", context.language) or "", values)


def ratio(context: Context, intent: Intent) -> str:
    """Text of a ratio: how many times, first to second."""
    fact = _computed(context, "ratio")
    if fact is None:
        return _none(context, intent)
    values = values_of(context, fact, context.facts)
    values["parts"] = _parts(context)
    values["programme"] = context.scope([f for f in context.query.selection if f.name == "program"])
    values["first"] = describe(context.query.first, context.language, context.catalogue)
    values["second"] = describe(context.query.second, context.language, context.catalogue)
    return fill(intent.says("one", context.language) or "", values)


def rank(context: Context, intent: Intent) -> str:
    """Text of a programme's place among those it is ranked with."""
    fact = _computed(context, "rank")
    if fact is None:
        return _none(context, intent)
    values = values_of(context, fact, context.facts)
    values["amount"] = next((f.label for f in context.facts if f.field in STATED), "")
    values["among"] = describe([f for f in context.query.selection if f.name != "program"], context.language, context.catalogue)
    return fill(intent.says("one", context.language) or "", values)


def ranking(context: Context, intent: Intent) -> str:
    """Text of the largest or smallest programmes, or ministries and categories."""
    facts = context.facts
    if not facts:
        return fill(intent.says("none", context.language) or "", {"scope": context.scope()})
    values = values_of(context, facts[0], facts)
    values["subject"] = context.name(facts[0].subject)
    if len(facts) == 1:
        values["rank"] = _place(context, intent)
        return fill(intent.says("one", context.language) or "", values)
    heading = fill(intent.says("many", context.language) or "", values)
    return "\n".join([heading, *_lines(context, facts), _cite(context, facts)]).rstrip()


def _place(context: Context, intent: Intent) -> str:
    place = context.frame.ordinals[0] if context.frame.ordinals else 1
    ascending = intent.parameters.get("order") == "asc"
    scope = context.scope()
    if context.language == "ja":
        end = "小さい" if ascending else "大きい"
        return f"{scope}のうち{'最も' if place == 1 else f'{place}番目に'}{end}額"
    end = "smallest" if ascending else "largest"
    return f"the {end if place == 1 else f'{figures.ordinal(place)} {end}'} of {scope}"


def groups(context: Context, intent: Intent) -> str:
    """Text of totals by ministry or category."""
    facts = context.facts
    if not facts:
        return intent.says("none", context.language) or ""
    if len(facts) == 1:
        values = values_of(context, facts[0], facts)
        values["list"] = context.name(facts[0].subject)
        return fill(intent.says("one", context.language) or "", values)
    colon = "：" if context.language == "ja" else ": "
    lines = [f"・{context.name(f.subject)}{colon}{f.label}" for f in facts]
    heading = fill(intent.says("many", context.language) or "", values_of(context, facts[0], facts))
    return "\n".join([heading, *lines])


def whose_extension(context: Context, intent: Intent) -> str:
    """Text of whose extension a number is."""
    language = context.language
    if not context.facts:
        known = ("、" if language == "ja" else ", ").join(c[3] for c in context.catalogue.contacts if c[3])
        asked = ("、" if language == "ja" else ", ").join(context.frame.extensions)
        return fill(intent.says("none", language) or "", {"extension": asked, "known": known})
    rows = contact_rows(context.facts)
    bureau, division, extension = rows[0][1:]
    if len(rows) == 1 and bureau and division and extension:
        values = values_of(context, extension, context.facts)
        values |= {"bureau": bureau.label, "division": division.label, "extension": extension.label}
        return fill(intent.says("one", language) or "", values)
    colon = "：" if language == "ja" else ": "
    lines = [f"・{context.name(row[0], short=True)}{colon}{contact_line(language, context.catalogue, row)}" for row in rows]
    return "\n".join([intent.says("many", language) or "", *lines, _cite(context, context.facts)])


def amount_lookup(context: Context, intent: Intent) -> str:
    """Text of what an amount is."""
    language = context.language
    lines = []
    for fact in context.facts:
        what = title(fact.field, language) if not fact.part else ""
        if fact.part:
            part = name_of(f"x:{fact.part}", language, context.catalogue)
            what = f"うち{part}分" if language == "ja" else f"{part} part"
        values = values_of(context, fact, [fact]) | {"what": what}
        lines.append(fill(intent.says("one", language) or "", values))
    return "\n".join(lines) or (intent.says("none", language) or "")


def profile(context: Context, intent: Intent) -> str:
    """Text of a programme at a glance."""
    by_field = {f.field: f for f in context.facts}
    if "amount" not in by_field:
        return _none(context, intent)
    values = values_of(context, by_field["amount"], context.facts)
    values |= {name: by_field[name].label for name in ("amount", "ministry", "category", "overview") if name in by_field}
    return fill(intent.says("one", context.language) or "", values)


def counted(context: Context, intent: Intent) -> str:
    """Text of a count of something other than programmes, with what was counted."""
    fact = _computed(context, "count")
    if fact is None or not fact.value:
        return intent.says("none", context.language) or (fact.label if fact else "")
    others = [f for f in context.facts if f is not fact]
    values = values_of(context, fact, others)
    values["list"] = ("、" if context.language == "ja" else ", ").join(f.label for f in others)
    return fill(intent.says("one", context.language) or "", values)


def listed(context: Context, intent: Intent) -> str:
    """Text of a plain list of names."""
    if len(context.facts) == 1:
        return fill(intent.says("one", context.language) or "", values_of(context, context.facts[0], context.facts))
    return "\n".join([intent.says("many", context.language) or "", *(f"・{f.label}" for f in context.facts)])


Special = Callable[[Context, Intent], str]
SPECIAL: dict[str, Special] = {
    "share": share,
    "share_of_part": share,
    "difference": difference,
    "difference_of_parts": difference,
    "remainder": difference,
    "spread": difference,
    "ratio": ratio,
    "ratio_of_parts": ratio,
    "rank": rank,
    "largest": ranking,
    "smallest": ranking,
    "extremes": ranking,
    "by": groups,
    "count_by_ministry": groups,
    "count_by_category": groups,
    **{f"count_by_{group}": groups for group in ("bureau", "division", "policy", "account")},
    "list_ministries": listed,
    "whose_extension": whose_extension,
    "amount_lookup": amount_lookup,
    "profile": profile,
    "count_ministries": counted,
    "count_contacts": counted,
    "count_extensions": counted,
}
