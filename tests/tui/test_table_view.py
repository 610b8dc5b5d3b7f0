"""A table takes the keys, and its rows are sorted by the column that a person chooses."""

from __future__ import annotations

import pytest

from assistant.answer.model import Language
from assistant.tui.sorting import Order
from assistant.tui.widgets.table_view import TableView
from tests.tui.driver import Chat
from tests.tui.replies import ranking, replying

ROWS = (("乙", 8_000_000_000, "80億円"), ("丙", 300_000_000_000, "3,000億円"), ("甲", 4_900_000_000, "49億円"))
TITLE = {"ja": "予算額（案）", "en": "Budget (draft)"}


def _table(chat: Chat) -> TableView:
    return chat.turns[-1].query_one(TableView)


def _names(chat: Chat) -> str:
    """Return the names of the rows in the order in which they stand on the screen."""
    return "".join(line.strip("┃ ")[0] for line in chat.lines() if line.strip("┃ ")[:1] in set("甲乙丙") and "億円" in line)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("key", ["enter", "s"])
async def test_keys_sort_by_value_up_then_down_then_as_given(language: Language, key: str) -> None:
    async with replying(ranking(language, *ROWS)) as chat:
        await chat.pilot.press("tab", "right")
        seen = []
        for _ in range(3):
            await chat.pilot.press(key)
            seen.append((_names(chat), f"{TITLE[language]} ^" in chat.text(), f"{TITLE[language]} v" in chat.text()))
        assert seen == [("甲乙丙", True, False), ("丙乙甲", False, True), ("乙丙甲", False, False)]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", ("元の順", "小さい順", "大きい順")), ("en", ("as given", "ascending", "descending"))],
)
async def test_while_it_has_the_keys_the_table_says_its_column_its_order_and_its_keys(
    language: Language, words: tuple[str, str, str]
) -> None:
    async with replying(ranking(language, *ROWS)) as chat:
        assert f">{TITLE[language]}" not in chat.text()
        assert "Esc" not in "".join(chat.lines()[:-1])
        await chat.pilot.press("tab", "right")
        for word in words:
            assert f">{TITLE[language]}" in chat.text()
            assert f"{TITLE[language]}: {word}" in chat.text()
            await chat.pilot.press("s")
        await chat.pilot.press("escape")
        await chat.settle()
        assert chat.prompt.has_focus
        assert f">{TITLE[language]}" not in chat.text()


async def test_columns_end_at_the_edges() -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        await chat.pilot.press("tab", "left", "left")
        assert _table(chat).cursor == 0
        await chat.pilot.press("right", "right", "right")
        assert _table(chat).cursor == 1


@pytest.mark.parametrize(("title", "order"), [("予算額（案）", Order(1)), ("事業", Order(0))], ids=["figures", "names"])
async def test_a_click_on_a_heading_sorts(title: str, order: Order) -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        head = next(line.text for line in _table(chat).lines(60) if line.role == "head")
        x = len(head[: head.index(title)].encode("cp932"))  # two bytes where it is two cells wide
        await chat.pilot.click(TableView, offset=(x + 1, 0))
        await chat.settle()
        assert _table(chat).order == order


async def test_a_click_on_a_row_sorts_nothing() -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        await chat.pilot.click(TableView, offset=(1, 2))
        await chat.settle()
        assert _table(chat).order is None


async def test_the_table_to_copy_has_its_rows_and_labels_in_the_order_shown() -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        assert _table(chat).current_table().labels == tuple((name, label) for name, _, label in ROWS)
        await chat.pilot.press("tab", "right", "s")
        table = _table(chat).current_table()
        assert [row[1] for row in table.rows] == [4_900_000_000, 8_000_000_000, 300_000_000_000]
        assert [label[1] for label in table.labels] == ["49億円", "80億円", "3,000億円"]


async def test_bars_move_with_their_rows() -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        await chat.pilot.press("tab", "right", "s", "s")
        lines = [line.text for line in _table(chat).lines(60) if line.role == "row"]
        assert lines[0].endswith("3,000億円   " + "█" * 30)
        assert lines[1].endswith("80億円   ▊")


async def test_one_row_has_no_bar() -> None:
    async with replying(ranking("ja", ROWS[0])) as chat:
        assert "█" not in chat.text()


async def test_typing_begins_a_question_while_the_table_has_the_keys() -> None:
    async with replying(ranking("ja", *ROWS)) as chat:
        await chat.pilot.press("tab", "全")
        assert chat.prompt.has_focus
        assert chat.prompt.value == "全"


async def test_only_the_table_of_the_selected_answer_takes_the_keys() -> None:
    async with replying(ranking("ja", *ROWS), size=(80, 40)) as chat:
        await chat.ask("もう一度")
        first, second = (turn.query_one(TableView) for turn in chat.turns)
        assert (first.can_focus, second.can_focus) == (False, True)
        await chat.pilot.press("ctrl+up")
        assert (first.can_focus, second.can_focus) == (True, False)
        await chat.pilot.press("tab")
        assert first.has_focus


@pytest.mark.parametrize(("language", "word"), [("ja", "表です。"), ("en", "A table.")])
async def test_the_help_explains_the_table_that_has_the_keys(language: Language, word: str) -> None:
    async with replying(ranking(language, *ROWS)) as chat:
        await chat.pilot.press("tab", "f1")
        await chat.settle()
        assert word in chat.text()
