"""The wheel is whole: installed elsewhere, with the checkout out of reach, it answers from its own intents and data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE

PROBE = """
import json
import assistant
from assistant import Assistant, assets
answer = Assistant.open().ask("全ゲノムの内線は？")
print(json.dumps({
    "package": assistant.__file__,
    "intents": str(assets.asset("intents")),
    "database": str(assets.asset("budget.db")),
    "document": str(assets.asset("shiryo5.toml")),
    "extensions": [fact.value for fact in answer.facts],
}))
"""


def _uv(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run uv with its own caches and settings, not those of the tests."""
    uv = OUTSIDE.get("UV") or shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed")
    return subprocess.run([uv, *words], capture_output=True, text=True, env=OUTSIDE, check=False)


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that a wheel of this checkout was installed to."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    built = _uv("build", "--wheel", "--out-dir", wheels, project)
    if built.returncode and "build-system.requires" in built.stderr:
        pytest.skip("the build backend cannot be had here (no network and not in uv's cache)")
    assert built.returncode == 0, built.stderr
    (wheel,) = wheels.glob("*.whl")
    put = _uv("pip", "install", "--no-deps", "--target", target, "--python", sys.executable, wheel)
    assert put.returncode == 0, put.stderr
    return target


def _python(installed: Path, elsewhere: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in another folder, with the installed wheel before everything else."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "BUDGET_ASSISTANT_CACHE": str(elsewhere / "cache")}
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=elsewhere, env=environment, check=False)


def test_a_question_is_answered_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    done = _python(installed, tmp_path, "-c", PROBE)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for place in ("package", "intents", "database", "document"):
        assert Path(found[place]).is_relative_to(installed), place
    assert found["extensions"]


def test_the_wheel_brings_the_command(installed: Path, tmp_path: Path) -> None:
    done = _python(installed, tmp_path, "-m", "assistant", "ask", "全ゲノムの内線は？")
    assert (done.returncode, done.stderr) == (0, "")
    script = installed / "bin" / "budget-assistant"
    assert script.exists() or (installed / "Scripts" / "budget-assistant.exe").exists()


def test_the_wheel_carries_what_is_loaded_at_run_time(installed: Path, project: Path) -> None:
    sources = {path.relative_to(project) for path in (project / "assistant").rglob("*") if path.is_file()}
    wanted = {path for path in sources if path.suffix in {".py", ".sql", ".tcss"}}
    assert not {str(path) for path in wanted if not (installed / path).exists()}
    intents = {path.relative_to(project / "intents") for path in (project / "intents").rglob("*.toml")}
    assert {
        path.relative_to(installed / "assistant" / "_data" / "intents")
        for path in (installed / "assistant" / "_data" / "intents").rglob("*.toml")
    } == intents


def test_the_wheel_carries_nothing_of_the_tests_and_tools(installed: Path) -> None:
    assert {path.name for path in installed.iterdir()} - {"bin", "Scripts"} <= {
        "assistant",
        *(path.name for path in installed.glob("budget_assistant-*.dist-info")),
        *(path.name for path in installed.glob(".*")),
    }


def test_the_check_and_the_build_work_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert _python(installed, tmp_path, "-m", "assistant", "check").returncode == 0
    built = _python(installed, tmp_path, "-m", "assistant", "build", "--output", "built.db")
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "built.db").exists()
