"""The lines of a text file, plain or gzipped, one at a time: memory does not grow with the file."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from assistant.errors import DataError
from assistant.store.register.model import Tells

LONGEST = 16 * 1024 * 1024
"""Bytes of one line; a longer one is no sheet and is given cut off."""
_GZIP = b"\x1f\x8b"
_BLOCK = 1 << 17
_EVERY = 256


def lines(file: Path, tell: Tells | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield each line that is not blank with its number (1 is the first), without a byte order mark.

    What the file is is seen from its first bytes, not from its name. Raises DataError where it cannot be read to its end.
    """
    try:
        with file.open("rb") as raw:
            for number, line in _numbered(_plain(raw)):
                if tell is not None and number % _EVERY == 0:
                    tell(raw.tell())
                if line.strip():
                    yield number, line
            if tell is not None:
                tell(raw.tell())
    except FileNotFoundError as error:
        raise DataError(f"{file} がありません", f"there is no file {file}") from error
    except EOFError as error:
        raise DataError(f"{file} は途中で切れています", f"{file} is cut off") from error
    except (OSError, zlib.error) as error:
        raise DataError(f"{file} を読めません: {error}", f"cannot read {file}: {error}") from error


def _plain(raw: BinaryIO) -> BinaryIO:
    start = raw.read(2)
    raw.seek(0)
    return io.BufferedReader(gzip.GzipFile(fileobj=raw), _BLOCK) if start == _GZIP else raw


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        whole = line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)
        yield number, whole.removeprefix(codecs.BOM_UTF8) if number == 1 else whole
