"""Reading intents/*.toml and intents/words/*.toml: all of them, with every problem and the place where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IntentError
from assistant.intents.model import Intent
from assistant.intents.overlay import ABSENT, REGISTER, WITHOUT, cut, laid_over, needless, unknown, without

if TYPE_CHECKING:
    from pydantic import ValidationError

UNKNOWNS = "unknowns.toml"
FUNCTION = "function.toml"
ORDINARY = "ordinary.toml"
KANJI = "kanji.toml"


def read_toml(path: Path, problems: list[str]) -> dict[str, Any]:
    """Return a file's tables; a syntax error is added to `problems` with its line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        line = re.search(r"line (\d+)", str(error))
        problems.append(f"{_called(path)}:{line[1] if line else 1}: {error}")
        return {}


def _called(path: Path) -> str:
    """Return how a file is called in a message: by its name, in the register's layer with the folders of that layer."""
    folders = [path.parent.name] if path.parent.name == REGISTER else [path.parents[1].name, path.parent.name]
    return "/".join([*folders, path.name]) if folders[0] == REGISTER and folders[-1] in (REGISTER, "words") else path.name


def _intent_tables(folder: Path, register: bool, problems: list[str]) -> list[tuple[Path, dict[str, Any]]]:
    """Return the tables of the intent files, those of a register laid over the others."""
    tables = {path.stem: (path, read_toml(path, problems)) for path in sorted(folder.glob("*.toml"))}
    if register:
        for path in sorted((folder / REGISTER).glob("*.toml")):
            below = tables.get(path.stem, (path, {}))[1]
            if path.name != ABSENT:
                above = read_toml(path, problems)
                problems += [f"{_called(path)}:{_line(path, WITHOUT)}: {p}" for p in needless(below, above)]
                tables[path.stem] = (path, laid_over(below, above))
        gone = read_toml(folder / REGISTER / ABSENT, problems)
        problems += [f"{REGISTER}/{ABSENT}: {p}" for p in unknown(tables, gone.get("intents", ()), "intents")]
        tables = without(tables, gone, "intents")
        for _, table in tables.values():
            table["nearby"] = [name for name in table.get("nearby", []) if name in tables]
    return list(tables.values())


def load_intents(folder: Path, register: bool = False) -> dict[str, Intent]:
    """Return the intents of a folder by name, for a store of one document or for a register.

    Raises IntentError with every problem of every file (name, line, what is wrong).
    """
    from pydantic import ValidationError

    from assistant.intents.schema import IntentFile

    problems: list[str] = []
    intents: dict[str, Intent] = {}
    tables = _intent_tables(folder, register, problems)
    if not tables:
        problems.append(f"{folder}: no intent files")
    for path, table in tables:
        if not table:
            continue
        try:
            parsed = IntentFile.model_validate(table)
        except ValidationError as error:
            problems += _places(path, error)
            continue
        if parsed.name != path.stem:
            problems.append(f"{_called(path)}:{_line(path, 'name')}: name is {parsed.name!r}, the file says {path.stem!r}")
        intents[parsed.name] = _intent(parsed)
    for intent in intents.values():
        problems += [f"{intent.name}.toml: nearby names no intent: {n}" for n in intent.nearby if n not in intents]
    if problems:
        raise IntentError.of(problems)
    return intents


def _intent(parsed: Any) -> Intent:
    """Return the running form of a validated file."""
    return Intent(
        name=parsed.name,
        kind=parsed.kind,
        about=parsed.about.model_dump(),
        title=parsed.title.model_dump(),
        when=tuple(tuple(when) for when in parsed.when),
        takes=frozenset(parsed.takes),
        refuses=frozenset(parsed.refuses),
        needs_selection=parsed.needs_selection,
        field=parsed.field,
        sql=parsed.sql.strip() if parsed.sql else None,
        wording={situation: pair.model_dump() for situation, pair in parsed.wording.items()},
        nearby=tuple(parsed.nearby),
        examples={"ja": tuple(parsed.examples.ja), "en": tuple(parsed.examples.en)},
        cues={"ja": tuple(parsed.cues.ja), "en": tuple(parsed.cues.en)},
        parameters=dict(parsed.parameters),
    )


_KINDS = {UNKNOWNS: "unknown", FUNCTION: "function", ORDINARY: "ordinary", KANJI: "kanji"}


def _word_tables(folder: Path, register: bool, problems: list[str]) -> dict[str, tuple[Path, str, dict[str, Any]]]:
    """Return the tables of word classes by name with their file and kind, those of a register laid over the others."""
    found: dict[str, tuple[Path, str, dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, table in read_toml(path, problems).items():
            if name in found:
                problems.append(f"{path.name}:{_line(path, name)}: [{name}] is defined twice")
            found[name] = (path, _KINDS.get(path.name, "concept"), table)
    if not register:
        return found
    gone = read_toml(folder.parent / REGISTER / ABSENT, problems)
    kept = without(found, gone, "words")
    surfaces = gone.get("surfaces", {})
    for place, named in (("words", gone.get("words", ())), ("surfaces", surfaces)):
        problems += [f"{REGISTER}/{ABSENT}: {p}" for p in unknown(found, named, place)]
    trimmed = cut({name: table for name, (_, _, table) in kept.items()}, surfaces)
    kept = {name: (path, kind, trimmed[name]) for name, (path, kind, _) in kept.items()}
    for path in sorted((folder.parent / REGISTER / "words").glob("*.toml")):
        for name, table in read_toml(path, problems).items():
            kind = _KINDS.get(path.name, "concept")
            below = kept[name][2] if name in kept and kept[name][1] == kind else {}
            kept[name] = (path, kind, laid_over(below, table))
    return kept


def load_words(folder: Path, register: bool = False) -> dict[str, dict[str, Any]]:
    """Return the word classes of a folder by name: `{concept: {ja, en, kind, label, nearby}}`.

    Raises IntentError with every problem.
    """
    from pydantic import ValidationError

    from assistant.intents.schema import WordClass

    problems: list[str] = []
    words: dict[str, dict[str, Any]] = {}
    for name, (path, kind, table) in _word_tables(folder, register, problems).items():
        try:
            parsed = WordClass.model_validate(table)
        except ValidationError as error:
            problems += _places(path, error, name)
            continue
        if kind == "unknown" and parsed.label is None:
            problems.append(f"{_called(path)}:{_line(path, name)}: [{name}] has no label for the refusal")
        words[name] = {**parsed.model_dump(), "kind": kind}
    if problems:
        raise IntentError.of(problems)
    return words


def _places(path: Path, error: ValidationError, table: str = "") -> Iterable[str]:
    """Yield each problem of a file with the line where its key stands."""
    for item in error.errors():
        place = [str(part) for part in item["loc"]]
        key = next((p for p in reversed(place) if not p.isdigit()), table)
        yield f"{_called(path)}:{_line(path, key or table)}: {'.'.join([*([table] if table else []), *place])}: {item['msg']}"


def _line(path: Path, key: str) -> int:
    """Return the line on which a key or table is written, 1 if it is not."""
    pattern = re.compile(rf"^\s*(?:\[+.*\b{re.escape(key)}\b.*\]+|{re.escape(key)}\s*=)")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if pattern.search(line):
            return number
    return 1
