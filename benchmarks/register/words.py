"""How people say years, stages, ministries and amounts; each chosen by the generator's own dice."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

Language = Literal["ja", "en"]

STAGE_WORDS: dict[str, dict[Language, tuple[str, ...]]] = {
    "total": {"ja": ("予算", "予算額", "予算"), "en": ("budget", "total budget", "budget")},
    "initial": {"ja": ("当初予算", "当初予算額"), "en": ("initial budget",)},
    "supplementary": {"ja": ("補正予算", "補正予算額", "補正"), "en": ("supplementary budget",)},
    "executed": {"ja": ("執行額", "執行額", "執行済額"), "en": ("executed amount", "executed amount", "amount executed")},
    "requested": {"ja": ("要求額", "概算要求額"), "en": ("requested amount", "budget request")},
}

MINISTRY_WORDS: dict[str, dict[Language, tuple[str, ...]]] = {
    "内閣官房": {"ja": ("内閣官房",), "en": ("the Cabinet Secretariat",)},
    "内閣府": {"ja": ("内閣府",), "en": ("the Cabinet Office", "CAO")},
    "文部科学省": {
        "ja": ("文部科学省", "文科省"),
        "en": ("MEXT", "the Ministry of Education, Culture, Sports, Science and Technology"),
    },
    "厚生労働省": {"ja": ("厚生労働省", "厚労省"), "en": ("MHLW", "the Ministry of Health, Labour and Welfare")},
    "経済産業省": {"ja": ("経済産業省", "経産省"), "en": ("METI", "the Ministry of Economy, Trade and Industry")},
    "総務省": {"ja": ("総務省",), "en": ("MIC", "the Ministry of Internal Affairs and Communications")},
    "法務省": {"ja": ("法務省",), "en": ("MOJ", "the Ministry of Justice")},
    "外務省": {"ja": ("外務省",), "en": ("MOFA", "the Ministry of Foreign Affairs")},
    "財務省": {"ja": ("財務省",), "en": ("MOF", "the Ministry of Finance")},
    "農林水産省": {"ja": ("農林水産省", "農水省"), "en": ("MAFF", "the Ministry of Agriculture, Forestry and Fisheries")},
    "国土交通省": {
        "ja": ("国土交通省", "国交省"),
        "en": ("MLIT", "the Ministry of Land, Infrastructure, Transport and Tourism"),
    },
    "環境省": {"ja": ("環境省",), "en": ("the Ministry of the Environment", "MOE")},
    "防衛省": {"ja": ("防衛省",), "en": ("the Ministry of Defense", "MOD")},
    "復興庁": {"ja": ("復興庁",), "en": ("the Reconstruction Agency",)},
    "デジタル庁": {"ja": ("デジタル庁",), "en": ("the Digital Agency",)},
    "警察庁": {"ja": ("警察庁",), "en": ("the National Police Agency", "NPA")},
    "金融庁": {"ja": ("金融庁",), "en": ("the Financial Services Agency", "FSA")},
    "消費者庁": {"ja": ("消費者庁",), "en": ("the Consumer Affairs Agency",)},
    "こども家庭庁": {"ja": ("こども家庭庁",), "en": ("the Children and Families Agency",)},
    "公正取引委員会": {"ja": ("公正取引委員会", "公取委"), "en": ("the Japan Fair Trade Commission", "JFTC")},
    "個人情報保護委員会": {"ja": ("個人情報保護委員会",), "en": ("the Personal Information Protection Commission",)},
    "原子力規制委員会": {"ja": ("原子力規制委員会",), "en": ("the Nuclear Regulation Authority", "NRA")},
    "カジノ管理委員会": {"ja": ("カジノ管理委員会",), "en": ("the Japan Casino Regulatory Commission",)},
}

REIWA = 2018
"""The year before 令和1年."""


@cache
def phrasings() -> dict[str, dict[Language, list[str]]]:
    """Return the ways to put a question, by kind and language."""
    return tomllib.loads((Path(__file__).parent / "phrasings.toml").read_text(encoding="utf-8"))


def stage_word(dice: Random, language: Language, stage: str) -> str:
    """Return a word for a stage."""
    return dice.choice(STAGE_WORDS[stage][language])


def ministry_word(dice: Random, language: Language, ministry: str) -> str:
    """Return a name of a ministry; Japanese ones are also said in English questions, now and then."""
    return dice.choice(MINISTRY_WORDS[ministry][language])


def of_year(dice: Random, language: Language, year: int | None) -> str:
    """Return how a fiscal year stands in a phrasing: `2022年度の`, ` in fiscal 2022`, nothing without a year."""
    if year is None:
        return ""
    if language == "en":
        return dice.choice((" in fiscal {}", " for FY{}", " in FY {}", " for fiscal year {}", " in fiscal year {}")).format(
            year
        )
    spoken = dice.choice(("{}年度", "{}年度", "{}年度", "令和{r}年度", "R{r}年度", "{}年度")) if year > REIWA else "{}年度"
    return spoken.format(year, r=year - REIWA) + "の"


def put(dice: Random, kind: str, language: Language, year: int | None = None, **slots: str) -> str:
    """Return a question of a kind in one of its phrasings."""
    choices = phrasings()[kind][language]
    if year is None:
        choices = [c for c in choices if "{of}の" not in c and "{of}に" not in c]
    phrase = dice.choice(choices).replace("{of}", of_year(dice, language, year))
    if language == "ja":
        phrase = re.sub(r"年度の(?=の|に|[）)]|\s|$)", "年度", phrase)
    quoted = ("「{}」", '"{}"')[language == "en"]
    for slot, value in slots.items():
        shown = quoted.format(value) if slot in ("name", "other") and "「" not in phrase and dice.random() < 0.25 else value
        phrase = phrase.replace("{" + slot + "}", shown)
    phrase = " ".join(phrase.split()) if language == "en" else phrase.strip()
    if language == "en":
        phrase = _smooth(phrase)
    return phrase


def _smooth(phrase: str) -> str:
    """Return an English question without what joining its parts left: two articles, "total total", "was of at least"."""
    phrase = re.sub(r"\btotal total\b", "total", re.sub(r"\b(is|was) of\b", r"\1", phrase))
    phrase = re.sub(r"\bthe ((?:Ministry of|[A-Z]\w+)[^?]*?) (programmes?|top) ", r"\1 \2 ", phrase, count=1)
    return re.sub(r"(?i)\b(the|a|of all|how many|the \w+) the (?=[A-Z])", r"\1 ", phrase)


def with_article(word: str) -> str:
    """Return an English word with its indefinite article."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def ordinal(number: int) -> str:
    """Return an English ordinal as people type it."""
    return {1: "1st", 2: "second", 3: "third", 4: "4th", 5: "fifth"}.get(number, f"{number}th")


def bound(dice: Random, language: Language, least: bool, million: int) -> str:
    """Return an amount in million yen with a bound, at least or under it, as people say it."""
    if language == "ja":
        amount = f"{million // 100}億円" if million % 100 == 0 else f"{million}百万円"
        if million % 10000 == 0 and million >= 1000000:
            amount = f"{million // 1000000}兆円" if million % 1000000 == 0 else amount
        return amount + ("以上" if least else "未満")
    word = dice.choice(("of at least", "of") if least else ("of less than", "under", "below"))
    amount = f"{million // 1000} billion yen" if million % 1000 == 0 else f"{million} million yen"
    return f"{word} {amount}" + (" or more" if word == "of" else "")
