"""Painting what lies over the conversation without breaking characters of two cells.

Textual cuts every line of the screen wherever any widget begins or ends, also inside a widget that lies on top: a Japanese
character over such a cut becomes two blanks. Here a line is cut only where what is seen changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Chops = list[dict[int, Strip]]


class WholeCharacters(Compositor):
    """A compositor whose uppermost widgets keep their characters."""

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Return for each line what is seen of each widget, by the column where it begins."""
        seen: Chops = [{} for _ in self.cuts]
        taken: list[set[int]] = [set() for _ in self.cuts]
        rows = Region(0, crop.y, self.size.width, crop.height)  # what lies beside the crop covers what lies beneath it
        for region, clip, strips in self._get_renders(rows):
            shown = region.intersection(clip)
            first, last = shown.column_span
            for y, strip in zip(shown.line_range, strips, strict=False):
                if not is_rendered_line(y):
                    continue
                cuts = [cut for cut in self.cuts[y] if first <= cut <= last]
                for start, end in _free(cuts, taken[y]):
                    seen[y][start] = strip.crop(start - first, end - first)
                taken[y].update(cuts[:-1])
        return [dict(sorted(line.items())) for line in seen]

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed, to the ends of what is seen there: a cut in between could break a character."""
        update = super().render_partial_update()
        if update is None:
            return None
        ends = [[x + strip.cell_length for x, strip in line.items() if strip is not None] for line in update.chops]
        spans = [(y, x1, min((end for end in ends[y] if end >= x2), default=x2)) for y, x1, x2 in update.spans]
        return ChopsUpdate(update.chops, spans, ends)


def _free(cuts: list[int], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each stretch between cuts that nothing above has taken."""
    begin: int | None = None
    for start, end in pairwise(cuts):
        if start in taken:
            begin = None
            continue
        begin = start if begin is None else begin
        if end == cuts[-1] or end in taken:
            yield begin, end
