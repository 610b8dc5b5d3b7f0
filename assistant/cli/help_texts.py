"""The words of --help and of its complaints, Japanese and English side by side."""

from __future__ import annotations

Pair = dict[str, str]

USAGE: Pair = {"ja": "使い方: ", "en": "usage: "}
COMMANDS: Pair = {"ja": "コマンド", "en": "commands"}
ARGUMENTS: Pair = {"ja": "引数", "en": "arguments"}
OPTIONS: Pair = {"ja": "オプション", "en": "options"}

PROGRAM: Pair = {
    "ja": (
        "予算事業について、日本語または英語の質問に答えます。\n"
        "どの数値にも出典のシートを添え、資料にないことはないと答えます。\n"
        "コマンドを付けずに起動すると、対話画面を開きます。入力か出力が端末でないときは、画面を使わない対話になります。"
    ),
    "en": (
        "Answers questions about budget programmes in Japanese or English.\n"
        "Every figure names the sheet that states it; what the source does not state, it says so.\n"
        "Without a command it opens the chat; where input or output is no terminal, line by line as with --plain."
    ),
}
PROGRAM_END: Pair = {
    "ja": (
        "例:\n"
        "  budget-assistant                              対話画面\n"
        "  budget-assistant --plain                      画面を使わない対話（読み上げソフト向け）\n"
        "  budget-assistant ask 全ゲノムの内線は？\n"
        "  budget-assistant ask --json - < questions.txt\n"
        "\n"
        "終了コード: 0 回答あり、1 回答なし（確認、資料に記載なし、対象外）、2 使い方の誤り・障害"
    ),
    "en": (
        "examples:\n"
        "  budget-assistant                              the chat\n"
        "  budget-assistant --plain                      the chat line by line, for screen readers\n"
        '  budget-assistant ask "how much did METI get in total?"\n'
        "  budget-assistant ask --json - < questions.txt\n"
        "\n"
        "exit status: 0 answered, 1 not answered (asked back, not in the source, out of scope), 2 misuse or a fault"
    ),
}
ASK: Pair = {"ja": "質問に答える", "en": "answer a question"}
ASK_MORE: Pair = {
    "ja": "質問に1つ答えます。「-」を渡すと、標準入力の各行を1つの質問として順に答え、1行に1つの答えを書きます。",
    "en": (
        "Answers one question. With “-” it answers every line of standard input on its own,\n"
        "in order, and writes one line for each."
    ),
}
BUILD: Pair = {"ja": "資料のファイルからデータベースを作る", "en": "build the database from document files"}
BUILD_MORE: Pair = {
    "ja": "資料のファイル（data/*.toml）を検査してデータベースを作り、完成してから置き換えます。",
    "en": "Checks the document files (data/*.toml), builds the database, and moves it into place when it is whole.",
}
VERIFY: Pair = {"ja": "データベースを資料の本文と照合する", "en": "hold the database against the text of its document"}
VERIFY_MORE: Pair = {
    "ja": (
        "データベースにある名称、数値、局、課、内線のすべてを資料の本文の中で探し、行番号とともに示します。\n"
        "見つからないものがあれば、終了コードは1です。"
    ),
    "en": (
        "Looks for every name, figure, bureau, division and extension of the database in the text,\n"
        "and prints the line where it stands. The exit status is 1 where anything is missing."
    ),
}
EVALUATE: Pair = {"ja": "質問集で正答・誤答・不応答を数える", "en": "count correct, wrong and missed over question files"}
EVALUATE_MORE: Pair = {
    "ja": (
        "質問集（1行に1件、id・tags・qまたはturns・expect）をすべて尋ね、正答・誤答・不応答をタグ別に数えます。\n"
        "誤答は、答えたうえで期待と違ったものです。期待どおりでないものがあれば、終了コードは1です。"
    ),
    "en": (
        "Asks every case of the files (a line each: id, tags, q or turns, expect) and counts what was correct,\n"
        "wrong (it answered, and not as expected) or missed, by tag. The exit status is 1 where anything was not correct."
    ),
}
CALIBRATE: Pair = {"ja": "しきい値ごとの正答・誤答・不応答を示す", "en": "show what other thresholds would give"}
CALIBRATE_MORE: Pair = {
    "ja": (
        "判断のしきい値を1つずつ変えて質問集に答え、正答（█）・不応答（░）・誤答（×）の変化と、採用している値を示します。\n"
        "対話（turns）は前の答えに左右されるため、数に入れません。"
    ),
    "en": (
        "Answers the cases with one threshold changed at a time, and shows how correct (█), missed (░) and wrong (×)\n"
        "change, and which values are chosen. Conversations (turns) are left out: each turn depends on the last."
    ),
}
UNANSWERED: Pair = {"ja": "答えられなかった質問を一覧にする", "en": "list the questions that were not answered"}
UNANSWERED_MORE: Pair = {
    "ja": (
        "askと対話画面で答えられなかった質問は、このパソコンの利用者のフォルダーにだけ残ります（新しい1,000件）。\n"
        "それを、答えられなかった理由ごとにまとめて示します。環境変数 BUDGET_ASSISTANT_KEEP_UNANSWERED=0 でも止められます。"
    ),
    "en": (
        "Questions that ask and the chat did not answer are kept in the user's own folder on this machine (the newest 1,000).\n"
        "This lists them by what stopped them. BUDGET_ASSISTANT_KEEP_UNANSWERED=0 in the environment stops the keeping too."
    ),
}
PROPOSE: Pair = {
    "ja": "答えられるようにする別名や例文の案を添える",
    "en": "draft the alias or example that would have caught each",
}
KEEP_ON: Pair = {"ja": "質問を残すようにする", "en": "keep such questions"}
KEEP_OFF: Pair = {"ja": "質問を残さないようにする", "en": "do not keep them"}
CLEAR: Pair = {"ja": "残っている質問を消す", "en": "forget those that are kept"}
CASES: Pair = {"ja": "質問集のファイル（.jsonl）", "en": "question files (.jsonl)"}
JSON_ONE: Pair = {"ja": "JSONオブジェクト1つで出力する", "en": "print one JSON object"}
SHOW: Pair = {
    "ja": "期待どおりでない質問を、答えとともに示す",
    "en": "show every case that is not as expected, with its answer",
}
CHECK: Pair = {"ja": "意図のファイルを検査する", "en": "check the intent files"}
CHECK_MORE: Pair = {
    "ja": ("意図と語のファイルをすべて検査し、誤りをファイル名と行番号とともに示します。\n誤りがあれば、終了コードは1です。"),
    "en": (
        "Checks every file of intents and words, and lists every mistake with its file and line.\n"
        "The exit status is 1 where there is any."
    ),
}

QUESTION: Pair = {
    "ja": "質問。「-」は標準入力（1行に1問）",
    "en": "the question, or “-” for standard input, one a line",
}
DOCUMENT: Pair = {
    "ja": "資料のファイル（省略時は同梱のもの）",
    "en": "document files (those that come with the program if none is given)",
}
FILE: Pair = {"ja": "資料の本文（UTF-8のテキスト）", "en": "the text of the document (UTF-8)"}
FOLDER: Pair = {
    "ja": "意図のフォルダー（省略時は同梱のもの）",
    "en": "the folder of intents (the one that comes with the program if none is given)",
}

PLAIN: Pair = {
    "ja": "画面を使わず、1行ずつ対話する（読み上げソフトやパイプ向け）",
    "en": "chat line by line, without a screen (for screen readers and pipes)",
}
JSON: Pair = {"ja": "答えを1行のJSONで書く", "en": "write the answer as one line of JSON"}
EXPLAIN: Pair = {
    "ja": "どう読み取ったかを示す（語句と一致度、残った部分、候補と点差、SQL）",
    "en": "show how it was read: mentions and scores, what is left over, rivals and margins, SQL",
}
LANGUAGE: Pair = {
    "ja": "答えと表示の言語（省略時、答えは質問の言語、表示は環境の言語）",
    "en": "language of answers and messages (if not given, answers follow the question, messages the locale)",
}
DATABASE: Pair = {
    "ja": "別のデータベースを使う（embedded は同梱のデータ）",
    "en": "use another database (embedded: the one that comes with the program)",
}
OUTPUT: Pair = {
    "ja": "作るデータベース（省略時は 同梱の budget.db）",
    "en": "the database to build (if not given, the one that comes with the program)",
}
HELP: Pair = {"ja": "この説明を表示する", "en": "show this help"}
VERSION: Pair = {"ja": "版を表示する", "en": "show the version"}

COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<a>.*)", "引数が足りません: {a}"),
    (r"unrecognized arguments: (?P<a>.*)", "知らない引数です: {a}"),
    (
        r"argument COMMAND: invalid choice: (?P<a>.*) \(choose from (?P<b>.*)\)",
        "{a} というコマンドはありません（{b} のどれかです）",
    ),
    (
        r"argument (?P<a>.*): invalid choice: (?P<b>.*) \(choose from (?P<c>.*)\)",
        "{a} に {b} は指定できません（{c} のどれかです）",
    ),
    (r"argument (?P<a>.*): invalid port value: (?P<b>.*)", "{a} に {b} は指定できません（1〜65535 の数です）"),
    (r"argument (?P<a>.*): expected (?:one|at least one) argument", "{a} に値がありません"),
    (r"argument (?P<a>.*): ignored explicit argument (?P<b>.*)", "{a} に値は付けられません: {b}"),
)
"""What argparse complains of, as patterns of its English, and the same in Japanese."""
