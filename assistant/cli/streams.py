"""Standard input, output and error as this program uses them: UTF-8 whatever the code page, and nothing raw for people.

Redirected output is always UTF-8. A terminal that speaks another code page keeps it; what it cannot show is replaced.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

LONGEST_LINE = 65_536
"""Bytes of one line of standard input that are kept; the rest of a longer line is skipped: memory stays bounded."""
_BOM = codecs.BOM_UTF8


def prepare() -> None:
    """Make standard output and error safe to write any text to."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if speaks_utf8(stream) or not stream.isatty():
            # A lone surrogate becomes an escape, which inside JSON is a valid one.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="replace")


def speaks_utf8(stream: IO[str] | None) -> bool:
    """Whether what is written to a stream comes out as UTF-8."""
    return codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name == "utf-8"


def on_a_screen() -> bool:
    """Whether a full screen can be shown: input and output are a terminal, or a driver of Textual's says where it is shown."""
    return bool(os.environ.get("TEXTUAL_DRIVER")) or (is_terminal(sys.stdin) and is_terminal(sys.stdout))


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a stream is there and is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def say(text: str) -> None:
    """Write a text for a person to standard output, without anything that could steer a terminal."""
    from assistant.text.printable import printable

    print(printable(text))


def say_json(value: dict[str, Any]) -> None:
    """Write one JSON object on one line to standard output, and flush it."""
    import json

    print(json.dumps(value, ensure_ascii=not speaks_utf8(sys.stdout)), flush=True)


def complain(text: str) -> None:
    """Write a message to standard error, without anything that could steer a terminal."""
    from assistant.text.printable import printable

    if sys.stderr is not None:
        sys.stderr.write(f"budget-assistant: {printable(text)}\n")


def flush() -> None:
    """Write what is still held back, so that a failure to write is met here and not at the interpreter's end."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon() -> None:
    """Send what is still held back nowhere, because standard output takes no more."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def typed(word: str) -> str:
    """Return a word of the command line as it was typed: in UTF-8, even where the locale could not read that."""
    try:
        return os.fsencode(word).decode("utf-8", errors="replace") if any(map(_is_escaped, word)) else word
    except UnicodeEncodeError:
        return word


def _is_escaped(char: str) -> bool:
    """Whether a character stands for a byte that the locale could not read."""
    return "\udc80" <= char <= "\udcff"


def questions(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a stream as they come, one question each; bytes that are not UTF-8 are replaced."""
    first = True
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        if first:
            line, first = line.removeprefix(_BOM), False
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")
