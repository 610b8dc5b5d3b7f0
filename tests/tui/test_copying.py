"""Copying: what arrives on the clipboard, what is said of it, and what can be selected with the mouse."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.containers import Container
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from assistant import settings
from assistant.answer.model import Language
from assistant.errors import StoreError
from assistant.export.document import Document
from assistant.tui import clipboard
from assistant.tui.app import ChatApp
from assistant.tui.clipboard import copy_to_system, has_system_clipboard
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.table_view import TableView
from assistant.tui.words import taking as words
from assistant.tui.words.phrase import Phrase
from tests.tui.driver import Chat, chatting, send
from tests.tui.stub import WHOLE_GENOME, StubDesk

ASKED = {
    "amount": {"ja": "全ゲノムの予算は？", "en": "How much is the whole genome programme?"},
    "contact": {"ja": "全ゲノムの内線は？", "en": "Extension of whole genome?"},
    "total": {"ja": "合計は？", "en": "What is the total?"},
    "refusal": {"ja": "脳の内線は？", "en": "Extension of brain innovation?"},
}


async def press(chat: Chat, key: str) -> str:
    """Press a key on an empty clipboard, and return what is on it afterwards."""
    chat.app._clipboard = ""
    await chat.pilot.press(key)
    await chat.settle()
    return chat.app.clipboard


def said(chat: Chat) -> str:
    """Return what is announced, without the line breaks of the layout."""
    (notification,) = chat.app._notifications
    return notification.message.replace("\n", " ")


CASES = [
    pytest.param(
        "amount",
        "f6",
        "ja",
        ["49億円（案）です。", f"出典：「主な事項」（資料5、第33回、令和4年11月15日）\nシート「{WHOLE_GENOME}」"],
        "答えと出典",
        id="answer-ja",
    ),
    pytest.param(
        "amount",
        "f6",
        "en",
        ["¥4.9 billion (draft)", "Source: “Items” (Document 5, 33rd, 2022)", f"Sheet: “{WHOLE_GENOME}”"],
        "the answer with its source",
        id="answer-en",
    ),
    pytest.param(
        "total",
        "f6",
        "ja",
        ["合計は3,692億円です", "・", "3,000億円", "上の資料の値から計算"],
        "答えと出典",
        id="answer-with-rows",
    ),
    pytest.param("refusal", "f6", "ja", ["記載されていません"], "この返事", id="refusal-ja"),
    pytest.param("refusal", "f6", "en", ["prints no extension"], "this reply", id="refusal-en"),
    pytest.param("amount", "f7", "ja", ["49億円"], "数字 49億円", id="figure-ja"),
    pytest.param("amount", "f7", "en", ["¥4.9 billion"], "figure ¥4.9 billion", id="figure-en"),
    pytest.param("contact", "f7", "ja", ["4041\n3825\n2353"], "内線 4041・3825・2353", id="extension-ja"),
    pytest.param("contact", "f7", "en", ["4041\n3825\n2353"], "extension 4041, 3825, 2353", id="extension-en"),
    pytest.param(
        "total", "f8", "ja", ["事業\t所管\t予算額（案）（円）\n", "\t300000000000\n"], "表（見出しと6行、TSV）", id="table-ja"
    ),
    pytest.param(
        "total",
        "f8",
        "en",
        ["Programme\tMinistry\tBudget (draft), yen\n"],
        "the table (headings and 6 rows, TSV)",
        id="table-en",
    ),
]


@pytest.mark.parametrize(("kind", "key", "language", "parts", "name"), CASES)
async def test_a_copy_has_what_was_asked_for_and_says_what_it_was(
    kind: str, key: str, language: Language, parts: list[str], name: str
) -> None:
    async with chatting(language) as chat:
        await chat.ask(ASKED[kind][language])
        copied = await press(chat, key)
        assert [part for part in parts if part not in copied] == []
        assert name in said(chat)
        assert ("端末に送りました" if language == "ja" else "Sent to the terminal") in said(chat)
        assert chat.prompt.has_focus
    if key == "f7":
        assert [copied] == parts


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("kind", "key", "phrase"),
    [
        pytest.param(None, "f6", words.NO_ANSWER, id="nothing-asked"),
        pytest.param("refusal", "f7", words.NO_FIGURE, id="no-figure"),
        pytest.param("refusal", "f8", words.NO_TABLE, id="no-table"),
        pytest.param("amount", "f8", words.NO_TABLE, id="figure-without-table"),
    ],
)
async def test_where_there_is_nothing_to_copy_a_sentence_says_so(
    language: Language, kind: str | None, key: str, phrase: Phrase
) -> None:
    async with chatting(language) as chat:
        if kind is not None:
            await chat.ask(ASKED[kind][language])
        assert await press(chat, key) == ""
        assert said(chat).replace(" ", "") == phrase[language].replace(" ", "")


async def test_a_question_that_failed_has_no_answer_and_no_other_is_copied_for_it() -> None:
    async with chatting() as chat:
        await chat.ask(ASKED["amount"]["ja"])
        chat.stub.failures = 1
        await chat.ask(ASKED["total"]["ja"])
        assert await press(chat, "f6") == ""
        assert said(chat).startswith(words.NOT_ANSWERED.ja[:10])


async def test_the_selected_answer_is_copied() -> None:
    async with chatting() as chat:
        for kind in ("amount", "contact"):
            await chat.ask(ASKED[kind]["ja"])
        assert await press(chat, "f7") == "4041\n3825\n2353"
        await chat.pilot.press("ctrl+up")
        assert await press(chat, "f7") == "49億円"


async def test_the_hint_comes_once_and_each_copy_takes_the_place_of_what_was_said_before() -> None:
    async with chatting() as chat:
        await chat.ask(ASKED["amount"]["ja"])
        await press(chat, "f6")
        assert "Shift+ドラッグ" in said(chat)
        await press(chat, "f7")
        assert "Shift+ドラッグ" not in said(chat)
        assert "届かない端末もあります" in said(chat)


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_what_is_announced_leaves_the_prompt_in_sight(language: Language) -> None:
    stub = StubDesk()
    app = ChatApp(lambda: stub, language=language)
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        chat = Chat(app, pilot, stub)
        await chat.ask(ASKED["amount"][language])
        await pilot.press(*"abc", "f6")
        await chat.settle()
        lines = chat.lines()
        first = words.SENT[language].split("{what}")[0]
        assert any(first in line for line in lines[:6])
        assert any("abc" in line for line in lines[-6:])


async def test_a_table_that_the_person_sorted_is_copied_in_the_order_shown() -> None:
    async with chatting() as chat:
        await chat.ask(ASKED["total"]["ja"])
        given = chat.screen.conversation.history()[-1][1].answer.table
        assert given is not None
        table = chat.turns[-1].query_one(TableView)
        table.focus()
        await chat.pilot.press("right", "right", "enter")
        copied = (await press(chat, "f8")).splitlines()[1:]
        amounts = [int(line.split("\t")[2]) for line in copied]
        assert amounts == sorted(int(row[2] or 0) for row in given.rows)
        assert amounts != [row[2] for row in given.rows]


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_extension_that_the_directory_points_at_goes_before_the_answer(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.ask(ASKED["amount"][language])
        await chat.pilot.press("f5")
        await chat.settle()
        await chat.pilot.press(*"8133")
        assert await press(chat, "f7") == "8133"
        assert words.AN_EXTENSION.format(figure="8133")[language] in said(chat)
        await chat.pilot.press("f5")
        assert await press(chat, "f7") != "8133"


async def test_an_answer_is_copied_even_where_the_data_can_no_longer_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(_desk: StubDesk, _language: Language) -> Document:
        raise StoreError("読めません", "cannot be read")

    monkeypatch.setattr(StubDesk, "document", unreadable)
    async with chatting() as chat:
        await chat.ask(ASKED["amount"]["ja"])
        assert "49億円" in await press(chat, "f6")
        assert chat.app.is_running


async def test_nothing_that_could_steer_a_terminal_is_copied() -> None:
    async with chatting() as chat:
        await send(chat.pilot, "dirt")
        await chat.settle()
        for key in ("f6", "f7", "f8"):
            copied = await press(chat, key)
            assert copied
            assert not set(copied) & set("\x1b\x07\x00\u202e\ud800")


# Where it goes


@pytest.mark.parametrize(
    ("way", "there", "phrase"),
    [
        pytest.param("both", True, words.COPIED, id="both"),
        pytest.param("both", False, words.SENT, id="both-without-a-system"),
        pytest.param("terminal", True, words.SENT, id="terminal"),
        pytest.param("off", True, words.CLIPBOARD_OFF, id="off"),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_what_is_said_is_no_more_than_what_is_known(
    monkeypatch: pytest.MonkeyPatch, language: Language, way: str, there: bool, phrase: Phrase
) -> None:
    settings.save("clipboard", way)
    written: list[str] = []
    monkeypatch.setattr(clipboard, "has_system_clipboard", lambda: True)

    def arrive(text: str) -> bool:
        written.append(text)
        return there

    monkeypatch.setattr(clipboard, "copy_to_system", arrive)
    async with chatting(language) as chat:
        await chat.ask(ASKED["amount"][language])
        copied = await press(chat, "f7")
        assert said(chat).startswith(phrase[language].split("{what}")[0][:12])
    figure = {"ja": "49億円", "en": "¥4.9 billion"}[language]
    assert copied == ("" if way == "off" else figure)
    assert written == ([figure] if way == "both" else [])


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        pytest.param({"DISPLAY": ":0"}, "linux", True, id="x11"),
        pytest.param({"WAYLAND_DISPLAY": "w"}, "linux", True, id="wayland"),
        pytest.param({"DISPLAY": ":10", "SSH_CONNECTION": "a"}, "linux", True, id="forwarded"),
        pytest.param({}, "linux", False, id="console"),
        pytest.param({"WSL_DISTRO_NAME": "u"}, "linux", True, id="wsl"),
        pytest.param({}, "darwin", True, id="mac"),
        pytest.param({"SSH_TTY": "/dev/pts/1"}, "darwin", False, id="mac-far-away"),
        pytest.param({}, "win32", True, id="windows"),
        pytest.param({"SSH_CONNECTION": "a"}, "win32", False, id="windows-far-away"),
    ],
)
def test_the_clipboard_of_a_machine_far_away_is_left_alone(
    environment: Mapping[str, str], platform: str, expected: bool
) -> None:
    assert has_system_clipboard(environment, platform) is expected


def _pyperclip(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Put another pyperclip before the real one, for the process that copies."""
    (folder / "pyperclip.py").write_text(code, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


KEEPS = "from pathlib import Path\nfile = Path({file!r})\ndef copy(text): file.write_text(text, 'utf-8')\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param(KEEPS + "def paste(): return file.read_text('utf-8')", True, id="arrives"),
        pytest.param(
            KEEPS + "def paste(): return file.read_text('utf-8').replace('\\n', '\\r\\n') + '\\r\\n'",
            True,
            id="other-line-ends",
        ),
        pytest.param(KEEPS + "def paste(): return 'what was there before'", False, id="does-not-arrive"),
        pytest.param("def copy(text): raise RuntimeError('no display')", False, id="fails"),
        pytest.param("raise ImportError", False, id="not-installed"),
        pytest.param("import time\ndef copy(text): time.sleep(60)", False, id="hangs"),
    ],
)
def test_the_systems_clipboard_is_read_back_before_it_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], code: str, expected: bool
) -> None:
    kept = tmp_path / "kept"
    _pyperclip(tmp_path, monkeypatch, code.replace("{file!r}", repr(str(kept))))
    monkeypatch.setattr(clipboard, "SECONDS", 20.0 if "sleep" not in code else 0.5)
    assert copy_to_system("内線\t4041\n") is expected
    assert not expected or kept.read_text(encoding="utf-8") == "内線\t4041\n"
    assert capfd.readouterr() == ("", "")


def test_starting_the_chat_loads_nothing_of_copying() -> None:
    code = "import sys, assistant.tui.app; print([m for m in sys.modules if 'pyperclip' in m or 'assistant.export' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Selecting with the mouse

TEXT = "全ゲノム解析の内線は4041です。\n・健康局 難病対策課\nAMED 研究費"


async def _prose(chat: Chat, width: int, prefix: Content | None = None) -> Prose:
    prose = Prose(TEXT, prefix=prefix)
    prose.styles.width = width
    await chat.screen.query_one("#body").mount(Container(prose), before=0)
    await chat.settle()
    return prose


@pytest.mark.parametrize("width", [8, 10, 15, 40])
async def test_selected_text_is_the_source_text_whatever_the_width(width: int) -> None:
    async with chatting() as chat:
        prose = await _prose(chat, width)
        lines = prose.render().plain.split("\n")
        assert prose.get_selection(Selection(None, None)) == (TEXT, "\n")
        for y, line in enumerate(lines):
            whole = prose.get_selection(Selection(Offset(0, y), Offset(len(line), y)))[0]
            assert whole == line.strip()
            for x in range(len(line) - len(line.lstrip()), len(line)):
                assert prose.get_selection(Selection(Offset(x, y), Offset(x + 1, y)))[0] == line[x]
        joined = prose.get_selection(Selection(Offset(0, 0), Offset(len(lines[-1]), len(lines) - 1)))[0]
        assert joined == TEXT


async def test_a_prefix_is_selected_with_its_text_as_it_is_seen() -> None:
    async with chatting() as chat:
        prose = await _prose(chat, 12, Content("出典  "))
        assert prose.get_selection(Selection(None, None))[0] == f"出典  {TEXT}"
        assert prose.get_selection(Selection(Offset(1, 0), Offset(6, 0)))[0] == "典  全ゲ"
        assert prose.get_selection(Selection(Offset(0, 1), Offset(99, 1)))[0] == prose.render().plain.split("\n")[1].strip()


async def test_text_dragged_over_with_the_mouse_is_copied_with_ctrl_c() -> None:
    async with chatting(size=(60, 24)) as chat:
        await chat.ask(ASKED["amount"]["ja"])
        prose = next(prose for prose in chat.screen.query(Prose) if prose.plain.startswith("49億円（案）"))
        first, *others = prose.render().plain.split("\n")
        assert others
        x, y = prose.content_region.offset
        await chat.pilot.mouse_down(offset=(x, y))
        await chat.pilot.hover(offset=(x + 3, y))
        await chat.pilot.hover(offset=(x + 4, y + 1))
        await chat.pilot.mouse_up(offset=(x + 4, y + 1))
        await chat.settle()
        selected = chat.screen.get_selected_text() or ""
        assert prose.plain.startswith(selected)
        assert len(selected) in (len(first) + 2, len(first) + 3)
        assert await press(chat, "ctrl+c") == selected
        assert words.A_SELECTION.format(count=len(selected)).ja in said(chat)


async def test_ctrl_c_without_a_selection_still_says_how_to_leave() -> None:
    async with chatting() as chat:
        assert await press(chat, "ctrl+c") == ""
        assert "Ctrl+Q" in str(chat.prompt.border_title)


async def test_a_table_is_selected_as_aligned_lines() -> None:
    async with chatting(size=(100, 30)) as chat:
        await chat.ask(ASKED["total"]["ja"])
        view = chat.screen.query_one(TableView)
        lines = [line.text for line in view.lines(view.content_size.width)]
        number = next(index for index, line in enumerate(lines) if "創薬ベンチャー" in line)
        assert view.get_selection(Selection(Offset(0, number), Offset(len(lines[number]), number))) == (lines[number], "\n")
