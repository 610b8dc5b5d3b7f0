"""Bytes from terminals that report keys the Kitty way, though the chat never asks for it.

Textual switches such reports on where TEXTUAL_DISABLE_KITTY_KEY is unknown (Windows, inline), and cannot read them where they
come unasked: a committed text of more than a few characters would arrive as digits. Here the first is not written, and the
second is read. Everything else is left to Textual.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_SWITCH = re.compile(r"\x1b\[[<>=]\d*(?:;\d+)?u")
"""Pushes, sets or pops what keys a terminal reports; without a push there is nothing to pop."""
_REPORT = re.compile(
    r"\x1b\[(?P<key>\d*)(?::(?P<shifted>\d*)[\d:]*)?(?:;(?P<modifiers>\d*)(?::(?P<event>\d*))?)?(?:;(?P<text>[\d:]*))?u"
)
_BEGUN = re.compile(r"\x1b\[\d[\d:;]*\Z")
_RELEASED = "3"
LONGEST = 8_192
"""Characters of one report that are waited for."""


class CommitParser(XTermParser):
    """Reads reports of text of any length, also in pieces, and keys reported with u; the rest is Textual's."""

    def __init__(self, debug: bool = False) -> None:
        self._held = ""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what was typed. A report that is not complete yet is held back until its end has come."""
        if not data:
            yield from self._rest()
            return
        data = self._held + data
        self._held = ""
        if "\x1b[" in data:
            if (begun := _BEGUN.search(data)) and len(begun[0]) <= LONGEST:
                self._held = begun[0]
                data = data[: begun.start()]
            data = _REPORT.sub(_typed, data)
        if data:
            yield from super().feed(data)

    def _rest(self) -> Iterable[Message]:
        if self._held:
            held, self._held = self._held, ""
            yield from super().feed(held)
        yield from super().feed("")

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Return the keys of a sequence; those that end with u Textual would refuse where Kitty's protocol is off."""
        if sequence.startswith("\x1b[") and sequence.endswith("u") and (keys := self._parse_extended_key(sequence)):
            return [key.copy() for key in keys]
        return super()._sequence_to_key_events(sequence, alt)


def _typed(report: re.Match[str]) -> str:
    """Return what a report stands for: its text, nothing for a key let go, a plain report for any other key."""
    if report["event"] == _RELEASED:
        return ""
    if report["text"]:
        return _characters(report["text"].split(":"))
    modifiers = int(report["modifiers"] or 1)
    match (modifiers - 1) & ~_LOCKS:
        case 0:
            typed = _characters([report["key"]])
        case 1:
            typed = _characters([report["shifted"] or ""])
        case _:
            typed = ""
    return typed or f"\x1b[{report['key'] or 1}" + (f";{modifiers}u" if modifiers > 1 else "u")


_LOCKS = 0b1100_0000
"""Bits of a report's modifiers that say that Caps Lock or Num Lock is on."""


def _characters(codes: Iterable[str]) -> str:
    """Return the characters of code points, without those that cannot be shown: they are keys, or would steer a terminal."""
    found = (chr(int(code)) for code in codes if code and int(code) <= sys.maxunicode)
    return "".join(char for char in found if char.isprintable())


def fitted(driver: type[Driver]) -> type[Driver]:
    """Return a driver that reads commits of any length and leaves the reporting of keys as it is.

    Textual's drivers make their parser from a name in their module, which is therefore given another meaning.
    """
    module = sys.modules[driver.__module__]
    for holder in (module, sys.modules.get("textual.drivers.win32")):
        if holder is not None and hasattr(holder, "XTermParser"):
            holder.XTermParser = CommitParser  # type: ignore[attr-defined]
    if driver.__name__ in _ASKS_FOR_REPORTS:
        return type(driver.__name__, (_Unasking, driver), {})
    return driver


_ASKS_FOR_REPORTS = frozenset({"WindowsDriver", "LinuxInlineDriver"})
"""Drivers of Textual that switch reports on whatever the environment says."""


class _Unasking(Driver):
    """Writes everything but the sequences that ask a terminal to report keys."""

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if kept := _SWITCH.sub("", data):
            super().write(kept)  # type: ignore[safe-super]
