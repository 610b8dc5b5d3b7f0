"""One question: its answer for people and for programs, and the exit status."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import __version__, assets
from tests.cli.running import ANSWERED, IN_ENGLISH, Run, in_process_of_its_own, objects

STATUSES: dict[str, tuple[str, int]] = {
    "answered": (ANSWERED, 0),
    "greeted": ("こんにちは", 0),
    "asked back": ("予算は？", 1),
    "not in the source": ("脳の事業の内線は？", 1),
    "out of scope": ("What is the weather in Osaka tomorrow?", 1),
    "empty": ("", 1),
}


@pytest.mark.parametrize(("question", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_the_exit_status_says_whether_it_was_answered(run: Run, question: str, status: int) -> None:
    for options in ([], ["--json"], ["--explain"]):
        outcome = run("ask", question, *options)
        assert (outcome.status, outcome.err) == (status, "")
        assert outcome.out


def test_a_process_leaves_with_the_same_status_and_text(run: Run) -> None:
    for question in (ANSWERED, "予算は？"):
        inside, outside = run("ask", question), in_process_of_its_own("ask", question)
        assert (outside.returncode, outside.stdout.decode(), outside.stderr) == (inside.status, inside.out, b"")


def test_the_installed_command_is_this_one() -> None:
    script = Path(sys.executable).parent / "budget-assistant"
    if not script.exists():
        pytest.skip("the project is not installed in this environment")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"budget-assistant {__version__}\n"


def test_people_get_the_text_a_blank_line_and_what_was_understood(run: Run) -> None:
    answer = objects(run("ask", ANSWERED, "--json"))[0]
    text, _, notes = run("ask", ANSWERED).out.partition("\n\n")
    assert text == answer["text"]
    assert notes.startswith(f"解釈：{answer['understood']}\n")


def test_every_sheet_is_named_that_states_a_fact(run: Run) -> None:
    for question in (ANSWERED, IN_ENGLISH, "全ゲノムと脳の予算の差は？", "total of all programmes"):
        answer = objects(run("ask", question, "--json"))[0]
        shown = run("ask", question).out
        sheets = {fact["citation"]["sheet"] for fact in answer["facts"]} - {None}
        assert sheets
        assert all(re.search(f"[「“]{re.escape(sheet)}[」”]|{re.escape(sheet)}のシート", shown) for sheet in sheets)


def test_a_sheet_that_the_text_names_is_not_named_again(run: Run) -> None:
    shown = run("ask", ANSWERED).out
    assert shown.count("出典") == 1


def test_choices_are_numbered_and_are_whole_questions(run: Run) -> None:
    options = objects(run("ask", "予算は？", "--json"))[0]["options"]
    shown = run("ask", "予算は？").out.splitlines()
    assert options
    assert all(f"{number}. {option['question']}" in shown for number, option in enumerate(options, 1))


def test_words_that_were_not_quoted_are_one_question(run: Run) -> None:
    assert run("ask", *IN_ENGLISH.split()) == run("ask", IN_ENGLISH)


def test_a_question_may_begin_with_a_dash_after_two_dashes(run: Run) -> None:
    assert run("ask", "--", "-?", *IN_ENGLISH.split()).status == 0


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_language_of_the_answer_can_be_fixed(run: Run, language: str) -> None:
    for question in (ANSWERED, IN_ENGLISH):
        for words in (("ask", question, "--language", language), ("--language", language, "ask", question)):
            assert objects(run(*words, "--json"))[0]["language"] == language


def test_output_for_people_has_no_escape_sequences(run: Run) -> None:
    for words in ((ANSWERED,), (ANSWERED, "--explain"), ("予算は？",), ("\x1b[31m内線\x07\u202e",)):
        outcome = run("ask", *words)
        assert all(char == "\n" or char.isprintable() or char == "\u3000" for char in outcome.out + outcome.err)


def test_another_database_can_be_asked(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(assets.asset("budget.db").read_bytes())
    assert run("ask", ANSWERED, "--db", str(copy)) == run("--db", str(copy), "ask", ANSWERED) == run("ask", ANSWERED)
