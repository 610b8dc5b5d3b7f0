"""The browser: filter, tree and card, by keyboard and by mouse, in both languages, with a stub and with the core."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, Grouping
from assistant.errors import StoreError
from assistant.tui.app import open_desk
from assistant.tui.widgets.browser_panel import BrowserPanel
from assistant.tui.widgets.card_view import EntryRow
from assistant.tui.widgets.link import Link
from assistant.tui.widgets.programme_tree import ProgrammeTree
from assistant.tui.words import browser as words
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import cells
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk

LANGUAGES: tuple[Language, Language] = ("ja", "en")
WIDE = (120, 36)


def _panel(chat: Chat) -> BrowserPanel:
    return chat.screen.query_one(BrowserPanel)


async def _press(chat: Chat, *keys: str) -> BrowserPanel:
    """Press keys and wait until all is quiet."""
    for key in keys:
        await chat.pilot.press(key)
    await chat.settle()
    return _panel(chat)


def _shown(panel: BrowserPanel) -> list[str]:
    return [leaf.programme for leaf in panel.tree_view.leaves]


# The tree


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        pytest.param("ja", ["厚生労働省（2事業・107億円）", "全ゲノム解析等の推進", "49億円", "金額はいずれも案"], id="ja"),
        pytest.param("en", ["MHLW (2, ¥10.7 billion)", "Whole genome", "¥4.9 billion", "all amounts are drafts"], id="en"),
    ],
)
async def test_f4_shows_the_programmes_with_counts_totals_and_amounts(language: Language, parts: Sequence[str]) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f4")
        assert panel.field.has_focus
        assert all(part in chat.text() for part in parts)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 36), (200, 60)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_amounts_end_in_one_column_and_fit(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size, factory=open_desk(None)) as chat:
        panel = await _press(chat, "f4")
        tree = panel.tree_view
        width = tree.scrollable_content_region.width
        lines = [tree.render_line(y).text.rstrip() for y in range(tree.last_line + 1)]
        leaves = [line for line in lines if line.startswith(("├", "└"))]
        assert len(leaves) == min(9, len(leaves)) > 0
        assert len({cells(line) for line in leaves}) == 1
        assert max(map(cells, lines)) <= width


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_grouping_is_switched_by_a_key_and_by_the_mouse(language: Language) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f4", "ctrl+g")
        assert [node.data.subject for node in panel.tree_view.root.children if isinstance(node.data, Branch)] == [
            "category:pj1",
            "category:pj4",
            "category:pj5",
        ]
        assert words.GROUPING["category"][language] in panel.query_one("#browser-grouping", Link).text
        await chat.pilot.click("#browser-grouping")
        await chat.settle()
        assert panel.grouping == "ministry"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("全ゲノム", ["whole-genome"], id="kanji"),
        pytest.param("ゼンゲノム", ["whole-genome"], id="katakana"),
        pytest.param("zenge", ["whole-genome"], id="romaji"),
        pytest.param("Brain", ["brain-innovation"], id="English"),
        pytest.param("厚生", ["infectious-disease", "whole-genome"], id="a ministry keeps all of its own"),
        pytest.param("月面", [], id="nothing"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_typing_filters_at_once(language: Language, typed: str, found: list[str]) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f4", *typed)
        assert _shown(panel) == found
        assert (panel.notice is None) == bool(found)
        if not found:
            assert words.NOTHING_FOUND.format(typed=typed)[language][:20] in chat.text()


@pytest.mark.parametrize(
    ("language", "part"), [("ja", "厚生労働省（2事業中1・107億円）"), ("en", "MHLW (1 of 2, ¥10.7 billion)")]
)
async def test_a_filtered_group_says_how_many_of_its_programmes_are_shown(language: Language, part: str) -> None:
    async with chatting(language, size=WIDE) as chat:
        await _press(chat, "f4", *"zenge")
        assert part in chat.text()


async def test_arrows_go_between_filter_and_tree_and_typing_goes_on_in_the_filter() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", "down")
        assert panel.tree_view.has_focus
        await _press(chat, "up")
        assert panel.field.has_focus
        await _press(chat, "down", "down", *"zen")
        assert panel.field.has_focus
        assert panel.field.value == "zen"
        await _press(chat, "down", "backspace")
        assert (panel.field.value, panel.field.has_focus) == ("ze", True)
        await _press(chat, "down", "/")
        assert (panel.field.value, panel.field.has_focus) == ("ze", True)
        assert chat.prompt.value == ""


@pytest.mark.parametrize(
    ("keys", "left"),
    [pytest.param(["ctrl+w"], "全ゲノム", id="left"), pytest.param(["home", "alt+delete"], "ゲノムabc", id="right")],
)
async def test_a_word_in_the_filter_is_a_run_of_one_script(keys: list[str], left: str) -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"全ゲノムabc", *keys)
        assert panel.field.value == left


async def test_groups_fold_and_unfold() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", "down", "left")
        first = panel.tree_view.root.children[0]
        assert not first.is_expanded
        assert "+ 文部科学省" in chat.text()
        await _press(chat, "right")
        assert first.is_expanded
        await _press(chat, "down", "left")
        assert panel.tree_view.cursor_node is first


async def test_the_current_line_carries_a_sign() -> None:
    async with chatting("ja", size=WIDE) as chat:
        await _press(chat, "f4", "down", "down")
        assert "> ブレイン・イノベーション基盤" in chat.text()


async def test_escape_closes_the_panel_from_filter_and_tree() -> None:
    async with chatting("ja", size=WIDE) as chat:
        await _press(chat, "f4", "escape")
        assert chat.screen.side.shown is None
        await _press(chat, "f4", "down", "escape")
        assert chat.screen.side.shown is None
        assert chat.prompt.has_focus


# The card


@pytest.mark.parametrize("size", [(60, 20), WIDE], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_enter_in_the_filter_opens_the_first_that_is_found(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter")
        assert panel.card is not None
        assert panel.card.programme == "whole-genome"
        assert panel.card_view.has_focus
        assert panel.card.entries[0].values[0] in chat.text()
        assert words.CARD_KEYS[language] in chat.text()


async def test_a_card_shows_everything_it_is_given() -> None:
    async with chatting("ja", size=(120, 50)) as chat:
        panel = await _press(chat, "f4", *"のう", "enter")
        card = panel.card
        assert card is not None
        flat = "".join(chat.text().split())
        assert all(entry.heading in flat for entry in card.entries)
        assert all(text in flat for entry in card.entries for text in entry.notes)
        assert "・AMED" in flat
        assert "[1]" in flat
        assert card.silent[0] in chat.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_entry_is_chosen_with_arrows_and_asked_with_enter(language: Language) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "down")
        assert panel.card is not None
        entry = panel.card.entries[1]
        assert f"> {entry.heading}" in chat.text()
        await _press(chat, "enter")
        assert chat.asked == [entry.question]
        assert chat.prompt.has_focus
        assert panel.card is not None


async def test_the_cursor_stays_within_the_card() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "up", "up")
        assert panel.card_view.cursor == 0
        await _press(chat, "end", "down", "down")
        assert panel.card_view.cursor == 2
        assert [row.current for row in panel.card_view.rows] == [False, False, True]


async def test_space_scrolls_the_card_and_does_not_leave_it() -> None:
    async with chatting("ja", size=(60, 20)) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "space")
        assert panel.card_view.has_focus
        assert chat.prompt.value == ""
        assert panel.card_view.scroll_target_y > 0


async def test_a_click_asks_an_entry() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter")
        row = panel.card_view.query(EntryRow).first()
        await chat.pilot.click(row)
        await chat.settle()
        assert chat.asked == [row.entry.question]


async def test_where_the_panel_hides_the_conversation_it_makes_way_for_the_answer() -> None:
    async with chatting("ja", size=(60, 20)) as chat:
        await _press(chat, "f4", *"zenge", "enter", "enter")
        assert chat.screen.side.shown is None
        assert "49億円" in chat.text()


@pytest.mark.parametrize("key", ["escape", "backspace", "left"])
async def test_a_card_goes_back_to_the_tree_with_its_place_kept(key: str) -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", "down", "down", "down", "down", "enter")
        assert panel.card is not None
        place = panel.tree_view.cursor_line
        await _press(chat, key)
        assert panel.card is None
        assert panel.tree_view.has_focus
        assert panel.tree_view.cursor_line == place == 3
        assert chat.screen.side.shown == "browser"


async def test_the_mouse_opens_a_card_and_goes_back() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4")
        await chat.pilot.click(ProgrammeTree, offset=(8, 1))
        await chat.settle()
        assert panel.card is not None
        assert panel.card.programme == "brain-innovation"
        await chat.pilot.click("#browser-back")
        await chat.settle()
        assert panel.card is None


async def test_typing_in_a_card_goes_back_to_the_filter() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "n")
        assert panel.card is None
        assert panel.field.has_focus
        assert panel.field.value == "zengen"


async def test_opened_again_the_panel_is_as_it_was_left() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "down", "f4", "f4")
        assert panel.card is not None
        assert panel.card_view.has_focus
        assert panel.card_view.cursor == 1


async def test_long_values_are_wrapped_by_the_rules() -> None:
    async with chatting("ja", size=(60, 20)) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "down")
        purpose = panel.card_view.rows[1]
        lines = purpose.render().plain.splitlines()
        assert len(lines) > 3
        assert not any(line.strip().startswith(("、", "。", "ー")) for line in lines)
        assert max(map(cells, lines)) <= purpose.content_size.width


# Languages


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_switch_rebuilds_in_place(language: Language) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f4", "down", "down", "down", "down")
        before = panel.tree_view.current
        await _press(chat, "f2")
        after = panel.tree_view.current
        assert before is not None
        assert after is not None
        assert before != after
        assert getattr(before, "programme", None) == getattr(after, "programme", None) == "infectious-disease"
        other: Language = "en" if language == "ja" else "ja"
        assert panel.border_title == words.BROWSER_TITLE[other]
        assert words.GROUPING["ministry"][other] in chat.text()


async def test_an_open_card_changes_its_language_and_keeps_its_place() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f4", *"zenge", "enter", "down", "f2")
        assert panel.card is not None
        assert panel.card.entries[1].heading == "Purpose"
        assert panel.card_view.cursor == 1
        assert panel.card_view.has_focus
        assert "> Purpose" in chat.text()


# Faults, help, the real data


class _Broken(StubDesk):
    """Fails until it is mended."""

    broken = True

    def branches(self, grouping: Grouping, language: Language) -> tuple[Branch, ...]:
        if self.broken:
            raise StoreError("表がありません。", "A table is missing.")
        return tuple(super().branches(grouping, language))

    def card(self, programme: str, language: Language) -> Card:
        raise RuntimeError(f"disk \x1b[31m I/O of {programme} ({language})")


@pytest.mark.parametrize(("language", "cause"), [("ja", "表がありません。"), ("en", "A table is missing.")])
async def test_a_failure_is_a_sentence_and_opening_again_tries_again(language: Language, cause: str) -> None:
    desk = _Broken()
    async with chatting(language, size=WIDE, factory=lambda: desk) as chat:
        panel = await _press(chat, "f4")
        assert cause in "".join(line[72:].strip(" │") for line in chat.lines())
        desk.broken = False
        await _press(chat, "f4", "f4")
        assert len(_shown(panel)) == 3
        await _press(chat, "down", "down", "enter")
        assert panel.card is None
        assert "RuntimeError: disk" in chat.text()
        assert "\x1b" not in chat.text()


async def test_a_language_that_could_not_be_loaded_is_loaded_when_opened_again() -> None:
    desk = _Broken()
    desk.broken = False
    async with chatting("ja", size=WIDE, factory=lambda: desk) as chat:
        panel = await _press(chat, "f4")
        desk.broken = True
        await _press(chat, "f2")
        assert "A table is missing." in chat.text()
        desk.broken = False
        await _press(chat, "f4", "f4")
        assert panel.notice is None
        assert "MEXT" in chat.text()
        desk.broken = True
        await _press(chat, "f2")
        desk.broken = False
        await _press(chat, "f2")
        assert panel.notice is None


@pytest.mark.parametrize("keys", [["f4"], ["f4", "down"], ["f4", "down", "down", "enter"]], ids=["filter", "tree", "card"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_takes_keys_says_what_they_do(language: Language, keys: list[str]) -> None:
    async with chatting(language, size=WIDE) as chat:
        await _press(chat, *keys)
        about = getattr(chat.app.focused, "ABOUT", None)
        assert isinstance(about, Phrase)
        assert 2 <= len(about[language].splitlines()) <= 4
        await _press(chat, "f1")
        assert about[language].split()[0][:10] in chat.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_with_the_core_every_programme_has_a_card_and_an_entry_is_answered(language: Language) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(None)) as chat:
        panel = await _press(chat, "f4", *"kansensho", "enter")
        assert panel.card is not None
        assert panel.card.programme == "infectious-disease"
        assert len(panel.card_view.rows) == len(panel.card.entries) > 10
        await _press(chat, "down", "enter")
        assert "8133" in chat.text()
