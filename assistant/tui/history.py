"""Earlier questions, walked with the arrow keys; what was being typed is kept at the end."""

from __future__ import annotations


class History:
    """Questions in the order asked, and where in them the person is."""

    def __init__(self) -> None:
        self._questions: list[str] = []
        self._position = 0
        self._draft = ""

    def add(self, question: str) -> None:
        """Remember a question, once if it is asked twice in a row, and leave the walk."""
        if not self._questions or self._questions[-1] != question:
            self._questions.append(question)
        self._position = len(self._questions)
        self._draft = ""

    def older(self, typed: str) -> str | None:
        """Return the question before the one shown, None at the first; `typed` is what the prompt holds now."""
        if self._position == 0:
            return None
        if self._position == len(self._questions):
            self._draft = typed
        self._position -= 1
        return self._questions[self._position]

    def newer(self) -> str | None:
        """Return the question after the one shown, the draft after the last, None when not walking."""
        if self._position == len(self._questions):
            return None
        self._position += 1
        return self._draft if self._position == len(self._questions) else self._questions[self._position]
