"""What gets loaded, seen in a fresh interpreter: a static graph does not see deferred imports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = frozenset({"textual", "rich", "pydantic", "sqlite_utils"})
SCREENLESS = "import assistant.cli.commands, assistant.conversation, assistant.intents.load, assistant.store.verify"
ASK = "from assistant.cli import main; main(['ask', '全ゲノムの内線は？'{options}])"


def _loaded(code: str) -> set[str]:
    """Return the names of what a fresh interpreter has loaded after running `code`."""
    report = "import json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


@pytest.fixture
def warm() -> None:
    """Let the lexicon be in the cache: making it validates the intents, which may load more."""
    _loaded(ASK.format(options=""))


def test_importing_the_package_loads_nothing_but_itself() -> None:
    loaded = _loaded("import assistant")
    assert {name for name in loaded if name.startswith("assistant")} == {"assistant"}
    assert not loaded & HEAVY


def test_the_public_names_are_there_when_asked_for() -> None:
    loaded = _loaded("import assistant\nfor name in assistant.__all__: getattr(assistant, name)")
    assert {"assistant.assistant", "assistant.conversation", "assistant.answer.model"} <= loaded
    assert not loaded & HEAVY


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("options", ["", ", '--json'", ", '--explain'"], ids=["text", "json", "explain"])
def test_asking_loads_neither_textual_nor_pydantic_nor_sqlite_utils(options: str) -> None:
    loaded = _loaded(ASK.format(options=options))
    assert "assistant.reading.reader" in loaded
    assert not loaded & HEAVY


def test_asking_for_the_first_time_loads_no_textual() -> None:
    loaded = _loaded(f"import os; os.environ['BUDGET_ASSISTANT_CACHE'] = os.devnull\n{ASK.format(options='')}")
    assert "assistant.intents.load" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize("words", ["--help", "--version"])
def test_help_and_version_load_no_core(words: str) -> None:
    loaded = _loaded(f"from assistant.cli import main; main(['{words}'])")
    assert not loaded & (HEAVY | {"sqlite3", "rapidfuzz", "assistant.assistant"})


def test_everything_but_the_screens_runs_without_textual() -> None:
    loaded = _loaded(f"import sys; sys.modules['textual'] = None\n{SCREENLESS}\n{ASK.format(options='')}")
    assert "assistant.reading.reader" in loaded


def test_every_module_can_be_imported_alone(project: Path) -> None:
    names = [
        ".".join(path.relative_to(project).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((project / "assistant").rglob("*.py"))
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}:\n"
        "    for loaded in [m for m in sys.modules if m.split('.')[0] == 'assistant']: del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )
    assert names[-1] in _loaded(code)
