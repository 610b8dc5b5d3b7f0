"""The person's settings in the chat: read at the start, where a mistake in the file must not be in the way, and remembered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from assistant import databases, settings
from assistant.answer.model import Language
from assistant.errors import StoreError
from assistant.settings import Settings, SettingsError


def read() -> tuple[Settings, SettingsError | None]:
    """Return the settings; the defaults where the file has mistakes, and the mistakes."""
    try:
        return settings.load(), None
    except SettingsError as error:
        return Settings(), error


def database() -> Path | None:
    """Return the database that the settings name, None for the embedded one, also where the settings have mistakes."""
    try:
        return databases.of_settings(read()[0])
    except StoreError:
        return None


def of(app: App[Any]) -> Settings:
    """Return what is set in a running chat, which may be newer than the file; the defaults in any other app."""
    found = getattr(app, "settings", None)
    return found if isinstance(found, Settings) else Settings()


def tell_mistakes(app: App[Any], found: Settings, mistake: SettingsError | None, language: Language) -> None:
    """Say what is wrong with the settings, if anything is: a mistake in the file, or a theme that does not exist."""
    if mistake is None and found.theme in app.available_themes:
        return
    from assistant.tui.announcing import announce
    from assistant.tui.words.taking import DEFAULTS_USED, THEME_UNKNOWN

    if mistake is not None:
        announce(app, f"{DEFAULTS_USED[language]}\n{mistake.message(language)}", "warning")
    else:
        announce(app, THEME_UNKNOWN.format(name=found.theme)[language], "warning")


def remember(app: App[Any], name: str, value: bool | str, language: Language) -> None:
    """Save a setting beside the screen; where that fails, say so."""
    app.run_worker(
        partial(_save, app, name, value, language),
        group=f"remembering-{name}",
        thread=True,
        exit_on_error=False,
        exclusive=True,
    )


def _save(app: App[Any], name: str, value: bool | str, language: Language) -> None:
    try:
        settings.save(name, value)
    except SettingsError as error:
        from assistant.tui.announcing import announce
        from assistant.tui.words.taking import NOT_REMEMBERED

        app.call_from_thread(announce, app, f"{NOT_REMEMBERED[language]}\n{error.message(language)}", "warning")
