"""Exporting: what is offered, where it goes, what is in the way, and what is in the file; and settings in the chat."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from textual.widgets import Input

from assistant import settings
from assistant.answer.model import Language
from assistant.settings import Settings
from assistant.tui.app import ChatApp
from assistant.tui.screens import export_screen
from assistant.tui.screens.export_screen import ExportScreen
from assistant.tui.widgets.choice import ChoiceRow
from assistant.tui.widgets.prose import Prose
from assistant.tui.words import taking as words
from assistant.tui.words.chat import PROMPT_TITLE, TITLE
from assistant.tui.words.phrase import Phrase
from tests.tui.driver import Chat, chatting
from tests.tui.test_copying import ASKED, said


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let every test stand in an empty folder of its own."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


async def opened(chat: Chat, *kinds: str, language: Language = "ja") -> ExportScreen:
    """Ask questions of these kinds and open the dialog."""
    for kind in kinds:
        await chat.ask(ASKED[kind][language])
    await chat.pilot.press("f9")
    await chat.settle()
    screen = chat.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


async def typed(chat: Chat, path: str) -> None:
    """Put a path into the dialog and press Enter."""
    field = chat.app.screen.query_one(Input)
    field.value = path
    await chat.pilot.press("enter")
    await chat.settle()


def told(screen: ExportScreen) -> str:
    """Return what stands below the path."""
    return screen.query_one("#said").query_one(Prose).plain


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("downs", "suffix", "begins"),
    [
        pytest.param(0, ".md", {"ja": "# 予算アシスタントの記録", "en": "# Conversation"}, id="markdown"),
        pytest.param(1, ".csv", {"ja": "\ufeff事業,所管", "en": "\ufeffProgramme,"}, id="csv"),
        pytest.param(2, ".jsonl", {"ja": '{"question": "全ゲノム', "en": '{"question": "How much'}, id="json-lines"),
    ],
)
async def test_each_kind_is_written_to_a_file_of_its_suffix_and_the_full_path_is_named(
    folder: Path, language: Language, downs: int, suffix: str, begins: dict[str, str]
) -> None:
    async with chatting(language) as chat:
        await opened(chat, "amount", "refusal", "total", language=language)
        await chat.pilot.press(*["down"] * downs, "enter")
        await chat.settle()
        assert chat.app.screen is chat.screen
        assert chat.prompt.has_focus
        (file,) = folder.iterdir()
        assert re.fullmatch(r"budget-assistant-\d{8}-\d{4}", file.stem)
        assert file.suffix == suffix
        assert file.read_bytes().decode().startswith(begins[language])
        assert words.EXPORTED[language].split("\n")[0] in said(chat)
        assert str(file) in chat.app._notifications._notifications.popitem()[1].message.replace("\n", "")


async def test_the_conversation_holds_every_turn_its_refusals_and_its_document(folder: Path) -> None:
    async with chatting() as chat:
        await opened(chat, "amount", "refusal", "total")
        await typed(chat, "a.md")
    text = (folder / "a.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [ASKED[kind]["ja"] for kind in ("amount", "refusal", "total")]
    parts = ["資料：「主な事項」", "**資料にありません**", "| 創薬ベンチャーエコシステム強化事業 | 経済産業省 | 3,000億円 |"]
    assert [part for part in parts if part not in text] == []


async def test_answers_of_both_languages_stand_in_one_export_in_the_order_asked(folder: Path) -> None:
    async with chatting("ja") as chat:
        await chat.ask(ASKED["amount"]["ja"])
        await chat.pilot.press("f2")
        await opened(chat, "contact", language="en")
        await chat.pilot.press("up")
        await typed(chat, "a.jsonl")
    lines = (folder / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["ja", "en"]


@pytest.mark.parametrize(("bom", "hint"), [(True, words.BOM_HINT), (False, words.NO_BOM_HINT)])
async def test_the_setting_decides_whether_csv_begins_with_a_byte_order_mark(folder: Path, bom: bool, hint: Phrase) -> None:
    settings.save("csv_bom", bom)
    async with chatting() as chat:
        screen = await opened(chat, "total")
        await chat.pilot.press("down")
        await chat.settle()
        assert told(screen) == hint.ja
        await typed(chat, "a.csv")
    written = (folder / "a.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") is bom
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["事業", "所管", "予算額（案）（円）"]
    assert rows[3] == ["創薬ベンチャーエコシステム強化事業", "経済産業省", "300000000000"]


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_without_an_answer_there_is_nothing_to_export(language: Language) -> None:
    async with chatting(language) as chat:
        await chat.pilot.press("f9")
        await chat.settle()
        assert chat.app.screen is chat.screen
        assert said(chat).replace(" ", "") == words.NOTHING_TO_EXPORT[language].replace(" ", "")


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_table_that_there_is_not_cannot_be_chosen_with_keys_or_mouse(language: Language) -> None:
    async with chatting(language) as chat:
        screen = await opened(chat, "amount", language=language)
        assert words.NO_CSV[language] in chat.text()
        await chat.pilot.press("down")
        await chat.settle()
        assert screen.kind == "answers"
        assert screen.query_one(Input).value.endswith(".jsonl")
        await chat.pilot.click(list(screen.query(ChoiceRow))[1])
        await chat.settle()
        assert screen.kind == "answers"
        await chat.pilot.click(next(iter(screen.query(ChoiceRow))))
        await chat.settle()
        assert screen.query_one(Input).value.endswith(".md")
        assert "(*)" in next(
            line for line in chat.lines() if words.A_CONVERSATION[language].split("（")[0].split(" (")[0] in line
        )


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_file_that_is_there_is_replaced_with_the_second_enter_only(folder: Path, language: Language) -> None:
    (folder / "a.md").write_text("mine", encoding="utf-8")
    async with chatting(language) as chat:
        screen = await opened(chat, "amount", language=language)
        await typed(chat, "a.md")
        assert told(screen) == words.EXISTS[language]
        assert (folder / "a.md").read_text(encoding="utf-8") == "mine"
        await chat.pilot.press("enter")
        await chat.settle()
        assert (folder / "a.md").read_text(encoding="utf-8").startswith("# ")
        assert chat.app.screen is chat.screen


async def test_agreeing_to_replace_one_file_is_not_agreeing_to_replace_another(folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text("mine", encoding="utf-8")
    async with chatting() as chat:
        screen = await opened(chat, "amount")
        await typed(chat, "a.md")
        await typed(chat, "b.md")
        assert told(screen) == words.EXISTS.ja
        await typed(chat, "a.md")
        assert told(screen) == words.EXISTS.ja
    assert {path.read_text(encoding="utf-8") for path in folder.iterdir()} == {"mine"}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("missing/a.md", {"ja": "がありません", "en": "There is no folder"}, id="no-folder"),
        pytest.param("~nobody-of-that-name/a.md", {"ja": "使えません", "en": "cannot be a file name"}, id="nobody"),
        pytest.param("x" * 300 + ".md", {"ja": "別の名前", "en": "Type another"}, id="too-long"),
    ],
)
async def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    folder: Path, language: Language, path: str, message: dict[str, str]
) -> None:
    async with chatting(language) as chat:
        screen = await opened(chat, "amount", language=language)
        await typed(chat, path)
        assert message[language] in told(screen)
        assert screen.query_one(Input).value == path
        assert list(folder.iterdir()) == []
        await typed(chat, "a.md")
        assert [file.name for file in folder.iterdir()] == ["a.md"]


async def test_escape_writes_nothing_and_the_keys_go_back_to_the_prompt(folder: Path) -> None:
    async with chatting() as chat:
        await opened(chat, "amount")
        await chat.pilot.press("escape")
        await chat.settle()
        assert chat.app.screen is chat.screen
        assert chat.prompt.has_focus
        assert list(folder.iterdir()) == []


async def test_the_dialog_speaks_the_other_language_at_once_and_keeps_what_was_typed() -> None:
    async with chatting("ja") as chat:
        screen = await opened(chat, "amount")
        screen.query_one(Input).value = "名前.md"
        await chat.pilot.press("f2")
        await chat.settle()
        assert words.EXPORT_HEADING.en in chat.text()
        assert words.A_CONVERSATION.format(count=1).en in chat.text()
        assert words.WRITE_KEY.en in chat.text()
        assert screen.query_one(Input).value == "名前.md"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
async def test_all_of_the_dialog_fits(language: Language, size: tuple[int, int]) -> None:
    async with chatting(language, size=size) as chat:
        await opened(chat, "total", language=language)
        await chat.pilot.press("down")
        await chat.settle()
        parts = [words.EXPORT_HEADING, words.A_CONVERSATION.format(count=1), words.A_CSV.format(rows=6), words.WRITE_KEY]
        assert [part[language] for part in parts if part[language] not in chat.text()] == []


# Settings


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_the_language_of_the_settings_is_spoken_and_answered_in(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8" if language == "ja" else "ja_JP.UTF-8")
    settings.save("language", language)
    async with chatting(None) as chat:
        assert PROMPT_TITLE[language] in chat.text()
        await chat.ask(ASKED["amount"]["en" if language == "ja" else "ja"])
        assert chat.stub.asked[-1][1] == language


async def test_a_language_of_the_command_goes_before_the_settings() -> None:
    settings.save("language", "en")
    async with chatting("ja") as chat:
        assert chat.app.title == TITLE.ja


async def test_what_is_chosen_in_the_chat_is_remembered() -> None:
    async with chatting("ja") as chat:
        await chat.pilot.press("f2")
        chat.app.action_use_theme("washi")
        chat.app.action_use_layout("compact")
        await chat.settle()
    assert settings.load() == Settings(language="en", theme="washi", layout="compact")
    async with chatting(None) as chat:
        assert (chat.app.language, chat.app.theme, chat.screen.layout_name) == ("en", "washi", "compact")
        assert chat.screen.has_class("-compact")


async def test_going_back_to_the_first_theme_is_remembered_too() -> None:
    async with chatting() as chat:
        for name in ("washi", "sumi"):
            chat.app.action_use_theme(name)
            await chat.settle()
    assert settings.load().theme == "sumi"


async def test_a_start_writes_no_settings() -> None:
    async with chatting() as chat:
        await chat.ask(ASKED["amount"]["ja"])
    assert not settings.path().exists()


@pytest.mark.parametrize(
    ("language", "parts"),
    [("ja", ["既定の設定で始めました", "language は", '"fr"']), ("en", ["started with the defaults", "language in", '"fr"'])],
)
async def test_a_wrong_settings_file_is_told_and_the_chat_starts_with_the_defaults(
    language: Language, parts: list[str]
) -> None:
    file = settings.path()
    file.parent.mkdir(parents=True)
    file.write_text('language = "fr"\ntheme = "washi"\n', encoding="utf-8")
    async with chatting(language) as chat:
        assert [part for part in parts if part not in said(chat)] == []
        assert chat.app.theme == Settings().theme
        await chat.ask(ASKED["amount"][language])
        assert "49" in chat.text() or "4.9" in chat.text()
        chat.app.action_use_theme("washi")
        await chat.settle()
        assert words.NOT_REMEMBERED[language].split("、")[0].split(",")[0] in said(chat)
    assert file.read_text(encoding="utf-8") == 'language = "fr"\ntheme = "washi"\n'


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_theme_that_does_not_exist_is_told(language: Language) -> None:
    settings.save("theme", "[red]nothing")
    async with chatting(language) as chat:
        assert "[red]nothing" in said(chat)
        assert chat.app.theme == Settings().theme


async def test_an_app_without_a_screen_yet_reads_its_settings() -> None:
    settings.save("clipboard", "off")
    assert ChatApp(lambda: None).settings.clipboard == "off"  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_a_fault_nobody_foresaw_is_told_in_the_dialog(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr(export_screen, "write", broken)
    async with chatting(language) as chat:
        screen = await opened(chat, "amount", language=language)
        await typed(chat, "out.md")
        assert told(screen).replace("\n", " ") == words.NOT_EXPORTED.format(cause="RuntimeError: out of ink")[language]
