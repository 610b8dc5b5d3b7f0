"""A question as the reader sees it: folded so that spellings meet, with the way back to what was typed.

Folding: NFKC and radicals, old forms of kanji, case, katakana to hiragana, long-vowel marks and middle dots dropped, dashes
and quotes unified, control and zero-width characters removed, blanks beside Japanese removed. A surface of the lexicon and a
question go through the same function, so what people type alike is alike.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace

from assistant.reading.courtesy import without_courtesy
from assistant.reading.letter import around
from assistant.text.fold import OLD_FORMS, nfkc_fold

MAX_LENGTH = 2_000
"""Characters of a question that are read; what is longer is cut (nobody asks in more, and time stays bounded)."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = {ord(c): "'" for c in "‘’‛′`´"} | {ord(c): '"' for c in "“”„‟″"}
_SHAPES = _DASHES | _QUOTES | OLD_FORMS
_KANA = {code: chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") + 1)}
_MARKS = set("\u3099\u309a\uff9e\uff9f")
_STOPS = set("。、,，!?！？;；:：「」『』()[]{}<>（）【】〈〉《》\"'…|/\\*#=^_~〜・")
_COMPARING = {"<": "<", ">": ">", "≥": "≥", "≧": "≥", "⩾": "≥", "≤": "≤", "≦": "≤", "⩽": "≤"}
"""Signs that compare where a number follows; elsewhere they are quotes or nothing."""


def is_kanji(char: str) -> bool:
    """Whether the character is a Chinese character (or 々)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "々"


def is_kana(char: str) -> bool:
    """Whether the character is hiragana, katakana or the long-vowel mark."""
    return "\u3041" <= char <= "\u30ff"


def is_japanese(char: str) -> bool:
    """Whether the character is kana or kanji."""
    return is_kana(char) or is_kanji(char)


def is_latin(char: str) -> bool:
    """Whether the character belongs to a Latin word or number, after folding."""
    return char.isascii() and char.isalnum()


def _cleaned(raw: str) -> str:
    """Return the question without control, zero-width, unassigned or surrogate characters, its lines still apart."""
    kept: list[str] = []
    for char in raw[: MAX_LENGTH * 4].replace("\r\n", "\n"):
        category = unicodedata.category(char)
        if char in "\n\r\x0b\x0c\u2028\u2029":
            kept.append("\n")
        elif char == "\t":
            kept.append(" ")
        elif category not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            kept.append(char)
    return "".join(kept).strip()[:MAX_LENGTH]


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned question (`original`), its folded form, and for every folded character where it came from."""

    original: str
    folded: str
    origin: tuple[int, ...]
    content: tuple[bool, ...]
    """For every folded character: whether it was kanji, katakana, Latin or a digit (what carries meaning)."""
    breaks: tuple[int, ...] = ()
    """Folded positions at which a sentence begins, the first one (0) left out."""
    questions: tuple[bool, ...] = ()
    """For every sentence: whether it ends with a question mark (or か)."""
    clauses: tuple[int, ...] = ()
    """Folded positions where a clause ends that may only lead up to the question (`引用するので、`)."""
    typed: str = ""
    """The cleaned question with the courtesy around it, as it is echoed."""

    def source(self, start: int, end: int) -> str:
        """Return the typed characters behind the folded ones from `start` to `end`."""
        if start >= end:
            return ""
        last = self.origin[end] if end < len(self.origin) else len(self.original)
        return self.original[self.origin[start] : max(last, self.origin[end - 1] + 1)].strip(" 、。，．,.?!？！「」\"'")


def read_text(raw: str) -> Text:
    """Return the question folded, with the map back; any string will do, nothing is raised."""
    typed = _cleaned(raw)
    lines = without_courtesy(typed)
    original = lines.replace("\n", " ")
    unread = _unread(lines)
    chars: list[str] = []
    origin: list[int] = []
    content: list[bool] = []
    index = 0
    while index < len(original):
        if index in unread:
            if unread[index] and "".join(chars).rstrip()[-1:] not in ("", *"。!?"):
                chars.append("。")  # what stands around a question is no part of its sentence
                origin.append(index)
                content.append(False)
            index += 1
            continue
        end = index + 1
        while end < len(original) and (original[end] in _MARKS or unicodedata.combining(original[end])):
            end += 1
        for char in nfkc_fold(original[index:end]).translate(_SHAPES).casefold():
            chars.append(char)
            origin.append(index)
            content.append(is_kanji(char) or "ァ" <= char <= "ヺ" or is_latin(char))
        index = end
    return replace(_settle(original, chars, origin, content), typed=typed.replace("\n", " "))


def _unread(lines: str) -> dict[int, bool]:
    """Return the positions of a letter that are not read, with whether a stretch of them ends a sentence there."""
    if "\n" not in lines and "egards" not in lines:
        return {}
    return {
        position: position == start and lines[start] != "\n" and not set(lines[start:end]) <= set(" >＞|｜")
        for start, end in around(lines)
        for position in range(start, end)
    }


def _settle(original: str, chars: list[str], origin: list[int], content: list[bool]) -> Text:
    """Drop what does not tell words apart, and unify what is written in several ways."""
    out: list[str] = []
    where: list[int] = []
    kept: list[bool] = []
    ends: list[tuple[int, bool]] = []
    clauses: list[int] = []
    for index, char in enumerate(chars):
        before = chars[index - 1] if index else ""
        after = chars[index + 1] if index + 1 < len(chars) else ""
        if char in "。!?" or (char in ".:" and _ends(original, origin[index], before, after, char)):
            ends.append((len(out), char == "?" or before == "か"))
        if _leads_up(chars, index):
            clauses.append(len(out))
        new = _compared(chars, index) or _one(char, before, after, out[-1] if out else "")
        if not new:
            continue
        out.append(new)
        where.append(origin[index])
        kept.append(content[index])
    keep = [i for i, c in enumerate(out) if c != " " or _blank_counts(out, i)]
    return Text(
        original,
        "".join(out[i] for i in keep),
        tuple(where[i] for i in keep),
        tuple(kept[i] for i in keep),
        *_sentences(keep, ends),
        tuple(position for position in (bisect_left(keep, end) for end in clauses) if 0 < position < len(keep)),
    )


_LEADING = (
    "ます",
    "ました",
    "です",
    "でして",
    "まして",
    "ですが",
    "ますが",
    "ましたが",
    "ので",
    "ため",
    "ために",
    "用に",
    "用で",
    "けど",
    "けれど",
)


_OF_ONESELF = re.compile(
    r"(?:^|[.!?;:] *)(?:so|and|well|ok|okay|hi|hello|sorry|[, ])*"
    r"(?:i|we|i[’']m|we[’']re|i[’']ve|we[’']ve|im|ive|my|our|he|she|they|someone|somebody|there[’']s|it[’']s|this is)"
    r"(?![a-z'’])[^.!?;:]*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r" *(?:(?:so|and|but|hence)[, ]+)?(?:what|who|which|how|where|when|is|are|does|do|can|could|give|tell|show|list|please)"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""A clause about oneself before a comma, and a question after it (`I am waiting, so what is …`)."""


def _leads_up(chars: list[str], index: int) -> bool:
    """Whether a clause that may only introduce the question ends at this comma."""
    if chars[index] not in "、,":
        return False
    if "".join(chars[max(0, index - 5) : index]).endswith(_LEADING):
        return True
    return bool(_GOES_ON.match("".join(chars[index + 1 : index + 20])) and _OF_ONESELF.search("".join(chars[:index])))


def _ends(original: str, position: int, before: str, after: str, char: str) -> bool:
    """Whether a full stop or colon ends a clause: a capital or Japanese follows (not `ext no. tuberculosis`)."""
    if after not in " " or len(before) != 1 or not before.isalnum():
        return False
    rest = original[position + 1 :].lstrip()
    if char == ":" or not rest or rest[0].isupper() or not rest[0].isascii():
        return True
    word = _LAST_WORD.search(original[:position])
    return word is not None and len(word.group()) > 2 and word.group().casefold() not in _ABBREVIATIONS


_LAST_WORD = re.compile(r"[A-Za-z]+$")
_ABBREVIATIONS = frozenset(
    ["ext", "approx", "dept", "div", "gov", "govt", "min", "prof", "univ", "tel", "etc", "fig", "vol", "bil", "mil"]
)


def _sentences(keep: list[int], ends: list[tuple[int, bool]]) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Return where sentences begin after dropped blanks, and which are questions; the last is one unless it ends otherwise."""
    breaks: list[int] = []
    questions: list[bool] = []
    for end, asks in ends:
        position = bisect_left(keep, end)
        if position and position < len(keep) and (not breaks or position > breaks[-1]):
            breaks.append(position)
            questions.append(asks)
    last = ends[-1] if ends and bisect_left(keep, ends[-1][0]) == len(keep) else None
    return tuple(breaks), (*questions, last[1] if last else True)


def _compared(chars: list[str], index: int) -> str:
    """Return a comparison sign that stands before a number (or alone, as in the lexicon), else nothing."""
    char = chars[index]
    if char not in _COMPARING:
        return ""
    rest = "".join(chars[index + 1 : index + 6])
    if rest.startswith("="):
        char = {"<": "≤", ">": "≥"}.get(char, char)
    number = rest.lstrip("= ¥$")
    return _COMPARING[char] if not number or number[0].isdigit() else ""


def _one(char: str, before: str, after: str, last: str) -> str:
    """Return the folded character, a blank, or nothing."""
    if "ァ" <= char <= "ヶ":
        return _KANA[ord(char)]
    if char == "ー" or (char == "-" and is_kana(before)):
        return "" if is_kana(before) or is_kanji(before) else " "
    if (char in "・･" and is_japanese(before) and is_japanese(after)) or (char == "'" and before.isalpha() and after.isalpha()):
        return ""
    if char in ".,〜~-" and before.isdigit() and (after.isdigit() or char in "〜~" or (char == "-" and after == "p")):
        return {",": "", ".": "."}.get(char, "~")
    if char in "%¥$+@" or (char == "&" and is_latin(before) and is_latin(after)):
        return char
    if char in _STOPS or not (is_latin(char) or char.isalnum()):
        return " " if last != " " else ""
    return char


def _blank_counts(out: list[str], index: int) -> bool:
    """Whether the blank stands between two Latin words; beside Japanese it carries nothing."""
    if index == 0 or index == len(out) - 1:
        return False
    return not is_japanese(out[index - 1]) and not is_japanese(out[index + 1])


def fold_surface(surface: str) -> str:
    """Return a lexicon surface folded as questions are."""
    return read_text(surface).folded


def kana_only(folded: str) -> bool:
    """Whether a folded string is all hiragana."""
    return bool(folded) and all(is_kana(char) for char in folded)
