"""Pictures of every card, panel, overlay, theme and language, pinned. Look at each before accepting a change.

`uv run pytest -n0 tests/tui/test_snapshots.py --snapshot-update` takes them anew. Fixed: size, theme, language, a caret that
does not blink, and the embedded data; there is no clock on the screen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from assistant.answer.model import Language
from assistant.tui.app import ChatApp
from assistant.tui.themes import THEMES
from tests.tui.scenes import ALL_IN_ONE, PANELS, SCENES, SIZES, Scene, every, open_chat, play
from tests.tui.stub import StubDesk

SnapCompare = Callable[..., bool]
Act = Callable[[Pilot[None]], Awaitable[None]]
SMALL, LARGE = SIZES


def _acting(app: ChatApp, scene: Scene, language: Language, theme: str = "sumi") -> tuple[ChatApp, Act]:
    async def act(pilot: Pilot[None]) -> None:
        await play(pilot, scene, language, theme)

    return app, act


@pytest.mark.parametrize(
    ("scene", "language", "size"),
    [pytest.param(scene, language, size, id=name) for name, scene, language, size in every()],
)
def test_the_screen_looks_as_it_was_approved(
    snap_compare: SnapCompare, scene: Scene, language: Language, size: tuple[int, int]
) -> None:
    app, act = _acting(open_chat(language), scene, language)
    assert snap_compare(app, terminal_size=size, run_before=act)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES[1:]])
def test_a_theme_looks_as_it_was_approved(
    snap_compare: SnapCompare, theme: str, language: Language, size: tuple[int, int]
) -> None:
    app, act = _acting(open_chat(language), ALL_IN_ONE, language, theme)
    assert snap_compare(app, terminal_size=size, run_before=act)


@pytest.mark.parametrize("name", ["totals", "follow-up", "source", "programmes", "directory", "suggestions"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_smallest_screen_looks_as_it_was_approved(snap_compare: SnapCompare, name: str, language: Language) -> None:
    app, act = _acting(open_chat(language), SCENES[name], language)
    assert snap_compare(app, terminal_size=(60, 20), run_before=act)


@pytest.mark.parametrize("scene", [ALL_IN_ONE, PANELS["source"]], ids=["cards", "panel"])
def test_without_colours_the_screen_looks_as_it_was_approved(
    snap_compare: SnapCompare, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app, act = _acting(open_chat("ja"), scene, "ja")
    assert snap_compare(app, terminal_size=LARGE, run_before=act)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_fault_looks_as_it_was_approved(snap_compare: SnapCompare, language: Language) -> None:
    stub = StubDesk()
    stub.failures = 1
    app, act = _acting(open_chat(language, lambda: stub), Scene(("全ゲノムの予算は？",), ("how much?",)), language)
    assert snap_compare(app, terminal_size=SMALL, run_before=act)
