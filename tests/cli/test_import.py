"""`import judgit`: files become a database; what is read, skipped and refused is said in both languages."""

from __future__ import annotations

import gzip
import io
import re
import sys
from pathlib import Path

import pytest

from assistant import folders
from assistant.cli import importing
from assistant.store.register.model import Fault
from tests.cli.running import Run, in_process_of_its_own
from tests.store.register.sheets import put, rows, sheet

BOTH = pytest.mark.parametrize("language", ["ja", "en"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put(
        tmp_path / "sheets.ndjson", sheet(2022, "0001"), sheet(2023, "0001"), "{", sheet(2023, "0002", 事業名="灯台の塗装")
    )


@BOTH
def test_an_import_says_what_it_made_and_what_it_left_out(run: Run, tmp_path: Path, file: Path, language: str) -> None:
    target = tmp_path / "register.db"
    outcome = run("import", "judgit", str(file), "--db", str(target), "--language", language)
    assert outcome.status == 0
    made, how = outcome.out.splitlines()
    assert (
        made
        == {
            "ja": f"{target} を作成しました。シート 3枚、事業 2件、レビュー年度 2022〜2023、読み飛ばし 1行。",
            "en": f"Made {target}. Sheets: 3, programmes: 2, review years: 2022–2023, lines skipped: 1.",
        }[language]
    )
    assert f'budget-assistant --db "{target}"' in how
    skipped, read = outcome.err.splitlines()
    assert skipped.startswith(f"budget-assistant: {file}:3")
    assert skipped.endswith({"ja": "（読み飛ばしました）", "en": "(skipped)"}[language])
    assert read == f"budget-assistant: {file}: " + {"ja": "3枚", "en": "sheets 3"}[language]
    assert rows(target, "SELECT COUNT(*) FROM review_sheet") == [(3,)]


@BOTH
def test_a_second_import_says_that_it_replaced(run: Run, tmp_path: Path, file: Path, language: str) -> None:
    words = ("import", "judgit", str(file), "--db", str(tmp_path / "register.db"), "--language", language)
    first, second = run(*words), run(*words)
    assert len(second.out.splitlines()) == len(first.out.splitlines()) + 1
    assert {"ja": "置き換えました", "en": "replaced the former database"}[language] in second.out


@BOTH
def test_strict_stops_with_nothing_changed(run: Run, tmp_path: Path, file: Path, language: str) -> None:
    target = tmp_path / "register.db"
    assert run("import", "judgit", str(file), "--db", str(target)).status == 0
    before = target.read_bytes()
    outcome = run("import", "judgit", str(file), "--db", str(target), "--strict", "--language", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"{file}:3: " in outcome.err
    assert bool(re.search("[ぁ-ん]", outcome.err)) == (language == "ja")
    assert target.read_bytes() == before


def test_without_a_path_the_database_is_in_the_users_folder(run: Run, file: Path) -> None:
    target = folders.data() / "register.db"
    assert not target.exists()
    try:
        assert run("import", "judgit", str(file)).status == 0
        assert rows(target, "SELECT COUNT(*) FROM programme") == [(2,)]
    finally:
        target.unlink(missing_ok=True)


def test_the_database_can_be_named_before_the_command(run: Run, tmp_path: Path, file: Path) -> None:
    assert run("--db", str(tmp_path / "before.db"), "import", "judgit", str(file)).status == 0
    assert (tmp_path / "before.db").is_file()


@BOTH
@pytest.mark.parametrize(
    ("content", "ja", "en"),
    [
        (None, "がありません", "there is no file"),
        (b"", "読み込めるシートがありません", "there is no sheet"),
        (gzip.compress(b"{}\n" * 99)[:-9], "途中で切れています", "is cut off"),
    ],
    ids=["missing", "empty", "cut off"],
)
def test_a_file_that_cannot_be_read_is_a_fault(
    run: Run, tmp_path: Path, language: str, content: bytes | None, ja: str, en: str
) -> None:
    file = tmp_path / "sheets.ndjson.gz"
    if content is not None:
        file.write_bytes(content)
    outcome = run("import", "judgit", str(file), "--db", str(tmp_path / "register.db"), "--language", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert {"ja": ja, "en": en}[language] in outcome.err
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "register.db").exists()


@BOTH
@pytest.mark.parametrize("words", [(), ("xml", "a"), ("judgit",)], ids=["no format", "an unknown format", "no file"])
def test_misuse_is_explained(run: Run, language: str, words: tuple[str, ...]) -> None:
    outcome = run("import", *words, "--language", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert bool(re.search("[ぁ-ん]", outcome.err)) == (language == "ja")


@BOTH
@pytest.mark.parametrize("words", [("import",), ("import", "judgit")])
def test_help_speaks_both_languages(run: Run, language: str, words: tuple[str, ...]) -> None:
    outcome = run(*words, "--help", "--language", language)
    assert (outcome.status, outcome.err) == (0, "")
    assert bool(re.search("[ぁ-ん]", outcome.out)) == (language == "ja")


def test_a_terminal_steering_name_is_made_harmless(run: Run, tmp_path: Path) -> None:
    file = put(tmp_path / "sheets.ndjson", sheet(2023, "0001"), sheet(2023, "0002", 府省庁="月\u001b[2J省"))
    outcome = run("import", "judgit", str(file), "--db", str(tmp_path / "register.db"))
    assert outcome.status == 0
    assert "\u001b" not in outcome.err


def test_an_import_in_a_process_of_its_own_writes_no_bar_into_a_pipe(tmp_path: Path, file: Path) -> None:
    done = in_process_of_its_own("import", "judgit", str(file), "--db", str(tmp_path / "register.db"))
    assert done.returncode == 0
    assert b"\r\x1b" not in done.stderr
    assert "█" not in done.stderr.decode()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@BOTH
def test_on_a_terminal_a_bar_shows_share_rate_and_remaining_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    file = put(tmp_path / "sheets.ndjson", sheet(2023, "0001"))
    screen = _Terminal()
    times = iter(range(0, 1000, 10))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr("assistant.cli.importing.time.monotonic", lambda: float(next(times)))
    progress = importing.Progress([file], "ja" if language == "ja" else "en")
    progress.reading(file.stat().st_size // 2, 1000)
    progress.finished(file, 2000)
    progress.writing(1, 2)
    progress.skipped(Fault(file, 3, "理由", "reason"))
    progress.indexing()
    progress.clear()
    shown = [part.removesuffix("\x1b[K") for part in screen.getvalue().split("\r") if "%" in part]
    phases = {"ja": ["読み込み中", "書き込み中", "索引を作成中"], "en": ["reading", "writing", "indexing"]}[language]
    assert [line.split()[0] for line in shown] == phases
    assert [int(re.findall(r"(\d+)%", line)[0]) for line in shown] == [32, 77, 90]
    assert {"ja": "100枚/秒  残り21秒", "en": "100 sheets/s  21 s left"}[language] in shown[0]
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("seconds", "ja", "en"), [(0.4, "0秒", "0 s"), (59.6, "1分00秒", "1 min 00 s"), (125, "2分05秒", "2 min 05 s")]
)
def test_a_time_to_come_is_in_minutes_and_seconds(seconds: float, ja: str, en: str) -> None:
    assert importing.duration(seconds, "ja") == ja
    assert importing.duration(seconds, "en") == en
