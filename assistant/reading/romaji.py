"""Romaji, loosely: one key for the usual spellings of a Japanese reading.

`kousei roudoushou`, `koseirodosho` and the reading こうせいろうどうしょう all give `koseirodosho`; `si`/`shi`, `tu`/`tsu`,
`sya`/`sha`, long vowels, doubled consonants and `m` before `b`, `m`, `p` make no difference. Source of the table: Hepburn
romanisation (ALA-LC) with Kunrei and keyboard spellings folded onto it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_DIGRAPHS = {
    "きゃ": "kya", "きゅ": "kyu", "きょ": "kyo", "しゃ": "sha", "しゅ": "shu", "しょ": "sho", "ちゃ": "cha", "ちゅ": "chu",
    "ちょ": "cho", "にゃ": "nya", "にゅ": "nyu", "にょ": "nyo", "ひゃ": "hya", "ひゅ": "hyu", "ひょ": "hyo", "みゃ": "mya",
    "みゅ": "myu", "みょ": "myo", "りゃ": "rya", "りゅ": "ryu", "りょ": "ryo", "ぎゃ": "gya", "ぎゅ": "gyu", "ぎょ": "gyo",
    "じゃ": "ja", "じゅ": "ju", "じょ": "jo", "びゃ": "bya", "びゅ": "byu", "びょ": "byo", "ぴゃ": "pya", "ぴゅ": "pyu",
    "ぴょ": "pyo", "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di", "うぃ": "wi",
    "うぇ": "we", "うぉ": "wo", "しぇ": "she", "じぇ": "je", "ちぇ": "che", "でゅ": "du", "とぅ": "tu", "ゔぁ": "va",
    "ゔぃ": "vi", "ゔぇ": "ve", "ゔぉ": "vo",
}  # fmt: skip
_MONOGRAPHS = dict(
    zip(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔぁぃぅぇぉ",
        [
            "a",
            "i",
            "u",
            "e",
            "o",
            "ka",
            "ki",
            "ku",
            "ke",
            "ko",
            "sa",
            "shi",
            "su",
            "se",
            "so",
            "ta",
            "chi",
            "tsu",
            "te",
            "to",
            "na",
            "ni",
            "nu",
            "ne",
            "no",
            "ha",
            "hi",
            "fu",
            "he",
            "ho",
            "ma",
            "mi",
            "mu",
            "me",
            "mo",
            "ya",
            "yu",
            "yo",
            "ra",
            "ri",
            "ru",
            "re",
            "ro",
            "wa",
            "i",
            "e",
            "o",
            "n",
            "ga",
            "gi",
            "gu",
            "ge",
            "go",
            "za",
            "ji",
            "zu",
            "ze",
            "zo",
            "da",
            "ji",
            "zu",
            "de",
            "do",
            "ba",
            "bi",
            "bu",
            "be",
            "bo",
            "pa",
            "pi",
            "pu",
            "pe",
            "po",
            "vu",
            "a",
            "i",
            "u",
            "e",
            "o",
        ],
        strict=True,
    )
)
_SPELLINGS = [
    (re.compile(pattern), new)
    for pattern, new in (
        (r"sy([auo])", r"sh\1"), (r"ty([auo])", r"ch\1"), (r"(zy|jy)([auo])", r"j\2"), (r"si", "shi"), (r"ti", "chi"),
        (r"(?<![ts])tu", "tsu"), (r"(?<![sc])hu", "fu"), (r"zi", "ji"), (r"di", "ji"), (r"du", "zu"), (r"wo", "o"),
        (r"l", "r"), (r"m(?=[bmp])", "n"), (r"nn(?=[^aiueoy]|$)", "n"), (r"tch", "ch"),
        (r"([bcdfghjkmpqrstvwxyz])\1", r"\1"), (r"o[uo]h?(?![aiueoy])|oh(?![aiueoy])", "o"), (r"o[uo]", "o"), (r"uu", "u"),
        (r"aa", "a"), (r"ee", "e"), (r"ii", "i"),
    )
]  # fmt: skip
_SYLLABLES = re.compile(r"(?:(?:[bghkmnpr]y|sh|ch|ts|j|f|w|y|[bdghkmnprstvz])?[aiueo]|n(?![aiueo]))+$")


def loose(latin: str) -> str:
    """Return the key of a romaji spelling (lower case letters; anything else is dropped)."""
    key = "".join(char for char in latin if "a" <= char <= "z")
    for pattern, new in _SPELLINGS:
        key = pattern.sub(new, key)
    return key


def from_kana(kana: str) -> str:
    """Return the key of a hiragana reading; characters that are not hiragana stay when they are letters or digits."""
    out: list[str] = []
    index = 0
    while index < len(kana):
        pair = kana[index : index + 2]
        if pair in _DIGRAPHS:
            out.append(_DIGRAPHS[pair])
            index += 2
            continue
        char = kana[index]
        if char == "っ":
            following = kana[index + 1 : index + 2]
            out.append(_MONOGRAPHS.get(following, "")[:1])
        else:
            out.append(_MONOGRAPHS.get(char, char if char.isalnum() and char.isascii() else ""))
        index += 1
    return loose("".join(out))


def syllabic(latin: str) -> bool:
    """Whether a word in Latin letters is made of Japanese syllables."""
    return _SYLLABLES.match(loose(latin)) is not None


_MORA = re.compile(r"(?:[bghkmnpr]y|sh|sy|ch|ty|cy|zy|jy|ts|th|dh|[bdfghjklmnprstvwyz])?[aiueo]")
_TYPED = {"thi": "chi", "dhi": "ji", "dhu": "zu"}
"""How an input method wants ティ, ディ and デュ."""
_LENGTHENED = {"a": "a", "i": "i", "u": "u", "e": "e", "o": "ou"}
"""For a vowel, what makes it long."""


@lru_cache(maxsize=512)
def _mora(typed: str) -> str:
    return loose(_TYPED.get(typed, typed))


def steps(latin: str, at: int, *, first: bool = False) -> Iterator[tuple[int, str]]:
    """Yield where a mora that begins at a place may end, with its key: N for ん, none for a lengthening or doubling.

    A lengthening (also `-`) or a doubling other than that of って cannot be the `first` thing of a word. An n may end a word
    though a vowel follows it, and may be typed twice.
    """
    char, after = latin[at], latin[at + 1 : at + 2]
    if match := _MORA.match(latin, at):
        if not first and match.group() in _LENGTHENED.get(latin[at - 1], ""):
            yield at + 1, ""
        else:
            yield match.end(), _mora(match.group())
    if char == "n":
        yield at + 1, "N"
        if not first and latin[at - 1] == "n":
            yield at + 1, ""
        if after == "n" and (match := _MORA.match(latin, at + 1)):
            yield match.end(), _mora(match.group())
    elif char == "m" and after and after in "bmp":
        yield at + 1, "N"
    elif first:
        if latin.startswith("tte", at):
            yield at + 1, ""
    elif char == "-" or (char == after and char not in _LENGTHENED) or latin.startswith("tch", at):
        yield at + 1, ""


def morae(key: str) -> str:
    """Return the morae of a romaji key as `steps` yields them, written together: words that sound alike share them."""
    out, at = "", 0
    while at < len(key):
        step = next(steps(key, at, first=not at), None)
        at, mora = step if step else (at + 1, key[at])
        out += mora
    return out
