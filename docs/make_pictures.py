"""Make the pictures of the README, without a terminal: `uv run python docs/make_pictures.py`."""

from __future__ import annotations

import asyncio
import html
import os
import re
import sys
from itertools import groupby
from pathlib import Path

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for variable in ("NO_COLOR", "TEXTUAL_THEME"):
    os.environ.pop(variable, None)

from rich.cells import cell_len  # noqa: E402 (after the environment that Textual reads)
from textual.pilot import Pilot  # noqa: E402

from assistant.answer.model import Language  # noqa: E402
from assistant.tui.app import ChatApp, open_desk  # noqa: E402
from assistant.tui.widgets.prompt import Prompt  # noqa: E402

HERE = Path(__file__).resolve().parent
PICTURES: tuple[tuple[str, Language, tuple[int, int], tuple[str, ...]], ...] = (
    ("chat.svg", "ja", (96, 40), ("全ゲノムの内線は？", "文科省の事業を一覧で")),
    ("chat-en.svg", "en", (96, 40), ("how much did METI get in total?", "and MHLW?")),
)
"""File, language, size in cells, and the questions that are asked."""
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FONTS = "'Noto Sans Mono CJK JP', 'MS Gothic', 'Osaka-Mono', monospace"
_TEXT = re.compile(r'<text class="([^"]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" ([^>]*)>([^<]*)</text>')


async def _ask(pilot: Pilot[None], question: str) -> None:
    """Put a question into the prompt, send it, and wait for the answer."""
    prompt = pilot.app.screen.query_one(Prompt)
    prompt.value = question
    prompt.cursor_position = len(question)
    await pilot.press("enter")
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _picture(language: Language, size: tuple[int, int], questions: tuple[str, ...]) -> str:
    """Return the chat as SVG after these questions; it loads no fonts from elsewhere."""
    app = ChatApp(open_desk(None), language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for question in questions:
            await _ask(pilot, question)
        svg = _FONT_FACES.sub("", app.export_screenshot()).replace("Fira Code, monospace", _FONTS)
        return _TEXT.sub(_in_cells, svg)


def _in_cells(match: re.Match[str]) -> str:
    """Return a text in pieces of one width each: what Rich writes gives a wide character the room of a narrow one."""
    look, x, y, length, more, escaped = match.groups()
    text = html.unescape(escaped)
    cell = float(length) / len(text)
    pieces, place = [], float(x)
    for width, run in groupby(text, key=cell_len):
        piece = "".join(run)
        room = cell * width * len(piece)
        pieces.append(f'<text class="{look}" x="{place:g}" y="{y}" textLength="{room:g}" {more}>{html.escape(piece)}</text>')
        place += room
    return "".join(pieces)


def main() -> int:
    """Write every picture beside this file."""
    for name, language, size, questions in PICTURES:
        path = HERE / name
        path.write_text(asyncio.run(_picture(language, size, questions)), encoding="utf-8", newline="\n")
        print(f"{path.relative_to(HERE.parent)}: {', '.join(questions)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
