"""Make the pictures of the README and of docs/, without a terminal: `uv run python docs/make_pictures.py [NAME …]`.

The same chat gives the same bytes: nobody's settings, questions, colours or locale get in, and there is no clock in sight.
Pictures of the register are of the one in your own data folder, or of the file that $REGISTER names; without one they stay as
they are.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for variable in ("NO_COLOR", "TEXTUAL_THEME", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(variable, None)

from picture_cells import ASPECT, placed  # noqa: E402 (after the environment that Textual reads)
from rich.console import Console  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from assistant import databases  # noqa: E402
from assistant.answer.model import Language  # noqa: E402
from assistant.tui.app import ChatApp, open_desk  # noqa: E402
from assistant.tui.screens.chat_screen import ChatScreen  # noqa: E402
from assistant.tui.widgets.prompt import Prompt  # noqa: E402

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Picture:
    """A file, and how the chat gets to look as it does there: questions are asked, a text is typed, keys are pressed."""

    name: str
    language: Language
    questions: tuple[str, ...] = ()
    typed: str = ""
    keys: tuple[str, ...] = ()
    theme: str = "sumi"
    size: tuple[int, int] = (110, 34)
    register: bool = False
    """Whether the imported register is asked, not the data that come with the program."""


PICTURES = (
    Picture("chat.svg", "ja", ("全ゲノムの予算はいくら？", "担当課の内線は？"), size=(110, 36)),
    Picture("chat-en.svg", "en", ("how much is the whole genome plan?", "Totals by ministry"), size=(110, 39)),
    Picture("suggestions.svg", "ja", typed="zenge", size=(110, 28)),
    Picture("source.svg", "ja", ("脳の予算は？",), keys=("f3",), size=(120, 40)),
    Picture("programmes.svg", "ja", ("経産省は合計でいくら？",), keys=("f4",), size=(120, 34)),
    Picture("directory.svg", "ja", ("基金は全体の何％？",), keys=("f5", *"kansensho", "enter"), size=(120, 30)),
    Picture("light.svg", "ja", ("府省ごとの合計は？", "脳の内線は？"), theme="washi", size=(110, 38)),
    Picture("register.svg", "ja", ("国費外国人留学生制度のこの5年の推移",), size=(110, 31), register=True),
    Picture("register-en.svg", "en", ("MEXT budget through time",), size=(110, 31), register=True),
    Picture("high-contrast.svg", "en", ("How much is the budget?",), theme="high-contrast", size=(110, 28)),
)


async def _settle(pilot: Pilot[None]) -> None:
    """Wait until every worker is done and every message handled."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _type(pilot: Pilot[None], text: str) -> None:
    """Put a text into the prompt."""
    prompt = pilot.app.screen.query_one(Prompt)
    prompt.value = text
    prompt.cursor_position = len(text)
    await _settle(pilot)


async def _taken(picture: Picture, database: Path | None) -> str:
    """Return a picture as SVG; it loads no fonts from elsewhere."""
    app = ChatApp(open_desk(database), language=picture.language, database=database)
    async with app.run_test(size=picture.size) as pilot:
        app.screen.query_one(Prompt).cursor_blink = False
        await _settle(pilot)
        for question in picture.questions:
            await _type(pilot, question)
            await pilot.press("enter")
            await _settle(pilot)
        await _type(pilot, picture.typed)
        for key in picture.keys:
            await pilot.press(key)
            await _settle(pilot)
        return placed(_exported(app, picture.name))


def _exported(app: ChatApp, name: str) -> str:
    """Return the screen as Rich draws it, in cells of our fonts, and with names of its own in the file."""
    width, height = app.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True
    )
    console.print(app.screen._compositor.render_update(full=True, screen_stack=app._background_screens))
    return console.export_svg(title=app.title, font_aspect_ratio=ASPECT, unique_id=name.partition(".")[0])


def main(names: list[str]) -> int:
    """Write every picture, or those named, beside this file."""
    ChatScreen.OPENING_AFTER = 0
    register = Path(os.environ.get("REGISTER") or databases.register()).resolve()  # before the folders are others
    for picture in PICTURES:
        if names and picture.name not in names:
            continue
        if picture.register and not register.is_file():
            print(f"docs/{picture.name}: left as it is, there is no register {register}", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as folder:  # each begins as on the first day
            os.environ["BUDGET_ASSISTANT_CONFIG"] = os.environ["BUDGET_ASSISTANT_DATA"] = folder
            (Path(folder) / "settings.toml").write_text(f'theme = "{picture.theme}"\n', encoding="utf-8")
            path = HERE / picture.name
            taken = asyncio.run(_taken(picture, register if picture.register else None))
            path.write_text(taken, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(HERE.parent)}: {', '.join(filter(None, (*picture.questions, picture.typed, *picture.keys)))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
