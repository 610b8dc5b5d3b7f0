"""What of a text only surrounds its question: who is asking, politeness, small talk, clauses that lead up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.model import ENTITY_KINDS, Mention
from assistant.reading.text import Text


@dataclass(frozen=True, slots=True)
class Senses:
    """A set of senses: by kind, and for concepts by id."""

    kinds: frozenset[str]
    concepts: frozenset[str] = frozenset()

    def holds(self, mention: Mention) -> bool:
        """Whether one of a mention's senses is in the set."""
        return any(s.kind in self.kinds or (s.kind == "concept" and s.id in self.concepts) for s in mention.senses)


def frames(text: Text, mentions: Sequence[Mention], substantial: Senses, names: Senses, asks: Senses) -> list[tuple[int, int]]:
    """Return the sentences that only surround the question (`大臣レク用。`, `My boss is waiting.`).

    `substantial` makes a sentence part of the question. Where one sentence both names something of the data (`names`) and
    asks (`asks`), those that do neither only tell who is asking (`VCの者です。`).
    """
    edges = [0, *text.breaks, len(text.folded)]
    sentences = list(pairwise(edges))

    def having(senses: Senses) -> list[bool]:
        return [any(m.start < end and m.end > start and senses.holds(m) for m in mentions) for start, end in sentences]

    kept, named, asked = having(substantial), having(names), having(asks)
    whole = [n and a for n, a in zip(named, asked, strict=True)]
    if any(whole):
        kept = [n or a for n, a in zip(named, asked, strict=True)]
    if any(w and q for w, q in zip(whole, text.questions, strict=True)):
        kept = [n or (a and q) for n, a, q in zip(named, asked, text.questions, strict=True)]
    if any(w and q for w, q in zip(whole, text.questions, strict=True)):
        asks_too = zip(sentences, kept, asked, text.questions, strict=True)
        kept = [k and (a or q or not _introduces(text, span, mentions)) for span, k, a, q in asks_too]
    open_ = having(QUESTION_WORDS)
    asks_openly = having(OPENLY)
    polite = [bool(_POLITE.search(text.folded[start:end])) for start, end in sentences]
    meant = [bool(_MEANT.search(text.folded[start:end])) for start, end in sentences]
    kept = [k or m or (o and not p) for k, m, o, p in zip(kept, meant, asks_openly, polite, strict=True)]
    kept = _without_asides(text, sentences, kept, having(ABOUT), open_)
    dropped = [s for s, keep in zip(sentences, kept, strict=True) if not keep] if any(kept) else []
    return dropped + _leading_clauses(text, mentions, substantial, asks)


ABOUT = Senses(frozenset({*ENTITY_KINDS, "money", "digits", "missing_category"}))
OPENLY = Senses(frozenset(), frozenset({"which", "what", "who", "where", "when", "why", "how", "how_much", "how_many"}))
QUESTION_WORDS = Senses(
    frozenset(),
    frozenset({"which", "what", "who", "where", "when", "why", "how", "how_much", "how_many", "what_number", "recall"}),
)
_MEANT = re.compile(r"(?<![a-z])i mean(?:t)?(?![a-z])|^つまり")
"""A sentence that says what the one before meant is part of it."""
_PRESENTS = re.compile(r"(?:と申します|と言います|といいます|と申す者です|という者です|の者です|の者ですが|の者でございます)$")
_GRANTED = re.compile(
    r"(?:分かって|わかって|承知して|知って|存じて)(?:い|お)?(?:ます|る|ます)$|承知です$|承知の上です$"
    r"|^(?:i|we) (?:know|understand|realise|realize)(?![a-z])|^(?:im|were) aware(?![a-z])"
)
"""What is said to be known already is not asked (`内線が載っていないのは承知です。`)."""
_REQUEST = re.compile(
    r"(?<![a-z])(?:tell|give|show|list|send|include|add|need|want|know|name|state|only|just|without|i meant?|wonder|curious)"
    r"(?![a-z])|教えて|ください|下さい|知りたい|ほしい|欲しい|だけ|のみ|以外|除|つまり|お聞きになり|お知りになり|知りたいのは|聞きたいのは|ご質問は|のこと|て$|ろ$|伺|聞きたい"
)
_STATEMENT = re.compile(
    r"^(?:im|ive|its|weve|theyre|hes|shes|thats|theres)(?![a-z])"
    r"|^(?:i|we|it|he|she|they|my|our|the|there|this|that|were|an?|some|please forgive|thanks?|sorry)(?![a-z])"
    r".*(?<![a-z])(?:is|are|was|were|am|have|has|had|been|hope|look|would|will|writing|forgive|you|raining|going)(?![a-z])"
    r"|(?:です|ます|ました|ません|でした|ですね|ますね|ですが|ますが|ところ|ので|だよ|たよ|たね|だね|からね|ちゃって|でね"
    r"|手短に|簡潔に|急ぎで|至急|なので.{0,6})$"
)
_POLITE = re.compile(
    r"お世話|失礼いた|申し訳|恐れ入り|恐縮|お忙しい|お手すき|ご多用|ご多忙|突然の|お尋ねしたいこと|ご連絡|幸甚|存じます|ご返答|ご返信"
    r"|お疲れ|(?<![a-z])(?:i hope|i am writing|im writing|forgive me|troubling you|grateful|appreciate|look forward|kind reply)"
    r"(?![a-z])"
)


def _without_asides(
    text: Text,
    sentences: Sequence[tuple[int, int]],
    kept: Sequence[bool],
    about: Sequence[bool],
    open_: Sequence[bool],
) -> list[bool]:
    """Drop who is speaking (`佐藤と申します`), politeness, and statements that name nothing and request nothing.

    Only where another sentence is none of these; a fragment (`内線。`) is no statement.
    """
    said = [text.folded[start:end].strip() for start, end in sentences]

    def aside(index: int) -> bool:
        if _PRESENTS.search(said[index]):
            return not about[index] or any(a for other, a in enumerate(about) if other != index)
        if about[index]:
            return False
        if _POLITE.search(said[index]) and not _ASKED_FOR.search(said[index]):
            return True
        states = bool(_STATEMENT.search(said[index])) and not _REQUEST.search(said[index])
        last = index == len(said) - 1
        asks = text.original.rstrip().endswith(("?", "？")) if last else text.questions[index]
        return states and not open_[index] and not asks

    asides = [aside(index) for index in range(len(said))]
    return list(kept) if all(asides) else [keep and not away for keep, away in zip(kept, asides, strict=True)]


_ASKED_FOR = re.compile(
    r"お聞きになり|お知りになり|ご質問は|聞きたいのは|知りたいのは|教えて|ご教示|知りたい|(?<![a-z])(?:tell|know|give|send|which|what|who)(?![a-z])"
)


def _leading_clauses(text: Text, mentions: Sequence[Mention], substantial: Senses, asks: Senses) -> list[tuple[int, int]]:
    """Return the clauses before the question that hold nothing of it (`引用するので、`, `患者の団体からなので、`)."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in text.clauses:
        start = max([start, *(b for b in text.breaks if b <= end)])
        inside = [m for m in mentions if m.start < end and m.end > start and substantial.holds(m)]
        after = [m for m in mentions if m.start >= end and substantial.holds(m)]
        whole = any(map(asks.holds, after)) and any(m.has(kind) for m in after for kind in _FIRM)
        asked = [m for m in inside if asks.holds(m) and not m.has("unknown")]
        only_told = whole and not asked and not any(m.has(kind) for m in inside for kind in _FIRM)
        if after and (not inside or only_told):
            found.append((start, end))
        start = end
    return found


_SPEAKER = re.compile(r"(?:we|i|were|weve|ive|im|my|our) |当社|弊社|当方|当大学|本学|私|わたし|うち|こちら")
_FIRM = ("program", "ministry", "category", "division", "bureau", "organisation", "money", "digits")


def _introduces(text: Text, span: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a sentence that asks nothing says who is speaking, and names nothing for certain (`We run a biotech fund.`)."""
    start, end = span
    inside = [m for m in mentions if m.start < end and m.end > start]
    return bool(_SPEAKER.match(text.folded, start)) and not any(m.has(kind) for m in inside for kind in _FIRM)


_INTRODUCES = re.compile(
    r"(?<![a-z])(?:asks?|asked|asking|wants? to know|would like to know|wanted to know|wonders?|is wondering|says? (?:that )?he"
    r"|says? (?:that )?(?:she|they)|tells? me|told me|must know|needs? to know)(?: me| us| about| for| whether| if| that)*"
    r"(?![a-z])"
)
_SO_THAT = re.compile(
    r"(?<![a-z])(?:so (?:that )?(?:i|we|he|she|they|the)|because|as (?:i|we)|since (?:i|we)|in order to)(?![a-z])"
)
_ERRAND = re.compile(
    r"(?<![a-z])(?:i|we|im|were) (?:have (?:to|an?|the|only|no)|need to|must|want to|am|are|will|would|going|was|were|had)"
    r"(?![a-z])"
)
"""After the question: what the asker is about to do with the answer (`which division, I have to forward an e-mail`)."""
_PERSON = re.compile(
    r"(?<![a-z])(?:caller|callers|man|woman|lady|gentleman|guy|professor|colleague|boss|visitor|client|someone|somebody|reporter"
    r"|journalist|student|researcher|company|firm|patient|family|he|she|they|we|i|my|our)(?![a-z])"
    r"|方から|の方|さん|様|お客|先生|患者|記者|学生|会社|上司|同僚|先輩|後輩|言われ|とのこと|と言って|おっしゃ|らしい|みたい|電話"
)


class Told(NamedTuple):
    """Stretches that tell about whoever asks, or what for: what is not understood in them restricts nothing."""

    sentences: list[tuple[int, int]]
    """Sentences about a person that ask nothing beside one that does; what they name still counts."""
    statements: list[tuple[int, int]]
    """Such sentences beside one that names what it asks about: what they name does not count."""
    clauses: list[tuple[int, int]]
    """What stands before `asks me` and after `so that I can`: of it, only what names the data counts."""

    def around(self, position: int) -> bool:
        """Whether a position lies in one of them."""
        return any(low <= position < high for low, high in (*self.sentences, *self.statements, *self.clauses))

    def drops(self, mention: Mention) -> bool:
        """Whether a mention is no part of the question."""
        whole = any(low <= mention.start < high for low, high in self.statements)
        return whole or (not ABOUT.holds(mention) and any(low <= mention.start < high for low, high in self.clauses))


def _after_comma(text: Text, position: int) -> bool:
    """Whether a comma, a dash or a line end stands right before a position (`…, I have to`; not `do I have to`)."""
    before = text.original[: text.origin[position]].rstrip(" ")
    return not before or before[-1] in ",;.!?\n-–—、。"


def told(text: Text, mentions: Sequence[Mention], asks: Senses) -> Told:
    """Return what of a text only tells about whoever asks, or what for."""
    edges = [0, *text.breaks, len(text.folded)]
    sentences = list(pairwise(edges))
    asked = [m for m in mentions if asks.holds(m) and not m.has("unknown")]
    asking = [any(m.start < end and m.end > start for m in asked) for start, end in sentences]
    found = Told([], [], [])
    named = any(
        itself and any(ABOUT.holds(m) and start <= m.start < end for m in mentions)
        for (start, end), itself in zip(sentences, asking, strict=True)
    )
    for (start, end), itself in zip(sentences, asking, strict=True):
        said = text.folded[start:end]
        if _GRANTED.search(said.strip()) and sum(asking) > int(itself):
            found.clauses.append((start, end))
            continue
        if not itself and any(asking) and _PERSON.search(said):
            stated = (
                bool(_STATEMENT.search(said.strip())) and not _REQUEST.search(said) and not said.rstrip().endswith(("?", "か"))
            )
            (found.statements if stated and named else found.sentences).append((start, end))
            continue
        inside = [m for m in asked if start <= m.start < end]
        introducer = _INTRODUCES.search(said)
        if introducer and any(m.start >= start + introducer.end() for m in inside):
            found.clauses.append((start, start + introducer.end()))
        errands = (m for m in _ERRAND.finditer(said) if _after_comma(text, start + m.start()))
        errand = next((m for m in errands if not any(a.start >= start + m.start() for a in inside)), None)
        if errand and any(m.end <= start + errand.start() for m in inside):
            found.clauses.append((start + errand.start(), end))
        purpose = _SO_THAT.search(said)
        if purpose and any(m.end <= start + purpose.start() for m in inside):
            found.clauses.append((start + purpose.start(), end))
    return found
