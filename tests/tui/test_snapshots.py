"""Pictures of what people see most, pinned. Look at each before accepting a change: `pytest … --snapshot-update`.

Fixed: size, theme, language, a caret that does not blink, and answers from the stub; there is no clock on the screen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from assistant.answer.model import Language
from assistant.tui.app import ChatApp
from assistant.tui.themes import SUMI, WASHI
from assistant.tui.widgets.prompt import Prompt
from tests.tui.driver import send, settle
from tests.tui.stub import StubDesk

SnapCompare = Callable[..., bool]
SMALL = (80, 24)
LARGE = (120, 36)

SCENES: list[tuple[str, Language, tuple[int, int], list[str], list[str]]] = [
    ("welcome-ja-80x24", "ja", SMALL, [], []),
    ("welcome-en-80x24", "en", SMALL, [], []),
    ("welcome-ja-120x36", "ja", LARGE, [], []),
    ("welcome-en-120x36", "en", LARGE, [], []),
    ("amount-ja-80x24", "ja", SMALL, ["全ゲノムの予算は？"], []),
    ("amount-en-80x24", "en", SMALL, ["how much is the whole genome programme?"], []),
    ("table-ja-80x24", "ja", SMALL, ["全部の合計は？"], []),
    ("table-ja-120x36", "ja", LARGE, ["全部の合計は？"], []),
    ("table-en-120x36", "en", LARGE, ["total of all programmes?"], []),
    ("table-with-all-sources-ja-120x36", "ja", LARGE, ["全部の合計は？"], ["f3"]),
    ("table-narrow-ja-44x30", "ja", (44, 30), ["全部の合計は？"], []),
    ("contact-ja-80x24", "ja", SMALL, ["全ゲノムの内線は？"], []),
    ("contact-en-120x36", "en", LARGE, ["whole genome extension?"], []),
    ("clarify-ja-80x24", "ja", SMALL, ["内線はどの課？"], []),
    ("clarify-en-120x36", "en", LARGE, ["which extension?"], []),
    ("clarify-with-the-keys-ja-80x24", "ja", SMALL, ["内線はどの課？"], ["tab", "down"]),
    ("refusal-ja-80x24", "ja", SMALL, ["脳の内線は？"], []),
    ("refusal-en-80x24", "en", SMALL, ["brain extension?"], []),
    ("outside-ja-80x24", "ja", SMALL, ["天気は？"], []),
    ("conversation-ja-120x36", "ja", LARGE, ["全ゲノムの予算は？", "脳の内線は？", "内線はどの課？"], []),
    ("help-ja-80x24", "ja", SMALL, [], ["f1"]),
    ("help-en-120x36", "en", LARGE, [], ["f1"]),
]


def _scene(
    language: Language, questions: list[str], keys: list[str], theme: str = SUMI.name, failures: int = 0
) -> tuple[ChatApp, Callable[[Pilot[None]], Awaitable[None]]]:
    stub = StubDesk()
    stub.failures = failures

    async def act(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await settle(pilot)
        pilot.app.screen.query_one(Prompt).cursor_blink = False
        for question in questions:
            await send(pilot, question)
            await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return ChatApp(lambda: stub, language=language), act


@pytest.mark.parametrize(("language", "size", "questions", "keys"), [s[1:] for s in SCENES], ids=[s[0] for s in SCENES])
def test_the_screen_looks_as_it_was_approved(
    snap_compare: SnapCompare, language: Language, size: tuple[int, int], questions: list[str], keys: list[str]
) -> None:
    app, act = _scene(language, questions, keys)
    assert snap_compare(app, terminal_size=size, run_before=act)


def test_the_light_theme_looks_as_it_was_approved(snap_compare: SnapCompare) -> None:
    app, act = _scene("ja", ["全ゲノムの内線は？", "脳の内線は？"], [], theme=WASHI.name)
    assert snap_compare(app, terminal_size=LARGE, run_before=act)


def test_without_colours_the_screen_looks_as_it_was_approved(
    snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, act = _scene("ja", ["脳の内線は？", "内線はどの課？"], ["tab"])
    assert snap_compare(app, terminal_size=LARGE, run_before=act)


def test_a_fault_looks_as_it_was_approved(snap_compare: SnapCompare) -> None:
    app, act = _scene("ja", ["全ゲノムの予算は？"], [], failures=1)
    assert snap_compare(app, terminal_size=SMALL, run_before=act)
