"""The folder beside a database in which a new one is made, so that the former stays until the new one is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from assistant.errors import StoreError

_LOCK = "lock"


def check(target: Path, files: Sequence[Path]) -> None:
    """Raise StoreError where `target` is something that must not be replaced: a file to be read, or no store of ours."""
    if not target.exists():
        return
    if any(file.exists() and file.samefile(target) for file in files):
        raise StoreError(f"{target} は読み込むファイルそのものです", f"{target} is one of the files to be read")
    if target.is_file() and (target.stat().st_size == 0 or _is_store(target)):
        return
    raise StoreError(
        f"{target} はこのアシスタントのデータベースではないため、置き換えません。別の --db を指定してください。",
        f"{target} is not a database of this assistant and is not replaced. Name another with --db.",
    )


def _is_store(file: Path) -> bool:
    connection = sqlite3.connect(file.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
    try:
        found = connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('source', 'programme', 'amount')")
        return bool(found.fetchone() == (3,))
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


@contextlib.contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a new folder beside `target`, gone in the end; what killed imports left there is cleared away first.

    A folder that another import is working in stays: it holds its lock. Raises StoreError where none can be made.
    """
    pattern = f".{target.name}."
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in sorted(target.parent.glob(f"{_escaped(pattern)}*.part")):
            _clear(left)
        folder = Path(tempfile.mkdtemp(prefix=pattern, suffix=".part", dir=target.parent))
    except OSError as error:
        raise StoreError(f"{target} に書き込めません: {error}", f"cannot write {target}: {error}") from error
    lock = (folder / _LOCK).open("wb")
    try:
        _take(lock)
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def move(made: Path, target: Path) -> None:
    """Put a finished file where it belongs, on the disk before it is seen there. Raises OSError."""
    _sync(made)
    made.chmod(0o644)
    made.replace(target)
    if sys.platform != "win32":
        _sync(target.parent)


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _clear(left: Path) -> None:
    """Remove what an import left that is no more; where one still works, its lock is taken or its files are in use."""
    if left.is_dir():
        with contextlib.suppress(OSError):
            with (left / _LOCK).open("ab") as lock:
                _take(lock)
            shutil.rmtree(left, ignore_errors=True)


def _take(lock: BinaryIO) -> None:
    """Lock a file until it is closed or the process ends. Raises OSError where another holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
