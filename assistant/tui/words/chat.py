"""What the chat as a whole says: welcome, prompt, cards, faults, keys, help."""

from __future__ import annotations

from assistant.answer.model import Status
from assistant.tui.words.phrase import Phrase

TITLE = Phrase("予算アシスタント", "Budget Assistant")
GREETING = Phrase(
    "予算事業の金額、担当課、内線、目的などを、ふだんの言葉でお尋ねください。\n"
    "答えには必ず出典を添えます。資料にないことは、ないとお答えします。",
    "Ask in your own words: budgets, divisions, extensions, purposes.\n"
    "Every answer names its source, or says that the source is silent.",
)
EXAMPLES_TITLE = Phrase("たとえば", "For example")
EXAMPLES: tuple[Phrase, ...] = (
    Phrase("全ゲノムの予算はいくら？", "What is the budget of the whole genome programme?"),
    Phrase("結核感染症課の内線は？", "What is the extension of the tuberculosis division?"),
    Phrase("省庁ごとの合計は？", "Totals by ministry"),
    Phrase("いちばん金額の大きい事業は？", "Which programme has the largest budget?"),
    Phrase("創薬ベンチャーの目的は？", "What is the purpose of the drug discovery venture programme?"),
)
REGISTER_EXAMPLES: tuple[Phrase, ...] = (
    Phrase("量子コンピュータの事業は？", "Programmes about quantum computers"),
    Phrase("文部科学省の2022年度の補正予算の合計は？", "Total supplementary budget of MEXT in fiscal 2022"),
    Phrase("執行率が50％未満の事業は？", "Programmes with an execution rate below 50%"),
    Phrase("要求額の多い順に10件", "The 10 programmes that request the most"),
    Phrase("AMEDに払っている事業は？", "Which programmes pay AMED?"),
)
"""Examples for a register of thousands of programmes."""

# The prompt
PROMPT_TITLE = Phrase("質問", "Question")
PROMPT_PLACEHOLDER = Phrase("質問を入力して Enter", "Type a question and press Enter")
BUSY = Phrase("お調べしています…", "Looking it up…")
STILL_BUSY = Phrase("前の質問をお調べしています。終わるまで送信できません", "Still on the last question; wait to send this one")
TOO_LONG = Phrase("長いため、先頭の{limit}字だけ貼り付けました", "Too long: only the first {limit} characters were pasted")
NO_SUCH_NUMBER = Phrase("1〜{count} の番号でお選びください", "Choose a number from 1 to {count}")

CUT_QUESTION = Phrase("（全{count}字）", " ({count} characters in all)")
# Answer cards
STATUS: dict[Status, Phrase | None] = {
    "answered": None,
    "clarify": Phrase("確認", "Which one?"),
    "not_in_source": Phrase("資料にありません", "Not in the source"),
    "out_of_scope": Phrase("対象外", "Outside the data"),
}
UNDERSTOOD = Phrase("解釈", "Read as")
SOURCE = Phrase("出典", "Source")
COMPUTED = Phrase("計算", "Computed")
SHEET = Phrase("「{sheet}」", "“{sheet}”")
SHEET_SEPARATOR = Phrase("", ", ")
MORE_SHEETS = Phrase(" ほか{count}枚（F3 ですべて）", " and {count} more (F3 shows all)")
COMPUTED_FROM_NAMES = Phrase("{names}の値から", "from {names}")
COMPUTED_FROM_COUNT = Phrase("資料にある{count}件の値から", "from what the source states for {count} items")
COMPUTED_FROM_SOURCE = Phrase("資料にある値から", "from figures that the source states")
CHOOSE = Phrase(
    "番号を入力して Enter（Tab で移り、↑↓ と Enter でも選べます）",
    "Type a number and press Enter (or Tab, then ↑↓ and Enter)",
)

# Faults
FAULT = Phrase("エラー", "Something went wrong")
ASK_FAILED = Phrase(
    "この質問をお調べできませんでした。質問は入力欄に戻しましたので、Enter でもう一度送れます。",
    "This question could not be looked up. It is back in the prompt; press Enter to try again.",
)
ASK_FAILED_WHILE_TYPING = Phrase(
    "この質問をお調べできませんでした。入力中でしたので、質問は ↑ で呼び戻せます。",
    "This question could not be looked up. You were typing, so press ↑ to bring it back.",
)
OPEN_FAILED = Phrase(
    "データを開けませんでした。ファイルをご確認のうえ、もう一度お尋ねください。"
    "Ctrl+P の「データを選ぶ」で別のデータも開けます。",
    "The data could not be opened. Check the file, then ask again, or choose other data (Ctrl+P, “Choose the data”).",
)
CAUSE = Phrase("原因", "Cause")
DATABASE_MISSING = Phrase("データベースがありません: {path}", "There is no database at {path}")

# Keys
HELP_KEY = Phrase("ヘルプ", "Help")
LANGUAGE_KEY = Phrase("English", "日本語")
SOURCE_KEY = Phrase("根拠", "Source")
BROWSER_KEY = Phrase("一覧", "Programmes")
DIRECTORY_KEY = Phrase("内線", "Directory")
COPY_KEY = Phrase("コピー", "Copy")
PALETTE_KEY = Phrase("操作", "Actions")
QUIT_KEY = Phrase("終了", "Quit")
EARLIER_TITLE = Phrase("以前の質問", "Earlier question")
CLOSE_KEY = Phrase("閉じる", "Close")
HOW_TO_QUIT = Phrase("終了するには Ctrl+Q を押してください", "Press Ctrl+Q to quit")

# Help
HELP_TITLE = Phrase("使い方", "Help")
HELP_EXAMPLES = Phrase("質問の例（↑↓ で選び、Enter で質問します）", "Examples (choose with ↑↓, ask with Enter)")
HELP_ANSWERS = Phrase("答えの種類", "Kinds of answer")
HELP_KEYS = Phrase("キー", "Keys")
HELP_ANSWER_KINDS: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("確認", "Which one?"),
        Phrase(
            "質問が二通り以上に読めるときは、選択肢を示します。",
            "Your question can be read in more than one way: choose.",
        ),
    ),
    (
        Phrase("資料にありません", "Not in the source"),
        Phrase("質問は分かりましたが、資料に書かれていません。", "The question is clear, but the source does not state it."),
    ),
    (
        Phrase("対象外", "Outside the data"),
        Phrase("この資料で扱っていないことです。", "The source is about something else."),
    ),
)
HELP_KEY_TABLE: tuple[tuple[str | Phrase, Phrase], ...] = (
    ("Enter", Phrase("質問を送る", "Send the question")),
    ("1–9 Enter", Phrase("番号の選択肢を選ぶ", "Choose the option of that number")),
    ("Tab", Phrase("候補・選択肢・表へ移る", "Go to suggestions, options, tables")),
    ("↑ ↓", Phrase("以前の質問を呼び戻す（候補の中では上下に動く）", "Earlier questions (within suggestions: up and down)")),
    ("Ctrl+R", Phrase("以前の質問をさがす", "Search earlier questions")),
    (
        "Ctrl+↑ ↓",
        Phrase(
            "別の答えを選ぶ（コピーと根拠の対象。1行に畳まれた答えは Enter で開く）",
            "Select another answer, to copy or to see its source; Enter opens one that is folded to a line",
        ),
    ),
    ("PgUp PgDn", Phrase("会話を上下に動かす", "Scroll the conversation")),
    ("F1", Phrase("いまの場所の説明とこのヘルプ", "About where you are, and this help")),
    ("F2", Phrase("画面と答えを英語に切り替える", "Switch screen and answers to Japanese")),
    ("F3", Phrase("答えの根拠を見る／閉じる", "Source of the answer: open, close")),
    ("F4", Phrase("事業の一覧を開く／閉じる", "Programmes: open, close")),
    ("F5", Phrase("担当課・内線を調べる／閉じる", "Directory of extensions: open, close")),
    ("F6", Phrase("答えを出典つきでコピーする", "Copy the answer with its source")),
    ("F7", Phrase("数字だけ、または内線をコピーする", "Copy the bare figure, or the extension")),
    ("F8", Phrase("表をコピーする（TSV）", "Copy the table (TSV)")),
    ("F9", Phrase("会話や表をファイルに書き出す", "Export the conversation or a table")),
    ("Ctrl+P", Phrase("すべての操作（配色・配置もここ）", "Every action, themes and layouts too")),
    (
        "Ctrl+W",
        Phrase("ひとまとまりの文字を消す（漢字・かな・英数ごと）", "Delete a word (in Japanese, a run of one script)"),
    ),
    ("Ctrl+U", Phrase("カーソルより前をすべて消す", "Delete everything before the caret")),
    ("Ctrl+L", Phrase("会話を消して、はじめから", "Clear the conversation and start afresh")),
    ("Esc", Phrase("開いているものを閉じ、入力欄へ戻る", "Close what is open, back to the prompt")),
    ("Ctrl+Q", Phrase("終了する", "Quit")),
    (Phrase("ドラッグ", "drag"), Phrase("文字を選ぶ（Ctrl+C でコピー）", "Select text (Ctrl+C copies it)")),
    (
        Phrase("Shift+ドラッグ", "Shift+drag"),
        Phrase("端末で文字を選ぶ（macOS では Option+ドラッグ）", "Select text with the terminal (macOS: Option+drag)"),
    ),
)
