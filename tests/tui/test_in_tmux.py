"""The chat from a terminal's first line to its last: started in tmux, asked in Japanese, left, and the terminal clean."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux here: the scripted run needs a terminal")
PATIENCE = 30.0


class Tmux:
    """One session of a tmux server of its own, with a shell in it."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "socket")
        self.run("-f", os.devnull, "new-session", "-d", "-x", "100", "-y", "36", "env PS1='ready> ' sh")
        self.until(lambda: "ready>" in self.screen(), "the shell")

    def run(self, *words: str) -> str:
        """Run a command of tmux and return what it prints."""
        assert TMUX is not None
        environment = {**{name: value for name, value in os.environ.items() if name != "TMUX"}, "LANG": "C.UTF-8"}
        done = subprocess.run(
            [TMUX, "-u", "-S", self._socket, *words],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
            encoding="utf-8",
        )
        return done.stdout

    def screen(self) -> str:
        """Return what the terminal shows."""
        return self.run("capture-pane", "-p")

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        """Press keys by their names."""
        self.run("send-keys", *keys)

    def flag(self, name: str) -> str:
        """Return what tmux knows of the terminal."""
        return self.run("display-message", "-p", f"#{{{name}}}").strip()

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Look until something is seen. Fails with the screen where it never is."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < deadline, f"never seen: {what}\n{self.screen()}"

    def until_screen(self, text: str) -> None:
        """Wait until the screen holds a text."""
        self.until(lambda: text in self.screen(), text)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """Start a terminal, and end it."""
    terminal = Tmux(tmp_path)
    try:
        yield terminal
    finally:
        terminal.run("kill-server")


def test_a_conversation_from_start_to_a_clean_terminal(tmux: Tmux, tmp_path: Path) -> None:
    tmux.run("set-option", "-g", "set-clipboard", "on")
    tmux.type(f"{shlex.quote(sys.executable)} -m assistant --language ja; echo status=$?")
    tmux.press("Enter")
    tmux.until_screen("質問を入力して Enter")
    assert tmux.flag("alternate_on") == "1"
    tmux.type("全ゲノムの予算はいくら？")
    tmux.until_screen("│  全ゲノムの予算はいくら？")
    tmux.press("Enter")
    tmux.until_screen("49億円")
    tmux.until_screen("出典")
    tmux.press("F6")
    tmux.until_screen("答えと出典")
    tmux.until(lambda: "49億円" in tmux.run("show-buffer"), "the answer in the terminal's clipboard")
    exported = tmp_path / "talk.md"
    tmux.press("F9")
    tmux.until_screen("会話全体")
    tmux.press("C-e", "C-u")
    tmux.type(str(exported))
    tmux.press("Enter")
    tmux.until_screen("書き出しました")
    assert "全ゲノムの予算はいくら？" in exported.read_text(encoding="utf-8")
    tmux.press("C-q")
    tmux.until_screen("\nstatus=")
    assert "status=0" in tmux.screen()
    assert (tmux.flag("alternate_on"), tmux.flag("cursor_flag"), tmux.flag("mouse_any_flag")) == ("0", "1", "0")
    tmux.type("echo x''y")
    tmux.press("Enter")
    tmux.until_screen("\nxy")
