"""Romaji, loosely: one key for the usual spellings of a Japanese reading.

`kousei roudoushou`, `koseirodosho` and the reading こうせいろうどうしょう all give `koseirodosho`; `si`/`shi`, `tu`/`tsu`,
`sya`/`sha`, long vowels, doubled consonants and `m` before `b`, `m`, `p` make no difference. Source of the table: Hepburn
romanisation (ALA-LC) with Kunrei and keyboard spellings folded onto it.
"""

from __future__ import annotations

import re

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
        (r"([bcdfghjkmpqrstvwxyz])\1", r"\1"), (r"o[uo]h?(?![aiueo])|oh(?![aiueo])", "o"), (r"o[uo]", "o"), (r"uu", "u"),
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
