"""The data that templates are filled with, and the two names that each thing goes by in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from assistant.assets import asset

NAMES = {
    "collab-rd": ("産学官共同型", "the joint type programme"),
    "intl-joint-research": ("国際共同研究", "the international joint research programme"),
    "infectious-disease": ("感染症の治療薬", "the infectious disease programme"),
    "young-startup": ("若手研究者のスタートアップ", "the young researchers programme"),
    "pharma-startup": ("創薬ベンチャー", "the drug discovery venture programme"),
    "life-science-infra": ("ライフサイエンス基盤", "the life science programme"),
    "gene-therapy-vector": ("遺伝子治療ベクター", "the gene therapy vector programme"),
    "brain-innovation": ("ブレイン・イノベーション", "the brain programme"),
    "whole-genome": ("全ゲノム", "the whole genome programme"),
}
MINISTRIES = {
    "cao": ("内閣府", "Cabinet Office"),
    "mext": ("文科省", "MEXT"),
    "mhlw": ("厚労省", "MHLW"),
    "meti": ("経産省", "METI"),
}
MINISTRY_NAMES = {"cao": "内閣府", "mext": "文部科学省", "mhlw": "厚生労働省", "meti": "経済産業省"}
CATEGORIES = {
    "fund": ("基金", "the funds"),
    "pj1": ("PJ①", "PJ1"),
    "pj2": ("PJ②", "PJ2"),
    "pj3": ("PJ③", "PJ3"),
    "pj4": ("PJ④", "PJ4"),
    "pj5": ("PJ⑤", "PJ5"),
}
BOUNDS = (1_000_000_000, 1_700_000_000, 3_000_000_000, 4_900_000_000, 20_000_000_000, 300_000_000_000)
SIGNS = {
    "ge": (("以上の", "を下回らない"), ("at least {}", "no less than {}", "{} or more")),
    "gt": (("超の", "を超える", "より多い", "を上回る"), ("more than {}", "over {}", "above {}", "exceeding {}")),
    "le": (("以下の", "を超えない", "までの", "以内の"), ("at most {}", "no more than {}", "up to {}", "{} or less")),
    "lt": (("未満の", "を下回る", "より少ない", "に満たない"), ("less than {}", "under {}", "below {}")),
}


class Programme(NamedTuple):
    """A programme: its names in the templates, its ministry, its category, its whole amount in yen, its contacts."""

    id: str
    ja: str
    en: str
    ministry: str
    category: str
    yen: int
    divisions: frozenset[str]
    bureaux: frozenset[str]
    extensions: frozenset[str]


@dataclass(frozen=True)
class Bound:
    """A bound on amounts: how it is said in either language, and which amounts (yen) meet it."""

    ja: str
    en: str
    sign: str
    yen: int

    def meets(self, yen: int) -> bool:
        """Whether an amount in yen is within the bound."""
        return {"ge": yen >= self.yen, "gt": yen > self.yen, "le": yen <= self.yen, "lt": yen < self.yen}[self.sign]


def _programmes() -> tuple[Programme, ...]:
    rows = sqlite3.connect(asset("budget.db"))
    found = []
    query = (
        "SELECT p.id, p.ministry, p.category, a.yen FROM programme p JOIN amount a ON a.programme = p.id AND a.scope = 'whole'"
    )
    for id_, ministry, category, yen in rows.execute(query):
        contacts = rows.execute("SELECT division, bureau, extension FROM contact WHERE programme = ?", (id_,)).fetchall()
        divisions, bureaux, extensions = (frozenset(c[n] for c in contacts if c[n]) for n in range(3))
        found.append(Programme(id_, *NAMES[id_], ministry, category, yen, divisions, bureaux, extensions))
    rows.close()
    return tuple(sorted(found, key=lambda p: -p.yen))


PROGRAMMES = _programmes()
"""All programmes, the largest first."""
TOTAL = sum(p.yen for p in PROGRAMMES)


def members(ministry: str) -> tuple[Programme, ...]:
    """Return the programmes of a ministry, the largest first."""
    return tuple(p for p in PROGRAMMES if p.ministry == ministry)


def bounds() -> Iterator[Bound]:
    """Yield every bound in every wording."""
    for yen in BOUNDS:
        for sign, (japanese, english) in SIGNS.items():
            for n in range(max(len(japanese), len(english))):
                ja, en = japanese[n % len(japanese)], english[n % len(english)]
                yield Bound(f"{yen / 1e8:g}億円{ja}", en.format(f"{yen / 1e9:g} billion yen"), sign, yen)


def pairs() -> Iterator[tuple[Programme, Programme]]:
    """Yield every two programmes, in both orders."""
    yield from permutations(PROGRAMMES, 2)
