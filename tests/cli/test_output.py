"""Where the output goes: any code page, a reader that leaves, a full disk."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import streams
from tests.cli.running import ANSWERED, COMMAND, in_process_of_its_own


@pytest.mark.parametrize("code_page", ["cp932", "cp1252", "ascii", "utf-16"])
def test_redirected_output_is_utf8_whatever_the_code_page(code_page: str) -> None:
    for words in (("ask", ANSWERED), ("ask", "--json", ANSWERED), ("--help", "--language", "ja")):
        redirected = in_process_of_its_own(*words, PYTHONIOENCODING=code_page)
        assert (redirected.returncode, redirected.stderr) == (0, b"")
        assert redirected.stdout == in_process_of_its_own(*words).stdout
        assert redirected.stdout.decode("utf-8")


def test_messages_are_utf8_whatever_the_code_page() -> None:
    done = in_process_of_its_own("ask", "x", "--db", "/none", "--language", "ja", PYTHONIOENCODING="ascii")
    assert "データベース" in done.stderr.decode("utf-8")


def test_a_question_typed_in_utf8_is_understood_where_the_locale_is_not() -> None:
    done = in_process_of_its_own("ask", ANSWERED, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert done.stdout == in_process_of_its_own("ask", ANSWERED).stdout


class _Terminal(io.TextIOWrapper):
    """A terminal that speaks a code page."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_keeps_its_code_page_and_what_it_cannot_show_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _Terminal(written, encoding="cp932", newline="\n"))
    streams.prepare()
    streams.say("内線 ¥ é 🎌")
    streams.flush()
    assert written.getvalue().decode("cp932") == "内線 ? ? ?\n"


def test_json_on_a_terminal_with_a_code_page_is_still_json(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _Terminal(written, encoding="cp932", newline="\n"))
    streams.prepare()
    streams.say_json({"text": "内線 é 🎌"})
    assert json.loads(written.getvalue()) == {"text": "内線 é 🎌"}


def test_a_lone_surrogate_survives_in_json_as_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    streams.prepare()
    streams.say_json({"text": "\ud800"})
    assert json.loads(written.getvalue()) == {"text": "\ud800"}


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    with subprocess.Popen(
        [*COMMAND, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, errors = process.communicate(f"{ANSWERED}\n".encode() * 50)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_a_fault() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "ask", ANSWERED], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"budget-assistant: ")
    assert b"Traceback" not in done.stderr
