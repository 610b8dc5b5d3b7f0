"""The figure of an answer, large, with its words beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Answer, Language, Unit
from assistant.conversation.reply import Reply
from assistant.tui.figure import leading, tall
from assistant.tui.widgets.big_figure import BigFigure
from assistant.tui.wrapping import cells
from tests.tui.driver import Chat
from tests.tui.replies import contact_reply, figure, ranking, refused, replying
from tests.tui.stub import amount, total


def _figure(chat: Chat) -> list[str]:
    """Return the lines of the figure as they stand on the screen."""
    return chat.turns[-1].query_one(BigFigure).render().plain.split("\n")


@pytest.mark.parametrize(
    ("reply", "rows"),
    [
        pytest.param(
            figure("ja", "約42.3億円", text="約42.3億円（案）です。", approximate=True),
            ["   ╻ ╻╺━┓ ╺━┓", "   ┗━┫┏━┛  ━┫", "約   ╹┗━╸.╺━┛ 億円 （案）"],
            id="ja",
        ),
        pytest.param(
            figure("en", "about ¥4.2 billion", text="about ¥4.2 billion (draft).", approximate=True),
            ["       ╻ ╻ ╺━┓", "       ┗━┫ ┏━┛", "about ¥  ╹.┗━╸ billion (draft)"],
            id="en",
        ),
    ],
)
async def test_digits_are_three_rows_tall_and_words_stand_on_the_bottom_row(reply: Reply, rows: list[str]) -> None:
    async with replying(reply) as chat:
        assert [line.rstrip() for line in _figure(chat)] == rows


@pytest.mark.parametrize(
    ("language", "label", "line"),
    [("ja", "4.2億円", "約4.2億円 （案）"), ("en", "¥420 million", "about ¥420 million (draft)")],
)
@pytest.mark.parametrize("size", [(60, 24), (80, 20), (60, 20)], ids=str)
async def test_a_small_screen_has_the_figure_in_one_line_with_the_same_words(
    language: Language, label: str, line: str, size: tuple[int, int]
) -> None:
    text = {"ja": f"{label}（案）です。", "en": f"{label} (draft)."}[language]
    async with replying(figure(language, label, text=text, approximate=True), size=size) as chat:
        assert _figure(chat) == [line]


async def test_the_figure_follows_the_screen_when_it_is_resized() -> None:
    async with replying(figure("ja", "49億円"), size=(80, 30)) as chat:
        widget = chat.turns[-1].query_one(BigFigure)
        assert widget.region.height == 3
        await chat.pilot.resize_terminal(80, 20)
        await chat.settle()
        assert (widget.region.height, _figure(chat)) == (1, ["49億円"])
        await chat.pilot.resize_terminal(80, 30)
        await chat.settle()
        assert widget.region.height == 3


async def test_a_figure_too_wide_for_its_place_is_one_line() -> None:
    label = "12,345,678,901,234,567,890円"
    async with replying(figure("ja", label), size=(72, 30)) as chat:
        assert _figure(chat) == [label]


@pytest.mark.parametrize("size", [(80, 30), (60, 20)], ids=["usual", "compact"])
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_percentage_has_a_bar_of_its_part_with_its_label(language: Language, size: tuple[int, int]) -> None:
    async with replying(figure(language, "25%", field="share", value=25.0, unit="percent"), size=size) as chat:
        assert _figure(chat)[-1] == "[" + "█" * 10 + "░" * 30 + "] 25%"


async def test_an_amount_has_no_bar() -> None:
    async with replying(figure("ja", "49億円", value=49.0)) as chat:
        assert "░" not in chat.text()


async def test_the_figure_comes_before_the_sentence_and_the_citation_last() -> None:
    async with replying(figure("ja", "49億円", text="四十九億円です。")) as chat:
        text = chat.text()
        assert text.index("┗━┫┗━┫") < text.index("四十九億円です。") < text.index("出典")


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        pytest.param(amount("?", "ja"), "49億円", id="with-its-parts"),
        pytest.param(total("?", "ja"), "3,692億円", id="with-the-rows-it-was-made-of"),
        pytest.param(figure("ja", "5位", field="rank", unit="count").answer, "5位", id="rank"),
        pytest.param(figure("ja", "75倍", field="ratio", unit=None).answer, "75倍", id="ratio"),
        pytest.param(figure("ja", "2022年度", field="fiscal_year", unit="year").answer, None, id="year"),
        pytest.param(figure("ja", "なし").answer, None, id="no-digits"),
        pytest.param(figure("ja", "1" * 60).answer, None, id="a-label-that-is-a-text"),
        pytest.param(contact_reply("ja", ("甲局", "乙課", "4041")).answer, None, id="contact"),
        pytest.param(ranking("ja", ("甲", 1, "1円")).answer, None, id="no-facts"),
        pytest.param(refused("ja").answer, None, id="refusal"),
    ],
)
def test_an_answer_leads_with_its_one_figure(answer: Answer, label: str | None) -> None:
    found = leading(answer)
    assert (found.label if found else None) == label


def test_of_several_alike_none_leads() -> None:
    answer = total("?", "ja")
    assert leading(replace(answer, facts=answer.facts[1:])) is None


@pytest.mark.parametrize(
    ("language", "text", "unit", "drafted"),
    [
        pytest.param("ja", "令和4年度第2次補正予算案の額です。", "JPY", True, id="budget"),
        pytest.param("ja", "大きい額です（案の額）。", "JPY", True, id="of-drafts"),
        pytest.param("ja", "提案の採択にかかる額です。", "JPY", False, id="another-word"),
        pytest.param("ja", "15%です（案の額から計算）。", "percent", False, id="not-an-amount"),
        pytest.param("en", "Computed from the drafts.", "JPY", True, id="drafts"),
        pytest.param("en", "Drafting costs.", "JPY", False, id="drafting"),
    ],
)
async def test_a_draft_is_called_one_where_the_answer_says_so(language: Language, text: str, unit: Unit, drafted: bool) -> None:
    async with replying(figure(language, "49", text=text, unit=unit)) as chat:
        assert any(word in _figure(chat)[2] for word in ("（案）", "(draft)")) is drafted


@pytest.mark.parametrize("text", ["1,234.5", "約 10 億円", "¥0", "15.18%", "no digits", ""])
def test_the_rows_of_a_tall_text_are_equally_wide(text: str) -> None:
    assert len({cells(row) for row in tall(text)}) == 1
    assert len(tall(text)) == 3
