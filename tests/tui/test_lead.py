"""What a table and a citation show is not said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.model import Answer, Column, Language, Table
from assistant.tui.lead import lead
from tests.tui.stub import amount, contact, fact

ITEMS = "・医政局 研究開発政策課（内線4041）\n・健康局 がん・疾病対策課（内線3825）\n・健康局 難病対策課（内線2353）"
CITED = "（出典：「全ゲノム解析等実行計画2022の推進」）"


def test_a_list_that_the_table_shows_is_left_to_the_table() -> None:
    answer = replace(contact("?", "ja"), text=f"内線は次のとおりです。\n{ITEMS}\n{CITED}")
    assert lead(answer) == "内線は次のとおりです。"


def test_a_list_that_says_more_than_the_table_stays() -> None:
    table = Table((Column("課・室", "text"), Column("内線", "text")), (), (("研究開発政策課", "4041"),))
    text = "内線は次のとおりです。\n・医政局 研究開発政策課（内線4041）"
    assert lead(replace(contact("?", "ja"), table=table, text=text)) == text


def test_a_list_of_other_length_than_the_table_stays() -> None:
    answer = replace(contact("?", "ja"), text=f"内線は次のとおりです。\n{ITEMS}\n・ほか")
    assert lead(answer) == answer.text


def test_a_list_without_a_table_stays() -> None:
    answer = replace(amount("?", "ja"), text=f"内線は次のとおりです。\n{ITEMS}")
    assert lead(answer) == answer.text


def test_a_list_of_contacts_is_left_to_their_card() -> None:
    answer = replace(contact("?", "ja"), table=None, text=f"内線は次のとおりです。\n{ITEMS}")
    assert lead(answer) == "内線は次のとおりです。"


def test_a_list_of_contacts_that_says_more_than_their_card_stays() -> None:
    answer = replace(contact("?", "ja"), table=None, text=f"内線は次のとおりです。\n{ITEMS}、平日のみ")
    assert lead(answer) == answer.text


def test_a_source_line_is_left_to_the_citation_where_a_remark_follows_it() -> None:
    answer = replace(amount("?", "ja"), text=f"49億円です。\n{CITED}\n内線は記載されていません。")
    assert lead(answer) == "49億円です。\n内線は記載されていません。"


TOTALS = "府省別の合計は次のとおりです。\n・文部科学省：572億円\n・厚生労働省：{last}"


@pytest.mark.parametrize(
    ("language", "subject", "last", "left_out"),
    [
        pytest.param("ja", "ministry:mhlw", "107億円", True, id="shorter-names"),
        pytest.param("ja", "program:x", "107億円", False, id="not-groups"),
        pytest.param("ja", "ministry:mhlw", "108億円", False, id="another-figure"),
        pytest.param("en", "ministry:mhlw", "107億円", False, id="english-explains-its-abbreviations"),
    ],
)
def test_groups_in_full_are_left_to_a_table_that_names_them_short(
    language: Language, subject: str, last: str, left_out: bool
) -> None:
    columns = (Column("区分", "text"), Column("合計", "money"))
    labels = (("文科省", "572億円"), ("厚労省", "107億円"))
    facts = (fact("ministry:mext", "total", 1, "572億円", None), fact(subject, "total", 1, "107億円", None))
    text = TOTALS.format(last=last)
    answer = Answer("?", language, "answered", text, facts=facts, table=Table(columns, labels, labels))
    assert (lead(answer) == text.split("\n")[0]) is left_out
    assert (lead(answer) == text) is not left_out


def test_a_text_that_is_nothing_but_the_list_stays() -> None:
    answer = replace(contact("?", "ja"), text=ITEMS)
    assert lead(answer) == ITEMS


def test_an_english_source_line_is_left_to_the_citation() -> None:
    answer = replace(amount("?", "en"), text="¥4.9 billion.\n(Source: “全ゲノム解析等実行計画2022の推進”)")
    assert lead(answer) == "¥4.9 billion."


def test_a_source_line_stays_where_no_fact_carries_a_citation() -> None:
    answer = replace(amount("?", "ja"), facts=(), text=f"49億円です。\n{CITED}")
    assert lead(answer) == answer.text


def test_an_only_line_stays_whatever_it_says() -> None:
    answer = replace(amount("?", "ja"), text=CITED)
    assert lead(answer) == CITED
