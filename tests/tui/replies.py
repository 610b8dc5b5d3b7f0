"""A desk that gives back the replies it was handed, for what the stub's fixed answers do not show."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import replace

from assistant.answer.model import Answer, Citation, Column, Fact, Language, Option, Table, Unit
from assistant.conversation.reply import Borrowed, Reply
from tests.tui.driver import Chat, chatting
from tests.tui.stub import BRAIN, StubDesk, refusal

SHEET = "ある事業"


class Replies(StubDesk):
    """Answers every question with the reply for it, or with the first; borrows nothing of what is asked without."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__()
        self._replies = replies

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Return the reply whose answer is to this question."""
        self.asked.append((text, self.language))
        self.without.append(tuple(without))
        found = next((reply for reply in self._replies if reply.answer.question == text), self._replies[0])
        return replace(found, borrowed=tuple(item for item in found.borrowed if item.id not in without))


@asynccontextmanager
async def replying(*replies: Reply, size: tuple[int, int] = (80, 30)) -> AsyncIterator[Chat]:
    """Run the chat with these replies behind it, in the language of the first, and ask for it."""
    desk = Replies(*replies)
    async with chatting(replies[0].answer.language, size=size, factory=lambda: desk) as chat:
        chat.stub = desk
        await chat.ask(replies[0].answer.question)
        yield chat


def figure(
    language: Language,
    label: str,
    *,
    text: str = "",
    field: str = "amount",
    value: float = 1,
    unit: Unit | None = "JPY",
    approximate: bool = False,
) -> Reply:
    """Return an answer of one figure."""
    fact = Fact("program:x", field, value, unit, label, Citation("shiryo5", SHEET), approximate=approximate)
    return Reply(Answer("いくら？", language, "answered", text or f"{label}!", facts=(fact,)))


def contact_reply(language: Language, *rows: tuple[str, str, str | None], intent: str = "contact", text: str = "!") -> Reply:
    """Return an answer of contacts: bureau, division and extension of each."""
    facts = [
        Fact("program:x", field, value, None, value, Citation("shiryo5", SHEET), division if field == "extension" else None)
        for bureau, division, extension in rows
        for field, value in (("bureau", bureau), ("division", division), ("extension", extension))
        if value is not None
    ]
    return Reply(Answer("担当は？", language, "answered", text, intent, facts=tuple(facts)))


def ranking(language: Language, *rows: tuple[str, int | None, str]) -> Reply:
    """Return an answer with a table of names and money."""
    titles = ("事業", "予算額（案）") if language == "ja" else ("Programme", "Budget (draft)")
    table = Table(
        (Column(titles[0], "text"), Column(titles[1], "money")),
        tuple((name, yen) for name, yen, _ in rows),
        tuple((name, label) for name, _, label in rows),
    )
    return Reply(Answer("一覧", language, "answered", "!", "list", table=table))


def refused(language: Language) -> Reply:
    """Return a refusal with two questions that can be asked instead."""
    ja = language == "ja"
    questions = ("脳の予算は？", "脳の目的は？") if ja else ("brain budget?", "brain purpose?")
    labels = (f"{BRAIN}の予算", f"{BRAIN}の目的") if ja else ("Its budget", "Its purpose")
    return Reply(
        refusal("脳の内線は？", language),
        next=tuple(Option(label, question) for label, question in zip(labels, questions, strict=True)),
    )


def followed_up(language: Language) -> Reply:
    """Return an answer that borrowed two things."""
    borrowed = (Borrowed("program", "全ゲノム" if language == "ja" else "Whole genome"), Borrowed("field", "AMED"))
    return replace(figure(language, "49億円" if language == "ja" else "¥4.9 billion"), borrowed=borrowed)
