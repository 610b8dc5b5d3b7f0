"""What `serve` says, and its help, Japanese and English side by side."""

from __future__ import annotations

Pair = dict[str, str]

SERVE: Pair = {"ja": "対話画面をブラウザーで開けるようにする", "en": "serve the chat as a page for the browser"}
SERVE_MORE: Pair = {
    "ja": "対話画面をウェブページとして、このパソコンの中だけに公開します。Ctrl+C で終わります。",
    "en": "Serves the chat as a web page, to this machine alone. Ctrl+C ends it.",
}
HOST: Pair = {"ja": "待ち受けるアドレス（既定: 127.0.0.1）", "en": "address to listen on (default: 127.0.0.1)"}
PORT: Pair = {"ja": "待ち受けるポート（既定: 8000）", "en": "port to listen on (default: 8000)"}
OTHERS: Pair = {
    "ja": "ほかのパソコンからの接続も許す。パスワードはなく、届く人は誰でも質問し、画面を読める",
    "en": "let other machines connect too. There is no password: whoever reaches the port can ask and read",
}
SERVING: Pair = {
    "ja": "{url} をブラウザーで開いてください。Ctrl+C で終わります。",
    "en": "Open {url} in a browser. Ctrl+C ends it.",
}
OPEN_TO_OTHERS: Pair = {
    "ja": (
        "注意: ほかのパソコンからも接続できます。パスワードも暗号化もありません。\n"
        "このポートに届く人は誰でも質問し、画面を読み、このパソコンにファイルを書き出せます。"
    ),
    "en": (
        "Note: other machines can connect. There is no password and no encryption: whoever reaches this port can ask, read, "
        "and export files onto this machine."
    ),
}
NOT_LOOPBACK: Pair = {
    "ja": (
        "{host} で待ち受けると、ほかのパソコンからも接続できます。パスワードも暗号化もなく、\n"
        "このポートに届く人は誰でも質問し、画面を読めます。\n"
        "それでよければ --allow-other-machines を付けてください。このパソコンだけで使うなら --host は要りません。"
    ),
    "en": (
        "On {host} other machines can connect too. There is no password and no encryption: whoever reaches the port can ask "
        "and read.\nIf that is what you want, add --allow-other-machines. For this machine alone, leave --host out."
    ),
}
NOT_INSTALLED: Pair = {
    "ja": "ブラウザー用の部品が入っていません。次のように起動してください。\n  uv run --extra web budget-assistant serve",
    "en": "The parts for the browser are not installed. Start it like this:\n  uv run --extra web budget-assistant serve",
}
PORT_TAKEN: Pair = {
    "ja": "{host} のポート {port} は使用中です。--port で別の番号を指定してください。",
    "en": "Port {port} of {host} is taken. Choose another one with --port.",
}
CANNOT_LISTEN: Pair = {
    "ja": "{host} のポート {port} では待ち受けられません: {error}",
    "en": "Cannot listen on port {port} of {host}: {error}",
}
