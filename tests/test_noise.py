"""The noise of `benchmarks.noise`: seeded, one error a question, and nothing that the answer hangs on."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from assistant.evaluation.cases import Case, Turn, read_cases
from benchmarks.noise import __main__ as command
from benchmarks.noise import domain, frames, letters, measure, report
from benchmarks.noise.conversions import CONVERSIONS
from benchmarks.noise.kinds import KINDS
from benchmarks.noise.model import Kind, Language, rng_for
from benchmarks.noise.protect import fold, guarded
from benchmarks.noise.romaji import System, romaji

QUESTIONS = [
    (case.id, measure.language_of(case), case.turns[0].question)
    for case in measure.clean(read_cases(measure.default_files()))[::7]
]
BY_NAME = {(kind.language, kind.name): kind for kind in KINDS}
NAMED = {f"{kind.language} {kind.name}": kind for kind in KINDS}

# Every variant of an example, whatever the seed: language, kind, question, and all that may come of it.
CHANGES: dict[str, tuple[Language, str, str, set[str]]] = {
    "a letter is dropped, never the first": (
        "en", "dropped", "vector?", {"vctor?", "vetor?", "vecor?", "vectr?", "vecto?"},
    ),
    "a katakana letter is dropped": ("ja", "dropped", "ベクター", {"ベター", "ベクー", "ベクタ"}),
    "a letter is there twice": (
        "en", "doubled", "ringo", {"rringo", "riingo", "rinngo", "ringgo", "ringoo"},
    ),
    "neighbours are swapped": ("en", "swapped", "vecto", {"evcto", "vceto", "vetco", "vecot"}),
    "a key beside it": (
        "en", "neighbour-key", "ZZZZZ", {"ZZZZZ"[:at] + key + "ZZZZZ"[at + 1 :] for at in range(5) for key in "ASX"},
    ),
    "another conversion": ("ja", "conversion", "脳の内線", {"脳の内戦", "脳の内腺"}),
    "a particle is missing": ("ja", "particle", "脳の予算", {"脳予算"}),
    "keywords change places": ("ja", "keyword-order", "脳 予算額？", {"予算額 脳？"}),
    "keywords keep names whole": ("en", "keyword-order", "brain innovation budget", {"budget brain innovation"}),
    "a kanji word in hiragana": ("ja", "kana", "脳の内線", {"脳のないせん"}),
    "a hiragana word in katakana": ("ja", "katakana", "脳はいくら", {"脳はイクラ"}),
    "a Latin word in full width": ("ja", "full-width-latin", "AMED分", {"ＡＭＥＤ分"}),
    "digits in full width": ("en", "full-width-digits", "who has 3825?", {"who has ３８２５?"}),
    "katakana in half width": ("ja", "half-width-katakana", "ゲノムは", {"ｹﾞﾉﾑは"}),
    "old forms": ("ja", "old-forms", "経済対策", {"經濟對策"}),
    "radicals": ("ja", "radicals", "文科省", {"⽂科省"}),
    "Hepburn": ("ja", "romaji-hepburn", "脳の予算は？", {"nonoyosanwa", "no no yosan wa"}),
    "kunrei": ("ja", "romaji-kunrei", "脳の所管は", {"nounosyokanwa", "nou no syokan wa"}),
    "wāpuro": ("ja", "romaji-wapuro", "脳の予算は？", {"nounoyosannha", "nou no yosann ha"}),
    "case": ("ja", "case", "AMED分", {"amed分", "Amed分"}),
    "a mark twice or more": ("ja", "punctuation-doubled", "予算は？", {"予算は？？", "予算は？？？"}),
    "no mark": ("en", "punctuation-missing", "Who runs it?", {"Who runs it"}),
    "no apostrophe": ("en", "punctuation-missing", "what's PJ1", {"whats PJ1"}),
    "a blank inside": ("ja", "blank-inside", "ゲノム", {"ゲ ノム", "ゲノ ム", "ゲ　ノム", "ゲノ　ム"}),
    "a quote mark on every line": ("en", "quoted", "Hi there. Who runs it?", {"> Hi there.\n> Who runs it?"}),
    "a casual ending for は": (
        "ja", "casual", "予算は？",
        {"予算" + end + mark for end in frames.ENDINGS["topic"] for mark in ("", "？", "w")},
    ),
    "a casual word": ("en", "casual", "PJ1", {"PJ1" + word for word in frames.CASUAL}),
    "a polite phrase before": ("ja", "polite-before", "予算は", {f + "予算は" for f in frames.POLITE_BEFORE["ja"]}),
    "a polite phrase after": ("en", "polite-after", "PJ1?", {"PJ1? " + f for f in frames.POLITE_AFTER["en"]}),
    "long politeness": ("ja", "keigo", "予算は", {f"{a}予算は。{b}" for a, b in frames.KEIGO["ja"]}),
    "an e-mail": ("en", "email", "PJ1?", {f"{a}PJ1?{b}" for a, b in frames.EMAIL["en"]}),
    "something else before": ("en", "unrelated-before", "PJ1?", {f + " PJ1?" for f in frames.UNRELATED["en"]}),
    "something else after": ("ja", "unrelated-after", "予算は？", {f"予算は？{f}" for f in frames.UNRELATED["ja"]}),
}  # fmt: skip

WORDS = ["not", "except", "under", "50.1bn", "PJ1", "4041", "largest", "whole", "programme", "budget", "isn't", "fund", ","]

# Questions in which a kind has nothing that it may touch.
LEFT: dict[str, tuple[Language, str, str]] = {
    "digits": ("ja", "dropped", "4041 3825 2353"),
    "kanji numerals": ("ja", "swapped", "三千億円"),
    "a bound beside two kanji": ("ja", "dropped", "予算以上"),
    "negation": ("ja", "dropped", "含まれない"),
    "except": ("en", "dropped", "except without excluding"),
    "bounds": ("en", "neighbour-key", "under between above"),
    "ranks": ("en", "swapped", "first second third largest"),
    "PJ numbers": ("en", "doubled", "PJ1 PJ2"),
    "short English words": ("en", "dropped", "fund plan JST"),
    "short Japanese words": ("ja", "dropped", "予算 内線 脳"),
    "a particle between figures": ("ja", "particle", "3の2"),
    "an English phrase in order": ("en", "keyword-order", "share of the fund"),
    "a difference of keywords": ("ja", "keyword-order", "脳 全ゲノム 倍率"),
    "the mark of a yes-or-no question": ("ja", "punctuation-missing", "脳は文科省？"),
    "a quote mark before a figure": ("en", "quoted", "10 billion or so"),
    "a long question in romaji": ("ja", "romaji-hepburn", "脳の予算" * 10),
    "a kanji without a reading in romaji": ("ja", "romaji-hepburn", "鬱"),
    "an ending that asks whether": ("ja", "casual", "基金ですか"),
}


def every(kind: Kind, question: str) -> set[str]:
    return {noisy for seed in range(400) if (noisy := kind.apply(question, Random(seed))) is not None}


@pytest.mark.parametrize(("language", "name", "question", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_a_kind_changes_its_example_as_it_says(language: Language, name: str, question: str, expected: set[str]) -> None:
    found = every(BY_NAME[language, name], question)
    assert found == expected


def test_every_kind_has_an_example() -> None:
    shown = {name for _, name, *_ in CHANGES.values()} | {"blank-around"}
    assert {kind.name for kind in KINDS} == shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_blank_around_words_changes_nothing_but_blanks(language: Language) -> None:
    question = {"ja": "脳の予算は", "en": "the brain budget?"}[language]
    found = every(BY_NAME[language, "blank-around"], question)
    assert found
    assert {"".join(noisy.split()) for noisy in found} == {"".join(question.split())}


@pytest.mark.parametrize(("language", "name", "question"), LEFT.values(), ids=LEFT.keys())
def test_what_the_answer_hangs_on_is_left(language: Language, name: str, question: str) -> None:
    assert every(BY_NAME[language, name], question) == set()


@pytest.mark.parametrize("kind", NAMED.values(), ids=NAMED.keys())
def test_the_same_seed_makes_the_same_noise_and_protects_the_same(kind: Kind) -> None:
    for case, language, question in QUESTIONS:
        if language == kind.language:
            noisy = kind.apply(question, rng_for(7, case, kind.name))
            assert noisy == kind.apply(question, rng_for(7, case, kind.name))
            assert noisy is None or (noisy != question and guarded(noisy, language) == guarded(question, language))


@pytest.mark.parametrize("kind", NAMED.values(), ids=NAMED.keys())
def test_digits_stay_in_their_order(kind: Kind) -> None:
    for case, language, question in QUESTIONS:
        if language == kind.language and (noisy := kind.apply(question, rng_for(3, case, kind.name))):
            assert [c for c in fold(noisy) if c.isdigit()] == [c for c in fold(question) if c.isdigit()]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.misspells], ids=lambda kind: f"{kind.language} {kind.name}")
def test_a_misspelling_is_no_other_word_of_the_domain(kind: Kind) -> None:
    for case, language, question in QUESTIONS:
        if language == kind.language and (noisy := kind.apply(question, rng_for(5, case, kind.name))):
            assert domain.words_in(noisy, language) <= domain.words_in(question, language)


@given(st.lists(st.sampled_from(WORDS)), st.integers())
def test_protected_english_words_are_never_touched(words: list[str], seed: int) -> None:
    question = " ".join(words)
    for kind in KINDS:
        if kind.language == "en" and (noisy := kind.apply(question, Random(seed))):
            assert guarded(noisy, "en") == guarded(question, "en")


@given(st.text("脳の予算は以上未満除く含まれない三千億2353PJ①、。？かベクター内線担当いくら", max_size=20), st.integers())
def test_protected_japanese_words_are_never_touched(question: str, seed: int) -> None:
    for kind in KINDS:
        if kind.language == "ja" and (noisy := kind.apply(question, Random(seed))):
            assert guarded(noisy, "ja") == guarded(question, "ja")


@pytest.mark.parametrize("name", ["dropped", "doubled", "swapped", "neighbour-key"])
def test_one_error_is_one(name: str) -> None:
    for case, language, question in QUESTIONS:
        if noisy := BY_NAME[language, name].apply(question, rng_for(2, case, name)):
            assert len(noisy) - len(question) == {"dropped": -1, "doubled": 1}.get(name, 0)
            assert OSA.distance(noisy, question) == 1


def test_other_kinds_and_cases_leave_a_noise_as_it_is() -> None:
    assert rng_for(1, "a", "dropped").random() == rng_for(1, "a", "dropped").random()
    others = [rng_for(2, "a", "dropped"), rng_for(1, "b", "dropped"), rng_for(1, "a", "doubled")]
    assert rng_for(1, "a", "dropped").random() not in [rng.random() for rng in others]


def test_no_frame_holds_what_is_protected_or_a_name_of_the_data() -> None:
    source = tomllib.loads((domain.ROOT / "data" / "shiryo5.toml").read_text(encoding="utf-8"))
    aliases = [entry for kind in ("ministry", "programme", "division", "bureau") for item in source[kind]
               for language in ("ja", "en") for entry in item["aliases"][language]]  # fmt: skip
    names = {fold(entry.partition("/")[0]) for entry in aliases}
    for language in ("ja", "en"):
        parts = [*frames.POLITE_BEFORE[language], *frames.POLITE_AFTER[language], *frames.UNRELATED[language]]
        parts += [part for pair in (*frames.KEIGO[language], *frames.EMAIL[language]) for part in pair]
        assert {part: guarded(part, language) for part in parts if guarded(part, language)} == {}
        assert {part for part in parts if domain.words_in(part, language) & names} == set()


def test_wrong_conversions_are_many_and_mean_nothing_here() -> None:
    assert len(CONVERSIONS) >= 40
    for word, (reading, wrong) in CONVERSIONS.items():
        assert 1 <= len(wrong) <= 3, word
        assert word not in wrong
        assert not domain.known().japanese & set(wrong), word
        assert domain.known().readings.get(word, reading) == reading, word


@pytest.mark.parametrize(
    ("reading", "hepburn", "kunrei", "wapuro"),
    [
        ("しょかん", "shokan", "syokan", "syokann"),
        ("よさん", "yosan", "yosan", "yosann"),
        ("しんぽ", "shimpo", "sinpo", "sinpo"),
        ("たんい", "tan'i", "tan'i", "tanni"),
        ("いっち", "itchi", "itti", "itti"),
        ("べんちゃー", "bencha", "bentyaa", "bentya-"),
        ("ぱーてぃー", "pati", "paatii", "pa-thi-"),
        ("こうか", "koka", "kouka", "kouka"),
        ("づくり", "zukuri", "dukuri", "dukuri"),
        ("は", "wa", "wa", "ha"),
        ("を", "o", "o", "wo"),
    ],
)  # fmt: skip
def test_the_three_systems_of_romaji(reading: str, hepburn: str, kunrei: str, wapuro: str) -> None:
    systems: tuple[System, ...] = ("hepburn", "kunrei", "wapuro")
    assert [romaji(reading, system) for system in systems] == [hepburn, kunrei, wapuro]


def test_what_is_no_kana_has_no_romaji() -> None:
    assert romaji("脳", "hepburn") is None


def test_keys_beside_each_other_are_so_both_ways() -> None:
    assert all(key in letters.BESIDE[near] for key, beside in letters.BESIDE.items() for near in beside)
    assert set(letters.BESIDE["g"]) == set("fhtyvb")


def case(identity: str, question: str, expected: dict[str, Any], *tags: str) -> Case:
    return Case(identity, tags, (Turn(question, expected),), "x")


def test_cases_with_noise_of_their_own_and_conversations_are_left_out() -> None:
    turn = Turn("a", {})
    plain = case("1", "a", {}, "en")
    assert measure.clean([plain, case("2", "a", {}, "typo"), Case("3", (), (turn, turn), "x"), case("desk1-14", "a", {})]) == [
        plain
    ]


@pytest.mark.parametrize(
    ("question", "tag", "language"),
    [
        ("AMED JST", "ja", "ja"),
        ("脳", "en", "en"),
        ("PJ1の budget", "mixed", "ja"),
        ("extension of 結核感染症課", "mixed", "en"),
        ("脳", "mixed", "ja"),
    ],
)
def test_the_language_of_a_case_is_that_of_its_tags_or_of_its_words(question: str, tag: str, language: str) -> None:
    assert measure.language_of(case("1", question, {}, tag)) == language


class Stub:
    """An assistant that answers 4041 to whatever is in capital letters, and refuses the rest."""

    def conversation(self) -> Stub:
        return self

    def ask(self, question: str) -> Stub:
        self.status = "answered" if question.isupper() else "out_of_scope"
        return self

    def model_dump(self, mode: str) -> dict[str, Any]:
        assert mode == "json"
        return {"status": self.status, "text": "4041", "language": "en", "facts": []}


@pytest.mark.parametrize(
    ("expected", "correct", "wrong", "missed"),
    [({"status": "answered"}, 1, 0, 1), ({"status": "not_in_source"}, 0, 1, 1), ({"status": "out_of_scope"}, 1, 1, 0)],
    ids=["an answer is expected", "another refusal is expected", "a refusal is expected"],
)
def test_what_is_answered_amiss_is_wrong_and_what_is_refused_amiss_is_missed(
    expected: dict[str, Any], correct: int, wrong: int, missed: int
) -> None:
    kind = Kind("upper", "en", "", lambda text, _: iter([text.upper() if text == "loud" else text + "!"]))
    cases = [case("1", "loud", expected, "en"), case("2", "quiet", expected, "en"), case("3", "x", expected, "ja")]
    result = measure.measure(Stub(), cases, kind, 1, lambda: None)  # type: ignore[arg-type]
    assert (result.questions, result.correct, result.wrong, result.missed) == (2, correct, wrong, missed)
    assert f"{100 * correct / 2:.1f} %" in report.table({"seed": 1, "right": 2, "clean": 2}, [result])


def test_a_question_without_such_a_noise_is_not_counted() -> None:
    kind = Kind("none", "en", "", lambda *_: iter(()))
    assert measure.measure(Stub(), [case("1", "a", {}, "en")], kind, 1, lambda: None).questions == 0  # type: ignore[arg-type]


def test_a_failure_is_shown_with_its_question_and_the_beginning_of_the_answer() -> None:
    failure = measure.Failure("x-1", "脳の\n予さん", "no fact", "あ" * 200, wrong=True)
    shown = report.failures([measure.Result(BY_NAME["ja", "kana"], 1, [failure])])
    assert "ja kana, x-1: wrong" in shown
    assert "  asked   脳の\n  asked   予さん\n  but     no fact\n" in shown
    assert report.beginning("あ" * 200) == "あ" * 49 + "…"
    assert report.beginning("a\nb") == "a b"


def test_the_newer_fresh_sets_are_asked_if_none_is_named() -> None:
    names = {path.name for path in measure.default_files()}
    assert {"dev.jsonl", "fresh-10-ja.jsonl", "fresh-14-en.jsonl"} <= names
    assert not any(name.startswith(("fresh-9-", "fresh-1-", "traps")) for name in names)


def test_the_command_prints_the_same_object_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.jsonl"
    entry = {"id": "n-1", "tags": ["ja"], "q": "全ゲノムの内線は？", "expect": {"status": "answered"}}
    file.write_text(json.dumps(entry), encoding="utf-8")
    outputs = []
    for _ in range(2):
        assert command.main([str(file), "--kind", "kana", "dropped", "--json", "--show"]) == 0
        outputs.append(json.loads(capsys.readouterr().out))
    assert outputs[0] == outputs[1]
    assert (outputs[0]["clean"], outputs[0]["right"], outputs[0]["files"]) == (1, 1, ["cases.jsonl"])
    assert {(kind["kind"], kind["language"]) for kind in outputs[0]["kinds"]} == {
        ("kana", "ja"), ("dropped", "ja"), ("dropped", "en"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "Cannot read"), ("{", "is not a question case"), ('{"q": "a"}', "is not a question case")],
    ids=["no file", "no JSON", "no id"],
)
def test_a_file_that_cannot_be_read_is_told(
    content: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.jsonl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        command.main([str(file)])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
