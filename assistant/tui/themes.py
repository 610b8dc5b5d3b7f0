"""The looks of our own: 墨 (ink) on dark, 和紙 (paper) on light, high contrast, and the terminal's own colours.

Colours are named here and nowhere else.
"""

from __future__ import annotations

from textual.theme import Theme

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


def _terminal(name: str, *, dark: bool, faint: str, accent: str, warning: str) -> Theme:
    """Return a theme that names only the sixteen colours, whose looks the terminal decides."""
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        foreground="ansi_default",
        primary="ansi_blue" if not dark else "ansi_bright_blue",
        secondary="ansi_cyan",
        accent=accent,
        warning=warning,
        error="ansi_red",
        success="ansi_green",
        variables={
            "border": "ansi_blue" if not dark else "ansi_bright_blue",
            "border-blurred": faint,
            "footer-background": "ansi_default",
            "scrollbar": faint,
            "scrollbar-background": "ansi_default",
            "ansi-background": "ansi_default",  # Textual leaves this and the next three to a theme of sixteen colours
            "ansi-foreground": "ansi_default",
            "foreground-disabled": faint,
            "surface-active": "ansi_default",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
        },
    )


TERMINAL_DARK = _terminal("terminal-dark", dark=True, faint="ansi_bright_black", accent="ansi_yellow", warning="ansi_yellow")
TERMINAL_LIGHT = _terminal("terminal-light", dark=False, faint="ansi_white", accent="ansi_magenta", warning="ansi_red")
THEMES = (SUMI, WASHI, HIGH_CONTRAST, TERMINAL_DARK, TERMINAL_LIGHT)
