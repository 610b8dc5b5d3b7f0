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

# Refusals
YOU_CAN_ASK = Phrase("次のようにお尋ねになれます（番号を入力して Enter）", "You can ask (type a number and press Enter)")

# What a follow-up borrowed
BORROWED = Phrase("引き継いだ条件:", "Kept from before:")
BORROWED_KEYS = Phrase("←→ 選ぶ  Enter 外す  Esc 戻る", "←→ choose  Enter remove  Esc back")
BORROWED_SEPARATOR = Phrase("、", ", ")
