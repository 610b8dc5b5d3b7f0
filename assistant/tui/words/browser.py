"""What the browser panel says."""

from __future__ import annotations

from assistant.browsing.model import Grouping
from assistant.tui.words.phrase import Phrase

BROWSER_TITLE = Phrase("事業の一覧", "Programmes")
ALL_DRAFTS = Phrase("金額はいずれも案", "all amounts are drafts")
NEWEST_TOTALS = Phrase("金額は{year}年度・事業数は過去分を含む", "amounts of FY{year}, past programmes counted")
MORE = Phrase("… ほか{count:,}事業（文字で絞り込めます）", "… {count:,} more: type to narrow")
MORE_FOUND = Phrase("… ほか{count:,}事業（さらに絞り込めます）", "… {count:,} more: type more to narrow")
TOO_SHORT = Phrase("2文字以上でお探しください。", "Type at least two characters.")
FILTER = Phrase("絞り込み", "Filter")
FILTER_PLACEHOLDER = Phrase("名前・読み・英語の一部", "part of a name")
NAMES_PLACEHOLDER = Phrase("名前の一部・府省名・番号", "part of a name, a ministry, a number")
GROUPING: dict[Grouping, Phrase] = {"ministry": Phrase("府省別", "By ministry"), "category": Phrase("区分別", "By category")}
SWITCH_GROUPING = Phrase("{now}（Ctrl+G で{other}）", "{now} (Ctrl+G: {other})")
BRANCH = Phrase("{label}（{count}・{total}）", "{label} ({count}, {total})")
BRANCH_WITHOUT_TOTAL = Phrase("{label}（{count}）", "{label} ({count})")
COUNT = Phrase("{count:,}事業", "{count:,}")
FOUND_OF = Phrase("{count:,}事業中{found}", "{found} of {count:,}")
LOADING = Phrase("読み込んでいます…", "Loading…")
NOTHING_FOUND = Phrase(
    "「{typed}」に当たる事業はありません。文字を減らすか、府省名や担当課でお試しください。Ctrl+U で消せます。",
    "No programme matches “{typed}”. Type fewer letters, or a ministry or division. Ctrl+U clears it.",
)
LOOK_FAILED = Phrase(
    "データを読み込めませんでした。F4 で閉じて、もう一度開いてください。（{cause}）",
    "The data could not be read. Close with F4 and open again. ({cause})",
)
BACK = Phrase("< 一覧へ（Esc）", "< Back to the list (Esc)")
CARD_KEYS = Phrase("↑↓ で選び、Enter で質問します", "Choose with ↑↓; Enter asks")
SOURCES = Phrase("出典", "Sources")
SHEET = Phrase("「{sheet}」", "“{sheet}”")

BROWSER_HELP = Phrase(
    "事業を、府省別か区分別に一覧します。\n"
    "文字を打つと絞り込み、Enter で事業のカードを開きます。\n"
    "Ctrl+G で府省別と区分別を切り替え、Esc で閉じます。",
    "The programmes by ministry or by category.\n"
    "Type to filter; Enter opens a programme's card.\n"
    "Ctrl+G switches the grouping, Esc closes the panel.",
)
FILTER_HELP = Phrase(
    "事業名・読み・ローマ字・英語・府省・担当課・内線の一部を打つと、すぐに絞り込みます。\n"
    "↓ で一覧へ移り、Enter で選ばれている事業のカードを開きます。\n"
    "Ctrl+U で消し、Ctrl+G で府省別と区分別を切り替えます。",
    "Type part of a name, in kanji, kana, romaji or English, or a ministry, division or extension.\n"
    "↓ goes into the list; Enter opens the card of the marked programme.\n"
    "Ctrl+U clears the filter, Ctrl+G switches the grouping.",
)
TREE_HELP = Phrase(
    "↑↓ で動き、Enter で事業のカードを開きます。府省や区分の上では畳む・開くになります。\n"
    "← で畳み、→ で開きます。文字を打つか / を押すと、絞り込みに戻ります。\n"
    "Esc で閉じます。",
    "↑↓ move; Enter opens a programme's card, or folds and unfolds a group.\n"
    "← folds, → unfolds. Type, or press /, to go on filtering.\n"
    "Esc closes the panel.",
)
CARD_HELP = Phrase(
    "資料にあることを、すべて示しています。[1] などの番号は出典のシートです。\n"
    "↑↓ で項目を選び、Enter でその項目を質問します。PgUp・PgDn で送ります。\n"
    "Esc・Backspace・← で一覧に戻ります。文字を打つと絞り込みに戻ります。",
    "All that the source says of the programme. Numbers such as [1] are its sheets.\n"
    "Choose an entry with ↑↓; Enter asks it. PgUp and PgDn scroll.\n"
    "Esc, Backspace or ← go back to the list; typing goes back to the filter.",
)
