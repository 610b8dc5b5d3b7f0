"""Nobody's machine leaks in: user folders and locale are the tests' own. And what every test may ask of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluation.cases import Case, ask_case
from tests.scoring import Asked

FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "LOCALAPPDATA": "local",
    "APPDATA": "roaming",
    "BUDGET_ASSISTANT_CACHE": "cache/budget-assistant",
    "BUDGET_ASSISTANT_CONFIG": "config/budget-assistant",
    "BUDGET_ASSISTANT_DATA": "data/budget-assistant",
}
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANGUAGE")
OUTSIDE = dict(os.environ)
"""The environment as it was, for tools that need their own caches (see test_wheel)."""


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send caches, settings and data of this session to a folder of its own, and speak no particular language."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable, folder in FOLDERS.items():
            patch.setenv(variable, str(home / folder))
        for variable in LOCALE:
            patch.delenv(variable, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        yield


@pytest.fixture(scope="session")
def assistant(_own_folders: None) -> Assistant:
    """Return an assistant on the embedded database."""
    return Assistant.open()


@pytest.fixture(scope="session")
def asked(assistant: Assistant) -> Asked:
    """Return what asks a question case, its turns in one conversation; each case is asked once a session."""
    return _asking(assistant)


@pytest.fixture(scope="session")
def asked_register(invented_assistant: Assistant) -> Asked:
    """Return what asks a question case of the register of invented programmes; each case is asked once a session."""
    return _asking(invented_assistant)


def _asking(assistant: Assistant) -> Asked:
    transcripts: dict[str, list[dict[str, object]]] = {}

    def ask(case: Case) -> list[dict[str, object]]:
        if case.id not in transcripts:
            transcripts[case.id] = ask_case(assistant, case)
        return transcripts[case.id]

    return ask


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory, _own_folders: None) -> Path:
    """Return the database of a small register of invented programmes."""
    from tests.small_register import small_register

    return small_register(tmp_path_factory.mktemp("register") / "register.db")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory, _own_folders: None) -> Path:
    """Return the database of a register of invented programmes with a history (see invented_register)."""
    from tests.invented_register import invented_register

    return invented_register(tmp_path_factory.mktemp("invented") / "register.db")


@pytest.fixture(scope="session")
def invented_assistant(invented: Path) -> Assistant:
    """Return an assistant on the register of invented programmes."""
    return Assistant.open(invented)
