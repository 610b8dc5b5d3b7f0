"""Japanese in Latin letters: the readings that runs of Latin words spell, with blanks wherever people put them.

Short words (`no`, `sa`, `ooi`) are English, too, or parts of anything; they count only where the letters around them are
romaji: in a question that is mostly made of Japanese syllables, or beside Japanese script. Letters that are written together
(`zengenomunoyosanwaikura`) are taken apart mora by mora, and count only where the words and particles make all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading import romaji
from assistant.reading.apart import PARTICLES, content, words
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention, Sense
from assistant.reading.spelling import FAR, LONGEST_WORD, nearest
from assistant.reading.text import Text, is_japanese

_TOKEN = re.compile(r"[a-z0-9&]+")
_PARTICLES = frozenset([
    "no", "wa", "ga", "o", "wo", "ni", "de", "to", "mo", "ha", "e", "he", "ka", "ne", "yo", "desu", "desuka",
    "kudasai", "oshiete", "nowa", "niwa", "dewa", "towa",
])  # fmt: skip
_RUN = re.compile(r"[a-z]+(?:-[a-z]+)*")
LONGEST = 6
"""Latin tokens that are joined, at most, to make one Japanese reading."""
SURE = 4
"""Keys from this length on are romaji wherever they stand."""
SPELT = 5
"""Keys from this length on are found though misspelt."""
MOSTLY = 0.5
"""The share of a question's letters that makes it romaji."""


def romaji_mentions(text: Text, lexicon: Lexicon) -> list[Mention]:
    """Return the Japanese readings that runs of Latin words spell; beside one, `no` and `wa` are particles."""
    tokens = _tokens(text)
    within = _is_romaji(text, lexicon, tokens)
    found = list(_joined(lexicon, tokens, within))
    if within:
        found += _pieces(text, lexicon, {(m.start, m.end) for m in found})
    elif not any(m.content and m.end - m.start >= SPELT for m in found):
        return [m for m in found if m.content]
    typed = [t.group() for t in tokens]
    for index, token in enumerate(tokens):
        if typed[index] in _PARTICLES:
            noun = within and _brain(typed, index)
            senses = content(lexicon.romaji["no"]) if noun else (Sense("function", typed[index]),)
            found.append(Mention(token.start(), token.end(), typed[index], senses, "particle"))
    return found


def misspelt_romaji(text: Text, lexicon: Lexicon, stretches: Sequence[tuple[int, int]]) -> list[Mention]:
    """Return the readings that unknown romaji words of these stretches are one slip away from."""
    tokens = _tokens(text)
    if not _is_romaji(text, lexicon, tokens):
        return []
    found: list[Mention] = []
    for index, token in enumerate(tokens):
        if not any(start <= token.start() < end for start, end in stretches) or token.group() in lexicon.ordinary:
            continue
        for first, last in ((index, index), (index - 1, index), (index, index + 1)):
            if first < 0 or last >= len(tokens) or tokens[last].start() - tokens[first].end() > 1:
                continue
            start, end = tokens[first].start(), tokens[last].end()
            typed = "".join(t.group() for t in tokens[first : last + 1])
            for key, score in {**_keys_near(romaji.loose(typed), lexicon), **_keys_near(typed, lexicon)}.items():
                found.append(Mention(start, end, lexicon.latin[key], lexicon.romaji[key], "misspelt", score))
    return found


def _keys_near(typed: str, lexicon: Lexicon) -> dict[str, float]:
    """Return the romaji keys that one slip makes of what was typed, with the similarity."""
    if not SPELT <= len(typed) <= LONGEST_WORD:
        return {}
    near = nearest(typed, lexicon.romaji_words, frozenset())
    return {key: score for key, score in near if key in lexicon.romaji and (100 - score) * len(typed) <= 100 * FAR}


def _tokens(text: Text) -> list[re.Match[str]]:
    """Return the Latin words of a question."""
    return [m for m in _TOKEN.finditer(text.folded) if m.group().isalpha()]


def _is_romaji(text: Text, lexicon: Lexicon, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the Latin words of a question are Japanese: most of their letters, or all of them beside Japanese script."""
    words = [t.group() for t in tokens if t.group() not in _PARTICLES]
    spelt = sum(len(w) for w in words if _spells(w, lexicon))
    if any(map(is_japanese, text.folded)):
        return spelt > 0
    return spelt > MOSTLY * sum(map(len, words))


def _spells(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is made of Japanese syllables and is no English one."""
    if not romaji.syllabic(word) or word in lexicon.ordinary:
        return False
    return word not in lexicon.words or romaji.loose(word) in lexicon.romaji


def _joined(lexicon: Lexicon, tokens: Sequence[re.Match[str]], within: bool) -> Iterator[Mention]:
    """Yield the readings that neighbouring tokens make together."""
    for first, token in enumerate(tokens):
        joined = ""
        for last in range(first, min(first + LONGEST, len(tokens))):
            if last > first and tokens[last].start() - tokens[last - 1].end() > 1:
                break
            joined += tokens[last].group()
            key = romaji.loose(joined)
            senses = lexicon.romaji.get(key)
            if senses is None or joined in lexicon.surfaces:
                continue
            english = all(t.group() in lexicon.words for t in tokens[first : last + 1])
            if not english and (within or len(key) >= SURE):
                yield Mention(token.start(), tokens[last].end(), lexicon.latin[key], senses, "romaji", 95.0)


def _pieces(text: Text, lexicon: Lexicon, known: set[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the words of runs in which several were written together (`yosanwa`, `zengenomunoyosanwaikuradesuka`)."""
    marked = "".join("-" if c == " " and text.original[o] == "-" else c for c, o in zip(text.folded, text.origin, strict=True))
    for run in _RUN.finditer(marked):
        letters = run.group()
        plain = letters in lexicon.words or letters in lexicon.ordinary
        if plain or run.span() in known or len(letters) < SPELT:
            continue
        for word in words(letters, lexicon, opening=not run.start()):
            yield Mention(run.start() + word.start, run.start() + word.end, word.surface, word.senses, "romaji", 95.0)


def _brain(typed: Sequence[str], index: int) -> bool:
    """Whether a `no` is a noun and no particle: one stands behind it, and none goes before `no` (`to no no`, `no ga`)."""
    following = typed[index + 1] if index + 1 < len(typed) else ""
    if typed[index] != "no" or following not in PARTICLES:
        return False
    return not index or following == "no" or typed[index - 1] in PARTICLES
