"""What a register's card has beside the fields of any programme: its years, its payees, its accounts and policies."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import figures
from assistant.answer.model import Language
from assistant.browsing.model import Entry
from assistant.store import paging
from assistant.store.database import Database
from assistant.store.paging import YearLine

MOST_YEARS = 6
MOST_PAYEES = 5
SKIPPED = frozenset({"amount", "component_amount", "related_amount", "name", "name_en"})
"""Intents of small data whose entries these here replace, or that say nothing of a register."""
_STAGES = {
    "initial": ("当初", "initial"), "supplementary": ("補正", "supplementary"), "total": ("計", "total"),
    "executed": ("執行", "executed"), "requested": ("要求", "requested"),
}  # fmt: skip
_HEADINGS = {
    "years": ("年度別の予算と執行", "Budget and execution by year"),
    "payee": ("支出先（{year}年度）", "Payees (fiscal {year})"),
    "account": ("会計", "Account"), "policy": ("主要施策", "Policy"),
}  # fmt: skip
_QUESTIONS = {
    "years": ("{name}の推移は？", "How has the budget of {name} changed over the years?"),
    "payee": ("{name}の支出先は？", "Who are the payees of {name}?"),
    "account": ("{name}の会計区分は？", "Which account is {name} in?"),
    "policy": ("{name}の主要施策は？", "Which policy does {name} belong to?"),
}
_YEAR = {"ja": "{year}年度　{stages}", "en": "FY {year}: {stages}"}
_SEPARATOR = {"ja": "・", "en": ", "}


def budget(database: Database, programme: str, name: str, language: Language) -> Entry | None:
    """Return the newest years with what each states, None where nothing is stated."""
    years = paging.years(database, programme, MOST_YEARS)
    if not years:
        return None
    values, heading = tuple(_year(line, language) for line in years), _say(_HEADINGS["years"], language)
    return Entry("amount", heading, values, paging.newest_sheet(database, programme), _asks("years", name, language))


def others(database: Database, programme: str, name: str, language: Language) -> Iterator[Entry]:
    """Yield the largest payees, and the accounts and policies, as far as they are stated."""
    if payees := paging.payees(database, programme, MOST_PAYEES):
        heading = _say(_HEADINGS["payee"], language).format(year=payees[0].fiscal_year)
        values = tuple(f"{payee.name}  {figures.money(payee.yen, language)}" for payee in payees)
        yield Entry("payee", heading, values, payees[0].sheet, _asks("payee", name, language))
    for what in ("account", "policy"):
        stated = paging.named(database, programme, "account" if what == "account" else "policy")
        if stated:
            values = tuple(value for value, _ in stated)
            yield Entry(what, _say(_HEADINGS[what], language), values, stated[0][1], _asks(what, name, language))


def _year(line: YearLine, language: Language) -> str:
    """Return a year with its figures; stages of nothing are left out, but for the total and what was executed."""
    stages = (
        f"{_say(words, language)} {figures.money(line.yen[stage], language)}"
        for stage, words in _STAGES.items()
        if stage in line.yen and (line.yen[stage] or stage in ("total", "executed"))
    )
    return _YEAR[language].format(year=line.fiscal_year, stages=_SEPARATOR[language].join(stages))


def _asks(what: str, name: str, language: Language) -> str:
    return _say(_QUESTIONS[what], language).format(name=name)


def _say(words: tuple[str, str], language: Language) -> str:
    return words[0 if language == "ja" else 1]
