"""What `import` says, and its help, Japanese and English side by side."""

from __future__ import annotations

from assistant.cli.help_texts import Pair

IMPORT: Pair = {
    "ja": "レビューシートを取り込み、データベースを作る",
    "en": "make a database of programme review sheets",
}
IMPORT_MORE: Pair = {
    "ja": (
        "ファイルのレビューシートを取り込み、質問できるデータベースを作ります。完成してから以前のデータベースと置き換えるので、\n"
        "途中で止まっても以前のものはそのまま残ります。以前の内容に追加はしません。必要なファイルはまとめて指定してください。"
    ),
    "en": (
        "Reads review sheets and makes a database that can be asked. It replaces the former one when it is whole: whatever\n"
        "stops it before leaves the former as it was. Nothing is added to the former: name all the files at once."
    ),
}
FORMATS: Pair = {"ja": "形式", "en": "formats"}
JUDGIT: Pair = {
    "ja": "行政事業レビューシート（JUDGIT!のndjson）",
    "en": "the government's programme review sheets (ndjson of JUDGIT!)",
}
JUDGIT_MORE: Pair = {
    "ja": (
        "行政事業レビューシートを取り込みます（1行に1枚のJSON、.ndjson または .ndjson.gz）。\n"
        "読めない行は、ファイル名と行番号を示して読み飛ばします。"
    ),
    "en": (
        "Reads the government's programme review sheets, one JSON object a line (.ndjson or .ndjson.gz).\n"
        "A line that cannot be read is named with its file and number, and left out."
    ),
}
CSV: Pair = {"ja": "手元の事業一覧（Excelなどで保存したCSV）", "en": "a table of your own (CSV, as Excel saves it)"}
CSV_MORE: Pair = {
    "ja": (
        "手元の事業一覧を取り込みます。1行目付近に見出し（事業名、府省庁、2023年度当初予算（千円）など）が必要です。\n"
        "文字コード（UTF-8、Shift_JIS）と区切り（コンマ、タブ、セミコロン）は自動で判別します。\n"
        "読めない行は、ファイル名と行番号を示して読み飛ばします。見出しの一覧は docs/import-csv.md にあります。"
    ),
    "en": (
        "Reads a table of programmes. It needs headings (name, ministry, 2023 initial (million yen) …) near its top.\n"
        "Encoding (UTF-8, Shift_JIS) and separator (comma, tab, semicolon) are found out. A row that cannot be read is\n"
        "named with its file and line, and left out. docs/import-csv.md lists the headings."
    ),
}
COLUMNS: Pair = {
    "ja": "列の対応表（見出しから読み取れない列、単位、府省庁、年度を書いたTOML）",
    "en": "a mapping: columns whose headings are not understood, the unit, the ministry, the year (TOML)",
}
EACH: tuple[tuple[str, Pair, Pair], ...] = (("judgit", JUDGIT, JUDGIT_MORE), ("csv", CSV, CSV_MORE))
"""Each format with its help."""

FILES: Pair = {"ja": "取り込むファイル（いくつでも）", "en": "the files to read, as many as there are"}
TARGET: Pair = {
    "ja": "作るデータベース（省略時は、利用者のデータのフォルダーの register.db）",
    "en": "the database to make (if not given, register.db in the user's folder for data)",
}
OWN_TARGET: Pair = {
    "ja": "作るデータベース（省略時は、利用者のデータのフォルダーの table.db）",
    "en": "the database to make (if not given, table.db in the user's folder for data)",
}
STRICT: Pair = {
    "ja": "読めない行が1つでもあれば、何も変えずにやめる",
    "en": "stop at the first line that cannot be read, with nothing changed",
}

SKIPPED = {"ja": "{file}:{line}行: {reason}（読み飛ばしました）", "en": "{file}:{line}: {reason} (skipped)"}
FILE_READ = {"ja": "{file}: {sheets:,}枚", "en": "{file}: sheets {sheets:,}"}
MADE = {
    "ja": "{path} を作成しました。シート {sheets:,}枚、事業 {programmes:,}件、レビュー年度 {years}、読み飛ばし {skipped:,}行。",
    "en": "Made {path}. Sheets: {sheets:,}, programmes: {programmes:,}, review years: {years}, lines skipped: {skipped:,}.",
}
REPLACED = {
    "ja": "以前のデータベースは置き換えました。内容は今回のファイルのものだけです。",
    "en": "It replaced the former database and holds what these files say, nothing else.",
}
HOW_TO_ASK = {
    "ja": '質問するには: budget-assistant --db "{path}"',
    "en": 'To ask it: budget-assistant --db "{path}"',
}
YEARS = {"ja": "{first}〜{last}", "en": "{first}–{last}"}
YEAR = {"ja": "{first}", "en": "{first}"}

READING = {"ja": "読み込み中", "en": "reading"}
WRITING = {"ja": "書き込み中", "en": "writing"}
INDEXING = {"ja": "索引を作成中", "en": "indexing"}
BAR = {
    "ja": "{phase} {bar} {percent:3d}%  {rate:,}枚/秒  残り{left}",
    "en": "{phase} {bar} {percent:3d}%  {rate:,} sheets/s  {left} left",
}
SECONDS = {"ja": "{seconds}秒", "en": "{seconds} s"}
MINUTES = {"ja": "{minutes}分{seconds:02d}秒", "en": "{minutes} min {seconds:02d} s"}
