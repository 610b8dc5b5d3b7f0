"""A few programmes and contacts to browse, as a desk without a core shows them."""

from __future__ import annotations

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Card, ContactLine, Data, Entry, Grouping, Leaf
from assistant.browsing.search import make_key

DATA = Data(
    {"ja": "医療R&D補正予算", "en": "Medical R&D supplementary budget"},
    count=9,
    date="2022-11-15",
    large=False,
    fiscal_year=2022,
)
_PROGRAMMES = {
    "whole-genome": (
        ("全ゲノム解析等実行計画2022の推進", "Promotion of the Action Plan 2022 for Whole Genome Analysis"),
        ("全ゲノム解析等の推進", "Whole genome analysis"),
        ("49億円", "¥4.9 billion"),
        ("ぜんげのむ",),
    ),
    "infectious-disease": (
        ("ウィズコロナの下での感染症危機管理体制強化のための有効な治療薬等に関する研究開発", "R&D on Effective Therapeutics"),
        ("感染症治療薬等の研究開発", "Infectious disease R&D"),
        ("58億円", "¥5.8 billion"),
        ("かんせんしょう",),
    ),
    "brain-innovation": (
        ("脳高次機能解明等に向けたブレイン・イノベーション創出基盤の整備", "Development of a Brain Innovation Base"),
        ("ブレイン・イノベーション基盤", "Brain innovation"),
        ("40億円", "¥4 billion"),
        ("のう",),
    ),
}
_GROUPS: dict[Grouping, tuple[tuple[str, tuple[str, str], tuple[str, str], tuple[str, ...]], ...]] = {
    "ministry": (
        ("ministry:mext", ("文部科学省", "MEXT"), ("40億円", "¥4 billion"), ("brain-innovation",)),
        ("ministry:mhlw", ("厚生労働省", "MHLW"), ("107億円", "¥10.7 billion"), ("infectious-disease", "whole-genome")),
    ),
    "category": (
        ("category:pj1", ("PJ①", "PJ1"), ("58億円", "¥5.8 billion"), ("infectious-disease",)),
        ("category:pj4", ("PJ④", "PJ4"), ("49億円", "¥4.9 billion"), ("whole-genome",)),
        ("category:pj5", ("PJ⑤", "PJ5"), ("40億円", "¥4 billion"), ("brain-innovation",)),
    ),
}
_CONTACTS = (
    ("infectious-disease", ("健康局", "Health Service Bureau"), ("結核感染症課", "Tuberculosis Division"), "8133"),
    ("whole-genome", ("医政局", "Health Policy Bureau"), ("研究開発政策課", "R&D Policy Division"), "4041"),
    ("whole-genome", ("健康局", "Health Service Bureau"), ("難病対策課", "Intractable Disease Control Division"), "2353"),
    ("whole-genome", ("健康局", "Health Service Bureau"), ("担当室", "Liaison Office"), None),
)


def branches(grouping: Grouping, language: Language) -> tuple[Branch, ...]:
    """Return three programmes under two ministries or three categories."""
    at = 0 if language == "ja" else 1
    return tuple(
        Branch(subject, label[at], total[at], tuple(_leaf(id_, at) for id_ in ids), make_key(label))
        for subject, label, total, ids in _GROUPS[grouping]
    )


def _leaf(programme: str, at: int) -> Leaf:
    names, short, amount, readings = _PROGRAMMES[programme]
    return Leaf(programme, names[at], short[at], amount[at], make_key((*names, *short), readings))


def card(programme: str, language: Language) -> Card:
    """Return a short card, with a long value, several values, and a note."""
    at, ja = (0 if language == "ja" else 1), language == "ja"
    names, _short, amount, _readings = _PROGRAMMES[programme]
    name = names[at]
    purpose = (
        "がんや難病の患者の全ゲノムを解析し、質の高い情報基盤をつくります。" * 3 if ja else "To analyse whole genomes. " * 8
    )
    entries = (
        Entry(
            "amount",
            "予算額（案）" if ja else "Budget (draft)",
            (amount[at],),
            name,
            f"{name}の予算？" if ja else f"how much {name}?",
        ),
        Entry(
            "purpose",
            "目的" if ja else "Purpose",
            (purpose.strip(),),
            name,
            f"{name}の目的は？" if ja else f"Purpose of {name}?",
        ),
        Entry(
            "organisation",
            "機関" if ja else "Agency",
            ("AMED", "JST"),
            name,
            f"{name}の機関は？" if ja else f"Agencies of {name}?",
            ("資料の注記です。" if ja else "A note of the source.",),
        ),
    )
    silent = ("担当部局は資料に記載されていません。" if ja else "The source names no division.",)
    return Card(programme, name, entries, silent if programme == "brain-innovation" else ())


def contacts(language: Language) -> tuple[ContactLine, ...]:
    """Return four contacts of one ministry, one without an extension."""
    at, ja = (0 if language == "ja" else 1), language == "ja"
    return tuple(
        ContactLine(
            programme,
            _PROGRAMMES[programme][1][at],
            "厚生労働省" if ja else "MHLW",
            bureau[at],
            division[at],
            extension,
            f"{division[0]}の内線は？" if ja else f"Extension of the {division[1]}?",
            make_key(
                (*bureau, *division), ("なんびょうたいさくか",) if extension == "2353" else (), [extension] if extension else []
            ),
            _PROGRAMMES[programme][0][0],
        )
        for programme, bureau, division, extension in _CONTACTS
    )
