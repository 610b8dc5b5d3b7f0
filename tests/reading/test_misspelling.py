"""What people type wrongly is read as it was meant, and what they typed rightly is left alone."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.reading import latin, spelling, spoken
from assistant.reading.distance import distance, ends
from assistant.reading.spelling import may_turn, nearest
from assistant.reading.spoken import spoken_figures
from assistant.reading.text import read_text

SAME = {
    "a kanji of the same sound": ("全ゲノムの余算は", "全ゲノムの予算は"),
    "a division with one": ("難病対策化の内線は", "難病対策課の内線は"),
    "two of four kanji": ("飢饉関連の事業は何件", "基金関連の事業は何件"),
    "a kanji of the same shape": ("脳の所菅は", "脳の所管は"),
    "an old form": ("全ゲノムの豫算總額は", "全ゲノムの予算総額は"),
    "half in kana": ("全ゲノムの予算がくは", "全ゲノムの予算額は"),
    "a ministry half in kana": ("けいざい産業省の事業は何件", "経済産業省の事業は何件"),
    "a kanji twice": ("文科科省の事業は何件", "文科省の事業は何件"),
    "a ministry without a kanji": ("文省以外の事業は何件", "文科省以外の事業は何件"),
    "an amount without a kanji": ("予額トップ3を教えて", "予算額トップ3を教えて"),
    "katakana without a character": ("マーモセトを使う事業は", "マーモセットを使う事業は"),
    "a kana of いくら missing": ("脳の予算はいらですか", "脳の予算はいくらですか"),
    "a kana of いくつ twice": ("100億円以上の事業はいくくつありますか", "100億円以上の事業はいくつありますか"),
    "two kana of いくら swapped": ("脳とベクターを足すとくいらになりますか", "脳とベクターを足すといくらになりますか"),
    "a misspelt word that is numbered": ("プロジェト①に入っている事業は", "プロジェクト①に入っている事業は"),
    "particles in katakana": ("全ゲノムノ予算ハ", "全ゲノムの予算は"),
    "an ending in katakana": ("全ゲノムの予算を教えてと言われマシタ", "全ゲノムの予算を教えてと言われました"),
    "a number in kana": ("よんじゅうおくえんいじょうの事業は", "40億円以上の事業は"),
    "a unit of the same sound": ("10奥円以下の事業は", "10億円以下の事業は"),
    "romaji of every kind": ("keisansyo no goukei wa", "経産省の合計は"),
    "romaji without blanks": ("zengenomu no yosanwa ikuradesuka", "全ゲノムの予算はいくらですか"),
    "a whole sentence in romaji": ("zengenomunoyosanwoosietekudasai", "全ゲノムの予算を教えてください"),
    "hepburn for the ear": ("mombukagakushoshokannojigyooshiete", "文部科学省所管の事業を教えて"),
    "a vowel that is long by a dash": ("bekuta-seizoukibannoyosanngakuhaikuradesuka", "ベクター製造基盤の予算額はいくらですか"),
    "a brain and no particle": ("zengenomu to no no yosan o tasuto ikura", "全ゲノムと脳の予算を足すといくら"),
    "the same together": ("zengenomutonouwotasutoikura", "全ゲノムと脳を足すといくら"),
    "misspelt romaji": ("zengenomu no naisrn wa", "全ゲノムの内線は"),
    "a rank in romaji": ("yosan ga 2banme ni ookii jigyou wa dore", "予算が2番目に大きい事業はどれ"),
    "letters swapped": ("teh toatl of METI", "the total of METI"),
    "a letter missing": ("which minstry runs the brain programe", "which ministry runs the brain programme"),
    "a letter twice": ("hoow much is the whhole genome plan", "how much is the whole genome plan"),
    "a neighbouring key": ("extebsion for the whole genome plan", "extension for the whole genome plan"),
    "a real word inside a name": ("how much is the hole genome plan", "how much is the whole genome plan"),
    "a unit": ("programmes over 2 bilion yen", "programmes over 2 billion yen"),
    "a rank": ("seccond largest programme", "second largest programme"),
    "a contracted negation": ("largest programme that ins't a fund", "largest programme that isn't a fund"),
    "a bound behind not": ("programmes that are not eblow 5 billion yen", "programmes that are not below 5 billion yen"),
}
FEW = 4
"""Look-ups in the dictionary that a word may take."""
OWN = {
    "an ordinary word of the same sound": "手紙のことは？",
    "a word beside the phone extension": "全ゲノムの内戦は",
    "culture is not a ministry": "文化の予算は",
    "a short word that may be a bound": "programmes ovr 50 billion yen",
    "a short word that may be a negation": "which programmes belong to neither MEXT mor METI",
    "a negation or its opposite": "which programmes belong to meither MEXT nor METI",
    "another word of two kanji": "医局の内線は",
    "the beginning of another word": "文省庁の事業は何件",
    "another animal": "マーモットの事業の予算は",
    "romaji with an unknown word in it": "zengenomunodouronoyosanwaikura",
    "a bound inside longer romaji": "nanbannikakerebaii",
    "capitals are a name": "how much is the FDA programme",
}


@pytest.mark.parametrize(("typed", "meant"), SAME.values(), ids=SAME.keys())
def test_what_was_meant_is_answered(assistant: Assistant, typed: str, meant: str) -> None:
    answer, expected = assistant.ask(typed), assistant.ask(meant)
    assert expected.status == "answered"
    assert [(f.subject, f.field, f.value) for f in answer.facts] == [(f.subject, f.field, f.value) for f in expected.facts]


@pytest.mark.parametrize("question", OWN.values(), ids=OWN.keys())
def test_what_is_a_word_of_its_own_is_not_corrected(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("word", "other", "apart"),
    [
        ("genome", "genome", 0),
        ("genom", "genome", 1),
        ("gneome", "genome", 1),
        ("genone", "genome", 1),
        ("mintsry", "ministry", 2),
        ("ministries", "ministry", 3),
        ("xx", "genome", 3),
        ("budget", "genome", 3),
    ],
)
def test_distance_counts_slips_up_to_its_limit(word: str, other: str, apart: int) -> None:
    assert distance(word, other, 2) == apart
    assert distance(other, word, 2) == apart
    assert distance(word, other, 1) == min(apart, 2)
    assert ends(word, other)[-1] >= apart
    assert ends(word, word)[-1] == 0


def test_what_is_not_needed_asks_for_no_amount(assistant: Assistant) -> None:
    for question in ("脳の内線はいらないです", "脳の件で担当の方はいらっしゃいますか", "脳の担当はいらっしゃるのか"):
        reading = assistant.read(question)
        assert "how_much" not in reading.frame.features


def test_ordinary_words_that_are_closer_win() -> None:
    ours, ordinary = frozenset({"budget", "fund"}), frozenset({"budge", "found"})
    assert [word for word, _ in nearest("bugdet", ours, ordinary)] == ["budget"]
    assert nearest("fuond", ours, ordinary) == ()


@pytest.mark.parametrize(("word", "turns"), [("meither", True), ("ovr", True), ("budgte", False)])
def test_a_slip_from_a_negation_or_bound_is_noticed(word: str, turns: bool) -> None:
    assert may_turn(word) is turns


@pytest.mark.parametrize(
    ("typed", "yen"),
    [
        ("じゅうおくえん", 10**9),
        ("さんぜんおくえん", 3 * 10**11),
        ("よさんじゅうおくえん", 10**9),
        ("yonjuu oku en", 4 * 10**9),
        ("五十億演", 5 * 10**9),
        ("1.7 bilion yen", 17 * 10**8),
        ("2 nillion yen", None),
    ],
)
def test_amounts_are_written_out_and_never_guessed(assistant: Assistant, typed: str, yen: int | None) -> None:
    found = spoken_figures(read_text(typed).folded, assistant.reader.lexicon)
    assert {m.value for m in found if m.has("money")} == ({yen} if yen else set())


def test_a_string_without_blanks_is_read_in_bounded_work(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(word: str, *words: frozenset[str]) -> tuple[tuple[str, float], ...]:
        asked.append(word)
        return nearest(word, *words)

    for module in (spelling, latin, spoken):
        monkeypatch.setattr(module, "nearest", counted)
    for letters in ("zengenomunoyosan", "qwertyuiopasdfghjkl", "a", "budget"):
        asked.clear()
        assert assistant.ask((letters * 2_000)[:2_000]).status != "answered"
        assert len(asked) <= FEW
        asked.clear()
        assistant.ask((letters + " ") * (2_000 // (len(letters) + 1)))
        assert len(asked) <= FEW * 2_000 // (len(letters) + 1)
