"""The looks of our own: 墨 (ink) on dark, 和紙 (paper) on light, high contrast, and the terminal's own colours.

Colours are named here and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

SUMI = Theme(
    name="sumi",
    dark=True,
    background="#17191d",
    surface="#1e2126",
    panel="#262a31",
    foreground="#e4e1d9",
    primary="#8fb7dd",
    secondary="#9aa7b5",
    accent="#d8b66e",
    warning="#e0ab63",
    error="#e58b80",
    success="#9fc48d",
    variables={
        "border": "#8fb7dd",
        "border-blurred": "#3c424c",
        "footer-background": "#17191d",
        "scrollbar": "#3c424c",
        "scrollbar-hover": "#566070",
        "scrollbar-background": "#17191d",
        "scrollbar-background-hover": "#17191d",
        "scrollbar-background-active": "#17191d",
    },
)
WASHI = Theme(
    name="washi",
    dark=False,
    background="#faf8f2",
    surface="#f2efe6",
    panel="#e8e4d8",
    foreground="#22272e",
    primary="#1d4f80",
    secondary="#55606c",
    accent="#7a5600",
    warning="#8a5300",
    error="#a02c28",
    success="#3d6b2c",
    variables={
        "border": "#1d4f80",
        "border-blurred": "#c9c3b3",
        "footer-background": "#faf8f2",
        "scrollbar": "#c9c3b3",
        "scrollbar-hover": "#a39c8a",
        "scrollbar-background": "#faf8f2",
        "scrollbar-background-hover": "#faf8f2",
        "scrollbar-background-active": "#faf8f2",
    },
)
HIGH_CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    foreground="#ffffff",
    primary="#ffe14d",
    secondary="#7fdfff",
    accent="#7fdfff",
    warning="#ffb340",
    error="#ff8080",
    success="#7dff9a",
    text_alpha=1.0,
    variables={
        "border": "#ffe14d",
        "border-blurred": "#b0b0b0",
        "text-muted": "#e0e0e0",
        "text-disabled": "#c0c0c0",
        "footer-background": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffe14d",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)


def _terminal(name: str, of: str, faint: str, **colours: str) -> Theme:
    """Return Textual's theme of the terminal's own sixteen colours under a name of ours, with our quiet edges."""
    theme = BUILTIN_THEMES[of]
    variables = {
        **theme.variables,
        "border-blurred": faint,
        "footer-background": "ansi_default",
        "foreground-disabled": faint,
        "surface-active": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
    }
    return replace(theme, name=name, variables=variables, **colours)  # type: ignore[arg-type]


TERMINAL_DARK = _terminal("terminal-dark", "ansi-dark", "ansi_bright_black", primary="ansi_bright_blue", accent="ansi_yellow")
TERMINAL_LIGHT = _terminal("terminal-light", "ansi-light", "ansi_bright_black", warning="ansi_red")
THEMES = (SUMI, WASHI, HIGH_CONTRAST, TERMINAL_DARK, TERMINAL_LIGHT)
