"""The command line: what was typed becomes one command, and what happens becomes one exit status.

Owns the statuses (0 answered or done, 1 not answered or something amiss was found, 2 misuse or a fault) and everything
that is written to standard error. Understands no question and knows no SQL. Loads only what the command needs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from assistant.answer.model import Language
from assistant.cli import streams
from assistant.cli.parser import UsageError, parse, spoken_language

__all__ = ["main"]

DONE, FAULT, INTERRUPTED = 0, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; nothing is raised."""
    words = list(sys.argv[1:] if argv is None else argv)
    streams.prepare()
    language = spoken_language(words)
    try:
        status = _run(words, language)
        streams.flush()
    except UsageError as error:
        streams.complain(error.message(language))
        return FAULT
    except BrokenPipeError:  # whoever read this has seen enough
        streams.abandon()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the last place that can turn a fault into a message and a status)
        from assistant.cli.faults import describe

        streams.complain(describe(error, language))
        streams.abandon()
        return FAULT
    return status


def _run(words: Sequence[str], language: Language) -> int:
    """Parse the words and run the command that they name; help and version have been printed by then."""
    try:
        arguments = parse(words, language)
    except SystemExit as left:  # --help and --version leave this way
        return int(left.code or 0)
    from assistant.cli.commands import run

    return run(arguments)
