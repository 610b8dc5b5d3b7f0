"""What the search over earlier questions says."""

from __future__ import annotations

from assistant.tui.words.phrase import Phrase

HISTORY_TITLE = Phrase("以前の質問", "Earlier questions")
HISTORY_KEYS = Phrase(
    "↑↓ 選ぶ  Enter 入力欄へ  Delete 忘れる  Esc 閉じる", "↑↓ choose  Enter to the prompt  Delete forget  Esc close"
)
HISTORY_PLACEHOLDER = Phrase("文字を入力して絞り込む", "Type to search")
FORGOTTEN = Phrase("以前の質問 {count} 件を消しました。", "Forgot {count} earlier questions.")
NOT_FORGOTTEN = Phrase("{path} を消せません：{cause}", "{path} could not be cleared: {cause}")
NO_HISTORY = Phrase(
    "まだ質問がありません。質問を送ると、ここから呼び戻せます。",
    "Nothing here yet. Send a question, and you can call it back from here.",
)
NOTHING_FOUND = Phrase(
    "当てはまる質問がありません。入力した文字を減らしてください。", "No question matches. Try fewer characters."
)
HISTORY_HELP = Phrase(
    "これまでの質問の検索です。何文字か打つと絞り込みます。↑↓ で選び、Enter で入力欄に入れます（まだ送られません）。\n"
    "Delete でその質問を忘れます。Esc で戻ります。",
    "Searching earlier questions. Type a few characters to narrow them down. Choose with ↑↓; Enter puts the question into the "
    "prompt without sending it.\n"
    "Delete forgets the question, Esc goes back.",
)
