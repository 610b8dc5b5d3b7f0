"""Someone to ask who needs no core: fixed answers, and questions that wait, fail or answer with dirt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence

from assistant.answer.model import Answer, Citation, Column, Fact, Language, Option, Table, Unit
from assistant.browsing.model import Branch, Card, ContactLine, Contacts, Data, Found, Grouping, Leaf
from assistant.browsing.source_model import Sources
from assistant.conversation.reply import Reply
from assistant.export.document import Document
from assistant.suggesting.model import Suggestion
from tests.tui import stub_data
from tests.tui.stub_sources import stub_sources

WHOLE_GENOME = "全ゲノム解析等実行計画2022の推進"
BRAIN = "脳高次機能解明等に向けたブレイン・イノベーション創出基盤の整備"
INFECTIOUS = "ウィズコロナの下での感染症危機管理体制強化のための有効な治療薬等に関する研究開発"

PROGRAMMES: tuple[tuple[str, str, str, int, str, str], ...] = (
    ("collab-rd", "革新的医療技術研究開発推進事業（産学官共同型）", "内閣府", 8_000_000_000, "80億円", "¥8 billion"),
    ("intl-joint-research", "先端国際共同研究推進プログラム", "文部科学省", 50_100_000_000, "501億円", "¥50.1 billion"),
    (
        "pharma-startup",
        "創薬ベンチャーエコシステム強化事業",
        "経済産業省",
        300_000_000_000,
        "3,000億円",
        "¥300 billion",
    ),
    (
        "life-science-infra",
        "ライフサイエンス分野の先端研究基盤の整備",
        "文部科学省",
        1_400_000_000,
        "14億円",
        "¥1.4 billion",
    ),
    ("infectious-disease", INFECTIOUS, "厚生労働省", 5_800_000_000, "58億円", "¥5.8 billion"),
    ("whole-genome", WHOLE_GENOME, "厚生労働省", 4_900_000_000, "49億円", "¥4.9 billion"),
)


def fact(
    subject: str,
    field: str,
    value: str | int,
    label: str,
    sheet: str | None,
    part: str | None = None,
    computed_from: tuple[str, ...] = (),
) -> Fact:
    """Return a fact on a sheet, or a computed one where there is no sheet."""
    unit: Unit | None = "JPY" if isinstance(value, int) else None
    return Fact(subject, field, value, unit, label, Citation("shiryo5", sheet, computed_from), part)


def amount(question: str, language: Language) -> Answer:
    """One figure."""
    label = "49億円" if language == "ja" else "¥4.9 billion"
    text = {
        "ja": "49億円（案）です。令和4年度第2次補正予算案の額で、うち厚労科研費が約6.7億円、AMED研究費が約42.3億円です。",
        "en": "¥4.9 billion (draft), in the draft second supplementary budget for fiscal 2022; of this about "
        "¥670 million is MHLW research grants and about ¥4.23 billion AMED research funds.",
    }[language]
    understood = {"ja": f"{WHOLE_GENOME}・予算額", "en": "Whole genome analysis action plan 2022 · budget"}[language]
    parts = (
        ("厚労科研費", "約6.7億円", "¥670 million", 670_000_000),
        ("AMED研究費", "約42.3億円", "¥4.23 billion", 4_230_000_000),
    )
    return Answer(
        question,
        language,
        "answered",
        text,
        "amount",
        understood,
        facts=(
            fact("program:whole-genome", "amount", 4_900_000_000, label, WHOLE_GENOME),
            *(
                fact(
                    "program:whole-genome",
                    "component_amount",
                    yen,
                    ja if language == "ja" else en,
                    WHOLE_GENOME,
                    part=part,
                )
                for part, ja, en, yen in parts
            ),
        ),
    )


def contact(question: str, language: Language) -> Answer:
    """Several contacts: a table of bureau, division and extension."""
    rows = (
        ("医政局", "研究開発政策課", "4041"),
        ("健康局", "がん・疾病対策課", "3825"),
        ("健康局", "難病対策課", "2353"),
    )
    titles = ("局", "課・室", "内線") if language == "ja" else ("Bureau", "Division", "Extension")
    text = {
        "ja": "研究開発政策課は内線4041、がん・疾病対策課は内線3825、難病対策課は内線2353です（厚生労働省）。",
        "en": "研究開発政策課 is on extension 4041, がん・疾病対策課 on 3825 and 難病対策課 on 2353 (MHLW).",
    }[language]
    return Answer(
        question,
        language,
        "answered",
        text,
        "extension",
        {"ja": f"{WHOLE_GENOME}・内線", "en": "Whole genome analysis action plan 2022 · extensions"}[language],
        facts=tuple(
            fact("program:whole-genome", "extension", number, number, WHOLE_GENOME, part=division)
            for _bureau, division, number in rows
        ),
        table=Table(tuple(Column(title, "text") for title in titles), rows, rows),
    )


def total(question: str, language: Language) -> Answer:
    """A computed figure with the rows that it came from."""
    ja = language == "ja"
    text = "合計は3,692億円です（6事業の案の額の合計）。" if ja else "¥369.2 billion in total (drafts of 6 programmes)."
    label = "3,692億円" if ja else "¥369.2 billion"
    columns = (("事業", "所管", "予算額（案）"), ("Programme", "Ministry", "Budget (draft)"))[0 if ja else 1]
    rows = tuple((name, ministry, yen) for _id, name, ministry, yen, *_ in PROGRAMMES)
    labels = tuple((name, ministry, in_ja if ja else in_en) for _id, name, ministry, _yen, in_ja, in_en in PROGRAMMES)
    subjects = tuple(f"program:{programme[0]}" for programme in PROGRAMMES)
    return Answer(
        question,
        language,
        "answered",
        text,
        "total",
        "全事業・合計" if ja else "All programmes · total",
        facts=(
            fact("all", "total", 369_200_000_000, label, None, computed_from=subjects),
            *(
                fact(f"program:{id_}", "amount", yen, in_ja if ja else in_en, name)
                for id_, name, _ministry, yen, in_ja, in_en in PROGRAMMES
            ),
        ),
        table=Table((Column(columns[0], "text"), Column(columns[1], "text"), Column(columns[2], "money")), rows, labels),
    )


def clarify(question: str, language: Language) -> Answer:
    """Two or more readings that are about as likely."""
    ja = language == "ja"
    names = (WHOLE_GENOME, INFECTIOUS, BRAIN)
    options = tuple(
        Option(f"{name}の内線" if ja else f"Extension of {name}", f"{name}の内線は？" if ja else f"Extension of {name}?")
        for name in names
    )
    text = "どの事業の内線でしょうか。" if ja else "The extension of which programme?"
    return Answer(question, language, "clarify", text, "extension", "内線" if ja else "Extension", options=options)


def refusal(question: str, language: Language) -> Answer:
    """Understood, but not in the source."""
    ja = language == "ja"
    text = (
        f"「{BRAIN}」の内線は資料に記載されていません。このシートには局・課の名前もなく、所管が文部科学省であることだけが書かれています。"
        if ja
        else f"The source prints no extension for {BRAIN}. "
        "Its sheet names no bureau or division either, only the ministry (MEXT)."
    )
    understood = f"{BRAIN}・内線" if ja else "Brain innovation platform · extension"
    return Answer(question, language, "not_in_source", text, "extension", understood)


def outside(question: str, language: Language) -> Answer:
    """Not about this data at all."""
    text = {
        "ja": "この資料の予算事業についてのご質問にお答えします。たとえば「全ゲノムの内線は？」とお尋ねください。",
        "en": "I answer questions about the programmes in this document, for example “How much is the whole genome programme?”",
    }[language]
    return Answer(question, language, "out_of_scope", text)


def dirty(question: str, language: Language) -> Answer:
    """Everything in it that must never reach the screen as it is."""
    evil = "\x1b[31m赤\x07\x00[bold]太字[/bold]\u202e逆\ud800"
    row = (evil, evil)
    return Answer(
        question,
        language,
        "clarify",
        evil,
        understood=evil,
        facts=(fact("all", "amount", 1, evil, evil),),
        table=Table((Column(evil, "text"), Column(evil, "money")), (row,), (row,)),
        options=(Option(evil, "a"), Option("b", "b")),
    )


KINDS: tuple[tuple[Sequence[str], Callable[[str, Language], Answer]], ...] = (
    (("合計", "total"), total),
    (("どの", "which"), clarify),
    (("脳", "brain"), refusal),
    (("天気", "weather"), outside),
    (("dirt",), dirty),
    (("予算", "how much"), amount),
    (("内線", "extension"), contact),
)


SUGGESTED_JA = (
    Suggestion("全ゲノム", "全ゲノム", "事業・厚労省", "programme", complete=False),
    Suggestion("全ゲノムの予算額は？", "全ゲノムの予算額は？", "質問", "question", complete=True),
    Suggestion("全ゲノムの内線は？", "全ゲノムの内線は？", "質問", "question", complete=True),
)
SUGGESTED_EN = (
    Suggestion("whole genome programme", "whole genome programme", "programme · MHLW", "programme", complete=False),
    Suggestion("how much is it?", "how much is it?", "question", "question", complete=True),
)


class StubDesk:
    """Answers by a word in the question; remembers what it was asked, in which language, and every reset."""

    def __init__(self) -> None:
        self.language: Language | None = None
        self.asked: list[tuple[str, Language | None]] = []
        self.resets = 0
        self.without: list[tuple[str, ...]] = []
        self.gate: threading.Event | None = None
        self.failures = 0

    def reply(self, text: str, without: Collection[str] = ()) -> Reply:
        """Wait for the gate if there is one, fail if it should, else answer."""
        self.asked.append((text, self.language))
        self.without.append(tuple(without))
        if self.gate is not None:
            assert self.gate.wait(timeout=10), "the test never opened the gate"
        if self.failures:
            self.failures -= 1
            raise RuntimeError("disk I/O error\nat line 2")
        language: Language = self.language or ("en" if text.isascii() else "ja")
        for words, make in KINDS:
            if any(word in text.lower() for word in words):
                return Reply(make(text, language))
        return Reply(amount(text, language))

    def reset(self) -> None:
        """Count."""
        self.resets += 1

    def suggest(self, text: str, language: Language) -> Sequence[Suggestion]:
        """Suggest a name and two questions to whoever begins to type about genomes."""
        if not any(text.lower().endswith(word) for word in ("全ゲ", "genom")):
            return ()
        return SUGGESTED_JA if language == "ja" else SUGGESTED_EN

    def data(self) -> Data:
        """Say what the embedded data say of themselves."""
        return stub_data.DATA

    def leaves(self, subject: str, language: Language) -> Sequence[Leaf]:
        """Show those of a branch."""
        return next(b.leaves for b in stub_data.branches("ministry", language) if b.subject == subject)

    def find(self, typed: str, language: Language) -> Found:  # noqa: ARG002
        """Find nothing: the data is small."""
        return Found((), 0)

    def find_contacts(self, typed: str, language: Language) -> Contacts:  # noqa: ARG002
        """Find nothing: the data is small."""
        return Contacts((), 0)

    def branches(self, grouping: Grouping, language: Language) -> Sequence[Branch]:
        """Show a few programmes."""
        return stub_data.branches(grouping, language)

    def card(self, programme: str, language: Language) -> Card:
        """Show a short card."""
        return stub_data.card(programme, language)

    def contacts(self, language: Language) -> Sequence[ContactLine]:
        """Show a few contacts."""
        return stub_data.contacts(language)

    def sources(self, reply: Reply) -> Sources:
        """Show the answer's own facts, after the gate and the failures that a question would meet."""
        if self.gate is not None:
            assert self.gate.wait(timeout=10), "the test never opened the gate"
        if self.failures:
            self.failures -= 1
            raise RuntimeError("disk I/O error")
        return stub_sources(reply)

    def document(self, language: Language) -> Document:
        """Return a document."""
        names = (
            ("主な事項", "資料5", "第33回", "令和4年11月15日") if language == "ja" else ("Items", "Document 5", "33rd", "2022")
        )
        return Document("shiryo5", *names)
