"""Which databases there are to ask: the one that comes with the program, the imported register, and those opened lately."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from assistant import folders, settings
from assistant.errors import StoreError

EMBEDDED = "embedded"
"""The name under which --db and the setting `database` know the data that come with the program."""
REGISTER = "register.db"
FILE = "databases.json"
MOST = 5
"""So many databases that were opened lately are kept."""


def register() -> Path:
    """Return where `budget-assistant import` puts the register if it is told no other place."""
    return folders.data() / REGISTER


def named(name: str | None, folder: Path | None = None) -> Path | None:
    """Return the file that a name or path means, None for the embedded data; ~ is the home folder.

    A path that is relative is one of `folder`, or of the current folder. Raises StoreError for a path that can be none.
    """
    if name is None or name.strip() in ("", EMBEDDED):
        return None
    try:
        path = Path(name.strip()).expanduser()
        return path if folder is None else folder / path
    except (ValueError, RuntimeError, OSError) as error:
        raise StoreError(f"「{name}」はファイル名として使えません。", f"“{name}” cannot be the name of a file.") from error


def chosen(option: str | None) -> Path | None:
    """Return the database that is to be asked: that of --db, else that of the settings; None is the embedded one.

    Raises SettingsError where the settings have mistakes, StoreError for a path that can be none, or where the settings
    name a file that is not there.
    """
    if option is not None:
        return named(option)
    path = of_settings(settings.load())
    if path is not None and not _is_file(path):
        raise StoreError(
            f"設定 database のファイル {path} がありません。{settings.path()} を直すか、"
            "--db embedded で同梱のデータをお使いください。",
            f"There is no file {path}, which the setting `database` names. Mend {settings.path()}, "
            "or use the data that come with the program: --db embedded.",
        )
    return path


def of_settings(found: settings.Settings) -> Path | None:
    """Return the database that the settings name, whether it is there or not; a relative path is one of their folder."""
    return named(found.database, folders.config() if found.database != EMBEDDED else None)


def same(one: Path | None, other: Path | None) -> bool:
    """Whether two names mean one database."""
    return one == other or (one is not None and other is not None and one.resolve() == other.resolve())


def recent() -> list[Path]:
    """Return the databases that were opened lately and are still there, the newest first."""
    import json  # `ask` needs none of this

    try:
        kept = json.loads((folders.data() / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    paths = [Path(path) for path in kept if isinstance(path, str)] if isinstance(kept, list) else []
    return [path for path in paths if _is_file(path)][:MOST]


def remember(path: Path) -> None:
    """Keep a database among those opened lately. Where that cannot be written, the list is shorter, and nothing else."""
    import json

    file = folders.data() / FILE
    kept = [str(path), *(str(other) for other in recent() if not same(other, path))][:MOST]
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        temporary.replace(file)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
