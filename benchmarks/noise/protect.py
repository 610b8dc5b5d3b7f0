"""What no noise may touch, because the answer hangs on it: figures, negation, exception, comparison, bounds, yes or no.

The list stands on its own, not on `intents/words/closed.toml`: the measure must not move when the reader learns a word.
It rather protects too much (比 in 比率) than too little.
"""

from __future__ import annotations

import re
import unicodedata

_KANJI_NUMERAL = "〇零一二三四五六七八九十百千万億兆"
_UNIT = "億|万|千|百|兆|円|%|パーセント|倍|件|番|次|位|回|年度|年|月|日|つ|個|事業|課題"
_FIGURE = rf"(?:(?:pj|r)\s*)?[0-9{_KANJI_NUMERAL}]+(?:[.,][0-9]+)*\s*(?:(?:{_UNIT})+目?)?"
_SIGN = r"[<>](?=\s*[=0-9¥$])|[=≥≤+−¥$%]"
_JAPANESE = re.compile(
    rf"{_FIGURE}|[a-z]+[0-9]+|{_SIGN}"
    r"|(?<!ど)ない(?!せん|かく)|なし|なく|なけれ|(?<!すみ)(?<!ござい)ません|ず(?:に|、|$)|じゃ|では(?=な|あ)|[無不非未否]"
    r"|除|のぞ|抜[きいく]|[外別他残]|ほか|のこり"
    r"|以[上下内外降前後]|超|越え|まで(?!す)|から|(?<!平素)より|の間|満た|切る|切っ|上回|下回|(?<!いた)だけ|のみ|しか|限|ちょうど|きっかり|[約弱強]"
    r"|全(?!ゲノム|げのむ)|[各毎両]|ごと|ずつ|または|もしくは|あるいは|どちら|どっち"
    r"|[比差倍最少小安順]|多(?![忙用])|大(?![学変])|高(?!次)|低|上位|下位|トップ|ベスト|ワースト|もっと|いちばん|おお[きい]|ちいさ|すくな|たか[いく]"
    r"|前者|後者|はじめ|さいしょ|さいご"
    r"|(?:です|ます|でしょう|ました)?か(?=[?。!、\s]|$)|の(?=[?])|よね|でしょう?|かどうか|かな|合って|あって|る(?=[?])"
)
_ENGLISH_LIST = """
not no non none nor neither never nothing cannot without except excluding exclude excludes excluded other others besides
beside outside apart aside minus plus less lesser least more most than over under above below beyond between within up
at exactly just only alone both either or all each every any whole entire whether same different per
minimum maximum min max greater greatest larger largest smaller smallest bigger biggest higher highest lower lowest
fewer fewest cheaper cheapest top bottom ascending descending before after rest remaining remainder leaving left
first second third fourth fifth sixth seventh eighth ninth tenth last next former latter
zero one two three four five six seven eight nine ten hundred thousand million billion trillion
mn bn tn k m oku yen twice double triple times half quarter
exceed exceeds exceeding include includes including included unlisted missing lack lacks
"""
_ENGLISH_WORDS = frozenset(_ENGLISH_LIST.split())
_ENGLISH = re.compile(rf"{_SIGN}|[a-z]*[0-9][a-z0-9]*(?:[.,][0-9]+)*|[a-z]+(?:['’][a-z]+)?")


def fold(text: str) -> str:
    """Return a text without what never changes its meaning: width, compatibility forms and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def guarded(text: str, language: str) -> list[str]:
    """Return the protected parts of a text, folded, in order; a noise leaves this list as it is."""
    folded = fold(text)
    if language == "ja":
        return [match[0] for match in _JAPANESE.finditer(folded)]
    return [token for token in _ENGLISH.findall(folded) if protects(token)]


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the protected parts of a Japanese text are. Positions are those of `text`."""
    same_length = "".join(fold(char) if len(fold(char)) == 1 else char for char in text)
    return [match.span() for match in _JAPANESE.finditer(same_length)]


def protects(token: str) -> bool:
    """Whether an English word or figure, folded, is protected."""
    letters = token.replace("'", "").replace("’", "")
    return not letters.isalpha() or token in _ENGLISH_WORDS or token.endswith(("n't", "n’t"))
