"""Japanese in Latin letters: the readings that runs of Latin words spell, with blanks wherever people put them.

Short words (`no`, `sa`, `ooi`) are English, too, or parts of anything; they count only where the letters around them are
romaji: in a question that is mostly made of Japanese syllables, or beside Japanese script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading import romaji
from assistant.reading.lexicon import Lexicon
from assistant.reading.model import Mention, Sense
from assistant.reading.spelling import FAR, LONGEST_WORD, nearest
from assistant.reading.text import Text, is_japanese

_TOKEN = re.compile(r"[a-z0-9&]+")
_PARTICLES = frozenset([
    "no", "wa", "ga", "o", "wo", "ni", "de", "to", "mo", "ha", "e", "he", "ka", "ne", "yo", "desu", "desuka",
    "kudasai", "oshiete",
])  # fmt: skip
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
        found += _pieces(lexicon, tokens, {m.start for m in found})
    elif not any(m.content and m.end - m.start >= SPELT for m in found):
        return [m for m in found if m.content]
    particles = (t for t in tokens if t.group() in _PARTICLES)
    return found + [Mention(t.start(), t.end(), t.group(), (Sense("function", t.group()),), "particle") for t in particles]


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


def _pieces(lexicon: Lexicon, tokens: Sequence[re.Match[str]], known: set[int]) -> Iterator[Mention]:
    """Yield the words of tokens in which several were written together (`yosanwa`, `ikuradesuka`)."""
    for token in tokens:
        word = token.group()
        if (
            token.start() in known
            or not SPELT <= len(word) <= LONGEST_WORD
            or word in lexicon.words
            or word in lexicon.ordinary
        ):
            continue
        for start, end, key in _parts(word, lexicon):
            senses = lexicon.romaji.get(key) or (Sense("function", key),)
            surface = lexicon.latin.get(key, key)
            yield Mention(token.start() + start, token.start() + end, surface, senses, "romaji", 95.0)


def _parts(word: str, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Return the words that a token is wholly made of, the fewest; none where it is not."""
    ways: list[list[tuple[int, int, str]] | None] = [[]] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(end - 1):
            before, best = ways[start], ways[end]
            if before is None or (best is not None and len(before) + 1 >= len(best)):
                continue
            key = romaji.loose(word[start:end])
            if (key in lexicon.romaji and len(key) > 2) or (start > 0 and word[start:end] in _PARTICLES):
                ways[end] = [*before, (start, end, key)]
    found = ways[-1] or []
    return found if any(end - start >= SURE for start, end, _ in found) else []
