"""Which data are asked: what names mean, what goes before what, and what was opened lately."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import databases, settings
from assistant.errors import StoreError
from assistant.settings import SettingsError


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test folders of its own."""
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("BUDGET_ASSISTANT_DATA", str(tmp_path / "data"))
    return tmp_path


def _there(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize("name", [None, "", " ", "embedded"], ids=repr)
def test_no_name_and_the_word_embedded_mean_the_data_that_come_with_the_program(name: str | None) -> None:
    assert databases.named(name) is None


def test_a_path_may_begin_in_the_home_folder_and_a_relative_one_in_a_folder_that_is_given(tmp_path: Path) -> None:
    assert databases.named("~/a.db") == Path("~/a.db").expanduser()
    assert databases.named("a.db", tmp_path) == tmp_path / "a.db"
    assert databases.named("/b/a.db", tmp_path) == Path("/b/a.db")


def test_a_home_folder_that_nobody_has_is_told_in_both_languages() -> None:
    with pytest.raises(StoreError) as caught:
        databases.named("~nobody-has-this-name/a.db")
    assert "使えません" in caught.value.message("ja")
    assert "cannot be the name of a file" in caught.value.message("en")


def test_the_option_goes_before_the_setting_and_the_setting_before_nothing(tmp_path: Path) -> None:
    assert databases.chosen(None) is None
    mine = _there(tmp_path / "mine.db")
    settings.save("database", str(mine))
    assert databases.chosen(None) == mine
    assert databases.chosen("embedded") is None
    assert databases.chosen("other.db") == Path("other.db")


def test_a_relative_path_of_the_settings_is_one_of_their_folder(tmp_path: Path) -> None:
    mine = _there(tmp_path / "config" / "mine.db")
    settings.save("database", "mine.db")
    assert databases.chosen(None) == mine


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_file_of_the_settings_that_is_gone_is_told_with_what_to_do(tmp_path: Path, language: str) -> None:
    settings.save("database", str(tmp_path / "gone.db"))
    with pytest.raises(StoreError) as caught:
        databases.chosen(None)
    said = caught.value.message(language)
    assert all(part in said for part in ("gone.db", "settings.toml", "--db embedded"))


def test_a_mistake_in_the_setting_names_what_is_allowed() -> None:
    file = settings.path()
    file.parent.mkdir(parents=True)
    file.write_text("database = 3\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        databases.chosen(None)
    assert '"embedded" かファイルのパス' in caught.value.message("ja")
    assert '"embedded" or the path of a file' in caught.value.message("en")


def test_what_was_opened_lately_is_kept_once_the_newest_first_and_only_while_it_is_there(tmp_path: Path) -> None:
    files = [_there(tmp_path / f"{number}.db") for number in range(databases.MOST + 2)]
    for file in (*files, files[-3]):
        databases.remember(file)
    assert databases.recent() == [files[-3], files[-1], files[-2], *files[-4 : -databases.MOST - 1 : -1]][: databases.MOST]
    files[-3].unlink()
    assert files[-3] not in databases.recent()


@pytest.mark.parametrize("text", ["", "{", "3", '["a", 3, "\\u0000"]'], ids=repr)
def test_a_damaged_list_of_what_was_opened_is_an_empty_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "data" / databases.FILE
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert databases.recent() == []


def test_where_nothing_can_be_written_nothing_is_remembered_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    databases.remember(_there(tmp_path / "a.db"))
    assert databases.recent() == []
