"""What a user has set: one typed file in their own configuration folder, read when something depends on it."""

from __future__ import annotations

import os
import re
import threading
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from assistant import folders
from assistant.errors import BudgetError

FILE = "settings.toml"

LanguageChoice = Literal["ja", "en", "auto"]
ClipboardWay = Literal["both", "terminal", "off"]
Layout = Literal["auto", "compact", "wide"]


class SettingsError(BudgetError):
    """The settings file does not say what it should; the message names the file and every key that is wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. docs/settings.md says the same, which a test checks."""

    language: LanguageChoice = "auto"
    """The language of the screen and of the answers. With "auto" the screen follows the locale, and each answer the language
    of its question. F2 in the chat sets it."""

    database: str = "embedded"
    """The data that are asked: "embedded" are those that come with the program, anything else is the path of a database (`~` is
    your home folder). Choosing the data in the chat sets it."""

    theme: str = "sumi"
    """The name of the chat's theme. Choosing one in the chat sets it."""

    layout: Layout = "auto"
    """How the chat uses the screen: "auto" goes by its size, "compact" leaves out what is not needed, "wide" uses all of the
    width."""

    suggestions: bool = True
    """Whether the chat suggests programmes, divisions and questions while you type."""

    keep_history: bool = True
    """Whether your questions are kept on this machine, so that ↑ and Ctrl+R find them the next time."""

    keep_unanswered: bool = True
    """Whether questions that were not answered are kept on this machine (see `budget-assistant unanswered`)."""

    clipboard: ClipboardWay = "both"
    """Where F6, F7 and F8 copy to: "both" is the terminal (OSC 52) and the system's clipboard, "terminal" the terminal alone,
    "off" nowhere."""

    csv_bom: bool = True
    """Whether exported CSV begins with a byte order mark, without which Excel shows Japanese as garbage."""


CHOICES: dict[str, tuple[str, ...]] = {
    "language": get_args(LanguageChoice),
    "layout": get_args(Layout),
    "clipboard": get_args(ClipboardWay),
}
"""The words that a setting may be, where not every word is allowed."""

_DEFAULTS = Settings()
_OFF = ("0", "false", "no", "off")
_LINE = r"""^{name}[ \t]*=[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)(?P<rest>[ \t]*(?:#.*)?)$"""
_writing = threading.Lock()


def path() -> Path:
    """Return the file, in the folder for configuration."""
    return folders.config() / FILE


def load() -> Settings:
    """Return the settings of the file and of the environment, which goes before.

    Keys that are not known are left alone: they may be those of a newer version. Raises SettingsError with every mistake where
    the file is no TOML or a value is none that is allowed.
    """
    file = path()
    found = _read(file)
    known = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
    wrong = [(name, value) for name, value in known.items() if not _allowed(name, value)]
    if wrong:
        raise SettingsError(
            "\n".join(
                f"{file} の {name} は {_expected(name)[0]}してください（今は {_shown(value)}）。" for name, value in wrong
            ),
            "\n".join(f"{name} in {file} must be {_expected(name)[1]}, not {_shown(value)}." for name, value in wrong),
        )
    settings = replace(_DEFAULTS, **known)
    if os.environ.get("BUDGET_ASSISTANT_KEEP_UNANSWERED") in _OFF:
        settings = replace(settings, keep_unanswered=False)
    return settings


def save(name: str, value: bool | str) -> Path:
    """Write one setting, leave every other line and every comment as it is, and return the file.

    Raises SettingsError where the file has mistakes or cannot be written, ValueError for a name or value that is none.
    """
    if name not in (field.name for field in fields(Settings)) or not _allowed(name, value):
        raise ValueError(f"there is no setting {name} = {value!r}")
    with _writing:
        load()
        file = path()
        try:
            text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
            _replace(file, _with(text, name, value))
        except OSError as error:
            raise SettingsError(
                f"設定ファイル {file} に書けません：{error}", f"Cannot write the settings to {file}: {error}"
            ) from error
    return file


def _read(file: Path) -> dict[str, Any]:
    """Return what a file says; nothing where there is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> SettingsError:
    return SettingsError(f"設定ファイル {file} を読めません：{error}", f"Cannot read the settings in {file}: {error}")


def _allowed(name: str, value: object) -> bool:
    """Whether a setting may have a value."""
    if name in CHOICES:
        return value in CHOICES[name]
    if isinstance(getattr(_DEFAULTS, name), bool):
        return isinstance(value, bool)
    return isinstance(value, str) and bool(value.strip())


def _expected(name: str) -> tuple[str, str]:
    """Return what a setting may be, in Japanese with its particle and in English."""
    if name in CHOICES:
        words = [_toml(word) for word in CHOICES[name]]
        return "・".join(words) + " のいずれかに", f"{', '.join(words[:-1])} or {words[-1]}"
    if isinstance(getattr(_DEFAULTS, name), bool):
        return "true か false に", "true or false"
    if name == "database":
        return '引用符で囲んだ "embedded" かファイルのパスに', '"embedded" or the path of a file, in quotation marks'
    return '引用符で囲んだ名前（例："sumi"）に', 'a name in quotation marks, such as "sumi"'


def _shown(value: object) -> str:
    return _toml(value) if isinstance(value, bool | str) else repr(value)


def _toml(value: bool | str) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with(text: str, name: str, value: bool | str) -> str:
    """Return the text of a file with one setting in it; a comment behind the setting stays."""
    tables = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    end = tables.start() if tables else len(text)
    head, count = re.subn(
        _LINE.format(name=name), lambda line: f"{name} = {_toml(value)}{line['rest']}", text[:end], flags=re.MULTILINE
    )
    return head + text[end:] if count else f"{name} = {_toml(value)}\n{text}"


def _replace(file: Path, text: str) -> None:
    """Write a file at once or not at all; a link stays one."""
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OSError(str(error)) from error
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
