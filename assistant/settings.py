"""What a user has set: one typed file in their own configuration folder, read when something depends on it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path

from assistant.errors import BudgetError

FILE = "settings.toml"


class SettingsError(BudgetError):
    """The settings file does not say what it should; the message names the file and the key."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default."""

    keep_unanswered: bool = True
    """Whether questions that were not answered are kept on this machine (see `budget-assistant unanswered`)."""


def path() -> Path:
    """Return the file: in $BUDGET_ASSISTANT_CONFIG, or in the platform's folder for configuration."""
    home = os.environ.get("BUDGET_ASSISTANT_CONFIG")
    if home:
        return Path(home) / FILE
    from platformdirs import user_config_path

    return user_config_path("budget-assistant") / FILE


def load() -> Settings:
    """Return the settings of the file and of the environment, which goes before.

    Keys that are not known are left alone. Raises SettingsError where the file is no TOML or a value has another type.
    """
    import tomllib

    file, settings = path(), Settings()
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        found = {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"設定ファイル {file} を読めません：{error}", f"Cannot read the settings in {file}: {error}"
        ) from error
    for name in (field.name for field in fields(Settings)):
        value = found.get(name, getattr(settings, name))
        if not isinstance(value, bool):
            raise SettingsError(
                f"{file} の {name} は true か false にしてください（今は {value!r}）。",
                f"{name} in {file} must be true or false, not {value!r}.",
            )
        settings = replace(settings, **{name: value})
    if os.environ.get("BUDGET_ASSISTANT_KEEP_UNANSWERED") in ("0", "false", "no", "off"):
        settings = replace(settings, keep_unanswered=False)
    return settings


def save(name: str, value: bool) -> Path:
    """Write one setting, leave every other line as it is, and return the file. Raises SettingsError where it cannot be."""
    load()
    file = path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        line, count = f"{name} = {str(value).lower()}", 0
        text, count = re.subn(rf"^{name}\s*=.*$", line, text, flags=re.MULTILINE)
        if not count:
            text = f"{line}\n{text}"
        temporary = file.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)
    except OSError as error:
        raise SettingsError(
            f"設定ファイル {file} に書けません：{error}", f"Cannot write the settings to {file}: {error}"
        ) from error
    return file
