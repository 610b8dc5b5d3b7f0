"""How people name a programme: in full, by a piece that only it has, or with a slip of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from random import Random

from rapidfuzz import fuzz, process

from benchmarks.register.sheets import Register, Sheet, fold

HOMOPHONES = [
    (right, wrong)
    for right, wrong in (
        pair.split(":")
        for pair in [
            "機構:気候",
            "推進:推薦",
            "整備:警備",
            "支援:私園",
            "対策:大作",
            "交付:公布",
            "強化:教科",
            "普及:不急",
            "制度:精度",
            "施設:私設",
            "支給:至急",
            "環境:感興",
            "協力:強力",
            "基盤:基板",
            "保障:保証",
            "運営:運映",
            "高度:硬度",
            "管理:監理",
            "実証:実省",
            "技術:技述",
            "活用:活様",
            "補助:捕助",
            "国際:国祭",
            "開発:開初",
            "研究:研久",
            "調査:調差",
            "促進:促新",
            "確保:確補",
            "保護:保後",
            "委託:依託",
            "派遣:派件",
            "再生:最盛",
            "振興:新興",
            "育成:育生",
            "防災:防際",
            "医療:衣料",
            "介護:解雇",
            "経営:経映",
            "実施:実試",
            "向上:工場",
            "改善:改前",
            "提供:定供",
            "構築:校築",
            "体制:態勢",
            "教育:共育",
        ]
    )
]
"""What a conversion or a reading gets wrong."""
ALIKE = [
    "ーｰ",
    "シツ",
    "ソン",
    "ロ口",
    "ニ二",
    "バパ",
    "ビピ",
    "ブプ",
    "ボポ",
    "ベペ",
    "タダ",
    "トド",
    "クグ",
    "いり",
    "はほ",
    "きさ",
    "末未",
    "千干",
    "己已",
    "人入",
    "士土",
    "ェエ",
    "ィイ",
    "ョヨ",
    "ュユ",
    "ャヤ",
]
PLAIN = {
    "事業",
    "推進",
    "支援",
    "対策",
    "経費",
    "整備",
    "運営",
    "実施",
    "調査",
    "研究",
    "開発",
    "促進",
    "強化",
    "普及",
    "交付金",
    "補助金",
    "独立行政法人",
    "国立研究開発法人",
    "必要な経費",
    "に必要な経費",
    "推進事業",
    "支援事業",
    "対策事業",
    "調査事業",
    "運営費交付金",
    "関連経費",
}


SEAMS = re.compile(r"(?<=[のとをに])|及び|による|のための|に関する|に係る|における|のうち|[「」()・、,~\s]|等(?=の|に|を)")
"""Where a name comes apart; it is NFKC by then."""
VERBAL = re.compile(r"[一-鿿]{1,3}[ぁ-ん]+(?=[一-鿿ァ-ヶ])|[一-鿿]{2}(する|した)")
"""How a piece begins that nobody would say alone: 向けた総合対策."""
LETTER = re.compile(r"[ぁ-んァ-ヶー一-鿿]")
KANA = re.compile(r"[ぁ-んァ-ヶー]")


class Naming:
    """Which programmes can be named without doubt, and how."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.names: Sequence[str] = sorted(register.names)
        self.joined = "\n".join(self.names)

    @cached_property
    def places(self) -> str:
        """Return the folded bureaus, divisions, payees' and accounts' names: what a piece of a name may not be taken for."""
        found = {fold(text) for s in self.register.sheets for text in (*s.bureaus, *s.divisions, *s.accounts)}
        return "\n".join(sorted(found))

    def certain(self, sheet: Sheet) -> bool:
        """Whether a full name can only mean this programme."""
        name = sheet.folded
        return 6 <= len(name) <= 60 and len(self.register.names[name]) == 1 and self.register.history(sheet) is not None

    def apart(self, sheet: Sheet) -> bool:
        """Whether the full name is in no other programme's name, and no other differs from it by next to nothing."""
        name = sheet.folded
        return self.joined.count(name) == 1 and self._second(name) < 93

    def piece(self, dice: Random, sheet: Sheet) -> str | None:
        """Return a piece of the name that no other programme's names have, or None."""
        parts = [p for p in SEAMS.split(sheet.name) if p]
        parts = [re.sub(r"等?(を|に|の|と|等|に必要な経費|必要な経費|事業|推進事業)$", "", p) for p in parts]
        found = [p for p in dict.fromkeys(parts) if self._distinctive(p, sheet)]
        return dice.choice(found) if found else None

    def _distinctive(self, piece: str, sheet: Sheet) -> bool:
        folded = fold(piece)
        long_enough = len(folded) >= (5 if re.search(r"[ァ-ヶa-z]", folded) else 6)
        return (
            long_enough
            and piece not in PLAIN
            and not VERBAL.match(piece)
            and len(folded) < len(sheet.folded)
            and self.joined.count(folded) == 1
            and folded not in self.places
            and re.fullmatch(r"[^ぁ-ん].*[^ぁ-ん]", piece) is not None
        )

    def misspelt(self, dice: Random, sheet: Sheet) -> str | None:
        """Return the name with one slip, or two in a long one, where it is still nearest to this name by far; else None."""
        name = sheet.name
        if len(name) < 8:
            return None
        for _ in range(2 if len(name) >= 16 and dice.random() < 0.4 else 1):
            name = slip(dice, name)
        folded = fold(name)
        if folded == sheet.folded or folded in self.joined:
            return None
        (best, score, _), (_, second, _) = process.extract(folded, self.names, scorer=fuzz.ratio, limit=2)
        return name if best == sheet.folded and score - second >= 12 else None

    def _second(self, name: str) -> float:
        return process.extract(name, self.names, scorer=fuzz.ratio, limit=2)[1][1]

    def nearest(self, name: str) -> float:
        """Return how like the nearest name is, 0 to 100."""
        found = process.extractOne(fold(name), self.names, scorer=fuzz.partial_ratio)
        return found[1] if found else 0.0


def slip(dice: Random, name: str) -> str:
    """Return a name with one error that people make: a wrong conversion, a letter left out, doubled, swapped or mistaken.

    Digits, Latin letters and brackets are left alone: another one would be another name.
    """
    kind = dice.choice(("convert", "convert", "drop", "drop", "double", "swap", "alike"))
    letters = [place for place in range(1, len(name) - 1) if LETTER.match(name[place])]
    kana = [place for place in letters if KANA.match(name[place]) and KANA.match(name[place - 1])]
    if kind == "convert" and (fits := [(a, b) for a, b in HOMOPHONES if a in name]):
        right, wrong = dice.choice(fits)
        return name.replace(right, wrong, 1)
    if kind == "alike" and (pairs := [pair for pair in ALIKE if any(c in name for c in pair)]):
        one, other = tuple(dice.choice(pairs))
        one, other = (one, other) if one in name else (other, one)
        return name.replace(one, other, 1)
    if kind in ("double", "swap") and kana:
        place = dice.choice(kana)
        twice = name[:place] + name[place] + name[place:]
        return twice if kind == "double" else name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]
    place = dice.choice(letters) if letters else len(name)
    return name[:place] + name[place + 1 :]
