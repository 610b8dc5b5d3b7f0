"""The chat without a screen: a line in, an answer out. For screen readers, for pipes, and where there is no full terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer.model import Answer, Fact, Language
from assistant.answer.scope import name_of
from assistant.cli import plain_texts as words
from assistant.cli import streams, texts
from assistant.cli.explanation import statement_lines
from assistant.cli.page import page
from assistant.cli.parser import UsageError
from assistant.text.fold import nfkc_fold

if TYPE_CHECKING:
    from assistant.browsing.model import Data
    from assistant.conversation.reply import Reply
    from assistant.store.catalogue import Catalogue

DONE, FAULT = 0, 2
_NUMBER = re.compile(r"[(]?(?P<number>[0-9])[.)]?")
_COMMAND = re.compile(r"/[a-z]*")
_LEAVING = frozenset({"/quit", "/exit", "/q", "quit", "exit", "終了"})


def chat(database: Path | None, fixed: Language | None, language: Language) -> int:
    """Answer line after line until the input ends, and return the exit status: 2 where a question met a fault.

    `fixed` is the language of the answers (nothing: each follows its question), `language` that of everything else.
    Raises UsageError where standard input is closed, StoreError where the database cannot be opened.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise UsageError(texts.NO_INPUT[language])
    talk = Talk(database, fixed, language)
    typed = streams.is_terminal(sys.stdin)
    if typed:
        streams.say(words.GREETING[language].format(data=talk.data.label(language)))
        streams.flush()
    prompts = typed and streams.is_terminal(sys.stdout)
    for line in _typed(talk) if prompts else streams.questions(sys.stdin.buffer):
        try:
            goes_on = talk.take(line)
        except KeyboardInterrupt:
            if not prompts:
                raise
            goes_on = True
            streams.say(f"\n{words.HOW_TO_LEAVE[talk.language]}")
        if not goes_on:
            break
        streams.flush()
    return talk.status


def _typed(talk: Talk) -> Iterator[str]:
    """Yield what is typed at the prompt, with the editing and the history of readline where there is one."""
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - `input` uses it once it is there
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    while True:
        try:
            line = input(words.PROMPT[talk.language])
        except EOFError:
            streams.say("")
            return
        except KeyboardInterrupt:  # drops the line, as shells do
            streams.say(f"\n{words.HOW_TO_LEAVE[talk.language]}")
            continue
        yield line


class Talk:
    """One conversation, line by line: what was answered last, what a number chooses, and which language is spoken."""

    def __init__(self, database: Path | None, fixed: Language | None, language: Language) -> None:
        from assistant import Assistant
        from assistant.conversation.kept import KeptConversation

        self.assistant = Assistant.open(database)
        self.conversation = KeptConversation(self.assistant, fixed)
        self.language = language
        self.status = DONE
        self._last: Reply | None = None
        self._commands: dict[str, Callable[[], str]] = {
            "/help": lambda: words.HELP[self.language],
            "/source": self._source,
            "/ja": lambda: self._speak("ja"),
            "/en": lambda: self._speak("en"),
            "/clear": self._clear,
        }

    def take(self, line: str) -> bool:
        """Do what a line says and write what comes of it; return whether to go on."""
        text = line.strip()
        folded = nfkc_fold(text).casefold()
        if folded in _LEAVING:
            return False
        if not text:
            return True
        if _COMMAND.fullmatch(folded):
            command = self._commands.get(folded)
            streams.say(command() if command else words.NO_SUCH_COMMAND[self.language].format(command=text))
        elif (question := self._chosen(text, folded)) is not None:
            self._answer(question)
        streams.say("")
        return True

    def _chosen(self, text: str, folded: str) -> str | None:
        """Return the question that a line asks: what a number chooses, else the line; nothing where the number is none."""
        options = (*self._last.answer.options, *self._last.next) if self._last else ()
        match = _NUMBER.fullmatch(folded)
        if match is None or not options:
            return text
        number = int(match["number"])
        if not 1 <= number <= len(options):
            streams.say(words.NO_SUCH_NUMBER[self.language].format(count=len(options)))
            return None
        question = options[number - 1].question
        streams.say(words.CHOSEN[self.language].format(question=question))
        return question

    def _answer(self, question: str) -> None:
        """Answer a question, with what can be asked next after a refusal. A fault is told, and the talk goes on."""
        if "\N{REPLACEMENT CHARACTER}" in question:
            streams.complain(words.REPLACED[self.language])
        try:
            reply = self.conversation.reply(question)
        except Exception as error:  # noqa: BLE001 (told on standard error and by the exit status)
            from assistant.cli.faults import brief

            self.status = FAULT
            streams.complain(brief(error, self.language))
            return
        self._last = reply
        streams.say(page(reply.answer))
        if reply.next:
            numbered = (f"{number}. {option.label}" for number, option in enumerate(reply.next, 1))
            streams.say("\n".join(["", words.NEXT[reply.answer.language], *numbered]))

    def _speak(self, language: Language) -> str:
        self.language = self.conversation.language = language
        return words.SPEAKING[language]

    def _clear(self) -> str:
        self.conversation.reset()
        self._last = None
        return words.CLEARED[self.language]

    def _source(self) -> str:
        """Return what the last answer rests on: its facts with their sheets, the statement and its values."""
        if self._last is None:
            return words.NOTHING_YET[self.language]
        return "\n".join(self._source_lines(self._last.answer))

    def _source_lines(self, answer: Answer) -> Iterator[str]:
        language = self.language
        if answer.facts:
            yield words.FACTS[language]
            yield from (f"  {self._fact(fact)}" for fact in answer.facts)
        else:
            yield words.NO_FACTS[language]
        yield from statement_lines(answer, language)

    def _fact(self, fact: Fact) -> str:
        """Return a fact on one line: whose it is, what, its value, and where it stands."""
        language, intents = self.language, self.assistant.intents
        intent = next((i for i in intents.values() if i.field == fact.field), intents.get(fact.field))
        title = intent.title[language] if intent else fact.field
        if fact.part:
            title = words.PART[language].format(field=title, part=name_of(f"part:{fact.part}", language, self._catalogue))
        sheet = fact.citation.sheet
        source = words.SHEET[language].format(sheet=sheet) if sheet else words.COMPUTED[language]
        subject = name_of(fact.subject, language, self._catalogue, short=True)
        return words.FACT[language].format(subject=subject, field=title, value=fact.label, source=source)

    @property
    def data(self) -> Data:
        """Which data is asked, and its date."""
        from assistant.browsing.data import data

        return data(self.assistant.database)

    @property
    def _catalogue(self) -> Catalogue:
        return self.assistant.database.catalogue
