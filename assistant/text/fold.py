"""Folds the look-alike characters that documents and keyboards carry into the ones that people type.

NFKC folds full-width forms, half-width kana and the Kangxi radicals (⼤ → 大). It leaves the CJK Radicals Supplement,
which the text layers of Japanese slides contain (⻑ ⺠ ⻭): this module keeps a table for those. Case stays as it is.
"""

from __future__ import annotations

import unicodedata

# Radicals of U+2E80 to U+2EF3 and the ideographs that they stand for, after Unicode's EquivalentUnifiedIdeograph; where
# that names a rare variant, the usual character (⻕ 阜). U+2E80 has none; NFKC itself folds U+2E9F and U+2EF3.
_RADICALS = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 "
    "⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 "
    "⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴㓁 ⺵罓 ⺶羊 ⺷羊 ⺸羋 ⺹耂 ⺺肀 ⺻聿 "
    "⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 "
    "⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 "
    "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀"
)

# What NFKC does to Japanese against expectation: the Kangxi door becomes 戶, which Japanese writes 戸.
_AHEAD_OF_NFKC = {"⼾": "戸"}

# Variation selectors choose among shapes of one character; none changes what is meant.
_VARIATION_SELECTORS = [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]

_TABLE: dict[int, str | None] = {ord(pair[0]): pair[1:] for pair in _RADICALS.split()}
_TABLE.update({ord(radical): ideograph for radical, ideograph in _AHEAD_OF_NFKC.items()})
_TABLE.update(dict.fromkeys(_VARIATION_SELECTORS))


def nfkc_fold(s: str) -> str:
    """Return `s` after NFKC, with CJK radicals as the ideographs they stand for and without variation selectors.

    Case, dashes and white space are left as NFKC leaves them. Folding twice changes nothing further. Never raises; lone
    surrogates pass through.
    """
    if s.isascii():
        return s
    return unicodedata.normalize("NFKC", s.translate(_TABLE))
