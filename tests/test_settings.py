"""Settings: every key has a default, a mistake is told with its place, and saving one leaves all else as it is."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from assistant import settings
from assistant.settings import Settings, SettingsError

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a settings file of its own, which is not there yet."""
    monkeypatch.setenv("BUDGET_ASSISTANT_CONFIG", str(tmp_path / "config"))
    monkeypatch.delenv("BUDGET_ASSISTANT_KEEP_UNANSWERED", raising=False)
    return tmp_path / "config" / "settings.toml"


def write(file: Path, text: str, encoding: str = "utf-8") -> None:
    """Write the settings file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding=encoding)


def test_without_a_file_everything_has_its_default() -> None:
    assert settings.load() == Settings()


def test_a_file_may_set_everything(file: Path) -> None:
    write(
        file,
        'language = "en"\ndatabase = "~/register.db"\ntheme = "washi"\nlayout = "compact"\nclipboard = "off"\n'
        "suggestions = false\nkeep_history = false\nkeep_unanswered = false\ncsv_bom = false\n",
    )
    assert settings.load() == Settings("en", "~/register.db", "washi", "compact", False, False, False, "off", False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param('theme = "washi"\nfrom_the_future = [1, 2]\n[table]\ntheme = 3\n', "utf-8", id="unknown-keys-and-tables"),
        pytest.param('theme = "washi"\n', "utf-8-sig", id="byte-order-mark-of-notepad"),
        pytest.param('theme = "washi"\r\n', "utf-8", id="windows-line-ends"),
    ],
)
def test_what_is_no_mistake_is_read(file: Path, text: str, encoding: str) -> None:
    write(file, text, encoding)
    assert settings.load() == Settings(theme="washi")


MISTAKES = [
    pytest.param("keep_history = 3", ["keep_history", "true か false", "3"], ["keep_history", "true or false", "3"], id="bool"),
    pytest.param(
        'csv_bom = "yes"', ["csv_bom", "true か false", '"yes"'], ["csv_bom", "true or false", '"yes"'], id="word-for-a-bool"
    ),
    pytest.param(
        'language = "fr"',
        ["language", '"ja"・"en"・"auto" のいずれかにしてください', '"fr"'],
        ["language", '"ja", "en" or "auto"', '"fr"'],
        id="word-that-is-none",
    ),
    pytest.param(
        "clipboard = true", ["clipboard", '"terminal"', "true"], ["clipboard", '"terminal"', "true"], id="bool-for-a-word"
    ),
    pytest.param('theme = ""', ["theme", "名前"], ["theme", "a name"], id="empty-name"),
    pytest.param("theme = 1", ["theme", "名前"], ["theme", "a name"], id="number-for-a-name"),
    pytest.param("language = [1]", ["language", "[1]"], ["language", "[1]"], id="list"),
    pytest.param("a =", ["読めません"], ["Cannot read"], id="no-toml"),
]


@pytest.mark.parametrize(("text", "japanese", "english"), MISTAKES)
def test_a_mistake_names_file_key_and_what_is_allowed(file: Path, text: str, japanese: list[str], english: list[str]) -> None:
    write(file, text)
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert [part for part in [str(file), *japanese] if part not in caught.value.message("ja")] == []
    assert [part for part in [str(file), *english] if part not in caught.value.message("en")] == []


def test_every_mistake_is_told_at_once(file: Path) -> None:
    write(file, 'language = "fr"\nlayout = "tall"\nsuggestions = 0\n')
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert [line.split(" in ")[0] for line in caught.value.message("en").splitlines()] == ["language", "layout", "suggestions"]
    assert len(caught.value.message("ja").splitlines()) == 3


def test_a_file_that_is_not_utf_8_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes('theme = "和紙"'.encode("cp932"))
    with pytest.raises(SettingsError, match="Cannot read"):
        settings.load()


def test_the_environment_goes_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, "keep_unanswered = true\n")
    monkeypatch.setenv("BUDGET_ASSISTANT_KEEP_UNANSWERED", "off")
    assert settings.load() == replace(Settings(), keep_unanswered=False)


SAVED = [
    pytest.param("", "theme", "washi", 'theme = "washi"\n', id="no-file"),
    pytest.param("csv_bom = true\n", "csv_bom", False, "csv_bom = false\n", id="bool"),
    pytest.param(
        '# mine\ntheme = "sumi"  # dark\nnew = 1\n',
        "theme",
        "washi",
        '# mine\ntheme = "washi"  # dark\nnew = 1\n',
        id="comments-and-other-lines-stay",
    ),
    pytest.param(
        'theme = "a#b" # c\n', "theme", 'quo"te\\n', 'theme = "quo\\"te\\\\n" # c\n', id="signs-inside-strings-are-no-comment"
    ),
    pytest.param("theme='sumi'\n", "theme", "和紙", 'theme = "和紙"\n', id="other-quotes"),
    pytest.param(
        "a = 1\n[later]\ntheme = 3\n",
        "theme",
        "washi",
        'theme = "washi"\na = 1\n[later]\ntheme = 3\n',
        id="a-table-of-a-newer-version-stays",
    ),
    pytest.param("theme_old = 1\n", "theme", "washi", 'theme = "washi"\ntheme_old = 1\n', id="a-longer-name-is-another"),
]


@pytest.mark.parametrize(("before", "name", "value", "after"), SAVED)
def test_saving_one_setting_leaves_the_rest_of_the_file(
    file: Path, before: str, name: str, value: bool | str, after: str
) -> None:
    if before:
        write(file, before)
    assert settings.save(name, value) == file
    assert file.read_text(encoding="utf-8") == after
    assert getattr(settings.load(), name) == value
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("name", "value"), [("language", "fr"), ("theme", ""), ("csv_bom", "yes"), ("clipboard", True), ("nothing", True)]
)
def test_what_cannot_be_read_back_is_not_saved(file: Path, name: str, value: bool | str) -> None:
    with pytest.raises(ValueError, match=name):
        settings.save(name, value)
    assert not file.exists()


def test_a_file_with_mistakes_is_not_written_over(file: Path) -> None:
    write(file, "theme = \n")
    with pytest.raises(SettingsError):
        settings.save("csv_bom", False)
    assert file.read_text(encoding="utf-8") == "theme = \n"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_folder_that_cannot_be_made_is_told(file: Path, language: str) -> None:
    file.parent.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.save("theme", "washi")
    assert str(file) in caught.value.message(language)


def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text("csv_bom = true\n", encoding="utf-8")
    file.parent.mkdir()
    file.symlink_to(target)
    settings.save("csv_bom", False)
    assert file.is_symlink()
    assert target.read_text(encoding="utf-8") == "csv_bom = false\n"


def test_reading_without_a_file_loads_no_parser() -> None:
    code = "import sys; from assistant import settings; settings.load(); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def _docstrings() -> dict[str, str]:
    """Return the docstring under each field of the settings, on one line."""
    (tree,) = ast.parse(inspect.getsource(Settings)).body
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for field, below in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            found[field.target.id] = re.sub(r"\s+", " ", ast.literal_eval(below.value))
    return found


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_the_document_explains_every_setting_in_the_words_of_its_docstring(name: str) -> None:
    value = getattr(Settings(), name)
    default = str(value).lower() if isinstance(value, bool) else f'"{value}"'
    allowed = ", ".join(f'`"{word}"`' for word in settings.CHOICES.get(name, ())) or (
        "`true`, `false`" if isinstance(value, bool) else '`"embedded"`, a path' if name == "database" else "a name"
    )
    assert f"| `{name}` | `{default}` | {allowed} | {_docstrings()[name]} |" in DOCUMENT.read_text(encoding="utf-8")


def test_the_example_of_the_document_is_a_settings_file(file: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    write(file, example)
    assert settings.load() != Settings()
