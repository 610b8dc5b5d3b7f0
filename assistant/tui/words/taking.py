"""What the chat says about taking answers along: copying and exporting."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

# Copying
COPIED = Phrase("コピーしました：{what}", "Copied: {what}")
SENT = Phrase(
    "端末に送りました：{what}\n届かない端末もあります。", "Sent to the terminal: {what}\nSome terminals do not take it."
)
SENT_HINT = Phrase(
    "貼り付けられないときは Shift+ドラッグで選べます（macOS は Option）。",
    "If there is nothing to paste, select with Shift+drag (Option+drag on macOS).",
)
CLIPBOARD_OFF = Phrase(
    "コピーしていません。設定 clipboard が off です（both にするとコピーできます）。",
    'Not copied: the setting clipboard is "off" ("both" lets you copy).',
)
AN_ANSWER = Phrase("答えと出典", "the answer with its source")
A_REFUSAL = Phrase("この返事", "this reply")
A_FIGURE = Phrase("数字 {figure}", "figure {figure}")
AN_EXTENSION = Phrase("内線 {figure}", "extension {figure}")
EXTENSION_SEPARATOR = Phrase("・", ", ")
A_TABLE = Phrase("表（見出しと{rows}行、TSV）", "the table (headings and {rows} rows, TSV)")
A_SELECTION = Phrase("選んだ文字（{count}字）", "the selected text (characters: {count})")
NO_ANSWER = Phrase(
    "コピーできる答えがまだありません。質問を入力してください。", "There is no answer to copy yet. Ask a question first."
)
NOT_ANSWERED = Phrase(
    "選択中の質問には答えがありません。Ctrl+↑ で別の答えを選べます。",
    "The selected question has no answer. Ctrl+↑ selects another.",
)
NO_FIGURE = Phrase(
    "この答えに数字や内線はありません。F6 で全文をコピーできます。",
    "This answer has no figure or extension. F6 copies its text.",
)
MANY_FIGURES = Phrase(
    "この答えの数字は一つではありません。F8 で表をコピーできます。", "This answer has several figures. F8 copies the table."
)
NO_TABLE = Phrase("この答えに表はありません。F6 で全文をコピーできます。", "This answer has no table. F6 copies its text.")

# Exporting
NOTHING_TO_EXPORT = Phrase(
    "書き出せる会話がまだありません。質問を入力してください。", "There is nothing to export yet. Ask a question first."
)
EXPORTED = Phrase("書き出しました：\n{path}", "Exported to\n{path}")
EXPORT_HEADING = Phrase("ファイルに書き出す", "Export to a file")
WHAT = Phrase("何を（↑↓）", "What (↑↓)")
WHERE = Phrase("どこへ", "Where")
A_CONVERSATION = Phrase("会話全体（Markdown、{count}問）", "The conversation (Markdown, {count} Q&A)")
A_CSV = Phrase("選択中の答えの表（CSV、{rows}行）", "The selected answer's table (CSV, {rows} rows)")
NO_CSV = Phrase("選択中の答えの表（この答えに表はありません）", "The selected answer's table (it has none)")
JSON_LINES = Phrase("すべての答え（JSON Lines、{count}件）", "Every answer (JSON Lines: {count})")
MARKDOWN_HINT = Phrase("質問、答え、表、出典が入ります。", "Questions, answers, tables and sources.")
BOM_HINT = Phrase(
    "Excel で開けるよう BOM を付けます。付けないときは設定 csv_bom を false にしてください。",
    "With a byte order mark, so that Excel opens it. The setting csv_bom = false leaves it out.",
)
NO_BOM_HINT = Phrase(
    "BOM は付けません（設定 csv_bom が false です）。", "Without a byte order mark (the setting csv_bom is false)."
)
JSON_HINT = Phrase("一行に一件、プログラムで読むための形です。", "One object a line, for programs.")
EXISTS = Phrase(
    "同じ名前のファイルがあります。上書きするなら、もう一度 Enter を押してください。",
    "There is a file of that name. Press Enter again to replace it.",
)
WRITING = Phrase("書き出しています…", "Writing…")
NOT_EXPORTED = Phrase("書き出せませんでした。（{cause}）", "It could not be exported. ({cause})")
WRITE_KEY = Phrase("書き出す", "Export")
CANCEL_KEY = Phrase("やめる", "Cancel")

# Settings
DEFAULTS_USED = Phrase(
    "設定ファイルに誤りがあるため、既定の設定で始めました。直すまで、設定の変更は残りません。",
    "The settings file has a mistake, so the chat started with the defaults. Until it is mended, nothing is saved to it.",
)
THEME_UNKNOWN = Phrase(
    "設定の配色「{name}」は見つかりません。既定の配色で始めました。",
    "There is no theme “{name}”; the chat started with its own.",
)
NOT_REMEMBERED = Phrase("今回は変わりましたが、次回には残りません。", "Changed for now, but not for the next time.")

# The command palette
COPY_ANSWER_TITLE = Phrase("答えをコピーする", "Copy the answer")
COPY_ANSWER_HELP = Phrase("出典つきで、そのままメールに貼れます", "With its source, ready to paste into a mail")
COPY_FIGURE_TITLE = Phrase("数字だけ、または内線をコピーする", "Copy the bare figure, or the extension")
COPY_FIGURE_HELP = Phrase(
    "数字は画面のとおり（49億円）、内線は番号だけ", "A figure as shown (¥4.9 billion), an extension as digits"
)
COPY_TABLE_TITLE = Phrase("表をコピーする", "Copy the table")
COPY_TABLE_HELP = Phrase(
    "TSV。表計算ソフトに貼ると計算できます（金額は円）", "As TSV, for a spreadsheet to compute with (money in yen)"
)
EXPORT_TITLE = Phrase("ファイルに書き出す", "Export to a file")
EXPORT_HELP = Phrase(
    "会話を Markdown で、表を CSV で、答えを JSON Lines で",
    "The conversation as Markdown, a table as CSV, answers as JSON Lines",
)
EXPORT_ABOUT = Phrase(
    "書き出しの画面です。↑↓ で何を書き出すかを選び、保存先を直して Enter。Esc で戻ります。",
    "Exporting. Choose what with ↑↓, change the place if you like, and press Enter. Esc goes back.",
)
