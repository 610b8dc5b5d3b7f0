"""Earlier questions, kept on this machine so that they can be called back: one JSON object a line, the newest last.

Several chats may run at once: every change is made under a lock, so none loses the lines of another. Whatever hinders
keeping (a folder that cannot be written) is no fault of the question; whatever hinders forgetting is told.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant import folders, settings

FILE = "history.jsonl"
MOST = 1_000
"""So many questions are kept; older ones are dropped when the file holds half as many more."""


def path() -> Path:
    """Return the file, in the folder for the user's data."""
    return folders.data() / FILE


def keeping() -> bool:
    """Whether the user lets questions be kept; settings that cannot be read are taken as no."""
    try:
        return settings.load().keep_history
    except settings.SettingsError:
        return False


def read() -> list[str]:
    """Return the questions, the newest last, each once; a damaged line is passed over, and a closed file holds none."""
    try:
        return _questions(path())
    except OSError:
        return []


def keep(question: str) -> None:
    """Add a question at the end, unless the user has switched that off or it cannot be written."""
    if not question.strip() or not keeping():
        return
    try:
        with _locked() as file:
            count = _lines(file)
            if count >= MOST * 3 // 2:
                _write(file, [*_questions(file), question][-MOST:])
            else:
                _append(file, question)
    except OSError:
        return


def forget(question: str) -> None:
    """Remove a question wherever it stands. Raises OSError where it stays, which the person must know."""
    if path().exists():
        with _locked() as file:
            _write(file, [kept for kept in _questions(file) if kept != question])


def clear() -> int:
    """Forget everything that is kept, and return how many questions that was. Raises OSError where it cannot be."""
    with _locked() as file:
        count = len(_questions(file))
        file.unlink(missing_ok=True)
    return count


def _questions(file: Path) -> list[str]:
    """Return the newest questions of a file, each once, where it was asked last."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found: dict[str, None] = {}
    for line in text.splitlines():
        try:
            question = json.loads(line)["question"]
        except (ValueError, TypeError, KeyError):
            continue
        if isinstance(question, str) and question.strip():
            found.pop(question, None)
            found[question] = None
    return list(found)[-MOST:]


def _lines(file: Path) -> int:
    try:
        return file.read_bytes().count(b"\n")
    except FileNotFoundError:
        return 0


def _line(question: str) -> str:
    return json.dumps({"question": question}, ensure_ascii=True) + "\n"


def _append(file: Path, question: str) -> None:
    """Write one line at the end, in one piece."""
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, _line(question).encode())
    finally:
        os.close(descriptor)


def _write(file: Path, questions: Iterable[str]) -> None:
    """Put these questions in place of the file, at once."""
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.writelines(map(_line, questions))
    temporary.replace(file)


@contextmanager
def _locked() -> Iterator[Path]:
    """Give the file to one process at a time, by a lock beside it. Raises OSError where the folder cannot be written."""
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(descriptor)  # which also gives the lock back
