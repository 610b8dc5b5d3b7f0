"""What a card shows of an answer, and how kinds of answers differ without colour."""

from __future__ import annotations

import pytest

from assistant.answer.model import Language
from assistant.tui.citation import sheets
from assistant.tui.widgets.answer_card import AnswerCard
from assistant.tui.widgets.large import FIGURE_STYLE
from assistant.tui.widgets.ledger import Ledger
from assistant.tui.widgets.notes import Notes
from assistant.tui.widgets.prose import Prose
from assistant.tui.wrapping import cells
from tests.tui.driver import chatting
from tests.tui.replies import contact_reply, figure, replying

QUESTIONS = {
    "answered": ("全ゲノムの予算は？", "how much is it?"),
    "clarify": ("内線はどの課？", "which extension?"),
    "not_in_source": ("脳の内線は？", "brain extension?"),
    "out_of_scope": ("天気は？", "weather?"),
}
WORDS = {
    "clarify": ("確認", "Which one?"),
    "not_in_source": ("資料にありません", "Not in the source"),
    "out_of_scope": ("対象外", "Outside the data"),
}
EDGES = {"answered": "┃", "clarify": "║", "not_in_source": "╏", "out_of_scope": "╏"}
LANGUAGES: tuple[Language, Language] = ("ja", "en")


@pytest.mark.parametrize("status", QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_kind_of_answer_has_its_word_and_its_edge(status: str, language: Language) -> None:
    async with chatting(language) as chat:
        place = LANGUAGES.index(language)
        await chat.ask(QUESTIONS[status][place])
        card = [line.strip() for line in chat.lines() if line.strip()[:1] in set(EDGES.values())]
        assert {line[0] for line in card} == {EDGES[status]}
        heads = {word[place] for word in WORDS.values()}
        expected = WORDS.get(status, ("", ""))[place]
        assert (card[0][1:].strip() in heads) == bool(expected)
        assert card[0][1:].strip().startswith(expected)


async def test_the_figures_stand_out_in_the_text() -> None:
    async with chatting() as chat:
        await chat.ask("全ゲノムの予算は？")
        content = chat.turns[0].query_one(AnswerCard).query_one(".card--text", Prose).content
        styled = {content.plain[span.start : span.end] for span in content.spans if span.style == FIGURE_STYLE}
        assert styled == {"49億円", "約6.7億円", "約42.3億円"}


async def test_a_table_is_aligned_by_cells_with_a_bar_behind_each_row() -> None:
    async with chatting(size=(120, 40)) as chat:
        await chat.ask("全部の合計は？")
        rows = [line.strip(" ┃") for line in chat.lines() if "内閣府" in line or "経済産業省" in line]
        assert [" ".join(row.split()) for row in rows] == [
            "革新的医療技術研究開発推進事業（産学官共同型） 内閣府 80億円 ▎",
            "創薬ベンチャーエコシステム強化事業 経済産業省 3,000億円 ██████████",
        ]
        assert len({cells(row.partition("億円")[0]) for row in rows}) == 1


@pytest.mark.parametrize(
    ("language", "computed", "few"),
    [
        ("ja", "計算  資料にある6件の値から", "ほか4枚（F3"),
        ("en", "Computed  from what the source states for 6", "and 4 more (F3"),
    ],
)
async def test_a_computed_figure_says_so_and_which_key_shows_all_its_sheets(
    language: Language, computed: str, few: str
) -> None:
    async with chatting(language, size=(120, 40)) as chat:
        await chat.ask("全部の合計は？")
        notes = " ".join(line.strip() for line in chat.turns[0].query_one(Notes).lines(60))
        assert computed in notes
        assert few in notes
        await chat.pilot.press("f3")
        await chat.settle()
        panel = "".join(chat.screen.query_one(Ledger).render().plain.split())
        assert all(sheet in panel for sheet in sheets(chat.turns[0].query_one(AnswerCard).answer))


async def test_a_card_is_laid_out_anew_for_another_width() -> None:
    async with chatting(size=(120, 40)) as chat:
        await chat.ask("脳の内線は？")
        wide = len(chat.turns[0].query_one(AnswerCard).query_one(".card--text", Prose).render().plain.splitlines())
        await chat.pilot.resize_terminal(50, 40)
        await chat.settle()
        prose = chat.turns[0].query_one(AnswerCard).query_one(".card--text", Prose)
        lines = prose.render().plain.splitlines()
        assert len(lines) > wide
        assert prose.region.height == len(lines)


@pytest.mark.parametrize("size", [(44, 20), (60, 20), (80, 24), (200, 60)])
@pytest.mark.parametrize("question", ["全部の合計は？", "内線はどの課？", "脳の内線は？", "全ゲノムの予算は？"])
async def test_nothing_is_cut_off_at_any_size(size: tuple[int, int], question: str) -> None:
    async with chatting(size=size) as chat:
        await chat.ask(question)
        for prose in chat.turns[0].query(Prose):
            if prose.display and prose.region:
                shown = "".join(prose.render().plain.split())
                assert shown.endswith("".join(prose.plain.split()))
                assert prose.region.right <= size[0]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (120, ["F1", "F2", "F3", "F4", "F5", "F6", "Ctrl+P", "Ctrl+Q"]),
        (40, ["F1", "F2", "Ctrl+P"]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_keys_are_shown_whole_or_not_at_all(language: Language, width: int, shown: list[str]) -> None:
    async with chatting(language, size=(width, 20)) as chat:
        words = chat.lines()[-1].split()
        assert words[::2] == shown
        await chat.pilot.press("f2", "f2")
        await chat.settle()
        assert chat.lines()[-1].split() == words


async def test_a_key_at_the_foot_can_be_clicked() -> None:
    async with chatting() as chat:
        await chat.pilot.click(offset=(14, 23))
        await chat.settle()
        assert chat.app.language == "en"


@pytest.mark.parametrize("question", ["全部の合計は？", "全ゲノムの内線は？", "全ゲノムの予算は？", "脳の内線は？"])
async def test_a_card_is_made_of_few_widgets_because_there_are_many_cards(question: str) -> None:
    async with chatting() as chat:
        await chat.ask(question)
        assert len(chat.turns[0].query_one(AnswerCard).query("*")) <= 4


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_must_not_reach_the_screen_is_taken_out_of_figures_and_contacts(language: Language) -> None:
    evil = "\x1b[31m[bold]4\x07\u202e1\ud800"
    for reply in (figure(language, evil), contact_reply(language, (evil, evil, evil))):
        async with replying(reply) as chat:
            text = chat.text()
            assert not any(char in text for char in "\x1b\x07\u202e\ud800")
            assert "[bold]" in text
