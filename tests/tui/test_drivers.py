"""Drivers that ask a terminal to report keys whatever the environment says do not get to."""

from __future__ import annotations

from typing import Any

import pytest
from textual.driver import Driver

from assistant.tui.terminal_input import fitted


def _driver(name: str, written: list[str]) -> type[Driver]:
    """Return a driver of that name which writes into a list."""

    def write(_self: Any, data: str) -> None:
        written.append(data)

    unused = dict.fromkeys(("disable_input", "start_application_mode", "stop_application_mode"), write)
    return type(name, (Driver,), {**unused, "write": write, "__module__": __name__})


@pytest.mark.parametrize("name", ["WindowsDriver", "LinuxInlineDriver"])
@pytest.mark.parametrize(
    ("data", "reaches"),
    [("\x1b[>1u", []), ("\x1b[<u", []), ("\x1b[?25l\x1b[>25uあ", ["\x1b[?25lあ"]), ("\x1b[13;1Hあ", ["\x1b[13;1Hあ"])],
    ids=["push", "pop", "among-others", "anything-else"],
)
def test_only_the_request_for_reports_is_left_out(name: str, data: str, reaches: list[str]) -> None:
    written: list[str] = []
    driver = fitted(_driver(name, written))
    driver.write(object.__new__(driver), data)
    assert written == reaches


def test_other_drivers_stay_as_they_are() -> None:
    driver = _driver("LinuxDriver", [])
    assert fitted(driver) is driver
