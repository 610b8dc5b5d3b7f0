"""What a table and a citation show is not said twice."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.model import Column, Table
from assistant.tui.lead import lead
from tests.tui.stub import amount, contact

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
    answer = replace(contact("?", "ja"), table=None, text=f"内線は次のとおりです。\n{ITEMS}")
    assert lead(answer) == answer.text


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
