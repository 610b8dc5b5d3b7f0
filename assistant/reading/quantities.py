"""Numbers in their place: bounds, premises, ranks, counts, extensions."""

from __future__ import annotations

import re

from assistant.reading.draft import SIMPLE_FILTERS, Draft
from assistant.reading.figures import BAND
from assistant.reading.measures import bounds_rate, stated_of
from assistant.reading.model import Operand
from assistant.reading.parts import names_part
from assistant.reading.terms import CONTACT_CUES, Term
from assistant.reading.times import settle_date, settle_duration, settle_year
from assistant.reading.world import held

OF_PROGRAMMES = frozenset(
    {"amount", "how_much", "purpose", "overview", "ministry", "category", "outcome", "target", "equipment", "component_amount"}
)
"""What is asked of a programme that only the extension of its contact names (4041の事業の予算は)."""


def settle_numbers(draft: Draft) -> None:
    """Turn the numbers into bounds, ranks, counts, extensions, years, or values to check."""
    for term in draft.terms:
        match term.number:
            case "money":
                _money(draft, term, int(term.mention.value))
            case "ordinal" if _sorts(draft, term):
                pass
            case "ordinal":
                draft.ordinals = (*draft.ordinals, int(term.mention.value))
                draft.features.add("ordinal")
            case "slice":
                draft.ordinals = tuple(term.mention.value)
                draft.features.add("slice")
            case "count":
                _count(draft, term)
            case "digits":
                _digits(draft, term)
            case "year":
                settle_year(draft, term)
            case "date":
                settle_date(draft, term)
            case "duration":
                settle_duration(draft, term)
            case "missing_category":
                draft.unknowns.append("category:" + str(term.mention.value))
            case _:
                pass
        if term.number == "percent":
            _percent(draft, term)


def _percent(draft: Draft, term: Term) -> None:
    """Place a percentage: what a question of yes or no says of a share, or a figure that stands in a sheet."""
    if bounds_rate(draft, term):
        return
    cues = draft.cues()
    asked = cues & {"yes_no", "confirm", "recall"} and not cues & {"which", "list", "how_many", "what", "target", "outcome"}
    of_all = cues & {"total", "all", "share", "take", "in_this_budget"}
    said = cues & {"yes_no", "confirm", "recall"} and cues & {"target", "outcome"} and not cues & {"which", "how_many", "what"}
    if said and len(draft.programmes) == 1:
        draft.premises.append(("percent", str(term.mention.value)))
        draft.features.add("claim")
        term.used_by.add("claim")
        return
    if cues & {"which", "programme"} and cues & {"target", "outcome"} and not draft.programmes:
        draft.premises.append(("holds_percent", str(term.mention.value)))
    if not (asked and of_all and draft.operands) or "part_name" in draft.features:
        draft.features.add("percent_value")
        return
    reached = _REACHED.match(draft.text.folded, term.mention.end)
    draft.premises.append((f"share_{term.bound or ('ge' if reached else 'eq')}", str(term.mention.value)))
    draft.features |= {"claim", "share"}
    term.concepts |= {"share"}
    term.used_by.add("claim")


_REACHED = re.compile(r"(?:は|に|も|まで)?(?:いって|行って|いく|達し|届|占めて|なって)")
"""A share that is reached (9割いっていますか) is that much at least."""


def _sorts(draft: Draft, term: Term) -> bool:
    """Take `largest budget first` as the order of a list."""
    before = draft.terms[max(0, term.index - 2) : term.index]
    end = next((t.concepts & {"largest", "smallest"} for t in before if t.concepts & {"largest", "smallest"}), None)
    if term.mention.surface != "first" or not end:
        return False
    draft.features.add("descending" if "largest" in end else "ascending")
    term.used_by.add("order")
    return True


def _money(draft: Draft, term: Term, yen: int) -> None:
    """Place an amount: a bound, the amount of a programme to find, or a premise about the one named."""
    if term.mention.surface.endswith(BAND):
        _band(draft, term, yen)
        return
    if term.bound:
        if _claims(draft, term):
            draft.premises.append((term.bound, yen))
            draft.features.add("claim")
        else:
            draft.add(f"amount_{term.bound}", yen)
            draft.features.add("bound")
        return
    if any(t is not term and t.bound and t.number == "money" and int(t.mention.value) == yen for t in draft.terms):
        return
    cues = draft.cues()
    if (cues & {"largest", "smallest"} and cues & {"yes_no", "confirm", "recall"}) or (
        "total" in cues and not cues & {"which", "list"} and len(draft.programmes) != 1
    ):
        draft.premises.append(("eq", yen))
        draft.features.add("claim")
        return
    if len(draft.programmes) == 1 and cues & {"all", "in_this_budget", "total"} and yen == _everything(draft):
        term.used_by.add("whole")
        return
    _stated(draft, term, yen)


def _stated(draft: Draft, term: Term, yen: int) -> None:
    """Place an amount by what the source states of it: beside a budget, of the programme named, or of another one."""
    if draft.world.register and (draft.years or draft.stages) and not draft.programmes and not draft.hints.programmes:
        draft.add("amount_eq", yen)  # of that stage and year, as the statement says
        draft.features.add("bound")
        return
    stated = draft.world.amounts_of(yen)
    beside = [a for a in stated if a.scope == "beside"]
    if beside and draft.cues() & {
        "included",
        "related_name",
        "related_amount",
        "related",
        "what",
        "share_of",
        "involved",
        "besides",
        "organisation_name",
    }:
        draft.features.add("money_beside")
    elif beside and not draft.programmes:
        draft.add("stated_amount", yen)
        draft.features.add("money_beside")
    elif len(draft.programmes) == 1 or any(a.programme in draft.hints.programmes for a in stated):
        own = stated_of(draft, (*draft.programmes, *draft.hints.programmes)[0])
        matching = next((a for a in own if a.yen == yen), None)
        beside_part = next((t for t in draft.terms if 0 < term.index - t.index <= 2 and "part" in t.kinds()), None)
        said = [t for t in draft.terms if "part" in t.kinds() and t.index < term.index]
        other = said and not any(names_part(t, matching.part or "") for t in said) if matching and matching.part else False
        if matching and matching.part and ((beside_part and not names_part(beside_part, matching.part)) or other):
            matching = None
        if matching and not matching.part and said and _is_the_part(draft, term):
            matching = None
        draft.premises.append(("amount", yen))
        draft.features.add(f"premise_{matching.scope}" if matching else "premise_false")
        if matching and matching.part and "part_name" not in draft.features:
            draft.add("part", matching.part)
            draft.features.add("part_name")
    elif any(a.scope == "whole" for a in stated):
        _whole(draft, yen, [a.programme for a in stated if a.scope == "whole"])
    elif stated:
        draft.add("stated_amount", yen)
        draft.features.add("money_part" if stated[0].scope == "part" else "money_beside")
    else:
        draft.add("amount_eq", yen)
        draft.features.add("money_unknown")


def _everything(draft: Draft) -> int:
    """Return what all programmes come to, in yen; of a register it is no figure that anybody has in mind."""
    if draft.world.register:
        return -1
    return sum(draft.world.amounts(p)[0].yen for p in draft.world.programmes("all", "*"))


_WITHIN = re.compile(r"(?<![a-z])(?:of|inside|within|from|in) (?:the |that |its )?$")


def _is_the_part(draft: Draft, term: Term) -> bool:
    """Whether a question of yes or no says of a part that it is this amount (JST分は66億円でしたっけ), not a part of it."""
    folded = draft.text.folded
    within = folded.startswith(("のうち", "の中", "の内", "から"), term.mention.end) or _WITHIN.search(
        folded[: term.mention.start]
    )
    alone = sum(t.number == "money" for t in draft.terms) == 1
    return alone and not within and bool(draft.cues() & {"yes_no", "confirm", "recall"})


def _band(draft: Draft, term: Term, yen: int) -> None:
    """Take 10億円台 as the amounts from there to the next step of its last digit."""
    step = 10 ** (len(str(yen)) - len(str(yen).rstrip("0")))
    draft.add("amount_ge", yen)
    draft.add("amount_lt", yen + step)
    draft.features.add("bound")
    term.used_by.add("bound")


def _whole(draft: Draft, yen: int, holders: list[str]) -> None:
    """Take the budget of one programme for its name, where no other is named; else as a condition."""
    if len(holders) == 1 and holders[0] in draft.ambiguous:
        draft.ambiguous = ()
    if len(holders) == 1 and not draft.programmes and not draft.ambiguous:
        draft.programmes = holders
        draft.add("program", *holders)
        draft.operands.append(Operand("program", holders[0]))
    else:
        draft.add("amount_eq", yen)
    draft.features.add("money_whole")


_ASKS_FOR = re.compile(
    r"(?:please |can you |could you |kindly )*(?:give|list|show|tell|name|find|get|send|i need|i want|id like)(?![a-z])"
)


_GOES_OVER = re.compile(r"(?:and |so |ok |then )*(?:what|how) about(?![a-z])")


def _claims(draft: Draft, term: Term) -> bool:
    """Whether a bound is what a question of yes or no says of one amount (`総額は4000億円を超えていますか`)."""
    cues = draft.cues()
    asked = draft.text.original.rstrip().endswith(("?", "？"))
    if _ASKS_FOR.match(draft.text.folded) or _GOES_OVER.match(draft.text.folded):
        return False
    if not (asked or cues & {"yes_no", "confirm", "recall"}) or cues & {"which", "list", "how_many", "what"}:
        return False
    elliptic = asked and "programme" not in cues and not draft.text.folded.endswith(("は", "の"))
    if len(draft.programmes) == 1 or (len(draft.hints.programmes) == 1 and (elliptic or cues & {"it"})):
        return True
    nouns = [t.index for t in draft.terms if "programme" in t.concepts]
    selects = any(index > term.index for index in nouns) or (nouns and "total" not in cues)
    whole = "total" in cues or ("all" in cues and cues & {"yes_no", "confirm", "recall"})
    return bool(whole) and not selects


def _count(draft: Draft, term: Term) -> None:
    """Take a count as a number of rows, or with a bound beside divisions as a condition."""
    value = int(term.mention.value)
    if term.mention.surface.endswith(("省", "省庁")) and value == draft.world.groups("ministry"):
        term.concepts |= {"ministry"}
        draft.features.add("ministry")
        return
    near = [t for t in draft.terms if abs(t.index - term.index) <= 3 and t.concepts & {"division", "contact", "bureau"}]
    if near and (term.bound in ("ge", "gt") or (value >= 2 and draft.features & {"programme"} and not draft.programmes)):
        draft.add("contacts_at_least", value + (1 if term.bound == "gt" else 0))
        draft.features.add("bound")
        term.used_by.add("bound")
        for sign in near:
            sign.used_by.add("bound")
        return
    before = draft.terms[term.index - 1] if term.index else None
    if before is not None and "document" in before.concepts and str(value) in draft.world.document:
        term.used_by.add("document")
        return
    if value == 1 and _just_one(draft, term):
        draft.premises.append(("count", 1))
        draft.features |= {"count", "count_claim"}
        term.concepts |= {"count"}
        return
    if value == 1:
        if term.mention.surface != "one":
            draft.features.add("each")
        return
    if _counts_all(draft) or _states_number(draft, term):
        for other in draft.terms:
            other.concepts = other.concepts - {"total"} | ({"count"} if "total" in other.concepts else set())
        draft.features = draft.features - {"total"} | {"count", "count_claim"}
        draft.premises.append(("count", value))
        term.concepts |= {"count"}
        return
    offices = draft.cues() & {"extension", "division", "contact"} and value in (len(draft.extensions), _offices(draft))
    if value in sizes(draft) or offices:
        term.used_by.add("size")
        if value == len(draft.world.programmes("all", "*")):
            draft.features.add("all")
        return
    if "largest" in draft.features or "smallest" in draft.features or draft.count is None:
        draft.count = draft.count or value
    draft.features.add("count_number")


def _just_one(draft: Draft, term: Term) -> bool:
    """Whether it is asked that there be only one (`…の事業はひとつだけ？`, `is there only one fund?`)."""
    asked = draft.text.original.rstrip().endswith(("?", "？", "か", "か。")) and not draft.programmes
    before = draft.text.folded[: term.mention.start].rstrip()
    only = draft.text.folded.startswith(("だけ", "のみ"), term.mention.end) or before.endswith(("only", "just"))
    return asked and only and bool(draft.filters) and not draft.cues() & {"which", "what", "how_much", "list", "who"}


_THAT_MANY = re.compile(
    r"(?:つ|件|個|事業|本)?(?:で(?:合|あ)って|で正し|で間違い|でよろし|でいい|です(?:よね|か)|でしたっけ|だよね|だっけ|なの)"
)
_THERE_ARE = re.compile(r"(?<![a-z])(?:are there|there are|is there|does .{2,40} have|there are only)(?: only| just)? $")


def _states_number(draft: Draft, term: Term) -> bool:
    """Whether how many there are is what a question of yes or no says (基金の事業は3つですよね)."""
    folded = draft.text.folded
    said = _THAT_MANY.match(folded, term.mention.end) or _THERE_ARE.search(folded[: term.mention.start])
    other = draft.cues() & {
        "how_much",
        "amount",
        "which",
        "list",
        "largest",
        "smallest",
        "total",
        "who",
        "extension",
        "division",
    }
    return bool(said and draft.cues() & {"confirm", "yes_no", "recall"} and not other and not draft.programmes)


def _counts_all(draft: Draft) -> bool:
    """Whether a count is what is to be confirmed (`基金は全部で三つで合ってますか`)."""
    cues = draft.cues()
    overall = any(t.mention.surface in ("全部で", "in all", "altogether", "in total") for t in draft.terms)
    other = cues & {"how_much", "amount", "which", "list", "largest", "smallest"}
    return (overall or "count" in cues) and bool(cues & {"confirm", "yes_no"}) and not other


def _offices(draft: Draft) -> int:
    """Return how many divisions the selected programmes name (`三つとも知りたい`)."""
    members = set(draft.world.programmes("all", "*"))
    for filter_ in draft.filters:
        if filter_.name in SIMPLE_FILTERS and not filter_.negated:
            members &= held(draft.world, [filter_])
    return sum(draft.world.contacts(p) for p in members)


def sizes(draft: Draft) -> set[int]:
    """Return how many programmes, and how many contacts, the question may count (`the three funds`, `9事業`, `二つの室`)."""
    everything = draft.world.programmes("all", "*")
    members = set(everything)
    for filter_ in draft.filters:
        if filter_.name not in (*SIMPLE_FILTERS, "program", "bureau", "division"):
            continue
        own = held(draft.world, [filter_])
        members = members - own if filter_.negated else members & own
    contacts = {draft.world.contacts(p) for p in draft.programmes}
    parts = {sum(a.scope == "part" for a in draft.world.amounts(p)) for p in draft.programmes}
    groups = {draft.world.groups(kind) for kind in ("ministry", "category") if kind in draft.cues()}
    return {len(everything), len(members), *contacts, *parts, *groups} - {0, 1}


def _digits(draft: Draft, term: Term) -> None:
    """Take three to five digits as an extension where they can be one."""
    digits = str(term.mention.value)
    asked = draft.cues() & (CONTACT_CUES | {"whose_extension"})
    known = draft.world.extensions(digits)
    said = frozenset(c for t in draft.terms for c in t.concepts)
    following = draft.terms[term.index + 1 : term.index + 2]
    its = any("programme" in t.concepts for t in following) and draft.text.folded.startswith("の", term.mention.end)
    if its and term.index and "extension" in draft.terms[term.index - 1].concepts:
        said -= {"extension"}
        asked = frozenset()
    if known and said & OF_PROGRAMMES and not said & CONTACT_CUES and not draft.programmes:
        if its:
            draft.terms[term.index - 1].concepts -= {"extension"}
            draft.features.discard("extension")
        draft.programmes = [str(p) for p in known]
        draft.add("program", *draft.programmes)
        term.used_by.add("extension")
        return
    office = any(f.name in ("division", "bureau") for f in draft.filters)
    beside = draft.terms[term.index + 1 : term.index + 2] + draft.terms[max(0, term.index - 1) : term.index]
    sign = next((t for t in beside if "except" in t.concepts and not t.used_by), None)
    if known and sign is not None and sign.mention.surface.isascii() == (sign.index < term.index):
        draft.add("division", *sorted(draft.world.divisions(digits)), negated=True)
        sign.used_by.add("negation")
        term.used_by.add("extension")
        draft.features.add("negated")
        return
    if known or ((asked or office) and len(digits) == 4) or len(draft.terms) == 1:
        draft.extensions.append(digits)
        draft.features.add("extension_number")
        term.used_by.add("extension")
