"""What the chat without a screen says, Japanese and English side by side."""

from __future__ import annotations

PROMPT = {"ja": "質問> ", "en": "Question> "}
GREETING = {
    "ja": (
        "予算アシスタントです。お調べするデータ：{data}\n"
        "予算額、担当課、内線、目的などを、ふだんの言葉でお尋ねください。\n"
        "例：全ゲノムの内線は？　使い方は /help、終了は /quit です。"
    ),
    "en": (
        "Budget Assistant. The data asked: {data}\n"
        "Ask in your own words about budgets, divisions, extensions, purposes.\n"
        "For example: extension for the whole genome plan. /help tells how, /quit ends."
    ),
}
HELP = {
    "ja": (
        "質問を1行で入力し、Enterを押してください。番号の付いた候補が出たら、番号でも選べます。\n"
        "「内線は？」のように続けて尋ねると、前の質問を引き継ぎます。引き継いだことは「解釈」に示します。\n"
        "/source 直前の答えの根拠（事実、出典、SQLと値）\n"
        "/ja 日本語で答える\n"
        "/en 英語で答える\n"
        "/clear これまでの質問を忘れる\n"
        "/help この説明\n"
        "/quit 終了（Ctrl+D も同じ）"
    ),
    "en": (
        "Type a question on one line and press Enter. Where choices are numbered, a number chooses.\n"
        "A follow-up such as “and the extension?” goes on from the last question; “Understood” says what it took from it.\n"
        "/source  what the last answer rests on: facts, sheets, the SQL and its values\n"
        "/ja      answer in Japanese\n"
        "/en      answer in English\n"
        "/clear   forget the earlier questions\n"
        "/help    this help\n"
        "/quit    leave (as does Ctrl+D)"
    ),
}
NEXT = {"ja": "次の質問でしたら、お答えできます（番号で選べます）。", "en": "These can be answered (a number chooses):"}
CHOSEN = {"ja": "質問：{question}", "en": "Question: {question}"}
NO_SUCH_NUMBER = {"ja": "1〜{count} の番号でお選びください。", "en": "Choose a number from 1 to {count}."}
NO_SUCH_COMMAND = {
    "ja": "{command} というコマンドはありません。/help で一覧を表示します。",
    "en": "There is no {command}. /help lists the commands.",
}
SPEAKING = {"ja": "これからは日本語でお答えします。", "en": "Answers are in English from now on."}
CLEARED = {"ja": "これまでの質問を忘れました。", "en": "The earlier questions are forgotten."}
NOTHING_YET = {"ja": "まだ答えがありません。", "en": "There is no answer yet."}
NO_FACTS = {"ja": "この答えは資料の事実を示していません。", "en": "That answer states no facts of the source."}
REPLACED = {
    "ja": "UTF-8として読めない文字がありました。� に置き換えて読みます。",
    "en": "Some bytes are no UTF-8; they are read as �.",
}
HOW_TO_LEAVE = {"ja": "終了するには /quit と入力するか、Ctrl+D を押してください。", "en": "/quit or Ctrl+D leaves."}

FACTS = {"ja": "事実", "en": "Facts"}
FACT = {"ja": "{subject}・{field}：{value}（{source}）", "en": "{subject} — {field}: {value} ({source})"}
PART = {"ja": "{field}（{part}）", "en": "{field} ({part})"}
SHEET = {"ja": "出典「{sheet}」", "en": "sheet “{sheet}”"}
COMPUTED = {"ja": "計算した値", "en": "computed"}
