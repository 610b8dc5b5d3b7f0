"""Sentences that are only courtesy are taken off before a question is read."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.reading.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("平素よりお世話になっております。全ゲノムの内線は？何卒よろしくお願い申し上げます。", "全ゲノムの内線は？"),
        ("お忙しいところ恐れ入ります。全ゲノムの内線をお願いします。", "全ゲノムの内線をお願いします。"),
        ("ありがとうございます。", "ありがとうございます。"),
        ("お手数をおかけしました。ありがとうございます。", "お手数をおかけしました。ありがとうございます。"),
        ("全ゲノムの内線は？", "全ゲノムの内線は？"),
    ],
    ids=["before and after", "a request keeps what it asks for", "thanks alone", "nothing else is left", "no courtesy"],
)
def test_only_sentences_of_courtesy_are_taken_off(typed: str, read: str) -> None:
    assert without_courtesy(typed) == read


def test_the_answer_echoes_the_question_with_its_courtesy(assistant: Assistant) -> None:
    typed = "全ゲノムの予算額は？ご教示いただけますと幸いです。"
    assert assistant.ask(typed).question == typed
