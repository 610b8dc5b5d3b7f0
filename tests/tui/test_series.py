"""Amounts through time: which tables are a course, how they are drawn, and how a card shows them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from assistant.answer.model import Answer, Column, ColumnKind, Language, Table
from assistant.conversation.reply import Reply
from assistant.tui.series import MOST_YEARS, draw, series
from assistant.tui.widgets.series_chart import SeriesChart
from assistant.tui.widgets.table_view import TableView
from assistant.tui.wrapping import cells
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk, amount

OKU = 100_000_000


def table(
    years: Sequence[int], yen: Sequence[int | None], *, kinds: tuple[ColumnKind, ColumnKind] = ("year", "money")
) -> Table:
    """Return a table of amounts by year, with the executed amounts beside them."""
    rows = [(y, value, None if value is None else value // 2) for y, value in zip(years, yen, strict=True)]
    shown = [["—" if value is None else f"{value // OKU:,}億円" for value in row[1:]] for row in rows]
    labels = [(f"{year}年度", *row) for year, row in zip(years, shown, strict=True)]
    columns = (Column("年度", kinds[0]), Column("予算計", kinds[1]), Column("執行額", kinds[1]))
    return Table(columns, tuple(rows), tuple(labels))


FIVE = table(range(2019, 2024), [80 * OKU, 100 * OKU, None, -3 * OKU, 1_200 * OKU])


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(table([2022, 2023], [1, 2], kinds=("number", "money")), id="no-years"),
        pytest.param(table([2023, 2023], [1, 2]), id="a-year-twice-is-two-programmes"),
        pytest.param(table([2023], [1]), id="one-year-is-no-course"),
        pytest.param(table([2022, 2023], [None, None]), id="nothing-stated"),
        pytest.param(table([2022, 2023], [1, 2], kinds=("year", "text")), id="no-figures"),
    ],
)
def test_a_table_without_a_course_is_not_drawn(given: Table) -> None:
    assert series(given) is None


def test_the_years_stand_in_order_whatever_the_order_of_the_rows() -> None:
    backwards = Table(FIVE.columns, FIVE.rows[::-1], FIVE.labels[::-1])
    drawn = series(backwards)
    assert drawn is not None
    assert (drawn.title, [point.year for point in drawn.points]) == ("予算計", [f"{year}年度" for year in range(2019, 2024)])


def test_of_many_years_the_newest_are_drawn() -> None:
    drawn = series(table(range(2000, 2024), list(range(1, 25))))
    assert drawn is not None
    assert drawn.cut
    assert [point.year for point in drawn.points] == [f"{year}年度" for year in range(2024 - MOST_YEARS, 2024)]


@pytest.mark.parametrize("width", [24, 40, 56, 100, 200])
def test_every_line_fits_and_the_figures_end_in_one_column(width: int) -> None:
    found = series(FIVE)
    assert found is not None
    lines = [line.head + line.bar + line.figure for line in draw(found.points, width)]
    assert all(cells(line) <= width for line in lines)
    assert all(point.figure in line for point, line in zip(found.points, lines, strict=True))
    if width > 30:
        assert len({cells(line) for line in lines}) == 1


def test_a_bar_is_as_long_as_its_figure_and_a_negative_or_missing_one_has_none() -> None:
    found = series(FIVE)
    assert found is not None
    bars = [line.bar.strip() for line in draw(found.points, 80)]
    assert len(bars[4]) > 10 * len(bars[0]) > 0
    assert (bars[2], bars[3]) == ("", "-")
    assert all(re.fullmatch("█*[▏▎▍▌▋▊▉]?", bar) for bar in (bars[0], bars[1], bars[4]))


class _Historian(StubDesk):
    """Answers everything with five years."""

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        answer: Answer = replace(amount(text, "ja"), table=FIVE, facts=())
        super().reply(text, without)
        return Reply(answer)


async def _asked(chat: Chat) -> str:
    await chat.ask("この5年の推移は？")
    return chat.text()


@pytest.mark.parametrize("size", [(60, 30), (80, 40), (120, 40)], ids=str)
@pytest.mark.parametrize("colours", [True, False], ids=["colours", "no-colour"])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_card_draws_the_years_above_their_table(
    size: tuple[int, int], colours: bool, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    async with chatting(language, size=size, factory=_Historian) as chat:
        shown = await _asked(chat)
        assert "予算計の推移" in shown
        chart, table_view = chat.screen.query_one(SeriesChart), chat.screen.query_one(TableView)
        assert chart.region.bottom < table_view.region.y
        assert chart.region.height == 6
        assert "█" in shown
        assert not any("█" in line.text for line in table_view.lines(200))


async def test_tab_leads_into_the_table_and_sorting_leaves_the_chart_as_it_is() -> None:
    async with chatting(size=(100, 40), factory=_Historian) as chat:
        await _asked(chat)
        chart = chat.screen.query_one(SeriesChart)
        before = chart.render()
        await chat.pilot.press("tab", "enter", "enter")
        await chat.settle()
        table_view = chat.screen.query_one(TableView)
        assert table_view.has_focus
        assert [row[0] for row in table_view.current_table().rows] == list(range(2023, 2018, -1))
        assert chart.render().plain == before.plain
