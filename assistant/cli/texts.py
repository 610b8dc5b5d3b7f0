"""What the commands themselves say, Japanese and English side by side; their help is in `help_texts`."""

from __future__ import annotations

CANNOT_WRITE = {"ja": "入出力に失敗しました: {error}", "en": "Reading or writing failed: {error}"}
OUR_MISTAKE = {
    "ja": "内部の誤りで答えられませんでした。お手数ですが、次の記録を添えてご報告ください。",
    "en": "This program made a mistake. Please report it, with this record:",
}
NO_INPUT = {"ja": "標準入力が閉じています。", "en": "Standard input is closed."}
SEE_HELP = {"ja": "使い方は {program} --help でご覧になれます。", "en": "See {program} --help."}
PLAIN_ALONE = {
    "ja": "--plain は対話のための指定です。コマンドとは併用できません。",
    "en": "--plain is for the chat and takes no command.",
}
BATCH_EXPLAIN = {
    "ja": "- と --explain を合わせるときは、--json も指定してください（1問1行で書くためです）。",
    "en": "With -, --explain needs --json too: one line is written for each question.",
}

UNDERSTOOD = {"ja": "解釈：{understood}", "en": "Understood: {understood}"}
SHEET = {"ja": "出典：「{sheet}」", "en": "Source: “{sheet}”"}
COMPUTED = {"ja": "計算：{computed}", "en": "Computed {computed}"}

BUILT = {"ja": "{path} を作成しました（{count}事業）。", "en": "Built {path} ({count} programmes)."}
NO_DOCUMENTS = {
    "ja": "{folder} に資料のファイル（*.toml）がありません。",
    "en": "There are no document files (*.toml) in {folder}.",
}

MISSING = {"ja": "なし", "en": "missing"}
LINE = {"ja": "{line}行", "en": "line {line}"}
VERIFIED = {
    "ja": "{file}: {count}項目のうち{found}項目があり、{missing}項目がありません。",
    "en": "{file}: {found} of {count} are there, {missing} missing.",
}
FINDINGS = {
    "title": "題名",
    "meeting": "会議",
    "document number": "資料番号",
    "budget": "予算",
    "budget stage": "段階",
    "category": "区分",
    "organisation": "機関",
    "name": "名称",
    "sheet": "シート",
    "list entry": "一覧の行",
    "figure": "数値",
    "label": "見出し",
    "part": "内訳",
    "bureau": "局",
    "division": "課室",
    "extension": "内線",
    "recipient": "対象",
    "equipment": "機器",
    "pillar": "柱",
    "date": "日付",
    "route kind": "資金の種類",
    "figure in a text": "文中の数値",
}
"""What `verify` looks for, in Japanese; a kind that is not here is shown as it is."""

CHECKED = {
    "ja": "意図{intents}件、語の類{words}件。誤りはありません。",
    "en": "{intents} intents and {words} word classes, without mistakes.",
}

TYPED = {"ja": "入力：{question}", "en": "Typed: {question}"}
FOLDED = {"ja": "正規化：{folded}", "en": "Normalised: {folded}"}
MENTIONS = {"ja": "語句（種類、見つけ方、一致度）", "en": "Mentions (what it is, how it was found, score)"}
FILLER = {"ja": "そのほかの語：{words}", "en": "function words: {words}"}
NOTHING = {"ja": "なし", "en": "none"}
COVERED = {"ja": "説明できた割合：{percent}%", "en": "Explained: {percent}% of the question"}
UNEXPLAINED = {"ja": "説明できない部分：{parts}", "en": "Left unexplained: {parts}"}
FEATURES = {"ja": "特徴：{features}", "en": "Features: {features}"}
CONDITIONS = {"ja": "条件：{filters}", "en": "Conditions: {filters}"}
CANDIDATES = {"ja": "候補（点、1位との差）", "en": "Candidates (score, margin behind the first)"}
USES = {"ja": "使う：{words}", "en": "uses {words}"}
LEAVES = {"ja": "残す：{words}", "en": "leaves {words}"}
DECISION = {"ja": "判断：{outcome}", "en": "Decision: {outcome}"}
CONFIDENCE = {"ja": "確からしさ：{confidence}", "en": "Confidence: {confidence}"}
STATEMENT = {"ja": "SQL", "en": "SQL"}
NO_STATEMENT = {"ja": "SQLは実行していません", "en": "No SQL was run"}
