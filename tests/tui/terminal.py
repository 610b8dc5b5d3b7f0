"""A terminal for tests: the chat runs in it as it does for people, bytes go in, and the screen is what was written.

pyte keeps the screen. What it does not know is taken out before: Kitty's and other private sequences, and OSC.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte

PATIENCE = 20.0
"""Seconds until a screen that does not come counts as a failure; nothing waits for them where it does come."""
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*|\][^\x07\x1b]*)?\Z")


class Terminal:
    """A chat in a pseudo-terminal, with a stub behind it that writes down what it is asked."""

    def __init__(self, log: Path, *, columns: int = 80, rows: int = 24, module: str = "tests.tui.chat_in_terminal") -> None:
        self.written = b""
        self._log = log
        self._rest = b""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        self._name = os.ttyname(slave)
        self._set_size(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, str(log)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=_environment(),
            start_new_session=True,
        )
        os.close(slave)

    # What a person does

    def send(self, *pieces: bytes | str) -> None:
        """Send bytes, each piece so that the chat reads it on its own."""
        for piece in pieces:
            os.write(self._master, piece.encode() if isinstance(piece, str) else piece)
            if len(pieces) > 1:
                self._until_read()

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window, as a terminal does."""
        self._set_size(columns, rows)
        self.screen.resize(rows, columns)
        os.killpg(self.process.pid, signal.SIGWINCH)

    # What a person sees

    @property
    def lines(self) -> list[str]:
        """The screen, line by line; the second cell of a wide character is not counted."""
        return [
            "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)).rstrip()
            for y in range(self.screen.lines)
        ]

    @property
    def prompt(self) -> str:
        """What stands in the prompt."""
        rows = [number for number, line in enumerate(self.lines) if line.lstrip().startswith("╰")]
        return self.lines[rows[-1] - 1].strip().strip("│").strip() if rows else ""

    @property
    def caret(self) -> tuple[int, int]:
        """Column and row of the terminal's own caret, where an input method shows its candidates."""
        return self.screen.cursor.x, self.screen.cursor.y

    @property
    def asked(self) -> list[str]:
        """The questions that were sent so far."""
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [json.loads(line) for line in lines]

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Read what is written until something is seen. Fails with the screen where it never is."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError("\n".join([f"never seen: {what}", *self.lines, f"asked: {self.asked}"]))
            self._read(min(left, 0.02))

    def until_prompt(self, text: str) -> None:
        """Wait until the prompt holds a text."""
        self.until(lambda: self.prompt == text, f"{text!r} in the prompt")

    def until_line(self, text: str) -> None:
        """Wait until a line of the screen holds a text."""
        self.until(lambda: any(text in line for line in self.lines), f"{text!r} on the screen")

    def leave(self) -> int:
        """Press Ctrl+Q, wait for the end, and return the exit status."""
        self.send(b"\x11")
        self.until(lambda: self.process.poll() is not None, "the end")
        while self._read(0):
            pass
        return self.process.wait()

    def hang_up(self) -> int:
        """Close the window without a signal, and return the exit status of the chat."""
        os.close(self._master)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the chat, however it is."""
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65_536)
        except OSError:  # the other end is closed
            return False
        self.written += data
        data = _UNKNOWN.sub(b"", self._rest + data)
        unfinished = _UNFINISHED.search(data)
        self._rest = unfinished[0] if unfinished else b""
        self._stream.feed(data[: len(data) - len(self._rest)])
        return bool(data)

    def _until_read(self) -> None:
        """Wait until the chat has taken what was sent."""
        waiting = struct.pack("i", 0)
        slave = os.open(self._name, os.O_RDWR | os.O_NOCTTY)
        try:
            self.until(lambda: fcntl.ioctl(slave, termios.FIONREAD, waiting) == struct.pack("i", 0), "the bytes taken")
        finally:
            os.close(slave)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _environment(extra: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Return an environment of a terminal with colours, in which nothing says how keys are reported."""
    left_out = ("TEXTUAL_DISABLE_KITTY_KEY", "NO_COLOR", "TEXTUAL_DRIVER", "TMUX", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "ja_JP.UTF-8", "PYTHONUTF8": "1", **dict(extra)}
