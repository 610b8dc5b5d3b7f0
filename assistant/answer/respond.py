"""From a decision to an answer: the statement is run, its rows become facts, and the facts or the refusal become text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.answer import register, register_texts
from assistant.answer.claims import FIELDS, claim, demands_verdict, holding, states, verdict
from assistant.answer.compose import Context, compose, figure_label, fill, stage_of, values_of
from assistant.answer.facts import make_facts
from assistant.answer.model import Answer, Fact, Language, Option, Status
from assistant.answer.refusal import Refuser
from assistant.answer.register_refusal import RegisterRefuser
from assistant.answer.register_steps import beside_zero, by_topic
from assistant.answer.restated import confidence, restated
from assistant.answer.scope import describe
from assistant.answer.tables import make_table
from assistant.intents.model import Intent
from assistant.query.compile import compile_query
from assistant.query.model import Query
from assistant.reading.case import MEMBERSHIP, Decision
from assistant.reading.model import Candidate, Filter, Frame, Reading
from assistant.reading.world import World

if TYPE_CHECKING:
    from assistant.store.database import Database

YES = {"ja": "はい、", "en": "Yes: "}
NO = {"ja": "いいえ、", "en": "No: "}
MOST_OPTIONS = 9
"""Programmes of a register that are offered to choose from: what the keys 1 to 9 reach."""
OF_PARTS = ("share_of_part", "difference_of_parts", "ratio_of_parts", "remainder")
"""Operations on stated parts: without those parts there is nothing to compute."""


class Responder:
    """Makes answers for one store and one set of intents."""

    def __init__(
        self, database: Database, intents: Mapping[str, Intent], unknowns: Mapping[str, Mapping[str, Any]], world: World
    ) -> None:
        self.database = database
        self.intents = intents
        self.unknowns = unknowns
        self.world = world
        self.source = database.source

    def answer(self, reading: Reading, decision: Decision) -> Answer:
        """Return the answer that a decision calls for."""
        match decision.outcome:
            case "run":
                return self._run(reading, decision)
            case "mismatch" | "amount_mismatch" | "extension_mismatch":
                return self._correct(reading, decision)
            case "missing_programme" | "ambiguous" | "compare_what" | "close":
                return self._clarify(reading, decision)
            case "unexplained":
                return self._unexplained(reading, decision)
            case "unknown":
                return self._unknown(reading, decision)
            case "unstated_part":
                near = self._nearby(reading, ("component_amount", "amount"))
                ja = f"その内訳は資料に示されていません。{near}"
                return self._plain(
                    reading,
                    "not_in_source",
                    ja if reading.language == "ja" else f"The source does not state that part. {near}",
                    decision,
                )
            case "refused_slot":
                intent = self.intents[decision.candidate.intents[0]] if decision.candidate else self.intents["amount"]
                text = self._refuser(reading).refused_slot(intent, self._scope(reading))
                return self._plain(reading, "not_in_source", text, decision)
            case _:
                return self._plain(reading, "out_of_scope", self._refuser(reading).out_of_scope(), decision)

    def _refuser(self, reading: Reading) -> Refuser:
        parts = reading.language, self.database.catalogue, self.intents, self.source
        measure = reading.frame.measure
        if measure is None:
            return Refuser(*parts)
        return RegisterRefuser(*parts, figure_label(measure, reading.language) if reading.frame.asked else None)

    def _scope(self, reading: Reading) -> str:
        return describe(reading.frame.filters, reading.language, self.database.catalogue)

    def _plain(self, reading: Reading, status: Status, text: str, decision: Decision, options: Sequence[Option] = ()) -> Answer:
        """Return an answer without facts."""
        name = decision.candidate.intents[0] if decision.candidate and decision.candidate.intents else None
        return Answer(
            question=reading.typed or reading.question,
            language=reading.language,
            status=status,
            text=text,
            intent=name if status != "out_of_scope" else None,
            understood=self.understood(reading, decision.candidate) if status != "out_of_scope" else None,
            options=tuple(options),
            confidence=confidence(reading) if status != "out_of_scope" else 0.0,
        )

    def understood(self, reading: Reading, candidate: Candidate | None) -> str | None:
        """Return the reading in a few words: which programmes, and what of them."""
        return restated(reading, candidate, self.intents, self.database.catalogue)

    def query(self, names: Sequence[str], frame: Frame) -> Query:
        """Return the statement of intents for a frame."""
        return compile_query([self.intents[name] for name in names], frame)

    def facts(self, query: Query, frame: Frame, language: Language) -> tuple[Fact, ...]:
        """Run a statement and return its facts."""
        return self._read(query, frame, language)[0]

    def _read(self, query: Query, frame: Frame, language: Language) -> tuple[tuple[Fact, ...], int]:
        """Run a statement: its facts, and how many subjects of a long list are left out of them."""
        rows, left = self.database.rows(query.sql, query.parameters), 0
        if frame.measure is not None:
            rows, left = register.cut(register.staged(rows, frame.measure), query.intents)
        return make_facts(rows, language, self.database.catalogue, self.source, frame.units), left

    def context(self, query: Query, frame: Frame, facts: tuple[Fact, ...], language: Language) -> Context:
        """Return what composing a text of these facts needs."""
        intents = tuple(self.intents[name] for name in query.intents)
        return Context(language, self.database.catalogue, self.source, frame, query, facts, intents, self.intents)

    def _run(self, reading: Reading, decision: Decision) -> Answer:
        """Run the candidate's statement and say what it gives."""
        assert decision.candidate is not None
        names, frame, language = decision.candidate.intents, reading.frame, reading.language
        if frame.measure is not None and names[:1] == ("list",):
            names = tuple(name for name in names if name != "contact")  # a long list says how many and how much
        if frame.measure is not None and "extension" in names:
            names = ("extension",)  # no sheet of a register prints one: the contact is what is said beside that
            decision = replace(decision, candidate=replace(decision.candidate, intents=names))
        first = self.intents[names[0]]
        if first.kind == "social":
            return self._plain(reading, "answered", first.says("one", language) or "", decision)
        if (words := claim(reading, decision)) and (confirmed := self._confirmed(reading, decision, words)) is not None:
            return confirmed
        query = self.query(names, frame)
        facts, left = self._read(query, frame, language)
        facts = holding(reading, facts)
        context = self.context(query, frame, facts, language)
        if frame.measure is not None and names == ("list",) and frame.values("topic"):
            facts, reasons = by_topic(self, frame, facts, language)
            context = replace(context, facts=facts, reasons=reasons)
        if not facts or (first.name in OF_PARTS and all(f.citation.sheet for f in facts)):
            return self._empty(reading, decision, query, replace(context, facts=()))
        asked = [self.intents[n].field for n in names[1:]] if first.name == "list" else []
        if asked and "amount" not in asked and not any(f.field != "amount" for f in facts):
            missing = replace(query, intents=names[1:])
            context = self.context(missing, frame, (), language)
            return self._empty(reading, decision, missing, context)
        text = compose(context)
        if not text.strip():
            return self._empty(reading, decision, query, context)
        if frame.values("topic") and any(f.field == "count" and not f.value for f in facts):
            return replace(
                self._plain(reading, "not_in_source", text, decision), sql=query.sql, parameters=dict(query.parameters)
            )
        prefix = self._truth_prefix(reading, decision, facts)
        if not prefix and demands_verdict(reading, names):
            return self._unexplained(reading, decision)
        if first.name == "rank" and prefix == NO[language]:
            first_text, more = self._first_of(reading)
            text, facts = f"{text}{'' if language == 'ja' else ' '}{first_text}", (*facts, *more)
        table = make_table(facts, language, self.database.catalogue)
        if frame.measure is not None:
            more, said = beside_zero(self, frame, names, facts, language)
            rest = "" if first.name in register.COUNTED else register_texts.more(context, left)
            text, facts = "\n".join(filter(None, (text + said, rest))), (*facts, *more)
            facts, table = register.dated(frame.measure, names, facts, table, stage_of(frame.measure.stage, language), language)
        return Answer(
            question=reading.typed or reading.question,
            language=language,
            status="answered",
            text=prefix + text,
            intent=names[0],
            understood=self.understood(reading, decision.candidate),
            facts=facts,
            table=table,
            sql=query.sql,
            parameters=dict(query.parameters),
            confidence=confidence(reading),
        )

    def _first_of(self, reading: Reading) -> tuple[str, tuple[Fact, ...]]:
        """Return the largest or smallest programme, where it is not the one claimed: the sentence and its facts."""
        frame = replace(
            reading.frame,
            filters=tuple(f for f in reading.frame.filters if f.name != "program"),
            features=reading.frame.features - {"program", "named_program"},
        )
        name = "smallest" if "smallest" in frame.features else "largest"
        query = self.query((name,), frame)
        facts = self.facts(query, frame, reading.language)
        return compose(self.context(query, frame, facts, reading.language)) if facts else "", facts

    def _confirmed(self, reading: Reading, decision: Decision, words: Sequence[str]) -> Answer | None:
        """Return yes with the text that says so, where one of the programme's texts holds what the question claims."""
        assert decision.candidate is not None
        frame, language = reading.frame, reading.language
        base = replace(frame, filters=(Filter("program", frame.values("program")),))
        asked = [name for name in decision.candidate.intents if name in FIELDS]
        for name in dict.fromkeys((*asked, *FIELDS)):
            query = self.query((name,), base)
            facts = tuple(f for f in self.facts(query, base, language) if states(f, words))
            if facts:
                text = compose(self.context(query, base, facts, language))
                answer = self._plain(
                    reading, "answered", YES[language] + text, replace(decision, candidate=Candidate((name,), 2.0))
                )
                return replace(answer, facts=facts, sql=query.sql, parameters=dict(query.parameters))
        return None

    def _truth_prefix(self, reading: Reading, decision: Decision, facts: Sequence[Fact]) -> str:
        """Return yes or no for a question that can be answered so, nothing for any other."""
        so = verdict(reading, decision, facts, self.world)
        return "" if so is None else (YES if so else NO)[reading.language]

    def _empty(self, reading: Reading, decision: Decision, query: Query, context: Context) -> Answer:
        """Say that there is no row: none meets a filter (that is an answer), or the source does not print it."""
        first = context.intents[0]
        language = reading.language
        if (
            first.kind == "operation"
            and not reading.frame.values("topic")
            and first.name not in (*OF_PARTS, "whose_extension", "amount_lookup", "rank")
        ):
            facts = self.facts(self.query(("count",), reading.frame), reading.frame, language)
            text = self._truth_prefix(reading, decision, ()) + compose(replace(context, facts=()))
            if not text.strip():
                return self._none(reading, decision, query)
            return replace(
                self._plain(reading, "answered", text, decision),
                facts=facts,
                sql=query.sql,
                parameters=dict(query.parameters),
            )
        text = compose(context)
        held = reading.frame.filters and self.facts(self.query(("count",), reading.frame), reading.frame, language)
        named = reading.frame.measure is not None and reading.frame.values("program")
        if not text.strip() or (held and held[0].value == 0 and not named):
            return self._none(reading, decision, query)
        near = self._nearby(reading, first.nearby)
        if near:
            text = f"{text}{'' if language == 'ja' else ' '}{near}"
        return replace(self._plain(reading, "not_in_source", text, decision), sql=query.sql, parameters=dict(query.parameters))

    def _none(self, reading: Reading, decision: Decision, query: Query) -> Answer:
        """Say that no programme meets the conditions, where what is asked of them has no words for it."""
        text = (self.intents["list"].says("none", reading.language) or "").replace("{scope}", self._scope(reading))
        return replace(self._plain(reading, "not_in_source", text, decision), sql=query.sql, parameters=dict(query.parameters))

    def _nearby(self, reading: Reading, names: Sequence[str]) -> str:
        """Return what the source does state instead, from the first of these intents that has rows."""
        if not reading.frame.filters and not reading.frame.extensions:
            return ""
        frame = replace(reading.frame, filters=tuple(f for f in reading.frame.filters if f.name != "part"))
        for name in names:
            query = self.query((name,), frame)
            facts = self.facts(query, frame, reading.language)
            if facts and len(facts) <= 12:
                context = self.context(query, frame, facts, reading.language)
                if len(facts) == 1 and (sentence := self.intents[name].says("nearby", reading.language)):
                    text = fill(sentence, values_of(context, facts[0], facts))
                    return text[:1].upper() + text[1:]
                text = compose(context)
                return text.replace(self.intents["contact"].says("no_extension", reading.language) or "\0", "").strip()
        return ""

    def _unknown(self, reading: Reading, decision: Decision) -> Answer:
        """Refuse what the source never states, with what it does state nearby."""
        refuser = self._refuser(reading)
        unknown = decision.unknown or ""
        if unknown.startswith("category:"):
            name = unknown.partition(":")[2]
            text = (
                f"{name}という区分は資料にありません。あるのは基金関連とPJ①〜⑤です。"
                if reading.language == "ja"
                else f"There is no {name} in the source; it has the fund category and PJ1 to PJ5."
            )
            return self._plain(reading, "not_in_source", text, decision)
        entry = self.unknowns[unknown]
        near = self._nearby(reading, entry["nearby"])
        if unknown == "initial_budget" and not near:
            near = refuser.whose_amounts()
        year = unknown == "other_year"
        text = (refuser.year(reading.frame) + near).rstrip() if year else refuser.unknown(entry["label"], near)
        return self._plain(reading, "not_in_source", text, replace(decision, candidate=None))

    def _clarify(self, reading: Reading, decision: Decision) -> Answer:
        """Ask which programme, or what of it, is meant."""
        names = decision.candidate.intents if decision.candidate else ()
        if decision.outcome == "close":
            readings = [names, *(c.intents for c in decision.rivals)]
            text, options = self._refuser(reading).which_reading(readings, self._scope(reading))
            return self._plain(reading, "clarify", text, decision, options)
        topic = tuple(str(v) for v in reading.frame.values("topic"))
        ids = list(reading.frame.ambiguous or (self.world.about(topic) if topic else ()))
        ids = ids or sorted(str(p) for p in reading.frame.values("program"))
        if not ids and decision.outcome == "ambiguous":
            agencies = [self.world.programmes("organisation", str(o)) for o in reading.frame.values("organisation")]
            ids = [p for p in frozenset().union(*agencies) if self.world.contacts(p)]
        large = self.database.register
        ordered = ids[:MOST_OPTIONS] if large else [p for p in self.database.catalogue.ministry_of if p in ids]
        text, options = self._refuser(reading).which_programme(names, ordered)
        return self._plain(reading, "clarify", text, decision, options)

    def _unexplained(self, reading: Reading, decision: Decision) -> Answer:
        """Say which words were not understood; offer the rest as a question where the rest is clear."""
        refuser = self._refuser(reading)
        programmes = reading.frame.values("program")
        best = decision.candidate
        named = "named_program" in reading.frame.features
        clear = best is not None and named and len(programmes) == 1 and best.score > 1.5 and reading.covered > 0.5
        if not clear or best is None:
            return self._plain(reading, "out_of_scope", refuser.out_of_scope(), decision)
        options = refuser.programmes([str(programmes[0])], best.intents)
        text = refuser.unexplained(reading.frame.unexplained or best.unused, options[0].question)
        return self._plain(reading, "clarify", text, decision, options)

    def _correct(self, reading: Reading, decision: Decision) -> Answer:
        """Correct a false premise: an answer where it was a question of yes or no, a refusal otherwise."""
        refuser, frame = self._refuser(reading), reading.frame
        programme = str((frame.values("program") or ("",))[0])
        asserted = decision.truth is not None
        if decision.outcome == "extension_mismatch":
            return self._extension(reading, decision)
        if decision.outcome == "mismatch":
            kinds = list(dict.fromkeys(kind for kind, _ in decision.wrong))
            names = tuple("ministry" if k == "ministry" else k for k in kinds)
            base = replace(frame, filters=(Filter("program", (programme,)),))
            query, facts, truth = self._truth(names, base, reading.language)
            if not facts and kinds[0] in ("bureau", "division"):
                query, facts, truth = self._truth(("ministry",), base, reading.language)
            text = refuser.mismatch(programme, decision.wrong, truth, asserted=asserted)
            offices = tuple(Filter(kind, (id_,)) for kind, id_ in decision.wrong if kind in ("bureau", "division"))
            if offices:
                _, held, whose = self._truth(("contact",), replace(frame, filters=offices), reading.language)
                text, facts = f"{text}{'' if reading.language == 'ja' else ' '}{whose}", (*facts, *held)
        else:
            parts = tuple(f for f in frame.filters if f.name == "part")
            base = replace(frame, filters=(Filter("program", (programme,)), *parts), premises=())
            query, facts, truth = self._truth(("component_amount",) if parts else ("amount",), base, reading.language)
            facts = (*facts, *register.years(facts, frame.measure, reading.language)) if frame.measure else facts
            stated = {a.yen for a in self.world.amounts(programme)}
            claims = [int(v) for kind, v in frame.premises if kind == "amount"]
            wrong = next((yen for yen in claims if yen not in stated), claims[0])
            text = refuser.wrong_amount(programme, wrong, truth, asserted=asserted)
        if not asserted:
            return self._plain(reading, "not_in_source", text, decision)
        return replace(
            self._plain(reading, "answered", text, decision),
            facts=facts,
            sql=query.sql,
            parameters=dict(query.parameters),
        )

    def _truth(self, names: tuple[str, ...], frame: Frame, language: Language) -> tuple[Query, tuple[Fact, ...], str]:
        query = self.query(names, frame)
        facts = self.facts(query, frame, language)
        return query, facts, compose(self.context(query, frame, facts, language)) if facts else ""

    def _extension(self, reading: Reading, decision: Decision) -> Answer:
        """Confirm or correct the owner of an extension."""
        frame, language = reading.frame, reading.language
        contact = replace(frame, filters=tuple(f for f in frame.filters if f.name in (*MEMBERSHIP, "program")), extensions=())
        query = self.query(("extension",), contact)
        facts = self.facts(query, contact, language)
        held = {str(f.value) for f in facts}
        right = bool(held & set(frame.extensions))
        text = compose(self.context(query, contact, facts, language))
        elsewhere = self.query(("whose_extension",), replace(frame, filters=()))
        plain = decision.truth is False and not facts and "others" not in frame.features
        if plain and (theirs := self.facts(elsewhere, frame, language)):
            said = compose(self.context(elsewhere, frame, theirs, language))
            denied = self._plain(reading, "answered", NO[language] + said, decision)
            return replace(denied, facts=theirs, sql=elsewhere.sql, parameters=dict(elsewhere.parameters))
        if decision.truth is None or not facts:
            known = self.query(("whose_extension",), replace(frame, filters=()))
            owners_of = self.facts(known, frame, language)
            note = compose(self.context(known, frame, owners_of, language))
            return self._plain(reading, "not_in_source", f"{note}{'' if language == 'ja' else ' '}{text}", decision)
        if not right:
            owners = self.query(("whose_extension",), replace(frame, filters=()))
            known_facts = self.facts(owners, frame, language)
            if known_facts:
                said = compose(self.context(owners, frame, known_facts, language))
                text, facts = f"{text}{'' if language == 'ja' else ' '}{said}", (*facts, *known_facts)
        return replace(
            self._plain(reading, "answered", (YES if right else NO)[language] + text, decision),
            facts=facts,
            sql=query.sql,
            parameters=dict(query.parameters),
        )
