"""How a question was read, in words: the object of `ask --explain`, with names where that has ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answer import figures
from assistant.answer.facts import figures_date
from assistant.answer.model import Language
from assistant.answer.scope import name_of
from assistant.browsing.source_model import Rival, Understanding, Word

if TYPE_CHECKING:
    from assistant.assistant import Assistant

KINDS = {
    "program": ("事業", "programme"), "ministry": ("府省", "ministry"), "category": ("区分", "category"),
    "organisation": ("機関", "agency"), "bureau": ("局", "bureau"), "division": ("課・室", "division"),
    "part": ("内訳", "part"), "related": ("関連する語", "related to"), "topic": ("話題", "topic of"),
    "equipment": ("機器・装置", "equipment of"), "concept": ("項目", "item"),
    "unknown": ("資料にない事柄", "not in the source"),
    "money": ("金額", "amount"), "count": ("件数", "count"), "ordinal": ("順番", "place"), "year": ("年度", "fiscal year"),
    "digits": ("番号", "number"), "percent": ("割合", "percentage"), "date": ("日付", "date"),
    "date_before": ("日付より前", "before a date"), "date_after": ("日付より後", "after a date"),
    "date_since": ("日付以降", "since a date"),
}  # fmt: skip
_GROUPS: dict[tuple[str, str], str] = {
    ("問い方の語", "question word"): "how_much how_many which what who where when what_number how why yes_no confirm recall",
    (
        "大小・範囲の語",
        "size or bound",
    ): "most big small more less ge gt le lt between inclusive exclusive about exact count_most",
    ("対象の指定", "selection"): "programme all each only also or except not others included involved share_of group_by lift "
    "regardless printed not_printed besides",
    ("並べ方", "order"): "descending ascending order",
    ("前の話を指す語", "pointing back"): "it those among_them former latter earlier correction same_ministry same_category",
    ("単位", "unit"): "in_million in_oku in_billion in_thousand in_trillion per_year per_project",
    ("資料・年度", "the document"): "document in_this_budget",
}
CONCEPTS = {name: words for words, names in _GROUPS.items() for name in names.split()}
"""What the concepts are that are no intents."""
_HELPER = ("補助の語", "helper word")
HOW = {
    "exact": ("完全一致", "exact"),
    "kana": ("読みで一致", "by its reading"),
    "romaji": ("ローマ字で一致", "as romaji"),
    "misspelt": ("近いつづりで一致", "close spelling"),
    "number": ("数値として", "as a number"),
    "particle": ("助詞として", "as a particle"),
}
OUTCOMES = {
    "run": ("照会を実行", "run the query"),
    "missing_programme": ("どの事業かを尋ねる", "ask which programme is meant"),
    "ambiguous": ("どれを指すかを尋ねる", "ask which one is meant"),
    "close": ("読みが僅差のため尋ねる", "ask, because two readings are too close"),
    "compare_what": ("何と比べるかを尋ねる", "ask what to compare with"),
    "unexplained": ("読みきれない語が残るため断定しない", "not answered as it stands: some words fit no reading"),
    "unknown": ("資料にない事柄と判断", "judged to be something that the source does not state"),
    "mismatch": ("前提を資料と照らし合わせる", "check the premise against the source"),
    "amount_mismatch": ("額を資料と照らし合わせる", "check the amount against the source"),
    "extension_mismatch": ("内線を資料と照らし合わせる", "check the extension against the source"),
    "refused_slot": ("資料が示していない分け方と判断", "judged to be a breakdown that the source does not give"),
    "unstated_part": ("資料が示していない内訳と判断", "judged to be a part that the source does not state"),
    "nothing": ("この資料についての質問とは読めない", "not read as a question about this data"),
}
UNDECIDED = frozenset({"close", "unexplained", "unknown", "nothing"})
"""Outcomes that take none of the readings."""


def understanding(assistant: Assistant, explanation: Mapping[str, Any], language: Language) -> Understanding | None:
    """Return an explanation in words of a language, or None where there is none. Keys that are missing are passed over."""
    if not explanation:
        return None
    namer = _Namer(assistant, language)
    mentions = [m for m in explanation.get("mentions", ()) if isinstance(m, Mapping)]
    content = [m for m in mentions if any(not _is_filler(sense) for sense in m.get("senses", ()))]
    decision = explanation.get("decision") or {}
    first, second = _ranked(explanation.get("candidates", ()), decision, namer)
    outcome = str(decision.get("outcome", ""))
    return Understanding(
        tuple(namer.word(m) for m in content),
        tuple(str(m.get("typed", "")) for m in mentions if m not in content),
        tuple(map(str, explanation.get("unexplained", ()))),
        f"{100 * float(explanation['covered']):.0f}%" if "covered" in explanation else "",
        first,
        second,
        bool(decision.get("intents")) and outcome not in UNDECIDED,
        namer.of(OUTCOMES.get(outcome, (outcome, outcome))),
    )


def _is_filler(sense: str) -> bool:
    return sense.startswith("function:")


def _ranked(
    candidates: Sequence[Mapping[str, Any]], decision: Mapping[str, Any], namer: _Namer
) -> tuple[Rival | None, Rival | None]:
    """Return the first two readings: what was decided about, then the best of the others."""
    ordered = sorted(candidates, key=lambda candidate: candidate.get("intents") != decision.get("intents"))
    rivals = [namer.rival(candidate) for candidate in ordered[:2]]
    return (rivals[0] if rivals else None), (rivals[1] if len(rivals) > 1 else None)


class _Namer:
    """Gives ids their names in one language."""

    def __init__(self, assistant: Assistant, language: Language) -> None:
        self._assistant = assistant
        self._language: Language = language

    def of(self, words: tuple[str, str]) -> str:
        return words[0 if self._language == "ja" else 1]

    def word(self, mention: Mapping[str, Any]) -> Word:
        senses = [str(sense) for sense in mention.get("senses", ()) if not _is_filler(str(sense))]
        how = str(mention.get("how", ""))
        meanings = dict.fromkeys(self._meaning(sense) for sense in senses)
        score = mention.get("score")
        return Word(
            str(mention.get("typed", "")),
            tuple(meanings),
            self.of(HOW.get(how, (how, how))),
            f"{float(score):g}" if score is not None else "",
        )

    def rival(self, candidate: Mapping[str, Any]) -> Rival:
        names = map(str, candidate.get("intents", ()))
        title = ("・" if self._language == "ja" else ", ").join(dict.fromkeys(map(self._title, names)))
        title = title[:1].upper() + title[1:]
        return Rival(title, f"{float(candidate.get('score', 0)):g}", f"{float(candidate.get('margin', 0)):g}")

    def _title(self, name: str) -> str:
        intent = self._assistant.intents.get(name)
        return intent.title[self._language] if intent else name

    def _meaning(self, sense: str) -> str:
        kind, _, id_ = sense.partition(":")
        label = self.of(KINDS.get(kind, (kind, kind)))
        if kind == "concept" and id_ not in self._assistant.intents:
            return self.of(CONCEPTS.get(id_, _HELPER))
        names = list(self._names(kind, id_))
        colon = "：" if self._language == "ja" else ": "
        return f"{label}{colon}{names[0]}" if names else label

    def _names(self, kind: str, id_: str) -> Iterator[str]:
        """Yield what an id is called, if anything; for a number, the number."""
        catalogue, language = self._assistant.database.catalogue, self._language
        if kind in ("program", "ministry", "category", "organisation"):
            yield name_of(f"{kind}:{id_}", language, catalogue, short=True)
        elif kind in ("related", "topic", "equipment"):
            yield name_of(f"program:{id_}", language, catalogue, short=True)
        elif kind in ("bureau", "division", "part"):
            yield name_of(f"x:{id_}", language, catalogue)
        elif kind == "concept":
            yield self._title(id_)
        elif kind == "unknown" and id_ in self._assistant.unknowns:
            yield str(self._assistant.unknowns[id_]["label"][language])
        elif kind == "money" and id_.isdecimal():
            yield figures.money(int(id_), language)
        elif kind.startswith("date"):
            yield figures_date(id_, language)
        elif kind == "percent":
            yield f"{id_.removesuffix('.0')}%"
        elif id_:
            yield id_
