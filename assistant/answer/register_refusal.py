"""The texts of answers that are not answers, where the store is a register of review sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.model import Option
from assistant.answer.refusal import Refuser
from assistant.answer.scope import describe, name_of
from assistant.reading.model import Frame

_EXAMPLES = {
    "ja": "「（事業名）の2022年度の執行額は？」「国交省の補正予算の合計」「離島の医療の事業」",
    "en": "“executed amount of (programme) in FY2022”, “total supplementary budget of MLIT in FY2021”, “programmes about 離島”",
}


@dataclass(frozen=True, slots=True)
class RegisterRefuser(Refuser):
    """Makes those texts for a register: they name its fiscal years and what it holds."""

    figure: str | None = None
    """The figure that is asked for, in words (2022年度の執行額); None where the newest budget is."""

    def out_of_scope(self) -> str:
        """Text for a question about something else."""
        size = f"{self.catalogue.size:,}"
        if self.language == "ja":
            return (
                f"{self.source['title']}（{self.source['date']}年度、{size}事業）についての質問としては理解できませんでした。"
                f"事業名、府省、年度、金額の段階（当初・補正・執行・要求）、担当、支出先などをお尋ねいただけます。例：{_EXAMPLES['ja']}"
            )
        return (
            f"I could not read this as a question about the {self.source['title_en'].lower()} ({self.source['date']}, {size} "
            "programmes). You can ask about programmes, ministries, fiscal years, stages (initial, supplementary, executed, "
            f"requested), contacts and payees. For example: {_EXAMPLES['en']}."
        )

    def unknown(self, label: Mapping[str, str], nearby: str) -> str:
        """Text for what people ask and the sheets never state."""
        if self.language == "ja":
            return f"{label['ja']}は、このデータには記載されていません。{nearby}"
        return f"The review sheets here do not state {label['en']}. {nearby}".strip()

    def year(self, frame: Frame) -> str:
        """Text for a fiscal year of which nothing is stated."""
        scope = describe(frame.filters, self.language, self.catalogue)
        asked = frame.asked.years
        if self.language == "ja":
            which = "・".join(f"{year}年度" for year in asked) or "その年度"
            return f"{which}の額は、{scope}のレビューシートに記載されていません。"
        which = " and ".join(f"FY{year}" for year in asked) or "that fiscal year"
        return f"The review sheets state no such amount of {scope} for {which}. "

    def programmes(self, ids: Sequence[str], intents: Sequence[str]) -> tuple[Option, ...]:
        """Return an option a programme: its name with its ministry and id, for many are called alike."""
        options = []
        for id_ in ids[:9]:
            name = name_of(f"program:{id_}", self.language, self.catalogue)
            ministry = name_of(f"ministry:{self.catalogue.ministry_of[id_]}", self.language, self.catalogue, short=True)
            label = f"{name}（{ministry}、{id_}）" if self.language == "ja" else f"{name} ({ministry}, {id_})"
            options.append(
                Option(label, self._again(intents, f"{name}（{id_}）" if self.language == "ja" else f"{name} ({id_})"))
            )
        return tuple(options)

    def _again(self, intents: Sequence[str], name: str) -> str:
        """Return the full question about one programme, with the fiscal year and stage that were asked for."""
        if self.figure is None or not {"amount", "rate"} & set(intents[:1]):
            return self.question(intents, name)
        return f"{name}の{self.figure}は？" if self.language == "ja" else f"What is {self.figure} of {name}?"

    def which_programme(self, intents: Sequence[str], ids: Sequence[str]) -> tuple[str, tuple[Option, ...]]:
        """Text and options where the programme is missing or several fit."""
        if ids:
            return Refuser.which_programme(self, intents, ids)
        what = self.intents[intents[0]].title[self.language] if intents else ""
        if self.language == "ja":
            head = f"どの事業の{what}でしょうか。" if what else "どの事業についてでしょうか。"
            return f"{head}事業名（一部でも）か事業番号を添えてお尋ねください。", ()
        head = f"The {what} of which programme?" if what else "Which programme do you mean?"
        return f"{head} Name it, in part if you like, or give its number.", ()
