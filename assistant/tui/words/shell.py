"""What the command palette, the themes and the help on a focused thing say."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

PALETTE_PLACEHOLDER = Phrase("操作をさがす（例：コピー、配色）", "Find an action (for example: copy, theme)")
PALETTE_NOTHING = Phrase("該当する操作はありません", "No such action")
PALETTE_NOTHING_HELP = Phrase("別の言葉でおさがしください。Esc で閉じます", "Try another word, or press Esc to close")

SOURCE_TITLE = Phrase("根拠を見る", "Show the source of the answer")
SOURCE_HELP = Phrase("選択中の答えの根拠：資料の記載、読み取り方、照会", "What the source states, the reading and the query")
BROWSER_TITLE = Phrase("事業の一覧を開く", "Browse the programmes")
BROWSER_HELP = Phrase("府省別・区分別に見て、項目ごとに質問できます", "By ministry or category; any field can be asked")
DIRECTORY_TITLE = Phrase("担当課・内線を調べる", "Look up divisions and extensions")
DIRECTORY_HELP = Phrase("番号でも名称でもさがせます", "By number or by name")
LANGUAGE_TITLE = Phrase("英語に切り替える（English）", "Switch to Japanese")
LANGUAGE_HELP = Phrase("画面と答えの言語。会話はそのまま残ります", "For screen and answers; the conversation stays")
HELP_TITLE = Phrase("使い方を見る", "Show the help")
HELP_HELP = Phrase("いまの場所の説明とキーの一覧", "About where you are, and every key")
CLEAR_TITLE = Phrase("会話を消す", "Clear the conversation")
CLEAR_HELP = Phrase("はじめからやり直します", "Start afresh")
OLDER_TITLE = Phrase("一つ前の答えを選ぶ", "Select the answer above")
NEWER_TITLE = Phrase("一つ後の答えを選ぶ", "Select the answer below")
SELECT_HELP = Phrase("コピーや根拠の表示の対象になります", "It is what is copied and whose source is shown")
QUIT_TITLE = Phrase("終了する", "Quit")
QUIT_HELP = Phrase("会話は残りません。書き出しは F9 です", "The conversation is not kept; F9 exports it")
THEME_COMMAND = Phrase("配色：{name}", "Theme: {name}")
THEME_HELP = Phrase("次回もこの配色で始まります", "The chat will start with it next time")
THEMES: dict[str, Phrase] = {
    "sumi": Phrase("墨（暗い）", "Ink (dark)"),
    "washi": Phrase("和紙（明るい）", "Paper (light)"),
    "high-contrast": Phrase("高コントラスト", "High contrast"),
    "terminal-dark": Phrase("端末の色（暗い背景）", "The terminal's own colours (dark background)"),
    "terminal-light": Phrase("端末の色（明るい背景）", "The terminal's own colours (light background)"),
}
SEARCH_HISTORY_TITLE = Phrase("以前の質問をさがす", "Search earlier questions")
SEARCH_HISTORY_HELP = Phrase("何文字か入力すると絞り込めます", "Type a few characters to narrow them down")
FORGET_TITLE = Phrase("以前の質問を消す", "Forget earlier questions")
FORGET_HELP = Phrase("このパソコンに残した質問をすべて消します", "Everything that is kept on this machine")
KEEP_TITLE = Phrase("質問の記録：残す／残さない", "Keeping of questions: on or off")
KEEP_HELP = Phrase("次回も ↑ と Ctrl+R で呼び戻すための記録です", "So that ↑ and Ctrl+R find them the next time")
KEEP_ON = Phrase("質問をこのパソコンに残します。", "Questions will be kept on this machine.")
KEEP_OFF = Phrase(
    "質問を残しません。これまでの分は「以前の質問を消す」で消せます。",
    "Questions will not be kept. “Forget earlier questions” removes those that are.",
)
SUGGEST_TITLE = Phrase("入力中の候補：出す／出さない", "Suggestions while typing: on or off")
SUGGEST_HELP = Phrase("事業名、課名、質問の候補", "Programmes, divisions, questions")
SUGGEST_ON = Phrase("入力中に候補を出します。", "Suggestions are shown while you type.")
SUGGEST_OFF = Phrase("候補を出しません。", "No suggestions are shown.")
LAYOUT_COMMAND = Phrase("画面の配置：{name}", "Layout: {name}")
LAYOUT_HELP = Phrase("自動は画面の大きさに合わせます", "Automatic follows the size of the screen")
LAYOUTS: dict[str, Phrase] = {
    "auto": Phrase("自動", "automatic"),
    "compact": Phrase("詰める", "compact"),
    "wide": Phrase("広げる", "wide"),
}

HELP_HERE = Phrase("いまの場所", "Where you are")
PROMPT_HELP = Phrase(
    "質問の入力欄です。ふだんの言葉で入力し、Enter で送ります。変換を確定する Enter では送られません。\n"
    "↑ で以前の質問、Ctrl+R で以前の質問の検索。候補が出たら ↓ か Tab で選べます。",
    "This is where questions are typed. Write as you like and press Enter.\n"
    "↑ brings back earlier questions, Ctrl+R searches them. ↓ or Tab goes into the suggestions.",
)
OPTIONS_HELP = Phrase(
    "選択肢です。↑↓ で動いて Enter、または 1〜9 の番号、マウスでも選べます。Esc で入力欄に戻ります。",
    "Options. Move with ↑↓ and press Enter, or press a number from 1 to 9, or click. Esc goes back to the prompt.",
)
EARLIER_HELP = Phrase(
    "以前の質問と答えの全文です。↑↓ か PgUp・PgDn で送り、Tab で選択肢や表へ移ります。Enter か Esc で閉じます。",
    "An earlier question and its whole answer. Scroll with ↑↓ or PgUp and PgDn; Tab goes to options and tables. "
    "Enter or Esc closes.",
)
