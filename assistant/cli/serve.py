"""`budget-assistant serve`: the chat as a page of this machine. Owns which addresses may be served and what the page loads.

The page needs nothing from elsewhere. A connection is taken only from the page itself: another site that is open in the same
browser could otherwise type into the chat.
"""

from __future__ import annotations

import errno
import ipaddress
import shlex
import socket
import subprocess
import sys
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant import databases
from assistant.answer.model import Language
from assistant.cli import serve_texts as texts
from assistant.cli import streams

PAGE = Path(__file__).parent / "page_of_chat"
DONE, MISUSE = 0, 2


def command(arguments: Namespace, language: Language) -> int:
    """Serve the chat until Ctrl+C; return 0 then, 2 where it cannot be served, with a message that says why."""
    refusal = refused(arguments, language)
    if refusal is not None:
        streams.complain(refusal)
        return MISUSE
    url = f"http://{_in_url(arguments.host)}:{arguments.port}"
    streams.say(texts.SERVING[language].format(url=url))
    if not is_loopback(arguments.host):
        streams.say(texts.OPEN_TO_OTHERS[language])
    streams.flush()
    make_server(arguments, url).serve()
    return DONE


def refused(arguments: Namespace, language: Language) -> str | None:
    """Return why the chat cannot be served as asked, None where it can."""
    if not is_loopback(arguments.host) and not arguments.allow_other_machines:
        return texts.NOT_LOOPBACK[language].format(host=arguments.host)
    if find_spec("textual_serve") is None:
        return texts.NOT_INSTALLED[language]
    path = databases.named(arguments.db)
    if path is not None and not path.is_file():
        from assistant.tui.words.chat import DATABASE_MISSING

        return DATABASE_MISSING[language].format(path=arguments.db)
    try:
        _try_port(arguments.host, arguments.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        message = texts.PORT_TAKEN if taken else texts.CANNOT_LISTEN
        return message[language].format(host=arguments.host, port=arguments.port, error=error.strerror or error)
    return None


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def chat_command(arguments: Namespace) -> str:
    """Return what each visitor runs: the chat of this installation, with the same data and language."""
    words = [sys.executable, "-m", "assistant"]
    if arguments.db is not None:
        path = databases.named(arguments.db)
        words += ["--db", databases.EMBEDDED if path is None else str(path.resolve())]
    if arguments.language is not None:
        words += ["--language", arguments.language]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def make_server(arguments: Namespace, url: str) -> Any:
    """Return the server of the page, with our own template and without textual-serve's words."""
    from aiohttp import web
    from textual_serve.server import Server

    from assistant.tui.words.chat import TITLE

    class ChatServer(Server):
        async def on_startup(self, app: web.Application) -> None:
            """Say nothing: the command has said where the page is."""

        async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
            """Take a connection from the page alone."""
            if not same_origin(request.headers.get("Origin"), request.headers.get("Host"), url):
                raise web.HTTPForbidden
            return await super().handle_websocket(request)

        def initialize_logging(self) -> None:
            """Leave logging as it is: questions are nobody else's business."""

    spoken: Language = arguments.language or "ja"
    return ChatServer(
        chat_command(arguments), arguments.host, arguments.port, TITLE[spoken], public_url=url, templates_path=str(PAGE)
    )


def same_origin(origin: str | None, host: str | None, url: str) -> bool:
    """Whether a browser's connection comes from the page, by a name under which the page may be reached.

    An address that other machines may use has as many names as they have for it; there, origin and host must agree.
    """
    if origin is None or host is None or urlsplit(origin).netloc != host:
        return False
    served = urlsplit(url)
    named = urlsplit(f"//{host}").hostname or ""
    return named == served.hostname or is_loopback(named) or not is_loopback(served.hostname or "")


def _try_port(host: str, port: int) -> None:
    """Listen for a moment. Raises OSError where that is not possible."""
    family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as tried:
        if sys.platform != "win32":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(address)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
