"""What a document file (data/*.toml) may say, as pydantic models, and how one is read.

It checks form and reference within one file; what the database can check better (uniqueness, foreign keys) is left to
it. A file with mistakes raises one DataError that names the file and every place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from assistant.errors import DataError
from assistant.text.fold import nfkc_fold

DetailField = Literal[
    "purpose", "overview", "outcome", "target", "period", "scale", "eligibility", "condition", "stage",
    "field_of_support", "background", "date",
]  # fmt: skip
ItemField = Literal["recipient", "equipment", "pillar", "estimated_costs"]
Stage = Literal["initial", "supplementary", "supplementary draft", "executed", "requested"]

_HIRAGANA = re.compile(r"[ぁ-ゖー ]+")
_ALL_KANA = re.compile(r"[ぁ-ゖァ-ヺー・]+")


def _folded(value: str) -> str:
    if value != nfkc_fold(value):
        raise ValueError(f"{value!r} is not normalised: write {nfkc_fold(value)!r}")
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False, pattern=r"^\S(.*\S)?$")]
Printed = Annotated[Text, AfterValidator(_folded)]
"""A name as the source prints it, normalised."""
Kana = Annotated[str, StringConstraints(pattern=rf"^{_HIRAGANA.pattern}$")]
Romaji = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9 '\-]*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]*$")]
FiscalYear = Annotated[int, Field(ge=1947, le=2100)]


class Surface(BaseModel):
    """One thing that people say: the words, and the reading of Japanese words that are not all kana."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    kana: str | None = None


def _japanese(value: object) -> object:
    """Read "全ゲノム/ぜんげのむ": the reading stands after the last slash; words all in kana have none."""
    if not isinstance(value, str):
        return value
    words, slash, reading = value.rpartition("/")
    if not slash or not _HIRAGANA.fullmatch(reading):
        words, reading = value, ""
    _folded(words)
    if not words or words != words.strip():
        raise ValueError(f"{value!r} has no words, or spaces around them")
    if not reading and not _ALL_KANA.fullmatch(words):
        raise ValueError(f"{value!r} needs its reading in hiragana, as in 「全ゲノム/ぜんげのむ」")
    return Surface(text=words, kana=reading or None)


def _english(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not value or not value.isascii() or value != value.strip():
        raise ValueError(f"{value!r} is not an English name in ASCII")
    return Surface(text=value)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Aliases(_Entry):
    """What people call one thing, in both languages."""

    ja: list[Annotated[Surface, BeforeValidator(_japanese)]] = []
    en: list[Annotated[Surface, BeforeValidator(_english)]] = []

    @model_validator(mode="after")
    def _no_word_twice(self) -> Self:
        for surfaces in (self.ja, self.en):
            texts = [surface.text for surface in surfaces]
            if twice := sorted({text for text in texts if texts.count(text) > 1}):
                raise ValueError(f"written twice: {', '.join(twice)}")
        return self


class Source(_Entry):
    """The document itself."""

    id: Identifier
    title: Printed
    title_en: Text
    meeting: Printed
    meeting_en: Text
    document_number: Printed
    document_number_en: Text
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    fiscal_year: FiscalYear
    budget: Printed
    budget_en: Text
    budget_stage: Printed
    budget_stage_en: Text
    sheet: Printed
    list_sheet: Printed


class Ministry(_Entry):
    """A ministry, with the mark that the list page uses for it."""

    id: Identifier
    name: Printed
    short_name: Printed
    mark: Printed
    name_en: Text
    short_name_en: Text
    aliases: Aliases


class Category(_Entry):
    """A category of the list page. Circled figures stay circled: PJ①."""

    id: Identifier
    name: Text
    name_en: Text
    long_name: Text
    long_name_en: Text
    parent: Identifier | None = None
    aliases: Aliases


class Organisation(_Entry):
    """An organisation that money goes through; the source need not print its long name."""

    id: Identifier
    name: Printed
    long_name: Printed
    long_name_en: Text
    long_name_printed: bool
    aliases: Aliases


class Named(_Entry):
    """A bureau, division or stated part: its printed name, its English name and what people call it."""

    name: Printed
    name_en: Text
    aliases: Aliases


class Amount(_Entry):
    """A figure in yen. `beside` is stated next to the budget and no part of it."""

    yen: Annotated[int, Field(ge=0)]
    printed: Printed
    label: Printed
    stage: Stage = "supplementary draft"
    fiscal_year: FiscalYear | None = None
    approximate: bool = False
    part: Printed | None = None
    scope: Literal["whole", "part", "beside"] = "whole"
    note: Text | None = None
    note_en: Text | None = None
    sheet: Printed | None = None

    @model_validator(mode="after")
    def _scope_agrees(self) -> Self:
        if (self.scope == "part") != (self.part is not None):
            raise ValueError('scope = "part" and a name in `part` go together')
        if (self.note is None) != (self.note_en is None):
            raise ValueError("note and note_en go together")
        if self.approximate != self.printed.startswith("約"):
            raise ValueError("approximate is true exactly where the printed figure has 約")
        return self


class Contact(_Entry):
    """A bureau and division of the sheet, in printed order, with its extension where one is printed."""

    bureau: Printed
    division: Printed
    extension: Annotated[str, StringConstraints(pattern=r"^[0-9]+$")] | None = None
    sheet: Printed | None = None


class Step(_Entry):
    """One step of the money."""

    giver: Printed
    giver_en: Text
    receiver: Printed
    receiver_en: Text
    kind: Printed
    kind_en: Text
    sheet: Printed | None = None


class Detail(_Entry):
    """A longer text in our own words."""

    field: DetailField
    text: Printed
    text_en: Text
    sheet: Printed | None = None


class Item(_Entry):
    """A short name as printed; for estimated_costs in our own words."""

    field: ItemField
    name: Printed
    name_en: Text
    note: Text | None = None
    note_en: Text | None = None
    sheet: Printed | None = None

    @model_validator(mode="after")
    def _note_in_both_languages(self) -> Self:
        if (self.note is None) != (self.note_en is None):
            raise ValueError("note and note_en go together")
        return self


class Programme(_Entry):
    """One programme and everything stated about it."""

    id: Identifier
    name: Printed
    sheet: Printed
    name_en: Text
    short_name: Printed
    short_name_en: Text
    kana: Kana
    romaji: Romaji
    ministry: Identifier
    category: Identifier
    list_sheet: Printed | None = None
    involvement: list[Identifier] = []
    aliases: Aliases
    topics: Aliases = Aliases()
    equipment: Aliases = Aliases()
    related: Aliases = Aliases()
    amount: Annotated[list[Amount], Field(min_length=1)]
    contact: list[Contact] = []
    route: list[Step] = []
    detail: list[Detail] = []
    item: list[Item] = []

    @model_validator(mode="after")
    def _one_whole(self) -> Self:
        wholes: dict[tuple[int | None, str], int] = {}
        for amount in self.amount:
            if amount.scope == "whole":
                key = (amount.fiscal_year, amount.stage)
                wholes[key] = wholes.get(key, 0) + 1
        if not wholes or max(wholes.values()) > 1:
            raise ValueError("needs exactly one amount of scope whole for each fiscal year and stage")
        return self


class Document(_Entry):
    """One file: a source, what its programmes are, and the vocabulary they use."""

    source: Source
    ministry: list[Ministry]
    category: list[Category]
    organisation: list[Organisation]
    bureau: list[Named]
    division: list[Named]
    part: list[Named]
    programme: Annotated[list[Programme], Field(min_length=1)]


def _repetitions(document: Document) -> Iterator[str]:
    """Yield every id or name that two entries of one kind share, with the place of the later one."""
    for kind in ("ministry", "category", "organisation", "bureau", "division", "part", "programme"):
        seen: set[tuple[str, str]] = set()
        for index, entry in enumerate(getattr(document, kind), 1):
            for key in ("id", "name", "sheet", "mark", "short_name", "short_name_en"):
                value = getattr(entry, key, None)
                if value is None:
                    continue
                if (key, value) in seen:
                    yield f"[[{kind}]] {index} ({entry.name}): {key}: {value!r} is taken by an earlier {kind}"
                seen.add((key, value))


def _references(document: Document) -> Iterator[str]:
    """Yield every reference within the document that leads nowhere, with its place."""
    ministries = {entry.id for entry in document.ministry}
    categories = {entry.id for entry in document.category}
    organisations = {entry.id for entry in document.organisation}
    bureaux = {entry.name for entry in document.bureau}
    divisions = {entry.name for entry in document.division}
    parts = {entry.name for entry in document.part}
    for index, category in enumerate(document.category, 1):
        if category.parent is not None and category.parent not in categories:
            yield f"[[category]] {index} ({category.id}): parent: no category {category.parent!r}"
    for index, programme in enumerate(document.programme, 1):
        place = f"[[programme]] {index} ({programme.id})"
        if programme.ministry not in ministries:
            yield f"{place}: ministry: no ministry {programme.ministry!r}"
        if programme.category not in categories:
            yield f"{place}: category: no category {programme.category!r}"
        for organisation in programme.involvement:
            if organisation not in organisations:
                yield f"{place}: involvement: no organisation {organisation!r}"
        for number, contact in enumerate(programme.contact, 1):
            if contact.bureau not in bureaux:
                yield f"{place}: contact {number}: bureau: no [[bureau]] {contact.bureau!r}"
            if contact.division not in divisions:
                yield f"{place}: contact {number}: division: no [[division]] {contact.division!r}"
        for number, amount in enumerate(programme.amount, 1):
            if amount.part is not None and amount.part not in parts:
                yield f"{place}: amount {number}: part: no [[part]] {amount.part!r}"


def _place(location: tuple[int | str, ...], raw: dict[str, Any]) -> str:
    """Say where a pydantic location is: [[programme]] 3 (whole-genome): amount 2: yen."""
    words: list[str] = []
    node: Any = raw
    for step in location:
        if isinstance(step, int):
            node = node[step] if isinstance(node, list) and step < len(node) else None
            named = node.get("id") or node.get("name") if isinstance(node, dict) else None
            words[-1] += f" {step + 1}" + (f" ({named})" if named else "")
            continue
        table = isinstance(node, dict) and isinstance(node.get(step), list) and not words
        words.append(f"[[{step}]]" if table else f"[{step}]" if not words else step)
        node = node.get(step) if isinstance(node, dict) else None
    return ": ".join(words)


def load(path: Path) -> Document:
    """Read and check one document file.

    Raises DataError, with every problem and its place, for a file that cannot be read, is not TOML, has unknown or
    missing keys, or refers to what it does not define.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        document = Document.model_validate(raw)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _error(path, [str(error)]) from error
    except ValidationError as error:
        problems = [f"{_place(item['loc'], raw)}: {item['msg']}" for item in error.errors()]
        raise _error(path, problems) from error
    if problems := [*_repetitions(document), *_references(document)]:
        raise _error(path, problems)
    return document


def _error(path: Path, problems: list[str]) -> DataError:
    return DataError(f"{path} に誤りがあります", f"{path} has mistakes", [f"{path}: {problem}" for problem in problems])
