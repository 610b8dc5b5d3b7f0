"""Earlier questions on this machine: kept, found again, forgotten, and never a fault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import history, settings


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))
    return tmp_path


def test_with_nothing_kept_there_is_nothing_to_read() -> None:
    assert history.read() == []


def test_questions_come_back_in_order_each_where_it_was_asked_last() -> None:
    for question in ("一", "二", "一"):
        history.keep(question)
    assert history.read() == ["二", "一"]


@pytest.mark.parametrize("question", ["全ゲノムの\n内線", '"quoted"', "🎌", "\ud800", "a\u2028b"])
def test_any_text_comes_back_as_it_was(question: str) -> None:
    history.keep(question)
    assert history.read() == [question]


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_blanks_are_not_kept(blank: str) -> None:
    history.keep(blank)
    assert history.read() == []


def test_only_so_many_are_kept_and_the_file_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 10)
    for number in range(40):
        history.keep(str(number))
    assert history.read() == [str(number) for number in range(30, 40)]
    assert len(history.path().read_text().splitlines()) <= 15


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_nobody_else_may_read_it() -> None:
    history.keep("一")
    history.forget("二")
    assert history.path().stat().st_mode & 0o777 == 0o600


def test_a_question_is_forgotten_wherever_it_stands() -> None:
    for question in ("一", "二", "一", "三"):
        history.keep(question)
    history.forget("一")
    assert history.read() == ["二", "三"]
    assert '"\\u4e00"' not in history.path().read_text()


def test_everything_is_forgotten_at_once() -> None:
    history.keep("一")
    history.keep("二")
    assert history.clear() == 2
    assert history.read() == []
    assert history.clear() == 0


def test_damaged_lines_are_passed_over() -> None:
    history.keep("一")
    with history.path().open("a", encoding="utf-8") as file:
        file.write('nonsense\n{"question": 3}\n[]\n{"other": "x"}\n')
    history.keep("二")
    assert history.read() == ["一", "二"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "file" / "data"))
    history.keep("一")
    history.forget("一")
    assert history.read() == []


def test_a_question_that_cannot_be_forgotten_is_told() -> None:
    history.keep("一")
    (history.path().parent / f"history.{os.getpid()}.tmp").mkdir()
    with pytest.raises(OSError, match="history"):
        history.forget("一")
    assert history.read() == ["一"]


def test_switched_off_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path))
    settings.save("keep_history", False)
    history.keep("一")
    assert not history.path().exists()


def test_settings_that_cannot_be_read_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path))
    (tmp_path / settings.FILE).write_text("not = = toml")
    history.keep("一")
    assert not history.path().exists()


def test_chats_that_run_at_once_lose_nothing_of_each_other() -> None:
    code = (
        "import sys; from assistant import history; [history.keep(f'{sys.argv[1]}{n}') for n in range(20)]; history.forget('x')"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name], env=dict(os.environ)) for name in ("a", "b", "c")]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert sorted(history.read()) == sorted(f"{name}{number}" for name in "abc" for number in range(20))
