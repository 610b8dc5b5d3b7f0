"""Seeded misspellings of programme names, as people make them: one kind an example, more than one error in long names."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from assistant.reading.text import is_kana, is_kanji

_ALIKE = (
    "保補捕舗 測側則 績積責 検険剣験 講構購溝 適敵摘滴 複復腹 徴微 境鏡 機械期基 制製政成 対体態待 推進水深 支援私怨 事時自 "
    "整正聖 備美尾 設説雪 施試私 策索作 環還 働動導 護謨誤 険検件 増像層 災裁栽 興与 費非比 化科課 研県健 "
    "究急級 発初 開会改回 域或 住往注 農濃脳 漁魚 産山算 業行 地池値 方法 連運 送遂 学覚 校交 未末 土士 "
    "シツ ソン クワ ウワ コユ ロコ ハバパ ヒビピ フブプ ヘベペ ホボポ カガ キギ クグ ケゲ コゴ "
    "サザ シジ スズ セゼ ソゾ タダ チヂ テデ トド ャヤ ュユ ョヨ ッツ "
    "はば かが きぎ くぐ けげ こご さざ しじ すず せぜ ただ ちじ てで とど ほぼ のな にを をお"
)
_OTHERS: dict[str, str] = {}
for _group in _ALIKE.split():
    for _char in _group:
        _OTHERS[_char] = _OTHERS.get(_char, "") + _group.replace(_char, "")


def drop(name: str, random: Random) -> str:
    """Leave one character out."""
    at = random.randrange(len(name))
    return name[:at] + name[at + 1 :]


def double(name: str, random: Random) -> str:
    """Type one character twice."""
    at = random.randrange(len(name))
    return name[: at + 1] + name[at:]


def swap(name: str, random: Random) -> str:
    """Change places of two neighbours."""
    places = [at for at in range(len(name) - 1) if name[at] != name[at + 1]]
    at = random.choice(places) if places else 0
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def wrong(name: str, random: Random) -> str:
    """Type a kanji or kana that looks or sounds alike; where the name has none that is known, another one of the name."""
    places = [at for at, char in enumerate(name) if char in _OTHERS]
    if places:
        at = random.choice(places)
        return name[:at] + random.choice(_OTHERS[name[at]]) + name[at + 1 :]
    at = random.choice([at for at, char in enumerate(name) if is_kana(char) or is_kanji(char)] or [0])
    return name[:at] + random.choice(name) + name[at + 1 :]


def part(name: str, random: Random) -> str:
    """Leave a stretch out of the middle: two characters to a third of the name."""
    if len(name) < 9:
        return drop(name, random)
    length = random.randint(2, len(name) // 3)
    at = random.randint(2, len(name) - length - 2)
    return name[:at] + name[at + length :]


KINDS: dict[str, Callable[[str, Random], str]] = {
    "drop": drop,
    "double": double,
    "swap": swap,
    "wrong": wrong,
    "part": part,
}


def misspell(name: str, kind: str, random: Random) -> str:
    """Return a name with an error of a kind, in long names (over 10 characters) with one more in every second case."""
    typed = KINDS[kind](name, random)
    if kind != "part" and len(name) > 10 and random.random() < 0.5:
        typed = KINDS[random.choice(["drop", "double", "swap", "wrong"])](typed, random)
    return typed
