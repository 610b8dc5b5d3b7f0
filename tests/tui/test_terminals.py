"""What terminals send, fed as bytes to the chat in a terminal: commits arrive whole, and one Enter asks once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.tui.words.chat import PROMPT_PLACEHOLDER

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.tui.terminal import Terminal

EMPTY = PROMPT_PLACEHOLDER["ja"]
COMMITS = {
    2: "予算",
    5: "全ゲノムの",
    9: "全ゲノムの内線は？",
    30: "令和四年度補正予算案の感染症危機管理体制強化事業の担当課内線",
}
FENCE = "次の予算は？"
CTRL_L, CTRL_U, CTRL_W, ENTER = b"\x0c", b"\x15", b"\x17", b"\r"
FOCUS_IN, FOCUS_OUT = b"\x1b[I", b"\x1b[O"
PASTE, PASTED = b"\x1b[200~", b"\x1b[201~"


def kitty(text: str) -> bytes:
    """Return a text as a terminal reports it that reports text with keys."""
    return f"\x1b[0;;{':'.join(str(ord(char)) for char in text)}u".encode()


def split(text: str) -> tuple[bytes, bytes]:
    """Return a text in two reads, the first of which ends inside a character."""
    data = text.encode()
    return data[: len(data) // 2 + (len(data) // 2 % 3 == 0)], data[len(data) // 2 + (len(data) // 2 % 3 == 0) :]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Start one chat for all cases."""
    terminal = Terminal(tmp_path_factory.mktemp("terminal") / "asked")
    try:
        terminal.until_prompt(EMPTY)
        yield terminal
    finally:
        terminal.close()


@dataclass
class Case:
    """A chat with nothing in it, and how much it had been asked before."""

    terminal: Terminal
    before: int

    @property
    def asked(self) -> list[str]:
        """The questions of this case."""
        return self.terminal.asked[self.before :]

    def ask_another(self) -> None:
        """Ask one more question: whatever was sent before it has come through when it is asked."""
        self.terminal.send(FENCE)
        self.terminal.until_prompt(FENCE)
        self.terminal.send(ENTER)
        self.terminal.until(lambda: FENCE in self.asked, "the question after it")


@pytest.fixture
def case(running: Terminal) -> Case:
    """Clear the chat."""
    if running.screen.columns != 80:
        running.resize(80, 24)
    running.send(FOCUS_IN + b"\x1b[F" + CTRL_U)
    running.until_prompt(EMPTY)
    if not any("ふだんの言葉で" in line for line in running.lines):
        running.send(CTRL_L)
        running.until_line("ふだんの言葉で")
    running.until_prompt(EMPTY)
    return Case(running, len(running.asked))


@pytest.mark.parametrize("length", COMMITS)
@pytest.mark.parametrize(
    "way", ["at-once", "split-inside-a-character", "kitty-text", "kitty-text-in-two-reads", "kitty-letters"]
)
def test_a_commit_arrives_whole(case: Case, length: int, way: str) -> None:
    commit = COMMITS[length]
    assert len(commit) == length
    reported = kitty(commit)
    pieces = {
        "at-once": (commit.encode(),),
        "split-inside-a-character": split(commit),
        "kitty-text": (reported,),
        "kitty-text-in-two-reads": (reported[:9], reported[9:]),
        "kitty-letters": (b"".join(map(kitty, commit)),),
    }[way]
    case.terminal.send(*pieces)
    case.terminal.until_prompt(commit)
    assert case.asked == []


@pytest.mark.parametrize("length", COMMITS)
@pytest.mark.parametrize(
    ("before", "enter"),
    [
        pytest.param(b"", ENTER, id="enter-behind-the-commit-in-the-same-read"),
        pytest.param(b"\x1b[?2026;2$y", ENTER, id="behind-an-answer-of-the-terminal"),
        pytest.param(b"", b"\x1b[13u", id="enter-as-a-kitty-report"),
        pytest.param(b"", b"\x1b[13;1:1u\x1b[13;1:3u", id="enter-pressed-and-let-go-as-kitty-reports"),
    ],
)
def test_enter_behind_a_commit_asks_it_once(case: Case, length: int, before: bytes, enter: bytes) -> None:
    case.terminal.send(before + COMMITS[length].encode() + enter)
    case.terminal.until(lambda: case.asked == [COMMITS[length]], "the question")
    case.terminal.until_prompt(EMPTY)
    case.ask_another()
    assert case.asked == [COMMITS[length], FENCE]


def test_enter_that_ends_a_conversion_and_is_swallowed_sends_nothing(case: Case) -> None:
    """The input method keeps it: only the committed text arrives, and the next Enter asks."""
    case.terminal.send(COMMITS[9])
    case.terminal.until_prompt(COMMITS[9])
    assert case.asked == []
    case.terminal.send(ENTER)
    case.terminal.until(lambda: case.asked == [COMMITS[9]], "the question")


def test_enter_that_ends_a_conversion_and_arrives_too_asks_once_and_the_next_enter_nothing(case: Case) -> None:
    case.terminal.send(COMMITS[9].encode() + ENTER)
    case.terminal.until(lambda: case.asked == [COMMITS[9]], "the question")
    case.terminal.until_prompt(EMPTY)
    case.terminal.send(ENTER)
    case.ask_another()
    assert case.asked == [COMMITS[9], FENCE]


def test_text_committed_behind_an_enter_stays_in_the_prompt(case: Case) -> None:
    case.terminal.send(COMMITS[9].encode() + ENTER + COMMITS[5].encode())
    case.terminal.until(lambda: case.asked == [COMMITS[9]], "the question")
    case.terminal.until_prompt(COMMITS[5])
    assert case.asked == [COMMITS[9]]


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n"], ids=["cr", "lf", "crlf"])
def test_pasted_lines_are_joined_and_not_sent(case: Case, ending: bytes) -> None:
    lines = ("全ゲノムの", "  内線は？", "")
    case.terminal.send(PASTE + ending.join(line.encode() for line in lines) + PASTED)
    case.terminal.until_prompt("全ゲノムの 内線は？")
    assert case.asked == []


def test_a_paste_in_several_reads_is_one_paste(case: Case) -> None:
    data = PASTE + "全ゲノムの\r内線は？".encode() + PASTED
    case.terminal.send(data[:4], data[4:11], data[11:-3], data[-3:])
    case.terminal.until_prompt("全ゲノムの 内線は？")
    assert case.asked == []


KEYS = [
    pytest.param(CTRL_W, "全ゲノムの内線は", id="ctrl-w-takes-the-mark"),
    pytest.param(CTRL_W * 3, "全ゲノムの", id="ctrl-w-takes-one-run-each"),
    pytest.param(b"\x1b\x7f" * 2, "全ゲノムの内線", id="alt-backspace"),
    pytest.param(b"\x7f", "全ゲノムの内線は", id="backspace-del"),
    pytest.param(b"\x08", "全ゲノムの内線は", id="backspace-bs"),
    pytest.param(b"\x1b[D" * 2 + b"a", "全ゲノムの内線aは？", id="arrows-in-normal-mode"),
    pytest.param(b"\x1bOD" * 2 + b"a", "全ゲノムの内線aは？", id="arrows-in-application-mode"),
    pytest.param(b"\x1b[1;5D" * 2 + b"a", "全ゲノムの内線aは？", id="ctrl-arrows"),
    pytest.param(b"\x1b[H" + "新".encode(), "新全ゲノムの内線は？", id="home"),
    pytest.param(b"\x1b[1~" + "新".encode(), "新全ゲノムの内線は？", id="home-as-tilde"),
    pytest.param(b"\x1bOH" + b"\x1bOF" + "新".encode(), "全ゲノムの内線は？新", id="home-and-end-in-application-mode"),
    pytest.param(b"\x1b[97;5u" + "新".encode(), "新全ゲノムの内線は？", id="ctrl-a-as-a-kitty-report"),
    pytest.param(b"\x1b[97u\x1b[98:66;2u\x1b[97;1:3u", "全ゲノムの内線は？aB", id="letters-as-kitty-reports"),
    pytest.param(b"\x1b[13;5u" + b"x", "全ゲノムの内線は？x", id="ctrl-enter-of-tmux-with-extended-keys"),
    pytest.param(b"\x1b[0;;7:27:55296:9999999999:12354u", "全ゲノムの内線は？あ", id="kitty-text-with-what-is-no-character"),
    pytest.param(FOCUS_OUT + FOCUS_IN + "あ".encode(), "全ゲノムの内線は？あ", id="focus-out-and-in"),
    pytest.param(b"\x1b[<35;10;5M" * 20 + "あ".encode(), "全ゲノムの内線は？あ", id="the-mouse-moves"),
    pytest.param(b"\x1b[<64;10;5M\x1b[<65;10;5M" + "あ".encode(), "全ゲノムの内線は？あ", id="the-wheel"),
    pytest.param(b"\x1b[M\x40\x2a\x25" + "あ".encode(), "全ゲノムの内線は？あ", id="the-mouse-of-an-old-terminal"),
    pytest.param(b"\x1b[<35;-1;5M" + "あ".encode(), "全ゲノムの内線は？あ", id="a-mouse-outside-the-window"),
]


@pytest.mark.parametrize(("keys", "left"), KEYS)
def test_keys_and_noise_do_what_they_should_and_no_more(case: Case, keys: bytes, left: str) -> None:
    case.terminal.send(COMMITS[9])
    case.terminal.until_prompt(COMMITS[9])
    case.terminal.send(keys)
    case.terminal.until_prompt(left)
    assert case.asked == []


@pytest.mark.parametrize("up", [b"\x1b[A", b"\x1bOA"], ids=["normal-mode", "application-mode"])
def test_the_arrow_up_brings_the_question_back(case: Case, up: bytes) -> None:
    case.terminal.send(COMMITS[9].encode() + ENTER)
    case.terminal.until(lambda: case.asked == [COMMITS[9]], "the question")
    case.terminal.until_prompt(EMPTY)
    case.terminal.send(up)
    case.terminal.until_prompt(COMMITS[9])


def test_the_terminal_is_never_asked_to_report_keys(running: Terminal) -> None:
    assert b"\x1b[?1049h" in running.written
    assert b"\x1b[>" not in running.written


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (120, 36), (80, 24)])
def test_the_caret_of_the_terminal_follows_resizes_and_answers(case: Case, columns: int, rows: int) -> None:
    terminal = case.terminal
    terminal.send(COMMITS[5])
    terminal.until_prompt(COMMITS[5])
    terminal.resize(columns, rows)
    terminal.until(lambda: _caret_is_behind(terminal, COMMITS[5], rows - 5), "the caret behind the text")
    terminal.send(ENTER)
    terminal.until(lambda: case.asked == [COMMITS[5]], "the question")
    terminal.send(COMMITS[5])
    terminal.until(lambda: _caret_is_behind(terminal, COMMITS[5], rows - 5), "the caret after an answer")


def _caret_is_behind(terminal: Terminal, text: str, row: int) -> bool:
    """Whether the terminal's caret stands in the cell behind the text in the prompt, wherever the prompt is."""
    line = terminal.lines[row]
    return text in line and terminal.caret == (line.index("│") + 3 + 2 * len(text), row)


def test_the_chat_ends_when_its_terminal_is_gone(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "asked")
    try:
        terminal.until_prompt(EMPTY)
        assert terminal.hang_up() != 0
    finally:
        terminal.process.kill()
