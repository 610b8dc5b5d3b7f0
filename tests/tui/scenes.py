"""What people see most, as steps that lead there: for pinned pictures, and for looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.pilot import Pilot

from assistant.answer.model import Language
from assistant.tui.app import ChatApp, open_desk
from assistant.tui.protocols import DeskFactory
from assistant.tui.screens.chat_screen import ChatScreen
from assistant.tui.themes import SUMI
from tests.tui.driver import send, settle

SIZES = ((80, 24), (120, 36))
LANGUAGES: tuple[Language, ...] = ("ja", "en")


@dataclass(frozen=True)
class Scene:
    """Questions in both languages, and then keys; a step that begins with `=` is typed."""

    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    typed: tuple[str, str] = ("", "")
    after: tuple[str, ...] = ()


CARDS = {
    "welcome": Scene(),
    "amount": Scene(("全ゲノムの予算は？",), ("What is the budget of the whole genome programme?",)),
    "approximate": Scene(("全ゲノムのAMED研究費は？",), ("How much of the whole genome budget is AMED research funds?",)),
    "share": Scene(("基金は全体の何％？",), ("What share of the total are the funds?",)),
    "contact": Scene(("結核感染症課の内線は？",), ("What is the extension of the tuberculosis division?",)),
    "contacts": Scene(("全ゲノムの担当は？",), ("Who is in charge of the whole genome programme?",)),
    "totals": Scene(("省庁ごとの合計は？",), ("Totals by ministry",)),
    "ranking": Scene(("金額の大きい順に全部",), ("Rank all programmes by budget",)),
    "text": Scene(("創薬ベンチャーの目的は？",), ("What is the purpose of the drug discovery venture programme?",)),
    "clarify": Scene(("スタートアップの事業の予算は？",), ("What is the budget of the startup programme?",)),
    "refusal": Scene(("脳の内線は？",), ("What is the extension of the brain programme?",)),
    "outside": Scene(("明日の天気は？",), ("What is the weather like?",)),
    "follow-up": Scene(
        ("全ゲノムの予算は？", "内線は？"), ("What is the budget of the whole genome programme?", "and the extension?")
    ),
    "sorted": Scene(("省庁ごとの合計は？",), ("Totals by ministry",), keys=("tab", "right", "enter")),
}
PANELS = {
    "source": Scene(("全ゲノムの予算は？",), ("What is the budget of the whole genome programme?",), keys=("f3",)),
    "programmes": Scene(keys=("f4",)),
    "card": Scene(keys=("f4",), after=("down", "down", "enter")),
    "directory": Scene(keys=("f5",)),
    "extension": Scene(keys=("f5",), typed=("けっかく", "8133"), after=("enter",)),
}
OVERLAYS = {
    "suggestions": Scene(typed=("ぜんげ", "genom"), after=("down",)),
    "history": Scene(
        ("全ゲノムの予算は？", "脳の内線は？"), ("Totals by ministry", "What is the extension of the brain programme?"),
        keys=("ctrl+r",),
    ),
    "palette": Scene(keys=("ctrl+p",)),
    "help": Scene(keys=("f1",)),
    "export": Scene(
        ("省庁ごとの合計は？",), ("Totals by ministry",),
        keys=("f9", "ctrl+e", "ctrl+u"), typed=("/home/me/talk.md", "/home/me/talk.md"),
    ),
}  # fmt: skip
SCENES = {**CARDS, **PANELS, **OVERLAYS}
ALL_IN_ONE = Scene(
    ("全ゲノムの予算は？", "内線は？", "脳の内線は？"),
    (
        "What is the budget of the whole genome programme?",
        "and the extension?",
        "What is the extension of the brain programme?",
    ),
)


def every() -> Iterator[tuple[str, Scene, Language, tuple[int, int]]]:
    """Yield each scene in both languages and sizes, with its name."""
    for name, scene in SCENES.items():
        for language in LANGUAGES:
            for size in SIZES:
                yield f"{name}-{language}-{size[0]}x{size[1]}", scene, language, size


def open_chat(language: Language, factory: DeskFactory | None = None) -> ChatApp:
    """Return a chat on the embedded data."""
    return ChatApp(factory or open_desk(None), language=language)


async def play(pilot: Pilot[None], scene: Scene, language: Language, theme: str = SUMI.name) -> None:
    """Lead a chat to a scene, its caret not blinking."""
    pilot.app.theme = theme
    await settle(pilot)
    chat = pilot.app.screen
    assert isinstance(chat, ChatScreen)
    chat.prompt.cursor_blink = False
    for question in scene.ja if language == "ja" else scene.en:
        await send(pilot, question)
        await settle(pilot)
    for keys in (scene.keys, tuple(scene.typed[0 if language == "ja" else 1]), scene.after):
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
    for field in pilot.app.screen.query("Input"):
        field.cursor_blink = False  # type: ignore[attr-defined]
    pilot.app.clear_notifications()
    await settle(pilot)
