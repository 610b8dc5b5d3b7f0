"""The room beside the conversation. Panels are made when first opened, so that the chat starts without them."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

from textual.containers import Container
from textual.reactive import reactive

from assistant.answer.model import Language
from assistant.conversation.reply import Reply
from assistant.tui.session import Session
from assistant.tui.widgets.panel import Panel

PanelName = Literal["source", "browser", "directory"]
_PANELS: dict[PanelName, tuple[str, str]] = {
    "source": ("source_panel", "SourcePanel"),
    "browser": ("browser_panel", "BrowserPanel"),
    "directory": ("directory_panel", "DirectoryPanel"),
}


class Side(Container):
    """Shows one panel, or nothing and takes no room."""

    DEFAULT_CSS = """
    Side { display: none; width: 1fr; height: 1fr; &.-open { display: block; } }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)
    reply: reactive[Reply | None] = reactive[Reply | None](None, init=False)
    shown: reactive[PanelName | None] = reactive[PanelName | None](None, init=False)

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._session = session
        self._panels: dict[PanelName, Panel] = {}
        self.set_reactive(Side.language, language)

    async def toggle(self, name: PanelName) -> None:
        """Open a panel and give it the keys, or close it if it is the one that is open."""
        if self.shown == name:
            self.shown = None
            return
        if name not in self._panels:
            module, class_name = _PANELS[name]
            panel: Panel = getattr(import_module(f"assistant.tui.widgets.{module}"), class_name)(self._session, self.language)
            self._panels[name] = panel
            await self.mount(panel)
        self.shown = name
        self._panels[name].reply = self.reply
        self._panels[name].take_keys()

    async def forget(self) -> None:
        """Show nothing, and make every panel anew when it is next opened: it showed other data."""
        self.shown = None
        panels, self._panels = list(self._panels.values()), {}
        for panel in panels:
            await panel.remove()

    def watch_shown(self, shown: PanelName | None) -> None:
        """Show the panel, and take room only for one."""
        self.set_class(shown is not None, "-open")
        for name, panel in self._panels.items():
            panel.display = name == shown

    def watch_language(self, language: Language) -> None:
        """Speak the other language."""
        for panel in self._panels.values():
            panel.language = language

    def watch_reply(self, reply: Reply | None) -> None:
        """Follow the answer that is selected."""
        if self.shown is not None:
            self._panels[self.shown].reply = reply
