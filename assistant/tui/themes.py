"""The two looks of our own: 墨 (ink) on dark, 和紙 (paper) on light. Colours are named here and nowhere else."""

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
THEMES = (SUMI, WASHI)
