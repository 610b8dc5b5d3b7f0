"""What has a name: programmes, divisions, ministries and so on, with the names by which a sentence may call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.model import Language
from assistant.reading.lexicon import Lexicon
from assistant.reading.romaji import from_kana, loose
from assistant.reading.text import fold_surface, is_japanese
from assistant.store.catalogue import Catalogue
from assistant.store.database import Database
from assistant.suggesting.model import SuggestionKind
from assistant.suggesting.words import BUREAU, KINDS, PROGRAMME, PROGRAMME_WORDS, SEPARATOR

KIND_OF: dict[str, SuggestionKind] = {
    "program": "programme",
    "division": "division",
    "bureau": "division",
    "ministry": "ministry",
    "category": "category",
    "organisation": "organisation",
}
"""For a kind of the store, what is suggested; the order is that of the list where all else is equal."""
_CLIPPED: dict[Language, range] = {"ja": range(3, 15), "en": range(8, 37)}
"""Characters of a clipped name that still says which programme is meant, and is worth having beside the usual one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written in a sentence, and how it may be typed: folded, by its reading, in romaji."""

    text: str
    surface: str
    reading: str = ""
    romaji: str = ""

    def begins_with(self, token: str) -> bool:
        """Whether the folded beginning, perhaps in romaji, is one of this name."""
        if self.surface.startswith(token) or self.reading.startswith(token):
            return True
        return bool(self.romaji) and token.isascii() and self.romaji.startswith(loose(token))


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a name; the first of its names in a language is the usual one, the others are shorter."""

    store_kind: str
    id: str
    names: dict[Language, tuple[Name, ...]]
    hint: dict[Language, str]

    @property
    def kind(self) -> SuggestionKind:
        """Return the kind of its suggestions."""
        return KIND_OF[self.store_kind]

    def name(self, language: Language, token: str = "") -> Name:
        """Return the shortest name that begins as typed, rather one that the usual name begins or ends with; else that one."""
        names = self.names[language]
        usual = names[0].surface
        fitting = [name for name in names if token and name.begins_with(token)]
        rank = {name: 0 if usual.startswith(name.surface) else 1 if usual.endswith(name.surface) else 2 for name in fitting}
        return min(fitting, key=lambda name: (rank[name], len(name.text)), default=names[0])

    def says(self, language: Language, name: Name) -> str:
        """Return what a name is; for a short one of a programme, which programme that is."""
        usual = self.names[language][0]
        if self.store_kind != "program" or name.surface == usual.surface:
            return self.hint[language]
        return f"{self.hint[language]}{SEPARATOR[language]}{usual.text}"

    def phrase(self, language: Language, name: Name) -> str:
        """Return the name as it stands in a sentence, without an article."""
        if language == "ja" or self.store_kind != "program" or name.surface.endswith(PROGRAMME_WORDS):
            return name.text
        return f"{_uncapitalised(name.text)} {PROGRAMME}"


def find_things(database: Database, lexicon: Lexicon) -> dict[tuple[str, str], Thing]:
    """Return everything that has a name, by kind and id, in the order of the store."""
    catalogue = database.catalogue
    readings, aliases = _aliases(database)
    things: dict[tuple[str, str], Thing] = {}
    for subject, names in catalogue.names.items():
        kind, _, id_ = subject.partition(":")
        if kind not in KIND_OF or id_ not in _used(catalogue, kind):
            continue
        ja, en = [names.short_ja], [names.short_en]
        if kind == "program":
            whole = {"ja": names.ja + names.short_ja, "en": f"{names.en} {names.short_en}".casefold()}
            clipped = [alias for alias in aliases[id_] if _clips(alias, whole)]
            ja += [alias for alias in clipped if _language(alias) == "ja"]
            en += [alias for alias in clipped if _language(alias) == "en"]
        elif kind == "category":
            en = [names.en.removeprefix("the ")]
        hint: dict[Language, str] = {"ja": _hint(catalogue, kind, id_, "ja"), "en": _hint(catalogue, kind, id_, "en")}
        things[kind, id_] = Thing(kind, id_, {"ja": _names(ja, readings, lexicon), "en": _names(en, readings, lexicon)}, hint)
    for programme, bureau, division, _ in catalogue.contacts:
        for kind, id_ in (("bureau", bureau), ("division", division)):
            if id_ and (kind, id_) not in things:
                parents = {"ja": bureau if kind == "division" else "", "en": catalogue.printed_en.get(bureau, "")}
                things[kind, id_] = Thing(
                    kind,
                    id_,
                    {"ja": _names([id_], readings, lexicon), "en": _names([catalogue.printed_en[id_]], readings, lexicon)},
                    {
                        "ja": _office(catalogue, kind, programme, parents["ja"], "ja"),
                        "en": _office(catalogue, kind, programme, parents["en"] if kind == "division" else "", "en"),
                    },
                )
    return things


def _aliases(database: Database) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the reading of every surface that has one, and the surfaces of each programme."""
    readings: dict[str, str] = {}
    aliases: dict[str, list[str]] = defaultdict(list)
    for surface, kind, target, kana in database.entries():
        if kana:
            readings.setdefault(surface, kana)
        if kind == "program" and surface != target:
            aliases[target].append(surface)
    return readings, aliases


def _clips(alias: str, whole: dict[str, str]) -> bool:
    """Whether an alias is a part of the programme's own name, long enough to be told by."""
    language = _language(alias)
    return len(alias) in _CLIPPED[language] and (alias if language == "ja" else alias.casefold()) in whole[language]


def _means_one(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name means one thing only."""
    return len({(s.kind, s.id) for s in lexicon.surfaces.get(name.surface, ())}) == 1


def _used(catalogue: Catalogue, kind: str) -> Iterable[str]:
    """Return the ids that have programmes."""
    return {id_ for found, id_ in catalogue.members if found == kind} | (
        set(catalogue.ministry_of) if kind == "program" else set()
    )


def _names(texts: Iterable[str], readings: dict[str, str], lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the usual name and what else means this one thing only, with the ways to type them, each once."""
    usual, *others = (_name(text, readings) for text in dict.fromkeys(texts))
    found = {name.surface: name for name in others if name.surface != usual.surface and _means_one(name, lexicon)}
    return (usual, *found.values())


def _name(text: str, readings: dict[str, str]) -> Name:
    surface = fold_surface(text)
    reading = fold_surface(readings[text]) if text in readings else ""
    if not reading and surface and all("ぁ" <= char <= "ん" for char in surface):
        reading = surface
    return Name(text, surface, reading, from_kana(reading) if reading else "")


def _hint(catalogue: Catalogue, kind: str, id_: str, language: Language) -> str:
    """Return what a name is, and of which ministry a programme."""
    names, parts = catalogue.names, [KINDS[KIND_OF[kind]][language]]
    if kind == "program":
        ministry = names[f"ministry:{catalogue.ministry_of[id_]}"]
        parts.append(ministry.short_ja if language == "ja" else ministry.short_en)
    elif kind in ("ministry", "category", "organisation"):
        own = names[f"{kind}:{id_}"]
        parts.append(own.ja if language == "ja" else own.en)
    return SEPARATOR[language].join(parts)


def _office(catalogue: Catalogue, kind: str, programme: str, bureau: str, language: Language) -> str:
    """Return the kind of an office, with the ministry and bureau that it belongs to."""
    ministry = catalogue.names[f"ministry:{catalogue.ministry_of[programme]}"]
    kind_word = BUREAU[language] if kind == "bureau" else KINDS["division"][language]
    parts = [kind_word, ministry.short_ja if language == "ja" else ministry.short_en, bureau]
    return SEPARATOR[language].join(filter(None, parts))


def _language(text: str) -> Language:
    return "ja" if any(map(is_japanese, text)) else "en"


def _uncapitalised(text: str) -> str:
    """Return an English name as it stands within a sentence: initials stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
