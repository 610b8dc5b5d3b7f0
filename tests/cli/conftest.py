"""What runs one command in this process."""

from __future__ import annotations

import io
import sys

import pytest

from assistant.cli import main
from tests.cli.running import Outcome, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs one command in this process, with bytes for standard input."""

    def runner(*words: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        return Outcome(main(words), *capsys.readouterr())

    return runner
