"""What the cards of answers say beside the answer itself."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

DRAFT = Phrase("（案）", "(draft)")
APPROXIMATELY = Phrase("約", "about")

# Contacts
EXTENSION = Phrase("内線", "ext.")
NO_EXTENSION = Phrase("内線の記載なし", "no extension printed")
COPY_EXTENSION = Phrase("F7 で内線をコピー", "F7 copies the extension")

# Tables
SORTED_BY = Phrase("{column}: {order}", "{column}: {order}")
AS_GIVEN = Phrase("元の順", "as given")
ASCENDING = Phrase("小さい順", "ascending")
DESCENDING = Phrase("大きい順", "descending")
BY_NAME = Phrase("文字順", "A to Z")
BY_NAME_BACK = Phrase("文字の逆順", "Z to A")
TABLE_KEYS = Phrase("←→ 列を選ぶ  Enter 並べ替え  Esc 戻る", "←→ column  Enter sort  Esc back")

TABLE_HELP = Phrase(
    "表です。←→ で列を選び、Enter か s で並べ替えます（小さい順、大きい順、元の順）。見出しのクリックでも並びます。\n"
    "F8 でこの並びのまま表をコピーできます。Esc で入力欄に戻ります。",
    "A table. Choose a column with ←→ and sort by it with Enter or s (ascending, descending, as given), "
    "or click a heading.\nF8 copies the table in this order. Esc goes back to the prompt.",
)

# Refusals
YOU_CAN_ASK = Phrase("次のようにお尋ねになれます（番号を入力して Enter）", "You can ask (type a number and press Enter)")

# What a follow-up borrowed
BORROWED = Phrase("引き継いだ条件:", "Kept from before:")
BORROWED_KEYS = Phrase("←→ 選ぶ  Enter 外す  Esc 戻る", "←→ choose  Enter remove  Esc back")
BORROWED_SEPARATOR = Phrase("、", ", ")
CHIPS_HELP = Phrase(
    "前の質問から引き継いだ条件です。←→ で選び、Enter か x、またはクリックで外すと、その条件なしでお調べし直します。",
    "What was kept from earlier questions. Choose with ←→ and press Enter or x, or click, to take it off: "
    "the question is then asked again without it.",
)
CHART_TITLE = Phrase("{column}の推移", "{column} by year")
CHART_TITLE_CUT = Phrase("{column}の推移（新しい{count}か年）", "{column} by year (the newest {count})")
