"""Where the files of one person stand: their settings, and what is kept for them."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "budget-assistant"


def config() -> Path:
    """Return the folder for settings: $BUDGET_ASSISTANT_CONFIG, or the platform's folder for configuration."""
    if home := os.environ.get("BUDGET_ASSISTANT_CONFIG"):
        return Path(home)
    from platformdirs import user_config_path

    return user_config_path(NAME)


def data() -> Path:
    """Return the folder for what is kept: $BUDGET_ASSISTANT_DATA, or the platform's folder for the user's data."""
    if home := os.environ.get("BUDGET_ASSISTANT_DATA"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path(NAME)
