"""What `evaluate` and `calibrate` say, Japanese and English side by side."""

from __future__ import annotations

ASKING = {"ja": "質問しています", "en": "Asking"}
TRYING = {"ja": "しきい値を試しています", "en": "Trying thresholds"}
VERDICTS = {
    "ja": {"correct": "正答", "wrong": "誤答", "missed": "不応答"},
    "en": {"correct": "correct", "wrong": "wrong", "missed": "missed"},
}
CHOSEN = {"ja": "◀ 採用", "en": "◀ chosen"}
THRESHOLDS = {
    "ja": {
        "covered": "説明できる割合の下限（重い語が残らないとき）",
        "sure": "説明できる割合の下限（重い語が残るとき）",
        "left_over": "説明できない語の数の上限",
        "margin": "候補の差がこれより小さければ聞き返す",
        "weakest": "候補の点の下限",
        "weakest_alone": "候補の点の下限（資料の名が出てこないとき）",
    },
    "en": {
        "covered": "least share explained, where no weighty word is left",
        "sure": "least share explained, where one is left",
        "left_over": "most words that may be left unexplained",
        "margin": "candidates closer than this are asked about",
        "weakest": "least score of a candidate",
        "weakest_alone": "the same, where nothing of the data is named",
    },
}
POINT = {"ja": "採用している値：{chosen}", "en": "Chosen: {chosen}"}
PREFERRED = {
    "ja": "誤答の少なさ、正答の多さの順に選ぶなら：{threshold}={value}（正答{correct}、誤答{wrong}）",
    "en": "Fewest wrong first, then most correct, would choose: {threshold}={value} (correct {correct}, wrong {wrong})",
}
NONE_PREFERRED = {
    "ja": "誤答の少なさ、正答の多さの順に選んでも、採用している値になります。",
    "en": "Fewest wrong first, then most correct, chooses the same.",
}
