"""Phrases whose words lie apart, read as a whole: each rule looks at the question once and says what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from assistant.reading.draft import Draft
from assistant.reading.terms import Term, between

_OBLIGED = re.compile(
    r"(?<![a-z])what (?:must|has to|have to|do we have to|does one have to)(?![a-z])"
    r"|(?<![a-z])what (?:do|does) .{2,70} (?:need|needs|have|has) to (?:do|have|show|meet|provide|invest|put)(?![a-z])"
)


def _obliged(draft: Draft) -> None:
    """Read `what must a venture fund do before …` as a question of the conditions."""
    what = _first(draft, "what")
    if what is not None and _OBLIGED.search(draft.text.folded) and not draft.cues() & {"extension", "contact", "how_much"}:
        what.concepts = frozenset({"condition"})
        draft.features = draft.features - {"what"} | {"condition"}
        for term in draft.terms:
            if term.mention.surface in ("money", "the money", "funding", "support"):
                term.concepts = term.concepts - {"amount"}
                draft.features.discard("amount")


def _numerous(draft: Draft) -> None:
    """Read `which ministry has the most programmes?`, 事業が一番多い省 as a question of numbers, not of money."""
    if not draft.cues() & {"ministry", "category"} or draft.cues() & {"amount", "how_much", "total", "bound"}:
        return
    for before, term in pairwise(draft.terms):
        gap = between(draft.text, before, term).strip()
        english = "most" in before.concepts and "programme" in term.concepts and not gap
        japanese = "programme" in before.concepts and gap in ("が", "の数が", "数が") and term.concepts & {"most", "largest"}
        if english or japanese:
            sign = before if english else term
            sign.concepts = frozenset({"count_most"})
            draft.features = draft.features - {"most", "largest", "big"} | {"count_most"}
            return


def _alike(draft: Draft) -> None:
    """Ask of two programmes that may have `the same ministry` which one each has."""
    named = [t for t in draft.terms if sum(kind == "program" for kind, _ in t.entities) == 1]
    if len(named) < 2:
        return
    for kind in ("ministry", "category"):
        sign = _first(draft, f"same_{kind}")
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


def _placed(draft: Draft) -> None:
    """Read `which ministry comes second by total budget?` as a place among the ministries."""
    if not draft.cues() & {"ministry", "category"} or draft.programmes:
        return
    ordinal = next((t for t in draft.terms if t.number == "ordinal"), None)
    total = _first(draft, "total")
    if ordinal is not None and total is not None and not draft.cues() & {"largest", "smallest", "big", "small"}:
        total.concepts = frozenset({"largest"})
        draft.features = draft.features - {"total"} | {"largest"}


_CLAIMED_OF = re.compile(r"(?:って|は|も).{2,12}の(?:事業|案件|やつ|もの|所管|担当|ぷろじぇくと)$")


def _theirs(draft: Draft) -> None:
    """Take 全ゲノムって経産省の事業？ for a question of yes or no, as the mark at its end says."""
    asks = draft.text.original.rstrip().endswith(("?", "？")) and not draft.cues() & {"which", "what", "who", "list", "all"}
    if asks and _CLAIMED_OF.search(draft.text.folded.rstrip("? ")):
        draft.features.add("yes_no")


_AIMED = ("aimed at", "aimed to", "intended for", "meant for", "directed at", "geared towards", "designed for")


def _aimed(draft: Draft) -> None:
    """Read `who is it aimed at?` as a question of whom it is for."""
    who = _first(draft, "who")
    aim = next((t for t in draft.terms if t.mention.surface in _AIMED), None)
    if who is not None and aim is not None and who.index < aim.index:
        aim.concepts, who.concepts = frozenset({"target", "eligibility"}), frozenset()
        draft.features = draft.features - {"purpose", "who"} | {"target", "eligibility"}


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


def _first(draft: Draft, concept: str) -> Term | None:
    """Return the first term that says a concept."""
    return next((t for t in draft.terms if concept in t.concepts), None)


RULES: tuple[Callable[[Draft], None], ...] = (
    _obliged,
    _numerous,
    _alike,
    _apiece,
    _placed,
    _theirs,
    _aimed,
    _stage_asked,
    _really,
    _portion,
)


def settle_phrases(draft: Draft) -> None:
    """Apply every rule."""
    for rule in RULES:
        rule(draft)
