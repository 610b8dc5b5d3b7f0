"""Phrases whose words lie apart, read as a whole: each rule looks at the question once and says what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.reading.draft import Draft
from assistant.reading.orders import RULES as ORDER_RULES
from assistant.reading.terms import between, said


def _end(draft: Draft) -> None:
    """Take か at the end of a question for what asks, not for a choice."""
    last = draft.terms[-1] if draft.terms and draft.language == "ja" else None
    if last is not None and last.mention.surface == "か" and not draft.text.folded[last.mention.end :].strip(" ?"):
        last.concepts = frozenset({"yes_no"})
        draft.features = draft.features - {"or"} | {"yes_no"}


_OBLIGED = re.compile(
    r"(?<![a-z])what (?:must|has to|have to|do we have to|does one have to)(?![a-z])"
    r"|(?<![a-z])what (?:do|does) .{2,70} (?:need|needs|have|has) to (?:do|have|show|meet|provide|invest|put)(?![a-z])"
)


def _obliged(draft: Draft) -> None:
    """Read `what must a venture fund do before …` as a question of the conditions."""
    what = said(draft.terms, "what")
    if what is not None and _OBLIGED.search(draft.text.folded) and not draft.cues() & {"extension", "contact", "how_much"}:
        what.concepts = frozenset({"condition"})
        draft.features = draft.features - {"what"} | {"condition"}
        for term in draft.terms:
            if term.mention.surface in ("money", "the money", "funding", "support"):
                term.concepts = term.concepts - {"amount"}
                draft.features.discard("amount")


def _alike(draft: Draft) -> None:
    """Ask of two programmes that may have `the same ministry` which one each has."""
    named = [t for t in draft.terms if sum(kind == "program" for kind, _ in t.entities) == 1]
    if len(named) < 2:
        return
    for kind in ("ministry", "category"):
        sign = said(draft.terms, f"same_{kind}")
        if sign is not None:
            sign.concepts = frozenset({kind})
            draft.features = draft.features - {f"same_{kind}"} | {kind}


def _apiece(draft: Draft) -> None:
    """Read `what do MEXT and METI each come to?` as totals by ministry."""
    cues = draft.cues()
    each = (
        cues & {"each", "group_by"} and cues & {"total", "amount", "how_much"} and not cues & {"ratio", "difference", "share"}
    )
    for kind in ("ministry", "category"):
        named = [t for t in draft.terms if kind in t.kinds() and not t.negated]
        if each and len(named) > 1 and not any("program" in t.kinds() for t in draft.terms):
            draft.features |= {f"by_{kind}"}
            for term in draft.terms:
                if term.concepts & {"each", "group_by"}:
                    term.concepts = frozenset({f"by_{kind}"})


_CLAIMED_OF = re.compile(
    r"(?:って|は|も).{2,12}の(?:事業|案件|やつ|もの|所管|担当|ぷろじぇくと|番号|内線)$"
    r"|って.{2,14}の$"
    r"|(?:超える|上回る|下回る|届く|占める|入る|多い|少ない|大きい|小さい|高い|低い|ある|ない|てる|ている|だよね|よね|だっけ|される|上|下)$"
)


def _theirs(draft: Draft) -> None:
    """Take 全ゲノムって経産省の事業？ for a question of yes or no, as the mark at its end says."""
    named = any("program" in t.kinds() for t in draft.terms)
    open_ = draft.cues() & ({"which", "what", "who", "list"} | (set() if named else {"all"}))
    asks = draft.text.original.rstrip().endswith(("?", "？")) and not open_
    last = draft.terms[-1] if draft.terms else None
    owner = (
        last is not None and last.kinds() & {"ministry", "category"} and last.mention.end >= len(draft.text.folded.rstrip("? "))
    )
    said_of = owner and draft.text.folded[: last.mention.start].endswith(("って", "は", "が")) if last else False
    if asks and (said_of or _CLAIMED_OF.search(draft.text.folded.rstrip("? "))):
        draft.features.add("yes_no")
        if draft.terms:
            draft.terms[-1].concepts |= {"yes_no"}


_MORE_OF = re.compile(
    r"(?<![a-z])(?:more|fewer|less)(?: of these| of the)?(?: nine)? (?:programmes?|programs?|projects?|schemes?) than(?![a-z])"
)


def _counts_compared(draft: Draft) -> None:
    """Read `does MHLW have more programmes than METI?` as a comparison of numbers, not of money."""
    named = [t for t in draft.terms if "ministry" in t.kinds()]
    match = _MORE_OF.search(draft.text.folded)
    if match is None or len(named) < 2:
        return
    for term in draft.terms:
        if match.start() <= term.mention.start < match.end():
            term.concepts, term.bound = frozenset({"count_most"}), None
            term.used_by.discard("bound")
    draft.features = draft.features - {"difference", "gt", "lt", "more", "less", "bound"} | {
        "ministry",
        "count_most",
        "more_of",
    }
    draft.features |= {"fewer_of"} if match.group().startswith(("fewer", "less")) else set()


def _which_programme(draft: Draft) -> None:
    """Read `which project is this office down for?`, `which project is the largest?` as asking for programmes."""
    office = any(t.kinds() & {"division", "bureau"} for t in draft.terms) or draft.cues() & {"largest", "smallest"}
    for term in draft.terms:
        if office and "category" in term.concepts and term.mention.surface.startswith(("which project", "what project")):
            term.concepts = frozenset({"which", "programme"})
            draft.features = draft.features - {"category"} | {"which", "programme"}


def _left_over(draft: Draft) -> None:
    """Read 基金を除いたら残りの予算はいくら as the total of the rest."""
    rest = said(draft.terms, "others")
    out = any(t.negated and t.entities for t in draft.terms) and not any(
        "program" in t.kinds() and not t.negated for t in draft.terms
    )
    if (
        rest is not None
        and out
        and draft.cues() & {"how_much", "amount"}
        and not draft.cues() & {"total", "average", "share", "which"}
    ):
        rest.concepts |= {"total"}
        draft.features |= {"total"}


_ADDRESSES = frozenset({"contact", "contacts", "contact details", "連絡先", "窓口", "問い合わせ先", "お問い合わせ先"})


def _addresses(draft: Draft) -> None:
    """Notice that contacts are asked for as a thing (`all contacts`), not who is in charge of a programme."""
    of_them = any(
        "programme" in first.concepts and "contact" in second.concepts and between(draft.text, first, second) == "の"
        for first, second in pairwise(draft.terms)
    )
    if of_them or any(t.mention.surface in _ADDRESSES and "contact" in t.concepts for t in draft.terms):
        draft.features.add("contact_noun")


def _outweighs(draft: Draft) -> None:
    """Read `does it get more than all the others together?` as a question whether it is more than half."""
    cues = draft.cues()
    rest = cues & {"others"} and cues & {"total"} and not any("part" in t.kinds() for t in draft.terms)
    more = cues & {"gt", "more", "big"} and not cues & {"how_much", "which", "what", "how_many", "list"}
    sides = [t for t in draft.terms if t.kinds() & {"program", "ministry", "category"} and not t.negated]
    if not (rest and more and len(sides) == 1):
        return
    draft.premises.append(("share_gt", "50.0"))
    draft.features = draft.features - {"difference", "gt", "total", "others", "more", "big", "count_number"} | {
        "claim",
        "share",
    }
    for term in draft.terms:
        if term.concepts & {"gt", "more", "big", "others", "total", "all"} or term.number == "count":
            term.concepts = frozenset({"share"}) if "total" in term.concepts else frozenset()
            term.used_by.add("claim")


def _which_party(draft: Draft) -> None:
    """Notice that `list every company picked` asks who they are: nobody who gets the money is named."""
    if draft.cues() & {"eligibility", "target", "recipient", "condition", "route", "field_of_support", "purpose", "document"}:
        return
    for before, term in pairwise(draft.terms):
        gap = between(draft.text, before, term).strip()
        english = "parties" in term.concepts and before.concepts & {"which", "list", "all"} and gap in ("", "of the", "the")
        japanese = "parties" in before.concepts and "list" in term.concepts and gap in ("の", "")
        if english or japanese:
            draft.unknowns.append("adoption")


def _which_of_group(draft: Draft) -> None:
    """Read `which integrated-project programme` as asking for a programme of that group."""
    for term in draft.terms:
        following = draft.terms[term.index + 1 : term.index + 2]
        noun = any("programme" in t.concepts for t in following)
        if noun and term.mention.surface in ("which integrated project", "what integrated project"):
            term.entities, term.concepts = (("category", "pj"),), frozenset({"which"})
            draft.features = draft.features - {"category"} | {"which"}


def _what_else(draft: Draft) -> None:
    """Take the `else` of `apart from the genome plan, what else …` for said: what is left out is named."""
    if any(t.negated and t.entities for t in draft.terms):
        for term in draft.terms:
            if "besides" in term.concepts and not term.used_by:
                term.used_by.add("negation")


_AIMED = ("aimed at", "aimed to", "intended for", "meant for", "directed at", "geared towards", "designed for")


def _aimed(draft: Draft) -> None:
    """Read `who is it aimed at?` as a question of whom it is for."""
    who = said(draft.terms, "who") or (said(draft.terms, "which") if draft.cues() & {"parties"} else None)
    aim = next((t for t in draft.terms if t.mention.surface in _AIMED), None)
    if who is not None and aim is not None and who.index < aim.index:
        aim.concepts, who.concepts = frozenset({"target", "eligibility"}), frozenset()
        draft.features = draft.features - {"purpose", "who", "which"} | {"target", "eligibility"}


_STAGE_ASKED = re.compile(
    r"(?:これ|それ|あれ|この.{0,8}|その.{0,8}|ここの.{0,6})(?:は|って)(?:令和\d年度の?)?(?:当初予算|本予算)(?:なの|なん)?(?:です|でしょう)?か"
    r"|^(?:so |and |but )?(?:is|are|was|were|isnt|arent) (?:this|it|that|these|they|those)(?: money| figures?| amounts?)?"
    r"(?: in| from| part of)?(?: the| an)? (?:initial|regular|original|main|ordinary)(?: fiscal \d+)? ?(?:budgets?|ones?)?$"
)


def _stage_asked(draft: Draft) -> None:
    """Read `is this the initial budget?` as a question of which budget it is."""
    if not _STAGE_ASKED.search(draft.text.folded.strip(" ?。")):
        return
    for term in draft.terms:
        if term.concepts & {"unknown:initial_budget", "former", "amount"} and not term.entities:
            term.concepts = frozenset({"budget_stage"})
    draft.unknowns = [u for u in draft.unknowns if u != "initial_budget"]
    draft.features = draft.features - {"initial_budget", "amount", "former"} | {"budget_stage", "in_this_budget", "stage_no"}


def _really(draft: Draft) -> None:
    """Read `what was actually spent on …` as a question of what was executed."""
    for before, term in pairwise(draft.terms):
        spent = term.mention.surface.startswith(("spent", "used", "paid")) and "estimated_costs" in term.concepts
        if "actually" in before.concepts and spent:
            term.concepts = frozenset({"unknown:executed"})
            draft.unknowns.append("executed")
            draft.features = draft.features - {"estimated_costs"} | {"executed"}


_PORTION = re.compile(
    r"(?<![a-z])how much of (?P<whole>.+?) (?:goes|go|is going|is spent|is used|is earmarked|is set aside|is reserved|is)"
    r" (?:to|on|for|into|towards) (?P<tail>.+)$"
)


def portion_tail(folded: str) -> int | None:
    """Return where `how much of the brain budget goes to …` names what for; None where it does not ask so."""
    match = _PORTION.search(folded)
    return match.start("tail") if match else None


def _portion(draft: Draft) -> None:
    """Notice that `how much of the brain budget goes to marmosets?` asks for a part that is not stated."""
    start = portion_tail(draft.text.folded)
    if start is None:
        return
    whole = any(t.kinds() & {"program"} for t in draft.terms if t.mention.start < start)
    known = {"program", "part", "organisation", "ministry", "category", "related"}
    if whole and not any(
        t.kinds() & known - {"program"} or t.kinds() == {"program"} for t in draft.terms if t.mention.start >= start
    ):
        draft.features |= {"unstated_part", "goes_to"}


def _passes(draft: Draft) -> None:
    """Read `does the vector money pass through AMED?` as a question of the agency, not of the whole route."""
    route, agency = said(draft.terms, "route"), any("organisation" in t.kinds() for t in draft.terms)
    through = next((t for t in draft.terms if t.mention.surface.endswith(" through") and "involved" in t.concepts), None)
    if through is not None and agency and "yes_no" in draft.cues():
        for term in draft.terms[: through.index]:
            if term.mention.surface in ("money", "the money", "funding", "funds"):
                term.concepts = frozenset()
                draft.features.discard("amount")
    if route is not None and agency and "yes_no" in draft.cues() and not draft.cues() & {"how", "what", "which", "list"}:
        route.concepts = frozenset({"involved"})
        draft.features = draft.features - {"route"} | {"involved"}


def _by_the_way(draft: Draft) -> None:
    """Take the bound from the `at least` of `does it at least go through AMED?`: no amount follows."""
    for term in draft.terms:
        following = draft.terms[term.index + 1 : term.index + 2]
        if term.mention.surface == "at least" and not term.used_by and not any(t.number for t in following):
            compared = draft.text.folded.startswith((" as ", " the same"), term.mention.end)
            if not compared and following and not draft.text.folded[term.mention.end :].strip()[:1].isdigit():
                term.concepts = frozenset()
                draft.features.discard("ge")


def _received(draft: Draft) -> None:
    """Read `what does a programme receive on average?` as a question of money."""
    taker = next((t for t in draft.terms if t.mention.surface in ("receive", "receives", "get", "gets")), None)
    averaged = draft.cues() & {"average", "median"} and "who" not in draft.cues()
    if taker is not None and "recipient" in taker.concepts and averaged:
        taker.concepts = frozenset({"amount"})
        draft.features = draft.features - {"recipient"} | {"amount"}


RULES: tuple[Callable[[Draft], None], ...] = (
    *ORDER_RULES,
    _end, _obliged, _alike, _apiece, _theirs, _counts_compared, _which_programme, _left_over,
    _addresses, _outweighs, _which_party, _which_of_group, _what_else, _aimed, _stage_asked, _really,
    _portion, _passes, _by_the_way, _received,
)  # fmt: skip


def settle_phrases(draft: Draft) -> None:
    """Apply every rule."""
    for rule in RULES:
        rule(draft)
