"""How the terminal chat feels, measured: start, answers, the UI thread, and a conversation of a thousand answers."""

from assistant.tui import prepare

prepare()
