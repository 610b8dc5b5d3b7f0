"""Copying: through the terminal (OSC 52, which no terminal confirms) and to the system's clipboard where there is one.

The system's clipboard is written, and read back, by a process of its own: the tools behind it may hang, and they complain on
standard error, which is the screen. Nothing here raises; what did not arrive is not said to have arrived.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Literal

from textual.app import App

from assistant.settings import ClipboardWay
from assistant.text.printable import printable

SECONDS = 3.0
"""So long the system's clipboard may take."""
Reached = Literal["system", "terminal", "nothing"]
_COPY = """
import sys, pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste().replace("\\r\\n", "\\n").rstrip("\\n") != text.rstrip("\\n"))
"""


async def copy(app: App[Any], text: str, way: ClipboardWay) -> Reached:
    """Copy a text without anything in it that could steer a terminal, and return how far it surely got."""
    if way == "off":
        return "nothing"
    safe = "\t".join(map(printable, text.split("\t")))
    app.copy_to_clipboard(safe)
    if way == "both" and has_system_clipboard() and await asyncio.to_thread(copy_to_system, safe):
        return "system"
    return "terminal"


def has_system_clipboard(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether there is likely a clipboard on the machine that the person sits at: not on the far side of a remote login."""
    remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if platform in ("win32", "darwin", "cygwin"):
        return not remote
    display = bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return display or ("WSL_DISTRO_NAME" in environment and not remote)


def copy_to_system(text: str) -> bool:
    """Put a text on the system's clipboard and tell whether it is there; takes up to `SECONDS`."""
    words = [sys.executable, "-P", "-c", _COPY]
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(words, input=text.encode(), stdout=quiet, stderr=quiet, timeout=SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
