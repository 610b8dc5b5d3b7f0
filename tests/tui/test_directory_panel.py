"""The directory: found by number or name while the caller waits, read large, asked; by keyboard and by mouse."""

from __future__ import annotations

import pytest
from textual.widgets import Digits

from assistant.answer.model import Language
from assistant.browsing.model import ContactLine
from assistant.errors import StoreError
from assistant.tui.app import open_desk
from assistant.tui.widgets.answer_card import AnswerCard
from assistant.tui.widgets.directory_list import ContactRow
from assistant.tui.widgets.directory_panel import DirectoryPanel
from assistant.tui.words import directory as words
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import cells
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk

LANGUAGES: tuple[Language, Language] = ("ja", "en")
WIDE = (120, 36)


def _panel(chat: Chat) -> DirectoryPanel:
    return chat.screen.query_one(DirectoryPanel)


async def _press(chat: Chat, *keys: str) -> DirectoryPanel:
    """Press keys and wait until all is quiet."""
    for key in keys:
        await chat.pilot.press(key)
    await chat.settle()
    return _panel(chat)


def _extensions(panel: DirectoryPanel) -> list[str | None]:
    return [contact.extension for contact in panel.found]


def _flat(chat: Chat) -> str:
    """Return what stands in a panel beside the conversation, its lines joined."""
    return "".join(line.rpartition("│")[0].rpartition("│")[2].strip() for line in chat.lines())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), WIDE, (200, 60)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_f5_lists_every_contact_with_the_extension_first(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size, factory=open_desk(None)) as chat:
        panel = await _press(chat, "f5")
        assert panel.field.has_focus
        assert _extensions(panel) == [None, "8133", "4041", "3825", "2353", None, None, None]
        rows = list(panel.query(ContactRow))
        lines = [row.render().plain.splitlines() for row in rows]
        assert [line[0][2:].split()[0] for line in lines] == [
            contact.extension or words.NONE_SHORT[language] for contact in panel.found
        ]
        for contact, line, row in zip(panel.found, lines, rows, strict=True):
            flat = "".join("".join(line).split())
            assert all("".join(part.split()) in flat for part in (contact.division, contact.bureau, contact.ministry))
            assert (words.NO_EXTENSION[language].replace(" ", "") in flat) == (contact.extension is None)
            assert max(map(cells, line)) <= row.content_size.width


@pytest.mark.parametrize(("language", "ministry"), [("ja", "文部科学省"), ("en", "MEXT")])
async def test_ministries_without_contacts_are_named_in_one_line_at_the_end(language: Language, ministry: str) -> None:
    async with chatting(language, size=WIDE) as chat:
        await _press(chat, "f5")
        assert words.SILENT.format(ministries=ministry)[language].replace(" ", "") in _flat(chat).replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("4", ["4041"], id="the first digit"),
        pytest.param("２３", ["2353"], id="full-width digits"),
        pytest.param("難病", ["2353"], id="kanji"),
        pytest.param("なんびょう", ["2353"], id="kana"),
        pytest.param("nanbyo", ["2353"], id="romaji"),
        pytest.param("TUBER", ["8133"], id="English"),
        pytest.param("健康局", ["8133", "2353", None], id="a bureau"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_typing_finds_at_once(language: Language, typed: str, found: list[str | None]) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f5", *typed)
        assert _extensions(panel) == found
        shown = [row.index for row in panel.query(ContactRow) if row.display]
        assert [panel.contacts[index].extension for index in shown] == found
        assert words.FOUND.format(count=4, found=len(found))[language] in chat.text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("99", words.NO_SUCH_EXTENSION.format(typed="99"), id="a number"),
        pytest.param("月面", words.NOTHING_FOUND.format(typed="月面"), id="a name"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_found_says_what_to_do(language: Language, typed: str, said: Phrase) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f5", *typed)
        assert said[language].replace(" ", "") in _flat(chat).replace(" ", "")
        assert panel.current_extension() is None
        await _press(chat, "enter", "down", "up")
        assert not panel.opened
        await _press(chat, "ctrl+u")
        assert len(panel.found) == 4
        assert panel.notice is None


@pytest.mark.parametrize(("language", "ministry"), [("ja", "文部科学省"), ("en", "MEXT")])
async def test_a_programme_without_a_contact_is_named_so_that_nobody_searches_in_vain(
    language: Language, ministry: str
) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(None)) as chat:
        panel = await _press(chat, "f5", *"brain")
        assert panel.found == []
        assert panel.notice is not None
        assert ministry in panel.notice[language]


async def test_arrows_move_in_the_list_while_the_field_keeps_the_keys() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", "down", "down")
        assert panel.field.has_focus
        assert panel.current_extension() == "2353"
        assert "> 2353" in chat.text()
        await _press(chat, "up", "up", "up")
        assert panel.current_extension() == "8133"
        await _press(chat, "pagedown")
        assert panel.current_extension() is None
        await _press(chat, *"tai")
        assert panel.field.value == "tai"


@pytest.mark.parametrize("size", [(60, 20), WIDE], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_enter_shows_the_extension_large_and_enter_again_asks(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size) as chat:
        panel = await _press(chat, "f5", *"23", "enter")
        contact = panel.current
        assert contact is not None
        assert panel.opened
        assert panel.query_one(Digits).value == "2353"
        assert panel.query_one(Digits).size.height == 3
        flat = _flat(chat).replace(" ", "")
        assert all(part.replace(" ", "") in flat for part in (contact.division, contact.bureau, contact.programme_name))
        assert words.ASK[language] in chat.text()
        await _press(chat, "enter")
        assert chat.asked == [contact.question]
        assert chat.prompt.has_focus


async def test_from_one_number_shown_large_the_arrows_go_to_the_next() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", "enter", "down")
        assert panel.opened
        assert panel.query_one(Digits).value == panel.current_extension() == "4041"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_contact_without_an_extension_says_so_instead_of_a_number(language: Language) -> None:
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f5", "pagedown", "enter")
        assert panel.opened
        assert not panel.query_one(Digits).display
        assert words.NO_EXTENSION[language] in chat.text()


async def test_escape_goes_back_to_the_list_and_then_closes() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", *"23", "enter", "escape")
        assert not panel.opened
        assert chat.screen.side.shown == "directory"
        assert panel.field.value == "23"
        await _press(chat, "escape")
        assert chat.screen.side.shown is None
        assert chat.prompt.has_focus


async def test_typing_while_a_number_is_shown_looks_for_another() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", *"23", "enter", "ctrl+u", "4")
        assert not panel.opened
        assert panel.current_extension() == "4041"


async def test_the_mouse_shows_asks_and_goes_back() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5")
        row = list(panel.query(ContactRow))[1]
        await chat.pilot.click(row)
        await chat.settle()
        assert panel.current_extension() == "4041"
        assert panel.opened
        await chat.pilot.click("#contact-back")
        await chat.settle()
        assert not panel.opened
        await chat.pilot.click(row)
        await chat.pilot.click("#contact-ask")
        await chat.settle()
        assert chat.asked == ["研究開発政策課の内線は？"]


async def test_opened_for_the_next_call_the_old_search_goes_with_the_first_letter() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", *"23", "enter", "f5", "f5")
        assert not panel.opened
        await _press(chat, "8")
        assert panel.field.value == "8"
        assert panel.current_extension() == "8133"


async def test_the_last_line_reached_by_keys_is_in_sight() -> None:
    async with chatting("ja", size=(60, 20), factory=open_desk(None)) as chat:
        panel = await _press(chat, "f5", "pagedown", "pagedown")
        await chat.pilot.pause()
        assert panel.current is panel.contacts[-1]
        assert "> なし  医療福祉機器産業室" in chat.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_switch_rebuilds_in_place(language: Language) -> None:
    other: Language = "en" if language == "ja" else "ja"
    async with chatting(language, size=WIDE) as chat:
        panel = await _press(chat, "f5", "down", "enter", "f2")
        assert panel.opened
        assert panel.current_extension() == "4041"
        assert panel.border_title == words.DIRECTORY_TITLE[other]
        assert words.ASK[other] in chat.text()
        await _press(chat, "escape")
        assert panel.contacts[1].division in chat.text()


class _Broken(StubDesk):
    """Fails until it is mended."""

    broken = True

    def contacts(self, language: Language) -> tuple[ContactLine, ...]:
        if self.broken:
            raise StoreError("表がありません。", "A table is missing.")
        return tuple(super().contacts(language))


@pytest.mark.parametrize(("language", "cause"), [("ja", "表がありません。"), ("en", "A table is missing.")])
async def test_a_failure_is_a_sentence_and_opening_again_tries_again(language: Language, cause: str) -> None:
    desk = _Broken()
    async with chatting(language, size=WIDE, factory=lambda: desk) as chat:
        panel = await _press(chat, "f5")
        assert cause.replace(" ", "") in _flat(chat).replace(" ", "")
        assert panel.current_extension() is None
        desk.broken = False
        await _press(chat, "f5", "f5")
        assert len(panel.found) == 4
        assert panel.notice is None


async def test_a_language_that_could_not_be_loaded_is_loaded_when_opened_again() -> None:
    desk = _Broken()
    desk.broken = False
    async with chatting("ja", size=WIDE, factory=lambda: desk) as chat:
        panel = await _press(chat, "f5")
        desk.broken = True
        await _press(chat, "f2")
        assert panel.notice is not None
        desk.broken = False
        await _press(chat, "f5", "f5")
        assert panel.notice is None
        assert "Tuberculosis Division" in chat.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_search_says_what_its_keys_do(language: Language) -> None:
    async with chatting(language, size=WIDE) as chat:
        await _press(chat, "f5")
        about = getattr(chat.app.focused, "ABOUT", None)
        assert isinstance(about, Phrase)
        assert 2 <= len(about[language].splitlines()) <= 4


async def test_one_panel_gives_way_to_the_other() -> None:
    async with chatting("ja", size=WIDE) as chat:
        panel = await _press(chat, "f5", "f4", "f5")
        assert chat.screen.side.shown == "directory"
        assert panel.field.has_focus


@pytest.mark.parametrize("key", ["f4", "f5"])
async def test_the_terminals_caret_stands_in_the_search_after_a_resize(key: str) -> None:
    async with chatting("ja", size=WIDE) as chat:
        await chat.pilot.press(key, *"難病")
        await chat.pilot.resize_terminal(80, 24)
        await chat.settle()
        focused = chat.app.focused
        assert focused is not None
        assert chat.app.cursor_position == (focused.content_region.x + 4, focused.content_region.y)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_with_the_core_the_contact_is_asked_in_the_chat(language: Language) -> None:
    async with chatting(language, size=WIDE, factory=open_desk(None)) as chat:
        await _press(chat, "f5", *"81", "enter", "enter")
        answer = chat.turns[-1].query_one(AnswerCard).answer
        assert (answer.status, answer.language) == ("answered", language)
        assert [fact.value for fact in answer.facts if fact.field == "extension"] == ["8133"]
