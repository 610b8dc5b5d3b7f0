"""What the reader finds in a question: mentions, and the reading that is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

Language = Literal["ja", "en"]
How = Literal["exact", "kana", "romaji", "misspelt", "number", "particle", "doubtful"]

ENTITY_KINDS = (
    "program",
    "ministry",
    "category",
    "organisation",
    "bureau",
    "division",
    "part",
    "related",
    "topic",
    "equipment",
    "account",
    "policy",
    "payee",
    "words",
)
"""Kinds of a sense that name something of the store."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a surface: its kind (an entity kind, concept, unknown, function or a number kind) and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the folded question (`start` to `end`) and what it may mean."""

    start: int
    end: int
    surface: str
    senses: tuple[Sense, ...]
    how: How = "exact"
    score: float = 100.0
    value: Any = None
    """The number behind a number mention: yen, a count, a year, the digits of an extension."""

    def has(self, kind: str, id_: str | None = None) -> bool:
        """Whether one of the senses is of this kind (and id)."""
        return any(sense.kind == kind and (id_ is None or sense.id == id_) for sense in self.senses)

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of the senses of this kind."""
        return tuple(sense.id for sense in self.senses if sense.kind == kind)

    @property
    def content(self) -> bool:
        """Whether it says more than a particle or a filler does."""
        return not all(sense.kind == "function" for sense in self.senses)


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on programmes or contacts: its name in query/filters.toml-like registry, its values, its polarity."""

    name: str
    values: tuple[str | int, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Operand:
    """One side of a comparison or share: a programme, ministry, category or stated part; or a list of them together."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question says of the figure that it means: stages (as in the schema), fiscal years, the length of a course."""

    stages: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    span: int | None = None

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.stages or self.years or self.span)


@dataclass(frozen=True, slots=True)
class Measure:
    """Which figure of a register is meant: fiscal year and stage (as in the schema; `rate` is executed by total)."""

    fiscal_year: int
    stage: str = "total"
    counted: bool = True
    """Whether it is summed over: then only the sheets of one review year count."""
    since: int | None = None
    """The first fiscal year, where a course of years is asked for."""
    said: bool = False
    """Whether the question names the year itself."""

    @property
    def field(self) -> str:
        """The contract's name of a programme's figure."""
        if self.stage == "rate":
            return "execution_rate"
        return "amount" if self.stage == "total" else self.stage.replace(" ", "_") + "_amount"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question says, before it is decided which intent it is: everything that follow-ups may borrow."""

    features: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()
    operands: tuple[Operand, ...] = ()
    whole: tuple[Filter, ...] = ()
    """Filters of the set that a share is taken of; empty means everything."""
    predicate: Filter | None = None
    """The condition that a question of yes or no claims to hold for all that it selects."""
    count: int | None = None
    ordinals: tuple[int, ...] = ()
    extensions: tuple[str, ...] = ()
    premises: tuple[tuple[str, str | int], ...] = ()
    """Values that the question takes for granted, to be checked: (field, value)."""
    unknowns: tuple[str, ...] = ()
    units: str | None = None
    ambiguous: tuple[str, ...] = ()
    """Programmes that one word may mean, where the question needs one."""
    unexplained: tuple[str, ...] = ()
    asked: Asked = Asked()
    """What is said of the figure that is meant."""
    measure: Measure | None = None
    """That figure, where it has been resolved (reading.measures); None in a store of one budget."""

    def having(self, *features: str) -> Frame:
        """Return the frame with more features."""
        return replace(self, features=self.features | set(features))

    def values(self, name: str, negated: bool = False) -> tuple[str | int, ...]:
        """Return the values of the filters of this name and polarity."""
        return tuple(v for f in self.filters if f.name == name and f.negated == negated for v in f.values)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An intent (or several that are asked for together) that may be what is meant, with its score."""

    intents: tuple[str, ...]
    score: float
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    loose_numbers: int = 0
    """Numbers, and words that ask for something, that it makes nothing of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question understood as far as it can be."""

    question: str
    """The question without sentences that are only courtesy."""
    language: Language
    frame: Frame
    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...] = ()
    folded: str = ""
    borrowed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    """Verbs that are not known and were passed over."""
    covered: float = 1.0
    terms: tuple[Any, ...] = field(default=(), compare=False, repr=False)
    """The content mentions as the frame took them (reading.terms.Term)."""
    sources: tuple[str, ...] = field(default=(), compare=False)
    """What was typed behind each mention."""
    typed: str = ""
    """The whole question, as it is echoed."""

    @property
    def best(self) -> Candidate | None:
        """The best candidate, if there is one."""
        return self.candidates[0] if self.candidates else None
