"""What the source panel says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

SOURCE_TITLE = Phrase("資料の根拠", "Source at hand")
SOURCE_HINT = Phrase("↑↓ で移動　Esc で閉じる", "↑↓ scroll · Esc closes")
ABOUT_SOURCE = Phrase(
    "選んだ答えの根拠です。資料の記載と表記、計算、質問の読み取り方、実行した照会（SQL）を示します。\n"
    "↑↓、PgUp・PgDn、Home・End かマウスで動かし、Ctrl+↑・Ctrl+↓ で別の答えを選びます。\n"
    "文字はマウスで選び、Ctrl+C でコピーできます。F3 か Esc で閉じます。",
    "What stands behind the selected answer: what the source states and prints, the calculation, how the question was read, "
    "and the query (SQL).\n"
    "Move with ↑↓, PgUp, PgDn, Home, End or the mouse; choose another answer with Ctrl+↑ and Ctrl+↓.\n"
    "Select text with the mouse and copy it with Ctrl+C. F3 or Esc closes.",
)

# Headings
COMPUTATION = Phrase("計算", "How it was computed")
STATED = Phrase("資料の記載", "What the source states")
LOOKED_UP = Phrase("計算のもとになった記載", "Figures behind the calculation")
OFFERED = Phrase("資料が示していること", "What the source does state")
DOCUMENT = Phrase("資料", "Document")
READING = Phrase("読み取り方", "How it was read")
QUERY = Phrase("実行した照会（SQL）", "Query that was run (SQL)")

# Labels
PRINTED = Phrase("資料の表記", "As printed")
SHEET = Phrase("シート", "Sheet")
HOW = Phrase("方法", "How")
COUNTED = Phrase("数えたもの", "Counted")
CALCULATION = Phrase("式", "Calculation")
TITLE = Phrase("表題", "Title")
MEETING = Phrase("会議", "Meeting")
NUMBER = Phrase("番号", "Number")
DATE = Phrase("日付", "Date")
MATCHED = Phrase("一致した語", "Words matched")
FILLERS = Phrase("その他の語", "Other words")
BORROWED = Phrase("引き継いだ内容", "Borrowed")
UNEXPLAINED = Phrase("読めなかった語", "Unexplained")
COVERED = Phrase("読み取れた割合", "Explained")
TAKEN = Phrase("採用した読み", "Reading taken")
SECOND = Phrase("次点", "Came second")
NEAREST = Phrase("最も近い読み", "Nearest")
DECISION = Phrase("判断", "Decision")
CONFIDENCE = Phrase("確からしさ", "Confidence")
VALUES = Phrase("値", "Values")
UNDERSTOOD = Phrase("解釈", "Read as")

# Contents, in the language of the answer
QUOTED = "「{wording}」"
"""The wording of a sheet, in Japanese in either language."""
REMARKS = Phrase("（{remarks}）", " ({remarks})")
BETWEEN = Phrase("、", ", ")
BETWEEN_REMARKS = Phrase("。", "; ")
AS_PRINTED = Phrase("資料の表記 {printed}", "printed as {printed}")
MATCH = Phrase("{how}・{score}", "{how}, {score}")
SCORE = Phrase("{score}点", "score {score}")
BEHIND = Phrase("{score}点、差{margin}", "score {score}, {margin} behind")
NONE = Phrase("なし", "none")

# Sentences
READ_ONLY = Phrase("読み取り専用で実行しました。データは変わりません。", "Run read-only: it cannot change the data.")
NOT_RUN = Phrase("この質問に答える照会は実行していません。", "No query was run to answer this question.")
NO_FACTS = Phrase("この答えは資料の記載を引用していません。", "This answer quotes nothing from the source.")
NOT_RECORDED = Phrase("読み取りの記録はありません。", "There is no record of the reading.")
WAITING = Phrase("お調べしています…", "Looking it up…")
NOTHING_SELECTED = Phrase(
    "表示する答えがありません。質問すると、その答えの根拠（資料の記載、読み取り方、実行した照会）をここに示します。"
    "前の答えは Ctrl+↑・Ctrl+↓ で選べます。",
    "There is no answer to show yet. Ask a question, and what stands behind its answer appears here: what the source states, "
    "how the question was read, and the query. Choose an earlier answer with Ctrl+↑ and Ctrl+↓.",
)
FAILED = Phrase(
    "この答えの根拠を表示できませんでした。F3 で閉じて、もう一度 F3 で開くと、やり直します。",
    "What stands behind this answer could not be shown. Close with F3 and open again with F3 to try once more.",
)
