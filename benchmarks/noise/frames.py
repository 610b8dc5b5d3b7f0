"""What people write around a question: politeness, a greeting and a signature, a word of small talk, a casual ending.

No frame holds a figure, a protected word or a name of the data; a test sees to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

POLITE_BEFORE = {
    "ja": (
        "お世話になっております。",
        "恐れ入りますが、",
        "すみません、",
        "お忙しいところ恐縮ですが、",
        "お手数をおかけしますが、",
        "失礼いたします。お伺いします。",
        "お疲れさまです。",
    ),
    "en": (
        "Hello, ",
        "Excuse me, ",
        "Good morning. ",
        "Sorry to bother you. ",
        "Hi there, quick question: ",
        "Dear colleague, ",
        "If I may ask, ",
    ),
}
POLITE_AFTER = {
    "ja": (
        "よろしくお願いいたします。",
        "ご教示いただけますと幸いです。",
        "お手数ですがご確認のほどお願い申し上げます。",
        "すみませんが、よろしくお願いします。",
        "ご回答をお待ちしております。",
    ),
    "en": (
        "Thank you in advance.",
        "Many thanks for your help.",
        "Kind regards.",
        "I would appreciate your help.",
        "Thanks so much!",
    ),
}
KEIGO = {
    "ja": (
        (
            "平素より大変お世話になっております。ご多忙の折、誠に恐れ入りますが、",
            "ご教示賜れますと幸甚に存じます。",
        ),
        (
            "いつも大変お世話になっております。突然のご連絡にて失礼いたします。",
            "ご多用のところ恐縮ですが、何卒よろしくお願い申し上げます。",
        ),
        (
            "お忙しいところ大変申し訳ございません。お尋ねしたいことがございまして、ご連絡いたしました。",
            "お手すきの際にご返答いただけますと大変ありがたく存じます。",
        ),
        (
            "お世話になっております。先日はありがとうございました。早速で恐縮でございますが、",
            "ご確認のうえ、ご返信くださいますようお願い申し上げます。",
        ),
    ),
    "en": (
        (
            "I hope this message finds you well. I am writing to ask you for a little help. ",
            "I would be very grateful for your kind reply.",
        ),
        (
            "I hope you are having a pleasant week, and please forgive me for troubling you. ",
            "Thank you very much for your time and kindness.",
        ),
        (
            "May I kindly ask you the following, if I may take a moment of your time: ",
            "I look forward to hearing from you. Yours sincerely",
        ),
    ),
}
EMAIL = {
    "ja": (
        (
            "ご担当者様\n\nお世話になっております。さくら商会の山田です。\n\n",
            "\n\nよろしくお願いいたします。\n\n--\n山田 花子\nさくら商会",
        ),
        ("皆様\n\nお疲れさまです。田中です。\n", "\nよろしくお願いします。\n田中"),
        (
            "佐藤様\n\nいつもお世話になっております。\n鈴木でございます。\n\n",
            "\n\n何卒よろしくお願い申し上げます。\n\n――――――――\n鈴木 太郎",
        ),
    ),
    "en": (
        ("Dear Mr Tanaka,\n\n", "\n\nKind regards,\nJane Smith"),
        ("Hi team,\n\n", "\n\nThanks,\nBob"),
        ("Dear colleagues,\n\nI hope you are well.\n\n", "\n\nBest wishes,\n\n--\nMary Brown\nAcme Ltd"),
    ),
}
UNRELATED = {
    "ja": (
        "会議中なので手短に。",
        "電車に乗っています。",
        "今日はとても暑いですね。",
        "コーヒーを飲みながら失礼します。",
        "ただいま戻りました。",
        "急いでいます。",
        "上司に聞かれて困っています。",
    ),
    "en": (
        "I'm in a meeting, so keep it brief.",
        "It's raining here.",
        "I am writing from the train.",
        "My boss is waiting.",
        "I am in a hurry.",
        "The coffee machine is broken today.",
    ),
}
_ASKED = r"(?:いくら|いくつ|どこ|どれ|誰|だれ|いつ|何(?:番|課|室|局|省|円|億円?|億|件|ですか)?)"
_END = re.compile(
    rf"(?P<asked>{_ASKED})[？?。]*$|(?P<topic>は)[？?。]*$|(?P<please>教えて)(?:ください|下さい|ほしい)?[？?。]*$"
)
ENDINGS = {
    "asked": ("やねん", "だっけ", "やったっけ", "だったっけ", "やろ", "なん", "だべ", "ですっけ", "なのさ"),
    "topic": ("は何だっけ", "は何やったっけ", "って何だっけ", "はどないなってんねん", "はどうなってるんや"),
    "please": ("教えてや", "教えてちょ", "教えてーな", "教えてくれへん", "教えてけろ", "教えてちょーだい"),
}
CASUAL = (" plz", " thx", " pls", " thx!", " ta", ", cheers", " plz n thx", " pls & thx", " lol", " asap plz")


def _joined(before: str, text: str, after: str = "") -> str:
    if after and not before.endswith("\n"):
        closed = re.search(r"[？?。！!.…]$", text)
        japanese = re.search(r"[ぁ-ん一-龥]", after)
        after = ("" if closed else "。" if japanese else ".") + ("" if japanese else " ") + after
    return before + text + after


def around(frames: tuple[tuple[str, str], ...]) -> Callable[[str, Random], Iterator[str]]:
    """Return what yields a text between the two parts of a frame."""

    def variants(text: str, rng: Random) -> Iterator[str]:
        for before, after in rng.sample(frames, len(frames)):
            yield _joined(before, text, after)

    return variants


def before(frames: tuple[str, ...], blank: str = "") -> Callable[[str, Random], Iterator[str]]:
    """Return what yields a text after a frame."""
    return around(tuple((frame + blank, "") for frame in frames))


def after(frames: tuple[str, ...]) -> Callable[[str, Random], Iterator[str]]:
    """Return what yields a text before a frame."""
    return around(tuple(("", frame) for frame in frames))


def casual_ja(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a casual ending or one of a dialect, where it asks for something by a word for it (いくら, …は？)."""
    if match := _END.search(text):
        which = next(name for name, found in match.groupdict().items() if found)
        kept = match["asked"].removesuffix("ですか") if which == "asked" else ""
        for ending in rng.sample(ENDINGS[which], len(ENDINGS[which])):
            yield text[: match.start()] + kept + ending + rng.choice(["", "？", "w"])


def casual_en(text: str, rng: Random) -> Iterator[str]:
    """Yield the text with a casual word after it."""
    for ending in rng.sample(CASUAL, len(CASUAL)):
        yield text + ending
