"""What the directory panel says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

DIRECTORY_TITLE = Phrase("担当課・内線", "Directory")
SEARCH = Phrase("検索", "Search")
SEARCH_PLACEHOLDER = Phrase("内線か、課・局・府省・事業の名前", "number or name")
OFFICES_PLACEHOLDER = Phrase("課・局・府省の名前", "division, bureau or ministry")
TYPE_TO_SEARCH = Phrase(
    "課・局・府省の名前を2文字以上打つと、担当課を探します。",
    "Type at least two characters of a division, bureau or ministry.",
)
FOUND = Phrase("{count}件中 {found}件", "{found} of {count}")
ALL = Phrase("全{count}件", "{count} in all")
NONE_SHORT = Phrase("なし", "none")
NO_EXTENSION = Phrase("内線の記載なし", "No extension is printed")
BELONGS = Phrase("{ministry}・{programme}", "{ministry}, {programme}")
SILENT = Phrase(
    "{ministries}は、資料に担当課と内線の記載がありません。",
    "For {ministries}, the source prints no division and no extension.",
)
SILENT_SEPARATOR = Phrase("、", ", ")
SILENT_PROGRAMME = Phrase(
    "「{programme}」（{ministry}）は、資料に担当課と内線の記載がありません。",
    "For “{programme}” ({ministry}), the source prints no division and no extension.",
)
NO_SUCH_EXTENSION = Phrase(
    "{typed} で始まる内線は、資料にありません。課や事業の名前でもお探しいただけます。",
    "No extension in the source begins with {typed}. You can also search by division or programme.",
)
NOTHING_FOUND = Phrase(
    "「{typed}」に当たる課はありません。文字を減らすか、局・府省・事業の名前でお試しください。",
    "No division matches “{typed}”. Type fewer letters, or a bureau, ministry or programme.",
)
NO_OFFICE_FOUND = Phrase(
    "「{typed}」に当たる課はありません。文字を減らすか、局や府省の名前でお試しください。",
    "No division matches “{typed}”. Type fewer letters, or a bureau or ministry.",
)
EXTENSION = Phrase("内線", "Extension")
BACK = Phrase("< 一覧へ（Esc）", "< Back to the list (Esc)")
ASK = Phrase("Enter で質問", "Enter asks")
ASK_OR_COPY = Phrase("Enter で質問・F7 でコピー", "Enter asks, F7 copies")
SHEET = Phrase("出典「{sheet}」", "Source “{sheet}”")
LOOK_FAILED = Phrase(
    "データを読み込めませんでした。F5 で閉じて、もう一度開いてください。（{cause}）",
    "The data could not be read. Close with F5 and open again. ({cause})",
)

DIRECTORY_HELP = Phrase(
    "資料にあるすべての担当課と内線です。\n"
    "番号の先頭か名前の一部を打ち、↑↓ で選び、Enter で大きく示します。もう一度 Enter で質問します。\n"
    "Esc で一覧に戻り、一覧では閉じます。",
    "All divisions and extensions in the source.\n"
    "Type the first digits or part of a name, choose with ↑↓; Enter shows it large, and Enter again asks it.\n"
    "Esc goes back to the list, and closes it there.",
)
SEARCH_HELP = Phrase(
    "内線は先頭の数字で、課・局・府省・事業は漢字・かな・ローマ字・英語の一部で探せます。\n"
    "打ちながら ↑↓ で選び、Enter で内線を大きく示します。もう一度 Enter でチャットに質問します。\n"
    "Ctrl+U で消し、Esc で戻ります。",
    "Find extensions by their first digits, names by any part, in kanji, kana, romaji or English.\n"
    "Choose with ↑↓ while typing; Enter shows the extension large, and Enter again asks it in the chat.\n"
    "Ctrl+U clears the search, Esc goes back.",
)
