"""Put what the commands really print into the documents: `uv run python docs/make_outputs.py`.

Every ```console block holds commands, each on a line that begins with `$ `, and what they print. With --check nothing
is written, and the exit status says whether anything would change.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "README.ja.md", "docs/reading.md")
PROGRAM = "budget-assistant"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def printed(command: str) -> str:
    """Return what one of our commands prints, as it does in a folder of its own and in no particular locale."""
    program, *words = shlex.split(command)
    if program != PROGRAM:
        raise ValueError(f"not one of our commands: {command}")
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *words], capture_output=True, env=environment, cwd=ROOT, check=False
    )
    return (done.stdout or done.stderr).decode()


def renewed(text: str) -> str:
    """Return a document with the outputs of its blocks made anew."""

    def block(match: re.Match[str]) -> str:
        commands = _COMMAND.findall(match[1])
        return "```console\n" + "\n".join(f"$ {command}\n{printed(command)}" for command in commands) + "```"

    return _BLOCK.sub(block, text)


def main(arguments: list[str]) -> int:
    """Renew every document, or say which would change."""
    changed = []
    for name in DOCUMENTS:
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new = renewed(old)
        if new != old:
            changed.append(name)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8", newline="\n")
    for name in changed:
        print(f"{name}: {'would change' if '--check' in arguments else 'renewed'}")
    return int(bool(changed) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
