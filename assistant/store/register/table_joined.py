"""The rows of one programme: what each states, how they join, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.store.register.model import Responsible, ReviewSheet, Stated
from assistant.store.register.table_figures import STAGES, CellError, shown
from assistant.store.register.table_rows import ministry_of


@dataclass(slots=True)
class Row:
    """What one row states, read and without a fault in it."""

    line: int
    number: str
    name: str
    ministry: str
    review_year: int | None
    once: dict[str, str | int]
    """What a programme has one of: its years and texts, where the row states them."""
    contacts: tuple[Responsible, ...]
    accounts: tuple[str, ...]
    policies: tuple[str, ...]
    amounts: list[Stated]


@dataclass(slots=True)
class Programme:
    """The rows of one programme so far."""

    first: Row
    once: dict[str, tuple[str | int, int]] = field(default_factory=dict)
    """What it has one of, with the line that states it."""
    contacts: dict[Responsible, None] = field(default_factory=dict)
    accounts: dict[str, None] = field(default_factory=dict)
    policies: dict[str, None] = field(default_factory=dict)
    amounts: dict[tuple[int, str], tuple[Stated, int]] = field(default_factory=dict)

    def contradictions(self, row: Row) -> Iterator[CellError]:
        """Yield what a further row says against the rows before it. Without a number, an amount said twice is one too."""
        stated: dict[str, str | int] = {"name": row.name, **row.once} if row.name else row.once
        for name, value in stated.items():
            before, line = self.once.get(name, (value, row.line))
            if before != value:
                yield CellError(
                    f"同じ事業の{line}行目では「{shown(str(before))}」、この行では「{shown(str(value))}」です（{name}）",
                    f'line {line} of the same programme says "{shown(str(before))}", this one "{shown(str(value))}" ({name})',
                )
        for amount in row.amounts:
            before_amount, line = self.amounts.get((amount.fiscal_year, amount.stage), (None, 0))
            if before_amount is None or (row.number and before_amount.yen == amount.yen):
                continue
            other = before_amount.printed
            hint = (
                ("", "")
                if row.number
                else ("。別の事業なら事業番号の列で区別してください", "; tell programmes apart by an id column")
            )
            said = (
                f"{line}行目は {other}、この行は {amount.printed}{hint[0]}",
                f"{other} on line {line}, {amount.printed} here{hint[1]}",
            )
            yield two_amounts(amount.fiscal_year, amount.stage, said)

    def join(self, row: Row) -> None:
        """Take what a row adds."""
        for name, value in {"name": row.name, **row.once}.items():
            self.once.setdefault(name, (value, row.line))
        self.contacts.update(dict.fromkeys(row.contacts))
        self.accounts.update(dict.fromkeys(row.accounts))
        self.policies.update(dict.fromkeys(row.policies))
        for amount in row.amounts:
            self.amounts.setdefault((amount.fiscal_year, amount.stage), (amount, row.line))

    def sheet(self, default_year: int) -> ReviewSheet:
        """Return the programme as one review sheet, of `default_year` where its rows name no review year.

        A missing number is made of the review year, the ministry's mark and the line: 2023-文科-row12.
        """
        review_year = self.first.review_year or default_year
        number = self.first.number or f"{review_year}-{ministry_of(self.first.ministry)[1]}-row{self.first.line}"
        said = {name: value for name, (value, _line) in self.once.items()}
        start, end, url = said.get("start_year"), said.get("end_year"), said.get("url")
        return ReviewSheet(
            review_year=review_year,
            number=number,
            name=str(said["name"]),
            ministry=self.first.ministry,
            contacts=tuple(self.contacts),
            accounts=tuple(self.accounts),
            policies=tuple(self.policies),
            start_year=start if isinstance(start, int) else None,
            end_year=end if isinstance(end, int) else None,
            purpose=str(said.get("purpose", "")),
            overview=str(said.get("overview", "")),
            amounts=tuple(amount for amount, _line in self.amounts.values()),
            url=None if url is None else str(url),
            line=self.first.line,
        )


def two_amounts(year: int, stage: str, said: tuple[str, str]) -> CellError:
    """Return the mistake that one stage of one year is stated twice; `said` are the two figures in both languages."""
    return CellError(
        f"{year}年度の{STAGES[stage][0]}が二つあります：{said[0]}", f"two amounts for FY {year}, {stage}: {said[1]}"
    )


def together(wrong: Sequence[CellError]) -> CellError:
    """Return several mistakes of one row as one."""
    return CellError("。".join(error.ja for error in wrong), "; ".join(error.en for error in wrong))
