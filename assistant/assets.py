"""Where the project's data lies: in the wheel, or in the checkout; and the lexicon made of it, cached between runs."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
CACHE_VERSION = 10


def asset(name: str) -> Path:
    """Return the path of `intents` (a folder), `budget.db` or `shiryo5.toml`."""
    packed = _PACKAGE / "_data" / name
    if packed.exists():
        return packed
    return _PACKAGE.parent / ("intents" if name == "intents" else f"data/{name}")


def fingerprint(*paths: Path) -> str:
    """Return a digest of files and folders by name, size and time of change: a changed file is another fingerprint."""
    digest = hashlib.blake2b(f"{CACHE_VERSION} {sys.version_info[:2]} {_PACKAGE}".encode(), digest_size=16)
    for path in paths:
        files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        for file in files:
            status = file.stat()
            digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def cache_folder() -> Path:
    """Return the folder for what can be made again: $XDG_CACHE_HOME or the platform's."""
    home = os.environ.get("BUDGET_ASSISTANT_CACHE")
    if home:
        return Path(home)
    from platformdirs import user_cache_path

    return user_cache_path("budget-assistant")


def read_cache(key: str) -> Any | None:
    """Return what was cached under a key, or None where there is nothing usable."""
    try:
        return marshal.loads((cache_folder() / f"{key}.bin").read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def write_cache(key: str, value: Any) -> None:
    """Keep a value of built-in types under a key, whole or not at all; a folder that cannot be written is no fault."""
    folder = cache_folder()
    temporary = folder / f"{key}.{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(marshal.dumps(value))
        temporary.replace(folder / f"{key}.bin")
        for old in sorted(folder.glob("*.bin"), key=lambda p: p.stat().st_mtime)[:-8]:
            old.unlink(missing_ok=True)
    except OSError:
        return
