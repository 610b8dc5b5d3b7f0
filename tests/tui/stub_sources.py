"""What the stub shows behind its answers: their own facts, and a reading that is the same for all."""

from __future__ import annotations

from assistant.browsing.source_model import Computed, Document, Input, Offer, Rival, Sources, Stated, Understanding, Word
from assistant.conversation.reply import Reply

DOCUMENT = Document("資料の表題", "第33回専門調査会", "資料5", "令和4年11月15日（2022-11-15）")


def stub_sources(reply: Reply) -> Sources:
    """Return the facts of a reply as they stand, and a reading where the reply explains itself."""
    facts = reply.answer.facts
    stated = tuple(
        Stated(f.subject, f.field, f.part, f.label, f"印字{f.label}", "補正予算額(案)", ("案の額",), f.citation.sheet)
        for f in facts
        if f.citation.sheet is not None
    )
    computed = tuple(
        Computed(f.subject, f.field, f.part, f.label, "合計", "1 + 2 = 3", (Input("部分", "1"), Input("残り", "2")), ())
        for f in facts
        if f.citation.sheet is None
    )
    words = (Word("全ゲノム", ("事業：全ゲノム",), "完全一致", "100"),)
    reading = Understanding(
        words, ("の",), (), "100%", Rival("予算額", "2", "0"), Rival("目的", "1.5", "0.5"), True, "照会して答える"
    )
    return Sources(
        reply.answer.language,
        DOCUMENT,
        stated,
        computed,
        (),
        () if facts else (Offer("全ゲノム", ("予算額", "目的")),),
        reading if reply.explanation else None,
    )
