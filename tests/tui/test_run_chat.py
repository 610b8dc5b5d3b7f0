"""The door to the chat: what it loads, what it sets, what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.tui import run_chat

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "TEXTUAL_DISABLE_KITTY_KEY"}


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    return done.stdout.strip()


def test_importing_the_package_does_not_load_textual() -> None:
    assert _python("import sys, assistant.tui; print('textual' in sys.modules)") == "False"


def test_kitty_keys_are_off_before_textual_is_first_imported() -> None:
    code = (
        "import assistant.tui, assistant.tui.language;"
        "from unittest.mock import patch;"
        "from assistant.tui import run_chat;"
        "import importlib;"
        "app = None;\n"
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'textual':\n"
        "            import os; print(os.environ.get('TEXTUAL_DISABLE_KITTY_KEY')); raise SystemExit\n"
        "sys.meta_path.insert(0, Finder())\n"
        "run_chat(None, 'ja')\n"
    )
    assert _python(code) == "1"


def test_textual_itself_sees_that_kitty_keys_are_off() -> None:
    code = (
        "from unittest.mock import patch\n"
        "import assistant.tui, os\n"
        "os.environ.setdefault('TEXTUAL_DISABLE_KITTY_KEY', '1')\n"
        "from assistant.tui.app import ChatApp\n"
        "with patch.object(ChatApp, 'run', lambda self: None):\n"
        "    assistant.tui.run_chat(None, 'en')\n"
        "from textual.constants import DISABLE_KITTY_KEY\n"
        "print(DISABLE_KITTY_KEY)\n"
    )
    assert _python(code) == "True"


@pytest.mark.parametrize(("language", "message"), [("ja", "データベースがありません"), ("en", "There is no database")])
def test_a_database_that_is_not_there_is_refused_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, message: str
) -> None:
    missing = tmp_path / "missing.db"
    assert run_chat(missing, language) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert message in written.err
    assert str(missing) in written.err


def test_a_language_that_is_not_spoken_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        run_chat(None, "fr")
