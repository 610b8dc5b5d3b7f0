"""The other commands: the chat, build, verify, check."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from assistant import assets
from assistant.cli import texts
from assistant.store.verify import verify
from tests.cli.running import ANSWERED, Run


def test_without_a_command_the_chat_opens(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[tuple[Path | None, str | None]] = []

    def chat(database: Path | None, language: str | None) -> int:
        opened.append((database, language))
        return 2

    monkeypatch.setattr("assistant.tui.run_chat", chat)
    monkeypatch.setattr("assistant.cli.streams.on_a_screen", lambda: True)
    assert run().status == 2
    assert run("--language", "ja", "--db", str(tmp_path / "a.db")).status == 2
    assert opened == [(None, None), (str(tmp_path / "a.db"), "ja")]


def test_a_built_database_answers_as_the_embedded_one_does(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "built.db"
    built = run("build", "--output", str(target))
    assert built.status == 0
    assert str(target) in built.out
    assert run("ask", ANSWERED, "--db", str(target)) == run("ask", ANSWERED)


def test_documents_can_be_named(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "built.db"
    assert run("build", str(assets.asset("shiryo5.toml")), "--output", str(target)).status == 0
    assert run("ask", ANSWERED, "--db", str(target)).status == 0


def test_a_document_with_mistakes_is_a_fault_and_the_former_database_stays(run: Run, tmp_path: Path) -> None:
    target, document = tmp_path / "former.db", tmp_path / "bad.toml"
    target.write_bytes(b"former")
    document.write_text("[source]\n", encoding="utf-8")
    outcome = run("build", str(document), "--output", str(target))
    assert (outcome.status, outcome.out) == (2, "")
    assert "bad.toml" in outcome.err
    assert target.read_bytes() == b"former"


def test_verify_finds_everything_with_its_line_in_a_text_that_has_it_all(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("", encoding="utf-8")
    wanted = [finding.wanted for finding in verify(assets.asset("budget.db"), text)]
    text.write_text("\n".join(wanted), encoding="utf-8")
    outcome = run("verify", str(text))
    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert len(lines) == len(wanted) + 1
    assert all(line.startswith("line ") for line in lines[:-1])


def test_verify_says_what_is_missing_and_fails(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("内閣府\n研究開発政策課(内線4041)\n", encoding="utf-8")
    for language, missing, there in (("en", "missing ", "line 2 "), ("ja", "なし ", "2行 ")):
        outcome = run("verify", str(text), "--language", language)
        assert (outcome.status, outcome.err) == (1, "")
        assert any(line.startswith(missing) for line in outcome.out.splitlines())
        assert any(line.startswith(there) and "4041" in line for line in outcome.out.splitlines())


def test_verify_without_a_readable_text_is_a_fault(run: Run, tmp_path: Path) -> None:
    assert run("verify", str(tmp_path / "none.txt")).status == 2


def test_every_kind_of_finding_has_a_japanese_name(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("", encoding="utf-8")
    assert {finding.kind for finding in verify(assets.asset("budget.db"), text)} <= set(texts.FINDINGS)


def test_check_finds_no_mistake_in_our_own_intents(run: Run) -> None:
    assert run("check").status == 0


def test_check_lists_every_mistake_with_file_and_line(run: Run, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (tmp_path / "one.toml").write_text('name = "one"\nkind = "attribute"\nmisspelt = 1\n', encoding="utf-8")
    (tmp_path / "two.toml").write_text('name = "two\n', encoding="utf-8")
    outcome = run("check", str(tmp_path))
    assert (outcome.status, outcome.err) == (1, "")
    assert re.search(r"one\.toml:3: misspelt", outcome.out)
    assert re.search(r"two\.toml:1: ", outcome.out)


def test_check_names_a_feature_that_an_intent_takes_and_nothing_sets(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "intents"
    shutil.copytree(assets.asset("intents"), folder)
    file = folder / "amount.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("takes = [", 'takes = ["no_such_feature", ', 1), encoding="utf-8")
    outcome = run("check", str(folder))
    assert outcome.status == 1
    assert "no_such_feature" in outcome.out


def test_check_of_a_folder_without_intents_finds_that(run: Run, tmp_path: Path) -> None:
    assert run("check", str(tmp_path)).status == 1
