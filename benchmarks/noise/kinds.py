"""Every kind of noise, by language: the same name is the same noise in both."""

from __future__ import annotations

from benchmarks.noise import frames, layout, letters, scripts
from benchmarks.noise.conversions import wrong_conversion
from benchmarks.noise.model import Kind, Language

_FRAMED: tuple[tuple[str, str], ...] = (
    ("polite-before", "a polite phrase before the question"),
    ("polite-after", "a polite phrase after it"),
    ("keigo", "long politeness before and after it"),
    ("email", "greeting and signature of an e-mail around it"),
    ("unrelated-before", "a sentence about something else before it"),
    ("unrelated-after", "a sentence about something else after it"),
)


def _framed(language: Language) -> tuple[Kind, ...]:
    blank = "" if language == "ja" else " "
    variants = (
        frames.before(frames.POLITE_BEFORE[language]),
        frames.after(frames.POLITE_AFTER[language]),
        frames.around(frames.KEIGO[language]),
        frames.around(frames.EMAIL[language]),
        frames.before(frames.UNRELATED[language], blank),
        frames.after(frames.UNRELATED[language]),
    )
    return tuple(Kind(name, language, about, make) for (name, about), make in zip(_FRAMED, variants, strict=True))


def _shared(language: Language) -> tuple[Kind, ...]:
    return (
        Kind("dropped", language, "a character is missing", letters.dropped, misspells=True),
        Kind("doubled", language, "a character is there twice", letters.doubled, misspells=True),
        Kind("swapped", language, "two neighbouring characters are swapped", letters.swapped, misspells=True),
        Kind("neighbour-key", language, "the key beside it (Latin words)", letters.neighbour_key, misspells=True),
        Kind("full-width-latin", language, "a Latin word in full width", scripts.full_width_latin),
        Kind("full-width-digits", language, "digits in full width", scripts.full_width_digits),
        Kind("case", language, "small for capital letters, or the other way", layout.changed_case),
        Kind("punctuation-doubled", language, "a mark two or three times", layout.doubled_punctuation),
        Kind("punctuation-missing", language, "no mark at the end, no apostrophe", layout.missing_punctuation),
        Kind("blank-inside", language, "a blank inside a word", letters.blank_inside, misspells=True),
        Kind("quoted", language, "`> ` before every line", layout.quoted),
        *_framed(language),
    )


JAPANESE = (
    *_shared("ja"),
    Kind("conversion", "ja", "another conversion of the same reading (内線 as 内戦)", wrong_conversion, misspells=True),
    Kind("particle", "ja", "a particle is missing", layout.missing_particle, misspells=True),
    Kind("keyword-order", "ja", "keywords in another order", layout.keyword_order_ja, misspells=True),
    Kind("kana", "ja", "a kanji word in hiragana", scripts.kana),
    Kind("katakana", "ja", "a hiragana word in katakana", scripts.katakana),
    Kind("half-width-katakana", "ja", "katakana in half width", scripts.half_width_katakana),
    Kind("old-forms", "ja", "kanji in their old forms (國, 學, 經)", scripts.old_forms),
    Kind("radicals", "ja", "radicals for kanji (⼤, ⽂, ⻑)", scripts.radicals),
    Kind("romaji-hepburn", "ja", "a short question in Hepburn", scripts.in_romaji("hepburn")),
    Kind("romaji-kunrei", "ja", "a short question in kunrei", scripts.in_romaji("kunrei")),
    Kind("romaji-wapuro", "ja", "a short question as an IME is fed", scripts.in_romaji("wapuro")),
    Kind("blank-around", "ja", "a blank beside a particle or around everything", layout.blank_around_ja),
    Kind("casual", "ja", "a casual ending or one of a dialect", frames.casual_ja),
)
ENGLISH = (
    *_shared("en"),
    Kind("keyword-order", "en", "keywords in another order", layout.keyword_order_en, misspells=True),
    Kind("blank-around", "en", "another blank between words or around everything", layout.blank_around_en),
    Kind("casual", "en", "plz, thx and the like", frames.casual_en),
)
KINDS = (*JAPANESE, *ENGLISH)
NAMES = tuple(dict.fromkeys(kind.name for kind in KINDS))
