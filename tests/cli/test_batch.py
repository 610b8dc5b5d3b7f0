"""Standard input: one question a line, one answer a line."""

from __future__ import annotations

import json
import subprocess
from argparse import Namespace
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.cli import commands, streams
from assistant.errors import StoreError
from tests.cli.running import ANSWERED, COMMAND, IN_ENGLISH, Run, objects

LINES: dict[str, tuple[bytes, int]] = {
    "two questions": (f"{ANSWERED}\n{IN_ENGLISH}\n".encode(), 2),
    "no line break at the end": (f"{ANSWERED}\n{IN_ENGLISH}".encode(), 2),
    "lines of Windows": (f"{ANSWERED}\r\n{IN_ENGLISH}\r\n".encode(), 2),
    "a byte order mark": (f"\ufeff{ANSWERED}\n".encode(), 1),
    "blank lines": (f"\n{ANSWERED}\n\n".encode(), 3),
    "bytes that are not UTF-8": (b"\xff\xfe\x80\n" + ANSWERED.encode() + b"\n", 2),
    "another code page": (ANSWERED.encode("cp932") + b"\n" + ANSWERED.encode() + b"\n", 2),
    "other separators within a line": ("予算は\x0b\x1c\u2028内線は\n".encode(), 1),
    "control characters": (b"\x00\x1b[2J\x07\n", 1),
    "a line of a million characters": (b"a" * 1_000_000 + b"\n" + ANSWERED.encode() + b"\n", 2),
    "a line exactly as long as is kept": (b"a" * (streams.LONGEST_LINE - 1) + b"\n" + ANSWERED.encode(), 2),
    "nothing": (b"", 0),
}


@pytest.mark.parametrize(("lines", "count"), LINES.values(), ids=LINES.keys())
def test_a_batch_writes_one_line_for_each_line(run: Run, lines: bytes, count: int) -> None:
    as_json = run("ask", "--json", "-", stdin=lines)
    as_text = run("ask", "-", stdin=lines)
    assert len(objects(as_json)) == len(as_text.out.splitlines()) == count
    assert (as_json.status, as_json.err, as_text.status, as_text.err) == (0, "", 0, "")


def test_a_batch_answers_in_order_and_each_line_on_its_own(run: Run) -> None:
    questions = ["全ゲノムの予算は？", "内線は？", "What is the weather?", ANSWERED]
    batch = objects(run("ask", "--json", "-", stdin="\n".join(questions).encode()))
    assert batch == [objects(run("ask", "--json", question))[0] for question in questions]


def test_a_byte_order_mark_is_no_part_of_the_first_question(run: Run) -> None:
    marked = run("ask", "--json", "-", stdin=f"\ufeff{ANSWERED}\n".encode())
    assert objects(marked)[0]["question"] == ANSWERED


def test_a_batch_can_be_explained_as_json(run: Run) -> None:
    explained = objects(run("ask", "--json", "--explain", "-", stdin=f"{ANSWERED}\n{IN_ENGLISH}\n".encode()))
    assert [bool(item["explanation"]["mentions"]) for item in explained] == [True, True]


def test_a_batch_answers_each_line_before_it_reads_the_next() -> None:
    with subprocess.Popen([*COMMAND, "ask", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in (ANSWERED, IN_ENGLISH):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
    assert process.returncode == 0


def test_a_fault_of_one_question_is_told_and_costs_the_others_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_one = Assistant.ask

    def ask(self: Assistant, question: str, *more: Any) -> Any:
        match question:
            case "store":
                raise StoreError("壊れています", "broken")
            case "bug":
                raise RuntimeError("\x1b[31mbug")
        return answer_one(self, question, *more)

    monkeypatch.setattr(Assistant, "ask", ask)
    outcome = run("ask", "--json", "-", stdin=f"store\n{ANSWERED}\nbug\n{IN_ENGLISH}\n".encode())
    first, second, third, fourth = objects(outcome)
    assert outcome.status == 2
    assert first == {"line": 1, "error": "broken"}
    assert third["line"] == 3
    assert (second["question"], fourth["question"]) == (ANSWERED, IN_ENGLISH)
    assert "1: broken" in outcome.err
    assert "\x1b" not in outcome.err


def test_a_closed_standard_input_is_misuse(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "sys", Namespace(stdin=None))
    assert run("ask", "-").status == 2
