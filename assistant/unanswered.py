"""Questions that were not answered, kept on this machine for whoever maintains the vocabulary; nothing is learnt from them.

One JSON object a line, the newest last: when, what, in which language, what became of it, and after which question.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import folders, settings

if TYPE_CHECKING:
    from assistant.answer.model import Answer

FILE = "unanswered.jsonl"
MOST = 1_000
"""So many are kept; older ones are dropped when the file holds half as many more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that was not answered."""

    asked: str
    """The day, as YYYY-MM-DD."""
    question: str
    language: str
    status: str
    after: str | None = None
    """The question before it in the same conversation."""


def path() -> Path:
    """Return the file, in the folder for the user's data."""
    return folders.data() / FILE


def keep(answer: Answer, after: str | None = None) -> None:
    """Keep the question of an answer that is none, unless the user has switched that off.

    Whatever hinders it (a folder that cannot be written, settings that cannot be read) is no fault of the answer.
    """
    if answer.answered or not answer.question.strip():
        return
    try:
        if settings.load().keep_unanswered:
            from datetime import date

            day = date.today().isoformat()
            _append(Kept(day, answer.question, answer.language, answer.status, after))
    except (OSError, settings.SettingsError):
        return


def _append(entry: Kept) -> None:
    """Write one line at the end of the file; a line this short arrives whole beside that of another process."""
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(entry), ensure_ascii=False) + "\n"
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)
    if file.stat().st_size > MOST * 120:
        _trim(file)


def _trim(file: Path) -> None:
    """Drop the oldest lines where the file has grown too long."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    if len(lines) > MOST * 3 // 2:
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text("".join(lines[-MOST:]), encoding="utf-8")
        temporary.replace(file)


def read() -> Iterator[Kept]:
    """Yield what is kept, the oldest first; a line that is damaged is passed over. Raises OSError where the file is closed."""
    try:
        text = path().read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return
    for line in text.splitlines()[-MOST:]:
        try:
            yield Kept(**json.loads(line))
        except (ValueError, TypeError):
            continue


def clear() -> int:
    """Forget everything that is kept, and return how many questions that was. Raises OSError where it cannot be."""
    count = sum(1 for _ in read())
    path().unlink(missing_ok=True)
    return count
