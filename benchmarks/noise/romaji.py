"""Kana in Latin letters, in three systems: Hepburn as on signs, kunrei as taught at school, wāpuro as typed."""

from __future__ import annotations

from typing import Literal

System = Literal["hepburn", "kunrei", "wapuro"]
_SPOKEN = {"は": "wa", "へ": "e", "を": "o", "には": "niwa", "では": "dewa", "とは": "towa", "のは": "nowa", "へは": "ewa"}
PARTICLES: dict[System, dict[str, str]] = {
    "hepburn": _SPOKEN,
    "kunrei": _SPOKEN,
    "wapuro": {},
}
"""Particles that are not written as they are spelt."""
_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ",
    "m": "まみむめも", "y": "や・ゆ・よ", "r": "らりるれろ", "w": "わ・・・を", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_FOREIGN = {
    "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "うぃ": "wi", "うぇ": "we",
    "しぇ": "she", "ちぇ": "che", "じぇ": "je",
    "てぃ": "ti", "でぃ": "di", "でゅ": "du", "ゔぁ": "va", "ゔぃ": "vi", "ゔぇ": "ve", "ゔぉ": "vo", "ゔ": "vu",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_HEPBURN = {
    "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu", "wo": "o",
    "sy": "sh", "ty": "ch", "zy": "j", "dy": "j",
}  # fmt: skip
_VOWELS = "aiueo"


def _morae() -> dict[str, str]:
    found = {kana: start + vowel for start, row in _ROWS.items() for kana, vowel in zip(row, _VOWELS, strict=True)}
    found.pop("・")
    small = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
    return found | {kana + y: found[kana][:-1] + end for kana in "きしちにひみりぎじぢびぴ" for y, end in small.items()}


_MORAE = _morae()


def _mora(kana: str, system: System) -> str | None:
    if kana in _FOREIGN:
        typed = {"てぃ": "thi", "でぃ": "dhi"} if system == "wapuro" else {}
        return typed.get(kana, _FOREIGN[kana])
    latin = _MORAE.get(kana)
    if latin is None or system != "hepburn":
        return latin
    start = latin[:2]
    return _HEPBURN[start] + latin[2:] if start in _HEPBURN else latin


def romaji(reading: str, system: System) -> str | None:
    """Return hiragana (with ー) in Latin letters, or None where something else is in it."""
    if special := PARTICLES[system].get(reading):
        return special
    out: list[str] = []
    at, doubles = 0, False
    while at < len(reading):
        kana = reading[at : at + 2] if _mora(reading[at : at + 2], system) and at + 1 < len(reading) else reading[at]
        at += len(kana)
        if kana == "っ":
            doubles = True
            continue
        latin = (
            _n(reading[at : at + 1], system) if kana == "ん" else _long(out, system) if kana == "ー" else _mora(kana, system)
        )
        if latin is None:
            return None
        out.append(("t" if latin.startswith("ch") else latin[:1]) + latin if doubles else latin)
        doubles = False
    latin = "".join(out)
    return latin.replace("ou", "o").replace("uu", "u").replace("oo", "o") if system == "hepburn" else latin


def _n(following: str, system: System) -> str:
    if system == "hepburn" and following and following in "ばびぶべぼぱぴぷぺぽまみむめも":
        return "m"
    unclear = following in tuple("あいうえおやゆよ")
    if system == "wapuro":
        return "nn" if unclear or not following or following in "なにぬねの" else "n"
    return "n'" if unclear else "n"


def _long(before: list[str], system: System) -> str:
    return {"hepburn": "", "kunrei": before[-1][-1:] if before else "", "wapuro": "-"}[system]
