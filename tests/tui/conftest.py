"""Nobody's machine leaks into these tests: no locale, colours or themes from outside."""

from __future__ import annotations

import os

import pytest

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # as run_chat does, before the first import of textual


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(variable, raising=False)
