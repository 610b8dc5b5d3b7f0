"""What to say when there is no answer: what is missing, what the source does state nearby, and what can be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import figures
from assistant.answer.model import Language, Option
from assistant.answer.scope import describe, name_of
from assistant.intents.model import Intent
from assistant.reading.model import Frame

if TYPE_CHECKING:
    from assistant.store.catalogue import Catalogue

MOST_OPTIONS = 5
_EXAMPLES = {
    "ja": "「全ゲノムの内線は？」「文科省の事業を一覧で」「基金は全体の何％？」",
    "en": "“extension for the whole genome plan”, “list the MEXT programmes”, “what share of the total are the funds?”",
}
_ASK = {
    "amount": ("{name}の予算額は？", "What is the budget of {name}?"),
    "extension": ("{name}の内線は？", "What is the extension for {name}?"),
    "contact": ("{name}の担当はどこ？", "Who is in charge of {name}?"),
    "division": ("{name}の担当課は？", "Which division is in charge of {name}?"),
    "bureau": ("{name}の担当局は？", "Which bureau is in charge of {name}?"),
    "ministry": ("{name}の所管は？", "Which ministry is in charge of {name}?"),
}


@dataclass(frozen=True, slots=True)
class Refuser:
    """Makes the texts and options of answers that are not answers."""

    language: Language
    catalogue: Catalogue
    intents: Mapping[str, Intent]
    source: dict[str, str]

    def out_of_scope(self) -> str:
        """Text for a question about something else."""
        count = len(self.catalogue.ministry_of)
        if self.language == "ja":
            return (
                f"この資料（{self.source['budget']}案・医療分野の研究開発{count}事業）についての質問としては理解できませんでした。"
                f"予算額、担当・内線、所管、目的などをお尋ねいただけます。例：{_EXAMPLES['ja']}"
            )
        return (
            f"I could not read this as a question about the {count} medical R&D programmes of the {self.source['budget_en']}. "
            f"You can ask about budgets, contacts and extensions, ministries, purposes. For example: {_EXAMPLES['en']}."
        )

    def question(self, intents: Sequence[str], name: str) -> str:
        """Return the full question that asks these intents of a programme, in the answer's language."""
        intent = self.intents[intents[0]] if intents else self.intents["amount"]
        pair = _ASK.get(intent.name)
        if pair:
            return pair[0 if self.language == "ja" else 1].replace("{name}", name)
        what = intent.title[self.language]
        return f"{name}の{what}は？" if self.language == "ja" else f"What is the {what} of {name}?"

    def programmes(self, ids: Sequence[str], intents: Sequence[str]) -> tuple[Option, ...]:
        """Return an option a programme, each a full question."""
        options = []
        for id_ in ids[:MOST_OPTIONS]:
            name = name_of(f"program:{id_}", self.language, self.catalogue)
            short = name_of(f"program:{id_}", self.language, self.catalogue, short=True)
            options.append(Option(short, self.question(intents, name)))
        return tuple(options)

    def which_programme(self, intents: Sequence[str], ids: Sequence[str]) -> tuple[str, tuple[Option, ...]]:
        """Text and options where the programme is missing or several fit."""
        what = self.intents[intents[0]].title[self.language] if intents else ""
        pool = list(ids) or list(self.catalogue.ministry_of)
        options = self.programmes(pool, intents)
        if self.language == "ja":
            more = (
                f"ほかに{len(pool) - len(options)}事業あります。事業名でもお答えください。"
                if len(pool) > len(options)
                else "番号または事業名でお答えください。"
            )
            head = f"どの事業の{what}でしょうか。" if what else "どの事業についてでしょうか。"
        else:
            more = (
                f"There are {len(pool) - len(options)} more; you may also type a name."
                if len(pool) > len(options)
                else "Answer with a number or a name."
            )
            head = f"The {what} of which programme?" if what else "Which programme do you mean?"
        return f"{head}{'' if self.language == 'ja' else ' '}{more}", options

    def which_reading(self, readings: Sequence[Sequence[str]], scope: str) -> tuple[str, tuple[Option, ...]]:
        """Text and options where the question may mean several things: each is a list of intents."""
        joiner = "・" if self.language == "ja" else ", "
        titles = list(dict.fromkeys(joiner.join(self.intents[n].title[self.language] for n in names) for names in readings))
        if self.language == "ja":
            options = tuple(Option(title, f"{scope}の{title}") for title in titles)
            return f"{scope}について、{'、'.join(titles)}のどれをお尋ねでしょうか。", options
        options = tuple(Option(title, f"{title} of {scope}") for title in titles)
        return f"What would you like to know of {scope}: {', or '.join(titles)}?", options

    def unexplained(self, words: Sequence[str], question: str | None) -> str:
        """Text where a word was not understood and the rest was."""
        quoted = "」「".join(words) if self.language == "ja" else "”, “".join(words)
        if self.language == "ja":
            part = f"「{quoted}」の部分が" if words else "お尋ねの一部が"
            return f"{part}分かりませんでした。" + ("次のことでしたらお答えできます。" if question else "")
        part = f"“{quoted}”" if words else "all of the question"
        return f"I did not understand {part}." + (" I can answer this:" if question else "")

    def whose_amounts(self) -> str:
        """Sentence that says of which budget the amounts are."""
        if self.language == "ja":
            return f"金額はいずれも{self.source['budget']}案の額です。"
        return f"All amounts are drafts of the {self.source['budget_en']}."

    def unknown(self, label: Mapping[str, str], nearby: str) -> str:
        """Text for what people ask and the source never states."""
        if self.language == "ja":
            return f"{label['ja']}は、この資料には記載されていません。{nearby}"
        return f"The source does not state {label['en']}. {nearby}".strip()

    def year(self, frame: Frame) -> str:
        """Text for another fiscal year or another budget."""
        scope = describe(frame.filters, self.language, self.catalogue)
        if self.language == "ja":
            return (
                f"この資料にあるのは{self.source['budget']}案の額だけで、"
                f"ほかの年度や当初予算の額はありません（対象：{scope}）。"
            )
        return (
            f"The source holds only the amounts of the {self.source['budget_en']} (draft); "
            f"other years and budgets are not in it ({scope})."
        )

    def mismatch(self, programme: str, wrong: Sequence[tuple[str, str]], truth: str, *, asserted: bool) -> str:
        """Text that corrects a false premise; begins with no where it was a question of yes or no."""
        name = name_of(f"program:{programme}", self.language, self.catalogue)
        claimed = [name_of(f"{k}:{i}", self.language, self.catalogue) for k, i in wrong]
        if self.language == "ja":
            said = "・".join(claimed)
            return ("いいえ、" if asserted else "") + f"{name}は{said}のものではありません。{truth}"
        said = " and ".join(claimed)
        return ("No: " if asserted else "") + f"{name} does not belong to {said}. {truth}"

    def wrong_amount(self, programme: str, claimed: int, truth: str, *, asserted: bool) -> str:
        """Text that corrects an amount."""
        name = name_of(f"program:{programme}", self.language, self.catalogue)
        amount = figures.money(claimed, self.language)
        if self.language == "ja":
            return ("いいえ、" if asserted else "") + f"{name}の額として{amount}は資料にありません。{truth}"
        return f"{'No: the' if asserted else 'The'} source does not state {amount} for {name}. {truth}"

    def refused_slot(self, intent: Intent, scope: str) -> str:
        """Text for a field that the source never states by division or bureau, or that is not answered group by group."""
        what = intent.title[self.language]
        if "group_by" in intent.refuses:
            return (
                f"府省や区分ごとの{what}を一度にはお答えできません。「基金は全体の何％？」のように、一つずつお尋ねください。"
                if self.language == "ja"
                else f"The {what} of every group cannot be answered at once. Ask for one, as in “what share are the funds?”."
            )
        if self.language == "ja":
            return f"課・局ごとの{what}は資料に示されていません。事業ごとの{what}でしたらお答えできます（{scope}）。"
        return f"The source does not state any {what} by division or bureau; it does by programme ({scope})."
