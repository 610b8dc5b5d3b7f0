"""Writing an export: all of it or nothing, and never over a file that the person did not agree to lose."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.errors import BudgetError


class ExportError(BudgetError):
    """An export cannot be written; the message says what to do. Nothing was written."""


class ExistsError(ExportError):
    """A file of that name is there already."""


def full_path(text: str, name: str) -> Path:
    """Return the file that a typed path means: ~ is the home folder, and a folder means the file `name` in it.

    Raises ExportError for a path that can be none.
    """
    typed = text.strip()
    try:
        path = Path(typed).expanduser() if typed else Path(name)
        if typed.endswith(("/", os.sep)) or path.is_dir():
            path /= name
        return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links, and show another name than was typed)
    except (OSError, ValueError, RuntimeError) as error:
        raise ExportError(
            f"「{typed}」はファイル名として使えません。別の名前を入力してください。",
            f"“{typed}” cannot be a file name. Type another.",
        ) from error


def write(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a text as UTF-8. Raises ExistsError where the file is there and may not be replaced, else ExportError."""
    temporary = path.with_name(f".{path.name[:40]}.{os.getpid()}.tmp")
    try:
        if path.exists() and not replace:
            raise ExistsError(f"{path} はすでにあります。", f"{path} is there already.")
        try:
            with temporary.open("xb") as file:
                file.write(text.encode("utf-8", "replace"))
            temporary.replace(path.resolve() if path.is_symlink() else path)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _told(path, error) from error


def _told(path: Path, error: Exception) -> ExportError:
    """Return what went wrong in words that say what to do."""
    folder = path.parent
    match error:
        case FileNotFoundError() | NotADirectoryError():
            ja, en = (
                f"フォルダー {folder} がありません。別の場所を入力してください。",
                f"There is no folder {folder}. Type another place.",
            )
        case PermissionError():
            ja = f"{folder} には書き込めません。書き込めるフォルダーを入力してください（例：~/）。"
            en = f"You may not write to {folder}. Type a folder that you may write to, such as ~/."
        case IsADirectoryError():
            ja, en = f"{path} はフォルダーです。ファイル名まで入力してください。", f"{path} is a folder. Type a file name too."
        case OSError():
            ja = f"{path} に書けませんでした（{error.strerror or error}）。別の場所を入力してください。"
            en = f"{path} could not be written ({error.strerror or error}). Type another place."
        case _:
            ja, en = f"{path} はファイル名として使えません。", f"{path} cannot be a file name."
    return ExportError(ja, en)
