"""The chat without a screen: lines in, answers out."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, unanswered
from assistant.cli import main, plain_texts, streams, texts
from assistant.cli.page import page
from assistant.conversation.kept import KeptConversation
from assistant.tui.desk import AssistantDesk
from tests.cli.running import ANSWERED, COMMAND, IN_ENGLISH, Outcome, Run, in_process_of_its_own

REFUSED = {"ja": "創薬ベンチャーの内線は？", "en": "extension for the drug discovery venture programme"}
PATIENCE = 30.0
"""Seconds until a process that says nothing has failed."""


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is not answered in a folder of this test."""
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))


def said(run: Run, *lines: str, language: str = "ja") -> Outcome:
    """Run the plain chat over these lines."""
    return run("--plain", "--language", language, stdin="\n".join(lines).encode())


@pytest.mark.parametrize(("question", "language"), [(ANSWERED, "ja"), (IN_ENGLISH, "en")])
def test_an_answer_is_the_page_that_ask_prints(run: Run, assistant: Assistant, question: str, language: str) -> None:
    outcome = run("--plain", stdin=question.encode())
    assert outcome == (0, f"{page(assistant.ask(question))}\n\n", "")
    assert said(run, question, language=language) == outcome


def test_a_follow_up_says_what_it_took_from_before(run: Run) -> None:
    out = said(run, "全ゲノムの予算は？", "内線は？").out
    assert "内線4041" in out
    assert "前の質問から：全ゲノム解析等の推進" in out
    assert "from before: Whole genome" in said(run, "the whole genome budget", "the extension?", language="en").out


@pytest.mark.parametrize("number", ["1", "1.", "(1)", "１", "1)"])
def test_a_number_chooses_an_option(run: Run, assistant: Assistant, number: str) -> None:
    option = assistant.ask("内線は？").options[0]
    out = said(run, "内線は？", number).out
    assert f"1. {option.question}" in out
    assert f"質問：{option.question}\n{assistant.ask(option.question).text}" in out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_number_chooses_one_of_the_questions_after_a_refusal(run: Run, assistant: Assistant, language: str) -> None:
    offered = assistant.conversation().reply(REFUSED[language]).next
    out = said(run, REFUSED[language], "2", language=language).out
    listed = "\n".join(f"{n}. {option.question}" for n, option in enumerate(offered, 1))
    assert f"{plain_texts.NEXT[language]}\n{listed}" in out
    assert assistant.ask(offered[1].question).text in out


@pytest.mark.parametrize(("language", "told"), [("ja", "1〜4 の番号"), ("en", "from 1 to 4")])
def test_a_number_that_is_not_there_is_told_and_the_choice_stays(run: Run, language: str, told: str) -> None:
    out = said(run, REFUSED[language], "9", "0", "1", language=language).out
    assert out.count(told) == 2
    assert plain_texts.CHOSEN[language].partition("{")[0] in out


def test_a_longer_number_is_an_extension_even_beside_choices(run: Run) -> None:
    assert "結核感染症課" in said(run, REFUSED["ja"], "8133").out


@pytest.mark.parametrize("language", ["ja", "en"])
def test_commands_are_told_in_the_language(run: Run, language: str) -> None:
    out = said(run, "/help", "/foo", "/source", "/clear", language=language).out
    for text in (plain_texts.HELP, plain_texts.NOTHING_YET, plain_texts.CLEARED):
        assert text[language] in out
    assert plain_texts.NO_SUCH_COMMAND[language].format(command="/foo") in out


def test_help_names_every_command() -> None:
    for language in ("ja", "en"):
        assert set(re.findall(r"^/[a-z]+", plain_texts.HELP[language], re.MULTILINE)) == {
            "/source", "/ja", "/en", "/clear", "/help", "/quit",
        }  # fmt: skip


def test_the_language_can_be_switched_on_the_way(run: Run) -> None:
    out = said(run, "/en", ANSWERED, "/ja", IN_ENGLISH).out
    assert out.index(plain_texts.SPEAKING["en"]) < out.index("Extensions of") < out.index(plain_texts.SPEAKING["ja"])
    assert "49億円です" in out


def test_clear_forgets_the_thread_and_the_choices(run: Run) -> None:
    assert "どの事業の内線でしょうか" in said(run, "全ゲノムの予算は？", "/clear", "内線は？").out
    assert plain_texts.CHOSEN["ja"].partition("{")[0] not in said(run, REFUSED["ja"], "/clear", "1").out


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        (ANSWERED, "ja", ("内線（研究開発政策課）：4041（出典「全ゲノム解析等実行計画2022の推進」）", ":v0 = 'whole-genome'")),
        (ANSWERED, "en", ("extension (Research and Development Policy Division): 4041 (sheet “全ゲノム", "SELECT")),
        ("文科省の合計は？", "ja", ("文科省・合計：572億円（計算した値）", ":v0 = ")),
        ("今日の天気は？", "ja", (plain_texts.NO_FACTS["ja"], "SQLは実行していません")),
    ],
    ids=["ja", "en", "computed", "none"],
)
def test_source_says_what_the_last_answer_rests_on(run: Run, question: str, language: str, expected: tuple[str, ...]) -> None:
    out = said(run, question, "/source", language=language).out
    assert all(text in out for text in expected), out


@pytest.mark.parametrize("word", ["/quit", "/exit", "/q", "quit", "Exit", "終了", "／ｑｕｉｔ"])
def test_a_word_leaves(run: Run, word: str) -> None:
    assert said(run, word, ANSWERED) == (0, "", "")


def test_empty_lines_are_passed_over_and_an_empty_input_ends_at_once(run: Run) -> None:
    assert said(run, "", "  ", "　") == (0, "", "")
    assert run("--plain") == (0, "", "")


def test_bytes_that_are_no_utf_8_are_replaced_and_told(run: Run) -> None:
    outcome = run("--plain", "--language", "ja", stdin="全ゲノムの内線は？".encode("euc_jp") + b"\n" + ANSWERED.encode())
    assert outcome.status == 0
    assert outcome.err.count(plain_texts.REPLACED["ja"]) == 1
    assert "内線4041" in outcome.out


def test_a_fault_of_one_question_is_told_and_the_next_is_answered(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = KeptConversation.reply

    def fails(self: KeptConversation, question: str) -> object:
        if question == "落ちる":
            raise RuntimeError("out of order")
        return reply(self, question)

    monkeypatch.setattr(KeptConversation, "reply", fails)
    outcome = said(run, "落ちる", ANSWERED)
    assert outcome.status == 2
    assert "out of order" in outcome.err
    assert "Traceback" not in outcome.err
    assert "内線4041" in outcome.out


def test_a_database_that_is_not_there_is_a_fault(run: Run, tmp_path: Path) -> None:
    outcome = run("--plain", "--db", str(tmp_path / "none.db"), "--language", "ja")
    assert (outcome.status, outcome.out) == (2, "")
    assert "none.db" in outcome.err


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_closed_input_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["--plain", "--language", language]) == 2
    assert texts.NO_INPUT[language] in capsys.readouterr().err


def test_it_is_no_option_of_a_command(run: Run) -> None:
    for language, told in (("ja", "併用できません"), ("en", "takes no command")):
        outcome = run("--plain", "ask", ANSWERED, "--language", language)
        assert (outcome.status, outcome.out) == (2, "")
        assert told in outcome.err


def test_nothing_that_steers_a_terminal_comes_back(run: Run) -> None:
    out = said(run, "\x1b[31m全ゲノム\x1b[0mの内線は？\x07", "/foo\x1b[2J").out
    assert "\x1b" not in out
    assert "\x07" not in out


def test_both_chats_keep_what_is_not_answered_with_the_question_before(run: Run) -> None:
    said(run, "脳の予算は？", "FAX番号は？")
    desk = AssistantDesk()
    for question in ("脳の予算は？", "メールは？"):
        desk.reply(question)
    assert [(kept.question, kept.after) for kept in unanswered.read()] == [
        ("FAX番号は？", "脳の予算は？"),
        ("メールは？", "脳の予算は？"),
    ]


def test_a_turn_put_right_is_not_kept_again(assistant: Assistant) -> None:
    chat = KeptConversation(assistant)
    for turn in ("脳の予算は？", "内線は？"):
        chat.reply(turn)
    chat.reply("内線は？", {"filter:program"})
    assert [kept.question for kept in unanswered.read()] == ["内線は？"]


@pytest.mark.parametrize("words", [("--plain",), ()], ids=["plain", "no-terminal"])
def test_without_a_terminal_no_screen_is_opened_and_textual_is_not_loaded(words: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from assistant.cli import main\n"
        f"status = main({list(words)!r})\n"
        "print(status, [n for n in sys.modules if n.split('.')[0] in ('textual', 'rich')])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=ANSWERED.encode(), capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "0 []"
    assert "内線4041" in done.stdout.decode()


def test_a_pipe_gets_each_answer_as_soon_as_it_is_there() -> None:
    with subprocess.Popen([*COMMAND, "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for question, expected in ((ANSWERED, "内線"), ("脳の予算は？", "40億円")):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert expected in process.stdout.readline().decode()
            while process.stdout.readline() != b"\n":
                pass
            while process.stdout.readline() != b"\n":
                pass
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_whoever_stops_reading_is_no_fault() -> None:
    done = subprocess.run(
        f"{sys.executable} -m assistant --plain | head -1", shell=True, input=(ANSWERED + "\n").encode() * 50,
        capture_output=True, check=True,
    )  # fmt: skip
    assert "内線" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("driver", "terminals", "screen"),
    [(None, (True, True), True), (None, (False, True), False), (None, (True, False), False), ("web", (False, False), True)],
    ids=["terminal", "input-piped", "output-piped", "driver"],
)
def test_a_screen_needs_both_ends_or_a_driver(
    monkeypatch: pytest.MonkeyPatch, driver: str | None, terminals: tuple[bool, bool], screen: bool
) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    if driver:
        monkeypatch.setenv("TEXTUAL_DRIVER", driver)
    ends = dict(zip((sys.stdin, sys.stdout), terminals, strict=True))
    monkeypatch.setattr(streams, "is_terminal", lambda stream: ends[stream])
    assert streams.on_a_screen() == screen


class Terminal:
    """The plain chat in a terminal of its own."""

    def __init__(self, language: str) -> None:
        import pty

        self.screen, inside = pty.openpty()
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        self.process = subprocess.Popen(
            [*COMMAND, "--plain", "--language", language],
            stdin=inside, stdout=inside, stderr=inside, env=environment, start_new_session=True,
            preexec_fn=lambda: _control(inside),  # noqa: PLW1509 - this process has no threads
        )  # fmt: skip
        os.close(inside)
        self.shown = b""

    def until(self, text: str) -> str:
        """Return what is shown up to a text; fail where it does not come."""
        while text.encode() not in self.shown:
            ready, _, _ = select.select([self.screen], [], [], PATIENCE)
            assert ready, self.shown.decode(errors="replace")
            self.shown += self._read()
        before, _, self.shown = self.shown.partition(text.encode())
        return before.decode(errors="replace")

    def type(self, keys: bytes) -> None:
        """Type."""
        os.write(self.screen, keys)

    def interrupt(self) -> None:
        """Press Ctrl+C until it is heard: readline notices a signal that comes between two keys with the next one only."""
        for _ in range(int(PATIENCE)):
            os.write(self.screen, b"\x03")
            ready, _, _ = select.select([self.screen], [], [], 1.0)
            if ready:
                return

    def leave(self) -> int:
        """Return the exit status, with what was shown last."""
        while more := self._read():
            self.shown += more
        return self.process.wait(PATIENCE)

    def _read(self) -> bytes:
        try:
            return os.read(self.screen, 65536)
        except OSError:  # the other end is closed
            return b""


def _control(terminal: int) -> None:
    """Make a terminal the one that Ctrl+C comes from."""
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


@pytest.fixture(params=["ja", "en"])
def terminal(request: pytest.FixtureRequest) -> Iterator[tuple[Terminal, str]]:
    """Return a plain chat in a terminal, and its language."""
    pytest.importorskip("pty")
    opened = Terminal(request.param)
    yield opened, request.param
    if opened.process.poll() is None:
        os.kill(opened.process.pid, signal.SIGKILL)
        opened.process.wait()
    os.close(opened.screen)


def test_in_a_terminal_it_greets_prompts_and_survives_ctrl_c(terminal: tuple[Terminal, str]) -> None:
    chat, language = terminal
    prompt = plain_texts.PROMPT[language]
    asked = {"ja": "医療R&D補正予算（9事業・2022-11-15）", "en": "Medical R&D supplementary budget (9 programmes, 2022-11-15)"}
    greeting = plain_texts.GREETING[language].format(data=asked[language])
    assert greeting.splitlines() == chat.until(prompt).strip().splitlines()
    chat.type("脳の".encode())
    chat.until("の")
    chat.interrupt()
    assert plain_texts.HOW_TO_LEAVE[language] in chat.until(prompt)
    chat.type(f"{ANSWERED}\n".encode())
    assert "4041" in chat.until(prompt)
    chat.type(b"\x04")
    assert chat.leave() == 0
    assert b"Traceback" not in chat.shown


def test_a_process_of_its_own_needs_no_terminal() -> None:
    done = in_process_of_its_own("--language", "ja", stdin=f"{ANSWERED}\n/quit\n".encode(), LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "内線4041" in done.stdout.decode()


def test_the_language_that_was_set_is_spoken_and_a_mistake_in_the_settings_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path))
    file = tmp_path / "settings.toml"
    file.write_text('language = "en"\n', encoding="utf-8")
    assert "8133" in (answered := run("--plain", stdin="結核感染症課の内線は？".encode()).out)
    assert "extension" in answered.lower()
    assert "内線" in run("--plain", "--language", "ja", stdin="結核感染症課の内線は？".encode()).out
    file.write_text("language = 3\n", encoding="utf-8")
    outcome = run("--plain", stdin=ANSWERED.encode())
    assert outcome.status == 0
    assert "language" in outcome.err
