"""Which data is asked is always seen; choosing others keeps the conversation, begins a new context, and is remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from assistant import databases, settings
from assistant.answer.model import Language
from assistant.browsing.model import Data
from assistant.conversation.reply import Reply
from assistant.errors import StoreError
from assistant.tui.data_label import fitted
from assistant.tui.exchange import Failure
from assistant.tui.protocols import DeskFactory
from assistant.tui.screens.data_screen import DataScreen
from assistant.tui.session import CannotOpenError, Session
from assistant.tui.widgets.choice import ChoiceRow
from assistant.tui.widgets.prose import Prose
from assistant.tui.words import data as words
from assistant.tui.words.chat import EXAMPLES, REGISTER_EXAMPLES
from assistant.tui.wrapping import cells
from tests.tui.driver import Chat, chatting
from tests.tui.stub import StubDesk
from tests.tui.stub_data import DATA

OTHER = Data({"ja": "行政事業レビュー", "en": "Administrative project review"}, 12_418, "2023", True, 2023)
LONG = replace(DATA, title={"ja": "長い題名の資料" * 9, "en": "A long title " * 9})
Language_ = pytest.mark.parametrize("language", ["ja", "en"])


class _Other(StubDesk):
    """Other data, large ones."""

    def data(self) -> Data:
        return OTHER


class _Opener:
    """Opens other data of any file but a broken one; remembers what was opened."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []
        self.desk = _Other()
        self.gate: threading.Event | None = None

    def __call__(self, path: Path | None) -> DeskFactory:
        def open_() -> StubDesk:
            if self.gate is not None:
                assert self.gate.wait(timeout=10)
            if path is not None and "broken" in path.name:
                raise StoreError(f"{path.name} は壊れています。", f"{path.name} is broken.")
            self.opened.append(path)
            return self.desk if path is not None else StubDesk()

        return open_


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that the opener opens."""
    path = tmp_path / "other.db"
    path.write_bytes(b"")
    return path


async def _dialog(chat: Chat) -> DataScreen:
    await chat.app.action_choose_data()
    await chat.settle()
    screen = chat.app.screen
    assert isinstance(screen, DataScreen)
    return screen


async def _open(chat: Chat, path: str) -> None:
    """Type a path into the dialog and press Enter."""
    screen = await _dialog(chat)
    screen.query_one(Input).value = path
    await chat.pilot.press("enter")
    await chat.settle()


def _said(screen: DataScreen) -> str:
    return screen.query_one("#data-said").query_one(Prose).plain


# At all times


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=str)
@Language_
async def test_name_size_and_date_of_the_data_stand_at_the_prompt(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size) as chat:
        label = fitted(DATA, language, size[0] - 8)
        assert label in chat.text()
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("f4")
        await chat.settle()
        assert label in chat.text()
        await chat.pilot.press("f2")
        await chat.settle()
        assert fitted(DATA, "en" if language == "ja" else "ja", size[0] - 8) in chat.text()


@pytest.mark.parametrize(
    "data", [DATA, OTHER, replace(DATA, title={"ja": "長い題名の資料" * 9, "en": "A long title " * 9})], ids=str
)
@pytest.mark.parametrize("width", [24, 30, 40, 52, 72, 200])
@Language_
def test_the_date_and_the_size_stay_however_narrow_it_is(data: Data, width: int, language: Language) -> None:
    label = fitted(data, language, width)
    assert cells(label) <= width
    assert data.date in label
    assert f"{data.count:,}" in label


@Language_
async def test_large_data_are_greeted_with_other_examples(language: Language) -> None:
    async with chatting(language, factory=_Other) as chat:
        assert all(example[language] in chat.text() for example in REGISTER_EXAMPLES)
        assert EXAMPLES[0][language] not in chat.text()


async def test_data_that_did_not_open_at_first_are_named_once_they_answer() -> None:
    desks: list[StubDesk] = []

    def factory() -> StubDesk:
        desks.append(StubDesk())
        if len(desks) == 1:
            raise OSError("busy")
        return desks[-1]

    async with chatting(factory=factory) as chat:
        assert chat.prompt.border_subtitle == ""
        await chat.ask("全ゲノムの予算は？")
        assert "2022-11-15" in str(chat.prompt.border_subtitle)


# The dialog


@Language_
async def test_the_palette_leads_to_the_dialog_and_escape_out_of_it(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.pilot.press("ctrl+p")
        chat.app.screen.query_one("CommandInput").value = words.CHOOSE_TITLE[language]  # type: ignore[attr-defined]
        await chat.settle()
        await chat.pilot.press("enter")
        await chat.settle()
        assert isinstance(chat.app.screen, DataScreen)
        assert words.WHICH[language] in chat.text()
        await chat.pilot.press("escape")
        await chat.settle()
        assert chat.prompt.has_focus


async def test_the_dialog_offers_the_embedded_data_the_register_what_was_opened_lately_and_a_path(file: Path) -> None:
    register = databases.register()
    register.parent.mkdir(parents=True, exist_ok=True)
    register.write_bytes(b"")
    databases.remember(file)
    databases.remember(register)
    async with chatting(size=(120, 36), database=file) as chat:
        screen = await _dialog(chat)
        rows = [row.plain for row in screen.query(ChoiceRow)]
        assert [part in row for part, row in zip(["同梱", "レビュー", "other.db", "パス"], rows, strict=True)] == [True] * 4
        assert [words.NOW.ja.format(name="") in row for row in rows] == [False, False, True, False]


async def test_every_row_is_reached_with_the_arrows_and_opened_with_enter(file: Path) -> None:
    databases.remember(file)
    opener = _Opener()
    async with chatting(open_data=opener) as chat:
        await _dialog(chat)
        await chat.pilot.press("down", "enter")
        await chat.settle()
        assert opener.opened == [file]
        await _dialog(chat)
        await chat.pilot.press("up", "enter")
        await chat.settle()
        assert opener.opened == [file, None]


@Language_
async def test_the_dialog_speaks_the_other_language_in_place(language: Language) -> None:
    async with chatting(language) as chat:
        screen = await _dialog(chat)
        screen.query_one(Input).value = "/a/b.db"
        await chat.pilot.press("f2")
        await chat.settle()
        assert words.WHICH["en" if language == "ja" else "ja"] in chat.text()
        assert screen.query_one(Input).value == "/a/b.db"


# What is in the way


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        pytest.param("/no/where.db", {"ja": "/no/where.db がありません", "en": "no file /no/where.db"}, id="missing"),
        pytest.param("{folder}/broken.db", {"ja": "壊れています", "en": "is broken"}, id="broken"),
        pytest.param("{folder}", {"ja": "ありません", "en": "no file"}, id="folder"),
        pytest.param("~nobody-has-this-name/a", {"ja": "使えません", "en": "cannot be the name"}, id="no-such-home"),
        pytest.param("embedded", {"ja": "すでにこのデータ", "en": "asked already"}, id="the-same"),
    ],
)
@Language_
async def test_what_is_in_the_way_is_told_and_nothing_changes(
    tmp_path: Path, typed: str, parts: dict[Language, str], language: Language
) -> None:
    (tmp_path / "broken.db").write_bytes(b"")
    async with chatting(language, open_data=_Opener()) as chat:
        await chat.ask("全ゲノムの予算は？")
        await _open(chat, typed.format(folder=tmp_path))
        screen = chat.app.screen
        assert isinstance(screen, DataScreen)
        assert parts[language] in _said(screen).replace("\n", "")
        await chat.pilot.press("escape")
        await chat.settle()
        assert chat.screen.data == DATA
        assert len(chat.turns) == 1
        assert settings.load().database == "embedded"
        await chat.ask("内線は？")
        assert chat.asked == ["全ゲノムの予算は？", "内線は？"]


async def test_while_it_opens_the_screen_goes_on_and_a_second_enter_does_nothing(file: Path) -> None:
    opener = _Opener()
    opener.gate = threading.Event()
    async with chatting(open_data=opener) as chat:
        screen = await _dialog(chat)
        screen.query_one(Input).value = str(file)
        await chat.pilot.press("enter", "enter")
        assert _said(screen) == words.OPENING.ja
        opener.gate.set()
        await chat.settle()
        assert opener.opened == [file]
        assert chat.prompt.has_focus


async def test_while_a_question_is_looked_up_the_dialog_waits() -> None:
    async with chatting() as chat:
        chat.stub.gate = threading.Event()
        chat.prompt.value = "全ゲノムの予算は？"
        await chat.pilot.press("enter")
        await chat.pilot.pause()
        await chat.app.action_choose_data()
        await chat.pilot.pause()
        assert not isinstance(chat.app.screen, DataScreen)
        chat.stub.gate.set()
        await chat.settle()


# Switching


@Language_
async def test_switching_keeps_what_was_said_says_so_and_asks_the_other_data(file: Path, language: Language) -> None:
    opener = _Opener()
    async with chatting(language, size=(100, 40), open_data=opener) as chat:
        await chat.ask("全ゲノムの予算は？")
        await chat.pilot.press("f5")
        await chat.settle()
        await _open(chat, str(file))
        shown = chat.text()
        assert OTHER.label(language) in shown
        assert words.SWITCHED[language].partition("\n")[2] in shown
        assert len(chat.turns) == 1
        assert chat.screen.side.shown is None
        await chat.ask("量子の予算は？")
        assert chat.asked == ["全ゲノムの予算は？"]
        assert [question for question, _ in opener.desk.asked] == ["量子の予算は？"]
        assert len(chat.turns) == 2


async def test_the_choice_is_remembered_for_the_next_start_and_among_those_opened_lately(file: Path) -> None:
    async with chatting(open_data=_Opener()) as chat:
        await _open(chat, str(file))
        assert settings.load().database == str(file)
        assert databases.recent() == [file]
        await _dialog(chat)
        await chat.pilot.press("up", "enter")
        await chat.settle()
        assert settings.load().database == "embedded"


async def test_a_number_chooses_nothing_of_an_answer_of_other_data(file: Path) -> None:
    opener = _Opener()
    async with chatting(open_data=opener) as chat:
        await chat.ask("どの事業の内線？")
        await _open(chat, str(file))
        assert chat.screen.conversation.pending is None
        await chat.ask("1")
        assert [question for question, _ in opener.desk.asked] == ["1"]


async def test_clearing_takes_the_note_away(file: Path) -> None:
    async with chatting(open_data=_Opener()) as chat:
        await _open(chat, str(file))
        assert words.SWITCHED.ja.partition("\n")[2] in chat.text()
        await chat.pilot.press("ctrl+l")
        await chat.settle()
        assert words.SWITCHED.ja.partition("\n")[2] not in chat.text()


class _Witness(StubDesk):
    """Says which desk was looked at."""

    def __init__(self, name: str, seen: list[str]) -> None:
        super().__init__()
        self._name, self._seen = name, seen

    def document(self, language: Language) -> object:  # type: ignore[override]
        """Note that it was asked."""
        self._seen.append(self._name)
        return super().document(language)


async def test_behind_a_reply_stands_the_desk_that_gave_it_also_after_several_others() -> None:
    seen: list[str] = []

    def of(name: str) -> Callable[[], StubDesk]:
        return lambda: _Witness(name, seen)

    session = Session(of("first"))
    replies: list[Reply] = [await session.reply("a", "ja")]
    for name in ("second", "third"):
        await session.switch(of(name))
        replies.append(await session.reply("a", "ja"))
    for reply in (*replies, replies[0].packed()):
        await session.look_behind(reply, lambda desk: desk.document("ja"))
    session.close()
    assert seen == ["first", "second", "third", "first"]


async def test_a_switch_that_fails_leaves_the_session_as_it_was() -> None:
    def fails() -> StubDesk:
        raise OSError("gone")

    session = Session(StubDesk)
    await session.open()
    with pytest.raises(CannotOpenError):
        await session.switch(fails)
    assert session.data == 0
    assert not isinstance(await session.reply("a", "ja"), Failure)
    session.close()
