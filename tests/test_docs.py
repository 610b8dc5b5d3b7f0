"""The documents are true: what they name exists, what exists is named, and what they show happens."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant, __version__, assets
from assistant.cli.parser import make_parser
from assistant.evaluation.cases import Case, Turn, ask_case
from assistant.intents.schema import IntentFile, WordClass
from tests.scoring import shortcomings

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.ja.md")
DOCUMENTS = (
    *READMES,
    *(
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/import-csv.md",
        "docs/reading.md",
        "docs/register-questions.md",
        "docs/register.md",
        "docs/settings.md",
        "docs/terminals.md",
        "benchmarks/README.md",
    ),
)
COMMANDS = ("pip install uv && uv run budget-assistant", "pip install uv && uv run pytest")
_ROW = re.compile(r"^\| (?P<question>[^|]+?) \| (?P<outcome>[^|]*(?:\*\*|`[a-z_]+`)[^|]*) \|", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _subparsers() -> dict[str, argparse.ArgumentParser]:
    actions = make_parser("en")._actions
    choices = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return dict(choices)


def _names() -> Iterator[str]:
    """Yield every command, and every option of any of them."""
    parsers = _subparsers()
    yield from parsers
    for parser in (make_parser("en"), *parsers.values()):
        for action in parser._actions:
            yield from (option for option in action.option_strings if option.startswith("--"))


def _examples(name: str) -> list[tuple[str, str]]:
    """Return the questions of a README's tables of examples, each with what is said to come of it."""
    rows = [(match["question"], match["outcome"]) for match in _ROW.finditer(_read(name))]
    return [(question, outcome) for question, outcome in rows if "`" not in question and "**" not in question]


EXAMPLES = [
    pytest.param(question, outcome, id=f"{name}-{question}") for name in READMES for question, outcome in _examples(name)
]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_opens_with_a_picture_and_the_two_commands(name: str) -> None:
    text = _read(name)
    places = [text.index("docs/chat.svg"), *(text.index(command) for command in COMMANDS)]
    assert places == sorted(places)
    assert "<svg" in _read("docs/chat.svg")


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("word", sorted(set(_names())))
def test_every_command_and_option_is_in_the_readme(name: str, word: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", _read(name))


@pytest.mark.parametrize(("question", "outcome"), EXAMPLES)
def test_a_question_of_the_readme_comes_to_what_it_says(assistant: Assistant, question: str, outcome: str) -> None:
    answer = assistant.ask(question)
    said = re.findall(r"\*\*(.+?)\*\*", outcome)
    if said:
        assert answer.status == "answered"
        assert [words for words in said if words not in answer.text] == []
    else:
        assert outcome == f"`{answer.status}`"


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_every_way_to_end_but_a_fault(name: str) -> None:
    shown = {outcome.strip("`") for _question, outcome in _examples(name)}
    assert shown >= {"clarify", "not_in_source", "out_of_scope"}
    assert any("**" in outcome for outcome in shown)


@pytest.mark.parametrize("name", READMES)
def test_the_python_of_the_readme_runs(name: str) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", _read(name), re.DOTALL)
    scope: dict[str, object] = {}
    exec(compile(code, name, "exec"), scope)
    answer = scope["answer"]
    assert isinstance(answer, Answer)
    assert re.search(rf"^answer\.facts\[0\]\.value +# {answer.facts[0].value}$", code, re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_the_readme_names_every_field_of_an_answer(assistant: Assistant, name: str) -> None:
    dumped = assistant.ask("全ゲノムの内線は？").model_dump()
    assert [field for field in (*dumped, *dumped["facts"][0]) if f"`{field}`" not in _read(name)] == []


def test_contributing_explains_every_key_of_an_intent_file() -> None:
    text = _read("CONTRIBUTING.md")
    assert [key for key in IntentFile.model_fields if f"`{key}`" not in text] == []
    assert [key for key in set(WordClass.model_fields) - {"ja", "en"} if f"`{key}`" not in text] == []


def test_contributing_names_every_layer_and_words_file() -> None:
    text = _read("CONTRIBUTING.md")
    layers = {path.stem for path in (ROOT / "assistant").iterdir() if not path.name.startswith("_") and path.name != "py.typed"}
    assert [layer for layer in layers if f"`{layer}`" not in text] == []
    assert [path.name for path in (assets.asset("intents") / "words").iterdir() if path.name not in text] == []


def test_the_question_case_of_contributing_is_one(assistant: Assistant) -> None:
    (line,) = re.findall(r"```json\n(.*?)\n```", _read("CONTRIBUTING.md"), re.DOTALL)
    entry = json.loads(line)
    case = Case(entry["id"], tuple(entry["tags"]), (Turn(entry["q"], entry["expect"]),), "CONTRIBUTING.md")
    assert shortcomings(case, ask_case(assistant, case)) == []


def test_the_changelog_begins_with_this_version() -> None:
    assert re.search(r"^## (\S+)", _read("CHANGELOG.md"), re.MULTILINE)[1] == __version__  # type: ignore[index]


def test_the_versions_agree() -> None:
    assert f'version = "{__version__}"' in _read("pyproject.toml")


def test_the_pictures_are_those_that_the_command_makes() -> None:
    made = re.findall(r'^    Picture\(\s*"([^"]+)"', _read("docs/make_pictures.py"), re.MULTILINE)
    assert sorted(made) == sorted(path.name for path in (ROOT / "docs").glob("*.svg"))


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs").glob("*.svg")))
def test_a_picture_loads_nothing_and_is_shown(name: str) -> None:
    assert not re.search(r"@font-face|@import|url\((?!#)|href", _read(f"docs/{name}"))
    assert [readme for readme in READMES if f"docs/{name}" not in _read(readme)] in ([], ["README.ja.md"])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    assert [target for target in _LINK.findall(_read(name)) if not (folder / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_of_the_documents_exist(name: str) -> None:
    commands = _subparsers()
    for words in re.findall(r"budget-assistant ([a-z]+)\b", _read(name)):
        assert words in commands or words in ("opens",), words


def test_the_continuous_check_runs_the_tests_first_and_then_the_rest() -> None:
    script = _read(".ci/run")
    steps = ["pip install uv", "uv run pytest", "ruff check", "ruff format --check", "uv run mypy", "lint-imports"]
    lines = [line for line in script.splitlines() if line.startswith("step ")]
    assert [next(i for i, line in enumerate(lines) if step in line) for step in steps] == sorted(range(len(steps)))
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100
