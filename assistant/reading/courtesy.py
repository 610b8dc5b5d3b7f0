"""Sentences that are nothing but Japanese courtesy (`ご多用のところ恐縮ですが、何卒よろしくお願い申し上げます。`)."""

from __future__ import annotations

import re

_WORDS = (
    "いつも 平素 日頃 先日 早速 突然 大変 誠に 本当に お世話 になって になり おります ご多用 ご多忙 "
    "お忙しい お手すき お手数 ご面倒 おかけ かけ ところ 中 折 際 恐縮 恐れ入り 申し訳 ござい 失礼 "
    "ありがとう ありがたく 有難く 何卒 どうぞ どうか よろしく 宜しく お願い 申し上げ いたし 致し ご教示 "
    "ご回答 ご返答 ご返信 ご連絡 ご確認 ご検討 ご対応 ご査収 賜れ 賜り いただけ いただき 頂け 頂き "
    "ください 下さい くださ 幸い 幸甚 存じ お尋ね おたずね したい こと 助かり 取り急ぎ のうえ の上 し "
    "まし ませ ます です でした でござ いま よう たら ので ため まで ん た て で に を は が の も と "
    "より から 、 ， ,"
)
_COURTESY = re.compile(rf"(?>{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))}|\s)++[。！!]*")
_SENTENCE = re.compile(r"[^。！!？?]+[。！!？?]*")
SHORTEST = 8
"""Characters of a sentence that may be taken for courtesy: shorter ones may be a fragment of a question."""


def without_courtesy(text: str) -> str:
    """Return a question of one line without the sentences that are only courtesy; as it is where nothing else is left."""
    if "\n" in text or not any(sign in text for sign in "。！!"):
        return text
    sentences = [m.group() for m in _SENTENCE.finditer(text)]
    kept = [s for s in sentences if len(s.strip()) < SHORTEST or not _COURTESY.fullmatch(s.strip())]
    return "".join(kept).strip() if kept and len(kept) < len(sentences) else text
