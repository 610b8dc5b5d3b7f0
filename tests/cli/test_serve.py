"""Serving the chat: what is refused, who may connect, and the page itself in a headless browser."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.cli.parser import parse
from assistant.cli.serve import PAGE, chat_command, same_origin

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1200,800",
]
PATIENCE = 60.0


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
@pytest.mark.parametrize(("language", "words"), [("ja", "パスワード"), ("en", "no password")])
def test_other_machines_are_let_in_only_when_told_so_in_full(
    host: str, language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", host, "--language", language]) == 2
    assert words in (error := capsys.readouterr().err)
    assert "--allow-other-machines" in error


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("textual_serve", reason="textual-serve is not installed (extra web)")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port, "--language", "en"]) == 2
    assert f"Port {port}" in capsys.readouterr().err


def test_without_the_extra_the_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("assistant.cli.serve.find_spec", lambda _name: None)
    assert main(["serve", "--language", "ja"]) == 2
    assert "uv run --extra web budget-assistant serve" in capsys.readouterr().err


def test_the_served_chat_has_the_same_data_and_language() -> None:
    command = chat_command(parse(["serve", "--db", "a b.db", "--language", "ja"], "en"))
    assert str(Path("a b.db").resolve()) in command
    assert command.endswith("--language ja")


@pytest.mark.parametrize(
    ("origin", "host", "allowed"),
    [
        pytest.param("http://127.0.0.1:8000", "127.0.0.1:8000", True, id="the-page"),
        pytest.param("http://localhost:8000", "localhost:8000", True, id="the-page-by-name"),
        pytest.param("https://example.org", "127.0.0.1:8000", False, id="another-site"),
        pytest.param("http://example.org:8000", "example.org:8000", False, id="a-name-bent-to-this-machine"),
        pytest.param(None, "127.0.0.1:8000", False, id="no-browser"),
    ],
)
def test_a_connection_is_taken_from_the_page_alone(origin: str | None, host: str, allowed: bool) -> None:
    assert same_origin(origin, host, "http://127.0.0.1:8000") is allowed


def test_the_page_loads_nothing_from_elsewhere() -> None:
    page = (PAGE / "app_index.html").read_text(encoding="utf-8")
    sources = re.findall(r'(?:src|href)="([^"]+)"|url\("([^"]+)"\)', page)
    assert sources
    assert all((a or b).startswith(("{{ config.static.url }}", "data:,")) for a, b in sources)


async def _look(page: str, url: str, picture: Path) -> list[str]:
    """Type a question into the page, wait for the answer, take a picture; return every address that was loaded."""
    import aiohttp

    loaded: list[str] = []
    received = ""
    async with aiohttp.ClientSession() as session, session.ws_connect(page, max_msg_size=0) as browser:
        number = 0

        async def call(method: str, **parameters: Any) -> dict[str, Any]:
            nonlocal number
            number += 1
            mine = number
            await browser.send_json({"id": mine, "method": method, "params": parameters})
            while True:
                message = await note()
                if message.get("id") == mine:
                    return dict(message.get("result", {}))

        async def note() -> dict[str, Any]:
            nonlocal received
            message: dict[str, Any] = await browser.receive_json()
            if message.get("method") == "Network.requestWillBeSent":
                loaded.append(message["params"]["request"]["url"])
            elif message.get("method") == "Network.webSocketFrameReceived":
                frame = message["params"]["response"]
                data = frame["payloadData"]
                text = base64.b64decode(data).decode("utf-8", "replace") if frame["opcode"] == 2 else data
                received += re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", text)
            return message

        async def until(text: str) -> None:
            while text not in received:
                await note()

        await call("Network.enable")
        await call("Page.enable")
        await call("Page.navigate", url=url)
        await until("を入力して Enter")
        await call("Runtime.evaluate", expression="document.querySelector('.xterm-helper-textarea').focus()")
        await call("Input.insertText", text="全ゲノムの予算はいくら？")
        await until("全ゲノムの予算はいくら")
        await call("Input.dispatchKeyEvent", type="rawKeyDown", key="Enter", code="Enter", windowsVirtualKeyCode=13)
        await call("Input.dispatchKeyEvent", type="char", key="Enter", text="\r")
        await until("49億円")
        shot = await call("Page.captureScreenshot", format="png")
        picture.write_bytes(base64.b64decode(shot["data"]))
    return loaded


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to open the page in")
def test_a_question_typed_into_the_page_is_answered_there(tmp_path: Path) -> None:
    pytest.importorskip("textual_serve", reason="textual-serve is not installed (extra web)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    serving = subprocess.Popen([sys.executable, "-m", "assistant", "serve", "--port", str(port), "--language", "ja"])
    browser = subprocess.Popen(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'browser'}", "about:blank"], stderr=subprocess.DEVNULL
    )
    picture = Path(os.environ.get("CHAT_PICTURE", tmp_path / "page.png"))
    try:
        debugging = _until_there(tmp_path / "browser" / "DevToolsActivePort", port)
        loaded = asyncio.run(asyncio.wait_for(_look(_page(debugging), url, picture), PATIENCE))
    finally:
        for process in (browser, serving):
            process.terminate()
            process.wait(timeout=20)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert [address for address in loaded if not address.startswith((url, "data:", "about:"))] == []


def _until_there(file: Path, port: int) -> int:
    """Wait until both the browser and the server take connections; return the browser's port."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            lines = file.read_text().splitlines()
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        if lines:
            return int(lines[0])
    raise AssertionError("the browser or the server did not start")


def _page(port: int) -> str:
    """Return where the browser's page is steered."""
    from urllib.request import urlopen

    with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
        return str(next(target["webSocketDebuggerUrl"] for target in json.load(answer) if target["type"] == "page"))
