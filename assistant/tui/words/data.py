"""What the chat says about the data that are asked, and about choosing others."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

CHOOSE_TITLE = Phrase("データを選ぶ", "Choose the data")
CHOOSE_HELP = Phrase(
    "同梱の資料、取り込んだ行政事業レビュー、別のファイル", "What comes with the program, the imported register, a file"
)
HEADING = Phrase("データを選ぶ", "Choose the data")
WHICH = Phrase("どのデータにお尋ねになりますか", "Which data do you want to ask?")
WHERE = Phrase("別のファイル（パス）", "Another file (path)")
PATH_PLACEHOLDER = Phrase("例：~/budget/register.db", "for example ~/budget/register.db")
EMBEDDED = Phrase("同梱の資料（医療R&D補正予算）", "What comes with the program (medical R&D supplementary budget)")
REGISTER = Phrase("取り込んだ行政事業レビュー（{path}）", "The imported programme reviews ({path})")
A_FILE = Phrase("{path}", "{path}")
ANOTHER = Phrase("別のファイル", "Another file")
NOW = Phrase("{name}　［いまのデータ］", "{name}  [in use]")
HINT = Phrase(
    "↑↓ で選び、Enter で開きます。会話はそのまま残り、次回もこのデータで始まります。",
    "Choose with ↑↓, open with Enter. The conversation stays, and the chat will start with these data next time.",
)
OPENING = Phrase("開いています…", "Opening…")
OPEN_KEY = Phrase("開く", "Open")
CANCEL_KEY = Phrase("やめる", "Cancel")
MISSING = Phrase(
    "ファイル {path} がありません。パスをお確かめください。データはいままでのままです。",
    "There is no file {path}. Check the path. The data are as before.",
)
NOT_OPENED = Phrase(
    "開けませんでした。データはいままでのままです。（{cause}）", "This did not open; the data are as before. ({cause})"
)
NO_PATH = Phrase("ファイルのパスを入力してください。", "Type the path of a file.")
SAME = Phrase("すでにこのデータにお尋ねです。", "These are the data that are asked already.")
SWITCHED = Phrase(
    "データを切り替えました：{data}\nここからは、前の質問を引き継がずにお答えします。",
    "The data were switched: {data}\nFrom here on, nothing is taken over from the questions above.",
)
BUSY = Phrase(
    "前の質問をお調べしています。終わってからお選びください。", "The last question is still being looked up; choose after that."
)
ABOUT = Phrase(
    "お尋ねになるデータを選びます。↑↓ で選び、Enter で開きます。\n"
    "別のファイルは、そのままパスを入力して Enter を押してください。Esc でやめます。",
    "Choose which data to ask: ↑↓, then Enter.\nFor another file, type its path and press Enter. Esc cancels.",
)
