"""`budget-assistant import`: files become a database. Faults and progress go to standard error, the summary to output."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import folders
from assistant.answer.model import Language
from assistant.cli import importing_texts as texts
from assistant.cli import streams
from assistant.store.register.model import Fault, Origin, Reads
from assistant.store.register.writer import Imported, Watch, write

if TYPE_CHECKING:
    from assistant.store.register.table import Told

DONE = 0
DEFAULT_NAMES = {"judgit": "register.db", "csv": "table.db"}
"""The database of each format where none is named: a table must not take the place of the register."""
_EVERY = 0.1
_CELLS = 24
_READ, _WRITTEN = 0.65, 0.9
"""The parts of the whole time that have passed when all is read, and when all but the indexes is written."""


def command(arguments: Namespace, language: Language) -> int:
    """Make the database of the files; return 0. What cannot be read or written is raised as an error of ours."""
    files = [Path(name) for name in arguments.files]
    target = Path(arguments.db) if arguments.db else folders.data() / DEFAULT_NAMES[arguments.format]
    former = target.is_file()
    progress = Progress(files, language)
    read, origin = _reader(arguments, files, progress)
    try:
        imported = write(files, read, origin, target, strict=arguments.strict, watch=progress)
    except KeyboardInterrupt:
        progress.clear()
        streams.complain((texts.STOPPED_FORMER if former else texts.STOPPED)[language].format(path=target))
        raise
    finally:
        progress.clear()
    streams.say(_summary(imported, target, language))
    if former:
        streams.say(texts.REPLACED[language])
    streams.say(texts.HOW_TO_ASK[language].format(path=target))
    return DONE


def _reader(arguments: Namespace, files: Sequence[Path], progress: Progress) -> tuple[Reads, Origin]:
    """Return what reads the format, and what the sheets come from."""
    if arguments.format == "judgit":
        from assistant.store.register import judgit

        return judgit.read, judgit.ORIGIN
    from assistant.store.register import table
    from assistant.store.register.table_columns import Columns

    columns = Columns.load(Path(arguments.columns)) if arguments.columns else Columns()
    return partial(table.reads, columns=columns, announce=progress.told), table.origin(files)


def _summary(imported: Imported, target: Path, language: Language) -> str:
    first, last = min(imported.years), max(imported.years)
    years = (texts.YEARS if first < last else texts.YEAR)[language].format(first=first, last=last)
    counts = {"sheets": imported.sheets, "programmes": imported.programmes, "skipped": imported.skipped}
    return texts.MADE[language].format(path=target, years=years, **counts)


class Progress(Watch):
    """Shows on standard error how far an import is: a bar on a terminal, elsewhere a line for each file."""

    def __init__(self, files: Sequence[Path], language: Language) -> None:
        self._language = language
        self._on_terminal = streams.is_terminal(sys.stderr)
        self._sizes = {file: file.stat().st_size if file.is_file() else 0 for file in files}
        self._before = 0
        self._sheets = 0
        self._started = time.monotonic()
        self._shown = 0.0

    def reading(self, bytes_read: int, sheets: int) -> None:
        """Show how far the files are read; `bytes_read` are those of the present one."""
        self._sheets = sheets
        share = (self._before + bytes_read) / max(1, sum(self._sizes.values()))
        self._show("READING", _READ * min(1.0, share))

    def finished(self, file: Path, sheets: int) -> None:
        """Name the file with its sheets, where no bar is shown."""
        self._before += self._sizes[file]
        if not self._on_terminal:
            streams.complain(texts.FILE_READ[self._language].format(file=file, sheets=sheets))

    def writing(self, done: int, programmes: int) -> None:
        """Show how much is written."""
        self._show("WRITING", _READ + (_WRITTEN - _READ) * done / programmes)

    def indexing(self) -> None:
        """Show that the indexes are being made."""
        self._shown = 0.0
        self._show("INDEXING", _WRITTEN)

    def skipped(self, fault: Fault) -> None:
        """Say what is wrong with a line."""
        self.clear()
        reason = fault.ja if self._language == "ja" else fault.en
        streams.complain(texts.SKIPPED[self._language].format(file=fault.file, line=fault.line, reason=reason))

    def told(self, how: Told) -> None:
        """Say how a table was taken."""
        self.clear()
        streams.complain(how.ja if self._language == "ja" else how.en)

    def clear(self) -> None:
        """Take the bar away."""
        if self._on_terminal and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = 0.0

    def _show(self, phase: str, share: float) -> None:
        now = time.monotonic()
        if not self._on_terminal or now - self._shown < _EVERY:
            return
        self._shown = now
        spent = now - self._started
        filled = int(share * _CELLS)
        line = texts.BAR[self._language].format(
            phase=getattr(texts, phase)[self._language],
            bar="█" * filled + "░" * (_CELLS - filled),
            percent=int(100 * share),
            rate=int(self._sheets / max(spent, 0.001)),
            left=duration(spent / share - spent, self._language) if share > 0 else "…",
        )
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


def duration(seconds: float, language: Language) -> str:
    """Return a time to come in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return (texts.MINUTES if minutes else texts.SECONDS)[language].format(minutes=minutes, seconds=rest)
