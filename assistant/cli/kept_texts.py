"""What `unanswered` says, Japanese and English side by side."""

from __future__ import annotations

KEEPING = {
    "ja": "答えられなかった質問は、このパソコンの {file} にだけ残しています（停止: budget-assistant unanswered --off）。",
    "en": "Unanswered questions are kept on this machine only, in {file} (to stop: budget-assistant unanswered --off).",
}
NOT_KEEPING = {
    "ja": "答えられなかった質問は残していません（再開: budget-assistant unanswered --on）。これまでの分: {file}",
    "en": "Unanswered questions are not being kept (to resume: budget-assistant unanswered --on). Earlier ones: {file}",
}
COUNT = {"ja": "残っている質問: {count}件", "en": "Questions kept: {count}"}
NONE = {"ja": "残っている質問はありません。", "en": "None are kept."}
ON = {
    "ja": "答えられなかった質問を残します（設定: {file}）。",
    "en": "Questions that are not answered will be kept (settings: {file}).",
}
OFF = {
    "ja": "答えられなかった質問を残しません（設定: {file}）。これまでの分は --clear で消せます。",
    "en": "Questions that are not answered will not be kept (settings: {file}). --clear forgets the earlier ones.",
}
CLEARED = {"ja": "{count}件を消しました（{file}）。", "en": "Forgot {count} questions ({file})."}
REASONS = {
    "ja": {
        "words": "「{key}」が分からなかった",
        "unknown": "資料にない事柄（{key}）",
        "missing_programme": "事業名がなかった",
        "ambiguous": "複数の事業にあてはまった",
        "close": "読み方が分かれた",
        "compare_what": "比べる相手がなかった",
        "nothing": "資料と関わりがなかった",
        "unexplained": "全体を読み取れなかった",
        "other": "資料の内容と合わなかった",
    },
    "en": {
        "words": "“{key}” was not understood",
        "unknown": "not in the source: {key}",
        "missing_programme": "no programme was named",
        "ambiguous": "several programmes fitted",
        "close": "it could be read in two ways",
        "compare_what": "nothing to compare with",
        "nothing": "not about the data",
        "unexplained": "not understood as a whole",
        "other": "it did not agree with the source",
    },
}
TIMES = {"ja": "{count}回、最後は{day}", "en": "asked {count}×, last on {day}"}
NEAR = {"ja": "「{near}」に近い（{similarity}%）", "en": "near “{near}” ({similarity}%)"}
EXAMPLE = {"ja": "最も近い意図の例文として", "en": "as an example of the closest intent"}
NO_DRAFT = {"ja": "案はありません。人が判断してください。", "en": "No draft: a person has to decide."}
REVIEW = {
    "ja": "案を確かめてからファイルに書き、budget-assistant check と evaluate で検査してください。自動では何も学習しません。",
    "en": "Review each draft before writing it, then run budget-assistant check and evaluate. Nothing is learnt by itself.",
}
