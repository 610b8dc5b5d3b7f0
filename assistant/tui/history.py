"""Earlier questions, walked with the arrow keys; what was being typed is kept at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST = 1_000


class History:
    """Questions in the order asked, each where it was asked last, and where in them the person is."""

    def __init__(self) -> None:
        self._questions: list[str] = []
        self._position = 0
        self._draft = ""

    @property
    def questions(self) -> Sequence[str]:
        """The questions, the newest last."""
        return tuple(self._questions)

    def load(self, questions: Iterable[str]) -> None:
        """Put the questions of earlier runs before those of this one, which stay where they are in the walk."""
        own = self._questions
        before = [question for question in questions if question not in own]
        self._questions = (before + own)[-MOST:]
        self._position += len(self._questions) - len(own)

    def add(self, question: str) -> None:
        """Remember a question as the newest, once, and leave the walk."""
        self.forget(question)
        self._questions = [*self._questions, question][-MOST:]
        self._position = len(self._questions)
        self._draft = ""

    def forget(self, question: str) -> None:
        """Remove a question, and leave the walk."""
        self._questions = [kept for kept in self._questions if kept != question]
        self._position = len(self._questions)

    def clear(self) -> None:
        """Forget every question."""
        self._questions.clear()
        self._position = 0

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
