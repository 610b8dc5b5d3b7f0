"""From words to a command: commands, options and their help, in the language of whoever asks for it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from assistant.answer.model import Language
from assistant.cli import help_texts as texts
from assistant.cli.texts import SEE_HELP

PROGRAM = "budget-assistant"
LANGUAGES = ("ja", "en")


class UsageError(Exception):
    """The words make no command; `message` says why in a language."""

    def __init__(self, complaint: str, program: str = PROGRAM) -> None:
        super().__init__(complaint)
        self.complaint = complaint
        self.program = program

    def message(self, language: str) -> str:
        """Return what is wrong, and where to read how it is done."""
        return f"{_translated(self.complaint, language)}\n{SEE_HELP[language].format(program=self.program)}"


class _Parser(argparse.ArgumentParser):
    """Raises UsageError instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.prog)


def spoken_language(words: Sequence[str]) -> Language:
    """Return the language for help and messages: what --language says, else what the locale says."""
    from assistant.tui.language import language_of_locale

    chosen = None
    for index, word in enumerate(words):
        if word == "--":
            break
        if word == "--language":
            chosen = words[index + 1] if index + 1 < len(words) else None
        elif word.startswith("--language="):
            chosen = word.partition("=")[2]
    return chosen if chosen in LANGUAGES else language_of_locale()  # type: ignore[return-value]


def parse(words: Sequence[str], language: Language) -> argparse.Namespace:
    """Return the command and its options.

    Raises UsageError where the words make none, SystemExit after --help and --version.
    """
    return make_parser(language).parse_args(words)


def make_parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of all commands, with its help in a language."""
    formatter = _formatter(language)
    parser = _Parser(
        prog=PROGRAM,
        description=texts.PROGRAM[language],
        epilog=texts.PROGRAM_END[language],
        formatter_class=formatter,
        add_help=False,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(title=texts.COMMANDS[language], dest="command", metavar="COMMAND")

    def command(name: str, summary: texts.Pair, more: texts.Pair) -> Callable[..., None]:
        made = commands.add_parser(
            name,
            help=summary[language],
            description=more[language],
            formatter_class=formatter,
            add_help=False,
            allow_abbrev=False,
        )
        return _adder(made, language)

    add = command("ask", texts.ASK, texts.ASK_MORE)
    add("question", texts.QUESTION, metavar="QUESTION", nargs="+")
    add("--json", texts.JSON, action="store_true")
    add("--explain", texts.EXPLAIN, action="store_true")
    _common(add, database=True)

    add = command("build", texts.BUILD, texts.BUILD_MORE)
    add("documents", texts.DOCUMENT, metavar="DOCUMENT", nargs="*")
    add("--output", texts.OUTPUT, metavar="PATH")
    _common(add)

    add = command("verify", texts.VERIFY, texts.VERIFY_MORE)
    add("file", texts.FILE, metavar="FILE")
    _common(add, database=True)

    add = command("check", texts.CHECK, texts.CHECK_MORE)
    add("folder", texts.FOLDER, metavar="FOLDER", nargs="?")
    _common(add, database=True)

    _importing(commands, language)
    _serve(command)
    _upkeep(command)

    add = _adder(parser, language)
    add("--plain", texts.PLAIN, action="store_true")
    _common(add, database=True, default=None)
    add("--version", texts.VERSION, action="version", version=_version())
    return parser


def _importing(commands: Any, language: Language) -> None:
    """Add `import` with the formats that it reads."""
    from assistant.cli import importing_texts

    settings = {"formatter_class": _formatter(language), "add_help": False, "allow_abbrev": False}
    made = commands.add_parser(
        "import", help=importing_texts.IMPORT[language], description=importing_texts.IMPORT_MORE[language], **settings
    )
    _common(_adder(made, language))
    formats = made.add_subparsers(title=importing_texts.FORMATS[language], dest="format", metavar="FORMAT", required=True)
    for name, summary, more in importing_texts.EACH:
        add = _adder(formats.add_parser(name, help=summary[language], description=more[language], **settings), language)
        add("files", importing_texts.FILES, metavar="FILE", nargs="+")
        add(
            "--db",
            importing_texts.OWN_TARGET if name == "csv" else importing_texts.TARGET,
            metavar="PATH",
            default=argparse.SUPPRESS,
        )
        if name == "csv":
            add("--columns", importing_texts.COLUMNS, metavar="MAPPING.toml")
        add("--strict", importing_texts.STRICT, action="store_true")
        _common(add)


def _serve(command: Callable[..., Callable[..., None]]) -> None:
    """Add the chat as a page."""
    from assistant.cli import serve_texts

    add = command("serve", serve_texts.SERVE, serve_texts.SERVE_MORE)
    add("--port", serve_texts.PORT, metavar="PORT", type=port, default=8000)
    add("--host", serve_texts.HOST, metavar="ADDRESS", default="127.0.0.1")
    add("--allow-other-machines", serve_texts.OTHERS, action="store_true")
    _common(add, database=True)


def port(text: str) -> int:
    """Return a port's number. Raises ValueError for what is none."""
    number = int(text)
    if not 0 < number < 65_536:
        raise ValueError(text)
    return number


def _upkeep(command: Callable[..., Callable[..., None]]) -> None:
    """Add the commands of whoever maintains the vocabulary."""
    add = command("evaluate", texts.EVALUATE, texts.EVALUATE_MORE)
    add("files", texts.CASES, metavar="FILE", nargs="+")
    add("--show", texts.SHOW, action="store_true")
    add("--json", texts.JSON_ONE, action="store_true")
    _common(add, database=True)

    add = command("calibrate", texts.CALIBRATE, texts.CALIBRATE_MORE)
    add("files", texts.CASES, metavar="FILE", nargs="+")
    add("--json", texts.JSON_ONE, action="store_true")
    _common(add, database=True)

    add = command("unanswered", texts.UNANSWERED, texts.UNANSWERED_MORE)
    add("--propose", texts.PROPOSE, action="store_true")
    add("--json", texts.JSON_ONE, action="store_true")
    add("--on", texts.KEEP_ON, action="store_true")
    add("--off", texts.KEEP_OFF, action="store_true")
    add("--clear", texts.CLEAR, action="store_true")
    _common(add, database=True)


def _adder(parser: argparse.ArgumentParser, language: Language) -> Callable[..., None]:
    """Return what adds an argument to a parser, with its help in a language, under headings in that language."""
    groups: dict[str, Any] = {}

    def add(name: str, text: texts.Pair, **settings: Any) -> None:
        title = texts.OPTIONS if name.startswith("-") else texts.ARGUMENTS
        group = groups.get(title["en"]) or groups.setdefault(title["en"], parser.add_argument_group(title[language]))
        names = ("-h", name) if name == "--help" else (name,)
        group.add_argument(*names, help=text[language], **settings)

    return add


def _common(add: Callable[..., None], *, database: bool = False, default: str | None = argparse.SUPPRESS) -> None:
    """Add the options of every command; before the command or after it, they mean the same."""
    add("--language", texts.LANGUAGE, choices=LANGUAGES, default=default)
    if database:
        add("--db", texts.DATABASE, metavar="PATH", default=default)
    add("--help", texts.HELP, action="help")


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    """Return a formatter that keeps our line breaks and names the usage in a language."""

    class Formatter(argparse.RawTextHelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, texts.USAGE[language] if prefix is None else prefix)

    return Formatter


def _version() -> str:
    from assistant import __version__

    return f"{PROGRAM} {__version__}"


def _translated(complaint: str, language: str) -> str:
    """Return argparse's complaint in a language."""
    if language == "ja":
        for pattern, japanese in texts.COMPLAINTS:
            if match := re.fullmatch(pattern, complaint, re.DOTALL):
                return japanese.format(**match.groupdict())
    return complaint
