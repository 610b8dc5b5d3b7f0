"""How far two words are apart: the least number of characters added, left out, replaced or swapped with their neighbour."""

from __future__ import annotations


def ends(word: str, text: str) -> list[int]:
    """Return, for every length of a beginning of `text` (0 to all of it), its distance from `word`."""
    before: list[int] = []
    row = list(range(len(text) + 1))
    for i, char in enumerate(word):
        current = [i + 1]
        for j, other in enumerate(text):
            best = row[j] + (char != other)
            if row[j + 1] < best:
                best = row[j + 1] + 1
            if current[j] < best:
                best = current[j] + 1
            if i and j and char == text[j - 1] and word[i - 1] == other and before[j - 1] < best:
                best = before[j - 1] + 1
            current.append(best)
        before, row = row, current
    return row


def distance(word: str, other: str, limit: int) -> int:
    """Return the distance of two words, or `limit` + 1 where it is more than `limit`."""
    if word == other:
        return 0
    start = 0
    while start < len(word) and start < len(other) and word[start] == other[start]:
        start += 1
    stop, last = len(word), len(other)
    while stop > start and last > start and word[stop - 1] == other[last - 1]:
        stop, last = stop - 1, last - 1
    if abs((stop - start) - (last - start)) > limit or min(stop, last) - start > 3 * limit:
        return limit + 1
    return min(ends(word[start:stop], other[start:last])[-1], limit + 1)
