"""What a turn after a clarification chooses: an option by its number, its place, its programme, or a part of its name."""

from __future__ import annotations

import re

from assistant.answer.model import Option
from assistant.conversation.follow import own_selection
from assistant.conversation.state import State
from assistant.reading.model import Reading
from assistant.reading.text import read_text
from assistant.text.fold import nfkc_fold

_NUMBER = re.compile(
    r"^(?:(?:option|number|no\.?|#|choice)\s*|[（(])?(?P<n>[1-9])\s*(?:番目?|つ目|個目|ばん|ban|[.)）])?"
    r"\s*(?:の?(?:ほう|方|やつ))?(?:で|を|が|だ|です|でお願いします|をお願いします|お願いします|please)?\s*[。.!！]?$"
)
SHORTEST_PART = 2
"""Characters of a name that are enough to choose an option by."""


def chosen_by_number(question: str, state: State) -> Option | None:
    """Return the option that a bare number chooses, before anything is read."""
    if not state.options:
        return None
    match = _NUMBER.match(nfkc_fold(question).casefold().strip())
    number = int(match["n"]) if match else 0
    return state.options[number - 1] if 1 <= number <= len(state.options) else None


def chosen_by_words(reading: Reading, state: State, asks: bool) -> Option | None:
    """Return the option that a turn names: `the first one`, a programme among them, or a part of one's name."""
    if not state.options or asks:
        return None
    frame = reading.frame
    if not own_selection(frame):
        places = [0] if "former" in frame.features else [n - 1 for n in frame.ordinals]
        if "latter" in frame.features:
            places = [len(state.options) - 1]
        if len(places) == 1 and 0 <= places[0] < len(state.options):
            return state.options[places[0]]
        return _by_part(reading, state)
    named = {str(v) for v in frame.values("program")} & set(state.offered)
    if len(named) != 1 or len(state.offered) != len(state.options):
        return None
    return state.options[state.offered.index(next(iter(named)))]


def _by_part(reading: Reading, state: State) -> Option | None:
    """Return the one option whose label holds what was typed."""
    typed = reading.folded.replace(" ", "")
    if len(typed) < SHORTEST_PART:
        return None
    holding = [o for o in state.options if typed in read_text(o.label).folded.replace(" ", "")]
    return holding[0] if len(holding) == 1 else None
