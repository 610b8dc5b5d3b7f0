"""Nobody's machine leaks into these tests: no locale, colours or themes from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # as run_chat does, before the first import of textual


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))  # nobody's earlier questions
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):  # nobody's clipboard is written to
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "far away")
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path / "config"))
