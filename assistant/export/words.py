"""What exports say of their own, Japanese and English side by side; all else are the answers' own words."""

from __future__ import annotations

from assistant.answer.model import ColumnKind, Language, Status

Words = dict[Language, str]

SOURCE: Words = {"ja": "出典：", "en": "Source: "}
DOCUMENT: Words = {"ja": "「{title}」（{number}、{meeting}、{date}）", "en": "“{title}” ({number}, {meeting}, {date})"}
SHEETS: Words = {"ja": "シート", "en": "Sheet: "}
SHEET: Words = {"ja": "「{title}」", "en": "“{title}”"}
SHEET_SEPARATOR: Words = {"ja": "", "en": ", "}
COMPUTED: Words = {"ja": "上の資料の値から計算", "en": "Computed from figures in this document"}
ITEM = "・"
"""What items of a list begin with in the texts of answers, in either language."""
CELL_SEPARATOR: Words = {"ja": "、", "en": ", "}

UNIT_HEADINGS: dict[ColumnKind, Words] = {
    "money": {"ja": "{title}（円）", "en": "{title}, yen"},
    "percent": {"ja": "{title}（%）", "en": "{title}, %"},
}
REMARKS: Words = {"ja": "備考", "en": "Remarks"}
APPROXIMATE: Words = {"ja": "{title}は約", "en": "{title} is approximate"}

CONVERSATION: Words = {"ja": "予算アシスタントの記録", "en": "Conversation with the budget assistant"}
WRITTEN: Words = {"ja": "書き出した日時：{moment}", "en": "Exported: {moment}"}
BASIS: Words = {"ja": "資料：", "en": "Document: "}
UNDERSTOOD: Words = {"ja": "解釈：", "en": "Read as: "}
STATUS: dict[Status, Words] = {
    "clarify": {"ja": "確認のための問い返し（まだ答えていません）", "en": "Asked back (not answered yet)"},
    "not_in_source": {"ja": "資料にありません", "en": "Not in the source"},
    "out_of_scope": {"ja": "対象外です", "en": "Outside the data"},
}
"""What kind of answer it is, for those that are none."""
