"""`unanswered`: the questions that were kept, what would have caught them, and the switch that ends the keeping."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant import databases, settings, unanswered
from assistant.cli import kept_texts as texts
from assistant.cli import streams

if TYPE_CHECKING:
    from assistant.answer.model import Language
    from assistant.assistant import Assistant
    from assistant.evaluation.unanswered import Draft, Group

OK = 0


def command(arguments: Namespace, language: Language) -> int:
    """Switch the keeping on or off, forget what is kept, or list it."""
    if arguments.on or arguments.off:
        file = settings.save("keep_unanswered", bool(arguments.on))
        streams.say((texts.ON if arguments.on else texts.OFF)[language].format(file=file))
        return OK
    if arguments.clear:
        streams.say(texts.CLEARED[language].format(count=unanswered.clear(), file=unanswered.path()))
        return OK
    from assistant.assistant import Assistant
    from assistant.evaluation.unanswered import groups

    kept = list(unanswered.read())
    assistant = Assistant.open(databases.named(arguments.db))
    found = groups(assistant, kept)
    if arguments.json:
        streams.say_json(
            {"file": str(unanswered.path()), "kept": len(kept), "groups": [_object(assistant, g, arguments) for g in found]}
        )
    else:
        streams.say("\n".join([*_heading(len(kept), language), *_listed(assistant, found, arguments, language)]))
    return OK


def _heading(count: int, language: Language) -> Iterator[str]:
    """Yield where the questions lie, and how to end that."""
    state = texts.KEEPING if settings.load().keep_unanswered else texts.NOT_KEEPING
    yield state[language].format(file=unanswered.path())
    yield texts.COUNT[language].format(count=count) if count else texts.NONE[language]


def _listed(assistant: Assistant, found: list[Group], arguments: Namespace, language: Language) -> Iterator[str]:
    """Yield the groups with their questions, and the drafts where they are wanted."""
    from assistant.evaluation.unanswered import propose

    for group in found:
        reason = texts.REASONS[language].get(group.reason, texts.REASONS[language]["other"])
        if group.reason == "unknown":
            key = assistant.unknowns.get(group.key, {}).get("label", {}).get(language, group.key)
        else:
            key = group.key
        yield f"\n{reason.format(key=key)} — {texts.TIMES[language].format(count=group.count, day=group.newest)}"
        for question, count in group.questions:
            yield f"  {question.replace(chr(10), ' ')}" + (f" ×{count}" if count > 1 else "")
        if arguments.propose:
            drafts = propose(assistant, group)
            yield from (_drafted(draft, language) for draft in drafts)
            if not drafts:
                yield f"    {texts.NO_DRAFT[language]}"
    if arguments.propose and found:
        yield f"\n{texts.REVIEW[language]}"


def _drafted(draft: Draft, language: Language) -> str:
    """Return a draft as lines to copy."""
    why = texts.NEAR[language].format(near=draft.near, similarity=draft.similarity) if draft.near else texts.EXAMPLE[language]
    return f"    {draft.file} [{draft.table}]\n      {draft.text}    # {why}"


def _object(assistant: Assistant, group: Group, arguments: Namespace) -> dict[str, Any]:
    """Return a group as built-in values."""
    from assistant.evaluation.unanswered import propose

    drafts = propose(assistant, group) if arguments.propose else []
    return {
        "reason": group.reason,
        "key": group.key,
        "count": group.count,
        "newest": group.newest,
        "questions": [{"question": question, "count": count} for question, count in group.questions],
        **({"drafts": [{n: getattr(d, n) for n in d.__slots__} for d in drafts]} if arguments.propose else {}),
    }
