"""The same words in other characters: kana for kanji, katakana for hiragana, other widths, old forms, romaji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from benchmarks.noise import domain
from benchmarks.noise.romaji import PARTICLES, System, romaji

SHORT_QUESTION = 26
"""Longer questions than this are not written in romaji."""
_LATIN = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"[0-9]+")
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}")
_HIRAGANA = re.compile(r"[ぁ-ん]{2,}")
_SHORT_HIRAGANA = frozenset(["どこ", "どれ", "だれ", "いつ", "なに", "これ", "それ"])
_KANJI_RUN = re.compile(r"[一-龥々]+")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_TO_HIRAGANA = {code + 0x60: code for code in range(ord("ぁ"), ord("ゖ") + 1)}
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_OLD_PAIRS = """
国國 学學 経經 済濟 会會 医醫 発發 労勞 総總 予豫 関關 対對 応應 担擔 当當 薬藥 参參 実實 広廣 団團 択擇 覧覽 証證 条條 状狀
児兒 体體 号號 産產 脳腦 権權 変變 画畫 図圖 研硏 気氣 験驗 装裝 拡擴 点點 単單 価價 称稱 属屬 県縣 教敎 内內 辺邊 庁廳
"""
_RADICAL_PAIRS = """
大⼤ 文⽂ 金⾦ 子⼦ 生⽣ 用⽤ 力⼒ 人⼈ 口⼝ 手⼿ 工⼯ 立⽴ 行⾏ 目⽬ 面⾯ 心⼼ 食⾷ 長⻑ 民⺠ 比⽐ 支⽀
"""
_OLD = {pair[0]: pair[1:] for pair in _OLD_PAIRS.split()}
_RADICALS = {pair[0]: pair[1:] for pair in _RADICAL_PAIRS.split()}
_HALF_WIDTH = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}


def _pieces(text: str, pattern: re.Pattern[str], rng: Random, change: Callable[[str], str]) -> Iterator[str]:
    """Yield the text with one match of a pattern changed, shuffled."""
    places = [match.span() for match in pattern.finditer(text)]
    rng.shuffle(places)
    for i, j in places:
        yield text[:i] + change(text[i:j]) + text[j:]


def kana(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one kanji word in hiragana, by its reading in the data or the intents."""
    readings = domain.known().readings
    kanji = frozenset(word for word in readings if len(word) > 1 and domain.has_kanji(word))
    places = domain.occurrences(text, kanji)
    rng.shuffle(places)
    for i, j in places:
        yield text[:i] + readings[text[i:j]] + text[j:]


@cache
def _hiragana_words() -> frozenset[str]:
    words = frozenset(word for word in domain.known().japanese if _HIRAGANA.fullmatch(word))
    return frozenset(word for word in words if (len(word) > 2 and word[0] not in "てでっ") or word in _SHORT_HIRAGANA)


def katakana(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one hiragana word in katakana; what only ends a kanji word (書きたい) is left."""
    places = [(i, j) for i, j in domain.occurrences(text, _hiragana_words()) if not domain.has_kanji(text[max(i - 1, 0) : i])]
    rng.shuffle(places)
    for i, j in places:
        yield text[:i] + text[i:j].translate(_TO_KATAKANA) + text[j:]


def full_width_latin(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one Latin word in full-width letters."""
    return _pieces(text, _LATIN, rng, lambda word: word.translate(_FULL_WIDTH))


def full_width_digits(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one row of digits in full-width digits."""
    return _pieces(text, _DIGITS, rng, lambda word: word.translate(_FULL_WIDTH))


def half_width_katakana(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one katakana word in half-width katakana."""
    return _pieces(text, _KATAKANA, rng, half_width)


def half_width(word: str) -> str:
    """Return katakana in half width, a voice mark as a character of its own."""
    return "".join(_HALF_WIDTH.get(char, char) for char in unicodedata.normalize("NFD", word))


def old_forms(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one run of kanji in the forms of before 1946 (國, 學, 經), as some fonts and old files have them."""
    return _pieces(text, _KANJI_RUN, rng, lambda word: "".join(_OLD.get(char, char) for char in word))


def radicals(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with one run of kanji with radicals for characters (⼤, ⽂, ⻑), as text layers of slides have them."""
    return _pieces(text, _KANJI_RUN, rng, lambda word: "".join(_RADICALS.get(char, char) for char in word))


def in_romaji(system: System) -> Callable[[str, Random], Iterator[str]]:
    """Return what yields a short question in Latin letters, its words set apart or not."""

    def variants(text: str, rng: Random) -> Iterator[str]:
        words = _words(text.rstrip("？?。 　")) if len(text) <= SHORT_QUESTION and domain.has_kanji(text) else []
        latin = [romaji(word, system) if _is_kana(word) else word for word in words]
        if latin and None not in latin:
            yield (" " if rng.random() < 0.5 else "").join(word for word in latin if word)

    return variants


def _is_kana(word: str) -> bool:
    return all("ぁ" <= char <= "ゖ" or char == "ー" for char in word)


def _words(text: str) -> list[str]:
    """Return the readings of a text's words, as few as possible, and Latin as it is; nothing where a kanji has no reading."""
    best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(text)
    for i, so_far in enumerate(best):
        if so_far is None:
            continue
        for j in range(i + 1, min(len(text), i + domain.LONGEST) + 1):
            if (step := _reading(text[i:j])) is None:
                continue
            cost, words = so_far[0] + step[0], [*so_far[1], step[1]]
            if (reached := best[j]) is None or cost < reached[0]:
                best[j] = cost, words
    end = best[-1]
    return end[1] if end else []


def _reading(piece: str) -> tuple[int, str] | None:
    """Return what a piece costs and how it is read: a word of the domain costs 1, a lone kana 3."""
    if reading := domain.known().readings.get(piece):
        return 1, reading
    if re.fullmatch(r"[A-Za-z0-9]+|[ァ-ヴー]+", piece):
        return 1, piece.translate(_TO_HIRAGANA)
    if re.fullmatch(r"[\s・、]", piece):
        return 0, ""
    if _is_kana(piece) and (piece in domain.known().japanese or piece in PARTICLES["hepburn"]):
        return 1, piece
    return (3, piece) if _is_kana(piece) and len(piece) == 1 else None
