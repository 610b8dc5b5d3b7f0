"""The programmes as a tree of groups: each group with count and total, each programme with its amount in a column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from assistant.answer.model import Language
from assistant.browsing.model import Branch, Leaf
from assistant.tui.messages import Left
from assistant.tui.table_layout import pad
from assistant.tui.words.browser import BRANCH, BRANCH_WITHOUT_TOTAL, COUNT, FOUND_OF, MORE, MORE_FOUND, TREE_HELP
from assistant.tui.words.phrase import Phrase
from assistant.tui.wrapping import cells, truncate

GAP = 1
MARKER, NO_MARKER = "> ", "  "
FOLDED, UNFOLDED = "+ ", "- "


@dataclass(frozen=True, slots=True)
class More:
    """The line below the first of many: how many are not shown."""

    count: int


Row = Branch | Leaf | More


class ProgrammeTree(Tree[Row]):
    """Shows branches. `Tree.NodeSelected` tells of Enter or a click; `Left` of ↑ on the first line."""

    ABOUT: ClassVar[Phrase] = TREE_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "fold", show=False),
        Binding("right", "unfold", show=False),
    ]
    DEFAULT_CSS = """
    ProgrammeTree {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        &:focus { background-tint: $background 0%; }
        &:nocolor > .tree--cursor { text-style: reverse; }
    }
    """

    language: reactive[Language] = reactive[Language]("ja", init=False)

    def __init__(self, language: Language) -> None:
        super().__init__("")
        self.show_root = False
        self.guide_depth = 2
        self.set_reactive(ProgrammeTree.language, language)
        self._name_width = self._amount_width = 0

    @property
    def leaves(self) -> list[Leaf]:
        """The programmes shown, folded or not."""
        return [node.data for node in self._all_nodes() if isinstance(node.data, Leaf)]

    @property
    def current(self) -> Row | None:
        """What the cursor is on."""
        return self.cursor_node.data if self.cursor_node is not None else None

    def show(self, branches: Iterable[tuple[Branch, Sequence[Leaf]]], *, found: bool, more: int = 0) -> None:
        """Show branches with these of their leaves, unfolded, the cursor where it was; below them that there are `more`.

        Where it was on nothing that is shown, it goes to the first line. With `found` it always is on a programme, so that
        Enter in the filter opens one. A branch without leaves is folded, unless it was unfolded before.
        """
        kept = None if found and isinstance(self.current, Branch) else _id(self.current)
        unfolded = {_id(node.data) for node in self.root.children if node.is_expanded}
        leaves: list[Leaf] = []
        self.clear()
        for branch, shown in branches:
            node = self.root.add("", branch, expand=bool(shown))
            for leaf in shown:
                node.add_leaf("", leaf)
            leaves.extend(shown)
            if not shown and branch.subject in unfolded:
                node.expand()
        if more:
            self.root.add_leaf("", More(more))
        self.root.expand()
        self._fit(leaves)
        self._build()
        same = next((node for node in self._all_nodes() if _id(node.data) == kept), None) if kept else None
        first = next((node for node in self._all_nodes() if isinstance(node.data, Leaf)), None) if found else None
        self.cursor_line = -1
        self.move_cursor(same or first or next(iter(self.root.children), None))

    def fill(self, subject: str, leaves: Sequence[Leaf]) -> None:
        """Put its first programmes under a branch that was shown without them; the cursor stays where it is."""
        node = next((node for node in self.root.children if _id(node.data) == subject), None)
        if node is None or node.children or not isinstance(node.data, Branch):
            return
        for leaf in leaves:
            node.add_leaf("", leaf)
        if (more := node.data.programmes - len(leaves)) > 0:
            node.add_leaf("", More(more))
        self._fit([*self.leaves])
        self._build()

    def _fit(self, leaves: Sequence[Leaf]) -> None:
        self._name_width = max((cells(leaf.short_name) for leaf in leaves), default=0)
        self._amount_width = max((cells(leaf.amount) for leaf in leaves), default=0)

    def _all_nodes(self) -> list[TreeNode[Row]]:
        return [node for branch in self.root.children for node in (branch, *branch.children)]

    # Keys

    def action_cursor_up(self) -> None:
        """Go up; above the first line is what filters."""
        if self.cursor_line <= 0:
            self.post_message(Left())
        else:
            super().action_cursor_up()

    def action_fold(self) -> None:
        """Fold the group, or go from a programme to its group."""
        node = self.cursor_node
        if node is not None and node.allow_expand:
            node.collapse()
        elif node is not None and node.parent is not None:
            self.move_cursor(node.parent)

    def action_unfold(self) -> None:
        """Unfold the group."""
        if self.cursor_node is not None:
            self.cursor_node.expand()

    # Lines, aligned by cells

    def render_label(self, node: TreeNode[Row], base_style: Style, style: Style) -> Text:
        """Return the line of a group or a programme, the current one behind a sign and not by colour alone."""
        row = node.data
        mark = MARKER if node is self.cursor_node else NO_MARKER
        if isinstance(row, Branch):
            icon = (UNFOLDED if node.is_expanded else FOLDED, base_style + Style(meta={"toggle": True}))
            shown, count = sum(isinstance(child.data, Leaf) for child in node.children), row.programmes
            counted = FOUND_OF if 0 < shown < count and not _is_page(node) else COUNT
            words = (BRANCH if row.total else BRANCH_WITHOUT_TOTAL)[self.language].format(
                label=row.label, count=counted[self.language].format(found=shown, count=count), total=row.total
            )
            room = self._room - len(MARKER) - len(FOLDED)
            return Text.assemble((mark, style), icon, (truncate(words, room), style + Style(bold=True)), no_wrap=True)
        if isinstance(row, Leaf):
            return Text(mark + self._line(row), style=style, no_wrap=True)
        if isinstance(row, More):
            said = (MORE_FOUND if node.parent is self.root else MORE)[self.language].format(count=row.count)
            return Text(mark + truncate(said, self._room - self.guide_depth - len(MARKER)), style=style, no_wrap=True)
        return Text("")

    def get_label_width(self, node: TreeNode[Row]) -> int:  # noqa: ARG002
        """Return 0: labels are made for the width that there is, so nothing ever scrolls sideways."""
        return 0

    @property
    def _room(self) -> int:
        return max(2, self.scrollable_content_region.width)

    def _line(self, leaf: Leaf) -> str:
        """Return name and amount, the amounts of all lines ending in one column."""
        room = self._room - self.guide_depth - len(MARKER) - GAP - self._amount_width
        width = max(2, min(self._name_width, room))
        return pad(truncate(leaf.short_name, width), width + GAP) + pad(leaf.amount, self._amount_width, right=True)


def _id(row: Row | None) -> str | None:
    """Return what stays the same when the language changes."""
    return row.subject if isinstance(row, Branch) else row.programme if isinstance(row, Leaf) else None


def _is_page(node: TreeNode[Row]) -> bool:
    """Whether the lines of a group are its first ones, rather than those that were found."""
    return bool(node.children) and isinstance(node.children[-1].data, More)
