"""Killed at any moment, an import leaves the former database, or its own whole."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.register.sheets import Row, everything, load, payment, put, rows, sheet

KILLS, GROUPS = 50, 5
SHEETS, PAYEES = 250, 8


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_killed_import_leaves_one_whole_database(tmp_path: Path, group: int) -> None:
    chance = random.Random(group)
    target = tmp_path / "register.db"
    former = put(tmp_path / "former.ndjson", sheet(2021, "0001"))
    names = [f"事業その{chance.random()}" for _ in range(SHEETS)]
    payees = [payment(f"支出先{number}", 1.5, position=number) for number in range(PAYEES)]
    new = put(
        tmp_path / "new.ndjson.gz",
        *(sheet(2023, f"{number:04d}", 事業名=name, 支出先=payees) for number, name in enumerate(names)),
    )
    load(target, former)
    before = target.read_bytes()
    command = [sys.executable, "-m", "assistant", "import", "judgit", str(new), "--db", str(tmp_path / "whole.db")]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole_time = time.monotonic() - started
    whole = (tmp_path / "whole.db").read_bytes()

    for _ in range(KILLS // GROUPS):
        _kill([*command[:-1], str(target)], whole_time * chance.uniform(0.2, 1.1))
        assert rows(target, "PRAGMA quick_check") == [("ok",)]
        after = target.read_bytes()
        assert after in (before, whole)
        if after == whole:
            load(target, former)
    load(target, former)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["former.ndjson", "new.ndjson.gz", "register.db", "whole.db"]


def _kill(command: list[str], seconds: float) -> None:
    """Run a command and kill it after a time, if it has not ended by then."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()


def test_an_import_that_kills_itself_at_each_step_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "register.db"
    former = put(tmp_path / "former.ndjson", sheet(2021, "0001"))
    put(tmp_path / "new.ndjson", *(sheet(2023, f"{number:04d}") for number in range(300)))
    load(target, former)
    before = everything(target)
    left: list[list[Row]] = []
    for step in ("reading", "finished", "writing", "indexing"):
        done = subprocess.run([sys.executable, "-c", DYING, str(tmp_path), step], check=False)
        assert done.returncode == 9
        assert len(list(tmp_path.glob(".register.db.*.part"))) == 1
        assert everything(target) == before
        left.append(rows(target, "SELECT id FROM review_sheet"))
    assert left == [[("2021-環境-20-0001",)]] * 4


DYING = """
import os, sys
from pathlib import Path
from tests.store.register.sheets import load
from assistant.store.register.writer import Watch
folder, step = Path(sys.argv[1]), sys.argv[2]
watch = Watch()
setattr(watch, step, lambda *_: os._exit(9))
load(folder / "register.db", folder / "new.ndjson", watch=watch)
"""
