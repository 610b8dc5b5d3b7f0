"""What each command does: it calls the core and writes what comes back. Returns the status, raises what goes wrong."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import databases
from assistant.cli import streams, texts
from assistant.cli.parser import UsageError

if TYPE_CHECKING:
    from assistant import Answer, Assistant
    from assistant.answer.model import Language

OK, NOT_ANSWERED, FAULT = 0, 1, 2


def run(arguments: Namespace) -> int:
    """Run the command that was parsed."""
    if arguments.command is None:
        return chat(arguments)
    if arguments.plain:
        raise UsageError(texts.PLAIN_ALONE[_speaks(arguments)])
    commands: dict[str, Callable[[Namespace], int]] = {
        "ask": ask,
        "build": build,
        "verify": verify,
        "check": check,
        "evaluate": _measure,
        "calibrate": _measure,
        "import": _import,
        "serve": _serve,
        "unanswered": _kept,
    }
    return commands[arguments.command](arguments)


def chat(arguments: Namespace) -> int:
    """Open the chat: on a screen, or line by line where there is none or none is wanted."""
    if arguments.plain or not streams.on_a_screen():
        from assistant.cli import plain

        chosen = arguments.language or _preferred(_speaks(arguments))
        return plain.chat(_database(arguments), chosen, chosen or _speaks(arguments))
    from assistant.tui import run_chat

    return run_chat(arguments.db, arguments.language)


def _measure(arguments: Namespace) -> int:
    from assistant.cli import measure

    return getattr(measure, arguments.command)(arguments, _speaks(arguments))  # type: ignore[no-any-return]


def _serve(arguments: Namespace) -> int:
    from assistant.cli import serve

    return serve.command(arguments, _speaks(arguments))


def _import(arguments: Namespace) -> int:
    from assistant.cli import importing

    return importing.command(arguments, _speaks(arguments))


def _kept(arguments: Namespace) -> int:
    from assistant.cli import kept

    return kept.command(arguments, _speaks(arguments))


def ask(arguments: Namespace) -> int:
    """Answer one question, or every line of standard input."""
    batch = arguments.question == ["-"]
    if batch and arguments.explain and not arguments.json:
        raise UsageError(texts.BATCH_EXPLAIN[_speaks(arguments)])
    from assistant.assistant import Assistant

    assistant = Assistant.open(_database(arguments))
    if batch:
        return _batch(assistant, arguments)
    answer, explanation = _answer(assistant, " ".join(map(streams.typed, arguments.question)), arguments)
    if arguments.json:
        streams.say_json(_object(answer, explanation))
    else:
        _show(answer, explanation)
    if answer.answered:
        return OK
    from assistant import unanswered

    unanswered.keep(answer)
    return NOT_ANSWERED


def _answer(assistant: Assistant, question: str, arguments: Namespace) -> tuple[Answer, dict[str, Any] | None]:
    """Return an answer, and how the question was read where that is wanted."""
    language: Language | None = arguments.language
    if not arguments.explain:
        return assistant.ask(question, language), None
    from assistant.answer.explanation import explain

    reading = assistant.read(question, language)
    decision = assistant.decide(reading)
    return assistant.respond(reading, decision), explain(reading, decision)


def _object(answer: Answer, explanation: dict[str, Any] | None) -> dict[str, Any]:
    """Return the contract's object, with the explanation where there is one."""
    value = answer.model_dump(mode="json")
    return value if explanation is None else {**value, "explanation": explanation}


def _show(answer: Answer, explanation: dict[str, Any] | None) -> None:
    """Write an answer for a person."""
    from assistant.cli.page import page

    streams.say(page(answer))
    if explanation is not None:
        from assistant.cli.explanation import explanation_lines

        streams.say("\n" + "\n".join(explanation_lines(explanation, answer)))


def _batch(assistant: Assistant, arguments: Namespace) -> int:
    """Answer every line of standard input on its own, in order, one line each; a fault of one is not the others'."""
    from assistant.text.printable import one_line

    if sys.stdin is None:
        raise UsageError(texts.NO_INPUT[_speaks(arguments)])
    status = OK
    for number, question in enumerate(streams.questions(sys.stdin.buffer), 1):
        try:
            answer, explanation = _answer(assistant, question, arguments)
        except Exception as error:  # noqa: BLE001 (told on both streams and by the exit status)
            from assistant.cli.faults import brief

            status = FAULT
            fault = brief(error, _speaks(arguments))
            streams.complain(f"{number}: {fault}")
            line: dict[str, Any] = {"line": number, "error": fault}
            text = fault
        else:
            line, text = _object(answer, explanation), answer.text
        if arguments.json:
            streams.say_json(line)
        else:
            streams.say(one_line(text))
            streams.flush()
    return status


def build(arguments: Namespace) -> int:
    """Build a database from documents."""
    from assistant import assets
    from assistant.errors import DataError
    from assistant.store.build import build as build_store
    from assistant.store.database import Database

    folder = assets.asset("shiryo5.toml").parent
    documents = [Path(name) for name in arguments.documents] or sorted(folder.glob("*.toml"))
    if not documents:
        raise DataError(*(texts.NO_DOCUMENTS[language].format(folder=folder) for language in ("ja", "en")))
    target = _path(arguments.output) or assets.asset("budget.db")
    build_store(documents, target)
    count = len(Database(target).catalogue.ministry_of)
    streams.say(texts.BUILT[_speaks(arguments)].format(path=target, count=count))
    return OK


def verify(arguments: Namespace) -> int:
    """Hold a database against the text of its document."""
    from assistant import assets
    from assistant.store.database import Database
    from assistant.store.verify import verify as verify_store

    language = _speaks(arguments)
    database = Database(databases.named(arguments.db) or assets.asset("budget.db"))
    file = Path(arguments.file)
    findings = verify_store(database.path, file)
    for finding in findings:
        place = texts.MISSING[language] if finding.line is None else texts.LINE[language].format(line=finding.line)
        kind = texts.FINDINGS.get(finding.kind, finding.kind) if language == "ja" else finding.kind
        streams.say(f"{place}\t{kind}\t{finding.wanted}")
    missing = sum(finding.line is None for finding in findings)
    count = len(findings)
    streams.say(texts.VERIFIED[language].format(file=file, count=count, found=count - missing, missing=missing))
    return NOT_ANSWERED if missing else OK


def check(arguments: Namespace) -> int:
    """Check the intent files against each other and against the database; list every mistake."""
    from assistant import assets
    from assistant.assistant import compile_lexicon
    from assistant.errors import IntentError
    from assistant.intents.load import load_words
    from assistant.store.database import Database

    language = _speaks(arguments)
    folder = _path(arguments.folder) or assets.asset("intents")
    database = Database(databases.named(arguments.db) or assets.asset("budget.db"))
    try:
        compiled = compile_lexicon(database, folder)
    except IntentError as error:
        streams.say(error.message(language))
        return NOT_ANSWERED
    words = len(load_words(folder / "words"))
    streams.say(texts.CHECKED[language].format(intents=len(compiled["intents"]), words=words))
    return OK


def _path(name: str | None) -> Path | None:
    return Path(name) if name is not None else None


def _database(arguments: Namespace) -> Path | None:
    """Return the database to ask, None for the embedded one; a mistake in the settings is told, and the embedded one asked.

    Raises StoreError where the settings name a file that is not there.
    """
    from assistant.settings import SettingsError

    try:
        return databases.chosen(arguments.db)
    except SettingsError as error:
        streams.complain(error.message(_speaks(arguments)))
        return None


def _preferred(language: Language) -> Language | None:
    """Return the language that the person has set, nothing for none; a mistake in the settings is told, and no hindrance."""
    from assistant import settings

    try:
        found = settings.load().language
    except settings.SettingsError as error:
        streams.complain(error.message(language))
        return None
    return None if found == "auto" else found


def _speaks(arguments: Namespace) -> Language:
    """Return the language for what a command says itself."""
    from assistant.tui.language import language_of_locale

    return arguments.language or language_of_locale()
