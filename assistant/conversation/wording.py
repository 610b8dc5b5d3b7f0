"""The words of a follow-up put so that they can be read: a bare number after a PJ, a place before a colon, an apology."""

from __future__ import annotations

import re

from assistant.conversation.state import State
from assistant.text.fold import nfkc_fold

_CIRCLED = re.compile(r"(?<![A-Za-z])[①②③④⑤]")
_BARE = re.compile(
    r"^(?P<before>(?:(?:no|not|sorry|oops|wait|ok|okay|and|then|so|actually|i meant?|i mean|make (?:it|that)|what about"
    r"|how about|number|no\.|じゃあ|では|じゃ|あ|いや|違う|違います|すみません|すいません"
    r"|ごめん|失礼|それと|あと|次は?)[\s,、。.:!]*)*)"
    r"(?P<n>[1-5])(?:番|ばん)?"
    r"(?P<after>(?:の方|のほう|のやつ)?(?:は|も|でした|です|だ|だった|ね|then|please|instead)?[\s?？。.!]*)$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"(?<![\dA-Za-z])[1-5](?:番)?(?:ではなく(?:て)?|でなく(?:て)?|じゃなく(?:て)?|じゃなかった|ではありません)[\s、。,]*"
    r"(?P<b>[1-5])(?!\d|つ|億|年|件|事業)"
    r"|\bnot [1-5][\s,]+(?:but |it's |its |i mean(?:t)? )?(?P<d>[1-5])\b"
    r"|\b(?P<e>[1-5])[\s,]+not [1-5]\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:(?:and|so|ok|okay|then|now) )?(?:the )?"
    r"(?:first|second|third|fourth|fifth|last|latter|former|other|biggest|largest|smallest)"
    r"(?: one)?\s*[:：—–-]\s+"
    r"|^(?:最初|最後|前者|後者|[0-9０-９一二三四五]+(?:番目|つ目|個目|位))(?:のやつ|の方|のほう|の事業|の)?\s*[:：]\s*",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    r"^(?:and |what about |how about )?(?:overall|in general|across (?:all|everything)|of (?:them )?all)[?. ]*$", re.IGNORECASE
)
"""A turn that only widens what was asked to everything."""
_APOLOGY = re.compile(
    r"^(?:あ[、,]?|いや[、,]?)?(?:失礼(?:いた)?しました|失礼|すみません|すいません|ごめん(?:なさい)?|申し訳ありません|申し訳ございません|間違えました|訂正)"
    r"[、。,!！\s]+(?P<what>[^。]{1,20}?(?:でした|だった|です)(?:ね|か)?)。"
    r"|^(?:oh |ah )?(?:sorry|my (?:mistake|bad)|apologies|oops|right)[,.!:\s-]+(?P<whom>[^.?!]{1,40})\.",
    re.IGNORECASE,
)


def prepared(question: str, state: State) -> str:
    """Return a follow-up with what only its words hide put in full; as it was where nothing is hidden."""
    if state.empty:
        return question
    text = _POINTS.sub(lambda m: m.group().rstrip().rstrip(":：—–-").rstrip() + ", ", question)
    text = _without_breaks(text)
    text = _OVERALL.sub("and of all programmes?", text)
    projects = [f for f in state.frame.filters if f.name == "category" and any(str(v)[-1].isdigit() for v in f.values)]
    before = [g for g in state.groups[-1:] if g.kind == "category" and g.id[-1].isdigit()]
    speaks = projects or (before and _CIRCLED.search(text))
    return _numbered(text) if speaks and not state.options else text


def _without_breaks(text: str) -> str:
    """Join an apology that puts something right to the question after it (`失礼、厚労省でした。金額は？`)."""
    match = _APOLOGY.match(text)
    if match is None or not text[match.end() :].strip():
        return text
    after = text[match.end() :].lstrip()
    after = re.sub(r"^(?:では|じゃあ|じゃ|それでは|そしたら|then|so)[、,\s]*", "", after, flags=re.IGNORECASE)
    if match["what"]:
        name = re.sub(r"(?:でした|だった|です)(?:ね|か)?$", "", match["what"])
        return f"{name}、{after}"
    return f"{match['whom'].strip()}, {after}"


def _numbered(text: str) -> str:
    """Put PJ before a number that goes on with the projects (`③ではなく④でした`, `and 5?`)."""
    folded = nfkc_fold(text)
    circled = _CIRCLED.search(text) and "PJ" not in folded.upper()
    if match := _NOT_BUT.search(folded):
        meant = match["b"] or match["d"] or match["e"]
        return (
            f"PJ{meant}{'' if text.isascii() else 'でした'}" if "PJ" not in folded.upper() and len(folded) <= LONGEST else text
        )
    if circled:
        return _CIRCLED.sub(lambda m: f"PJ{nfkc_fold(m.group())}", text)
    if match := _BARE.match(folded):
        return f"{match['before']}PJ{match['n']}{match['after']}"
    return text


LONGEST = 40
"""Characters of a turn that does nothing but put a number right."""
